"""What is made of held-out answers."""

from __future__ import annotations

from itertools import cycle

import numpy as np
import pytest
from scipy.special import expit

pytest.importorskip("torch")
from inference.composition import CLASSES, HEADS
from training.calibration import (
    Answers,
    calibrate,
    class_probabilities,
    even_weights,
    fit_platt,
    weighted_quantile,
)
from training.manifest import Film


def test_platt_finds_what_was_done_to_the_logits() -> None:
    rng = np.random.default_rng(0)
    true = rng.normal(0, 2, 20_000)
    targets = (rng.random(20_000) < expit(true)).astype(np.float32)
    raw = (3.0 * true - 1.5).astype(np.float32)
    offset, temperature = fit_platt(raw, targets, np.full(20_000, 1 / 20_000))
    assert temperature == pytest.approx(3.0, rel=0.1)
    assert offset == pytest.approx(1.5, abs=0.2)


def test_weights_are_even_over_answers_and_over_sources_within() -> None:
    cells = [("yes", "large")] * 8 + [("yes", "small")] * 2 + [("no", "large")]
    weights = even_weights(cells)
    assert weights[:8].sum() == pytest.approx(0.25)
    assert weights[8:10].sum() == pytest.approx(0.25)
    assert weights[10] == pytest.approx(0.5)


def test_a_quantile_leaves_so_much_below_it() -> None:
    values = np.arange(100, dtype=float)
    assert weighted_quantile(values, np.full(100, 0.01), 0.1) == pytest.approx(10)
    # All the weight on one value.
    assert weighted_quantile(np.array([1.0, 2.0, 3.0]), np.array([0.0, 1.0, 0.0]), 0.1) == 2.0


def held_out(count: int = 300) -> Answers:
    """Films of two sources whose logits tell their labels, more or less."""
    rng = np.random.default_rng(1)
    kinds = [
        ("covid19", "cohen"),
        ("other_pneumonia", "cohen"),
        ("normal", "nih-chestxray8"),
        ("other_pneumonia", "nih-chestxray8"),
        ("normal", "kermany"),
        ("viral_pneumonia", "kermany"),
        ("other_pneumonia", "kermany"),
    ]
    films = [
        Film(str(k), label, "classify", source, str(k), 0, "", "")
        for k, (label, source) in zip(range(count), cycle(kinds), strict=False)
    ]
    truth = np.array(
        [
            [
                film.label != "normal",
                film.label == "covid19",
                film.label == "viral_pneumonia",
                film.source == "kermany",
            ]
            for film in films
        ]
    )
    logits = (4.0 * truth - 2.0 + rng.normal(0, 2, truth.shape)).astype(np.float32)
    maps = np.broadcast_to(logits[..., None, None], (*logits.shape, 2, 2)).copy()
    return Answers(films, logits, maps, np.zeros((count, 1), np.float32))


def test_nine_of_ten_films_of_a_class_keep_it_in_the_set() -> None:
    answers = held_out()
    calibration = calibrate(answers)
    found = class_probabilities(answers.logits, calibration.offsets, calibration.temperatures)
    assert found.sum(1) == pytest.approx(np.ones(len(found)))
    for c, name in enumerate(CLASSES):
        own = np.array([film.label == name for film in answers.films])
        kept = (found[own, c] >= calibration.conformal[name]).mean()
        assert kept == pytest.approx(0.9, abs=0.03)


def test_every_head_gets_its_numbers() -> None:
    calibration = calibrate(held_out())
    for numbers in (calibration.offsets, calibration.temperatures, calibration.evidence_scales):
        assert set(numbers) == set(HEADS)
    assert all(value > 0 for value in calibration.temperatures.values())
    # Nearly all the evidence of right answers is drawn below full strength.
    assert calibration.evidence_scales["opacity"] > 4

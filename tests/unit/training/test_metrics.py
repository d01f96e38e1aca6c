"""Figures against values worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("scipy")
from training import metrics

# Four films of three classes; the third is called wrongly.
LABELS = np.array([0, 1, 2, 2])
PROBABILITIES = np.array([[0.8, 0.1, 0.1], [0.2, 0.6, 0.2], [0.5, 0.3, 0.2], [0.0, 0.1, 0.9]])


def test_accuracy() -> None:
    assert metrics.accuracy(LABELS, PROBABILITIES) == 0.75


def test_auc_is_the_share_of_pairs_in_the_right_order() -> None:
    # Positives score 0.2 and 0.9, negatives 0.1 and 0.2: three pairs right, one tied.
    assert metrics.auc(LABELS == 2, PROBABILITIES[:, 2]) == pytest.approx(3.5 / 4)


def test_auc_is_that_of_all_pairs() -> None:
    rng = np.random.default_rng(2)
    positive, score = rng.random(60) < 0.4, rng.integers(0, 8, 60).astype(float)
    pairs = score[positive][:, np.newaxis] - score[~positive]
    assert metrics.auc(positive, score) == pytest.approx(((pairs > 0) + 0.5 * (pairs == 0)).mean())


def test_auc_of_one_kind_of_film_is_no_number() -> None:
    assert np.isnan(metrics.auc(np.array([True, True]), np.array([0.1, 0.2])))


def test_reliability_and_its_error() -> None:
    # By confidence: 0.5 wrong, 0.6 right | 0.8 right, 0.9 right.
    low, high = metrics.reliability(LABELS, PROBABILITIES, bins=2)
    assert (low.count, low.confidence, low.accuracy) == (2, pytest.approx(0.55), 0.5)
    assert (high.count, high.confidence, high.accuracy) == (2, pytest.approx(0.85), 1.0)
    error = metrics.calibration_error(LABELS, PROBABILITIES, bins=2)
    assert error == pytest.approx((0.05 + 0.15) / 2)


def test_bootstrap_draws_patients() -> None:
    """Ten films of one patient are one observation: the interval is that of two, not of eleven."""
    values = np.array([0.0] * 10 + [1.0])
    groups = ["many"] * 10 + ["one"]
    found = metrics.bootstrap(lambda drawn: float(values[drawn].mean()), groups, 200, seed=3)
    assert found.value == pytest.approx(1 / 11)
    assert (found.low, found.high, found.films) == (0.0, 1.0, 11)


def test_bootstrap_of_the_same_seed_is_the_same() -> None:
    values = np.random.default_rng(0).random(50)
    groups = [str(i) for i in range(50)]
    twice = [metrics.bootstrap(lambda drawn: float(values[drawn].mean()), groups, 100, 5) for _ in range(2)]
    assert twice[0] == twice[1]
    assert twice[0].low < twice[0].value < twice[0].high


def test_chance_alone_makes_an_error_and_less_of_it_with_more_films() -> None:
    """Half of all tosses of a coin come true, but hardly ever half of three."""
    few, many = (np.tile([0.5, 0.3, 0.2], (n, 1)) for n in (45, 45_000))
    assert metrics.calibration_error_by_chance(few) == pytest.approx(0.25, abs=0.03)
    assert metrics.calibration_error_by_chance(many) < 0.01

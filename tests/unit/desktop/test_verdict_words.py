"""Percents that add up, and sets in words."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.verdict_words import percents, set_sentences
from inference import Evidence, Finding, ModelIdentity, Outcome, Prediction

ROUNDED = {
    (0.333, 0.333, 0.330, 0.004): ["34 %", "33 %", "33 %", "< 1 %"],
    (0.992, 0.004, 0.004, 0.0): ["> 99 %", "< 1 %", "< 1 %", "0 %"],
    (0.405, 0.305, 0.285, 0.005): ["41 %", "31 %", "28 %", "< 1 %"],
    (1.0, 0.0, 0.0, 0.0): ["100 %", "0 %", "0 %", "0 %"],
    (0.25, 0.25, 0.25, 0.25): ["25 %"] * 4,
}


@pytest.mark.parametrize(("parts", "texts"), ROUNDED.items())
def test_parts_are_rounded_together(parts: tuple[float, ...], texts: list[str]) -> None:
    assert percents(parts) == texts


@given(st.lists(st.floats(0.005, 1.0), min_size=4, max_size=4))
def test_whole_percents_add_up_to_a_hundred_and_stay_next_to_their_numbers(weights: list[float]) -> None:
    parts = [weight / sum(weights) for weight in weights]
    texts = percents(parts)
    if not any("<" in text or ">" in text for text in texts):
        assert sum(int(text.removesuffix(" %")) for text in texts) == 100
        for part, text in zip(parts, texts, strict=True):
            assert abs(int(text.removesuffix(" %")) - 100 * part) < 1 + 1e-6


@given(st.lists(st.floats(0.0, 1.0), min_size=4, max_size=4).filter(lambda w: sum(w) > 0))
def test_no_part_looks_certain_that_is_not(weights: list[float]) -> None:
    parts = [weight / sum(weights) for weight in weights]
    for part, text in zip(parts, percents(parts), strict=True):
        assert part == 0.0 or text != "0 %"
        assert part == 1.0 or text != "100 %"


def prediction(chosen: tuple[str, ...] | None, adult: bool = False) -> Prediction:
    evidence = Evidence("opacity", 0.5, 0.0, np.zeros((14, 14), np.float32))
    names = ("covid19", "normal", "viral_pneumonia")
    findings = tuple(
        Finding(name, 0.25, None, None, evidence, not (adult and name == "viral_pneumonia"))
        for name in names
    )
    model = ModelIdentity("tiny", "0", "0" * 64)
    return Prediction(Outcome.CLASSIFIED, (), findings, model, (), 0.25, chosen)


SENTENCES = {
    ("covid19", "viral_pneumonia"): (
        "Could be COVID-19 or viral pneumonia: the model cannot tell them apart on this film."
    ),
    ("covid19", "none_of_these"): (
        "Could be COVID-19 or an opacity of another kind: the model cannot tell them apart on this film."
    ),
    ("covid19", "normal", "viral_pneumonia"): (
        "Could be COVID-19, normal or viral pneumonia: the model cannot tell them apart on this film."
    ),
    ("covid19", "normal", "viral_pneumonia", "none_of_these"): (
        "The model cannot tell: on this film it rules nothing out."
    ),
    ("normal",): "Of the three, only normal is not ruled out.",
    ("none_of_these",): "An opacity, but none of the three fits this film.",
    (): "None of the three fits this film.",
}


@pytest.mark.parametrize(("chosen", "sentence"), SENTENCES.items())
def test_a_set_is_a_sentence_that_says_how_far_it_holds(chosen: tuple[str, ...], sentence: str) -> None:
    said, basis = set_sentences(prediction(chosen))
    assert said == sentence
    assert "9 of 10" in basis


def test_what_is_not_assessed_is_not_named() -> None:
    said, _ = set_sentences(prediction(("covid19", "viral_pneumonia"), adult=True))
    assert said == "Of the three, only COVID-19 is not ruled out."


def test_without_a_set_nothing_is_said() -> None:
    assert set_sentences(prediction(None)) == ("", "")

"""Four answers become three probabilities and a remainder."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.composition import (
    CLASSES,
    HEADS,
    child_probability,
    compose,
    head_probability,
    is_assessed,
)
from inference.conformal import prediction_set

shares = st.floats(0, 1)
answers = st.fixed_dictionaries(dict.fromkeys(HEADS, shares))
ages = st.none() | st.floats(0.01, 110)


@given(answers, ages)
def test_the_classes_and_none_of_these_add_up_to_one(heads: dict[str, float], years: float | None) -> None:
    composed = compose(heads, years)
    assert sorted(composed.classes) == sorted(CLASSES)
    parts = [*composed.classes.values(), composed.none_of_these]
    assert math.fsum(parts) == pytest.approx(1.0, abs=1e-12)
    assert all(-1e-12 <= part <= 1 + 1e-12 for part in parts)


@given(answers, ages)
def test_an_opacity_is_shared_out_whole(heads: dict[str, float], years: float | None) -> None:
    composed = compose(heads, years)
    opacities = composed.classes["covid19"] + composed.classes["viral_pneumonia"] + composed.none_of_these
    assert opacities == pytest.approx(heads["opacity"], abs=1e-12)


def test_by_hand() -> None:
    composed = compose({"opacity": 0.8, "covid19": 0.5, "viral": 0.25, "child": 0.4})
    assert composed.classes == pytest.approx({"covid19": 0.24, "normal": 0.2, "viral_pneumonia": 0.08})
    assert composed.none_of_these == pytest.approx(0.8 * (1 - 0.3 - 0.1))


@pytest.mark.parametrize(
    ("years", "child"), [(None, 0.3), (0.02, 1.0), (9.9, 1.0), (10, 0.3), (17.9, 0.3), (18, 0.0), (80, 0.0)]
)
def test_a_stated_age_replaces_the_picture_s_but_for_the_young_between(
    years: float | None, child: float
) -> None:
    assert child_probability(0.3, years) == child


def test_of_a_stated_adult_no_viral_pneumonia_is_thought_and_of_a_child_no_covid() -> None:
    heads = {"opacity": 0.8, "covid19": 0.5, "viral": 0.25, "child": 0.4}
    assert compose(heads, 40).classes["viral_pneumonia"] == 0.0
    assert compose(heads, 4).classes["covid19"] == 0.0


@pytest.mark.parametrize(
    ("child", "assessed"),
    [(0.0, {"covid19", "normal"}), (0.09, {"covid19", "normal"}), (0.5, set(CLASSES)),
     (0.91, {"normal", "viral_pneumonia"}), (1.0, {"normal", "viral_pneumonia"})],
)  # fmt: skip
def test_a_class_is_assessed_in_those_it_was_learned_from(child: float, assessed: set[str]) -> None:
    assert {name for name in CLASSES if is_assessed(name, child)} == assessed


@given(st.floats(-1e4, 1e4), st.floats(0.1, 10))
def test_a_head_s_probability_is_the_sigmoid_of_its_logit_over_its_temperature(
    logit: float, temperature: float
) -> None:
    found = head_probability(logit, temperature)
    assert 0.0 <= found <= 1.0
    assert found + head_probability(-logit, temperature) == pytest.approx(1.0)
    if abs(logit / temperature) < 30:
        assert math.log(found / (1 - found)) == pytest.approx(logit / temperature, abs=1e-2)


def test_the_set_holds_what_reaches_its_threshold_most_probable_first() -> None:
    thresholds = {"covid19": 0.3, "normal": 0.5, "viral_pneumonia": 0.1}
    probabilities = {"covid19": 0.3, "normal": 0.2, "viral_pneumonia": 0.4, "none_of_these": 0.1}
    assert prediction_set(probabilities, thresholds) == ("viral_pneumonia", "covid19")
    nothing = {"covid19": 0.1, "normal": 0.4, "viral_pneumonia": 0.0, "none_of_these": 0.3}
    assert prediction_set(nothing, thresholds) == ()


def test_none_of_these_is_in_the_set_when_the_model_has_a_threshold_for_it() -> None:
    assert prediction_set({"normal": 0.1, "none_of_these": 0.9}, {"normal": 0.2, "none_of_these": 0.4}) == (
        "none_of_these",
    )


def test_without_a_threshold_none_of_these_is_in_the_set_when_it_is_the_most_probable() -> None:
    thresholds = {"covid19": 0.15, "normal": 0.3}
    assert prediction_set({"covid19": 0.3, "normal": 0.1, "none_of_these": 0.6}, thresholds) == (
        "none_of_these",
        "covid19",
    )
    assert prediction_set({"covid19": 0.5, "normal": 0.1, "none_of_these": 0.4}, thresholds) == ("covid19",)


def test_without_thresholds_there_is_no_set() -> None:
    assert prediction_set({"normal": 1.0}, {}) is None

"""Figures on answers made by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("scipy")
from training import measures
from training.asking import FULL, Answer, Asked, sample
from training.manifest import Film
from training.measures import Measure, estimate
from training.twins import TWINS

FILM = Film("", "covid19", "classify", "cohen", "", 4, "CC BY 4.0", "")


def make(*answers: tuple[str, tuple[float, float, float, float]], **changes: object) -> Asked:
    """Films with a label each and the probabilities of COVID-19, normal, viral and none of these."""
    films = [
        replace(FILM, image=str(i), group=str(i), label=label, **changes)  # type: ignore[arg-type]
        for i, (label, _) in enumerate(answers)
    ]
    return Asked(films, [Answer(numbers) for _, numbers in answers])


COVID = ("covid19", (0.7, 0.1, 0.1, 0.1))
MISSED = ("covid19", (0.3, 0.2, 0.1, 0.4))
NORMAL = ("normal", (0.1, 0.6, 0.1, 0.2))
FALSE_ALARM = ("normal", (0.5, 0.4, 0.1, 0.0))
OTHER = ("other_pneumonia", (0.2, 0.1, 0.1, 0.6))


def value(figure: measures.FigureOf, asked: Asked) -> float:
    return figure(asked)(np.arange(len(asked)))


def test_none_of_these_is_an_answer_of_its_own() -> None:
    asked = make(COVID, MISSED, NORMAL, FALSE_ALARM)
    assert value(measures.right(), asked) == 0.5
    assert value(measures.right(of_four=False), asked) == 0.75
    assert value(measures.called_as("covid19"), asked) == 0.5
    assert value(measures.called_as("none_of_these"), asked) == 0.25


def test_other_pneumonia_is_right_when_it_is_none_of_these() -> None:
    assert value(measures.right(), make(OTHER, ("other_pneumonia", COVID[1]))) == 0.5


def test_the_diagonal_is_the_accuracy_of_the_three_classes() -> None:
    asked = make(COVID, MISSED, NORMAL, FALSE_ALARM, OTHER)
    matrix = measures.confusion(asked)
    assert matrix[0] == {"label": "covid19", "of four": [1, 0, 0, 1], "of three": [2, 0, 0]}
    assert matrix[3]["of four"] == [0, 0, 0, 1]
    assert measures.diagonal(matrix, "of four") == 0.5
    assert measures.diagonal(matrix, "of three") == 0.75


def test_one_or_other_is_of_the_two_alone() -> None:
    p = np.array([[0.06, 0.3, 0.6, 0.04]])
    assert measures.one_or_other("covid19", "none_of_these")(p)[0] == pytest.approx(0.6)


def test_auc_compares_pairs() -> None:
    asked = make(COVID, MISSED, OTHER, ("other_pneumonia", (0.5, 0.1, 0.0, 0.4)))
    # 0.875 and 0.429 against 0.25 and 0.556: three of four pairs in order.
    assert value(measures.COVID_OR_OTHER.figure, asked) == pytest.approx(0.75)


def test_few_films_have_no_figure() -> None:
    few, none = make(*[COVID] * 9), make()
    assert estimate(measures.right(), few, 10) == {"films": 9}
    assert estimate(measures.right(), none, 10) is None
    enough = estimate(measures.right(), make(*[COVID] * 10), 10)
    assert enough == {"value": 1.0, "low": 1.0, "high": 1.0, "films": 10}


def test_an_auc_of_one_kind_of_film_has_no_figure() -> None:
    assert estimate(measures.COVID_OR_OTHER.figure, make(*[COVID] * 12), 10) is None


def test_a_fall_compares_the_same_films() -> None:
    full = make(*[COVID, OTHER] * 8, *[MISSED] * 4)
    # The twin exists of the first sixteen alone, and says nothing.
    twin = Asked(full.films[:16], [Answer((0.25, 0.25, 0.25, 0.25))] * 16)
    found = measures.fall(measures.COVID_OR_OTHER, full, twin, 20)
    assert found is not None
    assert (found["value"], found["films"]) == (0.5, 16)


def test_a_row_says_what_to_compare_a_twin_with() -> None:
    full = make(*[COVID] * 10, *[MISSED] * 10)
    asked = {FULL: full, **{name: full.at(range(10)) for name in TWINS}, "frame only": full}
    found = measures.row(Measure("recall", lambda film: True, measures.right()), asked, 10)
    assert (found[FULL]["value"], found[FULL]["films"]) == (0.5, 20)
    assert (found[measures.SAME_FILMS]["value"], found["lungs black"]["films"]) == (1.0, 10)


def test_strata_are_as_the_sources_state_them() -> None:
    assert measures.age_group(replace(FILM, source="kermany")) == "child"
    ages = {None: "age unknown", 17.0: "child", 18.0: "18 to 59 years", 60.0: "60 years and older"}
    for years, group in ages.items():
        assert measures.age_group(replace(FILM, age=years)) == group
    asked = {FULL: make(*[COVID] * 12), **{name: make() for name in TWINS}}
    found = measures.strata(asked, 5)
    assert {(line["by"], line["stratum"]) for line in found} == {
        ("source", "cohen"),
        ("view", "view unknown"),
        ("age", "age unknown"),
    }


def test_refusals_name_the_checks() -> None:
    asked = make(*[COVID] * 10)
    answers = [replace(answer, failed=("lungs", "frontal")) for answer in asked.answers[:3]]
    found = measures.refusals(Asked(asked.films, answers + asked.answers[3:]), 10)
    assert (found["refused"], found["by check"]) == (3, {"frontal": 3, "lungs": 3})
    assert found["share"]["value"] == pytest.approx(0.3)


def test_unchanged_compares_film_by_film() -> None:
    before = make(*[COVID] * 6, *[NORMAL] * 6)
    after = Asked(before.films[2:], [Answer(COVID[1])] * 10)
    found = measures.unchanged(before, after, 10)
    assert found["of four"]["value"] == pytest.approx(0.4)


def test_prediction_sets_cover_their_label() -> None:
    asked = make(*[COVID] * 10)
    sets = [("covid19", "normal")] * 5 + [()] * 3 + [("normal",)] * 2
    answers = [replace(a, prediction_set=one) for a, one in zip(asked.answers, sets, strict=True)]
    (line,) = measures.prediction_sets(Asked(asked.films, answers), 10)
    assert line["covered"]["value"] == 0.5
    assert (line["mean size"], line["empty"]) == (pytest.approx(1.2), pytest.approx(0.3))


def test_a_sample_is_the_same_again_and_in_order() -> None:
    films = make(*[COVID] * 50).films
    one, two = sample(films, 10, 3), sample(films, 10, 3)
    assert one == two
    assert len(one) == 10
    assert [int(film.image) for film in one] == sorted(int(film.image) for film in one)
    assert sample(films, 10, 4) != one

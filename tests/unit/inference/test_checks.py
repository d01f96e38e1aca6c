"""May the model be asked? Facts that refuse a film, with value, limit and remedy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from inference import Check, Header, LungField, Lungs, Radiograph
from inference.checks import age_group, applicability
from inference.preprocessing import reduce
from inference.view import VIEWS, FilmView
from phantom import thorax_u8
from tiny_model import FRONTAL, SPEC, VIEW_SPEC

FILM = Radiograph("film", thorax_u8(300, 260), file_format="PNG")


def answers(radiograph: Radiograph, seen: FilmView | None = None) -> dict[str, Check]:
    reduced = reduce(radiograph, SPEC.size)
    limits = VIEW_SPEC.limits
    return {check.name: check for check in applicability(radiograph, reduced, SPEC, seen, limits)}


FIELDS = (LungField(0.15, 0.3, 0.5), LungField(0.15, 0.7, 0.5))


def seen(
    view: tuple[float, ...] = FRONTAL, distance: float = 0.1, fields: tuple[LungField, ...] = FIELDS
) -> FilmView:
    empty = np.zeros((112, 112))
    lungs = Lungs(fields, empty.astype(np.bool_))
    return FilmView(empty.astype(np.float32), lungs, dict(zip(VIEWS, view, strict=True)), distance)


def test_a_chest_film_passes_and_a_silent_file_is_not_asked_what_it_does_not_say() -> None:
    found = answers(FILM)
    assert list(found) == ["readable", "size", "grey scale", "contrast"]
    assert all(check.passed for check in found.values())
    assert (found["size"].value, found["size"].limit) == (260, 150)


def coloured() -> np.ndarray:
    pixels = np.repeat(thorax_u8(300, 260)[..., None], 3, axis=2)
    pixels[:100, :100, 0] = 255
    return pixels


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"pixels": thorax_u8(300, 149)}, "size"),
        ({"pixels": coloured()}, "grey scale"),
        ({"pixels": np.full((300, 300), 90, np.uint8)}, "contrast"),
        ({"number_of_frames": 2}, "single frame"),
        ({"header": Header(modality="CT")}, "modality"),
        ({"header": Header(body_part_examined="HAND")}, "body part"),
        ({"header": Header(view_position="LL")}, "view"),
    ],
)
def test_what_refuses_a_film(changes: dict[str, Any], name: str) -> None:
    failed = [check for check in answers(replace(FILM, **changes)).values() if not check.passed]
    assert [check.name for check in failed] == [name]
    # A failed check says what was found and what to do.
    assert failed[0].message.count(".") >= 2


@pytest.mark.parametrize("header", [
    Header(modality="CR", body_part_examined="Chest", view_position="AP"),
    Header(modality="DX", body_part_examined="THORAX_LUNG", view_position="PA"),
    Header(modality="OT", view_position="AP Supine"),
])  # fmt: skip
def test_headers_of_frontal_chest_films_pass(header: Header) -> None:
    assert all(check.passed for check in answers(replace(FILM, header=header)).values())


def test_a_frontal_film_with_two_lungs_like_those_learned_from_passes() -> None:
    found = answers(FILM, seen())
    assert list(found)[4:] == [
        "polarity", "rotation", "frontal", "familiar", "lungs", "lungs in the picture",
    ]  # fmt: skip
    assert all(check.passed for check in found.values())
    assert (found["frontal"].value, found["frontal"].limit) == (0.94, VIEW_SPEC.limits["frontal"])
    assert (found["familiar"].value, found["familiar"].limit) == (0.1, VIEW_SPEC.limits["distance"])


@pytest.mark.parametrize(
    ("view", "name", "words"),
    [
        ((0.10, 0.85, 0.01, 0.04), "polarity", ("85 %", "invert")),
        ((0.10, 0.02, 0.80, 0.08), "rotation", ("80 %", "upright")),
        ((0.20, 0.02, 0.01, 0.77), "frontal", ("20 %", "lateral")),
        ((0.40, 0.30, 0.20, 0.10), "frontal", ("40 %", "lateral")),
    ],
)
def test_a_film_that_is_not_an_upright_frontal_one_is_told_what_it_is(
    view: tuple[float, ...], name: str, words: tuple[str, ...]
) -> None:
    failed = [check for check in answers(FILM, seen(view)).values() if not check.passed]
    # One question, one answer: that an inverted film is not frontal either is not said.
    assert [check.name for check in failed] == [name]
    assert all(word in failed[0].message for word in words)


def test_what_is_no_probability_passes_nothing() -> None:
    nan = float("nan")
    found = answers(FILM, seen((nan,) * 4, nan))
    assert not any(found[name].passed for name in ("polarity", "rotation", "frontal", "familiar"))


def test_a_film_unlike_any_learned_from_is_refused() -> None:
    check = answers(FILM, seen(distance=0.41))["familiar"]
    assert (check.passed, check.value, check.limit, check.bound) == (False, 0.41, 0.4, "at most")
    assert "unlike" in check.message


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_film_must_show_two_lungs(count: int) -> None:
    found = answers(FILM, seen(fields=FIELDS[:count]))
    check = found["lungs"]
    assert (check.value, check.limit, check.bound) == (count, 2, "at least")
    assert check.passed == (count == 2)
    assert str(count) in check.message
    assert ("both lungs" in check.message) == (count < 2)
    # Whether a lung is cut off is asked of a film that shows two.
    assert ("lungs in the picture" in found) == (count == 2)


@pytest.mark.parametrize(("cut", "passed"), [(0.0, True), (0.1, True), (0.9, False)])
def test_lungs_must_not_be_cut_off(cut: float, passed: bool) -> None:
    fields = (FIELDS[0], replace(FIELDS[1], cut=cut))
    check = answers(FILM, seen(fields=fields))["lungs in the picture"]
    assert (check.passed, check.value) == (passed, cut)
    assert ("whole film" in check.message) == (not passed)


CHILDREN, ADULTS = "COVID-19 was learned from adults only", "Viral pneumonia was learned from children only"


@pytest.mark.parametrize(
    ("years", "child", "word", "says", "is_silent_of"),
    [
        (50, 0.85, "adult", ("50 years by the file", ADULTS), CHILDREN),
        (0.5, 0.12, "child", ("0.5 years by the file", CHILDREN), ADULTS),
        (5, None, "child", ("5 years by the file", CHILDREN), ADULTS),
        (65.6, None, "adult", ("65 years by the file", ADULTS), CHILDREN),
        (None, 0.97, "child", ("97 % likely", CHILDREN), ADULTS),
        (None, 0.03, "adult", ("3 % likely", ADULTS), CHILDREN),
        (None, 0.5, "uncertain", ("50 % likely", ADULTS, CHILDREN), "by the file"),
        (14, 0.95, "child", ("14 years by the file", "95 % likely", CHILDREN), ADULTS),
    ],
)
def test_the_age_group_says_for_whom_the_numbers_are(
    years: float | None, child: float | None, word: str, says: tuple[str, ...], is_silent_of: str
) -> None:
    check = age_group(years, child)
    assert check is not None
    assert (check.name, check.passed, check.value, check.word) == ("age group", True, child, word)
    assert all(words in check.message for words in says)
    assert is_silent_of not in check.message


@pytest.mark.parametrize(("years", "child"), [(4, 0.02), (50, 0.97)])
def test_a_stated_age_that_the_picture_surely_contradicts_is_refused(years: float, child: float) -> None:
    check = age_group(years, child)
    assert check is not None
    assert not check.passed
    assert "years by the file" in check.message
    assert "birth date" in check.message


def test_of_an_age_that_nobody_knows_nothing_is_said() -> None:
    assert age_group(None, None) is None
    assert age_group(14, None) is None

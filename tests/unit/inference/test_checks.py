"""May the model be asked? Facts that refuse a film, with value, limit and remedy."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from inference import Check, Header, Radiograph
from inference.checks import applicability
from inference.lungs import LungField, Lungs
from inference.preprocessing import reduce
from phantom import thorax_u8
from tiny_model import SPEC

FILM = Radiograph("film", thorax_u8(300, 260), file_format="PNG")


def answers(radiograph: Radiograph) -> dict[str, Check]:
    reduced = reduce(radiograph, SPEC.size)
    return {check.name: check for check in applicability(radiograph, reduced, SPEC, None)}


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


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_film_must_show_two_lungs(count: int) -> None:
    fields = (LungField(0.15, 0.3, 0.5), LungField(0.15, 0.7, 0.5))[:count]
    found = Lungs(fields, np.zeros((112, 112), np.bool_))
    *_, check = applicability(FILM, reduce(FILM, SPEC.size), SPEC, found)
    assert (check.name, check.value, check.limit, check.bound) == ("lungs", count, 2, "at least")
    assert check.passed == (count == 2)
    assert str(count) in check.message
    assert ("both lungs" in check.message) == (count < 2)

"""Which letters stand where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.letters import EdgeLetters, edge_letters
from desktop.orientation import Orientation

# A frontal film, seen as facing the patient: by hand, clockwise from the left edge.
FRONTAL = {
    Orientation(0): "RHLF",
    Orientation(1): "FRHL",
    Orientation(2): "LFRH",
    Orientation(3): "HLFR",
    Orientation(0, mirrored=True): "LHRF",
    Orientation(1, mirrored=True): "FLHR",
    Orientation(2, mirrored=True): "RFLH",
    Orientation(3, mirrored=True): "HRFL",
}


def around(letters: EdgeLetters | None) -> list[str]:
    assert letters is not None
    return [letters.left, letters.top, letters.right, letters.bottom]


@pytest.mark.parametrize(("orientation", "expected"), FRONTAL.items())
def test_letters_follow_the_picture_however_it_lies(orientation: Orientation, expected: str) -> None:
    assert around(edge_letters(("L", "F"), orientation)) == list(expected)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (("A", "F"), ["P", "H", "A", "F"]),  # a lateral view
        (("LA", "FP"), ["RP", "HA", "LA", "FP"]),
        (("l", "f "), ["R", "H", "L", "F"]),
        (("CR", "V"), ["", "", "CR", "V"]),  # a quadruped, as it is
        (("PA", "D"), ["", "", "PA", "D"]),
        (("L",), ["R", "", "L", ""]),
        (("L", ""), ["R", "", "L", ""]),
    ],
)
def test_opposite_edges_have_opposite_letters_where_there_are_any(
    file: tuple[str, ...], expected: list[str]
) -> None:
    assert around(edge_letters(file, Orientation())) == expected


@pytest.mark.parametrize(
    "file", [(), ("", ""), ("L", "L"), ("L", "R"), ("HA", "F"), ("L", "F", "H"), ("L" * 9, "F")]
)
def test_what_says_nothing_or_cannot_be_gives_no_letters(file: tuple[str, ...]) -> None:
    assert edge_letters(file, Orientation()) is None


@given(st.sampled_from(["turn", "across", "down"]), st.sampled_from(list(FRONTAL)))
def test_each_step_moves_the_letters_as_it_moves_the_picture(step: str, before: Orientation) -> None:
    left, top, right, bottom = around(edge_letters(("L", "F"), before))
    after = {
        "turn": (before.turned(1), [bottom, left, top, right]),
        "across": (before.flipped_across(), [right, top, left, bottom]),
        "down": (before.flipped_down(), [left, bottom, right, top]),
    }
    orientation, expected = after[step]
    assert around(edge_letters(("L", "F"), orientation)) == expected

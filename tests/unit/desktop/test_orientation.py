"""Turning and mirroring, held against NumPy's."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop.marks import mark_of
from desktop.orientation import Orientation

LETTERS = np.array([["a", "b", "c"], ["d", "e", "f"]])
STEPS = {
    "turn": (lambda o: o.turned(1), lambda picture: np.rot90(picture, -1)),
    "turn back": (lambda o: o.turned(-1), np.rot90),
    "across": (lambda o: o.flipped_across(), np.fliplr),
    "down": (lambda o: o.flipped_down(), np.flipud),
}
EIGHT = [Orientation(turns, mirrored) for mirrored in (False, True) for turns in range(4)]
steps = st.lists(st.sampled_from(sorted(STEPS)), max_size=8)


def laid(picture: NDArray[np.str_], orientation: Orientation) -> NDArray[np.str_]:
    """``picture`` as the matrix says: every pixel goes where it takes its centre."""
    (a, b), (c, d) = orientation.matrix
    rows, columns = picture.shape
    middle_row, middle_column = (rows - 1) / 2, (columns - 1) / 2
    out = np.empty((columns, rows) if orientation.sideways else (rows, columns), picture.dtype)
    for (row, column), sign in np.ndenumerate(picture):
        across, down = column - middle_column, row - middle_row
        to_row = c * across + d * down + (out.shape[0] - 1) / 2
        to_column = a * across + b * down + (out.shape[1] - 1) / 2
        out[round(to_row), round(to_column)] = sign
    return out


@given(steps)
def test_any_row_of_turns_and_flips_is_what_it_is_with_pictures(names: list[str]) -> None:
    orientation, picture = Orientation(), LETTERS
    for name in names:
        on_orientation, on_picture = STEPS[name]
        orientation, picture = on_orientation(orientation), on_picture(picture)
    assert np.array_equal(laid(LETTERS, orientation), picture)


@pytest.mark.parametrize("orientation", EIGHT)
def test_four_turns_and_two_flips_are_nothing(orientation: Orientation) -> None:
    assert orientation.turned(1).turned(1).turned(1).turned(1) == orientation
    assert orientation.turned(1).turned(-1) == orientation
    assert orientation.flipped_across().flipped_across() == orientation
    assert orientation.flipped_down().flipped_down() == orientation
    assert orientation.flipped_across().flipped_down() == orientation.turned(2)


def test_every_lie_but_the_file_s_has_a_mark_of_its_own() -> None:
    marks = [mark_of(orientation) for orientation in EIGHT]
    assert marks[0] == ""
    assert len(set(marks)) == 8
    for orientation, mark in zip(EIGHT[1:], marks[1:], strict=True):
        assert mark.startswith("FLIPPED" if orientation.mirrored else "Turned")

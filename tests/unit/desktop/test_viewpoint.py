"""How two films are looked at together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.orientation import Orientation
from desktop.viewpoint import Viewpoint, as_it_lies, on_the_film

FRACTIONS = st.floats(-0.5, 1.5)
VIEWPOINTS = st.builds(Viewpoint, st.floats(0.05, 32.0), FRACTIONS, FRACTIONS)
ORIENTATIONS = st.builds(Orientation, st.integers(0, 3), st.booleans())


def parts(viewpoint: Viewpoint) -> tuple[float, float, float]:
    return viewpoint.zoom, viewpoint.across, viewpoint.down


@given(VIEWPOINTS, VIEWPOINTS)
def test_linked_again_the_other_film_stays_where_it_is(one: Viewpoint, other: Viewpoint) -> None:
    shift = one.shift_to(other)
    assert parts(one.shifted(shift)) == pytest.approx(parts(other))
    assert parts(other.shifted(shift.reversed)) == pytest.approx(parts(one))


@given(VIEWPOINTS, VIEWPOINTS, VIEWPOINTS)
def test_whichever_leads_both_stay_together(one: Viewpoint, other: Viewpoint, moved: Viewpoint) -> None:
    shift = one.shift_to(other)
    followed = moved.shifted(shift)
    assert parts(followed.shifted(shift.reversed)) == pytest.approx(parts(moved))
    assert followed.zoom / moved.zoom == pytest.approx(other.zoom / one.zoom)


@given(FRACTIONS, FRACTIONS, ORIENTATIONS)
def test_a_place_of_a_turned_film_is_found_again(
    across: float, down: float, orientation: Orientation
) -> None:
    place = as_it_lies((across, down), orientation)
    assert on_the_film(place, orientation) == pytest.approx((across, down))
    assert as_it_lies((0.5, 0.5), orientation) == (0.5, 0.5)


def test_the_upper_left_of_a_film_turned_clockwise_is_at_the_upper_right() -> None:
    assert as_it_lies((0.0, 0.0), Orientation(1)) == (1.0, 0.0)
    assert as_it_lies((0.0, 0.0), Orientation(0, mirrored=True)) == (1.0, 0.0)

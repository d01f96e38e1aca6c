"""How wide the columns are, and when the list makes room, as a calculation without a window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.columns import (
    LEAST,
    LIST,
    MOST,
    PANEL,
    WIDTHS,
    beside_the_film,
    list_gives_way,
    scaled,
    unscaled,
)

windows = st.floats(500, 5000)
# The text sizes of the Preferences, and what lies between.
scales = st.floats(0.9, 1.5)
columns = st.sampled_from([LIST, PANEL])
own = st.fixed_dictionaries({column: st.floats(*limits) for column, limits in WIDTHS.items()})


@given(windows, scales, own)
def test_where_the_list_stays_the_film_has_six_tenths(
    window: float, scale: float, widths: dict[int, float]
) -> None:
    if not list_gives_way(window, scale):
        taken = beside_the_film(widths, scale, MOST * window)
        assert window - sum(taken.values()) >= 0.6 * window - 1e-6


@given(st.floats(780, 5000), scales, own)
def test_and_where_it_gave_way_as_well(window: float, scale: float, widths: dict[int, float]) -> None:
    taken = beside_the_film({PANEL: widths[PANEL]}, scale, MOST * window)
    assert window - taken[PANEL] >= 0.6 * window - 1e-6


@given(windows, scales, own)
def test_what_is_in_view_can_be_read(window: float, scale: float, widths: dict[int, float]) -> None:
    taken = beside_the_film(widths, scale, MOST * window)
    for column, width in taken.items():
        assert scaled(column, LEAST[column], scale) - 1e-6 <= width
        assert width <= scaled(column, widths[column], scale) + 1e-6


@given(windows, windows, scales, scales)
def test_with_more_room_or_smaller_text_the_list_never_gives_way_rather(
    window: float, other: float, scale: float, another: float
) -> None:
    if list_gives_way(max(window, other), min(scale, another)):
        assert list_gives_way(min(window, other), max(scale, another))


@pytest.mark.parametrize(
    ("window", "scale", "gives_way"),
    [(960, 1.0, False), (960, 1.5, True), (1024, 1.0, False), (1024, 1.5, True), (1366, 1.5, False)],
)
def test_on_the_screens_that_clinics_have(window: float, scale: float, gives_way: bool) -> None:
    assert list_gives_way(window, scale) is gives_way


@given(columns, st.floats(1, 1000), scales)
def test_a_width_that_was_chosen_beside_one_text_is_found_again(
    column: int, width: float, scale: float
) -> None:
    assert scaled(column, unscaled(column, width, scale), scale) == pytest.approx(width)

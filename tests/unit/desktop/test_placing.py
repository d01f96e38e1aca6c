"""A window never comes back where nobody can see it."""

from __future__ import annotations

from PySide6.QtCore import QRect

from desktop.placing import on_a_screen

LEFT, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 0, 2560, 1440)
SMALL = QRect(0, 0, 1366, 740)


def test_a_window_on_a_screen_stays_where_it_was() -> None:
    window = QRect(100, 80, 1400, 900)
    assert on_a_screen(window, [LEFT, RIGHT]) == window


def test_a_window_across_two_screens_stays_where_it_was() -> None:
    window = QRect(900, 40, 2600, 900)
    assert on_a_screen(window, [LEFT, RIGHT]) == window


def test_a_window_of_a_monitor_that_is_gone_comes_to_the_one_that_is_there() -> None:
    found = on_a_screen(QRect(2200, 100, 1600, 1000), [LEFT])
    assert LEFT.contains(found)
    assert (found.width(), found.height()) == (1600, 1000)


def test_on_a_smaller_screen_it_becomes_no_larger_than_that() -> None:
    assert on_a_screen(QRect(2200, 100, 2200, 1300), [SMALL]) == SMALL


def test_a_window_whose_upper_edge_is_out_of_reach_comes_back() -> None:
    found = on_a_screen(QRect(100, -400, 1000, 700), [SMALL])
    assert SMALL.contains(found)


def test_a_window_of_which_only_a_corner_is_left_comes_back() -> None:
    assert SMALL.contains(on_a_screen(QRect(1360, 100, 1000, 600), [SMALL]))


def test_it_comes_to_the_screen_that_shows_most_of_it() -> None:
    found = on_a_screen(QRect(2000, -300, 800, 600), [LEFT, RIGHT])
    assert RIGHT.contains(found)


def test_without_any_screen_nothing_is_changed() -> None:
    window = QRect(5, 5, 10, 10)
    assert on_a_screen(window, []) == window

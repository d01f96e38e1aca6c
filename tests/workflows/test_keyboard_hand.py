"""Distances, angles and boxes without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.annotations import Annotations
from desktop.app import App
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
Keys = Callable[..., None]
SHIFT = Qt.KeyboardModifier.ShiftModifier
UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def shown(app: App, open_and_wait: Open, tmp_path: Path) -> App:
    """A film of 400 x 500 pixels of 0.8 mm, a screen pixel for each."""
    open_and_wait(write_dicom(tmp_path / "film", dicom(thorax_u16(500, 400), bits=12)))
    app.actions["actual_size"].trigger()
    return app


@pytest.fixture
def keys(shown: App) -> Keys:
    """Press keys on the film, one after the other; with Shift where it says so."""

    def perform(*pressed: Qt.Key, times: int = 1, shift: bool = False) -> None:
        for key in pressed * times:
            QTest.keyClick(shown.view, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)

    return perform


def said(app: App) -> str:
    return app.view.accessibleDescription()


def place(app: App) -> tuple[float, float]:
    cross = app.view.key_hand.cross
    assert cross is not None
    return cross.x(), cross.y()


def test_a_distance_is_drawn_by_keys_alone(shown: App, keys: Keys) -> None:
    keys(Qt.Key.Key_D, RIGHT, ENTER)
    keys(RIGHT, times=5, shift=True)
    assert said(shown) == ""
    keys(ENTER)
    assert said(shown) == "80.0 mm, detector plane"
    assert shown.view.key_hand.cross is not None


def test_an_angle_takes_three_points(shown: App, keys: Keys) -> None:
    keys(Qt.Key.Key_A, UP, ENTER)
    keys(RIGHT, times=3, shift=True)
    keys(ENTER)
    keys(DOWN, times=3, shift=True)
    keys(ENTER)
    assert said(shown) == "90.0°"


def test_the_cross_goes_where_the_arrow_points_however_the_film_lies(shown: App, keys: Keys) -> None:
    keys(Qt.Key.Key_R, Qt.Key.Key_D, RIGHT)
    before = shown.view.film_to_screen().map(shown.view.key_hand.cross)
    keys(RIGHT, shift=True)
    after = shown.view.film_to_screen().map(shown.view.key_hand.cross)
    assert (round(after.x() - before.x()), round(after.y() - before.y())) == (20, 0)


def test_it_stays_on_the_film_and_in_sight(shown: App, keys: Keys) -> None:
    keys(Qt.Key.Key_D, RIGHT)
    keys(RIGHT, times=30, shift=True)
    assert place(shown)[0] == 400
    shown.view.zoom_by(6.0)
    keys(LEFT, times=20, shift=True)
    at = shown.view.film_to_screen().map(shown.view.key_hand.cross)
    assert shown.view.viewport().rect().contains(at.toPoint())


def test_a_step_is_a_film_pixel_where_those_are_larger_than_the_screen_s(shown: App, keys: Keys) -> None:
    shown.view.zoom_by(4.0)
    keys(Qt.Key.Key_D, RIGHT)
    before = place(shown)
    keys(RIGHT)
    assert place(shown)[0] - before[0] == pytest.approx(1.0)


def test_the_cross_is_seen_on_black_and_on_white(shown: App, keys: Keys) -> None:
    def lit() -> int:
        picture = shown.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1, 4).astype(int)
        return int(np.count_nonzero(np.abs(pixels[..., 2] - pixels[..., 1]) > 40))

    for inverted in (False, True):
        shown.document.set_inverse(inverted)
        keys(Qt.Key.Key_D)
        without = lit()
        keys(RIGHT)
        assert lit() - without > 100
        keys(ESCAPE)
        assert lit() == without


def test_its_place_and_value_are_told_even_where_little_is_written(
    shown: App, keys: Keys, qtbot: QtBot
) -> None:
    shown.document.set_annotations(Annotations.FEW)
    with qtbot.waitSignal(shown.announcer.said, timeout=5000) as spoken:
        keys(Qt.Key.Key_D, RIGHT)
    column, row = (int(part) for part in place(shown))
    assert f"at {column}, {row}" in spoken.args[0]
    assert any(f"at {column}, {row}" in line for line in shown.corners.display.lines)
    keys(ENTER)
    with qtbot.waitSignal(shown.announcer.said, timeout=5000) as spoken:
        keys(RIGHT, times=5, shift=True)
    assert spoken.args[0].startswith("80.0 mm")


def test_escape_gives_up_what_was_begun_then_the_cross_then_the_view(shown: App, keys: Keys) -> None:
    keys(Qt.Key.Key_R, Qt.Key.Key_D, RIGHT, ENTER, RIGHT)
    keys(ESCAPE)
    assert shown.view.key_hand.cross is not None
    keys(ENTER, RIGHT, ENTER)
    assert len(shown.document.measurements.current) == 1
    keys(ESCAPE)
    assert shown.view.key_hand.cross is None
    assert shown.document.orientation.quarter_turns == 1
    keys(ESCAPE)
    assert shown.document.orientation.quarter_turns == 0


def test_a_measurement_is_chosen_moved_and_removed(shown: App, keys: Keys) -> None:
    for way in (RIGHT, DOWN):
        keys(Qt.Key.Key_D, way, ENTER)
        keys(way, times=5, shift=True)
        keys(ENTER)
    keys(Qt.Key.Key_W, Qt.Key.Key_N)
    first = shown.document.measurements.current[0].points
    keys(DOWN, shift=True)
    moved = shown.document.measurements.current[0].points
    assert [(a - c, b - d) for (a, b), (c, d) in zip(moved, first, strict=True)] == [(0, 20), (0, 20)]
    # One end of it alone.
    keys(ENTER, LEFT)
    assert shown.view.key_hand.held_point == 0
    assert said(shown).startswith("80.8 mm")
    keys(ENTER, ENTER)
    assert shown.view.key_hand.held_point is None
    keys(Qt.Key.Key_N, Qt.Key.Key_Delete)
    assert said(shown) == "80.8 mm, detector plane"


def test_what_would_leave_the_film_stays_whole(shown: App, keys: Keys) -> None:
    keys(Qt.Key.Key_D, RIGHT, ENTER)
    keys(RIGHT, times=5, shift=True)
    keys(ENTER, Qt.Key.Key_W, Qt.Key.Key_N)
    keys(RIGHT, times=30, shift=True)
    assert said(shown) == "80.0 mm, detector plane"


def test_a_box_is_drawn_by_keys_alone(shown: App, keys: Keys, settle: Callable[[], None]) -> None:
    keys(Qt.Key.Key_B, RIGHT)
    left, top = place(shown)
    keys(ENTER)
    keys(RIGHT, DOWN, times=3, shift=True)
    assert shown.probing.box == pytest.approx((left, top, left + 60, top + 60))
    assert shown.probing.answer is None
    keys(ENTER)
    settle()
    assert shown.probing.answer is not None
    assert "With the box hidden" in shown.panel.text


def test_a_box_that_was_given_up_hides_nothing(shown: App, keys: Keys) -> None:
    keys(Qt.Key.Key_B, RIGHT, ENTER)
    keys(RIGHT, DOWN, shift=True)
    keys(ESCAPE)
    assert shown.probing.box is None


def test_the_box_has_a_button_in_the_tool_bar(shown: App) -> None:
    assert not shown.actions["tool.box"].icon().isNull()


def test_without_a_tool_that_draws_the_arrow_keys_do_nothing(shown: App, keys: Keys) -> None:
    voi, zoom = shown.document.voi, shown.view.zoom
    keys(RIGHT, DOWN, ENTER)
    assert shown.view.key_hand.cross is None
    assert (shown.document.voi, shown.view.zoom) == (voi, zoom)

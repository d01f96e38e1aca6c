"""A film turned and mirrored on the light box."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.app import App
from desktop.orientation import Orientation
from inference import look_up
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
ROWS, COLUMNS = 500, 400
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
TURNS = {
    "R": (Qt.Key.Key_R, NONE, lambda picture: np.rot90(picture, -1)),
    "Shift+R": (Qt.Key.Key_R, SHIFT, np.rot90),
    "H": (Qt.Key.Key_H, NONE, np.fliplr),
    "V": (Qt.Key.Key_V, NONE, np.flipud),
}


@pytest.fixture
def shown(app: App, open_and_wait: Open, tmp_path: Path) -> App:
    open_and_wait(write_dicom(tmp_path / "film", dicom(thorax_u16(ROWS, COLUMNS), bits=12)))
    return app


def turn(app: App, *names: str) -> None:
    for name in names:
        key, modifier, _ = TURNS[name]
        QTest.keyClick(app.view, key, modifier)


def drawn(app: App) -> NDArray[np.uint8]:
    picture = app.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)[:, : picture.width()]


@pytest.mark.parametrize("names", [["R"], ["Shift+R"], ["H"], ["V"], ["H", "R"], ["R", "R", "V", "R"]])
def test_pixel_for_pixel_the_picture_is_turned_and_mirrored_exactly(shown: App, names: list[str]) -> None:
    shown.actions["actual_size"].trigger()
    turn(shown, *names)
    film, table = shown.document.film, shown.document.table
    assert film is not None
    assert table is not None
    expected = look_up(film.radiograph.pixels, table)
    for name in names:
        expected = TURNS[name][2](expected)
    rect = shown.view.mapFromScene(shown.view.film_item.boundingRect()).boundingRect()
    middle = rect.center()
    part = drawn(shown)[middle.y() - 90 : middle.y() + 90, middle.x() - 90 : middle.x() + 90]
    rows, columns = expected.shape
    # Where the outline is rounded to is Qt's affair; everything else has to be right.
    matches = [
        np.array_equal(part, expected[row - 90 : row + 90, column - 90 : column + 90])
        for row in range(rows // 2 - 2, rows // 2 + 3)
        for column in range(columns // 2 - 2, columns // 2 + 3)
    ]
    assert sum(matches) == 1


def test_a_turned_film_is_fitted_as_it_lies(shown: App) -> None:
    port = shown.view.viewport()
    turn(shown, "R")
    assert shown.view.zoom == pytest.approx(min(port.width() / ROWS, port.height() / COLUMNS))
    rect = shown.view.mapFromScene(shown.view.film_item.boundingRect()).boundingRect()
    assert rect.width() > rect.height()
    assert (rect.center() - port.rect().center()).manhattanLength() <= 3


@pytest.mark.parametrize("names", [["R"], ["H"], ["V", "R"], ["R", "R"]])
def test_zoom_at_the_cursor_pan_and_value_are_right_however_it_lies(shown: App, names: list[str]) -> None:
    turn(shown, *names)
    at = QPoint(420, 310)
    before = shown.view.mapToScene(at)
    shown.view.zoom_by(2.0, QPointF(at))
    assert (shown.view.mapToScene(at) - before).manhattanLength() * shown.view.zoom <= 2.5
    before = shown.view.mapToScene(at)
    shown.view.pan_by(QPointF(30, -20))
    assert (shown.view.mapToScene(at + QPoint(30, -20)) - before).manhattanLength() * shown.view.zoom <= 2.5
    heard: list[tuple[int, int]] = []
    shown.view.hovered.connect(lambda row, column: heard.append((row, column)))
    QTest.mouseMove(shown.view.viewport(), at + QPoint(20, 20))
    QTest.mouseMove(shown.view.viewport(), at)
    point = shown.view.mapToScene(at)
    assert abs(heard[-1][0] - point.y()) <= 1
    assert abs(heard[-1][1] - point.x()) <= 1


def test_what_was_in_the_middle_stays_in_the_middle(shown: App) -> None:
    shown.view.zoom_by(3.0, QPointF(300, 250))
    middle = shown.view.viewport().rect().center()
    before = shown.view.mapToScene(middle)
    for name in ("R", "H", "V", "Shift+R"):
        turn(shown, name)
        assert (shown.view.mapToScene(middle) - before).manhattanLength() * shown.view.zoom <= 4


def test_a_mirrored_picture_says_so_for_as_long_as_it_is_one(shown: App) -> None:
    turn(shown, "H")
    assert "FLIPPED left to right" in shown.corners.display.lines
    assert "FLIPPED left to right" in shown.corners.display.accessibleName()
    turn(shown, "R")
    assert "FLIPPED, turned 90° clockwise" in shown.corners.display.lines
    turn(shown, "Shift+R", "H", "R")
    assert "Turned 90° clockwise" in shown.corners.display.lines
    turn(shown, "Shift+R")
    assert not any("FLIPPED" in line or "Turned" in line for line in shown.corners.display.lines)


def test_reset_and_another_film_put_it_back(
    shown: App, open_and_wait: Open, tmp_path: Path, settle: Callable[[], None]
) -> None:
    turn(shown, "H", "R")
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    assert shown.document.orientation == Orientation()
    assert shown.view.transform().m11() == pytest.approx(shown.view.zoom)
    turn(shown, "V")
    open_and_wait(write_dicom(tmp_path / "other", dicom(thorax_u16(300, 200, seed=1), bits=12)))
    QTest.keyClick(shown.view, Qt.Key.Key_PageDown)
    settle()
    assert shown.document.orientation == Orientation()
    QTest.keyClick(shown.view, Qt.Key.Key_PageUp)
    settle()
    assert shown.document.orientation == Orientation()


def test_numbers_and_map_are_those_of_the_file_s_picture(shown: App) -> None:
    entry = shown.document.current
    turn(shown, "H", "R")
    assert shown.document.current is entry
    shown.document.set_overlay(shown=True)
    assert shown.view.map_item.boundingRect() == shown.view.film_item.boundingRect()


def test_pixels_that_are_not_square_stay_so_on_their_side(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    ds = dicom(thorax_u16(400, 300)[::2], bits=12, ImagerPixelSpacing=[0.4, 0.2])
    open_and_wait(write_dicom(tmp_path / "film", ds))
    turn(app, "R")
    rect = app.view.mapFromScene(app.view.film_item.boundingRect()).boundingRect()
    assert rect.width() / rect.height() == pytest.approx(400 / 300, abs=0.01)

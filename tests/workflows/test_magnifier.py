"""The lens over the film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.magnifier import DIAMETER, Magnifier
from phantom import dicom, write_dicom


def test_it_shows_the_film_twice_as_large_at_the_cursor_while_its_key_is_held(
    app: App, open_and_wait: Callable[..., None], tmp_path: Path
) -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (500, 400), np.uint8, endpoint=True)
    ds = dicom(pixels, WindowCenter=128, WindowWidth=256)
    open_and_wait(write_dicom(tmp_path / "film", ds))
    app.actions["actual_size"].trigger()
    lens = app.view.findChild(Magnifier)
    assert lens is not None
    at = app.view.mapFromScene(QPointF(200, 250))
    QTest.mouseMove(app.view.viewport(), at + QPoint(5, 5))
    QTest.mouseMove(app.view.viewport(), at)
    QApplication.processEvents()
    QTest.keyPress(app.view, Qt.Key.Key_X)
    assert lens.isVisible()
    assert lens.geometry().center() == at - QPoint(1, 1)
    # A mark of four pixels in an otherwise flat place would do; noise leaves no other explanation.
    picture = lens.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    drawn = np.frombuffer(picture.constBits(), np.uint8).reshape(DIAMETER, -1)[60:140, 60:140]
    enlarged = np.kron(pixels[230:270, 180:220], np.ones((2, 2)))
    assert np.corrcoef(drawn.ravel(), enlarged.ravel())[0, 1] > 0.8
    QTest.mouseMove(app.view.viewport(), at + QPoint(30, 10))
    QApplication.processEvents()
    assert lens.geometry().center() == at + QPoint(29, 9)
    QTest.keyRelease(app.view, Qt.Key.Key_X)
    assert not lens.isVisible()


def test_held_keys_are_let_go_with_the_keyboard(
    app: App, open_and_wait: Callable[..., None], film: Path
) -> None:
    open_and_wait(film)
    lens = app.view.findChild(Magnifier)
    assert lens is not None
    app.view.setFocus()
    QTest.keyPress(app.view, Qt.Key.Key_X)
    QTest.keyPress(app.view, Qt.Key.Key_Space)
    assert lens.isVisible()
    assert app.view.held_keys.pans
    # Whoever has the keyboard now hears of the releases; nobody here does.
    app.films.setFocus()
    assert not lens.isVisible()
    assert not app.view.held_keys.pans


def test_without_a_film_there_is_nothing_to_enlarge(app: App) -> None:
    QTest.keyPress(app.view, Qt.Key.Key_X)
    lens = app.view.findChild(Magnifier)
    assert lens is not None
    assert not lens.isVisible()

"""Pixels twice as high as wide: 200 rows of 400 columns are a square film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App
from phantom import dicom, thorax_u16, write_dicom


@pytest.fixture
def shown(app: App, open_and_wait: Callable[..., None], tmp_path: Path) -> App:
    """On the light box, with its map."""
    ds = dicom(thorax_u16(400, 400)[::2], bits=12, PixelSpacing=[0.4, 0.2], ImagerPixelSpacing=[0.4, 0.2])
    open_and_wait(write_dicom(tmp_path / "film", ds))
    app.document.set_overlay(shown=True)
    assert app.document.film is not None
    assert app.document.film.radiograph.pixel_aspect == 2.0
    return app


def on_screen(app: App) -> tuple[float, float]:
    shape = app.view.mapFromScene(app.view.film_item.boundingRect()).boundingRect()
    return shape.width(), shape.height()


def test_the_film_is_a_square(shown: App) -> None:
    for command in ("fit", "actual_size", "zoom_in"):
        shown.actions[command].trigger()
        width, height = on_screen(shown)
        assert width == pytest.approx(height, abs=2)
    shown.actions["fit"].trigger()
    port = shown.view.viewport()
    assert on_screen(shown)[1] == pytest.approx(min(port.width(), port.height()), abs=2)


def test_film_and_map_cover_the_same(shown: App) -> None:
    assert shown.view.map_item.boundingRect() == shown.view.film_item.boundingRect()


def test_the_middle_of_the_film_is_in_the_middle_and_the_value_is_the_one_there(shown: App) -> None:
    port = shown.view.viewport()
    assert (shown.view.mapToScene(port.rect().center()) - QPointF(200, 100)).manhattanLength() < 3
    at = shown.view.mapFromScene(QPointF(100.5, 150.5))
    QTest.mouseMove(port, at + QPoint(20, 20))
    heard: list[tuple[int, int]] = []
    shown.view.hovered.connect(lambda row, column: heard.append((row, column)))
    QTest.mouseMove(port, at)
    QApplication.processEvents()
    row, column = heard[-1]
    assert abs(row - 150) <= 1
    assert abs(column - 100) <= 1


def test_the_wheel_keeps_the_place_under_the_cursor(shown: App) -> None:
    at = QPoint(350, 250)
    before = shown.view.mapToScene(at)
    shown.view.zoom_by(2.0, QPointF(at))
    moved = shown.view.mapToScene(at) - before
    assert abs(moved.x()) < 3
    assert abs(moved.y()) < 3


def test_the_thumbnail_is_a_square(shown: App) -> None:
    assert shown.document.current is not None
    thumbnail = shown.document.current.thumbnail
    assert thumbnail is not None
    assert thumbnail.width() == thumbnail.height()

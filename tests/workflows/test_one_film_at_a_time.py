"""What is on the screen belongs to one film, in every single picture of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop.app import App
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

Open = Callable[..., None]
Settle = Callable[[], None]


def painted_once(app: App) -> QImage:
    """The window after one paint pass and no other event, as its backing store has it."""
    QApplication.sendEvent(app.window, QEvent(QEvent.Type.UpdateRequest))
    return app.window.screen().grabWindow(app.window.winId()).toImage()


def colour_of_film(app: App, picture: QImage) -> QColor:
    """Beside the middle of the light box, where no text stands."""
    port = app.view.viewport()
    middle = port.mapTo(app.window, QPoint(port.width() // 2, port.height() // 2 - 150))
    return picture.pixelColor(middle)


def light_box(app: App, picture: QImage) -> QImage:
    """The middle of the light box, between the corner texts."""
    port = app.view.viewport()
    middle = port.mapTo(app.window, port.rect().center())
    return picture.copy(middle.x() - 100, middle.y() - 150, 200, 300)


def two_grey_films(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    """Grey 60 current, grey 200 known but not in memory."""
    paths = [
        write_image(tmp_path / f"{name}.png", np.full((300, 300), grey, np.uint8))
        for name, grey in (("a", 60), ("b", 200))
    ]
    open_and_wait(*paths)
    for _ in range(3):
        QApplication.processEvents()
    app.reader._films.pop(app.document.entries[1].number, None)


def test_the_former_film_is_gone_with_the_first_paint(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    two_grey_films(app, open_and_wait, tmp_path)
    assert colour_of_film(app, painted_once(app)).red() == 60
    app.document.select(app.document.entries[1].number)
    assert app.document.film is None
    assert "b.png" in app.window.windowTitle()
    assert colour_of_film(app, painted_once(app)).red() == 0


def test_other_greys_are_there_with_the_first_paint(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    two_grey_films(app, open_and_wait, tmp_path)
    app.document.set_inverse(True)
    assert colour_of_film(app, painted_once(app)).red() == 195


def test_the_former_map_is_gone_with_the_first_paint(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    open_and_wait(write_image(tmp_path / "a.png", thorax_u8(400, 300)))
    QApplication.processEvents()
    painted_once(app)
    bare = light_box(app, painted_once(app))
    assert app.document.current is not None
    strongest = max(app.document.current.saliencies, key=lambda s: float(s.class_map.max()))
    app.document.set_overlay(shown=True, opacity=1.0, map=strongest.finding)
    assert light_box(app, painted_once(app)) != bare
    app.document.set_overlay(shown=False)
    assert light_box(app, painted_once(app)) == bare


def test_no_name_stands_over_the_next_film_while_it_is_read(
    app: App, open_and_wait: Open, tmp_path: Path, settle: Settle
) -> None:
    first = write_dicom(tmp_path / "a", dicom(thorax_u16(300, 300), bits=12))
    second = write_image(tmp_path / "b.png", thorax_u8(300, 300))
    open_and_wait(first, second)
    assert app.corners.patient.lines
    app.reader._films.pop(app.document.entries[1].number, None)
    app.document.select(app.document.entries[1].number)
    assert app.document.film is None
    assert app.corners.patient.lines == app.corners.study.lines == app.corners.display.lines == []
    settle()
    assert app.corners.patient.lines == ["b.png"]


def test_the_next_film_is_shown_through_its_own_window(
    app: App, open_and_wait: Open, films: list[Path], settle: Settle
) -> None:
    open_and_wait(*films[:2])
    app.document.choose_voi(0)
    app.document.step(1)
    settle()
    assert app.document.film is not None
    assert app.document.voi == app.document.film.radiograph.default_voi

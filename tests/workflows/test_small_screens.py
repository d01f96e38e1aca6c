"""On a small screen, and beside a large text, the film keeps its room and every dialog fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea
from pytestqt.qtbot import QtBot

from desktop import settings, theme
from desktop.app import App
from desktop.columns import FILM, LIST, PANEL
from desktop.film_list import fitted_heading
from desktop.film_rows import Heading
from desktop.grouping import STUDY_LEVEL
from desktop.histogram_view import HEIGHT
from inference import Classifier, Loader
from phantom import write_image

Open = Callable[..., None]
MIDDLE = QPointF(0, 200)


@pytest.fixture(autouse=True)
def undressed_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp)


@pytest.fixture
def shown(app: App, open_and_wait: Open, film: Path) -> App:
    open_and_wait(film)
    return app


def resize(app: App, width: int, height: int) -> None:
    app.window.resize(width, height)
    QApplication.processEvents()


def drag_edge(app: App, column: int, by: int) -> None:
    """The edge at the left of a column."""
    handle = app.columns.handle(column)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, at, button, held in (
        (QEvent.Type.MouseButtonPress, MIDDLE, left, left),
        (QEvent.Type.MouseMove, MIDDLE + QPointF(by, 0), none, left),
        (QEvent.Type.MouseButtonRelease, MIDDLE + QPointF(by, 0), left, none),
    ):
        there = QPointF(handle.mapToGlobal(QPoint())) + at
        QApplication.sendEvent(
            handle, QMouseEvent(kind, at, there, button, held, Qt.KeyboardModifier.NoModifier)
        )


@pytest.mark.parametrize(
    ("width", "text", "share"),
    [(1366, 100, 0.69), (1366, 150, 0.63), (1920, 150, 0.66), (960, 100, 0.61), (960, 150, 0.65)],
)
def test_the_film_keeps_its_share(shown: App, width: int, text: int, share: float) -> None:
    settings.TEXT_SIZE.save(text)
    resize(shown, width, 740)
    assert shown.window.width() == width
    assert shown.pair.width() >= share * width
    body = shown.panel.widget()
    assert body.minimumSizeHint().width() <= shown.panel.viewport().width()


def test_it_is_so_after_the_window_was_large_as_well_and_goes_back(shown: App) -> None:
    resize(shown, 1920, 900)
    large = shown.columns.sizes()
    resize(shown, 960, 600)
    small = shown.columns.sizes()
    assert small[LIST] < large[LIST]
    assert small[PANEL] < large[PANEL]
    resize(shown, 1920, 900)
    assert shown.columns.sizes() == large


def test_whoever_makes_a_column_wider_keeps_it_so(
    shown: App, tiny_model: Path, shared_loader: Loader, film: Path, qtbot: QtBot
) -> None:
    drag_edge(shown, PANEL, -200)
    wide = shown.columns.sizes()
    assert wide[PANEL] > 400
    resize(shown, 1366, 700)
    assert shown.columns.sizes() == wide
    shown.window.close()
    again = App(lambda: Classifier(tiny_model), make_loader=lambda: shared_loader)
    again.open([str(film)])
    again.window.resize(1366, 740)
    again.window.show()
    qtbot.waitUntil(lambda: again.columns.sizes()[PANEL] > 0)
    assert again.columns.sizes()[PANEL] == pytest.approx(wide[PANEL], abs=2)
    again.window.close()


@pytest.mark.parametrize("nonsense", [b"", b"nonsense", b"1 2 3", b"0.5 7:100 x:y", b"\xff\xfe"])
def test_widths_that_nobody_wrote_change_nothing(shown: App, nonsense: bytes) -> None:
    before = shown.columns.sizes()
    shown.columns.take(QByteArray(nonsense))
    assert shown.columns.sizes() == before


def test_a_folded_column_gives_all_its_room_to_the_film(shown: App) -> None:
    before = shown.columns.sizes()
    shown.actions["panel"].trigger()
    QApplication.processEvents()
    # The line between them goes as well.
    assert shown.columns.sizes()[FILM] == pytest.approx(before[FILM] + before[PANEL], abs=1)
    shown.actions["panel"].trigger()
    QApplication.processEvents()
    assert shown.columns.sizes() == before


def test_the_histogram_is_whole_or_folded_away(shown: App) -> None:
    resize(shown, 960, 600)
    shown.actions["histogram"].trigger()
    QApplication.processEvents()
    assert shown.histogram.height() >= HEIGHT
    resize(shown, 960, 340)
    assert not shown.histogram.isVisible()
    assert shown.panel.isVisible()
    resize(shown, 960, 600)
    assert shown.histogram.isVisible()


def test_why_there_is_no_number_is_in_view_wherever_the_panel_was_scrolled_to(
    shown: App, open_and_wait: Open, tmp_path: Path
) -> None:
    open_and_wait(write_image(tmp_path / "blank.png", np.full((300, 300), 7, np.uint8)))
    settings.TEXT_SIZE.save(150)
    resize(shown, 960, 500)
    shown.document.step(-1)
    QApplication.processEvents()
    bar = shown.panel.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    # Another change of the same film leaves it where it is.
    shown.document.set_overlay(shown=True)
    assert bar.value() > 0
    shown.document.step(1)
    QApplication.processEvents()
    assert "Refused" in shown.panel.text
    assert bar.value() == 0


def test_the_keys_go_on_with_the_film_when_the_panel_is_folded_away(shown: App, qtbot: QtBot) -> None:
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    shown.panel.table.setFocus()
    assert shown.panel.table.hasFocus()
    shown.actions["panel"].trigger()
    assert shown.view.hasFocus()


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("name", ["keys", "preferences", "about", "card", "installation_check"])
def test_every_dialog_fits_the_screen_and_scrolls_downwards_alone(shown: App, name: str, text: int) -> None:
    settings.TEXT_SIZE.save(text)
    shown.actions[name].trigger()
    (dialog,) = (found for found in shown.window.findChildren(QDialog) if found.isVisible())
    QApplication.processEvents()
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    for area in dialog.findChildren(QScrollArea):
        assert area.widget().width() <= area.viewport().width()
    dialog.close()


def test_a_study_never_loses_its_year() -> None:
    heading = Heading(STUDY_LEVEL, "01/01/2024  DX", "Chest")
    assert fitted_heading(heading, lambda _: True) == ("01/01/2024  DX", "Chest")
    assert fitted_heading(heading, lambda text: len(text) <= 10) == ("01/01/2024", "DX  Chest")

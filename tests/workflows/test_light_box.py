"""What mouse and keys do to the film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.gestures import PIXELS_FOR_FULL_RANGE
from inference import Window, look_up
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton


@pytest.fixture
def shown(app: App, open_and_wait: Open, tmp_path: Path) -> App:
    """A 12-bit film with two windows of its own, on the light box."""
    ds = dicom(
        thorax_u16(500, 400),
        bits=12,
        WindowCenter=[2048, 1000],
        WindowWidth=[4000, 800],
        WindowCenterWidthExplanation=["WHOLE", "LUNG"],
    )
    open_and_wait(write_dicom(tmp_path / "film", ds))
    return app


def drag(app: App, button: Qt.MouseButton, start: QPointF, moved: QPointF) -> None:
    """Press, move in four steps, release: on the film."""
    port, none = app.view.viewport(), Qt.KeyboardModifier.NoModifier

    def send(kind: QEvent.Type, at: QPointF, changed: Qt.MouseButton, held: Qt.MouseButton) -> None:
        event = QMouseEvent(kind, at, QPointF(port.mapToGlobal(at.toPoint())), changed, held, none)
        QApplication.sendEvent(port, event)

    send(QEvent.Type.MouseButtonPress, start, button, button)
    for step in range(1, 5):
        send(QEvent.Type.MouseMove, start + moved * step / 4, Qt.MouseButton.NoButton, button)
    send(QEvent.Type.MouseButtonRelease, start + moved, button, Qt.MouseButton.NoButton)


def wheel(app: App, at: QPointF, notches: int) -> None:
    port = app.view.viewport()
    event = QWheelEvent(
        at,
        QPointF(port.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def film_point(app: App, at: QPointF) -> QPointF:
    return app.view.mapToScene(at.toPoint())


def window(app: App) -> Window:
    voi = app.document.voi
    assert isinstance(voi, Window)
    return voi


def test_a_film_opens_fitted_and_as_its_file_asks(shown: App) -> None:
    port = shown.view.viewport()
    assert shown.view.zoom == pytest.approx(min(port.width() / 400, port.height() / 500))
    assert window(shown).explanation == "WHOLE"
    assert any("WHOLE" in line for line in shown.corners.display.lines)


def test_dragging_across_changes_the_width_by_what_was_dragged(shown: App) -> None:
    before = window(shown)
    drag(shown, LEFT, QPointF(300, 300), QPointF(80, 0))
    assert shown.document.film is not None
    step = shown.document.film.radiograph.full_window.width / PIXELS_FOR_FULL_RANGE
    assert window(shown).width == pytest.approx(before.width + 80 * step)
    assert window(shown).center == pytest.approx(before.center)


def test_dragging_along_changes_the_level_by_what_was_dragged(shown: App) -> None:
    before = window(shown)
    drag(shown, LEFT, QPointF(300, 300), QPointF(0, -40))
    assert shown.document.film is not None
    step = shown.document.film.radiograph.full_window.width / PIXELS_FOR_FULL_RANGE
    assert window(shown).center == pytest.approx(before.center - 40 * step)
    assert window(shown).width == pytest.approx(before.width)


def test_dragging_never_changes_the_numbers(shown: App) -> None:
    entry = shown.document.current
    drag(shown, LEFT, QPointF(300, 300), QPointF(200, 200))
    assert shown.document.current is entry


def test_a_click_changes_nothing(shown: App) -> None:
    before = window(shown)
    drag(shown, LEFT, QPointF(300, 300), QPointF(1, 1))
    assert window(shown) == before


def test_what_is_drawn_is_the_film_through_its_window(shown: App) -> None:
    shown.actions["actual_size"].trigger()
    drag(shown, LEFT, QPointF(300, 300), QPointF(-100, 30))
    document = shown.document
    assert document.film is not None
    assert document.table is not None
    expected = look_up(document.film.radiograph.pixels, document.table)
    picture = shown.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    # The middle, where no corner text lies.
    corner = shown.view.mapFromScene(QPointF(100, 200))
    drawn = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), -1)
    part = drawn[corner.y() : corner.y() + 100, corner.x() : corner.x() + 200]
    assert np.array_equal(part, expected[200:300, 100:300])


def test_the_wheel_zooms_at_the_cursor(shown: App) -> None:
    for at, notches in ((QPointF(300, 200), 3), (QPointF(620, 500), 2), (QPointF(400, 100), -4)):
        before, zoom = film_point(shown, at), shown.view.zoom
        wheel(shown, at, notches)
        moved = film_point(shown, at) - before
        assert shown.view.zoom == pytest.approx(zoom * 1.25**notches)
        assert moved.manhattanLength() * shown.view.zoom <= 2.5


def test_the_wheel_never_changes_the_patient(app: App, open_and_wait: Open, films: list[Path]) -> None:
    open_and_wait(*films[:2])
    current = app.document.current
    wheel(app, QPointF(400, 300), -5)
    assert app.document.current is current


def test_a_right_drag_zooms_and_a_right_click_opens_the_menu(shown: App, qtbot: QtBot) -> None:
    zoom = shown.view.zoom
    with qtbot.assertNotEmitted(shown.view.menu_wanted):
        drag(shown, RIGHT, QPointF(300, 300), QPointF(0, -60))
    assert shown.view.zoom > zoom
    with qtbot.waitSignal(shown.view.menu_wanted):
        drag(shown, RIGHT, QPointF(300, 300), QPointF(0, 0))
    QApplication.activePopupWidget().close()


def test_the_menu_opens_without_a_mouse_and_without_a_key_of_its_own(shown: App, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.view.menu_wanted):
        QTest.keyClick(shown.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    QApplication.activePopupWidget().close()


def test_a_middle_drag_pans(shown: App) -> None:
    before = film_point(shown, QPointF(300, 300))
    drag(shown, MIDDLE, QPointF(300, 300), QPointF(40, 60))
    assert (film_point(shown, QPointF(340, 360)) - before).manhattanLength() * shown.view.zoom <= 2.5


def test_space_makes_the_left_button_pan(shown: App) -> None:
    voi, before = shown.document.voi, film_point(shown, QPointF(300, 300))
    QTest.keyPress(shown.view, Qt.Key.Key_Space)
    drag(shown, LEFT, QPointF(300, 300), QPointF(40, 0))
    QTest.keyRelease(shown.view, Qt.Key.Key_Space)
    assert shown.document.voi == voi
    assert (film_point(shown, QPointF(340, 300)) - before).manhattanLength() * shown.view.zoom <= 2.5
    drag(shown, LEFT, QPointF(300, 300), QPointF(40, 0))
    assert shown.document.voi != voi


def test_the_chosen_tool_is_what_the_left_button_does(shown: App) -> None:
    voi, zoom = shown.document.voi, shown.view.zoom
    press(shown, Qt.Key.Key_Z)
    drag(shown, LEFT, QPointF(300, 300), QPointF(0, -60))
    assert shown.view.zoom > zoom
    press(shown, Qt.Key.Key_T)
    drag(shown, LEFT, QPointF(300, 300), QPointF(50, 0))
    assert shown.document.voi == voi
    press(shown, Qt.Key.Key_W)
    drag(shown, LEFT, QPointF(300, 300), QPointF(50, 0))
    assert shown.document.voi != voi


def test_a_double_click_shows_the_film_alone_and_again_brings_everything_back(shown: App) -> None:
    port = shown.view.viewport()
    QTest.mouseDClick(port, LEFT, pos=QPoint(300, 300))
    assert shown.window.isFullScreen()
    assert not shown.films.isVisible()
    assert not shown.panel.isVisible()
    # Always in view, also here.
    assert "Research use, not a medical device" in shown.corners.series.lines
    QTest.mouseDClick(port, LEFT, pos=QPoint(300, 300))
    assert not shown.window.isFullScreen()
    assert shown.films.isVisible()
    assert shown.panel.isVisible()


def test_full_screen_says_what_it_is_not_also_without_a_film(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    app.actions["full_screen"].trigger()
    assert app.corners.series.lines == ["Research use, not a medical device"]
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"broken")
    open_and_wait(broken)
    assert app.corners.series.lines == ["Research use, not a medical device"]
    assert app.corners.series.isVisible()
    app.actions["full_screen"].trigger()
    assert app.corners.series.lines == []


def test_numbers_choose_among_the_windows(shown: App) -> None:
    press(shown, Qt.Key.Key_2)
    assert window(shown).explanation == "LUNG"
    press(shown, Qt.Key.Key_1)
    assert window(shown).explanation == "WHOLE"
    press(shown, Qt.Key.Key_0)
    assert window(shown).explanation == "automatic"
    press(shown, Qt.Key.Key_7)
    assert window(shown).explanation == "automatic"
    assert [shown.actions[f"voi.{i}"].isVisible() for i in range(4)] == [True, True, True, False]


def test_keys_invert_fit_zoom_and_reset(shown: App) -> None:
    fitted = shown.view.zoom
    press(shown, Qt.Key.Key_I)
    assert shown.document.inverse
    assert "Inverted" in shown.corners.display.lines
    press(shown, Qt.Key.Key_P)
    assert shown.view.zoom == pytest.approx(1.0)
    press(shown, Qt.Key.Key_Plus)
    assert shown.view.zoom == pytest.approx(1.25)
    press(shown, Qt.Key.Key_Minus)
    assert shown.view.zoom == pytest.approx(1.0)
    press(shown, Qt.Key.Key_F)
    assert shown.view.zoom == pytest.approx(fitted)
    press(shown, Qt.Key.Key_2)
    press(shown, Qt.Key.Key_P)
    press(shown, Qt.Key.Key_Escape)
    assert window(shown).explanation == "WHOLE"
    assert not shown.document.inverse
    assert shown.view.zoom == pytest.approx(fitted)


def test_a_fitted_film_stays_fitted_when_the_window_changes(shown: App, qtbot: QtBot) -> None:
    before = shown.view.zoom
    shown.window.resize(1000, 600)
    qtbot.waitUntil(lambda: shown.view.zoom < before)
    port = shown.view.viewport()
    assert shown.view.zoom == pytest.approx(min(port.width() / 400, port.height() / 500))


def test_the_value_under_the_cursor_is_told(shown: App) -> None:
    film = shown.document.film
    assert film is not None
    at = shown.view.mapFromScene(QPointF(200.5, 250.5))
    drag(shown, Qt.MouseButton.NoButton, QPointF(at), QPointF(0, 0))
    point = shown.view.mapToScene(at)
    row, column = int(point.y()), int(point.x())
    value = film.radiograph.modality_value(row, column)
    assert f"Value {value:g}  at {column}, {row}" in shown.corners.display.lines


def test_the_value_under_a_resting_cursor_is_that_of_the_film_on_view(
    shown: App, open_and_wait: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    other = dicom(thorax_u16(600, 300) // 2, bits=12)
    open_and_wait(write_dicom(tmp_path / "other", other))
    at = shown.view.viewport().rect().center()
    drag(shown, Qt.MouseButton.NoButton, QPointF(at), QPointF(0, 0))
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        before = shown.document.film
        press(shown, key)
        qtbot.waitUntil(lambda: shown.document.film is not None)
        film, point = shown.document.film, shown.view.film_at(QPointF(at))
        assert film is not None
        assert film is not before
        row, column = int(point.y()), int(point.x())
        value = film.radiograph.modality_value(row, column)
        assert f"Value {value:g}  at {column}, {row}" in shown.corners.display.lines


def test_columns_fold_away_and_the_film_grows(shown: App) -> None:
    width = shown.view.width()
    press(shown, Qt.Key.Key_F7)
    press(shown, Qt.Key.Key_F8)
    assert not shown.films.isVisible()
    assert not shown.panel.isVisible()
    QApplication.processEvents()
    assert shown.view.width() > width


def test_the_film_has_seven_tenths_of_a_small_screen(shown: App) -> None:
    shown.window.resize(1366, 740)
    QApplication.processEvents()
    assert shown.view.width() >= 0.7 * shown.window.width() - 1


def press(app: App, key: Qt.Key) -> None:
    QTest.keyClick(app.view, key)


def test_a_wheel_across_does_not_end_fitting(shown: App, qtbot: QtBot) -> None:
    wheel(shown, QPointF(300, 300), 0)
    before = shown.view.zoom
    shown.window.resize(1000, 600)
    qtbot.waitUntil(lambda: shown.view.zoom < before)


def test_the_value_is_whole_however_small_the_film(shown: App) -> None:
    shown.window.resize(760, 500)
    QApplication.processEvents()
    at = shown.view.mapFromScene(QPointF(200.5, 250.5))
    drag(shown, Qt.MouseButton.NoButton, QPointF(at), QPointF(0, 0))
    text = shown.corners.display
    line = next(line for line in text.lines if line.startswith("Value "))
    assert text.fontMetrics().horizontalAdvance(line) <= text.width()
    assert line in text.drawn_lines

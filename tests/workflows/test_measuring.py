"""Distances and angles drawn on a film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import measure_items, theme
from desktop.annotations import Annotations
from desktop.app import App
from desktop.geometry import Kind, Measurement, Point
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

Open = Callable[..., None]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def shown(app: App, open_and_wait: Open, tmp_path: Path) -> App:
    """A film of 400 x 500 pixels of 0.8 mm, a screen pixel for each."""
    open_and_wait(write_dicom(tmp_path / "film", dicom(thorax_u16(500, 400), bits=12)))
    app.actions["actual_size"].trigger()
    return app


def on_screen(app: App, across: float, down: float) -> QPointF:
    return QPointF(app.view.mapFromScene(QPointF(across, down)))


def send(app: App, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    port, keys = app.view.viewport(), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        port, QMouseEvent(kind, at, QPointF(port.mapToGlobal(at.toPoint())), button, held, keys)
    )


def drag(app: App, start: QPointF, end: QPointF) -> None:
    send(app, QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    for step in (1, 2, 3):
        send(app, QEvent.Type.MouseMove, start + (end - start) * step / 3, NONE, LEFT)
    send(app, QEvent.Type.MouseButtonRelease, end, LEFT, NONE)


def click(app: App, at: QPointF) -> None:
    send(app, QEvent.Type.MouseMove, at, NONE, NONE)
    send(app, QEvent.Type.MouseButtonPress, at, LEFT, LEFT)
    send(app, QEvent.Type.MouseButtonRelease, at, LEFT, NONE)


def press(app: App, key: Qt.Key) -> None:
    QTest.keyClick(app.view, key)


def said(app: App) -> str:
    return app.view.accessibleDescription()


def test_a_drag_measures_a_distance_in_the_film_s_millimetres(shown: App) -> None:
    voi = shown.document.voi
    press(shown, Qt.Key.Key_D)
    drag(shown, on_screen(shown, 100, 200), on_screen(shown, 250, 200))
    assert said(shown) == "120.0 mm, detector plane"
    assert shown.document.voi == voi


def test_two_clicks_measure_it_too_and_it_grows_with_the_cursor(shown: App) -> None:
    press(shown, Qt.Key.Key_D)
    click(shown, on_screen(shown, 100, 200))
    assert said(shown) == ""
    click(shown, on_screen(shown, 100, 300))
    assert said(shown) == "80.0 mm, detector plane"


def test_a_picture_is_measured_in_pixels(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    open_and_wait(write_image(tmp_path / "film.png", thorax_u8(500, 400)))
    app.actions["actual_size"].trigger()
    press(app, Qt.Key.Key_D)
    drag(app, on_screen(app, 100, 200), on_screen(app, 250, 200))
    assert said(app) == "150 px"


def test_an_angle_is_a_drag_and_a_click(shown: App) -> None:
    press(shown, Qt.Key.Key_A)
    drag(shown, on_screen(shown, 100, 200), on_screen(shown, 200, 200))
    click(shown, on_screen(shown, 300, 300))
    assert said(shown) == "135.0°"


def test_measurements_keep_their_place_and_size_however_the_film_is_shown(shown: App) -> None:
    press(shown, Qt.Key.Key_D)
    drag(shown, on_screen(shown, 100, 200), on_screen(shown, 250, 300))
    before, kept = said(shown), shown.document.measurements.current
    for key in (Qt.Key.Key_R, Qt.Key.Key_H, Qt.Key.Key_Plus, Qt.Key.Key_F, Qt.Key.Key_Escape):
        press(shown, key)
        assert said(shown) == before
        assert shown.document.measurements.current == kept


def test_delete_removes_the_chosen_one_else_the_last(shown: App) -> None:
    press(shown, Qt.Key.Key_D)
    assert not shown.actions["remove_measurement"].isEnabled()
    for down in (150, 250, 350):
        drag(shown, on_screen(shown, 100, down), on_screen(shown, 100 + down / 2, down))
    press(shown, Qt.Key.Key_W)
    click(shown, on_screen(shown, 120, 152))
    assert shown.document.measurements.selected == 0
    press(shown, Qt.Key.Key_Delete)
    assert [round(one.points[0][1]) for one in shown.document.measurements.current] == [250, 350]
    press(shown, Qt.Key.Key_Delete)
    press(shown, Qt.Key.Key_Delete)
    assert said(shown) == ""
    assert not shown.actions["remove_measurement"].isEnabled()


def test_an_end_can_be_moved(shown: App) -> None:
    press(shown, Qt.Key.Key_D)
    drag(shown, on_screen(shown, 100, 200), on_screen(shown, 200, 200))
    drag(shown, on_screen(shown, 201, 202), on_screen(shown, 300, 200))
    assert said(shown) == "160.0 mm, detector plane"


def test_escape_forgets_what_was_begun_and_nothing_else(shown: App) -> None:
    press(shown, Qt.Key.Key_D)
    press(shown, Qt.Key.Key_R)
    click(shown, on_screen(shown, 100, 200))
    press(shown, Qt.Key.Key_Escape)
    assert shown.document.orientation.quarter_turns == 1
    click(shown, on_screen(shown, 300, 200))
    assert shown.document.measurements.current == ()
    press(shown, Qt.Key.Key_Escape)
    press(shown, Qt.Key.Key_Escape)
    assert shown.document.orientation.quarter_turns == 0


def test_a_double_click_while_measuring_is_no_full_screen(shown: App) -> None:
    press(shown, Qt.Key.Key_D)
    QTest.mouseDClick(shown.view.viewport(), LEFT, pos=QPoint(300, 300))
    assert not shown.window.isFullScreen()


def test_measurements_belong_to_their_film_while_it_is_open(
    shown: App, open_and_wait: Open, tmp_path: Path, settle: Callable[[], None]
) -> None:
    first = shown.document.current_number
    press(shown, Qt.Key.Key_D)
    drag(shown, on_screen(shown, 100, 200), on_screen(shown, 250, 200))
    other = dicom(thorax_u16(300, 200, seed=1), bits=12, SOPInstanceUID="1.2.3")
    open_and_wait(write_dicom(tmp_path / "other", other))
    assert said(shown) == ""
    shown.document.select(first)
    settle()
    assert said(shown) == "120.0 mm, detector plane"
    # Another picture under the same name is another film.
    write_dicom(tmp_path / "film", dicom(thorax_u16(500, 400, seed=9), bits=12))
    press(shown, Qt.Key.Key_F5)
    settle()
    assert said(shown) == ""


def test_nothing_is_drawn_where_it_would_not_be_seen(shown: App) -> None:
    press(shown, Qt.Key.Key_D)
    shown.document.set_annotations(Annotations.NONE)
    drag(shown, on_screen(shown, 100, 200), on_screen(shown, 250, 200))
    assert shown.document.annotations is Annotations.FEW


def test_the_line_is_as_thin_at_every_zoom_and_the_numbers_of_the_model_stay(shown: App) -> None:
    entry = shown.document.current
    press(shown, Qt.Key.Key_D)
    drag(shown, on_screen(shown, 150, 250), on_screen(shown, 250, 250))
    colour = QColor(theme.ON_FILM.accent)
    for zoom in (1.0, 4.0):
        shown.view.zoom_by(zoom / shown.view.zoom, on_screen(shown, 200, 250))
        at = on_screen(shown, 200, 250).toPoint()
        picture = shown.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        column = [picture.pixelColor(at.x(), y) for y in range(at.y() - 12, at.y() + 12)]
        like = [abs(c.red() - colour.red()) + abs(c.green() - colour.green()) < 30 for c in column]
        assert 1 <= np.count_nonzero(like) <= 3
    assert shown.document.current is entry
    assert shown.document.measurements.current[0].kind is Kind.DISTANCE


def test_a_length_is_written_inside_the_view_wherever_its_ends_lie(
    shown: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[QRect] = []
    monkeypatch.setattr(measure_items, "draw_outlined", lambda _, room, *__: written.append(room))
    press(shown, Qt.Key.Key_D)
    drag(shown, on_screen(shown, 200, 250), on_screen(shown, 440, 540))
    view = shown.view.viewport().rect()
    shown.view.viewport().grab()
    assert view.contains(written[-1])
    # The line crosses the view from one side to the other.
    shown.view.zoom_by(12 / shown.view.zoom, on_screen(shown, 320, 395))
    assert not view.contains(on_screen(shown, 400, 500).toPoint())
    shown.view.viewport().grab()
    assert view.contains(written[-1])


def test_a_length_on_the_screen_ends_before_the_panel_begins(
    shown: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A picture that is grabbed has its own painter; on the screen it is the window's.
    written: list[QRect] = []
    press(shown, Qt.Key.Key_D)
    drag(shown, on_screen(shown, 100, 250), on_screen(shown, 395, 300))
    monkeypatch.setattr(measure_items, "draw_outlined", lambda _, room, *__: written.append(room))
    shown.view.zoom_by(2.0, on_screen(shown, 0, 275))
    shown.view.viewport().repaint()
    assert shown.view.viewport().rect().contains(written[-1])


def test_a_result_lies_over_no_letter_and_no_corner(shown: App) -> None:
    written = [*shown.edges.places, *shown.corners.places]
    assert len(written) >= 7
    port = shown.view.viewport()
    for place in written:
        # So short that its result would lie right on what is written there.
        end = QPointF(place.center())
        shown.document.measurements.add(
            Measurement(Kind.DISTANCE, tuple(on_film(shown, at) for at in (end - QPointF(0, 30), end)))
        )
    port.grab()
    rooms = shown.view.measure_item.label_rooms
    assert len(rooms) == len(written)
    for room in rooms:
        assert port.rect().contains(room)
        assert not any(room.intersects(one) for one in [*shown.edges.places, *shown.corners.places])


def on_film(app: App, at: QPointF) -> Point:
    point = app.view.film_at(at)
    return point.x(), point.y()

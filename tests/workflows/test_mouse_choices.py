"""What the mouse does is chosen in the list of keys, and the wheel may go from film to film."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop import keys_dialog, mouse_bindings, settings
from desktop.app import App
from desktop.gesture_button import GestureButton
from desktop.image_view import ImageView
from desktop.keys_dialog import KeysDialog
from phantom import dicom, thorax_u8, write_dicom, write_image

Open = Callable[..., None]
Settle = Callable[[], None]
LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton
NO_BUTTON, NO_KEY = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MIDST = QPointF(300, 300)
NOTCH, NO_PHASE = 120, Qt.ScrollPhase.NoScrollPhase


@pytest.fixture
def abel(app: App, open_and_wait: Open, tmp_path: Path) -> App:
    """Three films of Abel, of three studies, and one of Zorn behind them."""

    def film(name: str, patient: str, day: str) -> Path:
        said = {"StudyDate": day, "StudyInstanceUID": f"1.2.{day}", "SeriesInstanceUID": f"1.2.{day}.1"}
        said |= {
            "PatientName": patient,
            "PatientID": patient,
            "SOPInstanceUID": f"1.2.{day}.{len(patient)}.2",
        }
        return write_dicom(tmp_path / name, dicom(thorax_u8(300, 260, seed=int(name)), **said))

    open_and_wait(
        film("1", "Abel", "20250801"),
        film("2", "Abel", "20240801"),
        film("3", "Abel", "20230801"),
        film("4", "Zorn", "20250101"),
    )
    return app


def button_of(dialog: KeysDialog, setting: settings.Setting[str]) -> GestureButton:
    button = dialog.gesture_button(setting.key)
    assert button is not None
    return button


def offered(button: GestureButton) -> QMenu:
    menu = button.findChild(QMenu)
    assert menu is not None
    return menu


def choose(dialog: KeysDialog, setting: settings.Setting[str], wanted: str) -> None:
    """As somebody who reads what the menu offers."""
    button = button_of(dialog, setting)
    QTest.mouseClick(button, LEFT)
    menu = offered(button)
    next(action for action in menu.actions() if action.text() == wanted).trigger()
    menu.close()
    QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)


def send(view: ImageView, kind: QEvent.Type, at: QPointF, changed: Qt.MouseButton, held: Any) -> None:
    port = view.viewport()
    there = QPointF(port.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(port, QMouseEvent(kind, at, there, changed, held, NO_KEY))


def drag(view: ImageView, button: Qt.MouseButton, moved: QPointF) -> None:
    send(view, QEvent.Type.MouseButtonPress, MIDST, button, button)
    for step in range(1, 5):
        send(view, QEvent.Type.MouseMove, MIDST + moved * step / 4, NO_BUTTON, button)
    send(view, QEvent.Type.MouseButtonRelease, MIDST + moved, button, NO_BUTTON)


def turn(
    view: ImageView,
    angle: int,
    keys: Qt.KeyboardModifier = NO_KEY,
    phase: Qt.ScrollPhase = NO_PHASE,
    at_ms: int = 0,
) -> None:
    """By an ``angle`` in eighths of a degree; more than 0 is away from the hand."""
    port = view.viewport()
    there = QPointF(port.mapToGlobal(MIDST.toPoint()))
    event = QWheelEvent(MIDST, there, QPoint(), QPoint(0, angle), NO_BUTTON, keys, phase, False)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(port, event)


def turned(app: App, settle: Settle, angle: int, **how: Any) -> int:
    """Turn the wheel over the current film; which of the list is shown then, from 0 on."""
    turn(app.view, angle, **how)
    return place(app, settle)


def place(app: App, settle: Settle) -> int:
    QApplication.processEvents()
    settle()
    shown = [entry.number for entry in app.document.entries]
    assert app.document.current_number is not None
    return shown.index(app.document.current_number)


# Choosing


def test_a_right_drag_windows_from_the_choice_on_and_a_right_click_is_the_menu(
    abel: App, dialog: KeysDialog, qtbot: QtBot
) -> None:
    choose(dialog, settings.RIGHT_DRAG, "Window and level")
    assert "Right drag  Window and level" in dialog.text
    voi, zoom = abel.document.voi, abel.view.zoom
    with qtbot.assertNotEmitted(abel.view.menu_wanted):
        drag(abel.view, RIGHT, QPointF(60, 30))
    assert abel.document.voi != voi
    assert abel.view.zoom == zoom
    with qtbot.waitSignal(abel.view.menu_wanted):
        drag(abel.view, RIGHT, QPointF(0, 0))


def test_a_middle_drag_zooms_and_a_right_drag_pans_where_they_were_changed(
    abel: App, dialog: KeysDialog
) -> None:
    choose(dialog, settings.MIDDLE_DRAG, "Zoom")
    zoom = abel.view.zoom
    drag(abel.view, MIDDLE, QPointF(0, -60))
    assert abel.view.zoom > zoom
    choose(dialog, settings.RIGHT_DRAG, "Pan")
    zoom, before = abel.view.zoom, abel.view.film_at(MIDST)
    drag(abel.view, RIGHT, QPointF(40, 20))
    assert abel.view.zoom == zoom
    assert (abel.view.film_at(MIDST + QPointF(40, 20)) - before).manhattanLength() * zoom < 2.5


def test_a_drag_is_that_of_its_beginning_until_the_button_goes_up(abel: App) -> None:
    zoom = abel.view.zoom
    send(abel.view, QEvent.Type.MouseButtonPress, MIDST, RIGHT, RIGHT)
    settings.RIGHT_DRAG.save("tool.window")
    send(abel.view, QEvent.Type.MouseMove, MIDST + QPointF(0, -60), NO_BUTTON, RIGHT)
    assert abel.view.zoom > zoom


def test_both_films_of_a_comparison_take_the_choice_with_their_zoom_linked(
    abel: App, settle: Settle, dialog: KeysDialog
) -> None:
    abel.actions["compare"].trigger()
    settle()
    choose(dialog, settings.MIDDLE_DRAG, "Zoom")
    choose(dialog, settings.RIGHT_DRAG, "Window and level")
    side, zooms = abel.pair.side_view, (abel.view.zoom, abel.pair.side_view.zoom)
    drag(side, MIDDLE, QPointF(0, -60))
    assert abel.view.zoom / zooms[0] == pytest.approx(side.zoom / zooms[1])
    assert side.zoom > zooms[1]
    current, beside = abel.document.voi, abel.comparison.side.voi
    drag(side, RIGHT, QPointF(60, 0))
    assert abel.comparison.side.voi != beside
    assert abel.document.voi == current


def test_the_menu_names_the_usual_one_and_marks_the_one_in_use(dialog: KeysDialog) -> None:
    choose(dialog, settings.RIGHT_DRAG, "Pan")
    button = button_of(dialog, settings.RIGHT_DRAG)
    assert (button.accessibleName(), button.accessibleDescription()) == ("Right drag", "Pan")
    # By the keys that open a menu, and by Enter.
    for key, with_it in ((Qt.Key.Key_F10, SHIFT), (Qt.Key.Key_Return, NO_KEY)):
        button.setFocus()
        QTest.keyClick(button, key, with_it)
        menu = offered(button)
        texts = [(action.text(), action.isChecked()) for action in menu.actions()]
        assert texts == [("Zoom (usual)", False), ("Pan", True), ("Window and level", False)]
        menu.close()
        QApplication.sendPostedEvents(menu, QEvent.Type.DeferredDelete)


def test_a_choice_is_kept_for_the_next_start_and_taken_back_with_the_keys(dialog: KeysDialog) -> None:
    usual = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Usual keys")
    assert not usual.isEnabled()
    choose(dialog, settings.WHEEL, "Previous and next film of the patient")
    choose(dialog, settings.MIDDLE_DRAG, "Window and level")
    assert QSettings().value("mouse/wheel") == "film"
    assert QSettings().value("mouse/middle_drag") == "tool.window"
    usual.click()
    assert mouse_bindings.are_usual()
    assert "Wheel  Zoom at the cursor" in dialog.text
    assert "Middle drag  Pan" in dialog.text
    assert not usual.isEnabled()


@pytest.mark.parametrize("kept", ["", "tool.angle", "film", 5, ["tool.pan"], b"\xff"])
def test_settings_that_make_no_sense_are_the_usual_mouse(kept: object) -> None:
    QSettings().setValue("mouse/right_drag", kept)
    assert mouse_bindings.dragged_with(RIGHT) == mouse_bindings.Tool.ZOOM
    QSettings().setValue("mouse/wheel", "tool.zoom")
    assert not mouse_bindings.wheel_turns_films()
    assert mouse_bindings.are_usual()


def test_what_the_mouse_does_is_searched_for(dialog: KeysDialog) -> None:
    choose(dialog, settings.RIGHT_DRAG, "Window and level")
    search = dialog.findChild(QLineEdit)
    assert search is not None
    QTest.keyClicks(search, "right drag")
    assert dialog.text == "Right drag  Window and level  ▾"
    search.setText("and level")
    assert [row.partition("  ")[0] for row in dialog.text.splitlines()] == ["Left drag", "Right drag"]


def test_it_is_said_what_was_chosen_and_what_is_found_elsewhere_now(
    dialog: KeysDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(keys_dialog, "announce", lambda _, text: said.append(text))
    choose(dialog, settings.MIDDLE_DRAG, "Zoom")
    assert dialog.message == "Middle drag: zoom. To pan, hold Space and drag with the left button."
    choose(dialog, settings.RIGHT_DRAG, "Pan")
    assert dialog.message == "Right drag: pan."
    choose(dialog, settings.MIDDLE_DRAG, "Window and level")
    choose(dialog, settings.WHEEL, "Previous and next film of the patient")
    assert dialog.message == (
        "Wheel: previous and next film of the patient. To zoom, turn the wheel with Ctrl."
    )
    assert said[-1] == dialog.message
    assert len(said) == 4


def test_the_tour_tells_the_mouse_as_it_is(app: App) -> None:
    settings.RIGHT_DRAG.save("tool.window")
    settings.WHEEL.save("film")
    app.actions["tour"].trigger()
    tour = app.dialogs.tour
    assert tour is not None
    tour.callout.next.click()
    assert tour.callout.text.text() == (
        "Left drag: window and level. Right drag: window and level. Middle drag: pan. Wheel: previous and "
        "next film of the patient. PgUp and PgDown go to other films."
    )
    tour.end()


# The wheel


def test_a_notch_of_the_wheel_is_a_film_and_with_ctrl_a_zoom(
    abel: App, settle: Settle, dialog: KeysDialog
) -> None:
    choose(dialog, settings.WHEEL, "Previous and next film of the patient")
    assert turned(abel, settle, -NOTCH) == 1
    assert turned(abel, settle, -NOTCH) == 2
    assert turned(abel, settle, NOTCH) == 1
    zoom = abel.view.zoom
    assert turned(abel, settle, NOTCH, keys=CTRL) == 1
    assert abel.view.zoom == pytest.approx(1.25 * zoom)


def test_with_ctrl_the_usual_wheel_zooms_as_well(abel: App, settle: Settle) -> None:
    zoom = abel.view.zoom
    assert turned(abel, settle, NOTCH, keys=CTRL) == 0
    assert abel.view.zoom == pytest.approx(1.25 * zoom)


def test_the_wheel_stays_with_the_patient_and_says_so(abel: App, settle: Settle, qtbot: QtBot) -> None:
    settings.WHEEL.save("film")
    abel.document.step(2)
    assert place(abel, settle) == 2
    with qtbot.waitSignal(abel.announcer.said) as told:
        turn(abel.view, -NOTCH)
    assert told.args == ["The wheel stays with the patient: PgDown goes on."]
    assert abel.status.currentMessage() == told.args[0]
    assert place(abel, settle) == 2
    abel.document.step(1)
    assert place(abel, settle) == 3
    with qtbot.waitSignal(abel.announcer.said) as told:
        turn(abel.view, NOTCH)
    assert told.args == ["The wheel stays with the patient: PgUp goes on."]
    assert place(abel, settle) == 3


def test_pictures_without_patient_data_are_turned_as_the_list_groups_them(
    app: App, open_and_wait: Open, settle: Settle, tmp_path: Path
) -> None:
    open_and_wait(*(write_image(tmp_path / f"{i}.png", thorax_u8(200, 200, seed=i)) for i in range(3)))
    settings.WHEEL.save("film")
    assert turned(app, settle, -NOTCH) == 1
    assert turned(app, settle, -NOTCH) == 2
    # The end of the list.
    assert turned(app, settle, -NOTCH) == 2


def test_small_turns_add_up_to_a_notch_in_one_direction(abel: App, settle: Settle) -> None:
    settings.WHEEL.save("film")
    for _ in range(3):
        assert turned(abel, settle, -30) == 0
    assert turned(abel, settle, -30) == 1
    for _ in range(3):
        assert turned(abel, settle, -30) == 1
    # Back again: what was turned the other way counts no more.
    assert turned(abel, settle, 30) == 1
    assert turned(abel, settle, -90) == 1
    assert turned(abel, settle, -30) == 2
    # Nor what was turned before the fingers were lifted.
    assert turned(abel, settle, 90) == 2
    assert turned(abel, settle, 90, phase=Qt.ScrollPhase.ScrollBegin) == 2
    assert turned(abel, settle, 30, phase=Qt.ScrollPhase.ScrollUpdate) == 1


def test_a_flick_is_no_journey_through_the_list(abel: App, settle: Settle) -> None:
    settings.WHEEL.save("film")
    # One large turn, and many that waited together.
    assert turned(abel, settle, -5 * NOTCH) == 1
    assert turned(abel, settle, NOTCH) == 0
    for _ in range(50):
        turn(abel.view, -NOTCH)
    assert place(abel, settle) == 1
    assert turned(abel, settle, NOTCH) == 0
    # What rolls on without a hand.
    for _ in range(5):
        assert turned(abel, settle, -NOTCH, phase=Qt.ScrollPhase.ScrollMomentum) == 0
    # A pad has no notches: films follow one another slowly enough to be seen.
    for at_ms in range(1000, 1200, 10):
        turned(abel, settle, -60, at_ms=at_ms)
    assert place(abel, settle) == 1
    turn(abel.view, -60, at_ms=1400)
    assert turned(abel, settle, -60, at_ms=1410) == 2


def test_no_film_is_passed_before_it_was_on_view(abel: App, settle: Settle) -> None:
    settings.WHEEL.save("film")
    abel.document.drop_film()
    turn(abel.view, -NOTCH)
    QApplication.processEvents()
    assert abel.document.current is abel.document.entries[0]


def test_the_wheel_takes_no_film_from_under_a_hand(abel: App, settle: Settle) -> None:
    settings.WHEEL.save("film")
    send(abel.view, QEvent.Type.MouseButtonPress, MIDST, LEFT, LEFT)
    assert turned(abel, settle, -NOTCH) == 0
    send(abel.view, QEvent.Type.MouseButtonRelease, MIDST, LEFT, NO_BUTTON)
    # A distance of which one end is set.
    abel.actions["tool.distance"].trigger()
    drag(abel.view, LEFT, QPointF(0, 0))
    assert turned(abel, settle, -NOTCH) == 0
    assert abel.view.cancel_drawing()
    # A box that the keyboard began.
    abel.actions["tool.box"].trigger()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right):
        QTest.keyClick(abel.view, key)
    assert turned(abel, settle, -NOTCH) == 0
    abel.actions["tool.window"].trigger()
    assert turned(abel, settle, -NOTCH) == 1


def test_over_the_film_beside_it_the_wheel_turns_the_current_one_as_the_keys_do(
    abel: App, settle: Settle
) -> None:
    settings.WHEEL.save("film")
    abel.actions["compare"].trigger()
    settle()
    side = abel.pair.side_view
    # Not while something is drawn on the other one.
    abel.actions["tool.distance"].trigger()
    drag(abel.view, LEFT, QPointF(0, 0))
    turn(side, -NOTCH)
    assert place(abel, settle) == 0
    assert abel.view.cancel_drawing()
    turn(side, -NOTCH)
    assert place(abel, settle) == 1

"""The list of keys: searched, and changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QKeySequenceEdit, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop import keys_dialog, languages, settings
from desktop.actions import Actions
from desktop.app import App
from desktop.commands import COMMANDS
from desktop.impression_view import AnswerButton
from desktop.key_bindings import choose_key, chosen_keys, current_keys, refusal
from desktop.keys_dialog import KeysDialog
from desktop.magnifier import Magnifier

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
META = Qt.KeyboardModifier.MetaModifier


def begin(dialog: KeysDialog, command: str) -> QKeySequenceEdit:
    """Where its new key is to be pressed."""
    button = dialog.key_button(command)
    assert button is not None
    # Not by the mouse: the button goes while it is held, and Qt waits for its release for ever.
    button.click()
    editor = button.findChild(QKeySequenceEdit)
    assert editor is not None
    return editor


def press(editor: QKeySequenceEdit, key: Qt.Key, with_it: Qt.KeyboardModifier = NONE) -> None:
    """Any key at all: QTest knows those alone that write something."""
    QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, key, with_it))


def change(dialog: KeysDialog, command: str, key: Qt.Key) -> None:
    QTest.keyClick(begin(dialog, command), key)


def pick(dialog: KeysDialog, command: str, wanted: str) -> None:
    """What a right click on its key, or the menu key, offers."""
    button = dialog.key_button(command)
    assert button is not None
    button.customContextMenuRequested.emit(button.rect().center())
    menu = button.findChild(QMenu)
    assert menu is not None
    action = next(action for action in menu.actions() if action.text() == wanted)
    assert action.isEnabled()
    action.trigger()
    menu.close()


def shown(dialog: KeysDialog, command: str) -> str:
    button = dialog.key_button(command)
    assert button is not None
    return button.text()


def usual_keys_button(dialog: KeysDialog) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "Usual keys")


def test_the_list_shows_what_is_searched_for_in_keys_and_words(dialog: KeysDialog) -> None:
    search = dialog.findChild(QLineEdit)
    assert search is not None
    assert search.hasFocus()
    QTest.keyClicks(search, "rotate")
    assert dialog.text.splitlines() == ["R  Rotate clockwise", "Shift+R  Rotate anticlockwise"]
    search.setText("f11")
    assert dialog.text == "F11  Full screen"
    search.setText("nothing like it")
    assert dialog.text == ""
    search.clear()
    assert "Wheel" in dialog.text


def test_another_key_gives_the_command_from_now_on_and_after_the_next_start(
    app: App, dialog: KeysDialog, open_and_wait: Callable[..., None], film: Path, qtbot: QtBot
) -> None:
    open_and_wait(film)
    change(dialog, "invert", Qt.Key.Key_K)
    assert "K  Invert" in dialog.text
    dialog.close()
    with qtbot.waitActive(app.window):
        app.window.activateWindow()
    QTest.keyClick(app.view, Qt.Key.Key_I)
    assert not app.document.inverse
    QTest.keyClick(app.view, Qt.Key.Key_K)
    assert app.document.inverse
    assert "(K)" in app.actions["invert"].toolTip()
    again = Actions(app.document, {name: lambda *_: None for name in current_keys()}, app.view)
    assert again["invert"].shortcut() == QKeySequence("K")


def test_a_key_that_means_something_is_not_taken(app: App, dialog: KeysDialog) -> None:
    editor = begin(dialog, "invert")
    QTest.keyClick(editor, Qt.Key.Key_R)
    assert dialog.message == "R is taken by “Rotate clockwise”."
    QTest.keyClick(editor, Qt.Key.Key_X)
    assert dialog.message == "X is taken by “Magnifier, while it is held”."
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert dialog.message == "Left is taken by the film itself."
    # There is room for a key, and none for Qt's words.
    line = editor.findChild(QLineEdit)
    assert line is not None
    assert (line.text(), line.placeholderText()) == ("", "…")
    assert app.actions["invert"].shortcut() == QKeySequence("I")
    assert chosen_keys() == {}
    # It waits for another one.
    QTest.keyClick(editor, Qt.Key.Key_K)
    assert app.actions["invert"].shortcut() == QKeySequence("K")


def test_the_usual_keys_come_back(app: App, dialog: KeysDialog) -> None:
    assert not usual_keys_button(dialog).isEnabled()
    change(dialog, "invert", Qt.Key.Key_K)
    change(dialog, "fit", Qt.Key.Key_I)
    assert app.actions["fit"].shortcut() == QKeySequence("I")
    usual_keys_button(dialog).click()
    assert app.actions["invert"].shortcut() == QKeySequence("I")
    assert app.actions["fit"].shortcut() == QKeySequence("F")
    assert "I  Invert" in dialog.text
    assert not usual_keys_button(dialog).isEnabled()


@pytest.mark.parametrize(
    "kept",
    [
        "no JSON",
        "[1]",
        '{"invert": 5, "nothing": "K"}',
        '{"invert": ""}',
        '{"hold.pan": "no key"}',
        # A menu's, a button's, the desktop's, a digit's, two keys, and a key that is held without one.
        '{"invert": "Alt+F"}',
        '{"invert": "Space"}',
        '{"invert": "Meta+K"}',
        '{"invert": "3"}',
        '{"voi.3": "K"}',
        '{"invert": "K, L"}',
        '{"hold.pan": null}',
        '{"hold.pan": "Ctrl+K"}',
        '{"hold.pan": "X"}',
    ],
)
def test_settings_that_make_no_sense_are_as_if_there_were_none(kept: str) -> None:
    settings.CHOSEN_KEYS.save(kept)
    assert chosen_keys() == {}


def test_the_keys_that_are_held_can_be_changed_as_well(
    app: App, dialog: KeysDialog, open_and_wait: Callable[..., None], film: Path, qtbot: QtBot
) -> None:
    open_and_wait(film)
    change(dialog, "hold.magnifier", Qt.Key.Key_Q)
    change(dialog, "hold.pan", Qt.Key.Key_Y)
    # The old ones are free.
    change(dialog, "invert", Qt.Key.Key_X)
    dialog.close()
    with qtbot.waitActive(app.window):
        app.window.activateWindow()
    lens = app.view.findChild(Magnifier)
    assert lens is not None
    QTest.keyPress(app.view, Qt.Key.Key_Q)
    assert lens.isVisible()
    QTest.keyRelease(app.view, Qt.Key.Key_Q)
    assert not lens.isVisible()
    before = app.document.annotations
    QTest.keyClick(app.view, Qt.Key.Key_Space)
    assert app.document.annotations is before
    QTest.keyClick(app.view, Qt.Key.Key_Y)
    assert app.document.annotations is before.next


def test_a_key_that_is_held_stands_alone(dialog: KeysDialog) -> None:
    editor = begin(dialog, "hold.magnifier")
    QTest.keyClick(editor, Qt.Key.Key_Q, CTRL)
    assert dialog.message == "A key that is held cannot have Ctrl, Alt or Shift with it."
    QTest.keyClick(editor, Qt.Key.Key_Q)
    assert shown(dialog, "hold.magnifier") == "Q"


def test_it_says_why_the_digits_stay(dialog: KeysDialog) -> None:
    assert "a digit is the number of a window in the file" in dialog.message


def test_a_key_that_is_the_usual_one_again_was_not_chosen() -> None:
    choose_key("invert", "J")
    assert chosen_keys() == {"invert": ("J",)}
    choose_key("invert", "I")
    assert chosen_keys() == {}


@pytest.mark.parametrize(
    ("key", "with_it", "sentence"),
    [
        (Qt.Key.Key_F, ALT, "Alt+F opens the menu “File”."),
        (Qt.Key.Key_I, ALT, "Alt+I opens the menu “Film”."),
        (Qt.Key.Key_Return, NONE, "Return is taken by the film itself."),
        (Qt.Key.Key_Menu, NONE, "Menu opens the menu that a right click opens."),
        (Qt.Key.Key_F10, SHIFT, "Shift+F10 opens the menu that a right click opens."),
        (Qt.Key.Key_Tab, CTRL, "Ctrl+Tab moves the keyboard through the window and its lists."),
        (Qt.Key.Key_Home, NONE, "Home moves the keyboard through the window and its lists."),
        (Qt.Key.Key_Space, NONE, "Space presses the button that has the keyboard."),
        (Qt.Key.Key_1, SHIFT, "Shift+1 is a digit on some keyboards, and the digits stay."),
        (Qt.Key.Key_A, CTRL, "Ctrl+A is for texts: to select, copy, paste and undo."),
        (Qt.Key.Key_C, CTRL, "Ctrl+C is for texts: to select, copy, paste and undo."),
        (Qt.Key.Key_Y, CTRL, "Ctrl+Y is for texts: to select, copy, paste and undo."),
        (Qt.Key.Key_E, CTRL | ALT, "Ctrl+Alt+E writes a sign on some keyboards, or belongs to the system."),
        (Qt.Key.Key_F10, NONE, "F10 belongs to the system."),
        (Qt.Key.Key_F4, ALT, "Alt+F4 belongs to the system."),
        (Qt.Key.Key_K, META, "Meta+K belongs to the system."),
        (Qt.Key.Key_VolumeUp, NONE, "Volume Up belongs to the system."),
        (Qt.Key.Key_Dead_Acute, NONE, "This key has no name by which it could be kept."),
    ],
)
def test_a_key_that_something_else_has_is_refused_with_what_has_it(
    key: Qt.Key, with_it: Qt.KeyboardModifier, sentence: str, dialog: KeysDialog
) -> None:
    # So that nothing is refused because the key that pans has it.
    choose_key("hold.pan", "Y")
    press(begin(dialog, "invert"), key, with_it)
    assert dialog.message == sentence
    assert current_keys()["invert"] == ("I",)


def test_the_letters_of_the_menus_are_those_of_the_language(qapp: QApplication) -> None:
    languages.install(qapp, "fr")
    try:
        assert refusal(QKeySequence("Alt+C"), "invert") == "Alt+C ouvre le menu «\xa0Cliché\xa0»."
        assert refusal(QKeySequence("Alt+V"), "invert") == ""
    finally:
        languages.install(qapp, "en")


def test_a_refusal_is_said_to_who_cannot_see_it(
    dialog: KeysDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(keys_dialog, "announce", lambda _, text: said.append(text))
    change(dialog, "invert", Qt.Key.Key_R)
    assert said == ["Press the new key for “Invert”.", "R is taken by “Rotate clockwise”."]


def test_its_usual_key_is_refused_to_no_command(dialog: KeysDialog) -> None:
    change(dialog, "paste", Qt.Key.Key_K)
    QTest.keyClick(begin(dialog, "paste"), Qt.Key.Key_V, CTRL)
    assert shown(dialog, "paste") == "Ctrl+V"
    assert chosen_keys() == {}


def test_a_command_without_a_usual_key_is_given_one(app: App, dialog: KeysDialog) -> None:
    assert shown(dialog, "read_first") == "no key"
    button = dialog.key_button("read_first")
    assert button is not None
    assert button.accessibleDescription() == "no key"
    change(dialog, "read_first", Qt.Key.Key_K)
    assert shown(dialog, "read_first") == "K"
    assert app.actions["read_first"].shortcut() == QKeySequence("K")
    pick(dialog, "read_first", "No key")
    assert shown(dialog, "read_first") == "no key"
    assert chosen_keys() == {}


def test_a_key_is_taken_away_also_after_the_next_start(app: App, dialog: KeysDialog) -> None:
    pick(dialog, "turn_right", "No key")
    assert shown(dialog, "turn_right") == "no key"
    assert app.actions["turn_right"].shortcuts() == []
    # It is free.
    change(dialog, "invert", Qt.Key.Key_R)
    again = Actions(app.document, {name: lambda *_: None for name in current_keys()}, app.view)
    assert again["turn_right"].shortcuts() == []
    assert again["invert"].shortcut() == QKeySequence("R")


def test_the_usual_key_of_one_command_comes_back(dialog: KeysDialog) -> None:
    change(dialog, "invert", Qt.Key.Key_K)
    change(dialog, "turn_right", Qt.Key.Key_Q)
    pick(dialog, "invert", "Usual key")
    assert shown(dialog, "invert") == "I"
    assert shown(dialog, "turn_right") == "Q"


def test_a_usual_key_that_another_command_has_now_stays_there(dialog: KeysDialog) -> None:
    change(dialog, "invert", Qt.Key.Key_K)
    change(dialog, "fit", Qt.Key.Key_I)
    pick(dialog, "invert", "Usual key")
    assert dialog.message == "I is taken by “Fit to window”."
    assert shown(dialog, "invert") == "K"


def test_a_key_that_is_held_is_not_taken_away(dialog: KeysDialog) -> None:
    with pytest.raises(AssertionError):
        pick(dialog, "hold.pan", "No key")
    assert shown(dialog, "hold.pan") == "Space"


def test_what_is_pressed_with_altgr_is_the_sign_and_not_altgr(dialog: KeysDialog) -> None:
    editor = begin(dialog, "invert")
    for key in (Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_Shift):
        press(editor, key)
    assert dialog.message == "Press the new key for “Invert”."
    # Taken as it goes down: which key goes up depends on what went up before it.
    press(editor, Qt.Key.Key_At)
    assert shown(dialog, "invert") == "@"


def test_esc_leaves_a_key_as_it_was(dialog: KeysDialog) -> None:
    change(dialog, "invert", Qt.Key.Key_R)
    button = dialog.key_button("invert")
    assert button is not None
    editor = button.findChild(QKeySequenceEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert editor.isHidden()
    assert button.hasFocus()
    assert dialog.message.startswith("Click a key to change it")
    assert shown(dialog, "invert") == "I"


def test_what_else_can_be_done_is_offered_to_the_keyboard(dialog: KeysDialog) -> None:
    button = dialog.key_button("invert")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_F10, SHIFT)
    menu = button.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Usual key", "No key"]
    menu.close()


def test_tab_leaves_a_key_as_it_was_and_goes_to_the_next(dialog: KeysDialog) -> None:
    editor, following = begin(dialog, "invert"), dialog.key_button("turn_right")
    assert following is not None
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.isHidden()
    assert following.hasFocus()
    assert shown(dialog, "invert") == "I"


def test_enter_on_a_key_asks_for_another_one(dialog: KeysDialog) -> None:
    button = dialog.key_button("invert")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.findChild(QKeySequenceEdit) is not None


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        # Of two that were given one key, the first has it.
        ('{"invert": "K", "fit": "K"}', {"invert": ("K",), "fit": ("F",)}),
        # What was chosen goes before what is usual.
        ('{"invert": "R"}', {"invert": ("R",), "turn_right": ()}),
        ('{"invert": "="}', {"invert": ("=",), "zoom_in": ("+",)}),
        ('{"invert": "R", "turn_right": "I"}', {"invert": ("R",), "turn_right": ("I",)}),
        # A choice that is none any more, whose usual key is another's by now.
        ('{"invert": "Alt+F", "fit": "I"}', {"invert": (), "fit": ("I",)}),
        # What is held can be found in no menu.
        ('{"invert": "X"}', {"invert": ("I",), "hold.magnifier": ("X",)}),
        ('{"hold.pan": "K", "hold.magnifier": "K"}', {"hold.pan": ("Space",), "hold.magnifier": ("X",)}),
        ('{"hold.pan": "X", "hold.magnifier": "Q"}', {"hold.pan": ("X",), "hold.magnifier": ("Q",)}),
    ],
)
def test_no_key_gives_two_commands_whatever_the_settings_say(
    kept: str, expected: dict[str, tuple[str, ...]]
) -> None:
    settings.CHOSEN_KEYS.save(kept)
    current = current_keys()
    assert {name: current[name] for name in expected} == expected
    keys = [QKeySequence(key).toString() for given in current.values() for key in given]
    assert len(keys) == len(set(keys))
    assert all(current[command.id] for command in COMMANDS if command.help_keys not in ("", "-"))


def test_the_buttons_of_an_impression_name_the_key_that_is_theirs(app: App, dialog: KeysDialog) -> None:
    button = next(b for b in app.window.findChildren(AnswerButton) if b.text().startswith("Unsure"))
    assert button.text() == "Unsure   Ctrl+5"
    change(dialog, "impression.unsure", Qt.Key.Key_K)
    assert button.text() == "Unsure   K"
    pick(dialog, "impression.unsure", "No key")
    assert button.text() == "Unsure"


def test_the_tour_names_a_command_that_has_no_key(app: App, dialog: KeysDialog) -> None:
    pick(dialog, "card", "No key")
    dialog.close()
    app.actions["tour"].trigger()
    tour = app.dialogs.tour
    assert tour is not None
    for _ in range(4):
        text = tour.callout.text.text()
        if "opens the card" in text:
            break
        tour.callout.next.click()
    assert "About the model opens the card of the model" in text
    tour.end()

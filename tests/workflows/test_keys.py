"""The list of keys: searched, and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.actions import Actions
from desktop.app import App
from desktop.key_bindings import choose_key, chosen_keys, current_keys
from desktop.keys_dialog import KeysDialog
from desktop.magnifier import Magnifier


@pytest.fixture
def dialog(app: App, qtbot: QtBot) -> Iterator[KeysDialog]:
    app.actions["keys"].trigger()
    found = app.window.findChild(KeysDialog)
    assert found is not None
    qtbot.waitExposed(found)
    yield found
    if app.window.findChild(KeysDialog) is not None:
        found.close()


def change(dialog: KeysDialog, command: str, key: Qt.Key) -> None:
    button = dialog.key_button(command)
    assert button is not None
    # Not by the mouse: the button goes while it is held, and Qt waits for its release for ever.
    button.click()
    editor = button.findChild(QKeySequenceEdit)
    assert editor is not None
    QTest.keyClick(editor, key)


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
    change(dialog, "invert", Qt.Key.Key_R)
    assert dialog.message == "R is taken by “Rotate clockwise”."
    button = dialog.key_button("invert")
    assert button is not None
    editor = button.findChild(QKeySequenceEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_X)
    assert dialog.message == "X is taken by “Magnifier, while it is held”."
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert dialog.message == "Left is taken by the film itself."
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
    ["no JSON", "[1]", '{"invert": 5, "nothing": "K"}', '{"invert": ""}', '{"hold.pan": "no key"}'],
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
    button = dialog.key_button("hold.magnifier")
    assert button is not None
    button.click()
    editor = button.findChild(QKeySequenceEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert dialog.message == "A key that is held cannot have Ctrl, Alt or Shift with it."
    QTest.keyClick(editor, Qt.Key.Key_Q)
    assert button.text() == "Q"


def test_it_says_why_the_digits_stay(dialog: KeysDialog) -> None:
    assert "a digit is the number of a window in the file" in dialog.message


def test_a_key_that_is_the_usual_one_again_was_not_chosen() -> None:
    choose_key("invert", "J")
    assert chosen_keys() == {"invert": ("J",)}
    choose_key("invert", "I")
    assert chosen_keys() == {}

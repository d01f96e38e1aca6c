"""The table of commands."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.actions import Actions
from desktop.commands import COMMANDS, CONTEXT_MENU, FILE_WINDOWS, GESTURES, HELD_KEYS, MENUS, TOOLBAR
from desktop.document import Document
from desktop.keys_dialog import KeysDialog
from desktop.resources import icon_svg

# What the light box answers to, by the design.
LIGHT_BOX = {
    "W": "tool.window",
    "Z": "tool.zoom",
    "T": "tool.pan",
    "D": "tool.distance",
    "A": "tool.angle",
    "Del": "remove_measurement",
    "0": "voi.0",
    **{str(number): f"voi.{number}" for number in range(1, FILE_WINDOWS + 1)},
    "I": "invert",
    "R": "turn_right",
    "Shift+R": "turn_left",
    "H": "flip_across",
    "V": "flip_down",
    "F": "fit",
    "P": "actual_size",
    "+": "zoom_in",
    "-": "zoom_out",
    "G": "map",
    "[": "map.fainter",
    "]": "map.stronger",
    "PgUp": "previous",
    "PgDown": "next",
    "F11": "full_screen",
    "Ctrl+H": "histogram",
    "Esc": "reset",
    "F1": "keys",
    "?": "keys",
}


def actions_of(window: QWidget) -> Actions:
    return Actions(Document(window), {command.id: lambda *_: None for command in COMMANDS}, window)


def sequences() -> list[tuple[str, str]]:
    return [(QKeySequence(key).toString(), command.id) for command in COMMANDS for key in command.keys]


def test_no_two_commands_share_a_key() -> None:
    keys = Counter([key for key, _ in sequences()] + [held.key for held in HELD_KEYS])
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize(("key", "command"), LIGHT_BOX.items())
def test_every_key_of_the_design_does_what_it_should(key: str, command: str) -> None:
    assert (QKeySequence(key).toString(), command) in sequences()


def test_no_two_commands_of_a_menu_share_a_letter() -> None:
    for menu in MENUS:
        texts = {command.text for command in COMMANDS if command.menu == menu}
        letters = Counter(letter.lower() for text in texts for letter in re.findall(r"&(\w)", text))
        assert [letter for letter, count in letters.items() if count > 1] == []


def test_toolbar_and_menu_name_commands_and_icons_that_there_are() -> None:
    known = {command.id for command in COMMANDS}
    assert {name for name in (*TOOLBAR, *CONTEXT_MENU) if name and name not in (">", "voi")} <= known
    assert all(icon_svg(command.icon) for command in COMMANDS if command.icon)


def test_the_list_of_keys_has_every_command_and_every_gesture(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = KeysDialog(actions_of(window), window)
    said = dialog.text
    for command in COMMANDS:
        if command.help_keys != "-":
            assert command.text.replace("&", "").rstrip("…") in said
    for gesture, does in GESTURES:
        what = does if isinstance(does, str) else dict(does.choices)[does.default]
        assert f"{gesture}  {what}" in said

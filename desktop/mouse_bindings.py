"""What a drag with the right or the middle button does, and the wheel: the usual, or what the user chose.

Nothing that is chosen leaves the film without a way: with Ctrl the wheel always zooms, a held key pans
with the left button, and each tool can be that button's.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from desktop import key_bindings
from desktop.commands import GESTURES, PAN_KEY
from desktop.gestures import Tool
from desktop.settings import MIDDLE_DRAG, RIGHT_DRAG, WHEEL, Setting

# By what it is called.
CHOSEN: dict[str, Setting[str]] = {name: does for name, does in GESTURES if isinstance(does, Setting)}


def tr(text: str) -> str:
    """A text of this module in the user's language."""
    return QCoreApplication.translate("mouse_bindings", text)


def dragged_with(button: Qt.MouseButton) -> Tool | None:
    """The tool of ``button``; None for the left one, which has the tool bar's, and for any further one."""
    bound = {Qt.MouseButton.RightButton: RIGHT_DRAG, Qt.MouseButton.MiddleButton: MIDDLE_DRAG}.get(button)
    return Tool(bound.load()) if bound is not None else None


def wheel_turns_films(with_ctrl: bool = False) -> bool:
    """The wheel goes from film to film; otherwise it zooms, as everywhere with Ctrl."""
    return WHEEL.load() == "film" and not with_ctrl


def are_usual() -> bool:
    """Nothing was chosen."""
    return all(setting.load() == setting.default for setting in CHOSEN.values())


def forget_choices() -> None:
    """What is usual again."""
    for setting in CHOSEN.values():
        setting.forget()


def in_words(gesture: str) -> str:
    """A gesture of ``CHOSEN``, and what it does."""
    does = dict(CHOSEN[gesture].choices)[CHOSEN[gesture].load()]
    named, does = (QCoreApplication.translate("actions", text) for text in (gesture, does))
    return tr("{gesture}: {does}.").format(gesture=named, does=does[:1].lower() + does[1:])


def ways_left() -> list[str]:
    """How to zoom and to pan, where neither of both buttons nor the wheel does; a sentence each."""
    drags, ways = {RIGHT_DRAG.load(), MIDDLE_DRAG.load()}, []
    if Tool.ZOOM.value not in drags and wheel_turns_films():
        ways.append(tr("To zoom, turn the wheel with Ctrl."))
    if Tool.PAN.value not in drags:
        key = QKeySequence(key_bindings.held_key(PAN_KEY))
        shown = key.toString(QKeySequence.SequenceFormat.NativeText)
        ways.append(tr("To pan, hold {key} and drag with the left button.").format(key=shown))
    return ways

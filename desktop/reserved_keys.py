"""Keys that no command is given: what has them already, in a sentence.

The letter of a menu and a command with the same key would both stay silent. A command's key is taken before
a button or a list hears of it, so that Space would press nothing any more. A text field has its keys first:
a command with Ctrl+C would run beside the text, and not in it. And what the desktop takes never comes here,
on this computer or on the next.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop.commands import FILM_KEYS, MENUS

_Key = Qt.Key
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT, _META = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier

# Sent for themselves, before the key that they go with.
MODIFIERS = {
    _Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_Meta, _Key.Key_AltGr, _Key.Key_Super_L,
    _Key.Key_Super_R, _Key.Key_Hyper_L, _Key.Key_Hyper_R, _Key.Key_CapsLock, _Key.Key_NumLock,
    _Key.Key_ScrollLock, _Key.Key_Mode_switch,
}  # fmt: skip
# Qt's first key behind F35: those of menus, players, browsers, input methods and dead keys follow.
_BEHIND_F35 = _Key.Key_Super_L.value

# With whatever goes with them.
_MOVES = {_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Home, _Key.Key_End}
_OF_THE_SYSTEM = {_Key.Key_Print, _Key.Key_SysReq}
_OF_THE_DESKTOP = {
    QKeySequence(key)
    for key in ("F10", "Alt+F4", "Alt+Esc", "Alt+Space", "Ctrl+Esc", "Ctrl+Shift+Esc")
}  # fmt: skip
_CONTEXT_MENU = {QKeySequence("Menu"), QKeySequence("Shift+F10")}
_STANDARD = QKeySequence.StandardKey
_OF_TEXTS = (
    _STANDARD.SelectAll, _STANDARD.Copy, _STANDARD.Cut, _STANDARD.Paste, _STANDARD.Undo, _STANDARD.Redo,
)  # fmt: skip


def tr(text: str) -> str:
    """A text of this module in the user's language."""
    return QCoreApplication.translate("reserved_keys", text)


def why_reserved(key: QKeySequence, held: bool = False) -> str:
    """The sentence that refuses ``key``; empty where a command may have it.

    ``held``: for a key that is held on the film, which takes it from no button.
    """
    combination = key[0]  # type: ignore[index]
    alone, with_it = combination.key(), combination.keyboardModifiers()
    if not has_name(key):
        return tr("This key has no name by which it could be kept.")
    menu = _menu_of(key)
    if menu:
        sentence = tr("{key} opens the menu “{menu}”.")
    elif alone in {QKeySequence(one)[0].key() for one in FILM_KEYS}:  # type: ignore[index]
        sentence = tr("{key} is taken by the film itself.")
    elif key in _CONTEXT_MENU:
        sentence = tr("{key} opens the menu that a right click opens.")
    elif alone in _MOVES and not with_it & _ALT:
        sentence = tr("{key} moves the keyboard through the window and its lists.")
    elif alone == _Key.Key_Space and not held:
        sentence = tr("{key} presses the button that has the keyboard.")
    elif _Key.Key_0 <= alone <= _Key.Key_9 and with_it == _SHIFT:
        sentence = tr("{key} is a digit on some keyboards, and the digits stay.")
    elif _is_of_texts(key):
        sentence = tr("{key} is for texts: to select, copy, paste and undo.")
    elif with_it & _CTRL and with_it & _ALT:
        sentence = tr("{key} writes a sign on some keyboards, or belongs to the system.")
    elif key in _OF_THE_DESKTOP or _is_of_the_desktop(alone, with_it):
        sentence = tr("{key} belongs to the system.")
    else:
        return ""
    return sentence.format(key=key.toString(QKeySequence.SequenceFormat.NativeText), menu=menu)


def opens_menu(event: QKeyEvent) -> bool:
    """Shift+F10, for keyboards without a key for the menu: not every system makes a wish for it of that."""
    return QKeySequence(event.keyCombination()) == QKeySequence("Shift+F10")


def has_name(key: QKeySequence) -> bool:
    """Written down and read again it is the same key: dead keys and unknown ones are not."""
    return not key.isEmpty() and QKeySequence(key.toString()) == key


def _menu_of(key: QKeySequence) -> str:
    for text in MENUS.values():
        title = QCoreApplication.translate("actions", text)
        if QKeySequence.mnemonic(title) == key:
            return title.replace("&", "")
    return ""


def _is_of_texts(key: QKeySequence) -> bool:
    # On every system: those of another one are in the fingers as well.
    bindings = [one for standard in _OF_TEXTS for one in QKeySequence.keyBindings(standard)]
    return key in [*bindings, QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")]


def _is_of_the_desktop(alone: Qt.Key, with_it: Qt.KeyboardModifier) -> bool:
    switches = alone in (_Key.Key_Tab, _Key.Key_Backtab)  # with Alt, from window to window
    return (
        bool(with_it & _META)
        or switches
        or alone in _OF_THE_SYSTEM
        or alone in MODIFIERS
        or _BEHIND_F35 <= alone.value < _Key.Key_unknown.value
    )

"""Which key gives which command: the table's, unless the user chose another."""

from __future__ import annotations

import json

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from desktop import settings
from desktop.commands import COMMANDS, FILM_KEYS, HELD_KEYS, HeldKey

Keys = tuple[str, ...]


def chosen_keys() -> dict[str, Keys]:
    """The commands whose key the user chose; what cannot be read is as if never chosen."""
    try:
        kept = json.loads(settings.CHOSEN_KEYS.load() or "{}")
    except ValueError:
        return {}
    known = usual_keys()
    items = kept.items() if isinstance(kept, dict) else ()
    return {name: (key,) for name, key in items if name in known and isinstance(key, str) and _is_key(key)}


def usual_keys() -> dict[str, Keys]:
    """The table's, those that are held included."""
    return {command.id: command.keys for command in COMMANDS} | {h.id: (h.key,) for h in HELD_KEYS}


def current_keys() -> dict[str, Keys]:
    """The keys of every command, and those that are held."""
    return usual_keys() | chosen_keys()


def held_key(held: HeldKey) -> Qt.Key:
    """The key as the view meets it."""
    return _combination(current_keys()[held.id][0]).key()


def can_be_held(key: str) -> bool:
    """A key alone: with Ctrl or Shift, a drag would mean something else."""
    return _combination(key).keyboardModifiers() == Qt.KeyboardModifier.NoModifier


def _is_key(text: str) -> bool:
    return bool(text) and _combination(text).key() != Qt.Key.Key_unknown


def _combination(key: str) -> QKeyCombination:
    return QKeySequence(key)[0]  # type: ignore[index, no-any-return]


def choose_key(command: str, key: str) -> None:
    """``key`` gives ``command`` from now on, also after the next start."""
    chosen = chosen_keys() | {command: (key,)}
    usual = usual_keys()
    settings.CHOSEN_KEYS.save(json.dumps({n: keys[0] for n, keys in chosen.items() if keys != usual[n]}))


def forget_choices() -> None:
    """The table's keys again."""
    settings.CHOSEN_KEYS.save("")


def taken_by(key: str, command: str) -> str | None:
    """The other command that ``key`` gives already; an empty text for a key that the film itself takes."""
    wanted = QKeySequence(key)
    if QKeySequence(_combination(key).key()) in [QKeySequence(film) for film in FILM_KEYS]:
        return ""
    for other, keys in current_keys().items():
        if other != command and wanted in [QKeySequence(one) for one in keys]:
            return other
    return None

"""Which key gives which command: the table's, unless the user chose another or took it away."""

from __future__ import annotations

import json

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from desktop import settings
from desktop.commands import COMMANDS, HELD_KEYS, HeldKey
from desktop.reserved_keys import has_name, why_reserved

Keys = tuple[str, ...]

_HELD = {held.id for held in HELD_KEYS}
# Whose keys stay: the digits, and what is told with another command.
_FIXED = {command.id for command in COMMANDS if command.help_keys}


def usual_keys() -> dict[str, Keys]:
    """The table's, those that are held included."""
    return {command.id: command.keys for command in COMMANDS} | {h.id: (h.key,) for h in HELD_KEYS}


def chosen_keys() -> dict[str, Keys]:
    """The commands whose key the user chose; none where they took it away.

    What cannot be read, or is nobody's to give, is as if never chosen, and so is a key's second command.
    """
    usual, kept = usual_keys(), _kept()
    held = {name: key for name, key in kept.items() if name in _HELD and key is not None}
    now = [held.get(name, usual[name][0]) for name in _HELD]
    if len({_written(key) for key in now}) < len(now):
        # There is no menu where a key that is held could be found.
        held, now = {}, [usual[name][0] for name in _HELD]
    taken = {_written(key) for key in [*now, *(key for name in _FIXED for key in usual[name])]}
    chosen: dict[str, Keys] = {name: (key,) for name, key in held.items()}
    for name, key in kept.items():
        if name in _HELD or (key is not None and _written(key) in taken):
            continue
        chosen[name] = () if key is None else (key,)
        taken.update(map(_written, chosen[name]))
    return chosen


def current_keys() -> dict[str, Keys]:
    """The keys of every command, and those that are held: no key twice."""
    usual, chosen = usual_keys(), chosen_keys()
    given = {_written(key) for keys in chosen.values() for key in keys}
    rest = {name: tuple(key for key in keys if _written(key) not in given) for name, keys in usual.items()}
    return rest | chosen


def held_key(held: HeldKey) -> Qt.Key:
    """The key as the view meets it."""
    return _combination(current_keys()[held.id][0]).key()


def can_be_held(key: str) -> bool:
    """A key alone: with Ctrl or Shift, a drag would mean something else."""
    return _combination(key).keyboardModifiers() == Qt.KeyboardModifier.NoModifier


def choose_key(command: str, key: str | None) -> None:
    """``key`` gives ``command`` from now on, also after the next start; None: no key does."""
    _save(chosen_keys() | {command: () if key is None else (key,)})


def take_back(command: str) -> None:
    """The table's keys of ``command`` again; those that another command was given meanwhile stay there."""
    _save({name: keys for name, keys in chosen_keys().items() if name != command})


def forget_choices() -> None:
    """The table's keys again."""
    settings.CHOSEN_KEYS.save("")


def taken_by(key: str, command: str) -> str | None:
    """The other command that ``key`` gives already."""
    wanted = _written(key)
    for other, keys in current_keys().items():
        if other != command and wanted in map(_written, keys):
            return other
    return None


def refusal(key: QKeySequence, command: str) -> str:
    """Why no command may have ``key``; empty where this one may, as it may have its usual one."""
    usual = key.toString() in map(_written, usual_keys()[command])
    return "" if usual else why_reserved(key, command in _HELD)


def _kept() -> dict[str, str | None]:
    """What the settings say, as far as it makes sense by itself."""
    try:
        kept = json.loads(settings.CHOSEN_KEYS.load() or "{}")
    except ValueError:
        return {}
    items = kept.items() if isinstance(kept, dict) else ()
    return {name: key for name, key in items if _makes_sense(name, key)}


def _makes_sense(name: str, key: object) -> bool:
    if name not in usual_keys() or name in _FIXED:
        return False
    if key is None:
        return True
    if not isinstance(key, str) or not has_name(QKeySequence(key)) or QKeySequence(key).count() > 1:
        return False
    return not refusal(QKeySequence(key), name) and (name not in _HELD or can_be_held(key))


def _save(chosen: dict[str, Keys]) -> None:
    usual = usual_keys()
    kept = {name: keys[0] if keys else None for name, keys in chosen.items() if keys != usual[name]}
    settings.CHOSEN_KEYS.save(json.dumps(kept) if kept else "")


def _written(key: str) -> str:
    """One way to write it of several: Del and Delete."""
    return QKeySequence(key).toString()


def _combination(key: str) -> QKeyCombination:
    return QKeySequence(key)[0]  # type: ignore[index, no-any-return]

"""Which key gives which command: the table's, unless the user chose another."""

from __future__ import annotations

import json

from PySide6.QtGui import QKeySequence

from desktop import settings
from desktop.commands import COMMANDS, HELD_KEYS

Keys = tuple[str, ...]


def chosen_keys() -> dict[str, Keys]:
    """The commands whose key the user chose; what cannot be read is as if never chosen."""
    try:
        kept = json.loads(settings.CHOSEN_KEYS.load() or "{}")
    except ValueError:
        return {}
    known = {command.id for command in COMMANDS}
    items = kept.items() if isinstance(kept, dict) else ()
    return {name: (key,) for name, key in items if name in known and isinstance(key, str) and key}


def current_keys() -> dict[str, Keys]:
    """The keys of every command."""
    return {command.id: command.keys for command in COMMANDS} | chosen_keys()


def choose_key(command: str, key: str) -> None:
    """``key`` gives ``command`` from now on, also after the next start."""
    chosen = chosen_keys() | {command: (key,)}
    usual = {row.id: row.keys for row in COMMANDS}
    settings.CHOSEN_KEYS.save(json.dumps({n: keys[0] for n, keys in chosen.items() if keys != usual[n]}))


def forget_choices() -> None:
    """The table's keys again."""
    settings.CHOSEN_KEYS.save("")


def taken_by(key: str, command: str) -> str | None:
    """The other command that ``key`` gives already; an empty text for a key that the film itself takes."""
    wanted = QKeySequence(key)
    if wanted in [QKeySequence(held) for held in HELD_KEYS]:
        return ""
    for other, keys in current_keys().items():
        if other != command and wanted in [QKeySequence(one) for one in keys]:
            return other
    return None

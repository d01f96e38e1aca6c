"""What others wrote that is compiled into the libraries of Qt: ``packaging/qt-third-party.json``.

The list and its texts are read out of Qt's sources by ``packaging/qt_attributions.py``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from shipped import Inside, Library

LIST = Path(__file__).parent / "qt-third-party.json"
# The texts; with Qt alone, as PySide6's own libraries hold none of it.
TEXTS = "Qt-third-party.txt"
# The module of the list whose libraries stand beside Qt's own, as files that everybody can see.
ICU = "icu"
# libQt6Core on Linux, Qt6Core on Windows, QtCore on macOS.
_MODULE = re.compile(r"(?:lib)?qt6?(?P<name>\w+)", re.IGNORECASE)


def inside(libraries: Iterable[Library], platform: str) -> list[Inside]:
    """What is compiled into Qt's own among ``libraries``; ``platform`` as in ``sys.platform``."""
    shipped: dict[str, str] = {}
    for each in libraries:
        if "/plugins/" not in each.file and (told := _MODULE.fullmatch(each.name)):
            shipped.setdefault(f"qt{told['name'].lower()}", each.file)
    return [
        Inside(
            entry["id"],
            entry["name"],
            entry["version"],
            entry["licence"],
            shipped[entry["module"]],
            entry["read_from"],
            entry["purl"],
        )
        for entry in _entries()
        if entry["module"] in shipped and platform in entry["platforms"]
    ]


def licence_of(brought: Library) -> str:
    """That of a library beside Qt's own; empty for one that the list does not know."""
    licences = (entry["licence"] for entry in _entries() if entry["module"] == ICU)
    return next(licences, "") if brought.name.lower().removeprefix("lib").startswith(ICU) else ""


def _entries() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(LIST.read_text(encoding="utf-8"))["components"]
    return entries

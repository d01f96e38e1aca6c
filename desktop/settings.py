"""What is remembered from one start to the next: rows over QSettings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One remembered value: where it stands, and what it is when nothing was remembered."""

    key: str
    default: T

    def load(self) -> T:
        """The value; the default where the stored one has another type."""
        value = QSettings().value(self.key, self.default)
        if isinstance(self.default, bool):
            # A settings file on a disk holds words.
            value = {"true": True, "false": False}.get(str(value).lower())
        return value if isinstance(value, type(self.default)) else self.default

    def save(self, value: T) -> None:
        """Remember ``value``."""
        QSettings().setValue(self.key, value)


WINDOW_GEOMETRY = Setting("window/geometry", QByteArray())
COLUMN_WIDTHS = Setting("window/columns", QByteArray())
# JSON, {command: key}.
CHOSEN_KEYS = Setting("keys/chosen", "")
# The panel shows no number before the reader has recorded an impression.
READ_FIRST = Setting("panel/read_first", True)
# Which installation last passed its check; another version or another model is checked anew.
CHECKED_INSTALLATION = Setting("installation/checked", "")

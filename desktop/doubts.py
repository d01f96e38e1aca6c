"""Films that could not be read, and whose file may be another one by now: it was being copied, say.

Asked about are the film somebody comes to, and all of them when somebody comes back to the window. A file
is read again by itself only where its size or time of change is not what it was: once for each change.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop.document import Document
from desktop.entry import Entry, Stamp
from desktop.worker import stamp_of

# Small enough that a click does not wait for a slow drive.
AT_ONCE = 100


class Doubts(QObject):
    """Numbers of failed films whose files are to be looked at, not opened. Signal: ``asked()``."""

    asked = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting: dict[int, None] = {}

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def ask(self, number: int | None) -> None:
        """Somebody came to this film."""
        if number is not None and number in self._document and _is_in_doubt(self._document.entry(number)):
            self._waiting[number] = None

    @Slot()
    def ask_all(self) -> None:
        """Somebody came back, perhaps from copying files."""
        if self._document.count("failed"):
            self._waiting |= {entry.number: None for entry in self._document.entries if _is_in_doubt(entry)}
            self.asked.emit()

    def take(self) -> dict[int, str]:
        """Some of them, with the paths of their files."""
        taken = list(self._waiting)[:AT_ONCE]
        for number in taken:
            del self._waiting[number]
        entries = (self._document.entry(number) for number in taken if number in self._document)
        return {entry.number: entry.source.path for entry in entries if entry.source is not None}

    def changed(self, stamps: dict[int, Stamp | None]) -> list[int]:
        """Which of them, with the other frames of their files, are to be read again."""
        found: dict[int, None] = {}
        for number, stamp in stamps.items():
            if number not in self._document or number in found:
                continue
            entry = self._document.entry(number)
            if stamp is None or stamp == entry.stamp or not _is_in_doubt(entry):
                continue
            for frame in self._document.frames_of(number):
                self._document.update(frame.number, stamp=stamp)
                found[frame.number] = None
        return list(found)


def stamps_of(paths: dict[int, str]) -> dict[int, Stamp | None]:
    """Of the files as they are now. Runs in the worker: the drive may be slow."""
    return {number: stamp_of(path) for number, path in paths.items()}


def _is_in_doubt(entry: Entry) -> bool:
    """Its file could not be read; whether the model could be used is no matter of the file."""
    return entry.error is not None and not entry.viewable and entry.source is not None

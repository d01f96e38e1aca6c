"""What was dropped on the window and is not wholly listed yet, and the folders that were opened.

A file is known by its path. One that is met again is read again only where it may be another by now: where
its size or its time of change is not what it was when it was found, or where it could not be read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.document import Document
from desktop.entry import Candidate, Stamp
from desktop.worker import Listing, Worker


@dataclass(frozen=True)
class Met:
    """Numbers of the entries of a chunk: all of them, and those that were open and are to be read again."""

    numbers: list[int]
    again: list[int] = field(default_factory=list)


class Drops:
    """Puts what is listed into the document; the reader decides when.

    ``found`` counts the images of the drops that are being listed. ``passwords`` are those of archives.
    """

    def __init__(self, document: Document, worker: Worker, passwords: dict[str, str]) -> None:
        self._document, self._worker, self._passwords = document, worker, passwords
        self._waiting: deque[Listing] = deque()
        # In memory only: folders are named after patients.
        self._folders: dict[str, None] = {}
        self._last = 0
        self.found = 0

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @property
    def first(self) -> Listing:
        """Whose next chunk is wanted."""
        return self._waiting[0]

    @property
    def folders(self) -> list[str]:
        """Those that were opened since the list was last empty, as far as they were listed."""
        return list(self._folders)

    def open(self, paths: Iterable[str], is_a_look: bool = False) -> None:
        """List what is behind ``paths``; of a look for what is new, nothing becomes current."""
        self._last += 1
        drop = self._worker.listing(list(paths), self._passwords, self._last, self._stamps())
        drop.is_a_look = is_a_look
        drop.selected = is_a_look and self._document.current is not None
        self._waiting.append(drop)

    def put(self, drop: Listing, chunk: list[Candidate]) -> Met:
        """Into the document; the first image of a drop becomes current."""
        self._folders |= dict.fromkeys(drop.folders)
        self.found += len(chunk)
        known = [(number, c.stamp) for c in chunk if (number := self._document.number_of(c)) is not None]
        numbers = self._document.add(chunk)
        drop.new += len(set(numbers)) - len({number for number, _ in known})
        again = [other for number, stamp in known for other in self._changed(number, stamp)]
        if numbers and not drop.selected:
            drop.selected = True
            self._document.select(min(numbers, key=self._document.row))
        return Met(numbers, again)

    def end(self, drop: Listing) -> None:
        """There is no more of it, or it failed: what was found so far stays."""
        self._folders |= dict.fromkeys(drop.folders)
        self._waiting.remove(drop)
        if not self._waiting:
            self.found = 0

    def stop(self) -> None:
        """Nobody waits for the rest."""
        for drop in self._waiting:
            drop.stopped = True
        self._waiting.clear()
        self.found = 0

    def forget_folders(self) -> None:
        """The list is empty."""
        self._folders.clear()

    def _stamps(self) -> dict[str, Stamp]:
        """Of what is open and could be read: the worker need not glance at it once more."""
        return {e.key: e.stamp for e in self._document.entries if e.stamp is not None and e.error is None}

    def _changed(self, number: int, stamp: Stamp | None) -> list[int]:
        """The entry and the other frames of its file, where they have to be read again."""
        entry = self._document.entry(number)
        if entry.error is None and stamp is not None and entry.stamp == stamp:
            return []
        frames = [frame for frame in self._document.frames_of(number) if frame.source is not None]
        for frame in frames:
            self._document.update(frame.number, stamp=stamp)
        return [frame.number for frame in frames if frame.frames or frame.error is not None]

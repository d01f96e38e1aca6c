"""The films that are kept in memory: the current one, its neighbours, and the one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.document import Document
from desktop.entry import Entry

if TYPE_CHECKING:
    from desktop.film import Film

# A neighbour is kept unless it is uncommonly large; what somebody is looking at is kept in any case.
MAX_KEPT_MEGABYTES = 64.0


class KeptFilms(dict[int, "Film"]):
    """By the numbers of their entries. ``beside`` is the one that the current film is compared with."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self.beside: int | None = None
        # Neighbours too large to keep, or gone: not tried again before somebody looks at them.
        self._not_ahead: set[int] = set()

    def is_watched(self, number: int | None) -> bool:
        """Somebody is looking at it: it is the current one, or beside that."""
        return number is not None and number in (self._document.current_number, self.beside)

    def watched(self) -> list[Entry]:
        """Those with a file to read."""
        numbers = dict.fromkeys((self._document.current_number, self.beside))
        entries = [self._document.entry(n) for n in numbers if n is not None and n in self._document]
        return [entry for entry in entries if entry.source is not None]

    def keep(self, number: int, film: Film) -> None:
        """Hold on to a film that was read, where somebody may want it soon."""
        near = number in self._document.near()
        if self.is_watched(number) or (near and film.megabytes <= MAX_KEPT_MEGABYTES):
            self[number] = film
        elif near:
            self._not_ahead.add(number)

    def prune(self) -> None:
        """Let go of those that are no longer near."""
        near = set(self._document.near())
        for number, film in list(self.items()):
            if not self.is_watched(number) and (number not in near or film.megabytes > MAX_KEPT_MEGABYTES):
                del self[number]

    def leave_out(self, number: int) -> None:
        """Not to be read ahead."""
        self._not_ahead.add(number)

    def forget(self, number: int) -> None:
        """Nothing is known of its film any more."""
        self.pop(number, None)
        self._not_ahead.discard(number)

    def wanted_beside(self) -> Entry | None:
        """The film beside the current one, as long as it is not here and may be readable."""
        if self.beside is None or self.beside not in self._document or self.beside in self:
            return None
        entry = self._document.entry(self.beside)
        return entry if entry.viewable and entry.source is not None else None

    def wanted_ahead(self) -> Entry | None:
        """A neighbour that is worth reading before anybody asks for it."""
        for number in self._document.near():
            entry = self._document.entry(number)
            readable = entry.viewable and entry.source and number not in self._not_ahead
            if readable and entry.prediction and number not in self:
                return entry
        return None

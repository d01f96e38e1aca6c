"""Which headings of the list are folded away; kept while films come and go, are filtered and sorted.

A heading is known by its key, the beginning of the keys of its films (:mod:`desktop.grouping`). While the
list is filtered other headings may be folded: what is found must be in view, and what was folded before is
folded again when the filter is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.grouping import PATIENT_LEVEL, SERIES_LEVEL
from desktop.ordered import Key
from desktop.sorting import Sort

if TYPE_CHECKING:
    from desktop.document import Document

LEVELS = range(PATIENT_LEVEL, SERIES_LEVEL + 1)


class Folds:
    """The keys of headings that are folded away, in the order of the list as it is now."""

    def __init__(self, document: Document) -> None:
        self._document, self._arrangement = document, document.arrangement
        self._always, self._while_filtered = set[Key](), set[Key]()
        # The same headings in the document's own order: another order of the list has other keys.
        self._places: set[Key] = set()
        self._filter, self._sort = ("", ""), Sort.OPENED

    def __bool__(self) -> bool:
        return bool(self._now)

    def __contains__(self, heading: object) -> bool:
        return heading in self._now

    @property
    def _now(self) -> set[Key]:
        return self._while_filtered if self._arrangement.is_filtered else self._always

    def cover(self, key: Key) -> Key | None:
        """The outermost folded heading above a film or a heading; None where it is in view."""
        above = (key[:level] for level in LEVELS if level < len(key))
        return next((heading for heading in above if heading in self._now), None)

    def fold(self, heading: Key) -> None:
        """Put away what is below."""
        self._now.add(heading)

    def unfold(self, heading: Key) -> None:
        """Out again; what is folded below stays so."""
        self._now.discard(heading)

    def keep(self, wanted: Callable[[Key], bool]) -> None:
        """Forget all but those."""
        self._now.difference_update([heading for heading in self._now if not wanted(heading)])

    def reveal(self, key: Key) -> None:
        """Somebody went to this film: nothing above it is folded any more, with a filter or without."""
        for level in LEVELS:
            self._always.discard(key[:level])
            self._while_filtered.discard(key[:level])

    def before_reset(self) -> None:
        """The list is about to be arranged anew; its keys are still those of before."""
        if self._arrangement.sort is not self._sort and self._sort.is_grouped:
            keys, place = self._arrangement.key, self._document.place
            numbers = [entry.number for entry in self._document.entries] if self._always else []
            pairs = ((keys(n)[:level], place(n)[:level]) for n in numbers for level in LEVELS)
            self._places = {own for key, own in pairs if key in self._always}

    def after_reset(self) -> None:
        """Everything has its new key."""
        arrangement = self._arrangement
        if not self._document.entries:
            for kept in (self._always, self._while_filtered, self._places):
                kept.clear()
        elif arrangement.sort is not self._sort and arrangement.sort.is_grouped:
            keys, place = arrangement.key, self._document.place
            numbers = [entry.number for entry in self._document.entries] if self._places else []
            pairs = ((keys(n)[:level], place(n)[:level]) for n in numbers for level in LEVELS)
            self._always = {key for key, own in pairs if own in self._places}
        wanted = (arrangement.text, arrangement.show)
        if wanted != self._filter or arrangement.sort is not self._sort:
            # What is found now has not been folded by anybody.
            self._while_filtered.clear()
        self._filter, self._sort = wanted, arrangement.sort

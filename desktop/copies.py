"""Images that are open more than once.

Each image in the world has a SOP Instance UID of its own (PS3.3 C.12.1), so two files with the same UID
are the same image, or one of them is wrong. Which of both can be told only when both were read: whoever
copies a CD keeps the picture, whoever copies a header by hand does not.
"""

from __future__ import annotations

from collections import defaultdict

from desktop.document import Document
from desktop.entry import Candidate, Entry


class Copies:
    """Folds copies of the same image into one entry, and marks images that contradict each other."""

    def __init__(self, document: Document) -> None:
        self._document = document
        # Numbers of the entries that were read, by SOP Instance UID and frame.
        self._read: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        self._identities: dict[int, tuple[str, int]] = {}
        document.cleared.connect(self._clear)

    def was_read(self, number: int) -> None:
        """Compare an entry that has just been read with those of the same image; one of them may go."""
        entry = self._document.entry(number)
        former = self._identities.pop(number, None)
        if former is not None:
            self._read[former].remove(number)
            self._mark(former)
        uid = entry.header.sop_instance_uid if entry.header else ""
        if uid:
            identity = self._identities[number] = (uid, entry.frame)
            self._read[identity].append(number)
            same = [other for other in self._alive(identity) if other.fingerprint == entry.fingerprint]
            for other in same:
                if other.number != number:
                    self._fold(other, self._document.entry(number))
            self._mark(identity)
        elif entry.contradicts:
            self._document.update(number, contradicts="")

    def _fold(self, known: Entry, fresh: Entry) -> None:
        """One entry of two; what somebody is looking at stays where it is."""
        current = self._document.current
        keep, drop = known, fresh
        if current is not None and current.number == fresh.number:
            keep, drop = fresh, known
        assert drop.source is not None
        verdict = keep if keep.prediction is not None else drop
        # A copy that was named again is in the list for a moment, and among the copies as well.
        copies = dict.fromkeys((*keep.copies, drop.source, *drop.copies))
        self._document.update(
            keep.number,
            copies=tuple(source for source in copies if source != keep.source),
            prediction=verdict.prediction,
            saliencies=verdict.saliencies,
            recalled=verdict.recalled,
            occlusion=verdict.occlusion,
        )
        self._document.remove(drop.number)

    def unfold(self, number: int) -> list[int]:
        """List anew the copies of an image that changed or cannot be read any more: they may still be."""
        entry = self._document.entry(number)
        apart = [
            Candidate(source, entry.frame, header=entry.header, drop=entry.drop) for source in entry.copies
        ]
        if entry.copies or entry.contradicts:
            self._document.update(number, copies=(), contradicts="")
        if number in self._identities:
            self._mark(self._identities[number])
        numbers = self._document.add(apart)
        for added in numbers:
            self._document.update(added, frames=entry.frames)
        return numbers

    def _mark(self, identity: tuple[str, int]) -> None:
        alive = self._alive(identity)
        for entry in alive:
            # Those that are left differ, for equal ones were folded.
            others = (other.path for other in alive if other.number != entry.number)
            contradicts = next(others, "")
            if contradicts != entry.contradicts:
                self._document.update(entry.number, contradicts=contradicts)

    def _alive(self, identity: tuple[str, int]) -> list[Entry]:
        """Those that are still open, and could be read when that was last tried."""
        entries = [self._document.entry(n) for n in self._read[identity] if n in self._document]
        return [entry for entry in entries if entry.viewable]

    def _clear(self) -> None:
        self._read.clear()
        self._identities.clear()

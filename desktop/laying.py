"""How much of a long list has its rows already.

Five thousand films in another order have fifteen thousand rows, and a window that makes them in one go is
deaf meanwhile. So those around the film on view are made at once, which are the ones in sight, and the
others piece by piece, to the end of the list and then to its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop.arrangement import Arrangement
from desktop.ordered import Key

# Films whose rows, with their headings, are made well within the time that a hand would notice.
PIECE = 100


class Laying:
    """The stretch of the list that has rows: known by its ends, for films may come and go."""

    def __init__(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        # The key of its first film, () for the beginning of the list; that of the first film behind it.
        self._first: Key = ()
        self._end: Key | None = None

    @property
    def is_complete(self) -> bool:
        """Everything has its rows."""
        return self._first == () and self._end is None

    def has(self, number: int) -> bool:
        """Whether a film stands within the stretch."""
        key = self._arrangement.key(number)
        return self._first <= key and (self._end is None or key < self._end)

    def begin(self, around: int | None) -> Sequence[int]:
        """Forget the former stretch; returns the films of a new one around ``around``, if that is shown."""
        arrangement, row = self._arrangement, 0
        if around is not None and arrangement.shows(around):
            row = arrangement.row(arrangement.key(around))
        first = max(row - PIECE // 2, 0)
        self._first = arrangement.key(arrangement.shown[first]) if first else ()
        return self._to_the_end(first)

    def next_piece(self) -> Sequence[int]:
        """More films, which belong to the stretch from now on."""
        arrangement = self._arrangement
        if self._end is not None:
            return self._to_the_end(arrangement.row(self._end))
        end = arrangement.row(self._first)
        first = max(end - PIECE, 0)
        self._first = arrangement.key(arrangement.shown[first]) if first else ()
        return arrangement.shown[first:end]

    def _to_the_end(self, row: int) -> Sequence[int]:
        """A piece from there on."""
        shown = self._arrangement.shown
        behind = row + PIECE
        self._end = self._arrangement.key(shown[behind]) if behind < len(shown) else None
        return shown[row:behind]

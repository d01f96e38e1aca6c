"""Things in the order of their keys, quick enough for a list of fifty thousand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
# A tuple that can be compared with every other in the list.
Key = tuple[Any, ...]


class Ordered(Generic[T]):
    """Items in the order of their keys, which are unique.

    Nothing is numbered anew when items come or go: a row is found by halving, and what stands behind a new
    item is moved by the list itself, in one piece.
    """

    def __init__(self) -> None:
        self._keys: list[Key] = []
        self._items: list[T] = []

    @property
    def items(self) -> Sequence[T]:
        """In order; never changed from outside."""
        return self._items

    def __contains__(self, key: Key) -> bool:
        row = self.row(key)
        return row < len(self._keys) and self._keys[row] == key

    def row(self, key: Key) -> int:
        """Where the item of this key stands, or would."""
        return bisect_left(self._keys, key)

    def replace(self, key: Key, item: T) -> None:
        """Another item in the place of the one with this key."""
        self._items[self.row(key)] = item

    def runs(self, fresh: Iterable[tuple[Key, T]]) -> Iterator[tuple[int, list[tuple[Key, T]]]]:
        """New items in runs that stay together, each with the row where it belongs.

        Each run is to be given to :meth:`insert` before the next is asked for.
        """
        waiting = sorted(fresh, key=lambda pair: pair[0])
        begin = 0
        while begin < len(waiting):
            row = self.row(waiting[begin][0])
            end = begin + 1
            below = self._keys[row] if row < len(self._keys) else None
            while end < len(waiting) and (below is None or waiting[end][0] < below):
                end += 1
            yield row, waiting[begin:end]
            begin = end

    def insert(self, row: int, run: list[tuple[Key, T]]) -> None:
        """Put a run of :meth:`runs` in its place."""
        self._keys[row:row] = [key for key, _ in run]
        self._items[row:row] = [item for _, item in run]

    def fill(self, pairs: list[tuple[Key, T]]) -> None:
        """These in place of everything; they are in order."""
        self._keys = [key for key, _ in pairs]
        self._items = [item for _, item in pairs]

    def remove_run(self, row: int, count: int) -> None:
        """Take out what stands in a row and behind it."""
        del self._keys[row : row + count], self._items[row : row + count]

    def key_at(self, row: int) -> Key:
        """The key of what stands there."""
        return self._keys[row]

    def remove(self, key: Key) -> None:
        """Take the item with this key out."""
        row = self.row(key)
        del self._keys[row], self._items[row]

    def clear(self) -> None:
        """Take everything out."""
        self._keys.clear()
        self._items.clear()

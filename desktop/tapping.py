"""How long a key was held, by the keyboard's clock: a window that is busy hears of a short tap late.

X repeats a key that is held as a release and a press of the same moment. Qt calls such a pair a repetition
where it finds both in its queue; on a busy machine it may find one of them, and both look like the user's.
So a press at the very moment of the last release goes on with what began before it.
"""

from __future__ import annotations

# A key held longer than this, in milliseconds, was not tapped.
PEEK_MS = 400


class HeldKey:
    """One key. Times are those of the events, in milliseconds; 0 where an event has none."""

    def __init__(self) -> None:
        self._pressed_at: int | None = None
        self._before: tuple[int | None, int] = (None, 0)

    def press(self, at: int) -> bool:
        """False where it was held already."""
        pressed_at, released_at = self._before
        goes_on = bool(at) and at == released_at and pressed_at is not None
        self._pressed_at = pressed_at if goes_on else at
        return not goes_on

    def release(self, at: int) -> int | None:
        """How long it was held; None where nobody heard of its press."""
        pressed_at, self._pressed_at = self._pressed_at, None
        self._before = (pressed_at, at)
        return None if pressed_at is None else at - pressed_at

    def forget(self) -> None:
        """Whatever was held is not any more, as far as anybody here will hear."""
        self._pressed_at, self._before = None, (None, 0)

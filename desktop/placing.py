"""Where a remembered window comes back: where it was, or on a screen that is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

# So much of a window's upper edge must be on some screen, for it to be seen and taken hold of.
HOLD_WIDTH, HOLD_HEIGHT = 120, 24


def on_a_screen(window: QRect, screens: Sequence[QRect]) -> QRect:
    """``window`` as it is while its upper edge can be reached; else inside the screen nearest to it.

    ``screens`` are the parts of the screens that programs may use, the main one first.
    """
    if not screens or any(_can_be_held(window, screen) for screen in screens):
        return window
    screen = max(screens, key=lambda screen: _area(window & screen))
    size = window.size().boundedTo(screen.size())
    left = min(max(window.left(), screen.left()), screen.left() + screen.width() - size.width())
    top = min(max(window.top(), screen.top()), screen.top() + screen.height() - size.height())
    return QRect(left, top, size.width(), size.height())


def _can_be_held(window: QRect, screen: QRect) -> bool:
    held = QRect(window.left(), window.top(), window.width(), HOLD_HEIGHT) & screen
    return held.width() >= min(HOLD_WIDTH, window.width()) and held.height() >= HOLD_HEIGHT


def _area(rect: QRect) -> int:
    return max(rect.width(), 0) * max(rect.height(), 0)

"""The tool bar by keyboard: one stop of Tab, and the arrow keys from button to button."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget


class ToolBarKeys(QObject):
    """Of the buttons of a bar, that where the keyboard was last is the one that Tab comes to.

    With a stop for each, some twenty would lie between the list and the film.
    """

    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        widgets = [bar.widgetForAction(action) for action in bar.actions()]
        self._buttons = [widget for widget in widgets if isinstance(widget, QToolButton)]
        self._stop = self._buttons[0]
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.installEventFilter(self)
        self._stand_on(self._stop)

    @property
    def buttons(self) -> list[QToolButton]:
        """As they follow each other."""
        return self._buttons

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._go(event.key())
        # What was switched off under the keyboard cannot be come back to.
        if event.type() == QEvent.Type.EnabledChange and not self._stop.isEnabled():
            self._stand_on(next(b for b in self._buttons if b.isEnabled()))
        return super().eventFilter(watched, event)

    def _go(self, key: int) -> bool:
        usable = [button for button in self._buttons if button.isEnabled() and button.isVisible()]
        if self._stop not in usable:
            return False
        at, last = usable.index(self._stop), len(usable) - 1
        before, after = max(at - 1, 0), min(at + 1, last)
        places = {
            # The keys name sides, and from the right the next button is at the left.
            Qt.Key.Key_Left: after if self._stop.isRightToLeft() else before,
            Qt.Key.Key_Right: before if self._stop.isRightToLeft() else after,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        to = places.get(Qt.Key(key))
        if to is None:
            return False
        self._stand_on(usable[to])
        self._stop.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stand_on(self, button: QToolButton) -> None:
        self._stop.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Not by a click: that would take the keyboard away from the film.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop = button


def in_order(*widgets: QWidget) -> None:
    """Tab goes from each to the next, and on from the last."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)

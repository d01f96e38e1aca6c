"""The key of the map is a switch when it is tapped, and a peek when it is held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

from desktop.document import Document
from desktop.tapping import PEEK_MS, HeldKey


class MapKey(QObject):
    """Watches a window. The action itself switches at the press; after a peek this switches back."""

    def __init__(self, action: QAction, document: Document, window: QObject) -> None:
        super().__init__(window)
        self._action, self._document, self._key = action, document, HeldKey()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._is_it(event) and not event.isAutoRepeat():
            # A shortcut's press is seen only as the question whether somebody else wants the key.
            if event.type() == QEvent.Type.ShortcutOverride:
                self._pressed(event)
            elif event.type() == QEvent.Type.KeyRelease:
                self._released(event)
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._key.forget()
        return super().eventFilter(watched, event)

    def _is_it(self, event: QKeyEvent) -> bool:
        """Whatever key the user chose for it."""
        return QKeySequence(event.key()) in self._action.shortcuts()

    def _pressed(self, event: QKeyEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and self._action.isEnabled():
            self._key.press(event.timestamp())
        else:
            self._key.forget()

    def _released(self, event: QKeyEvent) -> None:
        held_ms = self._key.release(event.timestamp())
        if held_ms is not None and held_ms > PEEK_MS:
            self._document.set_overlay(shown=not self._document.overlay.shown)

"""The application object, which on macOS is told what was double-clicked or dropped on its icon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Collects files until somebody listens: the first ones come before the window is complete.

    Signals: ``files_opened(paths)``, after :meth:`begin_to_listen`.
    """

    files_opened = Signal(list)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[str] = []
        self._listened = False

    def begin_to_listen(self) -> list[str]:
        """What came so far; from here on the signal tells."""
        self._listened = True
        waiting, self._waiting = self._waiting, []
        return waiting

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            # An address of the internet is nothing that this program opens.
            if path := event.url().toLocalFile():
                self._take(path)
            return True
        return super().event(event)

    def _take(self, path: str) -> None:
        if self._listened:
            self.files_opened.emit([path])
        else:
            self._waiting.append(path)

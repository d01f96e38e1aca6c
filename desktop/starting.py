"""What is left to do when the empty window is on the screen: in steps, so that it listens in between."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Slot

# What desktop.app imports, in pieces: all at once it takes four times as long as a hand notices.
PIECES = (
    "desktop.document",
    "desktop.actions",
    "desktop.image_view",
    "desktop.comparison",
    "desktop.compare_view",
    "desktop.film_list",
    "desktop.panel",
    "desktop.installation_check",
    "desktop.app",
)


class Steps(QObject):
    """Imports the program, then does ``last``; each of these in a turn of the event loop of its own."""

    def __init__(self, *last: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        pieces = [partial(import_module, piece) for piece in PIECES]
        self._steps: list[Callable[[], object]] = [*pieces, *last]
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._take)

    @Slot()
    def begin(self) -> None:
        """From now on."""
        self._timer.start()

    @Slot()
    def _take(self) -> None:
        step = self._steps.pop(0)
        if not self._steps:
            self._timer.stop()
        step()

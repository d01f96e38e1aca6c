"""Python's cycle collector, kept to the GUI thread.

It runs in whatever thread happens to allocate, and would delete windows from the worker, which Qt does
not survive. So it is switched off, and a timer collects where it is safe, a little at a time.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 2000
# A full collection only now and then: it takes some milliseconds.
FULL_EVERY = 15


class Collector(QObject):
    """Collects on a timer from :meth:`start` on; :meth:`stop` gives the work back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._collect)
        self._turn = 0

    def start(self) -> None:
        """What lives now will live on: it is not looked at again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """As Python does it by itself."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def _collect(self) -> None:
        self._turn += 1
        gc.collect(2 if self._turn % FULL_EVERY == 0 else 1)

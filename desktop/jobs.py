"""Work off the GUI thread.

    number = jobs.submit(work, done, failed)

``work`` runs in the one worker thread and touches no widget; then ``done(result)`` or
``failed(exception)`` runs in the GUI thread. One worker, because a second film read at the same time
would only slow down the one that somebody is waiting for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

# After so long the worker gives way to the window.
SWITCH_S = 0.001

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Jobs(QObject):
    """The worker and what it owes.

    Signals: ``idle()`` after an answer was delivered and nothing is left to do.
    """

    idle = Signal()
    _answered = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The window and the worker share one interpreter, and paging asks for it hundreds of times a
        # second: at Python's usual 5 ms each, every tenth film came noticeably late.
        sys.setswitchinterval(SWITCH_S)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._owed: dict[int, tuple[Done, Failed]] = {}
        self._last = 0
        self._closed = False
        # A bound method of an object of the GUI thread: Qt then delivers it there.
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(self, work: Callable[[], Any], done: Done, failed: Failed) -> int:
        """Queue ``work``; the number returned names it. After :meth:`close` nothing is done."""
        self._last += 1
        if not self._closed:
            self._owed[self._last] = (done, failed)
            self._pool.submit(self._run, self._last, work)
        return self._last

    def drop(self, number: int) -> None:
        """Its answer is not wanted any more: it is not started or, if it runs, not delivered."""
        self._owed.pop(number, None)

    def close(self) -> None:
        """Drop everything and wait for what is running."""
        self._closed = True
        self._owed.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, number: int, work: Callable[[], Any]) -> None:
        if number not in self._owed:
            return
        result, error = None, None
        try:
            result = work()
        except Exception as caught:  # whatever it is, the owner decides
            error = caught
        self._answered.emit(number, result, error)

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        owner = self._owed.pop(number, None)
        if owner is not None:
            done, failed = owner
            if error is None:
                done(result)
            else:
                failed(error)
        if not self._owed:
            self.idle.emit()

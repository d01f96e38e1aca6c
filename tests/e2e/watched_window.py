"""The program with answers written down, which tells what it shows: ``watched_window.py STATE [FILE ...]``.

STATE is a JSON file that always holds the present state, whole. While a file "hold" lies beside it, no film
is classified.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings, QTimer
from PySide6.QtWidgets import QWidget

import desktop.app
from desktop.__main__ import main
from scripted import Scripted

STATE = Path(sys.argv[1])
TELL_MS = 50
HELD_S = 0.02


class Held(Scripted):
    """Answers when it is let; ``waits`` until then."""

    waits = False

    def predict(self, *arguments: Any, **named: Any) -> Any:
        while STATE.with_name("hold").exists():
            Held.waits = True
            time.sleep(HELD_S)
        Held.waits = False
        return super().predict(*arguments, **named)


class WatchedApp(desktop.app.App):
    """Writes its state down whenever it has changed."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        # Named as the program will be, whose settings these are.
        QSettings().setValue("panel/read_first", False)
        super().__init__(lambda: Held(STATE.parent), *arguments, **named)

    def furnish(self) -> None:
        super().furnish()
        self._told = ""
        self._teller = QTimer(self, interval=TELL_MS)
        self._teller.timeout.connect(self._tell_state)
        self._teller.start()

    def _tell_state(self) -> None:
        now = json.dumps(self._state())
        if now != self._told:
            self._told = now
            fresh = STATE.with_suffix(".new")
            fresh.write_text(now)
            fresh.replace(STATE)

    def _state(self) -> dict[str, Any]:
        # Where a widget is, is known when what was said has been laid out.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        document, view = self.document, self.view
        current = document.current
        return {
            "films": len(document.entries),
            "current": document.row(current.number) if current else None,
            "shown": document.film is not None,
            "voi": repr(document.voi),
            "zoom": view.zoom,
            "at": [view.horizontalScrollBar().value(), view.verticalScrollBar().value()],
            "map": document.overlay.shown,
            "can_map": self.actions["map"].isEnabled(),
            "full_screen": self.window.isFullScreen(),
            "busy": document.progress.busy,
            "idle": self.reader.is_idle,
            "held": Held.waits,
            "active": self.window.isActiveWindow(),
            "is_target": view.is_target,
            "outcomes": {
                outcome: document.count(outcome)
                for outcome in ("classified", "refused", "failed", "not run")
            },
            "film": _middle(view),
            "cancel": _middle(self.status.cancel_button),
        }


def _middle(widget: QWidget) -> list[int] | None:
    """On the screen; None while it is not in view."""
    if not widget.isVisible():
        return None
    at = widget.mapToGlobal(QPoint(widget.width() // 2, widget.height() // 2))
    return [at.x(), at.y()]


if __name__ == "__main__":
    desktop.app.App = WatchedApp  # type: ignore[misc]
    sys.exit(main(["negatoscope", *sys.argv[2:]]))

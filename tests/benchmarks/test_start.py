"""From the start of the interpreter to a window on the screen, beside a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[2]

# Both end at their first paint, which an event filter on the application sees.
FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
class End(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            os._exit(0)
        return False
"""
BARE = (
    FIRST_PAINT
    + """
app = QApplication([]); end = End(); app.installEventFilter(end)
window = QMainWindow(); window.resize(1280, 800); window.show(); app.exec()
"""
)
OURS = (
    FIRST_PAINT
    + """
made = QApplication.__init__
def init(self, *arguments):
    made(self, *arguments); self.end = End(); self.installEventFilter(self.end)
QApplication.__init__ = init
from desktop.__main__ import main
sys.exit(main(["negatoscope"]))
"""
)


def seconds(code: str, settings: Path) -> float:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(settings)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = perf_counter()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=False)
    assert done.returncode == 0
    return perf_counter() - started


def test_start_to_window(tmp_path: Path, benchmark: Any, report: Any) -> None:
    for code in (BARE, OURS):
        seconds(code, tmp_path)
    pairs = [(seconds(OURS, tmp_path), seconds(BARE, tmp_path)) for _ in range(9)]
    benchmark.pedantic(seconds, (OURS, tmp_path), rounds=1)
    measured, floor = (1000 * float(np.median(times)) for times in zip(*pairs, strict=True))
    report("start to first paint", measured, floor, "ms", "aim: at most 1.5")

"""What another theme or size of text costs the window, beside Qt's own work at a new style sheet.

Qt matches the rules anew with every widget there is, on view or not: one call, which cannot be taken in
steps. The floor is that call for a window of the same widgets that are Qt's own, say nothing and lie in no
layout.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollBar,
    QSlider,
    QToolButton,
    QWidget,
)

from desktop import settings
from desktop.app import App
from desktop.palettes import DARK, LIGHT
from desktop.style_sheet import style_sheet

ROUNDS = 12
WAIT_MS = 60_000
# What follows a change is posted, and posts more.
TURNS = 8
# Those that bring no widgets of their own.
PLAIN = (QLabel, QToolButton, QPushButton, QCheckBox, QSlider, QScrollBar, QMenu, QFrame)
CHOICES: dict[str, tuple[settings.Setting[Any], tuple[Any, Any]]] = {
    "theme": (settings.THEME, ("light", "dark")),
    "text size": (settings.TEXT_SIZE, (settings.TEXT_SIZE.choices[-1][0], settings.TEXT_SIZE.default)),
}


def busy_ms(what: Callable[[], object]) -> float:
    """Of this thread, with everything that comes of it."""
    started = time.thread_time()
    what()
    for _ in range(TURNS):
        QApplication.processEvents()
    return 1000 * (time.thread_time() - started)


@pytest.fixture
def dressed(app: App, large_film: Path, qtbot: Any) -> Iterator[App]:
    """With a film and everything that is said of it."""
    app.open([str(large_film)])
    qtbot.waitUntil(lambda: app.document.count("classified") == 1 and app.reader.is_idle, timeout=WAIT_MS)
    yield app
    for setting, _ in CHOICES.values():
        setting.forget()


@pytest.mark.parametrize("what", CHOICES)
def test_other_looks(what: str, dressed: App, qapp: Any, benchmark: Any, report: Any) -> None:
    setting, choices = CHOICES[what]
    turn = cycle(choices)
    measured = [busy_ms(lambda: setting.save(next(turn))) for _ in range(ROUNDS)]
    benchmark.pedantic(lambda: setting.save(next(turn)), rounds=2)
    sheets = cycle((style_sheet(LIGHT), style_sheet(DARK)))
    floor = bare(qapp, dressed.window, sheets)
    report(f"{what}: the window is busy", float(np.median(measured)), floor, "ms", "aim: at most 50 ms")


def bare(qapp: QApplication, window: QWidget, sheets: Iterator[str]) -> float:
    """Of a twin of ``window``; what else there is does not count."""
    others = busy_median(qapp, sheets)
    twin = twin_of(window, None)
    twin.show()
    floor = busy_median(qapp, sheets) - others
    twin.deleteLater()
    return floor


def twin_of(widget: QWidget, parent: QWidget | None) -> QWidget:
    """Qt's own widget of its kind, by its name and role, with the twins of what lies in it."""
    kind = next((kind for kind in PLAIN if isinstance(widget, kind)), QWidget)
    twin = kind(parent)
    twin.setObjectName(widget.objectName())
    twin.setProperty("role", widget.property("role"))
    for child in widget.children():
        if isinstance(child, QWidget):
            twin_of(child, twin)
    return twin


def busy_median(qapp: QApplication, sheets: Iterator[str]) -> float:
    return float(np.median([busy_ms(lambda: qapp.setStyleSheet(next(sheets))) for _ in range(ROUNDS)]))

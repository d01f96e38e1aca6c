"""How fast a large film follows the hand, beside drawing the same picture as a pixmap."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop import maps
from desktop.app import App
from desktop.gestures import dragged_window

# A frame of a 60 Hz screen, and two.
FRAME_MS, TWO_FRAMES_MS = 16.0, 33.0
STEPS = 100
WAIT_MS = 60_000


class Plain(QWidget):
    """Draws one pixmap: less cannot be done for a new picture."""

    def __init__(self, pixmap: QPixmap) -> None:
        super().__init__()
        self._pixmap = pixmap
        self.resize(pixmap.deviceIndependentSize().toSize())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        QPainter(self).drawPixmap(0, 0, self._pixmap)


@pytest.fixture
def shown(app: App, large_film: Path, qtbot: Any) -> App:
    """The large film on the light box, classified, and nothing left to do."""
    app.open([str(large_film)])
    qtbot.waitUntil(lambda: app.document.count("classified") == 1 and app.reader.is_idle, timeout=WAIT_MS)
    return app


class Painted(QObject):
    """Says when a widget was asked to paint itself."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def draw(app: App) -> None:
    """The film, and whatever else has changed with it: texts, controls, their layout.

    Once each, as in front of a reader: a ``repaint()`` would draw the film now, and the event loop again.
    """
    viewport = app.view.viewport()
    painted = viewport.findChild(Painted) or Painted(viewport)
    painted.seen = False
    viewport.update()
    while not painted.seen:
        QApplication.processEvents()


def measure(step: Callable[[], object], floor: Callable[[], object]) -> tuple[list[float], list[float]]:
    """Milliseconds of each, in turns, so that whatever else the machine does falls on both."""
    pairs = [(_milliseconds(step), _milliseconds(floor)) for _ in range(STEPS)]
    ours, least = map(list, zip(*pairs, strict=True))
    return ours, least


def tell(report: Any, what: str, ours: list[float], least: list[float], aims: tuple[float, float]) -> None:
    """Median and 95th percentile, each beside that of the floor."""
    for name, percent, aim in (("median", 50, aims[0]), ("p95", 95, aims[1])):
        measured, floor = (float(np.percentile(times, percent)) for times in (ours, least))
        report(f"{what}, {name}", measured, floor, "ms", f"aim: within {aim:.0f} ms")


def plain_repaint(app: App, qtbot: Any) -> Callable[[], None]:
    """The floor: what the view shows now, drawn as a pixmap in a window of its own."""
    plain = Plain(app.view.viewport().grab())
    qtbot.addWidget(plain)
    with qtbot.waitExposed(plain):
        plain.show()
    return plain.repaint


def test_window_and_level(shown: App, qtbot: Any, benchmark: Any, report: Any) -> None:
    """From a step of the drag to the redrawn film."""
    directions = cycle((QPointF(3, 1), QPointF(-3, -1)))

    def step() -> None:
        film, voi = shown.document.film, shown.document.voi
        assert film is not None
        assert voi is not None
        shown.document.set_voi(dragged_window(film.radiograph, voi, next(directions)))
        draw(shown)

    benchmark(step)
    times = measure(step, plain_repaint(shown, qtbot))
    tell(report, "window/level, 3000 x 3000 x 16 bit", *times, (FRAME_MS, TWO_FRAMES_MS))


@pytest.mark.parametrize("start", [1.0, 4.0])
def test_zoom(start: float, shown: App, qtbot: Any, benchmark: Any, report: Any) -> None:
    """From a notch of the wheel to the redrawn film, of the whole film and of a part of it."""
    shown.view.zoom_by(start)
    factors = cycle((1.25, 1.25, 0.8, 0.8))

    def step() -> None:
        shown.view.zoom_by(next(factors))
        draw(shown)

    benchmark(step)
    times = measure(step, plain_repaint(shown, qtbot))
    tell(report, f"zoom from {start:.0f} x fitted, 3000 x 3000 x 16 bit", *times, (FRAME_MS, TWO_FRAMES_MS))


def test_another_map(shown: App, qtbot: Any, benchmark: Any, report: Any) -> None:
    """From the choice of another class's map to the redrawn film; the floor draws the map that is there."""
    shown.document.set_overlay(shown=True, map=maps.OPACITY)
    choice = cycle((maps.NO_OPACITY, maps.OPACITY))

    def step() -> None:
        shown.document.set_overlay(map=next(choice))
        draw(shown)

    benchmark(step)
    times = measure(step, plain_repaint(shown, qtbot))
    tell(report, "another map, 3000 x 3000 x 16 bit", *times, (FRAME_MS, FRAME_MS))


def _milliseconds(what: Callable[[], object]) -> float:
    started = perf_counter()
    what()
    return 1000 * (perf_counter() - started)

"""Draws what lies on the film, on grounds of one grey and of noise: ``draw_on_grounds.py FOLDER THEME``.

``FOLDER/WHAT-GROUND-INVERSE.png``. In a process of its own, because Qt reads the scale of the screen once.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

import stage
from desktop import settings
from desktop.annotations import Annotations
from desktop.geometry import Kind, Measurement
from inference import Loader, LookupTable
from phantom import dicom, thorax, write_dicom
from scripted import Scripted

if TYPE_CHECKING:
    from desktop.app import App

BITS = 12
# Of the film; so fine that it changes no verdict, and so many values that a table of noise makes noise.
GRAIN = 0.02
GROUNDS = ("black", "white", "grey", "noise")


def table(ground: str) -> LookupTable:
    """A VOI LUT that makes this ground of every film: what is written on it stays the same."""
    values, most = 2**BITS, 2**16 - 1
    greys = {"black": 0, "white": most, "grey": most // 2}
    random = np.random.default_rng(0).integers(0, most, values, endpoint=True)
    entries = random if ground == "noise" else np.full(values, greys[ground])
    return LookupTable(entries.astype(np.uint16), 0, 16, "ground")


def texts(app: App) -> None:
    """All four corners, the letters and the scale."""
    app.document.set_annotations(Annotations.ALL)


def target(app: App) -> None:
    app.view.mark_as_target(True)


def focus(app: App) -> None:
    app.films.setFocus()
    app.view.setFocus(Qt.FocusReason.TabFocusReason)


def cross(app: App) -> None:
    app.view.setFocus(Qt.FocusReason.OtherFocusReason)
    app.actions["tool.distance"].trigger()
    QTest.keyClick(app.view, Qt.Key.Key_Left)


def lens(app: App) -> None:
    QTest.mouseMove(app.view.viewport(), QPoint(300, 300))
    QTest.keyPress(app.view, Qt.Key.Key_X)


def box(app: App) -> None:
    # At no whole pixel.
    app.probing.drag(QPointF(300.3, 300.4), QPointF(500.7, 600.2), False)


def contours(app: App) -> None:
    app.document.set_overlay(shown=True, contours=True, opacity=0.1)


def measured(app: App) -> None:
    app.document.set_annotations(Annotations.FEW)
    for kind, *points in (
        (Kind.DISTANCE, (300.0, 300.0), (500.0, 310.5)),
        (Kind.DISTANCE, (250.0, 350.0), (250.0, 520.0)),
        (Kind.ANGLE, (350.0, 400.0), (450.0, 420.0), (420.0, 600.0)),
    ):
        app.document.measurements.add(Measurement(kind, tuple(points)))


def nothing(app: App) -> None:
    """What was shown before is taken away."""
    app.document.set_annotations(Annotations.NONE)
    app.view.mark_as_target(False)
    app.view.clearFocus()
    app.actions["tool.window"].trigger()
    app.view.key_hand.hide()
    QTest.keyRelease(app.view, Qt.Key.Key_X)
    app.probing.clear()
    app.document.set_overlay(shown=False)


def flipped(app: App) -> None:
    """Only the plate that says so."""
    app.document.set_orientation(app.document.orientation.flipped_across())


WHAT: tuple[Callable[[App], None], ...] = (
    texts, target, focus, cross, lens, box, contours, measured, flipped,
)  # fmt: skip


def draw_all(folder: Path, theme: str) -> None:
    """One picture of the view each."""
    stage.dress(theme)
    settings.READ_FIRST.save(False)
    with tempfile.TemporaryDirectory() as own, Loader() as loader:
        grain = np.random.default_rng(1).normal(0.0, GRAIN, (800, 900))
        pixels = np.clip(thorax(800, 900, 3, grain=0.0) + grain, 0.0, 1.0)
        film = dicom(np.round(pixels * (2**BITS - 1)).astype(np.uint16), bits=BITS)
        path = write_dicom(Path(own) / "film.dcm", film)
        loader.start()
        with stage.opened(lambda: Scripted(Path(own)), lambda: loader) as app:
            stage.read(app, path)
            # Under the corners too.
            app.view.zoom_by(1.6)
            for draw in WHAT:
                nothing(app)
                draw(app)
                for ground in GROUNDS:
                    app.document.set_voi(table(ground))
                    for inverse in (False, True):
                        app.document.set_inverse(inverse)
                        name = f"{draw.__name__}-{ground}-{inverse:d}.png"
                        assert stage.settled(app.view).save(str(folder / name))


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]), sys.argv[2])

"""What the wheel does on the film: it zooms, or goes from film to film by whole notches."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QWheelEvent

from desktop.gestures import NOTCH, turned_zoom
from desktop.mouse_bindings import wheel_turns_films

if TYPE_CHECKING:
    from desktop.image_view import ImageView

# A surface has no notches to be felt: there, films follow one another no sooner than this, in milliseconds.
AT_LEAST_MS = 250


class WheelHand:
    """Belongs to the view. Of turns that were waiting together, one film comes: a flick is no journey."""

    def __init__(self, view: ImageView) -> None:
        self._view = view
        # In eighths of a degree, since the last film.
        self._turned = 0.0
        self._turned_at = 0
        # Runs until everything that was waiting has been heard.
        self._batch = QTimer(view, singleShot=True, interval=0)

    def turn(self, event: QWheelEvent) -> None:
        """By any angle: touch pads give small ones."""
        turned = event.angleDelta().y()
        if event.phase() == Qt.ScrollPhase.ScrollBegin:
            self._turned = 0.0
        if turned == 0:
            # A wheel across, or the end of a flick.
            return
        if wheel_turns_films(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)):
            self._turn_films(turned, event)
        else:
            self._turned = 0.0
            self._view.zoom_by(turned_zoom(turned), event.position())

    def _turn_films(self, turned: int, event: QWheelEvent) -> None:
        if event.phase() == Qt.ScrollPhase.ScrollMomentum:
            # It rolls on by itself, and no hand is at it.
            return
        if turned * self._turned < 0:
            self._turned = 0.0
        self._turned += turned
        if abs(self._turned) < NOTCH:
            return
        self._turned = math.fmod(self._turned, NOTCH)
        at = event.timestamp()
        too_soon = abs(turned) < NOTCH and 0 < at - self._turned_at < AT_LEAST_MS
        if not self._batch.isActive() and not too_soon:
            self._turned_at = at
            self._batch.start()
            self._view.film_turned.emit(-1 if turned > 0 else 1)

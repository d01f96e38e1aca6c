"""What a drag with a mouse button or a turn of the wheel means, and how far it goes."""

from __future__ import annotations

import enum
import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from desktop.geometry import Kind

if TYPE_CHECKING:
    from inference import Radiograph, VoiTransform, Window

# Pixels of drag that open the window from nothing to the whole range of the image.
PIXELS_FOR_FULL_RANGE = 800.0
# Pixels of drag that double the size.
PIXELS_TO_DOUBLE = 120.0
# A notch of the wheel, in Qt's eighths of a degree, and how much larger one makes the film.
NOTCH = 120.0
ZOOM_STEP = 1.25


class Tool(enum.Enum):
    """What the left button does."""

    WINDOW = "tool.window"
    ZOOM = "tool.zoom"
    PAN = "tool.pan"
    DISTANCE = "tool.distance"
    ANGLE = "tool.angle"
    BOX = "tool.box"

    @property
    def measures(self) -> Kind | None:
        """What it draws on the film; None where it draws nothing."""
        return {Tool.DISTANCE: Kind.DISTANCE, Tool.ANGLE: Kind.ANGLE}.get(self)


def dragged_window(radiograph: Radiograph, voi: VoiTransform, moved: QPointF) -> Window:
    """``voi`` after a drag: wider to the right, its centre higher downwards (so the film darker).

    One pixel is the same step anywhere, a fixed part of the image's range. A VOI LUT is taken over as
    the window that spans its input.
    """
    from inference import LookupTable, Window

    if isinstance(voi, LookupTable):
        window = Window(voi.first + len(voi.entries) / 2, float(len(voi.entries)))
    else:
        window = voi
    step = radiograph.full_window.width / PIXELS_FOR_FULL_RANGE
    # LINEAR counts the ends, so its least width is 1 (PS3.3 C.11.2.1.2).
    least = 1.0 if window.function == "LINEAR" else step
    return replace(
        window,
        width=max(window.width + moved.x() * step, least),
        center=window.center + moved.y() * step,
        explanation="",
    )


def dragged_zoom(moved: QPointF) -> float:
    """Factor of a drag: upwards enlarges."""
    return math.pow(2.0, -moved.y() / PIXELS_TO_DOUBLE)


def turned_zoom(turned: float) -> float:
    """Factor of a turn of the wheel, in eighths of a degree: away from the hand enlarges."""
    return math.pow(ZOOM_STEP, turned / NOTCH)

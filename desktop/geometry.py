"""Distances and angles on a film, in millimetres where it has them. Knows no window.

A point is (across, down) in film pixels, whose near corners are whole numbers: however the picture is
turned on the screen, its points stay the same.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.lengths import trusted_spacing

if TYPE_CHECKING:
    from inference import Radiograph

Point = tuple[float, float]


class Kind(enum.Enum):
    """What is measured; the value is the number of points that it takes."""

    DISTANCE = 2
    ANGLE = 3


@dataclass(frozen=True)
class Measurement:
    """Points as they were set: the ends of a distance; of an angle an end, the vertex, an end."""

    kind: Kind
    points: tuple[Point, ...]

    def moved(self, index: int, to: Point) -> Measurement:
        """With another place for one of its points."""
        return Measurement(self.kind, (*self.points[:index], to, *self.points[index + 1 :]))


@dataclass(frozen=True)
class PixelSize:
    """How large a pixel is, across and down, in millimetres or, where they are not known, in pixels."""

    across: float
    down: float
    known: bool


def pixel_size(radiograph: Radiograph) -> PixelSize:
    """In millimetres, or in widths of a pixel, which need not be its height."""
    spacing = trusted_spacing(radiograph)
    if spacing is None:
        return PixelSize(1.0, radiograph.pixel_aspect, known=False)
    return PixelSize(spacing.column, spacing.row, known=True)


def distance(start: Point, end: Point, size: PixelSize) -> float:
    """From one point to the other, in the unit of ``size``."""
    return math.hypot((end[0] - start[0]) * size.across, (end[1] - start[1]) * size.down)


def angle(start: Point, vertex: Point, end: Point, size: PixelSize) -> float:
    """Between the two arms, 0 to 180 degrees; 0 where one of them has no length."""
    one = ((start[0] - vertex[0]) * size.across, (start[1] - vertex[1]) * size.down)
    other = ((end[0] - vertex[0]) * size.across, (end[1] - vertex[1]) * size.down)
    cross = one[0] * other[1] - one[1] * other[0]
    dot = one[0] * other[0] + one[1] * other[1]
    # Nothing may be -0.0, to which atan2 gives half a turn.
    return math.degrees(math.atan2(abs(cross), dot + 0.0))


def distance_to_line(point: Point, start: Point, end: Point) -> float:
    """From ``point`` to the nearest point of the line between ``start`` and ``end``."""
    along = (end[0] - start[0], end[1] - start[1])
    away = (point[0] - start[0], point[1] - start[1])
    squared = along[0] ** 2 + along[1] ** 2
    share = (away[0] * along[0] + away[1] * along[1]) / squared if squared > 0.0 else 0.0
    share = min(max(share, 0.0), 1.0)
    return math.hypot(away[0] - share * along[0], away[1] - share * along[1])

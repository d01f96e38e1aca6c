"""The Display Shutter of a film: what lies outside its shapes is not meant to be looked at."""

from __future__ import annotations

import math
from dataclasses import dataclass

# Real outlines have a dozen corners; each paint of the film fills them all.
MAX_VERTICES = 1000


@dataclass(frozen=True)
class Shutter:
    """Shapes that all bound the visible part of a film (PS3.3 C.7.6.11), and the grey of the rest.

    Distances are pixels across from the left edge and down from the upper edge of the film, so that the
    centre of its first pixel is (0.5, 0.5). ``rectangle`` is (left, top, right, bottom); ``circle`` is
    (across, down, radius), the radius counted across, so that it is a circle also where pixels are not
    square; ``polygon`` is (across, down) of each vertex, closed by itself. What is None, or has no
    vertices, bounds nothing. ``grey`` is 0 (black) to 255.

    It is a matter of display. Stored values, their range, the value under the cursor and the rendering
    for the model know nothing of it: the model learned from films as they were delivered.
    """

    rectangle: tuple[float, float, float, float] | None = None
    circle: tuple[float, float, float] | None = None
    polygon: tuple[tuple[float, float], ...] = ()
    grey: int = 0


def rectangle_in(edges: list[float], rows: int, columns: int) -> tuple[float, float, float, float] | None:
    """The rectangle of ``edges``: first and last column, first and last row that show, counted from 1.

    None unless some of the film shows.
    """
    if len(edges) != 4 or not all(map(math.isfinite, edges)):
        return None
    left, right, top, bottom = edges[0] - 1, edges[1], edges[2] - 1, edges[3]
    some = max(left, 0) < min(right, columns) and max(top, 0) < min(bottom, rows)
    return (left, top, right, bottom) if some else None


def circle_in(
    centre: list[float], radius: float, rows: int, columns: int
) -> tuple[float, float, float] | None:
    """The circle about pixel ``centre`` (row, column, from 1); None unless some of the film shows."""
    if len(centre) != 2 or not all(map(math.isfinite, (*centre, radius))):
        return None
    down, across = (value - 0.5 for value in centre)
    nearest = math.hypot(across - min(max(across, 0), columns), down - min(max(down, 0), rows))
    return (across, down, radius) if nearest < radius else None


def polygon_in(vertices: list[float], rows: int, columns: int) -> tuple[tuple[float, float], ...]:
    """The polygon of ``vertices`` (row, column, ..., from 1); empty unless some of the film may show."""
    if len(vertices) % 2 or not 6 <= len(vertices) <= 2 * MAX_VERTICES:
        return ()
    if not all(map(math.isfinite, vertices)):
        return ()
    down, across = ([value - 0.5 for value in vertices[first::2]] for first in (0, 1))
    some = min(across) < columns and max(across) > 0 and min(down) < rows and max(down) > 0
    return tuple(zip(across, down, strict=True)) if some else ()

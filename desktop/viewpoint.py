"""How two films are looked at together: the arithmetic of the linked zoom. Knows no window.

Linked views show the same share of their films about the same place: both enlarged alike beside what would
fit, with the same fraction of the picture in the middle. Fractions rather than millimetres, because a chest
film is collimated to the chest: the same fraction is about the same place in it on any detector, while
millimetres would begin at an edge that lies somewhere else on every film, and most pictures have none. They
are those of the picture as it lies on the screen, so that a film that had to be turned upright is
followed upright.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.orientation import Orientation

Place = tuple[float, float]


@dataclass(frozen=True)
class Viewpoint:
    """``zoom`` is 1 where all of the film fits; ``across`` and ``down`` are the fraction, 0 to 1, of the
    picture as it lies that is in the middle of the view."""

    zoom: float = 1.0
    across: float = 0.5
    down: float = 0.5

    def shifted(self, by: Shift) -> Viewpoint:
        """That of a film that lies otherwise by ``by``."""
        return Viewpoint(self.zoom * by.zoom, self.across + by.across, self.down + by.down)

    def shift_to(self, other: Viewpoint) -> Shift:
        """What takes this one to ``other``."""
        return Shift(other.zoom / self.zoom, other.across - self.across, other.down - self.down)


@dataclass(frozen=True)
class Shift:
    """How one film lies beside another: by which factor larger, and further by which fraction."""

    zoom: float = 1.0
    across: float = 0.0
    down: float = 0.0

    @property
    def reversed(self) -> Shift:
        """As the other film sees it."""
        return Shift(1.0 / self.zoom, -self.across, -self.down)


def as_it_lies(place: Place, orientation: Orientation) -> Place:
    """A fraction of the film as the fraction of its picture on the screen."""
    (a, b), (c, d) = orientation.matrix
    x, y = place[0] - 0.5, place[1] - 0.5
    return a * x + b * y + 0.5, c * x + d * y + 0.5


def on_the_film(place: Place, orientation: Orientation) -> Place:
    """The other way: the matrix only turns and mirrors, so its transpose takes that back."""
    (a, b), (c, d) = orientation.matrix
    x, y = place[0] - 0.5, place[1] - 0.5
    return a * x + c * y + 0.5, b * x + d * y + 0.5

"""How a measurement is drawn: by dragging, or by a click for every point. Knows no window."""

from __future__ import annotations

from desktop.geometry import Kind, Measurement, Point


class Hand:
    """Follows the left button; what it has so far is :attr:`drawn`.

    A press begins, a release after a drag or with a later press sets the next point. So a drag draws a
    distance, and one arm of an angle, whose other end is then one click.
    """

    def __init__(self) -> None:
        self._kind = Kind.DISTANCE
        self._points: list[Point] = []
        self._tip: Point | None = None
        self._pressed = self._first_press = False

    @property
    def drawing(self) -> bool:
        """Something was begun and is not complete."""
        return bool(self._points)

    @property
    def drawn(self) -> tuple[Point, ...]:
        """The points that are set, and that under the cursor."""
        return (*self._points, self._tip) if self._points and self._tip else ()

    @property
    def kind(self) -> Kind:
        """Of what is being drawn."""
        return self._kind

    def press(self, kind: Kind, at: Point) -> None:
        """The left button goes down."""
        self._pressed, self._first_press = True, not self._points
        if self._first_press:
            self._kind, self._points = kind, [at]
        self._tip = at

    def move(self, at: Point) -> None:
        """The cursor moves, with the button or without."""
        self._tip = at if self._points else None

    def release(self, at: Point, dragged: bool) -> Measurement | None:
        """The left button goes up; returns what is complete."""
        pressed, self._pressed = self._pressed, False
        if not pressed or not self._points or at == self._points[-1]:
            return None
        if self._first_press and not dragged:
            return None
        self._points.append(at)
        self._first_press = False
        if len(self._points) < self._kind.value:
            return None
        made = Measurement(self._kind, tuple(self._points))
        self.cancel()
        return made

    def cancel(self) -> None:
        """Nothing was begun."""
        self._points, self._tip = [], None

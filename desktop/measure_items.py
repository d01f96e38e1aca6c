"""Measurements as they lie on the film: lines as thin, and texts as large, at every zoom."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QWidget

from desktop import theme
from desktop.geometry import Kind, Measurement, Point, distance_to_line
from desktop.measurements import measured
from desktop.outlined import draw_outlined

if TYPE_CHECKING:
    from inference import Radiograph

# Half a tick across the end of a distance, half the square on a chosen point, the arc of an angle.
TICK, HANDLE, ARC = 6.0, 4.0, 24.0
# Light on a dark edge: legible on black and on white.
STROKES = ((QColor(0, 0, 0, 230), 5.8), (QColor(theme.ON_FILM.accent), 2.0))
# A click is meant for what is within this many pixels.
REACH = 8.0


class MeasureItem(QGraphicsItem):
    """Draws those of one film, and what is being drawn."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._font = theme.small(font)
        self._radiograph: Radiograph | None = None
        self._measurements: Sequence[Measurement] = ()
        self._selected: int | None = None
        self._kind, self._drawn = Kind.DISTANCE, tuple[Point, ...]()
        self._texts: list[Callable[[], list[QRect]]] = []
        self._taken: list[QRect] = []
        self._rooms: list[QRect] = []

    @property
    def label_rooms(self) -> list[QRect]:
        """Where the results were written last, in the viewport."""
        return self._rooms

    def keep_free(self, places: Callable[[], list[QRect]]) -> None:
        """Write nothing where ``places`` says that something else is written, in the viewport."""
        self._texts.append(places)

    def text_moved(self) -> None:
        """Another place may be free now."""
        if (self._measurements or self._drawn) and self._places() != self._taken:
            self.update()

    def _places(self) -> list[QRect]:
        return [place for places in self._texts for place in places()]

    def set_font(self, font: QFont) -> None:
        """Write in the smallest size of ``font``."""
        self._font = theme.small(font)
        self.update()

    def show_film(self, radiograph: Radiograph | None) -> None:
        """Whose pixels they are measured in."""
        self.prepareGeometryChange()
        self._radiograph = radiograph

    def show_measurements(self, measurements: Sequence[Measurement], selected: int | None) -> None:
        """Those that are kept."""
        self._measurements, self._selected = measurements, selected

    def show_drawn(self, kind: Kind, points: tuple[Point, ...]) -> None:
        """What is being drawn; no points for nothing."""
        self._kind, self._drawn = kind, points

    def boundingRect(self) -> QRectF:
        if self._radiograph is None:
            return QRectF()
        columns, rows = self._radiograph.columns, self._radiograph.rows
        # Texts may reach beyond the film, however small it is on the screen.
        return QRectF(-4.0 * columns, -4.0 * rows, 9.0 * columns, 9.0 * rows)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        if self._radiograph is None or not (self._measurements or self._drawn):
            return
        painter.save()  # the view does not do it between its items
        # On the screen, a painter takes the whole window for what it paints on.
        view = widget.rect() if widget is not None else painter.viewport()
        to_screen = painter.worldTransform()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        self._taken, self._rooms = self._places(), []
        for index, measurement in enumerate(self._measurements):
            self._paint(painter, view, to_screen, measurement, index == self._selected)
        if len(self._drawn) == self._kind.value:
            drawn = Measurement(self._kind, self._drawn)
            self._paint(painter, view, to_screen, drawn, chosen=False)
        elif self._drawn:
            _stroke(painter, on_screen(self._drawn, to_screen), None)
        painter.restore()

    def _paint(
        self, painter: QPainter, view: QRect, to_screen: QTransform, measurement: Measurement, chosen: bool
    ) -> None:
        points = on_screen(measurement.points, to_screen)
        _stroke(painter, points, measurement.kind)
        if chosen:
            # Hollow: what they stand on is what was measured.
            for colour, width in STROKES:
                painter.setPen(QPen(colour, width))
                for point in points:
                    painter.drawRect(QRectF(point.x() - HANDLE, point.y() - HANDLE, 2 * HANDLE, 2 * HANDLE))
        assert self._radiograph is not None
        text = measured(measurement, self._radiograph)
        room = _label_room(painter.fontMetrics(), view, points, text, measurement.kind)
        room = clear_of(self._taken, room, view)
        self._rooms.append(room)
        draw_outlined(painter, room, Qt.AlignmentFlag.AlignCenter, text)


def on_screen(points: Sequence[Point], to_screen: QTransform) -> list[QPointF]:
    """Film points where they are drawn."""
    return [to_screen.map(QPointF(*point)) for point in points]


def nearest_line(at: QPointF, measurements: Sequence[Measurement], to_screen: QTransform) -> int | None:
    """The index of the measurement that a click ``at`` is meant for."""
    best, found = REACH, None
    for index, measurement in enumerate(measurements):
        points = [(point.x(), point.y()) for point in on_screen(measurement.points, to_screen)]
        for start, end in pairwise(points):
            away = distance_to_line((at.x(), at.y()), start, end)
            if away <= best:
                best, found = away, index
    return found


def nearest_point(
    at: QPointF, measurements: Sequence[Measurement], to_screen: QTransform
) -> tuple[int, int] | None:
    """The measurement, and which of its points, that a press ``at`` takes hold of."""
    best, found = REACH, None
    for index, measurement in enumerate(measurements):
        for number, point in enumerate(on_screen(measurement.points, to_screen)):
            away = math.hypot(at.x() - point.x(), at.y() - point.y())
            if away <= best:
                best, found = away, (index, number)
    return found


def _stroke(painter: QPainter, points: list[QPointF], kind: Kind | None) -> None:
    """The lines, with ticks across the ends of a distance or an arc in an angle."""
    ticks = _ticks(points[0], points[-1]) if kind is Kind.DISTANCE else []
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in STROKES:
        painter.setPen(QPen(colour, width))
        painter.drawPolyline(points)
        for start, end in ticks:
            painter.drawLine(start, end)
        if kind is Kind.ANGLE:
            _arc(painter, *points)


def _ticks(start: QPointF, end: QPointF) -> list[tuple[QPointF, QPointF]]:
    """Across both ends of a distance, as a calliper has them: a dot would hide what it points at."""
    length = math.hypot(end.x() - start.x(), end.y() - start.y()) or 1.0
    across = QPointF(start.y() - end.y(), end.x() - start.x()) * (TICK / length)
    return [(point - across, point + across) for point in (start, end)]


def _arc(painter: QPainter, start: QPointF, vertex: QPointF, end: QPointF) -> None:
    first = math.degrees(math.atan2(vertex.y() - start.y(), start.x() - vertex.x()))
    last = math.degrees(math.atan2(vertex.y() - end.y(), end.x() - vertex.x()))
    sweep = (last - first + 180.0) % 360.0 - 180.0
    radius = min(ARC, QLineF(vertex, start).length(), QLineF(vertex, end).length())
    box = QRectF(vertex.x() - radius, vertex.y() - radius, 2 * radius, 2 * radius)
    painter.drawArc(box, round(first * 16), round(sweep * 16))


def _label_room(metrics: QFontMetrics, view: QRect, points: list[QPointF], text: str, kind: Kind) -> QRect:
    """Beyond the end that was set last, or outside the vertex of an angle; always on the screen."""
    width, height = metrics.horizontalAdvance(text) + 8, metrics.height() + 4
    if kind is Kind.ANGLE:
        start, at, end = points
        away = at - (start + end) * 0.5
    else:
        at, away = points[-1], points[-1] - points[0]
    length = math.hypot(away.x(), away.y()) or 1.0
    across, down = away.x() / length, away.y() / length
    # Beside the point as soon as the line slants: a long text would lie over its end.
    sideways = math.copysign(1.0, across) if abs(across) > 0.35 else 0.0
    x = at.x() + sideways * (theme.GRID + width / 2)
    y = at.y() + down * (theme.GRID + height / 2)
    room = QRect(round(x - width / 2), round(y - height / 2), width, height)
    return _inside(room, view, points)


def clear_of(taken: Sequence[QRect], room: QRect, view: QRect) -> QRect:
    """``room``, or the nearest place in the view where it lies over nothing that is ``taken``."""
    if not any(room.intersects(one) for one in taken):
        return room
    places = [room.translated(*by) for one in taken for by in _ways_out(room, one)]
    free = [
        place
        for place in places
        if view.contains(place) and not any(place.intersects(one) for one in taken)
    ]
    return min(free, key=lambda place: (place.topLeft() - room.topLeft()).manhattanLength(), default=room)


def _ways_out(room: QRect, of: QRect) -> list[tuple[int, int]]:
    """By how much ``room`` is moved to lie just left or right of another, above or below it."""
    return [
        (of.left() - room.right() - 1, 0),
        (of.right() - room.left() + 1, 0),
        (0, of.top() - room.bottom() - 1),
        (0, of.bottom() - room.top() + 1),
    ]


def _inside(room: QRect, view: QRect, points: list[QPointF]) -> QRect:
    """``room`` moved into the view, as long as some of the lines can be seen: a line says its length.

    Where the last end is off the screen, that is the nearest place to it.
    """
    lines = QPolygonF(points).boundingRect().adjusted(-1, -1, 1, 1)
    if lines.intersects(QRectF(view)):
        room.moveLeft(max(min(room.left(), view.right() - room.width()), view.left()))
        room.moveTop(max(min(room.top(), view.bottom() - room.height()), view.top()))
    return room

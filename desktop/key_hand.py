"""Drawing and moving by the keyboard alone: a cross that the arrow keys move, and Enter sets points.

Where a measurement was chosen and there is no cross, the arrow keys move it; Enter takes hold of one of its
points after the other, and of the whole again.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLineF, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QTransform

from desktop.geometry import Kind
from desktop.gestures import Tool
from desktop.measure_items import STROKES, on_screen
from desktop.measurements import measured
from desktop.value_text import value_text

if TYPE_CHECKING:
    from desktop.document import Document
    from desktop.image_view import ImageView
    from desktop.measure_tool import MeasureTool

# A press of an arrow key in pixels of the screen; with Shift.
STEP, LONG_STEP = 1.0, 20.0
# Arms of the cross, which leave free what is pointed at.
INNER, OUTER = 5.0, 26.0
# The cross is kept this far from the edges of the view, if need be by pushing the film.
IN_SIGHT = 32

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def tr(text: str) -> str:
    """A text of this module in the user's language."""
    return QCoreApplication.translate("key_hand", text)


class KeyHand(QObject):
    """Belongs to the view, which asks it first about keys, and draws its cross.

    Signals: ``told(text)``: where the cross is, or what was moved, in words.
    """

    told = Signal(str)

    def __init__(self, document: Document, view: ImageView, measuring: MeasureTool) -> None:
        super().__init__(view)
        self._document, self._view, self._measuring = document, view, measuring
        # In film pixels, so that the cross stays on its place however the film is shown.
        self._cross: QPointF | None = None
        self._corner: QPointF | None = None
        # Which point of the chosen measurement is held; the whole where it is None.
        self._point: int | None = None
        self._adjusting = False

    @property
    def cross(self) -> QPointF | None:
        """Where on the film the cross is; None while there is none."""
        return self._cross

    @property
    def held_point(self) -> int | None:
        """Which point of the chosen measurement the arrow keys move; None for all of it."""
        return self._point

    @property
    def at_work(self) -> bool:
        """A box was begun, or a point is held."""
        return self._corner is not None or self._point is not None

    def hide(self) -> None:
        """Another film, another tool, or the mouse takes over: no cross, nothing half drawn by it."""
        if self._corner is not None:
            self._view.box_dragged.emit(self._corner, self._corner, False)
        self._cross = self._corner = self._point = None
        self._adjusting = False
        self._view.viewport().update()

    def give_up(self) -> bool:
        """The last thing that was begun; False where nothing was."""
        if self._corner is not None:
            self._view.box_dragged.emit(self._corner, self._corner, False)
            self._corner = None
        elif self._cross is not None:
            self.hide()
            self._view.hovered.emit(-1, -1)
        elif self._adjusting:
            self.hide()
            self._document.measurements.select(None)
        else:
            return False
        return True

    def next_measurement(self) -> None:
        """Choose another measurement; the arrow keys move it from now on."""
        kept = self._document.measurements
        if kept.current:
            self.hide()
            kept.select(0 if kept.selected is None else (kept.selected + 1) % len(kept.current))
            self._adjusting = True
            self._tell_measurement()

    def press(self, event: QKeyEvent, tool: Tool) -> bool:
        """A key goes down on the film; False where it is none of these."""
        film, key = self._document.film, Qt.Key(event.key())
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if film is None or plain != Qt.KeyboardModifier.NoModifier:
            return False
        draws = tool.measures is not None or tool is Tool.BOX
        chosen = self._cross is None and self._document.measurements.selected is not None
        if key in _WAYS:
            step = LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            if chosen:
                self._move_measurement(_WAYS[key], step)
            elif draws:
                self._move_cross(_WAYS[key], step)
            else:
                return False
        elif key in _ENTER and chosen:
            self._take_next_point()
        elif key in _ENTER and draws:
            self._set(tool)
        else:
            return False
        return True

    # The cross

    def _move_cross(self, way: tuple[int, int], step: float) -> None:
        to_screen = self._view.film_to_screen()
        if self._cross is None:
            # First it is seen, where somebody looks; then it goes.
            self._cross = self._kept_on_film(self._view.centre_on_film())
        else:
            at = to_screen.map(self._cross) + QPointF(*way) * self._on_screen(step)
            self._cross = self._kept_on_film(to_screen.inverted()[0].map(at))
        self._keep_in_sight(self._cross)
        self._follow()

    def _set(self, tool: Tool) -> None:
        if self._cross is None:
            self._move_cross((0, 0), 0.0)
        elif tool.measures is not None:
            self._measuring.set_point(tool.measures, (self._cross.x(), self._cross.y()))
            self._follow()
            if not self._measuring.drawing:
                self._tell_measurement()
        elif self._corner is None:
            self._corner = QPointF(self._cross)
            self.told.emit(tr("First corner set."))
        else:
            self._view.box_dragged.emit(self._corner, self._cross, True)
            self._corner = None

    def _follow(self) -> None:
        """What is being drawn reaches to the cross, and its place is told."""
        cross, film = self._cross, self._document.film
        assert cross is not None
        assert film is not None
        self._measuring.reach((cross.x(), cross.y()))
        if self._corner is not None:
            self._view.box_dragged.emit(self._corner, cross, False)
        radiograph = film.radiograph
        row = min(math.floor(cross.y()), radiograph.rows - 1)
        column = min(math.floor(cross.x()), radiograph.columns - 1)
        self._view.hovered.emit(row, column)
        self._view.viewport().update()
        place = value_text(radiograph, row, column)
        self.told.emit(". ".join(filter(None, [self._measuring.drawn_text, place])))

    # A measurement that is there

    def _move_measurement(self, way: tuple[int, int], step: float) -> None:
        kept = self._document.measurements
        index = kept.selected
        assert index is not None
        to_screen = self._view.film_to_screen()
        points = kept.current[index].points
        wanted = range(len(points)) if self._point is None else (self._point,)
        by = QPointF(*way) * self._on_screen(step)
        moved = {}
        for number, at in enumerate(on_screen(points, to_screen)):
            if number in wanted:
                moved[number] = to_screen.inverted()[0].map(at + by)
        # All of it or nothing: at the film's border it would lose its length.
        if all(self._kept_on_film(place) == place for place in moved.values()):
            for number, place in moved.items():
                kept.move(index, number, (place.x(), place.y()))
        self._adjusting = True
        self._tell_measurement()

    def _take_next_point(self) -> None:
        kept = self._document.measurements
        assert kept.selected is not None
        last = kept.current[kept.selected].kind.value - 1
        self._point = 0 if self._point is None else self._point + 1 if self._point < last else None
        self._adjusting = True
        self._view.viewport().update()
        self._tell_measurement()

    def _tell_measurement(self) -> None:
        kept, film = self._document.measurements, self._document.film
        if film is None or kept.selected is None:
            return
        one = kept.current[kept.selected]
        name = tr("Angle") if one.kind is Kind.ANGLE else tr("Distance")
        text = tr("{name} {number} of {total}: {result}").format(
            name=name,
            number=kept.selected + 1,
            total=len(kept.current),
            result=measured(one, film.radiograph),
        )
        held = (
            tr("point {number} is held").format(number=self._point + 1) if self._point is not None else ""
        )
        self.told.emit(", ".join(filter(None, [text, held])))

    # Drawing

    def paint(self, painter: QPainter) -> None:
        """The cross, and a mark on the point that is held; in the view's own pixels."""
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        to_screen = self._view.film_to_screen()
        held = self._held_place(to_screen)
        for colour, width in STROKES:
            painter.setPen(QPen(QColor(colour), width + 0.6))
            if self._cross is not None:
                at = to_screen.map(self._cross)
                for across, down in _WAYS.values():
                    way = QPointF(across, down)
                    painter.drawLine(QLineF(at + way * INNER, at + way * OUTER))
            if held is not None:
                painter.drawEllipse(held, 9.0, 9.0)
        painter.restore()

    def _held_place(self, to_screen: QTransform) -> QPointF | None:
        kept = self._document.measurements
        if self._point is None or kept.selected is None:
            return None
        return to_screen.map(QPointF(*kept.current[kept.selected].points[self._point]))

    # Places

    def _on_screen(self, step: float) -> float:
        """No less than a film pixel where those are larger than the screen's."""
        return step * max(self._view.zoom / self._view.devicePixelRatioF(), 1.0)

    def _kept_on_film(self, at: QPointF) -> QPointF:
        film = self._document.film
        assert film is not None
        columns, rows = float(film.radiograph.columns), float(film.radiograph.rows)
        return QPointF(min(max(at.x(), 0.0), columns), min(max(at.y(), 0.0), rows))

    def _keep_in_sight(self, point: QPointF) -> None:
        at, area = self._view.film_to_screen().map(point), self._view.viewport().rect()
        across = min(max(at.x(), IN_SIGHT), area.width() - IN_SIGHT) - at.x()
        down = min(max(at.y(), IN_SIGHT), area.height() - IN_SIGHT) - at.y()
        fits = self._view.shows_all
        if (across or down) and not fits:
            self._view.pan_by(QPointF(across, down))

"""What the left button does while something is measured, and what a click on a measurement means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTransform

from desktop.annotations import Annotations
from desktop.document import Document
from desktop.geometry import Kind, Measurement, Point
from desktop.measure_items import MeasureItem, nearest_line, nearest_point
from desktop.measurements import measured
from desktop.measuring import Hand


class MeasureTool:
    """Between the mouse, the document's measurements and the item that draws them.

    Places are those of the viewport; ``to_screen`` says where the film lies in it at the moment.
    """

    def __init__(self, document: Document, font: QFont, to_screen: Callable[[], QTransform]) -> None:
        self._document, self._to_screen = document, to_screen
        self._hand = Hand()
        # The measurement, and which of its points, that is being moved.
        self._held: tuple[int, int] | None = None
        self.item = MeasureItem(font)

    def set_font(self, font: QFont) -> None:
        """The text has another size."""
        self.item.set_font(font)

    @property
    def text(self) -> str:
        """All results on the current film."""
        film, kept = self._document.film, self._document.measurements.current
        return "; ".join(measured(one, film.radiograph) for one in kept) if film else ""

    @property
    def drawing(self) -> bool:
        """Something was begun and is not complete."""
        return self._hand.drawing

    @property
    def drawn_text(self) -> str:
        """The result of what is being drawn, as far as it has one."""
        film, points = self._document.film, self._hand.drawn
        if film is None or len(points) != self._hand.kind.value:
            return ""
        return measured(Measurement(self._hand.kind, points), film.radiograph)

    def refresh(self) -> None:
        """Draw what is kept, and what was begun."""
        kept, film = self._document.measurements, self._document.film
        self.item.show_film(film.radiograph if film else None)
        self.item.show_measurements(kept.current, kept.selected)
        self.item.show_drawn(self._hand.kind, self._hand.drawn)
        self.item.setVisible(self._document.annotations is not Annotations.NONE)

    def press(self, kind: Kind, at: QPointF) -> None:
        """The left button goes down, and ``kind`` is to be measured."""
        if self._document.film is None:
            return
        self._show_what_is_drawn()
        kept = self._document.measurements.current
        self._held = None if self._hand.drawing else nearest_point(at, kept, self._to_screen())
        if self._held is None:
            self._hand.press(kind, self._film_point(at))

    def move(self, at: QPointF, dragging: bool) -> bool:
        """The cursor moves; False where that changes nothing."""
        if self._hand.drawing:
            self._hand.move(self._film_point(at))
        elif self._held is not None and dragging:
            self._document.measurements.move(*self._held, self._film_point(at))
        return self._hand.drawing

    def release(self, at: QPointF, dragging: bool) -> None:
        """The left button goes up, whatever it did: a click chooses a measurement with any tool."""
        kept, self._held = self._document.measurements, None
        if self._document.film is None:
            return
        made = self._hand.release(self._film_point(at), dragging)
        if made is not None:
            kept.add(made)
        elif not dragging and not self._hand.drawing:
            shown = kept.current if self.item.isVisible() else ()
            kept.select(nearest_line(at, shown, self._to_screen()))

    def set_point(self, kind: Kind, at: Point) -> None:
        """By the keyboard: the first point of a measurement, or the next."""
        self._show_what_is_drawn()
        self._hand.press(kind, at)
        made = self._hand.release(at, dragged=False)
        if made is not None:
            self._document.measurements.add(made)
        self.refresh()

    def reach(self, to: Point) -> None:
        """By the keyboard: what was begun reaches to this point of the film."""
        if self._hand.drawing:
            self._hand.move(to)
            self.refresh()

    def _show_what_is_drawn(self) -> None:
        if self._document.annotations is Annotations.NONE:
            self._document.set_annotations(Annotations.FEW)  # nobody draws what is not seen

    def cancel(self) -> bool:
        """Forget what was begun; False where nothing was."""
        begun = self._hand.drawing
        self._hand.cancel()
        self._held = None
        return begun

    def _film_point(self, at: QPointF) -> Point:
        """``at`` on the film, or the point of its border that is nearest."""
        point, film = self._to_screen().inverted()[0].map(at), self._document.film
        columns, rows = (film.radiograph.columns, film.radiograph.rows) if film else (0, 0)
        return min(max(point.x(), 0.0), float(columns)), min(max(point.y(), 0.0), float(rows))

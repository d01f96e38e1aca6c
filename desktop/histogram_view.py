"""The histogram under the result panel, with the window's edges to be dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from desktop.document import Document
from desktop.histogram import Histogram, window_between, window_edges
from desktop.numbers import number
from desktop.voi_names import voi_text

HEIGHT = 64
MARGIN = theme.GRID * 3 // 2
# An edge is taken hold of within this many pixels.
REACH = 6.0
# One press of an arrow key, as a part of the film's range.
KEY_STEP = 1 / 100
# No narrower than this part of the range by dragging.
NARROWEST = 1 / 1000
LOW, HIGH, BOTH = "low", "high", "both"


class HistogramView(QWidget):
    """Drag an edge to move it, or between the edges to move both; the arrow keys do the same.

    Values run from left to right as they are, also where the film is shown inverted.
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._held, self._last, self._ring = "", 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # Values run as they do on every axis, in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setToolTip(self.tr("Drag an edge of the window, or all of it. Arrow keys: level and width"))
        self.setAccessibleName(self.tr("Histogram and window"))
        document.current_changed.connect(self.refresh)
        document.film_changed.connect(self.refresh)
        document.display_changed.connect(self.refresh)

    @property
    def histogram(self) -> Histogram | None:
        """Of the current film."""
        return self._document.film.histogram if self._document.film else None

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT + 2 * theme.GRID)

    def edges(self) -> tuple[float, float]:
        """Where the window's edges are drawn: x of black and of white, never off the histogram."""
        low, high = window_edges(self._document.voi) if self._document.voi else (0.0, 0.0)
        area = self._area()
        return tuple(min(max(self._x(value), area.left()), area.right()) for value in (low, high))  # type: ignore[return-value]

    @Slot()
    def refresh(self) -> None:
        """Another film, or another window."""
        self.setAccessibleDescription(self._in_words())
        self.update()

    def _in_words(self) -> str:
        """The window, and between which values the film lies; empty where there is no film."""
        film, voi = self._document.film, self._document.voi
        if film is None or voi is None:
            return ""
        low, high = film.radiograph.value_range
        template = self.tr("{window}; values of the film from {low} to {high}")
        numbers = {"low": number(low, ".7g"), "high": number(high, ".7g")}
        return template.format(window=voi_text(voi), **numbers)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.histogram is not None:
            self._held, self._last = self._at(event.position().x()), event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if not self._held:
            near_edge = self.histogram is not None and self._at(x) != BOTH
            self.setCursor(Qt.CursorShape.SplitHCursor if near_edge else Qt.CursorShape.ArrowCursor)
            return
        by, self._last = (x - self._last) * self._value_per_pixel(), x
        self._move(by if self._held != HIGH else 0.0, by if self._held != LOW else 0.0)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, -1),
            Qt.Key.Key_Right: (1, 1),
            Qt.Key.Key_Up: (-1, 1),
            Qt.Key.Key_Down: (1, -1),
        }
        histogram, step = self.histogram, steps.get(Qt.Key(event.key()))
        if step is None or histogram is None:
            event.ignore()
            return
        by = (histogram.high - histogram.low) * KEY_STEP
        self._move(step[0] * by, step[1] * by)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._held = ""
        super().focusOutEvent(event)
        self.update()

    def _at(self, x: float) -> str:
        low, high = self.edges()
        if min(abs(x - low), abs(x - high)) > REACH:
            return BOTH
        # One upon the other, and the cursor beyond both: the one on that side.
        return LOW if abs(x - low) < abs(x - high) or (low == high and x < low) else HIGH

    def _move(self, low_by: float, high_by: float) -> None:
        histogram, voi = self.histogram, self._document.voi
        if histogram is None or voi is None:
            return
        low, high = window_edges(voi)
        least = (histogram.high - histogram.low) * NARROWEST
        low, high = low + low_by, high + high_by
        if low_by and high - low < least:
            low = high - least
        self._document.set_voi(window_between(voi, low, high, least))

    # Drawing

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, theme.GRID, -MARGIN, -theme.GRID)

    def _value_per_pixel(self) -> float:
        histogram = self.histogram
        return (histogram.high - histogram.low) / max(self._area().width(), 1.0) if histogram else 0.0

    def _x(self, value: float) -> float:
        histogram = self.histogram
        return self._area().left() + (value - histogram.low) / self._value_per_pixel() if histogram else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area, histogram = QPainter(self), self._area(), self.histogram
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.current().separator))
        if histogram is not None:
            low, high = self.edges()
            inside = QRectF(low, area.top(), high - low, area.height())
            painter.fillRect(inside, QColor(theme.current().raised))
            shape = _shape(histogram, area)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for colour, part in ((theme.current().disabled_text, area), (theme.current().text, inside)):
                painter.setClipRect(part)
                painter.setBrush(QColor(colour))
                painter.drawPolygon(shape)
            painter.setClipping(False)
            # With an edge of their own: on the histogram itself they would hardly be seen.
            for colour, width in ((theme.current().background, 6), (theme.current().accent, 2)):
                painter.setPen(QPen(QColor(colour), width))
                for x in (low, high):
                    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self.hasFocus() and self._ring:
            painter.setPen(QPen(QColor(theme.current().accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()


def _shape(histogram: Histogram, area: QRectF) -> QPolygonF:
    """Roots of the counts: beside the black around a film, nothing else would be seen."""
    heights = histogram.counts**0.5
    highest, bins = max(float(heights.max()), 1.0), len(heights)
    points = [QPointF(area.left(), area.bottom())]
    for index, height in enumerate(heights.tolist()):
        y = area.bottom() - area.height() * height / highest
        points += [QPointF(area.left() + area.width() * end / bins, y) for end in (index, index + 1)]
    points.append(QPointF(area.right(), area.bottom()))
    return QPolygonF(points)

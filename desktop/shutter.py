"""The shutter of a film: what its file asks to be covered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QWidget

if TYPE_CHECKING:
    from inference import Radiograph


class ShutterItem(QGraphicsItem):
    """Lies on the film and covers what is outside the shapes of its shutter."""

    def __init__(self) -> None:
        super().__init__()
        self._radiograph: Radiograph | None = None

    def show_shutter(self, radiograph: Radiograph | None) -> None:
        """That of another film; most have none."""
        self.prepareGeometryChange()
        self._radiograph = radiograph if radiograph and radiograph.shutter else None

    def boundingRect(self) -> QRectF:
        return _whole(self._radiograph) if self._radiograph else QRectF()

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        if self._radiograph:
            cover(painter, self._radiograph)


def cover(painter: QPainter, radiograph: Radiograph) -> None:
    """Paint over what is outside each shape of the shutter of ``radiograph``, one unit being a pixel."""
    if radiograph.shutter is None:
        return
    whole, grey = _whole(radiograph), radiograph.shutter.grey
    painter.save()  # the view does not do it between its items
    # A shape that reaches beyond the film is no reason to paint there.
    painter.setClipRect(whole, Qt.ClipOperation.IntersectClip)
    for shape in _shapes(radiograph):
        # Odd and even: what is in one of the two, and that is all but the shape.
        shape.setFillRule(Qt.FillRule.OddEvenFill)
        shape.addRect(whole)
        painter.fillPath(shape, QColor(grey, grey, grey))
    painter.restore()


def _whole(radiograph: Radiograph) -> QRectF:
    return QRectF(0, 0, radiograph.columns, radiograph.rows)


def _shapes(radiograph: Radiograph) -> list[QPainterPath]:
    shutter, shapes = radiograph.shutter, []
    if shutter and shutter.rectangle:
        left, top, right, bottom = shutter.rectangle
        shapes.append(QPainterPath())
        shapes[-1].addRect(QRectF(QPointF(left, top), QPointF(right, bottom)))
    if shutter and shutter.circle:
        across, down, radius = shutter.circle
        shapes.append(QPainterPath())
        shapes[-1].addEllipse(QPointF(across, down), radius, radius / radiograph.pixel_aspect)
    if shutter and shutter.polygon:
        shapes.append(QPainterPath())
        shapes[-1].addPolygon(QPolygonF([QPointF(*vertex) for vertex in shutter.polygon]))
        shapes[-1].closeSubpath()
    return shapes

"""A lens over the film while its key is held."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop import theme

DIAMETER = 200
POWER = 2.0


class Magnifier(QWidget):
    """Shows ``items`` of the view twice as large around the cursor, and nothing that lies over them."""

    def __init__(self, view: QWidget, *items: QGraphicsItem) -> None:
        super().__init__(view)
        self._items = items
        self._to_screen = QTransform()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedSize(DIAMETER, DIAMETER)
        self.hide()

    def look_at(self, at: QPoint, to_screen: QTransform) -> None:
        """At a place of the view, whose film lies as ``to_screen`` says."""
        self._to_screen = to_screen * QTransform.fromTranslate(-at.x(), -at.y())
        self._to_screen *= QTransform.fromScale(POWER, POWER)
        self._to_screen *= QTransform.fromTranslate(DIAMETER / 2, DIAMETER / 2)
        self.move(at - QPoint(DIAMETER // 2, DIAMETER // 2))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, rim = QPainter(self), QRectF(self.rect()).adjusted(3, 3, -3, -3)
        glass = QPainterPath()
        glass.addEllipse(rim)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(glass)
        painter.fillPath(glass, QColor(theme.FILM_BACKGROUND))
        option = QStyleOptionGraphicsItem()
        option.exposedRect = self._to_screen.inverted()[0].mapRect(QRectF(self.rect()))  # type: ignore[attr-defined]
        for item in self._items:
            if item.isVisible():
                painter.setTransform(self._to_screen)
                item.paint(painter, option)
        painter.resetTransform()
        painter.setClipping(False)
        # On a dark edge: what is seen through it may be white, and what is around it too.
        for colour, width in ((theme.FILM_BACKGROUND, 6), (theme.ON_FILM.quiet_text, 2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawEllipse(rim)
        painter.end()

"""The palette of the map with its scale: which colour is how much, and from where on it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from desktop.contours import LEVELS
from desktop.numbers import isolated, number
from desktop.qimage import to_qimage

BAR = theme.GRID
TICK = 3


class ColourBar(QWidget):
    """From no evidence to full strength, on black as on the film: what is not drawn there is empty here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.small(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._full, self._threshold, self._contours, self._cold = 0.0, 0.0, False, False

    @property
    def marks(self) -> list[str]:
        """The numbers below the bar, at its beginning, its middle and its end."""
        return ["0", number(self._full / 2, ".2g"), f"≥ {number(self._full, '.2g')}"] if self._full else []

    def set_scale(self, full: float, threshold: float, contours: bool, cold: bool = False) -> None:
        """``full`` is the evidence that is drawn at full strength, ``threshold`` a share of it.

        ``cold`` for the colours of evidence against disease.
        """
        scale = (full, threshold, contours, cold)
        if scale != (self._full, self._threshold, self._contours, self._cold):
            self._full, self._threshold, self._contours, self._cold = scale
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, BAR + TICK + QFontMetrics(self.font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        from desktop.colours import overlay_colours

        painter, width = QPainter(self), self.width()
        leftward = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if leftward:
            # It grows from where a line begins, as the bars above it do.
            painter.translate(width, 0)
            painter.scale(-1, 1)
        bar = QRectF(0, 0, width, BAR)
        painter.fillRect(bar, Qt.GlobalColor.black)
        painter.save()
        painter.setClipRect(bar.adjusted(width * self._threshold, 0, 0, 0))
        painter.drawImage(bar, to_qimage(overlay_colours(self._cold)[None]))
        painter.restore()
        painter.setPen(QColor(theme.current().edge))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        if self._contours:
            for level, wide in LEVELS.items():
                if level >= self._threshold:
                    middle = width * level
                    edge = QRectF(middle - wide / 2 - 1, 0, wide + 2, BAR)
                    painter.fillRect(edge, Qt.GlobalColor.black)
                    painter.fillRect(edge.adjusted(1, 0, -1, 0), Qt.GlobalColor.white)
        painter.setPen(QColor(theme.current().quiet_text))
        painter.resetTransform()
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        below = QRectF(0, BAR + TICK, width, self.height() - BAR - TICK)
        places = (0.0, (width - 1) / 2, width - 1.0)
        for at, side, mark in zip(places[:: -1 if leftward else 1], sides, self.marks, strict=False):
            painter.fillRect(QRectF(at, BAR, 1, TICK), QColor(theme.current().quiet_text))
            painter.drawText(below, side | Qt.AlignmentFlag.AlignTop, isolated(mark))

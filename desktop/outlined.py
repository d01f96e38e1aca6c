"""Text and a frame that can be seen on black and on white."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop import theme

# A stroked path would be twenty times slower than these.
EDGE = [(x, y) for x in (-2, -1, 0, 1, 2) for y in (-2, -1, 0, 1, 2) if 0 < abs(x) + abs(y) <= 3]


def draw_outlined(
    painter: QPainter, room: QRect, side: Qt.AlignmentFlag, text: str, colour: str = theme.ON_FILM.text
) -> None:
    """``text`` with a dark edge, in the painter's font.

    Left is left in every language: on a film it is a side of the patient, not of the writing.
    """
    side |= Qt.AlignmentFlag.AlignAbsolute
    painter.setPen(QColor(0, 0, 0, 180))
    for x, y in EDGE:
        painter.drawText(room.translated(x, y), side, text)
    painter.setPen(QColor(colour))
    painter.drawText(room, side, text)


def draw_frame(painter: QPainter, area: QRect, width: int) -> None:
    """Along the inside of ``area``, ``width`` pixels of the accent between dark edges."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, inset, wide in ((theme.FILM_BACKGROUND, 0, width + 2), (theme.ON_FILM.accent, 1, width)):
        pen = QPen(QColor(colour), wide)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        middle = inset + wide / 2
        painter.drawRect(QRectF(area).adjusted(middle, middle, -middle, -middle))

"""The scale at the foot of the film: how long it is, and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop import theme

LENGTHS_MM = (1, 2, 5, 10, 20, 50, 100, 200, 500)
# Shorter bars measure nothing, ticks closer than this are a grey line.
SHORTEST = 40.0
CLOSEST_TICKS = 4.0
TICK = 5.0


@dataclass(frozen=True)
class ScaleBar:
    """``mm`` millimetres, drawn ``pixels`` long, in ``parts`` equal parts."""

    mm: int
    pixels: float
    parts: int

    @property
    def text(self) -> str:
        """Its length in words."""
        if self.mm < 10:
            return QCoreApplication.translate("lengths", "{mm} mm").format(mm=self.mm)
        return QCoreApplication.translate("lengths", "{cm} cm").format(cm=self.mm // 10)


def scale_bar(mm_per_pixel: float, room: float) -> ScaleBar | None:
    """The longest bar of a round length that fits into ``room`` pixels; None where none is long enough.

    In parts of a centimetre, below two of a millimetre.
    """
    fitting = [mm for mm in LENGTHS_MM if SHORTEST <= mm / mm_per_pixel <= room]
    if not fitting:
        return None
    mm = fitting[-1]
    pixels, parts = mm / mm_per_pixel, mm // 10 if mm > 10 else mm
    return ScaleBar(mm, pixels, parts if pixels / parts >= CLOSEST_TICKS else 1)


def draw_bar(painter: QPainter, bar: ScaleBar, left: float, bottom: float) -> None:
    """A line with its ticks upwards, light on a dark edge: legible on black and on white."""
    ends = [left + bar.pixels * part / bar.parts for part in range(bar.parts + 1)]
    lines = [(QPointF(left, bottom), QPointF(left + bar.pixels, bottom))]
    lines += [
        (QPointF(x, bottom), QPointF(x, bottom - (1.6 * TICK if x in (ends[0], ends[-1]) else TICK)))
        for x in ends
    ]
    for colour, width in ((QColor(0, 0, 0, 170), 3.0), (QColor(theme.ON_FILM.text), 1.0)):
        painter.setPen(QPen(colour, width))
        for start, end in lines:
            painter.drawLine(start, end)

"""Lines of equal evidence, for eyes and printers that see no colour.

Always at the same shares of full strength, so that a line means the same on every film.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLineF, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop.document import Document
    from inference import Saliency

# Shares of full strength, and how wide their lines are on the screen: the stronger, the wider.
LEVELS = {0.25: 1.0, 0.5: 1.75, 0.75: 2.5}
HALO = 3.5
# A map of 14 x 14 cells, cut off at lungs of 112 x 112, has no finer outline.
LONG_SIDE = 192

# Of a square of four grid points, which are numbered clockwise from the top left, which of its sides a line
# joins: by the sum of 1, 2, 4, 8 for the points that lie above the level. Side n goes from point n to the
# next. Two opposite points make two lines.
_SIDES = {
    1: ((3, 0),), 2: ((0, 1),), 3: ((3, 1),), 4: ((1, 2),), 5: ((3, 0), (1, 2)), 6: ((0, 2),),
    7: ((3, 2),), 8: ((2, 3),), 9: ((2, 0),), 10: ((0, 1), (2, 3)), 11: ((2, 1),), 12: ((1, 3),),
    13: ((1, 0),), 14: ((0, 3),),
}  # fmt: skip


def level_lines(grid: NDArray[np.float32], level: float) -> NDArray[np.float64]:
    """Where an (m, n) grid crosses ``level``: (k, 4) x1, y1, x2, y2, with grid points at whole numbers.

    Marching squares, straight between neighbours. Beyond its edge the grid counts as 0, so that what
    reaches the edge is closed there.
    """
    import numpy as np

    padded = np.pad(np.asarray(grid, np.float64), 1)
    corners = np.stack([padded[:-1, :-1], padded[:-1, 1:], padded[1:, 1:], padded[1:, :-1]], axis=-1)
    kinds = (corners >= level) @ np.array([1, 2, 4, 8])
    offsets = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float64)

    def crossing(rows: Any, columns: Any, side: int) -> NDArray[np.float64]:
        one, other = corners[rows, columns, side], corners[rows, columns, (side + 1) % 4]
        share = ((level - one) / (other - one))[:, np.newaxis]
        along = offsets[side] + share * (offsets[(side + 1) % 4] - offsets[side])
        return np.asarray(along + np.stack([columns, rows], axis=1) - 1.0)

    found = [np.empty((0, 4))]
    for kind, pairs in _SIDES.items():
        rows, columns = np.nonzero(kinds == kind)
        for one, other in pairs:
            found.append(np.hstack([crossing(rows, columns, one), crossing(rows, columns, other)]))
    return np.concatenate(found)


def contour_lines(
    saliency: Saliency, rows: int, columns: int, threshold: float = 0.0
) -> dict[float, list[QLineF]]:
    """By level, the lines of a map over a film of ``rows`` x ``columns``, in its pixels.

    A level below ``threshold`` has none.
    """
    import numpy as np

    shrink = min(1.0, LONG_SIDE / max(rows, columns))
    high, wide = max(2, round(rows * shrink)), max(2, round(columns * shrink))
    strength = saliency.strength(high, wide)
    scale = np.array([columns / wide, rows / high] * 2)
    most = np.array([columns, rows] * 2)
    lines = {}
    for level in LEVELS:
        if level >= threshold:
            # A grid point stands for the middle of its part of the film.
            ends = np.clip((level_lines(strength, level) + 0.5) * scale, 0, most)
            lines[level] = [QLineF(*end) for end in ends.tolist()]
    return lines


class ContourItem(QGraphicsItem):
    """The lines, light with a dark edge, as wide on the screen however far one zooms."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[float, list[QLineF]] = {}
        self._rect = QRectF()

    @property
    def lines(self) -> dict[float, list[QLineF]]:
        """What is drawn, by level."""
        return self._lines

    def show_lines(self, lines: dict[float, list[QLineF]], rows: int, columns: int) -> None:
        """Over a film of ``rows`` x ``columns``; none to draw nothing."""
        self.prepareGeometryChange()
        self._lines, self._rect = lines, QRectF(0, 0, columns, rows)
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        if not any(self._lines.values()):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A cosmetic pen counts the screen's own pixels, of which a fine screen has more.
        ratio = painter.device().devicePixelRatioF()
        # All edges first: where lines meet, none is cut by the edge of another.
        for colour, wider in ((QColor(0, 0, 0, 230), HALO), (QColor(255, 255, 255), 0.0)):
            for level, lines in self._lines.items():
                pen = QPen(colour, (LEVELS[level] + wider) * ratio)
                pen.setCosmetic(True)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawLines(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class Contours(QObject):
    """Keeps the lines on a view those of the map on view."""

    def __init__(self, document: Document, view: QGraphicsView) -> None:
        super().__init__(view)
        self._document = document
        self.item = ContourItem()
        view.scene().addItem(self.item)
        for signal in (
            document.current_changed,
            document.film_changed,
            document.verdict_changed,
            document.overlay_changed,
        ):
            signal.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Draw what the document says."""
        film, overlay, saliency = self._document.film, self._document.overlay, self._document.saliency
        if film is None or saliency is None or not (overlay.shown and overlay.contours):
            if self.item.lines:
                self.item.show_lines({}, 0, 0)
            return
        rows, columns = film.radiograph.rows, film.radiograph.columns
        lines = contour_lines(saliency, rows, columns, overlay.threshold)
        self.item.show_lines(lines, rows, columns)

"""What lies on the light box: the film, and over it the map."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop import maps
from desktop.colours import overlay_colours
from desktop.qimage import borrow

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop.film import Film, Pixels
    from inference import Saliency

# A map of 14 x 14 cells gains nothing from more points than these.
MAP_LONG_SIDE = 512
# Neighbours that smooth scaling looks at beyond the part that is drawn.
MARGIN = 2


class FilmItem(QGraphicsItem):
    """Draws the stored values through a table, as many pixels as the screen can show.

    One scene unit is one image pixel. Nothing is rendered ahead: a new table takes effect with the
    next paint, which looks up only the exposed part of the level that is just finer than the screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._levels: tuple[Pixels, ...] = ()
        self._table: NDArray[np.uint8] | None = None

    def show_film(self, film: Film | None, table: NDArray[np.uint8] | None) -> None:
        """Another film, or none."""
        self.prepareGeometryChange()
        self._levels = film.levels if film else ()
        self._table = table
        self.update()

    def set_table(self, table: NDArray[np.uint8] | None) -> None:
        """Other greys for the same film."""
        self._table = table
        self.update()

    def boundingRect(self) -> QRectF:
        if not self._levels:
            return QRectF()
        rows, columns = self._levels[0].shape[:2]
        return QRectF(0, 0, columns, rows)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        exposed = option.exposedRect & self.boundingRect()  # type: ignore[attr-defined]
        if self._table is None or exposed.isEmpty():
            return
        from inference import look_up

        # Of a film whose pixels are not square, along the side that is drawn larger. By quarters of a turn,
        # one of each two terms is nothing.
        transform = painter.deviceTransform()
        scales = (abs(transform.m11()) + abs(transform.m12()), abs(transform.m21()) + abs(transform.m22()))
        scale = max(scales)
        level = self._levels[level_for(scale, len(self._levels))]
        across = self._levels[0].shape[1] / level.shape[1]
        down = self._levels[0].shape[0] / level.shape[0]
        left, right = _span(exposed.left() / across, exposed.right() / across, level.shape[1])
        top, bottom = _span(exposed.top() / down, exposed.bottom() / down, level.shape[0])
        grey = look_up(level[top:bottom, left:right], self._table)
        target = QRectF(left * across, top * down, (right - left) * across, (bottom - top) * down)
        # At 1:1 a film pixel is a screen pixel, and smoothing between two would blur both.
        smooth = any(abs(one - 1.0) > 1e-6 for one in scales)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        # Qt takes three times as long to draw a picture on its side as OpenCV and Qt to turn and draw it.
        world = painter.worldTransform()
        turned = _as_it_lies(grey, world)
        painter.resetTransform()
        painter.drawImage(world.mapRect(target), borrow(turned))
        painter.setWorldTransform(world)


class MapItem(QGraphicsItem):
    """The class map over the whole film, transparent where there is no evidence."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._size = (0, 0)

    def show_map(self, saliency: Saliency | None, rows: int, columns: int, threshold: float = 0.0) -> None:
        """The map of a film of ``rows`` x ``columns``, or none; without what is below ``threshold``."""
        self.prepareGeometryChange()
        self._size = (rows, columns) if saliency else (0, 0)
        self._image = map_image(saliency, rows, columns, threshold) if saliency else QImage()
        self.update()

    @property
    def image(self) -> QImage:
        """What is drawn, before opacity; null when nothing is."""
        return self._image

    def boundingRect(self) -> QRectF:
        rows, columns = self._size
        return QRectF(0, 0, columns, rows)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.boundingRect(), self._image)


def level_for(scale: float, levels: int) -> int:
    """The coarsest level that still has a pixel for every screen pixel at ``scale``."""
    return min(max(0, math.floor(-math.log2(scale) + 1e-9)), levels - 1)


@lru_cache(maxsize=4)
def map_image(saliency: Saliency, rows: int, columns: int, threshold: float = 0.0) -> QImage:
    """The map in colour, of the film's proportions but only as large as it has detail.

    What is weaker than ``threshold`` (0..1) is left out; what is not keeps its colour, so that a colour
    means the same on every film and at every threshold. The last few are kept: maps are looked at in turns.
    """
    shrink = min(1.0, MAP_LONG_SIDE / max(rows, columns))
    strength = saliency.strength(max(1, round(rows * shrink)), max(1, round(columns * shrink)))
    if threshold > 0.0:
        strength[strength < threshold] = 0.0
    # A colour is taken as one number, four times as fast as by its four.
    colours = overlay_colours(maps.is_against_disease(saliency)).view("uint32").ravel()
    pixels = colours.take((strength * 255.0 + 0.5).astype("uint8"))
    image = borrow(pixels.view("uint8").reshape(*strength.shape, 4))
    # In the format that Qt blends without converting; the copy has its own memory.
    return image.convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied, Qt.ImageConversionFlag.AutoColor
    )


def _as_it_lies(grey: NDArray[np.uint8], transform: QTransform) -> NDArray[np.uint8]:
    """``grey`` turned by quarters and mirrored as ``transform`` would do it."""
    import cv2
    import numpy as np

    sideways = transform.m11() == 0.0
    along, down = (transform.m21(), transform.m12()) if sideways else (transform.m11(), transform.m22())
    turned: Any = cv2.transpose(grey) if sideways else grey
    if along < 0.0 and down < 0.0:
        turned = cv2.flip(turned, -1)
    elif along < 0.0 or down < 0.0:
        turned = cv2.flip(turned, 1 if along < 0.0 else 0)
    return np.asarray(turned)


def _span(low: float, high: float, size: int) -> tuple[int, int]:
    return max(0, math.floor(low) - MARGIN), min(size, math.ceil(high) + MARGIN)

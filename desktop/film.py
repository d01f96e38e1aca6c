"""A radiograph made ready to be drawn, in the worker."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QPainter

from desktop.histogram import Histogram, histogram_of
from desktop.qimage import to_qimage
from desktop.shutter import cover

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from inference import Radiograph

    Pixels = NDArray[np.integer[Any]]

THUMBNAIL_SIDE = 128
# A level smaller than this would save no time any more.
SMALLEST_LEVEL_SIDE = 256


@dataclass(frozen=True, eq=False)
class Film:
    """One radiograph with what drawing it needs.

    ``levels`` are its stored values, each level half as large as the one before, so that a change of
    window touches no more pixels than the screen shows. ``thumbnail`` is the picture for the
    list, ``fingerprint`` a checksum of all that makes this film another than the next.
    """

    radiograph: Radiograph
    levels: tuple[Pixels, ...]
    thumbnail: QImage
    fingerprint: int
    histogram: Histogram

    @property
    def megabytes(self) -> float:
        """Memory that the pixels take."""
        return sum(level.nbytes for level in self.levels) / 1e6


def make_film(radiograph: Radiograph) -> Film:
    """Pyramid, thumbnail and histogram of ``radiograph``: some ten milliseconds of work."""
    levels = pyramid(radiograph.pixels)
    # Computed once and kept by the radiograph: here, where nobody waits for them.
    _ = radiograph.value_range, radiograph.automatic_window
    thumbnail = _thumbnail(radiograph, levels)
    return Film(radiograph, levels, thumbnail, fingerprint(radiograph), histogram_of(radiograph))


def fingerprint(radiograph: Radiograph) -> int:
    """A checksum of pixels, greys and header: who it is, and how it is shown, is part of what it is."""
    import numpy as np

    pixels = radiograph.pixels
    known = radiograph.header, radiograph.spacing, radiograph.pixel_aspect, radiograph.shutter
    said = repr((pixels.shape, pixels.dtype.str, *known)).encode()
    checksum = zlib.crc32(radiograph.display_table().data, zlib.crc32(said))
    return zlib.crc32(np.ascontiguousarray(pixels).data, checksum)


def pyramid(pixels: Pixels) -> tuple[Pixels, ...]:
    """``pixels`` and its halves by area, down to a small one."""
    levels = [pixels]
    while max(levels[-1].shape[:2]) > 2 * SMALLEST_LEVEL_SIDE:
        rows, columns = levels[-1].shape[:2]
        levels.append(_reduced(levels[-1], (rows + 1) // 2, (columns + 1) // 2))
    return tuple(levels)


def _thumbnail(radiograph: Radiograph, levels: tuple[Pixels, ...]) -> QImage:
    from inference import look_up

    rows, columns = levels[-1].shape[:2]
    # Its pixels are square, the film's need not be.
    height, width = rows * max(1.0, radiograph.pixel_aspect), columns / min(1.0, radiograph.pixel_aspect)
    scale = min(1.0, THUMBNAIL_SIDE / max(height, width))
    small = _reduced(levels[-1], max(1, round(height * scale)), max(1, round(width * scale)))
    thumbnail = to_qimage(look_up(small, radiograph.display_table()))
    if radiograph.shutter:
        painter = QPainter(thumbnail)
        painter.scale(small.shape[1] / radiograph.columns, small.shape[0] / radiograph.rows)
        cover(painter, radiograph)
        painter.end()
    return thumbnail


def _reduced(pixels: Pixels, rows: int, columns: int) -> Pixels:
    import cv2
    import numpy as np

    # OpenCV does not resize signed bytes.
    wide = pixels.astype(np.int16) if pixels.dtype == np.int8 else pixels
    reduced = cv2.resize(wide, (columns, rows), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(reduced.astype(pixels.dtype, copy=False))

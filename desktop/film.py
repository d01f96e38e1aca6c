"""A radiograph made ready to be drawn, in the worker."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.qimage import to_qimage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from inference import Radiograph, Window

    Pixels = NDArray[np.integer[Any]]

THUMBNAIL_SIDE = 128
# A level smaller than this would save no time any more.
SMALLEST_LEVEL_SIDE = 256
# The automatic window leaves out the darkest and the brightest hundredth.
AUTOMATIC_PERCENTILES = (1.0, 99.0)
# Percentiles of a hundred thousand values do not differ from those of ten million.
SAMPLES = 100_000


@dataclass(frozen=True, eq=False)
class Film:
    """One radiograph with what drawing it needs.

    ``levels`` are its stored values, each level half as large as the one before, so that a change of
    window touches no more pixels than the screen shows. ``automatic`` is the window that fits its
    values, ``thumbnail`` the picture for the list, ``fingerprint`` a checksum of the pixels.
    """

    radiograph: Radiograph
    levels: tuple[Pixels, ...]
    automatic: Window
    thumbnail: QImage
    fingerprint: int

    @property
    def megabytes(self) -> float:
        """Memory that the pixels take."""
        return sum(level.nbytes for level in self.levels) / 1e6


def make_film(radiograph: Radiograph) -> Film:
    """Pyramid, automatic window and thumbnail of ``radiograph``: some ten milliseconds of work."""
    import numpy as np

    levels = pyramid(radiograph.pixels)
    # Computed once and kept by the radiograph: here, where nobody waits for it.
    _ = radiograph.value_range
    window, thumbnail = automatic_window(radiograph), _thumbnail(radiograph, levels)
    fingerprint = zlib.crc32(np.ascontiguousarray(radiograph.pixels).data)
    return Film(radiograph, levels, window, thumbnail, fingerprint)


def pyramid(pixels: Pixels) -> tuple[Pixels, ...]:
    """``pixels`` and its halves by area, down to a small one."""
    levels = [pixels]
    while max(levels[-1].shape[:2]) > 2 * SMALLEST_LEVEL_SIDE:
        rows, columns = levels[-1].shape[:2]
        levels.append(_reduced(levels[-1], (rows + 1) // 2, (columns + 1) // 2))
    return tuple(levels)


def automatic_window(radiograph: Radiograph) -> Window:
    """The window between the first and the 99th percentile of the image's values."""
    import numpy as np

    from inference import Window

    pixels = radiograph.pixels[..., 0] if radiograph.is_colour else radiograph.pixels
    step = max(1, int((pixels.size / SAMPLES) ** 0.5))
    sample = pixels[::step, ::step]
    rank = np.argsort(sample, axis=None)
    if radiograph.padding is not None:
        first, last = radiograph.padding
        ranked = sample.reshape(-1)[rank]
        inside = rank[(ranked < first) | (ranked > last)]
        rank = inside if inside.size else rank
    ends = []
    for percentile in AUTOMATIC_PERCENTILES:
        row, column = np.unravel_index(rank[int((len(rank) - 1) * percentile / 100)], sample.shape)
        ends.append(radiograph.modality_value(int(row) * step, int(column) * step))
    low, high = sorted(ends)
    return Window((low + high) / 2, max(high - low, 1.0), "LINEAR_EXACT", "automatic")


def _thumbnail(radiograph: Radiograph, levels: tuple[Pixels, ...]) -> QImage:
    from inference import look_up

    rows, columns = levels[-1].shape[:2]
    scale = min(1.0, THUMBNAIL_SIDE / max(rows, columns))
    small = _reduced(levels[-1], max(1, round(rows * scale)), max(1, round(columns * scale)))
    return to_qimage(look_up(small, radiograph.display_table()))


def _reduced(pixels: Pixels, rows: int, columns: int) -> Pixels:
    import cv2
    import numpy as np

    # OpenCV does not resize signed bytes.
    wide = pixels.astype(np.int16) if pixels.dtype == np.int8 else pixels
    reduced = cv2.resize(wide, (columns, rows), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(reduced.astype(pixels.dtype, copy=False))

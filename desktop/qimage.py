"""Arrays to QImage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def borrow(pixels: NDArray[np.uint8]) -> QImage:
    """A QImage over the memory of ``pixels``: valid only as long as the array is.

    ``pixels`` is C-contiguous uint8: (rows, columns) grey, (rows, columns, 3) RGB or
    (rows, columns, 4) RGBA with the colours multiplied by alpha.
    """
    formats = {
        1: QImage.Format.Format_Grayscale8,
        3: QImage.Format.Format_RGB888,
        4: QImage.Format.Format_RGBA8888_Premultiplied,
    }
    rows, columns = pixels.shape[:2]
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    return QImage(pixels.data, columns, rows, pixels.strides[0], formats[channels])


def to_qimage(pixels: NDArray[np.uint8]) -> QImage:
    """A QImage with its own memory; arguments as for :func:`borrow`."""
    return borrow(pixels).copy()

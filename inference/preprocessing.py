"""Radiograph to tensor.

The network sees one fixed rendering: the grey scale the file asks for, reduced by area averaging to
a square of ``spec.size``, whatever the aspect ratio (hospitals can be told by it, and a third of the
training films exist only squared). Training calls the same functions, so what is trained is what
is served.
"""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from inference.model_spec import ModelSpec
from inference.radiograph import Radiograph

# To be raised with whatever gives other numbers for the same film and models: the journal goes by it.
VERSION = 1

PixelArray = TypeVar("PixelArray", bound=NDArray[Any])


def reduce(radiograph: Radiograph, size: int) -> NDArray[np.uint8]:
    """The fixed rendering, (size, size) uint8 grey; colours become their luma (ITU-R BT.601)."""
    import cv2

    picture = radiograph.render()
    # Averaging 2 x 2 is vectorised, averaging by any other factor is not: halving first makes a
    # film of 2,000 pixels ten times faster, and what is left to the slow way is small.
    while min(picture.shape[:2]) >= 4 * size:
        picture = halve(picture)
    # Linear where pixels must be invented, area where they must be thrown away without aliasing.
    enlarging = min(picture.shape[:2]) < size
    method = cv2.INTER_LINEAR if enlarging else cv2.INTER_AREA
    reduced = cv2.resize(picture, (size, size), interpolation=method)
    if radiograph.is_colour:
        reduced = cv2.cvtColor(reduced, cv2.COLOR_RGB2GRAY)
    return np.asarray(reduced, dtype=np.uint8)


def halve(picture: PixelArray) -> PixelArray:
    """Average 2 x 2 pixels; an odd last row or column is repeated. Any dtype OpenCV resizes."""
    import cv2

    rows, columns = picture.shape[:2]
    if rows % 2 or columns % 2:
        picture = cv2.copyMakeBorder(  # type: ignore[assignment]
            picture, 0, rows % 2, 0, columns % 2, cv2.BORDER_REPLICATE
        )
    halved = (picture.shape[1] // 2, picture.shape[0] // 2)
    return cv2.resize(picture, halved, interpolation=cv2.INTER_AREA)  # type: ignore[return-value]


def normalise(grey: NDArray[np.uint8], spec: ModelSpec) -> NDArray[np.float32]:
    """uint8 of any shape to float32, ``spec.mean`` to 0 and one ``spec.std`` to 1."""
    scale = np.float32(1.0 / (255.0 * spec.std))
    return grey.astype(np.float32) * scale - np.float32(spec.mean / spec.std)


def preprocess(radiograph: Radiograph, spec: ModelSpec) -> NDArray[np.float32]:
    """Fit a radiograph to what the network saw in training.

    Returns (1, 1, size, size) float32, normalised by ``spec.mean`` and ``spec.std``. The input is
    untouched. Whether it is large enough to be asked about is a matter of ``checks``.
    """
    return normalise(reduce(radiograph, spec.size), spec)[np.newaxis, np.newaxis]

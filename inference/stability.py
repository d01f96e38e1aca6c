"""The film a little otherwise: what of the numbers is the patient's, and what the picture's.

Small changes that alter nothing a reader would report: where exactly the crop lies, the exposure, the
compression, the sharpness. All start from the reduced film and move the region that was found there, so
that nothing is looked for twice; the classifier is asked about all of them at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from inference.crop import NOT_DISPLACED, Displacement, Region, crop, crop_map

Grey: TypeAlias = NDArray[np.uint8]

SHIFT = 0.02
DEGREES = 3.0
GAMMAS = (0.85, 1.18)
JPEG_QUALITY = 50
# Standard deviation in pixels of the reduced film.
BLUR = 0.8


def gamma(exponent: float) -> Callable[[Grey], Grey]:
    """Grey values, 0..1, to the power of ``exponent``."""
    table = np.round(255 * (np.arange(256) / 255) ** exponent).astype(np.uint8)
    return lambda picture: table[picture]


def jpeg(picture: Grey) -> Grey:
    """The picture after JPEG at :data:`JPEG_QUALITY`."""
    import simplejpeg

    content = simplejpeg.encode_jpeg(
        np.ascontiguousarray(picture)[..., np.newaxis], quality=JPEG_QUALITY, colorspace="GRAY"
    )
    return np.asarray(simplejpeg.decode_jpeg(content, colorspace="GRAY")[..., 0], dtype=np.uint8)


def blur(picture: Grey) -> Grey:
    """The picture slightly out of focus."""
    import cv2

    return np.asarray(cv2.GaussianBlur(picture, (0, 0), BLUR), dtype=np.uint8)


@dataclass(frozen=True)
class Change:
    """One small change: of where one looks, or of the grey values."""

    moved: Displacement = NOT_DISPLACED
    picture: Callable[[Grey], Grey] | None = None


UNCHANGED = Change()
CHANGES = (
    *(Change(Displacement(right=sign * SHIFT)) for sign in (-1, 1)),
    *(Change(Displacement(down=sign * SHIFT)) for sign in (-1, 1)),
    *(Change(Displacement(degrees=sign * DEGREES)) for sign in (-1, 1)),
    *(Change(picture=gamma(exponent)) for exponent in GAMMAS),
    Change(picture=jpeg),
    Change(picture=blur),
)


def variants(
    reduced: Grey, lung_probability: NDArray[np.float32], region: Region, changes: tuple[Change, ...]
) -> tuple[Grey, NDArray[np.float32]]:
    """The crop of a film after each of ``changes``, and the lungs in it.

    ``reduced`` is the (s, s) reduced film, ``lung_probability`` (m, m) over the whole of it. Returns
    (n, s, s) uint8 and (n, m, m) float32.
    """
    pictures, lungs = [], []
    for change in changes:
        picture = reduced if change.picture is None else change.picture(reduced)
        pictures.append(crop(picture, region, len(reduced), change.moved))
        lungs.append(crop_map(lung_probability, region, len(lung_probability), change.moved))
    return np.stack(pictures), np.stack(lungs)

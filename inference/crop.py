"""The part of a film that the classifier sees: the lungs with a margin, and the way back.

Positions are shares of the image's sides, 0, 0 top left .. 1, 1: the same for the film, for the square
it was reduced to, and for a map of it. Everything is cut out of the reduced square and never of the
film itself, so that all films have lost the same, however large they were.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.lungs import Lungs

# Of the lungs' width and height, so much is seen on every side of them.
MARGIN = 0.10


@dataclass(frozen=True)
class Region:
    """A rectangle of the image in shares of its sides: 0, 0 top left .. 1, 1 bottom right."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


WHOLE = Region(0.0, 0.0, 1.0, 1.0)
# Where the lungs are looked at when they were not found.
CENTRE = Region(0.1, 0.1, 0.9, 0.9)


@dataclass(frozen=True)
class Displacement:
    """A small change of where one looks.

    ``right`` and ``down`` in shares of the region's sides, ``degrees`` clockwise as seen in the region,
    ``scale`` above 1 shows more around it.
    """

    right: float = 0.0
    down: float = 0.0
    degrees: float = 0.0
    scale: float = 1.0


NOT_DISPLACED = Displacement()


def lung_region(lungs: Lungs) -> Region:
    """The bounding box of the lungs with a margin; the centre of the film where they are not plausible."""
    if not (lungs.are_plausible and lungs.mask.any()):
        return CENTRE
    return region_of(lungs.mask)


def region_of(mask: NDArray[np.bool_]) -> Region:
    """The bounding box of what is true in an (m, n) mask, :data:`MARGIN` wider on every side, within 0..1.

    Raises ValueError when nothing is true.
    """
    across, down = np.flatnonzero(mask.any(axis=0)), np.flatnonzero(mask.any(axis=1))
    if not across.size:
        raise ValueError("an empty mask has no region")
    rows, columns = mask.shape
    left, right = float(across[0]) / columns, float(across[-1] + 1) / columns
    top, bottom = float(down[0]) / rows, float(down[-1] + 1) / rows
    wide, high = MARGIN * (right - left), MARGIN * (bottom - top)
    return Region(
        max(0.0, left - wide), max(0.0, top - high), min(1.0, right + wide), min(1.0, bottom + high)
    )


def crop(
    picture: NDArray[np.uint8], region: Region, size: int, moved: Displacement = NOT_DISPLACED
) -> NDArray[np.uint8]:
    """What an (m, n) uint8 picture shows in ``region``: (size, size) uint8, bilinear.

    Beyond the picture its outermost pixels are repeated.
    """
    return np.asarray(_cut(picture, region, size, moved), dtype=np.uint8)


def crop_map(
    grid: NDArray[np.float32], region: Region, size: int, moved: Displacement = NOT_DISPLACED
) -> NDArray[np.float32]:
    """The same of an (m, n) float32 map over the whole image: (size, size) float32."""
    return np.asarray(_cut(grid, region, size, moved), dtype=np.float32)


def map_to_image(
    grid: NDArray[np.float32], rows: int, columns: int, region: Region = WHOLE
) -> NDArray[np.float32]:
    """A map over ``region``, drawn over the whole image: (rows, columns) float32, 0 outside the region.

    Grid cell (i, j) of an (m, n) grid is centred at ((i + 0.5) / m, (j + 0.5) / n) of the region. Bilinear
    between the centres, constant beyond the outermost, without overshoot.
    """
    down = _weights(grid.shape[0], rows, region.top, region.bottom)
    across = _weights(grid.shape[1], columns, region.left, region.right)
    return np.asarray(down @ grid @ across.T, dtype=np.float32)


def _cut(picture: NDArray[Any], region: Region, size: int, moved: Displacement) -> NDArray[Any]:
    import cv2

    rows, columns = picture.shape
    wide, high = region.width * columns * moved.scale, region.height * rows * moved.scale
    centre = np.array(
        [
            ((region.left + region.right) / 2 + moved.right * region.width) * columns,
            ((region.top + region.bottom) / 2 + moved.down * region.height) * rows,
        ]
    )
    angle = math.radians(moved.degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    # A step across and a step down in the crop, in pixels of the picture. The turn is made in the crop,
    # where the network sees it.
    steps = np.array([[cosine * wide, sine * wide], [-sine * high, cosine * high]]) / size
    # Pixel (0, 0) is centred half a pixel from the corner, in the crop as in the picture.
    first = centre - 0.5 + steps @ np.full(2, (1 - size) / 2)
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    back = np.column_stack([steps, first])
    return np.asarray(
        cv2.warpAffine(picture, back, (size, size), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    )


def _weights(cells: int, pixels: int, begin: float, end: float) -> NDArray[np.float32]:
    """(pixels, cells) float32: what each cell between ``begin`` and ``end`` adds to each pixel."""
    centres = (np.arange(pixels) + 0.5) / pixels
    inside = (centres >= begin) & (centres <= end)
    position = np.clip((centres - begin) / (end - begin) * cells - 0.5, 0.0, cells - 1.0)
    lower = np.minimum(np.floor(position).astype(np.intp), max(cells - 2, 0))
    upper = np.minimum(lower + 1, cells - 1)
    share = position - lower
    weights = np.zeros((pixels, cells), np.float32)
    every = np.arange(pixels)
    weights[every, lower] += (1.0 - share) * inside
    weights[every, upper] += share * inside
    return weights

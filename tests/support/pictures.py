"""Pictures of the window: kept small, and compared with what another machine may do differently in mind.

Of a kept picture five bits a channel are left, and where that leaves 256 colours at most, a palette.
Pictures are compared in blocks: how the edge of a letter is smoothed differs from machine to machine, how
much ink there is in a block does not. What moves by three pixels or changes colour changes its blocks.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

# Of the 256 levels of a channel, so many fall together in a kept picture.
STEP = 8
# Side of a block, in pixels of the usual scale.
BLOCK = 4
# By how much the mean of a block may differ, of 255: keeping it small may cost four of these.
TOLERANCE = 7.0

Picture = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Comparison:
    """``worst`` is the greatest difference of a block's mean, ``differing`` how many are beyond tolerance.

    ``picture`` shows where: the differences, enlarged to black and white.
    """

    worst: float
    differing: int
    picture: Picture

    @property
    def same(self) -> bool:
        """Nobody would tell one from the other."""
        return self.differing == 0


def read(path: Path) -> Picture:
    """(rows, columns, 3) of a PNG."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def keep(picture: Picture, path: Path) -> None:
    """Write it as small as it can be compared."""
    levels = np.round(picture / STEP) * STEP
    image = Image.fromarray(np.clip(levels, 0, 255).astype(np.uint8))
    if image.getcolors(256) is not None:
        image = image.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    image.save(path, optimize=True)


def compare(one: Picture, other: Picture, scale: int = 1) -> Comparison | None:
    """Two pictures of a screen of this scale; None where they are not of the same size."""
    if one.shape != other.shape:
        return None
    difference = np.abs(_blocks(one, BLOCK * scale) - _blocks(other, BLOCK * scale)).max(axis=2)
    beyond = difference > TOLERANCE
    marked = np.kron(beyond, np.ones((BLOCK * scale,) * 2))[: one.shape[0], : one.shape[1]]
    return Comparison(float(difference.max()), int(beyond.sum()), (255 * marked).astype(np.uint8))


def _blocks(picture: Picture, side: int) -> NDArray[np.float64]:
    """The mean of every block, those at the right and lower edge being smaller."""
    rows, columns = (np.arange(0, size, side) for size in picture.shape[:2])
    sums = np.add.reduceat(np.add.reduceat(picture.astype(np.float64), rows, axis=0), columns, axis=1)
    heights, widths = (
        np.diff(np.append(starts, size))
        for starts, size in zip((rows, columns), picture.shape[:2], strict=True)
    )
    return sums / (heights[:, None, None] * widths[None, :, None])

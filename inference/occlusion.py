"""Hide a part of the film, and see what becomes of a number: a second opinion on the class map.

The class map says what the network added up; occlusion says what it would have said without that part
(Zeiler and Fergus 2014). Where the two rank the places alike, the map can be believed.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

# Places along a side: every one covers 2 x 2 cells of the class map.
PLACES = 7
# Half the side of a patch, in steps from place to place: its whole place is hidden, for neighbours overlap.
REACH = 0.7
# Over so much of a step it fades, half of it outside REACH: a hard edge would be a sign of its own.
FADE = 0.4


def patches(size: int, places: int = PLACES) -> NDArray[np.float32]:
    """(places ** 2, size, size) float32: of each pixel the share that is hidden, 0..1; row by row."""
    step = size / places
    centres = (np.arange(places) + 0.5) * step
    distance = np.abs(np.arange(size) + 0.5 - centres[:, np.newaxis]) / step
    side = np.clip((REACH - distance) / FADE + 0.5, 0.0, 1.0)
    both = side[:, np.newaxis, :, np.newaxis] * side[np.newaxis, :, np.newaxis, :]
    return np.asarray(both.reshape(places**2, size, size), dtype=np.float32)


def box_patch(size: int, left: float, top: float, right: float, bottom: float) -> NDArray[np.float32]:
    """(size, size) float32: of each pixel the share that is hidden with a box, 0..1.

    The box, in pixels, may reach beyond the picture. All of it is hidden, and around it as much fades as
    around a patch.
    """
    fade = FADE * size / PLACES
    pixels = np.arange(size) + 0.5
    across = np.clip(np.minimum(pixels - left, right - pixels) / fade + 1.0, 0.0, 1.0)
    down = np.clip(np.minimum(pixels - top, bottom - pixels) / fade + 1.0, 0.0, 1.0)
    return np.asarray(down[:, np.newaxis] * across, dtype=np.float32)


def hide(picture: NDArray[np.uint8], grey: float, hidden: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(n, s, s) uint8: the (s, s) picture with each of the (n, s, s) ``hidden`` parts painted ``grey``."""
    painted = picture + hidden * (np.float32(grey) - picture)
    return np.asarray(np.round(painted), dtype=np.uint8)


def mean_grey(picture: NDArray[np.uint8], lungs: NDArray[np.float32]) -> float:
    """The mean grey of an (s, s) picture in the lungs, (m, m) probabilities; of all of it without any."""
    import cv2

    weights = cv2.resize(lungs, picture.shape[::-1], interpolation=cv2.INTER_LINEAR) > 0.5
    return float(picture[weights].mean() if weights.any() else picture.mean())


def at_places(class_map: NDArray[np.float32], places: int = PLACES) -> NDArray[np.float32]:
    """An (m, n) class map on the grid of the places: the mean of what each covers."""
    import cv2

    return np.asarray(cv2.resize(class_map, (places, places), interpolation=cv2.INTER_AREA), np.float32)


def rank_correlation(one: NDArray[np.floating[Any]], other: NDArray[np.floating[Any]]) -> float | None:
    """Spearman's, -1..1: Pearson's of the ranks, equal values sharing theirs. None when either is flat."""
    ranks = [_ranks(np.ravel(values)) for values in (one, other)]
    first, second = (values - values.mean() for values in ranks)
    spread = float(np.sqrt((first**2).sum() * (second**2).sum()))
    if spread == 0.0:
        return None
    return float(np.clip((first * second).sum() / spread, -1.0, 1.0))


def _ranks(values: NDArray[np.floating[Any]]) -> NDArray[np.float64]:
    """Of each value its rank from 0; equal values share the mean of theirs."""
    _, group, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts) - 1
    return np.asarray((last - (counts - 1) / 2)[group], dtype=np.float64)

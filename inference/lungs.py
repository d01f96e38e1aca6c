"""Where the lungs are, from the view network's probabilities; and what of the evidence lies elsewhere.

The view network (``resources/model/lungs.onnx``) sees what the classifier sees and says for every second
pixel how likely it is lung. A frontal chest film shows two fields of lung, side by side, each of a
certain size and in a certain place; whatever does not is not one, or too unlike one to be asked about.
The limits lie well outside what 99 % of the frontal films of folds 0-3 show (training/LOG.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

# A film is asked about when so many plausible fields are found.
FIELDS_NEEDED = 2
# Lung is what is more likely lung than not; pieces below this share of the image are specks.
MIN_PROBABILITY = 0.5
MIN_PIECE = 0.002
# A field's share of the image, and where its centre may lie, in shares of the image's side.
FIELD_AREA = (0.02, 0.35)
CENTRE_X = (0.12, 0.88)
CENTRE_Y = (0.22, 0.72)
# Two fields' centres: at least so far apart across, at most so far apart up and down; and the smaller
# has at least such a part of the larger's area.
MIN_ACROSS = 0.22
MAX_RISE = 0.20
MIN_RATIO = 0.25


@dataclass(frozen=True)
class LungField:
    """One connected piece of lung: its share of the image and its centroid (0, 0 top left .. 1, 1).

    ``cut`` is the part of its height, or of its width, that lies at one border of the image, 0..1.
    """

    area: float
    x: float
    y: float
    cut: float = 0.0

    @property
    def is_plausible(self) -> bool:
        """Whether a lung may be so large and lie there."""
        return _within(self.area, FIELD_AREA) and _within(self.x, CENTRE_X) and _within(self.y, CENTRE_Y)


@dataclass(frozen=True, eq=False)
class Lungs:
    """The lungs of one film.

    ``fields`` are the plausible ones, two at most, the image's left one first: which side of the
    patient that is, the picture does not say. ``mask`` is (112, 112) bool, true in anything found to
    be lung, over the whole image: cell (i, j) is centred at ((i + 0.5) / 112, (j + 0.5) / 112) of it.
    """

    fields: tuple[LungField, ...]
    mask: NDArray[np.bool_]

    @property
    def are_plausible(self) -> bool:
        """Whether these are the lungs of a frontal chest film."""
        return len(self.fields) >= FIELDS_NEEDED


def find_lungs(probability: NDArray[np.float32]) -> Lungs:
    """Lungs in an (m, m) float32 map of the probability of lung over the whole image."""
    import cv2

    likely = (probability > MIN_PROBABILITY).astype(np.uint8)
    _, labels, statistics, centroids = cv2.connectedComponentsWithStats(likely, connectivity=4)
    rows, columns = likely.shape
    shares = statistics[:, cv2.CC_STAT_AREA] / likely.size
    kept = [piece for piece in range(1, len(shares)) if shares[piece] >= MIN_PIECE]
    pieces = [
        LungField(
            float(shares[piece]),
            float((centroids[piece][0] + 0.5) / columns),
            float((centroids[piece][1] + 0.5) / rows),
            _cut(labels == piece),
        )
        for piece in kept
    ]
    return Lungs(_best_pair([piece for piece in pieces if piece.is_plausible]), np.isin(labels, kept))


def share_outside(class_map: NDArray[np.float32], mask: NDArray[np.bool_]) -> float | None:
    """The part of a class map's evidence, 0..1, that lies outside the lungs.

    ``class_map`` is (m, n) in logits; evidence is its positive part. ``mask`` is (112, 112), the lungs
    over the same part of the film. One cell around them counts as within: the map is no finer than
    that. None when there is no evidence.
    """
    import cv2

    evidence = np.maximum(class_map.astype(np.float64), 0.0)
    total = float(evidence.sum())
    if total == 0.0:
        return None
    rows, columns = class_map.shape
    down, across = mask.shape[0] // rows, mask.shape[1] // columns
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * across + 1, 2 * down + 1))
    near = cv2.dilate(mask.astype(np.uint8), around).astype(np.float32)
    # Of each cell, the share that lies within.
    inside = cv2.resize(near, (columns, rows), interpolation=cv2.INTER_AREA)
    return float((evidence * (1.0 - inside)).sum() / total)


def _best_pair(fields: Sequence[LungField]) -> tuple[LungField, ...]:
    """The largest two that lie as lungs do, left first; without such two, the largest alone."""
    pairs = [pair for pair in combinations(fields, 2) if _side_by_side(*pair)]
    if pairs:
        best = max(pairs, key=lambda pair: pair[0].area + pair[1].area)
        return tuple(sorted(best, key=lambda field: field.x))
    return tuple(sorted(fields, key=lambda field: -field.area)[:1])


def _side_by_side(one: LungField, other: LungField) -> bool:
    smaller, larger = sorted((one.area, other.area))
    return (
        abs(one.x - other.x) >= MIN_ACROSS
        and abs(one.y - other.y) <= MAX_RISE
        and smaller >= MIN_RATIO * larger
    )


def _cut(piece: NDArray[np.bool_]) -> float:
    """How much of a piece's height or width lies at one border."""
    high, wide = piece.any(axis=1).sum(), piece.any(axis=0).sum()
    sides = (piece[:, 0].sum() / high, piece[:, -1].sum() / high)
    ends = (piece[0].sum() / wide, piece[-1].sum() / wide)
    return float(max(*sides, *ends))


def _within(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]

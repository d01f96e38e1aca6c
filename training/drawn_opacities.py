"""Opacities drawn into the lungs of normal films: the one kind whose place is known without a reader.

What is drawn is no disease: patches of the grey of soft tissue, soft at the edge, uneven within. What a
map can learn from them is only that evidence lies where a film is denser than the lung around.
"""

from __future__ import annotations

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F  # noqa: N812

# A cell counts as covered from the first share on, and as clear up to the second; in between as neither.
COVERED, CLEAR = 0.5, 0.1
# By how much a covered cell's logit should exceed a clear one's.
MARGIN = 4.0


def draw(
    film: NDArray[np.uint8], lungs: NDArray[np.float16], rng: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The (s, s) film with one to five opacities in its lungs, and where they are, (m, m) 0..1.

    ``lungs`` (m, m) are probabilities of lung.
    """
    side = film.shape[0]
    likely = cv2.resize(lungs.astype(np.float32), (side, side)) > 0.5
    inside = np.argwhere(likely)
    place = np.zeros((side, side), np.float32)
    if not len(inside):
        return film, cv2.resize(place, lungs.shape[::-1]).astype(np.float32)
    for _ in range(rng.integers(1, 6)):
        y, x = (int(v) for v in inside[rng.integers(len(inside))])
        axes = tuple(int(v) for v in side * rng.uniform(0.04, 0.16, 2))
        patch = np.zeros((side, side), np.float32)
        angle = float(rng.uniform(0, 360))
        cv2.ellipse(patch, (x, y), axes, angle, 0, 360, float(rng.uniform(0.35, 0.95)), -1, cv2.LINE_AA)
        place = np.maximum(place, patch)
    # Uneven within and at the edge, like clouds.
    clouds = cv2.resize(rng.random((14, 14), np.float32), (side, side), interpolation=cv2.INTER_CUBIC)
    uneven = cv2.GaussianBlur(place * np.clip(0.4 + clouds, 0, 1.2), (0, 0), float(rng.uniform(2, 6)))
    within = cv2.GaussianBlur(likely.astype(np.float32), (0, 0), 1.5)
    place = np.asarray(np.clip(uneven, 0, 0.95) * within, dtype=np.float32)
    tissue = float(np.percentile(film[~likely], rng.uniform(40, 75))) if (~likely).any() else 160.0
    grain = cv2.GaussianBlur(rng.standard_normal((side, side)).astype(np.float32), (0, 0), 1.5)
    dense = np.maximum(tissue + 12.0 * grain, film)
    drawn = np.clip(np.rint(film + place * (dense - film)), 0, 255).astype(np.uint8)
    there = cv2.resize((place > 0.2).astype(np.float32), lungs.shape[::-1], interpolation=cv2.INTER_AREA)
    return drawn, np.asarray(there, dtype=np.float32)


def rank_loss(cells: torch.Tensor, lungs: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    """What it costs that clear lung is not clearly below the opacities; all are (n, m, m).

    ``cells`` are logits, ``lungs`` and ``places`` shares. Only the order counts: the mean over the film
    stays what the film's label makes it.
    """
    lung = lungs > 0.5
    covered, clear = lung & (places >= COVERED), lung & (places <= CLEAR)
    usable = covered.flatten(1).any(1) & clear.flatten(1).any(1)
    if not usable.any():
        return cells.new_zeros(())
    high = (cells * covered).sum((1, 2)) / covered.sum((1, 2)).clamp(min=1)
    above = cells - high[:, None, None]
    each = F.softplus(above + MARGIN) * clear
    one = each.sum((1, 2)) / clear.sum((1, 2)).clamp(min=1)
    return one[usable].mean() / MARGIN

"""What lies around the lungs is covered before the classifier looks.

Bones, arms, markers, collimation and the edge of the film tell hospitals and ages apart, and a network
that may see them learns them. Shown the lungs alone, with a soft edge, in the mean grey of what they show,
it lost one hundredth of its AUC within a hospital; what it could tell with the lungs blacked out fell from
0.6-0.8 to chance (training/LOG.md).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from inference.lungs import MIN_PROBABILITY

# The lungs are shown with so much around them, in pixels of the reduced film: a diameter, and the standard
# deviation of the edge.
AROUND = 9
SOFTNESS = 2.0
# Where no lungs were found at all, nothing is shown but this.
MID_GREY = 128.0


def veil(
    reduced: NDArray[np.uint8],
    lung_probability: NDArray[np.float32],
    around: int = AROUND,
    softness: float = SOFTNESS,
) -> NDArray[np.uint8]:
    """The (s, s) film with everything but the lungs, (m, m) over the whole film, in one grey."""
    import cv2

    likely = cv2.resize(lung_probability, reduced.shape[::-1], interpolation=cv2.INTER_LINEAR)
    shown = (likely > MIN_PROBABILITY).astype(np.uint8)
    shown = cv2.dilate(shown, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (around, around)))  # type: ignore[assignment]
    grey = float(reduced[shown > 0].mean()) if shown.any() else MID_GREY
    share = cv2.GaussianBlur(shown.astype(np.float32), (0, 0), softness)
    return np.asarray(np.rint(share * reduced + (1.0 - share) * np.float32(grey)), dtype=np.uint8)

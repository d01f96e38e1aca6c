"""What the view network makes of a whole film, before the classifier is asked about a part of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from inference.lungs import Lungs, find_lungs

# What a picture may be, in the order of the network's output: an upright frontal chest film; one with
# black and white exchanged; one turned by 90, 180 or 270 degrees; anything else, such as a lateral view,
# a CT slice, a photograph, or a film on which a lung is cut off.
VIEWS = ("frontal", "inverted", "turned", "other")
# The limits that a view network must bring: the least probability of a frontal film, and the greatest
# distance to the films learned from.
LIMITS = ("frontal", "distance")


@dataclass(frozen=True, eq=False)
class FilmView:
    """One film as the view network sees it.

    ``lung_probability`` is (112, 112) float32 over the whole image, ``lungs`` what was found in it;
    ``views`` the probability of each of :data:`VIEWS`; ``distance`` the mean cosine distance, 0..2, of
    the film's features to those of the most similar films learned from.
    """

    lung_probability: NDArray[np.float32]
    lungs: Lungs
    views: dict[str, float]
    distance: float


def film_view(
    lung_probability: NDArray[np.float32], view: NDArray[np.float32], distance: float
) -> FilmView:
    """Of one film, the outputs of the network with their names."""
    views = {name: float(probability) for name, probability in zip(VIEWS, view, strict=True)}
    return FilmView(lung_probability, find_lungs(lung_probability), views, distance)

"""What each head may learn from which film.

Every head is asked about pairs of films that came from one place, or about people of one age, so that it
cannot answer by telling hospitals or ages apart. One exception: films of sources without normal ones show
opacities too, and count less (:func:`opacity_weights`); without them COVID-19 was no opacity. Where a film
says nothing to a head, its target is nan and the head does not see it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from inference.composition import HEADS
from training.manifest import Film

OPACITY, COVID19, VIRAL, CHILD = range(len(HEADS))
# Films of children, all of them; every other source has adults, but for a handful.
CHILDREN = "kermany"
# Sources with films of both kinds, normal and not: an opacity is learned within one of them.
WITH_NORMALS = (CHILDREN, "nih-chestxray8")


def head_targets(films: Sequence[Film]) -> NDArray[np.float32]:
    """(n, 4) float32: what each of HEADS should say of each film, 0 or 1, nan where it is not asked."""
    return np.array([_targets(film) for film in films], dtype=np.float32).reshape(len(films), len(HEADS))


def _targets(film: Film) -> tuple[float, float, float, float]:
    nan, child = float("nan"), film.source == CHILDREN
    normal, covid, viral = (film.label == name for name in ("normal", "covid19", "viral_pneumonia"))
    return (
        0.0 if normal else 1.0,
        nan if child or normal else float(covid),
        float(viral) if child and not normal else nan,
        float(child),
    )


def opacity_weights(films: Sequence[Film], elsewhere: float) -> NDArray[np.float32]:
    """(n,) float32: how much the opacity head learns from each film, 1 or ``elsewhere``.

    Less where the source has no normal films to compare with.
    """
    return np.array([1.0 if film.source in WITH_NORMALS else elsewhere for film in films], np.float32)

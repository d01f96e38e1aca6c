"""Where the bundled view network finds the lungs of every film, computed once.

The classifier is trained on what the program will give it: the crop around the lungs that this network
found, right or wrong, and its probabilities of lung.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from inference.crop import Region, lung_region
from inference.lungs import find_lungs
from inference.preprocessing import normalise
from inference.runtime import LUNGS_OUTPUTS, Model
from training import cache
from training.config import LUNGS_FILE

FILE = cache.FOLDER / "lungs.npz"
BATCH = 16


@dataclass(frozen=True, eq=False)
class FoundLungs:
    """``probability`` (films, 112, 112) float16 over the whole films; ``regions`` what is cut out of each.

    ``plausible`` (films,) bool: two lungs of plausible size and place were found.
    """

    probability: NDArray[np.float16]
    regions: Sequence[Region]
    plausible: NDArray[np.bool_]


def build(images: NDArray[np.uint8], model_file: Path = LUNGS_FILE, target: Path = FILE) -> None:
    """Ask the view network about (n, s, s) uint8 films and keep its answers in ``target``."""
    model = Model(model_file, 2, LUNGS_OUTPUTS)
    answers = []
    for start in track(range(0, len(images), BATCH), "lungs"):
        films = normalise(np.asarray(images[start : start + BATCH]), model.spec)[:, np.newaxis]
        answers.append(model.run(films)[0].astype(np.float16))
    np.savez(target, probability=np.concatenate(answers), model=model.sha256)


def is_current(model_file: Path = LUNGS_FILE, target: Path = FILE) -> bool:
    """Whether ``target`` holds what this very model said."""
    if not target.exists():
        return False
    return asked_of(target) == Model(model_file, 1, LUNGS_OUTPUTS).sha256


def asked_of(target: Path = FILE) -> str:
    """SHA-256 of the view network whose answers ``target`` holds."""
    with np.load(target) as stored:
        return str(stored["model"])


def load(target: Path = FILE) -> FoundLungs:
    """Open what :func:`build` wrote."""
    with np.load(target) as stored:
        probability = stored["probability"]
    found = [find_lungs(film.astype(np.float32)) for film in probability]
    plausible = np.array([lungs.are_plausible for lungs in found])
    return FoundLungs(probability, [lung_region(lungs) for lungs in found], plausible)


def prepare(images: NDArray[np.uint8], model_file: Path = LUNGS_FILE) -> None:
    """Build unless it is current."""
    if not is_current(model_file):
        build(images, model_file)

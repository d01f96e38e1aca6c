"""The gate's reference and limits: which films a film is compared with, and from where on it is refused.

The reference are films that were learned from; the limits come from films of the choosing fold, which
were not, as they are and mildly changed.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from inference.lungs import find_lungs
from inference.view import VIEWS
from training import cache
from training.augment import blur, gamma, jpeg, marks
from training.config import LungConfig
from training.dataset import plain_batches
from training.segmenter import Segmenter, ServedSegmenter

REFERENCE_FILMS = 1000
# Of each source's films, so many may lie beyond each limit, in %; the source that needs most sets it. With
# half of that, one odd film of the 120 that a source has here would set the limit of all.
BEYOND = 1.0
# No limit is stricter than these: a film that is frontal more likely than not passes, and frontal films of
# one's own hospital may be a little further away than those of these four.
STRICTEST_FRONTAL = 0.5
STRICTEST_DISTANCE = 0.14
# How often each chosen film is changed besides.
MILD_DRAWS = 2
# What a workstation does to a film: a border cropped by so much of each side, a mark, another tone.
BORDER = (0.05, 0.08)


@dataclass(frozen=True, eq=False)
class Measured:
    """Of n films: (n, s / 2, s / 2) ``lungs``, (n, 4) ``view`` and (n,) ``distance``, float32."""

    lungs: NDArray[np.float32]
    view: NDArray[np.float32]
    distance: NDArray[np.float32]

    def refused_by(self, limits: dict[str, float]) -> dict[str, NDArray[np.bool_]]:
        """Of each film, whether view, distance and lungs refuse it: (n,) bool each."""
        return {
            "view": self.view[:, VIEWS.index("frontal")] < limits["frontal"],
            "distance": self.distance > limits["distance"],
            "lungs": np.array([not find_lungs(map_).are_plausible for map_ in self.lungs]),
        }


def serve(network: Segmenter, data: cache.Cache, config: LungConfig) -> ServedSegmenter:
    """The network with its reference: frontal films that it learned from, evenly over sources."""
    images = data.images[reference_films(data, config)]
    features = torch.cat([_features(network, batch) for batch in plain_batches(images, config.spec(), 16)])
    return ServedSegmenter(network, features).eval()


def reference_films(data: cache.Cache, config: LungConfig) -> list[int]:
    """Indices of a thousand films: a source that has less than its part leaves the rest to the others."""
    rng = np.random.default_rng(config.seed)
    of_source = {
        source: [
            i
            for i, film in enumerate(data.films)
            if film.source == source and film.may_be_learned and film.fold in config.train_folds
        ]
        for source in config.sources
    }
    chosen: list[int] = []
    smallest_first = sorted(of_source.values(), key=len)
    for k, own in enumerate(smallest_first):
        part = (REFERENCE_FILMS - len(chosen)) // (len(smallest_first) - k)
        chosen += rng.permutation(own)[:part].tolist()
    return sorted(chosen)


def limits(served: ServedSegmenter, data: cache.Cache, config: LungConfig) -> dict[str, float]:
    """Least probability of a frontal film, greatest distance, rounded outwards."""
    frontal, distance = STRICTEST_FRONTAL, STRICTEST_DISTANCE
    for source in config.sources:
        own = [
            i
            for i, film in enumerate(data.films)
            if film.source == source and film.may_be_learned and film.fold == config.choose_fold
        ]
        if not own:
            continue
        films = np.concatenate([data.images[own], *(mild(data.images[own], k) for k in range(MILD_DRAWS))])
        found = measure(served, films, config)
        frontal = min(frontal, float(np.percentile(found.view[:, VIEWS.index("frontal")], BEYOND)))
        distance = max(distance, float(np.percentile(found.distance, 100 - BEYOND)))
    return {
        "frontal": float(np.floor(frontal * 100) / 100),
        "distance": float(np.ceil(distance * 1000) / 1000),
    }


def mild(films: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    """(n, s, s) films with their border cropped, and one of mark, tone, blur and JPEG."""
    changed = []
    for k, film in enumerate(films):
        rng = np.random.default_rng([seed, k])
        other = (marks, gamma, blur, jpeg)[rng.integers(4)]
        changed.append(other(crop_border(np.asarray(film), rng.uniform(*BORDER)), rng))
    return np.stack(changed)


def crop_border(film: NDArray[np.uint8], share: float) -> NDArray[np.uint8]:
    """(s, s) without ``share`` of the side at each border, enlarged to what it was."""
    size, border = film.shape[0], round(share * film.shape[0])
    inside = film[border : size - border, border : size - border]
    return np.asarray(cv2.resize(inside, (size, size), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


@torch.inference_mode()
def measure(served: torch.nn.Module, films: NDArray[np.uint8], config: LungConfig) -> Measured:
    """What the network finds in (n, s, s) uint8 films, in evaluation mode."""
    found = [served(batch) for batch in plain_batches(films, config.spec(), 16)]
    lungs, view, distance = (torch.cat(parts).numpy() for parts in zip(*found, strict=True))
    return Measured(lungs, view, distance)


@torch.inference_mode()
def _features(network: Segmenter, batch: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.normalize(network.eval()(batch).features)

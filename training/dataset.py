"""Cached films as lung crops, and the order in which training meets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import DataLoader, Dataset

from inference.crop import Displacement, Region, crop, crop_map
from inference.model_spec import ModelSpec
from inference.preprocessing import normalise
from inference.veil import veil
from training.augment import APPEARANCE, Changes, augment
from training.config import Config
from training.heads import head_targets, opacity_weights
from training.lung_cache import FoundLungs
from training.manifest import Film
from training.splits import sampling_weights

# Cells of the lung probabilities along a side.
LUNG_GRID = 112
SOURCES = ("cohen", "covid-cxnet", "kermany", "nih-chestxray8")
# How far the edges of the crop are moved, in shares of its sides, and how far it is turned, in degrees:
# a reader's film is never cropped quite as a known one was.
EDGE_JITTER, TURN = 0.08, 10.0


class Batch(NamedTuple):
    """n examples as tensors.

    ``films`` (n, 1, s, s) and ``lungs`` (n, 1, 112, 112) float32; ``targets`` (n, heads) float32 with nan
    where a head is not asked; ``opacity_weights`` (n,) float32.
    """

    films: torch.Tensor
    lungs: torch.Tensor
    targets: torch.Tensor
    opacity_weights: torch.Tensor


@dataclass(frozen=True, eq=False)
class Example:
    """One lung crop: ``film`` (s, s) uint8 and ``lungs`` (112, 112) float32, their probabilities."""

    film: NDArray[np.uint8]
    lungs: NDArray[np.float32]


def tensor(films: NDArray[np.uint8], spec: ModelSpec) -> torch.Tensor:
    """(n, size, size) uint8 to (n, 1, size, size) float32, by the function that serves."""
    return torch.from_numpy(normalise(films, spec)[:, np.newaxis])


def served_example(film: NDArray[np.uint8], lungs: NDArray[np.float16], region: Region) -> Example:
    """The crop as the program makes it, of an (s, s) film and its (112, 112) lung probabilities."""
    probability = lungs.astype(np.float32)
    shown = veil(film, probability)
    return Example(crop(shown, region, film.shape[0]), crop_map(probability, region, LUNG_GRID))


def changed_example(
    film: NDArray[np.uint8],
    lungs: NDArray[np.float16],
    region: Region,
    rng: np.random.Generator,
    veiled: bool = True,
    changes: Changes = APPEARANCE,
) -> Example:
    """The crop of what serves, all but the lungs veiled, moved, turned, mirrored and changed in appearance.

    The veil lies now closer, now looser, than when it serves. For whoever wants to know what a part is
    worth: not ``veiled``, and other ``changes`` of the appearance.
    """
    probability = lungs.astype(np.float32)
    if veiled:
        around, softness = 2 * int(rng.integers(2, 8)) + 1, float(rng.uniform(1, 4))
        film = veil(film, probability, around, softness)
    left, top, right, bottom = rng.uniform(-EDGE_JITTER, EDGE_JITTER, 4)
    moved = Region(
        region.left + left * region.width,
        region.top + top * region.height,
        region.right + right * region.width,
        region.bottom + bottom * region.height,
    )
    turned = Displacement(degrees=float(rng.uniform(-TURN, TURN)))
    shown = crop(film, moved, film.shape[0], turned)
    where = crop_map(probability, moved, LUNG_GRID, turned)
    if rng.random() < 0.5:
        shown, where = np.ascontiguousarray(shown[:, ::-1]), np.ascontiguousarray(where[:, ::-1])
    return Example(augment(shown, rng, changes), where)


class TrainingFilms(Dataset[tuple[int, Example]]):
    """Changed crops of one epoch: item k is the k-th draw, the same whenever it is asked for.

    ``images`` (n, size, size) uint8, with what was found in them; ``draws`` (m,) indices into them. An
    item is such an index and its :class:`Example`.
    """

    def __init__(
        self,
        images: NDArray[np.uint8],
        found: FoundLungs,
        draws: NDArray[np.intp],
        seed: int,
    ) -> None:
        self.images, self.found, self.draws, self.seed = images, found, draws, seed

    def __len__(self) -> int:
        return len(self.draws)

    def __getitem__(self, k: int) -> tuple[int, Example]:
        i, rng = int(self.draws[k]), np.random.default_rng([self.seed, k])
        film = np.asarray(self.images[i])
        return i, changed_example(film, self.found.probability[i], self.found.regions[i], rng)


def training_batches(
    images: NDArray[np.uint8],
    found: FoundLungs,
    films: Sequence[Film],
    members: NDArray[np.intp],
    config: Config,
    epoch: int,
) -> DataLoader[Batch]:
    """Batches of one epoch, drawn from ``members`` of all the ``films``. Seeded by the epoch."""
    seed = config.seed + epoch
    learned = [films[i] for i in members]
    draws = np.random.default_rng(seed).choice(members, config.films_per_epoch, p=sampling_weights(learned))
    targets, weights = head_targets(films), opacity_weights(films, config.opacity_weight_elsewhere)
    spec = config.spec()

    def collate(items: list[tuple[int, Example]]) -> Batch:
        rows = [i for i, _ in items]
        return Batch(
            tensor(np.stack([example.film for _, example in items]), spec),
            torch.from_numpy(np.stack([example.lungs for _, example in items])[:, np.newaxis]),
            torch.from_numpy(targets[rows]),
            torch.from_numpy(weights[rows]),
        )

    # One worker: it needs a tenth of a core, and the network has use for all the others.
    return DataLoader(
        TrainingFilms(images, found, draws, seed),  # type: ignore[arg-type]
        batch_size=config.batch,
        collate_fn=collate,
        num_workers=1,
        worker_init_fn=one_thread,
        drop_last=True,
    )


def one_thread(worker: int) -> None:
    """For a DataLoader's worker: OpenCV would start a thread a core in each."""
    cv2.setNumThreads(1)


def plain_batches(images: NDArray[np.uint8], spec: ModelSpec, batch: int = 64) -> list[torch.Tensor]:
    """Whole films without changes: a list of (<= batch, 1, size, size) float32."""
    return [tensor(np.asarray(images[i : i + batch]), spec) for i in range(0, len(images), batch)]

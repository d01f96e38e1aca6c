"""Cached films as tensors, and the order in which training meets them."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import DataLoader, Dataset

from inference.model_spec import ModelSpec
from inference.preprocessing import normalise
from training.augment import augment
from training.config import TRAINED_CLASSES, Config
from training.manifest import Film
from training.splits import sampling_weights


def tensor(films: NDArray[np.uint8], spec: ModelSpec) -> torch.Tensor:
    """(n, size, size) uint8 to (n, 1, size, size) float32, by the function that serves."""
    return torch.from_numpy(normalise(films, spec)[:, np.newaxis])


def targets(films: Sequence[Film]) -> NDArray[np.int64]:
    """(n,) index of each film's label in TRAINED_CLASSES."""
    return np.array([TRAINED_CLASSES.index(film.label) for film in films], dtype=np.int64)


class TrainingFilms(Dataset[tuple[NDArray[np.uint8], int]]):
    """Augmented films of one epoch: item k is the k-th draw, the same whenever it is asked for.

    ``images`` (n, size, size) uint8 and ``labels`` (n,); ``draws`` (m,) indices into them. An
    item is a (size, size) uint8 film and its label.
    """

    def __init__(
        self, images: NDArray[np.uint8], labels: NDArray[np.int64], draws: NDArray[np.intp], seed: int
    ) -> None:
        self.images, self.labels, self.draws, self.seed = images, labels, draws, seed

    def __len__(self) -> int:
        return len(self.draws)

    def __getitem__(self, k: int) -> tuple[NDArray[np.uint8], int]:
        i = self.draws[k]
        film = augment(np.asarray(self.images[i]), np.random.default_rng([self.seed, k]))
        return film, int(self.labels[i])


Batch = tuple[torch.Tensor, torch.Tensor]


def training_batches(
    images: NDArray[np.uint8], films: Sequence[Film], config: Config, epoch: int
) -> DataLoader[Batch]:
    """Batches of one epoch: (batch, 1, size, size) float32 and (batch,) int64. Seeded by the epoch.

    ``images`` (n, size, size) uint8, one a film.
    """
    seed = config.seed + epoch
    weights = sampling_weights(films)
    draws = np.random.default_rng(seed).choice(len(films), config.films_per_epoch, p=weights)
    spec = config.spec()

    def collate(items: list[tuple[NDArray[np.uint8], int]]) -> Batch:
        pictures, labels = zip(*items, strict=True)
        return tensor(np.stack(pictures), spec), torch.tensor(labels)

    # One worker: it needs a tenth of a core, and the network has use for all the others.
    return DataLoader(
        TrainingFilms(images, targets(films), draws, seed),  # type: ignore[arg-type]
        batch_size=config.batch,
        collate_fn=collate,
        num_workers=1,
        worker_init_fn=one_thread,
        drop_last=True,
    )


def plain_batches(images: NDArray[np.uint8], spec: ModelSpec, batch: int = 64) -> list[torch.Tensor]:
    """Films as they are served, without changes: a list of (<= batch, 1, size, size) float32."""
    return [tensor(np.asarray(images[i : i + batch]), spec) for i in range(0, len(images), batch)]


def one_thread(worker: int) -> None:
    """For a DataLoader's worker: OpenCV would start a thread a core in each."""
    cv2.setNumThreads(1)

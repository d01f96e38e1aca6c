"""Cached films as lung crops, and the order in which training meets them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
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
from training.augment import Change, change_appearance, frame
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
# So many films are framed before the crop is cut.
FRAMED_SHARE = 0.4


class Batch(NamedTuple):
    """n examples as tensors.

    ``films`` (n, 1, s, s) and ``lungs`` (n, 1, 112, 112) float32; ``targets`` (n, heads) float32 with nan
    where a head is not asked; ``opacity_weights`` (n,) float32; ``hidden`` (n,) bool, the lungs are
    covered; ``sources`` (n,) int64, indices into SOURCES.
    """

    films: torch.Tensor
    lungs: torch.Tensor
    targets: torch.Tensor
    opacity_weights: torch.Tensor
    hidden: torch.Tensor
    sources: torch.Tensor


@dataclass(frozen=True, eq=False)
class Example:
    """One lung crop: ``film`` (s, s) uint8, ``lungs`` (112, 112) float32, and whether they are covered."""

    film: NDArray[np.uint8]
    lungs: NDArray[np.float32]
    hidden: bool = False


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
    hide: bool,
    rng: np.random.Generator,
    surroundings: NDArray[np.uint8] | None = None,
    veiled: bool = False,
    without: Collection[Change] = (),
    shake: float = 0.0,
) -> Example:
    """The crop moved, turned, mirrored and changed in appearance.

    First the lungs are covered if ``hide``, else put into ``surroundings``, another (s, s) film, if given;
    then all but the lungs is covered if ``veiled``. The lungs are found a little otherwise by ``shake``
    (:func:`shaken`), and the appearance changes ``without`` some of its changes.
    """
    probability = shaken(lungs.astype(np.float32), shake, rng)
    if hide:
        film = cover_lungs(film, probability, rng)
    elif surroundings is not None:
        film = transplant(film, probability, surroundings, rng)
    if veiled:
        around, softness = 2 * int(rng.integers(2, 8)) + 1, float(rng.uniform(1, 4))
        film = veil(film, probability, around, softness)
    elif rng.random() < FRAMED_SHARE:
        film = frame(film, rng)
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
    return Example(change_appearance(shown, rng, without), where, hide)


def shaken(lungs: NDArray[np.float32], by: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """(m, m) probabilities of lung with smooth noise of standard deviation ``by`` on their logits.

    Where the lungs are found moves with every crop, mark and compression of a film, where it is unsure.
    """
    if not by:
        return lungs
    noise = cv2.resize(
        rng.standard_normal((7, 7), np.float32), lungs.shape[::-1], interpolation=cv2.INTER_CUBIC
    )
    odds = lungs.clip(1e-4, 1 - 1e-4)
    moved = np.log(odds / (1 - odds)) + by * noise
    return np.asarray(1 / (1 + np.exp(-moved)), dtype=np.float32)


def cover_lungs(
    film: NDArray[np.uint8], lungs: NDArray[np.float32], rng: np.random.Generator
) -> NDArray[np.uint8]:
    """The (s, s) film with black, one grey or noise where the lungs are, and a little around them.

    Not always black: what is learned is that nothing beside the lungs counts, not what a cover looks like.
    """
    likely = cv2.resize(lungs, film.shape[::-1]) > 0.5
    wider = int(rng.integers(0, 6))
    if wider:
        likely = cv2.dilate(likely.astype(np.uint8), np.ones((wider, wider), np.uint8)) > 0
    covered = film.copy()
    kind = rng.integers(4)
    if kind == 3:
        covered[likely] = rng.integers(0, 256, int(likely.sum()), dtype=np.uint8)
    else:
        mean = int(film[likely].mean()) if likely.any() else 128
        covered[likely] = (0, mean, int(rng.integers(256)))[kind]
    return covered


def transplant(
    film: NDArray[np.uint8],
    lungs: NDArray[np.float32],
    surroundings: NDArray[np.uint8],
    rng: np.random.Generator,
) -> NDArray[np.uint8]:
    """The lungs of one (s, s) film, and a little around them, within another film, or within one grey.

    The label goes with the lungs, so what surrounds them stops to tell it.
    """
    likely = (cv2.resize(lungs, film.shape[::-1]) > 0.5).astype(np.uint8)
    wider = 2 * int(rng.integers(2, 8)) + 1
    near = cv2.dilate(likely, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (wider, wider)))
    # A soft edge: what has to be learned is not where it was cut.
    own = cv2.GaussianBlur(near.astype(np.float32), (0, 0), float(rng.uniform(1, 4)))
    if rng.random() < 0.3:
        surroundings = np.full_like(film, rng.integers(256))
    mixed = own * film + (1 - own) * surroundings
    return np.asarray(np.rint(mixed), dtype=np.uint8)


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
        config: Config,
        seed: int,
        veiled: bool = False,
    ) -> None:
        self.images, self.found, self.draws = images, found, draws
        self.config, self.seed, self.veiled = config, seed, veiled

    def __len__(self) -> int:
        return len(self.draws)

    def __getitem__(self, k: int) -> tuple[int, Example]:
        i, rng = int(self.draws[k]), np.random.default_rng([self.seed, k])
        hide = rng.random() < self.config.hidden_share
        surroundings = None
        if not self.veiled and rng.random() < self.config.transplanted_share:
            surroundings = np.asarray(self.images[rng.choice(self.draws)])
        lungs, region = self.found.probability[i], self.found.regions[i]
        film = np.asarray(self.images[i])
        shake = self.config.lung_shake
        return i, changed_example(film, lungs, region, hide, rng, surroundings, self.veiled, shake=shake)


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
    sources = np.array([SOURCES.index(film.source) for film in films])
    spec = config.spec()

    def collate(items: list[tuple[int, Example]]) -> Batch:
        rows = [i for i, _ in items]
        return Batch(
            tensor(np.stack([example.film for _, example in items]), spec),
            torch.from_numpy(np.stack([example.lungs for _, example in items])[:, np.newaxis]),
            torch.from_numpy(targets[rows]),
            torch.from_numpy(weights[rows]),
            torch.tensor([example.hidden for _, example in items]),
            torch.from_numpy(sources[rows]),
        )

    # One worker: it needs a tenth of a core, and the network has use for all the others.
    return DataLoader(
        TrainingFilms(images, found, draws, config, seed, epoch >= config.veiled_from),  # type: ignore[arg-type]
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

"""The view network's step 1: lungs on films with lung masks and the gate on all, and again without sources.

Lungs are learned from the frontal films that have a mask. What is no upright frontal film
(:mod:`training.unfit`) is learned with an empty mask, so that no lungs are found where there are none to
be asked about; but for parts of films, of which the mask says nothing. The gate learns from both, and
from the frontal films without masks. Nothing is held back to choose the epoch by: their number is fixed
and the moving average of weights after the last is the result. Killed at any time, the step goes on
after the last finished epoch.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from torch.nn import functional as F  # noqa: N812
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import DataLoader, Dataset

from inference.view import VIEWS
from training import cache, checkpoint, loop, unfit
from training.augment import augment, augment_pair
from training.config import WORK, LungConfig, films_folder
from training.dataset import one_thread, tensor
from training.manifest import NO_DERIVATIVES, Film
from training.segmenter import STRIDE, Segmenter, ViewOutputs, load_imagenet

RUN = WORK / "lungs"
# Learned without some sources and asked about them: the figures of unseen sources. Without cohen there are
# neither its lung masks nor any of the films that are not frontal. The other two have no masks; without
# both, all adults but cohen's are unseen. These runs have fewer steps, so their moving average is shorter.
LEFT_OUT_RUNS = WORK / "lungs-left-out"
LEFT_OUT = {
    "-".join(unseen): LungConfig(
        name=f"negatoscope-view-without-{'-'.join(unseen)}",
        sources=tuple(source for source in LungConfig().sources if source not in unseen),
        films_per_epoch=640,
        epochs=4,
        ema_decay=0.95,
    )
    for unseen in (("cohen",), ("covid-cxnet", "nih-chestxray8"))
}
# Pixels of the mask added to both sides of Dice's fraction: it stays smooth where there is no lung.
DICE_SMOOTHING = 100.0
# Whether frontal films lose up to so much at each side, and in how many: tight collimation is no cut.
TIGHT, TIGHT_SHARE = 0.08, 0.3
# What "other" is made of, and how often.
PART = "part"
OTHERS = {
    "not frontal": 0.26,
    PART: 0.38,
    "invented": 0.15,
    "collage": 0.07,
    "photographed": 0.07,
    "turned and inverted": 0.07,
}


@dataclass(frozen=True, eq=False)
class Collection:
    """What is drawn from: (n, s, s) uint8 ``images`` and ``masks``, and of which of them.

    ``frontal``, ``masked`` (frontal, with a mask) and ``others`` (no frontal films; may be none) are
    indices, ``frontal_weights`` and ``masked_weights`` the probabilities of the first two. ``average``
    (s, s) bool are the lungs of an average film.
    """

    images: NDArray[np.uint8]
    masks: NDArray[np.uint8]
    frontal: NDArray[np.intp]
    frontal_weights: NDArray[np.float64]
    masked: NDArray[np.intp]
    masked_weights: NDArray[np.float64]
    others: NDArray[np.intp]
    average: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Example:
    """An (s, s) uint8 ``film``; its ``mask``, 0 or 255, which says nothing unless ``known``; its view."""

    film: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    known: bool
    view: int


@dataclass(frozen=True, eq=False)
class Targets:
    """``masks`` (b, 1, s / 2, s / 2) float32, of which ``known`` (b,) bool count; ``views`` (b,) int64."""

    masks: torch.Tensor
    known: torch.Tensor
    views: torch.Tensor


Batch = tuple[torch.Tensor, Targets]


class Examples(Dataset[Example]):
    """Examples of one epoch: item k is the k-th draw, the same whenever it is asked for."""

    def __init__(self, collection: Collection, config: LungConfig, seed: int) -> None:
        self.collection, self.config, self.seed = collection, config, seed

    def __len__(self) -> int:
        return self.config.films_per_epoch

    def __getitem__(self, k: int) -> Example:
        rng = np.random.default_rng([self.seed, k])
        view = int(rng.choice(len(VIEWS), p=self.config.view_shares))
        if VIEWS[view] == "frontal":
            return self._frontal(view, rng)
        known = True
        if VIEWS[view] == "other":
            kind = str(rng.choice(list(OTHERS), p=list(OTHERS.values())))
            picture = _other(self.collection, kind, rng)
            # A part of a film shows lung; that it has none would have to be learned against all the rest.
            known = kind != PART
        else:
            spoil = unfit.inverted if VIEWS[view] == "inverted" else unfit.turned
            picture = spoil(_frontal_film(self.collection, rng), rng)
        return Example(augment(picture, rng), np.zeros_like(picture), known, view)

    def _frontal(self, view: int, rng: np.random.Generator) -> Example:
        own = self.collection
        among, weights = own.frontal, own.frontal_weights
        if len(own.masked) and rng.random() < self.config.masked_share:
            among, weights = own.masked, own.masked_weights
        i = rng.choice(among, p=weights)
        film, mask = np.asarray(own.images[i]), np.asarray(own.masks[i])
        if rng.random() < TIGHT_SHARE:
            film, mask = tighten(film, mask, rng)
        film, mask = augment_pair(film, mask, rng)
        return Example(film, mask, bool(np.isin(i, own.masked)), view)


def tighten(
    film: NDArray[np.uint8], mask: NDArray[np.uint8], rng: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Both without up to :data:`TIGHT` of their side at each border, enlarged to what they were."""
    size = film.shape[0]
    top, bottom, left, right = (int(v) for v in rng.uniform(0, TIGHT, 4) * size)
    inside = slice(top, size - bottom), slice(left, size - right)
    tight = [
        np.asarray(cv2.resize(whole[inside], (size, size), interpolation=cv2.INTER_LINEAR), dtype=np.uint8)
        for whole in (film, mask)
    ]
    return tight[0], tight[1]


def collect(data: cache.Cache, config: LungConfig) -> Collection:
    """What a run may learn from: by source, fold and licence."""
    learned = [
        i
        for i, film in enumerate(data.films)
        if film.source in config.sources and NO_DERIVATIVES not in film.licence
    ]
    frontal = [
        i for i in learned if data.films[i].fold in config.train_folds and data.films[i].may_be_learned
    ]
    masked = [i for i in frontal if data.has_mask[i]]
    others = [
        i
        for i in learned
        if data.films[i].fold in (*config.train_folds, config.choose_fold) and data.films[i].task == "ood"
    ]
    # Of no masks the average is no lung.
    average = (data.masks[masked[:500]] > 127).sum(0) > min(len(masked), 500) / 2
    return Collection(
        data.images,
        data.masks,
        np.array(frontal, dtype=np.intp),
        sampling_weights([data.films[i] for i in frontal]),
        np.array(masked, dtype=np.intp),
        sampling_weights([data.films[i] for i in masked]),
        np.array(others, dtype=np.intp),
        average,
    )


def sampling_weights(films: Sequence[Film]) -> NDArray[np.float64]:
    """Probability of drawing each film: by the root of size over sources."""
    sizes = Counter(film.source for film in films)
    roots = sum(count**0.5 for count in sizes.values())
    return np.array([sizes[film.source] ** -0.5 / roots for film in films])


def _frontal_film(own: Collection, rng: np.random.Generator) -> NDArray[np.uint8]:
    return np.asarray(own.images[rng.choice(own.frontal, p=own.frontal_weights)])


def _other(own: Collection, kind: str, rng: np.random.Generator) -> NDArray[np.uint8]:
    """A picture of one of the kinds of :data:`OTHERS`."""
    size = own.images.shape[1]
    if kind == "not frontal" and len(own.others):
        picture = np.asarray(own.images[rng.choice(own.others)])
        picture = unfit.turned(picture, rng) if rng.random() < 0.1 else picture
        return unfit.inverted(picture, rng) if rng.random() < 0.1 else picture
    if kind == PART:
        i = rng.choice(own.frontal, p=own.frontal_weights)
        lungs = own.masks[i] > 127 if np.isin(i, own.masked) else own.average
        return unfit.part(np.asarray(own.images[i]), lungs, rng)
    if kind == "collage":
        return unfit.collage([_frontal_film(own, rng) for _ in range(rng.integers(2, 5))], rng)
    if kind == "photographed":
        return unfit.photographed(_frontal_film(own, rng), rng)
    if kind == "turned and inverted":
        return unfit.inverted(unfit.turned(_frontal_film(own, rng), rng), rng)
    return unfit.invented(size, rng)


def half_size(masks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(n, s, s) masks of 0 and 255 to (n, s / 2, s / 2) shares of lung, 0 to 1."""
    n, side = len(masks), masks.shape[1] // STRIDE
    blocks = masks.reshape(n, side, STRIDE, side, STRIDE).astype(np.float32)
    return np.asarray(blocks.mean((2, 4)) / 255, dtype=np.float32)


def training_batches(collection: Collection, config: LungConfig, epoch: int) -> DataLoader[Batch]:
    """Batches of one epoch: (b, 1, s, s) float32 films and their :class:`Targets`. Seeded by epoch."""
    spec = config.spec()

    def collate(items: list[Example]) -> Batch:
        masks = half_size(np.stack([item.mask for item in items]))[:, np.newaxis]
        return tensor(np.stack([item.film for item in items]), spec), Targets(
            torch.from_numpy(masks),
            torch.tensor([item.known for item in items]),
            torch.tensor([item.view for item in items]),
        )

    return DataLoader(
        Examples(collection, config, config.seed + epoch),  # type: ignore[arg-type]
        batch_size=config.batch,
        collate_fn=collate,
        num_workers=1,
        worker_init_fn=one_thread,
        drop_last=True,
    )


def lungs_objective(logits: torch.Tensor, masks: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of every pixel, plus one minus each film's soft Dice; both (n, 1, m, m).

    Cross-entropy alone cares little for a thin missing rim, Dice alone (Milletari et al. 2016,
    arXiv:1606.04797) gives probabilities that are all 0 or 1.
    """
    found = torch.sigmoid(logits)
    common, both = (found * masks).sum((1, 2, 3)), (found + masks).sum((1, 2, 3))
    dice = (2 * common + DICE_SMOOTHING) / (both + DICE_SMOOTHING)
    return F.binary_cross_entropy_with_logits(logits, masks) + (1 - dice).mean()


def objective(outputs: ViewOutputs, targets: Targets, config: LungConfig) -> torch.Tensor:
    """:func:`lungs_objective` where the mask is known, and the views' cross-entropy."""
    loss = config.view_weight * F.cross_entropy(
        outputs.views, targets.views, label_smoothing=config.label_smoothing
    )
    if targets.known.any():
        loss = loss + lungs_objective(outputs.lungs[targets.known], targets.masks[targets.known])
    return loss


def train(films_at: Path, config: LungConfig, run: Path = RUN) -> dict[str, Any]:
    """Train, or go on training, into ``run``; returns the meta of its last.pt."""
    cv2.setNumThreads(1)
    loop.keep_freed_memory()
    torch.manual_seed(config.seed)
    data = cache.load(films_at)
    collection = collect(data, config)

    network = Segmenter(config.width, config.drop_connect)
    load_imagenet(network)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    average = AveragedModel(
        network,
        multi_avg_fn=get_ema_multi_avg_fn(config.ema_decay),  # type: ignore[no-untyped-call]
        use_buffers=True,
    )
    _set_mode(network, config.frozen_blocks)
    optimizer, scheduler = _optimizer(network, config)
    identity = {"config": config.as_dict(), "images_sha256": cache.images_sha256()}
    resumed, history = checkpoint.resume(run / "last.pt", identity)
    parts = {"network": network, "average": average, "optimizer": optimizer, "scheduler": scheduler}
    if resumed:
        for name, part in parts.items():
            part.load_state_dict(resumed[name])

    def loss_of(batch: Batch) -> torch.Tensor:
        films, targets = batch
        return objective(network(films.contiguous(memory_format=torch.channels_last)), targets, config)

    for epoch in range(len(history), config.epochs):
        started = time.perf_counter()
        _set_mode(network, config.frozen_blocks)
        # As in training.train: a resumed run is the run.
        torch.manual_seed(config.seed + epoch)
        batches = training_batches(collection, config, epoch)
        shown = track(batches, f"epoch {epoch}", total=len(batches), transient=True)
        loss = loop.train_epoch(loss_of, shown, network, optimizer, scheduler, average)
        figures = {"epoch": epoch, "loss": loss, "seconds": time.perf_counter() - started}
        history.append(figures)
        print({k: round(v, 4) for k, v in figures.items()}, flush=True)
        meta = {**identity, "films": len(collection.frontal), "history": history}
        checkpoint.save(run / "last.pt", {name: part.state_dict() for name, part in parts.items()}, meta)
    return checkpoint.read_meta(run / "last.pt")


def left_out_run(name: str) -> Path:
    """Where the network of ``LEFT_OUT[name]`` is left."""
    return LEFT_OUT_RUNS / name


def load_segmenter(run: Path) -> tuple[Segmenter, LungConfig]:
    """The averaged network that :func:`train` left in ``run``, and what it was trained by."""
    state, meta = checkpoint.load(run / "last.pt")
    config = LungConfig.from_dict(meta["config"])
    network = Segmenter(config.width)
    average = AveragedModel(network)
    average.load_state_dict(state["average"])
    network.load_state_dict(average.module.state_dict())
    return network.eval(), config


def _set_mode(network: Segmenter, frozen_blocks: int) -> None:
    """Training mode, but for the stem and the first blocks, which stay as ImageNet taught them.

    What edges and textures look like is known; learning it anew on the largest maps would take a third
    of the time.
    """
    network.train()
    for part in network.first_blocks(frozen_blocks):
        part.requires_grad_(False)
        part.eval()


def _optimizer(
    network: Segmenter, config: LungConfig
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW, one cycle; the encoder that ImageNet taught moves more slowly than what is new."""
    new = [p for name, p in network.named_parameters() if not name.startswith("backbone.")]
    groups = [{"params": new}, {"params": [p for p in network.backbone.parameters() if p.requires_grad]}]
    optimizer = torch.optim.AdamW(groups, lr=config.head_rate, weight_decay=config.weight_decay)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [config.head_rate, config.backbone_rate],
        total_steps=config.epochs * (config.films_per_epoch // config.batch),
        pct_start=0.1,
        cycle_momentum=False,
    )
    return optimizer, scheduler


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    default = LungConfig()
    parser = argparse.ArgumentParser(prog="python -m training.train_lungs", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--epochs", type=int, default=default.epochs)
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument(
        "--left-out", choices=list(LEFT_OUT), help="sources to do without, to ask about them"
    )
    options = parser.parse_args(arguments)
    if options.left_out:
        train(options.films, LEFT_OUT[options.left_out], left_out_run(options.left_out))
    else:
        train(options.films, replace(default, epochs=options.epochs, seed=options.seed))


if __name__ == "__main__":
    main()

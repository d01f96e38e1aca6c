"""The lungs' step 1: the segmenter on films with lung masks, and once more without one source.

Every film of the folds that are learned from, nothing held back to choose by: the number of epochs is
fixed and the moving average of weights after the last is the result. Films that are no frontal chest
(`ood`) are learned with an empty mask, so that where there are no two lungs none is drawn. Killed at
any time, the step goes on after the last finished epoch.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
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

from inference.model_spec import ModelSpec
from training import cache, checkpoint, loop
from training.augment import augment_pair
from training.config import WORK, LungConfig, films_folder
from training.dataset import Batch, one_thread, tensor
from training.manifest import NO_DERIVATIVES, Film
from training.segmenter import STRIDE, Segmenter, load_imagenet

RUN = WORK / "lungs"
# Learned from kermany's children alone and asked about cohen's adults: the figure of an unseen source.
LEFT_OUT_RUN = WORK / "lungs-left-out"
# It has fewer steps, so its moving average is shorter.
LEFT_OUT = LungConfig(
    name="negatoscope-lungs-left-out", sources=("kermany",), films_per_epoch=640, ema_decay=0.95
)
# Pixels of the mask added to both sides of Dice's fraction: it stays smooth where there is no lung.
DICE_SMOOTHING = 100.0


class MaskedFilms(Dataset[tuple[NDArray[np.uint8], NDArray[np.uint8]]]):
    """Augmented films and masks of one epoch: item k is the k-th draw, the same whenever it is asked for.

    ``images`` and ``masks`` (n, s, s) uint8; ``draws`` (m,) indices into them. An item is an (s, s)
    uint8 film and its mask, 0 or 255.
    """

    def __init__(
        self, images: NDArray[np.uint8], masks: NDArray[np.uint8], draws: NDArray[np.intp], seed: int
    ) -> None:
        self.images, self.masks, self.draws, self.seed = images, masks, draws, seed

    def __len__(self) -> int:
        return len(self.draws)

    def __getitem__(self, k: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        i, rng = self.draws[k], np.random.default_rng([self.seed, k])
        return augment_pair(np.asarray(self.images[i]), np.asarray(self.masks[i]), rng)


def learned(films: Sequence[Film], config: LungConfig) -> NDArray[np.intp]:
    """Indices of the films to learn from: with a mask of lungs, or no frontal chest at all."""
    chosen = [
        i
        for i, film in enumerate(films)
        if (film.task == "ood" or film.lung_mask)
        and NO_DERIVATIVES not in film.licence
        and film.source in config.sources
        and film.fold in config.train_folds
    ]
    return np.array(chosen, dtype=np.intp)


def sampling_weights(films: Sequence[Film]) -> NDArray[np.float64]:
    """Probability of drawing each film: by the root of size over sources, `ood` films as their own."""
    cells = Counter((film.source, film.task == "ood") for film in films)
    roots = sum(count**0.5 for count in cells.values())
    return np.array([cells[film.source, film.task == "ood"] ** -0.5 / roots for film in films])


def half_size(masks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(n, s, s) masks of 0 and 255 to (n, s / 2, s / 2) shares of lung, 0 to 1."""
    n, side = len(masks), masks.shape[1] // STRIDE
    blocks = masks.reshape(n, side, STRIDE, side, STRIDE).astype(np.float32)
    return np.asarray(blocks.mean((2, 4)) / 255, dtype=np.float32)


def training_batches(
    images: NDArray[np.uint8],
    masks: NDArray[np.uint8],
    films: Sequence[Film],
    config: LungConfig,
    epoch: int,
) -> DataLoader[Batch]:
    """Batches of one epoch: (b, 1, s, s) films and (b, 1, s / 2, s / 2) masks, float32. Seeded by epoch."""
    seed = config.seed + epoch
    weights = sampling_weights(films)
    draws = np.random.default_rng(seed).choice(len(films), config.films_per_epoch, p=weights)
    spec: ModelSpec = config.spec()

    def collate(items: list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]) -> Batch:
        pictures, drawn = zip(*items, strict=True)
        return tensor(np.stack(pictures), spec), torch.from_numpy(half_size(np.stack(drawn))[:, np.newaxis])

    return DataLoader(
        MaskedFilms(images, masks, draws, seed),  # type: ignore[arg-type]
        batch_size=config.batch,
        collate_fn=collate,
        num_workers=1,
        worker_init_fn=one_thread,
        drop_last=True,
    )


def objective(logits: torch.Tensor, masks: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of every pixel, plus one minus each film's soft Dice; both (n, 1, m, m).

    Cross-entropy alone cares little for a thin missing rim, Dice alone (Milletari et al. 2016,
    arXiv:1606.04797) gives probabilities that are all 0 or 1.
    """
    found = torch.sigmoid(logits)
    common, both = (found * masks).sum((1, 2, 3)), (found + masks).sum((1, 2, 3))
    dice = (2 * common + DICE_SMOOTHING) / (both + DICE_SMOOTHING)
    return F.binary_cross_entropy_with_logits(logits, masks) + (1 - dice).mean()


def train(films_at: Path, config: LungConfig, run: Path = RUN) -> dict[str, Any]:
    """Train, or go on training, into ``run``; returns the meta of its last.pt."""
    cv2.setNumThreads(1)
    loop.keep_freed_memory()
    torch.manual_seed(config.seed)
    data = cache.load(films_at)
    members = learned(data.films, config)
    films, images, masks = [data.films[i] for i in members], data.images[members], data.masks[members]

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
    for epoch in range(len(history), config.epochs):
        started = time.perf_counter()
        _set_mode(network, config.frozen_blocks)
        # As in training.train: a resumed run is the run.
        torch.manual_seed(config.seed + epoch)
        batches = training_batches(images, masks, films, config, epoch)
        shown = track(batches, f"epoch {epoch}", total=len(batches), transient=True)
        loss = loop.train_epoch(network, shown, objective, optimizer, scheduler, average)
        figures = {"epoch": epoch, "loss": loss, "seconds": time.perf_counter() - started}
        history.append(figures)
        print({k: round(v, 4) for k, v in figures.items()}, flush=True)
        meta = {**identity, "films": len(films), "history": history}
        checkpoint.save(run / "last.pt", {name: part.state_dict() for name, part in parts.items()}, meta)
    return checkpoint.read_meta(run / "last.pt")


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
    parser.add_argument("--left-out", action="store_true", help="without cohen, to be asked about it")
    options = parser.parse_args(arguments)
    if options.left_out:
        train(options.films, LEFT_OUT, LEFT_OUT_RUN)
    else:
        train(options.films, replace(default, epochs=options.epochs, seed=options.seed))


if __name__ == "__main__":
    main()

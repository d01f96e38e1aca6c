"""Step 2: linear probe, then fine-tuning, a checkpoint an epoch.

Fitting the new layers on frozen features first keeps the first large gradients from spoiling those
features, and helps most away from home (Kumar et al. 2022, arXiv:2202.10054). The epoch whose moving
average of weights does best on the choosing fold is kept as best.pt. Killed at any time, the step goes
on after the last finished epoch.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track
from torch import nn
from torch.nn import functional as F  # noqa: N812
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training import cache, checkpoint, loop, metrics
from training.config import CLASSES, TRAINED_CLASSES, WORK, Config, films_folder
from training.dataset import plain_batches, targets, training_batches
from training.manifest import Film
from training.model import Network, load_imagenet
from training.splits import split

RUN = WORK / "run"
# Below this many films, the recall of a (label, source) cell is too coarse to choose by.
CELL_AT_LEAST = 10


class Objective:
    """Cross-entropy over all trained classes, plus that over the three served ones.

    The second term, of films that have one of the three labels, is the decision the exported model
    takes; without it the fourth class may absorb what the three should be told apart by.
    """

    def __init__(self, smoothing: float) -> None:
        self.smoothing = smoothing

    def __call__(self, logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        served = len(CLASSES)
        loss = F.cross_entropy(logits, labels, label_smoothing=self.smoothing)
        known = labels < served
        if known.any():
            three = logits[known, :served]
            loss = loss + F.cross_entropy(three, labels[known], label_smoothing=self.smoothing)
        return loss


def train(films_at: Path, config: Config, run: Path = RUN) -> dict[str, Any]:
    """Train, or go on training, into ``run``; returns the meta of the best checkpoint."""
    cv2.setNumThreads(1)
    loop.keep_freed_memory()
    torch.manual_seed(config.seed)
    data = cache.load(films_at)
    parts = split(data.films, config)
    learned = [data.films[i] for i in parts.train]
    pictures = data.images[parts.train]
    chosen_by = [i for i in parts.choose if data.films[i].label in CLASSES]

    network = Network(len(TRAINED_CLASSES), config.features, config.dropout, config.drop_connect)
    load_imagenet(network)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    average = AveragedModel(
        network,
        multi_avg_fn=get_ema_multi_avg_fn(config.ema_decay),  # type: ignore[no-untyped-call]
        use_buffers=True,
    )
    identity = {"config": config.as_dict(), "images_sha256": cache.images_sha256()}
    state, history = checkpoint.resume(run / "last.pt", identity)
    if state:
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
    objective = Objective(config.label_smoothing)
    optimizer: torch.optim.Optimizer | None = None
    for epoch in range(len(history), config.probe_epochs + config.epochs):
        probing = epoch < config.probe_epochs
        if optimizer is None or epoch == config.probe_epochs:
            optimizer, scheduler = _optimizer(network, config, probing)
            if history and history[-1]["probing"] == probing:
                optimizer.load_state_dict(state["optimizer"])
                scheduler.load_state_dict(state["scheduler"])
        _set_mode(network, probing)
        started = time.perf_counter()
        # The sampled augmentation, dropout and stochastic depth of an epoch do not depend on what
        # was run before it, so a resumed run is the run.
        torch.manual_seed(config.seed + epoch)
        batches = training_batches(pictures, learned, config, epoch)
        shown = track(batches, f"epoch {epoch}", total=len(batches), transient=True)
        loss = loop.train_epoch(network, shown, objective, optimizer, scheduler, average)
        figures = {
            "epoch": epoch,
            "probing": probing,
            "loss": loss,
            **validate(average, data, chosen_by, config),
            "seconds": time.perf_counter() - started,
        }
        history.append(figures)
        print({k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}, flush=True)
        meta = {**identity, "history": history}
        if figures["score"] >= max(past["score"] for past in history):
            checkpoint.save(run / "best.pt", {"network": average.module.state_dict()}, meta | figures)
        state = {
            "network": network.state_dict(),
            "average": average.state_dict(),
            "optimizer": optimizer.state_dict(),
            "scheduler": scheduler.state_dict(),
        }
        checkpoint.save(run / "last.pt", state, meta)
    return checkpoint.read_meta(run / "best.pt")


def validate(
    network: nn.Module, data: cache.Cache, members: Sequence[int], config: Config
) -> dict[str, Any]:
    """Figures of the three served classes on films ``members``, lungs shown and blacked out.

    ``score``, by which epochs are chosen, is the recall averaged over (label, source) cells, so that
    no collection is neglected because another has more films.
    """
    films = [data.films[i] for i in members]
    labels = targets(films)
    logits = _three(network, data.images[members], config)
    probabilities = metrics.probabilities_of(logits)
    cells = metrics.recall_by(labels, probabilities, _cells(films), CELL_AT_LEAST)
    masked = [i for i in members if data.has_mask[i]]
    without = np.where(data.masks[masked] > 0, 0, data.images[masked]).astype(np.uint8)
    hidden = metrics.probabilities_of(_three(network, without, config))
    return {
        "score": float(np.mean([recall for recall, _ in cells.values()])),
        "accuracy": metrics.accuracy(labels, probabilities),
        "nll": metrics.negative_log_likelihood(labels, logits),
        "lungs_out_accuracy": metrics.accuracy(targets([data.films[i] for i in masked]), hidden),
        **{f"{label}/{source}": recall for (label, source), (recall, _) in cells.items()},
    }


def _three(network: nn.Module, images: NDArray[np.uint8], config: Config) -> NDArray[np.float32]:
    return loop.predict(network, plain_batches(images, config.spec()))[:, : len(CLASSES)]


def _cells(films: Sequence[Film]) -> list[tuple[str, str]]:
    return [(film.label, film.source) for film in films]


def _optimizer(
    network: Network, config: Config, probing: bool
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with a short warm-up and a cosine to zero, over the epochs of the stage."""
    new = [p for name, p in network.named_parameters() if not name.startswith("backbone.")]
    groups, rates = [{"params": new}], [config.probe_rate if probing else config.head_rate]
    if not probing:
        groups.append({"params": list(network.backbone.parameters())})
        rates.append(config.backbone_rate)
    optimizer = torch.optim.AdamW(groups, lr=config.head_rate, weight_decay=config.weight_decay)
    epochs = config.probe_epochs if probing else config.epochs
    steps = epochs * (config.films_per_epoch // config.batch)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rates, total_steps=steps, pct_start=0.1, cycle_momentum=False
    )
    return optimizer, scheduler


def _set_mode(network: Network, probing: bool) -> None:
    """While probing, the backbone computes as it was published: no gradients, no new statistics."""
    network.train()
    network.backbone.requires_grad_(not probing)
    if probing:
        network.backbone.eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    default = Config()
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--run", type=Path, default=RUN, help="folder of the checkpoints")
    parser.add_argument("--epochs", type=int, default=default.epochs, help="of fine-tuning")
    parser.add_argument("--seed", type=int, default=default.seed)
    options = parser.parse_args(arguments)
    train(options.films, replace(default, epochs=options.epochs, seed=options.seed), options.run)


if __name__ == "__main__":
    main()

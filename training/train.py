"""Step 2: linear probe, then fine-tuning, a checkpoint an epoch; and the same without each source.

Fitting the new layers on frozen features first keeps the first large gradients from spoiling those
features, and helps most away from home (Kumar et al. 2022, arXiv:2202.10054). The number of epochs is
fixed and the moving average of weights after the last is the result: choosing an epoch by films of the
same hospitals chooses what knows those hospitals best. Killed at any time, a run goes on after its last
finished epoch.

What the choices of :class:`Config` bought away from home is known from runs that leave out a whole source
(:data:`LEFT_OUT`) and are asked about it. Those runs never see the calibrating fold either: temperatures
and prediction sets are made of what they say (:mod:`training.calibration`).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import cv2
import torch
from rich.progress import track
from torch.nn import functional as F  # noqa: N812
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from inference.composition import HEADS
from training import cache, checkpoint, loop, lung_cache
from training.config import WORK, Config, films_folder
from training.dataset import Batch, training_batches
from training.heads import OPACITY
from training.model import Network, Outputs, load_imagenet
from training.splits import learned

RUN = WORK / "run"
PERMISSIVE_RUN = WORK / "run-permissive"
LEFT_OUT_RUNS = WORK / "left-out"
# Not nih-chestxray8: without it no adult without findings would be left, nor kermany: no child at all.
LEFT_OUT = ("cohen", "covid-cxnet")


def objective(network: Callable[..., Outputs], batch: Batch, smoothing: float) -> torch.Tensor:
    """The heads' cross-entropies, against targets smoothed by ``smoothing``.

    Each head learns from the films that say something to it, both answers with equal weight.
    """
    films = batch.films.contiguous(memory_format=torch.channels_last)
    logits = network(films, batch.lungs).logits
    loss = logits.new_zeros(())
    for head in range(len(HEADS)):
        asked = ~torch.isnan(batch.targets[:, head])
        if not asked.any():
            continue
        targets = batch.targets[asked, head]
        weights = batch.opacity_weights[asked] if head == OPACITY else torch.ones_like(targets)
        weights = weights * balance(targets, weights)
        smoothed = targets * (1 - smoothing) + smoothing / 2
        each = F.binary_cross_entropy_with_logits(logits[asked, head], smoothed, reduction="none")
        loss = loss + 2 * (each * weights).sum() / len(batch.targets)
    return loss


def balance(targets: torch.Tensor, weights: torch.Tensor, at_most: float = 4.0) -> torch.Tensor:
    """Factors (n,) that give both answers the same sum of ``weights``; 1 where there is only one answer."""
    yes = targets > 0.5
    sums = torch.where(yes, weights[yes].sum(), weights[~yes].sum())
    if yes.all() or not yes.any():
        return torch.ones_like(weights)
    return (weights.sum() / (2 * sums)).clamp(max=at_most)


def train(films_at: Path, config: Config, run: Path = RUN) -> dict[str, Any]:
    """Train, or go on training, into ``run``; returns the meta of its last.pt."""
    cv2.setNumThreads(1)
    loop.keep_freed_memory()
    torch.manual_seed(config.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    data = cache.load(films_at)
    lung_cache.prepare(data.images)
    found = lung_cache.load()
    members = learned(data.films, config)

    network = Network(len(HEADS), config.features, config.dropout, config.drop_connect)
    load_imagenet(network)
    network = network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    average = AveragedModel(
        network,
        multi_avg_fn=get_ema_multi_avg_fn(config.ema_decay),  # type: ignore[no-untyped-call]
        use_buffers=True,
    )
    identity = {
        "config": config.as_dict(),
        "images_sha256": cache.images_sha256(),
        "lungs_sha256": lung_cache.asked_of(),
    }
    state, history = checkpoint.resume(run / "last.pt", identity)
    if state:
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
    loss_of = partial(objective, network, smoothing=config.label_smoothing)
    optimizer: torch.optim.Optimizer | None = None
    for epoch in range(len(history), config.probe_epochs + config.epochs):
        probing = epoch < config.probe_epochs
        if optimizer is None or epoch == config.probe_epochs:
            optimizer, scheduler = _optimizer(network, config, probing)
            if history and history[-1]["probing"] == probing:
                optimizer.load_state_dict(state["optimizer"])
                scheduler.load_state_dict(state["scheduler"])
        _set_mode(network, probing, config.frozen_blocks)
        started = time.perf_counter()
        # The sampled augmentation, dropout and stochastic depth of an epoch do not depend on what
        # was run before it, so a resumed run is the run.
        torch.manual_seed(config.seed + epoch)
        batches = training_batches(data.images, found, data.films, members, config, epoch)
        shown = track(batches, f"epoch {epoch}", total=len(batches), transient=True)
        on_device = (Batch(*(part.to(device) for part in batch)) for batch in shown)
        loss = loop.train_epoch(loss_of, on_device, network, optimizer, scheduler, average)
        figures = {
            "epoch": epoch,
            "probing": probing,
            "loss": loss,
            "seconds": time.perf_counter() - started,
        }
        history.append(figures)
        print({k: round(v, 4) if isinstance(v, float) else v for k, v in figures.items()}, flush=True)
        parts = {"network": network, "average": average, "optimizer": optimizer, "scheduler": scheduler}
        state = {name: part.state_dict() for name, part in parts.items()}
        checkpoint.save(run / "last.pt", state, {**identity, "history": history})
    return checkpoint.read_meta(run / "last.pt")


def left_out_config(config: Config, source: str) -> Config:
    """The run that is asked about ``source``: it sees no film of it, nor any of the calibrating fold."""
    folds = tuple(fold for fold in config.train_folds if fold != config.calibrate_fold)
    return replace(
        config,
        name=f"without-{source}",
        left_out=source,
        train_folds=folds,
        epochs=config.left_out_epochs,
    )


def load_network(run: Path) -> tuple[Network, Config]:
    """The averaged network that :func:`train` left in ``run``, and what it was trained by."""
    state, meta = checkpoint.load(run / "last.pt")
    config = Config.from_dict(meta["config"])
    network = Network(len(HEADS), config.features)
    average = AveragedModel(network)
    average.load_state_dict(state["average"])
    network.load_state_dict(average.module.state_dict())
    return network.eval(), config


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


def _set_mode(network: Network, probing: bool, frozen_blocks: int) -> None:
    """While probing, the backbone computes as it was published: no gradients, no new statistics.

    After that its first blocks still do: what edges and textures look like is known, and learning it
    anew, on the largest maps, would take half of the time.
    """
    network.train()
    network.backbone.requires_grad_(not probing)
    if probing:
        network.backbone.eval()
    for part in network.first_blocks(frozen_blocks):
        part.requires_grad_(False)
        part.eval()


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    default = Config()
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--left-out", choices=LEFT_OUT, help="a source not to learn from")
    parser.add_argument(
        "--permissive", action="store_true", help="only films whose licence asks for no more than citing"
    )
    parser.add_argument("--epochs", type=int, help="of fine-tuning")
    parser.add_argument("--seed", type=int, default=default.seed)
    options = parser.parse_args(arguments)
    config = replace(default, seed=options.seed, permissive=options.permissive)
    run = PERMISSIVE_RUN if options.permissive else RUN
    if options.left_out:
        config, run = left_out_config(config, options.left_out), LEFT_OUT_RUNS / options.left_out
    train(options.films, replace(config, epochs=options.epochs or config.epochs), run)


if __name__ == "__main__":
    main()

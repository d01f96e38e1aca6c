"""The first notebook's networks, augmentation and split, small enough to be trained beside ours.

Plain stacks of convolutions and pools, no pre-training, no fourth class. Nothing of them is served:
they say what such a stack reaches under folds that keep patients together, and from which part of
the film.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F  # noqa: N812

from training import metrics
from training.config import CLASSES, Choices


@dataclass(frozen=True)
class Recipe(Choices):
    """Every choice in training the notebook's networks that is not data.

    The notebook trained its own network for 50 epochs at 250 pixels; ``side`` and ``epochs`` are what
    fits into minutes on one core. Films are turned by up to ``rotation`` degrees and resized by up to
    ``rescale`` of their side. ``split_seeds`` are of the random splits by film and by group.
    """

    side: int = 112
    epochs: int = 6
    batch: int = 32
    rate: float = 1e-3
    dropout: float = 0.25
    hidden: int = 84
    rotation: float = 15.0
    rescale: float = 0.1
    split_seeds: tuple[int, ...] = (1,)
    seed: int = 20261123


@dataclass(frozen=True)
class Stack:
    """Filters of the convolutions, a tuple for each pool that follows them; all kernels are square."""

    title: str
    filters: tuple[tuple[int, ...], ...]
    kernel: int


STACKS = {
    "lenet": Stack("LeNet-5-like: conv-pool-conv-pool", ((6,), (16,)), 5),
    "lenet_doubled": Stack("the same, filters doubled", ((12,), (32,)), 5),
    "vgg": Stack("VGG-like: conv-conv-pool-conv-conv-pool", ((8, 8), (16, 16)), 3),
    "own": Stack("for the notebook's own: five times conv-pool", ((8,), (16,), (32,), (64,), (128,)), 3),
}

# Called with the share of the work that is done since it was last called.
Progress = Callable[[float], None]


def build(stack: Stack, recipe: Recipe) -> nn.Sequential:
    """(n, 1, side, side) to logits (n, 3): the stack, one hidden layer, dropout before the last."""
    layers: list[nn.Module] = []
    channels, side = 1, recipe.side
    for block in stack.filters:
        for filters in block:
            layers += [nn.Conv2d(channels, filters, stack.kernel, padding=stack.kernel // 2), nn.ReLU()]
            channels = filters
        layers.append(nn.MaxPool2d(2))
        side //= 2
    layers += [nn.Flatten(), nn.Linear(channels * side**2, recipe.hidden), nn.ReLU()]
    layers += [nn.Dropout(recipe.dropout), nn.Linear(recipe.hidden, len(CLASSES))]
    network = nn.Sequential(*layers)
    return network.to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def standardise(films: NDArray[np.uint8]) -> torch.Tensor:
    """(n, s, s) uint8 to (n, 1, s, s) float32, each film with mean 0 and, unless it is flat, spread 1."""
    values = films.astype(np.float32)
    mean = values.mean((1, 2), keepdims=True)
    spread = values.std((1, 2), keepdims=True)
    return torch.from_numpy((values - mean) / np.maximum(spread, 1))[:, None]


def turn_and_rescale(
    film: NDArray[np.uint8], recipe: Recipe, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """The notebook's augmentation of one (s, s) film; what comes into view repeats the border."""
    angle = rng.uniform(-recipe.rotation, recipe.rotation)
    scale = rng.uniform(1 - recipe.rescale, 1 + recipe.rescale)
    centre = ((film.shape[1] - 1) / 2, (film.shape[0] - 1) / 2)
    matrix = cv2.getRotationMatrix2D(centre, angle, scale)
    moved = cv2.warpAffine(film, matrix, film.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, dtype=np.uint8)


@torch.inference_mode()
def answers(network: nn.Module, films: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Probabilities (n, 3) of (n, s, s) uint8 films, in their order."""
    network.eval()
    logits = [
        network(standardise(films[i : i + 64]).contiguous(memory_format=torch.channels_last)).numpy()
        for i in range(0, len(films), 64)
    ]
    return np.asarray(metrics.probabilities_of(np.concatenate(logits)), dtype=np.float64)


def fit(
    stack: Stack,
    films: NDArray[np.uint8],
    labels: NDArray[np.int64],
    parts: Split,
    recipe: Recipe,
    progress: Progress = lambda share: None,
) -> tuple[nn.Module, list[dict[str, Any]]]:
    """The network of the epoch that did best on ``parts.choose``, and what each epoch was like.

    ``films`` (n, s, s) uint8, ``labels`` (n,). Films of ``parts.report`` are not looked at. The same
    recipe gives the same network.
    """
    torch.manual_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    network = build(stack, recipe)
    optimizer = torch.optim.Adam(network.parameters(), lr=recipe.rate)
    steps = -(-len(parts.train) // recipe.batch)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, recipe.epochs * steps)
    best: dict[str, Any] = {}
    history: list[dict[str, Any]] = []
    for epoch in range(recipe.epochs):
        network.train()
        losses = []
        for drawn in np.array_split(rng.permutation(parts.train), steps):
            moved = np.stack([turn_and_rescale(films[i], recipe, rng) for i in drawn])
            batch = standardise(moved).contiguous(memory_format=torch.channels_last)
            loss = F.cross_entropy(network(batch), torch.from_numpy(labels[drawn]))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            scheduler.step()
            losses.append(loss.item())
            progress(1 / (steps * recipe.epochs))
        chosen = metrics.accuracy(labels[parts.choose], answers(network, films[parts.choose]))
        if not history or chosen > max(past["chosen_by"] for past in history):
            best = copy.deepcopy(network.state_dict())
        history.append({"epoch": epoch, "loss": float(np.mean(losses)), "chosen_by": chosen})
    network.load_state_dict(best)
    return network, history


@dataclass(frozen=True, eq=False)
class Split:
    """Indices into the films: to learn from, to choose the epoch by, to report on."""

    train: NDArray[np.intp]
    choose: NDArray[np.intp]
    report: NDArray[np.intp]


def random_split(keys: Sequence[object], rng: np.random.Generator) -> Split:
    """The notebook's split: a fifth to report on, a fifth of the rest to choose by, the rest to learn from.

    Things of one key stay together: with a key of its own for every film it is the notebook's, with
    its group as key it is that without leaking patients. Shares are of films, up to one key's.
    """
    _, member_of = np.unique(np.asarray(keys), return_inverse=True)
    rank = rng.permutation(member_of.max() + 1)[member_of]
    order = np.argsort(rank, kind="stable")
    starts = np.flatnonzero(np.diff(rank[order], prepend=-1))
    first, second = (starts[np.argmin(np.abs(starts - share * len(keys)))] for share in (0.2, 0.36))
    return Split(order[second:], order[first:second], order[:first])

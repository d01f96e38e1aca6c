"""Figures as pure functions on arrays.

``labels`` are (n,) class indices, ``probabilities`` (n, classes), ``logits`` the same before the
softmax. Standard ones come from SciPy; here is what it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import softmax
from scipy.stats import rankdata

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.integer[Any]]


def probabilities_of(logits: Floats, temperature: float = 1.0) -> Floats:
    """Softmax of the logits over ``temperature``; rows sum to 1."""
    return np.asarray(softmax(np.asarray(logits, dtype=np.float64) / temperature, axis=1))


def accuracy(labels: Ints, probabilities: Floats) -> float:
    """Share of films whose most probable class is the label."""
    return float(np.mean(probabilities.argmax(1) == labels))


def auc(positive: NDArray[np.bool_], score: Floats) -> float:
    """Area under the ROC curve; nan when there is only one kind of film.

    The share of pairs in the right order, ties counting half (Mann and Whitney 1947): by ranks, because
    intervals ask for it a thousand times.
    """
    yes = int(positive.sum())
    no = len(positive) - yes
    if not yes or not no:
        return float("nan")
    return float((rankdata(score)[positive].sum() - yes * (yes + 1) / 2) / (yes * no))


@dataclass(frozen=True)
class Bin:
    """Films of similar confidence: their number, mean confidence and share that was right."""

    count: int
    confidence: float
    accuracy: float


def reliability(labels: Ints, probabilities: Floats, bins: int = 15) -> list[Bin]:
    """Films by confidence of the top class, in ``bins`` of as equal numbers as possible."""
    confidence = probabilities.max(1)
    correct = probabilities.argmax(1) == labels
    order = np.argsort(confidence, kind="stable")
    return [
        Bin(len(part), float(confidence[part].mean()), float(correct[part].mean()))
        for part in np.array_split(order, bins)
        if len(part)
    ]


def calibration_error(labels: Ints, probabilities: Floats, bins: int = 15) -> float:
    """Mean distance of confidence and accuracy over equal-mass bins (Nguyen and O'Connor 2015)."""
    parts = reliability(labels, probabilities, bins)
    total = sum(part.count for part in parts)
    return sum(part.count * abs(part.confidence - part.accuracy) for part in parts) / total


def calibration_error_by_chance(probabilities: Floats, bins: int = 15, draws: int = 200) -> float:
    """The error that films with these confidences would show on average if each confidence were true.

    The fewer films in a bin, the further its accuracy lies from its confidence by chance alone: no figure
    below this one can be expected, and none near it says that something is wrong.
    """
    confidence, rng = probabilities.max(1), np.random.default_rng(0)
    parts = np.array_split(np.argsort(confidence, kind="stable"), bins)
    right = rng.random((draws, len(confidence))) < confidence
    far = [abs(right[:, part].mean(1) - confidence[part].mean()) * len(part) for part in parts if len(part)]
    return float(np.sum(far, 0).mean() / len(confidence))


@dataclass(frozen=True)
class Estimate:
    """A figure, its 95 % interval and the number of films it was measured on."""

    value: float
    low: float
    high: float
    films: int


def bootstrap(
    figure: Callable[[NDArray[np.intp]], float],
    groups: Sequence[str],
    resamples: int = 1000,
    seed: int = 0,
) -> Estimate:
    """``figure`` of all films, with the percentile interval over resampled groups (patients).

    ``figure`` takes indices of films, repeated as drawn. Films of one patient are alike, so patients
    and not films are drawn (Efron and Tibshirani 1993, ch. 8 and 13).
    """
    names, member_of = np.unique(np.asarray(groups), return_inverse=True)
    rng = np.random.default_rng(seed)
    everyone = np.arange(len(member_of))
    values = []
    for _ in range(resamples):
        drawn = np.bincount(rng.integers(len(names), size=len(names)), minlength=len(names))
        values.append(figure(np.repeat(everyone, drawn[member_of])))
    low, high = np.nanpercentile(values, [2.5, 97.5])
    return Estimate(figure(everyone), float(low), float(high), len(everyone))

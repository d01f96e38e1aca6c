"""What the numbers of the final run mean, from films that the runs without a source did not learn from.

Each head's logit gets an offset and a temperature (Platt 1999; Guo et al. 2017, arXiv:1706.04599), each
class the least probability with which it belongs to the prediction set, each head the evidence that is
drawn at full strength. All from :class:`HeldOut` films: those of the source that a run left out, asked of
that run, and those of the calibrating fold. Answers and, within an answer, sources count evenly: how
common a disease is where the program will be used, nobody knows here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from inference.composition import CLASSES, HEADS, compose
from training import cache, lung_cache
from training.config import Config
from training.dataset import SOURCES, served_example, tensor
from training.heads import CHILDREN, head_targets
from training.lung_cache import FoundLungs
from training.manifest import Film
from training.model import Network
from training.train import LEFT_OUT, load_network

# Whether an opacity is COVID-19 is calibrated within the one collection that has it and other pneumonias:
# across collections the head is far surer, for it is the collections that it tells apart.
CALIBRATED_WITHIN = {"covid19": ("cohen",)}
# Of a class's films, this share keeps it in the prediction set.
COVERAGE = 0.90
# Of the evidence in films that are rightly called, so much is drawn below full strength.
EVIDENCE_PERCENTILE = 99.9
BATCH = 32


@dataclass(frozen=True, eq=False)
class Answers:
    """Raw ``logits`` (n, heads) and ``class_maps`` (n, heads, m, m) float32 of ``films`` (n,)."""

    films: list[Film]
    logits: NDArray[np.float32]
    class_maps: NDArray[np.float32]
    features: NDArray[np.float32]


@dataclass(frozen=True)
class Calibration:
    """By head: ``offsets``, added to the logit first, ``temperatures`` and ``evidence_scales``; by class
    ``conformal``."""

    offsets: dict[str, float] = field(default_factory=dict)
    temperatures: dict[str, float] = field(default_factory=dict)
    evidence_scales: dict[str, float] = field(default_factory=dict)
    conformal: dict[str, float] = field(default_factory=dict)


@torch.inference_mode()
def ask(
    network: Network,
    images: NDArray[np.uint8],
    found: FoundLungs,
    films: Sequence[Film],
    rows: NDArray[np.intp],
    config: Config,
) -> Answers:
    """What a network says of some films, shown as the program shows them."""
    network.eval()
    spec, parts = config.spec(), []
    for start in range(0, len(rows), BATCH):
        examples = [
            served_example(np.asarray(images[i]), found.probability[i], found.regions[i])
            for i in rows[start : start + BATCH]
        ]
        pictures = tensor(np.stack([example.film for example in examples]), spec)
        lungs = torch.from_numpy(np.stack([example.lungs for example in examples])[:, np.newaxis])
        outputs = network(pictures.contiguous(memory_format=torch.channels_last), lungs)
        parts.append(tuple(part.numpy() for part in outputs))
    logits, maps, features = (np.concatenate(part) for part in zip(*parts, strict=True))
    return Answers([films[i] for i in rows], logits, maps, features)


def held_out(films_at: Path, runs: Path, config: Config) -> Answers:
    """Every film that may be learned from, of the calibrating fold or of a source that was left out.

    Films of a source that was left out are asked of that run, folds but the reporting one. Films of the
    sources that no run left out are asked of all runs, those of the calibrating fold, which none saw.
    """
    data = cache.load(films_at)
    found = lung_cache.load()
    parts = []
    for source in LEFT_OUT:
        network, _ = load_network(runs / source)

        def asked(film: Film, source: str = source) -> bool:
            if not film.may_be_learned or film.fold == config.report_fold:
                return False
            unseen = film.source not in LEFT_OUT and film.fold == config.calibrate_fold
            return film.source == source or unseen

        rows = np.array([i for i, film in enumerate(data.films) if asked(film)], dtype=np.intp)
        parts.append(ask(network, data.images, found, data.films, rows, config))
    return Answers(
        [film for part in parts for film in part.films],
        np.concatenate([part.logits for part in parts]),
        np.concatenate([part.class_maps for part in parts]),
        np.concatenate([part.features for part in parts]),
    )


def calibrate(answers: Answers) -> Calibration:
    """Offsets, temperatures, scales of evidence and thresholds of the sets from held-out films."""
    targets, sources = head_targets(answers.films), [film.source for film in answers.films]
    offsets, temperatures, scales = {}, {}, {}
    for k, head in enumerate(HEADS):
        within = CALIBRATED_WITHIN.get(head, SOURCES)
        asked = np.flatnonzero(~np.isnan(targets[:, k]) & np.isin(sources, within))
        weights = even_weights([(str(targets[i, k]), sources[i]) for i in asked])
        offset, temperature = fit_platt(answers.logits[asked, k], targets[asked, k], weights)
        offsets[head], temperatures[head] = offset, temperature
        right = asked[(answers.logits[asked, k] + offset > 0) == (targets[asked, k] > 0.5)]
        evidence = np.abs(answers.class_maps[right, k])
        scales[head] = float(np.percentile(evidence, EVIDENCE_PERCENTILE))
    probabilities = class_probabilities(answers.logits, offsets, temperatures)
    conformal = {}
    for c, name in enumerate(CLASSES):
        rows = [i for i, film in enumerate(answers.films) if film.label == name and _assessed(film)]
        weights = even_weights([(name, sources[i]) for i in rows])
        conformal[name] = weighted_quantile(probabilities[rows, c], weights, 1 - COVERAGE)
    return Calibration(offsets, temperatures, scales, conformal)


def _assessed(film: Film) -> bool:
    """Of the three classes, and of people who are assessed for it: no viral pneumonia in adults."""
    return film.task == "classify" and (film.label != "viral_pneumonia" or film.source == CHILDREN)


def class_probabilities(
    logits: NDArray[np.float32], offsets: Mapping[str, float], temperatures: Mapping[str, float]
) -> NDArray[np.float64]:
    """(n, heads) raw logits to (n, 4): the classes, and none of them, as the program composes them."""
    rows = []
    for row in logits:
        scaled = [(row[k] + offsets[head]) / temperatures[head] for k, head in enumerate(HEADS)]
        heads = dict(zip(HEADS, expit(scaled).tolist(), strict=True))
        composed = compose(heads)
        rows.append([*(composed.classes[name] for name in CLASSES), composed.none_of_these])
    return np.array(rows, dtype=np.float64).reshape(len(logits), len(CLASSES) + 1)


def even_weights(cells: Sequence[tuple[str, str]]) -> NDArray[np.float64]:
    """(n,) weights, sum 1, of (answer, source) cells: even over answers and, within one, over sources."""
    answers = sorted({answer for answer, _ in cells})
    weights = np.zeros(len(cells))
    for answer in answers:
        sources = sorted({source for a, source in cells if a == answer})
        for source in sources:
            own = np.array([cell == (answer, source) for cell in cells])
            weights[own] = 1 / (len(answers) * len(sources) * own.sum())
    return weights


def fit_platt(
    logits: NDArray[np.float32], targets: NDArray[np.float32], weights: NDArray[np.float64]
) -> tuple[float, float]:
    """The offset and the temperature that make ``targets`` (n,) of 0 and 1 most likely.

    The probability is the sigmoid of (logit + offset) / temperature.
    """
    x, signs = logits.astype(np.float64), 2.0 * targets - 1.0

    def loss(parameters: NDArray[np.float64]) -> float:
        offset, log_temperature = parameters
        return float((weights * np.logaddexp(0, -signs * (x + offset) / np.exp(log_temperature))).sum())

    best = minimize(loss, np.zeros(2), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-7})
    return float(best.x[0]), float(np.exp(best.x[1]))


def weighted_quantile(values: NDArray[np.float64], weights: NDArray[np.float64], share: float) -> float:
    """The greatest value below which at most ``share`` of the weight lies."""
    order = np.argsort(values, kind="stable")
    below = np.cumsum(weights[order]) - weights[order]
    return float(values[order][np.flatnonzero(below <= share * weights.sum())[-1]])

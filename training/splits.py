"""Who may be learned from: train, choose and report, by patient, written to disk."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.config import Config
from training.manifest import Film


@dataclass(frozen=True, eq=False)
class Split:
    """Indices into the films: to learn from, to choose and calibrate by, to report on."""

    train: NDArray[np.intp]
    choose: NDArray[np.intp]
    report: NDArray[np.intp]


def split(films: Sequence[Film], config: Config) -> Split:
    """By the manifest's folds, films that may be learned only.

    Raises ValueError when a group (a patient, or near-identical pictures) has films in two folds.
    """
    fold_of: dict[str, int] = {}
    for film in films:
        if fold_of.setdefault(film.group, film.fold) != film.fold:
            raise ValueError(f"group {film.group} is in folds {fold_of[film.group]} and {film.fold}")

    def members(folds: Sequence[int]) -> NDArray[np.intp]:
        chosen = [i for i, film in enumerate(films) if film.may_be_learned and film.fold in folds]
        return np.array(chosen, dtype=np.intp)

    return Split(members(config.train_folds), members([config.choose_fold]), members([config.report_fold]))


def write_split(path: Path, films: Sequence[Film], parts: Split) -> None:
    """One CSV row a film used: part, image, group, label, source."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["part", "image", "group", "label", "source"])
        for part in ("train", "choose", "report"):
            for i in getattr(parts, part):
                film = films[i]
                writer.writerow([part, film.image, film.group, film.label, film.source])


def sampling_weights(films: Sequence[Film]) -> NDArray[np.float64]:
    """Probability of drawing each film: even over labels, by root of size over sources within one.

    Plain frequency would let each class be told by its largest hospital; plain evenness would show
    the eleven viral films of the smallest source hundreds of times.
    """
    cells = Counter((film.label, film.source) for film in films)
    roots: Counter[str] = Counter()
    for (label, _), count in cells.items():
        roots[label] += count**0.5
    return np.array(
        [cells[film.label, film.source] ** -0.5 / roots[film.label] / len(roots) for film in films]
    )

"""Who may be learned from: train, calibrate and report, by patient, written to disk."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.config import Config
from training.manifest import Film


def learned(films: Sequence[Film], config: Config) -> NDArray[np.intp]:
    """Indices of the films that a run learns from: of its folds and sources, and only what it may.

    Raises ValueError when a group (a patient, or near-identical pictures) has films in two folds.
    """
    check_groups(films)

    def wanted(film: Film) -> bool:
        allowed = film.is_permissive or not config.permissive
        return allowed and film.fold in config.train_folds and film.source != config.left_out

    return members(films, wanted)


def members(films: Sequence[Film], keep: Callable[[Film], bool]) -> NDArray[np.intp]:
    """Indices of the films that may be learned from and that ``keep`` says yes to."""
    return np.array(
        [i for i, film in enumerate(films) if film.may_be_learned and keep(film)], dtype=np.intp
    )


def check_groups(films: Sequence[Film]) -> None:
    """Raises ValueError when a group has films in two folds."""
    fold_of: dict[str, int] = {}
    for film in films:
        if fold_of.setdefault(film.group, film.fold) != film.fold:
            raise ValueError(f"group {film.group} is in folds {fold_of[film.group]} and {film.fold}")


def write_split(path: Path, films: Sequence[Film], config: Config) -> Counter[str]:
    """One CSV row a film used: part, image, group, label, source. Returns the films by part.

    ``calibrate`` are films that the final run learns from and the runs without a source do not.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["part", "image", "group", "label", "source"])
        for i in members(films, lambda film: True):
            film = films[i]
            part = "report" if film.fold == config.report_fold else "train"
            part = "calibrate" if film.fold == config.calibrate_fold else part
            counts[part] += 1
            writer.writerow([part, film.image, film.group, film.label, film.source])
    return counts


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

"""The films as the first notebook looked at them, and what can be told of them without any network.

How far class and hospital can be told from a film's histogram, its frame or its native size alone, and
one contact sheet, which shows films and stays in ``work/``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from inference import Radiograph
from inference.preprocessing import reduce
from training import cache, metrics
from training.baselines import Split
from training.config import CLASSES, Config
from training.manifest import Film, native_sizes
from training.splits import check_groups
from training.twins import frame_only

BINS = 32
# A side of this many pixels has a frame of exactly two.
FRAME_SIDE = 20


@dataclass(frozen=True, eq=False)
class Films:
    """The films of the three classes, as cached.

    ``pictures`` and ``lungs`` (n, s, s) uint8, ``labels`` (n,) in CLASSES' order, ``sizes`` (n, 2)
    native width and height; ``parts`` are indices into them, by our folds.
    """

    films: list[Film]
    pictures: NDArray[np.uint8]
    lungs: NDArray[np.uint8]
    labels: NDArray[np.int64]
    sizes: NDArray[np.int64]
    parts: Split

    @property
    def groups(self) -> list[str]:
        return [film.group for film in self.films]

    @property
    def sources(self) -> NDArray[np.str_]:
        return np.array([film.source for film in self.films])


def load(films_at: Path, config: Config, cached: Path = cache.FOLDER) -> Films:
    """What may be learned and has one of the three labels."""
    data, sizes = cache.load(films_at, cached), native_sizes(films_at)
    kept = [i for i, film in enumerate(data.films) if film.may_be_learned and film.label in CLASSES]
    films = [data.films[i] for i in kept]
    check_groups(data.films)
    folds = np.array([film.fold for film in films])
    choose, report = folds == config.calibrate_fold, folds == config.report_fold
    parts = Split(np.flatnonzero(~choose & ~report), np.flatnonzero(choose), np.flatnonzero(report))
    labels = np.array([CLASSES.index(film.label) for film in films], dtype=np.int64)
    native = np.array([sizes[i] for i in kept], dtype=np.int64)
    return Films(films, data.images[kept], data.masks[kept], labels, native, parts)


def histograms(pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(n, s, s) films to (n, BINS) shares of their pixels, from black to white."""
    width = 256 // BINS
    counts = [np.bincount(film.ravel() // width, minlength=BINS) for film in pictures]
    return np.array(counts, dtype=np.float64) / float(pictures[0].size)


def frames(pictures: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(n, s, s) films to (n, 144) grey values of their outer tenth, two coarse pixels wide."""
    ring = np.ones((FRAME_SIDE, FRAME_SIDE), dtype=bool)
    ring[2:-2, 2:-2] = False
    # The twin is made first, so that no coarse pixel holds anything from further inside.
    shown = (reduce(frame_only(Radiograph("film", film)), FRAME_SIDE) for film in pictures)
    return np.array([film[ring] for film in shown], dtype=np.float64)


def shapes(sizes: NDArray[np.int64]) -> NDArray[np.float64]:
    """(n, 2) native widths and heights to (n, 3): both and the aspect ratio, as logarithms."""
    logs = np.log(sizes)
    return np.column_stack([logs, logs[:, 0] - logs[:, 1]])


def guess(
    features: NDArray[np.float64], answers: NDArray[Any], folds: NDArray[np.int64], trees: bool
) -> NDArray[np.float64]:
    """Probabilities (n, classes) of each film by a model fitted to the other folds; answers sorted.

    A logistic regression, or ``trees`` where there is no reason why the logit should be linear.
    """
    names = np.unique(answers)
    guessed = np.zeros((len(answers), len(names)))
    for fold in np.unique(folds):
        other = folds != fold
        model = (
            RandomForestClassifier(50, min_samples_leaf=5, random_state=0)
            if trees
            else make_pipeline(StandardScaler(), LogisticRegression(solver="newton-cholesky"))
        )
        model.fit(features[other], answers[other])
        # A class may be missing from the other folds; nobody guesses it then.
        columns = np.searchsorted(names, model.classes_)
        guessed[np.ix_(~other, columns)] = model.predict_proba(features[~other])
    return guessed


def told(
    guessed: NDArray[np.float64], answers: NDArray[Any], groups: Sequence[str], resamples: int
) -> dict[str, Any]:
    """How well ``answers`` were guessed: accuracy and, of two answers, AUC, with intervals."""
    names, index = np.unique(answers, return_inverse=True)
    right = guessed.argmax(1) == index
    found = {
        "answers": [str(name) for name in names],
        "largest": float(np.bincount(index).max() / len(index)),
        "balanced_accuracy": float(balanced_accuracy_score(index, guessed.argmax(1))),
        "accuracy": asdict(metrics.bootstrap(lambda d: float(right[d].mean()), groups, resamples)),
        "auc": None,
    }
    if len(names) == 2:
        area = metrics.bootstrap(lambda d: metrics.auc(index[d] == 1, guessed[d, 1]), groups, resamples)
        found["auc"] = asdict(area)
    return found


# Title, films asked about, what is asked. Those within one class or one source say which it is.
Question = tuple[str, Callable[[Film], bool], Callable[[Film], str]]
QUESTIONS: tuple[Question, ...] = (
    ("COVID-19 or not", lambda f: True, lambda f: str(f.label == "covid19")),
    ("which of the three classes", lambda f: True, lambda f: f.label),
    ("which of the four sources", lambda f: True, lambda f: f.source),
    (
        "cohen or covid-cxnet, both COVID-19",
        lambda f: f.label == "covid19",
        lambda f: f.source,
    ),
    (
        "kermany or NIH, both normal",
        lambda f: f.label == "normal" and f.source in ("kermany", "nih-chestxray8"),
        lambda f: f.source,
    ),
    ("viral or normal, both kermany", lambda f: f.source == "kermany", lambda f: f.label),
)


def shortcuts(data: Films, resamples: int) -> list[dict[str, Any]]:
    """Every question, asked of the histogram, the frame and the native size alone; by our folds."""
    views = {
        "histogram": (histograms(data.pictures), False),
        "frame": (frames(data.pictures), False),
        "size": (shapes(data.sizes), True),
    }
    folds = np.array([film.fold for film in data.films])
    table = []
    for title, asked, answer in QUESTIONS:
        kept = np.flatnonzero([asked(film) for film in data.films])
        some = [data.films[i] for i in kept]
        answers = np.array([answer(film) for film in some])
        if len(np.unique(answers)) < 2:
            continue
        row: dict[str, Any] = {"question": title, "films": len(kept)}
        for name, (features, trees) in views.items():
            guessed = guess(features[kept], answers, folds[kept], trees)
            row[name] = told(guessed, answers, [film.group for film in some], resamples)
        table.append(row)
    return table


def intensities(data: Films) -> dict[str, Any]:
    """Mean histograms by class and by source, every film with the same weight, and what they differ by."""
    shares = histograms(data.pictures)
    means = data.pictures.mean((1, 2))
    found: dict[str, Any] = {"bins": BINS}
    for kind, names in (
        ("class", np.array([film.label for film in data.films])),
        ("source", data.sources),
    ):
        found[kind] = {
            str(name): {
                "films": int((names == name).sum()),
                "histogram": shares[names == name].mean(0).tolist(),
                "black": float(shares[names == name, 0].mean()),
                "mean": float(means[names == name].mean()),
                "spread_of_means": float(means[names == name].std()),
            }
            for name in np.unique(names)
        }
    return found


def contact_sheet(data: Films, path: Path, seed: int, columns: int = 10) -> None:
    """A row of films, drawn at random, for every class and source. It shows films: for ``work/`` alone."""
    rng = np.random.default_rng(seed)
    rows = []
    for cell in sorted({(film.label, film.source) for film in data.films}):
        members = [i for i, film in enumerate(data.films) if (film.label, film.source) == cell]
        drawn = rng.permutation(members)[:columns]
        films = [cv2.resize(data.pictures[i], (112, 112), interpolation=cv2.INTER_AREA) for i in drawn]
        films += [np.zeros((112, 112), np.uint8)] * (columns - len(films))
        title = np.zeros((16, 112 * columns), np.uint8)
        cv2.putText(title, ", ".join(cell), (4, 12), cv2.FONT_HERSHEY_SIMPLEX, 0.4, 255, 1, cv2.LINE_AA)
        rows += [title, np.hstack(films)]
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.vstack(rows))

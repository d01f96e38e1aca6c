"""What the first notebook did, done again: a look at the films, their intensities, its networks.

What it found is put beside what explains it: how far class and hospital can be told from a film's
histogram, size or frame alone, what its split by film was worth, and what its networks still
"recognise" without the lungs. Nothing here trains or judges the model that is served. Writes
notebook.md, notebook.json and plots, and one contact sheet that shows films and stays in ``work/``.
A network that is trained is not trained again: what took minutes is kept there, too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import Progress, TimeRemainingColumn
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, confusion_matrix
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from inference import Radiograph
from inference.preprocessing import reduce
from training import baselines, cache, explore_reporting, loop, measures, metrics
from training.asking import Answer, Asked
from training.baselines import STACKS, Recipe, Split, Stack
from training.config import CLASSES, REPORT, WORK, Config, films_folder
from training.explore_reporting import VIEWS
from training.manifest import Film, manifest_sha256, native_sizes
from training.splits import check_groups
from training.twins import frame_only, lungs_black

FOLDER = WORK / "explore"
BINS = 32
# A side of this many pixels has a frame of exactly two.
FRAME_SIDE = 20
# Of patients, for the intervals.
RESAMPLES = 200

# As published: 195 of 206 called rightly, and a matrix made with the films in another order.
PUBLISHED = {"accuracy": 0.9466, "matrix_accuracy": 0.35, "films": [44, 81, 81]}


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


# --- the films without a network ------------------------------------------------------------------


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


# --- the notebook's networks ----------------------------------------------------------------------


def twins(
    data: Films, members: NDArray[np.intp], side: int
) -> dict[str, tuple[list[int], NDArray[np.uint8]]]:
    """Films ``members`` as a network of this ``side`` is shown them, with their indices, by view."""

    def shown(indices: Sequence[int], change: Callable[[Radiograph, int], Radiograph]) -> NDArray[np.uint8]:
        changed = [reduce(change(Radiograph("film", data.pictures[i]), i), side) for i in indices]
        return np.array(changed, dtype=np.uint8).reshape(-1, side, side)

    every = [int(i) for i in members]
    masked = [i for i in every if data.films[i].lung_mask]
    return {
        "full": (every, shown(every, lambda film, i: film)),
        "lungs out": (masked, shown(masked, lambda film, i: covered(film, data.lungs[i]))),
        "frame only": (every, shown(every, lambda film, i: frame_only(film))),
    }


def covered(film: Radiograph, mask: NDArray[np.uint8]) -> Radiograph:
    """The film with its lungs, (s, s) above 127, black."""
    found = lungs_black(film, mask > 127)
    assert found is not None
    return found


def remembered(
    path: Path, identity: dict[str, Any], compute: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """What ``compute`` gives, from ``path`` if that holds it for this ``identity``."""
    if path.exists():
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["identity"] == identity:
            return dict(stored["result"])
    result = compute()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps({"identity": identity, "result": result}), encoding="utf-8")
    unfinished.replace(path)
    return result


def train_and_ask(
    data: Films,
    small: NDArray[np.uint8],
    stack: Stack,
    parts: Split,
    recipe: Recipe,
    views: Sequence[str],
    progress: baselines.Progress,
) -> dict[str, Any]:
    """A network's history and, for each of ``views``, the films of ``parts.report`` and its answers."""
    network, history = baselines.fit(stack, small, data.labels, parts, recipe, progress)
    shown = twins(data, parts.report, recipe.side)
    asked = {}
    for view in views:
        members, pictures = shown[view]
        asked[view] = {
            "films": members,
            "probabilities": baselines.answers(network, pictures).tolist(),
        }
    return {
        "weights": sum(weight.numel() for weight in network.parameters()),
        "history": history,
        "answers": asked,
    }


def checked_matrix(labels: NDArray[np.int64], called: NDArray[np.int64], share: float) -> NDArray[np.int64]:
    """The confusion matrix of films whose accuracy is said to be ``share``.

    Raises ValueError when its diagonal says otherwise, as the notebook's did: its generator shuffled.
    """
    matrix = np.asarray(confusion_matrix(labels, called, labels=range(len(CLASSES))))
    diagonal = np.trace(matrix) / matrix.sum()
    if not np.isclose(diagonal, share):
        raise ValueError(f"the matrix says {diagonal:.4f}, the accuracy {share:.4f}")
    return matrix


def row_of(data: Films, name: str, trained: dict[str, Any], resamples: int) -> dict[str, Any]:
    """A network's figures on the films of the report fold, beside its twins."""
    scored = {}
    for view, asked in trained["answers"].items():
        some = [data.films[i] for i in asked["films"]]
        # These networks know no answer but the three.
        scored[view] = Asked(some, [Answer((*row, 0.0)) for row in asked["probabilities"]])
    masked = {film.image for film in scored["lungs out"].films}
    scored["full, same films"] = scored["full"].where(lambda film: film.image in masked)

    def estimates(keep: Callable[[Film], bool], measure: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for view in VIEWS:
            some = scored[view].where(keep)
            figure = measure(some)
            usable = len(some) > 0 and not np.isnan(figure(np.arange(len(some))))
            found[view] = asdict(metrics.bootstrap(figure, some.groups, resamples)) if usable else None
        return found

    every = estimates(lambda film: True, measures.right())
    full = scored["full"]
    matrix = checked_matrix(full.labels, full.probabilities.argmax(1), every["full"]["value"])
    return {
        "network": name,
        "title": STACKS[name].title,
        "weights": trained["weights"],
        "history": trained["history"],
        "accuracy": every,
        "covid19_auc": estimates(
            lambda film: True, measures.auc_by("covid19", measures.probability("covid19"))
        ),
        "within_kermany_auc": estimates(
            lambda film: film.source == "kermany", measures.VIRAL_OR_NORMAL.figure
        ),
        "confusion_matrix": matrix.tolist(),
    }


def leak(data: Films, runs: Sequence[dict[str, Any]], resamples: int) -> dict[str, Any]:
    """What the same network gains when patients of the test films are learned from.

    Each of ``runs`` has "by" (film or group), "seed", "train" and the "answers" about its test films.
    Films whose patient was learned from are compared with films of patients of several films, too,
    where the split by group let none of them be learned from: one-film patients may be another kind.
    """
    several = {group for group in data.groups if data.groups.count(group) > 1}
    right: list[bool] = []
    kinds: list[tuple[str, bool, bool]] = []
    groups: list[str] = []
    table = []
    for run in runs:
        learned = {data.films[i].group for i in run["train"]}
        asked = run["answers"]["full"]
        called = np.array(asked["probabilities"]).argmax(1)
        correct = called == data.labels[asked["films"]]
        checked_matrix(data.labels[asked["films"]], called, float(correct.mean()))
        members = [data.films[i].group for i in asked["films"]]
        known = [group in learned for group in members]
        right += correct.tolist()
        groups += members
        kinds += [(run["by"], k, g in several) for k, g in zip(known, members, strict=True)]
        table.append(
            {
                "by": run["by"],
                "seed": run["seed"],
                "learned_from": len(run["train"]),
                "films": len(members),
                "of_known_patients": int(sum(known)),
                "accuracy": float(correct.mean()),
            }
        )
    values = np.array(right, dtype=float)
    by_film = np.array([kind[0] == "film" for kind in kinds])
    known_films = np.array([kind[1] for kind in kinds])
    of_several = np.array([kind[2] for kind in kinds])

    def share(chosen: NDArray[np.bool_]) -> Callable[[NDArray[np.intp]], float]:
        return lambda drawn: float(values[drawn][chosen[drawn]].mean())

    def gain(left: NDArray[np.bool_], right: NDArray[np.bool_]) -> Callable[[NDArray[np.intp]], float]:
        return lambda drawn: share(left)(drawn) - share(right)(drawn)

    def estimate(figure: Callable[[NDArray[np.intp]], float], films: int) -> dict[str, Any]:
        return {**asdict(metrics.bootstrap(figure, groups, resamples)), "films": films}

    known, unknown = by_film & known_films, ~by_film & of_several
    return {
        "network": "own",
        "runs": table,
        "by_film": estimate(share(by_film), int(by_film.sum())),
        "by_group": estimate(share(~by_film), int((~by_film).sum())),
        "gain": estimate(gain(by_film, ~by_film), len(values)),
        "known_patients": estimate(share(known), int(known.sum())),
        "unknown_patients_of_several_films": estimate(share(unknown), int(unknown.sum())),
        "gain_on_them": estimate(gain(known, unknown), int(known.sum() + unknown.sum())),
    }


def explore(
    films_at: Path,
    recipe: Recipe,
    report: Path = REPORT,
    work: Path = FOLDER,
    cached: Path = cache.FOLDER,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """All of it; writes the report and the contact sheet, returns what notebook.json holds."""
    cv2.setNumThreads(1)
    # One thread: sums are then the same on every run, and so are the networks.
    torch.set_num_threads(1)
    loop.keep_freed_memory()
    config = Config()
    data = load(films_at, config, cached)
    contact_sheet(data, work / "samples.png", recipe.seed)
    # Another split or one more is no reason to train the networks of the others anew.
    chosen = {name: value for name, value in recipe.as_dict().items() if name != "split_seeds"}
    identity = {"recipe": chosen, "images_sha256": cache.images_sha256(cached)}
    rows, runs = [], []
    with Progress(*Progress.get_default_columns()[:-1], TimeRemainingColumn()) as bar:
        small = np.array(
            [reduce(Radiograph("film", film), recipe.side) for film in data.pictures], dtype=np.uint8
        )

        def run(name: str, stack: str, parts: Split, views: Sequence[str]) -> dict[str, Any]:
            task = bar.add_task(name.replace("_", " "), total=1.0)
            result = remembered(
                work / f"{name}.json",
                {**identity, "stack": repr(STACKS[stack])},
                lambda: train_and_ask(
                    data, small, STACKS[stack], parts, recipe, views, lambda share: bar.advance(task, share)
                ),
            )
            bar.update(task, completed=1.0)
            return result

        for name in STACKS:
            trained = run(name, name, data.parts, ("full", "lungs out", "frame only"))
            rows.append(row_of(data, name, trained, resamples))
        for seed in recipe.split_seeds:
            keys: dict[str, Sequence[object]] = {"film": range(len(data.films)), "group": data.groups}
            for by, key in keys.items():
                parts = baselines.random_split(key, np.random.default_rng(seed))
                trained = run(f"split_by_{by}_{seed}", "own", parts, ("full",))
                runs.append(
                    {"by": by, "seed": seed, "train": parts.train.tolist(), "answers": trained["answers"]}
                )
        task = bar.add_task("without a network", total=1.0)
        told_alone = remembered(
            work / "without_a_network.json",
            {**identity, "manifest_sha256": manifest_sha256(films_at), "resamples": resamples},
            lambda: {"shortcuts": shortcuts(data, resamples)},
        )
        result = {
            "manifest_sha256": manifest_sha256(films_at),
            "recipe": recipe.as_dict(),
            "report_fold": config.report_fold,
            "films": {part: len(getattr(data.parts, part)) for part in ("train", "choose", "report")},
            "published": PUBLISHED,
            "networks": rows,
            "split": leak(data, runs, resamples),
            "intensities": intensities(data),
            "shortcuts": told_alone["shortcuts"],
            "resamples": resamples,
        }
        bar.update(task, completed=1.0)
    explore_reporting.write(report, result)
    return result


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.explore", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--report", type=Path, default=REPORT, help="folder to write")
    options = parser.parse_args(arguments)
    result = explore(options.films, Recipe(), options.report)
    for row in result["networks"]:
        print(f"{row['title']}: {row['accuracy']['full']['value']:.3f}")
    print(f"The report is in {options.report}, the contact sheet (films: not to be shared) in {FOLDER}.")


if __name__ == "__main__":
    main()

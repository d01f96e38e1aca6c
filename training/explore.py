"""What the first notebook did, done again: a look at the films, their intensities, its networks.

What it found is put beside what explains it: how far class and hospital can be told from a film's
histogram, size or frame alone (:mod:`training.shortcuts`), what its split by film was worth, and what its
networks still "recognise" without the lungs. Nothing here trains or judges the model that is served. Writes
notebook.md, notebook.json and plots, and one contact sheet that shows films and stays in ``work/``.
A network that is trained is not trained again: what took minutes is kept there, too.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import Progress, TimeRemainingColumn
from sklearn.metrics import confusion_matrix

from inference import Radiograph
from inference.preprocessing import reduce
from training import baselines, cache, explore_reporting, loop, measures, metrics
from training.asking import Answer, Asked
from training.baselines import STACKS, Recipe, Split, Stack
from training.config import CLASSES, REPORT, WORK, Config, films_folder
from training.explore_reporting import VIEWS
from training.manifest import Film, manifest_sha256
from training.shortcuts import Films, contact_sheet, intensities, load, shortcuts
from training.twins import frame_only, lungs_black

FOLDER = WORK / "explore"
# Of patients, for the intervals.
RESAMPLES = 200

# As published: 195 of 206 called rightly, and a matrix made with the films in another order.
PUBLISHED = {"accuracy": 0.9466, "matrix_accuracy": 0.35, "films": [44, 81, 81]}


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

"""Step 4: the exported file, asked through the program's own door, on films it never saw.

Every figure stands beside its twins: the same films with the lungs blacked out, and with only the
outer tenth of each side left. What a twin still gets right was not read from the lungs. Intervals are
95 % by resampling patients. Writes report.md, report.json and plots; no film is written anywhere.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.progress import track
from sklearn.metrics import confusion_matrix

from inference import Classifier, Outcome, Radiograph, load_radiograph
from training import metrics
from training.config import CLASSES, LUNGS_FILE, MODEL_FILE, REPORT, Config, films_folder
from training.manifest import NO_DERIVATIVES, Film, manifest_sha256, read_manifest
from training.metrics import Estimate
from training.reporting import write_report

# Of each side, what the frame-only twin keeps.
FRAME_SHARE = 0.1
# Of patients, for the intervals.
RESAMPLES = 1000

# A figure of the films drawn, by their indices.
Figure = Callable[[NDArray[np.intp]], float]


@dataclass(frozen=True, eq=False)
class Scores:
    """Films and what the model made of them.

    ``probabilities`` (n, classes) in CLASSES' order; ``refused`` (n,) bool, true where the program
    would have shown none of them.
    """

    films: list[Film]
    probabilities: NDArray[np.float64]
    refused: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.films)

    @property
    def groups(self) -> list[str]:
        return [film.group for film in self.films]

    @property
    def labels(self) -> NDArray[np.int64]:
        """(n,) class index; -1 for films that have none of the three labels."""
        index = {name: i for i, name in enumerate(CLASSES)}
        return np.array([index.get(f.label, -1) for f in self.films], dtype=np.int64)

    def where(self, keep: Callable[[Film], bool]) -> Scores:
        """Those films only."""
        kept = [i for i, film in enumerate(self.films) if keep(film)]
        return Scores([self.films[i] for i in kept], self.probabilities[kept], self.refused[kept])


def without_lungs(radiograph: Radiograph, mask: NDArray[np.uint8]) -> Radiograph:
    """Every pixel inside ``mask`` ((rows, columns), > 127 in the lungs) black; nothing else changed."""
    pixels = radiograph.pixels.copy()
    pixels[mask > 127] = 0
    return replace(radiograph, pixels=pixels)


def frame_only(radiograph: Radiograph) -> Radiograph:
    """The outer tenth of each side kept, the rest black."""
    pixels = radiograph.pixels.copy()
    down, across = round(radiograph.rows * FRAME_SHARE), round(radiograph.columns * FRAME_SHARE)
    pixels[down : radiograph.rows - down, across : radiograph.columns - across] = 0
    return replace(radiograph, pixels=pixels)


def score(classifier: Classifier, folder: Path, films: Sequence[Film], what: str) -> dict[str, Scores]:
    """Ask about every film: as it is ("full"), "lungs out" where it has a mask, and "frame only"."""
    kept: dict[str, list[Film]] = {"full": [], "lungs out": [], "frame only": []}
    answers: dict[str, list[list[float]]] = {twin: [] for twin in kept}
    refused: dict[str, list[bool]] = {twin: [] for twin in kept}

    def ask(twin: str, film: Film, radiograph: Radiograph) -> None:
        # Blackened films fail the checks of contrast; here the numbers are wanted all the same.
        prediction = classifier.predict(radiograph, even_if_unsuitable=True)
        probabilities = prediction.probabilities
        assert probabilities is not None
        kept[twin].append(film)
        refused[twin].append(prediction.outcome is Outcome.REFUSED)
        answers[twin].append([probabilities[name] for name in CLASSES])

    for film in track(films, what):
        radiograph = load_radiograph(folder / film.image)
        ask("full", film, radiograph)
        ask("frame only", film, frame_only(radiograph))
        if film.lung_mask:
            mask = load_radiograph(folder / film.lung_mask).render()
            ask("lungs out", film, without_lungs(radiograph, mask))
    return {
        twin: Scores(
            kept[twin],
            np.array(answers[twin]).reshape(-1, len(CLASSES)),
            np.array(refused[twin], dtype=bool),
        )
        for twin in kept
    }


def accuracy(scores: Scores) -> Figure:
    """Three-class accuracy; of films of one class, their recall."""
    correct = scores.probabilities.argmax(1) == scores.labels
    return lambda drawn: float(correct[drawn].mean())


def class_auc(name: str) -> Callable[[Scores], Figure]:
    """AUC of one class against the other two."""
    c = CLASSES.index(name)

    def figure(scores: Scores) -> Figure:
        positive, value = scores.labels == c, scores.probabilities[:, c]
        return lambda drawn: metrics.auc(positive[drawn], value[drawn])

    return figure


def pair_auc(name: str, against: str) -> Callable[[Scores], Figure]:
    """AUC of class ``name`` against films labelled ``against``.

    The score is the share of ``name`` in the two, or its probability where ``against`` is no class.
    """
    c = CLASSES.index(name)

    def figure(scores: Scores) -> Figure:
        positive = np.array([film.label == name for film in scores.films])
        value = scores.probabilities[:, c]
        if against in CLASSES:
            value = value / (value + scores.probabilities[:, CLASSES.index(against)] + 1e-12)
        return lambda drawn: metrics.auc(positive[drawn], value[drawn])

    return figure


# Within one hospital the source tells nothing; these say most of what was learned.
PAIRS = (
    ("kermany", "viral_pneumonia", "normal"),
    ("kermany", "viral_pneumonia", "other_pneumonia"),
    ("nih-chestxray8", "normal", "other_pneumonia"),
    ("cohen", "covid19", "other_pneumonia"),
)


def rows(scored: dict[str, Scores], resamples: int) -> list[dict[str, Any]]:
    """One row a measure: its name and an Estimate (or None) for every view of the films.

    "full, same films" is "full" on the films that have lung masks: what "lungs out" compares with.
    """
    masked = {film.image for film in scored["lungs out"].films}
    views = {
        "full": scored["full"],
        "full, same films": scored["full"].where(lambda film: film.image in masked),
        "lungs out": scored["lungs out"],
        "frame only": scored["frame only"],
    }

    def row(name: str, keep: Callable[[Film], bool], measure: Callable[[Scores], Figure]) -> dict[str, Any]:
        found: dict[str, Any] = {"measure": name}
        for view, scores in views.items():
            kept = scores.where(keep)
            figure = measure(kept)
            usable = len(kept) > 0 and not np.isnan(figure(np.arange(len(kept))))
            found[view] = metrics.bootstrap(figure, kept.groups, resamples) if usable else None
        return found

    def classified(film: Film) -> bool:
        return film.task == "classify"

    table = [row("three-class accuracy (source-confounded)", classified, accuracy)]
    for label, source in sorted({(f.label, f.source) for f in scored["full"].films if classified(f)}):

        def in_cell(film: Film, cell: tuple[str, str] = (label, source)) -> bool:
            return classified(film) and (film.label, film.source) == cell

        table.append(row(f"recall of {label}, {source}", in_cell, accuracy))
    table += [row(f"AUC of {name} against the rest", classified, class_auc(name)) for name in CLASSES]
    for source, name, against in PAIRS:

        def in_pair(film: Film, pair: tuple[str, str, str] = (source, name, against)) -> bool:
            return film.source == pair[0] and film.label in pair[1:]

        table.append(
            row(f"within {source}: AUC of {name} against {against}", in_pair, pair_auc(name, against))
        )
    return table


def forced(scores: Scores) -> list[dict[str, Any]]:
    """What the model says of films that are none of its classes: share of top classes, by source."""

    def cell_of(film: Film) -> tuple[str, str]:
        return (film.task if film.task == "covid_without_findings" else film.label, film.source)

    table = []
    for cell in sorted({cell_of(film) for film in scores.films}):
        label, source = cell
        some = scores.where(lambda film, cell=cell: cell_of(film) == cell)  # type: ignore[misc]
        top = np.bincount(some.probabilities.argmax(1), minlength=len(CLASSES)) / len(some)
        table.append(
            {
                "films": len(some),
                "label": label,
                "source": source,
                **{name: float(share) for name, share in zip(CLASSES, top, strict=True)},
                "mean top probability": float(some.probabilities.max(1).mean()),
                "refused": float(some.refused.mean()),
            }
        )
    return table


def calibration(scores: Scores, temperature: float) -> dict[str, float]:
    """Calibration error and negative log-likelihood, as served and as without temperature."""
    labels, served = scores.labels, scores.probabilities
    # The softmax forgets only what is common to the logits, so they can be had back from it.
    raw = temperature * np.log(np.maximum(served, 1e-30))
    return {
        "temperature": temperature,
        "calibration_error": metrics.calibration_error(labels, served),
        "calibration_error_uncalibrated": metrics.calibration_error(labels, metrics.probabilities_of(raw)),
        "nll": metrics.negative_log_likelihood(labels, raw, temperature),
        "nll_uncalibrated": metrics.negative_log_likelihood(labels, raw),
    }


def evaluate(
    films_at: Path,
    model_file: Path,
    report: Path,
    config: Config,
    resamples: int = RESAMPLES,
    lungs_file: Path | None = LUNGS_FILE,
) -> dict[str, Any]:
    """Score ``model_file`` on the report fold, write the report, return what report.json holds.

    Refused is what the program would refuse, the check of the segmenter ``lungs_file`` included.
    """
    classifier = Classifier(model_file, lungs=lungs_file)
    films = [f for f in read_manifest(films_at) if NO_DERIVATIVES not in f.licence]
    learned = {f.group for f in films if f.may_be_learned and f.fold != config.report_fold}
    inside = [f for f in films if f.may_be_learned and f.fold == config.report_fold]
    # Nobody of whom a film was learned from: otherwise the patient, not the picture, may be known.
    unlearned = [f for f in films if not f.may_be_learned and f.group not in learned]

    scored = score(classifier, films_at, inside, "the report fold")
    outside = score(classifier, films_at, unlearned, "films of no class")["full"]
    classified = scored["full"].where(lambda film: film.task == "classify")
    matrix = confusion_matrix(
        classified.labels, classified.probabilities.argmax(1), labels=range(len(CLASSES))
    )
    table = rows(scored, resamples)
    # A generator that shuffled once made a notebook's accuracy and its matrix disagree.
    assert np.isclose(np.trace(matrix) / matrix.sum(), table[0]["full"].value)
    others = scored["full"].where(lambda film: film.task == "other")
    result = {
        "model": asdict(classifier.identity),
        "spec": asdict(classifier.spec),
        "manifest_sha256": manifest_sha256(films_at),
        "report_fold": config.report_fold,
        "figures": [
            {k: asdict(v) if isinstance(v, Estimate) else v for k, v in row.items()} for row in table
        ],
        "confusion_matrix": matrix.tolist(),
        "frontals_refused": float(classified.refused.mean()),
        "resamples": resamples,
        "calibration": calibration(classified, classifier.spec.temperature),
        "forced": forced(others) + forced(outside),
    }
    three = {twin: scores.where(lambda film: film.task == "classify") for twin, scores in scored.items()}
    write_report(report, result, {twin: (s.labels, s.probabilities) for twin, s in three.items()})
    (report / "report.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return result


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--model", type=Path, default=MODEL_FILE)
    parser.add_argument("--report", type=Path, default=REPORT, help="folder to write")
    options = parser.parse_args(arguments)
    result = evaluate(options.films, options.model, options.report, Config())
    for row in result["figures"]:
        print(f"{row['measure']}: {row['full']['value']:.3f} on {row['full']['films']} films")
    print(f"The report is in {options.report}.")


if __name__ == "__main__":
    main()

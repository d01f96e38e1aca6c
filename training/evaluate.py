"""The exported files, asked through the program's own door, on films that they never saw.

Every figure stands beside its twins: the same films with the lungs covered in three ways, with nothing
but the lungs, and with only the outer tenth of each side left. What a twin still gets right was not read
from the lungs. Intervals are 95 % by resampling patients. Writes report.md, report.json and plots to the
report; films only to ``work``, which stays here.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from inference import Classifier, load_radiograph
from inference.runtime import LUNGS_OUTPUTS, Model
from training import gallery, measures, opacities, sources_told, table
from training.asking import FULL, Asked, ask, each, sample
from training.config import LUNGS_FILE, MODEL_FILE, REPORT, WORK, Config, films_folder
from training.manifest import NO_DERIVATIVES, Film, manifest_sha256, read_manifest
from training.measures import of, row
from training.reporting import write_report
from training.twins import HARMLESS, SPOILED, TWINS

# Of patients, for the intervals.
RESAMPLES = 1000
# Films drawn for what takes long: changed without harm, spoiled, and changed in ten ways each.
HARMLESS_FILMS, SPOILED_FILMS, STABILITY_FILMS = 300, 240, 60
# A probability that moves further than this with a harmless change is not worth its digits.
WIDE_RANGE = 0.2
# What training.left_out writes beside the report.
LEFT_OUT_FILE = "left_out.json"


def evaluate(
    films_at: Path,
    model_file: Path = MODEL_FILE,
    report: Path = REPORT,
    config: Config | None = None,
    resamples: int = RESAMPLES,
    lungs_file: Path = LUNGS_FILE,
    jobs: int | None = None,
    gallery_file: Path | None = gallery.FILE,
) -> dict[str, Any]:
    """Score both files on the report fold, write the report, return what report.json holds."""
    config = config or Config()
    jobs = jobs or default_jobs()
    classifier = Classifier(model_file, threads=1, lungs=lungs_file)
    films = [film for film in read_manifest(films_at) if NO_DERIVATIVES not in film.licence]
    learned = {film.group for film in films if film.may_be_learned and film.fold != config.report_fold}
    inside = [film for film in films if film.may_be_learned and film.fold == config.report_fold]
    # Nobody of whom a film was learned from: otherwise the patient, not the picture, may be known.
    without_findings = [
        film for film in films if film.task == "covid_without_findings" and film.group not in learned
    ]
    not_frontal = [film for film in films if film.task == "ood"]

    asked = ask(classifier, films_at, inside, TWINS, "the report fold", jobs)
    full = asked[FULL]
    blank = ask(classifier, films_at, without_findings, TWINS, "without findings", jobs)
    others = ask(classifier, films_at, not_frontal, {}, "not frontal", jobs)[FULL]
    some = sample(inside, HARMLESS_FILMS, config.seed)
    changed = ask(classifier, films_at, some, HARMLESS, "changed without harm", jobs)
    few = sample(inside, SPOILED_FILMS, config.seed + 1)
    spoiled = ask(classifier, films_at, few, SPOILED, "spoiled", jobs)
    covid = [film for film in inside if film.label == measures.COVID]

    matrix = measures.confusion(full)
    all_measures = [*measures.MEASURES, *measures.recalls(inside)]
    figures = [row(measure, asked, resamples) for measure in all_measures]
    agree(matrix, full)
    blank_measure = measures.Measure(
        "COVID-19 by PCR without findings called COVID-19",
        lambda film: True,
        measures.called_as(measures.COVID),
    )
    result: dict[str, Any] = {
        "model": asdict(classifier.identity),
        "spec": asdict(classifier.spec),
        "lungs_model": lungs_identity(lungs_file),
        "manifest_sha256": manifest_sha256(films_at),
        "report_fold": config.report_fold,
        "seed": config.seed,
        "resamples": resamples,
        "films": len(inside),
        "figures": [*figures, row(blank_measure, blank, resamples)],
        "falls": falls(asked, resamples),
        "strata": measures.strata(asked, resamples),
        "confusion": matrix,
        "source_told": source_told(model_file, lungs_file, films_at, covid, resamples, config.seed, jobs),
        "unchanged": {
            name: measures.unchanged(changed[FULL], changed[name], resamples) for name in HARMLESS
        },
        "calibration": calibrations(full, resamples),
        "refusals": refusals(full, blank[FULL], others, spoiled, config.report_fold, resamples),
        "maps": opacities.against_outlines(
            classifier, films_at, films, config.report_fold, resamples, jobs
        ),
        "prediction_sets": measures.prediction_sets(full, resamples),
        "small_changes": small_changes(
            classifier, films_at, sample(inside, STABILITY_FILMS, config.seed + 2), jobs
        ),
        "left_out": stored(report / LEFT_OUT_FILE),
    }
    result["table"] = table.rows(result)
    report.mkdir(parents=True, exist_ok=True)
    write_report(report, result, asked)
    (report / "report.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if gallery_file is not None:
        gallery.write(classifier, films_at, gallery.mistakes(full), gallery_file)
    return result


def agree(matrix: Sequence[Mapping[str, Any]], full: Asked) -> None:
    """A generator that shuffled once made a notebook's accuracy and its matrix disagree; never here."""
    classes = full.where(measures.is_class)
    every = np.arange(len(classes))
    for of_four, columns in ((True, "of four"), (False, "of three")):
        accuracy = measures.right(of_four)(classes)(every)
        assert np.isclose(measures.diagonal(matrix, columns), accuracy), columns


def falls(asked: Mapping[str, Asked], resamples: int) -> list[dict[str, Any]]:
    """By how much the figures within a source fall when the lungs are covered: every cover, both masks."""
    found = []
    for measure in (*measures.WITHIN_SOURCE, measures.ACCURACY, measures.FORCED_ACCURACY):
        drawn = measures.Measure(
            f"{measure.name}, lungs drawn by people",
            lambda film, keep=measure.keep: bool(film.lung_mask) and keep(film),  # type: ignore[misc]
            measure.figure,
        )
        for one in (measure, drawn):
            by_twin = {name: measures.fall(one, asked[FULL], asked[name], resamples) for name in TWINS}
            if any(by_twin.values()):
                found.append({"measure": one.name, **by_twin})
    return found


def calibrations(full: Asked, resamples: int) -> dict[str, Any]:
    """Calibration over all films of the fold, and of every source."""
    found = {"all films": measures.calibration(full, resamples)}
    for source in sorted({film.source for film in full.films}):
        own = full.where(lambda film, source=source: film.source == source)  # type: ignore[misc]
        found[source] = measures.calibration(own, resamples)
    return found


def refusals(
    full: Asked,
    blank: Asked,
    others: Asked,
    spoiled: Mapping[str, Asked],
    report_fold: int,
    resamples: int,
) -> list[dict[str, Any]]:
    """What the program refuses: of frontal films by source, of what is not frontal, of spoiled ones."""
    parts = {"frontal films": full}
    for source in sorted({film.source for film in full.films}):
        parts[f"frontal films, {source}"] = full.where(of(source, *{film.label for film in full.films}))
    parts["COVID-19 by PCR without findings (frontal)"] = blank
    slices = {"Axial", "Coronal", "Sagittal"}
    for what, in_view in (("lateral views", False), ("CT slices", True)):
        for seen, in_fold in (("learned from", False), ("not learned from", True)):
            parts[f"{what}, {seen}"] = others.where(
                lambda film, a=in_view, b=in_fold: (  # type: ignore[misc]
                    (film.view in slices) == a and (film.fold == report_fold) == b
                )
            )
    parts |= {f"frontal films, {name}": spoiled[name] for name in SPOILED}
    return [
        {"what": name, "refuse": not _stays(name), **measures.refusals(some, resamples)}
        for name, some in parts.items()
        if len(some)
    ]


def source_told(
    model_file: Path,
    lungs_file: Path,
    films_at: Path,
    films: Sequence[Film],
    resamples: int,
    seed: int,
    jobs: int,
) -> dict[str, Any] | None:
    """See :mod:`training.sources_told`."""
    if not films:
        return None
    found = sources_told.features(model_file, lungs_file, films_at, films, jobs)
    return sources_told.told(found, films, resamples, seed)


def small_changes(
    classifier: Classifier, films_at: Path, films: Sequence[Film], jobs: int
) -> dict[str, Any]:
    """How wide the ranges of the top class are, and whether occlusion ranks places as its map does."""

    def one(film: Film) -> tuple[float, float | None]:
        radiograph = load_radiograph(films_at / film.image)
        prediction = classifier.predict(radiograph, even_if_unsuitable=True, stability=True)
        top = prediction.findings[0]
        assert top.low is not None
        assert top.high is not None
        return top.high - top.low, classifier.occlude(radiograph, prediction, top).correlation

    answers = each(one, films, "small changes", jobs)
    widths = np.array([width for width, _ in answers])
    correlations = np.array([c for _, c in answers if c is not None])
    found: dict[str, Any] = {"films": len(films)}
    if len(widths):
        found["range of the top class"] = _spread(widths)
        found["wider than 0.2"] = float((widths > WIDE_RANGE).mean())
    if len(correlations):
        found["correlation of occlusion and class map"] = _spread(correlations)
        found["correlations"] = len(correlations)
    return found


def lungs_identity(path: Path) -> dict[str, Any]:
    """Which view network."""
    model = Model(path, 1, LUNGS_OUTPUTS)
    spec = model.spec
    return {
        "name": spec.name,
        "version": spec.version,
        "sha256": model.sha256,
        "revision": spec.revision,
        "limits": spec.limits,
    }


def stored(path: Path) -> dict[str, Any] | None:
    """What a step before wrote, None where it has not."""
    if not path.exists():
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def default_jobs() -> int:
    """The cores at hand; one where OMP_NUM_THREADS says that others need them."""
    return int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1)


def _stays(name: str) -> bool:
    """Whether films so named should be answered."""
    return name in ("frontal films", "COVID-19 by PCR without findings (frontal)") or (
        name.startswith("frontal films, ") and name.removeprefix("frontal films, ") not in SPOILED
    )


def _spread(values: np.ndarray[Any, np.dtype[np.float64]]) -> dict[str, float]:
    quarters = np.percentile(values, [5, 25, 50, 75, 95])
    return {
        name: float(value)
        for name, value in zip(("5 %", "25 %", "median", "75 %", "95 %"), quarters, strict=True)
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--model", type=Path, default=MODEL_FILE)
    parser.add_argument("--lungs", type=Path, default=LUNGS_FILE)
    parser.add_argument("--report", type=Path, default=REPORT, help="folder to write")
    parser.add_argument("--resamples", type=int, default=RESAMPLES, help="of patients, for the intervals")
    parser.add_argument("--jobs", type=int, default=default_jobs(), help="films at once")
    options = parser.parse_args(arguments)
    result = evaluate(
        options.films,
        options.model,
        options.report,
        resamples=options.resamples,
        lungs_file=options.lungs,
        jobs=options.jobs,
        gallery_file=WORK / "gallery.html",
    )
    for line in result["table"]:
        print(table.in_words(line))
    print(f"The report is in {options.report}, the worst mistakes in {WORK / 'gallery.html'}.")


if __name__ == "__main__":
    main()

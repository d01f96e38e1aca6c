"""What the runs without a source say of that source: the nearest thing here to another hospital.

Each run of :data:`training.train.LEFT_OUT` becomes a file for a moment and is asked through the program's
own door about all films of the source that it never saw, except of people that it knows from elsewhere.
Its offsets, temperatures and prediction sets are those of the bundled model, which were fitted to answers
about these very films but for the report fold: what depends on them is optimistic on all films, and honest
on the report fold alone, which is given apart. Writes left_out.json to the report.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from inference import Classifier
from inference.composition import NONE_OF_THESE
from training import measures
from training.asking import FULL, Asked, ask
from training.calibration import Calibration, calibrate, held_out
from training.config import LUNGS_FILE, REPORT, Config, films_folder
from training.evaluate import LEFT_OUT_FILE, RESAMPLES, default_jobs
from training.export import write_classifier
from training.manifest import NO_DERIVATIVES, Film, manifest_sha256, read_manifest
from training.measures import COHEN, COVID, CXNET, NIH, NORMAL, OTHER, Measure, of, row
from training.splits import learned
from training.train import LEFT_OUT, LEFT_OUT_RUNS, load_network
from training.twins import TWINS


def crossing(source: str, label: str) -> Measure:
    """The left-out COVID-19 films against films of another source: what tells them may be the source."""
    other = NONE_OF_THESE if label == OTHER else NORMAL
    return Measure(
        f"COVID-19 ({source}) against {label} (nih, report fold), AUC, crossing sources",
        lambda film: film.source in (source, NIH) and film.label in (COVID, label),
        measures.auc_by(COVID, measures.one_or_other(COVID, other)),
    )


def of_both(source: str) -> tuple[Measure, ...]:
    """What is measured of either source: its recall, and what that costs among films of adults."""
    recall = f"{source}: COVID-19 called COVID-19"
    return (
        Measure(recall, of(source, COVID), measures.called_as(COVID)),
        Measure(
            f"{recall} (greatest of the three classes)",
            of(source, COVID),
            measures.called_as(COVID, of_four=False),
        ),
        crossing(source, NORMAL),
        crossing(source, OTHER),
        Measure(
            "nih, report fold, by the same run, which knows nih: normals called COVID-19",
            of(NIH, NORMAL),
            measures.called_as(COVID),
        ),
        Measure(
            "nih, report fold, by the same run, which knows nih: pneumonia called COVID-19",
            of(NIH, OTHER),
            measures.called_as(COVID),
        ),
    )


MEASURES: dict[str, tuple[Measure, ...]] = {
    COHEN: (
        measures.COVID_OR_OTHER,
        measures.COVID_OR_OTHER_PLAIN,
        Measure("cohen: other pneumonia called COVID-19", of(COHEN, OTHER), measures.called_as(COVID)),
        *of_both(COHEN),
    ),
    CXNET: of_both(CXNET),
}


def films_to_ask(films: Sequence[Film], source: str, config: Config) -> list[Film]:
    """Films of the source, and what they are compared with, of nobody whom the run learned from."""
    known = {films[i].group for i in learned(films, config)}

    def wanted(film: Film) -> bool:
        if not film.may_be_learned or film.group in known:
            return False
        compared = film.source == NIH and film.fold == config.report_fold
        return film.source == source or compared

    return [film for film in films if wanted(film)]


def figures(asked: dict[str, Asked], source: str, report_fold: int, resamples: int) -> dict[str, Any]:
    """Every measure of the source on all films and on the report fold; calibration likewise."""
    found: dict[str, Any] = {"films": len(asked[FULL].where(lambda film: film.source == source))}
    for name, keep in (
        ("all films", lambda film: True),
        ("report fold", lambda film: film.fold == report_fold),
    ):
        some = {twin: part.where(keep) for twin, part in asked.items()}
        own = some[FULL].where(lambda film: film.source == source)
        found[name] = {
            "figures": [row(measure, some, resamples) for measure in MEASURES[source]],
            "calibration": measures.calibration(own, resamples),
            "refusals": measures.refusals(own, resamples),
            "prediction_sets": measures.prediction_sets(own, resamples),
        }
    return found


def score(
    films_at: Path, source: str, run: Path, calibration: Calibration, resamples: int, jobs: int
) -> dict[str, Any]:
    """One run, exported for the moment, on the source that it left out."""
    network, config = load_network(run)
    if config.left_out != source:
        raise ValueError(f"{run} was trained without {config.left_out or 'nothing'}, not without {source}")
    films = [film for film in read_manifest(films_at) if NO_DERIVATIVES not in film.licence]
    with tempfile.TemporaryDirectory() as folder:
        model_file = Path(folder) / "classifier.onnx"
        write_classifier(network, config, calibration, manifest_sha256(films_at), model_file)
        classifier = Classifier(model_file, threads=1, lungs=LUNGS_FILE)
        some = films_to_ask(films, source, config)
        asked = ask(classifier, films_at, some, TWINS, f"without {source}", jobs)
    return figures(asked, source, config.report_fold, resamples)


def evaluate(
    films_at: Path,
    runs: Path = LEFT_OUT_RUNS,
    report: Path = REPORT,
    resamples: int = RESAMPLES,
    jobs: int | None = None,
) -> dict[str, Any]:
    """Score every run without a source, write left_out.json, return what it holds."""
    jobs = jobs or default_jobs()
    calibration = calibrate(held_out(films_at, runs, Config()))
    result = {
        "manifest_sha256": manifest_sha256(films_at),
        "resamples": resamples,
        "calibration": asdict(calibration),
        "sources": {
            source: score(films_at, source, runs / source, calibration, resamples, jobs)
            for source in LEFT_OUT
        },
    }
    report.mkdir(parents=True, exist_ok=True)
    (report / LEFT_OUT_FILE).write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return result


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.left_out", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--report", type=Path, default=REPORT, help="folder to write")
    parser.add_argument("--jobs", type=int, help="films at once")
    options = parser.parse_args(arguments)
    result = evaluate(options.films, report=options.report, jobs=options.jobs)
    for source, found in result["sources"].items():
        for line in found["all films"]["figures"]:
            cell = line[FULL]
            shown = f"{cell['value']:.3f}" if cell and "value" in cell else "too few films"
            print(f"without {source}: {line['measure']}: {shown}")


if __name__ == "__main__":
    main()

"""Everything in order: cache, lungs, classifier, notebook, report, card. What is done is not done again.

A step is done when its outputs exist and its stamp in ``work/stamps`` names the inputs that it would
be given now. A step that was cut off leaves no stamp and is run again; training goes on after its last
finished epoch.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training import (
    cache,
    card,
    evaluate,
    evaluate_lungs,
    explore,
    export,
    export_lungs,
    left_out,
    lung_cache,
    train,
    train_lungs,
)
from training.baselines import Recipe
from training.config import LUNGS_FILE, MODEL_FILE, REPORT, WORK, Config, LungConfig, films_folder
from training.manifest import manifest_sha256

STAMPS = WORK / "stamps"


@dataclass(frozen=True)
class Step:
    """``inputs`` is asked when the steps before are done; its values must be JSON."""

    name: str
    inputs: Callable[[], dict[str, Any]]
    outputs: tuple[Path, ...]
    work: Callable[[], object]


def lung_steps(films_at: Path, config: LungConfig) -> list[Step]:
    """The view network: trained, trained without some sources, exported, evaluated."""
    last = train_lungs.RUN / "last.pt"
    left_out = {name: train_lungs.left_out_run(name) / "last.pt" for name in train_lungs.LEFT_OUT}

    def without(name: str) -> Step:
        own = train_lungs.LEFT_OUT[name]
        return Step(
            f"train_lungs_without_{name}",
            lambda: {"images": cache.images_sha256(), "config": own.as_dict()},
            (left_out[name],),
            lambda: train_lungs.train(films_at, own, train_lungs.left_out_run(name)),
        )

    return [
        Step(
            "train_lungs",
            lambda: {"images": cache.images_sha256(), "config": config.as_dict()},
            (last,),
            lambda: train_lungs.train(films_at, config),
        ),
        *(without(name) for name in left_out),
        Step(
            "export_lungs",
            lambda: {"checkpoint": sha256(last), "manifest": manifest_sha256(films_at)},
            (LUNGS_FILE,),
            lambda: export_lungs.export(films_at),
        ),
        Step(
            "evaluate_lungs",
            lambda: {"model": sha256(LUNGS_FILE), **{n: sha256(path) for n, path in left_out.items()}},
            (REPORT / "lungs.json",),
            lambda: evaluate_lungs.evaluate(films_at),
        ),
    ]


def training_steps(films_at: Path, config: Config) -> list[Step]:
    """The classifier: trained on all sources, and without some; each asks where the lungs are."""

    def step(name: str, config: Config, run: Path) -> Step:
        return Step(
            name,
            lambda: {
                "images": cache.images_sha256(),
                "lungs": sha256(LUNGS_FILE),
                "config": config.as_dict(),
            },
            (run / "last.pt",),
            lambda: train.train(films_at, config, run),
        )

    without = [
        step(f"train_without_{source}", train.left_out_config(config, source), train.LEFT_OUT_RUNS / source)
        for source in train.LEFT_OUT
    ]
    return [step("train", config, train.RUN), *without]


def report_steps(films_at: Path) -> list[Step]:
    """What was trained: exported, the runs without a source asked about it, the bundled files evaluated."""
    last = train.RUN / "last.pt"
    left_out_runs = {source: train.LEFT_OUT_RUNS / source / "last.pt" for source in train.LEFT_OUT}
    left_out_file = REPORT / evaluate.LEFT_OUT_FILE

    def left_out_inputs() -> dict[str, Any]:
        return {
            "left_out": {source: sha256(path) for source, path in left_out_runs.items()},
            "lungs": sha256(LUNGS_FILE),
            "manifest": manifest_sha256(films_at),
        }

    return [
        Step(
            "export",
            lambda: {"checkpoint": sha256(last), **left_out_inputs()},
            (MODEL_FILE,),
            lambda: export.export(films_at),
        ),
        Step(
            "left_out",
            left_out_inputs,
            (left_out_file,),
            lambda: left_out.evaluate(films_at),
        ),
        Step(
            "evaluate",
            lambda: {
                "model": sha256(MODEL_FILE),
                "lungs": sha256(LUNGS_FILE),
                "left_out": sha256(left_out_file),
                "notebook": sha256(REPORT / "notebook.md"),
                "manifest": manifest_sha256(films_at),
            },
            (REPORT / "report.md", REPORT / "report.json"),
            lambda: evaluate.evaluate(films_at),
        ),
    ]


def card_step() -> Step:
    """The card, of everything that was measured."""
    return Step(
        "card",
        lambda: {
            **{name: sha256(REPORT / f"{name}.json") for name in card.FILES},
            "prose": sha256(card.TEMPLATE),
        },
        (card.CARD,),
        card.write_card,
    )


def notebook_steps(films_at: Path, recipe: Recipe) -> list[Step]:
    """What the first notebook did, done again; nothing but the report and the card depends on it."""
    return [
        Step(
            "explore",
            lambda: {"images": cache.images_sha256(), "recipe": recipe.as_dict()},
            (REPORT / "notebook.md", REPORT / "notebook.json"),
            lambda: explore.explore(films_at, recipe),
        )
    ]


def perform(step: Step, stamps: Path = STAMPS) -> bool:
    """Do ``step`` unless it is done; whether it had to be done."""
    stamp, inputs = stamps / f"{step.name}.json", step.inputs()
    done = stamp.exists() and json.loads(stamp.read_text(encoding="utf-8")) == inputs
    if done and all(output.exists() for output in step.outputs):
        print(f"{step.name}: done before")
        return False
    print(f"{step.name}:", flush=True)
    stamp.unlink(missing_ok=True)
    step.work()
    stamps.mkdir(parents=True, exist_ok=True)
    stamp.write_text(json.dumps(inputs, indent=1) + "\n", encoding="utf-8")
    return True


def sha256(path: Path) -> str:
    """Of a file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.run", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    options = parser.parse_args(arguments)
    config = Config()
    # The cache looks for itself whether it is current: it must ask the program how films look now.
    cache.prepare(options.films, config)
    for step in lung_steps(options.films, LungConfig()):
        perform(step)
    lung_cache.prepare(cache.load(options.films).images)
    later = (
        *training_steps(options.films, config),
        # Before the report and the card, which show its tables.
        *notebook_steps(options.films, Recipe()),
        *report_steps(options.films),
        card_step(),
    )
    for step in later:
        perform(step)


if __name__ == "__main__":
    main()

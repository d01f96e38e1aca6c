"""The lungs' step 3: how well the segmenter finds lungs, and which films the check `lungs` lets pass.

Dice of the exported file on the fold that it never saw, by source; Dice of the network that never saw
one source, on that source; and the share of films in which two plausible lungs are found, of frontal
ones, of those that are not, and of frontal ones turned or inverted. Intervals are 95 % by resampling
patients. Writes lungs.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from rich.progress import track

from inference.lungs import MIN_PROBABILITY, find_lungs
from inference.runtime import LUNGS_OUTPUTS, Model
from training import cache, loop, metrics
from training.config import LUNGS_FILE, REPORT, LungConfig, films_folder
from training.dataset import plain_batches
from training.manifest import NO_DERIVATIVES, Film
from training.train_lungs import LEFT_OUT, LEFT_OUT_RUN, half_size, load_segmenter

RESAMPLES = 1000

# Frontal films made unfit, (n, s, s) to (n, s, s) uint8: what is left of what should be refused.
SPOILED: dict[str, Callable[[NDArray[np.uint8]], NDArray[np.uint8]]] = {
    "upside down": lambda films: films[:, ::-1, ::-1],
    "a quarter turned": lambda films: np.rot90(films, axes=(1, 2)),
    "inverted": np.invert,
}

# (n, 1, s, s) films to (n, s / 2, s / 2) probabilities of lung, float32.
Segment = Callable[[torch.Tensor], NDArray[np.float32]]


def dice(found: NDArray[np.bool_], drawn: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Of each of n films: twice the common area over the sum of both (Dice 1945); (n, m, m) masks."""
    common, both = (found & drawn).sum((1, 2)), found.sum((1, 2)) + drawn.sum((1, 2))
    return np.asarray(2 * common / both, dtype=np.float64)


def probabilities(segment: Segment, images: NDArray[np.uint8], what: str) -> NDArray[np.float32]:
    """(n, s / 2, s / 2) probabilities of lung in (n, s, s) films."""
    batches: Iterable[torch.Tensor] = track(plain_batches(images, LungConfig().spec()), what)
    return np.concatenate([segment(batch) for batch in batches])


def served(path: Path) -> Segment:
    """The exported file, by the program's runtime."""
    model = Model(path, torch.get_num_threads(), LUNGS_OUTPUTS)
    return lambda films: model.run(films.numpy())[0]


def trained(run: Path) -> Segment:
    """The network that was left in ``run``."""
    network, _ = load_segmenter(run)

    def segment(films: torch.Tensor) -> NDArray[np.float32]:
        logits = loop.predict(network, [films])
        return np.asarray(1 / (1 + np.exp(-logits[:, 0])), dtype=np.float32)

    return segment


def agreement(
    data: cache.Cache, members: Sequence[int], found: NDArray[np.float32], resamples: int
) -> dict[str, Any]:
    """Mean Dice with its interval, and the share of films below 0.9; ``found`` as of ``members``."""
    scores = dice(found > MIN_PROBABILITY, half_size(data.masks[list(members)]) > 0.5)
    groups = [data.films[i].group for i in members]
    estimate = metrics.bootstrap(lambda drawn: float(scores[drawn].mean()), groups, resamples)
    return {
        **asdict(estimate),
        "median": float(np.median(scores)),
        "below 0.9": float((scores < 0.9).mean()),
    }


def passing(films: Sequence[Film], found: NDArray[np.float32]) -> list[dict[str, Any]]:
    """How many films have two plausible lungs, by what they are, source and fold."""
    passed = np.array([find_lungs(map_).are_plausible for map_ in found])
    cells = [("not frontal" if f.task == "ood" else "frontal", f.source, f.fold) for f in films]
    rows = []
    for cell in sorted(set(cells)):
        own = passed[[other == cell for other in cells]]
        row = dict(zip(("view", "source", "fold"), cell, strict=True))
        rows.append({**row, "films": len(own), "passed": int(own.sum())})
    return rows


def evaluate(
    films_at: Path,
    model_file: Path = LUNGS_FILE,
    left_out_run: Path = LEFT_OUT_RUN,
    report: Path = REPORT,
    resamples: int = RESAMPLES,
) -> dict[str, Any]:
    """Score both networks, write lungs.json, return what it holds."""
    cv2.setNumThreads(1)
    data, config = cache.load(films_at), LungConfig()
    allowed = [i for i, film in enumerate(data.films) if NO_DERIVATIVES not in film.licence]
    masked = [i for i in allowed if data.has_mask[i] and data.films[i].task != "ood"]
    found = probabilities(served(model_file), data.images[allowed], "films")
    place = {i: at for at, i in enumerate(allowed)}

    inside = {}
    for source in config.sources:
        own = [
            i for i in masked if data.films[i].source == source and data.films[i].fold == config.report_fold
        ]
        inside[source] = agreement(data, own, found[[place[i] for i in own]], resamples)
    unseen = {}
    for source in sorted(set(config.sources) - set(LEFT_OUT.sources)):
        own = [i for i in masked if data.films[i].source == source]
        maps = probabilities(trained(left_out_run), data.images[own], f"{source}, never seen")
        unseen[source] = agreement(data, own, maps, resamples)
    reported = [i for i in allowed if data.films[i].fold == config.report_fold]
    frontal = [i for i in reported if data.films[i].task != "ood"]
    spoiled = {}
    for name, spoil in SPOILED.items():
        maps = probabilities(served(model_file), spoil(data.images[frontal]), name)
        spoiled[name] = {"films": len(maps), "passed": sum(find_lungs(m).are_plausible for m in maps)}
    # Of the films that are not frontal all but a few were learned from; this network saw none of them.
    others = [i for i in allowed if data.films[i].task == "ood"]
    maps = probabilities(trained(left_out_run), data.images[others], "not frontal, never seen")
    result = {
        "spec": asdict(Model(model_file, 1, LUNGS_OUTPUTS).spec),
        "report_fold": config.report_fold,
        "dice": inside,
        "dice_left_out_source": unseen,
        "two_lungs_found": passing([data.films[i] for i in allowed], found),
        "two_lungs_found_spoiled": spoiled,
        "two_lungs_found_left_out_source": passing([data.films[i] for i in others], maps),
        "resamples": resamples,
    }
    report.mkdir(parents=True, exist_ok=True)
    (report / "lungs.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return result


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate_lungs", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--model", type=Path, default=LUNGS_FILE)
    parser.add_argument("--report", type=Path, default=REPORT, help="folder to write")
    options = parser.parse_args(arguments)
    result = evaluate(options.films, options.model, report=options.report)
    for kind in ("dice", "dice_left_out_source"):
        for source, figure in result[kind].items():
            print(f"{kind}, {source}: {figure['value']:.3f} on {figure['films']} films")


if __name__ == "__main__":
    main()

"""The view network's step 3: how well it finds lungs, and which pictures it refuses.

Dice of the exported file on the fold that it never saw, by source; and what is refused there, by view,
by distance and by the lungs found: frontal films as they are and mildly changed, films turned, inverted,
cut and put together, the few that are not frontal, and pictures from elsewhere. The same of the networks
that never saw some sources, on those. Intervals are 95 % by resampling patients. Writes lungs.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from inference import InferenceError, load_radiograph
from inference.lungs import MIN_PROBABILITY
from inference.preprocessing import normalise, reduce
from inference.runtime import LUNGS_OUTPUTS, Model
from inference.view import VIEWS
from training import cache, gate, loop, metrics, unfit
from training.augment import blur, jpeg, marks
from training.config import LUNGS_FILE, REPORT, LungConfig, films_folder
from training.gate import Measured
from training.manifest import NO_DERIVATIVES, Film
from training.train_lungs import LEFT_OUT, half_size, left_out_run, load_segmenter

RESAMPLES = 1000
# Of the frontal films every so many-th is changed: eighteen changes of each take minutes.
CHANGED = 3
Films = NDArray[np.uint8]
Row = dict[str, Any]
# (n, s, s) uint8 films to what a network finds in them.
Measure = Callable[[Films], Measured]

# Frontal films that must still pass.
MILD: dict[str, Callable[[Films], Films]] = {
    "marked": lambda films: _each(films, marks),
    "5 % of each side cropped": lambda films: _each(films, lambda film, _: gate.crop_border(film, 0.05)),
    "8 % of each side cropped": lambda films: _each(films, lambda film, _: gate.crop_border(film, 0.08)),
    "blurred": lambda films: _each(films, blur),
    "compressed": lambda films: _each(films, jpeg),
    "mirrored": lambda films: films[:, :, ::-1],
}
# Frontal films made unfit.
SPOILED: dict[str, Callable[[Films], Films]] = {
    "inverted": np.invert,
    "turned by 90 degrees": lambda films: np.rot90(films, 1, (1, 2)),
    "turned by 180 degrees": lambda films: np.rot90(films, 2, (1, 2)),
    "turned by 270 degrees": lambda films: np.rot90(films, 3, (1, 2)),
    "turned by 90 degrees, inverted": lambda films: np.invert(np.rot90(films, 1, (1, 2))),
    "left half": lambda films: _enlarged(films, slice(None), slice(0, 112)),
    "right half": lambda films: _enlarged(films, slice(None), slice(112, None)),
    "upper half": lambda films: _enlarged(films, slice(0, 112), slice(None)),
    "lower half": lambda films: _enlarged(films, slice(112, None), slice(None)),
    "middle third": lambda films: _enlarged(films, slice(75, 149), slice(75, 149)),
    "two side by side": lambda films: np.stack(
        [
            unfit.collage([one, two], np.random.default_rng(0))
            for one, two in zip(films, films[::-1], strict=True)
        ]
    ),
    "photographed": lambda films: _each(films, unfit.photographed),
}
# Packages that training needs, or the program, and where they keep pictures that are no chest films.
STRANGERS = (
    ("sklearn", "datasets/images"),
    ("matplotlib", "mpl-data/sample_data"),
    ("pydicom", "data/test_files"),
)


def dice(found: NDArray[np.bool_], drawn: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Of each of n films: twice the common area over the sum of both (Dice 1945); (n, m, m) masks."""
    common, both = (found & drawn).sum((1, 2)), found.sum((1, 2)) + drawn.sum((1, 2))
    return np.asarray(2 * common / both, dtype=np.float64)


def served(path: Path) -> Measure:
    """The exported file, by the program's runtime."""
    model = Model(path, 1, LUNGS_OUTPUTS)

    def measure(films: Films) -> Measured:
        found = [
            model.run(normalise(np.ascontiguousarray(films[k : k + 16]), model.spec)[:, np.newaxis])
            for k in range(0, len(films), 16)
        ]
        return Measured(*(np.concatenate(parts) for parts in zip(*found, strict=True)))

    return measure


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


def refusals(what: str, source: str, found: Measured, limits: dict[str, float]) -> Row:
    """How many films are refused, by which measurement (several may), and what they are taken for."""
    by = found.refused_by(limits)
    taken = np.bincount(found.view.argmax(1), minlength=len(VIEWS))
    return {
        "what": what,
        "source": source,
        "films": len(found.view),
        "refused": int(np.any(list(by.values()), axis=0).sum()),
        "by": {name: int(refused.sum()) for name, refused in by.items()},
        "taken for": dict(zip(VIEWS, taken.tolist(), strict=True)),
    }


def kinds(films: Sequence[Film], members: Sequence[int]) -> dict[tuple[str, str], list[int]]:
    """``members`` by what they are and their source."""
    cells: dict[tuple[str, str], list[int]] = {}
    for i in members:
        what = "not frontal" if films[i].task == "ood" else "frontal"
        cells.setdefault((what, films[i].source), []).append(i)
    return dict(sorted(cells.items()))


def changed(measure: Measure, films: Films, limits: dict[str, float], source: str) -> Iterator[Row]:
    """Refusals of frontal films mildly changed and spoiled."""
    for name, change in track({**MILD, **SPOILED}.items(), f"{source}, changed", transient=True):
        yield refusals(name, source, measure(change(films)), limits)


def strangers(size: int, folders: Sequence[Path] = ()) -> Iterator[tuple[str, Films]]:
    """Pictures that packages bring with them, and those of ``folders``: where they lie, (n, s, s) uint8.

    Never learned from. What cannot be read as a radiograph is left out, as are packages that are not here.
    """
    places = [(path.name, path) for path in folders]
    for package, below in STRANGERS:
        if find_spec(package) is not None:
            places.append((package, Path(str(files(package))) / below))
    for name, folder in places:
        pictures = []
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() not in (".dcm", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif"):
                continue
            try:
                picture = reduce(load_radiograph(path), size)
            except InferenceError:
                continue
            # A flat picture is refused for want of contrast before anything is asked.
            if np.count_nonzero(np.bincount(picture.ravel(), minlength=256)) >= 32:
                pictures.append(picture)
        if pictures:
            yield name, np.stack(pictures)


def evaluate(
    films_at: Path,
    model_file: Path = LUNGS_FILE,
    report: Path = REPORT,
    resamples: int = RESAMPLES,
    folders: Sequence[Path] = (),
) -> dict[str, Any]:
    """Score all networks, write lungs.json, return what it holds."""
    cv2.setNumThreads(1)
    loop.keep_freed_memory()
    data, config = cache.load(films_at), LungConfig()
    measure, spec = served(model_file), Model(model_file, 1, LUNGS_OUTPUTS).spec
    limits = dict(spec.limits)
    reported = [
        i
        for i, film in enumerate(data.films)
        if film.fold == config.report_fold and NO_DERIVATIVES not in film.licence
    ]
    inside, rows = {}, []
    for (what, source), own in kinds(data.films, reported).items():
        found = measure(data.images[own])
        rows.append(refusals(what, source, found, limits))
        masked = [at for at, i in enumerate(own) if data.has_mask[i]]
        if what == "frontal" and masked:
            inside[source] = agreement(data, [own[at] for at in masked], found.lungs[masked], resamples)
    frontal = [i for i in reported if data.films[i].task != "ood"]
    rows += changed(measure, data.images[frontal[::CHANGED]], limits, "all")
    for kind in unfit.INVENTED:
        drawn = np.stack([kind(config.spec().size, np.random.default_rng([4, k])) for k in range(40)])
        rows.append(refusals(f"invented: {kind.__name__}", "none", measure(drawn), limits))
    for name, pictures in strangers(config.spec().size, folders):
        rows.append(refusals("a picture from elsewhere", name, measure(pictures), limits))
    result = {
        "spec": asdict(spec),
        "report_fold": config.report_fold,
        "dice": inside,
        "refused": rows,
        "left_out": {name: unseen(data, name, resamples) for name in LEFT_OUT},
        "resamples": resamples,
    }
    report.mkdir(parents=True, exist_ok=True)
    (report / "lungs.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return result


def unseen(data: cache.Cache, name: str, resamples: int) -> dict[str, Any]:
    """Of the network of ``LEFT_OUT[name]``: its limits, and its Dice and refusals on what it never saw."""
    network, config = load_segmenter(left_out_run(name))
    network_served = gate.serve(network, data, config)
    limits = gate.limits(network_served, data, config)
    strange = [
        i
        for i, film in enumerate(data.films)
        if film.source not in config.sources and NO_DERIVATIVES not in film.licence
    ]
    agreements, rows = {}, []
    for (what, source), own in kinds(data.films, strange).items():
        found = gate.measure(network_served, data.images[own], config)
        rows.append(refusals(what, source, found, limits))
        masked = [at for at, i in enumerate(own) if data.has_mask[i]]
        if what == "frontal" and masked:
            agreements[source] = agreement(data, [own[at] for at in masked], found.lungs[masked], resamples)
    return {"limits": limits, "dice": agreements, "refused": rows}


def _each(films: Films, change: Callable[[Films, np.random.Generator], Films]) -> Films:
    return np.stack([change(np.asarray(film), np.random.default_rng(k)) for k, film in enumerate(films)])


def _enlarged(films: Films, rows: slice, columns: slice) -> Films:
    side = films.shape[1]
    enlarged = [cv2.resize(film[rows, columns], (side, side)) for film in films]
    return np.asarray(np.stack(enlarged), dtype=np.uint8)


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate_lungs", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--model", type=Path, default=LUNGS_FILE)
    parser.add_argument("--report", type=Path, default=REPORT, help="folder to write")
    parser.add_argument(
        "--strangers", type=Path, nargs="*", default=[], help="folders of pictures that are no chest films"
    )
    options = parser.parse_args(arguments)
    result = evaluate(options.films, options.model, options.report, folders=options.strangers)
    for source, figure in result["dice"].items():
        print(f"Dice, {source}: {figure['value']:.3f} on {figure['films']} films")
    for row in result["refused"]:
        print(f"{row['what']}, {row['source']}: {row['refused']} of {row['films']} refused")


if __name__ == "__main__":
    main()

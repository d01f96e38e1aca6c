"""Step 1: every film and lung mask, decoded once.

The films go through the program's own loading and reduction, so the arrays hold, bit for bit, what
the program would show the network. They stay in ``work/``: they are pictures of patients.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from inference import load_radiograph
from inference.preprocessing import reduce
from training.config import WORK, Config, films_folder
from training.manifest import Film, manifest_sha256, read_manifest
from training.splits import check_groups, write_split

FOLDER = WORK / "cache"
# So many films are rendered anew to tell whether the program still shows what was cached.
SPOT_CHECKS = 50


@dataclass(frozen=True, eq=False)
class Cache:
    """``images`` and ``masks`` are (films, size, size) uint8, read from disk as needed.

    Masks are 255 in the lungs; ``has_mask`` is (films,) bool, and films without have zeros.
    """

    films: list[Film]
    images: NDArray[np.uint8]
    masks: NDArray[np.uint8]
    has_mask: NDArray[np.bool_]


def render(folder: Path, film: Film, size: int) -> NDArray[np.uint8]:
    """(size, size) uint8: the film as the program shows it to the network."""
    return reduce(load_radiograph(folder / film.image), size)


def render_mask(folder: Path, film: Film, size: int) -> NDArray[np.uint8]:
    """(size, size) uint8, 255 where more than half of a pixel is lung; zeros without a mask."""
    if not film.lung_mask:
        return np.zeros((size, size), np.uint8)
    mask = load_radiograph(folder / film.lung_mask)
    return np.where(reduce(mask, size) > 127, 255, 0).astype(np.uint8)


def build(folder: Path, size: int, target: Path = FOLDER) -> None:
    """Decode everything into ``target``; its meta.json is written last and vouches for the rest."""
    films = read_manifest(folder)
    target.mkdir(parents=True, exist_ok=True)
    (target / "meta.json").unlink(missing_ok=True)
    images = np.stack([render(folder, film, size) for film in track(films, "films")])
    masks = np.stack([render_mask(folder, film, size) for film in track(films, "lung masks")])
    np.save(target / "images.npy", images)
    np.save(target / "masks.npy", masks)
    meta = {
        "manifest_sha256": manifest_sha256(folder),
        "size": size,
        "images_sha256": hashlib.sha256(images.tobytes()).hexdigest(),
    }
    (target / "meta.json").write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")


def is_current(folder: Path, size: int, target: Path = FOLDER) -> bool:
    """Whether the cache is of this manifest and the program still renders its films so."""
    if not (target / "meta.json").exists():
        return False
    meta = json.loads((target / "meta.json").read_text(encoding="utf-8"))
    if (meta["manifest_sha256"], meta["size"]) != (manifest_sha256(folder), size):
        return False
    cache = load(folder, target)
    some = np.linspace(0, len(cache.films) - 1, SPOT_CHECKS, dtype=int)
    return all(np.array_equal(cache.images[i], render(folder, cache.films[i], size)) for i in some)


def load(folder: Path, target: Path = FOLDER) -> Cache:
    """Open what :func:`build` wrote."""
    films = read_manifest(folder)
    images = np.load(target / "images.npy", mmap_mode="r")
    masks = np.load(target / "masks.npy", mmap_mode="r")
    if not len(films) == len(images) == len(masks):
        raise ValueError(f"the cache holds {len(images)} films, the manifest {len(films)}: build it anew")
    return Cache(films, images, masks, np.array([bool(film.lung_mask) for film in films]))


def images_sha256(target: Path = FOLDER) -> str:
    """Names the pictures in the cache."""
    return str(json.loads((target / "meta.json").read_text(encoding="utf-8"))["images_sha256"])


def prepare(folder: Path, config: Config) -> None:
    """Build the cache unless it is current, and write the split beside it."""
    if is_current(folder, config.size):
        print("The cache is current.")
    else:
        build(folder, config.size)
    films = read_manifest(folder)
    check_groups(films)
    sizes = write_split(WORK / "split.csv", films, config)
    print("Films to " + ", ".join(f"{part}: {count}" for part, count in sorted(sizes.items())))


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.cache", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    options = parser.parse_args(arguments)
    cv2.setNumThreads(1)
    prepare(options.films, Config())


if __name__ == "__main__":
    main()

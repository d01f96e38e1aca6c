"""What it costs that films are read in another process: the floor is reading them in this one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest

from inference import ImageSource, Loader, load_radiograph
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image


@pytest.fixture(scope="module")
def loader() -> Iterator[Loader]:
    with Loader() as started:
        yield started


FILMS: dict[str, Callable[[Path], Path]] = {
    "1024 px PNG": lambda path: write_image(path, thorax_u8(1024, 1024)),
    "2000 px 16-bit DICOM": lambda path: write_dicom(path, dicom(thorax_u16(2000, 2000, 16))),
    "3000 px 16-bit DICOM": lambda path: write_dicom(path, dicom(thorax_u16(3000, 3000, 16))),
}


@pytest.mark.parametrize("kind", FILMS)
def test_reading_in_another_process(
    kind: str, loader: Loader, tmp_path: Path, benchmark: Any, report: Any
) -> None:
    source = ImageSource(str(FILMS[kind](tmp_path / "film.png")))
    loader.load(source, patient=True)
    pairs = [(timed(loader.load, source), timed(load_radiograph, source)) for _ in range(30)]
    benchmark.pedantic(lambda: loader.load(source), rounds=10)
    there, here = (1000 * median(times) for times in zip(*pairs, strict=True))
    report(f"{kind}, read", there, here, "ms", f"{there - here:.1f} ms more (aim 15)")


def timed(load: Callable[..., object], source: ImageSource) -> float:
    started = perf_counter()
    load(source)
    return perf_counter() - started

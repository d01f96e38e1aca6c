"""One picture a view, held against the one that is kept.

Where they differ, both and the difference lie in build/snapshots; where the difference is wanted, ``python3
dev.py snapshots`` keeps the new ones.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import kept_views as kept
import pictures
import stage

DIFFERENT = kept.ROOT / "build" / "snapshots"
KEPT = [(look, path.stem) for look in kept.LOOKS for path in sorted(kept.folder_of(look).glob("*.png"))]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[kept.Look, Path]:
    """By look, the folder with the views as they are now."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the kept pictures were drawn on Linux; letters are laid out differently elsewhere")
    if stage.font_file() is None:
        pytest.skip("needs the font that comes with matplotlib")
    folders = {look: tmp_path_factory.mktemp(str(look)) for look in kept.LOOKS}
    for look, folder in folders.items():
        kept.draw(look, folder)
    return folders


@pytest.mark.parametrize(("look", "view"), KEPT, ids=[f"{look}-{view}" for look, view in KEPT])
def test_a_view_looks_as_it_did(look: kept.Look, view: str, drawn: dict[kept.Look, Path]) -> None:
    now, then = drawn[look] / f"{view}.png", kept.folder_of(look) / f"{view}.png"
    assert now.exists(), "there is no such view any more: python3 dev.py snapshots"
    compared = pictures.compare(pictures.read(now), pictures.read(then), look.scale)
    if compared is None or not compared.same:
        folder = DIFFERENT / str(look)
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(now, folder / f"{view}.png")
        shutil.copy(then, folder / f"{view}.kept.png")
        assert compared is not None, f"{view} has another size; both are in {folder}"
        Image.fromarray(compared.picture).save(folder / f"{view}.difference.png")
        pytest.fail(
            f"{compared.differing} blocks of {view} differ by up to {compared.worst:.0f} of 255; "
            f"both pictures and the difference are in {folder}. "
            "If it should look so: python3 dev.py snapshots"
        )


@pytest.mark.parametrize("look", kept.LOOKS, ids=str)
def test_every_view_has_its_picture(look: kept.Look, drawn: dict[kept.Look, Path]) -> None:
    views = {path.name for path in drawn[look].glob("*.png")}
    assert views == {path.name for path in kept.folder_of(look).glob("*.png")}


def letters() -> np.ndarray:
    """A grey picture with strokes a pixel wide, as text has them, on the greys of the dark theme."""
    picture = np.full((120, 200, 3), 0x1E, np.uint8)
    picture[40:60:6, 30:90] = 0xDC
    picture[100, :] = 0x3A
    return picture


def test_what_has_moved_by_three_pixels_is_seen() -> None:
    assert not pictures.compare(np.roll(letters(), 3, axis=1), letters()).same
    assert not pictures.compare(np.roll(letters(), 3, axis=0), letters()).same


def test_another_colour_of_a_small_mark_is_seen() -> None:
    marked, other = letters(), letters()
    marked[80:88, 20:28], other[80:88, 20:28] = (0x4F, 0xB8, 0xA8), (0xFF, 0x8F, 0x66)
    assert not pictures.compare(marked, other).same


def test_letters_smoothed_in_another_way_are_not_seen(tmp_path: Path) -> None:
    smoothed = letters().astype(float)
    smoothed[:, 1:] = 0.96 * smoothed[:, 1:] + 0.04 * smoothed[:, :-1]
    pictures.keep(letters(), tmp_path / "kept.png")
    assert pictures.compare(np.round(smoothed).astype(np.uint8), pictures.read(tmp_path / "kept.png")).same

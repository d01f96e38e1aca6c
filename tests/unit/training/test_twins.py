"""A twin differs from its film in what it says, and in nothing else."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from inference import Radiograph
from training import twins
from training.twins import HARMLESS, SPOILED, TWINS


@pytest.fixture
def film() -> Radiograph:
    rng = np.random.default_rng(0)
    return Radiograph("film", rng.integers(60, 200, (200, 240), dtype=np.uint8))


@pytest.fixture
def lungs() -> NDArray[np.bool_]:
    mask = np.zeros((200, 240), bool)
    mask[50:150, 40:100] = mask[50:150, 140:200] = True
    return mask


@pytest.mark.parametrize("name", ["lungs black", "lungs grey", "lungs smooth"])
def test_a_cover_hides_the_lungs_and_nothing_else(
    name: str, film: Radiograph, lungs: NDArray[np.bool_]
) -> None:
    before = film.pixels.copy()
    covered = TWINS[name](film, lungs)
    assert covered is not None
    assert np.array_equal(covered.pixels[~lungs], before[~lungs])
    assert np.array_equal(film.pixels, before)
    # Whatever the lungs showed, the cover is the same.
    other = film.pixels.copy()
    other[lungs] = 255 - other[lungs]
    again = TWINS[name](Radiograph("film", other), lungs)
    assert again is not None
    assert np.array_equal(again.pixels, covered.pixels)


def test_the_covers_differ(film: Radiograph, lungs: NDArray[np.bool_]) -> None:
    black, grey, smooth = (
        TWINS[name](film, lungs) for name in ("lungs black", "lungs grey", "lungs smooth")
    )
    assert black is not None
    assert grey is not None
    assert smooth is not None
    assert (black.pixels[lungs] == 0).all()
    assert np.unique(grey.pixels[lungs]).size == 1
    assert abs(int(grey.pixels[100, 60]) - film.pixels[~lungs].mean()) <= 0.5
    assert np.unique(smooth.pixels[lungs]).size > 1


def test_the_smooth_cover_follows_its_surroundings(lungs: NDArray[np.bool_]) -> None:
    ramp = np.tile(np.linspace(20, 220, 240), (200, 1)).astype(np.uint8)
    covered = twins.lungs_smooth(Radiograph("film", ramp), lungs)
    assert covered is not None
    left, right = covered.pixels[50:150, 40:100].mean(), covered.pixels[50:150, 140:200].mean()
    assert left + 40 < right


def test_lungs_only_is_what_lungs_black_is_not(film: Radiograph, lungs: NDArray[np.bool_]) -> None:
    only, black = twins.lungs_only(film, lungs), twins.lungs_black(film, lungs)
    assert only is not None
    assert black is not None
    assert np.array_equal(only.pixels + black.pixels, film.pixels)


def test_the_frame_is_the_outer_tenth() -> None:
    pixels = twins.frame_only(Radiograph("film", np.full((100, 50), 200, np.uint8))).pixels
    assert (pixels[10:90, 5:45] == 0).all()
    assert np.count_nonzero(pixels) == 100 * 50 - 80 * 40


def test_without_lungs_there_is_nothing_to_cover(film: Radiograph) -> None:
    for name, twin in TWINS.items():
        assert (twin(film, None) is None) == (name != "frame only")


@pytest.mark.parametrize("name", [*HARMLESS, *SPOILED])
def test_every_change_changes_the_film_and_not_its_original(
    name: str, film: Radiograph, lungs: NDArray[np.bool_]
) -> None:
    before = film.pixels.copy()
    changed = {**HARMLESS, **SPOILED}[name](film, lungs)
    assert changed is not None
    assert changed.pixels.dtype == np.uint8
    assert not np.array_equal(changed.pixels, before)
    assert np.array_equal(film.pixels, before)


def test_a_marker_covers_a_small_part(film: Radiograph) -> None:
    for marked in (twins.marker_in_the_corner(film), twins.marker_over_a_lung(film)):
        changed = np.argwhere(marked.pixels != film.pixels)
        height, width = np.ptp(changed, axis=0) + 1
        assert 20 <= height <= 26
        assert 20 <= width <= 26


def test_half_a_film_is_cut_between_the_lungs(film: Radiograph, lungs: NDArray[np.bool_]) -> None:
    moved = np.zeros_like(lungs)
    moved[:, :200] = lungs[:, 40:]
    left, right = SPOILED["one lung, left half"](film, moved), SPOILED["one lung, right half"](film, moved)
    assert left is not None
    assert right is not None
    # The lungs' bounding box is columns 0 to 160.
    assert (left.columns, right.columns) == (80, 160)

"""Augmented films stay films, and the same seed gives the same film."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("cv2")
from training.augment import CHANGES, Change, augment, augment_pair, mirror

ALL = [pytest.param(change, id=change.__name__) for _, change in CHANGES]


@pytest.fixture
def grey() -> NDArray[np.uint8]:
    ramp = np.add.outer(np.arange(224), np.arange(224)) / 446 * 255
    return ramp.astype(np.uint8)


@pytest.mark.parametrize("change", ALL)
def test_shape_and_type_stay(change: Change, grey: NDArray[np.uint8]) -> None:
    for seed in range(20):
        changed = change(grey, np.random.default_rng(seed))
        assert changed.shape == (224, 224)
        assert changed.dtype == np.uint8
        assert changed.flags.c_contiguous


@pytest.mark.parametrize("change", ALL)
def test_the_film_given_is_untouched_and_something_changes(change: Change, grey: NDArray[np.uint8]) -> None:
    before = grey.copy()
    changed = [change(grey, np.random.default_rng(seed)) for seed in range(5)]
    np.testing.assert_array_equal(grey, before)
    assert any(not np.array_equal(film, before) for film in changed)


def test_the_seed_decides(grey: NDArray[np.uint8]) -> None:
    same = [augment(grey, np.random.default_rng(7)) for _ in range(2)]
    np.testing.assert_array_equal(*same)
    assert not np.array_equal(same[0], augment(grey, np.random.default_rng(8)))


def test_read_only_films_are_accepted(grey: NDArray[np.uint8]) -> None:
    """The cache is mapped from disk and cannot be written to."""
    grey.flags.writeable = False
    for seed in range(30):
        augment(grey, np.random.default_rng(seed))


def test_mirror_twice_is_the_film(grey: NDArray[np.uint8]) -> None:
    rng = np.random.default_rng(0)
    np.testing.assert_array_equal(mirror(mirror(grey, rng), rng), grey)


def test_film_and_mask_are_moved_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """A film that is its own mask stays so when only moved, mirrored and covered."""
    disc = np.zeros((224, 224), np.uint8)
    disc[60:150, 30:110] = 255
    moves = tuple((1.0, change) for _, change in CHANGES if change.__name__ in ("mirror", "geometry"))
    monkeypatch.setattr("training.augment.CHANGES", moves)
    for seed in range(20):
        film, mask = augment_pair(disc, disc, np.random.default_rng(seed))
        np.testing.assert_array_equal(film > 127, mask > 127)
        assert not np.array_equal(mask, disc)
        assert set(np.unique(mask)) == {0, 255}


def test_under_a_frame_there_is_no_lung(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = tuple((1.0, change) for _, change in CHANGES if change.__name__ == "frame")
    monkeypatch.setattr("training.augment.CHANGES", frames)
    film, lungs = np.full((224, 224), 77, np.uint8), np.full((224, 224), 255, np.uint8)
    for seed in range(20):
        framed, mask = augment_pair(film, lungs, np.random.default_rng(seed))
        assert (framed[mask > 0] == 77).all()
        assert mask[112, 112] == 255
        # A frame of noise is as grey as the film here and there.
        assert (framed[mask == 0] != 77).mean() > 0.9 or not (mask == 0).any()


def test_changes_of_tone_leave_the_mask(monkeypatch: pytest.MonkeyPatch, grey: NDArray[np.uint8]) -> None:
    moving = ("mirror", "geometry", "frame")
    tones = tuple((1.0, change) for _, change in CHANGES if change.__name__ not in moving)
    monkeypatch.setattr("training.augment.CHANGES", tones)
    lungs = np.where(grey > 100, 255, 0).astype(np.uint8)
    film, mask = augment_pair(grey, lungs, np.random.default_rng(0))
    np.testing.assert_array_equal(mask, lungs)
    assert not np.array_equal(film, grey)

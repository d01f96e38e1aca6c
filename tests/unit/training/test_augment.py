"""Augmented films stay films, and the same seed gives the same film."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("cv2")
from training.augment import CHANGES, Change, augment, mirror

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

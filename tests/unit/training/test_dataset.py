"""What training meets, and in which order."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("torch")
from inference.crop import WHOLE, Region
from inference.veil import veil
from training.config import Config
from training.dataset import (
    LUNG_GRID,
    TrainingFilms,
    changed_example,
    served_example,
    tensor,
)
from training.lung_cache import FoundLungs

SIDE = 224
MIDDLE = Region(0.25, 0.25, 0.75, 0.75)


def lungs() -> NDArray[np.float32]:
    """The left half of the film's middle."""
    found = np.zeros((LUNG_GRID, LUNG_GRID), np.float32)
    found[28:84, 28:56] = 1.0
    return found


def inside() -> NDArray[np.bool_]:
    """The same at the film's size, without its rim."""
    mask = np.zeros((SIDE, SIDE), np.bool_)
    mask[64:160, 64:104] = True
    return mask


def noise(seed: int = 0) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (SIDE, SIDE), dtype=np.uint8)


def found(count: int) -> FoundLungs:
    probability = np.stack([lungs().astype(np.float16)] * count)
    return FoundLungs(probability, [MIDDLE] * count, np.ones(count, np.bool_))


def test_an_epoch_is_the_same_however_it_is_asked() -> None:
    images = np.stack([noise(k) for k in range(3)])
    films = TrainingFilms(images, found(3), np.array([2, 0, 1, 2]), seed=5)
    forwards = [films[k] for k in range(4)]
    backwards = [films[k] for k in reversed(range(4))][::-1]
    for (i, one), (j, two) in zip(forwards, backwards, strict=True):
        np.testing.assert_array_equal(one.film, two.film)
        np.testing.assert_array_equal(one.lungs, two.lungs)
        assert i == j
    assert [i for i, _ in forwards] == [2, 0, 1, 2]
    # The same film drawn twice is changed twice, differently.
    assert not np.array_equal(forwards[0][1].film, forwards[3][1].film)


def test_film_and_lungs_are_moved_together() -> None:
    film = (np.kron(lungs(), np.ones((2, 2))) * 255).astype(np.uint8)
    for seed in range(8):
        rng = np.random.default_rng(seed)
        example = changed_example(film, lungs(), MIDDLE, rng, veiled=False)
        shown = example.film.reshape(LUNG_GRID, 2, LUNG_GRID, 2).mean((1, 3))
        correlation = np.corrcoef(shown.ravel(), example.lungs.ravel())[0, 1]
        assert abs(correlation) > 0.5


def test_what_is_served_is_the_plain_crop_of_the_lungs() -> None:
    film = noise(4)
    example = served_example(film, lungs().astype(np.float16), WHOLE)
    np.testing.assert_array_equal(example.film, veil(film, lungs()))
    np.testing.assert_array_equal(example.film[inside()], film[inside()])
    np.testing.assert_allclose(example.lungs, lungs())
    everywhere = np.ones((LUNG_GRID, LUNG_GRID), np.float16)
    np.testing.assert_array_equal(served_example(film, everywhere, WHOLE).film, film)


def test_an_epoch_shows_lungs_alone() -> None:
    """Whatever is far from them, the examples are the same."""
    other = noise(4)
    other[:10], other[-10:], other[:, -40:] = 0, 255, 90
    images, swapped = np.stack([noise(4)]), np.stack([other])
    draws = np.zeros(8, np.intp)
    one = TrainingFilms(images, found(1), draws, seed=3)
    two = TrainingFilms(swapped, found(1), draws, seed=3)
    for k in range(8):
        np.testing.assert_array_equal(one[k][1].film, two[k][1].film)


def test_a_tensor_has_one_channel() -> None:
    batch = tensor(np.full((2, 5, 5), 127, np.uint8), Config().spec())
    assert batch.shape == (2, 1, 5, 5)
    assert float(batch.abs().max()) < 1e-6

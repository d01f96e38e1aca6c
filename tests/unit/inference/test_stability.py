"""Small changes of a film: small, the same every time, and all of the film itself."""

from __future__ import annotations

import numpy as np
import pytest

from inference.crop import WHOLE, Region, crop
from inference.stability import CHANGES, UNCHANGED, variants
from phantom import thorax_u8

FILM = thorax_u8(224, 224)
LUNGS = np.random.default_rng(0).random((112, 112)).astype(np.float32)
REGION = Region(0.1, 0.15, 0.9, 0.8)


def test_they_are_ten_and_the_same_every_time() -> None:
    assert 8 <= len(CHANGES) <= 12
    first, second = (variants(FILM, LUNGS, REGION, CHANGES) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one, other)
    pictures, lungs = first
    assert (pictures.shape, pictures.dtype) == ((len(CHANGES), 224, 224), np.uint8)
    assert (lungs.shape, lungs.dtype) == ((len(CHANGES), 112, 112), np.float32)


def test_the_unchanged_film_is_the_plain_crop() -> None:
    pictures, _ = variants(FILM, LUNGS, REGION, (UNCHANGED,))
    np.testing.assert_array_equal(pictures[0], crop(FILM, REGION, 224))


def test_every_change_changes_the_picture_and_none_of_them_much() -> None:
    plain = crop(FILM, REGION, 224).astype(float)
    pictures, _ = variants(FILM, LUNGS, REGION, CHANGES)
    for picture in pictures.astype(float):
        assert 0.1 < np.abs(picture - plain).mean() < 20
        assert np.corrcoef(picture.ravel(), plain.ravel())[0, 1] > 0.9


@pytest.mark.parametrize("change", [c for c in CHANGES if c.picture is None])
def test_the_lungs_move_with_the_film(change: object) -> None:
    # The same pattern as film and as lungs: they still agree after each move.
    y, x = np.mgrid[0:224, 0:224] / 224
    pattern = 0.5 + 0.25 * np.sin(9 * x) + 0.25 * np.cos(7 * y)
    film = np.round(255 * pattern).astype(np.uint8)
    lungs = pattern.reshape(112, 2, 112, 2).mean(axis=(1, 3)).astype(np.float32)
    (picture,), (told,) = variants(film, lungs, WHOLE, (change,))  # type: ignore[arg-type]
    halved = picture.reshape(112, 2, 112, 2).mean(axis=(1, 3)) / 255
    assert np.abs(halved - told)[4:-4, 4:-4].max() < 0.02

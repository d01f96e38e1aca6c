"""Pictures made unfit are pictures, and unfit."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("cv2")
from training import unfit
from training.unfit import INVENTED, Picture


@pytest.fixture
def film() -> Picture:
    """Dark lungs, the image's left one 40 and its right one 80."""
    film = np.full((224, 224), 200, np.uint8)
    film[50:170, 30:90], film[50:170, 130:190] = 40, 80
    film.flags.writeable = False
    return film


@pytest.fixture
def lungs(film: Picture) -> NDArray[np.bool_]:
    return film < 100


def test_inverted_twice_is_the_film(film: Picture) -> None:
    rng = np.random.default_rng(0)
    np.testing.assert_array_equal(unfit.inverted(unfit.inverted(film, rng), rng), film)


def test_turned_is_never_upright_and_every_turn_occurs(film: Picture) -> None:
    marked = film.copy()
    marked[10, 10] = 255
    found = {
        tuple(np.argwhere(unfit.turned(marked, np.random.default_rng(k)) == 255)[0]) for k in range(40)
    }
    assert found == {(213, 10), (213, 213), (10, 213)}


def test_a_part_leaves_much_of_a_lung_outside(film: Picture, lungs: NDArray[np.bool_]) -> None:
    """By the greys that are left, undone the enlargement: of one lung at most seven tenths of its area."""
    for seed in range(60):
        rng = np.random.default_rng(seed)
        whole = np.stack([film == 40, film == 80]).sum((1, 2))
        boxes = _Cut(film)
        unfit.part(boxes, lungs, rng)
        kept = np.stack([boxes.taken == 40, boxes.taken == 80]).sum((1, 2))
        assert (kept / whole).min() <= unfit.CUT_OFF


def test_upper_and_lower_halves_of_both_lungs_occur_among_the_parts(
    film: Picture, lungs: NDArray[np.bool_]
) -> None:
    """Parts as wide as the film that reach its top, and such that reach its bottom."""
    film = film.copy()
    film[0], film[-1] = 250, 10
    found = set()
    for seed in range(60):
        boxes = _Cut(film)
        unfit.part(boxes, lungs, np.random.default_rng(seed))
        if boxes.taken.shape[1] == film.shape[1]:
            found |= {
                name for name, row in (("top", 0), ("bottom", -1)) if boxes.taken[row, 0] in (250, 10)
            }
    assert found == {"top", "bottom"}


class _Cut(np.ndarray):  # type: ignore[type-arg]
    """A film that remembers what was last cut out of it."""

    taken: Picture

    def __new__(cls, film: Picture) -> _Cut:
        return np.asarray(film).view(cls)

    def __getitem__(self, box: object) -> Picture:  # type: ignore[override]
        self.taken = np.asarray(self)[box]  # type: ignore[index]
        return self.taken


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_collage_shows_all_its_films(count: int) -> None:
    films = [np.full((224, 224), 50 * (k + 1), np.uint8) for k in range(count)]
    for seed in range(10):
        sheet = unfit.collage(films, np.random.default_rng(seed))
        assert sheet.shape == (224, 224)
        shares = [(sheet == 50 * (k + 1)).mean() for k in range(count)]
        assert min(shares) > 0.15


def test_a_photograph_shows_a_small_film() -> None:
    white = np.full((224, 224), 255, np.uint8)
    black = np.zeros_like(white)
    for seed in range(20):
        light, dark = (unfit.photographed(film, np.random.default_rng(seed)) for film in (white, black))
        share = (light.astype(int) - dark > 200).mean()
        assert 0.01 < share < 0.5


@pytest.mark.parametrize("invent", INVENTED, ids=lambda invent: invent.__name__)
def test_what_is_invented_is_a_picture_and_never_the_same(invent: unfit.Invention) -> None:
    drawn = [invent(224, np.random.default_rng(seed)) for seed in range(6)]
    for picture in drawn:
        assert picture.shape == (224, 224)
        assert picture.dtype == np.uint8
    assert np.array_equal(drawn[0], invent(224, np.random.default_rng(0)))
    assert len({picture.tobytes() for picture in drawn}) == 6
    assert max(picture.std() for picture in drawn) > 10

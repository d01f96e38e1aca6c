"""What is hidden, with what, and whether two rankings agree."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from inference.occlusion import PLACES, at_places, box_patch, hide, mean_grey, patches, rank_correlation


def test_the_patches_leave_no_part_of_the_film_unhidden() -> None:
    hidden = patches(224)
    assert hidden.shape == (PLACES**2, 224, 224)
    assert hidden.min() == 0.0
    assert hidden.max(axis=0).min() == 1.0
    # Row by row: the second lies to the right of the first.
    centre = 224 / PLACES / 2
    assert hidden[1][int(centre), int(3 * centre)] == 1.0
    assert hidden[1][int(centre), int(7 * centre)] == 0.0


def test_a_patch_has_soft_edges() -> None:
    (row,) = patches(224)[PLACES + 1][48:49]
    assert np.abs(np.diff(row)).max() < 0.2


def test_a_box_the_size_of_a_place_is_hidden_as_the_place_is() -> None:
    place = 224 / PLACES
    box = box_patch(224, 2 * place, 3 * place, 3 * place, 4 * place)
    np.testing.assert_allclose(box, patches(224)[3 * PLACES + 2], atol=1e-6)


def test_a_small_box_is_hidden_whole() -> None:
    assert box_patch(224, 100, 100, 102, 102)[100:102, 100:102].min() == 1.0


def test_what_is_hidden_is_the_grey_and_the_rest_stays() -> None:
    film = np.random.default_rng(0).integers(0, 256, (8, 8)).astype(np.uint8)
    share = np.zeros((1, 8, 8), np.float32)
    share[0, :4] = 1.0
    (painted,) = hide(film, 77.0, share)
    assert (painted[:4] == 77).all()
    np.testing.assert_array_equal(painted[4:], film[4:])


def test_the_grey_is_that_of_the_lungs() -> None:
    film = np.full((224, 224), 200, np.uint8)
    film[40:80, 40:80] = 50
    lungs = np.zeros((112, 112), np.float32)
    lungs[22:38, 22:38] = 1.0
    assert mean_grey(film, lungs) == 50
    assert mean_grey(film, np.zeros_like(lungs)) == pytest.approx(film.mean())


def test_a_class_map_on_the_places_is_the_mean_of_what_each_covers() -> None:
    grid = np.arange(196, dtype=np.float32).reshape(14, 14)
    by_hand = grid.reshape(7, 2, 7, 2).mean(axis=(1, 3))
    np.testing.assert_allclose(at_places(grid), by_hand, rtol=1e-6)


values = arrays(np.float64, 20, elements=st.floats(-100, 100).map(lambda v: round(v, 1)))


@settings(deadline=None)
@given(values)
def test_a_ranking_agrees_with_itself_and_contradicts_its_reverse(numbers: np.ndarray) -> None:
    if np.ptp(numbers) == 0:
        assert rank_correlation(numbers, numbers) is None
        return
    assert rank_correlation(numbers, numbers) == pytest.approx(1.0)
    assert rank_correlation(numbers, -numbers) == pytest.approx(-1.0)
    # Any growing function leaves the ranks.
    assert rank_correlation(numbers, np.arctan(numbers / 50)) == pytest.approx(1.0)


@settings(deadline=None)
@given(values, values)
def test_it_is_spearman_s(one: np.ndarray, other: np.ndarray) -> None:
    stats = pytest.importorskip("scipy.stats")
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return
    assert rank_correlation(one, other) == pytest.approx(stats.spearmanr(one, other).statistic, abs=1e-9)

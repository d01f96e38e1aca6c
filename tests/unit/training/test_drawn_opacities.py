"""Opacities of known place, and what a map is taught by them."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("torch")
import torch

from training.drawn_opacities import draw, rank_loss


def lungs() -> NDArray[np.float16]:
    found = np.zeros((112, 112), np.float16)
    found[28:84, 20:50], found[28:84, 62:92] = 1.0, 1.0
    return found


def test_what_is_drawn_is_denser_lies_in_the_lungs_and_where_it_is_said_to_be() -> None:
    inside = np.kron(lungs() > 0.5, np.ones((2, 2), bool))
    film = np.where(inside, 40, 160).astype(np.uint8)
    for seed in range(10):
        drawn, place = draw(film, lungs(), np.random.default_rng(seed))
        denser = drawn.astype(int) - film
        assert denser.min() >= -1
        assert denser.max() > 20
        assert place.shape == (112, 112)
        there = np.kron(place > 0.5, np.ones((2, 2), bool))
        assert there.any()
        assert denser[there & inside].mean() > denser[inside & ~there].mean() + 10
        # The edge of the lungs is soft.
        assert not denser[:48].any()


def test_a_film_without_lungs_stays_as_it_is() -> None:
    film = np.full((224, 224), 90, np.uint8)
    drawn, place = draw(film, np.zeros((112, 112), np.float16), np.random.default_rng(0))
    np.testing.assert_array_equal(drawn, film)
    assert not place.any()


def test_a_map_that_is_highest_at_the_opacity_costs_less_than_its_opposite() -> None:
    lung, place = torch.ones(2, 14, 14), torch.zeros(2, 14, 14)
    place[:, 3:6, 3:6] = 1.0
    right, wrong = rank_loss(8 * place, lung, place), rank_loss(-8 * place, lung, place)
    assert float(right) < 0.1 < 1.0 < float(wrong)
    # Nothing was drawn: nothing to rank.
    assert float(rank_loss(8 * place, lung, torch.zeros_like(place))) == 0.0

"""Which films the segmenter learns from, what it is told, and how it is scored."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
import torch

from training.config import LungConfig
from training.evaluate_lungs import dice, passing
from training.manifest import Film
from training.train_lungs import MaskedFilms, half_size, learned, objective, sampling_weights


def film(source: str, task: str = "classify", fold: int = 0, licence: str = "CC BY 4.0") -> Film:
    return Film("", "", task, source, "", fold, licence, "mask.png")


def test_films_are_learned_from_by_source_fold_and_licence() -> None:
    films = [
        film("cohen"),
        film("kermany", fold=3),
        film("kermany", fold=4),
        film("cohen", licence="CC BY-NC-ND"),
        film("cohen", task="ood"),
        Film("", "", "classify", "cohen", "", 0, "CC BY 4.0", ""),
        Film("", "", "ood", "cohen", "", 0, "CC BY 4.0", ""),
    ]
    assert learned(films, LungConfig()).tolist() == [0, 1, 4, 6]
    assert learned(films, LungConfig(sources=("kermany",))).tolist() == [1]


def test_a_larger_source_is_drawn_more_often_but_not_in_proportion() -> None:
    films = [film("cohen")] + [film("kermany")] * 4 + [film("cohen", task="ood")]
    weights = sampling_weights(films)
    assert weights.sum() == pytest.approx(1.0)
    assert weights[1:5].sum() == pytest.approx(2 * weights[0])
    assert weights[5] == pytest.approx(weights[0])


def test_an_epoch_is_the_same_however_it_is_asked() -> None:
    images = np.random.default_rng(0).integers(0, 256, (2, 224, 224), dtype=np.uint8)
    films = MaskedFilms(images, np.where(images > 127, 255, 0).astype(np.uint8), np.array([1, 0]), seed=5)
    for one, two in zip(films[1], films[1], strict=True):
        np.testing.assert_array_equal(one, two)


def test_a_mask_at_half_size_is_the_share_of_lung() -> None:
    mask = np.zeros((1, 4, 4), np.uint8)
    mask[0, 0, 0] = 255
    mask[0, 2:, 2:] = 255
    np.testing.assert_array_equal(half_size(mask)[0], [[0.25, 0.0], [0.0, 1.0]])


def test_the_objective_prefers_the_mask_and_rewards_drawing_nothing_where_there_is_none() -> None:
    mask = torch.zeros(1, 1, 8, 8)
    mask[..., 2:6, 2:6] = 1
    right, wrong = 10 * (2 * mask - 1), 10 * (1 - 2 * mask)
    assert objective(right, mask) < 0.01
    assert objective(wrong, mask) > 5
    assert objective(-10 * torch.ones(1, 1, 8, 8), torch.zeros(1, 1, 8, 8)) < 0.01


def test_dice_by_hand() -> None:
    found, drawn = np.zeros((2, 4, 4), bool), np.zeros((2, 4, 4), bool)
    found[0, :2], drawn[0, 1:3] = True, True
    found[1], drawn[1] = True, True
    assert dice(found, drawn).tolist() == [0.5, 1.0]


def test_passing_counts_by_view_source_and_fold() -> None:
    two = np.zeros((112, 112), np.float32)
    two[30:80, 15:45] = two[30:80, 65:95] = 1.0
    films = [film("cohen"), film("cohen"), film("cohen", task="ood")]
    assert passing(films, np.stack([two, 0 * two, two])) == [
        {"view": "frontal", "source": "cohen", "fold": 0, "films": 2, "passed": 1},
        {"view": "not frontal", "source": "cohen", "fold": 0, "films": 1, "passed": 1},
    ]

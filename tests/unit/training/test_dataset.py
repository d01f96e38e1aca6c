"""What training meets, and in which order."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
from training.config import Config
from training.dataset import TrainingFilms, targets, tensor
from training.manifest import Film


def test_an_epoch_is_the_same_however_it_is_asked() -> None:
    images = np.random.default_rng(0).integers(0, 256, (3, 224, 224), dtype=np.uint8)
    draws = np.array([2, 0, 1, 2])
    films = TrainingFilms(images, np.array([0, 1, 3]), draws, seed=5)
    forwards = [films[k] for k in range(4)]
    backwards = [films[k] for k in reversed(range(4))][::-1]
    for (one, label), (two, same_label) in zip(forwards, backwards, strict=True):
        np.testing.assert_array_equal(one, two)
        assert label == same_label
    assert [label for _, label in forwards] == [3, 0, 1, 3]
    # The same film drawn twice is augmented twice, differently.
    assert not np.array_equal(forwards[0][0], forwards[3][0])


def test_labels_are_numbered_as_the_network_has_them() -> None:
    films = [
        Film("", label, "classify", "", "", 0, "", "")
        for label in ("covid19", "normal", "viral_pneumonia", "other_pneumonia")
    ]
    assert targets(films).tolist() == [0, 1, 2, 3]


def test_a_tensor_has_one_channel() -> None:
    batch = tensor(np.full((2, 5, 5), 127, np.uint8), Config().spec())
    assert batch.shape == (2, 1, 5, 5)
    assert float(batch.abs().max()) < 1e-6

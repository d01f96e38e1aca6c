"""Probes are the classifier without its fine-tuning, and each leaves out one thing."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
import torch

from inference.composition import HEADS
from training.ablate import PACKED, RECIPES, Probe, Stages, coarse
from training.config import Config
from training.model import Network


def test_a_probe_says_of_packed_features_what_the_network_says_of_the_film() -> None:
    torch.manual_seed(0)
    config = Config()
    network, probe = Network(len(HEADS), config.features).eval(), Probe(config).eval()
    own = {k: v for k, v in network.state_dict().items() if not k.startswith("backbone.")}
    probe.load_state_dict(own)
    films, lungs = torch.randn(2, 1, 224, 224), torch.rand(2, 1, 14, 14)
    with torch.inference_mode():
        packed = Stages(network)(films)
        assert packed.shape == (2, PACKED)
        said, expected = probe(packed[:, :, None, None], lungs), network(films, lungs)
    torch.testing.assert_close(said.logits, expected.logits, atol=1e-5, rtol=1e-4)
    torch.testing.assert_close(said.class_maps, expected.class_maps, atol=1e-4, rtol=1e-4)


def test_every_probe_but_the_first_differs_from_it() -> None:
    first, *others = RECIPES.values()
    assert all(other != first for other in others)


def test_a_coarse_grid_has_the_means_of_its_cells() -> None:
    grid = np.arange(28 * 28, dtype=np.float32).reshape(28, 28)
    small = coarse(grid)
    assert small.shape == (14, 14)
    assert small[0, 0] == grid[:2, :2].mean()
    assert small.mean() == pytest.approx(grid.mean())

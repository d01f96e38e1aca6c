"""The exported view network computes what the network computed."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("torch")
import torch

from inference.classifier import bundled_model, bundled_segmenter
from inference.runtime import LUNGS_OUTPUTS, Model
from inference.view import VIEWS
from training.config import LungConfig
from training.export import export_network, write_spec
from training.export_lungs import MAX_BYTES
from training.segmenter import GATE_FEATURES, Segmenter, ServedSegmenter

LIMITS = {"frontal": 0.4, "distance": 0.25}


@pytest.fixture(scope="module")
def network() -> Segmenter:
    """The real encoder with random weights and statistics; eight channels instead of 48 after it."""
    torch.manual_seed(4)
    network = Segmenter(width=8)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.uniform_(-0.1, 0.1)
            module.running_var.uniform_(0.5, 1.5)
    return network.eval()


@pytest.fixture(scope="module")
def served(network: Segmenter) -> ServedSegmenter:
    """Compared with thirty films that nobody has seen."""
    features = torch.nn.functional.normalize(torch.randn(30, GATE_FEATURES))
    return ServedSegmenter(network, features).eval()


@pytest.fixture(scope="module")
def films() -> NDArray[np.float32]:
    return np.random.default_rng(0).normal(size=(3, 1, 224, 224)).astype(np.float32)


@pytest.fixture(scope="module")
def exported(served: ServedSegmenter, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("onnx") / "lungs.onnx"
    export_network(copy.deepcopy(served), 224, path, LUNGS_OUTPUTS)
    write_spec(path, LungConfig().spec(LIMITS))
    return path


def test_torch_and_onnx_agree(served: ServedSegmenter, exported: Path, films: NDArray[np.float32]) -> None:
    with torch.inference_mode():
        expected = [output.numpy() for output in served(torch.from_numpy(films))]
    assert [output.shape for output in expected] == [(3, 112, 112), (3, 4), (3,)]
    model = Model(exported, 1, LUNGS_OUTPUTS)
    for batch in (films, films[:1]):
        for ours, theirs in zip(model.run(batch), expected, strict=True):
            np.testing.assert_allclose(ours, theirs[: len(batch)], atol=1e-4)


def test_the_distance_is_that_to_the_nearest_five(network: Segmenter, films: NDArray[np.float32]) -> None:
    """By hand: four references are the film itself, the fifth is neither it nor its opposite."""
    with torch.inference_mode():
        own = torch.nn.functional.normalize(network(torch.from_numpy(films)).features)
        other = torch.nn.functional.normalize(own[0] + own[0].roll(1) * 2, dim=0)
        references = torch.stack([own[0]] * 4 + [-own[0]] * 2 + [other])
        _, view, distance = ServedSegmenter(network, references)(torch.from_numpy(films))
    fifth = 1 - float(own[0] @ other)
    assert 0.01 < fifth < 1.99
    assert float(distance[0]) == pytest.approx(fifth / 5, abs=1e-5)
    torch.testing.assert_close(view.sum(1), torch.ones(3))


def test_the_file_brings_its_spec_and_nothing_of_this_machine(exported: Path) -> None:
    spec = Model(exported, 1, LUNGS_OUTPUTS).spec
    assert spec == LungConfig().spec(LIMITS)
    assert spec.classes == VIEWS
    assert spec.limits == LIMITS
    content = exported.read_bytes()
    assert str(Path(__file__).parents[2]).encode() not in content
    assert b"site-packages" not in content


def test_the_bundled_segmenter_keeps_its_promises(films: NDArray[np.float32]) -> None:
    path = Path(bundled_segmenter())
    if not path.exists():
        pytest.skip("no segmenter has been exported yet")
    assert path.stat().st_size < MAX_BYTES
    model = Model(path, 1, LUNGS_OUTPUTS)
    probability, view, distance = model.run(films)
    assert probability.shape == (3, 112, 112)
    assert 0.0 <= probability.min() <= probability.max() <= 1.0
    np.testing.assert_allclose(view.sum(1), 1.0, atol=1e-5)
    # Noise is no frontal chest film.
    assert (view[:, VIEWS.index("frontal")] < model.spec.limits["frontal"]).all()
    assert (distance > 0).all()
    # A film is reduced once for both.
    classifier = Model(bundled_model(), 1).spec
    for name in ("size", "mean", "std"):
        assert getattr(model.spec, name) == getattr(classifier, name)

"""The exported file computes what the network computed."""

from __future__ import annotations

import copy
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("torch")
import onnx
import torch

from inference.classifier import bundled_model
from inference.composition import CLASSES, HEADS
from inference.model_spec import ModelSpec
from inference.runtime import CLASSIFIER_INPUTS, CLASSIFIER_OUTPUTS, Model
from training.calibration import Calibration
from training.config import Config
from training.export import MAX_BYTES, write_classifier, zero_denormals
from training.model import Network, Outputs

FLOATS = NDArray[np.float32]
# Two fields of a lung's size: whole places of the class maps, and no more.
LEFT, RIGHT = (slice(24, 88), slice(16, 48)), (slice(24, 88), slice(64, 96))
CALIBRATION = Calibration(
    offsets={"opacity": 0.5, "covid19": -1.25, "viral": 2.0, "child": 0.0},
    temperatures={"opacity": 1.5, "covid19": 1.2, "viral": 0.8, "child": 1.0},
    evidence_scales=dict.fromkeys((*HEADS, "no_opacity"), 3.0),
    conformal=dict.fromkeys(CLASSES, 0.2),
)


@pytest.fixture(scope="module")
def network() -> Network:
    """The real network with random weights: eight features instead of 256."""
    torch.manual_seed(4)
    network = Network(len(HEADS), features=8)
    norms = [module for module in network.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = None
    # Statistics of what it is shown: with any others all films look alike to random weights.
    with torch.no_grad():
        network.train()(torch.randn(4, 1, 224, 224), torch.ones(4, 1, 112, 112))
        torch.nn.init.normal_(network.head.weight)
    return network.eval()


@pytest.fixture(scope="module")
def films() -> FLOATS:
    return np.random.default_rng(0).normal(size=(3, 1, 224, 224)).astype(np.float32)


@pytest.fixture(scope="module")
def lungs() -> FLOATS:
    """Two fields; anything at all; none."""
    found = np.zeros((3, 1, 112, 112), np.float32)
    for field in (LEFT, RIGHT):
        found[(0, 0, *field)] = 1.0
    found[1] = np.random.default_rng(1).uniform(size=(1, 112, 112))
    return found


@pytest.fixture(scope="module")
def outputs(network: Network, films: FLOATS, lungs: FLOATS) -> Outputs:
    with torch.inference_mode():
        found: Outputs = network(torch.from_numpy(films), torch.from_numpy(lungs))
    return found


@pytest.fixture(scope="module")
def exported(network: Network, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ModelSpec]:
    path = tmp_path_factory.mktemp("onnx") / "model.onnx"
    return path, write_classifier(copy.deepcopy(network), Config(), CALIBRATION, "films", path)


def test_the_mean_of_a_class_map_is_the_logit(outputs: Outputs) -> None:
    assert outputs.logits.shape == (3, len(HEADS))
    assert outputs.class_maps.shape == (3, len(HEADS), 14, 14)
    assert outputs.features.shape == (3, 8)
    torch.testing.assert_close(outputs.class_maps.mean((2, 3)), outputs.logits, atol=1e-5, rtol=1e-5)
    assert outputs.logits.std(0).max() > 0.1


def test_outside_the_lungs_a_map_is_next_to_nothing(outputs: Outputs, lungs: FLOATS) -> None:
    inside = torch.from_numpy(lungs[0, 0].reshape(14, 8, 14, 8).mean((1, 3)) == 1)
    maps = outputs.class_maps[0].abs()
    assert int(inside.sum()) == 64
    assert maps[:, ~inside].max() < 0.03 * maps[:, inside].max()
    # Where no lungs are found, every place counts alike.
    even = outputs.class_maps[2].abs().mean(0)
    assert even[~inside].mean() > 0.3 * even[inside].mean()


def test_torch_and_onnx_agree(
    outputs: Outputs, exported: tuple[Path, ModelSpec], films: FLOATS, lungs: FLOATS
) -> None:
    model = Model(exported[0], 1, CLASSIFIER_OUTPUTS, CLASSIFIER_INPUTS)
    offsets = np.array([CALIBRATION.offsets[head] for head in HEADS], np.float32)
    for count in (3, 1):
        logits, maps, features = model.run(films[:count], lungs[:count])
        np.testing.assert_allclose(logits, outputs.logits.numpy()[:count] + offsets, atol=1e-4)
        np.testing.assert_allclose(maps.mean((2, 3)), logits, atol=1e-4)
        np.testing.assert_allclose(features, outputs.features.numpy()[:count], atol=1e-4)


def test_the_offset_lies_on_the_map_as_its_evidence_does(
    network: Network, exported: tuple[Path, ModelSpec], films: FLOATS, lungs: FLOATS
) -> None:
    shifted = copy.deepcopy(network)
    with torch.no_grad():
        shifted.head.bias += torch.tensor([CALIBRATION.offsets[head] for head in HEADS])
        expected = shifted(torch.from_numpy(films), torch.from_numpy(lungs)).class_maps
    _, maps, _ = Model(exported[0], threads=1).run(films, lungs)
    np.testing.assert_allclose(maps, expected.numpy(), atol=1e-3, rtol=1e-4)


def test_the_file_brings_its_spec_and_nothing_of_this_machine(exported: tuple[Path, ModelSpec]) -> None:
    path, written = exported
    spec = Model(path, threads=1).spec
    assert spec == written
    assert (spec.heads, spec.classes, spec.data_sha256) == (HEADS, CLASSES, "films")
    assert spec.temperatures == CALIBRATION.temperatures
    assert spec.evidence_scales == CALIBRATION.evidence_scales
    assert spec.conformal == CALIBRATION.conformal
    content = path.read_bytes()
    assert str(Path(__file__).parents[2]).encode() not in content
    assert b"site-packages" not in content
    assert [left.name for left in path.parent.iterdir()] == [path.name]


def test_denormal_weights_become_zero() -> None:
    weights = np.array([1.0, 1e-40, -1e-42, 0.0, np.finfo(np.float32).tiny], np.float32)
    tensor = onnx.numpy_helper.from_array(weights, "w")
    model = onnx.helper.make_model(onnx.helper.make_graph([], "g", [], [], [tensor]))
    assert zero_denormals(model) == 2
    kept = onnx.numpy_helper.to_array(model.graph.initializer[0])
    np.testing.assert_array_equal(kept, weights * [1, 0, 0, 1, 1])


def test_the_bundled_model_keeps_its_promises(bundled_models: None, films: FLOATS, lungs: FLOATS) -> None:
    path = Path(bundled_model())
    assert path.stat().st_size < MAX_BYTES
    model = Model(path, 1, CLASSIFIER_OUTPUTS, CLASSIFIER_INPUTS)
    assert model.spec.classes == CLASSES
    assert sorted(model.spec.heads) == sorted(HEADS)
    assert set(model.spec.temperatures) == set(HEADS)
    assert set(HEADS) <= set(model.spec.evidence_scales)
    logits, maps, features = model.run(films, lungs)
    assert logits.shape == (3, len(HEADS))
    assert maps.shape == (3, len(HEADS), 14, 14)
    assert features.shape == (3, Config().features)
    np.testing.assert_allclose(maps.mean((2, 3)), logits, atol=1e-3)

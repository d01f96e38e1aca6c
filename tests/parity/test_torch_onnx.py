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
from inference.runtime import Model
from training.config import CLASSES, TRAINED_CLASSES, Config
from training.export import MAX_BYTES, calibrate, export_network, write_spec, zero_denormals
from training.model import Network, ServedNetwork


@pytest.fixture(scope="module")
def network() -> Network:
    """The real network with random weights and statistics: eight features instead of 256."""
    torch.manual_seed(4)
    network = Network(len(TRAINED_CLASSES), features=8)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.running_mean.uniform_(-0.1, 0.1)
            module.running_var.uniform_(0.5, 1.5)
    return network.eval()


@pytest.fixture(scope="module")
def films() -> NDArray[np.float32]:
    return np.random.default_rng(0).normal(size=(3, 1, 224, 224)).astype(np.float32)


@pytest.fixture(scope="module")
def exported(network: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("onnx") / "model.onnx"
    export_network(ServedNetwork(copy.deepcopy(network), len(CLASSES)), 224, path)
    write_spec(path, Config().spec(temperature=1.5))
    return path


def test_the_mean_of_a_class_map_is_the_logit(network: Network, films: NDArray[np.float32]) -> None:
    with torch.inference_mode():
        outputs = network(torch.from_numpy(films))
    assert outputs.class_maps.shape == (3, len(TRAINED_CLASSES), 14, 14)
    torch.testing.assert_close(outputs.class_maps.mean((2, 3)), outputs.logits, atol=1e-5, rtol=1e-5)


def test_serving_changes_no_probability(network: Network, films: NDArray[np.float32]) -> None:
    """Dropping the fourth class and centring the rest leaves the softmax over three as it was."""
    with torch.inference_mode():
        plain = network(torch.from_numpy(films)).logits[:, :3]
        served = ServedNetwork(copy.deepcopy(network), 3).eval()(torch.from_numpy(films)).logits
    torch.testing.assert_close(plain.softmax(1), served.softmax(1), atol=1e-6, rtol=1e-5)
    torch.testing.assert_close(served.sum(1), torch.zeros(3), atol=1e-5, rtol=0)


def test_torch_and_onnx_agree(network: Network, exported: Path, films: NDArray[np.float32]) -> None:
    with torch.inference_mode():
        expected = ServedNetwork(copy.deepcopy(network), 3).eval()(torch.from_numpy(films))
    model = Model(exported, threads=1)
    for batch in (films, films[:1]):
        for ours, theirs in zip(model.run(batch), expected, strict=True):
            np.testing.assert_allclose(ours, theirs.numpy()[: len(batch)], atol=1e-4)


def test_the_file_brings_its_spec_and_nothing_of_this_machine(exported: Path) -> None:
    assert Model(exported, threads=1).spec == Config().spec(temperature=1.5)
    content = exported.read_bytes()
    assert str(Path(__file__).parents[2]).encode() not in content
    assert b"site-packages" not in content


def test_denormal_weights_become_zero() -> None:
    weights = np.array([1.0, 1e-40, -1e-42, 0.0, np.finfo(np.float32).tiny], np.float32)
    tensor = onnx.numpy_helper.from_array(weights, "w")
    model = onnx.helper.make_model(onnx.helper.make_graph([], "g", [], [], [tensor]))
    assert zero_denormals(model) == 2
    kept = onnx.numpy_helper.to_array(model.graph.initializer[0])
    np.testing.assert_array_equal(kept, weights * [1, 0, 0, 1, 1])


def test_evidence_scale_is_that_of_right_calls() -> None:
    logits = np.array([[2.0, 0, -2], [2.0, 0, -2], [0, 2.0, -2]], np.float32)
    labels = np.array([0, 2, 1])
    maps = np.zeros((3, 3, 2, 2), np.float32)
    maps[0, 0] = 4.0
    maps[1] = 100.0  # called wrongly: its evidence does not count
    maps[2, 1] = 4.0
    maps[2, 1, 0, 0] = -50.0  # speaks against
    _, scale = calibrate(logits, maps, labels)
    assert scale == pytest.approx(4.0)


def test_the_bundled_model_keeps_its_promises(films: NDArray[np.float32]) -> None:
    path = Path(bundled_model())
    if not path.exists():
        pytest.skip("no model has been exported yet")
    assert path.stat().st_size < MAX_BYTES
    model = Model(path, threads=1)
    assert model.spec.classes == CLASSES
    logits, maps, features = model.run(films)
    assert logits.shape == (3, 3)
    assert maps.shape == (3, 3, 14, 14)
    assert features.shape[0] == 3
    np.testing.assert_allclose(maps.mean((2, 3)), logits, atol=1e-4)
    np.testing.assert_allclose(logits.sum(1), 0, atol=1e-4)

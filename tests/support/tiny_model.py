"""Networks small enough to be computed by hand, in the form of the bundled ones.

The classifier: a class map is the input, averaged over 16 x 16 blocks, times one weight a head, plus the
lungs, averaged over the same places, times another, plus one bias a head; logits are the maps' means. The
view network: what is darker than mid grey, and where a lung may lie, is lung; what it makes of the view
and of the distance is what the test says. Nothing in them was learned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from inference.model_spec import ModelSpec

HEADS = ("opacity", "covid19", "viral", "child")
SPEC = ModelSpec(
    name="tiny",
    version="0",
    classes=("covid19", "normal", "viral_pneumonia"),
    size=224,
    mean=0.5,
    std=0.25,
    min_size=150,
    heads=HEADS,
    temperatures={"opacity": 2.0, "covid19": 1.0, "viral": 0.5, "child": 1.0},
    evidence_scales={"opacity": 4.0, "covid19": 2.0, "viral": 3.0, "child": 5.0},
    conformal={"covid19": 0.25, "normal": 0.25, "viral_pneumonia": 0.25},
)
VIEW_SPEC = replace(
    SPEC,
    name="tiny lungs",
    classes=("lung",),
    heads=(),
    temperatures={},
    evidence_scales={},
    conformal={},
    limits={"frontal": 0.5, "distance": 0.4},
)
# By head: times the brightness, times the lungs, plus.
WEIGHTS = np.array([1.0, -0.5, 0.5, 0.25], dtype=np.float32)
LUNG_WEIGHTS = np.array([0.5, 0.25, 0.0, 0.0], dtype=np.float32)
BIASES = np.array([0.25, 0.5, -0.75, -0.5], dtype=np.float32)
FRONTAL = (0.94, 0.02, 0.01, 0.03)
# Rows and columns of 112 where a lung may lie.
LUNG_ROWS, LUNG_COLUMNS = slice(8, 104), (slice(10, 52), slice(60, 102))


def write_tiny_model(path: Path, weights: Sequence[float] | None = None, **changes: object) -> Path:
    """Write the network; ``weights`` replace WEIGHTS, ``changes`` fields of its specification."""
    spec = replace(SPEC, **changes)
    nodes = [
        helper.make_node("AveragePool", ["image"], ["blocks"], kernel_shape=[16, 16], strides=[16, 16]),
        helper.make_node("AveragePool", ["lungs"], ["told"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("Concat", ["blocks", "told"], ["both"], axis=1),
        helper.make_node("Conv", ["both", "weight", "bias"], ["class_maps"]),
        helper.make_node("GlobalAveragePool", ["class_maps"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["logits"]),
        helper.make_node("GlobalAveragePool", ["both"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["features"]),
    ]
    inputs = {"image": ["n", 1, 224, 224], "lungs": ["n", 1, 112, 112]}
    outputs = {"logits": ["n", 4], "class_maps": ["n", 4, 14, 14], "features": ["n", 2]}
    brightness = WEIGHTS if weights is None else np.asarray(weights, np.float32)
    weight = np.stack([brightness, LUNG_WEIGHTS], axis=1).reshape(4, 2, 1, 1)
    return _write(path, nodes, inputs, outputs, {"weight": weight, "bias": BIASES}, spec)


def write_tiny_segmenter(
    path: Path, view: Sequence[float] = FRONTAL, distance: float = 0.1, **changes: object
) -> Path:
    """Write the network that takes the dark for lung; ``changes`` replace fields of its specification.

    ``view`` and ``distance`` are its answers to every film.
    """
    spec = replace(VIEW_SPEC, **changes)
    nodes = [
        helper.make_node("AveragePool", ["image"], ["blocks"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Mul", ["blocks", "darkness"], ["logits"]),
        helper.make_node("Sigmoid", ["logits"], ["dark"]),
        helper.make_node("Mul", ["dark", "places"], ["probability"]),
        helper.make_node("Squeeze", ["probability", "channel"], ["lung_probability"]),
        helper.make_node("ReduceMean", ["image"], ["mean"], axes=[1, 2, 3], keepdims=0),
        helper.make_node("Mul", ["mean", "nothing"], ["zero"]),
        helper.make_node("Add", ["zero", "far"], ["distance"]),
        helper.make_node("Unsqueeze", ["zero", "channel"], ["zeros"]),
        helper.make_node("Add", ["zeros", "views"], ["view"]),
    ]
    places = np.zeros((1, 1, 112, 112), np.float32)
    for columns in LUNG_COLUMNS:
        places[..., LUNG_ROWS, columns] = 1.0
    constants = {
        "darkness": np.float32(-8),
        "places": places,
        "channel": np.array([1]),
        "nothing": np.float32(0),
        "far": np.float32(distance),
        "views": np.asarray([view], np.float32),
    }
    outputs = {"lung_probability": ["n", 112, 112], "view": ["n", 4], "distance": ["n"]}
    return _write(path, nodes, {"image": ["n", 1, 224, 224]}, outputs, constants, spec)


def _write(
    path: Path,
    nodes: list[onnx.NodeProto],
    inputs: dict[str, list[str | int]],
    outputs: dict[str, list[str | int]],
    constants: dict[str, Any],
    spec: ModelSpec,
) -> Path:
    def described(shapes: dict[str, list[str | int]]) -> list[onnx.ValueInfoProto]:
        return [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()
        ]

    graph = helper.make_graph(
        nodes,
        "tiny",
        described(inputs),
        described(outputs),
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(model, spec.to_metadata())
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return path

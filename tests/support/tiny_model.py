"""Networks small enough to be computed by hand, in the form of the bundled ones.

The classifier: class maps are the input, averaged over 16 x 16 blocks, times one weight a class, plus
one bias a class; logits are their means. The segmenter: what is darker than mid grey is lung. Nothing
in them was learned.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from inference.model_spec import ModelSpec

SPEC = ModelSpec(
    name="tiny",
    version="0",
    classes=("covid19", "normal", "viral_pneumonia"),
    size=224,
    mean=0.5,
    std=0.25,
    temperature=2.0,
    evidence_scale=4.0,
    min_size=150,
)
WEIGHTS = np.array([1.0, -0.5, -0.5], dtype=np.float32)
BIASES = np.array([0.25, 0.5, -0.75], dtype=np.float32)


def write_tiny_model(path: Path, **changes: object) -> Path:
    """Write the network; ``changes`` replace fields of its specification."""
    spec = replace(SPEC, **changes)
    nodes = [
        helper.make_node("AveragePool", ["image"], ["blocks"], kernel_shape=[16, 16], strides=[16, 16]),
        helper.make_node("Conv", ["blocks", "weight", "bias"], ["class_maps"]),
        helper.make_node("GlobalAveragePool", ["class_maps"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["logits"]),
        helper.make_node("GlobalAveragePool", ["blocks"], ["mean"]),
        helper.make_node("Flatten", ["mean"], ["features"]),
    ]
    outputs = {"logits": ["n", 3], "class_maps": ["n", 3, 14, 14], "features": ["n", 1]}
    constants = {"weight": WEIGHTS.reshape(3, 1, 1, 1), "bias": BIASES}
    return _write(path, nodes, outputs, constants, spec)


def write_tiny_segmenter(path: Path, **changes: object) -> Path:
    """Write the network that takes the dark for lung; ``changes`` replace fields of its specification."""
    spec = replace(SPEC, **{"name": "tiny lungs", "classes": ("lung",), **changes})
    nodes = [
        helper.make_node("AveragePool", ["image"], ["blocks"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Mul", ["blocks", "darkness"], ["logits"]),
        helper.make_node("Sigmoid", ["logits"], ["probability"]),
        helper.make_node("Squeeze", ["probability", "channel"], ["lung_probability"]),
    ]
    constants = {"darkness": np.float32(-8), "channel": np.array([1])}
    return _write(path, nodes, {"lung_probability": ["n", 112, 112]}, constants, spec)


def _write(
    path: Path,
    nodes: list[onnx.NodeProto],
    outputs: dict[str, list[str | int]],
    constants: dict[str, Any],
    spec: ModelSpec,
) -> Path:
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, ["n", 1, 224, 224])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs.items()],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(model, spec.to_metadata())
    onnx.checker.check_model(model)
    onnx.save(model, path)
    return path

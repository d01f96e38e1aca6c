"""Step 3: the final run as one ONNX file that says of itself what it is, with what its numbers mean."""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from inference.composition import HEADS
from inference.model_spec import ModelSpec
from inference.runtime import CLASSIFIER_INPUTS, CLASSIFIER_OUTPUTS, LUNGS_INPUTS
from training.calibration import Calibration, calibrate, held_out
from training.config import MODEL_FILE, REPOSITORY, Config, films_folder
from training.dataset import LUNG_GRID
from training.manifest import manifest_sha256
from training.model import Network
from training.train import LEFT_OUT_RUNS, RUN, load_network

OPSET = 18
# The newest that every ONNX Runtime the program allows can read.
IR_VERSION = 10
MAX_BYTES = 20_000_000


def export_network(
    network: torch.nn.Module,
    size: int,
    path: Path,
    outputs: Sequence[str] = CLASSIFIER_OUTPUTS,
    inputs: Sequence[str] = LUNGS_INPUTS,
) -> None:
    """Write ``network`` (``inputs`` to ``outputs``) to ``path``, for any number of films at once."""
    network.eval()
    # Two films: the exporter would take a batch of one for a constant.
    shapes = {"image": (2, 1, size, size), "lungs": (2, 1, LUNG_GRID, LUNG_GRID)}
    films = torch.export.Dim("films")
    program = torch.onnx.export(
        network,
        tuple(torch.zeros(shapes[name]) for name in inputs),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_shapes=tuple({0: films} for _ in inputs),
        opset_version=OPSET,
        dynamo=True,
        verbose=False,
    )
    assert program is not None
    program.optimize()
    model = program.model_proto
    model.ir_version = IR_VERSION
    del model.metadata_props[:]
    # The exporter notes where in the source each node comes from, with the paths of this machine.
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    for value in (*model.graph.value_info, *model.graph.input, *model.graph.output):
        del value.metadata_props[:]
    zero_denormals(model)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)


def zero_denormals(model: onnx.ModelProto) -> int:
    """Set weights too small for a normal float32 to 0; returns how many.

    They change nothing that shows, and some processors take a hundred times as long over them.
    """
    changed = 0
    for tensor in model.graph.initializer:
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32:
            continue
        tiny = (weights != 0) & (np.abs(weights) < np.finfo(np.float32).tiny)
        changed += int(tiny.sum())
        if tiny.any():
            tensor.CopyFrom(numpy_helper.from_array(np.where(tiny, np.float32(0), weights), tensor.name))
    return changed


def write_spec(path: Path, spec: ModelSpec) -> None:
    """Put ``spec`` into the metadata of an ONNX file, in place of what was there."""
    model = onnx.load(path)
    onnx.helper.set_model_props(model, spec.to_metadata())
    onnx.save(model, path)


def export(
    films_at: Path,
    run: Path = RUN,
    left_out_runs: Path = LEFT_OUT_RUNS,
    target: Path = MODEL_FILE,
) -> ModelSpec:
    """Export ``run``, calibrated by the runs without a source; the file appears when it is complete."""
    network, config = load_network(run)
    calibration = calibrate(held_out(films_at, left_out_runs, config))
    return write_classifier(network, config, calibration, manifest_sha256(films_at), target)


def write_classifier(
    network: Network, config: Config, calibration: Calibration, data_sha256: str, target: Path
) -> ModelSpec:
    """One ONNX file of ``network`` as calibrated; its offsets go into the heads' biases."""
    network = deepcopy(network)
    offsets = torch.tensor([calibration.offsets[head] for head in HEADS])
    network.head.bias = torch.nn.Parameter(network.head.bias.detach() + offsets)
    spec = replace(
        config.spec(data_sha256, git_revision()),
        heads=HEADS,
        temperatures=calibration.temperatures,
        evidence_scales=calibration.evidence_scales,
        conformal=calibration.conformal,
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        export_network(network, config.size, draft, inputs=CLASSIFIER_INPUTS)
        if draft.stat().st_size > MAX_BYTES:
            raise ValueError(f"the model takes {draft.stat().st_size} bytes, more than {MAX_BYTES}")
        write_spec(draft, spec)
        draft.replace(target)
    print(f"{target.name}: temperatures {spec.temperatures}, prediction sets from {spec.conformal}")
    return spec


def git_revision() -> str:
    """Of the training code, "-dirty" where it is not as committed; "unknown" outside a repository."""
    head = _git("rev-parse", "HEAD")
    if not head:
        return "unknown"
    # Unlike `git describe --dirty`, this sees files that were never added, too.
    changed = _git("status", "--porcelain", "--", "inference", "training/*.py")
    return f"{head}-dirty" if changed else head


def _git(*arguments: str) -> str:
    """What git prints; empty when there is no git, no repository or no commit."""
    try:
        command = ["git", "-C", str(REPOSITORY), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--run", type=Path, default=RUN, help="folder of its checkpoints")
    parser.add_argument("--output", type=Path, default=MODEL_FILE)
    options = parser.parse_args(arguments)
    export(options.films, options.run, target=options.output)


if __name__ == "__main__":
    main()

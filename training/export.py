"""Step 3: the best checkpoint as one ONNX file that says of itself what it is.

The file is calibrated as it stands: its own logits on the choosing fold, computed by the program's
runtime, give temperature and evidence scale.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from inference.model_spec import ModelSpec
from inference.runtime import CLASSIFIER_OUTPUTS, Model
from training import cache, checkpoint, metrics
from training.config import CLASSES, MODEL_FILE, REPOSITORY, TRAINED_CLASSES, Config, films_folder
from training.dataset import plain_batches, targets
from training.manifest import manifest_sha256
from training.model import Network, ServedNetwork
from training.splits import split
from training.train import RUN

OPSET = 18
# The newest that every ONNX Runtime the program allows can read.
IR_VERSION = 10
MAX_BYTES = 20_000_000
# Of the evidence for the right class, so much is drawn below full strength.
EVIDENCE_PERCENTILE = 99.0


def export_network(
    network: torch.nn.Module, size: int, path: Path, outputs: Sequence[str] = CLASSIFIER_OUTPUTS
) -> None:
    """Write ``network`` (image to ``outputs``) to ``path``: input `image`, any number of films."""
    network.eval()
    # Two films: the exporter would take a batch of one for a constant.
    example = torch.zeros(2, 1, size, size)
    program = torch.onnx.export(
        network,
        (example,),
        input_names=["image"],
        output_names=list(outputs),
        dynamic_shapes={"image": {0: torch.export.Dim("films")}},
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


def calibrate(
    logits: NDArray[np.float32], class_maps: NDArray[np.float32], labels: NDArray[np.int64]
) -> tuple[float, float]:
    """Temperature and evidence scale from (n, 3) logits, (n, 3, m, m) maps and (n,) labels.

    The evidence scale is a high percentile of the positive evidence for the class in the films that
    were called rightly, in logits.
    """
    temperature = metrics.fit_temperature(labels, logits)
    right = np.flatnonzero(logits.argmax(1) == labels)
    evidence = class_maps[right, labels[right]]
    return temperature, float(np.percentile(evidence[evidence > 0], EVIDENCE_PERCENTILE))


def export(films_at: Path, best: Path, target: Path = MODEL_FILE) -> ModelSpec:
    """Export checkpoint ``best`` to ``target``; the file appears only when it is complete."""
    state, meta = checkpoint.load(best)
    config = Config.from_dict(meta["config"])
    network = Network(len(TRAINED_CLASSES), config.features)
    network.load_state_dict(state["network"])
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        export_network(ServedNetwork(network, len(CLASSES)), config.size, draft)
        if draft.stat().st_size > MAX_BYTES:
            raise ValueError(f"the model takes {draft.stat().st_size} bytes, more than {MAX_BYTES}")
        data_sha256, revision = manifest_sha256(films_at), git_revision()
        write_spec(draft, config.spec())
        temperature, scale = calibrate(*_choosing_fold(films_at, config, draft))
        spec = config.spec(temperature, scale, data_sha256, revision)
        write_spec(draft, spec)
        draft.replace(target)
    print(f"{target.name}: epoch {meta['epoch']}, temperature {temperature:.3f}, evidence {scale:.2f}")
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


def _choosing_fold(
    films_at: Path, config: Config, model_file: Path
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
    """Logits, class maps and labels of the three classes' films in the choosing fold."""
    data = cache.load(films_at)
    chosen = [i for i in split(data.films, config).choose if data.films[i].label in CLASSES]
    model = Model(model_file, threads=torch.get_num_threads())
    outputs = [model.run(batch.numpy()) for batch in plain_batches(data.images[chosen], config.spec())]
    logits, maps, _ = (np.concatenate(parts) for parts in zip(*outputs, strict=True))
    return logits, maps, targets([data.films[i] for i in chosen])


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--checkpoint", type=Path, default=RUN / "best.pt")
    parser.add_argument("--output", type=Path, default=MODEL_FILE)
    options = parser.parse_args(arguments)
    export(options.films, options.checkpoint, options.output)


if __name__ == "__main__":
    main()

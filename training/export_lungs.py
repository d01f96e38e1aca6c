"""The view network's step 2: reference and limits, and one ONNX file that says of itself what it is."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

import cv2

from inference.model_spec import ModelSpec
from inference.runtime import LUNGS_OUTPUTS
from training import cache, gate, loop
from training.config import LUNGS_FILE, films_folder
from training.export import export_network, git_revision, write_spec
from training.manifest import manifest_sha256
from training.train_lungs import RUN, load_segmenter

MAX_BYTES = 4_000_000


def export(films_at: Path, run: Path = RUN, target: Path = LUNGS_FILE) -> ModelSpec:
    """Export the network of ``run`` to ``target``; the file appears only when it is complete."""
    cv2.setNumThreads(1)
    loop.keep_freed_memory()
    network, config = load_segmenter(run)
    data = cache.load(films_at)
    served = gate.serve(network, data, config)
    spec = config.spec(gate.limits(served, data, config), manifest_sha256(films_at), git_revision())
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        export_network(served, spec.size, draft, LUNGS_OUTPUTS)
        if draft.stat().st_size > MAX_BYTES:
            raise ValueError(f"the model takes {draft.stat().st_size} bytes, more than {MAX_BYTES}")
        write_spec(draft, spec)
        draft.replace(target)
    print(f"{target.name}: {target.stat().st_size} bytes, limits {dict(spec.limits)}")
    return spec


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.export_lungs", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--run", type=Path, default=RUN, help="folder of the checkpoints")
    parser.add_argument("--output", type=Path, default=LUNGS_FILE)
    options = parser.parse_args(arguments)
    export(options.films, options.run, options.output)


if __name__ == "__main__":
    main()

"""The lungs' step 2: the segmenter as one ONNX file that says of itself what it is."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from pathlib import Path

from inference.model_spec import ModelSpec
from inference.runtime import LUNGS_OUTPUTS
from training.config import LUNGS_FILE, films_folder
from training.export import export_network, git_revision, write_spec
from training.manifest import manifest_sha256
from training.segmenter import ServedSegmenter
from training.train_lungs import RUN, load_segmenter

MAX_BYTES = 5_000_000


def export(films_at: Path, run: Path = RUN, target: Path = LUNGS_FILE) -> ModelSpec:
    """Export the segmenter of ``run`` to ``target``; the file appears only when it is complete."""
    network, config = load_segmenter(run)
    spec = config.spec(manifest_sha256(films_at), git_revision())
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name
        export_network(ServedSegmenter(network), spec.size, draft, LUNGS_OUTPUTS)
        if draft.stat().st_size > MAX_BYTES:
            raise ValueError(f"the model takes {draft.stat().st_size} bytes, more than {MAX_BYTES}")
        write_spec(draft, spec)
        draft.replace(target)
    print(f"{target.name}: {target.stat().st_size} bytes")
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

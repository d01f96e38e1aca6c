"""Reads every file of a folder with 2 GB of address space: name, what became of it, peak memory in KB."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from inference import ImageSource, InferenceError, expand, load_radiograph


def outcome(path: Path) -> str:
    codes = []
    for source in expand([path]):
        error = source if isinstance(source, InferenceError) else refusal(source)
        codes.append(error.code if error else "opened")
    return ",".join(sorted(set(codes)))


def refusal(source: ImageSource) -> InferenceError | None:
    try:
        load_radiograph(source).render()
    except InferenceError as error:
        return error
    return None


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (2 * 1024**3, 2 * 1024**3))
    for name in sorted(Path(sys.argv[1]).iterdir()):
        before = peak()
        print(name.name, outcome(name), peak() - before, sep="\t", flush=True)

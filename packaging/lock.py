"""Writes the locks anew: run.txt and dev.txt from pyproject.toml, opencv.txt from opencv.in.

    python3 dev.py lock [uv's options]

Needs the program uv, and uses the standard library alone.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("pyproject.toml", "lock/build-backend.in")
OPTIONS = (
    "--universal", "--generate-hashes", "--no-emit-index-url", "--python-version", "3.11",
    "--quiet", "--custom-compile-command", "python3 dev.py lock",
)  # fmt: skip
# Each after those that it is held to.
LOCKS = (
    (*SOURCES, "-o", "lock/run.txt"),
    (*SOURCES, "--all-extras", "-c", "lock/run.txt", "-o", "lock/dev.txt"),
    ("lock/opencv.in", "-o", "lock/opencv.txt"),
)


def main(arguments: list[str]) -> int:
    """Write every lock; the status of the first that failed."""
    uv = shutil.which("uv")
    if not uv:
        raise SystemExit("Making the lock needs the program uv on the PATH. Running and testing do not.")
    for lock in LOCKS:
        command = (uv, "pip", "compile", *OPTIONS, *arguments, *lock)
        if status := subprocess.call(command, cwd=ROOT):
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

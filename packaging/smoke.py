"""Starts the frozen programs as a user would, away from the sources: python3 dev.py smoke

Uses the standard library alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUNDLE = ROOT / "dist" / "negatoscope"
# A window that does not close by itself within this time has come up.
SECONDS = 8.0


def smoke(bundle: Path, films: list[Path]) -> None:
    """Read ``films`` by the command line of ``bundle``, and open them in its window. Raises SystemExit."""
    ending = ".exe" if os.name == "nt" else ""
    if not bundle.is_dir():
        raise SystemExit("There is no frozen program in dist yet. Make it first: python3 dev.py package")
    with tempfile.TemporaryDirectory() as elsewhere:
        command_line, window = (
            [str(path) for path in (bundle / f"{name}{ending}", *films)]
            for name in ("negatoscope-cli", "negatoscope")
        )
        if subprocess.call(command_line, cwd=elsewhere) != 0:
            raise SystemExit("The frozen command line failed; what it said stands above.")
        with subprocess.Popen(window, cwd=elsewhere) as process:
            try:
                status = process.wait(timeout=SECONDS)
                raise SystemExit(f"The frozen window closed by itself, with status {status}.")
            except subprocess.TimeoutExpired:
                process.terminate()


if __name__ == "__main__":
    smoke(BUNDLE, sorted((ROOT / "resources" / "sample").glob("*.dcm")))
    print(
        "The frozen programs start: the command line read the sample, and the window stayed open.",
        file=sys.stderr,
    )

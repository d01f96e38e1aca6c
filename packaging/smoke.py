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
# Within this time a window that fails has closed, and one that does not has come up, on slow machines too.
SECONDS = 15.0
# For a second start to hand its films over.
PATIENCE_SECONDS = 30.0


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
                look_at(process, window, elsewhere)
            finally:
                process.terminate()


def look_at(process: subprocess.Popen[bytes], window: list[str], folder: str) -> None:
    """Whether the window that ``process`` opens has come up. Raises SystemExit."""
    try:
        status = process.wait(timeout=SECONDS)
        raise SystemExit(f"The frozen window closed by itself, with status {status}.")
    except subprocess.TimeoutExpired:
        pass
    # A message that it could not start stays open as well, and so does what hangs. Only a window that is
    # there takes the films of a second start, which ends with that.
    try:
        status = subprocess.call(window, cwd=folder, timeout=PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        raise SystemExit("The frozen program is open, but its window answers no second start.") from None
    if status != 0:
        raise SystemExit(f"A second start of the frozen window ended with status {status}.")


if __name__ == "__main__":
    smoke(BUNDLE, sorted((ROOT / "resources" / "sample").glob("*.dcm")))
    print(
        "The frozen programs start: the command line read the sample, and the window took it twice.",
        file=sys.stderr,
    )

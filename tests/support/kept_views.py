"""The pictures of the views in tests/snapshots: in which looks there are some, and how they are drawn."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import stage

ROOT = Path(__file__).parents[2]
SNAPSHOTS = ROOT / "tests" / "snapshots"
PATIENCE_S = 300.0


class Look(NamedTuple):
    """A theme, and how many pixels of the screen a pixel of the window takes."""

    theme: str
    scale: int

    def __str__(self) -> str:
        return f"{self.theme}-{self.scale}x"


LOOKS = tuple(Look(theme, scale) for theme in stage.THEMES for scale in stage.SCREENS)


def folder_of(look: Look) -> Path:
    """Where its pictures are kept."""
    return SNAPSHOTS / str(look)


def draw(look: Look, folder: Path) -> None:
    """All views into ``folder``."""
    started(SNAPSHOTS / "draw.py", look.scale, str(folder), look.theme)


def started(script: Path, scale: int, *arguments: str) -> None:
    """Run ``script`` on the stage, on a screen of this scale. Raises RuntimeError with what it said."""
    with tempfile.TemporaryDirectory() as own:
        environment = stage.environment(Path(own), scale)
        environment["PYTHONPATH"] = f"{ROOT}{os.pathsep}{ROOT / 'tests' / 'support'}"
        done = subprocess.run(
            [sys.executable, str(script), *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )
    if done.returncode:
        raise RuntimeError(f"{script.name} failed:\n{done.stderr}")

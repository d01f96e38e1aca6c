"""DCMTK's programs: a renderer and encoders that share no line with ours.

Debian's package ``dcmtk`` brings them. Nothing here knows what a grey value should be.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

PROGRAMS = ("dcmj2pnm", "dcml2pnm", "dcmcjpeg", "dcmcjpls", "dcmcrle", "dcmconv")
MISSING = [program for program in PROGRAMS if shutil.which(program) is None]
WHY_SKIPPED = f"DCMTK is not here ({', '.join(MISSING)}); Debian's package dcmtk brings it"


def render(path: Path, *options: str, program: str = "dcmj2pnm") -> NDArray[np.uint8]:
    """The picture DCMTK makes of ``path`` without overlays: (rows, columns[, 3 if in colour]) uint8."""
    target = path.with_suffix(".pnm")
    command = [program, "--quiet", "--no-overlays", "--write-raw-pnm", *options, str(path), str(target)]
    subprocess.run(command, check=True)
    # Three lines, then the pixels: P5 (grey) or P6 (colour), the size, the largest value.
    magic, size, top, pixels = target.read_bytes().split(b"\n", 3)
    columns, rows = map(int, size.split())
    assert top == b"255"
    shape = {b"P5": (rows, columns), b"P6": (rows, columns, 3)}[magic]
    return np.frombuffer(pixels, np.uint8).reshape(shape)


def encode(path: Path, program: str, *options: str) -> Path:
    """A copy of ``path`` in another transfer syntax, written by one of DCMTK's encoders."""
    target = path.with_name(f"{path.name}.encoded")
    subprocess.run([program, "--quiet", *options, str(path), str(target)], check=True)
    return target

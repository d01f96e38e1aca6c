"""Asks whether everything that the program needs can be had for macOS, on both processors.

    python3 dev.py macos-wheels

Downloads the wheels of the lock for the oldest system supported, each checked against its hash. It is what
can be known of a build for macOS without one.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from info import MINIMUM_SYSTEM
from locks import requirements

TOOLS = ("altgraph", "macholib", "pyinstaller", "pyinstaller-hooks-contrib")
PYTHON = "3.13"


def check(processor: str) -> list[Path]:
    """The wheels for one processor. Raises CalledProcessError where one cannot be had."""
    system = {
        "implementation_name": "cpython",
        "os_name": "posix",
        "platform_machine": processor,
        "platform_python_implementation": "CPython",
        "platform_system": "Darwin",
        "python_full_version": f"{PYTHON}.0",
        "python_version": PYTHON,
        "sys_platform": "darwin",
    }
    major = int(MINIMUM_SYSTEM.split(".")[0])
    # A wheel for an older system does for a newer one, and one for both processors for each.
    older = [f"{number}_0" for number in range(major, 10, -1)] + [
        f"10_{number}" for number in range(16, 5, -1)
    ]
    platforms = [f"macosx_{version}_{kind}" for version in older for kind in (processor, "universal2")]
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.txt"
        wanted.write_text(requirements(system, TOOLS))
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        kind = ["--implementation", "cp", "--python-version", PYTHON, "--ignore-requires-python"]
        for platform in platforms:
            kind += ["--platform", platform]
        target = Path(folder) / "wheels"
        subprocess.run([*pip, *kind, "--require-hashes", "--dest", target, "-r", wanted], check=True)
        return sorted(Path(wheel.name) for wheel in target.iterdir())


def main() -> None:
    """Both processors; prints the wheels that are for macOS alone."""
    for processor in ("arm64", "x86_64"):
        wheels = check(processor)
        own = [wheel.name for wheel in wheels if "macosx" in wheel.name]
        print(f"{processor}, macOS {MINIMUM_SYSTEM}: {len(wheels)} wheels", *own, sep="\n  ")


if __name__ == "__main__":
    main()

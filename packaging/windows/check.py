"""Makes and tries everything for Windows on Linux: python3 dev.py windows [--quick]

A Debian 13 with Wine is made in build/windows and the program is frozen in it; the setup program (and a
newer one, for the upgrade) and the MSI are made, and both are installed, used and removed. Needs root,
debootstrap, and the internet the first time. What was made and seen is left in dist/windows.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import time
from pathlib import Path

import installers
import payload
from wine import WORK, Wine

BUILD = payload.ROOT / "build" / "windows"
RESULTS = payload.ROOT / "dist" / "windows"


def newer(version: str) -> str:
    """The next version after one."""
    first, _, last = version.rpartition(".")
    return f"{first}.{int(last) + 1}"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="do not compress: minutes less, 260 MB")
    parser.add_argument("--keep", action="store_true", help="take the frozen program that is there")
    options = parser.parse_args()
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        raise SystemExit("This needs root and the program debootstrap (of the package of that name).")
    downloads, made = BUILD / "downloads", installers.version()
    downloads.mkdir(parents=True, exist_ok=True)
    wine = Wine(BUILD / "debian")
    steps = {"Debian and Wine": wine.prepare}
    shutil.rmtree(wine.work / "out", ignore_errors=True)
    if not options.keep:
        steps["freezing"] = lambda: payload.freeze(wine, downloads)
    make = f"cd {WORK}/source && python3 packaging/windows/installers.py"
    setup = f"{make} setup dist/negatoscope {WORK}/out --nsis=-DTARGET=amd64-unicode"
    quick = "--nsis=-DQUICK"
    steps |= {
        "setup program": lambda: wine.run(f"{setup} {quick if options.quick else ''}"),
        "newer setup program": lambda: wine.run(f"{setup} {quick} --version {newer(made)}"),
        "MSI": lambda: wine.run(f"{make} msi dist/negatoscope {WORK}/out"),
        "newer MSI": lambda: wine.run(f"{make} msi dist/negatoscope {WORK}/out --version {newer(made)}"),
    }
    name = f"{WORK}/out/Negatoscope-"
    prove = f"{WORK}/source/packaging/windows/prove.sh"
    both = f"{name}{made}-setup.exe {name}{newer(made)}-setup.exe"
    packages = f"{name}{made}.msi {name}{newer(made)}.msi"
    steps |= {
        "setup program tried": lambda: wine.run(f"{prove} setup {both} {WORK}/out/pictures"),
        "MSI tried": lambda: wine.run(f"{prove} msi {packages} {WORK}/out/pictures"),
    }
    for step, work in steps.items():
        started = time.monotonic()
        try:
            done = work()
        except subprocess.CalledProcessError as error:
            raise SystemExit(f"{step}: failed\n{error.stdout}") from error
        print(f"{step}: {time.monotonic() - started:.0f} s", flush=True)
        if isinstance(done, subprocess.CompletedProcess) and done.stdout:
            print(done.stdout, end="", flush=True)
    shutil.rmtree(RESULTS, ignore_errors=True)
    shutil.copytree(wine.work / "out", RESULTS)
    for path in sorted(RESULTS.glob("*.*")):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}  {_sha256(path)}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()

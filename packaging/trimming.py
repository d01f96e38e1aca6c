"""What is left out of the frozen program, and why that is safe. Used by build.spec.

Each entry is PyInstaller's: (path in the bundle, path it comes from, kind).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from PyInstaller.depend.bindepend import get_imports

Entry: TypeAlias = tuple[str, str, str]

# Training's and the tests' libraries, and what others import only for their tools. Without ssl nobody can
# so much as begin to speak to a server; hashlib does its sums without it.
UNWANTED_MODULES = (
    "torch", "matplotlib", "sklearn", "scipy", "onnx", "onnxscript", "training", "psutil",
    "pytest", "hypothesis", "_pytest", "mypy", "setuptools", "pip", "tkinter", "IPython",
    "threadpoolctl", "sympy", "mpmath", "coloredlogs", "humanfriendly", "onnxruntime.tools",
    "onnxruntime.quantization", "onnxruntime.transformers", "pandas", "numpy.f2py",
    "pydicom.data.test_files", "ssl", "_ssl", "readline", "curses", "pdb", "lib2to3", "ensurepip",
    "pydoc_data",
    "PIL._avif", "PIL._webp", "PIL._imagingcms", "PIL._imagingft", "PIL._imagingtk",
    "PIL.AvifImagePlugin", "PIL.WebPImagePlugin",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtSql",
)  # fmt: skip
# The parts of Qt that a program of widgets on a desktop does not use, by a part of their path. Of its
# picture formats, the SVG of our own icons alone: a user's file is never Qt's to decode.
UNUSED_QT = (
    "/plugins/egldeviceintegrations/", "/plugins/networkinformation/", "/plugins/qmltooling/",
    "/plugins/sqldrivers/", "/plugins/tls/", "/plugins/generic/", "/plugins/printsupport/",
    "/plugins/platforms/libqeglfs", "/plugins/platforms/libqlinuxfb", "/plugins/platforms/libqvnc",
    "/plugins/platforms/libqvkkhrdisplay", "/plugins/platforms/libqminimal",
    "/plugins/platforms/qminimal", "/plugins/platforms/qdirect2d",  # Windows' names have no "lib"
    *(
        f"/plugins/imageformats/{prefix}q{name}"
        for prefix in ("lib", "")
        for name in ("pdf", "tiff", "webp", "gif", "icns", "jpeg", "tga", "wbmp")
    ),
    "virtualkeyboard", "Qt6EglF", "Qt6Qml", "Qt6Quick", "Qt6Pdf", "Qt6VirtualKeyboard",
    "/plugins/platformthemes/libqgtk3", "opengl32sw.dll",
)  # fmt: skip
# What is fetched by name while the program runs, or belongs to a package beside what is imported.
UNUSED_DATA = ("cv2/data/", "pydicom/data/charset_files", "pydicom/data/palettes", "numpy/random/lib")
# Of a package's description: what the program itself reads. The rest names the machine it was built on.
METADATA = "METADATA"
# Libraries that nothing is linked to and that are loaded all the same, by their name.
LOADED_BY_NAME = ("onnxruntime_providers_shared",)
# On Windows: a reader of videos, and what PyInstaller finds twice and puts beside numpy.libs as well.
UNUSED_WINDOWS = ("opencv_videoio_ffmpeg", "libscipy_openblas")
# Of Qt's own texts, those in the languages of the program: desktop/languages.py.
QT_TEXTS = ("qtbase_pt_BR.qm", "qtbase_es.qm", "qtbase_fr.qm")


def is_used(entry: Entry) -> bool:
    """Whether the program can come to need this file, by its name."""
    target, source, _ = entry
    path = f"/{target}|{source or ''}".replace("\\", "/")
    place = target.replace("\\", "/")
    if (
        sys.platform == "win32"
        and "numpy.libs/" not in place
        and Path(target).name.startswith(UNUSED_WINDOWS)
    ):
        return False
    if "PySide6" in path:
        if "/translations/" in path:
            return PurePosixPath(place).name in QT_TEXTS
        return not any(part in path for part in UNUSED_QT)
    if ".dist-info/" in place:
        return PurePosixPath(place).name == METADATA
    return "__pycache__" not in path and not any(part in place for part in UNUSED_DATA)


def without_orphans(entries: Iterable[Entry]) -> list[Entry]:
    """Without the libraries that nothing which is kept asks for.

    PyInstaller gathers what every file needs before we take files away; here, what only those needed goes
    too. Extensions of Python and plug-ins of Qt are loaded by name and stay. Links to a library that went,
    go with it. Libraries alone are asked: the readers for Windows and macOS fail on anything else.
    """
    kept = list(entries)
    while True:
        files = [entry for entry in kept if entry[2] != "SYMLINK"]
        libraries = [entry for entry in files if entry[2] in ("BINARY", "EXTENSION")]
        wanted = {_name(name) for entry in libraries for name, _ in _imports(entry[1])}
        names = {_name(entry[0]) for entry in files if _is_loaded(entry) or _name(entry[0]) in wanted}
        left = [entry for entry in kept if _name(entry[0]) in names]
        if len(left) == len(kept):
            return kept
        kept = left


def _name(path: str) -> str:
    """What a library is asked for by; on Windows, not always in the case that its file has."""
    return Path(path).name.casefold()


_known: dict[str, set[tuple[str, str | None]]] = {}


def _imports(source: str) -> set[tuple[str, str | None]]:
    if source not in _known:
        _known[source] = get_imports(source)
    return _known[source]


def _is_loaded(entry: Entry) -> bool:
    """Whether it is loaded by name: an extension, a plug-in, Python itself."""
    target, _, kind = entry
    name = Path(target).name
    is_library = kind == "BINARY" and (".so" in name or ".dylib" in name or name.lower().endswith(".dll"))
    is_plugin = "/plugins/" in target.replace("\\", "/")
    is_extension = kind == "EXTENSION" or ".abi3." in name or ".cpython-" in name or name.endswith(".pyd")
    is_named = any(part in name.lower() for part in ("python3", *LOADED_BY_NAME))
    return not is_library or is_plugin or is_extension or is_named


def smaller_python(entries: list[Entry], folder: Path) -> list[Entry]:
    """With the symbols of libpython stripped (17 MB on Linux). Any other library may break of it."""
    result = []
    for target, source, kind in entries:
        if kind == "BINARY" and Path(target).name.startswith("libpython3") and ".so" in target:
            stripped = folder / Path(target).name
            subprocess.run(["strip", "--strip-unneeded", "-o", stripped, source], check=True)
            source = str(stripped)
        result.append((target, source, kind))
    return result


def without_search_paths(entries: list[Entry], folder: Path) -> list[Entry]:
    """Without the folders of this machine, where Python's libraries and OpenCV would look first.

    On another machine, whoever may write there could slip the program a library. What wheels bring looks
    beside itself ($ORIGIN), and stays. Linux alone has such paths.
    """
    if sys.platform != "linux":
        return entries
    if shutil.which("chrpath") is None:
        raise SystemExit("Freezing on Linux needs the program chrpath.")
    result = []
    for target, source, kind in entries:
        if kind in ("BINARY", "EXTENSION") and "PATH=/" in _chrpath("-l", source):
            cleaned = folder / "cleaned" / target
            cleaned.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, cleaned)
            _chrpath("-d", str(cleaned))
            source = str(cleaned)
        result.append((target, source, kind))
    return result


def _chrpath(*arguments: str) -> str:
    """What it says; it fails for a library without any."""
    return subprocess.run(["chrpath", *arguments], capture_output=True, text=True).stdout

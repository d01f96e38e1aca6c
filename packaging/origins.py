"""Where a binary of the frozen program comes from, if neither a package of Python's nor the system says so.

What may go in without a package, each with its reason:

- Python itself: its library and its extension modules. Its licence and source are in the list. Python.org's
  (Windows, a framework on macOS) brings libraries along, which its licence text names.
- Microsoft's runtime of C and C++ on Windows, which may be handed on with a program.

PyInstaller's bootloader is listed by itself, and the lean OpenCV is an installed package like any other.
Everything else ends the freezing: a library out of /usr/local/lib or Homebrew would go out without its
licence, and no scanner would know of it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from shipped import Part

# Set to "listed", it lets such files in, as unknown: for trying something out, not for handing on.
LET_IN = "NEGATOSCOPE_UNKNOWN"
_MICROSOFT = ("api-ms-win-", "concrt140", "msvcp140", "ucrtbase", "vccorlib140", "vcomp140", "vcruntime140")
_TERMS = "https://visualstudio.microsoft.com/license-terms/"
_TERMS_TEXT = f"""Microsoft Visual C++ Runtime and Universal C Runtime

Copyright (c) Microsoft Corporation. Distributable code of Visual Studio, handed on unchanged as a part of
this program, under the terms of Microsoft's software licence: {_TERMS}
"""


def known_as(path: str) -> str:
    """The one name of a file, whichever way leads to it; on Windows in one case, too."""
    return os.path.normcase(os.path.realpath(path))


def is_pythons(path: str, system: str = sys.platform, base: str = sys.base_prefix) -> bool:
    """Whether ``path`` is the interpreter of ``base`` or an extension module of it."""
    kind = PureWindowsPath if system == "win32" else PurePosixPath
    file, home = kind(path), kind(base)
    if not file.is_relative_to(home) or {"site-packages", "dist-packages"} & set(file.parts):
        return False
    if system == "win32":
        return file.parent in (home, home / "DLLs")
    if "Python.framework" in home.parts:
        return True
    # Below /usr/local, say, lies much that is not its own.
    return file.parent.name == "lib-dynload" or file.name.startswith("libpython3")


def microsofts(paths: Iterable[str], system: str = sys.platform) -> set[str]:
    """Those of ``paths`` that are Microsoft's runtime."""
    if system != "win32":
        return set()
    return {path for path in paths if PureWindowsPath(path).name.lower().startswith(_MICROSOFT)}


def runtime() -> Part:
    """Microsoft's, as a part: of its version, no file's name says more than the number of the family."""
    name = "Microsoft Visual C++ Runtime"
    return Part(name, "14", "Microsoft Visual Studio licence terms", _TERMS, {"LICENSE.txt": _TERMS_TEXT})


def unknown(paths: Iterable[str]) -> list[Part]:
    """Parts for files that nobody explains. Raises SystemExit, unless the environment lets them in."""
    files = sorted(paths)
    if not files:
        return []
    named = "\n".join(f"    {file}" for file in files)
    complaint = (
        "These would go into the program, and nothing says what they are and under which licence:\n"
        f"{named}\nThey belong to no package of Python's or of the system's, and are not Python's own."
    )
    if os.environ.get(LET_IN) != "listed":
        raise SystemExit(
            f"{complaint}\nInstall what they belong to as such a package, or leave them out in "
            "packaging/trimming.py, or give the reason why they may go in in packaging/origins.py; then "
            f"freeze again. To try the program all the same, and not to hand it on: {LET_IN}=listed"
        )
    print(f"{complaint}\nThey are listed as unknown. Do not hand this program on.", file=sys.stderr)
    return [_unknown(Path(file)) for file in files]


def _unknown(file: Path) -> Part:
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    text = {"LICENSE.txt": f"{file.name}: nothing says where it comes from and under which licence.\n"}
    return Part(file.name, f"sha256-{digest[:12]}", "unknown", "", text, digest)

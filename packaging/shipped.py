"""What is said of a part of the frozen program: its name, version, licence, texts and source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote

# libtiff-20b7e810.so.6.3.0, libgfortran.5.dylib, msvcp140-263139962577ecda4cd9469ca360a746.dll: those who
# make wheels put a hash behind the name, so that two wheels' libraries are not taken for one another.
_FILE = re.compile(
    r"(?P<name>.+?)(?:-[0-9a-f]{8,})*(?:\.(?P<before>\d[\d.]*))?\.(?:so|dylib|dll)(?:\.(?P<after>[\d.]+))?",
    re.IGNORECASE,
)
_FRAMEWORK = re.compile(r"(?P<name>\w+)\.framework/(?:Versions/\w+/)?(?P=name)$")
# Python's own kinds of modules: what the package itself is made of.
_MODULES = (".cpython-", ".abi3.", ".pypy")


@dataclass(frozen=True)
class Library:
    """A shared library inside a package: its file, and the name and version that this tells.

    ``version`` is empty where the file says none. ``exact`` is False where it is what linkers go by, which
    is not always the number of the release (libtiff.so.6.3.0 is no libtiff 6.3.0). ``licence`` is empty
    where nothing tells it.
    """

    file: str
    name: str
    version: str
    exact: bool = False
    licence: str = ""


@dataclass(frozen=True)
class Inside:
    """A work by others that is compiled into the library ``file``, where no file of its own shows it.

    ``version`` is that in the sources ``read_from``, and may be empty; what is shipped may be another one.
    """

    identity: str
    name: str
    version: str
    licence: str
    file: str
    read_from: str
    purl: str = ""


@dataclass
class Part:
    """Something shipped: its name, version and licence, and the texts that go with it (name -> text).

    ``common`` are texts that several parts share, by their names. ``source`` is where its source lies.
    ``purl`` is where a scanner for known faults finds it. ``libraries`` are those that it brings inside,
    ``inside`` what is compiled into them.
    """

    name: str
    version: str
    licence: str
    address: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    sha256: str = ""
    purl: str = ""
    common: tuple[str, ...] = ()
    source: str = ""
    libraries: list[Library] = field(default_factory=list)
    inside: list[Inside] = field(default_factory=list)


def library(path: str) -> Library | None:
    """The library at ``path`` inside a package, with slashes; None for a module of Python and others."""
    file = path.rpartition("/")[2]
    if framework := _FRAMEWORK.search(path):
        return Library(path, framework["name"], "")
    told = _FILE.fullmatch(file)
    if told is None or any(kind in file for kind in _MODULES):
        return None
    return Library(path, told["name"], told["after"] or told["before"] or "")


def purl(kind: str, name: str, version: str = "", **qualifiers: str) -> str:
    """A package's address as scanners write it; ``name`` may have a namespace in front, with a slash.

    By the specification everything is percent-encoded but letters, digits, and ``.-_~:``.
    """
    address = f"pkg:{kind}/" + "/".join(_encoded(piece) for piece in name.split("/"))
    if version:
        address += f"@{_encoded(version)}"
    said = "&".join(f"{key}={_encoded(value)}" for key, value in sorted(qualifiers.items()) if value)
    return f"{address}?{said}" if said else address


def _encoded(text: str) -> str:
    return quote(text, safe="~:")

"""What the frozen program is made of: a list for machines (CycloneDX), and every licence with its text.

Made while freezing, from the files that really go in: tools that write such lists look at an environment,
which holds much that is not shipped, and do not know of the system's libraries, which are. What it cannot
see is what was linked into a library when it was built: only that library's own licence texts tell, and
for Qt a list that is read out of its sources.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path

import inside_qt
import origins
from bill import MODEL, bill, is_spdx
from origins import known_as
from shipped import Part, library, purl
from system_parts import COMMON, system_libraries

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "licences"
SOURCES = "SOURCES.txt"
LICENCE_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS", "THIRDPARTY")
# Their wheels name no file with their licence in it.
QT = ("pyside6-essentials", "shiboken6")
# As they name it themselves, where the field for it is empty, or free text.
SPDX = {
    "pycryptodomex": "BSD-2-Clause", "numpy": "BSD-3-Clause", "protobuf": "BSD-3-Clause",
    "pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only",
}  # fmt: skip
# What a classifier says for all to read, where it leaves no doubt ("BSD License" does).
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD License",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "zlib/libpng License": "Zlib",
}


def parts(sources: Iterable[str], binaries: Iterable[str] = ()) -> list[Part]:
    """Everything that the files ``sources`` come from, the program itself first.

    Each of ``binaries``, which are among them, must be explained: raises SystemExit with the others.
    """
    wanted = {known_as(source) for source in sources}
    found, explained = [], set()
    for distribution in _by_name():
        owned = {known_as(str(distribution.locate_file(file))) for file in distribution.files or ()}
        if owned & wanted:
            found.append(_package(distribution, wanted))
            explained |= owned
    found = [each for part in found for each in _with_qt(part)]
    own = [_program(), *_models(), _icons(), _python(), _bootloader()]
    of_system, owned = system_libraries(wanted - explained)
    left = {known_as(binary) for binary in binaries} - explained - owned
    return [*own, *found, *of_system, *_without_package(left)]


def _without_package(binaries: Collection[str]) -> list[Part]:
    """What explains them besides packages. Python is in the list in any case."""
    left = {path for path in binaries if not origins.is_pythons(path, base=known_as(sys.base_prefix))}
    microsofts = origins.microsofts(left)
    return [*([origins.runtime()] if microsofts else []), *origins.unknown(left - microsofts)]


def _by_name() -> list[Distribution]:
    """The packages that would be imported: of two with one name, the first on the path."""
    first: dict[str, Distribution] = {}
    for distribution in distributions():
        first.setdefault(distribution.name.lower(), distribution)
    return [first[name] for name in sorted(first) if name not in ("negatoscope", "pyinstaller")]


def _package(distribution: Distribution, wanted: Collection[str] = ()) -> Part:
    """Of its libraries, those among ``wanted``."""
    name = distribution.name
    key = name.lower().replace("_", "-")
    part = Part(name, distribution.version, _licence(distribution), f"https://pypi.org/project/{key}/")
    part.purl = purl("pypi", key, distribution.version)
    for file in sorted(distribution.files or (), key=str):
        goes_in = known_as(str(distribution.locate_file(file))) in wanted
        if goes_in and (brought := library(file.as_posix())):
            part.libraries.append(brought)
    for file in distribution.files or ():
        if file.name.upper().replace("-", "").startswith(LICENCE_NAMES) and file.suffix not in (
            ".py",
            ".pyc",
        ):
            path = Path(str(distribution.locate_file(file)))
            text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
            if text and text not in part.texts.values():
                part.texts["-".join(file.parts[1:])] = text
    if key in QT:
        part.texts = _qt_texts()
        folder = f"PySide6-{part.version}-src/pyside-setup-everywhere-src-{part.version}.tar.xz"
        part.source = f"https://download.qt.io/official_releases/QtForPython/pyside6/{folder}"
    if not part.texts:
        part.texts = {"LICENSE.txt": f"{name} {part.version}: {part.licence}\n{part.address}\n"}
    return part


def _licence(distribution: Distribution) -> str:
    said = distribution.metadata
    if known := said.get("License-Expression") or SPDX.get(distribution.name.lower().replace("_", "-")):
        return known
    words = (said.get("License") or "").strip().partition("\n")[0]
    classifiers = (each.split(" :: ") for each in said.get_all("Classifier") or ())
    classified = [CLASSIFIERS[each[-1]] for each in classifiers if each[-1] in CLASSIFIERS]
    if is_spdx(words) or not classified:
        return words or "see text"
    return " AND ".join(sorted(set(classified)))


def _qt_texts() -> dict[str, str]:
    return {path.name: _read(path) for path in sorted(TEXTS.iterdir()) if path.name != inside_qt.TEXTS}


def _with_qt(part: Part) -> list[Part]:
    """PySide6's wheel brings Qt, which is a work of its own: the libraries in the wheel are its."""
    if part.name.lower().replace("_", "-") != QT[0]:
        return [part]
    from PySide6.QtCore import qVersion

    version = qVersion()
    file = f"{version.rpartition('.')[0]}/{version}/single/qt-everywhere-src-{version}.tar.xz"
    source = f"https://download.qt.io/official_releases/qt/{file}"
    texts = _qt_texts() | {inside_qt.TEXTS: _read(TEXTS / inside_qt.TEXTS)}
    qt = Part("Qt", version, SPDX[QT[0]], "https://www.qt.io/", texts, source=source)
    qt.purl = purl("generic", "qt", version, download_url=source)
    # Qt's own have its version, whatever their file says; its plug-ins are its own, too.
    qt.libraries = [
        replace(each, version=version, exact=True, licence=qt.licence)
        if "/plugins/" in each.file or each.name.lower().removeprefix("lib").startswith("qt")
        else replace(each, licence=inside_qt.licence_of(each))
        for each in part.libraries
    ]
    qt.inside = inside_qt.inside(qt.libraries, sys.platform)
    part.libraries = []
    return [part, qt]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _program() -> Part:
    import tomllib

    project = tomllib.loads(_read(ROOT / "pyproject.toml"))["project"]
    return Part(
        "negatoscope", project["version"], project["license"], "", {"LICENSE": _read(ROOT / "LICENSE")}
    )


def _models() -> list[Part]:
    """They have no version but what is in them."""
    folder = ROOT / "resources" / "model"
    found = []
    for path in sorted(folder.glob("*.onnx")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        name, number = f"{MODEL}{path.stem}", f"sha256-{digest[:12]}"
        licence = {"LICENSE.txt": _read(folder / "LICENSE.txt")}
        found.append(Part(name, number, "CC-BY-NC-SA-4.0", "", licence, digest))
    return found


def _icons() -> Part:
    # Which release each is from was not written down; the names of their classes are those of version 3.
    text = {"LICENSE": _read(ROOT / "resources" / "icons" / "LICENSE")}
    address = "https://github.com/tabler/tabler-icons"
    return Part("tabler-icons", "3", "MIT", address, text, purl=purl("npm", "@tabler/icons"))


def _python() -> Part:
    places = (Path(os.__file__).parent / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    # Debian keeps it with its documentation.
    debian = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    text = next(_read(path) for path in (*places, debian) if path.is_file())
    version = ".".join(map(str, sys.version_info[:3]))
    source = f"https://www.python.org/ftp/python/{version}/Python-{version}.tar.xz"
    return Part(
        "Python",
        version,
        "PSF-2.0",
        "https://www.python.org/",
        {"LICENSE.txt": text},
        purl=purl("generic", "python", version, download_url=source),
        source=source,
    )


def _bootloader() -> Part:
    """The small program that PyInstaller puts in front; its licence allows any use of what it starts."""
    pyinstaller = next(each for each in distributions() if each.name.lower() == "pyinstaller")
    part = _package(pyinstaller)
    part.name, part.licence = "PyInstaller bootloader", "GPL-2.0-or-later WITH Bootloader-exception"
    return part


def write(found: list[Part], folder: Path) -> list[tuple[str, str]]:
    """Write texts and lists into ``folder``; of each file, where it is and its folder in the bundle."""
    for part in found:
        place = folder / part.name.replace(" ", "-")
        place.mkdir(parents=True, exist_ok=True)
        for name, text in part.texts.items():
            (place / name).write_text(text, encoding="utf-8", newline="\n")
        if part.source:
            (place / SOURCES).write_text(_about_source(part), encoding="utf-8", newline="\n")
    for name in {name for part in found for name in part.common}:
        (folder / COMMON.name).mkdir(exist_ok=True)
        (folder / COMMON.name / name).write_text(_read(COMMON / name), encoding="utf-8", newline="\n")
    listing = [
        {
            "name": part.name,
            "version": part.version,
            "licence": part.licence,
            "files": _files(part),
        }
        for part in found
    ]
    _write_json(folder / "licences.json", listing)
    _write_json(folder / "sbom.cdx.json", bill(found, _when(), commit()))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(str(path), str(Path("licences") / path.parent.relative_to(folder))) for path in files]


def _files(part: Part) -> list[str]:
    """Its texts in the order to read them, and then those that it shares with others."""
    own = [*([SOURCES] if part.source else []), *part.texts]
    folder = part.name.replace(" ", "-")
    return [f"{folder}/{name}" for name in own] + [f"{COMMON.name}/{name}" for name in part.common]


def _about_source(part: Part) -> str:
    text = f"The source of {part.name} {part.version}, as it is in this program:\n{part.source}\n"
    if part.common:
        names = ", ".join(part.common)
        text += f"\nWhat its licence refers to in {COMMON} is in the folder {COMMON.name} here: {names}\n"
    return text


def _when() -> datetime:
    """The time of the commit: that of the build would make every build another one."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "315532800")), UTC)


def commit() -> str:
    """Its first twelve digits, with "-dirty" where the sources were changed since.

    In a copy without history, what NEGATOSCOPE_COMMIT says that this function said where the copy was made,
    or "unknown".
    """
    try:
        asked = subprocess.run(("git", "rev-parse", "HEAD"), cwd=ROOT, capture_output=True, text=True)
        said = asked.stdout.strip() if asked.returncode == 0 else ""
    except OSError:  # no git here
        said = ""
    return said[:12] + _modified() if said else os.environ.get("NEGATOSCOPE_COMMIT", "unknown")


def _modified() -> str:
    """A mark for sources that are not those of the commit."""
    command = ("git", "status", "--porcelain", "--untracked-files=no")
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return "-dirty" if asked.returncode != 0 or asked.stdout.strip() else ""


def build() -> dict[str, str]:
    """What inference/version.py reads in the frozen program, which has no metadata of a package."""
    return {"version": _program().version, "commit": commit(), "date": _when().strftime("%Y-%m-%d")}


def _write_json(path: Path, content: object) -> None:
    path.write_text(
        json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )

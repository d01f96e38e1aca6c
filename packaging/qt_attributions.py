"""Write the list and the licences of what Qt carries of others, out of its sources. By hand, with a new Qt:

    python packaging/qt_attributions.py qtbase-...tar.xz qtsvg-...tar.xz qtwayland-...tar.xz icu...tar.gz

Qt's sources tell it in files ``qt_attribution.json``. What several archives have is taken from the first
of them: where those of the locked version cannot be had, give the nearest older first, and then a newer
one, for what came in between. Write ``packaging/qt-third-party.json`` and
``packaging/licences/Qt-third-party.txt``; the same archives give the same files.
"""

from __future__ import annotations

import argparse
import json
import posixpath
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inside_qt import ICU, LIST, TEXTS

ROOT = Path(__file__).resolve().parents[1]
TEXT = ROOT / "packaging" / "licences" / TEXTS
LOCK = ROOT / "lock" / "run.txt"
# Not in what we ship: tools to build with, tests, other systems, and a plug-in that trimming.py takes away.
LEFT_OUT_PLACES = (
    "cmake/", "tests/", "examples/", "src/testlib/", "src/testinternal/",
    "src/3rdparty/android/", "src/3rdparty/gradle/", "src/3rdparty/wasm/", "src/3rdparty/libjpeg/",
)  # fmt: skip
EVERYWHERE = ("darwin", "linux", "win32")
# Qt's list does not say where a part goes in. On Linux, the wheel's libraries ask for the system's zlib and
# FreeType.
PLATFORMS = {
    "cocoa-platform-plugin": ("darwin",),
    "qeventdispatcher_cf": ("darwin",),
    "d3d12memoryallocator": ("win32",),
    "rhi-miniengine-d3d12-mipmap": ("win32",),
    "freetype": ("darwin", "win32"),
    "freetype-bdf": ("darwin", "win32"),
    "freetype-pcf": ("darwin", "win32"),
    "freetype-zlib": ("darwin", "win32"),
    "zlib": ("darwin", "win32"),
    "forkfd": ("darwin", "linux"),
    "xcb-xinput": ("linux",),
    "icu": ("linux",),
}
# The protocols are named after the compositor, which is not shipped; the client speaks them, too.
MODULES = {"qtwaylandcompositor": "qtwaylandclient"}
SYSTEMS = {"darwin": "macOS", "linux": "Linux", "win32": "Windows"}
_WORTH_READING = re.compile(r"licen[cs]e|copying|copyright|gpl|qt_attribution\w*\.json$", re.IGNORECASE)
_RULE = "-" * 80


@dataclass(frozen=True)
class Component:
    """One work by others; ``texts`` are its licences, ``copyright`` the lines that name their authors."""

    identity: str
    name: str
    version: str
    licence: str
    module: str
    read_from: str
    purl: str
    copyright: tuple[str, ...]
    texts: tuple[str, ...]

    @property
    def platforms(self) -> tuple[str, ...]:
        if self.module == "qtwaylandclient":
            return ("linux",)
        return PLATFORMS.get(self.identity, EVERYWHERE)


def read(archive: Path) -> list[Component]:
    """What the sources in ``archive`` say that they carry.

    Raises SystemExit where a licence that they name is not there.
    """
    files, folder = _files(archive)
    if archive.name.startswith(ICU):
        return [_icu(archive, files)]
    told = re.fullmatch(r"(qt[a-z]+)\D*?(\d+\.\d+\.\d+)", folder)
    if told is None:
        raise SystemExit(f"{archive.name} holds {folder}, which is no module of Qt.")
    found, source = [], " ".join(told.groups())
    for path in sorted(path for path in files if re.search(r"qt_attribution\w*\.json$", path)):
        if not path.startswith(LEFT_OUT_PLACES):
            # Qt's own reader allows line breaks in strings.
            said = json.loads(files[path], strict=False)
            entries = said if isinstance(said, list) else [said]
            found += [_component(entry, posixpath.dirname(path), files, source) for entry in entries]
    return found


def _files(archive: Path) -> tuple[dict[str, str], str]:
    """The files that may tell of licences, by their path below the one folder; and that folder's name."""
    files, folder = {}, ""
    with tarfile.open(archive) as opened:
        for member in opened:
            folder, _, path = member.name.removeprefix("./").partition("/")
            if member.isfile() and _WORTH_READING.search(path) and (content := opened.extractfile(member)):
                files[path] = content.read().decode("utf-8", errors="replace")
    return files, folder


def _component(entry: dict[str, Any], place: str, files: dict[str, str], read_from: str) -> Component:
    licence, version = entry["LicenseId"], entry.get("Version", "")
    named = entry.get("LicenseFiles") or ([entry["LicenseFile"]] if "LicenseFile" in entry else [])
    paths = [posixpath.normpath(posixpath.join(place, name)) for name in named]
    # Without a file of its own, the text of that name: REUSE's folder has each once.
    paths = paths or [f"LICENSES/{name}.txt" for name in re.split(r" (?:AND|OR|WITH) ", licence)]
    if lacking := [path for path in paths if not files.get(path, "").strip()]:
        raise SystemExit(f"{entry['Id']} in {read_from} names licences that are not there: {lacking}")
    holders = entry.get("Copyright", "")
    if file := entry.get("CopyrightFile"):
        holders = files[posixpath.normpath(posixpath.join(place, file))]
    lines = holders if isinstance(holders, list) else holders.splitlines()
    module = entry["QDocModule"]
    return Component(
        entry["Id"],
        entry["Name"],
        version,
        licence,
        MODULES.get(module, module),
        read_from,
        _purl(entry.get("PURL", ""), version),
        tuple(line.strip() for line in lines if line.strip()),
        tuple(_tidy(files[path]) for path in paths),
    )


def _purl(said: str | list[str], version: str) -> str:
    """One of GitHub's, as scanners write it; of others, the names are Qt's own and known to nobody else."""
    addresses = [said] if isinstance(said, str) else said
    github = next((each for each in addresses if each.startswith("pkg:github/")), "")
    package, _, tag = re.split("[?#]", github)[0].partition("@")
    tag = tag.replace("$<VERSION>", version).replace("$<VERSION_DASHED>", version.replace(".", "-"))
    return f"{package.lower()}@{tag}" if tag and version else ""


def _icu(archive: Path, files: dict[str, str]) -> Component:
    """Its sources have no list of Qt's; the first licence in its file is its own."""
    told = re.search(r"\d+[._-]\d+", archive.name)
    text = _tidy(files["LICENSE"])
    version = re.sub(r"[_-]", ".", told[0]) if told else ""
    licence = "Unicode-3.0" if text.startswith("UNICODE LICENSE V3") else "Unicode-DFS-2016"
    holders = tuple(line for line in text.splitlines() if line.startswith("Copyright ©"))[:1]
    name = "International Components for Unicode"
    return Component(ICU, name, version, licence, ICU, f"icu {version}", "", holders, (text,))


def _tidy(text: str) -> str:
    """Without what editors and systems do differently."""
    return "\n".join(line.rstrip() for line in text.replace("\f", "").splitlines()).strip("\n") + "\n"


def nearest(archives: list[Path], without: list[str]) -> list[Component]:
    """What is in ``archives``, each from the first that has it, by its name; not those ``without``."""
    found: dict[str, Component] = {}
    for archive in archives:
        for component in read(archive):
            found.setdefault(component.identity, component)
    return [found[identity] for identity in sorted(found) if identity not in without]


def as_list(components: list[Component], wheel: str) -> str:
    """For machines; ``wheel`` is the version of Qt that is shipped."""
    entries = [
        {
            "id": each.identity,
            "name": each.name,
            "version": each.version,
            "licence": each.licence,
            "module": each.module,
            "platforms": each.platforms,
            "read_from": each.read_from,
            "purl": each.purl,
        }
        for each in components
    ]
    return json.dumps({"qt": wheel, "components": entries}, indent=1, ensure_ascii=False) + "\n"


def as_text(components: list[Component], wheel: str) -> str:
    """For people: who wrote what, and each licence once."""
    texts = list(dict.fromkeys(text for each in components for text in each.texts))
    titles = {text: each.licence for each in reversed(components) for text in each.texts}
    blocks = [_head(components, wheel)]
    for each in components:
        numbers = ", ".join(str(texts.index(text) + 1) for text in each.texts)
        systems = ", ".join(SYSTEMS[name] for name in each.platforms)
        lines = [
            " ".join(filter(None, (each.name, each.version))),
            f"  In: {each.module}, on {systems}; read in the sources of {each.read_from}",
            f"  Licence: {each.licence}, text {numbers}",
            *(f"  {line}" for line in each.copyright),
        ]
        blocks.append("\n".join(lines) + "\n")
    for number, text in enumerate(texts, 1):
        blocks.append(f"{_RULE}\nText {number}: {titles[text]}\n{_RULE}\n\n{text}")
    return "\n".join(blocks)


def _head(components: list[Component], wheel: str) -> str:
    sources = "\n".join(f"  {source}" for source in sorted({each.read_from for each in components}))
    return f"""What Qt carries of others, and under which licences

This program has Qt {wheel} in it. This list was read out of the sources of:
{sources}
Where these are of another version than the Qt here, a part of it may be of another version than this list
says, and its licence may name other years or authors. The sources of Qt {wheel} have the last word; their
address stands in SOURCES.txt. Each part is named with the module of Qt and the systems where it goes in;
the list is the same on every system.

Where a licence leaves a choice (OR), the one named first was chosen. Portions of this software are
copyright © The FreeType Project (www.freetype.org). All rights reserved.
"""


def locked() -> str:
    """The version of Qt in the lock: PySide6's wheel and the Qt inside have the same."""
    told = re.search(r"^pyside6-essentials==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    if told is None:
        raise SystemExit(f"{LOCK.name} names no pyside6-essentials.")
    return told[1]


def main() -> None:
    """Read the archives that are named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("archives", nargs="+", type=Path, help="of sources: Qt's modules, and ICU")
    without = "what a newer archive has and the Qt that is shipped has not"
    parser.add_argument("--without", action="append", default=[], metavar="ID", help=without)
    asked = parser.parse_args()
    components = nearest(asked.archives, asked.without)
    LIST.write_text(as_list(components, locked()), encoding="utf-8", newline="\n")
    TEXT.write_text(as_text(components, locked()), encoding="utf-8", newline="\n")
    print(f"{len(components)} components, {TEXT.stat().st_size} bytes of texts")


if __name__ == "__main__":
    main()

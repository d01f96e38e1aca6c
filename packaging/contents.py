"""What the frozen program is made of: a list for machines (CycloneDX), and every licence with its text.

Made while freezing, from the files that really go in, so that it can neither forget one nor name one too
many. Tools that write such lists look at an environment, which holds much that is not shipped, and do not
know of the system's libraries, which are.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import subprocess
import sys
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "licences"
MODEL = "negatoscope-model-"
LICENCE_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS", "THIRDPARTY")
# Their wheels name no file with their licence in it.
QT = ("pyside6-essentials", "shiboken6")
# As they name it themselves, where the field for it is empty, or free text.
SPDX = {
    "onnxruntime": "MIT", "opencv-python-headless": "Apache-2.0", "pycryptodomex": "BSD-2-Clause",
    "pydicom": "MIT", "numpy": "BSD-3-Clause", "simplejpeg": "MIT", "rich": "MIT",
    "pygments": "BSD-2-Clause", "mdurl": "MIT", "flatbuffers": "Apache-2.0", "protobuf": "BSD-3-Clause",
    "pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only",
}  # fmt: skip


@dataclass
class Part:
    """Something shipped: its name, version and licence, and the texts that go with it (name -> text).

    ``purl`` is where a scanner for known faults finds it.
    """

    name: str
    version: str
    licence: str
    address: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    sha256: str = ""
    purl: str = ""


def parts(sources: Iterable[str]) -> list[Part]:
    """Everything that the files ``sources`` come from, the program itself first."""
    wanted = {os.path.realpath(source) for source in sources}
    found, explained = [], set()
    for distribution in _by_name():
        owned = {os.path.realpath(str(distribution.locate_file(file))) for file in distribution.files or ()}
        if owned & wanted:
            found.append(_package(distribution))
            explained |= owned
    own = [_program(), *_models(), _icons(), _python(), _bootloader()]
    return [*own, *found, *_system_libraries(wanted - explained)]


def _by_name() -> list[Distribution]:
    """The packages that would be imported: of two with one name, the first on the path."""
    first: dict[str, Distribution] = {}
    for distribution in distributions():
        first.setdefault(distribution.name.lower(), distribution)
    return [first[name] for name in sorted(first) if name not in ("negatoscope", "pyinstaller")]


def _package(distribution: Distribution) -> Part:
    name = distribution.name
    key = name.lower().replace("_", "-")
    licence = distribution.metadata.get("License-Expression") or SPDX.get(key)
    licence = licence or (distribution.metadata.get("License") or "see text").strip().partition("\n")[0]
    part = Part(name, distribution.version, licence, f"https://pypi.org/project/{key}/")
    part.purl = f"pkg:pypi/{key}@{distribution.version}"
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
        part.texts = {path.name: _read(path) for path in sorted(TEXTS.iterdir())}
    if not part.texts:
        part.texts = {"LICENSE.txt": f"{name} {part.version}: {licence}\n{part.address}\n"}
    return part


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
    return Part(
        "tabler-icons", "3", "MIT", "", {"LICENSE": _read(ROOT / "resources" / "icons" / "LICENSE")}
    )


def _python() -> Part:
    places = (Path(os.__file__).parent / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    # Debian keeps it with its documentation.
    debian = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    text = next(_read(path) for path in (*places, debian) if path.is_file())
    version = ".".join(map(str, sys.version_info[:3]))
    return Part("Python", version, "PSF-2.0", "https://www.python.org/", {"LICENSE.txt": text})


def _bootloader() -> Part:
    """The small program that PyInstaller puts in front; its licence allows any use of what it starts."""
    pyinstaller = next(each for each in distributions() if each.name.lower() == "pyinstaller")
    part = _package(pyinstaller)
    part.name, part.licence = "PyInstaller bootloader", "GPL-2.0-or-later WITH Bootloader-exception"
    return part


def _system_libraries(sources: set[str]) -> list[Part]:
    """The packages of Debian that libraries of the system come from; elsewhere none are taken along."""
    libraries = sorted(source for source in sources if source.startswith(("/usr/lib/", "/lib/")))
    if not libraries:
        return []
    packages = set()
    for path in libraries:
        # Where /lib is a link to /usr/lib, dpkg may know the file by its older name.
        for known in (path, path.removeprefix("/usr")):
            answer = subprocess.run(["dpkg-query", "--search", known], capture_output=True, text=True)
            packages |= {line.partition(": ")[0].split(",")[0] for line in answer.stdout.splitlines()}
    system = platform.freedesktop_os_release()["ID"]
    return [_debian(package, system) for package in sorted(packages)]


def _debian(package: str, system: str) -> Part:
    """One of its packages. ``system`` is Debian or what is built on it, with versions of its own."""
    command = ("dpkg-query", "--show", "--showformat=${Version}", package)
    version = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    name = package.partition(":")[0]
    file = Path("/usr/share/doc") / name / "copyright"
    address = f"https://packages.{system}.{'com' if system == 'ubuntu' else 'org'}/{name}"
    text = _read(file) if file.is_file() else f"See {address}\n"
    named = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("License:")]
    licence = " AND ".join(sorted({each for each in named if each})) or "see text"
    purl = f"pkg:deb/{system}/{name}@{version}"
    return Part(name, version, licence, address, {"copyright": text}, purl=purl)


def write(found: list[Part], folder: Path) -> list[tuple[str, str]]:
    """Write texts and lists into ``folder``; of each file, where it is and its folder in the bundle."""
    for part in found:
        place = folder / part.name.replace(" ", "-")
        place.mkdir(parents=True, exist_ok=True)
        for name, text in part.texts.items():
            (place / name).write_text(text, encoding="utf-8", newline="\n")
    listing = [
        {
            "name": part.name,
            "version": part.version,
            "licence": part.licence,
            "files": [f"{part.name.replace(' ', '-')}/{name}" for name in part.texts],
        }
        for part in found
    ]
    _write_json(folder / "licences.json", listing)
    _write_json(folder / "sbom.cdx.json", sbom(found))
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(str(path), str(Path("licences") / path.parent.relative_to(folder))) for path in files]


def _when() -> datetime:
    """The time of the commit: that of the build would make every build another one."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "315532800")), UTC)


def _commit() -> str:
    """Its first twelve digits, with "-dirty" where the sources were changed since.

    In a copy without history, as NEGATOSCOPE_COMMIT says, or "unknown".
    """
    try:
        asked = subprocess.run(("git", "rev-parse", "HEAD"), cwd=ROOT, capture_output=True, text=True)
        said = asked.stdout.strip() if asked.returncode == 0 else ""
    except OSError:  # no git here
        said = ""
    return said[:12] + _modified() if said else os.environ.get("NEGATOSCOPE_COMMIT", "unknown")[:12]


def _modified() -> str:
    """A mark for sources that are not those of the commit."""
    command = ("git", "status", "--porcelain", "--untracked-files=no")
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return "-dirty" if asked.returncode != 0 or asked.stdout.strip() else ""


def build() -> dict[str, str]:
    """What inference/version.py reads in the frozen program, which has no metadata of a package."""
    return {"version": _program().version, "commit": _commit(), "date": _when().strftime("%Y-%m-%d")}


def _write_json(path: Path, content: object) -> None:
    path.write_text(
        json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
    )


def sbom(found: list[Part]) -> dict[str, Any]:
    """CycloneDX 1.6; the same parts at the same SOURCE_DATE_EPOCH give the same list."""
    program, *others = found
    identity = "\n".join(f"{part.name} {part.version}" for part in found)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}",
        "version": 1,
        "metadata": {
            "timestamp": _when().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": _component(program, "application"),
            "properties": [{"name": "negatoscope:commit", "value": _commit()}],
        },
        "components": [
            _component(part, "machine-learning-model" if part.name.startswith(MODEL) else "library")
            for part in others
        ],
    }


def _component(part: Part, kind: str) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": kind,
        "bom-ref": f"{part.name}@{part.version}",
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": part.licence}}],
    }
    if part.purl:
        component["purl"] = part.purl
    if part.sha256:
        component["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
    if part.address:
        component["externalReferences"] = [{"type": "website", "url": part.address}]
    return component

"""What this program is made of: its parts with their licences.

The frozen program carries a list with every text, made while freezing. From the source, the packages that
are installed say it themselves.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

from desktop.resources import licences
from inference import program_version

PROGRAM = "negatoscope"
# Texts longer than this are not read from the packages of an environment: none of ours is.
MAX_CHARACTERS = 1_000_000


@dataclass(frozen=True)
class Part:
    """Something that the program brings along: its name, version, licence, and files with the texts."""

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]

    def text(self) -> str:
        """All its texts, one after the other; of several, each below the name of its file."""
        texts = {
            path: path.read_text(encoding="utf-8", errors="replace").strip()[:MAX_CHARACTERS]
            for path in self.files
            if path.is_file()
        }
        if len(texts) > 1:
            # One refers to the next by its name: Debian's to GPL-2, say.
            texts = {path: f"{path.name}\n{'=' * len(path.name)}\n\n{text}" for path, text in texts.items()}
        return "\n\n".join(texts.values())


def parts() -> list[Part]:
    """The program first, then its model, then everything else by name."""
    listing = licences() / "licences.json"
    if listing.is_file():
        found = [
            Part(
                each["name"], each["version"], each["licence"], tuple(licences() / f for f in each["files"])
            )
            for each in json.loads(listing.read_text(encoding="utf-8"))
        ]
    else:
        found = _installed()
    own = [part for part in found if part.name.startswith(PROGRAM)]
    others = [part for part in found if not part.name.startswith(PROGRAM)]
    return own + sorted(others, key=lambda part: part.name.lower())


def _installed() -> list[Part]:
    """What the program asks for in this environment."""
    try:
        asked = distribution(PROGRAM).requires or []
    except PackageNotFoundError:
        return []
    names = {word.split(";")[0].strip() for word in asked if "extra ==" not in word}
    found = [_part(distribution(name)) for name in sorted({_bare(name) for name in names})]
    root = licences().parent
    licence = (root / "resources" / "model" / "LICENSE.txt",)
    model = Part("negatoscope-model", "", "CC-BY-NC-SA-4.0", licence)
    return [Part(PROGRAM, program_version(), "Apache-2.0", (root / "LICENSE",)), model, *found]


def _bare(requirement: str) -> str:
    """The name in front of the versions."""
    end = next((at for at, letter in enumerate(requirement) if letter in "<>=!~ ["), len(requirement))
    return requirement[:end]


def _part(package: Distribution) -> Part:
    # Parsed at every mention, and some packages have thousands of files.
    said = package.metadata
    files = (line.rpartition(",sha256=")[0] for line in (package.read_text("RECORD") or "").splitlines())
    texts = [file for file in files if file.rpartition("/")[2].upper().startswith(("LICEN", "COPYING"))]
    paths = tuple(Path(str(package.locate_file(file))) for file in texts)
    return Part(said["Name"], said["Version"], _licence(said), paths)


def _licence(said: PackageMetadata) -> str:
    """The name of a package's licence; some give a whole text for it, and some a classifier alone."""
    if "License-Expression" in said:
        return said["License-Expression"]
    given = said.get_all("License") or [""]
    name, _, text = str(given[0]).strip().partition("\n")
    if name and not text:
        return name
    classifiers = said.get_all("Classifier") or []
    classified = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: ")]
    return ", ".join(classified) or name

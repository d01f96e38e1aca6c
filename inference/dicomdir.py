"""The images that a DICOMDIR names (PS3.3 Annex F, PS3.10 8).

Its records form a tree by offsets that can point anywhere, also to themselves. All of them lie in one
sequence, though, and that is walked from its beginning to its end, once.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from inference.dicom_structure import directory_records
from inference.errors import BeyondLimits, DamagedFile, InferenceError, OutsideFolder
from inference.files import open_regular

MAX_REFERENCES = 50_000
MAX_DIRECTORY_BYTES = 256 * 1024**2
# Eight parts of eight characters by the standard (PS3.10 8.2); discs have longer ones.
_MAX_PARTS = 64
_IMAGE = "IMAGE"


def referred_files(path: str) -> Iterator[str | InferenceError]:
    """Paths of the files that IMAGE records refer to; where one leaves the folder, an error in its place.

    Reports, presentation states and the like have records of other types, and are no images. A missing
    file is given as it is named: opening it says that it is missing. Raises FileNotReadable, FileTooLarge,
    DamagedFile or BeyondLimits.
    """
    root = Path(path).parent
    folders = _Folders(root)
    with open_regular(path, MAX_DIRECTORY_BYTES) as stream:
        records = directory_records(stream, path)
        references = (reference for kind, reference in records if kind == _IMAGE and reference)
        for count, reference in enumerate(references):
            if count == MAX_REFERENCES:
                raise BeyondLimits(path, "images", MAX_REFERENCES)
            parts = reference.replace("/", "\\").split("\\")
            if len(parts) > _MAX_PARTS:
                raise DamagedFile(path, "a file lies in too many folders")
            yield folders.find([part.strip() for part in parts], path)


class _Folders:
    """Finds files whatever the case of their names: discs say DICOM/IM0001 and hold dicom/im0001."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._resolved = root.resolve()
        self._names: dict[Path, dict[str, str]] = {}

    def find(self, parts: list[str], directory: str) -> str | InferenceError:
        if not all(_is_plain(part) for part in parts):
            return OutsideFolder(directory)
        target = self._root
        for part in parts:
            target = target / self._actual(target, part)
        try:
            inside = target.resolve().is_relative_to(self._resolved)
        except (OSError, RuntimeError):  # a link in a circle
            inside = False
        return str(target) if inside else OutsideFolder(directory)

    def _actual(self, folder: Path, name: str) -> str:
        if folder not in self._names:
            try:
                entries = [entry.name for entry in folder.iterdir()]
            except OSError:
                entries = []
            self._names[folder] = {entry.casefold(): entry for entry in entries} | {e: e for e in entries}
        names = self._names[folder]
        return names.get(name) or names.get(name.casefold()) or name


def _is_plain(part: str) -> bool:
    """A name and nothing else: no way up, no drive, no separator of any system."""
    return bool(part) and part not in (".", "..") and not any(c in "/\\:\0" for c in part)

"""What the user names, and the image files it stands for: files, folders, ZIPs, DICOMDIRs.

:func:`expand` walks lazily and never stops at a bad entry: what cannot be listed is yielded as the
error it is, in its place, so that it can be shown among the images.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeAlias

from inference.errors import (
    DamagedArchive,
    EncryptedArchive,
    FileNotReadable,
    FileTooLarge,
    InferenceError,
    NothingFound,
)
from inference.files import open_regular, reason

MAX_ARCHIVE_MEMBERS = 50_000
_ENCRYPTED_FLAG = 0x1
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Media Storage Directory Storage, as it stands in the file meta information (PS3.4 Annex I).
_DICOMDIR_CLASS = b"1.2.840.10008.1.3.10"


@dataclass(frozen=True)
class ImageSource:
    """One image file: on disk, or the member of a ZIP. ``str()`` is how the user sees it."""

    path: str
    member: str | None = None
    password: str | None = field(default=None, repr=False, compare=False)

    def __str__(self) -> str:
        return self.path if self.member is None else f"{self.path}!{self.member}"


# What one ZIP or DICOMDIR stands for.
ListContainer: TypeAlias = Callable[[str], "list[ImageSource | InferenceError]"]


def list_container(path: str) -> list[ImageSource | InferenceError]:
    """The images that one ZIP or DICOMDIR holds or names, and what went wrong with it."""
    return list(_expand_zip(path) if _head(path).startswith(_ZIP) else _expand_dicomdir(path))


def expand(
    paths: Iterable[str | os.PathLike[str]], list_container: ListContainer = list_container
) -> Iterator[ImageSource | InferenceError]:
    """Image files behind ``paths``, in order; folders recursively and sorted, links not followed.

    The walk itself parses nothing: ``list_container`` opens ZIPs and DICOMDIRs.
    """
    for path in paths:
        yield from _expand_path(os.fspath(path), list_container)


def _expand_path(path: str, list_container: ListContainer) -> Iterator[ImageSource | InferenceError]:
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116
    except (OSError, ValueError) as error:
        yield FileNotReadable(path, reason(error))
        return
    if is_folder:
        yield from _expand_folder(path, list_container)
    else:
        yield from _expand_file(path, list_container)


def _expand_folder(path: str, list_container: ListContainer) -> Iterator[ImageSource | InferenceError]:
    errors: list[OSError] = []
    found = False
    for folder, subfolders, names in os.walk(path, onerror=errors.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                found = True
                yield from _expand_file(str(Path(folder, name)), list_container, in_folder=True)
    for error in errors:
        yield FileNotReadable(str(error.filename), reason(error))
    if not found and not errors:
        yield NothingFound(path)


def _expand_file(
    path: str, list_container: ListContainer, in_folder: bool = False
) -> Iterator[ImageSource | InferenceError]:
    head = _head(path)
    if head.startswith(_ZIP):
        yield from list_container(path)
    elif head[128:132] == b"DICM" and _DICOMDIR_CLASS in head:
        # Inside a folder, the images that a DICOMDIR names are met anyway.
        if not in_folder:
            yield from list_container(path)
    else:
        yield ImageSource(path)


def _head(path: str) -> bytes:
    """First bytes of a regular file, nothing of anything else: loading will say what is wrong."""
    try:
        with open_regular(path) as stream:
            return stream.read(1024)
    except (InferenceError, OSError):
        return b""


def _expand_zip(path: str) -> Iterator[ImageSource | InferenceError]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if _is_content(info)]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield DamagedArchive(path, reason(error))
        return
    if len(members) > MAX_ARCHIVE_MEMBERS:
        yield DamagedArchive(path, f"it has more than {MAX_ARCHIVE_MEMBERS} members")
        return
    if not members:
        yield NothingFound(path)
    for info in members:
        if info.flag_bits & _ENCRYPTED_FLAG:
            yield EncryptedArchive(str(ImageSource(path, info.filename)))
        elif Path(info.filename).name.upper() != "DICOMDIR":
            yield ImageSource(path, info.filename)


def _is_content(info: zipfile.ZipInfo) -> bool:
    """Neither a folder nor what an operating system hides in archives."""
    parts = Path(info.filename).parts
    hidden = any(part.startswith(".") and part.strip(".") for part in parts) or "__MACOSX" in parts
    return not (info.is_dir() or hidden)


def _expand_dicomdir(path: str) -> Iterator[ImageSource | InferenceError]:
    """The files that the IMAGE records refer to (PS3.3 F.5), none outside the DICOMDIR's folder."""
    from pydicom import dcmread

    root = Path(path).parent
    try:
        records = dcmread(path).get("DirectoryRecordSequence") or []
        references = [record.get("ReferencedFileID") for record in records]
    except Exception as error:
        yield DamagedArchive(path, reason(error))
        return
    found = False
    for reference in references:
        if not reference:
            continue
        found = True
        parts = [reference] if isinstance(reference, str) else [str(part) for part in reference]
        target = root.joinpath(*parts)
        if not target.resolve().is_relative_to(root.resolve()):
            yield FileNotReadable(str(target), "the directory refers outside its own folder")
        else:
            yield ImageSource(str(target))
    if not found:
        yield NothingFound(path)


@contextmanager
def open_member(source: ImageSource, max_bytes: int) -> Iterator[BinaryIO]:
    """A ZIP's member in memory. Raises EncryptedArchive, DamagedArchive or FileTooLarge."""
    name = str(source)
    try:
        with zipfile.ZipFile(source.path) as archive, archive.open(source.member or "") as member:
            # The size in the directory may lie; what is read is what counts.
            content = member.read(max_bytes + 1)
    except RuntimeError as error:  # zipfile's word for a missing or wrong password
        raise EncryptedArchive(name) from error
    except OSError as error:
        raise FileNotReadable(name, reason(error)) from error
    except Exception as error:  # zlib, lzma and zipfile each have their own
        raise DamagedArchive(name, reason(error)) from error
    if len(content) > max_bytes:
        raise FileTooLarge(name, len(content) / 1024**2, max_bytes / 1024**2)
    yield io.BytesIO(content)

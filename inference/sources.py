"""What the user names, and the image files it stands for: files, folders, ZIPs, DICOMDIRs.

:func:`expand` walks lazily and never stops at a bad entry: what cannot be listed is yielded as the error it
is, in its place, so that it can be shown among the images. The walk itself parses nothing: it looks at
the first bytes of each file, and hands archives and directories to ``list_container``, which can therefore
run in another process.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeAlias

from inference.archives import MAX_ARCHIVE_BYTES, Member, list_members, read_member
from inference.dicomdir import referred_files
from inference.errors import (
    DamagedDirectory,
    DamagedFile,
    FileNotReadable,
    FileTooLarge,
    InferenceError,
    NothingFound,
    ReaderFailed,
)
from inference.files import open_regular, reason
from inference.texts import printable

_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# Media Storage Directory Storage, as it stands in the file meta information (PS3.4 Annex I).
_DICOMDIR_CLASS = b"1.2.840.10008.1.3.10"
# Series on a disc lie in folders that are named by three UIDs of 64 characters.
_MAX_SHOWN_NAME = 1024


@dataclass(frozen=True)
class ImageSource:
    """One image file: on disk, or the member of a ZIP. ``str()`` is how the user sees it.

    ``member`` is the name as the archive has it, which is never used as a path; ``password`` opens an
    encrypted one, and is no part of what the source is.
    """

    path: str
    member: str | None = None
    password: str | None = field(default=None, repr=False, compare=False)

    def __str__(self) -> str:
        if self.member is None:
            return self.path
        shown = printable(self.member, _MAX_SHOWN_NAME)
        if shown != self.member:
            # Results go by this text: two members that differ must never read alike.
            shown += f" ({zlib.crc32(self.member.encode('utf-8', 'surrogatepass')):08x})"
        return f"{self.path}!{shown}"


Listing: TypeAlias = list[ImageSource | InferenceError]


def list_container(path: str) -> Listing:
    """The images in one ZIP or DICOMDIR, or what is wrong with it; never empty.

    Encrypted members are listed like others; opening them asks for a password.
    """
    try:
        head = _head(path)
        found = list(_members(path) if head.startswith(_ZIP_SIGNATURES) else _references(path))
    except InferenceError as error:
        return [error]
    except OSError as error:
        return [FileNotReadable(path, reason(error))]
    except Exception as error:
        return [ReaderFailed(path, reason(error))]
    return found or [NothingFound(path)]


def expand(
    paths: Iterable[str | os.PathLike[str]], list_container: Callable[[str], Listing] = list_container
) -> Iterator[ImageSource | InferenceError]:
    """Image files behind ``paths``, in order; folders recursively and sorted, links not followed.

    ``list_container`` opens a ZIP or DICOMDIR; by default, in this process.
    """
    walk = _Walk(list_container)
    for path in paths:
        yield from walk.path(os.fspath(path))


class _Walk:
    """From paths to files, looking at nothing but their first bytes."""

    def __init__(self, listing: Callable[[str], Listing]) -> None:
        self._listing = listing

    def path(self, path: str) -> Iterator[ImageSource | InferenceError]:
        try:
            is_folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116
        except (OSError, ValueError) as error:
            yield FileNotReadable(path, reason(error))
            return
        yield from self._folder(path) if is_folder else self._file(path)

    def _folder(self, path: str) -> Iterator[ImageSource | InferenceError]:
        errors: list[OSError] = []
        found = False
        for folder, subfolders, names in os.walk(path, onerror=errors.append):
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            for name in sorted(names):
                if not name.startswith("."):
                    found = True
                    yield from self._file(str(Path(folder, name)), in_folder=True)
        for error in errors:
            yield FileNotReadable(str(error.filename), reason(error))
        if not found and not errors:
            yield NothingFound(path)

    def _file(self, path: str, in_folder: bool = False) -> Iterator[ImageSource | InferenceError]:
        head = _head(path)
        if head.startswith(_ZIP_SIGNATURES):
            yield from self._listing(path)
        elif head[128:132] == b"DICM" and _DICOMDIR_CLASS in head:
            # Inside a folder, the images that a DICOMDIR names are met anyway.
            if not in_folder:
                yield from self._listing(path)
        else:
            yield ImageSource(path)


def _head(path: str) -> bytes:
    """First bytes of a regular file, nothing of anything else: loading will say what is wrong."""
    try:
        with open_regular(path, MAX_ARCHIVE_BYTES) as stream:
            # None where nothing can be had just now: files of /proc, which call themselves ordinary.
            return stream.read(1024) or b""
    except (InferenceError, OSError):
        return b""


def _members(path: str) -> Iterator[ImageSource]:
    for member in list_members(path):
        if _is_content(member) and member.name.replace("\\", "/").rsplit("/")[-1].upper() != "DICOMDIR":
            yield ImageSource(path, member.name)


def _is_content(member: Member) -> bool:
    """Neither a folder, nor a link, nor what an operating system hides in archives."""
    parts = member.name.replace("\\", "/").split("/")
    hidden = any(part.startswith(".") and part.strip(".") for part in parts) or "__MACOSX" in parts
    return not (parts[-1] == "" or hidden or member.is_link)


def _references(path: str) -> Iterator[ImageSource | InferenceError]:
    try:
        for found in referred_files(path):
            yield found if isinstance(found, InferenceError) else ImageSource(found)
    except DamagedFile as error:
        raise DamagedDirectory(path, error.reason) from error


@contextmanager
def open_member(source: ImageSource, max_bytes: int) -> Iterator[BinaryIO]:
    """A ZIP's member in memory.

    Raises EncryptedArchive, WrongPassword, DamagedArchive, UnsupportedArchive, BeyondLimits or
    FileTooLarge.
    """
    content = read_member(source.path, source.member or "", str(source), source.password)
    size = content.getbuffer().nbytes
    if size > max_bytes:
        raise FileTooLarge(str(source), size / 1024**2, max_bytes / 1024**2)
    yield content

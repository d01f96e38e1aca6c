"""Path to Radiograph, by content and never by name.

A file is opened once, checked (a regular file, not too large), and its first bytes choose the reader:
``raster`` for PNG, JPEG and TIFF, ``dicom`` for the rest. Both take a binary stream, so a member of
a ZIP is read in memory by the same code and nothing is ever unpacked to disk.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO, Literal, cast

from inference.errors import (
    FileNotReadable,
    InferenceError,
    NestedArchive,
    NotEnoughMemory,
    ProgramIncomplete,
    ReaderFailed,
    UnknownFormat,
)
from inference.files import MAX_FILE_BYTES, open_regular, reason
from inference.radiograph import Radiograph
from inference.sources import ImageSource, open_member
from inference.texts import phrase

FileFormat = Literal["PNG", "JPEG", "TIFF", "DICOM"]

_SIGNATURES: dict[bytes, FileFormat] = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
# What else people drop, to name it in the message.
_FOREIGN = {
    b"II+\x00": phrase("a TIFF picture of the large kind, BigTIFF"),
    b"MM\x00+": phrase("a TIFF picture of the large kind, BigTIFF"),
    b"\x00\x00\x00\x0cjP  ": phrase("a JPEG 2000 picture"),
    b"\xff\x4f\xff\x51": phrase("a JPEG 2000 picture"),
    b"\x00\x00\x00\x0cJXL ": phrase("a JPEG XL picture"),
    b"\xff\x0a": phrase("a JPEG XL picture"),
    b"7z\xbc\xaf": phrase("a 7-Zip archive"),
    b"Rar!": phrase("a RAR archive"),
    b"\x1f\x8b": phrase("a file compressed by gzip"),
    b"\x28\xb5\x2f\xfd": phrase("a file compressed by zstd"),
    b"BZh": phrase("a file compressed by bzip2"),
    b"\xfd7zXZ": phrase("a file compressed by xz"),
    b"{\\rtf": phrase("a text document"),
    b"%PDF": phrase("a PDF document"),
    b"%!PS": phrase("a PostScript document"),
    b"PK\x03\x04": phrase("a ZIP archive"),
    b"GIF8": phrase("a GIF picture"),
    b"BM": phrase("a BMP picture"),
    b"RIFF": phrase("a RIFF file"),
    b"MZ": phrase("a Windows program"),
    b"\x7fELF": phrase("a program"),
    b"<": phrase("a text in markup"),
}


def load_radiograph(path: str | os.PathLike[str] | ImageSource, frame: int = 0) -> Radiograph:
    """Read one image, whole or not at all.

    ``path`` is a file, or an ImageSource of :func:`inference.expand` (which may stand for a member
    of a ZIP). ``frame`` is 0-based. Raises a named InferenceError: FileNotReadable, NotARegularFile,
    FileTooLarge, UnknownFormat, DamagedFile, NoPixelData, UnsupportedTransferSyntax,
    UnsupportedPixels, TooManyPixels, BeyondLimits, FrameOutOfRange, EncryptedArchive, WrongPassword,
    NestedArchive, UnsupportedArchive, DamagedArchive, NotEnoughMemory, ProgramIncomplete, or
    ReaderFailed where no check had foreseen what happened.
    """
    source = path if isinstance(path, ImageSource) else ImageSource(os.fspath(path))
    with opened(source) as stream:
        sha256 = _sha256(stream, source.member is not None)
        radiograph = _read(stream, str(source), frame, source.member is not None)
        return replace(radiograph, sha256=sha256)


# The last file that was hashed, by what tells whether it is still the same: a run of a thousand frames is
# opened a thousand times.
_hashed: tuple[tuple[int, ...], str] = ((), "")


def _sha256(stream: BinaryIO, is_member: bool) -> str:
    """Of the whole file or member, which goes with every result; the stream is left at its start."""
    global _hashed
    key: tuple[int, ...] = ()
    if not is_member:
        status = os.fstat(stream.fileno())
        # The time of the last change of any kind: copying programs set the other one back.
        changed = (status.st_mtime_ns, status.st_ctime_ns)
        key = (status.st_dev, status.st_ino, status.st_size, *changed)
        last, known = _hashed
        if last == key:
            return known
    digest = hashlib.sha256()
    while chunk := stream.read(1024**2):
        digest.update(chunk)
    stream.seek(0)
    if key:
        _hashed = (key, digest.hexdigest())
    return digest.hexdigest()


def _read(stream: BinaryIO, name: str, frame: int, in_archive: bool) -> Radiograph:
    file_format = detect_format(stream)
    if file_format is None:
        if in_archive and stream.read(4) == b"PK\x03\x04":
            raise NestedArchive(name)
        stream.seek(0)
        raise UnknownFormat(name, _describe(stream))
    if file_format == "DICOM":
        from inference.dicom import load_dicom

        return load_dicom(stream, name, frame)
    from inference.raster import load_raster

    return load_raster(stream, name, file_format, frame)


def detect_format(stream: BinaryIO) -> FileFormat | None:
    """The format by the first bytes; the stream is left at its start."""
    # None where nothing can be had just now: files of /proc, which call themselves ordinary.
    head = stream.read(132) or b""
    stream.seek(0)
    # The preamble may be the head of a TIFF, for programs that read nothing else (PS3.10 7.1).
    if head[128:132] == b"DICM":
        return "DICOM"
    for signature, file_format in _SIGNATURES.items():
        if head.startswith(signature):
            return file_format
    return "DICOM" if _looks_like_bare_dicom(head) else None


def _looks_like_bare_dicom(head: bytes) -> bool:
    """A data set without preamble: it begins with an element of group 0002 or 0008 (PS3.10 7.1)."""
    if len(head) < 16:
        return False
    for order in ("little", "big"):
        group, element = (int.from_bytes(head[i : i + 2], cast(Literal["little"], order)) for i in (0, 2))
        explicit = head[4:6].isalpha() and head[4:6].isupper()
        length = int.from_bytes(head[4:8], cast(Literal["little"], order))
        if group in (0x0002, 0x0008) and element < 0x0100 and (explicit or length <= 256):
            return True
    return False


def _describe(stream: BinaryIO) -> str:
    head = stream.read(16)
    if not head:
        return phrase("the file is empty")
    for signature, what in _FOREIGN.items():
        if head.startswith(signature):
            return what
    return phrase("unknown content")


@contextmanager
def opened(source: ImageSource) -> Iterator[BinaryIO]:
    """The file's bytes, or the member's; whatever a reader stumbles over in them is a named error.

    Raises NotEnoughMemory, ProgramIncomplete and ReaderFailed besides what opening raises.
    """
    name = str(source)
    opening = open_regular(source.path) if source.member is None else open_member(source, MAX_FILE_BYTES)
    with opening as stream:
        try:
            yield stream
        except InferenceError:
            raise
        except MemoryError as error:
            raise NotEnoughMemory(name) from error
        except ImportError as error:
            raise ProgramIncomplete(name, str(error)) from error
        except OSError as error:
            # A scratched disc, a drive that was pulled out.
            raise FileNotReadable(name, reason(error)) from error
        except Exception as error:
            # The checks before each decoder are meant to leave nothing for this.
            raise ReaderFailed(name, reason(error)) from error

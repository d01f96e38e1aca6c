"""Path to Radiograph, by content and never by name.

A file is opened once, checked (a regular file, not too large), and its first bytes choose the reader:
``raster`` for PNG, JPEG and TIFF, ``dicom`` for the rest. Both take a binary stream, so a member of
a ZIP is read in memory by the same code and nothing is ever unpacked to disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Literal, cast

from inference.errors import (
    DamagedFile,
    InferenceError,
    NotEnoughMemory,
    ProgramIncomplete,
    UnknownFormat,
)
from inference.files import MAX_FILE_BYTES, open_regular, reason
from inference.radiograph import Radiograph
from inference.sources import ImageSource, open_member

FileFormat = Literal["PNG", "JPEG", "TIFF", "DICOM"]

_SIGNATURES: dict[bytes, FileFormat] = {
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
# What else people drop, to name it in the message.
_FOREIGN = {
    b"%PDF": "a PDF document",
    b"%!PS": "a PostScript document",
    b"PK\x03\x04": "a ZIP archive",
    b"GIF8": "a GIF picture",
    b"BM": "a BMP picture",
    b"RIFF": "a RIFF file",
    b"MZ": "a Windows program",
    b"\x7fELF": "a program",
    b"<": "a text in markup",
}


def load_radiograph(path: str | os.PathLike[str] | ImageSource, frame: int = 0) -> Radiograph:
    """Read one image, whole or not at all.

    ``path`` is a file, or an ImageSource of :func:`inference.expand` (which may stand for a member
    of a ZIP). ``frame`` is 0-based. Raises a named InferenceError: FileNotReadable, NotARegularFile,
    FileTooLarge, UnknownFormat, DamagedFile, NoPixelData, UnsupportedTransferSyntax,
    UnsupportedPixels, TooManyPixels, FrameOutOfRange, EncryptedArchive, DamagedArchive,
    NotEnoughMemory or ProgramIncomplete.
    """
    source = path if isinstance(path, ImageSource) else ImageSource(os.fspath(path))
    name = str(source)
    with _open(source) as stream:
        try:
            return _read(stream, name, frame)
        except InferenceError:
            raise
        except MemoryError as error:
            raise NotEnoughMemory(name) from error
        except ImportError as error:
            raise ProgramIncomplete(name, str(error)) from error
        except Exception as error:
            # Whatever a parser stumbles over in bytes nobody can trust, the file is at fault.
            raise DamagedFile(name, reason(error)) from error


def _read(stream: BinaryIO, name: str, frame: int) -> Radiograph:
    file_format = detect_format(stream)
    if file_format is None:
        raise UnknownFormat(name, _describe(stream))
    if file_format == "DICOM":
        from inference.dicom import load_dicom

        return load_dicom(stream, name, frame)
    from inference.raster import load_raster

    return load_raster(stream, name, file_format, frame)


def detect_format(stream: BinaryIO) -> FileFormat | None:
    """The format by the first bytes; the stream is left at its start."""
    head = stream.read(132)
    stream.seek(0)
    for signature, file_format in _SIGNATURES.items():
        if head.startswith(signature):
            return file_format
    if head[128:132] == b"DICM" or _looks_like_bare_dicom(head):
        return "DICOM"
    return None


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
        return "the file is empty"
    for signature, what in _FOREIGN.items():
        if head.startswith(signature):
            return what
    return "unknown content"


@contextmanager
def _open(source: ImageSource) -> Iterator[BinaryIO]:
    if source.member is not None:
        with open_member(source, MAX_FILE_BYTES) as stream:
            yield stream
        return
    with open_regular(source.path) as stream:
        yield stream

"""Where things stand in a DICOM file, found before pydicom parses any of it.

pydicom has no limits of its own: a million empty items cost it seconds and hundreds of megabytes. So the
elements are walked here first, by their tags and lengths alone and against the size of the file (PS3.5
7.1). What a radiograph needs is copied and handed to pydicom; the rest is never parsed, and the pixels
stay where they are: only their place is noted.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from inference.errors import BeyondLimits, DamagedFile, FileTooLarge, UnsupportedTransferSyntax
from inference.texts import phrase
from inference.transfer_syntaxes import DEFLATED, EXPLICIT_BIG, IMPLICIT_LITTLE, READABLE, syntax_name

if TYPE_CHECKING:
    from pydicom import Dataset

MAX_DEPTH = 64
# Items count as elements. An enhanced object of 1,000 frames has some 50,000.
MAX_ELEMENTS = 200_000
# Of a directory of a disc, which has some twenty for each image and is walked without being kept.
MAX_DIRECTORY_ELEMENTS = 1_000_000
# A film of 60 million pixels of 16 bits, and something for the header.
MAX_INFLATED_BYTES = 160 * 1024**2
# Longer values are no text and no number that is shown; lookup tables have up to 65,536 entries.
MAX_VALUE_BYTES = 64 * 1024
MAX_TABLE_BYTES = 256 * 1024
MAX_HEADER_BYTES = 64 * 1024**2

_UNDEFINED = 0xFFFFFFFF
_ITEM, _ITEM_END, _SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD
_RECORDS, _RECORD_TYPE, _REFERENCE = 0x00041220, 0x00041430, 0x00041500
_TRANSFER_SYNTAX, _MEDIA_CLASS = 0x00020010, 0x00020002
_PIXELS = {0x7FE00008: "FloatPixelData", 0x7FE00009: "DoubleFloatPixelData", 0x7FE00010: "PixelData"}
_LONG_VRS = frozenset(
    (b"OB", b"OD", b"OF", b"OL", b"OV", b"OW", b"SQ", b"SV", b"UC", b"UN", b"UR", b"UT", b"UV")
)
# Palettes and LUT Data; with them the offset tables, which are eight bytes a frame.
_TABLES = frozenset((0x00281201, 0x00281202, 0x00281203, 0x00283006, 0x7FE00001, 0x7FE00002))
# The sequences outside group 0028 that say how pixels become grey or what they show: anatomy, view,
# Presentation LUT, functional groups.
_SEQUENCES = frozenset((0x00082218, 0x00540220, 0x20500010, 0x52009229, 0x52009230))


@dataclass(frozen=True)
class PixelPlace:
    """Where the pixels stand: ``length`` bytes from ``start``, or None for a run of fragments."""

    keyword: str
    vr: str
    start: int
    length: int | None


@dataclass(frozen=True)
class Structure:
    """A DICOM file taken apart. ``stream`` is what ``pixels`` refers to: the file or its inflation."""

    stream: BinaryIO
    header: Dataset
    syntax: str
    little: bool
    pixels: PixelPlace | None


def read_structure(stream: BinaryIO, path: str) -> Structure:
    """Walk a DICOM file (PS3.10 7), with or without preamble and file meta information.

    Raises DamagedFile, BeyondLimits, FileTooLarge (of what a deflated one becomes) and
    UnsupportedTransferSyntax.
    """
    walker = _Walker(stream, path)
    walker.seek_start()
    meta = walker.file_meta()
    stated = _uid(meta.get(_TRANSFER_SYNTAX, b""))
    if stated and stated not in READABLE:
        raise UnsupportedTransferSyntax(path, syntax_name(stated))
    if stated == DEFLATED:
        walker = _Walker(_inflate(stream, walker.position, path), path)
    implicit, little = walker.encoding(stated)
    raw, pixels = walker.top_level(implicit, little)
    header = _parse(raw, implicit, little, stated, _uid(meta.get(_MEDIA_CLASS, b"")))
    return Structure(walker.stream, header, stated or _guessed(implicit, little), little, pixels)


def directory_records(stream: BinaryIO, path: str) -> Iterator[tuple[str, str]]:
    """Directory Record Type and Referenced File ID of each record of a DICOMDIR (PS3.3 F.3).

    Raises DamagedFile or BeyondLimits.
    """
    walker = _Walker(stream, path, MAX_DIRECTORY_ELEMENTS)
    walker.seek_start()
    syntax = _uid(walker.file_meta().get(_TRANSFER_SYNTAX, b""))
    implicit, little = walker.encoding(syntax)
    yield from walker.records(implicit, little)


def _parse(raw: bytes, implicit: bool, little: bool, syntax: str, media_class: str) -> Dataset:
    from pydicom.dataset import FileMetaDataset
    from pydicom.filereader import read_dataset
    from pydicom.uid import UID

    header = read_dataset(io.BytesIO(raw), implicit, little)
    header.file_meta = FileMetaDataset()
    if syntax:
        header.file_meta.TransferSyntaxUID = UID(syntax)
    if media_class:
        header.file_meta.MediaStorageSOPClassUID = UID(media_class)
    return header


def settle(dataset: Dataset, path: str, complaints: list[str]) -> None:
    """Convert every value now, where a failure can be told from one in the program.

    pydicom converts when a value is asked for, and raises what it likes. What describes the pixels (group
    0028) must be readable; any other attribute is left out, and that is said.
    """
    from pydicom.datadict import dictionary_has_tag, dictionary_VR, keyword_for_tag

    for tag in list(dataset.keys()):
        try:
            element = dataset[tag]
            # Explicit VR may call a sequence a text, and a text a sequence.
            if dictionary_has_tag(tag) and (dictionary_VR(tag) == "SQ") != (element.VR == "SQ"):
                raise ValueError(f"{element.VR} is not its kind")
            # Items of a lookup table are used whole, names by their letters.
            for item in element.value if element.VR == "SQ" and tag.group == 0x0028 else []:
                settle(item, path, complaints)
            if element.VR == "PN":
                str(element.value)
        except DamagedFile:
            raise
        except Exception as error:
            name = keyword_for_tag(tag) or str(tag)
            if tag.group == 0x0028:
                raise DamagedFile(path, phrase("{name} cannot be read", name=name)) from error
            complaints.append(f"{name} cannot be read and was left out.")
            del dataset[tag]


def _uid(value: bytes) -> str:
    return value.decode("ascii", "replace").strip("\0 ")


def _guessed(implicit: bool, little: bool) -> str:
    return IMPLICIT_LITTLE if implicit else "1.2.840.10008.1.2.1" if little else EXPLICIT_BIG


def _inflate(stream: BinaryIO, start: int, path: str) -> io.BytesIO:
    """A deflated data set (PS3.5 A.5), up to a limit: two megabytes may become two gigabytes."""
    stream.seek(start)
    inflater, inflated = zlib.decompressobj(-zlib.MAX_WBITS), io.BytesIO()
    try:
        while not inflater.eof and (chunk := inflater.unconsumed_tail or stream.read(65536)):
            inflated.write(inflater.decompress(chunk, 1024**2))
            if inflated.tell() > MAX_INFLATED_BYTES:
                raise FileTooLarge(path, inflated.tell() / 1024**2, MAX_INFLATED_BYTES / 1024**2)
    except zlib.error as error:
        raise DamagedFile(path, "its deflated data set cannot be inflated") from error
    if not inflater.eof:
        raise DamagedFile(path, "its deflated data set ends too early")
    return inflated


class _Walker:
    """Goes from element to element by their lengths, and never into what it was not asked for."""

    def __init__(self, stream: BinaryIO, path: str, most: int = MAX_ELEMENTS) -> None:
        self.stream = stream
        self.size = stream.seek(0, io.SEEK_END)
        self.position = 0
        self._path = path
        self._count = 0
        self._most = most

    # ---- the beginning -----------------------------------------------------------------------

    def seek_start(self) -> None:
        """Behind the preamble and its prefix, where there are any (PS3.10 7.1)."""
        self.position = 132 if self._at(128, 4) == b"DICM" else 0

    def file_meta(self) -> dict[int, bytes]:
        """Group 0002, whatever its length element claims, and a command group that should not be here."""
        meta: dict[int, bytes] = {}
        while len(head := self._at(self.position, 8)) == 8 and head[:2] in (b"\x02\0", b"\0\0"):
            implicit = head[:2] == b"\0\0"
            tag, _, value, length = self._head(self.position, implicit, True)
            end = self._end(value, length)
            if tag in (_TRANSFER_SYNTAX, _MEDIA_CLASS):
                meta[tag] = self._at(value, min(end - value, 256))
            self.position = end
        return meta

    def encoding(self, syntax: str) -> tuple[bool, bool]:
        """Implicit VR and little endian: as stated, unless the first element shows otherwise."""
        head = self._at(self.position, 6)
        explicit = _is_vr(head[4:6])
        if syntax:
            return not explicit if len(head) == 6 else syntax == IMPLICIT_LITTLE, syntax != EXPLICIT_BIG
        # Groups of a beginning are small numbers: 0008 read backwards is 0800.
        little = not explicit or int.from_bytes(head[:2], "little") < 0x0400
        return not explicit, little

    # ---- elements ----------------------------------------------------------------------------

    def top_level(self, implicit: bool, little: bool) -> tuple[bytes, PixelPlace | None]:
        """What pydicom shall see, and the place of the pixels, behind which nothing is read."""
        kept: list[bytes] = []
        total, position = 0, self.position
        while position + 8 <= self.size:
            tag, vr, value, length = self._head(position, implicit, little)
            if tag in _PIXELS:
                if length is not None:
                    self._end(value, length)
                return b"".join(kept), PixelPlace(_PIXELS[tag], vr, value, length)
            sequence = tag in _SEQUENCES or (tag >> 16 == 0x0028 and vr == "SQ")
            inner = implicit or vr == "UN"
            if length is None:
                end = self._items(value, None, inner, little, 1, sequence)
            else:
                end = self._end(value, length)
                if sequence:
                    self._items(value, end, inner, little, 1, True)
            if self._is_needed(tag, sequence or self._is_sequence(vr, value, little), end - value):
                total += end - position
                if total > MAX_HEADER_BYTES:
                    raise BeyondLimits(self._path, "bytes of header", MAX_HEADER_BYTES)
                kept.append(self._at(position, end - position))
            position = end
        return b"".join(kept), None

    def records(self, implicit: bool, little: bool) -> Iterator[tuple[str, str]]:
        """Type and file of each item of the Directory Record Sequence."""
        position = self.position
        while position + 8 <= self.size:
            tag, _, value, length = self._head(position, implicit, little)
            if tag == _RECORDS:
                break
            position = self._items(value, None, implicit, little, 1, False) if length is None else (
                self._end(value, length))  # fmt: skip
        else:
            raise DamagedFile(self._path, "it has no records")
        end = self.size if length is None else self._end(value, length)
        position = value
        while position + 8 <= end:
            tag, _, value, length = self._head(position, True, little)
            if tag == _SEQUENCE_END:
                return
            if tag != _ITEM:
                raise DamagedFile(self._path, "its records are not made of items")
            limit = end if length is None else value + length
            if limit > end:
                raise DamagedFile(self._path, "a record reaches beyond the others")
            found, position = self._record(value, limit, implicit, little)
            yield found

    def _record(self, position: int, end: int, implicit: bool, little: bool) -> tuple[tuple[str, str], int]:
        kind = reference = ""
        while position + 8 <= end:
            tag, vr, value, length = self._head(position, implicit, little)
            if tag == _ITEM_END:
                return (kind, reference), value
            if length is None:
                position = self._items(value, None, implicit or vr == "UN", little, 1, True)
                continue
            if value + length > end:
                raise DamagedFile(self._path, "an element reaches beyond the one that holds it")
            if tag in (_RECORD_TYPE, _REFERENCE):
                text = self._at(value, min(length, 1024)).decode("latin-1").strip("\0 ")
                kind, reference = (text, reference) if tag == _RECORD_TYPE else (kind, text)
            position = value + length
        return (kind, reference), end

    def _is_sequence(self, vr: str, value: int, little: bool) -> bool:
        return vr == "SQ" or (vr in ("", "UN") and self._at(value, 4) == _tag_bytes(_ITEM, little))

    def _is_needed(self, tag: int, sequence: bool, length: int) -> bool:
        if sequence:
            return tag in _SEQUENCES or tag >> 16 == 0x0028
        if tag in _TABLES:
            return length <= MAX_TABLE_BYTES
        if tag >> 16 == 0x0028 and length > MAX_VALUE_BYTES and tag & 0xFFFF not in range(0x1100, 0x1300):
            # What describes the pixels cannot be left out without changing the picture.
            raise DamagedFile(
                self._path, phrase("a description of its pixels has {length} bytes", length=length)
            )
        # Private groups are odd; of group 0009 and the like nothing is used (PS3.5 7.8).
        return length <= MAX_VALUE_BYTES and not tag >> 16 & 1

    def _elements(self, position: int, end: int | None, implicit: bool, little: bool, depth: int) -> int:
        """Walk the elements of an item, to ``end`` or to its delimiter; returns the place behind it."""
        if depth > MAX_DEPTH:
            raise BeyondLimits(self._path, "levels of nesting", MAX_DEPTH)
        limit = self.size if end is None else end
        # Within explicit VR a sequence may be implicit, and some writers fall back to it.
        implicit = implicit or not _is_vr(self._at(position, 6)[4:6])
        while position + 8 <= limit:
            tag, vr, value, length = self._head(position, implicit, little)
            if tag == _ITEM_END:
                return value
            if tag == _SEQUENCE_END and end is None:
                return position
            inner = implicit or vr == "UN"
            if length is None:
                position = self._items(value, None, inner, little, depth + 1, True)
                continue
            if value + length > limit:
                raise DamagedFile(self._path, "an element reaches beyond the one that holds it")
            if length and self._is_sequence(vr, value, little):
                self._items(value, value + length, inner, little, depth + 1, True)
            position = value + length
        if end is None:
            raise DamagedFile(self._path, "it ends within a sequence")
        return end

    def _items(
        self, position: int, end: int | None, implicit: bool, little: bool, depth: int, inside: bool
    ) -> int:
        """Walk the items of a sequence (PS3.5 7.5); ``inside`` looks at the elements of each."""
        limit = self.size if end is None else end
        while position + 8 <= limit:
            tag, _, value, length = self._head(position, True, little)
            if tag == _SEQUENCE_END:
                return value
            if tag != _ITEM:
                raise DamagedFile(self._path, "a sequence is not made of items")
            if length is None:
                position = self._elements(value, None, implicit, little, depth)
                continue
            if value + length > limit:
                raise DamagedFile(self._path, "an item reaches beyond its sequence")
            if inside and length:
                self._elements(value, value + length, implicit, little, depth)
            position = value + length
        if end is None:
            raise DamagedFile(self._path, "it ends within a sequence")
        return end

    def _head(self, position: int, implicit: bool, little: bool) -> tuple[int, str, int, int | None]:
        """Tag, VR ("" where implicit), place of the value and its length, None where undefined."""
        self._count += 1
        if self._count > self._most:
            raise BeyondLimits(self._path, "elements", self._most)
        self.stream.seek(position)
        head = self.stream.read(12)
        if len(head) < 8:
            raise DamagedFile(self._path, "it ends within an element")
        order = "<" if little else ">"
        group, element, length = struct.unpack_from(f"{order}HHL", head)
        tag, vr, value = group << 16 | element, b"", position + 8
        # Delimiters have no VR; an element without a valid one is implicit, as some writers have it.
        if not implicit and group != 0xFFFE and _is_vr(head[4:6]):
            vr = head[4:6]
            if vr in _LONG_VRS:
                if len(head) < 12:
                    raise DamagedFile(self._path, "it ends within an element")
                (length,) = struct.unpack_from(f"{order}L", head, 8)
                value += 4
            else:
                (length,) = struct.unpack_from(f"{order}H", head, 6)
        undefined = length == _UNDEFINED
        return tag, vr.decode("ascii"), value, None if undefined else length

    def _end(self, value: int, length: int | None) -> int:
        """The place behind a value. Lengths are checked against the file before they are believed."""
        if length is None:
            raise DamagedFile(self._path, "an element has no length")
        if value + length > self.size:
            raise DamagedFile(
                self._path,
                phrase("an element claims {length} bytes, more than the file holds", length=length),
            )
        return value + length

    def _at(self, position: int, count: int) -> bytes:
        self.stream.seek(position)
        return self.stream.read(count)


def _is_vr(letters: bytes) -> bool:
    return len(letters) == 2 and b"AA" <= letters <= b"ZZ" and letters.isalpha() and letters.isupper()


def _tag_bytes(tag: int, little: bool) -> bytes:
    return struct.pack("<HH" if little else ">HH", tag >> 16, tag & 0xFFFF)

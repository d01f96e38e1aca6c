"""TIFF to pixels, for the kinds that hold radiographs (TIFF 6.0).

Read here and not by a library, because libraries believe the file: a directory that points to itself, a
million strips, a strip that ends early. Every number is compared with the file and with the size of the
picture before it is used, and every strip or tile must decode to exactly what the picture needs of it.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from inference.errors import BeyondLimits, DamagedFile, FrameOutOfRange, UnsupportedPixels
from inference.limits import check_decoded_bytes, check_pixel_count
from inference.texts import Phrase, phrase

MAX_PAGES = 1_000
MAX_SEGMENTS = 100_000
MAX_ENTRIES = 4_096

# Width of the value types that hold whole numbers: BYTE, SHORT, LONG.
_TYPES = {1: "B", 3: "H", 4: "L"}
_WIDTH, _LENGTH, _BITS, _COMPRESSION, _PHOTOMETRIC, _FILL_ORDER = 256, 257, 258, 259, 262, 266
_STRIPS, _ORIENTATION, _SAMPLES, _ROWS_PER_STRIP, _STRIP_BYTES, _PLANAR = 273, 274, 277, 278, 279, 284
_PREDICTOR, _COLOURS, _TILE_WIDTH, _TILE_LENGTH, _TILES, _TILE_BYTES = 317, 320, 322, 323, 324, 325
_EXTRA, _SAMPLE_FORMAT = 338, 339
_WANTED = frozenset((*range(256, 260), 262, 266, 273, 274, 277, 278, 279, 284, 317, 320, *range(322, 326),
                     338, 339))  # fmt: skip
_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE = range(4)
# Less than this behind a strip makes its length even, or a multiple of four.
_SLACK = 4
_NONE, _LZW, _PACKBITS = 1, 5, 32773
_DEFLATE = (8, 32946)
_UNREAD = {2: "CCITT fax", 3: "CCITT fax", 4: "CCITT fax", 6: "JPEG", 7: "JPEG", 34712: "JPEG 2000",
           50000: "zstd", 50001: "WebP", 50002: "JPEG XL"}  # fmt: skip
_KINDS = {4: phrase("a mask"), 5: phrase("printing colours"), 6: "YCbCr", 8: "CIE Lab"}

Tags = dict[int, tuple[int, ...]]


@dataclass(frozen=True)
class TiffPage:
    """One page: grey of 8 or 16 bits, RGB, or grey or RGB with its opacity last.

    ``pixels`` is (rows, columns) or (rows, columns, n); ``opacity`` says that its last channel is one.
    """

    pixels: NDArray[Any]
    opacity: bool
    white_is_zero: bool
    orientation: int
    pages: int


def read_tiff(stream: BinaryIO, path: str, page: int = 0) -> TiffPage:
    """One page of a TIFF, whole or not at all.

    Raises DamagedFile, BeyondLimits, TooManyPixels, UnsupportedPixels or FrameOutOfRange.
    """
    file = _File(stream, path)
    pages = file.pages()
    if not 0 <= page < len(pages):
        raise FrameOutOfRange(path, page, len(pages))
    tags = file.tags(pages[page])
    picture = _Picture(tags, path)
    pixels = picture.decode(file)
    colours = 3 if picture.photometric == _RGB else 1
    opacity = pixels.shape[2] > colours and tags.get(_EXTRA, (0,))[0] == 2
    # Premultiplied colours are over black already; what is unspecified is none of the picture.
    pixels = pixels[..., : colours + opacity]
    if picture.photometric == _PALETTE:
        pixels = _apply_palette(pixels[..., 0], tags.get(_COLOURS, ()), picture.bits, path)
    elif picture.bits < 8:
        pixels = (pixels * (255 // (2**picture.bits - 1))).astype(np.uint8)
    elif picture.bits == 32:
        pixels = _narrowed(pixels, path)
    return TiffPage(
        pixels[..., 0] if pixels.shape[2] == 1 else pixels,
        opacity,
        picture.photometric == _WHITE_IS_ZERO,
        tags.get(_ORIENTATION, (1,))[0],
        len(pages),
    )


def exif_orientation(data: bytes, path: str) -> int:
    """The orientation that Exif data ask for, which have the form of a TIFF; 1 where they are damaged."""
    if data[:4] not in (b"II*\0", b"MM\0*"):
        return 1
    file = _File(io.BytesIO(data), path)
    try:
        (first,) = struct.unpack_from(f"{file.order}L", data, 4)
        return file.tags(first, (_ORIENTATION,)).get(_ORIENTATION, (1,))[0]
    except (DamagedFile, BeyondLimits, struct.error):
        return 1


class _File:
    """The bytes, with every place checked against their end."""

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self._stream, self._path = stream, path
        self.size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        self.order = "<" if stream.read(2) == b"II" else ">"

    def read(self, place: int, count: int) -> bytes:
        if place + count > self.size:
            raise DamagedFile(self._path, "it points to a place behind its end")
        self._stream.seek(place)
        return self._stream.read(count)

    def number(self, place: int, kind: str) -> int:
        return int(struct.unpack(self.order + kind, self.read(place, struct.calcsize("<" + kind)))[0])

    def pages(self) -> list[int]:
        """Places of the directories, which form a chain (TIFF 6.0, section 2)."""
        places: list[int] = []
        seen: set[int] = set()
        place = self.number(4, "L")
        while place:
            if place in seen:
                raise DamagedFile(self._path, "its pages refer to each other in a circle")
            places.append(place)
            seen.add(place)
            if len(places) > MAX_PAGES:
                raise BeyondLimits(self._path, "pages", MAX_PAGES)
            place = self.number(place + 2 + 12 * self._entries(place), "L")
        if not places:
            raise DamagedFile(self._path, "it has no page")
        return places

    def _entries(self, place: int) -> int:
        count = self.number(place, "H")
        if count > MAX_ENTRIES:
            raise BeyondLimits(self._path, "entries in a directory", MAX_ENTRIES)
        return count

    def tags(self, place: int, wanted: frozenset[int] | tuple[int, ...] = _WANTED) -> Tags:
        """The wanted fields of a directory that are whole numbers."""
        tags: Tags = {}
        entries = self.read(place + 2, 12 * self._entries(place))
        for entry in range(0, len(entries), 12):
            tag, kind, count = struct.unpack_from(f"{self.order}HHL", entries, entry)
            if tag not in wanted or kind not in _TYPES or not count:
                continue
            if count > max(MAX_SEGMENTS, 3 * 65536):
                raise BeyondLimits(self._path, "values in a field", MAX_SEGMENTS)
            form = f"{self.order}{count}{_TYPES[kind]}"
            width = struct.calcsize(form)
            if width <= 4:
                values = entries[entry + 8 : entry + 8 + width]
            else:
                (offset,) = struct.unpack_from(f"{self.order}L", entries, entry + 8)
                values = self.read(offset, width)
            tags[tag] = struct.unpack(form, values)
        return tags


class _Picture:
    """What a page's fields say of its pixels, found to be possible."""

    def __init__(self, tags: Tags, path: str) -> None:
        def one(tag: int, default: int) -> int:
            return tags.get(tag, (default,))[0]

        self._path, self._tags = path, tags
        self.columns, self.rows = one(_WIDTH, 0), one(_LENGTH, 0)
        self.samples = one(_SAMPLES, 1)
        self.photometric = one(_PHOTOMETRIC, -1)
        self.compression, self.predictor = one(_COMPRESSION, 1), one(_PREDICTOR, 1)
        self.planar = one(_PLANAR, 1) == 2 and self.samples > 1
        depths, formats = set(tags.get(_BITS, (1,))), set(tags.get(_SAMPLE_FORMAT, (1,)))
        self.bits, self.format = min(depths), min(formats)
        if not (self.columns and self.rows):
            raise DamagedFile(path, "it claims no pixels")
        self._refuse_kinds(len(depths), len(formats), one(_FILL_ORDER, 1))
        check_pixel_count(path, self.columns, self.rows)
        check_decoded_bytes(path, self.columns, self.rows, self.samples * max(self.bits, 8) // 8)

    def _refuse_kinds(self, depths: int, formats: int, fill_order: int) -> None:
        reason: Phrase | None = None
        if self.photometric not in (_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE):
            kind = _KINDS.get(self.photometric, phrase("of a rare kind"))
            reason = phrase("its colours are {kind}", kind=kind)
        elif self.compression not in (_NONE, _LZW, _PACKBITS, *_DEFLATE):
            method = _UNREAD.get(self.compression, str(self.compression))
            reason = phrase("it is a TIFF compressed as {method}", method=method)
        elif formats > 1 or self.format not in (1, 2):
            reason = phrase("its values are floating-point or complex numbers")
        elif depths > 1 or self.bits not in (1, 2, 4, 8, 16, 32) or (self.format == 2 and self.bits < 16):
            reason = phrase("it has {bits} bits a value", bits=self.bits)
        elif self.photometric == _RGB and self.bits not in (8, 16):
            reason = phrase("it has colours of {bits} bits", bits=self.bits)
        elif self.photometric == _PALETTE and (self.bits > 8 or self.samples != 1):
            reason = phrase("it has a palette of {bits} bits", bits=self.bits)
        elif self.samples not in ((3, 4) if self.photometric == _RGB else (1, 2)):
            reason = phrase("it has {count} channels", count=self.samples)
        elif self.bits < 8 and self.samples != 1:
            reason = phrase("it has {count} channels of {bits} bits", count=self.samples, bits=self.bits)
        elif self.predictor not in (1, 2) or (self.predictor == 2 and self.bits < 8):
            reason = phrase("its values are predicted in a rare way")
        elif fill_order != 1:
            reason = phrase("its bits are in reverse order")
        if reason is not None:
            raise UnsupportedPixels(self._path, reason)

    def decode(self, file: _File) -> NDArray[Any]:
        """(rows, columns, samples) of the page's own type, in the machine's byte order."""
        tiled = _TILES in self._tags
        width = self._tags.get(_TILE_WIDTH, (0,))[0] if tiled else self.columns
        height = self._tags.get(_TILE_LENGTH if tiled else _ROWS_PER_STRIP, (0 if tiled else self.rows,))[0]
        height = height if tiled else min(height, self.rows)
        if not (0 < width <= 65536 and 0 < height <= 65536):
            raise DamagedFile(self._path, "its strips or tiles have no size")
        if tiled:
            check_decoded_bytes(self._path, width, height, self.samples * max(self.bits, 8) // 8)
        across, down = -(-self.columns // width), -(-self.rows // height)
        planes = self.samples if self.planar else 1
        offsets = self._tags.get(_TILES if tiled else _STRIPS, ())
        counts = self._tags.get(_TILE_BYTES if tiled else _STRIP_BYTES, ())
        if len(offsets) != across * down * planes or len(counts) != len(offsets):
            raise DamagedFile(
                self._path,
                phrase(
                    "it has {found} strips or tiles, not {expected}",
                    found=len(offsets),
                    expected=across * down,
                ),
            )
        if sum(counts) > file.size:
            raise DamagedFile(self._path, "its strips or tiles hold more than the file")
        kind = f"{'i' if self.format == 2 else 'u'}{max(self.bits, 8) // 8}"
        pixels = np.empty((self.rows, self.columns, self.samples), kind)
        for index, (offset, count) in enumerate(zip(offsets, counts, strict=True)):
            plane, place = divmod(index, across * down)
            top, left = place // across * height, place % across * width
            tall = height if tiled else min(height, self.rows - top)
            # Some writers fill up the last of several strips; one alone that holds more was cropped.
            full = height if down > 1 else tall
            data = file.read(offset, count)
            values = self._segment(data, tall, full, width, self.samples // planes, file.order)
            part = values[: self.rows - top, : self.columns - left]
            channels = slice(plane, plane + 1) if self.planar else slice(None)
            pixels[top : top + len(part), left : left + part.shape[1], channels] = part
        return pixels

    def _segment(
        self, data: bytes, rows: int, full: int, columns: int, samples: int, order: str
    ) -> NDArray[Any]:
        """A strip or tile of ``rows``, or ``full`` ones of which these count: (rows, columns, samples)."""
        line = -(-columns * samples * self.bits // 8)
        raw = self._decompress(data, rows * line, full * line)
        if self.bits < 8:
            return self._spread(np.frombuffer(raw, np.uint8).reshape(rows, line))[:, :columns, None]
        kind = np.dtype(f"{order}{'i' if self.format == 2 else 'u'}{self.bits // 8}")
        values = np.frombuffer(raw, kind).reshape(rows, columns, samples)
        if self.predictor == 2:  # differences from the left neighbour, wrapping round (section 14)
            native = kind.newbyteorder("=")
            return np.add.accumulate(values.astype(native), axis=1, dtype=native)
        return values

    def _spread(self, packed: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Values of 1, 2 or 4 bits, the first in the highest bits of a byte, one a byte."""
        each = 8 // self.bits
        values = np.empty((packed.shape[0], packed.shape[1] * each), np.uint8)
        for index in range(each):
            values[:, index::each] = packed >> (8 - self.bits * (index + 1)) & (2**self.bits - 1)
        return values

    def _decompress(self, data: bytes, size: int, full: int) -> bytes | bytearray:
        """``size`` bytes, of as many or of ``full``, and never room for more."""
        import imagecodecs

        if self.compression == _NONE:
            found: bytes | bytearray = data
        elif self.compression in _DEFLATE:
            try:
                found = zlib.decompressobj().decompress(data, full + _SLACK)
            except zlib.error as error:
                raise DamagedFile(self._path, "a strip or tile cannot be inflated") from error
        else:
            decode = imagecodecs.lzw_decode if self.compression == _LZW else imagecodecs.packbits_decode
            found = bytearray(full + 256)
            try:
                found = found[: len(decode(data, out=found))]
            except RuntimeError as error:
                raise DamagedFile(self._path, "a strip or tile cannot be decompressed") from error
        if len(found) < size:
            raise DamagedFile(self._path, "a strip or tile ends too early")
        if len(found) >= size + _SLACK and len(found) != full:
            raise DamagedFile(self._path, "a strip or tile holds more than its part of the picture")
        return found[:size]


def _apply_palette(
    indices: NDArray[np.uint8], colours: tuple[int, ...], bits: int, path: str
) -> NDArray[np.uint8]:
    """(rows, columns, 3) RGB. The map has all reds, then greens, then blues, of 16 bits."""
    if len(colours) != 3 * 2**bits:
        raise DamagedFile(path, "its palette has not the size that it needs")
    table = np.array(colours, np.uint16).reshape(3, -1)
    # Some writers forget that the map has 16 bits.
    narrow = table >> 8 if table.max() > 255 else table
    return np.asarray(narrow.T.astype(np.uint8)[indices])


def _narrowed(pixels: NDArray[Any], path: str) -> NDArray[Any]:
    low, high = int(pixels.min()), int(pixels.max())
    for dtype in (np.uint16, np.int16):
        if np.iinfo(dtype).min <= low and high <= np.iinfo(dtype).max:
            return pixels.astype(dtype)
    raise UnsupportedPixels(path, "its values need more than 16 bits")

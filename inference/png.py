"""PNG to pixels (PNG specification, third edition).

The chunks are walked first, for their sizes, their order and their checksums. Only those that make the
picture reach libpng, which demands data for every row; compressed texts and colour profiles, which can
become gigabytes, are left out.
"""

from __future__ import annotations

import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.errors import BeyondLimits, DamagedFile, UnsupportedPixels
from inference.files import reason
from inference.limits import check_decoded_bytes, check_pixel_count

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_CHUNKS = 100_000

_PICTURE = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# First column and row of each pass of an interlaced picture, and its steps (section 8.1).
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PIECE = 256 * 1024
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}


def read_png(data: bytes, path: str) -> tuple[NDArray[Any], bytes]:
    """The picture, (rows, columns) or (rows, columns, 2 to 4) uint8 or uint16, and its Exif data.

    Of an animated one, the picture that programs without animation show. Raises DamagedFile, BeyondLimits,
    TooManyPixels or UnsupportedPixels.
    """
    import imagecodecs

    view, position, count = memoryview(data), len(SIGNATURE), 0
    picture: list[bytes | memoryview] = [SIGNATURE]
    exif, kind, rows = b"", b"", _Rows(path)
    while kind != b"IEND":
        head = data[position : position + 8]
        length = int.from_bytes(head[:4], "big")
        kind, end = head[4:], position + 12 + length
        if len(kind) < 4 or end > len(data):
            raise DamagedFile(path, "it ends too early")
        count += 1
        if count > MAX_CHUNKS:
            raise BeyondLimits(path, "chunks", MAX_CHUNKS)
        if (kind == b"IHDR") != (count == 1):
            raise DamagedFile(path, "it does not begin with a header")
        if kind == b"IHDR":
            rows.expect(data[position + 8 : end - 4])
        elif kind == b"IDAT":
            rows.inflate(view[position + 8 : end - 4])
        # libpng leaves the last sum unread once it has all rows.
        used = kind in _PICTURE or kind == b"eXIf"
        if used and zlib.crc32(view[position + 4 : end - 4]) != int.from_bytes(view[end - 4 : end], "big"):
            raise DamagedFile(path, "a checksum does not match")
        if kind in _PICTURE:
            picture.append(view[position:end])
        elif kind == b"eXIf":
            exif = data[position + 8 : end - 4]
        elif kind[:1].isupper():  # critical: without it, the picture is another (section 5.4)
            raise UnsupportedPixels(path, "it is a PNG of a private kind")
        position = end
    rows.check()
    try:
        return np.asarray(imagecodecs.png_decode(b"".join(picture))), exif
    except (imagecodecs.PngError, ValueError) as error:
        raise DamagedFile(path, reason(error)) from error


class _Rows:
    """The compressed rows: whether they are as many bytes as the header asks for, no more and no less.

    They are inflated once for that and not kept. libpng would go on inflating behind the last row.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._inflater = zlib.decompressobj()
        self._left = 0

    def expect(self, header: bytes) -> None:
        """Raises DamagedFile or TooManyPixels."""
        if len(header) != 13:
            raise DamagedFile(self._path, "its header has a wrong length")
        columns, rows, depth, colour_type, _, _, interlaced = struct.unpack(">IIBBBBB", header)
        if depth not in _DEPTHS.get(colour_type, ()) or not (columns and rows) or interlaced > 1:
            raise DamagedFile(self._path, "its header makes no sense")
        check_pixel_count(self._path, columns, rows)
        channels = _CHANNELS[colour_type]
        check_decoded_bytes(self._path, columns, rows, channels * max(depth, 8) // 8)
        for left, top, across, down in _ADAM7 if interlaced else ((0, 0, 1, 1),):
            width, height = -(-(columns - left) // across), -(-(rows - top) // down)
            if width > 0 and height > 0:
                self._left += height * (1 + -(-width * channels * depth // 8))

    def inflate(self, data: memoryview) -> None:
        """Count what a chunk becomes; what follows the end of the stream is ignored, as by libpng."""
        piece: bytes | memoryview = data
        try:
            while len(piece) and not self._inflater.eof and self._left >= 0:
                self._left -= len(self._inflater.decompress(piece, _PIECE))
                piece = self._inflater.unconsumed_tail
        except zlib.error as error:
            raise DamagedFile(self._path, "its rows cannot be inflated") from error
        if self._left < 0:
            raise DamagedFile(self._path, "it holds more rows than it announces")

    def check(self) -> None:
        """Raises DamagedFile where rows are missing."""
        if self._left - len(self._inflater.flush()) != 0:
            raise DamagedFile(self._path, "it ends too early")

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
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}


def read_png(data: bytes, path: str) -> tuple[NDArray[Any], bytes]:
    """The picture, (rows, columns) or (rows, columns, 2 to 4) uint8 or uint16, and its Exif data.

    Of an animated one, the picture that programs without animation show. Raises DamagedFile, BeyondLimits,
    TooManyPixels or UnsupportedPixels.
    """
    import imagecodecs

    view, position, count = memoryview(data), len(SIGNATURE), 0
    picture: list[bytes | memoryview] = [SIGNATURE]
    exif, kind = b"", b""
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
            _check_header(data[position + 8 : end - 4], path)
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
    try:
        return np.asarray(imagecodecs.png_decode(b"".join(picture))), exif
    except (imagecodecs.PngError, ValueError) as error:
        raise DamagedFile(path, reason(error)) from error


def _check_header(header: bytes, path: str) -> None:
    if len(header) != 13:
        raise DamagedFile(path, "its header has a wrong length")
    columns, rows, depth, colour_type = struct.unpack_from(">IIBB", header)
    if depth not in _DEPTHS.get(colour_type, ()) or not (columns and rows):
        raise DamagedFile(path, "its header makes no sense")
    check_pixel_count(path, columns, rows)
    check_decoded_bytes(path, columns, rows, _CHANNELS[colour_type] * max(depth, 8) // 8)

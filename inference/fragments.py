"""Encapsulated Pixel Data: from fragments to the bytes of one frame (PS3.5 A.4).

The fragments are walked in the file and only those of the frame that was asked for are read, so that a
frame of a long run costs what it holds. Offset tables are believed only where nothing else tells which
fragment belongs to which frame, and only if every offset is the beginning of a fragment.
"""

from __future__ import annotations

import io
import struct
from bisect import bisect_left
from itertools import pairwise
from typing import BinaryIO

from inference.dicom_structure import PixelPlace
from inference.errors import BeyondLimits, DamagedFile
from inference.texts import phrase

MAX_FRAGMENTS = 100_000
_ITEM, _SEQUENCE_END = (0xFFFE, 0xE000), (0xFFFE, 0xE0DD)
# How a compressed picture begins: JPEG and JPEG-LS, a JPEG 2000 codestream, the same in a JP2 file.
_BEGINNINGS = (b"\xff\xd8", b"\xff\x4f\xff\x51", b"\0\0\0\x0cjP")

# Place and length of a fragment's bytes.
_Fragment = tuple[int, int]


def encoded_frame(
    stream: BinaryIO,
    pixels: PixelPlace,
    path: str,
    frame: int,
    frames: int,
    most_bytes: int,
    extended_offsets: bytes = b"",
) -> bytes:
    """The bytes of one frame, at most ``most_bytes``. Raises DamagedFile or BeyondLimits."""
    table, fragments = _walk(stream, pixels, path)
    if len(fragments) < frames:
        raise DamagedFile(
            path,
            phrase(
                "it claims {frames} frames and holds {fragments} fragments",
                frames=frames,
                fragments=len(fragments),
            ),
        )
    if frames == 1:
        own = fragments
    elif len(fragments) == frames:
        own = [fragments[frame]]
    else:
        offsets = _offsets(extended_offsets, "Q") or _offsets(table, "L")
        starts = _starts(fragments, offsets, path) if offsets else _beginnings(stream, fragments)
        if len(starts) != frames:
            raise DamagedFile(
                path,
                phrase("its fragments make {found} frames, not {frames}", found=len(starts), frames=frames),
            )
        own = fragments[starts[frame] : [*starts, len(fragments)][frame + 1]]
    total = sum(length for _, length in own)
    if total > most_bytes:
        raise DamagedFile(
            path,
            phrase("a frame is compressed to {total} bytes, more than it has uncompressed", total=total),
        )
    parts = []
    for place, length in own:
        stream.seek(place)
        parts.append(stream.read(length))
    return b"".join(parts)


def _walk(stream: BinaryIO, pixels: PixelPlace, path: str) -> tuple[bytes, list[_Fragment]]:
    """The Basic Offset Table and the place of every fragment behind it."""
    size = stream.seek(0, io.SEEK_END)
    end = size if pixels.length is None else pixels.start + pixels.length
    position, items = pixels.start, []
    while position + 8 <= end:
        stream.seek(position)
        group, element, length = struct.unpack("<HHL", stream.read(8))
        if (group, element) == _SEQUENCE_END:
            break
        if (group, element) != _ITEM:
            raise DamagedFile(path, "its compressed pixels are not made of fragments")
        position += 8
        if position + length > end:
            raise DamagedFile(path, "its compressed pixels end too early")
        items.append((position, length))
        if len(items) > MAX_FRAGMENTS:
            raise BeyondLimits(path, "fragments of pixels", MAX_FRAGMENTS)
        position += length
    if len(items) < 2:
        raise DamagedFile(path, "its compressed pixels are missing")
    (place, length), *fragments = items
    stream.seek(place)
    return stream.read(min(length, 4 * MAX_FRAGMENTS)), fragments


def _offsets(table: bytes, kind: str) -> list[int]:
    """Offsets of frames, 32 bits in the Basic and 64 in the Extended Offset Table (C.7.6.3.1.8)."""
    width = struct.calcsize(f"<{kind}")
    return list(struct.unpack(f"<{len(table) // width}{kind}", table[: len(table) // width * width]))


def _starts(fragments: list[_Fragment], offsets: list[int], path: str) -> list[int]:
    """Index of each frame's first fragment. Offsets count from the first fragment's item."""
    places = [place - fragments[0][0] for place, _ in fragments]
    starts = [bisect_left(places, offset) for offset in offsets]
    exact = all(s < len(places) and places[s] == o for s, o in zip(starts, offsets, strict=True))
    ascending = starts[0] == 0 and all(a < b for a, b in pairwise(starts))
    if not (exact and ascending):
        raise DamagedFile(path, "its table of frames points to where no frame begins")
    return starts


def _beginnings(stream: BinaryIO, fragments: list[_Fragment]) -> list[int]:
    """Without a table: a frame begins where a fragment begins as a compressed picture does."""
    starts = []
    for index, (place, _) in enumerate(fragments):
        stream.seek(place)
        if stream.read(6).startswith(_BEGINNINGS):
            starts.append(index)
    return starts if starts[:1] == [0] else []

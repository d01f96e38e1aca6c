"""What compressed streams say of themselves, read before any decoder sees them.

Decoders obey the stream: a lying size costs gigabytes, a missing end becomes a grey half of a film. So the
markers of JPEG (ITU-T T.81), JPEG-LS (T.87) and JPEG 2000 (T.800) are walked here, from the first to the
one that ends the picture, and what lies behind it is cut off.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

from inference.errors import BeyondLimits, DamagedFile, UnsupportedPixels

# A progressive file of a few hundred kilobytes can ask for thousands of passes over the picture. Encoders
# use ten; what counts is how often a pixel is visited.
MAX_SCANS = 100
MAX_SCANNED_PIXELS = 800_000_000
MAX_SEGMENTS = 10_000
MAX_TILES = 16_384

_SOF_PROGRESSIVE, _SOF_LOSSLESS, _SOF_JPEG_LS = 0xC2, 0xC3, 0xF7
_COEFFICIENTS, _UNSEEN = 64, 99
_NO_FRAME_HEADER = (0xC4, 0xC8, 0xCC)  # DHT, JPG and DAC lie among the SOF markers
# In coded data FF is followed by 00 or less than 80, by a restart marker, or by itself.
_MARKER = re.compile(rb"\xff+[\x80-\xcf\xd8-\xfe]")
_RESTART = re.compile(rb"\xff[\xd0-\xd7]")


@dataclass(frozen=True)
class JpegStream:
    """A JPEG or JPEG-LS stream. ``data`` is the stream alone, from SOI to EOI."""

    data: bytes = field(repr=False)
    kind: int  # the SOF marker
    precision: int
    rows: int
    columns: int
    samples: int
    scans: int
    restart_interval: int
    restarts: int
    scan_end: int  # where the coded data of the last scan end
    predictor: int  # of a lossless stream
    point_transform: int
    exif: bytes = field(default=b"", repr=False)
    says_colours: bool = False  # by a JFIF or Adobe segment

    @property
    def is_lossless(self) -> bool:
        return self.kind == _SOF_LOSSLESS

    @property
    def is_jpeg_ls(self) -> bool:
        return self.kind == _SOF_JPEG_LS


def read_jpeg(data: bytes, path: str) -> JpegStream:
    """Walk a JPEG or JPEG-LS stream to its EOI.

    Raises DamagedFile where it is not all there, BeyondLimits, and UnsupportedPixels for arithmetic
    coding, hierarchical streams and a height that stands behind the picture (DNL).
    """
    position = data.find(b"\xff\xd8", 0, 1024)
    if position < 0:
        raise DamagedFile(path, "its compressed stream has no beginning")
    begin, frame, scans, restarts, scan_end = position, None, 0, 0, 0
    restart_interval = predictor = point = segments = 0
    bits_left: dict[tuple[int, int], int] = {}
    exif, says_colours = b"", False
    position += 2
    while True:
        position = _skip_fill(data, position, path)
        marker = data[position + 1]
        position += 2
        if marker == 0xD9:
            break
        if marker == 0x01 or 0xD0 <= marker <= 0xD8:
            continue
        segments += 1
        if segments > MAX_SEGMENTS:
            raise BeyondLimits(path, "segments in its JPEG stream", MAX_SEGMENTS)
        body, after = _segment(data, position, path)
        if marker == 0xE1 and body.startswith(b"Exif\0\0") and not exif:
            exif = body[6:]
        elif (marker == 0xE0 and body.startswith(b"JFIF")) or (marker == 0xEE and body[:5] == b"Adobe"):
            says_colours = True
        elif marker == 0xDD and len(body) >= 2:
            restart_interval = int.from_bytes(body[:2], "big")
        elif marker in (0xDC, 0xDE, 0xDF):
            raise UnsupportedPixels(path, "its JPEG stream is hierarchical or states its height at the end")
        elif _is_frame_header(marker):
            if frame is not None:
                raise DamagedFile(path, "its JPEG stream has two frame headers")
            frame = _frame_header(marker, body, path)
            if marker == _SOF_PROGRESSIVE:
                bits_left = {(c, k): _UNSEEN for c in body[6::3] for k in range(_COEFFICIENTS)}
        position = after
        if marker == 0xDA:
            scans += 1
            _check_scan(frame, scans, path)
            if bits_left:
                _note_pass(bits_left, body)
            if len(body) >= 4:
                predictor, point = body[-3], body[-1] & 0x0F
            position, found = _skip_coded(data, position, path)
            restarts, scan_end = restarts + found, position
    if frame is None or not scans:
        raise DamagedFile(path, "its compressed stream has no picture")
    if any(bits_left.values()):
        raise DamagedFile(path, "a pass over the picture is missing")
    kind, precision, rows, columns, samples = frame
    return JpegStream(
        data[begin:position], kind, precision, rows, columns, samples, scans, restart_interval,
        restarts, scan_end - begin, predictor, point, exif, says_colours,
    )  # fmt: skip


def _skip_fill(data: bytes, position: int, path: str) -> int:
    """The place of the next marker: FF may be repeated before it (B.1.1.2)."""
    if data[position : position + 1] != b"\xff":
        if position >= len(data):
            raise DamagedFile(path, "its compressed stream ends too early")
        raise DamagedFile(path, "its compressed stream is out of step")
    while data[position + 1 : position + 2] == b"\xff":
        position += 1
    if position + 1 >= len(data):
        raise DamagedFile(path, "its compressed stream ends too early")
    return position


def _segment(data: bytes, position: int, path: str) -> tuple[bytes, int]:
    length = int.from_bytes(data[position : position + 2], "big")
    end = position + length
    if length < 2 or end > len(data):
        raise DamagedFile(path, "its compressed stream ends too early")
    return data[position + 2 : end], end


def _is_frame_header(marker: int) -> bool:
    return (0xC0 <= marker <= 0xCF and marker not in _NO_FRAME_HEADER) or marker == _SOF_JPEG_LS


def _frame_header(marker: int, body: bytes, path: str) -> tuple[int, int, int, int, int]:
    if marker not in (0xC0, 0xC1, 0xC2, _SOF_LOSSLESS, _SOF_JPEG_LS):
        if marker > 0xC8:
            raise UnsupportedPixels(path, "its JPEG stream uses arithmetic coding")
        raise UnsupportedPixels(path, "its JPEG stream uses hierarchical coding")
    if len(body) < 6:
        raise DamagedFile(path, "the header of its compressed stream is too short")
    precision, rows, columns, samples = struct.unpack_from(">BHHB", body)
    if rows == 0:
        raise UnsupportedPixels(path, "its JPEG stream states its height at the end")
    if columns == 0 or samples == 0 or not 2 <= precision <= 16:
        raise DamagedFile(path, "the header of its compressed stream makes no sense")
    return marker, precision, rows, columns, samples


def _check_scan(frame: tuple[int, int, int, int, int] | None, scans: int, path: str) -> None:
    if frame is None:
        raise DamagedFile(path, "its compressed stream has no header")
    if scans > MAX_SCANS or scans * frame[2] * frame[3] > max(MAX_SCANNED_PIXELS, frame[2] * frame[3]):
        raise BeyondLimits(path, "passes in its JPEG stream", min(scans - 1, MAX_SCANS))


def _note_pass(bits_left: dict[tuple[int, int], int], body: bytes) -> None:
    """Of a progressive scan: which coefficients it brings nearer to their last bit (T.81 G.1.1.1).

    A pass that refines what another one was to have brought so far, and did not, brings nothing.
    """
    count = body[0] if body else 0
    components, parameters = body[1 : 1 + 2 * count : 2], body[1 + 2 * count :]
    if len(parameters) < 3:
        return
    first, last, before, after = parameters[0], parameters[1], parameters[2] >> 4, parameters[2] & 0x0F
    for component in components:
        for k in range(first, min(last, _COEFFICIENTS - 1) + 1):
            if before in (0, bits_left.get((component, k))):
                bits_left[component, k] = after


def _skip_coded(data: bytes, position: int, path: str) -> tuple[int, int]:
    """Behind the coded data of a scan, and how many restart markers lie in them."""
    found = _MARKER.search(data, position)
    if found is None:
        raise DamagedFile(path, "its compressed stream ends too early")
    return found.start(), len(_RESTART.findall(data, position, found.start()))


@dataclass(frozen=True)
class Jpeg2000Stream:
    """A JPEG 2000 codestream, out of its JP2 wrapper."""

    data: bytes = field(repr=False)
    rows: int
    columns: int
    samples: int
    precision: int
    signed: bool


def read_jpeg_2000(data: bytes, path: str) -> Jpeg2000Stream:
    """Walk a JPEG 2000 codestream (ITU-T T.800 Annex A), in JP2 or not, through every tile-part.

    Raises DamagedFile where a tile is missing, BeyondLimits for too many, UnsupportedPixels for HTJ2K,
    for sub-sampled components and for a palette in the wrapper.
    """
    if data[4:8] == b"jP  ":
        data = _out_of_jp2(data, path)
    if data[:4] != b"\xff\x4f\xff\x51":
        raise DamagedFile(path, "its compressed stream has no header")
    size, position = _segment(data, 4, path)
    if len(size) < 36:
        raise DamagedFile(path, "the header of its compressed stream is too short")
    right, bottom, left, top, width, height, tile_left, tile_top = struct.unpack_from(">8I", size, 2)
    (samples,) = struct.unpack_from(">H", size, 34)
    parts = size[36 : 36 + 3 * samples]
    if not 1 <= samples <= 4 or len(parts) < 3 * samples:
        raise DamagedFile(path, "the header of its compressed stream makes no sense")
    if not (tile_left <= left < right and tile_top <= top < bottom and width and height):
        raise DamagedFile(path, "the header of its compressed stream makes no sense")
    if any(step != 1 for i in range(samples) for step in parts[3 * i + 1 : 3 * i + 3]):
        raise UnsupportedPixels(path, "a part of its JPEG 2000 stream has a resolution of its own")
    if len({parts[3 * i] for i in range(samples)}) > 1:
        raise UnsupportedPixels(path, "the colours of its JPEG 2000 stream differ in depth")
    tiles = -(-(right - tile_left) // width) * -(-(bottom - tile_top) // height)
    if tiles > MAX_TILES:
        raise BeyondLimits(path, "tiles in its JPEG 2000 stream", MAX_TILES)
    end = _walk_tile_parts(data, _main_header(data, position, path), tiles, path)
    depth = parts[0]
    return Jpeg2000Stream(
        data[:end], bottom - top, right - left, samples, (depth & 0x7F) + 1, bool(depth & 0x80)
    )


def _main_header(data: bytes, position: int, path: str) -> int:
    """The place of the first tile-part (A.4.2)."""
    for _ in range(MAX_SEGMENTS):
        marker = data[position : position + 2]
        if marker == b"\xff\x90":
            return position
        if marker == b"\xff\x50":
            raise UnsupportedPixels(path, "it is compressed as High-Throughput JPEG 2000")
        if marker[:1] != b"\xff" or len(marker) < 2:
            raise DamagedFile(path, "the header of its compressed stream is out of step")
        _, position = _segment(data, position + 2, path)
    raise BeyondLimits(path, "segments in its JPEG 2000 stream", MAX_SEGMENTS)


def _walk_tile_parts(data: bytes, position: int, tiles: int, path: str) -> int:
    """From tile-part to tile-part by their lengths (A.4.2); returns the place behind the end marker."""
    met: set[int] = set()
    for _ in range(255 * MAX_TILES):
        marker = data[position : position + 2]
        if marker == b"\xff\xd9" and len(met) == tiles:
            return position + 2
        if marker != b"\xff\x90" or position + 12 > len(data):
            break
        tile, length = struct.unpack_from(">HI", data, position + 4)
        if tile >= tiles or 0 < length < 14:
            break
        met.add(tile)
        # The length of the last one may be left open: it goes to the end marker.
        position = position + length if length else data.rfind(b"\xff\xd9", position)
        if position < 0:
            break
    raise DamagedFile(path, "its compressed stream is not all there")


def _out_of_jp2(data: bytes, path: str) -> bytes:
    """The codestream of a JP2 file (Annex I): DICOM wants it bare, some writers wrap it."""
    position = 0
    for _ in range(100):
        if position + 8 > len(data):
            break
        length, kind = struct.unpack_from(">I4s", data, position)
        head = 8
        if length == 1 and position + 16 <= len(data):
            (length,) = struct.unpack_from(">Q", data, position + 8)
            head = 16
        end = len(data) if length == 0 else position + length
        if kind == b"jp2h" and b"pclr" in data[position:end]:
            raise UnsupportedPixels(path, "its JPEG 2000 picture has a palette")
        if kind == b"jp2c":
            return data[position + head : end]
        if end < position + head:
            break
        position = end
    raise DamagedFile(path, "its JPEG 2000 wrapper holds no picture")

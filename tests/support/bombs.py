"""Small files that ask for all the time or all the memory there is."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from typing import Any

import imagecodecs
from mutator import png_chunk, save
from pydicom import uid

from phantom import compress, dicom, dicom_bytes, thorax_u8

FILM = thorax_u8(64, 48)
HUGE = 65_500
MEGABYTE = 1024**2


@cache
def inflating(head: bytes = b"", wbits: int = zlib.MAX_WBITS) -> bytes:
    """A deflate stream of ``head`` and 400 MB of zeros, a thousandth of what it becomes."""
    deflater, block = zlib.compressobj(9, zlib.DEFLATED, wbits), bytes(MEGABYTE)
    parts = [deflater.compress(head), *(deflater.compress(block) for _ in range(400)), deflater.flush()]
    return b"".join(parts)


def deflated_data_set() -> bytes:
    ds = dicom(FILM)
    ds.file_meta.TransferSyntaxUID = uid.DeflatedExplicitVRLittleEndian
    content = dicom_bytes(ds)
    meta = 144 + int.from_bytes(content[140:144], "little")
    head = b"\x09\x00\x01\x10OB\x00\x00" + struct.pack("<L", 400 * MEGABYTE)
    return content[:meta] + inflating(head, -zlib.MAX_WBITS)


def _before_pixels(extra: bytes) -> bytes:
    """An implicit film with ``extra`` elements before its pixels."""
    ds = dicom(FILM)
    ds.file_meta.TransferSyntaxUID = uid.ImplicitVRLittleEndian
    content = dicom_bytes(ds)
    place = content.index(b"\xe0\x7f\x10\x00")
    return content[:place] + extra + content[place:]


def million_elements() -> bytes:
    return _before_pixels(b"\x09\x00\x10\x10\0\0\0\0" * 1_000_000)


def million_items() -> bytes:
    items = b"\xfe\xff\x00\xe0\0\0\0\0" * 1_000_000
    return _before_pixels(struct.pack("<HHL", 0x5200, 0x9230, len(items)) + items)


def million_items_of_no_use() -> bytes:
    """In a private sequence of undefined length, which has to be walked to find its end."""
    items = b"\xfe\xff\x00\xe0\0\0\0\0" * 1_000_000
    return _before_pixels(b"\x09\x00\x10\x10\xff\xff\xff\xff" + items + b"\xfe\xff\xdd\xe0\0\0\0\0")


def deep_nesting() -> bytes:
    opened = (b"\x28\x00\x00\x30\xff\xff\xff\xff" + b"\xfe\xff\x00\xe0\xff\xff\xff\xff") * 20_000
    return _before_pixels(opened)


def long_number() -> bytes:
    text = b"1" * MEGABYTE
    return _before_pixels(struct.pack("<HHL", 0x0028, 0x1050, len(text)) + text)


def million_fragments() -> bytes:
    ds = compress(dicom(FILM), uid.JPEGLSLossless, imagecodecs.jpegls_encode(FILM))
    content = dicom_bytes(ds)
    place = content.rindex(b"\xfe\xff\xdd\xe0")
    return content[:place] + b"\xfe\xff\x00\xe0\0\0\0\0" * 1_000_000 + content[place:]


def _claiming(content: bytes, marker: bytes, form: str, behind: int) -> bytes:
    changed = bytearray(content)
    struct.pack_into(form, changed, changed.index(marker) + behind, HUGE, HUGE)
    return bytes(changed)


def jpeg_of_many_passes() -> bytes:
    content = save(FILM, "JPEG", progressive=True)
    last = content.rindex(b"\xff\xda")
    return content[:last] + content[last:-2] * 2_000 + b"\xff\xd9"


def in_dicom(stream: bytes, syntax: str, **attributes: Any) -> bytes:
    return dicom_bytes(compress(dicom(FILM, **attributes), syntax, stream))


def jpeg_2000_of_many_tiles() -> bytes:
    content = bytearray(imagecodecs.jpeg2k_encode(FILM, level=0, reversible=True, codecformat="j2k"))
    struct.pack_into(">II", content, content.index(b"\xff\x51") + 22, 1, 1)
    struct.pack_into(">II", content, content.index(b"\xff\x51") + 6, 48_000, 64_000)
    return bytes(content)


def png(columns: int, rows: int, *chunks: tuple[bytes, bytes]) -> bytes:
    header = struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_chunk(kind, data) for kind, data in parts)


def png_rows() -> bytes:
    return zlib.compress(b"".join(b"\0" + row.tobytes() for row in FILM))


def png_with_compressed_text() -> bytes:
    bomb = inflating()
    chunks = ((b"zTXt", b"Comment\0\0" + bomb), (b"iCCP", b"profile\0\0" + bomb), (b"IDAT", png_rows()))
    return png(48, 64, *chunks)


def png_that_goes_on() -> bytes:
    return png(48, 64, (b"IDAT", inflating()))


def tiff(fields: dict[int, tuple[int, int, int]], next_page: int = 0, body: bytes = b"") -> bytes:
    """One page: type, count and value or offset by tag; ``body`` stands from byte 8 on."""
    place = 8 + len(body)
    entries = b"".join(struct.pack("<HHLL", tag, *field) for tag, field in sorted(fields.items()))
    directory = struct.pack("<H", len(fields)) + entries + struct.pack("<L", next_page or 0)
    return b"II*\0" + struct.pack("<L", place) + body + directory


def _tiff_fields(columns: int, rows: int, **more: tuple[int, int, int]) -> dict[int, tuple[int, int, int]]:
    fields = {256: (4, 1, columns), 257: (4, 1, rows), 258: (3, 1, 8), 259: (3, 1, 1), 262: (3, 1, 1),
              273: (4, 1, 8), 278: (4, 1, rows), 279: (4, 1, columns * rows)}  # fmt: skip
    return fields | {int(tag[1:]): field for tag, field in more.items()}


def tiff_in_a_circle() -> bytes:
    body = FILM.tobytes()
    return tiff(_tiff_fields(48, 64), next_page=8 + len(body), body=body)


def tiff_of_many_strips() -> bytes:
    return tiff(_tiff_fields(48, 64, t273=(4, 0x40000000, 8)), body=FILM.tobytes())


def tiff_of_huge_size() -> bytes:
    return tiff(_tiff_fields(HUGE, HUGE), body=FILM.tobytes())


def tiff_that_inflates() -> bytes:
    bomb = inflating()
    return tiff(_tiff_fields(48, 64, t259=(3, 1, 8), t279=(4, 1, len(bomb))), body=bomb)


def zip_of(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


def zip_of_zeros(method: int = zipfile.ZIP_DEFLATED, lie: bool = False) -> bytes:
    """A member of 210 MB; or of 50, which the directory calls 1,000 bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive, archive.open("film", "w") as member:
        for _ in range(50 if lie else 210):
            member.write(bytes(MEGABYTE))
    content = bytearray(buffer.getvalue())
    if lie:
        struct.pack_into("<L", content, content.rindex(b"PK\x01\x02") + 24, 1_000)
    return bytes(content)


def zip_of_many() -> bytes:
    return zip_of(*((str(number), b"") for number in range(60_000)), method=zipfile.ZIP_STORED)


def zip_that_overlaps() -> bytes:
    """Every entry of the directory refers to the same bytes."""
    content = zip_of(("film", FILM.tobytes()))
    start, end = content.rindex(b"PK\x01\x02"), content.rindex(b"PK\x05\x06")
    entry = content[start:end]
    entries = b"".join(entry.replace(b"film", b"f%03d" % number) for number in range(500))
    record = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 500, 500, len(entries), start, 0)
    return content[:start] + entries + record


def directory(records: bytes) -> bytes:
    """A DICOMDIR of raw implicit ``records``."""
    meta = b"\x02\0\x02\0UI" + struct.pack("<H", 20) + b"1.2.840.10008.1.3.10"
    meta += b"\x02\0\x10\0UI" + struct.pack("<H", 18) + b"1.2.840.10008.1.2\0"
    return bytes(128) + b"DICM" + meta + struct.pack("<HHL", 0x0004, 0x1220, len(records)) + records


def directory_record(kind: bytes, reference: bytes) -> bytes:
    kind, reference = kind + b" " * (len(kind) % 2), reference + b" " * (len(reference) % 2)
    elements = struct.pack("<HHL", 4, 0x1400, 4) + b"\x84\1\0\0"  # the next record is this one
    elements += struct.pack("<HHL", 4, 0x1430, len(kind)) + kind
    elements += struct.pack("<HHL", 4, 0x1500, len(reference)) + reference
    return struct.pack("<HHL", 0xFFFE, 0xE000, len(elements)) + elements


# What each ends in; several codes where it does not matter which check stops it, or "opened".
BOMBS: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "deflated data set": (deflated_data_set, {"file_too_large"}),
    "million elements": (million_elements, {"beyond_limits"}),
    "million items": (million_items, {"beyond_limits"}),
    "million private items": (million_items_of_no_use, {"beyond_limits"}),
    "deep nesting": (deep_nesting, {"beyond_limits"}),
    "long number": (long_number, {"damaged_file"}),
    "million fragments": (million_fragments, {"beyond_limits"}),
    "two thousand million frames": (
        lambda: dicom_bytes(dicom(FILM, NumberOfFrames=2_000_000_000)), {"beyond_limits"},
    ),
    "rows and columns": (lambda: dicom_bytes(dicom(FILM, Rows=HUGE, Columns=HUGE)), {"too_many_pixels"}),
    "jpeg of many passes": (jpeg_of_many_passes, {"beyond_limits"}),
    "jpeg of many passes in dicom": (
        lambda: in_dicom(jpeg_of_many_passes(), uid.JPEGBaseline8Bit), {"beyond_limits"},
    ),
    "jpeg of huge size": (
        lambda: _claiming(save(FILM, "JPEG"), b"\xff\xc0", ">HH", 5), {"too_many_pixels"},
    ),
    "lossless jpeg of huge size": (
        lambda: in_dicom(
            _claiming(imagecodecs.ljpeg_encode(FILM, bitspersample=8), b"\xff\xc3", ">HH", 5),
            uid.JPEGLosslessSV1,
        ),
        {"damaged_file"},
    ),
    "jpeg 2000 of huge size": (
        lambda: in_dicom(
            _claiming(
                imagecodecs.jpeg2k_encode(FILM, level=0, reversible=True, codecformat="j2k"),
                b"\xff\x51", ">II", 6,
            ),
            uid.JPEG2000Lossless,
        ),
        {"damaged_file", "beyond_limits"},
    ),
    "jpeg 2000 of many tiles": (
        lambda: in_dicom(jpeg_2000_of_many_tiles(), uid.JPEG2000Lossless), {"beyond_limits"},
    ),
    "png of huge size": (lambda: png(HUGE, HUGE, (b"IDAT", png_rows())), {"too_many_pixels"}),
    "png with compressed text": (png_with_compressed_text, {"opened"}),
    "png that goes on": (png_that_goes_on, {"damaged_file"}),
    "png of many chunks": (
        lambda: png(48, 64, *([(b"tEXt", b"")] * 200_000), (b"IDAT", png_rows())), {"beyond_limits"},
    ),
    "tiff in a circle": (tiff_in_a_circle, {"damaged_file"}),
    "tiff of many strips": (tiff_of_many_strips, {"beyond_limits"}),
    "tiff of huge size": (tiff_of_huge_size, {"too_many_pixels"}),
    "tiff that inflates": (tiff_that_inflates, {"damaged_file"}),
    "zip of zeros": (zip_of_zeros, {"file_too_large"}),
    "zip of zeros, lying": (lambda: zip_of_zeros(lie=True), {"damaged_archive"}),
    "zip of zeros, bzip2, lying": (lambda: zip_of_zeros(zipfile.ZIP_BZIP2, True), {"damaged_archive"}),
    "zip of zeros, lzma, lying": (lambda: zip_of_zeros(zipfile.ZIP_LZMA, True), {"damaged_archive"}),
    "zip of many": (zip_of_many, {"beyond_limits"}),
    "zip that overlaps": (zip_that_overlaps, {"damaged_archive"}),
    "zip in a zip": (lambda: zip_of(("film", zip_of(("film", FILM.tobytes())))), {"nested_archive"}),
    "directory in a circle": (
        lambda: directory(directory_record(b"PATIENT", b"") * 3), {"nothing_found"},
    ),
    "directory of a million records": (
        lambda: directory(directory_record(b"IMAGE", b"A") * 1_000_000), {"beyond_limits"},
    ),
}  # fmt: skip

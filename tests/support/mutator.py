"""Valid files of every kind that is read, and what time and malice make of them.

Everything follows from a seed, so that a file that once did harm can be made again.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import imagecodecs
import numpy as np
import pyzipper
from numpy.typing import NDArray
from PIL import Image
from pydicom import Dataset, uid
from pydicom.encaps import encapsulate

from phantom import compress, dicom, dicom_bytes, thorax_u8, thorax_u16

ROWS, COLUMNS = 56, 43
PASSWORD = "light box"
# What a length or a size becomes when somebody means harm.
_LIES = (0, 1, 2, 7, 8, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0xFFFFFFFF)


@cache
def valid_files() -> dict[str, bytes]:
    """Small films by name: each is opened whole."""
    return {**_dicom_files(), **_rasters()}


def _dicom_files() -> dict[str, bytes]:
    eight, twelve, sixteen = (
        thorax_u8(ROWS, COLUMNS),
        thorax_u16(ROWS, COLUMNS),
        thorax_u16(ROWS, COLUMNS, 16),
    )
    table = Dataset()
    table.LUTDescriptor = [256, 0, 12]
    table.LUTData = np.arange(0, 4096, 16, dtype="<u2").tobytes()
    shown: dict[str, Any] = {
        "WindowCenter": [900, 2000.5],
        "WindowWidth": [2000, 4000],
        "VOILUTSequence": [table],
    }
    plain = dicom(twelve, bits=12, **shown)
    deflated = dicom(twelve, bits=12)
    deflated.file_meta.TransferSyntaxUID = uid.DeflatedExplicitVRLittleEndian
    big = dicom(twelve, bits=12, PixelData=twelve.byteswap().tobytes())
    big.file_meta.TransferSyntaxUID = uid.ExplicitVRBigEndian
    implicit = dicom(eight, **shown)
    implicit.file_meta.TransferSyntaxUID = uid.ImplicitVRLittleEndian
    rle = dicom(sixteen)
    rle.compress(uid.RLELossless)
    rgb = np.stack([eight, eight // 2, eight // 3], axis=2)
    run = np.stack([eight, eight[::-1], eight // 2])
    lossless = imagecodecs.ljpeg_encode(twelve, bitspersample=12)
    extended = imagecodecs.jpeg8_encode(twelve, level=90, bitspersample=12)
    wavelets = imagecodecs.jpeg2k_encode(
        twelve, level=0, reversible=True, codecformat="j2k", bitspersample=12
    )
    frames = [imagecodecs.jpegls_encode(frame) for frame in run]
    compressed = {
        "baseline": (eight, uid.JPEGBaseline8Bit, [imagecodecs.jpeg8_encode(eight, level=90)]),
        "extended": (twelve, uid.JPEGExtended12Bit, [extended]),
        "lossless": (twelve, uid.JPEGLosslessSV1, [lossless]),
        "jpeg-ls": (sixteen, uid.JPEGLSLossless, [imagecodecs.jpegls_encode(sixteen)]),
        "near-lossless": (eight, uid.JPEGLSNearLossless, [imagecodecs.jpegls_encode(eight, level=2)]),
        "jpeg 2000": (twelve, uid.JPEG2000Lossless, [wavelets]),
        "run of jpeg-ls": (run, uid.JPEGLSLossless, frames),
    }
    files = {
        "explicit": dicom_bytes(plain),
        "implicit": dicom_bytes(implicit),
        "big endian": dicom_bytes(big),
        "deflated": dicom_bytes(deflated),
        "bare": dicom_bytes(dicom(twelve, bits=12), preamble=False),
        "colour": dicom_bytes(dicom(rgb)),
        "run": dicom_bytes(dicom(run)),
        "rle": dicom_bytes(rle),
        "functional groups": dicom_bytes(dicom(run, **_functional_groups(len(run)))),
        "fragments": dicom_bytes(in_fragments(dicom(run), frames)),
    }
    for name, (pixels, syntax, streams) in compressed.items():
        ds = dicom(pixels, bits=12 if pixels is twelve else None)
        files[name] = dicom_bytes(compress(ds, syntax, *streams))
    return {f"dicom, {name}": content for name, content in files.items()}


def _functional_groups(frames: int) -> dict[str, Any]:
    """A rescale shared by all frames, and a window of each (PS3.3 C.7.6.16)."""
    shared, values = Dataset(), Dataset()
    values.RescaleSlope, values.RescaleIntercept, values.RescaleType = 2, -100, "US"
    shared.PixelValueTransformationSequence = [values]
    own = []
    for frame in range(frames):
        window, group = Dataset(), Dataset()
        window.WindowCenter, window.WindowWidth = 100 + frame, 200
        group.FrameVOILUTSequence = [window]
        own.append(group)
    return {
        "SharedFunctionalGroupsSequence": [shared],
        "PerFrameFunctionalGroupsSequence": own,
        "NumberOfFrames": frames,
    }


def in_fragments(ds: Dataset, frames: list[bytes], offsets: bool = True) -> Dataset:
    """``frames`` of JPEG-LS, each over several fragments, with or without a table of offsets."""
    ds.file_meta.TransferSyntaxUID = uid.JPEGLSLossless
    ds.PixelData = encapsulate(frames, fragments_per_frame=3, has_bot=offsets)
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    return ds


def _rasters() -> dict[str, bytes]:
    eight, sixteen = thorax_u8(ROWS, COLUMNS), thorax_u16(ROWS, COLUMNS, 16)
    rgb = np.stack([eight, eight // 2, eight // 3], axis=2)
    files = {
        "png": save(eight, "PNG"),
        "png, 16 bits": save(sixteen, "PNG"),
        "png, colour": save(rgb, "PNG"),
        "jpeg": save(eight, "JPEG", quality=90),
        "jpeg, progressive": save(rgb, "JPEG", quality=90, progressive=True),
        "jpeg, restarts": save(eight, "JPEG", quality=90, restart_marker_blocks=2),
    }
    for compression in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits"):
        files[f"tiff, {compression}"] = save(eight, "TIFF", compression=compression)
    files["tiff, 16 bits"] = save(sixteen, "TIFF")
    pages = [Image.fromarray(eight[::-1].copy())]
    files["tiff, pages"] = save(eight, "TIFF", save_all=True, append_images=pages)
    return files


def save(pixels: NDArray[Any], file_format: str, **options: Any) -> bytes:
    """``pixels`` as Pillow writes them."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, file_format, **options)
    return buffer.getvalue()


@cache
def valid_archives() -> dict[str, bytes]:
    """ZIPs of two members, ``a/film`` and ``b``, stored, deflated and encrypted."""
    member = save(thorax_u8(ROWS, COLUMNS), "PNG")
    archives = {}
    for name, method in (
        ("stored", zipfile.ZIP_STORED), ("deflated", zipfile.ZIP_DEFLATED),
        ("bzip2", zipfile.ZIP_BZIP2), ("lzma", zipfile.ZIP_LZMA),
    ):  # fmt: skip
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", method) as archive:
            archive.writestr("a/film", member)
            archive.writestr("b", dict(valid_files())["dicom, explicit"])
        archives[name] = buffer.getvalue()
    buffer = io.BytesIO()
    with pyzipper.AESZipFile(buffer, "w", zipfile.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as aes:
        aes.setpassword(PASSWORD.encode())
        aes.writestr("a/film", member)
        aes.writestr("b", member)
    archives["aes"] = buffer.getvalue()
    return archives


def mutated(content: bytes, random: Random) -> bytes:
    """One to four of: a bit, a byte, a length that lies, a piece gone, doubled, moved or cut off."""
    data = bytearray(content)
    for _ in range(random.randint(1, 4)):
        if len(data) > 8:
            random.choice((_flip, _byte, _lie, _lie, _delete, _double, _swap, _cut))(data, random)
    return bytes(data)


def truncations(content: bytes, step: int) -> Iterator[bytes]:
    """``content`` cut off at every ``step`` bytes, and close to its end."""
    cuts = [*range(step, len(content), step), *(len(content) - n for n in (1, 2, 3, 4, 8, 9, 12, 16, 32))]
    yield from (content[:cut] for cut in sorted(set(cuts)) if 0 < cut < len(content))


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """Length, type, data and checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _place(data: bytearray, random: Random) -> int:
    """Anywhere, but as often in the first kilobyte, where headers are."""
    end = len(data) if random.random() < 0.5 else min(len(data), 1024)
    return random.randrange(end)


def _flip(data: bytearray, random: Random) -> None:
    data[_place(data, random)] ^= 1 << random.randrange(8)


def _byte(data: bytearray, random: Random) -> None:
    data[_place(data, random)] = random.randrange(256)


def _lie(data: bytearray, random: Random) -> None:
    form = random.choice(("<H", ">H", "<I", ">I"))
    width = struct.calcsize(form)
    place = min(_place(data, random), len(data) - width)
    struct.pack_into(form, data, place, random.choice(_LIES) & (256**width - 1))


def _delete(data: bytearray, random: Random) -> None:
    place = _place(data, random)
    del data[place : place + random.choice((1, 2, 4, 8, 12, 64, 500))]


def _double(data: bytearray, random: Random) -> None:
    place = _place(data, random)
    piece = data[place : place + random.choice((2, 4, 8, 12, 64, 500))]
    data[place:place] = piece


def _swap(data: bytearray, random: Random) -> None:
    one, other = sorted((_place(data, random), _place(data, random)))
    width = random.choice((1, 2, 4, 8))
    if one + width <= other and other + width <= len(data):
        data[one : one + width], data[other : other + width] = (
            data[other : other + width], data[one : one + width],
        )  # fmt: skip


def _cut(data: bytearray, random: Random) -> None:
    del data[random.randrange(len(data)) :]

"""What is found out about compressed streams before a decoder sees them."""

from __future__ import annotations

import itertools
import re
import struct
from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutator import save
from numpy.typing import NDArray

from inference import InferenceError
from inference.codestreams import read_jpeg, read_jpeg_2000
from inference.decoders import decode_jpeg_stream, decode_rle
from phantom import thorax_u8, thorax_u16

EIGHT, TWELVE = thorax_u8(61, 53), thorax_u16(61, 53)
JPEG = save(EIGHT, "JPEG", quality=90)
WAVELETS = imagecodecs.jpeg2k_encode(EIGHT, level=0, reversible=True, codecformat="j2k")
WRAPPED = imagecodecs.jpeg2k_encode(EIGHT, level=0, reversible=True, codecformat="jp2")


def refused(work: Callable[..., Any], *arguments: Any) -> str:
    with pytest.raises(InferenceError) as caught:
        work(*arguments, "film")
    return caught.value.code


def decoded(data: bytes, path: str) -> NDArray[Any]:
    return decode_jpeg_stream(read_jpeg(data, path), path)


def with_marker(old: bytes, new: bytes, content: bytes = JPEG) -> bytes:
    assert old in content
    return content.replace(old, new, 1)


def test_a_jpeg_says_what_it_holds_and_where_it_ends() -> None:
    stream = read_jpeg(JPEG + b"what a telephone appends" + JPEG, "film")
    assert (stream.rows, stream.columns, stream.samples, stream.precision) == (61, 53, 1, 8)
    assert stream.data == JPEG
    assert read_jpeg(b"\xff" * 3 + JPEG, "film").data == JPEG
    assert read_jpeg(with_marker(b"\xff\xc0", b"\xff\xff\xff\xc0"), "film").rows == 61


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "damaged_file"),
        (JPEG[:-2], "damaged_file"),
        (JPEG[: len(JPEG) // 2] + b"\xff", "damaged_file"),
        (with_marker(b"\xff\xc0", b"\xff\xc9"), "unsupported_pixels"),  # arithmetic coding
        (with_marker(b"\xff\xc0", b"\xff\xc5"), "unsupported_pixels"),  # hierarchical
        (with_marker(struct.pack(">HH", 61, 53), struct.pack(">HH", 0, 53)), "unsupported_pixels"),
        (with_marker(b"\xff\xd9", b"\xff\xdc\0\4\0\x3d\xff\xd9"), "unsupported_pixels"),  # DNL
        (with_marker(b"\xff\xda", b"\xff\xfe"), "damaged_file"),
        (JPEG[:2] + b"\xff\xfe\0\2" * 20_000 + JPEG[2:], "beyond_limits"),
        (JPEG[:2] + JPEG[JPEG.index(b"\xff\xc0") :][:13] + JPEG[2:], "damaged_file"),  # two headers
    ],
)
def test_a_jpeg_that_is_not_read(content: bytes, code: str) -> None:
    assert refused(read_jpeg, content) == code


def test_a_jpeg_2000_is_taken_out_of_its_wrapper() -> None:
    assert read_jpeg_2000(WRAPPED, "film").data[:4] == b"\xff\x4f\xff\x51"
    assert read_jpeg_2000(WAVELETS + b"\0", "film").data == WAVELETS


def siz(place: int, form: str, *values: int) -> bytes:
    """The stream with other values in its SIZ segment, ``place`` bytes behind the marker."""
    changed = bytearray(WAVELETS)
    struct.pack_into(form, changed, changed.index(b"\xff\x51") + place, *values)
    return bytes(changed)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "damaged_file"),
        (WAVELETS[:30], "damaged_file"),
        (WAVELETS[:-2], "damaged_file"),
        (WAVELETS[:-60] + b"\xff\xd9", "damaged_file"),  # the tile-part is longer
        (siz(6, ">II", 0, 0), "damaged_file"),
        (siz(22, ">II", 0, 0), "damaged_file"),
        (siz(22, ">II", 1, 1), "damaged_file"),  # 3,233 tiles, of which one is there
        (siz(6, ">II", 64_000, 64_000), "beyond_limits"),
        (siz(38, ">H", 0), "damaged_file"),
        (siz(38, ">H", 9), "damaged_file"),
        (siz(41, ">BB", 2, 2), "unsupported_pixels"),
        (WAVELETS.replace(b"\xff\x52", b"\xff\x50", 1), "unsupported_pixels"),  # HTJ2K
        (WRAPPED.replace(b"colr", b"pclr", 1), "unsupported_pixels"),
        (WRAPPED[:40], "damaged_file"),
    ],
)
def test_a_jpeg_2000_that_is_not_read(content: bytes, code: str) -> None:
    assert refused(read_jpeg_2000, content) == code


@pytest.mark.parametrize(
    "content",
    [
        imagecodecs.jpeg8_encode(TWELVE, level=95, bitspersample=12),
        imagecodecs.ljpeg_encode(TWELVE, bitspersample=12),
        imagecodecs.jpegls_encode(TWELVE),
        imagecodecs.jpeg8_encode(EIGHT, lossless=True, predictor=5),
        JPEG,
        save(EIGHT, "JPEG", progressive=True),
        save(EIGHT, "JPEG", restart_marker_blocks=3),
    ],
)
def test_a_stream_that_ends_early_but_properly_is_found_out(content: bytes) -> None:
    whole = read_jpeg(content, "film")
    assert decode_jpeg_stream(whole, "film").shape == (61, 53)
    scan = content.rindex(b"\xff\xda")
    for keep in np.linspace(scan + 20, len(content) - 12, 25).astype(int):
        cut = content[:keep].rstrip(b"\xff") + b"\xff\xd9"
        assert refused(decoded, cut) == "damaged_file"


@pytest.mark.parametrize(
    "content",
    [
        imagecodecs.jpeg8_encode(TWELVE, level=95, bitspersample=12),
        imagecodecs.ljpeg_encode(TWELVE, bitspersample=12),
        JPEG,
    ],
)
def test_a_sector_of_zeros_is_not_filled_up_with_grey(content: bytes) -> None:
    scan = content.rindex(b"\xff\xda")
    third = (len(content) - scan) // 3
    damaged = content[: scan + third] + bytes(third) + content[scan + 2 * third :]
    assert refused(decoded, damaged) == "damaged_file"


@pytest.mark.parametrize("encode", [imagecodecs.jpeg8_encode, imagecodecs.ljpeg_encode])
def test_padding_behind_the_last_pixel_does_no_harm(encode: Callable[..., bytes]) -> None:
    content = encode(TWELVE, bitspersample=12)
    whole = decoded(content, "film")
    assert np.array_equal(decoded(content[:-2] + b"\0" * 3 + content[-2:], "film"), whole)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_bytes_of_any_kind_end_in_a_named_error(data: bytes, marked: bool) -> None:
    for reader, beginning in ((read_jpeg, b"\xff\xd8"), (read_jpeg_2000, b"\xff\x4f\xff\x51")):
        with pytest.raises(InferenceError):
            reader((beginning if marked else b"") + data, "film")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300), st.integers(1, 4), st.integers(1, 200))
def test_rle_segments_give_their_size_or_a_named_error(data: bytes, planes: int, size: int) -> None:
    header = struct.pack("<16L", planes, *(64 + 3 * n for n in range(15)))
    try:
        decoded = decode_rle(header + data, planes, size, "film")
    except InferenceError:
        return
    assert [len(plane) for plane in decoded] == [size] * planes


@pytest.mark.parametrize("colours", [1, 3])
def test_a_progressive_picture_without_one_of_its_passes_is_not_whole(colours: int) -> None:
    pixels = EIGHT if colours == 1 else np.stack([EIGHT] * 3, axis=2)
    whole = save(pixels, "JPEG", quality=90, progressive=True)
    assert decoded(whole, "film").shape[:2] == EIGHT.shape
    scans = [m.start() for m in re.finditer(rb"\xff\xda", whole)]
    assert len(scans) > 3
    for start, end in itertools.pairwise([*scans, len(whole) - 2]):
        # Its tables may stand behind it and before the next one: they stay.
        tables = whole.find(b"\xff\xc4", start, end)
        cut = whole[:start] + whole[end if tables < 0 else tables :]
        assert refused(read_jpeg, cut) == "damaged_file"

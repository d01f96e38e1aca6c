"""A compressed frame to its values, whole or not at all.

By what a stream is and not by what it is called: simplejpeg (strict) for JPEG of 8 bits, imagecodecs for
the rest. Each decoder here refuses a stream that ends before its picture does, or is made to.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference.codestreams import Jpeg2000Stream, JpegStream
from inference.errors import DamagedFile, UnsupportedPixels
from inference.files import reason
from inference.limits import MAX_WORKING_BYTES, check_decoded_bytes
from inference.texts import phrase

# JPEG 2000 takes a second for six million pixels on one core.
_THREADS = 4
# Fewer bytes than this behind the last pixel may be an encoder's padding.
_PADDING = 8
# Begins with other bits than the second, whatever code is read from it.
_FILLERS = (b"\x00" * 1024, b"\xaa" * 1024)


def decode_jpeg_stream(stream: JpegStream, path: str, rgb: bool = False) -> NDArray[Any]:
    """(rows, columns) or (rows, columns, 3) values, uint8 or uint16; colours as RGB.

    ``rgb`` says that three channels without a mark of their own are no YCbCr. Raises DamagedFile or
    UnsupportedPixels.
    """
    import imagecodecs

    if stream.samples == 4:
        raise UnsupportedPixels(path, "it is in printing colours (CMYK)")
    if stream.samples not in (1, 3):
        raise UnsupportedPixels(path, phrase("it has {count} channels", count=stream.samples))
    # Several passes need all coefficients at once, of 16 bits, besides the picture.
    needed = stream.samples * (1 if stream.scans == 1 else 3)
    check_decoded_bytes(path, stream.columns, stream.rows, needed, MAX_WORKING_BYTES)
    if stream.is_jpeg_ls:
        pixels = _by(imagecodecs.jpegls_decode, stream.data, path)
        # Channels of their own scans come out one after another.
        return np.moveaxis(pixels, 0, 2) if pixels.ndim == 3 and pixels.shape[2] != 3 else pixels
    if stream.is_lossless:
        return _to_the_end(stream, path, imagecodecs.jpeg8_decode)
    if stream.precision == 8:
        return _strict(stream, path, rgb)
    if stream.precision == 12 and stream.samples == 1:
        return _to_the_end(stream, path, imagecodecs.jpeg8_decode)
    raise UnsupportedPixels(
        path, phrase("a JPEG of {samples} times {bits} bits", samples=stream.samples, bits=stream.precision)
    )


def decode_jpeg_2000_stream(stream: Jpeg2000Stream, path: str) -> NDArray[Any]:
    """(rows, columns) or (rows, columns, 3) values of the stream's own type. Raises DamagedFile."""
    import imagecodecs

    def decode(data: bytes) -> NDArray[Any]:
        return np.asarray(imagecodecs.jpeg2k_decode(data, numthreads=min(os.cpu_count() or 1, _THREADS)))

    return _by(decode, stream.data, path)


def decode_rle(encoded: bytes, planes: int, size: int, path: str) -> list[NDArray[np.uint8]]:
    """RLE Lossless (PS3.5 Annex G): ``planes`` segments of ``size`` bytes each. Raises DamagedFile."""
    import imagecodecs

    header = np.frombuffer(encoded[:64], "<u4")
    if len(header) < 16 or header[0] != planes:
        said = int(header[0]) if len(header) else 0
        raise DamagedFile(
            path, phrase("it has {found} RLE segments where {needed} are needed", found=said, needed=planes)
        )
    ends = [*(int(offset) for offset in header[1 : planes + 1]), len(encoded)]
    if ends[0] < 64 or any(a >= b for a, b in pairwise(ends)):
        raise DamagedFile(path, "its RLE segments do not follow each other")
    decoded = []
    for start, end in pairwise(ends):
        plane = bytearray(size + 128)  # a last run may reach a little beyond
        try:
            found = len(imagecodecs.packbits_decode(encoded[start:end], out=plane))
        except RuntimeError as error:
            raise DamagedFile(path, "an RLE segment is damaged") from error
        if not size <= found <= size + 1:
            raise DamagedFile(
                path,
                phrase(
                    "an RLE segment holds {found} bytes where {needed} are needed", found=found, needed=size
                ),
            )
        decoded.append(np.frombuffer(plane, np.uint8, size))
    return decoded


def _by(decode: Callable[[bytes], NDArray[Any]], data: bytes, path: str) -> NDArray[Any]:
    """Each codec has its own RuntimeError."""
    try:
        return np.asarray(decode(data))
    except (RuntimeError, ValueError, TypeError) as error:
        raise DamagedFile(path, phrase("its compressed stream: {reason}", reason=reason(error))) from error


def _strict(stream: JpegStream, path: str, rgb: bool) -> NDArray[Any]:
    import imagecodecs
    import simplejpeg

    colours = "GRAY" if stream.samples == 1 else "RGB"
    try:
        pixels = simplejpeg.decode_jpeg(stream.data, colours, strict=True)
    except ValueError as error:
        raise DamagedFile(path, phrase("its compressed stream: {reason}", reason=reason(error))) from error
    if rgb and stream.samples == 3 and not stream.says_colours:
        # Found to be whole. Without a mark, decoders take three channels for YCbCr.
        return np.asarray(imagecodecs.jpeg8_decode(stream.data, colorspace="RGB", outcolorspace="RGB"))
    return np.asarray(pixels[..., 0] if stream.samples == 1 else pixels)


def _to_the_end(stream: JpegStream, path: str, decode: Callable[[bytes], NDArray[Any]]) -> NDArray[Any]:
    """Decode with a decoder that fills up what is missing, and find out whether it had to.

    It is asked twice, with other bytes behind the coded data. A decoder that finds its picture within
    them never looks at those; one that runs out of data makes of them another picture. And it is asked
    without the last of them, which a picture needs: damage in the middle, zeros of a bad sector for one,
    makes a decoder lose its place, be done too soon, and fill the rest of the film with grey.
    """
    if stream.scans != 1:
        raise UnsupportedPixels(path, "a JPEG of this depth in several passes")
    if stream.restart_interval:
        blocks = (stream.rows, stream.columns) if stream.is_lossless else (
            -(-stream.rows // 8), -(-stream.columns // 8))  # fmt: skip
        expected = (blocks[0] * blocks[1] - 1) // stream.restart_interval
        if stream.restarts != expected:
            raise DamagedFile(path, "its compressed stream is not all there")
    coded, rest = stream.data[: stream.scan_end], stream.data[stream.scan_end :]
    first, second = (_by(decode, coded + filler + rest, path) for filler in _FILLERS)
    if not np.array_equal(first, second):
        raise DamagedFile(path, "its compressed stream ends too early")
    if all(_same(first, decode, coded[:-_PADDING] + filler + rest) for filler in _FILLERS):
        raise DamagedFile(path, "its compressed stream goes on behind the picture")
    return first


def _same(pixels: NDArray[Any], decode: Callable[[bytes], NDArray[Any]], data: bytes) -> bool:
    try:
        return np.array_equal(pixels, decode(data))
    except RuntimeError:
        return False

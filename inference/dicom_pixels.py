"""One frame of Pixel Data to an array, whatever its transfer syntax.

What the header announces is checked first, then only the bytes of the frame are read. A compressed frame is
decoded after the size, precision and sign inside its stream have been compared with the header's, because
decoders obey the stream and a lying one costs gigabytes or gives a wrong picture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from inference.codestreams import Jpeg2000Stream, JpegStream, read_jpeg, read_jpeg_2000
from inference.decoders import decode_jpeg_2000_stream, decode_jpeg_stream, decode_rle
from inference.dicom_structure import PixelPlace, Structure
from inference.errors import DamagedFile, NoPixelData, UnsupportedPixels
from inference.fragments import encoded_frame
from inference.grayscale import Pixels
from inference.limits import check_decoded_bytes, check_pixel_count
from inference.raster import grey_if_grey
from inference.texts import phrase
from inference.transfer_syntaxes import JPEG, JPEG_2000, NATIVE, RLE

if TYPE_CHECKING:
    from pydicom import Dataset

_GREY = ("MONOCHROME1", "MONOCHROME2")
_COLOURS = ("RGB", "YBR_FULL", "YBR_FULL_422", "YBR_ICT", "YBR_RCT")
# More than the uncompressed frame by this factor and amount is no compression.
_WORST_COMPRESSION, _STREAM_HEADER = 2, 1024**2
# Bytes of zeros that some writers leave behind the last frame.
_MAX_TRAILING_ZEROS = 64 * 1024
# Rows that are converted at a time: a whole film in floating point would be a gigabyte.
_STRIP = 256


@dataclass(frozen=True)
class Announced:
    """The Image Pixel Module (PS3.3 C.7.6.3), found to be possible."""

    rows: int
    columns: int
    samples: int
    allocated: int
    stored: int
    high: int
    signed: bool
    photometric: str
    planar: bool

    @property
    def frame_bytes(self) -> int:
        """Size of an uncompressed frame; YBR_FULL_422 has two values a pixel instead of three."""
        values = 2 if self.photometric == "YBR_FULL_422" else self.samples
        return self.rows * self.columns * values * self.allocated // 8


def announced(header: Dataset, path: str) -> Announced:
    """What the header says of its pixels. Raises DamagedFile, UnsupportedPixels or TooManyPixels."""
    rows, columns = _whole(header, "Rows", path, 0), _whole(header, "Columns", path, 0)
    samples = _whole(header, "SamplesPerPixel", path, 1)
    allocated = _whole(header, "BitsAllocated", path, 0)
    stored = _whole(header, "BitsStored", path, allocated)
    high = _whole(header, "HighBit", path, stored - 1)
    photometric = str(header.get("PhotometricInterpretation") or "MONOCHROME2").strip().upper()
    if rows < 1 or columns < 1:
        raise DamagedFile(path, phrase("it claims {columns} x {rows} pixels", columns=columns, rows=rows))
    check_pixel_count(path, columns, rows)
    check_decoded_bytes(path, columns, rows, max(samples, 1) * max(allocated, 8) // 8)
    if allocated not in (8, 16) or not 1 <= stored <= allocated or not 0 <= high < allocated:
        raise UnsupportedPixels(
            path,
            phrase(
                "{stored} of {allocated} bits a pixel, the highest being {high}",
                stored=stored,
                allocated=allocated,
                high=high,
            ),
        )
    if samples not in (1, 3):
        raise UnsupportedPixels(path, phrase("{samples} samples a pixel", samples=samples))
    if samples == 1 and photometric not in (*_GREY, "PALETTE COLOR"):
        raise DamagedFile(path, phrase("one sample a pixel as {photometric}", photometric=photometric[:16]))
    if samples == 3 and photometric not in _COLOURS:
        wrong = photometric in (*_GREY, "PALETTE COLOR")
        error = DamagedFile if wrong else UnsupportedPixels
        raise error(path, phrase("3 samples a pixel as {photometric}", photometric=photometric[:16]))
    if samples == 3 and (allocated, stored) != (8, 8):
        raise UnsupportedPixels(path, "colours of other than 8 bits")
    signed = _whole(header, "PixelRepresentation", path, 0)
    if signed not in (0, 1):
        raise DamagedFile(path, "Pixel Representation is neither 0 nor 1")
    planar = _whole(header, "PlanarConfiguration", path, 0)
    return Announced(
        rows, columns, samples, allocated, stored, high, bool(signed), photometric, planar == 1
    )


def decode_frame(structure: Structure, path: str, frame: int, frames: int, complaints: list[str]) -> Pixels:
    """Decode one frame: (rows, columns) uint8, int8, uint16 or int16, or (rows, columns, 3) RGB.

    Raises DamagedFile, NoPixelData, UnsupportedPixels, TooManyPixels or BeyondLimits.
    """
    place = structure.pixels
    if place is None:
        raise NoPixelData(path, "Pixel Data is missing")
    if place.keyword != "PixelData":
        raise UnsupportedPixels(path, "its values are floating-point numbers")
    image = announced(structure.header, path)
    precision = image.stored
    if structure.syntax in NATIVE:
        if place.length is None:
            raise DamagedFile(path, "its pixels are in fragments, its transfer syntax is uncompressed")
        data = _native_frame(structure, place, image, path, frame, frames, complaints)
        pixels = _native(data, structure, place, image, path)
    else:
        encoded = encoded_frame(
            structure.stream, place, path, frame, frames,
            _WORST_COMPRESSION * image.frame_bytes + _STREAM_HEADER,
            structure.header.get("ExtendedOffsetTable") or b"",
        )  # fmt: skip
        pixels, precision = _decode(encoded, structure.syntax, image, path, complaints)
    expected = (image.rows, image.columns) if image.samples == 1 else (image.rows, image.columns, 3)
    if pixels.shape != expected:
        raise DamagedFile(
            path,
            phrase("{found} pixels where {expected} were announced", found=pixels.shape, expected=expected),
        )
    if image.photometric == "PALETTE COLOR":
        return grey_if_grey(_apply_palette(pixels, structure.header, path))
    if image.samples == 3:
        return grey_if_grey(np.ascontiguousarray(pixels, dtype=np.uint8))
    in_a_codec = structure.syntax in JPEG or structure.syntax in JPEG_2000
    if not (in_a_codec and precision <= image.stored):
        pixels = _aligned(pixels, image, path)
    values = _as_stored(pixels, image.allocated, image.stored, image.signed)
    # Old overlays may lie in the unused bits of native pixels and RLE; a codec has no unused bits.
    if in_a_codec and _lost_bits(pixels, values, image.stored):
        raise DamagedFile(
            path, phrase("its compressed stream has values of more than {bits} bits", bits=image.stored)
        )
    return values


# ---- uncompressed --------------------------------------------------------------------------------


def _native_frame(
    structure: Structure, place: PixelPlace, image: Announced, path: str,
    frame: int, frames: int, complaints: list[str],
) -> bytes:  # fmt: skip
    """The bytes of one frame, after the length of all has been compared with what was announced."""
    total, found = image.frame_bytes * frames, place.length or 0
    excess = found - total
    stream = structure.stream
    if excess > 1:  # one byte makes an odd length even
        stream.seek(place.start + total)
        if excess > _MAX_TRAILING_ZEROS or stream.read(excess).strip(b"\0"):
            raise DamagedFile(
                path,
                phrase(
                    "{found} bytes of pixels where {expected} were announced", found=found, expected=total
                ),
            )
        complaints.append(f"{excess} bytes of zeros behind the pixels were left out.")
    if excess < 0:
        raise DamagedFile(
            path,
            phrase("{found} bytes of pixels where {expected} were announced", found=found, expected=total),
        )
    start, end = frame * image.frame_bytes, (frame + 1) * image.frame_bytes
    # Bytes in big endian words are swapped in pairs (PS3.5 Annex D): whole words are read.
    swapped = image.allocated == 8 and place.vr == "OW" and not structure.little
    odd = start % 2 if swapped else 0
    stream.seek(place.start + start - odd)
    data = stream.read(end - start + odd + ((end % 2) if swapped else 0))
    if swapped:
        words = np.frombuffer(data.ljust(-(-len(data) // 2) * 2, b"\0"), "<u2")
        data = words.byteswap().tobytes()[odd : odd + end - start]
    if len(data) != image.frame_bytes:
        raise DamagedFile(path, "its pixels end too early")
    return data


def _native(
    data: bytes, structure: Structure, place: PixelPlace, image: Announced, path: str
) -> NDArray[Any]:
    """(rows, columns) as written, or (rows, columns, 3) RGB."""
    if image.allocated == 16:
        order = "<u2" if structure.little else ">u2"
        return np.frombuffer(data, order).astype(np.uint16, copy=False).reshape(image.rows, image.columns)
    values = np.frombuffer(data, np.uint8)
    if image.samples == 1:
        return values.reshape(image.rows, image.columns)
    if image.photometric == "YBR_FULL_422":
        if image.columns % 2:
            raise DamagedFile(path, "YBR_FULL_422 with an odd number of columns")
        # Two luminances and what colours both (PS3.3 C.7.6.3.1.2).
        pairs = values.reshape(image.rows, image.columns // 2, 4)
        full = np.empty((image.rows, image.columns, 3), np.uint8)
        full[:, 0::2, 0], full[:, 1::2, 0] = pairs[..., 0], pairs[..., 1]
        full[..., 1:] = pairs[..., 2:].repeat(2, axis=1)
        return _to_rgb(full, image)
    if image.planar:
        pixels = np.moveaxis(values.reshape(3, image.rows, image.columns), 0, 2)
    else:
        pixels = values.reshape(image.rows, image.columns, 3)
    return _to_rgb(pixels, image)


# ---- compressed ----------------------------------------------------------------------------------


def _decode(
    encoded: bytes, syntax: str, image: Announced, path: str, complaints: list[str]
) -> tuple[NDArray[Any], int]:
    """A compressed frame and its precision, after its own words have been compared with the header's."""
    if syntax == RLE:
        return _rle(encoded, image, path), image.allocated
    # By what the stream is: a lossless one under the name of a lossy one is no less readable.
    is_2000 = encoded[:4] == b"\xff\x4f\xff\x51" or encoded[4:8] == b"jP  "
    if is_2000 != (syntax in JPEG_2000):
        complaints.append("The compressed stream is not of the kind that the transfer syntax names.")
    if is_2000:
        codestream = read_jpeg_2000(encoded, path)
        _compare(codestream, image, path)
        if codestream.signed != image.signed:
            raise DamagedFile(path, "its compressed stream and its header disagree on the sign of values")
        pixels = decode_jpeg_2000_stream(codestream, path)
        # YBR_RCT and YBR_ICT are undone by the decoder (PS3.5 8.2.4).
        return _to_rgb(pixels, image, ("YBR_FULL", "YBR_FULL_422")), codestream.precision
    stream = read_jpeg(encoded, path)
    _compare(stream, image, path)
    pixels = decode_jpeg_stream(stream, path, rgb=image.photometric == "RGB")
    if stream.is_jpeg_ls or stream.is_lossless:  # lossy JPEG comes out as RGB
        pixels = _to_rgb(pixels, image)
    return pixels, stream.precision


def _compare(stream: JpegStream | Jpeg2000Stream, image: Announced, path: str) -> None:
    if (stream.rows, stream.columns, stream.samples) != (image.rows, image.columns, image.samples):
        raise DamagedFile(
            path,
            phrase(
                "its compressed stream holds {found} values where {expected} were announced",
                found=f"{stream.columns} x {stream.rows} x {stream.samples}",
                expected=f"{image.columns} x {image.rows} x {image.samples}",
            ),
        )
    if stream.precision > image.allocated:
        raise DamagedFile(
            path,
            phrase("{bits} bits a pixel in {allocated}", bits=stream.precision, allocated=image.allocated),
        )


def _rle(encoded: bytes, image: Announced, path: str) -> NDArray[Any]:
    """One segment a byte plane, most significant first, sample after sample (PS3.5 G.2)."""
    width = image.allocated // 8
    planes = decode_rle(encoded, image.samples * width, image.rows * image.columns, path)
    if image.samples == 3:
        return _to_rgb(np.stack([p.reshape(image.rows, image.columns) for p in planes], axis=2), image)
    if width == 1:
        return planes[0].reshape(image.rows, image.columns)
    values = planes[0].astype(np.uint16) << 8 | planes[1]
    return np.asarray(values.reshape(image.rows, image.columns))


# ---- values --------------------------------------------------------------------------------------


def _in_strips(pixels: NDArray[Any], convert: Callable[[NDArray[Any]], NDArray[Any]]) -> NDArray[np.uint8]:
    """``convert`` strip by strip: (rows, columns[, n]) to (rows, columns, 3) uint8."""
    converted = np.empty((*pixels.shape[:2], 3), np.uint8)
    for top in range(0, len(pixels), _STRIP):
        converted[top : top + _STRIP] = convert(pixels[top : top + _STRIP])
    return converted


def _to_rgb(pixels: NDArray[Any], image: Announced, of: tuple[str, ...] = _COLOURS[1:]) -> NDArray[Any]:
    """YCbCr of full range to RGB (PS3.3 C.7.6.3.1.2); grey and RGB as they are."""
    if image.photometric not in of or pixels.ndim != 3:
        return pixels
    import cv2

    def convert(strip: NDArray[Any]) -> NDArray[Any]:
        # OpenCV's order is Y, Cr, Cb.
        return np.asarray(cv2.cvtColor(np.ascontiguousarray(strip[..., [0, 2, 1]]), cv2.COLOR_YCrCb2RGB))

    return _in_strips(pixels, convert)


def _apply_palette(pixels: NDArray[Any], header: Dataset, path: str) -> NDArray[np.uint8]:
    """Colours by the Palette Color Lookup Tables (PS3.3 C.7.9), 16 bits reduced to 8."""
    from pydicom.pixels.processing import apply_color_lut

    if "SegmentedRedPaletteColorLookupTableData" in header:
        raise UnsupportedPixels(path, "its palette is segmented")

    def convert(strip: NDArray[Any]) -> NDArray[Any]:
        rgb = apply_color_lut(strip, header)[..., :3]
        return rgb >> 8 if rgb.dtype == np.uint16 else rgb

    try:
        return _in_strips(pixels, convert)
    except Exception as error:  # missing, short and contradictory tables each raise their own
        raise DamagedFile(path, "its palette cannot be used") from error


def _aligned(pixels: NDArray[Any], image: Announced, path: str) -> NDArray[Any]:
    """Values with their lowest bit at bit 0 (PS3.5 8.1.1; High Bit as it was free before 2014).

    A High Bit above Bits Stored - 1 moves the values up; the bits that this leaves below must be empty,
    or it is not true. One that is below says nothing if no value reaches it.
    """
    if image.high == image.stored - 1:
        return pixels
    shift = image.high - (image.stored - 1)
    unsigned = pixels.astype(f"u{image.allocated // 8}", copy=False)
    if shift > 0 and not (unsigned & ((1 << shift) - 1)).any():
        return np.asarray(unsigned >> shift)
    # A sign would be the high bit.
    least = 1 << (image.high + (not image.signed))
    if shift < 0 and int(unsigned.max()) < least:
        return unsigned
    raise UnsupportedPixels(path, "High Bit does not follow from Bits Stored")


def _as_stored(pixels: NDArray[Any], allocated: int, stored: int, signed: bool) -> Pixels:
    """Keep the low ``stored`` bits and their sign; the others may hold old overlays (PS3.5 8.1.1)."""
    unsigned = np.ascontiguousarray(pixels).astype(f"u{allocated // 8}", copy=False)
    unused = allocated - stored
    if not signed:
        mask = unsigned.dtype.type((1 << stored) - 1)
        return unsigned & mask if unused else unsigned
    values = unsigned.view(f"i{allocated // 8}")
    return (values << unused) >> unused if unused else values


def _lost_bits(decoded: NDArray[Any], values: Pixels, stored: int) -> bool:
    """Whether :func:`_as_stored` changed more than the way in which a sign is written."""
    unsigned = np.ascontiguousarray(decoded).astype(f"u{values.dtype.itemsize}", copy=False)
    changed = unsigned != values.view(unsigned.dtype)
    return bool((changed & (unsigned >> stored != 0)).any()) if changed.any() else False


def _whole(header: Dataset, keyword: str, path: str, default: int) -> int:
    """An attribute that must be one whole number where it is present."""
    value = header.get(keyword)
    if value is None or value == "":
        return default
    try:
        return int(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise DamagedFile(path, phrase("{name} is not a number", name=keyword)) from error

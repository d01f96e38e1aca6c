"""One frame of Pixel Data to an array, whatever its transfer syntax.

Native frames are read by pydicom. Compressed ones are decoded by simplejpeg (8-bit JPEG, strict) or
imagecodecs, but only after the size, precision and sign inside the stream have been compared with
the header's, because decoders obey the stream and a lying one costs gigabytes or gives a wrong picture.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from inference.errors import (
    DamagedFile,
    NoPixelData,
    UnsupportedPixels,
    UnsupportedTransferSyntax,
)
from inference.grayscale import Pixels
from inference.raster import check_pixel_count, decode_jpeg, grey_if_grey

if TYPE_CHECKING:
    from pydicom import Dataset

_BASELINE = "1.2.840.10008.1.2.4.50"
_EXTENDED = "1.2.840.10008.1.2.4.51"
_LOSSLESS = ("1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.70")
_JPEG_LS = ("1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81")
_JPEG_2000 = ("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91")
_RLE = "1.2.840.10008.1.2.5"
_JPEG_FAMILY = (_BASELINE, _EXTENDED, *_LOSSLESS, *_JPEG_LS)

_GREY = ("MONOCHROME1", "MONOCHROME2")


@dataclass(frozen=True)
class _Stream:
    """What a compressed stream says of itself. ``signed`` is None where it cannot say."""

    rows: int
    columns: int
    samples: int
    precision: int
    signed: bool | None = None


def decode_frame(
    stream: BinaryIO, header: Dataset, path: str, frame: int, frames: int, complaints: list[str]
) -> Pixels:
    """Decode one frame: (rows, columns) uint8, int8, uint16 or int16, or (rows, columns, 3) RGB.

    ``header`` is the data set without its pixels, ``stream`` the file. Raises DamagedFile,
    NoPixelData, UnsupportedPixels, UnsupportedTransferSyntax or TooManyPixels.
    """
    rows, columns = int(header.Rows), int(header.Columns)
    samples = int(header.get("SamplesPerPixel") or 1)
    allocated = int(header.get("BitsAllocated") or 0)
    stored = int(header.get("BitsStored") or allocated)
    if rows < 1 or columns < 1:
        raise DamagedFile(path, f"it claims {columns} x {rows} pixels")
    check_pixel_count(path, columns, rows)
    if allocated not in (8, 16) or not 1 <= stored <= allocated:
        raise UnsupportedPixels(path, f"{stored} of {allocated} bits a pixel")
    if int(header.get("HighBit", stored - 1)) != stored - 1:
        raise UnsupportedPixels(path, "High Bit does not follow from Bits Stored")
    photometric = str(header.get("PhotometricInterpretation") or "MONOCHROME2").upper()
    if (samples == 1) != (photometric in (*_GREY, "PALETTE COLOR")) or samples not in (1, 3):
        raise DamagedFile(path, f"{samples} samples a pixel as {photometric}")
    if samples == 3 and allocated != 8:
        raise UnsupportedPixels(path, "colours of more than 8 bits")

    uid = str(getattr(header, "file_meta", {}).get("TransferSyntaxUID") or "")
    if uid in (*_JPEG_FAMILY, *_JPEG_2000, _RLE):
        encoded = _encoded_frame(stream, path, frame, frames)
        pixels = _decode(encoded, uid, header, path)
    else:
        pixels = _native(stream, header, uid, path, frame)
    expected = (rows, columns) if samples == 1 else (rows, columns, 3)
    if pixels.shape != expected:
        raise DamagedFile(path, f"{pixels.shape} pixels where {expected} were announced")
    if photometric == "PALETTE COLOR":
        return grey_if_grey(_apply_palette(pixels, header, path))
    if samples == 3:
        return grey_if_grey(np.ascontiguousarray(pixels, dtype=np.uint8))
    values = _as_stored(pixels, allocated, stored, bool(header.get("PixelRepresentation")))
    # Old overlays may lie in the unused bits of native pixels and RLE; a codec has no unused bits.
    if uid in (*_JPEG_FAMILY, *_JPEG_2000) and _lost_bits(pixels, values, stored):
        raise DamagedFile(path, f"its compressed stream has values of more than {stored} bits")
    return values


def _native(stream: BinaryIO, header: Dataset, uid: str, path: str, frame: int) -> NDArray[Any]:
    """Uncompressed pixels, through pydicom, which knows byte orders and planar configurations."""
    from pydicom import dcmread
    from pydicom.pixels.decoders.base import get_decoder
    from pydicom.uid import UID, ImplicitVRLittleEndian

    if uid and not UID(uid).is_transfer_syntax:
        raise UnsupportedTransferSyntax(path, UID(uid).name)
    syntax = UID(uid) if uid else ImplicitVRLittleEndian
    if syntax.is_encapsulated:
        raise UnsupportedTransferSyntax(path, syntax.name)
    stream.seek(0)
    dataset = dcmread(stream, force=True)
    if "PixelData" not in dataset:
        what = "Float Pixel Data" if "FloatPixelData" in dataset else "Pixel Data is missing"
        raise NoPixelData(path, what)
    frames = int(dataset.get("NumberOfFrames") or 1)
    subsampled = str(header.get("PhotometricInterpretation")) == "YBR_FULL_422"
    samples = 2 if subsampled else int(header.get("SamplesPerPixel") or 1)
    size = int(header.Rows) * int(header.Columns) * samples * int(header.BitsAllocated) // 8
    found = len(dataset.PixelData)
    if found < size * frames or found >= size * (frames + 1):
        raise DamagedFile(path, f"{found} bytes of pixels where {size * frames} were announced")
    decoder = get_decoder(syntax if uid else _guess_syntax(dataset))
    # A view: a second copy of a film costs more than decoding it. Unused bits are cleared later, in
    # one place for all syntaxes.
    options: Any = {"view_only": True, "correct_unused_bits": False}
    pixels, _ = decoder.as_array(dataset, index=frame, **options)
    return np.asarray(pixels)


def _guess_syntax(dataset: Dataset) -> Any:
    """The syntax pydicom found a bare data set to be written in."""
    from pydicom.uid import ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian

    implicit, little = dataset.original_encoding
    if implicit:
        return ImplicitVRLittleEndian
    return ExplicitVRLittleEndian if little else ExplicitVRBigEndian


def _encoded_frame(stream: BinaryIO, path: str, frame: int, frames: int) -> bytes:
    from pydicom import dcmread
    from pydicom.encaps import get_frame

    stream.seek(0)
    dataset = dcmread(stream, force=True)
    if "PixelData" not in dataset:
        raise NoPixelData(path, "Pixel Data is missing")
    # Each frame takes at least the head of an item (PS3.5 A.4).
    if frames > len(dataset.PixelData) // 8:
        raise DamagedFile(path, f"it claims {frames} frames, more than it can hold")
    offsets = dataset.get("ExtendedOffsetTable"), dataset.get("ExtendedOffsetTableLengths")
    return get_frame(
        dataset.PixelData,
        frame,
        number_of_frames=frames,
        extended_offsets=offsets if all(offsets) else None,
    )


def _decode(encoded: bytes, uid: str, header: Dataset, path: str) -> NDArray[Any]:
    """A compressed frame, after its own words have been compared with the header's."""
    import imagecodecs

    rows, columns = int(header.Rows), int(header.Columns)
    samples = int(header.get("SamplesPerPixel") or 1)
    if uid == _RLE:
        return _decode_rle(encoded, header, path)

    said = _read_jpeg(encoded) if uid in _JPEG_FAMILY else _read_j2k(encoded)
    if said is None:
        raise DamagedFile(path, "its compressed stream has no header")
    if (said.rows, said.columns, said.samples) != (rows, columns, samples):
        raise DamagedFile(
            path,
            f"its compressed stream holds {said.columns} x {said.rows} x {said.samples} values "
            f"where {columns} x {rows} x {samples} were announced",
        )
    if said.precision > int(header.BitsAllocated):
        raise DamagedFile(path, f"{said.precision} bits a pixel in {header.BitsAllocated}")
    if said.signed is not None and said.signed != bool(header.get("PixelRepresentation")):
        raise DamagedFile(path, "its compressed stream and its header disagree on the sign of values")
    # Every stream of these families ends with FFD9; without it the picture is not all there.
    if b"\xff\xd9" not in encoded[-16:]:
        raise DamagedFile(path, "its compressed stream ends too early")

    if uid in (_BASELINE, _EXTENDED) and said.precision == 8:
        pixels = decode_jpeg(encoded, path)
        marked = b"JFIF" in encoded[:64] or b"Adobe" in encoded[:1024]
        if samples == 3 and header.PhotometricInterpretation == "RGB" and not marked:
            # Without a mark of its own, decoders take three channels for YCbCr; the header knows.
            return np.asarray(imagecodecs.jpeg8_decode(encoded, colorspace="RGB", outcolorspace="RGB"))
        return pixels
    decoders: dict[str, Callable[[bytes], NDArray[Any]]] = {
        _EXTENDED: imagecodecs.jpeg8_decode,
        **dict.fromkeys(_LOSSLESS, _decode_lossless_jpeg),
        **dict.fromkeys(_JPEG_LS, imagecodecs.jpegls_decode),
        **dict.fromkeys(_JPEG_2000, imagecodecs.jpeg2k_decode),
    }
    try:
        return np.asarray(decoders[uid](encoded))
    except (RuntimeError, ValueError, TypeError) as error:  # each codec has its own RuntimeError
        raise DamagedFile(path, f"its compressed stream: {str(error).strip().rstrip('.')}") from error


def _decode_lossless_jpeg(encoded: bytes) -> NDArray[Any]:
    """JPEG process 14. Streams with a point transform, which has cut off the last bits, are rare.

    The strict decoder does not know them and gives other values; libjpeg-turbo does.
    """
    import imagecodecs

    start = encoded.rfind(b"\xff\xda")  # the one scan; its header ends with the transform (T.81 B.2.3)
    length = int.from_bytes(encoded[start + 2 : start + 4], "big")
    shifted = start >= 0 and encoded[start + 1 + length : start + 2 + length] not in (b"", b"\0")
    return np.asarray(imagecodecs.jpeg8_decode(encoded) if shifted else imagecodecs.ljpeg_decode(encoded))


def _decode_rle(encoded: bytes, header: Dataset, path: str) -> NDArray[Any]:
    """RLE Lossless (PS3.5 Annex G): one segment a byte plane, most significant first."""
    import imagecodecs

    rows, columns = int(header.Rows), int(header.Columns)
    samples = int(header.get("SamplesPerPixel") or 1)
    width = int(header.BitsAllocated) // 8
    try:
        decoded = imagecodecs.dicomrle_decode(encoded, dtype=f"<u{width}")
    except (RuntimeError, ValueError) as error:
        raise DamagedFile(path, f"its compressed stream: {str(error).strip().rstrip('.')}") from error
    values = np.frombuffer(decoded, dtype=f"<u{width}")
    if values.size != rows * columns * samples:
        raise DamagedFile(path, "its compressed stream ends too early")
    if samples == 1:
        return values.reshape(rows, columns)
    return _to_rgb(np.moveaxis(values.reshape(samples, rows, columns), 0, 2), header)


def _to_rgb(pixels: NDArray[Any], header: Dataset) -> NDArray[Any]:
    from pydicom.pixels.processing import convert_color_space

    photometric = str(header.get("PhotometricInterpretation"))
    if photometric == "RGB":
        return pixels
    return np.asarray(convert_color_space(pixels, photometric, "RGB"))


def _apply_palette(pixels: NDArray[Any], header: Dataset, path: str) -> NDArray[np.uint8]:
    from pydicom.pixels.processing import apply_color_lut

    rgb = apply_color_lut(pixels, header)
    if rgb.dtype == np.uint16:
        rgb = rgb >> 8
    return np.ascontiguousarray(rgb[..., :3], dtype=np.uint8)


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


def _read_jpeg(data: bytes) -> _Stream | None:
    """The frame header of a JPEG or JPEG-LS stream (ITU-T T.81 B.2.2, T.87 C.2.2)."""
    position = data.find(b"\xff\xd8") + 2
    if position < 2:
        return None
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            return None
        marker = data[position + 1]
        if marker == 0xFF or 0xD0 <= marker <= 0xD8:  # fill bytes and markers without a segment
            position += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, position + 2)
        # SOF0 to SOF15 without DHT, JPG and DAC, and SOF55 of JPEG-LS.
        if (0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC)) or marker == 0xF7:
            if position + 10 > len(data):
                return None
            precision, rows, columns, samples = struct.unpack_from(">BHHB", data, position + 4)
            return _Stream(rows, columns, samples, precision)
        position += 2 + length
    return None


def _read_j2k(data: bytes) -> _Stream | None:
    """The SIZ segment of a JPEG 2000 codestream, wrapped in JP2 or not (ITU-T T.800 A.5.1)."""
    position = data.find(b"\xff\x4f\xff\x51")
    if position < 0 or position + 43 > len(data):
        return None
    right, bottom, left, top = struct.unpack_from(">IIII", data, position + 8)
    samples, depth = struct.unpack_from(">HB", data, position + 40)
    return _Stream(bottom - top, right - left, samples, (depth & 0x7F) + 1, bool(depth & 0x80))

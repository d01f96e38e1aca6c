"""PNG, JPEG and TIFF to a Radiograph.

Formats are told by content, so that nothing a file calls itself can choose another reader. ``png``,
``codestreams`` with ``decoders``, and ``tiff`` make pixels of them, whole or not at all; here they are
turned upright and laid over black, and grey in three channels becomes grey.
"""

from __future__ import annotations

from typing import BinaryIO, Literal

import numpy as np

from inference.codestreams import read_jpeg
from inference.decoders import decode_jpeg_stream
from inference.errors import FileTooLarge, FrameOutOfRange, UnsupportedPixels
from inference.grayscale import Pixels, Window
from inference.limits import check_pixel_count
from inference.png import read_png
from inference.radiograph import Radiograph
from inference.tiff import exif_orientation, read_tiff

RasterFormat = Literal["PNG", "JPEG", "TIFF"]

# These are read as a whole; 60 million pixels of 16 bits hardly compressed.
MAX_RASTER_BYTES = 128 * 1024**2
# A picture whose channels differ by no more than colour JPEG's rounding of grey is grey.
GREY_TOLERANCE = 6
# The depths that detectors and film scanners deliver in a 16-bit container.
CONTAINED_DEPTHS = (8, 10, 12, 14, 16)
# Rows that are compared at a time: a copy of each channel would be as large as the picture.
_STRIP = 256


def load_raster(stream: BinaryIO, path: str, file_format: RasterFormat, frame: int = 0) -> Radiograph:
    """Read one picture as a radiograph, upright by its EXIF orientation.

    8-bit values are shown as they are. A deeper picture is shown over the smallest usual bit depth that
    holds its largest value, because scanners store 12 bits in 16 without saying so. Transparency is laid
    over black. ``frame`` selects the page of a TIFF. Raises DamagedFile, TooManyPixels, FileTooLarge,
    BeyondLimits, FrameOutOfRange or UnsupportedPixels.
    """
    if frame and file_format != "TIFF":
        raise FrameOutOfRange(path, frame, 1)
    opacity = white_is_zero = False
    frames = 1
    if file_format == "TIFF":
        page = read_tiff(stream, path, frame)
        pixels, opacity, orientation = page.pixels, page.opacity, page.orientation
        white_is_zero, frames = page.white_is_zero, page.pages
    elif file_format == "PNG":
        pixels, exif = read_png(_whole(stream, path), path)
        opacity = pixels.ndim == 3 and pixels.shape[2] in (2, 4)
        orientation = exif_orientation(exif, path)
    else:
        pixels, orientation = _jpeg(_whole(stream, path), path)
    if opacity:
        pixels = _over_black(pixels[..., :-1], pixels[..., -1:])
    if pixels.ndim == 3 and pixels.shape[2] == 1:
        pixels = pixels[..., 0]
    if pixels.ndim == 3:
        pixels = grey_if_grey(pixels if pixels.dtype == np.uint8 else (pixels >> 8).astype(np.uint8))
    pixels = upright(pixels, orientation)
    return Radiograph(
        path,
        pixels,
        voi=(_full_depth(pixels),),
        inverse=white_is_zero,
        frame=frame,
        number_of_frames=frames,
        file_format=file_format,
    )


def _whole(stream: BinaryIO, path: str) -> bytes:
    data = stream.read(MAX_RASTER_BYTES + 1)
    if len(data) > MAX_RASTER_BYTES:
        raise FileTooLarge(path, len(data) / 1024**2, MAX_RASTER_BYTES / 1024**2)
    return data


def _jpeg(data: bytes, path: str) -> tuple[Pixels, int]:
    """The first picture of a JPEG file, and the orientation that its Exif data ask for.

    Telephones put further pictures behind the first; they are no part of it.
    """
    stream = read_jpeg(data, path)
    if stream.is_jpeg_ls:
        raise UnsupportedPixels(path, "it is a JPEG-LS outside a DICOM file")
    check_pixel_count(path, stream.columns, stream.rows)
    return decode_jpeg_stream(stream, path), exif_orientation(stream.exif, path)


def _over_black(pixels: Pixels, alpha: Pixels) -> Pixels:
    """(rows, columns, n) values weakened by their opacity, (rows, columns, 1), of the same type."""
    opaque = np.iinfo(pixels.dtype).max
    if (alpha == opaque).all():
        return pixels
    weighed = np.empty(pixels.shape, pixels.dtype)
    for top in range(0, len(pixels), _STRIP):
        strip = slice(top, top + _STRIP)
        weighed[strip] = np.rint(pixels[strip] * (alpha[strip].astype(np.float32) / opaque))
    return weighed


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """Turn and mirror stored rows as the EXIF orientation tag says (EXIF 2.32, 4.6.4)."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(pixels)


def grey_if_grey(rgb: Pixels) -> Pixels:
    """(rows, columns) of the green channel when the three hardly differ, else ``rgb`` itself."""
    import cv2

    for top in range(0, len(rgb), _STRIP):
        red, green, blue = (np.ascontiguousarray(rgb[top : top + _STRIP, :, i]) for i in range(3))
        if max(int(cv2.absdiff(channel, green).max()) for channel in (red, blue)) > GREY_TOLERANCE:
            return np.ascontiguousarray(rgb)
    return np.ascontiguousarray(rgb[..., 1])


def _full_depth(pixels: Pixels) -> Window:
    """The window over the whole depth of the file, not merely of this picture."""
    depths = CONTAINED_DEPTHS if pixels.dtype != np.uint8 else (8,)
    low, high = int(pixels.min()), int(pixels.max())
    if low < 0:
        return Window(-0.5, 2**16 - 1, "LINEAR_EXACT", "full range")
    top = next(2**bits - 1 for bits in depths if high < 2**bits)
    return Window(top / 2, top, "LINEAR_EXACT", "full range")

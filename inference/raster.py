"""PNG, JPEG and TIFF to pixels.

Formats are told by content and handed to Pillow by name, so that nothing a file calls itself can
choose another reader. Pillow reads the headers, and TIFF; PNG and JPEG pixels come from stricter
decoders (libpng through imagecodecs, simplejpeg), because Pillow accepts streams that end before the
picture does and would show the missing rows black.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, BinaryIO, Literal

import numpy as np
from numpy.typing import NDArray

from inference.errors import DamagedFile, FrameOutOfRange, TooManyPixels, UnsupportedPixels
from inference.files import reason
from inference.grayscale import Pixels, Window
from inference.radiograph import Radiograph

if TYPE_CHECKING:
    from PIL import Image

RasterFormat = Literal["PNG", "JPEG", "TIFF"]

MAX_MEGAPIXELS = 60.0
# A progressive file of a few hundred kilobytes can ask for thousands of passes over the picture.
MAX_JPEG_SCANS = 100
# A picture whose channels differ by no more than colour JPEG's rounding of grey is grey.
GREY_TOLERANCE = 6
# The depths that detectors and film scanners deliver in a 16-bit container.
CONTAINED_DEPTHS = (8, 10, 12, 14, 16)

_TIFF_PHOTOMETRIC, _TIFF_WHITE_IS_ZERO = 262, 0
_EXIF_ORIENTATION = 0x0112


def load_raster(stream: BinaryIO, path: str, file_format: RasterFormat, frame: int = 0) -> Radiograph:
    """Read one picture as a radiograph, upright by its EXIF orientation.

    8-bit values are shown as they are. A 16-bit picture is shown over the smallest usual bit depth
    that holds its largest value, because scanners store 12 bits in 16 without saying so.
    Transparency is laid over black. ``frame`` selects the page of a TIFF. Raises DamagedFile,
    TooManyPixels, FrameOutOfRange or UnsupportedPixels; Pillow's own exceptions pass through.
    """
    from PIL import Image

    # The size is checked below, before anything is decoded; damaged metadata harms no pixel.
    warnings.filterwarnings("ignore", module="PIL")
    try:
        image: Image.Image = Image.open(stream, formats=[file_format])
    except Image.DecompressionBombError as error:
        raise TooManyPixels(path, 0, 0, MAX_MEGAPIXELS) from error
    frames = getattr(image, "n_frames", 1) if file_format == "TIFF" else 1
    if not 0 <= frame < frames:
        raise FrameOutOfRange(path, frame, frames)
    if frame:
        image.seek(frame)
    check_pixel_count(path, image.width, image.height)
    white_is_zero = False
    if file_format == "TIFF":
        tags = getattr(image, "tag_v2", {})
        pixels = _tiff(image, path)
        # Pillow inverts those of 8 bits itself.
        white_is_zero = pixels.dtype != np.uint8 and tags.get(_TIFF_PHOTOMETRIC) == _TIFF_WHITE_IS_ZERO
    else:
        decode = decode_jpeg if file_format == "JPEG" else _decode_png
        stream.seek(0)
        data = stream.read()
        pixels = decode(data, path)
        # Asked for what a PNG does not have, Pillow would decode the whole picture to look for it.
        if file_format == "JPEG" or b"eXIf" in data:
            pixels = upright(pixels, image.getexif().get(_EXIF_ORIENTATION, 1))
    if pixels.ndim == 3:
        pixels = grey_if_grey(pixels)
    return Radiograph(
        path,
        pixels,
        voi=(_full_depth(pixels),),
        inverse=white_is_zero,
        frame=frame,
        number_of_frames=frames,
        file_format=file_format,
    )


def decode_jpeg(data: bytes, path: str) -> NDArray[np.uint8]:
    """A whole baseline or progressive JPEG stream: (rows, columns) grey or (rows, columns, 3) RGB.

    Raises DamagedFile when any part of the picture is missing, UnsupportedPixels for CMYK.
    """
    import simplejpeg

    if data.count(b"\xff\xda") > MAX_JPEG_SCANS:
        raise DamagedFile(path, f"the JPEG asks for more than {MAX_JPEG_SCANS} passes")
    try:
        rows, columns, colourspace, _ = simplejpeg.decode_jpeg_header(data, strict=True)
        check_pixel_count(path, columns, rows)
        if colourspace in ("CMYK", "YCCK"):
            raise UnsupportedPixels(path, "it is in printing colours (CMYK)")
        pixels: NDArray[np.uint8] = simplejpeg.decode_jpeg(
            data, "Gray" if colourspace == "Gray" else "RGB", strict=True
        )
    except ValueError as error:
        raise DamagedFile(path, reason(error)) from error
    return pixels[..., 0] if pixels.shape[2] == 1 else pixels


def _decode_png(data: bytes, path: str) -> Pixels:
    """A whole PNG: grey uint8 or uint16, or RGB uint8; transparency over black.

    libpng checks every chunk's CRC and that there is data for every row.
    """
    import imagecodecs

    if data.rfind(b"IEND") < 0:
        raise DamagedFile(path, "it ends too early")
    try:
        pixels = imagecodecs.png_decode(data)
    except imagecodecs.PngError as error:
        raise DamagedFile(path, reason(error)) from error
    if pixels.ndim == 2:
        return pixels
    if pixels.shape[2] in (2, 4):
        pixels = _over_black(pixels[..., :-1], pixels[..., -1:])
    if pixels.shape[2] == 1:
        return np.ascontiguousarray(pixels[..., 0])
    return pixels if pixels.dtype == np.uint8 else (pixels >> 8).astype(np.uint8)


def _over_black(pixels: Pixels, alpha: Pixels) -> Pixels:
    """(rows, columns, n) values weakened by their opacity, (rows, columns, 1), of the same type."""
    opaque = np.iinfo(pixels.dtype).max
    if (alpha == opaque).all():
        return pixels
    weighed = pixels * (alpha.astype(np.float32) / opaque)
    return np.rint(weighed).astype(pixels.dtype)


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

    red, green, blue = (np.ascontiguousarray(rgb[..., i]) for i in range(3))
    differs = max(int(cv2.absdiff(channel, green).max()) for channel in (red, blue))
    return green if differs <= GREY_TOLERANCE else np.ascontiguousarray(rgb)


def check_pixel_count(path: str, columns: int, rows: int) -> None:
    """Raise TooManyPixels before a decoder is asked for more than MAX_MEGAPIXELS."""
    if columns * rows > MAX_MEGAPIXELS * 1e6:
        raise TooManyPixels(path, columns, rows, MAX_MEGAPIXELS)


def _tiff(image: Image.Image, path: str) -> Pixels:
    """Any Pillow mode to grey uint8, uint16 or int16, or to RGB uint8."""
    from PIL import ImageOps

    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):
        values = np.asarray(image)
        low, high = int(values.min()), int(values.max())
        for dtype in (np.uint16, np.int16):
            if np.iinfo(dtype).min <= low and high <= np.iinfo(dtype).max:
                return values.astype(dtype)
        raise UnsupportedPixels(path, "its values need more than 16 bits")
    if image.mode in ("1", "L"):
        return np.array(image.convert("L"))
    if image.mode in ("LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX"):
        rgba = np.asarray(image.convert("RGBA"))
        return _over_black(rgba[..., :3], rgba[..., 3:])
    raise UnsupportedPixels(path, f"it is a picture of kind {image.mode}")


def _full_depth(pixels: Pixels) -> Window:
    """The window over the whole depth of the file, not merely of this picture."""
    depths = CONTAINED_DEPTHS if pixels.dtype != np.uint8 else (8,)
    low, high = int(pixels.min()), int(pixels.max())
    if low < 0:
        return Window(-0.5, 2**16 - 1, "LINEAR_EXACT", "full range")
    top = next(2**bits - 1 for bits in depths if high < 2**bits)
    return Window(top / 2, top, "LINEAR_EXACT", "full range")

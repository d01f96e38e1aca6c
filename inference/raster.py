"""PNG, JPEG and TIFF to pixels.

Formats are told by content and handed to Pillow by name, so that nothing a file calls itself can
choose another reader. JPEG pixels come from simplejpeg in strict mode, because Pillow and OpenCV
accept streams that end before the picture does.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, BinaryIO, Literal

import numpy as np
from numpy.typing import NDArray

from inference.errors import DamagedFile, TooManyPixels, UnsupportedPixels
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
    TooManyPixels or UnsupportedPixels; Pillow's own exceptions pass through to the caller.
    """
    from PIL import Image, ImageOps

    # The size is checked below, before anything is decoded; Pillow's own warning says no more.
    warnings.simplefilter("ignore", Image.DecompressionBombWarning)
    try:
        image: Image.Image = Image.open(stream, formats=[file_format])
    except Image.DecompressionBombError as error:
        raise TooManyPixels(path, 0, 0, MAX_MEGAPIXELS) from error
    frames = getattr(image, "n_frames", 1) if file_format == "TIFF" else 1
    if frame:
        image.seek(frame)
    check_pixel_count(path, image.width, image.height)
    tags = getattr(image, "tag_v2", {})
    if file_format == "JPEG":
        orientation = image.getexif().get(_EXIF_ORIENTATION, 1)
        image = Image.fromarray(decode_jpeg(_rewound(stream), path))
        image.getexif()[_EXIF_ORIENTATION] = orientation
    image = ImageOps.exif_transpose(image)
    pixels = _pixels(image, path)
    white_is_zero = (
        pixels.dtype != np.uint8  # Pillow inverts those of 8 bits itself
        and tags.get(_TIFF_PHOTOMETRIC) == _TIFF_WHITE_IS_ZERO
    )
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
        pixels = simplejpeg.decode_jpeg(data, "Gray" if colourspace == "Gray" else "RGB", strict=True)
    except ValueError as error:
        raise DamagedFile(path, str(error).strip().rstrip(".")) from error
    return np.asarray(pixels[..., 0] if pixels.shape[2] == 1 else pixels, dtype=np.uint8)


def grey_if_grey(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(rows, columns) of the green channel when the three hardly differ, else ``rgb`` itself."""
    red, green, blue = (rgb[..., i].astype(np.int16) for i in range(3))
    differs = max(int(np.abs(red - green).max()), int(np.abs(blue - green).max()))
    return np.ascontiguousarray(rgb[..., 1]) if differs <= GREY_TOLERANCE else rgb


def check_pixel_count(path: str, columns: int, rows: int) -> None:
    """Raise TooManyPixels before a decoder is asked for more than MAX_MEGAPIXELS."""
    if columns * rows > MAX_MEGAPIXELS * 1e6:
        raise TooManyPixels(path, columns, rows, MAX_MEGAPIXELS)


def _rewound(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read()


def _pixels(image: Image.Image, path: str) -> Pixels:
    """Any Pillow mode to grey uint8, uint16 or int16, or to RGB uint8 where there is colour."""
    mode = image.mode
    if mode.startswith("I"):
        values = np.asarray(image)
        low, high = int(values.min()), int(values.max())
        for dtype in (np.uint16, np.int16):
            if np.iinfo(dtype).min <= low and high <= np.iinfo(dtype).max:
                return values.astype(dtype)
        raise UnsupportedPixels(path, "its values need more than 16 bits")
    if mode in ("1", "L") and "transparency" not in image.info:
        return np.array(image.convert("L"))
    if mode in ("1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX"):
        rgba = image.convert("RGBA")
        black = rgba.copy()
        black.paste((0, 0, 0, 255), (0, 0, *rgba.size))
        black.alpha_composite(rgba)
        return grey_if_grey(np.array(black.convert("RGB")))
    raise UnsupportedPixels(path, f"it is a picture of kind {mode}")


def _full_depth(pixels: Pixels) -> Window:
    """The window over the whole depth of the file, not merely of this picture."""
    depths = CONTAINED_DEPTHS if pixels.dtype != np.uint8 else (8,)
    low, high = int(pixels.min()), int(pixels.max())
    if low < 0:
        return Window(-0.5, 2**16 - 1, "LINEAR_EXACT", "full range")
    top = next(2**bits - 1 for bits in depths if high < 2**bits)
    return Window(top / 2, top, "LINEAR_EXACT", "full range")

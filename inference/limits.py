"""How large a picture may be, asked before any decoder is."""

from __future__ import annotations

from inference.errors import TooManyPixels

MAX_MEGAPIXELS = 60.0
# What a decoder may write: 60 million pixels of three bytes, and what some need besides.
MAX_DECODED_BYTES = 200_000_000
# What a decoder may hold while it works: a progressive JPEG keeps every coefficient to the end.
MAX_WORKING_BYTES = 400_000_000


def check_pixel_count(path: str, columns: int, rows: int) -> None:
    """Raise TooManyPixels before a decoder is asked for more than MAX_MEGAPIXELS."""
    if columns * rows > MAX_MEGAPIXELS * 1e6:
        raise TooManyPixels(path, columns, rows, MAX_MEGAPIXELS)


def check_decoded_bytes(
    path: str, columns: int, rows: int, bytes_a_pixel: int, most: int = MAX_DECODED_BYTES
) -> None:
    """Raise TooManyPixels where several channels or deep ones make fewer pixels too many."""
    if columns * rows * bytes_a_pixel > most:
        raise TooManyPixels(path, columns, rows, most / bytes_a_pixel / 1e6)

"""Films with something taken away or changed: what a figure becomes of it says what it rests on.

Every change takes a film as it was read, at its own size, and where its lungs are, and gives another film
for the same door; None where it cannot be made, because no lungs are known. The covers of the lungs
differ: a network could have learned what to make of one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeAlias

import cv2
import numpy as np
import simplejpeg
from numpy.typing import NDArray

from inference import Radiograph

Mask: TypeAlias = NDArray[np.bool_]
# A film and its lungs, (rows, columns), or None where nobody knows them.
Change: TypeAlias = Callable[[Radiograph, Mask | None], Radiograph | None]

# Of each side, what the frame-only twin keeps.
FRAME_SHARE = 0.10
# How far the smooth cover looks around, in shares of the short side.
SMOOTH_REACH = 0.08
# What a border crop takes from each side.
BORDER_SHARE = 0.05
JPEG_QUALITY = 40
# A blur of one pixel on a film with this short side, and as much on others.
BLUR_SIDE = 448
# The side of a pasted letter's block, in shares of the short side.
MARKER_SHARE = 0.12


def lungs_black(film: Radiograph, lungs: Mask | None) -> Radiograph | None:
    """The lungs black; nothing else changed."""
    return None if lungs is None else _painted(film, lungs, 0)


def lungs_grey(film: Radiograph, lungs: Mask | None) -> Radiograph | None:
    """The lungs in the mean grey of everything else: of themselves even that would tell something."""
    if lungs is None or lungs.all():
        return None
    return _painted(film, lungs, round(float(film.pixels[~lungs].mean())))


def lungs_smooth(film: Radiograph, lungs: Mask | None) -> Radiograph | None:
    """The lungs filled from their surroundings, without an edge: a cover that no training shows."""
    if lungs is None or lungs.all():
        return None
    sigma = SMOOTH_REACH * min(film.rows, film.columns)
    known = (~lungs).astype(np.float32)
    # What is known, and how much of that is near; even in the middle of a lung something must be.
    both: NDArray[Any] = np.stack([film.pixels * known, known + 1e-6], axis=2).astype(np.float32)
    for _ in range(3):
        both = np.asarray(cv2.GaussianBlur(both, (0, 0), sigma))
    values, weights = both[..., 0], both[..., 1]
    pixels = film.pixels.copy()
    pixels[lungs] = np.clip(np.round(values / weights), 0, 255)[lungs].astype(np.uint8)
    return replace(film, pixels=pixels)


def lungs_only(film: Radiograph, lungs: Mask | None) -> Radiograph | None:
    """The lungs alone, everything else black."""
    return None if lungs is None else _painted(film, ~lungs, 0)


def frame_only(film: Radiograph, lungs: Mask | None = None) -> Radiograph:
    """The outer tenth of each side kept, the rest black."""
    pixels = film.pixels.copy()
    down, across = round(film.rows * FRAME_SHARE), round(film.columns * FRAME_SHARE)
    pixels[down : film.rows - down, across : film.columns - across] = 0
    return replace(film, pixels=pixels)


TWINS: Mapping[str, Change] = MappingProxyType(
    {
        "lungs black": lungs_black,
        "lungs grey": lungs_grey,
        "lungs smooth": lungs_smooth,
        "lungs only": lungs_only,
        "frame only": frame_only,
    }
)


def marker_in_the_corner(film: Radiograph, lungs: Mask | None = None) -> Radiograph:
    """A letter in the upper right corner."""
    side = _marker_side(film)
    return _marked(film, side // 4, film.columns - side - side // 4)


def marker_over_a_lung(film: Radiograph, lungs: Mask | None = None) -> Radiograph:
    """A letter over the upper field on the right of the picture."""
    return _marked(film, round(0.22 * film.rows), round(0.66 * film.columns))


def border_cropped(film: Radiograph, lungs: Mask | None = None) -> Radiograph:
    """A twentieth of each side cut off."""
    down, across = round(film.rows * BORDER_SHARE), round(film.columns * BORDER_SHARE)
    return _with(film, film.pixels[down : film.rows - down, across : film.columns - across])


def compressed(film: Radiograph, lungs: Mask | None = None) -> Radiograph:
    """After JPEG at :data:`JPEG_QUALITY`."""
    content = simplejpeg.encode_jpeg(
        np.ascontiguousarray(film.pixels)[..., np.newaxis], quality=JPEG_QUALITY, colorspace="GRAY"
    )
    return _with(film, simplejpeg.decode_jpeg(content, colorspace="GRAY")[..., 0])


def blurred(film: Radiograph, lungs: Mask | None = None) -> Radiograph:
    """Slightly out of focus."""
    sigma = min(film.rows, film.columns) / BLUR_SIDE
    return _with(film, cv2.GaussianBlur(film.pixels, (0, 0), sigma))


HARMLESS: Mapping[str, Change] = MappingProxyType(
    {
        "marker in the corner": marker_in_the_corner,
        "marker over a lung": marker_over_a_lung,
        "border crop 5 %": border_cropped,
        f"JPEG {JPEG_QUALITY}": compressed,
        "blur": blurred,
    }
)


def _half(right: bool) -> Change:
    """The half of the picture with one lung in it, cut in the middle between the lungs."""

    def cut(film: Radiograph, lungs: Mask | None = None) -> Radiograph:
        middle = film.columns // 2
        if lungs is not None and lungs.any():
            across = np.flatnonzero(lungs.any(axis=0))
            middle = int(across[0] + across[-1] + 1) // 2
        return _with(film, film.pixels[:, middle:] if right else film.pixels[:, :middle])

    return cut


SPOILED: Mapping[str, Change] = MappingProxyType(
    {
        "inverted": lambda film, lungs: _with(film, np.invert(film.pixels)),
        "a quarter turned": lambda film, lungs: _with(film, np.rot90(film.pixels)),
        "a quarter turned the other way": lambda film, lungs: _with(film, np.rot90(film.pixels, -1)),
        "upside down": lambda film, lungs: _with(film, film.pixels[::-1, ::-1]),
        "one lung, left half": _half(False),
        "one lung, right half": _half(True),
    }
)


def _with(film: Radiograph, pixels: NDArray[Any]) -> Radiograph:
    return replace(film, pixels=np.ascontiguousarray(pixels))


def _painted(film: Radiograph, where: Mask, grey: int) -> Radiograph:
    pixels = film.pixels.copy()
    pixels[where] = grey
    return replace(film, pixels=pixels)


def _marker_side(film: Radiograph) -> int:
    return round(MARKER_SHARE * min(film.rows, film.columns))


def _marked(film: Radiograph, top: int, left: int) -> Radiograph:
    """A white L on black, with a white rim, as lead letters are photographed."""
    side = _marker_side(film)
    block = np.zeros((64, 64), np.uint8)
    cv2.rectangle(block, (2, 2), (61, 61), 255, 2)
    cv2.putText(block, "L", (16, 52), cv2.FONT_HERSHEY_SIMPLEX, 1.7, 255, 6)
    pixels = film.pixels.copy()
    place = pixels[top : top + side, left : left + side]
    place[:] = cv2.resize(block, (side, side), interpolation=cv2.INTER_AREA)[: len(place), : place.shape[1]]
    return replace(film, pixels=pixels)

"""The DICOM grey-scale pipeline, in the standard's order.

    stored values > modality transform > VOI transform > presentation > display values

Each function is one step of PS3.3 and PS3.4 Annex N and cites its section. They work on arrays of
any shape. Radiographs have at most 16 bits, so :func:`display_table` runs the steps once over every
possible stored value; drawing and preprocessing then are one table look-up a pixel, exact and fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Float: TypeAlias = NDArray[np.float64]
# Stored values: 8 or 16 bits, signed or not.
Pixels: TypeAlias = NDArray[np.integer[Any]]
WindowFunction = Literal["LINEAR", "LINEAR_EXACT", "SIGMOID"]


@dataclass(frozen=True)
class Rescale:
    """Rescale Slope and Rescale Intercept (PS3.3 C.11.1.1.2)."""

    slope: float = 1.0
    intercept: float = 0.0
    units: str = ""


@dataclass(frozen=True, eq=False)
class LookupTable:
    """A Modality or VOI LUT (PS3.3 C.11.1.1.1 and C.11.2.1.1).

    ``entries`` is (n,) uint16, ``first`` the input value of the first entry, ``bits`` the bits that
    an entry has by the LUT Descriptor, ``explanation`` the LUT Explanation or the Modality LUT Type.
    """

    entries: NDArray[np.uint16]
    first: int
    bits: int
    explanation: str = ""

    def __call__(self, values: Float) -> Float:
        """Entries for ``values``; those outside take the first or last entry, as the standard says.

        Fractions are cut off: the standard is silent, and DCMTK does so.
        """
        index = np.clip(np.trunc(values) - self.first, 0, len(self.entries) - 1).astype(np.intp)
        return self.entries[index].astype(np.float64)


@dataclass(frozen=True)
class Window:
    """Window Center, Window Width and VOI LUT Function (PS3.3 C.11.2.1.2 and C.11.2.1.3)."""

    center: float
    width: float
    function: WindowFunction = "LINEAR"
    explanation: str = ""


ModalityTransform: TypeAlias = Rescale | LookupTable
VoiTransform: TypeAlias = Window | LookupTable


def apply_modality(stored: Pixels, transform: ModalityTransform) -> Float:
    """Stored values to modality values (PS3.3 C.11.1)."""
    values = stored.astype(np.float64)
    if isinstance(transform, LookupTable):
        return transform(values)
    return np.asarray(values * transform.slope + transform.intercept)


def apply_voi(values: Float, transform: VoiTransform) -> Float:
    """Modality values to 0 (darkest) .. 1 (brightest), before presentation (PS3.3 C.11.2)."""
    if isinstance(transform, LookupTable):
        return np.asarray(np.minimum(transform(values) / (2**transform.bits - 1), 1.0))
    center, width = transform.center, transform.width
    if transform.function == "SIGMOID":
        # Far outside the window exp overflows to infinity, and 1 / inf is the 0 that is wanted.
        with np.errstate(over="ignore"):
            return np.asarray(1.0 / (1.0 + np.exp(-4.0 * (values - center) / width)))
    if transform.function == "LINEAR":
        # The standard's half-pixel shift. A width of 1 is a threshold.
        center, width = center - 0.5, width - 1.0
        if width == 0.0:
            return (values > center).astype(np.float64)
    return np.asarray(np.clip((values - center) / width + 0.5, 0.0, 1.0))


def apply_presentation(display: Float, inverse: bool) -> Float:
    """Invert for MONOCHROME1 or Presentation LUT Shape INVERSE, once (PS3.3 C.11.6, C.7.6.3.1.2)."""
    return np.asarray(1.0 - display) if inverse else display


def to_uint8(display: Float) -> NDArray[np.uint8]:
    """0..1 to 0..255, halves upwards."""
    return np.asarray(np.floor(display * 255.0 + 0.5), dtype=np.uint8)


def display_table(
    dtype: np.dtype[np.integer[Any]], modality: ModalityTransform, voi: VoiTransform, inverse: bool
) -> NDArray[np.uint8]:
    """Display value (0..255) of every stored value of ``dtype`` (8- or 16-bit integer).

    Returns (256,) or (65536,) uint8, indexed by the stored value's bit pattern read as unsigned, so
    that signed pixels need a view and not a copy. Use it through :func:`look_up`.
    """
    bits = dtype.itemsize * 8
    stored = np.arange(2**bits, dtype=f"u{dtype.itemsize}").view(dtype)
    display = apply_voi(apply_modality(stored, modality), voi)
    return to_uint8(apply_presentation(display, inverse))


def look_up(pixels: Pixels, table: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """``table`` of :func:`display_table` applied to ``pixels``; same shape, uint8."""
    # OpenCV's LUT takes 2 ms for nine million pixels where NumPy's indexing takes 13.
    import cv2

    unsigned = np.ascontiguousarray(pixels).view(f"u{pixels.dtype.itemsize}")
    try:
        return np.asarray(cv2.LUT(unsigned, table), dtype=np.uint8)
    except cv2.error:
        # OpenCV 4.12, the last for macOS 13 on Intel, knows tables of 256 entries only.
        return np.asarray(table[unsigned])

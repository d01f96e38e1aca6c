"""Our grey scale against the standard's formulas, written here once more, and against pydicom's.

DCMTK does not know LINEAR_EXACT, and computes with whole modality values: what it cannot judge is here.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom.pixels.processing import apply_modality_lut, apply_windowing

from inference import load_radiograph
from phantom import dicom, gradient_and_noise, write_dicom

Formula = Callable[[float, float, float], float]


def linear(x: float, c: float, w: float) -> float:
    """PS3.3 C.11.2.1.2.1, with 0 and 1 for the ends of the output."""
    if x <= c - 0.5 - (w - 1) / 2:
        return 0.0
    if x > c - 0.5 + (w - 1) / 2:
        return 1.0
    return (x - (c - 0.5)) / (w - 1) + 0.5


def linear_exact(x: float, c: float, w: float) -> float:
    """PS3.3 C.11.2.1.3.2."""
    if x <= c - w / 2:
        return 0.0
    if x > c + w / 2:
        return 1.0
    return (x - c) / w + 0.5


def sigmoid(x: float, c: float, w: float) -> float:
    """PS3.3 C.11.2.1.3.1."""
    return 1 / (1 + math.exp(min(-4 * (x - c) / w, 700.0)))


FORMULAS: dict[str, Formula] = {"LINEAR": linear, "LINEAR_EXACT": linear_exact, "SIGMOID": sigmoid}
WINDOWS = [(0.5, 1.0), (0.52, 0.31), (0.9, 0.4), (0.0, 0.03), (-2.0, 1.0)]


@pytest.mark.parametrize("function", FORMULAS)
@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])
@pytest.mark.parametrize("bits", [8, 10, 12, 15, 16])
@pytest.mark.parametrize(("slope", "intercept"), [(1, 0), (0.013, -2.5), (-1.7, 30.3)])
def test_window_functions(
    tmp_path: Path, bits: int, signed: bool, function: str, slope: float, intercept: float
) -> None:
    pixels = gradient_and_noise(bits, signed)
    stored, places = np.unique(pixels, return_inverse=True)
    values = [float(value) * slope + intercept for value in stored]
    low, span = min(values), max(values) - min(values)
    centers = [round(low + center * span, 3) for center, _ in WINDOWS]
    widths = [round(width * span, 3) for _, width in WINDOWS]
    if function == "LINEAR":
        widths = [max(width, 1.0) for width in widths]
    ds = dicom(
        pixels,
        bits=bits,
        RescaleSlope=slope,
        RescaleIntercept=intercept,
        WindowCenter=centers,
        WindowWidth=widths,
        VOILUTFunction=function,
    )
    radiograph = load_radiograph(write_dicom(tmp_path / "film", ds))
    for number, (center, width) in enumerate(zip(centers, widths, strict=True)):
        ours = radiograph.render(radiograph.voi[number]).astype(float)
        said = np.array([255.0 * FORMULAS[function](value, center, width) for value in values])
        # Half a level is rounding; in a threshold a value may lie on the edge itself.
        assert np.abs(ours - said[places].reshape(ours.shape)).max() <= 0.5 + 1e-9
        if width > 1.0:
            assert np.abs(ours - by_pydicom(ds, pixels, number, bits)).max() <= 1.0


def by_pydicom(ds: object, pixels: NDArray[np.integer], number: int, bits: int) -> NDArray[np.float64]:
    """Modality values and window by pydicom, whose output spans what the stored bits could mean."""
    values = apply_modality_lut(pixels, ds)  # type: ignore[arg-type]
    shown = np.asarray(apply_windowing(values, ds, index=number), dtype=np.float64)  # type: ignore[arg-type]
    slope, intercept = float(ds.RescaleSlope), float(ds.RescaleIntercept)  # type: ignore[attr-defined]
    least = -(2 ** (bits - 1)) if pixels.dtype.kind == "i" else 0
    dark, bright = (stored * slope + intercept for stored in (least, least + 2**bits - 1))
    return (shown - dark) / (bright - dark) * 255.0


@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])
@pytest.mark.parametrize(("slope", "intercept"), [(0.1, 0), (1.7, -30.3), (-0.25, 7.5), (0.01, 0.5)])
def test_fractions_of_modality_values_are_kept(
    tmp_path: Path, signed: bool, slope: float, intercept: float
) -> None:
    """DCMTK cuts them off: on such a film, of 8 bits and without a window, it is up to 136 levels away."""
    pixels = gradient_and_noise(8, signed)
    ds = dicom(pixels, bits=8, RescaleSlope=slope, RescaleIntercept=intercept)
    ours = load_radiograph(write_dicom(tmp_path / "film", ds)).render().astype(float)
    values = pixels * slope + intercept
    assert np.abs(ours - 255 * (values - values.min()) / np.ptp(values)).max() <= 0.5 + 1e-9

"""Maps against outlines, on toys."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("scipy")
from training import opacities


def test_iou_at_equal_area() -> None:
    # Eight pixels are outlined; of the map's eight greatest, four of them.
    outline = np.zeros((4, 8), bool)
    outline[0] = True
    found = np.zeros((4, 8), np.float32)
    found[0, :4], found[2, :4] = 2.0, 1.0
    assert opacities.iou_at_equal_area(found, outline) == pytest.approx(4 / 12)
    assert opacities.iou_at_equal_area(outline.astype(np.float32), outline) == 1.0
    assert opacities.iou_at_equal_area(-outline.astype(np.float32), outline) == 0.0


def test_peak_and_mass() -> None:
    lungs, outline = np.zeros((4, 4), bool), np.zeros((4, 4), bool)
    lungs[:, :2], outline[0, 0] = True, True
    found = np.array([[3, 0, 0, 0], [0, 0, 1, 0], [0, -5, 0, 0], [0, 0, 0, 0]], np.float32)
    figures = opacities.measure(found, outline, lungs)
    assert figures["peak inside"] == figures["peak in lung"] == 1.0
    # What speaks against an opacity is no mass.
    assert figures["positive mass in lung"] == pytest.approx(0.75)
    moved = opacities.measure(np.roll(found, 3, axis=1), outline, lungs)
    assert moved["peak inside"] == moved["peak in lung"] == 0.0


def test_a_pin_stands_where_it_is_put() -> None:
    lungs = np.zeros((100, 200), bool)
    lungs[20:80, 50:151] = True
    row, column = np.unravel_index(opacities.pin(lungs, 0.5, 0.0).argmax(), lungs.shape)
    assert (row, column) == (20, 100)

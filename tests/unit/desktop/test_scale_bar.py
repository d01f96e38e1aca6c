"""How long the scale is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.lengths import kind_words, trusted_spacing
from desktop.scale_bar import LENGTHS_MM, SHORTEST, scale_bar
from inference import PixelSpacing, Radiograph


@given(st.floats(0.001, 100.0), st.floats(50.0, 1000.0))
def test_the_bar_is_as_long_as_it_says_and_fits(mm_per_pixel: float, room: float) -> None:
    bar = scale_bar(mm_per_pixel, room)
    if bar is None:
        assert not any(SHORTEST <= mm / mm_per_pixel <= room for mm in LENGTHS_MM)
    else:
        assert bar.pixels * mm_per_pixel == pytest.approx(bar.mm)
        assert bar.pixels <= room
        assert all(mm <= bar.mm or mm / mm_per_pixel > room for mm in LENGTHS_MM)


@pytest.mark.parametrize(
    ("mm_per_pixel", "text", "parts"),
    [(0.5, "10 cm", 10), (0.1, "2 cm", 2), (0.02, "5 mm", 5), (0.05, "1 cm", 10)],
)
def test_it_is_told_in_centimetres_and_parted_by_them(mm_per_pixel: float, text: str, parts: int) -> None:
    bar = scale_bar(mm_per_pixel, 280.0)
    assert bar is not None
    assert (bar.text, bar.parts) == (text, parts)


def test_a_spacing_that_the_picture_does_not_have_is_not_measured_with() -> None:
    pixels, spacing = np.zeros((4, 4), np.uint8), PixelSpacing(30.0, 0.2, "detector")
    assert trusted_spacing(Radiograph("x", pixels, spacing=spacing)) is None
    assert trusted_spacing(Radiograph("x", pixels)) is None
    spacing = PixelSpacing(0.4, 0.2, "detector")
    assert trusted_spacing(Radiograph("x", pixels, spacing=spacing, pixel_aspect=2.0)) is spacing


@pytest.mark.parametrize("kind", ["detector", "corrected", "calibrated", "unspecified"])
def test_every_kind_of_spacing_has_words(kind: str) -> None:
    assert kind_words(PixelSpacing(1.0, 1.0, kind))

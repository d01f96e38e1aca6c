"""Counting values, and the window over them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.histogram import histogram_of, window_between, window_edges
from inference import LookupTable, Radiograph, Window
from inference.grayscale import Rescale
from phantom import thorax_u16

windows = st.builds(
    Window,
    st.floats(-3000, 3000),
    st.floats(2, 5000),
    st.sampled_from(["LINEAR", "LINEAR_EXACT", "SIGMOID"]),
)


def test_every_pixel_is_counted_in_the_bin_of_its_value() -> None:
    film = Radiograph("x", np.array([[0, 1, 1, 3]], np.uint16), modality=Rescale(2.0, 10.0))
    histogram = histogram_of(film)
    assert histogram.counts.tolist() == [1, 2, 0, 1]
    assert (histogram.low, histogram.high) == (9.0, 17.0)


@pytest.mark.parametrize("slope", [1.0, -1.0, 0.25])
def test_an_even_film_has_an_even_histogram_whatever_its_range(slope: float) -> None:
    for top in (300, 700, 4095):
        every = np.arange(top + 1, dtype=np.uint16)[np.newaxis]
        counts = histogram_of(Radiograph("x", every, modality=Rescale(slope))).counts
        assert counts.sum() == top + 1
        assert len(counts) <= 256
        # The last or, of a negative slope, still the last bin may reach beyond the film.
        assert len(set(counts[:-1].tolist())) == 1


def test_padding_is_not_counted() -> None:
    pixels = np.array([[0, 0, 0, 5, 6]], np.uint16)
    assert histogram_of(Radiograph("x", pixels, padding=(0, 0))).counts.tolist() == [1, 1]
    assert histogram_of(Radiograph("x", np.zeros((2, 2), np.uint16), padding=(0, 0))).counts.tolist() == [4]


def test_values_are_those_after_a_modality_table() -> None:
    table = LookupTable(np.array([5, 5, 7], np.uint16), first=0, bits=16)
    histogram = histogram_of(Radiograph("x", np.array([[0, 1, 2]], np.uint16), modality=table))
    assert histogram.counts.tolist() == [2, 0, 1]


def test_a_large_film_is_sampled_and_says_the_same() -> None:
    film = thorax_u16(2400, 2000)
    film[0, 0], film[0, 4] = 0, 4095
    every_other = histogram_of(Radiograph("x", film[::2, ::2]))
    assert np.array_equal(histogram_of(Radiograph("x", film)).counts, every_other.counts)


@given(windows)
def test_edges_and_window_say_the_same(window: Window) -> None:
    low, high = window_edges(window)
    assert low <= high
    back = window_between(window, low, high, 0.0)
    assert back.center == pytest.approx(window.center, abs=1e-6)
    assert back.width == pytest.approx(window.width, abs=1e-6)
    assert back.function == window.function


def test_a_voi_table_becomes_the_window_over_its_input() -> None:
    table = LookupTable(np.arange(256, dtype=np.uint16), first=100, bits=8, explanation="LUT")
    assert window_edges(table) == (100.0, 355.0)
    window = window_between(table, 100.0, 355.0, 1.0)
    assert window_edges(window) == (100.0, 355.0)


def test_edges_never_cross() -> None:
    window = window_between(Window(0, 1, "LINEAR_EXACT"), 50.0, 20.0, 2.0)
    assert window_edges(window) == (50.0, 52.0)

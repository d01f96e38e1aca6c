"""The grey-scale pipeline against values computed by hand from PS3.3 C.11."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.grayscale import (
    LookupTable,
    Rescale,
    Window,
    apply_modality,
    apply_presentation,
    apply_voi,
    display_table,
    look_up,
    to_uint8,
)

finite = st.floats(-1e5, 1e5)
functions = st.sampled_from(["LINEAR", "LINEAR_EXACT", "SIGMOID"])


def test_rescale_is_slope_times_value_plus_intercept() -> None:
    values = apply_modality(np.array([0, 100, 4095], np.uint16), Rescale(2.0, -1000.0))
    assert values.tolist() == [-1000.0, -800.0, 7190.0]


def test_a_modality_lut_maps_and_holds_its_ends() -> None:
    table = LookupTable(np.array([10, 20, 40], np.uint16), first=100, bits=16)
    values = apply_modality(np.array([0, 100, 101, 102, 999], np.uint16), table)
    assert values.tolist() == [10.0, 10.0, 20.0, 40.0, 40.0]


@pytest.mark.parametrize(
    ("value", "expected"),
    # The standard's own example (C.11.2.1.2.1): center 2048, width 4096.
    # y = ((x - 2047.5) / 4095 + 0.5) * 255
    [(0, 0.0), (4095, 255.0), (2047.5, 127.5), (1000, 1000 / 4095 * 255), (-5, 0.0), (9999, 255.0)],
)
def test_linear_window(value: float, expected: float) -> None:
    display = apply_voi(np.array([float(value)]), Window(2048, 4096))
    assert display[0] * 255 == pytest.approx(expected)


def test_linear_window_of_width_one_is_a_threshold() -> None:
    # x <= c - 0.5 is black, anything above is white.
    display = apply_voi(np.array([99.0, 99.5, 99.6, 100.0]), Window(100, 1))
    assert display.tolist() == [0.0, 0.0, 1.0, 1.0]


def test_linear_exact_window_has_no_half_pixel_shift() -> None:
    display = apply_voi(np.array([0.0, 50.0, 75.0, 100.0]), Window(50, 100, "LINEAR_EXACT"))
    assert display.tolist() == [0.0, 0.5, 0.75, 1.0]


def test_sigmoid_window() -> None:
    display = apply_voi(np.array([100.0, 150.0, 50.0, -1e9]), Window(100, 200, "SIGMOID"))
    assert display.tolist() == pytest.approx([0.5, 1 / (1 + math.exp(-1)), 1 / (1 + math.exp(1)), 0.0])


def test_a_voi_lut_is_scaled_by_its_bits() -> None:
    table = LookupTable(np.array([0, 1023, 512], np.uint16), first=-1, bits=10)
    display = apply_voi(np.array([-1.0, 0.0, 1.0, 50.0]), table)
    assert display.tolist() == pytest.approx([0.0, 1.0, 512 / 1023, 512 / 1023])


def test_presentation_inverts_last() -> None:
    assert apply_presentation(np.array([0.0, 0.2, 1.0]), inverse=True).tolist() == [1.0, 0.8, 0.0]


def test_halves_are_rounded_upwards() -> None:
    assert to_uint8(np.array([0.0, 0.5 / 255, 1.49 / 255, 1.0])).tolist() == [0, 1, 1, 255]


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16])
def test_the_table_equals_the_steps_for_every_stored_value(dtype: type) -> None:
    stored = np.arange(np.iinfo(dtype).min, np.iinfo(dtype).max + 1).astype(dtype)
    modality, voi = Rescale(1.7, -30.0), Window(60.0, 333.3, "LINEAR")
    steps = to_uint8(apply_presentation(apply_voi(apply_modality(stored, modality), voi), True))
    table = display_table(np.dtype(dtype), modality, voi, inverse=True)
    assert np.array_equal(look_up(stored[np.newaxis], table)[0], steps)


@given(center=finite, width=st.floats(1, 1e5), function=functions, values=st.lists(finite, min_size=2))
def test_a_window_never_leaves_its_range_and_never_reverses(
    center: float, width: float, function: str, values: list[float]
) -> None:
    display = apply_voi(np.sort(values), Window(center, width, function))  # type: ignore[arg-type]
    assert np.isfinite(display).all()
    assert display.min() >= 0.0
    assert display.max() <= 1.0
    assert (np.diff(display) >= 0).all()

"""Distances and angles, and how they are drawn."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.geometry import (
    Kind,
    Measurement,
    PixelSize,
    Point,
    angle,
    distance,
    distance_to_line,
    pixel_size,
)
from desktop.measurements import measured
from desktop.measuring import Hand
from desktop.orientation import Orientation
from inference import PixelSpacing, Radiograph

numbers = st.integers(-50_000, 50_000).map(lambda tenths: tenths / 10)
points = st.tuples(numbers, numbers)
sizes = st.builds(PixelSize, st.floats(0.05, 5.0), st.floats(0.05, 5.0), st.booleans())
orientations = st.builds(Orientation, st.integers(0, 3), st.booleans())


def laid(point: Point, orientation: Orientation) -> Point:
    (a, b), (c, d) = orientation.matrix
    return a * point[0] + b * point[1], c * point[0] + d * point[1]


def laid_size(size: PixelSize, orientation: Orientation) -> PixelSize:
    return PixelSize(size.down, size.across, size.known) if orientation.sideways else size


@given(points, points, sizes, orientations)
def test_a_distance_is_the_same_both_ways_and_however_the_film_lies(
    a: Point, b: Point, size: PixelSize, lies: Orientation
) -> None:
    length = distance(a, b, size)
    assert length >= 0.0
    assert distance(b, a, size) == pytest.approx(length)
    assert distance(laid(a, lies), laid(b, lies), laid_size(size, lies)) == pytest.approx(length)


@given(points, points, points, sizes, orientations)
def test_an_angle_is_between_nothing_and_a_straight_line_however_the_film_lies(
    a: Point, b: Point, c: Point, size: PixelSize, lies: Orientation
) -> None:
    degrees = angle(a, b, c, size)
    assert 0.0 <= degrees <= 180.0
    assert angle(c, b, a, size) == pytest.approx(degrees)
    turned = angle(laid(a, lies), laid(b, lies), laid(c, lies), laid_size(size, lies))
    assert turned == pytest.approx(degrees, abs=1e-6)


@given(points, points, points)
def test_a_line_is_no_further_away_than_its_ends(at: Point, a: Point, b: Point) -> None:
    square = PixelSize(1.0, 1.0, known=False)
    away = distance_to_line(at, a, b)
    assert away <= min(distance(at, a, square), distance(at, b, square)) + 1e-6


def film(aspect: float = 1.0, spacing: PixelSpacing | None = None) -> Radiograph:
    return Radiograph("x", np.zeros((50, 50), np.uint8), pixel_aspect=aspect, spacing=spacing)


@pytest.mark.parametrize(
    ("radiograph", "text"),
    [
        (film(spacing=PixelSpacing(0.5, 0.5, "detector")), "25.0 mm, detector plane"),
        (film(2.0, PixelSpacing(0.5, 0.25, "calibrated")), "21.4 mm, calibrated"),
        (film(spacing=PixelSpacing(0.5, 0.5, "unspecified")), "25.0 mm, kind not stated"),
        (film(), "50 px"),
        (film(2.0), "85 px (widths of a pixel)"),
        (film(spacing=PixelSpacing(40.0, 0.5, "detector")), "50 px"),
    ],
)
def test_a_distance_says_what_it_is_measured_in(radiograph: Radiograph, text: str) -> None:
    assert measured(Measurement(Kind.DISTANCE, ((0.0, 0.0), (30.0, 40.0))), radiograph) == text


def test_a_right_angle_is_one_also_where_pixels_are_not_square() -> None:
    right = Measurement(Kind.ANGLE, ((0.0, 10.0), (0.0, 0.0), (10.0, 0.0)))
    diagonal = Measurement(Kind.ANGLE, ((10.0, 0.0), (0.0, 0.0), (20.0, 10.0)))
    assert measured(right, film(2.0)) == "90.0°"
    assert measured(diagonal, film(2.0)) == "45.0°"
    assert pixel_size(film(2.0)) == PixelSize(1.0, 2.0, known=False)


def test_a_drag_is_a_distance() -> None:
    hand = Hand()
    hand.press(Kind.DISTANCE, (1.0, 1.0))
    hand.move((5.0, 5.0))
    assert hand.drawn == ((1.0, 1.0), (5.0, 5.0))
    made = hand.release((6.0, 6.0), dragged=True)
    assert made == Measurement(Kind.DISTANCE, ((1.0, 1.0), (6.0, 6.0)))
    assert not hand.drawing


def test_two_clicks_are_a_distance() -> None:
    hand = Hand()
    hand.press(Kind.DISTANCE, (1.0, 1.0))
    assert hand.release((1.0, 1.0), dragged=False) is None
    hand.move((4.0, 4.0))
    hand.press(Kind.DISTANCE, (6.0, 6.0))
    assert hand.release((6.0, 6.0), dragged=False) is not None


def test_a_drag_and_a_click_are_an_angle_and_so_are_three_clicks() -> None:
    for dragged in (True, False):
        hand = Hand()
        hand.press(Kind.ANGLE, (1.0, 1.0))
        if dragged:
            assert hand.release((5.0, 1.0), dragged=True) is None
        else:
            assert hand.release((1.0, 1.0), dragged=False) is None
            hand.press(Kind.ANGLE, (5.0, 1.0))
            assert hand.release((5.0, 1.0), dragged=False) is None
        hand.press(Kind.ANGLE, (5.0, 9.0))
        made = hand.release((5.0, 9.0), dragged=False)
        assert made == Measurement(Kind.ANGLE, ((1.0, 1.0), (5.0, 1.0), (5.0, 9.0)))


def test_what_was_not_begun_does_not_end() -> None:
    hand = Hand()
    assert hand.release((1.0, 1.0), dragged=True) is None
    hand.press(Kind.ANGLE, (1.0, 1.0))
    hand.release((1.0, 1.0), dragged=False)
    # A pan with the space bar in between.
    assert hand.release((9.0, 9.0), dragged=True) is None
    hand.cancel()
    assert hand.drawn == ()

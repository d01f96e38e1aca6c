"""Cut out around the lungs, and put back where it was."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference import LungField, Lungs, Region
from inference.crop import CENTRE, WHOLE, Displacement, crop, crop_map, lung_region, map_to_image, region_of

FIELDS = (LungField(0.15, 0.3, 0.5), LungField(0.15, 0.7, 0.5))


def ramp(across: float, down: float) -> np.ndarray:
    """(224, 224) float32 that grows linearly with the position in shares of the image."""
    centres = (np.arange(224) + 0.5) / 224
    return (across * centres + down * centres[:, np.newaxis]).astype(np.float32)


@st.composite
def regions(draw: st.DrawFn) -> Region:
    """Somewhere in the image and not too thin."""
    left, top = draw(st.floats(0, 0.7)), draw(st.floats(0, 0.7))
    right, bottom = draw(st.floats(left + 0.25, 1)), draw(st.floats(top + 0.25, 1))
    return Region(left, top, right, bottom)


def test_the_region_is_the_lungs_box_and_a_tenth_of_it_on_every_side() -> None:
    mask = np.zeros((112, 112), np.bool_)
    mask[28:84, 14:42] = mask[30:70, 60:84] = True
    found = region_of(mask)
    by_hand = (14 / 112 - 7 / 112, 28 / 112 - 5.6 / 112, 84 / 112 + 7 / 112, 84 / 112 + 5.6 / 112)
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(by_hand)


def test_the_region_ends_where_the_film_ends() -> None:
    assert region_of(np.ones((112, 112), np.bool_)) == WHOLE


def test_without_plausible_lungs_the_centre_is_looked_at() -> None:
    mask = np.zeros((112, 112), np.bool_)
    mask[2:5, 2:5] = True
    assert lung_region(Lungs(FIELDS[:1], mask)) == CENTRE
    assert lung_region(Lungs(FIELDS, mask)) == region_of(mask)


def test_an_empty_mask_has_no_region() -> None:
    with pytest.raises(ValueError, match="empty"):
        region_of(np.zeros((4, 4), np.bool_))


def test_the_whole_film_is_cut_out_as_it_is() -> None:
    picture = np.random.default_rng(0).integers(0, 256, (224, 224)).astype(np.uint8)
    np.testing.assert_array_equal(crop(picture, WHOLE, 224), picture)


@settings(deadline=None)
@given(regions())
def test_a_crop_shows_its_region_pixel_for_pixel(region: Region) -> None:
    centres = (np.arange(224) + 0.5) / 224
    for across, down in ((1.0, 0.0), (0.0, 1.0)):
        cut = crop_map(ramp(across, down), region, 224)
        where = across * (region.left + centres * region.width)
        where = where + down * (region.top + centres[:, np.newaxis] * region.height)
        # OpenCV places pixels to a thirty-second; at the film's rim half a pixel is repeated.
        assert np.abs(cut - where).max() <= 0.5 / 224 + 1 / 32 / 224 + 1e-6


@settings(deadline=None)
@given(regions())
def test_what_is_cut_out_goes_back_to_where_it_was(region: Region) -> None:
    y, x = np.mgrid[0:224, 0:224] / 224
    film = (np.sin(5 * x) + np.cos(4 * y)).astype(np.float32)
    back = map_to_image(crop_map(film, region, 112), 224, 224, region)
    centres = (np.arange(224) + 0.5) / 224
    across = (centres > region.left + 0.01) & (centres < region.right - 0.01)
    down = (centres > region.top + 0.01) & (centres < region.bottom - 0.01)
    inside = down[:, np.newaxis] & across
    assert np.abs(back - film)[inside].max() < 0.03
    outside = (centres < region.left) | (centres > region.right)
    assert not back[:, outside].any()
    outside = (centres < region.top) | (centres > region.bottom)
    assert not back[outside].any()


def test_map_coordinates_are_those_of_the_region() -> None:
    grid = np.zeros((14, 14), np.float32)
    grid[3, 10] = 1.0
    for region in (WHOLE, Region(0.2, 0.3, 0.7, 0.9)):
        row, column = np.unravel_index(map_to_image(grid, 1120, 2240, region).argmax(), (1120, 2240))
        assert (row + 0.5) / 1120 == pytest.approx(region.top + 3.5 / 14 * region.height, abs=0.001)
        assert (column + 0.5) / 2240 == pytest.approx(region.left + 10.5 / 14 * region.width, abs=0.001)


def test_a_map_drawn_over_the_film_never_overshoots() -> None:
    grid = np.random.default_rng(0).random((14, 14)).astype(np.float32)
    drawn = map_to_image(grid, 333, 222)
    assert grid.min() - 1e-6 <= drawn.min()
    assert drawn.max() <= grid.max() + 1e-6


def test_displacements_move_what_is_seen_as_they_say() -> None:
    film = np.zeros((224, 224), np.uint8)
    film[107:117, 147:157] = 255  # to the right of the centre

    def seen(moved: Displacement) -> tuple[float, float]:
        y, x = np.nonzero(crop(film, WHOLE, 224, moved) > 127)
        return float(x.mean()) - 111.5, float(y.mean()) - 111.5

    assert seen(Displacement(right=0.1)) == pytest.approx((40 - 22.4, 0), abs=0.6)
    assert seen(Displacement(down=0.1)) == pytest.approx((40, -22.4), abs=0.6)
    assert seen(Displacement(degrees=90)) == pytest.approx((0, 40), abs=0.6)  # clockwise: below
    assert seen(Displacement(scale=2.0)) == pytest.approx((20, 0), abs=0.6)

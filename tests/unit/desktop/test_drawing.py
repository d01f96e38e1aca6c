"""Arrays, levels and colours."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from desktop.colours import evidence_colours, overlay_colours
from desktop.film import make_film, pyramid
from desktop.film_items import FilmItem, level_for
from desktop.gestures import dragged_window
from desktop.qimage import to_qimage
from inference import LookupTable, Radiograph, Window


def test_a_picture_keeps_its_pixels_whatever_its_width() -> None:
    grey = np.arange(7 * 13, dtype=np.uint8).reshape(7, 13)
    image = to_qimage(grey)
    assert (image.width(), image.height()) == (13, 7)
    assert image.pixelColor(12, 6).red() == grey[6, 12]
    rgb = np.stack([grey, grey + 50, grey + 100], axis=2)
    assert to_qimage(rgb).pixelColor(12, 6).getRgb()[:3] == tuple(rgb[6, 12])


def test_a_picture_outlives_its_array() -> None:
    grey = np.full((3, 5), 200, dtype=np.uint8)
    image = to_qimage(grey)
    grey[:] = 0
    assert image.pixelColor(0, 0).red() == 200


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint16, np.int16])
def test_every_level_is_half_as_large_and_keeps_the_mean(dtype: type) -> None:
    info = np.iinfo(dtype)
    film = np.random.default_rng(0).integers(info.min, info.max, (1201, 900), dtype, endpoint=True)
    levels = pyramid(film)
    assert levels[0] is film
    assert [level.shape for level in levels] == [(1201, 900), (601, 450), (301, 225)]
    assert all(level.dtype == dtype and level.flags.c_contiguous for level in levels)
    assert levels[-1].mean() == pytest.approx(film.mean(), abs=(info.max - info.min) / 200)


@pytest.mark.parametrize(
    ("scale", "level"), [(4.0, 0), (1.0, 0), (0.75, 0), (0.5, 1), (0.49, 1), (0.25, 2), (0.01, 2)]
)
def test_the_level_drawn_is_never_coarser_than_the_screen(scale: float, level: int) -> None:
    assert level_for(scale, 3) == level


@pytest.mark.parametrize("cold", [False, True])
def test_evidence_colours_grow_lighter_evenly(cold: bool) -> None:
    lightness = evidence_colours(cold).astype(float) @ [0.2126, 0.7152, 0.0722]
    assert np.all(np.diff(lightness) > -0.6)
    assert lightness[0] < 2
    assert lightness[-1] > 240


def test_evidence_against_disease_never_glows_red_or_yellow() -> None:
    red, _, blue = evidence_colours(cold=True).astype(int).T
    assert (blue >= red).all()
    assert (evidence_colours(cold=False)[128, 0]) > 150


@pytest.mark.parametrize("cold", [False, True])
def test_no_evidence_is_transparent_and_evidence_is_not(cold: bool) -> None:
    rgba = overlay_colours(cold)
    assert not rgba[0].any()
    assert (rgba[64:, 3] == 255).all()
    assert (rgba[:, :3] <= rgba[:, 3:]).all()


def film() -> Radiograph:
    return Radiograph("x", np.arange(801, dtype=np.uint16).reshape(1, 801))


def test_one_pixel_of_drag_is_a_fixed_part_of_the_range() -> None:
    start = Window(400, 500, "LINEAR_EXACT", "name")
    assert dragged_window(film(), start, QPointF(10, -20)) == Window(380, 510, "LINEAR_EXACT", "")


def test_a_window_never_closes_completely() -> None:
    assert dragged_window(film(), Window(400, 5), QPointF(-900, 0)).width == 1.0
    assert dragged_window(film(), Window(400, 5, "LINEAR_EXACT"), QPointF(-900, 0)).width > 0


def test_dragging_a_voi_lut_begins_with_the_window_over_its_input() -> None:
    table = LookupTable(np.arange(256, dtype=np.uint16), first=100, bits=8, explanation="LUT")
    window = dragged_window(film(), table, QPointF(0, 0))
    assert (window.center, window.width) == (228, 256)


@pytest.mark.parametrize(("scale", "finest"), [(1.0, True), (0.2, False)])
def test_the_level_drawn_is_the_one_the_screen_needs(scale: float, finest: bool) -> None:
    """A grid of single pixels: only the finest level has it, and far away it is an even grey."""
    grid = (np.indices((1200, 1200)).sum(axis=0) % 2 * 255).astype(np.uint8)
    item = FilmItem()
    radiograph = Radiograph("x", grid)
    item.show_film(make_film(radiograph), radiograph.display_table())
    picture = QImage(100, 100, QImage.Format.Format_RGB32)
    painter, option = QPainter(picture), QStyleOptionGraphicsItem()
    painter.scale(scale, scale)
    option.exposedRect = QRectF(0, 0, 100 / scale, 100 / scale)
    item.paint(painter, option)
    painter.end()
    greys = {picture.pixelColor(x, y).red() for x in range(40, 50) for y in range(40, 50)}
    assert (greys == {0, 255}) if finest else all(abs(grey - 128) < 8 for grey in greys)

"""Films whose file asks for some of them to be covered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.film import make_film
from inference import load_radiograph
from phantom import dicom, write_dicom

Open = Callable[..., None]
ROWS, COLUMNS = 200, 160
# All of it 200 of 255, so that what is covered is what is not 200.
GREY = np.full((ROWS, COLUMNS), 200, np.uint8)
SHAPES: dict[str, dict[str, Any]] = {
    "RECTANGULAR": {
        "ShutterLeftVerticalEdge": 21,
        "ShutterRightVerticalEdge": 130,
        "ShutterUpperHorizontalEdge": 31,
        "ShutterLowerHorizontalEdge": 190,
    },
    "CIRCULAR": {"CenterOfCircularShutter": [101, 81], "RadiusOfCircularShutter": 60},
    "POLYGONAL": {"VerticesOfThePolygonalShutter": [11, 80, 190, 150, 190, 11]},
}


def covered_film(folder: Path, *shapes: str, **attributes: Any) -> Path:
    """A film with a shutter of these shapes."""
    said = {keyword: value for shape in shapes for keyword, value in SHAPES[shape].items()}
    window = {"WindowCenter": 128, "WindowWidth": 256}
    ds = dicom(GREY, ShutterShape=list(shapes), **window, **said, **attributes)
    return write_dicom(folder / "film", ds)


def visible(*shapes: str) -> NDArray[np.bool_]:
    """Of the film's pixels those whose centre is in every shape, straight from PS3.3 C.7.6.11."""
    # Rows and columns are counted from 1.
    row, column = np.mgrid[1 : ROWS + 1, 1 : COLUMNS + 1]
    seen = np.ones((ROWS, COLUMNS), bool)
    if "RECTANGULAR" in shapes:
        seen &= (column >= 21) & (column <= 130) & (row >= 31) & (row <= 190)
    if "CIRCULAR" in shapes:
        seen &= np.hypot(column - 81, row - 101) < 60
    if "POLYGONAL" in shapes:
        # A triangle standing on its base.
        down = (row - 11) / 179
        seen &= (row <= 190) & (column >= 80 - 69 * down) & (column <= 80 + 70 * down)
    return seen


def drawn(app: App) -> NDArray[np.uint8]:
    """The film as it is painted, a screen pixel a film pixel, without what stands in the corners."""
    picture = QImage(COLUMNS, ROWS, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    area = QRectF(0, 0, COLUMNS, ROWS)
    app.view.scene().render(painter, area, area)
    painter.end()
    return greys(picture)


def greys(picture: QImage) -> NDArray[np.uint8]:
    """(rows, columns) uint8, a copy."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    lines = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return lines[:, : grey.width()].copy()


@pytest.mark.parametrize(
    "shapes",
    [("RECTANGULAR",), ("CIRCULAR",), ("POLYGONAL",), ("RECTANGULAR", "CIRCULAR", "POLYGONAL")],
    ids="-".join,
)
def test_what_lies_outside_any_shape_is_covered(
    app: App, open_and_wait: Open, tmp_path: Path, shapes: tuple[str, ...]
) -> None:
    open_and_wait(covered_film(tmp_path, *shapes, ShutterPresentationValue=0x4040))
    picture, seen = drawn(app), visible(*shapes)
    assert set(np.unique(picture)) == {64, 200}
    # Of slanting edges a pixel may fall to either side.
    assert np.count_nonzero((picture == 200) != seen) <= (0 if shapes == ("RECTANGULAR",) else 8)


def test_a_circle_is_one_on_the_screen_also_where_pixels_are_not_square(
    qapp: QApplication, tmp_path: Path
) -> None:
    radiograph = load_radiograph(covered_film(tmp_path, "CIRCULAR", ImagerPixelSpacing=[0.4, 0.2]))
    assert radiograph.pixel_aspect == 2.0
    inside = (greys(make_film(radiograph).thumbnail) > 100).nonzero()
    assert np.ptp(inside[0]) == pytest.approx(np.ptp(inside[1]), abs=2)


def test_the_corner_says_so_and_the_menu_shows_all_of_it_until_the_next_film(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    open_and_wait(covered_film(tmp_path, "RECTANGULAR"))
    shutter = app.actions["shutter"]
    assert shutter.isEnabled()
    assert shutter.isVisible()
    assert shutter.isChecked()
    assert "Shuttered" in app.corners.display.lines
    shutter.trigger()
    assert not shutter.isChecked()
    assert "Shuttered" not in app.corners.display.lines
    assert set(np.unique(drawn(app))) == {200}
    app.actions["reset"].trigger()
    assert shutter.isChecked()
    assert set(np.unique(drawn(app))) == {0, 200}


def test_the_value_under_the_cursor_is_the_film_s_also_where_it_is_covered(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    open_and_wait(covered_film(tmp_path, "RECTANGULAR"))
    app.view.hovered.emit(0, 0)
    assert app.corners.display.lines[0].startswith("Value 200")


def test_a_film_without_a_shutter_has_nothing_to_open(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    open_and_wait(write_dicom(tmp_path / "film", dicom(GREY)))
    assert not app.actions["shutter"].isVisible()
    assert not app.actions["shutter"].isEnabled()
    assert not app.actions["shutter"].isChecked()
    assert "Shuttered" not in app.corners.display.lines

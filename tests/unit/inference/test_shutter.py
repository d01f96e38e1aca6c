"""The Display Shutter of PS3.3 C.7.6.11, as it is read and what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import Dataset

from inference import Radiograph, Shutter, load_radiograph
from phantom import dicom, thorax_u16, write_dicom

RECTANGLE: dict[str, Any] = {
    "ShutterShape": "RECTANGULAR",
    "ShutterLeftVerticalEdge": 11,
    "ShutterRightVerticalEdge": 40,
    "ShutterUpperHorizontalEdge": 21,
    "ShutterLowerHorizontalEdge": 70,
}
CIRCLE: dict[str, Any] = {
    "ShutterShape": "CIRCULAR",
    "CenterOfCircularShutter": [51, 31],
    "RadiusOfCircularShutter": 20,
}
POLYGON: dict[str, Any] = {
    "ShutterShape": "POLYGONAL",
    "VerticesOfThePolygonalShutter": [1, 30, 80, 60, 80, 1],
}


def load(tmp_path: Path, **attributes: Any) -> Radiograph:
    """A film of 80 rows and 60 columns."""
    ds = dicom(thorax_u16(80, 60), bits=12, **attributes)
    return load_radiograph(write_dicom(tmp_path / "film", ds))


@pytest.mark.parametrize(
    ("attributes", "shutter"),
    [
        # The first and the last column and row that show, counted from 1: they are in.
        (RECTANGLE, Shutter(rectangle=(10, 20, 40, 70))),
        # Row 51 and column 31 are pixels; their centres are half a pixel on from their edges.
        (CIRCLE, Shutter(circle=(30.5, 50.5, 20))),
        (POLYGON, Shutter(polygon=((29.5, 0.5), (59.5, 79.5), (0.5, 79.5)))),
        (
            RECTANGLE | CIRCLE | {"ShutterShape": ["RECTANGULAR", "CIRCULAR"]},
            Shutter(rectangle=(10, 20, 40, 70), circle=(30.5, 50.5, 20)),
        ),
    ],
)
def test_each_shape_is_read(tmp_path: Path, attributes: dict[str, Any], shutter: Shutter) -> None:
    assert load(tmp_path, **attributes).shutter == shutter


@pytest.mark.parametrize(("value", "grey"), [(None, 0), (0, 0), (0xFFFF, 255), (0x8000, 128)])
def test_what_is_covered_has_the_grey_that_the_file_names_else_black(
    tmp_path: Path, value: int | None, grey: int
) -> None:
    shutter = load(tmp_path, **RECTANGLE, ShutterPresentationValue=value).shutter
    assert shutter is not None
    assert shutter.grey == grey


@pytest.mark.parametrize(
    "attributes",
    [
        RECTANGLE | {"ShutterRightVerticalEdge": 10},
        RECTANGLE | {"ShutterLeftVerticalEdge": 61, "ShutterRightVerticalEdge": 90},
        RECTANGLE | {"ShutterUpperHorizontalEdge": None},
        CIRCLE | {"RadiusOfCircularShutter": 0},
        CIRCLE | {"CenterOfCircularShutter": [51]},
        CIRCLE | {"CenterOfCircularShutter": [51, 91]},
        POLYGON | {"VerticesOfThePolygonalShutter": [1, 30, 80, 60]},
        POLYGON | {"VerticesOfThePolygonalShutter": [1, 30, 80, 60, 80]},
        POLYGON | {"VerticesOfThePolygonalShutter": [1, 99, 80, 70, 80, 70]},
        POLYGON | {"VerticesOfThePolygonalShutter": [1, 2] * 1001},
        {"ShutterShape": "BITMAP"},
    ],
)
def test_a_shape_that_shows_nothing_or_says_nothing_is_left_out_and_said(
    tmp_path: Path, attributes: dict[str, Any]
) -> None:
    radiograph = load(tmp_path, **attributes)
    assert radiograph.shutter is None
    assert "shutter is not valid" in radiograph.warnings[0]


def test_a_frame_has_its_own_shutter(tmp_path: Path) -> None:
    groups = []
    for right in (30, 40):
        shape = Dataset()
        for keyword, value in (RECTANGLE | {"ShutterRightVerticalEdge": right}).items():
            setattr(shape, keyword, value)
        groups.append(Dataset())
        groups[-1].FrameDisplayShutterSequence = [shape]
    ds = dicom(np.stack([thorax_u16(80, 60)] * 2), bits=12, PerFrameFunctionalGroupsSequence=groups)
    path = write_dicom(tmp_path / "film", ds)
    shutters = [load_radiograph(path, frame).shutter for frame in (0, 1)]
    assert shutters == [Shutter((10, 20, 30, 70)), Shutter((10, 20, 40, 70))]


def test_the_rendering_for_the_model_and_every_value_are_those_without_it(tmp_path: Path) -> None:
    plain, covered = load(tmp_path), load(tmp_path, **RECTANGLE)
    assert np.array_equal(plain.render(), covered.render())
    assert plain.value_range == covered.value_range
    assert plain.automatic_window == covered.automatic_window
    assert plain.modality_value(0, 0) == covered.modality_value(0, 0)

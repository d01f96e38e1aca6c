"""What is said of the pixel under the cursor."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.value_text import value_text
from inference import LookupTable, Radiograph
from inference.grayscale import ModalityTransform, Rescale

TABLE = LookupTable(np.array([0, 2500], dtype=np.uint16), first=0, bits=16, explanation="OD")


@pytest.mark.parametrize(
    ("modality", "text"),
    [
        (Rescale(), "Value 1834  at 1, 0"),
        (Rescale(0.5, -100.0, "HU"), "Value 817 HU (stored 1834)  at 1, 0"),
        (Rescale(1.0, 0.25, "US"), "Value 1834.25 (stored 1834)  at 1, 0"),
        (TABLE, "Value 2500 OD/1000 (stored 1834)  at 1, 0"),
    ],
)
def test_the_value_has_its_unit_and_the_stored_one_beside_it(
    modality: ModalityTransform, text: str
) -> None:
    film = Radiograph("x", np.array([[7, 1834]], np.uint16), modality=modality)
    assert value_text(film, 0, 1) == text


def test_a_coloured_pixel_has_three() -> None:
    film = Radiograph("x", np.array([[[1, 2, 3]]], np.uint8))
    assert value_text(film, 0, 0) == "Value 1, 2, 3 RGB  at 0, 0"


@pytest.mark.parametrize(("row", "column"), [(-1, -1), (1, 0), (0, 2)])
def test_outside_there_is_nothing(row: int, column: int) -> None:
    assert value_text(Radiograph("x", np.zeros((1, 2), np.uint8)), row, column) == ""

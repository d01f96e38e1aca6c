"""Two lungs of plausible size and place: found on drawn maps, and only there."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from inference.lungs import Lungs, find_lungs, share_outside

# Centre (x, y) and half axes in shares of the image: a plausible pair, the image's left lung first.
LEFT, RIGHT = (0.30, 0.45, 0.13, 0.30), (0.70, 0.48, 0.11, 0.26)

Ellipse = tuple[float, float, float, float]


def drawn(*ellipses: Ellipse) -> NDArray[np.float32]:
    """(112, 112) float32: probability 0.95 in the ellipses, 0.02 elsewhere."""
    film = np.full((112, 112), 0.02, np.float32)
    for x, y, across, down in ellipses:
        centre, axes = (round(x * 112), round(y * 112)), (round(across * 112), round(down * 112))
        cv2.ellipse(film, centre, axes, 0, 0, 360, 0.95, cv2.FILLED)
    return film


def test_two_lungs_are_found_with_their_size_and_place() -> None:
    lungs = find_lungs(drawn(RIGHT, LEFT))
    assert lungs.are_plausible
    assert [field.x for field in lungs.fields] == pytest.approx([0.30, 0.70], abs=0.01)
    assert [field.y for field in lungs.fields] == pytest.approx([0.45, 0.48], abs=0.01)
    by_hand = [np.pi * LEFT[2] * LEFT[3], np.pi * RIGHT[2] * RIGHT[3]]
    assert [field.area for field in lungs.fields] == pytest.approx(
        by_hand, rel=0.1
    )  # drawn on whole pixels
    np.testing.assert_array_equal(lungs.mask, drawn(LEFT, RIGHT) > 0.5)
    assert lungs.mask.shape == (112, 112)
    assert lungs.mask.dtype == np.bool_


def test_a_mirrored_film_has_two_lungs_too() -> None:
    lungs = find_lungs(np.ascontiguousarray(drawn(LEFT, RIGHT)[:, ::-1]))
    assert [field.x for field in lungs.fields] == pytest.approx([0.30, 0.70], abs=0.02)


@pytest.mark.parametrize(
    ("ellipses", "fields"),
    [
        pytest.param((), 0, id="nothing"),
        pytest.param((LEFT,), 1, id="one lung"),
        pytest.param(((0.5, 0.45, 0.25, 0.35),), 1, id="the single blob of a lateral view"),
        pytest.param(((0.5, 0.25, 0.3, 0.12), (0.5, 0.7, 0.3, 0.12)), 1, id="one above the other"),
        pytest.param(((0.3, 0.45, 0.02, 0.03), (0.7, 0.45, 0.02, 0.03)), 0, id="tiny"),
        pytest.param((LEFT, (0.7, 0.45, 0.02, 0.03)), 1, id="one lung and a speck"),
        pytest.param(((0.5, 0.5, 0.7, 0.7),), 0, id="the whole picture"),
        pytest.param(((0.25, 0.05, 0.2, 0.1), (0.75, 0.05, 0.2, 0.1)), 0, id="at the upper edge"),
    ],
)
def test_anything_else_is_not_two_lungs(ellipses: tuple[Ellipse, ...], fields: int) -> None:
    lungs = find_lungs(drawn(*ellipses))
    assert len(lungs.fields) == fields
    assert not lungs.are_plausible


def test_gas_in_the_stomach_is_not_taken_for_a_lung() -> None:
    lungs = find_lungs(drawn(LEFT, RIGHT, (0.65, 0.90, 0.08, 0.06)))
    assert [field.x for field in lungs.fields] == pytest.approx([0.30, 0.70], abs=0.01)


def test_specks_are_no_lung() -> None:
    film = drawn(LEFT, RIGHT)
    film[2:4, 2:4] = 0.95
    np.testing.assert_array_equal(find_lungs(film).mask, drawn(LEFT, RIGHT) > 0.5)


@pytest.fixture
def halves() -> Lungs:
    """Lungs that fill columns 16..47 and 64..95 of rows 16..95: cells 2-5 and 8-11 of 14."""
    film = np.zeros((112, 112), np.float32)
    film[16:96, 16:48] = film[16:96, 64:96] = 1.0
    return find_lungs(film)


def test_evidence_in_and_next_to_the_lungs_is_not_outside(halves: Lungs) -> None:
    class_map = np.full((14, 14), -1.0, np.float32)
    class_map[5, 3] = 2.0
    class_map[5, 1] = 2.0  # the cell next to the lung
    assert share_outside(class_map, halves.mask) == pytest.approx(0.0)


def test_evidence_elsewhere_is_outside_by_its_share(halves: Lungs) -> None:
    class_map = np.full((14, 14), -1.0, np.float32)
    class_map[5, 3] = 3.0
    class_map[0, 0] = 1.0
    assert share_outside(class_map, halves.mask) == pytest.approx(0.25)


def test_without_evidence_there_is_no_share(halves: Lungs) -> None:
    assert share_outside(np.full((14, 14), -1.0, np.float32), halves.mask) is None


def test_a_lung_that_ends_at_the_border_is_cut() -> None:
    whole = find_lungs(drawn(LEFT, RIGHT))
    assert [field.cut for field in whole.fields] == [0.0, 0.0]
    film = drawn(LEFT, RIGHT)
    halved = np.ascontiguousarray(film[:, 34:])  # through the middle of the first
    halved = cv2.resize(halved, (112, 112), interpolation=cv2.INTER_NEAREST)
    assert find_lungs(halved).fields[0].cut > 0.9

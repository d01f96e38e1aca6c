"""What is not lung is not shown: the film within the lungs, one grey around them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from inference import Classifier, Radiograph, Window
from inference.veil import AROUND, MID_GREY, SOFTNESS, veil
from tiny_model import LUNG_COLUMNS, LUNG_ROWS

# Beyond the edge, and so many standard deviations of it, nothing of the film is left.
REACH = AROUND // 2 + round(5 * SOFTNESS)


def film(seed: int = 0) -> NDArray[np.uint8]:
    """No pixel is like its neighbours: whatever is shown of it shows."""
    return np.random.default_rng(seed).integers(0, 256, (224, 224), dtype=np.uint8)


@pytest.fixture
def lungs() -> NDArray[np.float32]:
    """Two fields, and beside them something that is less likely lung than not."""
    likely = np.full((112, 112), 0.4, np.float32)
    likely[30:80, 20:45] = likely[30:80, 65:90] = 0.9
    return likely


def apart(lungs: NDArray[np.float32], by: int) -> NDArray[np.bool_]:
    """(224, 224) what is further than ``by`` pixels from what is likely lung."""
    likely = cv2.resize(lungs, (224, 224), interpolation=cv2.INTER_LINEAR) > 0.5
    return cv2.distanceTransform((~likely).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE) > by


def test_within_the_lungs_the_film_is_as_it_was(lungs: NDArray[np.float32]) -> None:
    shown = veil(film(), lungs)
    assert (shown.shape, shown.dtype) == ((224, 224), np.uint8)
    inner = cv2.erode((~apart(lungs, 0)).astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    assert inner.sum() > 5000
    np.testing.assert_array_equal(shown[inner], film()[inner])
    # What lies at the very edge is next to unchanged: the veil begins a little further out.
    edge = ~apart(lungs, 0)
    assert np.abs(shown[edge].astype(int) - film()[edge]).max() <= 6


def test_far_from_the_lungs_there_is_one_grey_and_nothing_of_the_film(lungs: NDArray[np.float32]) -> None:
    far = apart(lungs, REACH)
    assert far.sum() > 10000
    shown = veil(film(), lungs)
    assert len(np.unique(shown[far])) == 1
    other = np.where(far, film(1), film()).astype(np.uint8)
    assert not np.array_equal(other, film())
    np.testing.assert_array_equal(veil(other, lungs), shown)


def test_the_grey_is_that_of_what_is_shown(lungs: NDArray[np.float32]) -> None:
    near = apart(lungs, AROUND)
    bright = np.where(near, 10, 180).astype(np.uint8)
    assert veil(bright, lungs)[0, 0] == 180
    assert veil(255 - bright, lungs)[0, 0] == 75


@pytest.mark.parametrize("likely", [0.0, 0.5])
def test_without_lungs_nothing_is_shown(likely: float) -> None:
    shown = veil(film(), np.full((112, 112), likely, np.float32))
    np.testing.assert_array_equal(shown, np.full((224, 224), MID_GREY, np.uint8))


def test_where_all_is_lung_nothing_is_covered() -> None:
    np.testing.assert_array_equal(veil(film(), np.ones((112, 112), np.float32)), film())


def test_a_wider_or_softer_veil_shows_more(lungs: NDArray[np.float32]) -> None:
    def shown(around: int, softness: float) -> int:
        veiled = veil(film(), lungs, around, softness)
        return int((veiled != veiled[0, 0]).sum())

    assert shown(5, 1.0) < shown(AROUND, SOFTNESS) < shown(15, 4.0)


def test_the_film_that_was_given_stays_as_it_was(lungs: NDArray[np.float32]) -> None:
    given = film()
    veil(given, lungs)
    np.testing.assert_array_equal(given, film())


# --- and so no number depends on it ------------------------------------------------------------------


@pytest.fixture(scope="module")
def seeing(tiny_model: Path, tiny_segmenter: Path) -> Classifier:
    """Brightness is all that the tiny classifier sees, the dark is lung to the tiny view network."""
    return Classifier(tiny_model, lungs=tiny_segmenter)


def radiograph(outside: int) -> Radiograph:
    """Two dark fields within light; beyond all reach of them, at every border, ``outside``."""
    pixels = np.tile(np.linspace(190, 210, 448).astype(np.uint8), (448, 1))
    pixels[120:330, 90:190] = pixels[120:330, 260:360] = 60
    border = np.ones((448, 448), np.bool_)
    border[70:380, 40:410] = False
    # No lung, however dark: the tiny view network looks for none here.
    rows, columns = np.zeros(112, np.bool_), np.zeros(112, np.bool_)
    rows[LUNG_ROWS] = True
    for part in LUNG_COLUMNS:
        columns[part] = True
    within = np.kron(np.outer(rows, columns), np.ones((4, 4))) > 0
    pixels[border] = 255
    pixels[border & ~within] = outside
    return Radiograph("film", pixels, voi=(Window(127.5, 255, "LINEAR_EXACT"),))


def test_what_lies_far_outside_the_lungs_changes_no_number(seeing: Classifier) -> None:
    plain, marked = (seeing.predict(radiograph(outside), True) for outside in (255, 0))
    assert plain.lungs is not None
    assert plain.lungs.are_plausible
    assert marked.probabilities == plain.probabilities
    assert marked.none_of_these == plain.none_of_these
    # A change of the grey values is made of what is shown: the ranges are the same, too.
    assert marked.ranges == plain.ranges
    for one, other in zip(plain.evidence, marked.evidence, strict=True):
        assert one.logit == other.logit
        np.testing.assert_array_equal(one.class_map, other.class_map)


def test_what_lies_within_the_lungs_changes_them(seeing: Classifier) -> None:
    plain = radiograph(255)
    pixels = plain.pixels.copy()
    pixels[200:240, 120:160] = 90
    spotted = seeing.predict(replace(plain, pixels=pixels), True, stability=False)
    assert spotted.evidence[0].logit > seeing.predict(plain, True, stability=False).evidence[0].logit


def test_without_a_view_network_nothing_is_covered(tiny_model: Path) -> None:
    blind = Classifier(tiny_model)
    plain, marked = (blind.predict(radiograph(outside), True, stability=False) for outside in (255, 0))
    assert plain.evidence[0].logit > marked.evidence[0].logit + 0.1

"""Lines of equal evidence."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.contours import LEVELS, contour_lines, level_lines
from inference import ModelIdentity, Region, Saliency

WHOLE = Region(0, 0, 1, 1)


def disc(side: int = 41, radius: float = 12.0) -> np.ndarray:
    """1 in the middle, falling evenly to 0 at twice ``radius``: half of it lies on the circle."""
    rows, columns = np.mgrid[:side, :side] - side // 2
    distance = np.hypot(rows, columns)
    return np.clip(1 - distance / (2 * radius), 0, 1).astype(np.float32)


def ends(lines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return lines[:, :2], lines[:, 2:]


def test_the_line_of_a_level_runs_where_the_map_has_it() -> None:
    lines = level_lines(disc(), 0.5)
    for end in ends(lines):
        np.testing.assert_allclose(np.hypot(*(end - 20).T), 12.0, atol=0.1)
    length = np.hypot(*(ends(lines)[0] - ends(lines)[1]).T).sum()
    assert length == pytest.approx(2 * np.pi * 12, rel=0.01)


@pytest.mark.parametrize("seed", range(5))
def test_every_line_is_closed(seed: int) -> None:
    """Whatever the map, also where it reaches the edge and where two peaks touch."""
    grid = np.random.default_rng(seed).uniform(0, 1, (9, 12)).astype(np.float32)
    lines = level_lines(grid, 0.5)
    _, meetings = np.unique(np.round(np.concatenate(ends(lines)), 6), axis=0, return_counts=True)
    assert (meetings % 2 == 0).all()


def test_a_map_below_the_level_has_no_line() -> None:
    assert len(level_lines(np.full((5, 5), 0.4, np.float32), 0.5)) == 0


def test_lines_lie_on_the_film_where_the_map_is_drawn() -> None:
    grid = np.zeros((14, 14), np.float32)
    grid[4:8, 9:12] = 4.0
    saliency = Saliency("opacity", grid, WHOLE, 4.0, ModelIdentity("m", "0", ""))
    lines = contour_lines(saliency, 1400, 700)
    assert list(lines) == list(LEVELS)
    across = [x for line in lines[0.5] for x in (line.x1(), line.x2())]
    down = [y for line in lines[0.5] for y in (line.y1(), line.y2())]
    # Halfway between the centres of cells with and without evidence.
    assert (min(across), max(across)) == pytest.approx((450, 600), abs=5)
    assert (min(down), max(down)) == pytest.approx((400, 800), abs=10)


def test_below_the_threshold_there_is_no_line() -> None:
    saliency = Saliency("opacity", disc(14, 5) * 4, WHOLE, 4.0, ModelIdentity("m", "0", ""))
    assert list(contour_lines(saliency, 300, 300, threshold=0.5)) == [0.5, 0.75]

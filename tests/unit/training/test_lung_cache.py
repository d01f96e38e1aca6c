"""Where the view network found the lungs is kept, and asked again when the network changes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
from tiny_model import write_tiny_segmenter
from training import lung_cache


def test_a_film_with_two_dark_fields_has_lungs_and_their_region(tmp_path: Path) -> None:
    model = write_tiny_segmenter(tmp_path / "lungs.onnx")
    films = np.full((2, 224, 224), 230, np.uint8)
    films[0, 60:170, 40:90] = films[0, 60:170, 135:185] = 20
    lung_cache.build(films, model, tmp_path / "lungs.npz")
    found = lung_cache.load(tmp_path / "lungs.npz")
    assert found.plausible.tolist() == [True, False]
    region = found.regions[0]
    # The fields' bounding box, a tenth of its sides wider on each.
    assert region.left == pytest.approx((40 - 14.5) / 224, abs=0.01)
    assert region.bottom == pytest.approx((170 + 11) / 224, abs=0.01)
    assert found.regions[1].left == pytest.approx(0.1)


def test_another_network_is_asked_anew(tmp_path: Path) -> None:
    one = write_tiny_segmenter(tmp_path / "one.onnx")
    other = write_tiny_segmenter(tmp_path / "other.onnx", version="1")
    kept = tmp_path / "lungs.npz"
    assert not lung_cache.is_current(one, kept)
    lung_cache.build(np.zeros((1, 224, 224), np.uint8), one, kept)
    assert lung_cache.is_current(one, kept)
    assert not lung_cache.is_current(other, kept)

"""Who teaches which head what."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
from training.heads import head_targets, opacity_weights
from training.manifest import Film

NAN = float("nan")


def film(label: str, source: str) -> Film:
    return Film("", label, "classify", source, "", 0, "", "")


@pytest.mark.parametrize(
    ("label", "source", "expected"),
    [
        ("normal", "kermany", (0, NAN, NAN, 1)),
        ("viral_pneumonia", "kermany", (1, NAN, 1, 1)),
        ("other_pneumonia", "kermany", (1, NAN, 0, 1)),
        ("normal", "nih-chestxray8", (0, NAN, NAN, 0)),
        ("other_pneumonia", "nih-chestxray8", (1, 0, NAN, 0)),
        ("covid19", "covid-cxnet", (1, 1, NAN, 0)),
        ("viral_pneumonia", "cohen", (1, 0, NAN, 0)),
    ],
)
def test_a_head_is_asked_about_people_of_its_age(
    label: str, source: str, expected: tuple[float, ...]
) -> None:
    np.testing.assert_array_equal(head_targets([film(label, source)])[0], np.float32(expected))


def test_opacities_without_normals_beside_them_count_less() -> None:
    films = [film("covid19", "cohen"), film("normal", "kermany"), film("normal", "nih-chestxray8")]
    assert opacity_weights(films, 0.3).tolist() == pytest.approx([0.3, 1, 1])

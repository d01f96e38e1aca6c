"""Features are asked of the pictures that the program asks about."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn")
from inference import Classifier, load_radiograph
from phantom import thorax_u8, write_image
from tiny_model import BIASES, LUNG_WEIGHTS, WEIGHTS
from training.manifest import Film
from training.sources_told import features


def test_features_are_of_what_the_program_shows_the_network(
    tiny_model: Path, tiny_segmenter: Path, tmp_path: Path
) -> None:
    names = ["one.png", "two.png"]
    for seed, name in enumerate(names):
        write_image(tmp_path / name, thorax_u8(500, 400, seed))
    films = [Film(name, "normal", "classify", "cohen", name, 0, "CC0", "") for name in names]
    found = features(tiny_model, tiny_segmenter, tmp_path, films, 1)
    # The tiny model's are the mean brightness and the mean of the lungs: of them it makes its logits.
    logits = np.outer(found[:, 0], WEIGHTS) + np.outer(found[:, 1], LUNG_WEIGHTS) + BIASES
    classifier = Classifier(tiny_model, lungs=tiny_segmenter)
    for name, expected in zip(names, logits, strict=True):
        asked = classifier.predict(load_radiograph(tmp_path / name), True, stability=False)
        assert asked.lungs is not None
        assert asked.lungs.are_plausible
        np.testing.assert_allclose([e.logit for e in asked.evidence], expected, atol=1e-5)

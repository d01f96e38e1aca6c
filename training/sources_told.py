"""How well the hospital can be told from the classifier's features, among films of one disease."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from inference import load_radiograph
from inference.crop import crop, crop_map, lung_region
from inference.lungs import find_lungs
from inference.preprocessing import normalise, reduce
from inference.runtime import CLASSIFIER_INPUTS, CLASSIFIER_OUTPUTS, LUNGS_OUTPUTS, Model
from inference.veil import veil
from training import metrics
from training.asking import each
from training.manifest import Film

FOLDS = 5
# The regression's: there are more features than films.
STRENGTH = 0.1


def features(
    model_file: Path, lungs_file: Path, folder: Path, films: Sequence[Film], jobs: int
) -> NDArray[np.float32]:
    """(n, f): the classifier's features of every film, covered and cut out as the program does."""
    model = Model(model_file, 1, CLASSIFIER_OUTPUTS, CLASSIFIER_INPUTS)
    view = Model(lungs_file, 1, LUNGS_OUTPUTS)

    def one(film: Film) -> NDArray[np.float32]:
        reduced = reduce(load_radiograph(folder / film.image), model.spec.size)
        probability = view.run(normalise(reduced, view.spec)[np.newaxis, np.newaxis])[0][0]
        region = lung_region(find_lungs(probability))
        shown = veil(reduced, probability)
        picture = normalise(crop(shown, region, model.spec.size), model.spec)
        lungs = crop_map(probability, region, len(probability))
        outputs = model.run(picture[np.newaxis, np.newaxis], lungs[np.newaxis, np.newaxis])
        return np.asarray(outputs[2][0], dtype=np.float32)

    return np.stack(each(one, films, "features", jobs))


def told(
    found: NDArray[np.float32], films: Sequence[Film], resamples: int, seed: int
) -> dict[str, Any] | None:
    """Balanced accuracy of a logistic regression, each film by one that saw no film of its group.

    None where there are not two sources with enough patients.
    """
    sources = np.array([film.source for film in films])
    groups = np.array([film.group for film in films])
    names = sorted({str(source) for source in sources})
    patients = [len(set(groups[sources == name])) for name in names]
    if len(names) < 2 or min(patients) < FOLDS:
        return None
    called = np.empty_like(sources)
    for learned, asked in StratifiedGroupKFold(FOLDS, shuffle=True, random_state=seed).split(
        found, sources, groups
    ):
        regression = make_pipeline(
            StandardScaler(), LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=2000)
        )
        called[asked] = regression.fit(found[learned], sources[learned]).predict(found[asked])
    right = called == sources

    def balanced(drawn: NDArray[np.intp]) -> float:
        recalls = [right[drawn][sources[drawn] == name] for name in names]
        return float(np.mean([part.mean() if part.size else np.nan for part in recalls]))

    estimate = metrics.bootstrap(balanced, list(groups), resamples)
    return {
        "balanced accuracy": asdict(estimate),
        "chance": 1 / len(names),
        "sources": {name: int((sources == name).sum()) for name in names},
    }

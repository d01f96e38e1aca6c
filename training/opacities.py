"""Where the class map points, against what radiologists outlined. No network learned from the outlines.

The map is that of an opacity, which is the evidence for COVID-19 and for viral pneumonia alike, brought to
the film's own pixels by the function that draws it in the window. Beside it stands a pin: the same place
in the lungs of every film, which needs no network at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from inference import Classifier, Prediction, Radiograph, load_radiograph
from training import metrics
from training.asking import each, known_lungs, read_mask
from training.manifest import Film
from training.measures import TOO_FEW, Cell
from training.twins import Mask

# The finding whose evidence is looked at.
FINDING = "covid19"
# Where the pin is put, in shares of the lungs' bounding box: the lower field on either side.
PINS = {"pin, left of the picture": (0.22, 0.65), "pin, right of the picture": (0.78, 0.65)}

Map = NDArray[np.float32]


def measure(found: Map, outline: Mask, lungs: Mask) -> dict[str, float]:
    """One film's figures: its map, the outlines and the lungs are all (rows, columns)."""
    peak = np.unravel_index(int(found.argmax()), found.shape)
    positive = np.maximum(found, 0.0).astype(np.float64)
    total = float(positive.sum())
    return {
        "peak inside": float(outline[peak]),
        "peak in lung": float(lungs[peak]),
        "positive mass in lung": float(positive[lungs].sum() / total) if total else float("nan"),
        "IoU at equal area": iou_at_equal_area(found, outline),
    }


def iou_at_equal_area(found: Map, outline: Mask) -> float:
    """Common area over that of both, of the outline and of as many pixels where the map is greatest."""
    area = int(outline.sum())
    greatest = np.zeros(found.size, dtype=bool)
    greatest[np.argsort(-found.ravel(), kind="stable")[:area]] = True
    common = int((greatest & outline.ravel()).sum())
    return common / (2 * area - common)


def pin(lungs: Mask, across: float, down: float) -> Map:
    """Greatest at one place of the lungs' bounding box and less the further away, in pixels."""
    rows, columns = np.flatnonzero(lungs.any(axis=1)), np.flatnonzero(lungs.any(axis=0))
    y = rows[0] + down * (rows[-1] - rows[0])
    x = columns[0] + across * (columns[-1] - columns[0])
    i, j = np.indices(lungs.shape)
    return np.asarray(-np.hypot(i - y, j - x), dtype=np.float32)


def against_outlines(
    classifier: Classifier, folder: Path, films: Sequence[Film], report_fold: int, resamples: int, jobs: int
) -> dict[str, Any]:
    """Figures of all films with outlines, by what is looked at: all, those never seen, by label, pins."""
    outlined = [film for film in films if film.opacity_mask]

    def one(film: Film) -> dict[str, dict[str, float]]:
        radiograph = load_radiograph(folder / film.image)
        prediction = classifier.predict(radiograph, even_if_unsuitable=True, stability=False)
        lungs, _ = known_lungs(folder, film, radiograph, prediction)
        outline = read_mask(folder / film.opacity_mask) > 0
        if lungs is None or not outline.any():
            return {}
        found = {"map": measure(evidence_map(classifier, radiograph, prediction), outline, lungs)}
        for name, place in PINS.items():
            figures = measure(pin(lungs, *place), outline, lungs)
            del figures["positive mass in lung"]
            found[name] = figures
        return found

    measured = each(one, outlined, "outlines", jobs)
    rows = {}
    for name, keep in _parts(outlined, report_fold).items():
        own = [i for i, film in enumerate(outlined) if keep(film) and measured[i]]
        rows[name] = _figures([measured[i]["map"] for i in own], [outlined[i] for i in own], resamples)
    every = [i for i, found in enumerate(measured) if found]
    for name in PINS:
        figures = [measured[i][name] for i in every]
        rows[name] = _figures(figures, [outlined[i] for i in every], resamples)
    return rows


def evidence_map(classifier: Classifier, radiograph: Radiograph, prediction: Prediction) -> Map:
    """The evidence for an opacity as the window would draw it, but neither cut off nor scaled."""
    finding = next(one for one in prediction.findings if one.name == FINDING)
    saliency = classifier.explain(radiograph, finding)
    return saliency.evidence(radiograph.rows, radiograph.columns)


def _parts(films: Sequence[Film], report_fold: int) -> dict[str, Callable[[Film], bool]]:
    parts: dict[str, Callable[[Film], bool]] = {
        "all films": lambda film: True,
        "films not learned from": lambda film: film.fold == report_fold,
    }
    for label in sorted({film.label for film in films}):
        parts[label] = lambda film, label=label: film.label == label  # type: ignore[misc]
    return parts


def _figures(figures: Sequence[dict[str, float]], films: Sequence[Film], resamples: int) -> dict[str, Cell]:
    names = list(figures[0]) if figures else []
    found: dict[str, Cell] = {}
    for name in names:
        values = np.array([one[name] for one in figures])
        kept = np.flatnonzero(~np.isnan(values))
        own, groups = values[kept], [films[i].group for i in kept]
        if len(own) < TOO_FEW:
            found[name] = {"films": len(own)}
            continue

        def mean(drawn: NDArray[np.intp], own: NDArray[np.float64] = own) -> float:
            return float(own[drawn].mean())

        found[name] = asdict(metrics.bootstrap(mean, groups, resamples))
    return found

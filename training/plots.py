"""The report's pictures: figures only, never a film."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray
from sklearn.metrics import roc_curve

from training import measures, metrics
from training.asking import ANSWERS, FULL, Asked
from training.measures import COVID_OR_OTHER, WITHIN_SOURCE, Measure

CURVES = {FULL: "-", "lungs black": "--", "lungs grey": "-.", "frame only": ":"}


def write(folder: Path, result: Mapping[str, Any], asked: Mapping[str, Asked]) -> None:
    """confusion.png, roc.png and reliability.png."""
    with mpl.rc_context({"font.size": 9}):
        confusion(result["confusion"]).savefig(folder / "confusion.png", dpi=100)
        roc(asked).savefig(folder / "roc.png", dpi=100)
        reliability(result).savefig(folder / "reliability.png", dpi=100)


def confusion(matrix: Sequence[Mapping[str, Any]]) -> Figure:
    """Counts, shaded by the share of the row."""
    figure = Figure(figsize=(5.4, 4.4), layout="constrained")
    figure.suptitle("source-confounded")
    counts = np.array([line["of four"] for line in matrix])
    draw_confusion(figure.add_subplot(), counts, [line["label"] for line in matrix], ANSWERS)
    return figure


def draw_confusion(
    axes: Axes, counts: NDArray[np.int64], labels: Sequence[str], called: Sequence[str]
) -> None:
    """Counts (labels, called), shaded by the share of the row, on axes that are there."""
    shares = counts / np.maximum(counts.sum(1, keepdims=True), 1)
    axes.imshow(shares, cmap="Greys", vmin=0, vmax=1)
    for (i, j), count in np.ndenumerate(counts):
        colour = "white" if shares[i, j] > 0.5 else "black"
        axes.text(j, i, str(count), ha="center", va="center", color=colour)
    axes.set_xticks(range(len(called)), called, rotation=20)
    axes.set_yticks(range(len(labels)), labels)
    axes.set_xlabel("called")
    axes.set_ylabel("label")


def roc(asked: Mapping[str, Asked]) -> Figure:
    """The comparisons within one source, a panel each, a curve a twin."""
    panels = [*WITHIN_SOURCE, COVID_OR_OTHER]
    figure = Figure(figsize=(9, 8), layout="constrained")
    for k, measure in enumerate(panels):
        axes = figure.add_subplot(2, 2, k + 1)
        for name, style in CURVES.items():
            _curve(axes, name, style, measure, asked[name].where(measure.keep))
        axes.plot([0, 1], [0, 1], color="lightgrey", linewidth=0.8)
        axes.set_title(measure.name.removesuffix(", AUC"))
        axes.set_xlabel("false positive rate")
        axes.set_ylabel("true positive rate")
        if axes.get_legend_handles_labels()[0]:
            axes.legend(loc="lower right", title="AUC")
    return figure


def _curve(axes: Axes, name: str, style: str, measure: Measure, some: Asked) -> None:
    assert isinstance(measure.figure, measures.Auc)
    positive, value = measure.figure.values(some)
    area = metrics.auc(positive, value)
    if np.isnan(area):
        return
    false, true, _ = roc_curve(positive, value)
    axes.plot(false, true, style, label=f"{name} {area:.3f}")


def reliability(result: Mapping[str, Any]) -> Figure:
    """Accuracy over confidence, bins of equal mass: the report fold, and sources that a run left out."""
    figure = Figure(figsize=(4.6, 4.2), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0.2, 1], [0.2, 1], ":", color="grey")
    lines = {"report fold": result["calibration"]["all films"]}
    for source, found in (result["left_out"] or {"sources": {}})["sources"].items():
        lines[f"{source}, left out"] = found["all films"]["calibration"]
    for (name, found), mark in zip(lines.items(), ("o-", "s--", "^--", "v--"), strict=False):
        bins = found["bins"]
        axes.plot(
            [one["confidence"] for one in bins], [one["accuracy"] for one in bins], mark, ms=4, label=name
        )
    axes.set_xlabel("mean probability of the greatest of the four")
    axes.set_ylabel("share of films called rightly")
    axes.legend(loc="upper left")
    return figure

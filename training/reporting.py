"""The evaluation as a page and plots: figures only, never a film."""

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

from training.config import CLASSES
from training.metrics import auc, reliability

VIEWS = ("full", "full, same films", "lungs out", "frame only")
Answers = tuple[NDArray[np.int64], NDArray[np.float64]]

# What the first notebook published: its generator shuffled, so its matrix disagreed.
NOTEBOOK = "The notebook this grew out of: 0.947 on 206 films, where its own confusion matrix said 0.35."


def write_report(folder: Path, result: Mapping[str, Any], twins: Mapping[str, Answers]) -> None:
    """report.md and its plots. ``twins``: labels (n,) and probabilities (n, classes) of each view."""
    folder.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context({"font.size": 9}):
        plot_confusion(np.array(result["confusion_matrix"])).savefig(folder / "confusion.png", dpi=100)
        plot_roc(twins).savefig(folder / "roc.png", dpi=100)
        plot_reliability(*twins["full"]).savefig(folder / "reliability.png", dpi=100)
    (folder / "report.md").write_text(page(result), encoding="utf-8")


def page(result: Mapping[str, Any]) -> str:
    """report.md."""
    model, spec, calibration = result["model"], result["spec"], result["calibration"]
    matrix = np.array(result["confusion_matrix"])
    figures = [[row["measure"], *(cell(row[view]) for view in VIEWS)] for row in result["figures"]]
    counts = [[name, *map(str, line)] for name, line in zip(CLASSES, matrix, strict=True)]
    calibrated = [
        [name, *(f"{calibration[key + kind]:.3f}" for kind in ("", "_uncalibrated"))]
        for name, key in (
            ("calibration error, 15 bins of equal mass", "calibration_error"),
            ("negative log-likelihood", "nll"),
        )
    ]
    forced = [_forced_line(row) for row in result["forced"]]
    return f"""# Evaluation of {model["name"]} {model["version"]}

Written by `python -m training.evaluate`; do not edit. The exported file was asked through the program's
own door about fold {result["report_fold"]}, which it neither learned from nor was chosen or calibrated by.

| | |
| --- | --- |
| model, SHA-256 | `{model["sha256"]}` |
| films, SHA-256 of the manifest | `{result["manifest_sha256"]}` |
| training code | `{spec["revision"]}` |
| input | {spec["size"]} x {spec["size"]} pixels |
| evidence drawn at full strength | {spec["evidence_scale"]:.2f} logits |

**The accuracy is source-confounded.** Nearly every viral pneumonia here is a child of one hospital and
every COVID-19 film comes from elsewhere, so a network can score high by telling hospitals apart. The
twins say how much of each figure is left without the lungs: "lungs out" has them blacked out (films
with a lung mask only; "full, same films" is what to compare it with), "frame only" keeps the outer
tenth of each side. None of these figures is of a hospital that the model has not seen.

Intervals are 95 % by resampling patients ({result["resamples"]} times); n is the number of films. The
program refuses {100 * result["frontals_refused"]:.1f} % of the films of the three classes.

{table(["measure", *VIEWS], figures)}

## Confusion matrix

{table(["label, called", *CLASSES], counts)}

The diagonal holds {np.trace(matrix)} of {matrix.sum()} films: {np.trace(matrix) / matrix.sum():.3f},
the accuracy above.
{NOTEBOOK}

![Confusion matrix](confusion.png)

## ROC

![One class against the rest, with its twins](roc.png)

## Calibration

{table(["", "as served", "without temperature"], calibrated)}

The temperature, {calibration["temperature"]:.3f}, was fitted on another fold of the same sources; elsewhere
the probabilities may be far off.

![Reliability](reliability.png)

## Forced to choose

The model must name one of its classes even for films that are none: other pneumonias of the same fold,
and films that nothing was learned from (nor from their patients): laterals and CT slices
(`not_frontal_cxr`), and COVID-19 proven by PCR without findings in the picture. Share of films by top
class, and the share that the program refuses, so that no number would be shown:

{table(["label", "source", "n", *CLASSES, "mean top probability", "refused"], forced)}
"""


def table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    rule = ["---"] * len(head)
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, rule, *lines))


def plot_confusion(matrix: NDArray[np.int64]) -> Figure:
    """Counts, shaded by the share of the row."""
    figure = Figure(figsize=(4.2, 3.6), layout="constrained")
    draw_confusion(figure.add_subplot(), matrix)
    return figure


def draw_confusion(axes: Axes, matrix: NDArray[np.int64]) -> None:
    """Counts, shaded by the share of the row, on axes that are there."""
    shares = matrix / matrix.sum(1, keepdims=True)
    axes.imshow(shares, cmap="Greys", vmin=0, vmax=1)
    for (i, j), count in np.ndenumerate(matrix):
        axes.text(
            j, i, str(count), ha="center", va="center", color="white" if shares[i, j] > 0.5 else "black"
        )
    axes.set_xticks(range(len(CLASSES)), CLASSES, rotation=20)
    axes.set_yticks(range(len(CLASSES)), CLASSES)
    axes.set_xlabel("called")
    axes.set_ylabel("label")


def plot_roc(twins: Mapping[str, Answers]) -> Figure:
    """One class against the other two, a panel a class, a curve a view."""
    figure = Figure(figsize=(9, 3.5), layout="constrained")
    figure.suptitle("source-confounded")
    for c, name in enumerate(CLASSES):
        axes = figure.add_subplot(1, len(CLASSES), c + 1)
        for (view, (labels, probabilities)), style in zip(twins.items(), ("-", "--", ":"), strict=True):
            false, true, _ = roc_curve(labels == c, probabilities[:, c])
            area = auc(labels == c, probabilities[:, c])
            axes.plot(false, true, style, label=f"{view} {area:.3f}")
        axes.set_title(name)
        axes.set_xlabel("false positive rate")
        axes.set_ylabel("true positive rate" if c == 0 else "")
        axes.legend(loc="lower right", title="AUC")
    return figure


def plot_reliability(labels: NDArray[np.int64], probabilities: NDArray[np.float64]) -> Figure:
    """Accuracy over confidence, bins of equal mass."""
    bins = reliability(labels, probabilities)
    figure = Figure(figsize=(4, 3.6), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0.3, 1], [0.3, 1], ":", color="grey")
    axes.plot([b.confidence for b in bins], [b.accuracy for b in bins], "o-")
    axes.set_xlabel("mean probability of the top class")
    axes.set_ylabel("share of films called rightly")
    return figure


def cell(estimate: Mapping[str, float] | None) -> str:
    """An Estimate as a table shows it."""
    if estimate is None:
        return "-"
    value, low, high = (f"{estimate[key]:.3f}" for key in ("value", "low", "high"))
    return f"{value} ({low}-{high}), n {estimate['films']}"


def _forced_line(row: Mapping[str, Any]) -> list[str]:
    shares = [f"{row[name]:.2f}" for name in CLASSES]
    rest = [f"{row[name]:.2f}" for name in ("mean top probability", "refused")]
    return [row["label"], row["source"], str(row["films"]), *shares, *rest]

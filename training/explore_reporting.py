"""What the first notebook did, done again, as a page and plots: figures only, never a film."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from training.config import CLASSES
from training.plots import draw_confusion
from training.reporting import cell, table

# What a network is asked about: all films of the fold, then those with lung masks, and their twins.
VIEWS = ("full", "full, same films", "lungs out", "frame only")
# To be told apart without colour: grey, line style, and marker where there is one.
LINES = (("black", "-"), ("black", "--"), ("0.45", "-"), ("0.45", "--"))
MARKERS = ("o", "s", "^", "D")
FEATURES = {
    "histogram": "histogram alone",
    "frame": "outer tenth alone",
    "size": "native size alone",
}


def write(folder: Path, result: Mapping[str, Any]) -> None:
    """notebook.md, notebook.json and the plots."""
    folder.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context({"font.size": 9}):
        plot_intensities(result["intensities"]).savefig(folder / "notebook-intensities.png", dpi=100)
        plot_networks(result).savefig(folder / "notebook-networks.png", dpi=100)
        plot_matrices(result["networks"]).savefig(folder / "notebook-confusion.png", dpi=100)
    (folder / "notebook.md").write_text(page(result), encoding="utf-8")
    (folder / "notebook.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def page(result: Mapping[str, Any]) -> str:
    """notebook.md: one section, to stand alone or in a longer report."""
    recipe, published, films = result["recipe"], result["published"], result["films"]
    parts, total = result["split"], sum(published["films"])
    # Answers in the order of other films agree with the labels as often as two draws by class do.
    by_chance = sum((count / total) ** 2 for count in published["films"])
    counts, shuffled = "/".join(map(str, published["films"])), f"{published['matrix_accuracy']:.2f}"
    epochs, side = recipe["epochs"], recipe["side"]
    turned, resized = f"{recipe['rotation']:g} degrees", f"{100 * recipe['rescale']:g} %"
    report_fold, bins = result["report_fold"], result["intensities"]["bins"]
    networks = [
        [
            row["title"],
            f"{row['weights']:,}",
            *(cell(row["accuracy"][view]) for view in VIEWS),
        ]
        for row in result["networks"]
    ]
    networks.append(
        [
            "*as published: its own network, its own split*",
            "-",
            f"{published['accuracy']:.4f}, n {total} ({counts}); its matrix: {shuffled}",
            *["not measured"] * 3,
        ]
    )
    areas = [
        [row["title"], *(cell(row[kind][view]) for view in ("full", "frame only"))]
        for kind in ("covid19_auc", "within_kermany_auc")
        for row in result["networks"]
    ]
    half = len(areas) // 2
    area_head = ["network", "full", "frame only"]
    runs = [
        [
            f"by {run['by']}",
            str(run["seed"]),
            str(run["learned_from"]),
            str(run["films"]),
            str(run["of_known_patients"]),
            f"{run['accuracy']:.3f}",
        ]
        for run in parts["runs"]
    ]
    gains = [
        [name, cell(parts[key])]
        for name, key in (
            ("accuracy, split by film", "by_film"),
            ("accuracy, split by group", "by_group"),
            ("difference", "gain"),
            ("films whose patient was learned from (by film)", "known_patients"),
            (
                "films of patients with several, none learned from (by group)",
                "unknown_patients_of_several_films",
            ),
            ("difference", "gain_on_them"),
        )
    ]
    return f"""## What the first notebook did, done again

Written by `python -m training.explore`; do not edit. {films["train"]} films were learned from (folds 0-2),
{films["choose"]} chose the epoch (fold 3), {films["report"]} are reported on (fold {report_fold}).
Intervals are 95 % by resampling patients ({result["resamples"]} times); n is the number of films.
Everything here is **source-confounded**.

### Intensities

![Histograms and cumulative distributions by class and by source](notebook-intensities.png)

The notebook drew one picture of each class. These are means over all films, each with the same weight, as
the program shows them to a network.

{_intensity_table(result["intensities"])}

What they give away, by models that are shown no picture, fitted to four folds and asked about the fifth, in
turn. The histogram ({bins} bins) and the outer tenth of each side (144 coarse grey values) go through a
logistic regression; native width, height and aspect ratio through a random forest. The first line of a
question has accuracies, the second AUCs where there are two answers; "largest" is what naming the commonest
answer would reach.

{_shortcut_table(result["shortcuts"])}

### Its networks, under our folds

{epochs} epochs at {side} pixels (the notebook: 50 at 250), so that all of it runs in minutes; films turned
by up to {turned}, resized by up to {resized}, each standardised by itself. Accuracy over the three classes:

{table(["network", "weights", *VIEWS], networks)}

The published row is cited, not measured. With {counts} films, answers in another order than their labels
agree with them in {by_chance:.3f}: the matrix's {shuffled} is what shuffling gives, and says nothing of the
network. The matrices below are checked against their accuracies. How the notebook built its own network is
not recorded beyond its style; the last stack stands for it. None was taught on frames, so what "frame only"
says falls short of what the frame holds.

![Accuracy with its twins](notebook-networks.png)

![Confusion matrices](notebook-confusion.png)

AUC of COVID-19 against the rest:

{table(area_head, areas[:half])}

AUC of viral pneumonia against normal within kermany: one hospital, but the frame alone tells it (above).

{table(area_head, areas[half:])}

### Its split

A fifth of the films at random to test on, a fifth of the rest to choose by: film by film as the notebook
did, and group by group. The network is the deepest of the four.

{table(["split", "seed", "learned from", "tested on", "of patients learned from", "accuracy"], runs)}

The intervals are of patients and hold nothing of how trainings differ by chance:

{table(["", "value"], gains)}
"""


def plot_intensities(found: Mapping[str, Any]) -> Figure:
    """Mean histogram above, cumulative distribution below; by class left, by source right."""
    figure = Figure(figsize=(9, 5.6), layout="constrained")
    grid = figure.subplots(2, 2, sharex=True, sharey="row")
    edges = np.linspace(0, 256, found["bins"] + 1)
    for column, kind in enumerate(("class", "source")):
        for (name, cells), (colour, style) in zip(found[kind].items(), LINES, strict=False):
            shares = np.array(cells["histogram"])
            label = f"{name}, n {cells['films']}"
            grid[0, column].stairs(100 * shares, edges, color=colour, linestyle=style, label=label)
            cumulative = 100 * np.concatenate([[0], np.cumsum(shares)])
            grid[1, column].plot(edges, cumulative, color=colour, linestyle=style, label=label)
        grid[0, column].set_title(f"by {kind}")
        grid[1, column].legend(loc="lower right")
        grid[1, column].set_xlabel("grey value, 0 black")
    grid[0, 0].set_ylabel("pixels in the bin, %")
    grid[1, 0].set_ylabel("pixels as dark or darker, %")
    grid[1, 0].set_xlim(0, 256)
    return figure


def plot_networks(result: Mapping[str, Any]) -> Figure:
    """Accuracy with its interval, a line a network, a marker a view."""
    figure = Figure(figsize=(9, 3.4), layout="constrained")
    axes: Axes = figure.add_subplot()
    rows = result["networks"]
    for k, view in enumerate(VIEWS):
        colour = "black" if view.startswith("full") else "0.5"
        for y, row in enumerate(rows):
            found = row["accuracy"][view]
            if found is None:
                continue
            at = y + 0.18 * (k - (len(VIEWS) - 1) / 2)
            label = view if y == 0 else None
            axes.plot([found["low"], found["high"]], [at, at], color=colour, linewidth=1)
            filled = "white" if view == "full, same films" else colour
            axes.plot(found["value"], at, MARKERS[k], color=colour, markerfacecolor=filled, label=label)
    published, counts = result["published"], result["published"]["films"]
    axes.plot(published["accuracy"], len(rows), "x", color="black")
    axes.plot(published["matrix_accuracy"], len(rows), "+", color="black", markersize=9)
    axes.text(published["matrix_accuracy"] + 0.01, len(rows), "its matrix", va="center")
    axes.text(published["accuracy"] - 0.01, len(rows), "its accuracy", va="center", ha="right")
    largest = max(map(sum, rows[0]["confusion_matrix"])) / np.sum(rows[0]["confusion_matrix"])
    axes.axvline(largest, linestyle=":", color="0.5")
    axes.text(largest, -0.62, " largest class", va="top", color="0.3")
    names = [row["title"].replace(": ", ":\n") for row in rows]
    axes.set_yticks(range(len(rows) + 1), [*names, f"as published,\nn {sum(counts)}, not these films"])
    axes.set_ylim(len(rows) + 0.5, -0.75)
    axes.set_xlim(0.3, 1)
    axes.set_xlabel("three-class accuracy (source-confounded), 95 % interval over patients")
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5))
    return figure


def plot_matrices(rows: Sequence[Mapping[str, Any]]) -> Figure:
    """A confusion matrix a network, its accuracy above."""
    figure = Figure(figsize=(9, 7), layout="constrained")
    for k, row in enumerate(rows):
        axes = figure.add_subplot(2, -(-len(rows) // 2), k + 1)
        draw_confusion(axes, np.array(row["confusion_matrix"]), CLASSES, CLASSES)
        axes.set_title(f"{row['title']}\naccuracy {row['accuracy']['full']['value']:.3f}", fontsize=9)
    return figure


def _intensity_table(found: Mapping[str, Any]) -> str:
    lines = [
        [
            name,
            str(cells["films"]),
            f"{cells['mean']:.0f} ± {cells['spread_of_means']:.0f}",
            f"{100 * cells['black']:.1f} %",
        ]
        for kind in ("class", "source")
        for name, cells in found[kind].items()
    ]
    head = ["", "n", "mean grey of a film, with its spread", f"pixels darker than {256 // found['bins']}"]
    return table(head, lines)


def _shortcut_table(rows: Sequence[Mapping[str, Any]]) -> str:
    lines = []
    for row in rows:
        told = [row[name] for name in FEATURES]
        start = [row["question"], str(row["films"]), f"{told[0]['largest']:.3f}"]
        lines.append([*start, *(_interval(found["accuracy"]) for found in told)])
        if told[0]["auc"]:
            lines.append(["", "", "AUC", *(_interval(found["auc"]) for found in told)])
    return table(["question", "n", "largest", *FEATURES.values()], lines)


def _interval(estimate: Mapping[str, float]) -> str:
    return "{value:.3f} ({low:.3f}-{high:.3f})".format(**estimate)

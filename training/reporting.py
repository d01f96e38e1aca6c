"""The evaluation as a page: figures in words and tables, never a film."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from inference.composition import CLASSES
from training import measures, plots
from training.asking import ANSWERS, Asked
from training.measures import COLUMNS, TOO_FEW, Cell
from training.table import NOT_MEASURED
from training.twins import TWINS

NOTEBOOK = "notebook.md"
WORDS = {True: "reached", False: "**missed**", None: "-"}


def write_report(folder: Path, result: Mapping[str, Any], asked: Mapping[str, Asked]) -> None:
    """report.md and its plots; ``asked`` are the films of the report fold and their twins."""
    plots.write(folder, result, asked)
    notebook = folder / NOTEBOOK
    lines = notebook_tables(notebook.read_text(encoding="utf-8")) if notebook.exists() else []
    (folder / "report.md").write_text(page(result, lines), encoding="utf-8")


def page(result: Mapping[str, Any], notebook: Sequence[str] = ()) -> str:
    """report.md."""
    sections = [
        _head(result),
        _goals(result),
        _figures(result),
        _confusion(result),
        _strata(result),
        _falls(result),
        _left_out(result),
        _calibration(result),
        _refusals(result),
        _robustness(result),
        _maps(result),
        _sets(result),
        _notebook(notebook),
        "## Not measured here, and why\n\n" + "\n".join(f"- {reason}" for reason in NOT_MEASURED),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    rule = ["---"] * len(head)
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, rule, *lines))


def notebook_tables(text: str) -> list[str]:
    """The tables of networks in a Markdown text, each after the words that introduce it."""
    blocks = [block.strip() for block in text.split("\n\n")]
    found: list[str] = []
    for before, block in zip(["", *blocks], blocks, strict=False):
        if block.startswith("| network |"):
            found += [block] if before.startswith(("#", "|", "!")) else [before, block]
    return found


def cell(estimate: Cell, films: bool = True) -> str:
    """An estimate as text."""
    if estimate is None:
        return "-"
    if "value" not in estimate:
        return f"too few (n {estimate['films']})"
    value, low, high = (f"{estimate[key]:.3f}" for key in ("value", "low", "high"))
    return f"{value} ({low} to {high})" + (f", n {estimate['films']}" if films else "")


def _head(result: Mapping[str, Any]) -> str:
    model, spec, lungs = result["model"], result["spec"], result["lungs_model"]
    return f"""# Evaluation of {model["name"]} {model["version"]}

Written by `python -m training.evaluate`; do not edit. The exported files were asked through the program's
own door about fold {result["report_fold"]} ({result["films"]} films), which they neither
learned from nor were calibrated by.

| | |
| --- | --- |
| classifier, SHA-256 | `{model["sha256"]}` |
| view network {lungs["version"]}, SHA-256 | `{lungs["sha256"]}` |
| films, SHA-256 of the manifest | `{result["manifest_sha256"]}` |
| training code | `{spec["revision"]}` |
| input | {spec["size"]} x {spec["size"]} pixels around the lungs |
| temperatures | {_numbers(spec["temperatures"])} |
| evidence drawn at full strength, logits | {_numbers(spec["evidence_scales"])} |
| least probability in the prediction set | {_numbers(spec["conformal"])} |

How to read it:

- **What crosses sources is source-confounded**: nearly every viral pneumonia here is a child of one
  hospital and every COVID-19 film comes from elsewhere. The comparisons within one source say more.
- Every figure stands beside its twins: the same films with the lungs covered in black, in the mean grey of
  everything else and smoothly from their surroundings; with nothing but the lungs; with the outer tenth of
  each side alone. What a twin still gets right was not read from the lungs. The program itself covers all
  but the lungs that it finds before the classifier looks, so a twin tells what passes there. Training shows
  lungs covered in black, greys and noise too: those covers are no news to the network, the smooth one is.
- The lungs are those that people drew where there are such masks (kermany and cohen, some of the films),
  else those that the bundled view network finds; "full, same films" are the films of which they are known.
- Intervals are 95 % by resampling patients ({result["resamples"]} times); n is the number of films. Below
  {TOO_FEW} films it says "too few". Films that the program would refuse are counted in, unless it says so.
- "Called" is the greatest of four probabilities: the three classes, and none of these (an opacity that is
  neither)."""


def _goals(result: Mapping[str, Any]) -> str:
    lines = [
        [
            line["measure"],
            line["what"],
            line["where"],
            cell(line["figure"]),
            *(cell(line["twins"][name], films=False) for name in TWINS),
            line["target"] or "-",
            WORDS[line["reached"]],
        ]
        for line in result["table"]
    ]
    verdicts = [line["reached"] for line in result["table"]]
    head = ["", "measure", "of", "figure", *TWINS, "to reach", ""]
    return f"""## What was to be reached

{verdicts.count(True)} reached, {verdicts.count(False)} missed, {verdicts.count(None)} without a verdict
(too few films, or no figure was set). The figure itself counts, not its interval. M1 and M2 need films of
a hospital that are not here (see the end).

{table(head, lines)}

{_without_left_out(result)}"""


def _without_left_out(result: Mapping[str, Any]) -> str:
    if result["left_out"] is None:
        return "What the runs without a source say of that source was **not computed** for this report."
    return ""


def _figures(result: Mapping[str, Any]) -> str:
    lines = [
        [line["measure"], *(cell(line[name]) for name in COLUMNS), str(line["lungs drawn by people"])]
        for line in result["figures"]
    ]
    roc = "![Within one source, with the twins](roc.png)"
    return f"""## All figures of the report fold, with their twins

{table(["measure", *COLUMNS, "lungs drawn by people"], lines)}

{roc}"""


def _confusion(result: Mapping[str, Any]) -> str:
    matrix = result["confusion"]
    four = [[line["label"], *map(str, line["of four"])] for line in matrix]
    three = [[line["label"], *map(str, line["of three"])] for line in matrix]
    of_four, of_three = (measures.diagonal(matrix, columns) for columns in ("of four", "of three"))
    return f"""## Confusion matrix (source-confounded)

The greatest of the four; the diagonal of the three classes holds {of_four:.3f} of their films, the accuracy
above. The last row is no class.

{table(["label, called", *ANSWERS], four)}

The greatest of the three classes, with none of these left out: {of_three:.3f}.

{table(["label, called", *CLASSES], three)}

![Confusion matrix](confusion.png)"""


def _strata(result: Mapping[str, Any]) -> str:
    lines = [
        [line["by"], line["stratum"], line["measure"], *(cell(line[name]) for name in COLUMNS)]
        for line in result["strata"]
    ]
    return f"""## By source, view and age

As the sources state them: kermany states that its patients are children, nih-chestxray8 neither view nor
age.

{table(["by", "", "measure", *COLUMNS], lines)}"""


def _falls(result: Mapping[str, Any]) -> str:
    lines = [[line["measure"], *(cell(line[name]) for name in TWINS)] for line in result["falls"]]
    return f"""## What each cover takes

The figure less that of the twin, on the same films (patients are resampled in pairs).

{table(["measure", *TWINS], lines)}"""


def _left_out(result: Mapping[str, Any]) -> str:
    found = result["left_out"]
    if found is None:
        return ""
    lines, others = [], []
    for source, parts in found["sources"].items():
        for part in ("all films", "report fold"):
            lines += [
                [source, part, line["measure"], *(cell(line[name]) for name in COLUMNS)]
                for line in parts[part]["figures"]
            ]
            error, refused = parts[part]["calibration"]["error"], parts[part]["refusals"]["share"]
            others.append([source, part, cell(error), cell(refused)])
    return f"""## Sources that a run never saw

Each run without a source, exported and asked like the bundled file, on films of that source: the nearest
thing here to another hospital. These runs are shorter than the bundled one and saw fewer films, so they
are not the bundled model. **Offsets, temperatures and prediction sets were fitted to these same answers,
but for fold {result["report_fold"]}**: whatever depends on them (recall, "called", calibration) is
optimistic on all films and honest on the report fold alone. AUC within a source hardly depends on them.
What crosses sources (so labelled) may be told by the source. covid-cxnet has COVID-19 films only: its
calibration error is how far the probabilities are from the recall.

{table(["source", "films", "measure", *COLUMNS], lines)}

{table(["source", "films", "calibration error", "refused"], others)}"""


def _calibration(result: Mapping[str, Any]) -> str:
    lines = [[name, cell(found["error"])] for name, found in result["calibration"].items()]
    return f"""## Calibration

Of the greatest of the four, over 15 bins of equal mass: the mean distance of probability and accuracy, on
the report fold, inside the hospitals learned from.

{table(["films", "calibration error"], lines)}

![Reliability](reliability.png)"""


def _refusals(result: Mapping[str, Any]) -> str:
    lines = [
        [
            one["what"],
            "yes" if one["refuse"] else "no",
            f"{one['refused']} of {one['films']}",
            cell(one["share"], films=False),
            ", ".join(f"{name} {count}" for name, count in one["by check"].items()) or "-",
        ]
        for one in result["refusals"]
    ]
    return f"""## What the program refuses

Whole frontal films of the report fold, films that are not frontal, and a sample of the frontal ones
spoiled on purpose. A film may fail several checks.

{table(["films", "to be refused", "refused", "share", "by check"], lines)}"""


def _robustness(result: Mapping[str, Any]) -> str:
    lines = [
        [name, cell(one["of four"]), cell(one["of three"], films=False), str(one["newly refused"])]
        for name, one in result["unchanged"].items()
    ]
    told, changes = result["source_told"], result["small_changes"]
    source = "Not computed: too few patients of two sources."
    if told:
        counts = ", ".join(f"{name} {count}" for name, count in told["sources"].items())
        source = (
            f"Among the COVID-19 films of the report fold ({counts}) a logistic regression on the "
            "features, every film by one that saw none of its patient, tells the source with balanced "
            f"accuracy {cell(told['balanced accuracy'])}; chance is {told['chance']:.2f}."
        )
    spreads = [
        [name, *(f"{value:.3f}" for value in changes[name].values())]
        for name in ("range of the top class", "correlation of occlusion and class map")
        if name in changes
    ]
    wide = f"{100 * changes['wider than 0.2']:.0f} %" if "wider than 0.2" in changes else "-"
    return f"""## What harmless changes do

Share of films called as before: of four, and of the three classes alone; and how many are refused that were
not before.

{table(["change", "of four", "of three", "newly refused"], lines)}

On {changes["films"]} films: how far the probability of the top class ranges over ten small changes
(wider than 0.2 in {wide} of them), and how alike occlusion and class map rank the places (Spearman).

{table(["", "5 %", "25 %", "median", "75 %", "95 %"], spreads)}

## Whether the source can be told

{source}"""


def _maps(result: Mapping[str, Any]) -> str:
    maps = result["maps"]
    names = list(dict.fromkeys(name for figures in maps.values() for name in figures))
    lines = [[what, *(cell(figures.get(name)) for name in names)] for what, figures in maps.items()]
    return f"""## Class maps against radiologists' outlines

The map of the evidence for an opacity, which is that for COVID-19 and for viral pneumonia alike. No
network ever learned from the outlines, but most of the films were learned from. A pin is one fixed place
in the lungs.

{table(["", *names], lines)}"""


def _sets(result: Mapping[str, Any]) -> str:
    lines = [
        [
            one["label"],
            one["source"],
            str(one["films"]),
            cell(one["covered"], films=False),
            f"{one['mean size']:.2f}",
            f"{one['empty']:.2f}",
        ]
        for one in result["prediction_sets"]
    ]
    return f"""## Prediction sets

Made to hold a film's own class for 90 % of the films of each class. Other pneumonia is no class: there an
empty set is right.

{table(["label", "source", "n", "covered", "mean size", "share empty"], lines)}"""


def _notebook(tables: Sequence[str]) -> str:
    if not tables:
        return ""
    text = "\n\n".join(tables)
    return f"""## The notebook this grew out of

Its networks, trained again under these folds; everything else of it is in [{NOTEBOOK}]({NOTEBOOK}). Its
"lungs out" is black.

{text}"""


def _numbers(values: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in values.items()) or "-"

"""The model card: its prose from card.md, its figures from the report, so that the two cannot disagree.

card.md is the card with names in double braces where figures belong. :data:`FIGURES` says where in the
report a named figure lies, :data:`TABLES` what makes a named table of it. What the report does not hold is
"not measured" in the card.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from training.config import MODEL_FILE, REPORT

TEMPLATE = Path(__file__).with_name("card.md")
CARD = MODEL_FILE.with_name("CARD.md")
NOT_MEASURED = "not measured"
PLACEHOLDER = re.compile(r"\{\{([^{}]*)\}\}")

# Files of the report, each with the ending .json.
FILES = ("report", "left_out", "lungs", "notebook")
# What the evaluation wrote, by file; empty where there is no such file.
Measured: TypeAlias = Mapping[str, Any]
# The keys that lead to a figure, the file first. In a list, a pair finds the line whose key has that value.
Steps: TypeAlias = tuple[str | tuple[str, str], ...]

NUMBERS = tuple(f"M{number}" for number in range(3, 13))
COVERS = ("lungs black", "lungs grey", "lungs smooth")
VERDICTS = {True: "reached", False: "**missed**", None: "no verdict"}
# What a line of prediction sets has, and one of the goals.
SET = ("label", "source", "films", "covered", "mean size", "empty")
LINE = ("measure", "what", "figure", "target", "reached")
INSIDE = "report fold"
QUARTERS = ("5 %", "25 %", "median", "75 %", "95 %")


def _figure(measure: str, column: str = "full") -> Steps:
    return "report", "figures", ("measure", measure), column


THREE_CLASSES = "three-class accuracy, source-confounded (greatest of the three classes)"
VIRAL_OR_NORMAL = "kermany: viral against normal, AUC"
VIRAL_OR_BACTERIAL = "kermany: viral against bacterial, AUC"
PNEUMONIA_OR_NORMAL = "nih-chestxray8: pneumonia against normal, AUC"
COVID_OR_OTHER = "cohen: COVID-19 against other pneumonia, AUC"
WITHOUT_FINDINGS = "COVID-19 by PCR without findings called COVID-19"

FIGURES: Mapping[str, Steps] = {
    "name": ("report", "model", "name"),
    "version": ("report", "model", "version"),
    "sha256": ("report", "model", "sha256"),
    "code": ("report", "spec", "revision"),
    "data": ("report", "spec", "data_sha256"),
    "data evaluated": ("report", "manifest_sha256"),
    "temperatures": ("report", "spec", "temperatures"),
    "thresholds": ("report", "spec", "conformal"),
    "films": ("report", "films"),
    "fold": ("report", "report_fold"),
    "resamples": ("report", "resamples"),
    "view name": ("report", "lungs_model", "name"),
    "view version": ("report", "lungs_model", "version"),
    "view sha256": ("report", "lungs_model", "sha256"),
    "view code": ("report", "lungs_model", "revision"),
    "view data": ("lungs", "spec", "data_sha256"),
    "limit frontal": ("lungs", "spec", "limits", "frontal"),
    "limit distance": ("lungs", "spec", "limits", "distance"),
    "accuracy of three": _figure(THREE_CLASSES),
    "accuracy of three, lungs black": _figure(THREE_CLASSES, "lungs black"),
    "accuracy of three, frame": _figure(THREE_CLASSES, "frame only"),
    "viral or normal": _figure(VIRAL_OR_NORMAL),
    "viral or normal, lungs black": _figure(VIRAL_OR_NORMAL, "lungs black"),
    "viral or bacterial": _figure(VIRAL_OR_BACTERIAL),
    "pneumonia or normal": _figure(PNEUMONIA_OR_NORMAL),
    "covid or other": _figure(COVID_OR_OTHER),
    "covid or other, lungs black": _figure(COVID_OR_OTHER, "lungs black"),
    "covid recalled": _figure("COVID-19 called COVID-19"),
    "normals as covid": _figure("adult normals (nih) called COVID-19"),
    "others as covid": _figure("adult other pneumonia (nih, cohen) called COVID-19"),
    "without findings": _figure(WITHOUT_FINDINGS),
    "without findings, lungs black": _figure(WITHOUT_FINDINGS, "lungs black"),
    "viral in adults": _figure("rightly called: viral_pneumonia, cohen"),
    "source told, chance": ("report", "source_told", "chance"),
    "ranges, films": ("report", "small_changes", "films"),
    "wide ranges": ("report", "small_changes", "wider than 0.2"),
    "dice cohen": ("lungs", "dice", "cohen"),
    "dice kermany": ("lungs", "dice", "kermany"),
}


def write_card(report: Path = REPORT, target: Path = CARD) -> list[str]:
    """Write the card of what lies in the folder ``report``; returns the placeholders not measured.

    Raises ValueError when the template names what neither FIGURES nor TABLES knows.
    """
    text, missing = filled(TEMPLATE.read_text(encoding="utf-8"), read_report(report))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
    return missing


def read_report(folder: Path) -> dict[str, Any]:
    """What the steps of the evaluation left there."""
    found = {}
    for name in FILES:
        file = folder / f"{name}.json"
        found[name] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return found


def filled(template: str, measured: Measured) -> tuple[str, list[str]]:
    """The template with its placeholders filled, and those of which nothing was measured."""
    missing: list[str] = []

    def fill(match: re.Match[str]) -> str:
        name = match[1].strip()
        text = rendered(name, measured)
        if text is None:
            missing.append(name)
        return text or NOT_MEASURED

    text = PLACEHOLDER.sub(fill, template)
    return text, list(dict.fromkeys(missing))


def rendered(name: str, measured: Measured) -> str | None:
    """What stands for a placeholder; None where nothing was measured."""
    if name in TABLES:
        return TABLES[name](measured)
    if name in FIGURES:
        return words(look_up(measured, FIGURES[name]))
    raise ValueError(f"the card has no figure called {name!r}")


def look_up(measured: Measured, steps: Steps) -> Any:
    """What lies at the end of ``steps``; None where they lead nowhere."""
    found: Any = measured
    for step in steps:
        if isinstance(step, tuple):
            key, value = step
            lines = found if isinstance(found, list) else []
            found = next((line for line in lines if line.get(key) == value), None)
        else:
            found = found.get(step) if isinstance(found, Mapping) else None
    return found


def words(value: Any, films: bool = True) -> str | None:
    """A figure as text: an estimate with its interval and films, else whatever it is; None without one."""
    if isinstance(value, Mapping):
        if "value" in value:
            count = f"; {value['films']} films" if films else ""
            return f"{value['value']:.3f} ({value['low']:.3f} to {value['high']:.3f}{count})"
        if set(value) == {"films"}:
            return f"too few films ({value['films']})"
        parts = [f"{name} {words(part)}" for name, part in value.items() if part is not None]
        return ", ".join(parts) or None
    if isinstance(value, float):
        return f"{value:.3f}"
    return None if value is None or value == "" else str(value)


def table(head: Sequence[str], lines: Iterable[Sequence[str | None]]) -> str | None:
    """A Markdown table; None without lines."""
    rows = [[(text or NOT_MEASURED).replace("|", "/") for text in line] for line in lines]
    if not rows:
        return None
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows))


def _lines(measured: Measured, file: str, key: str, *needed: str) -> list[Mapping[str, Any]]:
    """The lines of a list in a file that have all that is ``needed``."""
    found = look_up(measured, (file, key))
    lines = found if isinstance(found, list) else []
    return [line for line in lines if isinstance(line, Mapping) and all(part in line for part in needed)]


def _named(measured: Measured, steps: Steps, *needed: str) -> dict[str, Mapping[str, Any]]:
    """Likewise of what has names."""
    found = look_up(measured, steps)
    parts = found.items() if isinstance(found, Mapping) else ()
    return {
        name: part
        for name, part in parts
        if isinstance(part, Mapping) and all(one in part for one in needed)
    }


def _covered(twins: Mapping[str, Any]) -> str | None:
    """The figure under the three covers of the lungs; all are of the same films."""
    parts = [
        f"{name.removeprefix('lungs ')} {words(twins[name], films=False)}"
        for name in COVERS
        if twins.get(name)
    ]
    return "; ".join(parts) or None


def _what(line: Mapping[str, Any]) -> str:
    where = line.get("where")
    return line["what"] if where in (None, "", INSIDE) else f"{line['what']} ({where})"


def goals(number: str) -> Callable[[Measured], str | None]:
    """The lines of one of the measures M3 to M12, with their twins where they have any."""

    def of(measured: Measured) -> str | None:
        lines = _lines(measured, "report", "table", *LINE)
        lines = [line for line in lines if line["measure"] == number]
        with_twins = any(cell for line in lines for cell in line.get("twins", {}).values())
        rows = []
        for line in lines:
            twins, figure = line.get("twins", {}), words(line["figure"])
            if figure and line.get("same films"):
                figure = f"{figure}; on the twins' films {words(line['same films'])}"
            others = (words(twins.get(name), films=False) for name in ("lungs only", "frame only"))
            covers = [_covered(twins), *others]
            if not any(twins.values()):
                # Itself the figure of a twin.
                covers = ["-" for _ in covers]
            last = [line["target"] or "no figure set", VERDICTS[line["reached"]]]
            rows.append([_what(line), figure, *(covers if with_twins else []), *last])
        twin_heads = ["lungs covered", "lungs alone", "frame alone"] if with_twins else []
        return table(["what", "figure", *twin_heads, "to reach", "reached"], rows)

    return of


def missed(measured: Measured) -> str | None:
    """What was to be reached and was not."""
    lines = _lines(measured, "report", "table", *LINE)
    if not lines:
        return None
    rows = [
        [line["measure"], _what(line), words(line["figure"]), line["target"]]
        for line in lines
        if line["reached"] is False
    ]
    return table(["", "what", "figure", "to reach"], rows) or "Nothing was missed."


def verdicts(measured: Measured) -> str | None:
    """How much was reached and how much missed."""
    found = [line["reached"] for line in _lines(measured, "report", "table", *LINE)]
    if not found:
        return None
    counts = [(found.count(key), word.strip("*")) for key, word in VERDICTS.items()]
    return ", ".join(f"{count} {word}" for count, word in counts)


def recalls(measured: Measured) -> str | None:
    """Of every label and source, the share rightly called."""
    start = "rightly called: "
    rows = [
        [
            line["measure"].removeprefix(start),
            words(line["full"]),
            _covered(line),
            words(line["frame only"]),
        ]
        for line in _lines(measured, "report", "figures", "measure", "full", "frame only")
        if line["measure"].startswith(start)
    ]
    return table(["label, source", "rightly called", "lungs covered", "frame alone"], rows)


def strata(measured: Measured) -> str | None:
    """The main figures by source, view and age."""
    rows = [
        [line["by"], line["stratum"], line["measure"], words(line["full"]), words(line["lungs black"])]
        for line in _lines(measured, "report", "strata", "by", "stratum", "measure", "full", "lungs black")
    ]
    return table(["by", "", "what", "figure", "lungs black"], rows)


def left_out(measured: Measured) -> str | None:
    """What the runs without a source say of it: on all its films, and on the report fold alone."""
    rows = []
    for source, found in _named(measured, ("left_out", "sources")).items():
        for part in ("all films", "report fold"):
            lines = _lines(found, part, "figures", "measure", "full", "lungs black")
            rows += [
                [source, part, line["measure"], words(line["full"]), words(line["lungs black"])]
                for line in lines
            ]
            for what, steps in (
                ("calibration error", ("calibration", "error")),
                ("refused", ("refusals", "share")),
            ):
                rows.append([source, part, what, words(look_up(found, (part, *steps))), "does not apply"])
    return table(["never seen", "films", "what", "figure", "lungs black"], rows)


def confusion(measured: Measured) -> str | None:
    """Films by label and by the greatest of the four answers."""
    lines = _lines(measured, "report", "confusion", "label", "of four")
    rows = [[line["label"], *map(str, line["of four"])] for line in lines]
    return table(["label; called", "COVID-19", "normal", "viral", "none of these"], rows)


def calibration(measured: Measured) -> str | None:
    """Calibration error of all films and of every source."""
    found = _named(measured, ("report", "calibration"), "error")
    rows = [[name, words(one["error"])] for name, one in found.items()]
    return table(["films", "calibration error"], rows)


def sets(measured: Measured) -> str | None:
    """Prediction sets by label and source."""
    rows = [
        [
            f"{line['label']}, {line['source']}",
            str(line["films"]),
            words(line["covered"]) or "no class to hold",
            f"{line['mean size']:.2f}",
            f"{line['empty']:.2f}",
        ]
        for line in _lines(measured, "report", "prediction_sets", *SET)
    ]
    return table(["label, source", "films", "own class in the set", "classes in it", "share empty"], rows)


def changes(measured: Measured) -> str | None:
    """How wide the ranges are, and whether occlusion and map rank places alike."""
    found = _named(measured, ("report", "small_changes"), *QUARTERS)
    rows = [[name, *(words(spread[quarter]) for quarter in QUARTERS)] for name, spread in found.items()]
    return table(["", *QUARTERS], rows)


def maps(measured: Measured) -> str | None:
    """Class maps against outlines, by what is looked at, beside the pins."""
    found = _named(measured, ("report", "maps"))
    names = list(dict.fromkeys(name for figures in found.values() for name in figures))
    rows = []
    for what, figures in found.items():
        # Of a pin no mass can be measured: it has none.
        cells = [words(figures[name]) if name in figures else "does not apply" for name in names]
        rows.append([what, *cells])
    return table(["", *names], rows)


def lungs(measured: Measured) -> str | None:
    """How well lungs are drawn."""
    found = _named(measured, ("lungs", "dice"), "median", "below 0.9")
    rows = [
        [source, words(one), f"{one['median']:.3f}", f"{100 * one['below 0.9']:.0f} %"]
        for source, one in found.items()
    ]
    return table(["source", "Dice, mean", "median", "films below 0.9"], rows)


def refused(measured: Measured) -> str | None:
    """What the view network refuses."""
    rows = [
        [line["what"], line["source"], str(line["films"]), str(line["refused"])]
        for line in _lines(measured, "lungs", "refused", "what", "source", "films", "refused")
    ]
    return table(["what", "source", "films", "refused"], rows)


def shortcuts(measured: Measured) -> str | None:
    """What can be told without a lung: AUC where there are two answers, else accuracy."""
    ways = ("histogram", "frame", "size")
    rows = []
    for line in _lines(measured, "notebook", "shortcuts", "question", *ways):
        cells = [look_up(line, (way, "auc")) or look_up(line, (way, "accuracy")) for way in ways]
        rows.append([line["question"], *(words(cell) for cell in cells)])
    return table(["question", "grey values alone", "outer tenth alone", "width and height alone"], rows)


def networks(measured: Measured) -> str | None:
    """The first notebook's kinds of networks, trained again."""
    ways = ("full", "lungs out", "frame only")
    lines = _lines(measured, "notebook", "networks", "title", "accuracy")
    rows = [[line["title"], *(words(line["accuracy"].get(way)) for way in ways)] for line in lines]
    return table(["network", "accuracy", "lungs out", "frame alone"], rows)


TABLES: Mapping[str, Callable[[Measured], str | None]] = {
    **{number: goals(number) for number in NUMBERS},
    "missed": missed,
    "verdicts": verdicts,
    "recalls": recalls,
    "strata": strata,
    "left out": left_out,
    "confusion": confusion,
    "calibration": calibration,
    "sets": sets,
    "changes": changes,
    "maps": maps,
    "lungs": lungs,
    "refused": refused,
    "shortcuts": shortcuts,
    "networks": networks,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.card", description=__doc__)
    parser.add_argument("--report", type=Path, default=REPORT, help="folder to read")
    parser.add_argument("--output", type=Path, default=CARD)
    options = parser.parse_args(arguments)
    missing = write_card(options.report, options.output)
    print(f"{options.output.name} is written; not measured: {', '.join(missing) or 'nothing'}.")


if __name__ == "__main__":
    main()

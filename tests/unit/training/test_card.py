"""The card says what the report says, and nothing of it is left open."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from training import card
from training.card import FIGURES, NOT_MEASURED, PLACEHOLDER, TABLES, TEMPLATE, filled, words, write_card
from training.config import REPORT, Config, LungConfig, films_folder
from training.manifest import PERMISSIVE, Film, read_manifest

LABELS = {
    "covid19": "COVID-19",
    "normal": "normal",
    "viral_pneumonia": "viral pneumonia",
    "other_pneumonia": "other pneumonia",
}


def placeholders() -> list[str]:
    return [name.strip() for name in PLACEHOLDER.findall(TEMPLATE.read_text(encoding="utf-8"))]


def estimate(value: float, films: int = 49) -> dict[str, Any]:
    return {"value": value, "low": value - 0.1, "high": value + 0.1, "films": films}


def measured_row(measure: str, value: float) -> dict[str, Any]:
    twins = {name: estimate(value - 0.2) for name in (*card.COVERS, "lungs only", "frame only")}
    return {"measure": measure, "lungs drawn by people": 49, "full": estimate(value), **twins}


def goal(number: str, what: str, value: float, target: str, reached: bool | None) -> dict[str, Any]:
    twins = {"lungs black": estimate(value - 0.3), "lungs only": None}
    return {
        "measure": number,
        "what": what,
        "where": card.INSIDE,
        "figure": estimate(value),
        "twins": twins,
        "target": target,
        "reached": reached,
    }


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A folder with a small report, every figure of it another number."""
    figures = sorted({steps[2][1] for steps in FIGURES.values() if steps[1:2] == ("figures",)})
    part = {
        "figures": [measured_row("cohen: COVID-19 called COVID-19", 0.617)],
        "calibration": {"error": estimate(0.171)},
        "refusals": {"share": estimate(0.131)},
    }
    content: dict[str, Any] = {
        "report": {
            "model": {"name": "a-classifier", "version": "9.8.7", "sha256": "c0ffee"},
            "spec": {"revision": "1234abcd", "conformal": {"covid19": 0.311}, "data_sha256": "feed"},
            "report_fold": 4,
            "films": 1002,
            "figures": [measured_row(name, 0.701 + k / 1000) for k, name in enumerate(figures)],
            "table": [
                goal("M3", "one thing", 0.991, ">= 0.98", True),
                goal("M3", "another thing", 0.683, ">= 0.85", False),
                goal("M11", "a third", 0.412, "", None),
            ],
            "calibration": {"all films": {"error": estimate(0.161), "bins": []}},
            "confusion": [{"label": "covid19", "of four": [31, 7, 1, 3], "of three": [33, 8, 1]}],
            "prediction_sets": [
                {
                    "label": "other_pneumonia",
                    "source": "cohen",
                    "films": 11,
                    "covered": None,
                    "mean size": 0.5,
                    "empty": 0.25,
                }
            ],
            "maps": {
                "all films": {"peak in lung": estimate(0.87), "positive mass in lung": {"films": 3}},
                "pin": {"peak in lung": estimate(0.93)},
            },
        },
        "left_out": {"sources": {"cohen": {"films": 212, "all films": part, "report fold": part}}},
    }
    for name, part_of_it in content.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(part_of_it), encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def films() -> list[Film]:
    if not (films_folder() / "manifest.csv").exists():
        pytest.skip("the films are not here")
    return read_manifest(films_folder())


def test_the_template_names_every_figure_that_is_known_and_no_other() -> None:
    assert set(placeholders()) == set(FIGURES) | set(TABLES)


def test_a_name_that_nobody_knows_is_an_error() -> None:
    with pytest.raises(ValueError, match="sensitivity at my hospital"):
        filled("{{sensitivity at my hospital}}", {})


def test_without_a_report_everything_is_not_measured(tmp_path: Path) -> None:
    target = tmp_path / "made" / "CARD.md"
    missing = write_card(tmp_path, target)
    text = target.read_text(encoding="utf-8")
    assert set(missing) == set(FIGURES) | set(TABLES)
    assert text.count(NOT_MEASURED) >= len(missing)
    assert "{{" not in text
    assert "}}" not in text


def test_figures_of_the_report_stand_in_the_card(report: Path) -> None:
    target = report / "CARD.md"
    missing = write_card(report, target)
    text = target.read_text(encoding="utf-8")
    assert "{{" not in text
    assert "a-classifier 9.8.7" in text
    assert "covid19 0.311" in text
    figures = json.loads((report / "report.json").read_text(encoding="utf-8"))["figures"]
    told = [name for name, steps in FIGURES.items() if steps[1:2] == ("figures",)]
    assert told
    for name in told:
        assert name not in missing
        column = FIGURES[name][3]
        line = next(line for line in figures if line["measure"] == FIGURES[name][2][1])
        assert f"{line[column]['value']:.3f}" in text
    # What a run without a source says of it, and too few films.
    assert "0.617 (0.517 to 0.717; 49 films)" in text
    assert "too few films (3)" in text


def test_what_was_missed_is_told_before_the_figures(report: Path) -> None:
    write_card(report, report / "CARD.md")
    text = (report / "CARD.md").read_text(encoding="utf-8")
    assert "1 reached, 1 missed, 1 no verdict" in text
    section = text.partition("## What was missed")[2].partition("## Figures")[0]
    assert "another thing" in section
    assert "one thing" not in section
    assert "**missed**" in text.partition("### M3")[2].partition("### M4")[0]


def test_a_report_that_holds_something_else_leaves_figures_unmeasured() -> None:
    text, missing = filled("{{covid or other}} {{M3}}", {"report": {"figures": {}, "table": None}})
    assert text == f"{NOT_MEASURED} {NOT_MEASURED}"
    assert missing == ["covid or other", "M3"]


def test_a_share_of_nought_is_a_figure() -> None:
    assert words(0.0) == "0.000"
    assert words(0) == "0"


def test_every_table_can_be_drawn(report: Path) -> None:
    write_card(report, report / "CARD.md")
    lines = (report / "CARD.md").read_text(encoding="utf-8").splitlines()
    width = 0
    for before, line in zip(["", *lines], lines, strict=False):
        if not line.startswith("|"):
            continue
        width = width if before.startswith("|") else line.count("|")
        assert line.count("|") == width, line
        assert line.endswith("|")
    assert not [line for line in lines if re.search(r"</?[a-z]", line)], "HTML is not shown"


def test_the_card_beside_the_model_is_what_the_report_gives(tmp_path: Path) -> None:
    write_card(REPORT, tmp_path / "CARD.md")
    made = (tmp_path / "CARD.md").read_text(encoding="utf-8")
    assert card.CARD.read_text(encoding="utf-8") == made, "run python -m training.card"


def test_the_measures_that_the_card_asks_for_are_measured() -> None:
    pytest.importorskip("torch")
    measures = pytest.importorskip("training.measures")
    names = {measure.name for measure in measures.MEASURES}
    asked = {str(steps[2][1]) for steps in FIGURES.values() if steps[1:2] == ("figures",)}
    elsewhere = {card.WITHOUT_FINDINGS, "rightly called: viral_pneumonia, cohen"}
    assert asked - names == elsewhere


def test_all_items_of_the_checklist_are_answered() -> None:
    section = TEMPLATE.read_text(encoding="utf-8").partition("## CLAIM checklist")[2]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("|")][2:]
    assert [int(row[0]) for row in rows] == list(range(1, 43))
    assert all(len(row) == 4 and all(row) for row in rows)


def test_every_source_and_licence_is_named(films: list[Film]) -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    for source, count in Counter(film.source for film in films).items():
        assert re.search(rf"\| {re.escape(source)} \| .* {count:,} pictures \|", text), source
    for licence, count in Counter(film.licence for film in films).items():
        assert f"| {licence} | {count:,} |" in text, licence


def test_the_numbers_of_films_are_those_of_the_list(films: list[Film]) -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    config, views = Config(), LungConfig()
    learned = [film for film in films if film.may_be_learned and film.fold in config.train_folds]
    reported = [film for film in films if film.may_be_learned and film.fold == config.report_fold]
    assert f"{len(films):,} pictures" in text
    for cell in {(film.label, film.source) for film in learned}:
        counts = [sum((f.label, f.source) == cell for f in part) for part in (learned, reported)]
        row = rf"\| {LABELS[cell[0]]}[^|]* \| {cell[1]} \| {counts[0]:,} \| {counts[1]:,} \|"
        assert re.search(row, text), cell
    assert f"**{len(learned):,}** | **{len(reported):,}**" in text
    groups = [len({film.group for film in part}) for part in (learned, reported)]
    assert f"These are {groups[0]:,} patients or groups, and {groups[1]:,}." in text
    seen = [film for film in learned if film.fold in views.train_folds]
    assert f"learned from {len(seen):,} frontal films" in text
    assert f"lung masks on {sum(bool(film.lung_mask) for film in seen)} of them" in text
    assert f"{sum(film.licence == 'unstated' for film in learned)} of them taught" in text


def test_what_a_permissive_model_loses_is_counted(films: list[Film]) -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    learned = [film for film in films if film.may_be_learned and film.fold in Config().train_folds]
    for label, name in LABELS.items():
        own = [film for film in learned if film.label == label]
        kept = [film for film in own if film.licence in PERMISSIVE]
        assert f"| {name} | {len(own):,} | {len(kept):,} | {len(own) - len(kept)} of cohen" in text, label

"""The table of goals says what was reached, and no more."""

from __future__ import annotations

import pytest

pytest.importorskip("sklearn")
from training import reporting, table


@pytest.mark.parametrize(
    ("value", "sense", "verdict"),
    [(0.9, ">=", True), (0.89, ">=", False), (0.9, "<=", True), (0.91, "<=", False)],
)
def test_a_goal_is_reached_or_missed(value: float, sense: str, verdict: bool) -> None:
    cell = {"value": value, "low": 0.0, "high": 1.0, "films": 20}
    assert table.reached(cell, sense, 0.9) is verdict


@pytest.mark.parametrize("cell", [None, {"films": 4}])
def test_without_a_figure_there_is_no_verdict(cell: dict[str, int] | None) -> None:
    assert table.reached(cell, ">=", 0.9) is None


def test_few_films_are_said_to_be_few() -> None:
    assert reporting.cell({"films": 4}) == "too few (n 4)"
    assert reporting.cell(None) == "-"
    found = reporting.cell({"value": 0.5, "low": 0.25, "high": 0.75, "films": 12})
    assert found == "0.500 (0.250 to 0.750), n 12"


def test_the_notebook_brings_the_tables_of_its_networks_alone() -> None:
    networks = "| network | full |\n| --- | --- |\n| a | 1 |"
    films = "| films | n |\n| --- | --- |"
    text = "\n\n".join(("# Notebook", "Words.", films, "Accuracy:", networks, "![Plot](p.png)", networks))
    assert reporting.notebook_tables(text) == ["Accuracy:", networks, networks]

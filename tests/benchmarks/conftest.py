"""Speed as ratios to a floor measured in the same run: ``python3 dev.py bench``.

Nothing here asserts a time; the table at the end says what was measured beside its floor.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

_ROWS = pytest.StashKey[list[tuple[str, float, float, str, str]]]()

Report = Callable[[str, float, float, str, str], None]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_ROWS] = []


@pytest.fixture
def report(pytestconfig: pytest.Config) -> Report:
    """Call with (what, measured, floor, unit, aim) for a row of the closing table."""

    def add(what: str, measured: float, floor: float, unit: str, aim: str) -> None:
        pytestconfig.stash[_ROWS].append((what, measured, floor, unit, aim))

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash[_ROWS]
    if not rows:
        return
    terminalreporter.section("measured beside its floor")
    for what, measured, floor, unit, aim in rows:
        terminalreporter.write_line(
            f"{what:44} {measured:9.1f} {unit:8} floor {floor:9.1f}   ratio {measured / floor:5.2f}   {aim}"
        )

"""Speed as ratios to a floor measured in the same run: ``python3 dev.py bench``.

Nothing here asserts a time; the table at the end says what was measured beside its floor.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from phantom import dicom, thorax_u16, write_dicom

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# As desktop/__main__.py has it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

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


@pytest.fixture(scope="session")
def large_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """3,000 x 3,000 pixels of 16 bits."""
    film = thorax_u16(3000, 3000, bits=16)
    return write_dicom(tmp_path_factory.mktemp("film") / "large.dcm", dicom(film, bits=16))


@pytest.fixture
def app(qapp: Any, qtbot: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The program, started, and with nothing left to warm up."""
    from PySide6.QtCore import QCoreApplication, QEvent, QSettings

    from desktop import journal, settings, theme
    from desktop.app import App
    from desktop.resources import samples

    kept = tmp_path_factory.mktemp("kept")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(kept))
    # To the bars, and not to the question that may come before them.
    settings.READ_FIRST.save(False)
    theme.apply(qapp)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(journal, "location", lambda: kept / "journal.sqlite")
        running = App()
        # As in the program: else Python's own collector would stop it now and then, for 50 ms and more.
        running.collector.start()
        running.window.resize(1366, 740)
        running.window.show()
        running.reader.warm_up(samples())
        qtbot.waitUntil(lambda: running.reader.is_idle, timeout=60_000)
        yield running
        running.window.close()
        # A theme dresses every window there is: those of former measurements must not be among them.
        running.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    rows = config.stash[_ROWS]
    if not rows:
        return
    terminalreporter.section("measured beside its floor")
    for what, measured, floor, unit, aim in rows:
        terminalreporter.write_line(
            f"{what:52} {measured:9.1f} {unit:8} floor {floor:9.1f}   ratio {measured / floor:5.2f}   {aim}"
        )

"""Reports tell where the program went wrong, and nothing of whose film it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from desktop import crash_reports
from desktop.messages import Surprises

ROOT = Path(__file__).parents[3]
SECRETS = ("Doe^Jane", "4711", "/home/jane.doe/films")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "kept"))


def break_down(patient: str) -> None:
    number = 4711
    try:
        raise KeyError(f"{patient} {number}")
    except KeyError as error:
        raise ValueError(f"/home/jane.doe/films/{patient}.dcm") from error


def test_a_surprise_is_kept_with_its_places_and_without_what_it_said(qtbot: QtBot) -> None:
    surprises = Surprises()
    try:
        break_down("Doe^Jane")
    except ValueError as error:
        with qtbot.waitSignal(surprises.happened) as told:
            surprises.tell(error)
    assert "Crash reports" in told.args[0]
    (report,) = crash_reports.reports()
    text = report.read_text(encoding="utf-8")
    for part in ("ValueError", "because of", "KeyError", "test_crash_reports.py:", "in break_down", "Qt 6"):
        assert part in text
    for secret in (*SECRETS, str(ROOT)):
        assert secret not in text


def test_only_so_many_are_kept() -> None:
    for _ in range(crash_reports.MAX_REPORTS + 3):
        crash_reports.keep(ValueError(), None)
    assert len(crash_reports.reports()) == crash_reports.MAX_REPORTS


def test_where_none_can_be_kept_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file in the way")
    assert crash_reports.keep(ValueError(), None) is None
    assert crash_reports.begin() is None
    crash_reports.end(None)


def test_a_program_that_ends_as_it_should_leaves_nothing() -> None:
    crash_reports.end(crash_reports.begin())
    assert list(crash_reports.folder().iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="another way to crash there")
def test_a_crash_of_the_program_is_a_report_at_the_next_start(tmp_path: Path) -> None:
    code = (
        "import os, signal; from PySide6.QtCore import QStandardPaths as P;"
        f"P.writableLocation = lambda _: {str(tmp_path / 'kept')!r};"
        "from desktop import crash_reports as c; stream = c.begin(); os.kill(os.getpid(), signal.SIGSEGV)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ}, check=False)
    assert done.returncode < 0
    stream = crash_reports.begin()
    (report,) = crash_reports.reports()
    text = report.read_text(encoding="utf-8")
    assert "Segmentation fault" in text
    assert str(tmp_path) not in text
    crash_reports.end(stream)


def test_a_program_that_was_killed_left_no_report() -> None:
    stream = crash_reports.begin()
    assert stream is not None
    stream.close()
    crash_reports.end(crash_reports.begin())
    assert crash_reports.reports() == []

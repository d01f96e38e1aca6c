"""Scripts of packaging/ that dev.py starts: the frozen program tried, and the locks written."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="with shell scripts for programs")


def program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def smoke(monkeypatch: pytest.MonkeyPatch) -> Any:
    module = import_module("smoke")
    monkeypatch.setattr(module, "SECONDS", 0.2)
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.2, raising=False)
    return module


def test_without_a_frozen_program_it_is_said_how_to_make_one(smoke: Any, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"dev\.py package"):
        smoke.smoke(tmp_path / "negatoscope", [])


@pytest.mark.parametrize(
    ("command_line", "window", "complaint"),
    [("exit 1", "exec sleep 60", "command line failed"), ("exit 0", "exit 3", "with status 3")],
)
def test_a_frozen_program_that_fails_or_closes_by_itself_is_told(
    smoke: Any, tmp_path: Path, command_line: str, window: str, complaint: str
) -> None:
    program(tmp_path / "negatoscope-cli", command_line)
    program(tmp_path / "negatoscope", window)
    with pytest.raises(SystemExit, match=complaint):
        smoke.smoke(tmp_path, [])


# The first start leaves a mark; the second one finds it.
FIRST = "if mkdir first 2>/dev/null; then exec sleep 60; fi"


def test_a_window_that_takes_the_films_of_a_second_start_is_closed(smoke: Any, tmp_path: Path) -> None:
    program(tmp_path / "negatoscope-cli", '[ "$1" = /a.dcm ]')
    program(tmp_path / "negatoscope", f'{FIRST}; [ "$1" = /a.dcm ]')
    smoke.smoke(tmp_path, [Path("/a.dcm")])


@pytest.mark.parametrize(
    ("second", "complaint"), [("exec sleep 60", "answers no second start"), ("exit 4", "with status 4")]
)
def test_what_stays_open_without_a_window_is_told(
    smoke: Any, tmp_path: Path, second: str, complaint: str
) -> None:
    program(tmp_path / "negatoscope-cli", "exit 0")
    program(tmp_path / "negatoscope", f"{FIRST}; {second}")
    with pytest.raises(SystemExit, match=complaint):
        smoke.smoke(tmp_path, [])


def written_locks(tmp_path: Path, failing: str = "none") -> tuple[int, list[str]]:
    """The status, and of each lock that a stand-in for uv was asked for, its name."""
    log = tmp_path / "log"
    program(tmp_path / "uv", f'for last; do :; done; echo "$last" >>"{log}"; [ "$last" != "{failing}" ]')
    done = subprocess.run(
        [sys.executable, "-I", "-S", ROOT / "packaging" / "lock.py"],
        env={"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
    )
    return done.returncode, log.read_text().split()


def test_locks_are_written_after_those_that_they_are_held_to(tmp_path: Path) -> None:
    assert written_locks(tmp_path) == (0, ["lock/run.txt", "lock/dev.txt", "lock/opencv.txt"])


def test_after_a_lock_that_cannot_be_made_no_other_is(tmp_path: Path) -> None:
    assert written_locks(tmp_path, "lock/dev.txt") == (1, ["lock/run.txt", "lock/dev.txt"])

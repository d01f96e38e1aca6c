"""Files that hang the reading of them, or end it: the window goes on, and what was open stays."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from pytestqt.qtbot import QtBot

from desktop.app import App
from inference import Loader, Outcome
from phantom import thorax_u8, write_image

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that stops")

SECONDS = 0.5
WAIT_MS = 20_000


@pytest.fixture
def hasty(qtbot: QtBot, make_classifier: Callable[[], Any]) -> Iterator[App]:
    """The program, which waits half a second for a file, and its own loading process."""
    running = App(make_classifier, make_loader=lambda: Loader(seconds=SECONDS))
    running.window.show()
    yield running
    running.window.close()


@pytest.fixture
def harmless(tmp_path: Path) -> Path:
    return write_image(tmp_path / "harmless.png", thorax_u8(300, 300))


def loading_processes() -> set[psutil.Process]:
    return set(psutil.Process().children())


@pytest.fixture
def hang(hasty: App, harmless: Path, qtbot: QtBot) -> Iterator[Callable[[], Path]]:
    """Opens a film, and then one at which the loading process hangs; returns the second one's path."""
    before = loading_processes()

    def perform() -> Path:
        hasty.open([str(harmless)])
        qtbot.waitUntil(lambda: bool(hasty.document.entries) and hasty.reader.is_idle, timeout=WAIT_MS)
        (process,) = loading_processes() - before
        process.suspend()
        harmful = write_image(harmless.with_name("harmful.png"), thorax_u8(300, 310))
        hasty.open([str(harmful)])
        return harmful

    yield perform
    for process in loading_processes() - before:
        process.kill()


def test_a_file_that_never_ends_fails_and_says_so_and_the_other_stays(
    hasty: App, hang: Callable[[], Path], harmless: Path, qtbot: QtBot
) -> None:
    harmful = hang()
    qtbot.waitUntil(lambda: hasty.document.count("failed") == 1, timeout=WAIT_MS)
    first, second = hasty.document.entries
    assert (first.path, first.outcome) == (str(harmless), Outcome.CLASSIFIED)
    assert (second.path, second.error.code) == (str(harmful), "took_too_long")
    hasty.document.select(first.number)
    qtbot.waitUntil(lambda: hasty.document.film is not None, timeout=WAIT_MS)


def test_it_can_be_read_again_with_more_time(hasty: App, hang: Callable[[], Path], qtbot: QtBot) -> None:
    hang()
    qtbot.waitUntil(lambda: hasty.document.count("failed") == 1, timeout=WAIT_MS)
    hasty.actions["read_again"].trigger()
    qtbot.waitUntil(lambda: hasty.document.count("classified") == 2, timeout=WAIT_MS)


def test_the_window_closes_while_a_file_hangs(hasty: App, hang: Callable[[], Path], qtbot: QtBot) -> None:
    # Given all the time in the world, it is closing that ends it.
    hang()
    hasty.actions["read_again"].trigger()
    with qtbot.waitSignal(hasty.window.closing, timeout=WAIT_MS):
        hasty.window.close()
    assert not hasty.window.isVisible()

"""The program is updated while its window is open: what is open stays, and the next film tells of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.messages import error_sentences
from inference import Loader, Outcome
from phantom import thorax_u8, write_image

WAIT_MS = 20_000


def test_what_is_open_stays_and_the_next_film_tells_to_start_again(
    qtbot: QtBot, make_classifier: Callable[[], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(psutil.Process().children())
    app = App(make_classifier, make_loader=Loader)
    app.window.show()
    first_film = write_image(tmp_path / "first.png", thorax_u8(300, 300))
    app.open([str(first_film)])
    qtbot.waitUntil(lambda: app.document.count("classified") == 1, timeout=WAIT_MS)
    # From now on the program that lies there is another one than the window's. Its process comes to an end.
    monkeypatch.setattr("inference.loader.program_identity", lambda: "0.0.1 (abc)")
    processes = set(psutil.Process().children()) - before
    for process in processes:
        process.kill()
    psutil.wait_procs(processes)
    app.open([str(write_image(tmp_path / "second.png", thorax_u8(300, 310)))])
    qtbot.waitUntil(lambda: app.document.count("failed") == 1, timeout=WAIT_MS)
    first, second = app.document.entries
    assert first.outcome == Outcome.CLASSIFIED
    assert second.error.code == "program_changed"
    cause, remedy = error_sentences(second.error)
    assert "updated while it was open: 0.0.1 (abc) is running" in cause
    assert remedy.startswith("Close it and start it again")
    app.document.select(first.number)
    qtbot.waitUntil(lambda: app.document.film is not None, timeout=WAIT_MS)
    app.window.close()

"""A dropped folder of films: how soon the first is on the light box, and how long the window is deaf."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from phantom import thorax_u8, write_image

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop import journal, settings, theme
from desktop.app import App
from desktop.entry import Candidate
from desktop.film import make_film
from desktop.resources import samples
from desktop.sorting import Sort
from inference import Header, ImageSource, Loader

TICK_MS = 5


@pytest.fixture
def app(qapp: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """Started, and with nothing left to warm up."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    settings.READ_FIRST.save(False)
    monkeypatch.setattr(journal, "location", lambda: tmp_path / "journal.sqlite")
    theme.apply(qapp)
    running = App()
    # As in the program: else Python's own collector would stop it now and then.
    running.collector.start()
    running.window.resize(1366, 740)
    running.window.show()
    running.reader.warm_up(samples())
    qtbot.waitUntil(lambda: running.reader.is_idle, timeout=60_000)
    yield running
    running.window.close()


def write_folder(folder: Path, films: int) -> Path:
    """Films of 1,000 x 1,000 pixels; all the same file, for making them costs more than reading them."""
    folder.mkdir()
    first = write_image(folder / "0.png", thorax_u8(1000, 1000))
    for number in range(1, films):
        shutil.copy(first, folder / f"{number}.png")
    return folder


def test_first_picture_of_a_folder_of_five_hundred(
    app: App, tmp_path: Path, qtbot: Any, report: Any
) -> None:
    """From the drop to the film; the floor is reading it and making it drawable, without a window."""
    folder = write_folder(tmp_path / "films", 500)
    gaps, last = [0.0], time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(1000 * (now - last))
        last = now

    timer = QTimer(interval=TICK_MS)
    timer.timeout.connect(beat)
    timer.start()
    started = time.perf_counter()
    app.open([str(folder)])
    qtbot.waitUntil(lambda: app.document.film is not None, timeout=60_000)
    measured = 1000 * (time.perf_counter() - started)
    qtbot.waitUntil(lambda: len(app.document.entries) == 500, timeout=60_000)
    timer.stop()
    app.actions["cancel"].trigger()
    loader = Loader()
    loader.start()
    loader.load(ImageSource(str(folder / "0.png")), 0)
    started = time.perf_counter()
    make_film(loader.load(ImageSource(str(folder / "1.png")), 0))
    floor = 1000 * (time.perf_counter() - started)
    loader.close()
    report("first picture of a folder of 500", measured, floor, "ms", "aim: below 1000 ms")
    report("longest silence while 500 are listed", max(gaps), TICK_MS, "ms", "aim: below 50 ms")


@pytest.mark.parametrize("films", [500, 5000])
def test_a_letter_in_the_filter(app: App, films: int, report: Any) -> None:
    """Until the list is drawn; the floor is drawing it again as it stands."""
    found = [
        Candidate(
            ImageSource(f"/nowhere/{i}"),
            header=Header(patient_name=f"NAME{i % (films // 2)}, N", study_instance_uid=str(i)),
        )
        for i in range(films)
    ]
    for begin in range(0, films, 100):
        app.document.add(found[begin : begin + 100])
    QApplication.processEvents()

    def milliseconds(what: Any) -> float:
        started = time.perf_counter()
        what()
        app.films.viewport().repaint()
        return 1000 * (time.perf_counter() - started)

    typed = [
        milliseconds(lambda text=text: app.document.arrangement.find(text)) for text in ("n", "na", "name1")
    ]
    floor = milliseconds(lambda: None)
    report(f"a letter in the filter of {films}", max(typed), floor, "ms", "aim: below 50 ms")
    ordered = [milliseconds(lambda sort=sort: app.document.arrangement.set_sort(sort)) for sort in Sort]
    report(f"another order of {films}", max(ordered), floor, "ms", "aim: below 50 ms")

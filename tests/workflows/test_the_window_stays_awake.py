"""What takes long never runs where the window lives.

How long it is deaf is measured by ``python3 dev.py bench``; here it is asked which thread does what, which
no busy machine can change.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import inference
from desktop import film as film_module
from desktop import maps
from desktop.app import App
from desktop.gestures import dragged_window
from desktop.journal import Journal
from inference import Classifier, Loader
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
ROOT = Path(__file__).parents[2]
WINDOW, ELSEWHERE = "the window's thread", "another thread"
# What takes long, by what it does; all of it is called in the worker.
HEAVY: tuple[tuple[Any, str], ...] = (
    (Loader, "load"),
    (Loader, "glance"),
    (Loader, "list_container"),
    (Classifier, "predict"),
    (Classifier, "explain"),
    (Classifier, "occlude"),
    (Classifier, "occlude_box"),
    (inference, "expand"),
    (film_module, "make_film"),
    (Journal, "_run"),
)


class Calls:
    """Who called what, and where."""

    def __init__(self) -> None:
        self.where: dict[str, Counter[str]] = {}

    def watch(self, owner: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        wanted, seen = getattr(owner, name), self.where.setdefault(name, Counter())

        def watched(*arguments: Any, **named: Any) -> Any:
            here = threading.current_thread() is threading.main_thread()
            seen[WINDOW if here else ELSEWHERE] += 1
            return wanted(*arguments, **named)

        monkeypatch.setattr(owner, name, watched)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    made = Calls()
    for owner, name in HEAVY:
        made.watch(owner, name, monkeypatch)
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "films"
    made.mkdir()
    for number in range(12):
        own = {"SOPInstanceUID": f"1.2.3.{number + 1}", "InstanceNumber": number + 1}
        write_dicom(made / f"{number:02}", dicom(thorax_u16(300, 280, seed=number), bits=12, **own))
    return made


def test_no_reading_and_no_computing_in_the_thread_of_the_window(
    calls: Calls, app: App, open_and_wait: Open, settle: Callable[[], None], folder: Path, qtbot: QtBot
) -> None:
    app.impressions.set_read_first(True)
    open_and_wait(folder)
    app.actions["impression.normal"].trigger()
    settle()
    app.impressions.set_read_first(False)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_G):
        QTest.keyClick(app.view, key)
        settle()
    film, voi = app.document.film, app.document.voi
    assert film is not None
    assert voi is not None
    app.document.set_voi(dragged_window(film.radiograph, voi, QPointF(30, 10)))
    app.view.zoom_by(3.0)
    app.document.set_overlay(map=maps.NO_OPACITY, contours=True)
    app.view.grab()
    app.actions["hide_parts"].trigger()
    settle()
    app.probing.drag(QPointF(20, 20), QPointF(120, 120), True)
    settle()
    app.actions["read_again"].trigger()
    settle()
    done = {name for name, seen in calls.where.items() if seen}
    # A folder alone opens no container.
    assert done == {name for _, name in HEAVY} - {"list_container"}
    assert not {name: seen for name, seen in calls.where.items() if seen[WINDOW]}


# A fresh interpreter: here everything heavy was imported long ago.
START_AND_READ = """
import sys, threading
HEAVY = {"pydicom", "onnxruntime", "cv2", "imagecodecs", "PIL", "simplejpeg", "pyzipper"}
found = []
class Finder:
    @staticmethod
    def find_spec(name, *_):
        if threading.current_thread() is threading.main_thread() and name.partition(".")[0] in HEAVY:
            found.append(name)
sys.meta_path.insert(0, Finder)
from PySide6.QtCore import QTimer
import desktop.app
from desktop.__main__ import main
class Watched(desktop.app.App):
    def start(self, paths):
        super().start(paths)
        self.look()
    def look(self):
        if self.reader.is_idle and self.document.count("not run") == 0 and self.document.entries:
            self.view.grab()
            print(*found)
            self.window.close()
        else:
            QTimer.singleShot(50, self.look)
desktop.app.App = Watched
sys.exit(main(["negatoscope", *sys.argv[1:]]))
"""


def test_no_heavy_library_is_imported_by_the_thread_of_the_window(folder: Path, tmp_path: Path) -> None:
    own = {f"XDG_{kind}": str(tmp_path) for kind in ("CONFIG_HOME", "DATA_HOME", "RUNTIME_DIR")}
    done = subprocess.run(
        [sys.executable, "-c", START_AND_READ, str(folder)],
        cwd=ROOT,
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []

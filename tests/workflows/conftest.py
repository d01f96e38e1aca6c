"""The program without a screen, with the tiny model and films of nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import journal, languages, settings, theme
from desktop.app import App
from desktop.keys_dialog import KeysDialog
from inference import Classifier, Loader
from phantom import thorax_u8, write_image

Drop = Callable[..., None]
WAIT_MS = 20_000


@pytest.fixture(autouse=True)
def own_settings(
    tmp_path_factory: pytest.TempPathFactory, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every test begins with a program that was never started before, its result open."""
    # Not beside the films: some tests open their whole folder.
    kept = tmp_path_factory.mktemp("kept")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(kept / "settings"))
    qapp.setOrganizationName("Negatoscope")
    qapp.setApplicationName("Negatoscope")
    # Most tests are about the result; test_read_first.py is about the way to it.
    settings.READ_FIRST.save(False)
    # The tour is for those who see the program for the first time; test_tour.py asks for it.
    settings.TOUR_SEEN.save(True)
    monkeypatch.setattr(journal, "location", lambda: kept / "journal" / "journal.sqlite")


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp)
    # English has a translation of its own: of what depends on a number.
    languages.install(qapp, "en")


@pytest.fixture
def make_classifier(tiny_model: Path) -> Callable[[], Any]:
    """What the worker calls for its classifier."""
    return lambda: Classifier(tiny_model)


class SharedLoader(Loader):
    """Outlives the programs that use it, one after another: to start the process takes half a second."""

    def close(self) -> None:
        self.cancel()


@pytest.fixture(scope="session")
def shared_loader() -> Iterator[Loader]:
    loader = SharedLoader()
    loader.start()
    yield loader
    Loader.close(loader)


@pytest.fixture
def app(qtbot: QtBot, make_classifier: Callable[[], Any], shared_loader: Loader) -> Iterator[App]:
    """The running program, 1366 x 740."""
    running = App(make_classifier, make_loader=lambda: shared_loader)
    running.window.resize(1366, 740)
    running.window.show()
    qtbot.waitExposed(running.window)
    yield running
    running.window.close()
    # A dialog that a test left open would have the mouse of the next one; and every widget that is left is
    # dressed anew by each test that changes the theme.
    for left in QApplication.topLevelWidgets():
        left.close()
        left.deleteLater()
    running.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def drop(app: App) -> Drop:
    """Drop files on the middle of the window."""

    def perform(*paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        middle, copy = QPoint(600, 400), Qt.DropAction.CopyAction
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(middle, copy, data, buttons, keys)
        QApplication.sendEvent(app.window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(app.window, QDropEvent(QPointF(middle), copy, data, buttons, keys))

    return perform


@pytest.fixture
def open_and_wait(app: App, drop: Drop, qtbot: QtBot) -> Callable[..., None]:
    """Drop files and wait until all is read and classified."""

    def perform(*paths: Path) -> None:
        drop(*paths)
        wait_until_done(app, qtbot)

    return perform


@pytest.fixture
def settle(app: App, qtbot: QtBot) -> Callable[[], None]:
    """Wait until all is read and classified that was asked for meanwhile."""
    return lambda: wait_until_done(app, qtbot)


def wait_until_done(app: App, qtbot: QtBot) -> None:
    """Until nothing is with the worker and nothing waits for it."""
    qtbot.waitUntil(lambda: bool(app.document.entries), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: app.reader.is_idle, timeout=WAIT_MS)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """One 8-bit film."""
    return write_image(tmp_path / "film.png", thorax_u8(400, 300))


@pytest.fixture
def films(tmp_path: Path) -> list[Path]:
    """Six films that differ."""
    return [write_image(tmp_path / f"film{i}.png", thorax_u8(240, 200 + 10 * i, seed=i)) for i in range(6)]


@pytest.fixture
def dialog(app: App, qtbot: QtBot) -> Iterator[KeysDialog]:
    """The list of keys, open."""
    app.actions["keys"].trigger()
    found = app.window.findChild(KeysDialog)
    assert found is not None
    qtbot.waitExposed(found)
    yield found
    if app.window.findChild(KeysDialog) is not None:
        found.close()

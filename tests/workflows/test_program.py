"""The program around the films: commands, keys, settings, surprises."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.commands import COMMANDS
from desktop.keys_dialog import KeysDialog
from desktop.main_window import MainWindow
from inference import Classifier

ROOT = Path(__file__).parents[2]


def test_every_command_is_in_a_menu(app: App) -> None:
    texts = {a.objectName() for menu in app.window.menuBar().actions() for a in menu.menu().actions()}
    assert {command.id for command in COMMANDS} <= texts


def test_no_key_means_two_things() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_key_is_in_the_list_of_keys(app: App, qtbot: QtBot) -> None:
    QTest.keyClick(app.view, Qt.Key.Key_F1)
    dialog = app.window.findChild(KeysDialog)
    assert dialog is not None
    text = dialog.text
    for word in ("Ctrl+O", "PgDown", "F11", "1 … 9", "Wheel", "Automatic window"):
        assert word in text
    dialog.close()


def test_film_commands_are_off_without_a_film(app: App) -> None:
    for command in ("fit", "invert", "map", "voi.0", "next", "run_rest", "cancel", "read_again"):
        assert not app.actions[command].isEnabled()


def test_what_can_be_focused_has_a_name(app: App, film: Path, qtbot: QtBot) -> None:
    app.open([str(film)])
    qtbot.waitUntil(lambda: app.reader.is_idle and app.document.film is not None)
    for widget in app.window.findChildren(QWidget):
        tabbed_to = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if widget.isVisible() and tabbed_to:
            text = widget.text() if hasattr(widget, "text") and callable(widget.text) else ""
            assert widget.accessibleName() or text, widget


def test_the_window_comes_back_as_it_was_left(app: App, tiny_model: Path) -> None:
    app.window.resize(711, 566)
    app.window.close()
    again = App(lambda: Classifier(tiny_model))
    assert (again.window.width(), again.window.height()) == (711, 566)
    again.window.close()


def test_a_surprise_is_told_once_and_without_what_a_file_said(app: App, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ValueError("PatientName^Secret")

    for _ in range(2):
        try:
            fail()
        except ValueError as error:
            app.surprises.tell(error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(app.window.findChildren(QMessageBox)))
    (box,) = app.window.findChildren(QMessageBox)
    assert "ValueError" in box.text()
    assert "test_program.py" in box.text()
    assert "Secret" not in box.text()
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.close()


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can be without a screen")
    done = subprocess.run(
        [sys.executable, "-m", "desktop"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "no screen" in done.stderr


def test_a_small_screen_is_filled_on_the_first_start_only(qtbot: QtBot) -> None:
    first = MainWindow()
    qtbot.addWidget(first)
    assert first.screen().availableSize().width() < 1500
    first.show_at_start()
    assert first.isMaximized()
    first.showNormal()
    first.close()
    second = MainWindow()
    qtbot.addWidget(second)
    second.show_at_start()
    assert not second.isMaximized()


def test_the_keys_are_shown_once_and_fit_the_screen(app: App) -> None:
    for _ in range(3):
        app.actions["keys"].trigger()
    (dialog,) = app.window.findChildren(KeysDialog)
    screen = dialog.screen().availableSize()
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    assert dialog.minimumSizeHint().height() <= 384
    dialog.close()


def test_the_window_fits_half_a_small_screen_with_all_of_the_disclaimer(
    app: App, film: Path, qtbot: QtBot
) -> None:
    """1366 x 768 with everything twice as large."""
    app.open([str(film)])
    qtbot.waitUntil(lambda: app.document.count("classified") == 1)
    app.window.resize(683, 360)
    QApplication.processEvents()
    assert app.window.width() <= 683
    assert app.window.height() <= 360
    disclaimer = app.status._disclaimer
    assert disclaimer.width() >= disclaimer.sizeHint().width()
    assert disclaimer.mapTo(app.window, disclaimer.rect().topRight()).x() < 683


def test_an_interrupt_closes_the_window(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such signal for one process")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    started = (
        # Of a shell that runs things in the background, a process inherits that interrupts are ignored.
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "import sys; from desktop.__main__ import main; from desktop import app;"
        "start = app.App.start;"
        "app.App.start = lambda self, paths: (start(self, paths), print('up', flush=True));"
        "sys.exit(main(['negatoscope']))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", started],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "up\n"
    process.send_signal(signal.SIGINT)
    # It waits for what its worker has begun, which on a busy machine takes as long as it takes.
    _, said = process.communicate()
    assert process.returncode == 0
    assert "Traceback" not in said
    assert list(tmp_path.rglob("*.conf"))


def test_a_screen_that_is_gone_is_told_too() -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux can be without a screen")
    hidden = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "desktop"],
        cwd=ROOT,
        env={**environment, "DISPLAY": ":4711"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert ":4711" in done.stderr

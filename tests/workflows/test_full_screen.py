"""The film alone on the screen: what is out of sight is told, and a column asked for comes into view."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import App

Open = Callable[..., None]


@pytest.fixture
def alone(app: App, open_and_wait: Open, films: list[Path], qtbot: QtBot) -> App:
    """Six films, the first of them in full screen."""
    open_and_wait(*films)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    press(app, Qt.Key.Key_F11)
    assert app.window.isFullScreen()
    return app


def press(app: App, key: Qt.Key) -> None:
    QTest.keyClick(app.view, key)
    QApplication.processEvents()


@pytest.mark.parametrize(("command", "key"), [("list", Qt.Key.Key_F7), ("panel", Qt.Key.Key_F8)])
def test_a_column_asked_for_is_shown_in_the_window(alone: App, command: str, key: Qt.Key) -> None:
    press(alone, key)
    assert not alone.window.isFullScreen()
    assert (alone.list if command == "list" else alone.panel).isVisible()
    assert alone.actions[command].isChecked()


@pytest.mark.parametrize(("command", "key"), [("list", Qt.Key.Key_F7), ("panel", Qt.Key.Key_F8)])
def test_also_one_that_was_folded_away_before(alone: App, command: str, key: Qt.Key) -> None:
    for one in (Qt.Key.Key_F11, key, Qt.Key.Key_F11):
        press(alone, one)
    assert not alone.actions[command].isChecked()
    press(alone, key)
    assert not alone.window.isFullScreen()
    assert (alone.list if command == "list" else alone.panel).isVisible()
    assert alone.actions[command].isChecked()


def test_that_a_filter_leaves_films_out_is_told_on_the_film(alone: App) -> None:
    def told() -> list[str]:
        return [line for line in alone.corners.series.lines if line.startswith("Filter")]

    assert not told()
    alone.document.arrangement.find("film3")
    assert told() == ["Filter: 1 of 6"]
    alone.document.arrangement.show_all()
    assert not told()
    alone.document.arrangement.find("film")
    press(alone, Qt.Key.Key_PageDown)
    assert told() == ["Filter: 6 of 6"]
    # In the window the list tells it.
    press(alone, Qt.Key.Key_F11)
    assert not told()

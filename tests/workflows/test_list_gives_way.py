"""In a narrow window the list folds away by itself, and what the user wishes counts more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar
from pytestqt.qtbot import QtBot

from desktop import settings, theme
from desktop.app import App
from inference import Classifier, Loader

Open = Callable[..., None]
NARROW, WIDE = (960, 600), (1800, 900)


@pytest.fixture(autouse=True)
def undressed_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp)


@pytest.fixture
def large_text(app: App, open_and_wait: Open, films: list[Path], qtbot: QtBot) -> App:
    """Six films beside text of 150 %, in a wide window."""
    open_and_wait(*films)
    settings.TEXT_SIZE.save(150)
    resize(app, WIDE)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    return app


def resize(app: App, size: tuple[int, int]) -> None:
    app.window.resize(*size)
    QApplication.processEvents()


def press_list_key(app: App) -> None:
    QTest.keyClick(app.window, Qt.Key.Key_F7)
    QApplication.processEvents()


def list_is_in_view(app: App) -> bool:
    """As tick, button and column say alike."""
    button = app.window.findChild(QToolBar).widgetForAction(app.actions["list"])
    shown = app.list.isVisible()
    assert app.actions["list"].isChecked() is button.isChecked() is shown
    return shown


def test_it_makes_room_for_the_film_and_comes_back(large_text: App) -> None:
    app = large_text
    assert list_is_in_view(app)
    resize(app, NARROW)
    assert not list_is_in_view(app)
    assert app.panel.isVisible()
    assert app.pair.width() >= 0.6 * app.window.width()
    resize(app, WIDE)
    assert list_is_in_view(app)


def test_larger_text_alone_makes_it_give_way(large_text: App) -> None:
    settings.TEXT_SIZE.save(100)
    resize(large_text, NARROW)
    assert list_is_in_view(large_text)
    settings.TEXT_SIZE.save(150)
    QApplication.processEvents()
    assert not list_is_in_view(large_text)


def test_whoever_calls_it_back_keeps_it(large_text: App) -> None:
    app = large_text
    resize(app, NARROW)
    press_list_key(app)
    assert list_is_in_view(app)
    for size in (WIDE, (1000, 640), NARROW):
        resize(app, size)
        assert list_is_in_view(app)
    # Folded where it would be so by itself: it is left to the window again.
    press_list_key(app)
    assert not list_is_in_view(app)
    resize(app, WIDE)
    assert list_is_in_view(app)


def test_what_the_user_folded_stays_folded_in_every_window(large_text: App) -> None:
    app = large_text
    press_list_key(app)
    for size in (NARROW, WIDE):
        resize(app, size)
        assert not list_is_in_view(app)
    press_list_key(app)
    assert list_is_in_view(app)


@pytest.mark.parametrize("part", ["films", "line"])
def test_the_keys_go_on_with_the_film(large_text: App, part: str) -> None:
    app = large_text
    (app.films if part == "films" else app.list.line).setFocus()
    resize(app, NARROW)
    assert app.view.hasFocus()
    before = app.document.current_number
    QTest.keyClick(app.view, Qt.Key.Key_PageDown)
    assert before is not None
    assert app.document.current_number == before + 1
    QTest.keyClick(app.view, Qt.Key.Key_PageUp)
    assert app.document.current_number == before


def test_whoever_looks_for_a_film_sees_the_list(large_text: App) -> None:
    app = large_text
    resize(app, NARROW)
    QTest.keyClick(app.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert list_is_in_view(app)
    assert app.list.line.hasFocus()


def test_whoever_looks_for_a_film_in_full_screen_sees_the_list_too(large_text: App) -> None:
    app = large_text
    QTest.keyClick(app.window, Qt.Key.Key_F11)
    QApplication.processEvents()
    assert not app.list.isVisible()
    QTest.keyClick(app.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert not app.window.isFullScreen()
    assert list_is_in_view(app)
    assert app.list.line.hasFocus()


def test_the_next_start_does_not_take_it_for_a_wish(
    large_text: App, tiny_model: Path, shared_loader: Loader, films: list[Path], qtbot: QtBot
) -> None:
    resize(large_text, NARROW)
    assert not list_is_in_view(large_text)
    large_text.window.close()
    again = App(lambda: Classifier(tiny_model), make_loader=lambda: shared_loader)
    again.window.show()
    again.open([str(films[0])])
    qtbot.waitUntil(lambda: bool(again.document.entries))
    # As narrow as it was left.
    assert not list_is_in_view(again)
    resize(again, WIDE)
    assert list_is_in_view(again)
    again.window.close()


def test_films_that_a_folded_list_hides_are_told(large_text: App) -> None:
    app = large_text
    filtered = app.status.filter_button
    app.document.arrangement.find("no film is called so")
    QApplication.processEvents()
    # The list says it itself.
    assert not filtered.isVisible()
    resize(app, NARROW)
    assert filtered.isVisible()
    assert filtered.text() == "Filter: 0 of 6"
    QTest.mouseClick(filtered, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert list_is_in_view(app)
    assert not filtered.isVisible()
    press_list_key(app)
    app.document.arrangement.show_all()
    assert not filtered.isVisible()

"""The tour: four steps over the window, which stop nobody from working."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.app import App
from desktop.tour import Tour

Open = Callable[..., None]
TITLES = [
    "Drop films here",
    "The film and the mouse",
    "First whether, then how much",
    "When you need help",
]


@pytest.fixture
def tour(app: App, qtbot: QtBot) -> Tour:
    """As on the very first start, without films."""
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    app.actions["tour"].trigger()
    assert app.dialogs.tour is not None
    return app.dialogs.tour


def title(tour: Tour) -> str:
    return tour.callout.title.text()


def test_it_comes_once_with_the_first_start(app: App, qtbot: QtBot) -> None:
    settings.TOUR_SEEN.save(False)
    app.start([])
    # Not before what is on the screen already.
    assert app.dialogs.tour is None
    qtbot.waitUntil(lambda: app.dialogs.tour is not None and app.dialogs.tour.is_on)
    assert settings.TOUR_SEEN.load() is True


def test_a_second_start_is_without_it(app: App, qtbot: QtBot) -> None:
    app.start([])
    qtbot.waitUntil(lambda: app.reader.is_idle)
    assert app.dialogs.tour is None


def test_whoever_starts_with_a_film_is_not_held_up(app: App, film: Path, qtbot: QtBot) -> None:
    settings.TOUR_SEEN.save(False)
    app.start([str(film)])
    qtbot.waitUntil(lambda: app.document.count("classified") == 1, timeout=20_000)
    assert app.dialogs.tour is None
    assert settings.TOUR_SEEN.load() is False


def test_it_has_four_steps_and_goes_both_ways_by_keys_alone(tour: Tour) -> None:
    card = tour.callout
    assert card.next.hasFocus()
    seen = [(title(tour), card.count.text())]
    for _ in range(3):
        QTest.keyClick(card.next, Qt.Key.Key_Space)
        seen.append((title(tour), card.count.text()))
    assert seen == [(text, f"{number} of 4") for number, text in enumerate(TITLES, 1)]
    assert card.next.text() == "Done"
    QTest.keyClick(card.back, Qt.Key.Key_Space)
    assert title(tour) == TITLES[2]
    QTest.keyClick(card.next, Qt.Key.Key_Space)
    QTest.keyClick(card.next, Qt.Key.Key_Space)
    assert not tour.is_on


def test_it_can_be_skipped_until_its_end_and_does_not_go_back_before_its_beginning(tour: Tour) -> None:
    card = tour.callout
    assert card.skip.isVisible()
    assert not card.back.isEnabled()
    for _ in range(3):
        card.next.click()
    assert not card.skip.isVisible()
    card.back.click()
    QTest.mouseClick(card.skip, Qt.MouseButton.LeftButton)
    assert not tour.is_on


def test_escape_skips_it_wherever_the_keyboard_is(app: App, tour: Tour) -> None:
    QTest.keyClick(tour.callout.next, Qt.Key.Key_Escape)
    assert not tour.is_on
    assert app.view.hasFocus()
    app.actions["tour"].trigger()
    app.view.setFocus()
    QTest.keyClick(app.view, Qt.Key.Key_Escape)
    assert not tour.is_on


def test_escape_skips_the_tour_and_leaves_the_view_as_it_is(
    app: App, open_and_wait: Open, film: Path
) -> None:
    open_and_wait(film)
    QTest.keyClick(app.view, Qt.Key.Key_R)
    app.actions["tour"].trigger()
    app.view.setFocus()
    QTest.keyClick(app.view, Qt.Key.Key_Escape)
    assert app.dialogs.tour is not None
    assert not app.dialogs.tour.is_on
    assert app.document.orientation.quarter_turns == 1


def test_a_film_that_is_dropped_ends_it(tour: Tour, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    assert not tour.is_on


def test_the_sample_film_leads_on_to_the_second_step(
    app: App, tour: Tour, settle: Callable[[], None]
) -> None:
    tour.callout.extra.click()
    settle()
    assert tour.is_on
    assert title(tour) == TITLES[1]
    assert app.document.count("classified") + app.document.count("refused") == 1
    assert not tour.callout.extra.isVisible()


def test_with_a_film_open_it_begins_with_the_film(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    app.actions["tour"].trigger()
    assert app.dialogs.tour is not None
    assert title(app.dialogs.tour) == TITLES[1]


def test_it_stays_within_the_window_and_covers_neither_what_it_points_at(
    app: App, tour: Tour, settle: Callable[[], None]
) -> None:
    tour.callout.extra.click()
    settle()
    for number in range(1, 4):
        assert tour.step == number
        card = tour.callout.geometry()
        assert app.window.rect().contains(card)
        if number == 2:
            assert card.right() <= app.panel.mapTo(app.window, app.panel.rect().topLeft()).x()
        if number < 3:
            # The lungs are what is looked at; they end well above the foot of a film.
            view = app.view.mapTo(app.window, app.view.rect().topLeft()).y()
            assert card.top() >= view + 0.75 * app.view.height()
        tour.callout.next.click()


def test_every_word_of_it_has_room(tour: Tour) -> None:
    for _ in range(4):
        for part in (*tour.callout.findChildren(QLabel), *tour.callout.findChildren(QPushButton)):
            if part.isVisible():
                need = part.heightForWidth(part.width()) if isinstance(part, QLabel) else -1
                assert part.height() >= (need if need > 0 else part.sizeHint().height()), part.text()
                assert tour.callout.rect().contains(part.geometry())
        tour.callout.next.click()


def test_the_keys_that_it_names_are_those_that_the_user_chose(app: App, tour: Tour) -> None:
    assert "Ctrl+O" in tour.callout.text.text()
    settings.CHOSEN_KEYS.save('{"open": "Ctrl+J"}')
    app.actions.take_keys()
    app.actions["tour"].trigger()
    assert "Ctrl+J" in tour.callout.text.text()


def test_the_sample_film_is_in_the_help_menu_and_on_the_empty_light_box(app: App) -> None:
    (menu,) = (m for m in app.window.menuBar().findChildren(QMenu) if m.title() == "&Help")
    assert app.actions["open_sample"] in menu.actions()
    labels = [b.text() for b in app.placeholder.findChildren(QPushButton) if b.isVisible()]
    assert "Open the sample film" in labels


def test_a_screen_reader_hears_each_step(app: App, tour: Tour, qtbot: QtBot) -> None:
    with qtbot.waitSignal(app.announcer.said) as said:
        tour.callout.next.click()
    assert said.args[0].startswith("The film and the mouse. Left drag: window and level.")
    assert said.args[0].endswith("2 of 4")

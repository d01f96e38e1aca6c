"""The list of films stays quick, however long it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.entry import Candidate
from desktop.film_list import FilmDelegate
from desktop.film_rows import FilmRows
from inference import ImageSource

FILMS = 3000


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the list asks Python for anything."""
    counts: Counter[str] = Counter()

    def counted(owner: type, name: str) -> None:
        original: Callable[..., object] = getattr(owner, name)

        def call(*arguments: object) -> object:
            counts[name] += 1
            return original(*arguments)

        monkeypatch.setattr(owner, name, call)

    for owner, name in ((FilmRows, "rowCount"), (FilmRows, "data"), (FilmDelegate, "sizeHint")):
        counted(owner, name)
    return counts


@pytest.fixture
def long_list(asked: Counter[str], app: App) -> App:
    app.document.add([Candidate(ImageSource(f"/nowhere/{i}.dcm")) for i in range(FILMS)])
    QApplication.processEvents()
    asked.clear()
    return app


def test_news_of_one_film_touch_one_row(long_list: App, asked: Counter[str]) -> None:
    for row in (0, 1, FILMS - 1):
        long_list.document.update(long_list.document.entries[row].number, reading=True)
        QApplication.processEvents()
    assert asked.total() < FILMS / 10


def test_more_films_touch_no_row_that_was_there(long_list: App, asked: Counter[str]) -> None:
    for chunk in range(5):
        long_list.document.add([Candidate(ImageSource(f"/else/{chunk}/{i}")) for i in range(20)])
        QApplication.processEvents()
    assert asked.total() < FILMS / 10
    # And one heading.
    assert long_list.films.rows.rowCount() == FILMS + 101


def test_keys_walk_through_the_list(long_list: App) -> None:
    document = long_list.document
    document.select(document.entries[0].number)
    for key, row in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_End, FILMS - 1), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(long_list.films, key)
        assert document.current is document.entries[row]
    assert (
        long_list.films.viewport()
        .rect()
        .contains(long_list.films.visualRect(long_list.films.currentIndex()))
    )


def test_a_filter_leaves_the_film_on_view_in_sight_while_the_other_rows_are_still_made(
    long_list: App, qtbot: Any
) -> None:
    document, films = long_list.document, long_list.films
    document.select(document.entries[FILMS // 2].number)
    document.arrangement.find("dcm")
    assert films.rows.rowCount() < FILMS / 10
    seen = films.visualRect(films.currentIndex())
    # With those above it.
    assert films.currentIndex().row() > 10
    assert films.viewport().rect().contains(seen)
    qtbot.waitUntil(lambda: films.rows.rowCount() == FILMS + 1)
    # What came above it did not push it away.
    assert films.visualRect(films.currentIndex()) == seen

"""Many films: progress, cancel, closing, and clicking faster than they can be read."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.film_items import map_image
from desktop.findings import rows_of
from desktop.maps import shown_evidence
from inference import Classifier, Evidence, ImageSource, Prediction, Radiograph, Saliency, load_radiograph

Open = Callable[..., None]


class Gate:
    """A classifier that answers only when it is let: :meth:`let` some predictions through."""

    def __init__(self, model: Path) -> None:
        self._classifier = Classifier(model)
        self.identity, self.computation = self._classifier.identity, self._classifier.computation
        self._allowed = threading.Semaphore(0)

    def let(self, predictions: int) -> None:
        self._allowed.release(predictions)

    def predict(self, radiograph: Radiograph, stability: bool = True) -> Prediction:
        # Ranges come after the numbers, for whoever waits: they are not held up.
        assert stability or self._allowed.acquire(timeout=20)
        return self._classifier.predict(radiograph, stability=stability)

    def explain(self, radiograph: Radiograph, about: Evidence) -> Saliency:
        return self._classifier.explain(radiograph, about)


@pytest.fixture
def gate(tiny_model: Path) -> Gate:
    return Gate(tiny_model)


@pytest.fixture
def make_classifier(gate: Gate, request: pytest.FixtureRequest) -> Callable[[], Any]:
    """Only the tests that name the gate are held by it."""
    if "gate" not in request.function.__code__.co_varnames:
        gate.let(1000)
    return lambda: gate


def test_the_status_bar_counts(app: App, open_and_wait: Open, films: list[Path]) -> None:
    films[2].write_bytes(b"not an image")
    open_and_wait(*films)
    assert app.status.text == "5 of 6 classified, 0 refused, 1 failed"
    assert not app.status.cancel_button.isVisible()


def classified(app: App, number: int) -> Callable[[], bool]:
    return lambda: app.document.count("classified") == number


def test_cancel_leaves_the_rest_not_run(
    app: App, drop: Open, films: list[Path], gate: Gate, qtbot: QtBot
) -> None:
    drop(*films)
    gate.let(2)
    qtbot.waitUntil(classified(app, 2))
    assert app.status.cancel_button.isVisible()
    assert app.status.text == "2 of 6 classified, 0 refused, 0 failed"
    qtbot.mouseClick(app.status.cancel_button, Qt.MouseButton.LeftButton)
    gate.let(10)
    qtbot.waitUntil(lambda: app.reader.is_idle)
    assert app.document.count("not run") == 4
    assert not app.status.cancel_button.isVisible()
    assert app.status.text == "2 of 6 classified, 0 refused, 0 failed, 4 not run"
    app.actions["run_rest"].trigger()
    qtbot.waitUntil(classified(app, 6))


def test_a_film_left_out_is_run_when_it_is_looked_at(
    app: App, drop: Open, films: list[Path], gate: Gate, qtbot: QtBot
) -> None:
    drop(*films)
    gate.let(1)
    qtbot.waitUntil(classified(app, 1))
    app.actions["cancel"].trigger()
    gate.let(10)
    app.document.select(app.document.entries[-1].number)
    qtbot.waitUntil(classified(app, 2))
    assert app.document.entries[-1].outcome.value == "classified"
    assert app.document.count("not run") == 4


def test_the_film_that_is_looked_at_comes_first(
    app: App, drop: Open, films: list[Path], gate: Gate, qtbot: QtBot
) -> None:
    drop(*films)
    gate.let(1)
    qtbot.waitUntil(classified(app, 1))
    app.document.select(app.document.entries[-1].number)
    # At most the film that was with the worker comes before it.
    gate.let(2)
    qtbot.waitUntil(lambda: app.document.entries[-1].outcome.value == "classified")
    assert app.document.count("not run") >= 3


def test_closing_while_busy_ends_cleanly(
    app: App, drop: Open, films: list[Path], gate: Gate, qtbot: QtBot
) -> None:
    drop(*films)
    gate.let(1)
    qtbot.waitUntil(classified(app, 1))
    gate.let(1)
    assert app.window.close()
    QApplication.processEvents()
    assert app.document.count("classified") == 1


def test_only_the_current_film_and_its_neighbours_stay_in_memory(
    app: App, open_and_wait: Open, films: list[Path], qtbot: QtBot
) -> None:
    open_and_wait(*films)
    app.document.step(3)
    qtbot.waitUntil(lambda: app.reader.films_in_memory == 3)
    app.document.step(-3)
    qtbot.waitUntil(lambda: app.reader.films_in_memory == 2)


def test_page_keys_turn_the_films(app: App, open_and_wait: Open, films: list[Path]) -> None:
    open_and_wait(*films)
    QTest.keyClick(app.view, Qt.Key.Key_PageDown)
    assert app.document.current is app.document.entries[1]
    QTest.keyClick(app.view, Qt.Key.Key_PageUp)
    QTest.keyClick(app.view, Qt.Key.Key_PageUp)
    assert app.document.current is app.document.entries[0]


def test_film_bars_and_map_belong_together_however_fast_one_clicks(
    app: App, drop: Open, films: list[Path], tiny_model: Path, qtbot: QtBot
) -> None:
    classifier = Classifier(tiny_model)
    expected = {}
    for path in films:
        radiograph = load_radiograph(path)
        prediction = classifier.predict(radiograph)
        pictures = {
            e.head: map_image(classifier.explain(radiograph, e), radiograph.rows, radiograph.columns)
            for e in shown_evidence(prediction)
        }
        bars = [(row.text, row.low, row.high) for row in rows_of(prediction)]
        expected[str(path)] = (radiograph.columns, bars, pictures)
    app.document.set_overlay(shown=True)
    checked = {"film": 0, "bars": 0, "map": 0}

    def check() -> None:
        """All that can be seen at this moment is the current entry's."""
        entry = app.document.current
        if entry is None:
            return
        columns, bars, pictures = expected[entry.path]
        width = app.view.film_item.boundingRect().width()
        assert width in (0, columns)
        checked["film"] += width > 0
        shown = [(row.text, row.low, row.high) for row in app.panel.table.findings.rows]
        without_ranges = [(text, None, None) for text, _, _ in bars]
        assert shown in ([], bars, without_ranges)
        checked["bars"] += bool(shown)
        picture, saliency = app.view.map_item.image, app.document.saliency
        if not picture.isNull():
            assert saliency is not None
            assert picture == pictures[saliency.finding]
            checked["map"] += 1

    document = app.document
    # Connected last, so every widget has heard it when the check looks.
    for signal in (
        document.current_changed,
        document.film_changed,
        document.verdict_changed,
        document.overlay_changed,
        document.display_changed,
        document.entry_changed,
    ):
        signal.connect(check)
    drop(*films)
    qtbot.waitUntil(lambda: len(document.entries) == 6)
    order = random.Random(0)
    for _ in range(60):
        number = document.entries[order.randrange(6)].number
        row = app.films.visualRect(app.films.rows.index(app.films.rows.row_of(number), 0))
        middle = QPoint(row.center().x(), row.center().y())
        QTest.mouseClick(app.films.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        check()
        QApplication.processEvents()
    qtbot.waitUntil(lambda: app.reader.is_idle)
    check()
    assert min(checked.values()) > 0


def test_a_film_that_vanished_fails_only_when_it_is_looked_at(
    app: App, open_and_wait: Open, films: list[Path], qtbot: QtBot
) -> None:
    open_and_wait(*films[:4])
    films[3].unlink()
    app.document.step(2)
    qtbot.waitUntil(lambda: app.reader.is_idle)
    assert app.document.count("classified") == 4
    app.document.step(1)
    qtbot.waitUntil(lambda: app.document.count("failed") == 1)
    assert "cannot be read" in app.placeholder.text


def test_a_file_that_was_replaced_is_classified_anew(
    app: App, open_and_wait: Open, films: list[Path], tiny_model: Path, qtbot: QtBot
) -> None:
    open_and_wait(*films)
    before = app.document.entries[0].prediction
    app.document.step(5)
    qtbot.waitUntil(lambda: app.reader.is_idle)
    films[0].write_bytes(films[4].read_bytes())
    app.document.step(-5)
    qtbot.waitUntil(lambda: app.document.entries[0].prediction not in (None, before))
    assert app.view.film_item.boundingRect().width() == 240
    expected = Classifier(tiny_model).predict(load_radiograph(films[4])).probabilities
    assert app.document.entries[0].prediction is not None
    assert app.document.entries[0].prediction.probabilities == expected


def test_a_film_too_large_to_keep_is_read_once(
    app: App, open_and_wait: Open, films: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desktop.kept_films.MAX_KEPT_MEGABYTES", 0.0)
    open_and_wait(*films[:3])
    app.document.step(1)
    qtbot.waitUntil(lambda: app.reader.is_idle)
    with qtbot.assertNotEmitted(app.document.entry_changed, wait=300):
        pass
    assert app.reader.films_in_memory == 1


def test_progress_counts_every_run_from_its_beginning(
    app: App, drop: Open, films: list[Path], gate: Gate, qtbot: QtBot
) -> None:
    drop(*films)
    gate.let(2)
    qtbot.waitUntil(classified(app, 2))
    assert (app.document.progress.done, app.document.progress.total) == (2, 6)
    # The last one is with the worker when the run is cancelled, and stays there.
    app.document.select(app.document.entries[-1].number)
    gate.let(1)
    qtbot.waitUntil(classified(app, 3))
    qtbot.waitUntil(lambda: app.document.film is not None)
    app.actions["cancel"].trigger()
    app.actions["run_rest"].trigger()
    left = app.document.count("not run")
    assert (app.document.progress.done, app.document.progress.total) == (0, left)
    gate.let(10)
    qtbot.waitUntil(lambda: app.reader.is_idle)


def test_looking_for_films_is_told_and_can_be_cancelled(
    app: App, drop: Open, films: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    looking, go_on = threading.Event(), threading.Event()

    def slow(paths: list[str], _: object) -> Iterator[ImageSource]:
        looking.set()
        assert go_on.wait(20)
        yield from map(ImageSource, paths)

    monkeypatch.setattr("inference.expand", slow)
    drop(films[0])
    qtbot.waitUntil(looking.is_set)
    assert "Looking for films" in app.placeholder.text
    assert "Looking for films" in app.status.text
    assert app.actions["cancel"].isEnabled()
    qtbot.mouseClick(app.status.cancel_button, Qt.MouseButton.LeftButton)
    assert app.reader.is_idle
    assert "Drop chest radiographs here" in app.placeholder.text
    assert not app.actions["cancel"].isEnabled()
    drop(films[1])
    go_on.set()
    qtbot.waitUntil(classified(app, 1))
    assert [entry.title for entry in app.document.entries] == ["film1.png"]

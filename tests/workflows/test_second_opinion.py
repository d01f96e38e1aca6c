"""Hide and look: what becomes of a number when a part of the film is hidden."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop import maps
from desktop.app import App
from desktop.colour_bar import ColourBar
from desktop.film_items import map_image
from inference import Classifier

Open = Callable[..., None]
Settle = Callable[[], None]


class Patient:
    """A classifier that hides parts only when it is let."""

    def __init__(self, model: Path) -> None:
        self._classifier = Classifier(model)
        self.identity, self.computation = self._classifier.identity, self._classifier.computation
        self.predict, self.explain = self._classifier.predict, self._classifier.explain
        self.begun, self.may_go_on = threading.Event(), threading.Event()

    def occlude(self, *arguments: Any) -> Any:
        self.begun.set()
        assert self.may_go_on.wait(20)
        return self._classifier.occlude(*arguments)


@pytest.fixture
def patient(tiny_model: Path) -> Patient:
    return Patient(tiny_model)


@pytest.fixture
def make_classifier(patient: Patient, request: pytest.FixtureRequest) -> Callable[[], Any]:
    """Only the tests that name it are held by it."""
    if "patient" not in request.function.__code__.co_varnames:
        patient.may_go_on.set()
    return lambda: patient


def chooser(app: App) -> QComboBox:
    (found,) = app.panel.findChildren(QComboBox)
    return found


def test_one_key_shows_what_hiding_does(app: App, open_and_wait: Open, film: Path, settle: Settle) -> None:
    open_and_wait(film)
    assert app.view.map_item.image.isNull()
    QTest.keyClick(app.view, Qt.Key.Key_O)
    settle()
    entry = app.document.current
    assert entry is not None
    assert entry.prediction is not None
    assert entry.occlusion is not None
    expected = maps.hiding_map(entry.occlusion, entry.prediction)
    assert app.view.map_item.image == map_image(expected, 400, 300)
    assert chooser(app).currentText().startswith("Parts hidden: ")
    fall = 100 * max(float(entry.occlusion.drops.max()), 0.0)
    assert f"At most it falls by {fall:.1f} points." in app.panel.text
    assert any(line.startswith("Map: Parts hidden: ") for line in app.corners.study.lines)
    assert "rank correlation" in app.panel.text or "cannot be compared" in app.panel.text


def test_the_evidence_can_be_chosen_again(
    app: App, open_and_wait: Open, film: Path, settle: Settle
) -> None:
    open_and_wait(film)
    app.actions["hide_parts"].trigger()
    settle()
    app.document.set_overlay(map="opacity")
    assert "rank correlation" not in app.panel.text
    entry = app.document.current
    assert entry is not None
    opacity = next(saliency for saliency in entry.saliencies if saliency.finding == "opacity")
    assert app.view.map_item.image == map_image(opacity, 400, 300)


@pytest.mark.parametrize(("about", "finding"), [("no_opacity", "normal"), ("covid19", "covid19")])
def test_what_carries_a_normal_film_never_glows_like_a_finding(
    app: App, open_and_wait: Open, film: Path, settle: Settle, about: str, finding: str
) -> None:
    open_and_wait(film)
    app.document.set_overlay(map=about)
    app.actions["hide_parts"].trigger()
    settle()
    entry = app.document.current
    assert entry is not None
    assert entry.occlusion is not None
    assert entry.occlusion.finding == finding
    # So that there is something to see.
    drops = np.linspace(0.0, 1.0, entry.occlusion.drops.size, dtype=np.float32)
    occlusion = replace(entry.occlusion, drops=drops.reshape(entry.occlusion.drops.shape))
    app.document.update(entry.number, occlusion=occlusion)
    named = "Parts hidden: Normal" if finding == "normal" else "Parts hidden: COVID-19"
    assert chooser(app).currentText() == named
    assert f"Map: {named}" in app.corners.study.lines
    bar = app.panel.findChild(ColourBar)
    assert bar is not None
    for picture in (app.view.map_item.image, bar.grab().toImage()):
        warm = [
            colour.red() > colour.blue() + 30
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 2)
            if (colour := picture.pixelColor(x, y)).alpha() > 200
        ]
        assert any(warm) is (finding != "normal")
    app.actions["hide_parts"].trigger()
    assert not entry.hiding


@pytest.mark.parametrize(
    ("correlation", "words"),
    [
        (0.71, "agrees with this (rank correlation 0.71)"),
        (0.3, "partly agrees with this (rank correlation 0.30)"),
        (-0.4, "disagrees with this: treat it with suspicion (rank correlation -0.40)"),
        (None, "cannot be compared"),
    ],
)
def test_how_far_map_and_hiding_agree_is_told_with_its_number(
    app: App, open_and_wait: Open, film: Path, settle: Settle, correlation: float | None, words: str
) -> None:
    open_and_wait(film)
    app.actions["hide_parts"].trigger()
    settle()
    entry = app.document.current
    assert entry is not None
    assert entry.occlusion is not None
    app.document.update(entry.number, occlusion=replace(entry.occlusion, correlation=correlation))
    assert words in app.panel.text


def test_the_window_answers_meanwhile_and_hiding_can_be_stopped(
    app: App, open_and_wait: Open, film: Path, patient: Patient, qtbot: QtBot, settle: Settle
) -> None:
    open_and_wait(film)
    app.actions["hide_parts"].trigger()
    qtbot.waitUntil(patient.begun.is_set)
    assert "Hiding one part after the other" in app.panel.text
    QTest.keyClick(app.view, Qt.Key.Key_I)
    assert app.document.inverse
    buttons = [b for b in app.panel.findChildren(QPushButton) if b.text() == "Stop hiding"]
    buttons[0].click()
    assert app.document.current is not None
    assert not app.document.current.hiding
    patient.may_go_on.set()
    settle()
    QApplication.processEvents()
    assert app.document.current.occlusion is None
    assert not app.document.overlay.shown


def test_what_was_hidden_on_one_film_never_shows_on_the_next(
    app: App, open_and_wait: Open, films: list[Path], patient: Patient, qtbot: QtBot, settle: Settle
) -> None:
    open_and_wait(*films[:2])
    app.actions["hide_parts"].trigger()
    qtbot.waitUntil(patient.begun.is_set)
    app.document.step(1)
    assert not app.document.entries[0].hiding
    patient.may_go_on.set()
    settle()
    QApplication.processEvents()
    assert [entry.occlusion for entry in app.document.entries] == [None, None]
    assert app.document.overlay.map is None
    assert app.view.map_item.image.isNull()
    assert chooser(app).findData(maps.HIDING) < 0


def test_a_film_that_was_replaced_keeps_nothing_of_it(
    app: App, open_and_wait: Open, films: list[Path], settle: Settle
) -> None:
    open_and_wait(films[0])
    app.actions["hide_parts"].trigger()
    settle()
    assert app.document.current is not None
    assert app.document.current.occlusion is not None
    films[0].write_bytes(films[4].read_bytes())
    app.actions["read_again"].trigger()
    assert app.document.current.occlusion is None
    assert app.document.saliency is None
    settle()
    assert app.document.current.occlusion is None
    assert app.document.saliency is not None
    assert app.document.saliency.finding != maps.HIDING


def test_coming_back_the_second_opinion_is_still_there_and_not_on_view(
    app: App, open_and_wait: Open, films: list[Path], settle: Settle
) -> None:
    open_and_wait(*films[:2])
    app.actions["hide_parts"].trigger()
    settle()
    app.document.step(1)
    app.document.step(-1)
    settle()
    assert app.document.saliency is not None
    assert app.document.saliency.finding != maps.HIDING
    assert chooser(app).findData(maps.HIDING) >= 0

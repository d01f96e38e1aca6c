"""What the panel, the map and the status bar say of a film."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from desktop import map_key as peeking
from desktop import settings
from desktop.app import App
from desktop.film_items import map_image
from desktop.verdict_words import percent, percents
from inference import Classifier, load_radiograph
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

Open = Callable[..., None]


def numbers(app: App) -> dict[str, str]:
    model = app.panel.table.findings
    return {str(model.index(r, 0).data()): str(model.index(r, 1).data()) for r in range(model.rowCount())}


def test_bars_say_what_the_model_says(app: App, open_and_wait: Open, film: Path, tiny_model: Path) -> None:
    open_and_wait(film)
    expected = Classifier(tiny_model).predict(load_radiograph(film))
    assert expected.probabilities is not None
    assert expected.none_of_these is not None
    names = ("covid19", "normal", "viral_pneumonia")
    texts = percents([*(expected.probabilities[name] for name in names), expected.none_of_these])
    assert list(numbers(app).items()) == list(
        zip(("COVID-19", "Normal", "Viral pneumonia", "None of these"), texts, strict=True)
    )


def test_whiskers_are_the_range_over_small_changes_and_say_so(
    app: App, open_and_wait: Open, film: Path, tiny_model: Path
) -> None:
    open_and_wait(film)
    ranges = Classifier(tiny_model).predict(load_radiograph(film)).ranges
    assert ranges is not None
    model = app.panel.table.findings
    for number, row in enumerate(model.rows[:3]):
        assert (row.low, row.high) == pytest.approx(ranges[row.name], abs=1e-6)
        said = model.index(number, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "changed a little" in said
        assert percent(ranges[row.name][1]).replace("<", "below") in said
    assert (model.rows[3].low, model.rows[3].high) == (None, None)


@pytest.mark.parametrize(
    ("age", "word", "left_out", "step", "other"),
    [
        ("040Y", "not assessed in adults", "Viral pneumonia", "covid19", "viral"),
        ("005Y", "not assessed in children", "COVID-19", "viral", "covid19"),
    ],
)
def test_a_class_that_was_not_learned_from_such_patients_has_no_number(
    app: App, open_and_wait: Open, tmp_path: Path, age: str, word: str, left_out: str, step: str, other: str
) -> None:
    ds = dicom(thorax_u16(300, 300), bits=12, PatientAge=age, PatientBirthDate=None)
    open_and_wait(write_dicom(tmp_path / "film", ds))
    shown = numbers(app)
    assert shown[left_out] == word
    assert sum("%" in text for text in shown.values()) == 3
    assert word.removeprefix("not ") in app.panel.text
    (chooser,) = app.panel.findChildren(QComboBox)
    assert chooser.findData(step) >= 0
    assert chooser.findData(other) < 0


def test_the_prediction_set_is_told_in_words(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    entry = app.document.current
    assert entry is not None
    assert entry.prediction is not None
    for chosen, sentence in (
        (
            ("covid19", "viral_pneumonia"),
            "Could be COVID-19 or viral pneumonia: the model cannot tell them",
        ),
        (("normal",), "Of the three, only normal is not ruled out."),
        ((), "None of the three fits this film."),
    ):
        findings = tuple(replace(finding, assessed=True) for finding in entry.prediction.findings)
        told = replace(entry.prediction, prediction_set=chosen, findings=findings)
        app.document.update(entry.number, prediction=told)
        assert sentence in app.panel.text
        assert "9 of 10 films like those the model was calibrated on" in app.panel.text
    app.document.update(entry.number, prediction=replace(entry.prediction, prediction_set=None))
    assert "9 of 10" not in app.panel.text


def test_passed_checks_fold_into_a_line_and_stay_so(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    fold = next(b for b in app.panel.findChildren(QPushButton) if "checks passed" in b.text())
    assert "grey scale" not in app.panel.text
    assert "Applicability" in app.panel.text
    fold.click()
    assert "grey scale" in app.panel.text
    assert not settings.CHECKS_FOLDED.load()
    fold.click()
    assert "grey scale" not in app.panel.text


def test_a_check_that_failed_is_never_folded_away(
    app: App, open_and_wait: Open, film: Path, tmp_path: Path
) -> None:
    settings.CHECKS_FOLDED.save(True)
    open_and_wait(film)
    fold = next(b for b in app.panel.findChildren(QPushButton) if "checks passed" in b.text())
    assert fold.isVisibleTo(app.panel)
    open_and_wait(write_image(tmp_path / "blank.png", np.full((300, 300), 7, np.uint8)))
    assert "Refused" in app.panel.text
    assert "contrast" in app.panel.text
    assert not fold.isVisibleTo(app.panel)


def test_what_the_model_cannot_see_stands_beneath(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    for unseen in (
        "COVID-19 looks like other pneumonias",
        "tuberculosis",
        "bacterial pneumonia",
        "effusion",
        "pneumothorax",
        "nodules",
        "fractures",
    ):
        assert unseen in app.panel.text
    assert "“None of these” is an opacity of another kind" in app.panel.text


def test_model_and_disclaimer_are_in_view(
    app: App, open_and_wait: Open, film: Path, tiny_model: Path
) -> None:
    open_and_wait(film)
    assert "tiny 0" in app.panel.text
    assert Classifier(tiny_model).identity.sha256[:12] in app.panel.text
    labels = [label.text() for label in app.status.findChildren(type(app.status._disclaimer))]
    assert "Research use, not a medical device" in labels


def test_a_refusal_shows_no_number_but_the_reason(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    lateral = write_dicom(tmp_path / "lateral", dicom(thorax_u16(300, 300), bits=12, ViewPosition="LL"))
    open_and_wait(lateral)
    text = app.panel.text
    assert "Refused" in text
    assert "view LL" in text
    assert "frontal views only" in text
    assert numbers(app) == {}
    assert "%" not in re.sub(r"\d+ % of the picture is coloured", "", text)
    assert not app.actions["map"].isEnabled()
    assert app.document.film is not None


def test_checks_carry_signs_values_and_limits(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    open_and_wait(write_image(tmp_path / "tiny.png", thorax_u8(100, 120)))
    text = app.panel.text
    assert "✕" in text
    assert "✓" in text
    assert "100  (≥\u00a0150)" in text


def test_the_map_is_hidden_until_asked_for(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    assert app.view.map_item.image.isNull()
    QTest.keyClick(app.view, Qt.Key.Key_G)
    assert not app.view.map_item.image.isNull()
    assert "Map: " in "\n".join(app.corners.study.lines)
    assert "tiny 0" in app.corners.study.lines
    QTest.keyClick(app.view, Qt.Key.Key_G)
    assert app.view.map_item.image.isNull()


def test_the_map_is_that_of_the_chosen_class(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    app.actions["map"].trigger()
    entry = app.document.current
    assert entry is not None
    assert entry.prediction is not None
    shown_first = app.document.saliency
    assert shown_first is not None
    normal = entry.prediction.probabilities["normal"]  # type: ignore[index]
    assert shown_first.finding == ("no_opacity" if normal >= 0.5 else "opacity")
    told = set()
    for saliency in entry.saliencies:
        app.document.set_overlay(map=saliency.finding)
        assert app.view.map_item.image == map_image(saliency, 400, 300)
        told.add(app.panel.text)
    assert len(told) == len(entry.saliencies) >= 3


def test_no_evidence_looks_like_nothing(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    # So dark that every cell of the tiny model's map is negative.
    dark = np.tile(np.linspace(0, 60, 300, dtype=np.uint8), (300, 1))
    open_and_wait(write_image(tmp_path / "dark.png", dark))
    app.actions["map"].trigger()
    app.document.set_overlay(map="opacity")
    image = app.view.map_item.image
    assert {image.pixelColor(x, image.height() // 2).alpha() for x in range(image.width())} == {0}
    assert "Nothing on this film speaks for it" in app.panel.text


@pytest.fixture
def app_with_lungs(qtbot: QtBot, tiny_model: Path, tiny_segmenter: Path) -> Iterator[App]:
    running = App(lambda: Classifier(tiny_model, lungs=tiny_segmenter))
    running.window.show()
    yield running
    running.window.close()


def test_evidence_outside_the_lungs_is_told(app_with_lungs: App, tmp_path: Path, qtbot: QtBot) -> None:
    app = app_with_lungs
    light = np.tile(np.linspace(180, 250, 448).astype(np.uint8), (448, 1))
    light[100:350, 60:190] -= 150
    light[100:350, 260:390] -= 150
    app.open([str(write_image(tmp_path / "lungs.png", light))])
    qtbot.waitUntil(lambda: app.document.count("classified") == 1)
    app.document.set_overlay(map="opacity")
    evidence = app.document.evidence
    assert evidence is not None
    assert evidence.outside_lungs is not None
    assert f"{percent(evidence.outside_lungs)} of this evidence lies outside the lungs" in app.panel.text
    entry = app.document.current
    assert entry is not None
    assert entry.prediction is not None
    for share, warned in ((0.29, False), (0.31, True)):
        changed = tuple(replace(e, outside_lungs=share) for e in entry.prediction.evidence)
        findings = tuple(
            replace(f, evidence=replace(f.evidence, outside_lungs=share)) for f in entry.prediction.findings
        )
        app.document.update(
            entry.number, prediction=replace(entry.prediction, evidence=changed, findings=findings)
        )
        assert (f"▲ {percent(share)} of this evidence" in app.panel.text) is warned


def test_a_film_without_lungs_is_refused_with_the_reason(
    app_with_lungs: App, tmp_path: Path, qtbot: QtBot
) -> None:
    app = app_with_lungs
    light = np.tile(np.linspace(180, 250, 448).astype(np.uint8), (448, 1))
    app.open([str(write_image(tmp_path / "light.png", light))])
    qtbot.waitUntil(lambda: app.document.count("refused") == 1)
    assert "both lungs" in app.panel.text
    assert "0  (≥\u00a02)" in app.panel.text
    assert numbers(app) == {}


def test_opacity_follows_its_keys_and_slider(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    app.actions["map"].trigger()
    assert app.view.map_item.opacity() == pytest.approx(0.5)
    QTest.keyClick(app.view, Qt.Key.Key_BracketRight)
    assert app.view.map_item.opacity() == pytest.approx(0.6)
    QTest.keyClick(app.view, Qt.Key.Key_BracketLeft)
    QTest.keyClick(app.view, Qt.Key.Key_BracketLeft)
    assert app.view.map_item.opacity() == pytest.approx(0.4)


def test_holding_the_map_key_peeks(
    app: App, open_and_wait: Open, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_wait(film)
    monkeypatch.setattr(peeking, "PEEK_MS", -1)
    QTest.keyPress(app.view, Qt.Key.Key_G)
    assert app.document.overlay.shown
    QTest.keyRelease(app.view, Qt.Key.Key_G)
    assert not app.document.overlay.shown


@pytest.mark.parametrize(("held_ms", "stays"), [(100, True), (700, False)])
def test_how_long_the_map_key_was_held_is_told_by_the_keyboard(
    app: App, open_and_wait: Open, film: Path, held_ms: int, stays: bool
) -> None:
    """And not by when a busy window heard of it."""
    open_and_wait(film)
    map_key(app, QEvent.Type.ShortcutOverride, 5000)
    app.actions["map"].trigger()
    map_key(app, QEvent.Type.KeyRelease, 5000 + held_ms)
    assert app.document.overlay.shown == stays


def test_a_held_map_key_that_a_busy_window_takes_for_pressed_again_still_only_peeks(
    app: App, open_and_wait: Open, film: Path
) -> None:
    open_and_wait(film)
    for pressed_at, released_at in ((5000, 5700), (5700, 5740), (5740, 5760)):
        map_key(app, QEvent.Type.ShortcutOverride, pressed_at)
        app.actions["map"].trigger()
        assert app.document.overlay.shown
        map_key(app, QEvent.Type.KeyRelease, released_at)
        assert not app.document.overlay.shown


def test_a_map_key_that_was_held_while_the_window_was_left_switches_nothing_back(
    app: App, open_and_wait: Open, film: Path
) -> None:
    open_and_wait(film)
    map_key(app, QEvent.Type.ShortcutOverride, 5000)
    app.actions["map"].trigger()
    QApplication.sendEvent(app.window, QEvent(QEvent.Type.WindowDeactivate))
    map_key(app, QEvent.Type.KeyRelease, 9000)
    assert app.document.overlay.shown


def map_key(app: App, kind: QEvent.Type, at_ms: int) -> None:
    event = QKeyEvent(kind, Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(at_ms)
    QApplication.sendEvent(app.window, event)


@pytest.fixture
def app_without_model(qtbot: QtBot, tmp_path: Path) -> Iterator[App]:
    running = App(lambda: Classifier(tmp_path / "absent.onnx"))
    running.window.show()
    yield running
    running.window.close()


def test_without_a_model_films_can_still_be_viewed(
    app_without_model: App, films: list[Path], qtbot: QtBot
) -> None:
    app = app_without_model
    app.open([str(path) for path in films[:2]])
    qtbot.waitUntil(lambda: app.document.count("failed") == 2)
    assert app.document.film is not None
    assert "The model cannot be used" in app.panel.text
    app.document.step(1)
    qtbot.waitUntil(lambda: app.document.film is not None)
    assert app.placeholder.text == ""
    assert numbers(app) == {}


def release_without_press(app: App) -> None:
    """As after a key that was pressed in another window, or with Ctrl."""
    QTest.keyRelease(app.view, Qt.Key.Key_G)


def test_only_a_press_of_the_map_key_can_end_in_a_peek(
    app: App, open_and_wait: Open, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_wait(film)
    monkeypatch.setattr(peeking, "PEEK_MS", -1)
    release_without_press(app)
    assert not app.document.overlay.shown
    app.actions["map"].trigger()
    release_without_press(app)
    assert app.document.overlay.shown
    QTest.keyClick(app.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert app.document.overlay.shown
    QTest.keyPress(app.view, Qt.Key.Key_G)
    QTest.keyRelease(app.view, Qt.Key.Key_G)
    release_without_press(app)
    assert app.document.overlay.shown


def test_the_map_key_does_nothing_on_a_refused_film(
    app: App, open_and_wait: Open, film: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peeking, "PEEK_MS", -1)
    lateral = dicom(thorax_u16(300, 300), bits=12, ViewPosition="LL")
    open_and_wait(write_dicom(film.parent / "a", lateral), film)
    QTest.keyPress(app.view, Qt.Key.Key_G)
    QTest.keyRelease(app.view, Qt.Key.Key_G)
    assert not app.document.overlay.shown


def test_tab_leaves_the_probabilities(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    app.window.activateWindow()
    app.panel.table.setFocus()
    QTest.keyClick(app.panel.table, Qt.Key.Key_Tab)
    assert not app.panel.table.hasFocus()


def test_the_wheel_over_the_controls_scrolls_the_panel(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    app.actions["map"].trigger()
    app.view.setFocus()
    before = app.document.overlay
    for widget in (*app.panel.findChildren(QSlider), *app.panel.findChildren(QComboBox)):
        middle = QPointF(widget.rect().center())
        for notches in (1, -1, -1):
            QApplication.sendEvent(
                widget,
                QWheelEvent(
                    middle,
                    QPointF(widget.mapToGlobal(middle.toPoint())),
                    QPoint(),
                    QPoint(0, 120 * notches),
                    Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier,
                    Qt.ScrollPhase.NoScrollPhase,
                    False,
                ),
            )
    assert app.document.overlay == before


def test_the_ends_of_the_colour_bar_are_words(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    (strong,) = [label for label in app.panel.findChildren(QLabel) if label.text() == "strong evidence"]
    assert "4 logits" in strong.toolTip()
    assert "logits" not in app.panel.text


def test_the_map_covers_the_film(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    app.actions["map"].trigger()
    assert app.view.map_item.boundingRect() == app.view.film_item.boundingRect()
    assert app.view.map_item.boundingRect().width() == 300


def test_no_number_is_cut_off_beside_the_scroll_bar(app: App, open_and_wait: Open, film: Path) -> None:
    app.window.resize(1366, 400)
    open_and_wait(film)
    QApplication.processEvents()
    assert app.panel.verticalScrollBar().isVisible()
    assert app.panel.widget().width() <= app.panel.viewport().width()

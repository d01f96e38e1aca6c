"""The occlusion probe: a box dragged on the film, and the numbers without it beside the old ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.document import Document
from desktop.findings import rows_of
from desktop.verdict_words import percents, probe_sentences
from inference import Classifier, Prediction, Probe, load_radiograph
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
Settle = Callable[[], None]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
# Corners in the film's pixels, of 300 x 400.
START, END = QPointF(40, 60), QPointF(130, 200)


def drag(app: App, start: QPointF = START, end: QPointF = END, release: bool = True) -> None:
    """With the left button, from film pixel to film pixel."""
    port = app.view.viewport()
    first, last = (QPointF(app.view.mapFromScene(point)) for point in (start, end))

    def send(kind: QEvent.Type, at: QPointF, changed: Qt.MouseButton, held: Qt.MouseButton) -> None:
        where = QPointF(port.mapToGlobal(at.toPoint()))
        modifiers = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(port, QMouseEvent(kind, at, where, changed, held, modifiers))

    send(QEvent.Type.MouseButtonPress, first, LEFT, LEFT)
    for step in range(1, 5):
        send(QEvent.Type.MouseMove, first + (last - first) * step / 4, NONE, LEFT)
    if release:
        send(QEvent.Type.MouseButtonRelease, last, LEFT, NONE)


def numbers(app: App) -> list[str]:
    model = app.panel.table.findings
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def prediction_of(document: Document) -> Prediction:
    assert document.current is not None
    assert document.current.prediction is not None
    return document.current.prediction


@pytest.fixture
def shown(app: App, open_and_wait: Open, film: Path) -> App:
    """A film with its numbers, and the box tool chosen by its key."""
    open_and_wait(film)
    QTest.keyClick(app.view, Qt.Key.Key_B)
    return app


def test_the_numbers_without_the_box_stand_beside_the_old_ones(
    shown: App, settle: Settle, film: Path, tiny_model: Path
) -> None:
    before, window = numbers(shown), shown.document.voi
    drag(shown)
    settle()
    box = shown.probing.box
    assert box == pytest.approx((40, 60, 130, 200), abs=1.0)
    classifier, radiograph = Classifier(tiny_model), load_radiograph(film)
    probe = classifier.occlude_box(radiograph, classifier.predict(radiograph, stability=False), box)
    names = ("covid19", "normal", "viral_pneumonia")
    after = percents([*(probe.probabilities[name] for name in names), probe.none_of_these])
    assert numbers(shown) == [
        f"{old.removesuffix(' %')} → {new}" for old, new in zip(before, after, strict=True)
    ]
    assert "With the box hidden" in shown.panel.text
    assert shown.document.voi == window


def test_the_box_is_drawn_while_it_is_dragged_and_stays(shown: App, settle: Settle) -> None:
    drag(shown, release=False)
    assert shown.probing.box is not None
    left, top, right, bottom = shown.probing.box
    assert shown.probe_box.item.rect == QRectF(left, top, right - left, bottom - top)
    assert "→" not in "".join(numbers(shown))
    drag(shown)
    settle()
    assert shown.probe_box.item.rect.center().x() == pytest.approx(85, abs=1)


def test_another_box_takes_the_place_of_the_first(shown: App, settle: Settle) -> None:
    drag(shown)
    settle()
    first = shown.probing.answer
    drag(shown, QPointF(160, 200), QPointF(280, 380))
    assert shown.probing.answer is None
    settle()
    assert shown.probing.answer is not None
    assert shown.probing.answer is not first
    assert shown.probe_box.item.rect.center().x() == pytest.approx(220, abs=1)


def test_two_boxes_in_a_row_end_with_the_numbers_of_the_second(shown: App, settle: Settle) -> None:
    drag(shown)
    drag(shown, QPointF(160, 200), QPointF(280, 380))
    settle()
    assert shown.probing.answer is not None
    assert shown.probing.answer.box.left == pytest.approx(160 / 300, abs=0.01)
    assert shown.probe_box.item.rect.center().x() == pytest.approx(220, abs=1)


def test_escape_takes_the_box_away_and_only_then_resets_the_view(shown: App, settle: Settle) -> None:
    shown.view.zoom_in()
    zoom = shown.view.zoom
    drag(shown)
    settle()
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    assert shown.probing.box is None
    assert shown.probe_box.item.rect.isNull()
    assert "→" not in "".join(numbers(shown))
    assert "box hidden" not in shown.panel.text
    assert shown.view.zoom == zoom
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    assert shown.view.zoom != zoom


def test_no_box_is_taken_to_another_film(
    app: App, open_and_wait: Open, films: list[Path], settle: Settle
) -> None:
    open_and_wait(*films[:5])
    app.actions["tool.box"].trigger()
    drag(app)
    settle()
    # Not one of those that are kept in memory: for a while there is no film at all.
    app.document.select(app.document.entries[4].number)
    assert app.document.film is None
    assert app.probing.box is None
    assert app.probe_box.item.rect.isNull()
    open_and_wait(films[5])
    assert app.probing.answer is None
    assert not any("→" in number for number in numbers(app))


def test_a_film_without_numbers_has_no_box(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    ds = dicom(thorax_u16(400, 300), bits=12, ViewPosition="LL")
    open_and_wait(write_dicom(tmp_path / "lateral", ds))
    app.actions["tool.box"].trigger()
    drag(app)
    assert app.probing.box is None


def test_what_becomes_of_the_numbers_is_told_in_words(shown: App, settle: Settle) -> None:
    drag(shown)
    settle()
    prediction, probe = prediction_of(shown.document), shown.probing.answer
    assert probe is not None
    before = prediction.probabilities
    assert before is not None
    changed = {**before, "covid19": before["covid19"] - 0.1, "normal": before["normal"] + 0.08}
    told = replace(probe, probabilities=changed, none_of_these=(prediction.none_of_these or 0) + 0.02)
    sentence, hint = probe_sentences(prediction, told)
    assert sentence == (
        "With the box hidden, COVID-19 falls by 10, normal rises by 8, an opacity of another kind rises by "
        "2 (percent points)."
    )
    assert "no proof" in hint
    assert "Small changes" not in hint


def test_the_words_and_the_bars_round_alike(shown: App, settle: Settle) -> None:
    drag(shown)
    settle()
    prediction, probe = prediction_of(shown.document), shown.probing.answer
    assert probe is not None
    # 75.4 % less 67.6 % is 7.8, and the bars say 75 and 68.
    parts = {"covid19": (0.754, 0.676), "normal": (0.04, 0.1), "viral_pneumonia": (0.0, 0.0)}
    findings = tuple(replace(f, probability=parts[f.name][0]) for f in prediction.findings)
    told = replace(prediction, findings=findings, none_of_these=0.206)
    probed = replace(
        probe, probabilities={name: after for name, (_, after) in parts.items()}, none_of_these=0.224
    )
    assert next((row.text, row.hidden_text) for row in rows_of(told, probed)) == ("75 %", "68 %")
    assert "COVID-19 falls by 7, normal rises by 6" in probe_sentences(told, probed)[0]


def unchanged(prediction: Prediction, probe: Probe) -> Probe:
    assert prediction.probabilities is not None
    assert prediction.none_of_these is not None
    return replace(probe, probabilities=prediction.probabilities, none_of_these=prediction.none_of_these)


def test_no_change_is_told_as_none(shown: App, settle: Settle) -> None:
    drag(shown)
    settle()
    prediction, probe = prediction_of(shown.document), shown.probing.answer
    assert probe is not None
    sentence, _ = probe_sentences(prediction, unchanged(prediction, probe))
    assert sentence == "With the box hidden, no number changes by as much as one percent point."
    sentence, hint = probe_sentences(prediction, replace(unchanged(prediction, probe), shown=0.0))
    assert (sentence, hint) == ("The model was not shown this part: hiding it changes nothing.", "")


def test_a_change_within_the_range_is_told_as_no_more_than_small_changes_do(
    shown: App, settle: Settle
) -> None:
    drag(shown)
    settle()
    prediction, probe = prediction_of(shown.document), shown.probing.answer
    assert probe is not None
    wide = tuple(replace(finding, low=0.0, high=1.0) for finding in prediction.findings)
    moved = {name: p * 0.9 for name, p in (prediction.probabilities or {}).items()}
    changed = replace(probe, probabilities=moved)
    assert (
        "Small changes of the whole film do as much."
        in probe_sentences(replace(prediction, findings=wide), changed)[1]
    )

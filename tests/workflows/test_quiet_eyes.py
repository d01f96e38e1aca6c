"""For those whom moving things trouble, and for those who see no colours."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QStyle, QToolBar

from desktop import motion, settings, theme
from desktop.app import App
from desktop.checks_view import ChecksView
from desktop.colours import BADGES, CLASS_SHAPES, class_mark
from desktop.corners import HIGHLIGHT_MS, STILL_HIGHLIGHT_MS
from desktop.document import Progress
from inference import Check
from phantom import dicom, thorax_u8, write_dicom

Open = Callable[..., None]


def in_grey(shape: str, colour: str) -> NDArray[np.int64]:
    """(24, 24) grey levels of one sign as the list draws it, on a screen without colours."""
    picture = QPixmap(24, 24)
    picture.fill(QColor(theme.current().background))
    painter = QPainter(picture)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(0, 0, 24, 24), 0x84, shape)
    painter.end()
    grey = picture.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(grey.constBits(), np.uint8).reshape(24, grey.bytesPerLine())[:, :24]
    return pixels.astype(np.int64)


@pytest.mark.parametrize(
    "signs", [[(b.shape, b.colour) for b in BADGES.values()], [class_mark(name) for name in CLASS_SHAPES]]
)
def test_signs_are_told_apart_by_their_shape_where_there_are_no_colours(
    signs: list[tuple[str, str]],
) -> None:
    # One colour for all: what is left is the shape.
    for (one, _), (other, _) in combinations(signs, 2):
        difference = np.abs(in_grey(one, theme.current().text) - in_grey(other, theme.current().text)) > 64
        assert difference.sum() >= 8, (one, other)
    # And in their own colours each is seen.
    for shape, colour in signs:
        assert (np.abs(in_grey(shape, colour) - in_grey(" ", colour)) > 48).sum() >= 8, shape


def ratio(one: QColor, other: QColor) -> float:
    """Contrast by WCAG 2.1."""
    dark, light = sorted(
        sum(
            weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
            for weight, part in zip((0.2126, 0.7152, 0.0722), colour.getRgbF()[:3], strict=True)
        )
        for colour in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def test_every_outcome_has_a_word_of_its_own() -> None:
    assert len({badge.word for badge in BADGES.values()}) == len(BADGES) == 4


def test_a_check_that_failed_differs_by_its_sign(app: App) -> None:
    view = ChecksView()
    view.set_checks(
        tuple(
            Check(f"check {passed}", passed, 1.0, 2.0, "Finding.", "Remedy.", ())
            for passed in (True, False)
        )
    )
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert "✓" in texts
    assert "✕" in texts


def test_warnings_have_a_sign_as_well(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    (tmp_path / "broken.dcm").write_bytes(b"no film")
    open_and_wait(tmp_path / "broken.dcm")
    warnings = [
        label.text()
        for label in app.panel.findChildren(QLabel)
        if label.property("role") == "warning" and label.isVisibleTo(app.panel) and label.text()
    ]
    assert warnings
    assert all(text[0] in "✕▲≠" for text in warnings)


@pytest.mark.parametrize("text", [90, 150])
@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_pressed_tool_has_a_bar_beneath_it_that_is_seen_without_colours(
    app: App, name: str, text: int
) -> None:
    settings.THEME.save(name)
    settings.TEXT_SIZE.save(text)
    bar = app.window.findChild(QToolBar)
    assert bar is not None
    bar.setIconSize(QSize(12, 12))
    QApplication.processEvents()
    for command, is_pressed in (("tool.window", True), ("tool.zoom", False), ("list", True)):
        button = bar.widgetForAction(app.actions[command])
        picture = button.grab().toImage()
        middle = [QColor(picture.pixel(picture.width() // 4, y)) for y in range(picture.height())]
        ground = QColor(theme.current().background)
        # Three pixels at its lower edge, on each screen.
        beneath = [ratio(colour, ground) for colour in middle[-3 * round(picture.devicePixelRatio()) :]]
        assert all(found >= 3.0 for found in beneath) is is_pressed, (command, beneath)
        if is_pressed:
            assert ratio(middle[-2], QColor(theme.current().pressed)) >= 3.0
    settings.THEME.forget()
    settings.TEXT_SIZE.forget()


@pytest.fixture
def two_patients(app: App, open_and_wait: Open, tmp_path: Path) -> App:
    for name in ("Abel", "Zorn"):
        ds = dicom(thorax_u8(200, 200, seed=ord(name[0])), PatientName=name, PatientID=name)
        write_dicom(tmp_path / name, ds)
    open_and_wait(tmp_path / "Abel", tmp_path / "Zorn")
    return app


@pytest.mark.parametrize(("reduced", "stays_ms"), [(False, HIGHLIGHT_MS), (True, STILL_HIGHLIGHT_MS)])
def test_another_patient_stands_out_for_longer_where_nothing_may_flash(
    two_patients: App, settle: Callable[[], None], reduced: bool, stays_ms: int
) -> None:
    settings.REDUCED_MOTION.save(reduced)
    two_patients.document.step(1)
    settle()
    assert two_patients.corners.patient.highlighted
    assert two_patients.corners._highlight.interval() == stays_ms


def test_nothing_moves_while_films_are_looked_for(app: App) -> None:
    bar = app.status.findChild(QProgressBar)
    assert bar is not None
    searching = Progress(looking=True, found=3)
    app.document.set_progress(searching)
    assert bar.isVisible()
    app.document.set_progress(Progress())
    settings.REDUCED_MOTION.save(True)
    app.document.set_progress(searching)
    assert not bar.isVisible()
    assert "3 found" in app.status.text
    # What counts towards an end does not run by itself.
    app.document.set_progress(Progress(done=1, total=4))
    assert bar.isVisible()


def test_the_system_s_own_wish_is_honoured(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not motion.is_reduced()
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    still = type("Still", (), {"styleHint": lambda _, asked: 0 if asked == hint else 1})()
    monkeypatch.setattr(motion.QApplication, "style", lambda: still)
    assert motion.is_reduced()

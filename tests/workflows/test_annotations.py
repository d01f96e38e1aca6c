"""What is written on the film, how much of it, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.annotations import Annotations
from desktop.app import App
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

Open = Callable[..., None]


@pytest.fixture
def shown(app: App, open_and_wait: Open, tmp_path: Path) -> App:
    """A frontal film of 0.8 mm a pixel."""
    ds = dicom(thorax_u16(500, 400), bits=12, WindowCenter=1000, WindowWidth=800)
    open_and_wait(write_dicom(tmp_path / "film", ds))
    return app


def test_letters_stand_at_the_edges_and_turn_with_the_film(shown: App) -> None:
    letters = shown.edges.letters
    assert letters is not None
    assert (letters.left, letters.top, letters.right, letters.bottom) == ("R", "H", "L", "F")
    QTest.keyClick(shown.view, Qt.Key.Key_R)
    assert shown.edges.letters is not None
    assert shown.edges.letters.right == "H"
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    QTest.keyClick(shown.view, Qt.Key.Key_H)
    assert shown.edges.letters.left == "L"
    assert "Left edge L, top H, right R, bottom F" in shown.edges.accessibleName()


def test_a_picture_has_no_letters_and_no_scale_and_says_so(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    open_and_wait(write_image(tmp_path / "film.png", thorax_u8(300, 300)))
    assert app.edges.letters is None
    assert app.edges.bar is None
    assert "No orientation in the file" in app.corners.series.lines


def test_an_orientation_that_cannot_be_is_not_shown(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    ds = dicom(thorax_u16(300, 300), bits=12, PatientOrientation=["L", "R"])
    open_and_wait(write_dicom(tmp_path / "film", ds))
    assert app.edges.letters is None
    assert "No valid orientation in the file" in app.corners.series.lines


def test_the_scale_is_as_long_as_it_says_at_every_zoom(shown: App) -> None:
    for command in ("fit", "actual_size", "zoom_in", "zoom_in", "zoom_in"):
        shown.actions[command].trigger()
        bar = shown.edges.bar
        assert bar is not None
        assert bar.pixels * 0.8 / shown.view.zoom == pytest.approx(bar.mm)
        assert shown.edges.bar_text == f"{bar.text}, detector plane"


@pytest.mark.parametrize("turned", [False, True])
def test_the_scale_is_right_where_pixels_are_not_square(
    turned: bool, app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    ds = dicom(
        thorax_u16(400, 400)[::2],
        bits=12,
        PixelSpacing=[0.8, 0.4],
        PixelSpacingCalibrationType="GEOMETRY",
    )
    open_and_wait(write_dicom(tmp_path / "film", ds))
    if turned:
        QTest.keyClick(app.view, Qt.Key.Key_R)
    film = app.view.mapFromScene(app.view.film_item.boundingRect()).boundingRect()
    assert app.edges.bar is not None
    # 200 rows of 0.8 mm, 400 columns of 0.4 mm.
    assert app.edges.bar.pixels / app.edges.bar.mm == pytest.approx(film.width() / 160, rel=0.01)
    assert app.edges.bar_text.endswith("corrected")


def test_the_scale_has_its_kind_below_where_the_view_is_narrow(shown: App) -> None:
    shown.actions["actual_size"].trigger()
    edges, metrics = shown.edges, QFontMetrics(theme.small(shown.edges.font()))
    assert edges.bar is not None
    high = edges.places[-1].height()
    # The scale has three tenths of the view's width.
    edges.resize(round(metrics.horizontalAdvance("detector plane") / 0.3) + 10, edges.height())
    edges.refresh()
    assert edges.bar is not None
    assert edges.bar_text == f"{edges.bar.text}, detector plane"
    assert edges.places[-1].height() >= high + metrics.height()


def test_a_tap_on_space_writes_less_and_what_must_not_be_missed_stays(shown: App) -> None:
    shown.actions["full_screen"].trigger()
    QTest.keyClick(shown.view, Qt.Key.Key_H)
    QTest.keyClick(shown.view, Qt.Key.Key_Space)
    corners = shown.corners
    assert shown.document.annotations is Annotations.FEW
    assert corners.patient.lines == ["Phantom, Thorax", "PHANTOM-1"]
    assert corners.study.lines == []
    assert corners.display.lines == ["FLIPPED left to right", "W 800  L 1000"]
    assert shown.edges.letters is not None
    assert shown.edges.bar is None
    QTest.keyClick(shown.view, Qt.Key.Key_Space)
    assert corners.patient.lines == corners.study.lines == []
    assert corners.display.lines == ["FLIPPED left to right"]
    assert corners.series.lines == ["Research use, not a medical device"]
    assert shown.edges.letters is None
    QTest.keyClick(shown.view, Qt.Key.Key_Space)
    assert len(corners.patient.lines) == 3
    assert shown.edges.bar is not None


def test_a_map_keeps_its_name_for_as_long_as_it_is_in_view(shown: App) -> None:
    shown.document.set_overlay(shown=True, map="opacity", threshold=0.2)
    for much in Annotations:
        shown.document.set_annotations(much)
        assert "Map: Opacity" in shown.corners.study.lines
        assert any("of full strength" in line or "threshold" in line for line in shown.corners.study.lines)
    assert len(shown.corners.study.lines) == 2
    shown.document.set_overlay(shown=False)
    assert shown.corners.study.lines == []


def test_space_held_for_a_drag_is_no_tap(shown: App) -> None:
    port, left = shown.view.viewport(), Qt.MouseButton.LeftButton
    QTest.keyPress(shown.view, Qt.Key.Key_Space)
    for kind, x, held in (
        (QEvent.Type.MouseButtonPress, 300, left),
        (QEvent.Type.MouseMove, 360, left),
        (QEvent.Type.MouseButtonRelease, 360, Qt.MouseButton.NoButton),
    ):
        at = QPointF(x, 300)
        changed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(port, QMouseEvent(kind, at, at, changed, held, none))
    QTest.keyRelease(shown.view, Qt.Key.Key_Space)
    assert shown.document.annotations is Annotations.ALL


@pytest.mark.parametrize(
    ("presses", "expected"),
    [
        ([(5000, 5100)], Annotations.FEW),
        ([(5000, 6000)], Annotations.ALL),
        # As a busy machine tells of one that is held.
        ([(5000, 5700), (5700, 5740), (5740, 5760)], Annotations.ALL),
        ([(5000, 5100), (5200, 5300)], Annotations.NONE),
    ],
)
def test_only_a_short_tap_on_space_is_one(
    shown: App, presses: list[tuple[int, int]], expected: Annotations
) -> None:
    for pressed_at, released_at in presses:
        for kind, at_ms in ((QEvent.Type.KeyPress, pressed_at), (QEvent.Type.KeyRelease, released_at)):
            event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
            event.setTimestamp(at_ms)
            QApplication.sendEvent(shown.view, event)
    assert shown.document.annotations is expected

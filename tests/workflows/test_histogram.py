"""The histogram under the result panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app import App
from desktop.histogram import window_edges
from inference import Window
from phantom import dicom, thorax_u16, write_dicom


@pytest.fixture
def shown(app: App, open_and_wait: Callable[..., None], tmp_path: Path) -> App:
    ds = dicom(thorax_u16(500, 400), bits=12, WindowCenter=2000, WindowWidth=1001)
    open_and_wait(write_dicom(tmp_path / "film", ds))
    QTest.keyClick(app.view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    return app


def drag(app: App, start: float, by: float) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for kind, x, button, held in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, start + by / 2, none, left),
        (QEvent.Type.MouseMove, start + by, none, left),
        (QEvent.Type.MouseButtonRelease, start + by, left, none),
    ):
        at = QPointF(x, 40)
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(app.histogram, QMouseEvent(kind, at, at, button, held, keys))


def edges(app: App) -> tuple[float, float]:
    assert isinstance(app.document.voi, Window)
    return window_edges(app.document.voi)


def test_it_is_folded_away_until_it_is_wanted(
    app: App, open_and_wait: Callable[..., None], film: Path
) -> None:
    open_and_wait(film)
    assert not app.histogram.isVisible()
    for wanted in (True, False):
        QTest.keyClick(app.view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        assert app.histogram.isVisible() is wanted
        assert app.panel.isVisible()


def test_its_lines_are_the_window_and_follow_it(shown: App) -> None:
    before = shown.histogram.edges()
    assert edges(shown) == (1499.5, 2499.5)
    shown.document.set_voi(Window(2500, 1001))
    after = shown.histogram.edges()
    assert after[0] - before[0] == pytest.approx(after[1] - before[1])
    assert after[0] > before[0]
    said = shown.histogram.accessibleDescription()
    assert said.startswith("W 1001  L 2500; values of the film from ")


def test_an_edge_is_dragged_and_the_other_stays(shown: App) -> None:
    (low, high), (at_low, at_high) = edges(shown), shown.histogram.edges()
    drag(shown, at_low, -10)
    assert shown.histogram.edges() == pytest.approx((at_low - 10, at_high))
    assert edges(shown)[1] == pytest.approx(high)
    assert edges(shown)[0] < low
    drag(shown, at_high, 15)
    assert shown.histogram.edges() == pytest.approx((at_low - 10, at_high + 15))


def test_between_the_edges_all_of_the_window_is_dragged(shown: App) -> None:
    width = edges(shown)[1] - edges(shown)[0]
    at_low, at_high = shown.histogram.edges()
    drag(shown, (at_low + at_high) / 2, 12)
    assert shown.histogram.edges() == pytest.approx((at_low + 12, at_high + 12))
    assert edges(shown)[1] - edges(shown)[0] == pytest.approx(width)


def test_an_edge_cannot_be_dragged_beyond_the_other(shown: App) -> None:
    at_low, _ = shown.histogram.edges()
    high = edges(shown)[1]
    drag(shown, at_low, 500)
    assert edges(shown)[0] < edges(shown)[1] == pytest.approx(high)


def test_arrow_keys_do_the_same(shown: App) -> None:
    low, high = edges(shown)
    QTest.keyClick(shown.histogram, Qt.Key.Key_Right)
    assert edges(shown)[0] > low
    assert edges(shown)[0] - low == pytest.approx(edges(shown)[1] - high)
    width = edges(shown)[1] - edges(shown)[0]
    QTest.keyClick(shown.histogram, Qt.Key.Key_Up)
    assert edges(shown)[1] - edges(shown)[0] > width

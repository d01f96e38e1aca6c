"""Every control has a name, the keyboard comes to all of them, and one sees where it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.colour_bar import ColourBar
from desktop.corners import CornerText
from desktop.histogram_view import HistogramView
from desktop.image_view import ImageView
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit)
PAINTED = (ImageView, HistogramView, ColourBar, CornerText)
# Commands that open a dialog; those that this program does not have are left out.
DIALOGS = ("keys", "card", "empty_journal", "preferences")
TAB, BACKTAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


def widgets(root: QWidget) -> Iterator[QWidget]:
    """Those that are on view, without scroll bars and without other windows."""
    for widget in (root, *root.findChildren(QWidget)):
        shown = widget.isVisibleTo(root) and widget.window() is root.window()
        if shown and not isinstance(widget, QScrollBar):
            yield widget


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def spoken(widget: QWidget, part: QAccessible.Text = QAccessible.Text.Name) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, widget
    return interface.text(part)


def is_meant(widget: QWidget) -> bool:
    """It does something, or shows something."""
    if isinstance(widget, QLabel):
        return bool(widget.text())
    if isinstance(widget, CornerText):
        return bool(widget.lines)
    # Behind the title of a table is a button of Qt's own.
    own = widget.objectName().startswith("qt_") or "CornerButton" in type(widget).__name__
    return (
        not own
        and widget.focusProxy() is None
        and (takes_tab(widget) or isinstance(widget, CONTROLS + PAINTED))
    )


def nameless(root: QWidget) -> list[str]:
    """What a screen reader would have no word for."""
    found = []
    for widget in filter(is_meant, widgets(root)):
        interface = QAccessible.queryAccessibleInterface(widget)
        # On Linux, the name of a combo box is its choice; what is chosen there, its description says.
        named = bool(spoken(widget).strip()) and (
            not isinstance(widget, QComboBox) or bool(widget.accessibleDescription())
        )
        if not named or interface.role() == QAccessible.Role.NoRole:
            found.append(f"{type(widget).__name__} {widget.objectName()} {widget.toolTip()}")
    return found


def tab_round(root: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Where Tab comes to, until it is where it began."""
    stops: list[QWidget] = []
    for _ in range(200):
        at = root.focusWidget() or root
        if at in stops:
            assert at is stops[0], f"Tab does not come round, but back to {at}"
            return stops
        if at is not root:
            stops.append(at)
        QTest.keyClick(at, key)
    raise AssertionError("Tab never comes round")


def unreached(root: QWidget, stops: list[QWidget]) -> list[QWidget]:
    """Controls that Tab does not come to; within a tool bar the arrow keys go on."""
    bars = {stop.parent() for stop in stops if isinstance(stop.parent(), QToolBar)}
    return [
        widget
        for widget in filter(is_meant, widgets(root))
        if widget.isEnabled()
        and (takes_tab(widget) or isinstance(widget, CONTROLS))
        and widget not in stops
        and widget.parent() not in bars
    ]


def picture(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)


def without_a_mark(stops: list[QWidget]) -> list[str]:
    """Those whose picture hardly changes when the keyboard comes to them."""
    unmarked = []
    stops[0].window().activateWindow()
    for stop, other in zip(stops, [*stops[1:], stops[0]], strict=True):
        other.setFocus(TAB)
        before = picture(stop).astype(int)
        stop.setFocus(TAB)
        assert stop.hasFocus()
        after = picture(stop).astype(int)
        changed = np.abs(after - before)[..., :3].max(axis=2) > 40
        # As much as half of a thin line around it.
        if changed.sum() < stop.width() + stop.height():
            unmarked.append(f"{type(stop).__name__} {stop.accessibleName()}")
    return unmarked


@pytest.fixture
def shown(app: App, open_and_wait: Open, tmp_path: Path, qtbot: QtBot) -> App:
    """Films of two patients, the first of them on view with everything that can be on view."""
    for number, name in enumerate(("Abel", "Berg")):
        ds = dicom(thorax_u16(300, 240, seed=number), bits=12, PatientName=name, PatientID=str(number))
        write_dicom(tmp_path / f"film{number}", ds)
    open_and_wait(tmp_path / "film0", tmp_path / "film1")
    app.actions["histogram"].trigger()
    app.document.set_overlay(shown=True, contours=True)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    return app


@pytest.fixture
def dialog(shown: App, qtbot: QtBot) -> Callable[[str], QDialog | None]:
    """Opens one; None where there is no such."""

    def perform(name: str) -> QDialog | None:
        if name == "password":
            shown.passwords.ask("/somewhere/archive.zip", True)
        else:
            try:
                shown.actions[name].trigger()
            except KeyError:
                return None
        opened = [d for d in shown.window.findChildren(QDialog) if d.isVisible()]
        opened[-1].activateWindow()
        qtbot.waitUntil(opened[-1].isActiveWindow)
        return opened[-1]

    return perform


def test_every_control_of_the_window_has_a_name(shown: App) -> None:
    assert nameless(shown.window) == []


def test_so_it_is_before_a_film_is_open_and_while_an_impression_is_asked_for(
    app: App, open_and_wait: Open, film: Path
) -> None:
    assert nameless(app.window) == []
    app.impressions.set_read_first(True)
    open_and_wait(film)
    assert app.document.withheld
    assert nameless(app.window) == []
    assert unreached(app.window, tab_round(app.window)) == []


@pytest.mark.parametrize("name", [*DIALOGS, "password"])
def test_every_control_of_the_dialogs_has_a_name_is_reached_and_marked(
    dialog: Callable[[str], QDialog | None], name: str
) -> None:
    opened = dialog(name)
    if opened is None:
        pytest.skip(f"this program has no {name}")
    assert opened.windowTitle()
    assert nameless(opened) == []
    stops = tab_round(opened)
    assert unreached(opened, stops) == []
    assert without_a_mark(stops) == []


def test_tab_comes_to_every_control_of_the_window_from_left_to_right_and_round(shown: App) -> None:
    shown.films.setFocus(TAB)
    stops = tab_round(shown.window)
    assert unreached(shown.window, stops) == []
    parts = [stops.index(part) for part in (shown.films, shown.view, shown.panel, shown.histogram)]
    assert parts == sorted(parts)
    # Above the columns, so before them; then what is above the list.
    bar, *above = stops[-3:]
    assert isinstance(bar.parent(), QToolBar)
    assert above == [shown.list.line, shown.list.button]
    tops = [
        widget.mapTo(shown.panel.widget(), widget.rect().topLeft())
        for widget in stops
        if shown.panel.widget().isAncestorOf(widget)
    ]
    # Downwards, but for what stands beside another on the same line.
    assert all(then.y() > now.y() - 14 for now, then in pairwise(tops))
    shown.films.setFocus(BACKTAB)
    assert tab_round(shown.window, Qt.Key.Key_Backtab) == [stops[0], *reversed(stops[1:])]


def test_wherever_the_keyboard_is_one_sees_it(shown: App) -> None:
    assert without_a_mark(tab_round(shown.window)) == []


def test_one_sees_it_before_a_film_is_open_as_well(app: App, qtbot: QtBot) -> None:
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    stops = tab_round(app.window)
    assert any(isinstance(stop, QPushButton) and stop.objectName() == "primary" for stop in stops)
    assert without_a_mark(stops) == []


def test_the_arrow_keys_go_along_the_tool_bar(shown: App) -> None:
    bar = shown.window.findChild(QToolBar)
    assert bar is not None
    buttons = [bar.widgetForAction(action) for action in bar.actions() if action.isVisible()]
    reachable = [b for b in buttons if isinstance(b, QAbstractButton) and b.isEnabled()]
    reachable[0].setFocus(TAB)
    come_to = [reachable[0]]
    for _ in reachable[1:]:
        QTest.keyClick(come_to[-1], Qt.Key.Key_Right)
        come_to.append(shown.window.focusWidget())
    assert come_to == reachable
    assert without_a_mark([reachable[0], reachable[-1]]) == []
    QTest.keyClick(shown.window.focusWidget(), Qt.Key.Key_Home)
    assert reachable[0].hasFocus()
    # Left and come back to, it is where it was.
    QTest.keyClick(reachable[0], Qt.Key.Key_Right)
    QTest.keyClick(reachable[1], Qt.Key.Key_Tab)
    assert not isinstance(shown.window.focusWidget().parent(), QToolBar)
    QTest.keyClick(shown.window.focusWidget(), Qt.Key.Key_Backtab)
    assert reachable[1].hasFocus()


def test_what_is_painted_is_said_in_words(shown: App) -> None:
    assert shown.view.accessibleName().startswith("Film: Abel")
    assert "Map: " in shown.view.accessibleName()
    numbers = spoken(shown.panel.table, QAccessible.Text.Description)
    for row in shown.panel.table.findings.rows:
        if row.assessed:
            assert f"{row.text.replace('<', 'below')}" in numbers
    assert "COVID-19 " in numbers
    assert "range " in numbers
    assert "Classified" in spoken(shown.panel, QAccessible.Text.Description)
    assert "W " in spoken(shown.histogram, QAccessible.Text.Description)
    list_interface = QAccessible.queryAccessibleInterface(shown.films)
    rows = [list_interface.child(i).text(QAccessible.Text.Name) for i in range(list_interface.childCount())]
    assert any("classified" in row for row in rows), rows


@pytest.mark.parametrize(
    ("part", "role"),
    [
        ("view", QAccessible.Role.Graphic),
        ("histogram", QAccessible.Role.Chart),
        ("edges", QAccessible.Role.StaticText),
    ],
)
def test_a_screen_reader_knows_what_kind_of_thing_is_painted(
    shown: App, part: str, role: QAccessible.Role
) -> None:
    widget = getattr(shown, part)
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface.role() == role
    assert interface.text(QAccessible.Text.Name) == widget.accessibleName()
    assert interface.text(QAccessible.Text.Description) == widget.accessibleDescription()
    # It is Qt's own in all else: what is hidden is said to be, and what has gone is not asked any more.
    assert not interface.state().invisible
    widget.hide()
    assert interface.state().invisible
    widget.show()


def test_the_words_follow_the_verdict(
    shown: App, open_and_wait: Open, tmp_path: Path, settle: Callable[[], None]
) -> None:
    write_dicom(tmp_path / "lateral", dicom(thorax_u16(300, 240, seed=7), bits=12, ViewPosition="LL"))
    (tmp_path / "broken.dcm").write_bytes(b"no film")
    open_and_wait(tmp_path / "lateral", tmp_path / "broken.dcm")
    said = {}
    for entry in list(shown.document.entries):
        shown.document.select(entry.number)
        settle()
        said[entry.outcome.value] = spoken(shown.panel, QAccessible.Text.Description)
    assert said["refused"].startswith("Refused: not a film for this model. ")
    assert "frontal views only" in said["refused"]
    assert "%" not in said["refused"]
    assert said["failed"].startswith("Failed. ")
    assert said["classified"].startswith("Classified. ")
    assert "COVID-19 " in said["classified"]


def test_the_signs_of_the_checks_are_said_as_words(shown: App) -> None:
    names = [spoken(label) for label in shown.panel.findChildren(QLabel) if label.text() in ("✓", "✕", "i")]
    assert names
    assert set(names) <= {"Passed", "Failed", "Note"}


def test_nothing_withheld_is_said(app: App, open_and_wait: Open, film: Path) -> None:
    app.impressions.set_read_first(True)
    open_and_wait(film)
    whole = "".join(
        spoken(widget) + spoken(widget, QAccessible.Text.Description) for widget in widgets(app.panel)
    )
    assert re.search(r"(COVID-19|Normal|pneumonia|these) *[<>≥0-9]", whole) is None

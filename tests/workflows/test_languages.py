"""The program in other languages: what the reader sees, also where lines are read from the right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pseudo
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop import languages, settings, theme
from desktop.app import App
from desktop.card_dialog import CardDialog
from desktop.choose_film import ChooseFilm
from desktop.columns import FILM, LIST, PANEL
from desktop.compare_words import interval_words
from desktop.findings import MARK_WIDTH, fitted
from desktop.kept_view import PathField
from desktop.keys_dialog import KeysDialog
from desktop.messages import class_name
from desktop.panel import ResultPanel
from desktop.preferences import Preferences
from desktop.priors import Interval
from desktop.tour import Tour
from inference import Loader
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

Start = Callable[..., App]
# Names, numbers and signs that are the same in every language.
UNTRANSLATED = ("1:1", "Negatoscope", "SHA-256", "+", ".png", "tiny", "Phantom", "Synthetic", " bytes")


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, make_classifier: Callable[[], Any], shared_loader: Loader
) -> Iterator[Start]:
    """Start the program in a language, on a small screen: of its own, or made up."""
    running: list[App] = []
    made_up = []

    def perform(code: str = "en", *, like: str = "") -> App:
        languages.install(qapp, code)
        if like:
            made_up.append(pseudo.install(qapp, mirrored=like == "mirrored"))
        app = App(make_classifier, make_loader=lambda: shared_loader)
        running.append(app)
        app.window.resize(1366, 740)
        app.window.show()
        qtbot.waitExposed(app.window)
        return app

    yield perform
    for app in running:
        app.window.close()
    for left in QApplication.topLevelWidgets():
        left.close()
    for translator in made_up:
        pseudo.remove(qapp, translator)
    languages.install(qapp, "en")
    theme.apply(qapp)


def show(app: App, qtbot: QtBot, *paths: Path) -> None:
    app.open([str(path) for path in paths])
    qtbot.waitUntil(lambda: app.reader.is_idle and bool(app.document.entries), timeout=20_000)


def test_the_window_is_in_portuguese(start: Start, film: Path, qtbot: QtBot) -> None:
    app = start("pt")
    assert "Solte aqui radiografias de tórax" in app.placeholder.text
    show(app, qtbot, film)
    assert "Classificada" in app.panel.text
    assert "Pneumonia viral" in app.panel.table.findings.index(2, 0).data()
    assert "uso em pesquisa; não é um dispositivo médico" in texts_of(app.status).lower()
    assert app.status.text == "Classificadas: 1 de 1; recusadas: 0; com falha: 0"
    titles = [action.text().replace("&", "") for action in app.window.menuBar().actions()]
    assert titles[:3] == ["Arquivo", "Radiografia", "Mapa"]


def test_why_a_broken_file_cannot_be_read_is_told_in_french(
    start: Start, film: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(film.read_bytes()[:-40])
    app = start("fr")
    show(app, qtbot, broken)
    assert "Échec" in app.panel.text
    assert "Le fichier est endommagé ou incomplet\u00a0: il se termine trop tôt." in app.panel.text
    assert "Copiez-le à nouveau" in app.placeholder.text


def test_measured_values_have_the_decimal_sign_of_the_language(
    start: Start, film: Path, qtbot: QtBot
) -> None:
    app = start("es")
    show(app, qtbot, film)
    QTest.mouseMove(app.view.viewport(), app.view.viewport().rect().center())
    assert any(line.startswith("Valor ") for line in app.corners.display.lines)
    assert any("W " in line for line in app.corners.display.lines)
    marks = [label.text() for label in app.panel.findChildren(QLabel)]
    assert not [text for text in marks if "0." in text and "SHA" not in text]


def test_the_card_says_that_it_is_in_english_where_the_window_is_not(start: Start) -> None:
    app = start("fr")
    app.actions["card"].trigger()
    dialog = app.window.findChild(CardDialog)
    assert "La fiche elle-même est en anglais." in texts_of(dialog)
    dialog.close()


@pytest.mark.parametrize("code", ["pt", "es", "fr"])
def test_every_command_has_a_text_of_its_own(start: Start, code: str) -> None:
    app = start(code)
    shown = [a.text() for menu in app.window.menuBar().actions() for a in menu.menu().actions() if a.text()]
    windows = {a.text() for a in app.actions.context_menu(app.window).actions() if a.text()} - set(shown)
    assert not windows
    # The windows of the file share one text until a film gives them theirs.
    assert len(set(shown)) >= len(shown) - 9


# --- languages that nobody speaks


def test_nothing_in_the_window_is_left_in_english(
    start: Start, film: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app = start(like="long")
    lateral = write_dicom(tmp_path / "lateral.dcm", dicom(thorax_u16(400, 300), ViewPosition="LL"))
    show(app, qtbot, film, lateral)
    dialogs = [
        open_dialog(app, "keys", KeysDialog),
        open_dialog(app, "card", CardDialog),
        open_dialog(app, "preferences", Preferences),
        open_dialog(app, "compare.choose", ChooseFilm),
    ]
    app.actions["compare"].trigger()
    app.actions["filter"].trigger()
    app.list.line.setText("nobody is called that")
    for number in range(2):
        app.document.select(app.document.entries[number].number)
        qtbot.waitUntil(lambda: app.document.film is not None)
        for root in (app.window, *dialogs):
            for text in words_in(root):
                assert text.startswith(pseudo.SIGN) or pseudo.SIGN in text, text
    for dialog in dialogs:
        dialog.close()


def test_no_step_of_the_tour_is_left_in_english(start: Start) -> None:
    app = start(like="long")
    tour = begin_tour(app)
    for _ in range(4):
        for text in words_in(tour.callout):
            assert text.startswith(pseudo.SIGN), text
        assert_nothing_is_cut_off(tour.callout)
        tour.callout.next.click()
    assert not tour.is_on


@pytest.mark.parametrize("code", ["", "pt", "es", "fr"])
def test_no_preference_is_cut_off(start: Start, code: str) -> None:
    app = start(code, like="" if code else "long")
    dialog = open_dialog(app, "preferences", Preferences)
    assert_nothing_is_cut_off(dialog)
    assert not any(area.verticalScrollBar().maximum() for area in dialog.findChildren(QScrollArea))
    dialog.close()


@pytest.mark.parametrize("code", ["pt", "es", "fr"])
def test_what_depends_on_a_number_agrees_with_it(start: Start, code: str, qtbot: QtBot, film: Path) -> None:
    app = start(code)
    show(app, qtbot, film)
    said = {"pt": "1 radiografia", "es": "1 radiografía", "fr": "1 cliché"}[code]
    assert app.list.text == said
    lengths = [interval_words(Interval(years, years, 0)) for years in (1, 2)]
    assert (
        lengths
        == {
            "pt": ["1 ano 1 mês", "2 anos 2 meses"],
            "es": ["1 año 1 mes", "2 años 2 meses"],
            "fr": ["1 an 1 mois", "2 ans 2 mois"],
        }[code]
    )


def test_texts_four_tenths_longer_are_not_cut_off(
    start: Start, film: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    app = start(like="long")
    refused = write_image(tmp_path / "flat.png", thorax_u8(90, 90))
    for path in (film, refused):
        show(app, qtbot, path)
        QApplication.processEvents()
        assert app.window.width() == 1366
        assert app.view.width() >= 0.69 * 1366
        assert_nothing_is_cut_off(app.panel)
        assert_nothing_is_cut_off(app.status)
        bar = app.window.findChild(QToolBar)
        for action in bar.actions():
            button = bar.widgetForAction(action)
            assert action.isSeparator() or button.isVisible()


def test_a_bracket_is_the_same_key_where_lines_are_read_from_the_right(start: Start) -> None:
    app = start(like="mirrored")
    dialog = open_dialog(app, "keys", KeysDialog)
    button = dialog.key_button("map.fainter")
    # In a piece of its own that runs from the left, where it is not mirrored.
    assert button.text() == "\u2066[\u2069"
    dialog.close()


@pytest.mark.parametrize("code", ["en", "pt", "es", "fr", "long"])
def test_the_panel_has_room_on_every_screen_beside_text_of_every_size(
    start: Start, code: str, film: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.CHECKS_FOLDED.save(False)
    app = start("en" if code == "long" else code, like="long" if code == "long" else "")
    words = {"ViewPosition": "LATERAL_OBLIQUE", "BodyPartExamined": "LOWER_EXTREMITY"}
    refused = write_dicom(tmp_path / "lateral", dicom(thorax_u16(400, 300), **words))
    broken = tmp_path / "broken.png"
    broken.write_bytes(film.read_bytes()[:-40])
    show(app, qtbot, film, refused, broken)
    outcomes = {entry.number: entry.outcome.value for entry in app.document.entries}
    assert sorted(outcomes.values()) == ["classified", "failed", "refused"]
    for text, width in product((100, 125, 150), (960, 1024, 1366)):
        settings.TEXT_SIZE.save(text)
        app.window.resize(width, 600)
        for number in outcomes:
            app.document.select(number)
            for folded in (False, True):
                settings.CHECKS_FOLDED.save(folded)
                QApplication.processEvents()
                assert app.window.width() == width
                assert_all_can_be_read(app.panel)
    app.impressions.set_read_first(True)
    QApplication.processEvents()
    assert_all_can_be_read(app.panel)


@pytest.mark.parametrize("code", ["pt", "es", "fr"])
def test_the_window_has_room_for_every_language(start: Start, code: str, film: Path, qtbot: QtBot) -> None:
    app = start(code)
    show(app, qtbot, film)
    app.actions["histogram"].trigger()
    QApplication.processEvents()
    assert app.view.width() >= 0.69 * 1366
    assert_nothing_is_cut_off(app.panel)
    assert_nothing_is_cut_off(app.status)


def test_from_the_right_the_columns_change_sides_and_the_film_does_not(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    app = start(like="mirrored")
    path = write_dicom(tmp_path / "film.dcm", dicom(thorax_u16(400, 300), PatientOrientation=["X", "F"]))
    show(app, qtbot, path)
    films, film, panel = (app.columns.widget(column) for column in (LIST, FILM, PANEL))
    assert panel.x() < film.x() < films.x()
    assert film.width() >= 0.69 * 1366
    # Patient top left, the study top right, as on every film; and no picture is mirrored.
    assert app.corners.patient.x() < app.view.width() / 2 < app.corners.study.x()
    letters = app.edges.letters
    assert letters is not None
    assert (letters.left, letters.right) == ("", "X")
    assert app.view.transform().m11() > 0
    # The letter that the file puts at the right, and nothing opposite, is drawn there.
    picture = app.edges.grab().toImage()
    middle = picture.height() // 2
    rows = range(middle - 12, middle + 12)
    drawn = [
        any(picture.pixelColor(x, y).lightness() > 128 for y in rows for x in columns)
        for columns in (range(24), range(picture.width() - 24, picture.width()))
    ]
    assert drawn == [False, True]
    disclaimer = next(label for label in app.status.findChildren(QLabel) if not label.toolTip())
    assert disclaimer.mapTo(app.window, QPoint()).x() < 683


def test_from_the_right_bars_begin_at_the_right(start: Start, film: Path, qtbot: QtBot) -> None:
    app = start(like="mirrored")
    show(app, qtbot, film)
    table = app.panel.table
    row = max(range(table.findings.rowCount()), key=lambda r: table.findings.rows[r].probability)
    rect = table.visualRect(table.findings.index(row, 0))
    picture = table.viewport().grab(rect).toImage()
    lit = [
        sum(
            picture.pixelColor(x, y).saturation() > 100
            for y in range(picture.height() // 2, picture.height())
        )
        for x in (4, picture.width() - 5)
    ]
    probability = table.findings.rows[row].probability
    assert lit[1] > 0
    assert probability > 0.97 or lit[0] == 0


def test_from_the_right_the_current_film_still_hangs_on_the_left(
    start: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    app = start(like="mirrored")
    # Of two patients, so that the banner is there.
    for name in ("Abel", "Boa"):
        show(app, qtbot, write_dicom(tmp_path / name, dicom(thorax_u16(400, 300), PatientName=name)))
    app.actions["compare"].trigger()
    qtbot.waitUntil(app.pair.side_view.isVisible)
    QApplication.processEvents()
    view, other = (one.mapTo(app.window, QPoint()).x() for one in (app.view, app.pair.side_view))
    assert view < other
    assert_nothing_is_cut_off(app.pair)


def test_from_the_right_the_tour_points_at_the_panel_from_the_film(
    start: Start, film: Path, qtbot: QtBot
) -> None:
    app = start(like="mirrored")
    show(app, qtbot, film)
    tour = begin_tour(app)
    tour.callout.next.click()
    assert tour.step == 2
    panel = app.panel.mapTo(app.window, QPoint(app.panel.width(), 0)).x()
    assert panel <= tour.callout.x() < panel + 20


def test_from_the_right_the_arrow_keys_go_along_the_tool_bar_as_they_point(
    start: Start, qtbot: QtBot
) -> None:
    app = start(like="mirrored")
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    bar = app.window.findChild(QToolBar)
    button = bar.widgetForAction(app.actions["open"])
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Left)
    there = QApplication.focusWidget()
    assert isinstance(there, QToolButton)
    assert there.x() < button.x()
    QTest.keyClick(there, Qt.Key.Key_Right)
    assert button.hasFocus()


def begin_tour(app: App) -> Tour:
    app.actions["tour"].trigger()
    tour = app.dialogs.tour
    assert tour is not None
    return tour


def open_dialog(app: App, command: str, kind: type[QDialog]) -> QDialog:
    app.actions[command].trigger()
    dialog = app.window.findChild(kind)
    assert dialog is not None
    return dialog


def texts_of(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel))


def words_in(root: QWidget) -> Iterator[str]:
    """What can be read below ``root``, save what came out of a file or is the same everywhere."""
    for widget in [root, *root.findChildren(QWidget)]:
        if isinstance(widget, QLabel | QAbstractButton):
            yield from lines(widget.text())
        if not isinstance(widget, QToolButton | PathField):
            yield from lines(widget.toolTip())
        yield from lines(widget.accessibleName())
        if isinstance(widget, QLineEdit):
            yield from lines(widget.placeholderText())
        if isinstance(widget, QComboBox) and widget.objectName() != settings.LANGUAGE.key:
            yield from (line for at in range(widget.count()) for line in lines(widget.itemText(at)))
    for action in root.findChildren(QAction):
        if action.objectName():
            yield from lines(action.text())
            yield from lines(action.toolTip())


def lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        words = [word for word in line.split() if sum(c.isalpha() for c in word) > 3]
        known = any(name in line for name in UNTRANSLATED)
        if words and not known and not line.isupper() and "Ctrl" not in line:
            yield line


def assert_all_can_be_read(panel: ResultPanel) -> None:
    """Nothing in the panel is wider than what is in view of it, and no text than what holds it."""
    body, room = panel.widget(), panel.viewport().width()
    assert body.minimumSizeHint().width() <= room
    for widget in body.findChildren(QWidget):
        if not widget.isVisible():
            continue
        assert widget.mapTo(body, QPoint(widget.width(), 0)).x() <= room
        advance = widget.fontMetrics().horizontalAdvance
        if isinstance(widget, QLabel | QPushButton | QCheckBox):
            wraps = isinstance(widget, QLabel) and widget.wordWrap()
            pieces = re.split("[ \n\u200b]", widget.text()) if wraps else [widget.text()]
            assert max(map(advance, pieces)) <= widget.width(), widget.text()
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.heightForWidth(widget.width()) <= widget.height(), widget.text()
    if panel.table.isVisible():
        table, height = panel.table, panel.table.fontMetrics().height()
        for at, row in enumerate(table.findings.rows):
            leads = row.probability == table.findings.highest
            name, goes_below = fitted(row, table.font(), leads, table.viewport().width())
            assert name == class_name(row.name)
            assert table.rowHeight(at) >= (2 if goes_below else 1) * height
            reason = "" if row.assessed else row.text
            small = QFontMetrics(theme.small(table.font()))
            assert MARK_WIDTH + small.horizontalAdvance(reason) <= table.viewport().width(), reason


def assert_nothing_is_cut_off(root: QWidget) -> None:
    """Every label and button has the room that its text needs, and nothing lies under a scroll bar."""
    if isinstance(root, QScrollArea):
        assert root.widget().width() <= root.viewport().width()
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QPushButton | QCheckBox | QToolButton):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()
        elif widget.minimumWidth() != 1:
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        right = widget.mapTo(root, QPoint(widget.width(), 0)).x()
        assert right <= root.width(), (widget.text(), right, root.width())
        assert widget.mapTo(root, QPoint()).x() >= 0, widget.text()

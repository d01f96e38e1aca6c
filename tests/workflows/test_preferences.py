"""Preferences: each change counts at once, and the next start knows it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMessageBox, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from desktop import crash_reports, journal, settings, theme
from desktop.app import App
from desktop.commands import TOOLBAR
from desktop.kept_view import PathField
from desktop.palettes import DARK, LIGHT
from desktop.preferences import Preferences
from desktop.settings import Setting
from inference import Classifier, Loader
from phantom import dicom, thorax_u16, write_dicom


@pytest.fixture(autouse=True)
def undressed_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp)


@pytest.fixture
def start_again(app: App, tiny_model: Path, shared_loader: Loader, qtbot: QtBot) -> Callable[[], App]:
    """Close the program and start it once more."""

    def perform() -> App:
        app.window.close()
        again = App(lambda: Classifier(tiny_model), make_loader=lambda: shared_loader)
        qtbot.addWidget(again.window)
        again.window.show_at_start()
        return again

    return perform


def preferences(app: App) -> Preferences:
    app.actions["preferences"].trigger()
    (dialog,) = app.window.findChildren(Preferences)
    return dialog


def choose(dialog: Preferences, setting: Setting[str] | Setting[int], text: str) -> None:
    box = dialog.control(setting)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def tick(dialog: Preferences, setting: Setting[bool]) -> None:
    box = dialog.control(setting)
    assert isinstance(box, QCheckBox)
    box.click()


def answer(parent: Preferences | App, text: str) -> QMessageBox:
    window = parent.window if isinstance(parent, App) else parent
    box = next(box for box in window.findChildren(QMessageBox) if box.isVisible())
    next(button for button in box.buttons() if text in button.text()).click()
    return box


def pixel(app: App, widget_name: str) -> QColor:
    widget = {"film": app.view.viewport(), "panel": app.panel, "list": app.films}[widget_name]
    return widget.grab().toImage().pixelColor(2, widget.height() - 4)


def test_ctrl_comma_opens_them_and_esc_closes_them(app: App, qtbot: QtBot) -> None:
    QTest.keyClick(app.view, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = app.window.findChildren(Preferences)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not app.window.findChildren(Preferences))


def test_they_are_at_the_right_end_of_the_toolbar() -> None:
    assert TOOLBAR[-2:] == ("keys", "preferences")


def test_every_row_is_there_with_a_name_for_screen_readers(app: App) -> None:
    dialog = preferences(app)
    for row in settings.ROWS:
        control = dialog.control(row)
        assert control is not None
        assert control.accessibleName() == row.title


def test_the_light_theme_is_put_on_while_a_film_is_open(
    app: App, open_and_wait: Callable[..., None], film: Path
) -> None:
    open_and_wait(film)
    icon = app.actions["open"].icon().pixmap(20).toImage()
    choose(preferences(app), settings.THEME, "Light")
    assert pixel(app, "panel") == QColor(LIGHT.background)
    assert pixel(app, "list") == QColor(LIGHT.background)
    assert pixel(app, "film") == QColor("#000000")
    assert app.actions["open"].icon().pixmap(20).toImage() != icon
    choose(preferences(app), settings.THEME, "Dark, for a dark room")
    assert pixel(app, "panel") == QColor(DARK.background)
    assert app.actions["open"].icon().pixmap(20).toImage() == icon
    assert app.document.count("classified") == 1


def test_what_is_written_in_place_of_a_film_stays_light_on_black(app: App) -> None:
    choose(preferences(app), settings.THEME, "Light")
    picture = app.placeholder.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
    }
    assert DARK.text in colours
    assert LIGHT.text not in colours


def test_a_larger_text_is_larger_everywhere_and_goes_back(
    app: App, open_and_wait: Callable[..., None], film: Path
) -> None:
    open_and_wait(film)
    dialog = preferences(app)

    def sizes() -> list[float]:
        widgets = [app.panel, app.films, app.corners.patient, app.panel._limits, app.panel._verdict]
        return [widget.font().pointSizeF() for widget in widgets]

    before, row = sizes(), app.films.rowHeight(app.films.currentIndex().row())
    choose(dialog, settings.TEXT_SIZE, "150 %")
    assert sizes() == pytest.approx([1.5 * size for size in before])
    # A theme in between changes no size.
    choose(dialog, settings.THEME, "Light")
    assert sizes() == pytest.approx([1.5 * size for size in before])
    choose(dialog, settings.TEXT_SIZE, "100 %")
    assert sizes() == pytest.approx(before)
    assert app.films.rowHeight(app.films.currentIndex().row()) == row


def test_a_box_to_be_ticked_grows_with_the_text(app: App) -> None:
    dialog = preferences(app)
    box = dialog.control(settings.HISTOGRAM)

    def side() -> int:
        option = QStyleOptionButton()
        option.initFrom(box)
        return box.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, box).height()

    before, wide = side(), box.sizeHint().width()
    choose(dialog, settings.TEXT_SIZE, "150 %")
    assert side() >= 1.3 * before
    choose(dialog, settings.TEXT_SIZE, "100 %")
    assert (side(), box.sizeHint().width()) == (before, wide)


def test_no_row_of_the_panel_is_wider_than_the_panel_at_the_largest_text(
    app: App, open_and_wait: Callable[..., None], film: Path
) -> None:
    open_and_wait(film)
    choose(preferences(app), settings.TEXT_SIZE, "150 %")
    QApplication.processEvents()
    body = app.panel.widget()
    assert body.minimumSizeHint().width() <= app.panel.viewport().width()
    assert app.window.width() == 1366
    dialog = preferences(app)
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_read_first_can_be_turned_on_beside_the_menu(
    app: App, open_and_wait: Callable[..., None], film: Path
) -> None:
    open_and_wait(film)
    dialog = preferences(app)
    assert not app.document.withheld
    tick(dialog, settings.READ_FIRST)
    assert app.document.withheld
    assert app.actions["read_first"].isChecked()
    app.actions["read_first"].trigger()
    box = dialog.control(settings.READ_FIRST)
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    assert not app.document.withheld


def test_patient_data_can_be_kept_off_the_film(
    app: App, open_and_wait: Callable[..., None], tmp_path: Path
) -> None:
    for number, name in enumerate(("Alpha^A", "Beta^B")):
        dataset = dicom(thorax_u16(300, 300 + number), bits=12, PatientName=name, PatientID=str(number))
        write_dicom(tmp_path / f"{number}.dcm", dataset)
    open_and_wait(tmp_path)
    assert "Alpha" in "".join(app.corners.patient.lines)
    tick(preferences(app), settings.PATIENT_ON_FILM)
    assert app.corners.patient.lines == []
    # That it is somebody else's film is said all the same.
    app.document.step(1)
    assert app.corners.patient.highlighted
    assert app.corners.patient.lines == ["Another patient"]


def test_the_histogram_comes_back_as_it_was_left(app: App, start_again: Callable[[], App]) -> None:
    app.actions["histogram"].trigger()
    again = start_again()
    assert again.actions["histogram"].isChecked()
    assert not again.histogram.isHidden()
    again.window.close()


def test_choices_outlive_the_program(app: App, start_again: Callable[[], App]) -> None:
    dialog = preferences(app)
    choose(dialog, settings.THEME, "Light")
    choose(dialog, settings.TEXT_SIZE, "115 %")
    choose(dialog, settings.LANGUAGE, "Português")
    again = start_again()
    shown = [
        preferences(again).control(row) for row in (settings.THEME, settings.TEXT_SIZE, settings.LANGUAGE)
    ]
    assert [box.currentText() for box in shown if isinstance(box, QComboBox)] == [
        "Light", "115 %", "Português",
    ]  # fmt: skip
    again.window.close()


def test_nonsense_in_the_settings_file_is_the_default(app: App, start_again: Callable[[], App]) -> None:
    for row in settings.ALL:
        QSettings().setValue(row.key, "\N{REPLACEMENT CHARACTER}nonsense")
    again = start_again()
    theme_box = preferences(again).control(settings.THEME)
    assert isinstance(theme_box, QComboBox)
    assert theme_box.currentText() == "Dark, for a dark room"
    assert again.impressions.read_first
    again.window.close()


def test_full_screen_comes_back_and_esc_leaves_it(
    app: App, start_again: Callable[[], App], qtbot: QtBot
) -> None:
    app.actions["full_screen"].trigger()
    again = start_again()
    again.start([])
    qtbot.waitUntil(again.window.isFullScreen)
    again.actions["reset"].trigger()
    assert not again.window.isFullScreen()
    assert again.window.menuBar().isVisible()
    again.window.close()


def test_emptying_the_journal_says_how_much_is_lost(
    app: App, open_and_wait: Callable[..., None], films: list[Path], qtbot: QtBot
) -> None:
    open_and_wait(*films[:3])
    dialog = preferences(app)
    qtbot.waitUntil(lambda: "Results: 3, impressions: 0" in dialog.kept.text)
    dialog.kept.empty_button.click()
    (box,) = dialog.findChildren(QMessageBox)
    qtbot.waitUntil(lambda: "Results: 3. Impressions: 0." in box.informativeText())
    answer(dialog, "Cancel")
    with closing(sqlite3.connect(journal.location())) as connection:
        assert connection.execute("select count(*) from results").fetchone() == (3,)
    dialog.kept.empty_button.click()
    answer(dialog, "Empty")
    qtbot.waitUntil(lambda: not journal.location().exists())
    qtbot.waitUntil(lambda: "Results: 0, impressions: 0" in dialog.kept.text)


def test_crash_reports_are_deleted_when_that_was_answered_with_yes(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash_reports, "folder", lambda: tmp_path)
    dialog = preferences(app)
    assert not dialog.kept.delete_button.isEnabled()
    report = tmp_path / "crash-1.txt"
    report.write_text("nothing of anybody")
    dialog.kept.refresh()
    dialog.kept.delete_button.click()
    (box,) = dialog.findChildren(QMessageBox)
    # Enter, pressed without reading, loses nothing.
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert report.exists()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dialog.kept.delete_button.click()
    answer(dialog, "Delete")
    assert not report.exists()
    assert not dialog.kept.delete_button.isEnabled()


def test_it_says_where_everything_lies(app: App, qtbot: QtBot) -> None:
    dialog = preferences(app)
    assert QSettings().fileName() in dialog.kept.text
    assert str(journal.location()) in dialog.kept.text
    assert "crash-reports" in dialog.kept.text
    qtbot.waitUntil(dialog.isActiveWindow)
    field = dialog.kept.findChildren(PathField)[0]
    field.setFocus()
    assert field.selectedText() == field.path


def test_forgetting_all_settings_is_asked_first_and_counts_at_once(app: App) -> None:
    dialog = preferences(app)
    choose(dialog, settings.TEXT_SIZE, "130 %")
    dialog.kept.forget_button.click()
    answer(dialog, "Cancel")
    assert settings.TEXT_SIZE.load() == 130
    dialog.kept.forget_button.click()
    answer(dialog, "Forget")
    assert theme.text_scale() == 1.0
    assert QSettings().allKeys() == []


def test_restoring_the_defaults_names_what_changes(app: App) -> None:
    settings.READ_FIRST.save(True)
    dialog = preferences(app)
    assert not dialog.defaults_button.isEnabled()
    choose(dialog, settings.THEME, "Light")
    assert dialog.defaults_button.isEnabled()
    dialog.defaults_button.click()
    box = answer(dialog, "Restore")
    assert box.informativeText() == "Theme"
    assert theme.current() is DARK
    assert not dialog.defaults_button.isEnabled()


def test_the_frame_of_the_window_is_asked_to_follow_the_theme(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    hints = SimpleNamespace(setColorScheme=asked.append, colorScheme=lambda: Qt.ColorScheme.Light)
    monkeypatch.setattr("desktop.appearance.style_hints", lambda: hints)
    dialog = preferences(app)
    for text in ("Light", "Dark, for a dark room", "The system's"):
        choose(dialog, settings.THEME, text)
    assert asked == [Qt.ColorScheme.Light, Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown]
    # The system was asked after it was let go.
    assert theme.current() is LIGHT


def test_the_systems_theme_follows_the_system(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(preferences(app), settings.THEME, "The system's")
    monkeypatch.setattr("desktop.appearance.system_is_light", lambda: True)
    app.appearance.system_changed()
    assert theme.current() is LIGHT
    monkeypatch.setattr("desktop.appearance.system_is_light", lambda: False)
    app.appearance.system_changed()
    assert theme.current() is DARK

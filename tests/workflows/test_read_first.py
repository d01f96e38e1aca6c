"""Read first: no number and no map before the reader has recorded an impression."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop import settings
from desktop.app import App
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
Settle = Callable[[], None]
CONTROL = Qt.KeyboardModifier.ControlModifier
ASK = "Say first what you see: then the result unfolds."


@pytest.fixture(autouse=True)
def reading_first(own_settings: None) -> None:
    """As on the very first start."""
    QSettings().remove(settings.READ_FIRST.key)


def rows(app: App) -> int:
    return app.panel.table.findings.rowCount()


def buttons(app: App) -> list[str]:
    shown = [b for b in app.panel.findChildren(QPushButton) if b.isVisibleTo(app.panel)]
    return [b.text() for b in shown if "Ctrl+" in b.text()]


def test_before_the_impression_there_is_no_number_and_no_map(
    app: App, open_and_wait: Open, film: Path
) -> None:
    open_and_wait(film)
    assert app.document.count("classified") == 1
    assert ASK in app.panel.text
    assert "Probabilities" not in app.panel.text
    assert "Where it looked" not in app.panel.text
    assert "%" not in app.panel.text
    assert rows(app) == 0
    QTest.keyClick(app.view, Qt.Key.Key_G)
    assert app.view.map_item.image.isNull()
    assert not app.document.overlay.shown
    assert not app.actions["hide_parts"].isEnabled()
    assert not any("Map" in line for line in app.corners.study.lines)


def test_the_checks_may_be_seen_before(app: App, open_and_wait: Open, film: Path) -> None:
    settings.CHECKS_FOLDED.save(False)
    open_and_wait(film)
    assert "Applicability" in app.panel.text
    assert "✓" in app.panel.text


def test_five_answers_are_offered_with_their_keys(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    words = ("COVID-19", "Normal", "Viral pneumonia", "Other", "Unsure")
    assert buttons(app) == [f"{word}   Ctrl+{number}" for number, word in enumerate(words, 1)]


@pytest.mark.parametrize(
    ("key", "word"), [(Qt.Key.Key_2, "Normal"), (Qt.Key.Key_3, "Viral pneumonia"), (Qt.Key.Key_5, "Unsure")]
)
def test_one_key_records_it_and_both_stand_there_with_their_times(
    app: App, open_and_wait: Open, film: Path, key: Qt.Key, word: str
) -> None:
    open_and_wait(film)
    QTest.keyClick(app.view, key, CONTROL)
    assert rows(app) == 4
    text = app.panel.text
    assert ASK not in text
    assert f"Your impression\n{word}\n" in text
    entry = app.document.current
    assert entry is not None
    impression, result = app.impressions.of(entry), app.impressions.result_at(entry)
    assert impression is not None
    assert result is not None
    assert result <= impression.at
    assert f"Recorded {impression.at:%H:%M:%S}, result of {result:%H:%M:%S}" in text
    assert buttons(app) == []
    QTest.keyClick(app.view, Qt.Key.Key_G)
    assert not app.view.map_item.image.isNull()


def test_a_button_does_the_same(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    button = next(b for b in app.panel.findChildren(QPushButton) if b.text().startswith("Other"))
    button.click()
    assert "Your impression\nOther" in app.panel.text
    assert rows(app) == 4


def times(app: App) -> list[str]:
    entry = app.document.current
    assert entry is not None
    return [f"{impression.at:%H:%M:%S}" for impression in app.impressions.all_of(entry)]


def test_a_wrong_one_is_amended_and_the_first_stays_beside_it(
    app: App, open_and_wait: Open, film: Path
) -> None:
    open_and_wait(film)
    QTest.keyClick(app.view, Qt.Key.Key_1, CONTROL)
    QTest.keyClick(app.view, Qt.Key.Key_2, CONTROL)
    first, second = times(app)
    assert "Your impression\nNormal\n" in app.panel.text
    assert f"Recorded {first}: COVID-19\nAmended {second}: Normal, after seeing the model" in app.panel.text
    # The same once more is no other impression.
    QTest.keyClick(app.view, Qt.Key.Key_2, CONTROL)
    assert len(times(app)) == 2
    QTest.keyClick(app.view, Qt.Key.Key_1, CONTROL)
    assert "Your impression\nCOVID-19" in app.panel.text
    assert len(times(app)) == 3


def test_the_buttons_come_back_to_change_it(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    QTest.keyClick(app.view, Qt.Key.Key_1, CONTROL)
    assert buttons(app) == []
    change = next(b for b in app.panel.findChildren(QPushButton) if b.text() == "Change")
    change.click()
    assert len(buttons(app)) == 5
    next(b for b in app.panel.findChildren(QPushButton) if b.text().startswith("Unsure")).click()
    assert "Your impression\nUnsure" in app.panel.text
    assert buttons(app) == []


def test_while_the_panel_is_folded_away_nobody_has_seen_the_model(
    app: App, open_and_wait: Open, film: Path
) -> None:
    open_and_wait(film)
    app.actions["panel"].trigger()
    QTest.keyClick(app.view, Qt.Key.Key_1, CONTROL)
    QTest.keyClick(app.view, Qt.Key.Key_2, CONTROL)
    app.actions["panel"].trigger()
    assert "Normal, before seeing the model" in app.panel.text
    app.actions["panel"].trigger()
    QTest.keyClick(app.view, Qt.Key.Key_3, CONTROL)
    app.actions["panel"].trigger()
    assert "Viral pneumonia, after seeing the model" in app.panel.text


def test_a_map_alone_shows_what_the_model_makes_of_it(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    app.actions["panel"].trigger()
    QTest.keyClick(app.view, Qt.Key.Key_1, CONTROL)
    QTest.keyClick(app.view, Qt.Key.Key_G)
    QTest.keyClick(app.view, Qt.Key.Key_2, CONTROL)
    app.actions["panel"].trigger()
    assert "Normal, after seeing the model" in app.panel.text


def test_who_has_seen_the_numbers_before_does_not_read_first(
    app: App, open_and_wait: Open, film: Path
) -> None:
    app.impressions.set_read_first(False)
    open_and_wait(film)
    app.impressions.set_read_first(True)
    QTest.keyClick(app.view, Qt.Key.Key_2, CONTROL)
    assert f"Recorded {times(app)[0]}, after seeing the model" in app.panel.text


def test_there_is_no_impression_of_a_film_that_is_not_on_view(
    app: App, open_and_wait: Open, films: list[Path], settle: Settle
) -> None:
    open_and_wait(*films)
    app.document.select(app.document.entries[4].number)
    assert app.document.film is None
    app.impressions.record("normal")
    settle()
    assert ASK in app.panel.text


def test_every_film_is_asked_about_and_none_twice(
    app: App, open_and_wait: Open, films: list[Path], settle: Settle
) -> None:
    open_and_wait(*films[:2])
    QTest.keyClick(app.view, Qt.Key.Key_2, CONTROL)
    app.document.set_overlay(shown=True)
    app.document.step(1)
    settle()
    assert ASK in app.panel.text
    assert rows(app) == 0
    assert app.view.map_item.image.isNull()
    app.document.step(-1)
    settle()
    assert "Your impression\nNormal" in app.panel.text
    assert rows(app) == 4


def test_a_file_that_changed_is_another_film(
    app: App, open_and_wait: Open, films: list[Path], settle: Settle
) -> None:
    open_and_wait(films[0])
    QTest.keyClick(app.view, Qt.Key.Key_2, CONTROL)
    films[0].write_bytes(films[3].read_bytes())
    app.actions["read_again"].trigger()
    settle()
    assert ASK in app.panel.text
    assert rows(app) == 0


def test_nothing_is_asked_about_a_refused_film(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    ds = dicom(thorax_u16(300, 300), bits=12, ViewPosition="LL")
    open_and_wait(write_dicom(tmp_path / "lateral", ds))
    assert "frontal views only" in app.panel.text
    assert ASK not in app.panel.text
    assert buttons(app) == []


def test_turned_off_the_result_is_open_and_stays_so_with_the_next_start(
    app: App, open_and_wait: Open, film: Path
) -> None:
    open_and_wait(film)
    assert app.actions["read_first"].isChecked()
    app.actions["read_first"].trigger()
    assert rows(app) == 4
    assert "Your impression" not in app.panel.text
    assert settings.READ_FIRST.load() is False
    # As a program started anew reads it from the disk.
    QSettings().sync()
    QSettings().setValue(settings.READ_FIRST.key, "false")
    assert settings.READ_FIRST.load() is False
    app.actions["read_first"].trigger()
    assert rows(app) == 0

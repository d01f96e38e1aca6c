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


def test_only_the_first_impression_counts(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    QTest.keyClick(app.view, Qt.Key.Key_1, CONTROL)
    QTest.keyClick(app.view, Qt.Key.Key_2, CONTROL)
    app.impressions.record("normal")
    assert "Your impression\nCOVID-19" in app.panel.text


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

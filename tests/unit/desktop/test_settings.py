"""Rows of settings: what was stored is taken only where it makes sense."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import settings
from desktop.settings import ALL, GROUPS, ROWS, Setting


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, qapp: QApplication) -> None:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    qapp.setOrganizationName("Negatoscope")
    qapp.setApplicationName("Negatoscope")


def test_nothing_stored_is_the_default() -> None:
    assert [row.load() for row in ALL] == [row.default for row in ALL]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
@pytest.mark.parametrize(
    "garbage",
    ["", "@Invalid()", "perhaps", "-1", "9" * 5000, "\N{FULLWIDTH DIGIT ONE}00", b"\xff", ["a", "b"]],
)
def test_garbage_is_the_default(row: Setting[object], garbage: object) -> None:
    QSettings().setValue(row.key, garbage)
    QSettings().sync()
    assert row.load() == row.default


def test_a_choice_that_is_not_offered_is_the_default() -> None:
    QSettings().setValue(settings.TEXT_SIZE.key, 400)
    QSettings().setValue(settings.THEME.key, "pink")
    assert (settings.TEXT_SIZE.load(), settings.THEME.load()) == (100, "dark")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_every_choice_comes_back_from_the_disk(row: Setting[object]) -> None:
    for value in dict(row.choices) or (True, False):
        row.save(value)
        QSettings().sync()
        assert row.load() == value


def test_a_change_is_told_once_and_what_is_no_change_is_not(qtbot: QtBot) -> None:
    told: list[str] = []
    settings.changes.changed.connect(told.append)
    settings.TEXT_SIZE.save(130)
    settings.TEXT_SIZE.save(130)
    settings.TEXT_SIZE.forget()
    settings.TEXT_SIZE.forget()
    settings.changes.changed.disconnect(told.append)
    assert told == [settings.TEXT_SIZE.key] * 2


def test_forgetting_all_leaves_nothing_behind() -> None:
    settings.READ_FIRST.save(False)
    settings.CHOSEN_KEYS.save('{"fit": "J"}')
    settings.forget_all()
    assert QSettings().allKeys() == []


def test_every_row_has_a_title_and_stands_in_a_group() -> None:
    assert all(row.title and row.group in GROUPS for row in ROWS)


def test_keys_are_named_once() -> None:
    assert len({row.key for row in ALL}) == len(ALL)

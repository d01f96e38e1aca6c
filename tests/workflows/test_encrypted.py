"""Encrypted archives: asked once, opened, skipped, and the password forgotten."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.passwords import PasswordDialog
from desktop.worker import Worker
from inference import ImageSource, InferenceError
from phantom import dicom, dicom_bytes, thorax_u8

Open = Callable[..., None]
WAIT_MS = 20_000


@dataclass(eq=False)
class Locked(InferenceError):
    code = "encrypted_archive"
    cause = "The archive is encrypted."


@dataclass(eq=False)
class Wrong(InferenceError):
    code = "wrong_password"
    cause = "The password does not open it."


@pytest.fixture(autouse=True)
def lock(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Archives open with "sesame" alone. Returns the passwords that were tried, in order."""
    tried: list[str | None] = []

    def checked(source: ImageSource) -> ImageSource:
        if source.member is not None and "locked" in source.path:
            tried.append(source.password)
            if source.password != "sesame":
                raise (Wrong if source.password else Locked)(str(source))
        return replace(source, password=None)

    glance, read = Worker.glance, Worker.read
    monkeypatch.setattr(Worker, "glance", lambda self, source: glance(self, checked(source)))
    monkeypatch.setattr(Worker, "read", lambda self, source, *rest: read(self, checked(source), *rest))
    return tried


def archive(path: Path, *patients: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name in patients:
            pixels = thorax_u8(200, 200, seed=len(name))
            file.writestr(name, dicom_bytes(dicom(pixels, PatientName=name, PatientID=name)))
    return path


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """Two films of two patients."""
    return archive(tmp_path / "locked.zip", "Zorn", "Abel")


def asked(app: App, qtbot: QtBot) -> PasswordDialog:
    """The question, once it has come and the rest has failed."""
    qtbot.waitUntil(lambda: app.passwords.dialog is not None and app.reader.is_idle, timeout=WAIT_MS)
    dialog = app.passwords.dialog
    assert dialog is not None
    return dialog


def answer(app: App, qtbot: QtBot, password: str) -> None:
    dialog = asked(app, qtbot)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, password)
    QTest.keyClick(field, Qt.Key.Key_Return)


def said(dialog: PasswordDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def outcomes(app: App) -> list[str]:
    return [entry.outcome.value for entry in app.document.entries]


def test_the_password_is_asked_once_and_opens_every_film(
    app: App, drop: Open, locked: Path, qtbot: QtBot
) -> None:
    drop(locked)
    dialog = asked(app, qtbot)
    assert said(dialog) == "locked.zip is encrypted."
    assert outcomes(app) == ["failed", "failed"]
    assert "encrypted" in app.panel.text
    answer(app, qtbot, "sesame")
    qtbot.waitUntil(lambda: app.document.count("classified") == 2, timeout=WAIT_MS)
    # Now that they can be read, they stand with their patients.
    assert [entry.title.upper() for entry in app.document.entries] == ["ABEL", "ZORN"]
    assert app.passwords.dialog is None
    assert len(app.window.findChildren(PasswordDialog)) <= 1


def test_what_is_typed_is_hidden_until_it_is_to_be_seen(
    app: App, drop: Open, locked: Path, qtbot: QtBot
) -> None:
    drop(locked)
    dialog = asked(app, qtbot)
    field, show = dialog.findChild(QLineEdit), dialog.findChild(QCheckBox)
    assert field is not None
    assert show is not None
    assert field.echoMode() == QLineEdit.EchoMode.Password
    show.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    # The window can be used meanwhile.
    assert not dialog.isModal()
    dialog.reject()


def test_a_wrong_password_says_so_and_is_asked_for_again(
    app: App, drop: Open, locked: Path, qtbot: QtBot
) -> None:
    drop(locked)
    answer(app, qtbot, "open")
    dialog = asked(app, qtbot)
    assert "does not open it" in said(dialog)
    assert outcomes(app) == ["failed", "failed"]
    answer(app, qtbot, "sesame")
    qtbot.waitUntil(lambda: app.document.count("classified") == 2, timeout=WAIT_MS)


def test_a_skipped_archive_stays_failed_until_it_is_read_again(
    app: App, drop: Open, locked: Path, settle: Callable[[], None], qtbot: QtBot
) -> None:
    drop(locked)
    QTest.keyClick(asked(app, qtbot), Qt.Key.Key_Escape)
    settle()
    app.document.step(1)
    settle()
    assert outcomes(app) == ["failed", "failed"]
    assert app.passwords.dialog is None
    app.actions["read_again"].trigger()
    answer(app, qtbot, "sesame")
    qtbot.waitUntil(lambda: app.document.count("classified") == 2, timeout=WAIT_MS)


def test_a_skipped_archive_that_is_dropped_again_is_asked_about_again(
    app: App, drop: Open, locked: Path, qtbot: QtBot
) -> None:
    drop(locked)
    asked(app, qtbot).reject()
    drop(locked.parent)
    answer(app, qtbot, "sesame")
    qtbot.waitUntil(lambda: app.document.count("classified") == 2, timeout=WAIT_MS)


def test_two_archives_are_two_questions_one_after_the_other(
    app: App, drop: Open, locked: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(locked, archive(tmp_path / "locked2.zip", "Berg"))
    assert "locked.zip" in said(asked(app, qtbot))
    answer(app, qtbot, "sesame")
    qtbot.waitUntil(lambda: app.document.count("classified") == 2, timeout=WAIT_MS)
    dialog = asked(app, qtbot)
    assert "locked2.zip" in said(dialog)
    dialog.reject()
    assert app.document.count("failed") == 1


def test_films_that_need_no_password_are_not_held_up(
    app: App, drop: Open, locked: Path, film: Path, qtbot: QtBot
) -> None:
    drop(locked, film)
    asked(app, qtbot)
    assert app.document.count("classified") == 1
    app.document.select(next(e.number for e in app.document.entries if e.outcome.value == "classified"))
    qtbot.waitUntil(lambda: app.document.film is not None, timeout=WAIT_MS)
    asked(app, qtbot).reject()


def test_closing_all_forgets_the_password_and_the_question(
    app: App, drop: Open, locked: Path, lock: list[str | None], qtbot: QtBot
) -> None:
    drop(locked)
    answer(app, qtbot, "sesame")
    qtbot.waitUntil(lambda: app.document.count("classified") == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: app.reader.is_idle)
    app.actions["close_all"].trigger()
    lock.clear()
    drop(locked)
    asked(app, qtbot)
    assert "sesame" not in lock
    app.actions["close_all"].trigger()
    assert app.passwords.dialog is None
    assert not app.document.entries
    assert "sesame" not in "".join(str(QSettings().value(key)) for key in QSettings().allKeys())


def test_films_listed_after_the_answer_are_opened_without_another_question(
    app: App,
    drop: Open,
    locked: Path,
    lock: list[str | None],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drop(locked)
    answer(app, qtbot, "sesame")
    qtbot.waitUntil(lambda: app.document.count("classified") == 2, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: app.reader.is_idle)
    archive(locked, "Zorn", "Abel", "Berg")
    lock.clear()
    drop(locked)
    qtbot.waitUntil(lambda: app.document.count("classified") == 3, timeout=WAIT_MS)
    assert set(lock) == {"sesame"}


def test_without_a_password_there_is_nothing_to_open(
    app: App, drop: Open, locked: Path, qtbot: QtBot
) -> None:
    drop(locked)
    dialog = asked(app, qtbot)
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Open"]
    assert not button.isEnabled()
    dialog.reject()

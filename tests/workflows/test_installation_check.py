"""The installation check from the Help menu, and at the first start."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

import inference
from desktop import languages, settings
from desktop.app import App
from desktop.installation_check import InstallationCheckDialog, installation, page, write_pdf
from inference import Certificate, load_radiograph, run_self_test

WAIT_MS = 30_000


@pytest.fixture(scope="module")
def passed() -> Certificate:
    """Of this installation."""
    return run_self_test(load_radiograph)


@pytest.fixture
def outcome(passed: Certificate, monkeypatch: pytest.MonkeyPatch) -> Callable[[Certificate], None]:
    """What the check finds, without the seconds it takes: at first what it finds here."""

    def choose(certificate: Certificate) -> None:
        def run(progress: Callable[[int, int], None]) -> Certificate:
            for done in range(3):
                progress(done, 2)
            return certificate

        monkeypatch.setattr(inference, "run_self_test", run)

    choose(passed)
    return choose


@pytest.fixture
def damaged(passed: Certificate) -> Certificate:
    film = replace(passed.films[0], found="refused (size)", probability_difference=0.25)
    return replace(passed, films=(film, *passed.films[1:]))


def dialogs(app: App) -> list[InstallationCheckDialog]:
    return app.window.findChildren(InstallationCheckDialog)


@pytest.fixture
def opened(app: App, outcome: object, qtbot: QtBot) -> Iterator[InstallationCheckDialog]:
    """The dialog after a check."""
    with qtbot.waitSignal(app.installation_check.finished, timeout=WAIT_MS):
        app.actions["installation_check"].trigger()
    yield dialogs(app)[0]
    for dialog in dialogs(app):
        dialog.close()


def test_the_help_menu_checks_the_installation_and_names_model_and_films(
    opened: InstallationCheckDialog, passed: Certificate
) -> None:
    assert "Passed" in opened.said
    assert passed.models[0].sha256 in opened.said
    assert "cut-off.dcm" in opened.said
    assert "not a medical device" in opened.said


def test_in_a_program_that_was_updated_meanwhile_the_check_asks_to_start_it_again(
    app: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "build.json").write_text('{"version": "2", "commit": "abc", "date": ""}')
    assert inference.frozen_build() is None
    monkeypatch.setattr("inference.version.files", lambda package: tmp_path)
    with qtbot.waitSignal(app.installation_check.broke, timeout=WAIT_MS):
        app.actions["installation_check"].trigger()
    (dialog,) = dialogs(app)
    assert "could not be made" in dialog.said
    assert "Close it and start it again" in dialog.said
    assert "Install the program again" not in dialog.said
    dialog.close()


def test_the_certificate_is_one_page_of_pdf(opened: InstallationCheckDialog, tmp_path: Path) -> None:
    opened.save(str(tmp_path / "page.pdf"))
    content = (tmp_path / "page.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1


@pytest.mark.parametrize(("button", "ending"), [("Save as PDF…", ".pdf"), ("Save as text…", ".txt")])
def test_the_certificate_is_offered_to_the_documents_and_not_to_the_folder_of_the_program(
    opened: InstallationCheckDialog, monkeypatch: pytest.MonkeyPatch, button: str, ending: str
) -> None:
    offered: list[str] = []

    def ask(parent: object, title: str, path: str, kind: str) -> tuple[str, str]:
        offered.append(path)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    next(each for each in opened.findChildren(QPushButton) if each.text() == button).click()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    (path,) = map(Path, offered)
    assert path.parent == Path(documents)
    assert path.suffix == ending


def test_the_certificate_can_be_text(
    opened: InstallationCheckDialog, passed: Certificate, tmp_path: Path
) -> None:
    opened.save(str(tmp_path / "page.txt"))
    assert (tmp_path / "page.txt").read_text(encoding="utf-8") == passed.to_text()


def test_a_page_that_cannot_be_written_is_not_taken_for_written(
    opened: InstallationCheckDialog, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="No such file"):
        opened.save(str(tmp_path / "absent" / "page.pdf"))


def test_a_check_that_fails_says_what_differs(
    app: App,
    qtbot: QtBot,
    outcome: Callable[[Certificate], None],
    damaged: Certificate,
    tmp_path: Path,
) -> None:
    outcome(damaged)
    with qtbot.waitSignal(app.installation_check.finished, timeout=WAIT_MS):
        app.actions["installation_check"].trigger()
    (dialog,) = dialogs(app)
    assert "Not passed" in dialog.said
    assert "refused (size)" in dialog.said
    assert "0.2500" in dialog.said
    write_pdf(damaged, str(tmp_path / "page.pdf"))
    assert (tmp_path / "page.pdf").stat().st_size > 1000
    assert settings.CHECKED_INSTALLATION.load() == ""


def test_the_page_is_in_one_language(qapp: QApplication, damaged: Certificate) -> None:
    languages.install(qapp, "es")
    try:
        said = page(damaged)
    finally:
        languages.install(qapp, "en")
    assert "rechazada (tamaño)" in said
    assert "0,2500" in said
    assert not re.search(r"[0-9]\.[0-9]", said.partition("<h4>")[2])
    # What has a name in the program alone keeps it.
    assert "fallida (damaged_file)" in said


def first_start(app: App, qtbot: QtBot) -> None:
    """As after the installation: nothing is opened, and the program gets ready."""
    app.check_installation_once()
    with qtbot.waitSignal(app.installation_check.finished, timeout=WAIT_MS):
        app.reader.warm_up([])


def test_the_first_start_checks_and_says_nothing_when_all_is_well(
    app: App, qtbot: QtBot, outcome: object
) -> None:
    first_start(app, qtbot)
    assert dialogs(app) == []
    assert settings.CHECKED_INSTALLATION.load() == installation()


def test_the_first_start_shows_a_check_that_failed(
    app: App, qtbot: QtBot, outcome: Callable[[Certificate], None], damaged: Certificate
) -> None:
    outcome(damaged)
    first_start(app, qtbot)
    (dialog,) = dialogs(app)
    assert dialog.isVisible()
    assert "Not passed" in dialog.said


def test_a_later_start_does_not_check_again(
    app: App, qtbot: QtBot, outcome: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CHECKED_INSTALLATION.save(installation())
    started: list[None] = []
    monkeypatch.setattr(app.installation_check, "start", lambda: started.append(None))
    app.check_installation_once()
    with qtbot.waitSignal(app.jobs.idle, timeout=WAIT_MS):
        app.reader.warm_up([])
    assert started == []


def test_closing_the_program_ends_the_check(
    app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def endless(progress: Callable[[int, int], None]) -> Certificate:
        while True:
            progress(0, 2)
            begun.set()
            # Not a flood of signals: those that are still on their way have to find their receivers.
            threading.Event().wait(0.05)

    monkeypatch.setattr(inference, "run_self_test", endless)
    app.installation_check.start()
    qtbot.waitUntil(begun.is_set, timeout=WAIT_MS)
    app.window.close()

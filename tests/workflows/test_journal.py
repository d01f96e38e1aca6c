"""The journal: results and impressions are met again, and a broken one stops nothing."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop import journal, settings
from desktop.app import App
from inference import Classifier, Loader
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]


def rows(table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(journal.location())) as connection:
        return connection.execute(f"select * from {table}").fetchall()


@pytest.fixture
def start(tiny_model: Path, shared_loader: Loader, qtbot: QtBot) -> Callable[..., App]:
    """Start the program, with or without reading first, and open films."""

    def perform(*paths: Path, read_first: bool = True) -> App:
        settings.READ_FIRST.save(read_first)
        running = App(lambda: Classifier(tiny_model), make_loader=lambda: shared_loader)
        qtbot.addWidget(running.window)
        running.window.show()
        running.open([str(path) for path in paths])
        qtbot.waitUntil(lambda: running.document.count("not run") == 0 and running.reader.is_idle)
        return running

    return perform


def messages(app: App) -> list[str]:
    return [box.text() for box in app.window.findChildren(QMessageBox) if box.isVisible()]


def test_an_impression_is_met_again_after_a_new_start_wherever_the_file_lies(
    start: Callable[..., App], film: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first = start(film)
    QTest.keyClick(first.view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert first.document.current is not None
    recorded = first.impressions.of(first.document.current)
    assert recorded is not None
    first.window.close()
    second = start(film.rename(tmp_path / "moved.png"))
    qtbot.waitUntil(lambda: not second.document.withheld)
    assert "Your impression\nNormal" in second.panel.text
    assert second.impressions.of(second.document.current) == recorded  # type: ignore[arg-type]
    second.window.close()


def test_what_it_was_amended_to_is_met_again_beside_it(
    start: Callable[..., App], film: Path, qtbot: QtBot
) -> None:
    first = start(film)
    first.impressions.record("covid19")
    first.impressions.record("normal")
    first.window.close()
    assert [row[3] for row in rows("impressions")] == ["covid19"]
    assert [(row[3], row[5]) for row in rows("amendments")] == [("normal", 1)]
    second = start(film)
    qtbot.waitUntil(lambda: not second.document.withheld)
    assert "Your impression\nNormal" in second.panel.text
    assert ": COVID-19\nAmended" in second.panel.text
    assert "Normal, after seeing the model" in second.panel.text
    second.window.close()


def test_a_journal_of_an_earlier_version_is_taken_up(
    start: Callable[..., App], film: Path, qtbot: QtBot
) -> None:
    first = start(film)
    first.impressions.record("covid19")
    first.window.close()
    with closing(sqlite3.connect(journal.location())) as connection, connection:
        connection.execute("alter table impressions drop column after_model")
        connection.execute("drop table amendments")
    second = start(film)
    qtbot.waitUntil(lambda: not second.document.withheld)
    assert "Your impression\nCOVID-19" in second.panel.text
    assert not messages(second)
    second.window.close()


def test_another_file_is_asked_about(start: Callable[..., App], films: list[Path], qtbot: QtBot) -> None:
    first = start(films[0])
    first.impressions.record("normal")
    first.window.close()
    second = start(films[1])
    with qtbot.waitSignal(second.jobs.idle, raising=False, timeout=500):
        pass
    assert second.document.withheld
    second.window.close()


def test_results_are_kept_without_names_and_paths(start: Callable[..., App], tmp_path: Path) -> None:
    film = dicom(thorax_u16(300, 300), bits=12, PatientName="Secret^Person", PatientID="0815")
    lateral = dicom(thorax_u16(300, 301), bits=12, ViewPosition="LL", PatientName="Secret^Person")
    paths = write_dicom(tmp_path / "hidden-name", film), write_dicom(tmp_path / "b", lateral)
    app = start(*paths, read_first=False)
    app.window.close()
    found = {row[3]: row for row in rows("results")}
    assert sorted(map(str, found)) == ["classified", "refused"]
    assert found["refused"][4] is None
    said = json.loads(str(found["classified"][4]))
    assert sorted(said) == ["covid19", "none_of_these", "normal", "viral_pneumonia"]
    assert sum(said.values()) == pytest.approx(1.0)
    assert all(row[1] == 0 and len(str(row[0])) == len(str(row[2])) == 64 for row in found.values())
    kept = b"".join(path.read_bytes() for path in journal.location().parent.iterdir())
    for secret in (b"Secret", b"0815", b"hidden-name", str(tmp_path).encode()):
        assert secret not in kept


def test_a_damaged_journal_is_told_once_and_stops_nothing(
    start: Callable[..., App], films: list[Path], qtbot: QtBot
) -> None:
    journal.location().parent.mkdir(parents=True)
    journal.location().write_bytes(b"no database at all " * 100)
    app = start(*films[:3])
    qtbot.waitUntil(lambda: bool(messages(app)))
    assert app.document.count("classified") == 3
    assert len(messages(app)) == 1
    assert "The journal cannot be used" in messages(app)[0]
    app.impressions.record("other")
    assert "Your impression\nOther" in app.panel.text
    app.window.close()


def test_a_locked_journal_is_told_once_and_stops_nothing(
    start: Callable[..., App], films: list[Path], qtbot: QtBot
) -> None:
    start(films[0]).window.close()
    with closing(sqlite3.connect(journal.location(), isolation_level=None)) as other:
        other.execute("begin exclusive")
        app = start(*films[1:3])
        qtbot.waitUntil(lambda: bool(messages(app)))
        assert app.document.count("classified") == 2
        assert len(messages(app)) == 1
        app.window.close()


def test_emptying_asks_once_and_leaves_nothing(start: Callable[..., App], film: Path, qtbot: QtBot) -> None:
    app = start(film)
    app.impressions.record("unsure")
    app.actions["empty_journal"].trigger()
    (box,) = app.window.findChildren(QMessageBox)
    assert journal.location().exists()
    next(button for button in box.buttons() if button.text() == "Empty").click()
    qtbot.waitUntil(lambda: not journal.location().exists())
    app.window.close()
    again = start(film)
    assert rows("impressions") == []
    assert again.document.withheld
    again.window.close()


def test_emptying_can_be_called_off(start: Callable[..., App], film: Path) -> None:
    app = start(film, read_first=False)
    app.actions["empty_journal"].trigger()
    (box,) = app.window.findChildren(QMessageBox)
    box.button(QMessageBox.StandardButton.Cancel).click()
    app.window.close()
    assert len(rows("results")) == 1


def test_an_impression_of_the_last_moment_is_kept(start: Callable[..., App], film: Path) -> None:
    app = start(film)
    # The worker is at something long while the window closes.
    busy, may_end = threading.Event(), threading.Event()

    def work() -> None:
        busy.set()
        assert may_end.wait(20)

    app.jobs.submit(work, lambda _: None, lambda _: None)
    assert busy.wait(20)
    app.impressions.record("covid19")
    threading.Timer(0.1, may_end.set).start()
    app.window.close()
    assert [row[3] for row in rows("impressions")] == ["covid19"]


def test_the_setting_outlives_the_program() -> None:
    settings.READ_FIRST.save(False)
    QSettings().sync()
    assert settings.READ_FIRST.load() is False

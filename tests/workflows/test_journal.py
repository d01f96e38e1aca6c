"""The journal: results and impressions are met again, and a broken one stops nothing."""

from __future__ import annotations

import json
import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from counting import Counting
from desktop import journal, settings
from desktop.app import App
from desktop.impressions import Impression
from inference import Classifier, Loader, ModelIdentity, Outcome, Prediction
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
StartCounting = Callable[..., tuple[App, Counting]]


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


@pytest.fixture
def start_counting(tiny_model: Path, shared_loader: Loader, qtbot: QtBot) -> StartCounting:
    """Start the program with a classifier that counts, open films, and wait until all is done."""

    def perform(*paths: Path) -> tuple[App, Counting]:
        counting = Counting(tiny_model)
        running = App(lambda: counting, make_loader=lambda: shared_loader)
        qtbot.addWidget(running.window)
        running.window.show()
        running.open([str(path) for path in paths])
        qtbot.waitUntil(lambda: bool(running.document.entries) and running.reader.is_idle, timeout=20_000)
        return running, counting

    return perform


def test_after_a_power_cut_only_what_was_not_run_is_run(
    start_counting: StartCounting, films: list[Path]
) -> None:
    first, _ = start_counting(*films[:3])
    before = [entry.prediction.probabilities for entry in first.document.entries if entry.prediction]
    first.window.close()
    second, counting = start_counting(*films[:5])
    assert second.document.count("classified") == 5
    # The two new ones, and the one on view for its map.
    assert sorted(Path(film.path).name for film in counting.asked) == [
        "film0.png",
        "film3.png",
        "film4.png",
    ]
    after = [entry.prediction.probabilities for entry in second.document.entries[:3] if entry.prediction]
    for one, other in zip(before, after, strict=True):
        assert one == pytest.approx(other, abs=1e-4)
    assert [entry.recalled is not None for entry in second.document.entries] == [
        False,
        True,
        True,
        False,
        False,
    ]
    second.window.close()


def test_a_film_from_the_journal_says_so_until_it_is_looked_at(
    start_counting: StartCounting, films: list[Path], qtbot: QtBot
) -> None:
    first, _ = start_counting(*films[:3])
    first.window.close()
    second, counting = start_counting(*films[:3])
    row = second.films.rows.index(second.films.rows.row_of(second.document.entries[2].number), 0)
    assert "From the journal, 20" in str(row.data(Qt.ItemDataRole.ToolTipRole))
    second.document.step(2)
    qtbot.waitUntil(lambda: second.document.saliency is not None)
    assert counting.asked[-1].path == str(films[2])
    assert "journal" not in second.panel.text
    second.window.close()


def test_a_refused_film_is_refused_again_with_its_checks_and_without_a_run(
    start_counting: StartCounting, film: Path, tmp_path: Path
) -> None:
    lateral = write_dicom(tmp_path / "lateral", dicom(thorax_u16(300, 300), bits=12, ViewPosition="LL"))
    first, _ = start_counting(film, lateral)
    checks = [
        e.prediction.checks for e in first.document.entries if e.prediction and not e.prediction.findings
    ]
    first.window.close()
    second, counting = start_counting(film, lateral)
    refused = [e for e in second.document.entries if e.outcome.value == "refused"]
    assert [entry.prediction.checks for entry in refused if entry.prediction] == checks
    assert lateral.name not in [Path(asked.path).name for asked in counting.asked[1:]]
    second.window.close()


def test_reading_again_does_not_ask_the_journal(
    start_counting: StartCounting, film: Path, qtbot: QtBot
) -> None:
    first, _ = start_counting(film)
    first.window.close()
    second, counting = start_counting(film)
    asked = len(counting.asked)
    second.actions["read_again"].trigger()
    qtbot.waitUntil(lambda: len(counting.asked) > asked and second.reader.is_idle)
    entry = second.document.current
    assert entry is not None
    assert entry.outcome.value == "classified"
    assert entry.recalled is None
    second.window.close()


def changed_record(change: Callable[[dict[str, Any]], object]) -> None:
    """As if the journal's file had been meddled with."""
    with closing(sqlite3.connect(journal.location())) as connection:
        for number, text in connection.execute("select rowid, record from verdicts").fetchall():
            record = json.loads(text)
            change(record)
            connection.execute(
                "update verdicts set record = ? where rowid = ?", (json.dumps(record), number)
            )
        connection.commit()


def test_where_the_journal_says_something_else_what_is_computed_counts_and_it_is_said(
    start_counting: StartCounting, film: Path
) -> None:
    first, _ = start_counting(film)
    expected = first.document.entries[0].prediction
    first.window.close()

    def change(record: dict[str, Any]) -> None:
        for number, finding in enumerate(record["findings"]):
            finding["probability"] = float(number == 0)
        record["none_of_these"] = 0.0

    changed_record(change)
    second, _ = start_counting(film)
    found = second.document.entries[0].prediction
    assert found is not None
    assert expected is not None
    assert found.probabilities == expected.probabilities
    assert "The journal held another result for this film" in second.panel.text
    second.window.close()


def test_a_record_that_says_nothing_is_as_if_it_were_not_there(
    start_counting: StartCounting, films: list[Path]
) -> None:
    start_counting(*films[:2])[0].window.close()
    changed_record(lambda record: record.pop("checks"))
    second, counting = start_counting(*films[:2])
    assert second.document.count("classified") == len(counting.asked) == 2
    assert not messages(second)
    second.window.close()


def test_a_journal_from_before_opens_and_its_films_are_run_once(
    start_counting: StartCounting, films: list[Path]
) -> None:
    start_counting(*films[:2])[0].window.close()
    with closing(sqlite3.connect(journal.location())) as connection:
        connection.execute("drop table verdicts")
    second, counting = start_counting(*films[:2])
    assert len(counting.asked) == 2
    assert not messages(second)
    assert len(rows("results")) == len(rows("verdicts")) == 2
    second.window.close()


def test_what_the_header_says_is_not_in_the_journal(start_counting: StartCounting, tmp_path: Path) -> None:
    said = {"PatientAge": "047Y", "BodyPartExamined": "CHESTNUT", "PatientName": "Secret^Person"}
    film = write_dicom(tmp_path / "a", dicom(thorax_u16(300, 300), bits=12, **said))
    first, _ = start_counting(film)
    checks = [entry.prediction.checks for entry in first.document.entries if entry.prediction]
    assert any("47 years" in check.message for check in checks[0])
    first.window.close()
    kept = b"".join(path.read_bytes() for path in journal.location().parent.iterdir())
    for secret in (b'"47"', b"CHESTNUT", b"Secret", b"years"):
        assert secret not in kept


def test_numbers_from_the_journal_wait_for_the_impression_too(
    start: Callable[..., App], films: list[Path]
) -> None:
    start(*films[:2], read_first=False).window.close()
    app = start(*films[:2])
    app.document.step(1)
    assert app.document.current is not None
    assert app.document.current.outcome.value == "classified"
    assert app.document.withheld
    assert app.document.saliency is None
    app.window.close()


KEY = journal.JournalKey("a" * 64, 0, "b" * 64)


@pytest.fixture
def alone() -> Iterator[journal.Journal]:
    """The journal without a window."""
    made = journal.Journal()
    yield made
    made.close()


def test_what_was_computed_in_another_way_is_not_taken_up(alone: journal.Journal) -> None:
    model = ModelIdentity("tiny", "0", KEY.model_sha256)
    alone.note_result(KEY, "one way", Prediction(Outcome.REFUSED, (), (), model))
    assert alone.result(KEY, "one way") is not None
    assert alone.result(KEY, "another way") is None


def test_the_first_impression_stays_the_first(alone: journal.Journal) -> None:
    for answer, second in (("normal", 1), ("covid19", 2)):
        alone.note_impression(KEY, Impression(answer, datetime(2026, 1, 5, 12, 0, second, tzinfo=UTC)))
    assert [impression.answer for impression in alone.impressions(KEY)] == ["normal"]


@pytest.mark.skipif(sys.platform == "win32", reason="who may read a file is said otherwise there")
def test_nobody_else_may_read_it(alone: journal.Journal) -> None:
    alone.note_impression(KEY, Impression("normal", datetime(2026, 1, 5, tzinfo=UTC)))
    assert journal.location().stat().st_mode & 0o077 == 0


def test_emptying_takes_what_a_crash_left_beside_it(alone: journal.Journal) -> None:
    alone.note_impression(KEY, Impression("normal", datetime(2026, 1, 5, tzinfo=UTC)))
    alone.close()
    for end in ("-wal", "-shm", "-journal"):
        journal.location().with_name(journal.location().name + end).write_bytes(b"left")
    alone.empty()
    assert list(journal.location().parent.iterdir()) == []

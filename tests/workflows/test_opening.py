"""Files come onto the light box, whatever they are."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import App
from inference import Outcome, expand
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

Open = Callable[..., None]


def outcomes(app: App) -> list[str]:
    return [entry.outcome.value for entry in app.document.entries]


def test_an_empty_window_says_what_to_do(app: App) -> None:
    assert "Drop chest radiographs here" in app.placeholder.text
    assert not app.films.isVisible()
    assert not app.panel.isVisible()


def test_a_dropped_film_is_shown_and_classified(app: App, open_and_wait: Open, film: Path) -> None:
    open_and_wait(film)
    assert outcomes(app) == ["classified"]
    assert app.document.film is not None
    assert app.view.film_item.boundingRect().width() == 300
    # The three classes, and none of these.
    assert app.panel.table.findings.rowCount() == 4
    assert "COVID-19" in str(app.panel.table.findings.index(0, 0).data())
    assert app.placeholder.text == ""


def test_no_part_of_the_window_swallows_a_drop(app: App) -> None:
    assert not app.view.acceptDrops()
    assert not app.view.viewport().acceptDrops()
    assert not app.films.viewport().acceptDrops()
    assert not app.panel.viewport().acceptDrops()


def test_text_dropped_on_the_window_is_refused(app: App) -> None:
    data = QMimeData()
    data.setText("not a file")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(app.window, enter)
    assert not enter.isAccepted()


def test_dropping_a_film_again_selects_it_instead(app: App, open_and_wait: Open, films: list[Path]) -> None:
    open_and_wait(*films[:3])
    app.document.step(2)
    open_and_wait(films[0])
    assert len(app.document.entries) == 3
    assert app.document.current is app.document.entries[0]


def test_a_folder_and_a_film_in_it_are_not_opened_twice(
    app: App, open_and_wait: Open, films: list[Path]
) -> None:
    open_and_wait(films[2], films[2].parent)
    assert len(app.document.entries) == 6


def test_films_in_a_zip_are_read_where_they_are(app: App, open_and_wait: Open, films: list[Path]) -> None:
    archive = films[0].parent / "films.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for film in films[:2]:
            file.write(film, f"inside/{film.name}")
    open_and_wait(archive)
    assert outcomes(app) == ["classified", "classified"]
    assert [entry.title for entry in app.document.entries] == ["film0.png", "film1.png"]


def test_a_broken_file_says_so_and_the_rest_goes_on(
    app: App, open_and_wait: Open, films: list[Path]
) -> None:
    broken = films[1]
    broken.write_bytes(broken.read_bytes()[:2000])
    open_and_wait(*films[:3])
    assert outcomes(app) == ["classified", "failed", "classified"]
    app.document.step(1)
    assert "damaged or incomplete" in app.panel.text
    assert "Copy it again" in app.panel.text
    assert "damaged or incomplete" in app.placeholder.text
    assert app.document.film is None
    assert app.panel.table.findings.rowCount() == 0


def test_a_missing_file_is_listed_with_the_reason(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    open_and_wait(tmp_path / "gone.dcm")
    assert outcomes(app) == ["failed"]
    assert "no such file" in app.placeholder.text


def test_a_file_that_appeared_meanwhile_can_be_dropped_again(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    path = tmp_path / "late.png"
    open_and_wait(path)
    write_image(path, thorax_u8(300, 300))
    open_and_wait(path)
    assert outcomes(app) == ["classified"]


def test_a_mended_file_can_be_read_again(app: App, open_and_wait: Open, film: Path, qtbot: QtBot) -> None:
    whole = film.read_bytes()
    film.write_bytes(whole[:2000])
    open_and_wait(film)
    assert outcomes(app) == ["failed"]
    film.write_bytes(whole)
    app.actions["read_again"].trigger()
    qtbot.waitUntil(lambda: outcomes(app) == ["classified"])
    assert app.document.film is not None


def test_each_frame_of_a_run_is_listed(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    frames = np.stack([thorax_u16(256, 256, seed=i) for i in range(3)])
    after = write_image(tmp_path / "z.png", thorax_u8(256, 256))
    run = write_dicom(tmp_path / "run.dcm", dicom(frames, bits=12, PatientName="Run^Rita"))
    open_and_wait(run, after)
    titles = [entry.title for entry in app.document.entries]
    assert titles == ["Run, Rita  1/3", "Run, Rita  2/3", "Run, Rita  3/3", "z.png"]
    assert outcomes(app) == ["refused"] * 3 + ["classified"]


def test_files_are_pasted(app: App, film: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(film))])
    QApplication.clipboard().setMimeData(data)
    app.actions["paste"].trigger()
    qtbot.waitUntil(lambda: outcomes(app) == ["classified"])
    # Qt would delete what is on the clipboard after Python is gone.
    QApplication.clipboard().clear()


def test_closing_all_films_leaves_an_empty_light_box(
    app: App, open_and_wait: Open, films: list[Path], qtbot: QtBot
) -> None:
    open_and_wait(*films)
    app.actions["close_all"].trigger()
    assert not app.document.entries
    assert "Drop chest radiographs here" in app.placeholder.text
    assert app.view.film_item.boundingRect().isEmpty()
    open_and_wait(films[0])
    assert app.document.entries[0].outcome is Outcome.CLASSIFIED


def test_patient_and_study_stand_in_the_corners(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "film", dicom(thorax_u16(300, 300), bits=12, ImageLaterality="L"))
    open_and_wait(path)
    assert "PHANTOM-1" in app.corners.patient.lines
    assert any("1970-01-01" in line for line in app.corners.patient.lines)
    assert "2020-01-01" in app.corners.study.lines
    assert "DX CHEST PA" in app.corners.series.lines


def test_what_a_file_says_is_never_read_as_markup(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    path = write_dicom(tmp_path / "film", dicom(thorax_u16(300, 300), bits=12, PatientName="<b>Bold^<img>"))
    open_and_wait(path)
    assert "<b>" in app.corners.patient.lines[0].lower()
    for row in range(app.films.rows.rowCount()):
        tip = app.films.rows.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert "<img" not in tip
        assert "<b>" not in tip


def test_a_file_is_never_taken_away_from_where_it_was_dragged_from(app: App, film: Path) -> None:
    """With Shift held a move is proposed, after which the source would delete the file."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(film))])
    move, copy = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier)
    for event in (
        QDragEnterEvent(QPoint(600, 400), move | copy, data, *held),
        QDragMoveEvent(QPoint(600, 401), move | copy, data, *held),
        QDropEvent(QPointF(600, 401), move | copy, data, *held),
    ):
        event.setDropAction(move)
        QApplication.sendEvent(app.window, event)
        assert event.isAccepted()
        assert event.dropAction() == copy


def test_an_error_in_one_drop_leaves_the_others(
    app: App, drop: Open, films: list[Path], settle: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(paths: list[str], _: object) -> Iterator[object]:
        yield from expand(paths[:1])
        if len(paths) > 1:
            raise PermissionError(paths[1])

    monkeypatch.setattr("inference.expand", broken)
    monkeypatch.setattr("desktop.worker.LISTING_CHUNK", 1)
    told: list[Exception] = []
    app.reader.surprised.connect(told.append)
    drop(films[0], films[1])
    drop(films[2])
    settle()
    assert [entry.title for entry in app.document.entries] == ["film0.png", "film2.png"]
    assert outcomes(app) == ["classified", "classified"]
    assert [type(error) for error in told] == [PermissionError]


@pytest.fixture
def app_that_cannot_warm_up(qtbot: QtBot, make_classifier: Callable[[], Any]) -> Iterator[App]:
    attempts: list[int] = []

    def second_time_lucky() -> Any:
        attempts.append(1)
        if len(attempts) == 1:
            raise RuntimeError("not yet")
        return make_classifier()

    running = App(second_time_lucky)
    running.window.show()
    yield running
    running.window.close()


def test_an_error_while_warming_up_loses_no_drop(
    app_that_cannot_warm_up: App, films: list[Path], qtbot: QtBot
) -> None:
    app = app_that_cannot_warm_up
    app.open([str(path) for path in films[:2]])
    qtbot.waitUntil(lambda: app.document.count("classified") == 2)


def test_a_file_name_cannot_pretend_to_be_another(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    path = tmp_path / "a\u202egnp.\nb[*].png"
    write_image(path, thorax_u8(300, 300))
    open_and_wait(path)
    shown = (app.document.entries[0].title, *app.corners.patient.lines, app.window.windowTitle())
    for text in shown:
        assert "\u202e" not in text
        assert "\n" not in text
    # Doubled, Qt shows it as it is and not as the mark of a changed file.
    assert "[*][*].png" in app.window.windowTitle()
    row = app.films.rows.row_of(app.document.entries[0].number)
    assert "\u202e" not in app.films.rows.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_folders_that_were_visited_are_not_remembered(
    app: App, films: list[Path], monkeypatch: pytest.MonkeyPatch, settle: Callable[[], None]
) -> None:
    remembered = QSettings(QSettings.Scope.UserScope, "QtProject")

    def visit(*_: object) -> tuple[list[str], str]:
        remembered.setValue("FileDialog/lastVisited", "file:///films/Doe, Jane")
        return [str(films[0])], ""

    monkeypatch.setattr("desktop.app.QFileDialog.getOpenFileNames", visit)
    app.actions["open"].trigger()
    settle()
    assert outcomes(app) == ["classified"]
    assert not remembered.contains("FileDialog/lastVisited")
    app.window.close()
    assert not [key for key in QSettings().allKeys() if str(films[0].parent) in str(QSettings().value(key))]

"""The list as a radiologist reads it: patients, their studies and series, their images."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.entry import Candidate
from desktop.film_list import FilmList
from desktop.film_rows import ITEM_ROLE, Heading
from desktop.sorting import Sort
from desktop.worker import Worker
from inference import Glance, Header, ImageSource, InferenceError
from phantom import dicom, dicom_bytes, thorax_u8, write_dicom, write_image

Open = Callable[..., None]


def film(**attributes: Any) -> Any:
    """One of few pixels, for what is looked at here is its header."""
    return dicom(thorax_u8(160, 160), StudyTime="120000", **attributes)


def rows(films: FilmList) -> list[str]:
    """The list from top to bottom; headings begin with as many # as their level."""
    lines = []
    for row in range(films.rows.rowCount()):
        index = films.rows.index(row, 0)
        item = index.data(ITEM_ROLE)
        mark = "#" * item.level + " " if isinstance(item, Heading) else ""
        lines.append(mark + str(index.data()))
    return lines


@pytest.fixture
def archive_of_two(tmp_path: Path) -> Path:
    """A folder, its files in no sensible order: two patients, one of them with two studies."""
    images = {
        "1": {"PatientName": "Zorn^Anna", "PatientID": "9", "InstanceNumber": 2, "SOPInstanceUID": "1.1"},
        "2": {"PatientName": "Zorn^Anna", "PatientID": "9", "InstanceNumber": 10, "SOPInstanceUID": "1.2"},
        "3": {"PatientName": "Abel^Bo", "PatientID": "8", "SOPInstanceUID": "1.3", "SeriesNumber": 10,
              "SeriesInstanceUID": "1.10", "SeriesDescription": "Lateral", "ViewPosition": "LL"},
        "4": {"PatientName": "Abel^Bo", "PatientID": "8", "SOPInstanceUID": "1.4", "SeriesNumber": 9,
              "SeriesInstanceUID": "1.9"},
        "5": {"PatientName": "Abel^Bo", "PatientID": "8", "SOPInstanceUID": "1.5", "StudyDate": "20240501",
              "StudyInstanceUID": "1.50", "StudyDescription": "Follow-up"},
    }  # fmt: skip
    folder = tmp_path / "cd"
    folder.mkdir()
    for name, attributes in images.items():
        write_dicom(folder / name, film(**attributes))
    write_image(folder / "film10.png", thorax_u8(160, 160))
    write_image(folder / "film9.png", thorax_u8(160, 160))
    (folder / "README.TXT").write_text("no image")
    return folder


LIST = [
    "# ABEL, BO, 1970-01-01  O  8",
    "## 2024-05-01  DX, Follow-up",
    "1. PA",
    "## 2020-01-01  DX, Synthetic chest film",
    "### Series 9",
    "1. PA",
    "### Series 10  Lateral",
    "1. LL",
    "# ZORN, ANNA, 1970-01-01  O  9",
    "## 2020-01-01  DX, Synthetic chest film",
    "2. PA",
    "10. PA",
    "# Pictures, Without patient data",
    "film9.png",
    "film10.png",
    "# Other files",
    "README.TXT",
]


def folded(lines: list[str]) -> list[str]:
    return [line.upper() for line in lines]


def test_patients_studies_series_and_images_in_dicoms_order(
    app: App, open_and_wait: Open, archive_of_two: Path
) -> None:
    open_and_wait(archive_of_two)
    assert folded(rows(app.films)) == folded(LIST)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_is_the_same_however_the_files_come(
    app: App, drop: Open, settle: Callable[[], None], archive_of_two: Path, seed: int
) -> None:
    paths = sorted(archive_of_two.iterdir())
    random.Random(seed).shuffle(paths)
    for path in paths:
        drop(path)
    settle()
    app.document.arrangement.set_sort(Sort.PATIENT)
    assert folded(rows(app.films)) == folded(LIST)


def test_the_list_is_in_order_before_any_film_is_read(
    app: App, drop: Open, archive_of_two: Path, qtbot: QtBot
) -> None:
    seen: list[list[str]] = []
    app.document.added.connect(lambda: seen.append(rows(app.films)))
    with qtbot.waitSignal(app.document.current_changed, timeout=20_000):
        drop(archive_of_two)
    assert folded(seen[0]) == folded(LIST)
    # The first of the list is shown, not the first that was found.
    assert app.document.current is app.document.entries[0]


def test_the_film_on_the_light_box_stays_while_others_come_above_it(
    app: App, open_and_wait: Open, archive_of_two: Path
) -> None:
    open_and_wait(archive_of_two / "film10.png")
    current, shown = app.document.current, app.document.film
    assert current is not None
    app.document.add([Candidate(ImageSource(f"/below/{i}")) for i in range(40)])
    QApplication.processEvents()
    place = app.films.visualRect(app.films.currentIndex())
    chosen: list[object] = []
    app.document.current_changed.connect(lambda: chosen.append(1))
    app.document.add(
        [Candidate(ImageSource(f"/nowhere/{i}"), header=Header(patient_name=f"A{i}")) for i in range(40)]
    )
    QApplication.processEvents()
    assert not chosen
    assert app.document.film is shown
    assert app.films.rows.number_at(app.films.currentIndex().row()) == current.number
    # Nor has it moved under the hand that is about to click it.
    assert app.films.visualRect(app.films.currentIndex()) == place


def test_keys_go_from_film_to_film_and_over_headings(
    app: App, open_and_wait: Open, archive_of_two: Path, qtbot: QtBot
) -> None:
    open_and_wait(archive_of_two)
    films, document = app.films, app.document
    for widget, keys in ((films, (Qt.Key.Key_Down, Qt.Key.Key_Up)), (app.view, (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp))):  # noqa: E501  # fmt: skip
        document.select(document.entries[0].number)
        for key, order in zip(keys, (document.entries, document.entries[::-1]), strict=True):
            for entry in order[1:]:
                QTest.keyClick(widget, key)
                assert document.current is not None
                assert document.current.number == entry.number
                assert films.rows.number_at(films.currentIndex().row()) == entry.number
    QTest.keyClick(films, Qt.Key.Key_Up)
    assert document.current is document.entries[0]
    # The headings above the first film can be seen without a mouse.
    assert films.verticalScrollBar().value() == 0


def test_a_heading_cannot_be_chosen(app: App, open_and_wait: Open, archive_of_two: Path) -> None:
    open_and_wait(archive_of_two)
    current = app.document.current
    for row in range(app.films.rows.rowCount()):
        if app.films.rows.number_at(row) is None:
            place = app.films.visualRect(app.films.rows.index(row, 0)).center()
            QTest.mouseClick(app.films.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert app.document.current is current
    assert app.films.selectionModel().selectedRows()


def test_a_file_that_says_something_else_now_moves_to_its_patient(
    app: App, open_and_wait: Open, archive_of_two: Path
) -> None:
    open_and_wait(archive_of_two)
    app.document.select(app.document.entries[-1].number)
    write_dicom(archive_of_two / "3", film(PatientName="Zorn^Anna", PatientID="9", SOPInstanceUID="1.3"))
    write_dicom(archive_of_two / "README.TXT", film(PatientName="Yu^Li", PatientID="7"))
    number = app.document.current_number
    open_and_wait(archive_of_two)
    lines = folded(rows(app.films))
    # Of the two series of a study one is left, which needs no heading.
    assert not [line for line in lines if line.startswith("###")]
    assert lines.count("# YU, LI, 1970-01-01  O  7".upper()) == 1
    assert "# OTHER FILES" not in lines
    zorn = lines.index(folded(LIST)[8])
    assert lines[zorn + 2 : zorn + 5] == ["1. PA", "2. PA", "10. PA"]
    entry = next(entry for entry in app.document.entries if entry.number == number)
    assert entry.title.upper() == "YU, LI"


def test_a_film_that_moves_while_it_is_looked_at_stays_on_the_light_box(
    app: App, open_and_wait: Open, archive_of_two: Path, settle: Callable[[], None]
) -> None:
    open_and_wait(archive_of_two)
    number = app.document.current_number
    write_dicom(archive_of_two / "5", film(PatientName="Zorn^Anna", PatientID="9", SOPInstanceUID="1.5"))
    chosen: list[object] = []
    app.document.current_changed.connect(lambda: chosen.append(1))
    app.actions["read_again"].trigger()
    settle()
    assert app.document.row(number) == 2
    assert not chosen
    assert app.films.rows.number_at(app.films.currentIndex().row()) == number
    assert app.document.film is not None


def test_films_in_a_zip_find_their_patients(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "films.zip", "w") as archive:
        for name in ("Zorn", "Abel"):
            archive.writestr(name[0], dicom_bytes(film(PatientName=name, PatientID=name)))
    open_and_wait(tmp_path / "films.zip")
    assert [entry.title.upper() for entry in app.document.entries] == ["ABEL", "ZORN"]


def test_closing_all_takes_the_headings_too(app: App, open_and_wait: Open, archive_of_two: Path) -> None:
    open_and_wait(archive_of_two)
    app.actions["close_all"].trigger()
    assert app.films.rows.rowCount() == 0
    open_and_wait(archive_of_two)
    assert folded(rows(app.films)) == folded(LIST)


def test_how_many_were_found_is_told_while_looking(
    app: App, drop: Open, films: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    app.document.progress_changed.connect(lambda: told.append(app.status.text))
    monkeypatch.setattr("desktop.worker.LISTING_CHUNK", 2)
    drop(films[0].parent)
    qtbot.waitUntil(lambda: app.document.count("classified") == 6, timeout=20_000)
    assert any("Looking for films: 2 found" in text for text in told)
    assert any("Looking for films: 6 found" in text for text in told)
    assert app.status.text == "6 of 6 classified, 0 refused, 0 failed"


def test_cancel_stops_looking(
    app: App, drop: Open, films: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    endless: list[int] = []

    def expand(paths: list[str], *_: object) -> Iterator[ImageSource]:
        while True:
            endless.append(1)
            yield ImageSource(f"{paths[0]}/{len(endless)}")

    monkeypatch.setattr("inference.expand", expand)
    drop(films[0])
    qtbot.waitUntil(lambda: app.document.progress.found > 0)
    app.actions["cancel"].trigger()
    assert not app.document.progress.looking
    qtbot.waitUntil(lambda: app.reader.is_idle)
    looked_at = len(endless)
    with qtbot.assertNotEmitted(app.document.added, wait=200):
        pass
    assert len(endless) == looked_at


def test_a_file_that_does_harm_at_a_glance_is_read_only_when_asked_for(
    app: App, open_and_wait: Open, films: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    @dataclass(eq=False)
    class TookTooLong(InferenceError):
        code = "took_too_long"
        cause = "Reading it took too long."

    def glance(self: Worker, source: ImageSource) -> Glance:
        raise TookTooLong(str(source))

    with monkeypatch.context() as patch:
        patch.setattr(Worker, "glance", glance)
        open_and_wait(films[0])
    (entry,) = app.document.entries
    assert (entry.outcome.value, entry.frames) == ("failed", 0)
    assert "took too long" in app.placeholder.text
    app.actions["read_again"].trigger()
    qtbot.waitUntil(lambda: app.document.count("classified") == 1, timeout=20_000)

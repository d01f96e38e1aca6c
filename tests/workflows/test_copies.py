"""The same image twice, and two images that claim to be the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counting import Counting
from desktop.app import App
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

Open = Callable[..., None]
Settle = Callable[[], None]


@pytest.fixture
def counting(tiny_model: Path) -> Counting:
    return Counting(tiny_model)


@pytest.fixture
def make_classifier(counting: Counting) -> Callable[[], Any]:
    return lambda: counting


def tip(app: App, row: int) -> str:
    number = app.document.entries[row].number
    return str(app.films.rows.index(app.films.rows.row_of(number), 0).data(Qt.ItemDataRole.ToolTipRole))


@pytest.fixture
def original(tmp_path: Path) -> Path:
    return write_dicom(tmp_path / "a.dcm", dicom(thorax_u16(300, 300), bits=12, SOPInstanceUID="1.2.3"))


@pytest.fixture
def copy(original: Path) -> Path:
    (original.parent / "backup").mkdir()
    return Path(shutil.copy(original, original.parent / "backup" / "b.dcm"))


def test_a_copy_is_shown_once_and_run_once(
    app: App, open_and_wait: Open, original: Path, copy: Path, counting: Counting
) -> None:
    open_and_wait(original, copy)
    (entry,) = app.document.entries
    assert entry.outcome.value == "classified"
    assert len(counting.asked) == 1
    assert "2 copies" in tip(app, 0)
    assert original.name in tip(app, 0)
    assert copy.name in tip(app, 0)
    assert app.status.text == "1 of 1 classified, 0 refused, 0 failed"


def test_a_copy_that_comes_later_does_not_change_what_is_shown(
    app: App, open_and_wait: Open, original: Path, copy: Path, films: list[Path], settle: Settle
) -> None:
    open_and_wait(original, *films[:2])
    verdict = app.document.entries[0].prediction
    app.reader.open([str(films[2]), str(copy)])
    app.document.select(app.document.entries[0].number)
    settle()
    assert len(app.document.entries) == 4
    assert app.document.film is not None
    assert app.document.current is app.document.entries[0]
    assert app.document.entries[0].prediction is verdict


def test_a_copy_that_is_looked_at_is_the_one_that_stays(
    app: App, open_and_wait: Open, original: Path, copy: Path, films: list[Path], counting: Counting
) -> None:
    open_and_wait(original, films[0])
    asked = len(counting.asked)
    open_and_wait(copy)
    assert app.document.current is not None
    assert app.document.current.path == str(copy)
    assert app.document.current.outcome.value == "classified"
    assert app.document.film is not None
    assert len(app.document.entries) == 2
    assert len(counting.asked) == asked


def test_another_picture_under_the_same_uid_is_marked(
    app: App, open_and_wait: Open, original: Path, tmp_path: Path, settle: Settle
) -> None:
    other = dicom(thorax_u16(300, 300, seed=5), bits=12, SOPInstanceUID="1.2.3")
    forged = write_dicom(tmp_path / "b.dcm", other)
    open_and_wait(original, forged)
    assert len(app.document.entries) == 2
    place = f"{tmp_path.name}/b.dcm"
    shown = place if len(place) <= 28 else f"{place[:14]}…{place[-14:]}"
    assert f"Same SOP Instance UID as {shown}, but another picture" in app.panel.text
    assert app.films.rows.index(app.films.rows.row_of(app.document.entries[1].number), 0).data() == "1. PA"
    assert str(original) in tip(app, 1).partition("<br>")[2]
    # Put right, both are as any other film.
    other.SOPInstanceUID = "1.2.4"
    write_dicom(forged, other)
    open_and_wait(forged)
    assert "Same SOP Instance UID" not in app.panel.text
    app.document.select(app.document.entries[0].number)
    settle()
    assert "Same SOP Instance UID" not in app.panel.text


def test_another_header_under_the_same_uid_is_marked_too(
    app: App, open_and_wait: Open, original: Path, tmp_path: Path
) -> None:
    renamed = dicom(thorax_u16(300, 300), bits=12, SOPInstanceUID="1.2.3", PatientName="Other^Olga")
    open_and_wait(original, write_dicom(tmp_path / "b.dcm", renamed))
    assert len(app.document.entries) == 2
    assert all(entry.contradicts for entry in app.document.entries)


def test_every_frame_of_a_copied_run_is_folded(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    frames = np.stack([thorax_u16(256, 256, seed=seed) for seed in range(3)])
    run = write_dicom(tmp_path / "run.dcm", dicom(frames, bits=12))
    open_and_wait(run, Path(shutil.copy(run, tmp_path / "again.dcm")))
    assert [entry.frame for entry in app.document.entries] == [0, 1, 2]
    assert [len(entry.copies) for entry in app.document.entries] == [1, 1, 1]


def test_what_is_no_copy_any_more_is_listed_again(
    app: App, open_and_wait: Open, original: Path, copy: Path
) -> None:
    open_and_wait(original, copy)
    (kept,) = app.document.entries
    changed = dicom(thorax_u16(300, 300, seed=5), bits=12, SOPInstanceUID="1.2.9")
    write_dicom(Path(kept.path), changed)
    open_and_wait(Path(kept.path))
    assert {entry.path for entry in app.document.entries} == {str(original), str(copy)}
    assert not any(entry.copies or entry.contradicts for entry in app.document.entries)
    assert app.document.count("classified") == 2


def test_pictures_without_a_uid_are_never_taken_for_copies(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    first = write_image(tmp_path / "a.png", thorax_u8(300, 300))
    open_and_wait(first, Path(shutil.copy(first, tmp_path / "b.png")))
    assert len(app.document.entries) == 2


def test_the_folder_of_copies_may_be_dropped_again(
    app: App, open_and_wait: Open, original: Path, copy: Path, films: list[Path], qtbot: QtBot
) -> None:
    for _ in range(3):
        open_and_wait(original.parent)
        assert len(app.document.entries) == 7
        assert app.document.count("classified") == 7
    assert len(app.document.entries[0].copies) == 1


def test_a_copy_takes_the_place_of_an_original_that_is_gone(
    app: App, open_and_wait: Open, original: Path, copy: Path, settle: Settle
) -> None:
    open_and_wait(original, copy)
    (kept,) = app.document.entries
    Path(kept.path).unlink()
    app.actions["read_again"].trigger()
    settle()
    outcomes = {entry.path: entry.outcome.value for entry in app.document.entries}
    left = ({str(original), str(copy)} - {kept.path}).pop()
    assert outcomes == {kept.path: "failed", left: "classified"}

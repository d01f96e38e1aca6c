"""Patients, studies and series fold away in the list, and what somebody looks for is never hidden by it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app import App
from desktop.film_list import film_height
from desktop.film_rows import BESIDE_ROLE, ITEM_ROLE, Heading
from desktop.sorting import Sort
from phantom import dicom, thorax_u8, write_dicom

Open = Callable[..., None]
Settle = Callable[[], None]
PARTS = {1: "Lungs", 2: "Ribs", 3: "Spine"}
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


def write(folder: Path, patient: str, day: str, series: int, number: int = 1) -> Path:
    """One film, of as many rows as its names make it, so that no two are alike."""
    name = f"{patient}-{day}-{series}-{number}"
    study = f"1.2.{sum(patient.encode())}.{day}"
    said = {"StudyDate": day, "StudyInstanceUID": study, "SeriesInstanceUID": f"{study}.{series}"}
    said |= {"SeriesNumber": series, "SeriesDescription": PARTS[series], "InstanceNumber": number}
    said |= {"SOPInstanceUID": f"{study}.{series}.{number}", "PatientName": patient, "PatientID": patient}
    return write_dicom(folder / name, dicom(thorax_u8(200, 200, seed=sum(name.encode())), **said))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Abel with two studies, the older one of two series; Zorn with one film."""
    for of in (
        ("Abel", "20250101", 1),
        ("Abel", "20240101", 1),
        ("Abel", "20240101", 2),
        ("Zorn", "20250505", 1),
    ):
        write(tmp_path, *of)
    return tmp_path


@pytest.fixture
def ward(app: App, open_and_wait: Open, folder: Path) -> App:
    """With Abel's newest film on view."""
    open_and_wait(folder)
    app.document.select(app.document.entries[0].number)
    return app


def rows(app: App) -> list[str]:
    """What stands there: titles of headings, those that are folded with their count, and names of films."""
    said = []
    for row in range(app.films.rows.rowCount()):
        item = app.films.rows.index(row, 0).data(ITEM_ROLE)
        if isinstance(item, Heading):
            said.append(item.title.split("  ")[0] + (f" ({item.films})" if item.is_folded else ""))
        else:
            said.append(f"- {Path(item.path).name}")
        assert (app.films.rowHeight(row) < film_height(app.films.font())) == isinstance(item, Heading)
    return said


ALL = [
    "Abel",
    "2025-01-01", "- Abel-20250101-1-1",
    "2024-01-01", "Series 1", "- Abel-20240101-1-1", "Series 2", "- Abel-20240101-2-1",
    "Zorn", "2025-05-05", "- Zorn-20250505-1-1",
]  # fmt: skip
OLDER_STUDY_FOLDED = [*ALL[:3], "2024-01-01 (2)", *ALL[8:]]


def click(app: App, title: str) -> None:
    """On the heading of this title."""
    row = next(row for row, said in enumerate(rows(app)) if said.split(" (")[0] == title)
    at = app.films.visualRect(app.films.rows.index(row, 0)).center()
    QTest.mouseClick(app.films.viewport(), Qt.MouseButton.LeftButton, pos=at)


def current_row(app: App) -> str:
    return rows(app)[app.films.currentIndex().row()]


def test_a_click_folds_a_study_or_a_series_away_and_out_again(ward: App) -> None:
    on_view = ward.document.current_number
    assert rows(ward) == ALL
    click(ward, "2024-01-01")
    assert rows(ward) == OLDER_STUDY_FOLDED
    click(ward, "2024-01-01")
    click(ward, "Series 2")
    assert rows(ward) == [*ALL[:6], "Series 2 (1)", *ALL[8:]]
    assert ward.document.current_number == on_view


def test_what_is_folded_within_comes_back_folded(ward: App) -> None:
    click(ward, "Series 2")
    click(ward, "2024-01-01")
    click(ward, "Abel")
    assert rows(ward) == ["Abel (3)", *ALL[8:]]
    click(ward, "Abel")
    click(ward, "2024-01-01")
    assert rows(ward) == [*ALL[:6], "Series 2 (1)", *ALL[8:]]


def test_the_left_key_goes_outwards_and_the_right_key_back(ward: App) -> None:
    on_view = ward.document.entries[2].number
    ward.document.select(on_view)
    ward.films.setFocus()
    went = []
    for key in (LEFT, LEFT, LEFT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT):
        QTest.keyClick(ward.films, key)
        went.append(current_row(ward))
    outwards = ["Series 2 (1)", "2024-01-01 (2)", "Abel (3)", "Abel (3)"]
    assert went == [*outwards, "2024-01-01 (2)", "Series 2 (1)", *["- Abel-20240101-2-1"] * 2]
    assert ward.document.current_number == on_view


def test_the_only_study_of_a_patient_is_not_a_step_of_its_own(ward: App) -> None:
    ward.document.select(ward.document.entries[3].number)
    ward.films.setFocus()
    QTest.keyClick(ward.films, LEFT)
    assert current_row(ward) == "Zorn (1)"


def test_the_keys_pass_over_what_is_folded_and_enter_opens_it(ward: App) -> None:
    click(ward, "2024-01-01")
    ward.films.setFocus()
    QTest.keyClick(ward.films, Qt.Key.Key_Down)
    assert current_row(ward) == "2024-01-01 (2)"
    QTest.keyClick(ward.films, Qt.Key.Key_Down)
    assert current_row(ward) == "- Zorn-20250505-1-1"
    QTest.keyClick(ward.films, Qt.Key.Key_Up)
    QTest.keyClick(ward.films, Qt.Key.Key_Return)
    assert current_row(ward) == "- Abel-20240101-1-1"


def test_a_study_stays_folded_while_it_grows(ward: App, folder: Path, settle: Settle) -> None:
    click(ward, "2024-01-01")
    write(folder, "Abel", "20240101", 2, 2)
    write(folder, "Abel", "20240101", 3)
    ward.actions["look_for_new"].trigger()
    settle()
    assert rows(ward) == [*ALL[:3], "2024-01-01 (4)", *ALL[8:]]


def test_a_filter_opens_what_hides_its_hits_and_leaves_it_folded_afterwards(ward: App) -> None:
    click(ward, "2024-01-01")
    click(ward, "Zorn")
    before = rows(ward)
    ward.list.line.setText("abel ribs")
    assert rows(ward) == ["Abel", "2024-01-01", "- Abel-20240101-2-1"]
    click(ward, "Abel")
    assert rows(ward) == ["Abel (1)"]
    ward.list.line.setText("abel")
    assert rows(ward) == ALL[:8]
    ward.list.line.clear()
    assert rows(ward) == before


def test_a_hit_that_was_gone_to_stays_in_view_without_the_filter(ward: App) -> None:
    click(ward, "2024-01-01")
    ward.list.line.setText("ribs")
    QTest.keyClick(ward.list.line, Qt.Key.Key_Return)
    ward.list.line.clear()
    assert rows(ward) == ALL
    assert current_row(ward) == "- Abel-20240101-2-1"


@pytest.mark.parametrize("order", [Sort.PATIENT, Sort.DATE, Sort.OUTCOME])
def test_what_is_folded_stays_so_in_another_order(ward: App, order: Sort) -> None:
    click(ward, "2024-01-01")
    ward.list.sorts[order].trigger()
    said = rows(ward)
    assert ("2024-01-01 (2)" in said) == order.is_grouped
    assert len([row for row in said if row.startswith("-")]) == (2 if order.is_grouped else 4)
    ward.list.sorts[Sort.OPENED].trigger()
    assert rows(ward) == OLDER_STUDY_FOLDED


def test_a_series_that_is_alone_by_now_is_not_left_without_its_heading(
    ward: App, folder: Path, settle: Settle
) -> None:
    click(ward, "Series 2")
    # By now it is a film of Zorn's.
    write(folder, "Zorn", "20250505", 1, 2).replace(folder / "Abel-20240101-1-1")
    ward.actions["look_for_new"].trigger()
    settle()
    assert "- Abel-20240101-2-1" in rows(ward)
    assert "- Abel-20240101-1-1" in rows(ward)[-2:]


def test_a_folded_heading_says_how_much_it_hides_and_that_the_film_beside_is_among_it(
    ward: App, settle: Settle
) -> None:
    ward.actions["compare"].trigger()
    settle()
    assert ward.comparison.other is not None
    click(ward, "2024-01-01")
    folded = ward.films.rows.index(3, 0)
    assert folded.data(BESIDE_ROLE)
    said = folded.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("2 films folded away, among them the one beside the current film")
    ward.actions["compare"].trigger()
    assert not folded.data(BESIDE_ROLE)


def test_films_that_are_opened_anew_are_not_folded(ward: App, open_and_wait: Open, folder: Path) -> None:
    # By patient, a heading is the same as before.
    ward.document.arrangement.set_sort(Sort.PATIENT)
    click(ward, "2024-01-01")
    assert rows(ward) == OLDER_STUDY_FOLDED
    ward.actions["close_all"].trigger()
    open_and_wait(folder)
    ward.document.select(ward.document.entries[0].number)
    assert rows(ward) == ALL

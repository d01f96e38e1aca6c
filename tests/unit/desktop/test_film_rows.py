"""The rows of the list, however the films come, go and change."""

from __future__ import annotations

import random
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex
from pytestqt.modeltest import ModelTester

from desktop import laying
from desktop.document import Document
from desktop.entry import Candidate
from desktop.film_rows import ITEM_ROLE, FilmRows, Heading
from desktop.grouping import PATIENT, place
from desktop.sorting import Sort
from inference import Header, ImageSource


def some_header(order: random.Random) -> Header | None:
    """Of few patients, studies and series, so that groups come, fill and empty."""
    kind = order.random()
    if kind < 0.3:
        return Header() if kind < 0.2 else None
    patient, study, series = (str(order.randint(1, most)) for most in (3, 2, 3))
    return Header(
        patient_name=f"Name {patient}",
        study_instance_uid=study,
        study_date=f"2024010{study}",
        series_number=series,
        series_instance_uid=series,
        sop_instance_uid="1",
    )


def expected(document: Document) -> list[Any]:
    """Numbers and levels of headings, worked out from the beginning."""
    keys = {e.number: place(e.header, e.path, e.frame) for e in document.entries}
    rows: list[Any] = []
    before: tuple[Any, ...] = ()
    for number, key in sorted(keys.items(), key=lambda pair: (pair[1], pair[0])):
        if key[:1] != before[:1]:
            rows.append(1)
        if key[0][0] == PATIENT and key[:2] != before[:2]:
            rows.append(2)
        several = len({other[:3] for other in keys.values() if other[:2] == key[:2]}) > 1
        if key[0][0] == PATIENT and several and key[:3] != before[:3]:
            rows.append(3)
        rows.append(f"film {number}")
        before = key
    return rows


def shown(model: FilmRows) -> list[Any]:
    items = [model.index(row, 0).data(ITEM_ROLE) for row in range(model.rowCount())]
    return [item.level if isinstance(item, Heading) else f"film {item.number}" for item in items]


@pytest.mark.parametrize("seed", range(8))
def test_headings_stand_where_they_belong_after_every_change(qtmodeltester: ModelTester, seed: int) -> None:
    order = random.Random(seed)
    document = Document()
    model = FilmRows(document)
    # As a view does it: rows are known by what is said of their coming and going.
    mirror: list[Any] = []

    def inserted(_: QModelIndex, first: int, last: int) -> None:
        mirror[first:first] = shown(model)[first : last + 1]

    def removed(_: QModelIndex, first: int, last: int) -> None:
        del mirror[first : last + 1]

    model.rowsInserted.connect(inserted)
    model.rowsRemoved.connect(removed)
    for step in range(60):
        numbers = [entry.number for entry in document.entries]
        what = order.random()
        if what < 0.5 or not numbers:
            found = [ImageSource(f"/{step}/{i}") for i in range(order.randint(1, 4))]
            document.add([Candidate(source, header=some_header(order)) for source in found])
        elif what < 0.75:
            document.update(order.choice(numbers), header=some_header(order))
        else:
            document.remove(order.choice(numbers))
        assert shown(model) == mirror == expected(document)
        assert [model.number_at(model.row_of(e.number)) for e in document.entries] == [
            e.number for e in document.entries
        ]
    qtmodeltester.check(model)


def folded_away(rows: list[Any], model: FilmRows) -> list[Any]:
    """``rows`` without those below a heading that the model says is folded."""
    left: list[Any] = []
    below: int | None = None
    for row in rows:
        if below is not None and (not isinstance(row, int) or row > below):
            continue
        left.append(row)
        item = model.index(len(left) - 1, 0).data(ITEM_ROLE) if len(left) <= model.rowCount() else None
        below = item.level if isinstance(item, Heading) and item.is_folded else None
    return left


@pytest.mark.parametrize("seed", range(8))
def test_what_is_folded_away_stays_away_after_every_change_and_nothing_else(
    qtmodeltester: ModelTester, seed: int
) -> None:
    order = random.Random(seed)
    document = Document()
    model = FilmRows(document)
    document.arrangement.set_sort(Sort.PATIENT)
    mirror: list[Any] = []

    def inserted(_: QModelIndex, first: int, last: int) -> None:
        mirror[first:first] = shown(model)[first : last + 1]

    def removed(_: QModelIndex, first: int, last: int) -> None:
        del mirror[first : last + 1]

    model.rowsInserted.connect(inserted)
    model.rowsRemoved.connect(removed)
    model.modelReset.connect(lambda: mirror.__setitem__(slice(None), shown(model)))
    for step in range(120):
        numbers = [entry.number for entry in document.entries]
        what = order.random()
        if what < 0.3 or not numbers:
            found = [ImageSource(f"/{step}/{i}") for i in range(order.randint(1, 4))]
            document.add([Candidate(source, header=some_header(order)) for source in found])
        elif what < 0.45:
            document.update(order.choice(numbers), header=some_header(order))
        elif what < 0.6:
            document.remove(order.choice(numbers))
        elif what < 0.9:
            headings = [row for row in range(model.rowCount()) if model.is_heading(row)]
            model.fold(order.choice(headings))
        else:
            document.arrangement.set_sort(order.choice([Sort.OPENED, Sort.DATE, Sort.OUTCOME]))
            document.arrangement.set_sort(Sort.PATIENT)
        assert shown(model) == mirror == folded_away(expected(document), model)
        for entry in document.entries:
            row = model.row_in_view(entry.number)
            assert model.number_at(row) == entry.number or model.is_folded(row)


@pytest.mark.parametrize("seed", range(8))
def test_rows_that_come_piece_by_piece_are_those_that_belong(
    qtmodeltester: ModelTester, qtbot: Any, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Whatever comes, goes, moves or is folded between two pieces."""
    monkeypatch.setattr(laying, "PIECE", 3)
    order = random.Random(seed)
    document = Document()
    model = FilmRows(document)
    for number in range(40):
        document.add([Candidate(ImageSource(f"/{number}"), header=some_header(order))])
    for step in range(20):
        numbers = [entry.number for entry in document.entries]
        document.select(order.choice(numbers))
        document.arrangement.settle_all()
        assert document.current_number is not None
        assert model.row_of(document.current_number) >= 0
        assert model.rowCount() < len(expected(document))
        for change in range(order.randint(1, 6)):
            QCoreApplication.processEvents()
            what, one = order.random(), order.choice(document.entries).number
            if what < 0.4:
                source = ImageSource(f"/{step}/{change}")
                document.add([Candidate(source, header=some_header(order))])
            elif what < 0.7:
                document.update(one, header=some_header(order))
            elif one != document.current_number:
                document.remove(one)
            heading = QPersistentModelIndex(model.index(order.randrange(model.rowCount()), 0))
            if model.is_heading(heading.row()):
                model.fold(heading.row())
                QCoreApplication.processEvents()
                model.fold(heading.row())
        wanted = expected(document)
        qtbot.waitUntil(lambda wanted=wanted: shown(model) == wanted)
    qtmodeltester.check(model)


def test_a_patients_heading_counts_the_films_below_it() -> None:
    document = Document()
    model = FilmRows(document)
    header = Header(
        patient_name="DOE, Jane", patient_id="7", patient_birth_date="19700131", patient_sex="F"
    )
    document.add([Candidate(ImageSource(f"/{i}"), header=header) for i in range(3)])
    heading = model.index(0, 0).data(ITEM_ROLE)
    assert (heading.title, heading.detail, heading.films) == ("DOE, Jane", "1970-01-31  F  7", 3)
    document.remove(document.entries[0].number)
    assert model.index(0, 0).data(ITEM_ROLE).films == 2


@pytest.mark.parametrize(
    ("header", "caption"),
    [
        (None, "IM1"),
        (Header(), "IM1"),
        (Header(patient_id="7", view_position="PA", instance_number="2"), "2. PA"),
        (Header(patient_id="7", series_description="Chest\u202e lateral"), "Chest\ufffd lateral"),
        (Header(patient_id="7"), "IM1"),
    ],
)
def test_a_film_is_called_by_what_tells_it_from_its_patients_others(
    header: Header | None, caption: str
) -> None:
    document = Document()
    document.add([Candidate(ImageSource("/cd/IM1"), header=header)])
    assert document.entries[0].caption == caption

"""The order and the filter, held against the same worked out from the beginning."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from desktop.arrangement import ALL, CALLED, OUTCOMES
from desktop.document import Document
from desktop.entry import Candidate, Entry
from desktop.film_rows import ITEM_ROLE, FilmRows, Heading
from desktop.sorting import Sort, called, probability
from inference import (
    Evidence,
    Finding,
    Header,
    ImageSource,
    InferenceError,
    ModelIdentity,
    Outcome,
    Prediction,
)

MODEL = ModelIdentity("tiny", "0", "0" * 64)
NOTHING = Evidence("opacity", 0.5, 0.0, np.empty((0, 0), np.float32))
NAMES = ("covid19", "normal", "viral_pneumonia")


def classified(*probabilities: float, assessed: tuple[bool, ...] = (True, True, True)) -> Prediction:
    findings = [
        Finding(name, p, None, None, NOTHING, known)
        for name, p, known in zip(NAMES, probabilities, assessed, strict=True)
    ]
    findings.sort(key=lambda finding: -finding.probability)
    return Prediction(
        Outcome.CLASSIFIED, (), tuple(findings), MODEL, none_of_these=max(0.0, 1.0 - sum(probabilities))
    )


REFUSED = Prediction(Outcome.REFUSED, (), (), MODEL)


def some_header(order: random.Random) -> Header | None:
    if order.random() < 0.2:
        return order.choice((Header(), None))
    patient, study = order.randint(1, 4), order.randint(1, 3)
    return Header(
        patient_name=f"Name{patient}",
        study_instance_uid=f"{patient}.{study}",
        study_date=order.choice(("", f"2024010{study}")),
        series_instance_uid="1",
        sop_instance_uid="1",
    )


def some_verdict(order: random.Random) -> dict[str, Any]:
    kind = order.random()
    if kind < 0.2:
        return {"error": InferenceError("/x"), "prediction": None}
    if kind < 0.4:
        return {"error": None, "prediction": REFUSED}
    parts = [order.random() for _ in range(4)]
    shares = [part / sum(parts) for part in parts[:3]]
    known = (order.random() < 0.8, True, order.random() < 0.8)
    return {"error": None, "prediction": classified(*shares, assessed=known)}


def check(document: Document) -> None:
    """Everything that can be said of what is shown."""
    arrangement = document.arrangement
    shown = [document.entry(number) for number in arrangement.shown]
    hidden = arrangement.hidden()
    numbers = [entry.number for entry in (*shown, *hidden)]
    assert sorted(numbers) == sorted(entry.number for entry in document.entries)
    for entries, wanted in ((shown, True), (hidden, False)):
        assert all(is_wanted(document, entry) == wanted for entry in entries)
    if arrangement.sort is Sort.OUTCOME:
        ranks = [("failed", "refused", "not run", "classified").index(e.outcome.value) for e in shown]
        assert ranks == sorted(ranks)
    if arrangement.sort.finding is not None:
        found = [probability(entry, arrangement.sort.finding) for entry in shown]
        with_number = [number for number in found if number is not None]
        assert found == sorted(with_number, reverse=True) + [None] * (len(found) - len(with_number))
        assert not any(e.outcome.value == "refused" for e in shown[: len(with_number)])
    if arrangement.sort is Sort.DATE:
        days = [e.header.study_date for e in shown if e.header is not None and e.header.patient_name]
        assert days == sorted(days, reverse=True)
    if arrangement.sort is Sort.PATIENT:
        names = [e.header.patient_name for e in shown if e.header is not None and e.header.patient_name]
        assert names == sorted(names)


def is_wanted(document: Document, entry: Entry) -> bool:
    show, text = document.arrangement.show, document.arrangement.text
    if show in OUTCOMES and entry.outcome.value != show:
        return False
    if show in CALLED and called(entry) != show:
        return False
    return text in (f"{entry.header.patient_name if entry.header else ''} {entry.file_name}").lower()


def rows_stand_as_shown(document: Document, rows: FilmRows) -> None:
    items = [rows.index(row, 0).data(ITEM_ROLE) for row in range(rows.rowCount())]
    films = [item.number for item in items if not isinstance(item, Heading)]
    assert films == list(document.arrangement.shown)
    if document.arrangement.sort.is_grouped:
        counts = [item.films for item in items if isinstance(item, Heading) and item.level == 1]
        assert sum(counts) == len(films)
    else:
        assert len(films) == len(items)


@pytest.mark.parametrize("seed", range(12))
def test_what_is_shown_is_in_order_after_every_change(seed: int) -> None:
    order = random.Random(seed)
    document = Document()
    rows = FilmRows(document)
    for step in range(80):
        numbers = [entry.number for entry in document.entries]
        what = order.random()
        if what < 0.35 or not numbers:
            found = [ImageSource(f"/{step}/{i}") for i in range(order.randint(1, 4))]
            document.add([Candidate(source, header=some_header(order), drop=step) for source in found])
        elif what < 0.65:
            document.update(order.choice(numbers), **some_verdict(order))
        elif what < 0.75:
            document.update(order.choice(numbers), header=some_header(order))
        elif what < 0.8:
            document.remove(order.choice(numbers))
        elif what < 0.87:
            document.arrangement.set_sort(order.choice(list(Sort)))
        elif what < 0.94:
            document.arrangement.set_show(order.choice((ALL, *OUTCOMES, *CALLED)))
        else:
            document.arrangement.find(order.choice(("", "name1", "2", "nobody")))
        check(document)
        rows_stand_as_shown(document, rows)


def listed(*names: str) -> Document:
    document = Document()
    document.add([Candidate(ImageSource(f"/{name}"), drop=i) for i, name in enumerate(names)])
    return document


def test_the_next_film_is_the_next_that_is_shown() -> None:
    document = listed("a1", "b1", "a2", "b2", "a3")
    numbers = [entry.number for entry in document.entries]
    document.arrangement.set_sort(Sort.PATIENT)
    document.select(document.arrangement.shown[0])
    document.arrangement.find("b")
    document.step(1)
    assert document.current is not None
    assert document.current.file_name == "b1"
    document.step(1)
    document.step(1)
    assert document.current.file_name == "b2"
    document.arrangement.find("nothing like it")
    document.step(-1)
    assert document.current.file_name == "b2"
    assert len(numbers) == 5


def test_a_result_moves_nothing_while_somebody_is_at_the_list() -> None:
    document = listed("a", "b", "c")
    document.arrangement.set_sort(Sort.OUTCOME)
    before = list(document.arrangement.shown)
    held = True
    document.arrangement.hold_while(lambda: held)
    document.update(before[2], error=InferenceError("/c"))
    assert list(document.arrangement.shown) == before
    assert document.arrangement.unsettled == 1
    document.add([Candidate(ImageSource("/d"), error=InferenceError("/d"))])
    assert len(document.arrangement.shown) == 4
    document.arrangement.settle()
    assert before[2] in document.arrangement.shown[:2]
    assert document.arrangement.unsettled == 0
    held = False
    document.update(before[1], error=InferenceError("/b"))
    assert [document.entry(n).outcome.value for n in document.arrangement.shown].index("not run") == 3


def test_a_number_that_is_withheld_neither_sorts_nor_filters() -> None:
    document = listed("a", "b", "c")
    numbers = list(document.arrangement.shown)
    for number, p in zip(numbers, (0.1, 0.9, 0.5), strict=True):
        document.update(number, prediction=classified(p, 0.05, 0.01))
    withheld = True
    document.withhold(lambda _: withheld)
    document.arrangement.set_sort(Sort.COVID)
    assert list(document.arrangement.shown) == numbers
    document.arrangement.set_show("covid19")
    assert not document.arrangement.shown
    withheld = False
    document.arrangement.settle_all()
    assert list(document.arrangement.shown) == [numbers[1], numbers[2]]


def test_nothing_is_filtered_after_all_films_were_closed() -> None:
    document = listed("a", "b")
    document.arrangement.find("a")
    document.clear()
    document.add([Candidate(ImageSource("/z"))])
    assert len(document.arrangement.shown) == 1


def test_what_has_no_number_stands_behind_a_probability_of_nothing() -> None:
    document = Document()
    refused, least = document.add(Candidate(ImageSource(f"/{name}"), header=Header()) for name in "ab")
    document.update(refused, prediction=REFUSED)
    document.update(least, prediction=classified(0.0, 0.9, 0.05))
    document.arrangement.set_sort(Sort.COVID)
    assert list(document.arrangement.shown) == [least, refused]


def test_a_film_is_not_called_what_was_not_assessed() -> None:
    not_assessed = classified(0.9, 0.06, 0.01, assessed=(False, True, True))
    assert called(Entry(1, ImageSource("/a"), prediction=not_assessed)) == "normal"


def test_the_word_of_an_outcome_finds_the_films_that_have_it() -> None:
    document = listed("a", "b", "c", "failing heart")
    for number, verdict in zip(
        list(document.arrangement.shown),
        (
            {"error": InferenceError("/a")},
            {"prediction": REFUSED},
            {"prediction": classified(0.5, 0.3, 0.2)},
            {},
        ),
        strict=True,
    ):
        document.update(number, **verdict)

    def found(text: str) -> list[str]:
        document.arrangement.find(text)
        return [document.entry(number).file_name for number in document.arrangement.shown]

    assert found("Failed") == ["a"]
    assert found("refuse") == ["b"]
    assert found("classified c") == ["c"]
    assert found("classified a") == []
    assert found("not run") == ["failing heart"]
    # So few letters are the beginning of a name.
    assert found("fai") == ["failing heart"]
    # What is no longer so is no longer found.
    found("failed")
    document.update(document.entries[0].number, error=None, prediction=REFUSED)
    assert not document.arrangement.shown

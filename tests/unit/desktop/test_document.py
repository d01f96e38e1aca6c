from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.document import Document
from desktop.entry import Candidate
from desktop.film import Film, make_film
from inference import Header, ImageSource, InferenceError, Window, load_radiograph
from phantom import thorax_u8, write_image


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document()


@pytest.fixture
def film(tmp_path: Path) -> Film:
    return make_film(load_radiograph(write_image(tmp_path / "film.png", thorax_u8(120, 100))))


def candidates(*names: str) -> list[Candidate]:
    return [Candidate(ImageSource(name)) for name in names]


def test_entries_keep_their_order_and_get_numbers(document: Document, qtbot: QtBot) -> None:
    with qtbot.waitSignal(document.added):
        numbers = document.add(candidates("a.png", "b.png"))
    assert [document.row(number) for number in numbers] == [0, 1]
    assert [entry.title for entry in document.entries] == ["a.png", "b.png"]


def test_the_same_file_is_the_same_entry_however_it_is_named(document: Document) -> None:
    (first,) = document.add(candidates("a.png"))
    assert document.add(candidates(str(Path("a.png").absolute()))) == [first]
    assert document.add(candidates("b.png", "b.png"))[0] == document.add(candidates("b.png"))[0]
    assert len(document.entries) == 2


def test_frames_are_inserted_behind_their_file(document: Document) -> None:
    first, last = document.add(candidates("a", "b"))
    source = document.entry(first).source
    document.add([Candidate(source, 2), Candidate(source, 1)])
    assert [entry.frame for entry in document.entries] == [0, 1, 2, 0]
    assert document.row(last) == 3


def test_counts_follow_what_happens(document: Document) -> None:
    a, b = document.add(candidates("a", "b"))
    assert document.count("not run") == 2
    document.update(a, error=InferenceError("a"))
    assert (document.count("not run"), document.count("failed")) == (1, 1)
    document.update(a, error=None)
    document.update(b, reading=True)
    assert (document.count("not run"), document.count("failed")) == (2, 0)
    document.clear()
    assert document.count("not run") == 0


def test_an_answer_for_a_closed_entry_is_no_error(document: Document) -> None:
    (number,) = document.add(candidates("a"))
    document.clear()
    document.update(number, reading=True)
    assert number not in document


def test_choosing_another_entry_takes_the_film_away_at_once(document: Document, film: Film) -> None:
    a, b = document.add(candidates("a", "b"))
    document.select(a)
    document.show_film(a, film)
    document.set_inverse(True)
    seen: list[object] = []
    document.current_changed.connect(lambda: seen.append((document.film, document.voi, document.inverse)))
    document.select(b)
    assert seen == [(None, None, False)]


def test_a_film_that_comes_too_late_is_not_shown(document: Document, film: Film, qtbot: QtBot) -> None:
    a, b = document.add(candidates("a", "b"))
    document.select(b)
    with qtbot.assertNotEmitted(document.film_changed):
        document.show_film(a, film)
    assert document.film is None


def test_windows_to_choose_from_begin_with_the_automatic_one(document: Document, film: Film) -> None:
    (a,) = document.add(candidates("a"))
    document.select(a)
    document.show_film(a, film)
    assert document.voi == film.radiograph.voi[0]
    document.choose_voi(0)
    assert document.voi is film.radiograph.automatic_window
    document.choose_voi(1)
    assert document.voi is film.radiograph.voi[0]
    document.choose_voi(5)
    assert document.voi is film.radiograph.voi[0]


def test_the_table_follows_window_and_inversion(document: Document, film: Film) -> None:
    (a,) = document.add(candidates("a"))
    document.select(a)
    document.show_film(a, film)
    document.set_voi(Window(100, 50, "LINEAR_EXACT"))
    table = document.table
    assert table is not None
    assert (table[74], table[126]) == (0, 255)
    document.set_inverse(True)
    assert document.table is not None
    assert (document.table[74], document.table[126]) == (255, 0)
    document.reset_display()
    assert document.voi == film.radiograph.default_voi
    assert not document.inverse


def test_an_entry_whose_file_says_something_else_moves_and_keeps_its_number(
    document: Document, qtbot: QtBot
) -> None:
    a, b = document.add(candidates("a", "b"))
    with qtbot.waitSignal(document.moved) as moved:
        document.update(b, header=Header(patient_name="DOE, Jane"))
    assert moved.args == [b]
    assert [entry.number for entry in document.entries] == [b, a]
    assert document.entry(b).title == "DOE, Jane"
    with qtbot.assertNotEmitted(document.moved):
        document.update(b, header=Header(patient_name="DOE, Jane", study_description="Chest"))


def test_an_entry_that_was_removed_can_be_opened_anew(document: Document) -> None:
    a, b = document.add(candidates("a", "b"))
    document.remove(a)
    assert a not in document
    assert [entry.number for entry in document.entries] == [b]
    assert document.count("not run") == 1
    (again,) = document.add(candidates("a"))
    assert again not in (a, b)
    assert document.row(again) == 0

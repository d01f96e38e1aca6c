"""The list as a worklist: filtered, sorted, folded, walked through by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import settings, sorting
from desktop.app import App
from desktop.film_list import film_height
from desktop.film_rows import ITEM_ROLE, LINES_ROLE, Heading
from desktop.orientation import Orientation
from desktop.sorting import Sort
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ward(tmp_path: Path) -> list[Path]:
    """Four patients; of the last two one film is a lateral one and one is broken."""
    people = {"a": "Müller^Jörg", "b": "Doe^Jane", "c": "Abel^Bo", "d": "Zorn^Anna"}
    paths = []
    for number, (name, patient) in enumerate(people.items(), 1):
        film = dicom(
            thorax_u16(300, 300 + number), bits=12, SpecificCharacterSet="ISO_IR 192", PatientName=patient,
            PatientID=f"P{number}", StudyDate=f"2024010{number}", StudyInstanceUID=f"1.{number}",
            SOPInstanceUID=f"1.2.{number}", ViewPosition="LL" if name == "c" else "PA",
        )  # fmt: skip
        paths.append(write_dicom(tmp_path / f"{name}.dcm", film))
    whole = paths[3].read_bytes()
    paths[3].write_bytes(whole[: len(whole) // 2])
    return paths


def films(app: App) -> list[str]:
    """The file names of what is shown."""
    return [Path(app.document.entry(number).path).stem for number in app.document.arrangement.shown]


def heights_are_right(app: App) -> bool:
    rows = app.films.rows
    is_heading = [isinstance(rows.index(row, 0).data(ITEM_ROLE), Heading) for row in range(rows.rowCount())]
    return all(
        (app.films.rowHeight(row) < film_height(app.films.font())) == heading
        for row, heading in enumerate(is_heading)
    )


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifiers)


@pytest.mark.parametrize(
    "key", [(Qt.Key.Key_F, CONTROL), (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)]
)
def test_what_is_typed_filters_and_esc_shows_all_again(
    app: App, open_and_wait: Open, ward: list[Path], key: tuple[Any, Any], qtbot: QtBot
) -> None:
    open_and_wait(*ward)
    app.view.setFocus()
    press(app.view, *key)
    QTest.keyClicks(app.list.line, "muller")
    assert films(app) == ["a"]
    assert app.list.text.startswith("1 of 4 shown")
    assert app.document.orientation == Orientation()
    press(app.list.line, Qt.Key.Key_Escape)
    assert sorted(films(app)) == ["a", "b", "c", "d"]
    assert app.list.text == "4 films"
    assert QApplication.focusWidget() is app.view


def test_what_the_filter_hides_is_told(app: App, open_and_wait: Open, ward: list[Path]) -> None:
    open_and_wait(*ward)
    app.document.select(app.document.arrangement.shown[0])
    app.list.line.setText("jane")
    assert app.list.text.splitlines() == ["1 of 4 shown", "1 failed hidden", "The film on view is hidden"]
    current = app.document.current
    assert current is not None
    assert "Jane" not in current.title


def test_where_nothing_matches_one_click_shows_all(app: App, open_and_wait: Open, ward: list[Path]) -> None:
    open_and_wait(*ward)
    app.list.line.setText("nobody")
    assert not app.films.isVisible()
    app.list.show_all_button.click()
    assert app.films.isVisible()
    assert len(films(app)) == 4
    assert app.list.line.text() == ""


def test_page_keys_walk_through_what_is_shown_also_while_one_types(
    app: App, open_and_wait: Open, ward: list[Path]
) -> None:
    open_and_wait(*ward)
    app.list.shows["classified"].trigger()
    assert sorted(films(app)) == ["a", "b"]
    app.list.line.take_keys()
    press(app.list.line, Qt.Key.Key_Return)
    seen = set()
    for _ in range(4):
        assert app.document.current is not None
        seen.add(Path(app.document.current.path).stem)
        press(app.list.line, Qt.Key.Key_PageDown)
    assert seen == {"a", "b"}


def test_sorted_by_outcome_what_failed_comes_first_and_every_row_names_its_patient(
    app: App, open_and_wait: Open, ward: list[Path]
) -> None:
    open_and_wait(*ward)
    current = app.document.current_number
    app.list.sorts[Sort.OUTCOME].trigger()
    assert films(app)[:2] == ["d", "c"]
    rows = app.films.rows
    assert rows.rowCount() == 4
    assert "Abel, Bo".casefold() in rows.index(1, 0).data(LINES_ROLE)[0].casefold()
    assert app.document.current_number == current
    assert rows.number_at(app.films.currentIndex().row()) == current
    assert heights_are_right(app)
    app.list.sorts[Sort.OPENED].trigger()
    assert heights_are_right(app)


def test_sorted_by_date_the_newest_study_is_on_top_below_its_patient(
    app: App, open_and_wait: Open, ward: list[Path]
) -> None:
    open_and_wait(*ward[:3])
    app.list.sorts[Sort.DATE].trigger()
    assert films(app) == ["c", "b", "a"]
    first = app.films.rows.index(0, 0).data(ITEM_ROLE)
    assert isinstance(first, Heading)
    assert "bo" in first.title.casefold()


def test_no_refused_film_stands_among_probabilities(
    app: App, open_and_wait: Open, ward: list[Path]
) -> None:
    open_and_wait(*ward)
    app.list.sorts[Sort.COVID].trigger()
    assert sorted(films(app)[:2]) == ["a", "b"]
    said = [app.films.rows.index(row, 0).data(LINES_ROLE)[-1] for row in range(4)]
    assert ["%" in line for line in said] == [True, True, False, False]


def test_numbers_that_wait_for_an_impression_are_not_given_away_by_the_order(
    app: App, open_and_wait: Open, ward: list[Path]
) -> None:
    settings.READ_FIRST.save(True)
    app.impressions.set_read_first(True)
    open_and_wait(*ward)
    opened = films(app)
    app.list.sorts[Sort.COVID].trigger()
    assert films(app) == opened
    assert not any("%" in app.films.rows.index(row, 0).data(LINES_ROLE)[-1] for row in range(4))
    app.list.shows["covid19"].trigger()
    assert films(app) == []
    assert "2 hidden until you say what you see" in app.list.text


def test_a_later_drop_comes_behind_an_earlier_one(app: App, open_and_wait: Open, ward: list[Path]) -> None:
    open_and_wait(ward[0])
    open_and_wait(ward[2], ward[1])
    assert films(app) == ["a", "c", "b"]
    app.list.sorts[Sort.PATIENT].trigger()
    assert films(app) == ["c", "b", "a"]


def test_a_patient_folds_away_and_out_again_by_keys(
    app: App, open_and_wait: Open, ward: list[Path]
) -> None:
    open_and_wait(*ward[:3])
    current = app.document.current_number
    app.films.setFocus()
    count = app.films.rows.rowCount()
    press(app.films, Qt.Key.Key_Left)
    assert app.films.rows.rowCount() == count - 2
    assert app.films.rows.is_folded(app.films.currentIndex().row())
    assert app.document.current_number == current
    press(app.films, Qt.Key.Key_Right)
    assert app.films.rows.rowCount() == count
    assert app.films.rows.number_at(app.films.currentIndex().row()) == current
    assert heights_are_right(app)


def test_a_film_that_is_gone_to_is_never_left_folded_away(
    app: App, open_and_wait: Open, ward: list[Path]
) -> None:
    open_and_wait(*ward[:3])
    app.films.setFocus()
    press(app.films, Qt.Key.Key_Left)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        press(app.films, key)
    assert app.films.rows.number_at(app.films.currentIndex().row()) == app.document.current_number


def test_enter_gives_the_keys_to_the_film(app: App, open_and_wait: Open, ward: list[Path]) -> None:
    open_and_wait(*ward[:2])
    app.films.setFocus()
    press(app.films, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is app.view


def test_a_row_says_patient_film_study_and_outcome(app: App, open_and_wait: Open, ward: list[Path]) -> None:
    open_and_wait(ward[1])
    row = app.films.rows.index(app.films.rows.row_of(app.document.entries[0].number), 0)
    said = str(row.data(Qt.ItemDataRole.AccessibleTextRole)).casefold()
    assert said == "doe, jane, 1. pa, synthetic chest film, classified"


def test_a_result_moves_no_row_while_the_keys_are_with_the_list(
    app: App,
    open_and_wait: Open,
    ward: list[Path],
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_and_wait(*ward[:3])
    app.list.sorts[Sort.OUTCOME].trigger()
    # Without a screen a window does not stay the active one.
    monkeypatch.setattr(app.films, "hasFocus", lambda: True)
    before = films(app)
    ward[0].write_bytes(b"broken")
    app.open([str(ward[0])])
    settle()
    assert films(app) == before
    app.list.sort_again_button.click()
    assert films(app)[0] == "a"


@pytest.fixture
def waiting(app: App, open_and_wait: Open, ward: list[Path]) -> App:
    """Two films whose numbers wait for an impression, sorted by one of them; the last is on view."""
    settings.READ_FIRST.save(True)
    app.impressions.set_read_first(True)
    open_and_wait(*ward[:2])
    app.list.sorts[Sort.COVID].trigger()
    app.document.select(app.document.arrangement.shown[-1])
    return app


def said(app: App) -> dict[str, str]:
    """What the row of each film says last."""
    rows = [app.films.rows.index(row, 0) for row in range(app.films.rows.rowCount())]
    return {Path(row.data(ITEM_ROLE).path).stem: row.data(LINES_ROLE)[-1] for row in rows}


def test_with_the_impression_the_film_takes_its_place_among_the_numbers(
    waiting: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(waiting.films), "is_in_use", property(lambda _: False))
    last = films(waiting)[-1]
    qtbot.waitUntil(lambda: waiting.document.film is not None)
    waiting.actions["impression.covid19"].trigger()
    assert films(waiting)[0] == last
    assert "%" in said(waiting)[last]


def test_who_is_at_the_list_is_offered_to_sort_again_after_an_impression(
    waiting: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(waiting.films), "is_in_use", property(lambda _: True))
    before = films(waiting)
    qtbot.waitUntil(lambda: waiting.document.film is not None)
    waiting.actions["impression.covid19"].trigger()
    assert films(waiting) == before
    assert "%" in said(waiting)[before[-1]]
    qtbot.waitUntil(lambda: waiting.list.sort_again_button.isVisibleTo(waiting.list))
    waiting.list.sort_again_button.click()
    assert films(waiting)[0] == before[-1]


def test_what_an_impression_reveals_comes_through_the_filter(waiting: App, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: waiting.document.film is not None)
    name = sorting.called(waiting.document.current)
    waiting.list.shows[name].trigger()
    assert "2 hidden until" in waiting.list.text
    current = films(waiting)
    waiting.actions["impression.covid19"].trigger()
    assert len(films(waiting)) == len(current) + 1
    assert "1 hidden until" in waiting.list.text


@pytest.mark.parametrize("is_held", [True, False])
def test_reading_first_turned_on_takes_the_numbers_out_of_the_rows(
    waiting: App, is_held: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(waiting.films), "is_in_use", property(lambda _: is_held))
    before = films(waiting)
    settings.READ_FIRST.save(False)
    assert all("%" in line for line in said(waiting).values())
    assert films(waiting) == before or not is_held
    assert waiting.document.arrangement.unsettled == (2 if is_held else 0)
    settings.READ_FIRST.save(True)
    assert not any("%" in line for line in said(waiting).values())
    assert waiting.document.arrangement.unsettled == 0

"""Two films side by side: the prior of the current one, or any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.choose_film import ChooseFilm
from desktop.film_rows import BESIDE_ROLE
from phantom import dicom, thorax_u8, write_dicom, write_image

Open = Callable[..., None]
Settle = Callable[[], None]
Film = Callable[..., Path]


@pytest.fixture
def film(tmp_path: Path) -> Film:
    """A film of Abel, of a study of its own; attributes make it another's or another day's."""

    def write(name: str, day: str = "20250801", **attributes: Any) -> Path:
        study = f"1.2.{day}"
        said = {"StudyDate": day, "StudyInstanceUID": study, "SeriesInstanceUID": study + ".1"}
        said |= {"PatientName": "Abel^Bo", "PatientID": "7", "SOPInstanceUID": f"{study}.{len(name)}.1"}
        rows, columns = attributes.pop("shape", (300, 260))
        pixels = thorax_u8(rows, columns, seed=sum(name.encode()))
        return write_dicom(tmp_path / name, dicom(pixels, **said | attributes))

    return write


@pytest.fixture
def with_prior(app: App, open_and_wait: Open, film: Film) -> App:
    """Three studies of Abel, the newest of them current."""
    open_and_wait(film("now"), film("before", "20240501"), film("long ago", "20190501", shape=(200, 200)))
    return app


def compare(app: App, settle: Settle) -> None:
    QTest.keyClick(app.view, Qt.Key.Key_C)
    settle()
    QApplication.processEvents()


def day_beside(app: App) -> str:
    """Of the film that is seen on the right."""
    shown = app.comparison.side.film
    return shown.radiograph.header.study_date if shown else ""


def pressed(app: App, key: Qt.Key, settle: Settle, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(app.view, key, modifiers)
    settle()


def test_one_key_puts_the_nearest_prior_beside_the_film_and_takes_it_away(
    with_prior: App, settle: Settle
) -> None:
    app = with_prior
    assert not app.pair.side_view.isVisible()
    assert app.view.width() == app.pair.width()
    compare(app, settle)
    assert app.pair.side_view.isVisible()
    assert day_beside(app) == "20240501"
    left, right = app.pair.titles
    assert left.startswith("Current  2025-08-01")
    assert right.startswith("Prior  2024-05-01  1 year 3 months earlier")
    assert app.view.width() == app.pair.side_view.width()
    assert app.view.height() == app.pair.side_view.height()
    assert app.view.mapTo(app.window, app.view.rect().center()).x() < (
        app.pair.side_view.mapTo(app.window, app.view.rect().center()).x()
    )
    compare(app, settle)
    assert not app.pair.side_view.isVisible()
    assert app.comparison.side.film is None
    QApplication.processEvents()
    assert app.view.width() == app.pair.width()


def marked(app: App) -> list[str]:
    """Days of the films whose rows say that they are beside the current one."""
    rows, found = app.films.rows, []
    for entry in app.document.entries:
        row = rows.index(rows.row_of(entry.number), 0)
        says = "beside the current film" in row.data(Qt.ItemDataRole.AccessibleTextRole)
        assert says == row.data(BESIDE_ROLE) == ("beside" in row.data(Qt.ItemDataRole.ToolTipRole))
        if says and entry.header is not None:
            found.append(entry.header.study_date)
    return found


def test_the_list_marks_the_film_that_is_beside(with_prior: App, settle: Settle) -> None:
    assert marked(with_prior) == []
    row = with_prior.films.visualRect(
        with_prior.films.rows.index(with_prior.films.rows.row_of(with_prior.document.entries[1].number), 0)
    )
    before = with_prior.films.viewport().grab(row).toImage()
    compare(with_prior, settle)
    assert marked(with_prior) == ["20240501"]
    assert with_prior.films.viewport().grab(row).toImage() != before
    pressed(with_prior, Qt.Key.Key_PageDown, settle, Qt.KeyboardModifier.ShiftModifier)
    assert marked(with_prior) == ["20190501"]
    compare(with_prior, settle)
    assert marked(with_prior) == []


def test_reading_again_reads_both_films(with_prior: App, film: Film, settle: Settle) -> None:
    compare(with_prior, settle)
    verdicts = [entry.prediction for entry in with_prior.document.entries]
    film("now", shape=(310, 270))
    film("before", "20240501", shape=(320, 280))
    with_prior.actions["read_again"].trigger()
    # At once nothing is shown that may no longer be in the files.
    assert with_prior.document.film is with_prior.comparison.side.film is None
    settle()
    for view, width in ((with_prior.view, 270), (with_prior.pair.side_view, 280)):
        assert view.film_item.boundingRect().width() == width
    # What is beside is another film by now, and so is what the model says of it.
    for entry, before in zip(with_prior.document.entries[:2], verdicts, strict=False):
        assert entry.prediction is not None
        assert entry.prediction is not before


def test_reading_again_keeps_what_is_known_of_a_prior_that_has_not_changed(
    with_prior: App, settle: Settle
) -> None:
    compare(with_prior, settle)
    current, prior, _ = (entry.prediction for entry in with_prior.document.entries)
    with_prior.actions["read_again"].trigger()
    settle()
    assert with_prior.document.entries[0].prediction is not current
    assert with_prior.document.entries[1].prediction is prior
    assert day_beside(with_prior) == "20240501"


def test_a_prior_that_was_half_copied_is_read_again_when_it_comes_beside(
    app: App, open_and_wait: Open, film: Film, settle: Settle
) -> None:
    now, before = film("now"), film("before", "20240501")
    whole = before.read_bytes()
    before.write_bytes(whole[: len(whole) // 2])
    open_and_wait(now, before)
    assert app.document.count("failed") == 1
    before.write_bytes(whole)
    # One that cannot be read is not proposed.
    app.comparison.choose(app.document.entries[1].number)
    settle()
    assert day_beside(app) == "20240501"
    assert app.document.count("classified") == 2


def test_each_light_box_says_whose_film_it_shows_and_from_when(with_prior: App, settle: Settle) -> None:
    compare(with_prior, settle)
    for corners, day in ((with_prior.corners, "2025-08-01"), (with_prior.pair.corners, "2024-05-01")):
        assert corners.patient.lines[1] == "7"
        assert corners.study.lines[0] == day
    assert with_prior.pair.banner.isHidden()


def test_priors_can_be_stepped_through_and_end(with_prior: App, settle: Settle) -> None:
    compare(with_prior, settle)
    days = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        pressed(with_prior, key, settle, Qt.KeyboardModifier.ShiftModifier)
        days.append(day_beside(with_prior))
    assert days == ["20190501", "20190501", "20240501", "20240501"]


def test_the_menu_over_the_prior_offers_the_patients_films_and_any_other(
    with_prior: App, settle: Settle
) -> None:
    compare(with_prior, settle)
    menu = with_prior.pair.chooser.menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[0] == "Priors"
    assert texts[1].startswith("2024-05-01  1 year 3 months earlier")
    assert texts[-1] == with_prior.actions["compare.choose"].text()
    assert [a.text()[:10] for a in menu.actions() if a.isChecked()] == ["2024-05-01"]
    next(action for action in menu.actions() if action.text().startswith("2019-05-01")).trigger()
    settle()
    assert day_beside(with_prior) == "20190501"


def test_turning_to_the_next_film_brings_its_own_prior(with_prior: App, settle: Settle) -> None:
    compare(with_prior, settle)
    pressed(with_prior, Qt.Key.Key_PageDown, settle)
    assert (with_prior.corners.study.lines[0], day_beside(with_prior)) == ("2024-05-01", "20190501")
    pressed(with_prior, Qt.Key.Key_PageDown, settle)
    assert with_prior.corners.study.lines[0] == "2019-05-01"
    assert day_beside(with_prior) == ""
    assert "No prior is open\nOther films of this patient are" in with_prior.pair.placeholder.text
    # Nothing of the former prior is left.
    assert with_prior.pair.corners.patient.lines == []


def test_a_lone_film_says_calmly_that_there_is_no_prior(
    app: App, open_and_wait: Open, film: Film, settle: Settle
) -> None:
    open_and_wait(film("now"))
    compare(app, settle)
    assert app.pair.placeholder.text == "No prior is open\nNo other film of this patient is open."
    assert app.pair.banner.isHidden()


def test_a_prior_that_is_opened_later_comes_by_itself(
    app: App, open_and_wait: Open, film: Film, qtbot: QtBot, settle: Settle
) -> None:
    now = film("now")
    open_and_wait(now)
    compare(app, settle)
    # Named once more, the current film stays current.
    app.open([str(now), str(film("before", "20240501"))])
    qtbot.waitUntil(lambda: day_beside(app) == "20240501", timeout=20_000)
    assert app.corners.study.lines[0] == "2025-08-01"


def test_a_picture_is_compared_with_one_that_was_chosen_and_the_banner_says_what_is_not_known(
    app: App, open_and_wait: Open, tmp_path: Path, film: Film, settle: Settle
) -> None:
    picture = write_image(tmp_path / "picture.png", thorax_u8(200, 200))
    open_and_wait(picture, film("now"))
    app.document.select(app.document.entries[-1].number)
    settle()
    compare(app, settle)
    assert "This film's file names no patient." in app.pair.placeholder.text
    pressed(app, Qt.Key.Key_C, settle, Qt.KeyboardModifier.ShiftModifier)
    dialog = app.window.findChild(ChooseFilm)
    assert dialog is not None
    QTest.keyClicks(dialog.search, "abel 2025")
    assert dialog.films.count() == 1
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    settle()
    assert day_beside(app) == "20250801"
    assert app.pair.banner.isVisible()
    text = app.pair.banner.text()
    assert "The same patient? The files do not say." in text
    assert "Patient ID only on the right: 7." in text


def test_what_tells_two_people_of_one_name_apart_is_whole_in_the_choice(
    app: App, open_and_wait: Open, film: Film, settle: Settle
) -> None:
    long = "Hohenstein^" + "Anna-Katharina Elisabeth " * 2
    open_and_wait(film("now"), film("other", "20240501", PatientName=long, PatientID="A" * 60))
    app.document.select(next(e.number for e in app.document.entries if "HOHENSTEIN" not in e.title))
    pressed(app, Qt.Key.Key_C, settle, Qt.KeyboardModifier.ShiftModifier)
    dialog = app.window.findChild(ChooseFilm)
    assert dialog is not None
    films, item = dialog.films, dialog.films.item(0)
    for width in (720, 420):
        dialog.resize(width, 420)
        QApplication.processEvents()
        room, wrapped = films.viewport().width(), Qt.TextFlag.TextWordWrap
        needed = films.fontMetrics().boundingRect(QRect(0, 0, room, 0), wrapped, item.text())
        assert needed.width() <= room
        assert films.visualItemRect(item).height() >= needed.height()
    dialog.reject()


@pytest.mark.parametrize(
    ("attributes", "told"),
    [
        ({"PatientBirthDate": "19710101"}, "Birth date differs: 1970-01-01 / 1971-01-01."),
        ({"PatientSex": "M"}, "Sex differs: O / M."),
        ({"PatientName": "Abel^Bob"}, "Name differs: ABEL, Bo / ABEL, Bob."),
        ({"PatientID": "8"}, "Patient ID differs: 7 / 8."),
    ],
)
def test_what_disagrees_is_told_across_both_films_for_as_long_as_both_are_shown(
    app: App, open_and_wait: Open, film: Film, settle: Settle, attributes: dict[str, str], told: str
) -> None:
    open_and_wait(film("now"), film("before", "20240501", **attributes))
    app.document.select(next(e.number for e in app.document.entries if e.header and e.header.study_date == "20250801"))  # noqa: E501  # fmt: skip
    settle()
    compare(app, settle)
    assert day_beside(app) == "20240501"
    banner = app.pair.banner
    assert "Not the same patient?" in banner.text()
    assert told.casefold() in banner.text().casefold()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F11):
        pressed(app, key, settle)
        assert banner.isVisible()
    assert banner.width() == app.pair.width()
    pressed(app, Qt.Key.Key_F11, settle)
    compare(app, settle)
    assert banner.isHidden()


def test_zoom_and_pan_are_linked_and_can_be_let_go(with_prior: App, settle: Settle) -> None:
    app = with_prior
    compare(app, settle)
    app.view.zoom_by(3.0)
    app.view.pan_by(QPointF(40, -25))
    one, other = app.view.viewpoint, app.pair.side_view.viewpoint
    assert one is not None
    assert other is not None
    assert other.zoom == pytest.approx(one.zoom)
    assert (other.across, other.down) == pytest.approx((one.across, one.down), abs=0.005)
    QTest.keyClick(app.view, Qt.Key.Key_L)
    app.view.zoom_by(2.0)
    assert app.pair.side_view.viewpoint == other
    # The other one leads as well as it follows, and how they were aligned meanwhile is kept.
    QTest.keyClick(app.view, Qt.Key.Key_L)
    app.pair.side_view.zoom_by(0.5)
    assert app.view.viewpoint is not None
    assert app.view.viewpoint.zoom == pytest.approx(one.zoom)
    QTest.keyClick(app.view, Qt.Key.Key_F)
    assert app.view.fitted
    assert app.pair.side_view.fitted


def test_another_prior_takes_its_place_without_moving_the_current_film(
    with_prior: App, settle: Settle
) -> None:
    compare(with_prior, settle)
    with_prior.view.zoom_by(4.0)
    with_prior.view.pan_by(QPointF(60, 60))
    before = with_prior.view.viewpoint
    pressed(with_prior, Qt.Key.Key_PageDown, settle, Qt.KeyboardModifier.ShiftModifier)
    assert with_prior.view.viewpoint == before
    other = with_prior.pair.side_view.viewpoint
    assert other is not None
    assert before is not None
    assert other.zoom == pytest.approx(before.zoom)


def test_how_two_films_were_aligned_is_not_for_the_next_prior(with_prior: App, settle: Settle) -> None:
    app = with_prior
    compare(app, settle)
    QTest.keyClick(app.view, Qt.Key.Key_L)
    app.view.zoom_by(3.0)
    app.pair.side_view.zoom_by(1.5)
    QTest.keyClick(app.view, Qt.Key.Key_L)
    one, other = app.view.viewpoint, app.pair.side_view.viewpoint
    assert one is not None
    assert other is not None
    assert other.zoom != pytest.approx(one.zoom)
    pressed(app, Qt.Key.Key_PageDown, settle, Qt.KeyboardModifier.ShiftModifier)
    assert app.view.viewpoint == one
    assert app.pair.side_view.viewpoint is not None
    assert app.pair.side_view.viewpoint.zoom == pytest.approx(one.zoom)


def test_keys_do_to_the_light_box_in_use_what_they_do(with_prior: App, settle: Settle) -> None:
    app = with_prior
    compare(app, settle)
    side = app.comparison.side
    app.view.setFocus()
    QTest.keyClick(app.view, Qt.Key.Key_Tab)
    assert app.pair.side_view.hasFocus()
    QTest.keyClick(app.pair.side_view, Qt.Key.Key_I)
    QTest.keyClick(app.pair.side_view, Qt.Key.Key_R)
    assert (side.inverse, app.document.inverse) == (True, False)
    assert side.orientation.quarter_turns == 1
    assert app.document.orientation.quarter_turns == 0
    QTest.keyClick(app.pair.side_view, Qt.Key.Key_Plus)
    one, other = app.view.viewpoint, app.pair.side_view.viewpoint
    assert one is not None
    assert other is not None
    assert one.zoom == pytest.approx(1.25)
    assert other.zoom == pytest.approx(1.25)
    app.view.setFocus()
    QTest.keyClick(app.view, Qt.Key.Key_I)
    assert (side.inverse, app.document.inverse) == (True, True)


def test_nothing_the_model_said_of_the_prior_is_shown(with_prior: App, settle: Settle) -> None:
    app = with_prior
    compare(app, settle)
    app.document.set_overlay(shown=True)
    assert app.comparison.other is not None
    assert app.comparison.other.prediction is not None
    assert not app.view.map_item.image.isNull()
    assert app.pair.side_view.map_item.image.isNull()
    assert app.comparison.side.current is not None
    assert app.comparison.side.current.prediction is None
    app.pair.side_view.setFocus()
    app.document.set_overlay(shown=False)
    QTest.keyClick(app.pair.side_view, Qt.Key.Key_G)
    assert not app.view.map_item.image.isNull()
    assert app.pair.side_view.map_item.image.isNull()


def test_the_panel_says_which_film_it_is_about(with_prior: App, settle: Settle) -> None:
    def said() -> str:
        labels = with_prior.columns.widget(2).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    assert "on the left" not in said()
    before = with_prior.panel.text
    compare(with_prior, settle)
    assert "Of the current film, on the left: 2025-08-01" in said()
    assert with_prior.panel.text == before


def test_a_prior_that_cannot_be_read_says_why_in_its_place(
    app: App, open_and_wait: Open, film: Film, settle: Settle
) -> None:
    before = film("before", "20240501")
    open_and_wait(film("now"), before)
    app.reader._films.clear()
    before.unlink()
    compare(app, settle)
    assert "This film cannot be shown" in app.pair.placeholder.text
    assert "before" in app.pair.placeholder.text
    assert app.document.film is not None


def test_the_prior_stays_in_memory_while_it_is_compared_and_no_longer(
    app: App, open_and_wait: Open, film: Film, settle: Settle
) -> None:
    days = [f"20{year}0501" for year in range(10, 20)]
    open_and_wait(*(film(f"film {day}", day) for day in days))
    app.document.select(app.document.entries[0].number)
    settle()
    compare(app, settle)
    # The current film, its neighbour, and the first prior, which is that neighbour.
    for _ in range(4):
        pressed(app, Qt.Key.Key_PageDown, settle, Qt.KeyboardModifier.ShiftModifier)
    assert day_beside(app) == "20140501"
    assert app.reader.films_in_memory == 3
    compare(app, settle)
    assert app.reader.films_in_memory == 2


def test_a_film_that_was_not_run_is_not_run_for_being_compared_with(
    app: App, open_and_wait: Open, film: Film, settle: Settle
) -> None:
    open_and_wait(film("now"), film("before", "20240501"))
    prior = app.document.entries[-1].number
    app.reader._films.clear()
    app.document.update(prior, prediction=None, saliencies=())
    compare(app, settle)
    assert day_beside(app) == "20240501"
    assert app.document.entry(prior).outcome.value == "not run"


def test_measurements_on_the_prior_are_there_when_it_is_current(with_prior: App, settle: Settle) -> None:
    from desktop.geometry import Kind, Measurement

    compare(with_prior, settle)
    drawn = Measurement(Kind.DISTANCE, ((10.0, 10.0), (50.0, 10.0)))
    with_prior.comparison.side.measurements.add(drawn)
    assert with_prior.document.measurements.current == ()
    pressed(with_prior, Qt.Key.Key_PageDown, settle)
    assert with_prior.document.measurements.current == (drawn,)


def test_closing_all_films_ends_the_comparison(with_prior: App, settle: Settle) -> None:
    compare(with_prior, settle)
    with_prior.actions["close_all"].trigger()
    assert not with_prior.pair.side_view.isVisible()
    assert not with_prior.actions["compare"].isChecked()


def test_another_patient_is_flashed_on_both_light_boxes(
    app: App, open_and_wait: Open, film: Film, settle: Settle
) -> None:
    zorn = {"PatientName": "Zorn", "PatientID": "9"}
    open_and_wait(
        film("a1"), film("a2", "20240501"),
        film("z1", "20250802", **zorn), film("z2", "20240502", **zorn),
    )  # fmt: skip
    compare(app, settle)
    app.document.select(app.document.entries[2].number)
    settle()
    assert "9" in app.pair.corners.patient.lines
    assert app.corners.patient.highlighted
    assert app.pair.corners.patient.highlighted


def test_two_films_fit_beside_both_columns_on_a_small_screen(with_prior: App, settle: Settle) -> None:
    compare(with_prior, settle)
    QApplication.processEvents()
    assert with_prior.window.width() == 1366
    assert with_prior.pair.width() >= 0.69 * 1366
    assert min(with_prior.view.width(), with_prior.pair.side_view.width()) > 460


def test_a_narrow_head_leaves_out_the_word_before_the_day(with_prior: App, settle: Settle) -> None:
    app = with_prior
    compare(app, settle)
    # As wide as a day needs beside the button of the zoom, but not the word.
    metrics, beside = app.pair.chooser.fontMetrics(), app.pair.link_button.sizeHint().width()
    day = metrics.horizontalAdvance("2024-05-01  …") * 1.1 + 60
    app.pair.resize(round(2 * (day + beside)), app.pair.height())
    assert app.pair.titles[1].startswith("Prior  2024-05-01")
    assert app.pair.chooser.text().startswith("2024-05-01")
    assert app.pair.chooser.toolTip() == app.pair.titles[1]

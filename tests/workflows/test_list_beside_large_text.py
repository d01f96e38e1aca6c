"""Beside large text the rows of the list still say which film it is, whose, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop import settings, theme
from desktop.app import App
from desktop.colours import BADGES
from desktop.film_list import THUMBNAIL, heading_height, in_two, thumbnail_side
from desktop.film_rows import ITEM_ROLE
from desktop.grouping import PATIENT_LEVEL
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]


@pytest.fixture(autouse=True)
def undressed_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp)


@pytest.mark.parametrize("percent", [100, 130, 150])
def test_the_picture_makes_room_for_the_outcome(app: App, percent: int) -> None:
    settings.TEXT_SIZE.save(percent)
    QApplication.processEvents()
    metrics = QFontMetrics(theme.small(app.films.font()))
    # A pixel more, for widths are rounded.
    needed = 1 + max(metrics.horizontalAdvance(f"{badge.shape} {badge.word}") for badge in BADGES.values())
    air = 2 * theme.GRID + theme.GRID // 2
    for width in (needed + air + 30, needed + air + THUMBNAIL, needed + air + 100):
        side = thumbnail_side(width, metrics)
        assert needed <= width - side - air
        assert side == min(THUMBNAIL, width - needed - air)


def test_names_that_differ_at_their_end_do_not_read_the_same() -> None:
    names = [f"cohen_radiograph_{number}_b.jpg" for number in range(1, 4)]
    shown = [in_two(name, len, 18) for name in names]
    assert shown[0] == ["cohen_radiograph_", "1_b.jpg"]
    assert all(one != other for one, other in pairwise(shown))
    assert in_two("film.png", len, 18) == ["film.png"]
    # Not a word in it, or no room for a letter.
    assert in_two("abcdefghij", len, 6) == ["abcdef", "ghij"]
    assert "".join(in_two("abcdefghij", len, 0)) == "abcdefghij"


def test_an_id_has_a_line_of_its_own(app: App, open_and_wait: Open, tmp_path: Path) -> None:
    film = dicom(
        thorax_u16(300, 300), bits=12, PatientName="Doe^Jane", PatientID="P0001",
        PatientBirthDate="19610304", PatientSex="F",
    )  # fmt: skip
    open_and_wait(write_dicom(tmp_path / "film.dcm", film))

    def lines() -> list[str]:
        rows, line = app.films.rows, QFontMetrics(theme.small(app.films.font())).lineSpacing()
        heading = rows.index(0, 0).data(ITEM_ROLE)
        assert app.films.rowHeight(0) == heading_height(PATIENT_LEVEL, len(heading.text.split("\n")), line)
        return heading.detail.split("\n")

    assert len(lines()) == 1
    assert lines()[0].endswith("  F  P0001")
    settings.TEXT_SIZE.save(150)
    QApplication.processEvents()
    assert lines()[1] == "P0001"
    settings.TEXT_SIZE.save(100)
    QApplication.processEvents()
    assert len(lines()) == 1

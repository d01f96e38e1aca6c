"""What a screen reader is told without being asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app import App
from phantom import dicom, thorax_u16, write_dicom

Open = Callable[..., None]
Settle = Callable[[], None]


@pytest.fixture
def heard(app: App) -> list[str]:
    said: list[str] = []
    app.announcer.said.connect(said.append)
    return said


def test_the_verdict_of_the_film_on_view_is_told_once_in_words(
    app: App, heard: list[str], open_and_wait: Open, film: Path
) -> None:
    open_and_wait(film)
    verdicts = [text for text in heard if "Classified." in text]
    assert len(verdicts) == 1
    assert verdicts[0].startswith("film.png: Classified. COVID-19 ")
    assert "None of these " in verdicts[0]


def test_of_the_others_of_a_batch_nothing_is_told(
    app: App, heard: list[str], open_and_wait: Open, films: list[Path]
) -> None:
    open_and_wait(*films)
    assert app.document.count("classified") == 6
    assert len(heard) == 1
    QTest.keyClick(app.view, Qt.Key.Key_PageDown)
    assert len(heard) == 2
    assert heard[1].startswith("film1.png: Classified.")


def test_a_refusal_says_what_failed_and_a_failure_what_happened(
    app: App, heard: list[str], open_and_wait: Open, tmp_path: Path, settle: Settle
) -> None:
    open_and_wait(
        write_dicom(tmp_path / "lateral", dicom(thorax_u16(300, 240), bits=12, ViewPosition="LL"))
    )
    assert "Refused: not a film for this model." in heard[-1]
    assert "frontal views only" in heard[-1]
    (tmp_path / "broken.dcm").write_bytes(b"no film")
    open_and_wait(tmp_path / "broken.dcm")
    broken = next(e for e in app.document.entries if e.outcome.value == "failed")
    app.document.select(broken.number)
    settle()
    assert heard[-1].startswith("broken.dcm: Failed. ")


def test_what_is_withheld_is_told_when_the_impression_was_recorded(
    app: App, heard: list[str], open_and_wait: Open, film: Path
) -> None:
    app.impressions.set_read_first(True)
    open_and_wait(film)
    assert heard[-1] == "film.png: Classified. Say first what you see: then the result unfolds."
    QTest.keyClick(app.view, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert "COVID-19 " in heard[-1]

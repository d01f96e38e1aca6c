"""Files that are not what they were: overwritten, mended or gone since they were read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counting import Counting
from desktop.app import App
from inference import Classifier, ImageSource, Loader, load_radiograph
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

Open = Callable[..., None]
Settle = Callable[[], None]


@pytest.fixture
def counting(tiny_model: Path) -> Counting:
    return Counting(tiny_model)


@pytest.fixture
def make_classifier(counting: Counting) -> Callable[[], Any]:
    return lambda: counting


def outcomes(app: App) -> list[str]:
    return [entry.outcome.value for entry in app.document.entries]


def leave_and_come_back(app: App, settle: Settle, change: Callable[[], object]) -> None:
    """To the sixth film and back to the first, whose file changes meanwhile."""
    app.document.step(5)
    settle()
    change()
    app.document.step(-5)
    settle()


@pytest.mark.parametrize(
    ("changed", "outcome", "line"),
    [
        ({"ViewPosition": "LL"}, "refused", "DX CHEST LL"),
        ({"PatientName": "Other^Olga"}, "classified", "OTHER, OLGA"),
        ({"PhotometricInterpretation": "MONOCHROME1"}, "classified", ""),
    ],
)
def test_the_same_pixels_under_another_header_are_another_film(
    app: App,
    open_and_wait: Open,
    films: list[Path],
    counting: Counting,
    settle: Settle,
    changed: dict[str, str],
    outcome: str,
    line: str,
) -> None:
    pixels = thorax_u16(300, 300)
    first = write_dicom(films[0].parent / "a.dcm", dicom(pixels, bits=12))
    open_and_wait(first, *films[1:])
    before, asked = app.document.entries[0].prediction, len(counting.asked)
    leave_and_come_back(app, settle, lambda: write_dicom(first, dicom(pixels, bits=12, **changed)))
    assert app.document.entries[0].prediction is not before
    assert len(counting.asked) == asked + 1
    assert outcomes(app)[0] == outcome
    lines = [*app.corners.patient.lines, *app.corners.series.lines]
    assert not line or line in [text.upper() for text in lines]


def test_an_unchanged_file_keeps_its_verdict(
    app: App, open_and_wait: Open, films: list[Path], counting: Counting, settle: Settle
) -> None:
    open_and_wait(*films)
    before, asked = app.document.entries[0].prediction, len(counting.asked)
    leave_and_come_back(app, settle, lambda: None)
    open_and_wait(*films)
    assert app.document.entries[0].prediction is before
    assert len(counting.asked) == asked


def test_a_mended_file_can_be_dropped_again(app: App, open_and_wait: Open, films: list[Path]) -> None:
    whole = films[1].read_bytes()
    films[1].write_bytes(whole[:2000])
    open_and_wait(*films[:3])
    assert outcomes(app) == ["classified", "failed", "classified"]
    films[1].write_bytes(whole)
    open_and_wait(*films[:3])
    assert outcomes(app) == ["classified"] * 3
    app.document.step(1)
    assert app.document.film is not None or not app.reader.is_idle


def test_an_overwritten_film_that_is_dropped_again_is_read_again(
    app: App, open_and_wait: Open, films: list[Path], tiny_model: Path
) -> None:
    open_and_wait(*films[:4])
    films[0].write_bytes(films[4].read_bytes())
    films[2].write_bytes(films[5].read_bytes())
    open_and_wait(films[0], films[2])
    assert app.view.film_item.boundingRect().width() == 240
    for row, path in ((0, films[4]), (2, films[5])):
        prediction = app.document.entries[row].prediction
        assert prediction is not None
        expected = Classifier(tiny_model).predict(load_radiograph(path)).probabilities
        assert prediction.probabilities == expected


def test_a_file_that_broke_and_is_dropped_again_has_failed(
    app: App, open_and_wait: Open, films: list[Path]
) -> None:
    open_and_wait(*films[:3])
    films[2].write_bytes(b"broken")
    open_and_wait(*films[:3])
    assert outcomes(app) == ["classified", "classified", "failed"]


def test_reading_again_takes_the_pixels_from_the_file(
    app: App, open_and_wait: Open, film: Path, counting: Counting, settle: Settle
) -> None:
    open_and_wait(film)
    write_image(film, thorax_u8(410, 310, seed=9))
    app.actions["read_again"].trigger()
    # At once nothing is shown that may no longer be in the file.
    assert app.document.film is None
    assert app.view.film_item.boundingRect().isEmpty()
    settle()
    assert app.view.film_item.boundingRect().width() == 310
    assert (counting.asked[-1].rows, counting.asked[-1].columns) == (410, 310)


def test_reading_again_while_others_are_classified_reads_the_file(
    app: App, open_and_wait: Open, drop: Open, films: list[Path], counting: Counting, settle: Settle
) -> None:
    open_and_wait(films[0])
    write_image(films[0], thorax_u8(410, 310, seed=9))
    drop(*films[1:])
    app.document.select(app.document.entries[0].number)
    app.actions["read_again"].trigger()
    assert app.document.film is None
    settle()
    app.document.select(app.document.entries[0].number)
    settle()
    assert (310, 410) in [(asked.columns, asked.rows) for asked in counting.asked]
    assert counting.asked[0].columns == 200
    assert [asked.columns for asked in counting.asked].count(200) == 1


def test_every_frame_of_a_run_that_is_dropped_again_is_read_again(
    app: App, open_and_wait: Open, tmp_path: Path
) -> None:
    def write(seed: int) -> Path:
        frames = np.stack([thorax_u16(256, 256, seed=seed + i) for i in range(3)])
        return write_dicom(tmp_path / "run.dcm", dicom(frames, bits=12))

    open_and_wait(write(0))
    before = [entry.fingerprint for entry in app.document.entries]
    open_and_wait(write(10))
    assert len(app.document.entries) == 3
    after = [entry.fingerprint for entry in app.document.entries]
    assert all(old != new for old, new in zip(before, after, strict=True))


@pytest.fixture
def readings(shared_loader: Loader, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are read, one after another."""
    read: list[str] = []
    load = shared_loader.load

    def noted(source: ImageSource, *arguments: Any) -> Any:
        read.append(Path(source.path).name)
        return load(source, *arguments)

    monkeypatch.setattr(shared_loader, "load", noted)
    return read


@pytest.fixture
def half_copied(app: App, open_and_wait: Open, films: list[Path]) -> bytes:
    """The whole of the second film, of which there was only half when three were read."""
    whole = films[1].read_bytes()
    films[1].write_bytes(whole[:2000])
    open_and_wait(*films[:3])
    assert outcomes(app) == ["classified", "failed", "classified"]
    return whole


def test_a_half_copied_film_is_read_again_when_somebody_comes_to_it(
    app: App, films: list[Path], half_copied: bytes, settle: Settle
) -> None:
    others = [app.document.entries[row].prediction for row in (0, 2)]
    films[1].write_bytes(half_copied)
    app.document.step(1)
    settle()
    assert outcomes(app) == ["classified"] * 3
    assert app.document.film is not None
    assert [app.document.entries[row].prediction for row in (0, 2)] == others


def test_a_failed_film_is_read_once_for_each_change_of_its_file(
    app: App, films: list[Path], half_copied: bytes, settle: Settle, readings: list[str]
) -> None:
    def go_there_and_back() -> int:
        """How often it was read meanwhile."""
        before = readings.count(films[1].name)
        for by in (1, -1, 1, -1):
            app.document.step(by)
            settle()
        return readings.count(films[1].name) - before

    assert go_there_and_back() == 0
    films[1].write_bytes(half_copied[:3000])
    assert go_there_and_back() == 1
    assert outcomes(app)[1] == "failed"
    assert go_there_and_back() == 0
    films[1].unlink()
    assert go_there_and_back() == 0


def test_all_that_failed_is_looked_at_when_somebody_comes_back_to_the_window(
    app: App, films: list[Path], half_copied: bytes, settle: Settle, readings: list[str]
) -> None:
    before = len(readings)
    app.window.came_back.emit()
    settle()
    assert len(readings) == before
    films[1].write_bytes(half_copied)
    app.window.came_back.emit()
    settle()
    assert outcomes(app) == ["classified"] * 3


def test_the_window_says_that_somebody_came_back(app: App, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    with qtbot.waitSignal(app.window.came_back):
        app.window.activateWindow()

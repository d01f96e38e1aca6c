"""The window and the command line give the same numbers for the same file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import App
from inference import Classifier, Window
from inference.cli import main
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image


@pytest.fixture
def make_classifier() -> Callable[[], Any]:
    """The bundled model: what users get."""
    return Classifier


def agree(app: App, paths: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["--json", "-", "--jobs", "2", *map(str, paths)])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["path"] for line in lines] == [str(path) for path in paths]
    # The list has an order of its own.
    entries = {entry.path: entry for entry in app.document.entries}
    assert len(entries) == len(lines)
    for line in lines:
        entry = entries[line["path"]]
        assert entry.prediction is not None
        assert entry.outcome.value == line["outcome"]
        assert entry.prediction.probabilities == pytest.approx(line["probabilities"], abs=1e-4)
        assert entry.prediction.model.sha256 == line["model"]["sha256"]
        assert [check.message for check in entry.prediction.checks] == [
            c["message"] for c in line["checks"]
        ]


def test_films_of_every_kind(
    app: App,
    open_and_wait: Callable[..., None],
    qtbot: QtBot,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    deep = thorax_u16(700, 600, 12, seed=2)
    paths = [
        write_image(tmp_path / "a.png", thorax_u8(500, 400)),
        write_image(tmp_path / "b.jpg", thorax_u8(300, 400, seed=1)),
        write_dicom(tmp_path / "c", dicom(deep, bits=12, WindowCenter=1800, WindowWidth=2500)),
        write_dicom(tmp_path / "d", dicom(4095 - deep, bits=12, PhotometricInterpretation="MONOCHROME1")),
        write_image(tmp_path / "e.png", thorax_u8(100, 100)),
    ]
    open_and_wait(*paths)
    # What the reader does to the picture on screen changes nothing.
    app.document.set_voi(Window(10, 20))
    app.document.set_inverse(True)
    agree(app, paths, capsys)


@pytest.mark.films
def test_real_films(
    app: App, open_and_wait: Callable[..., None], films_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = sorted((films_folder / "images").iterdir())[::600]
    open_and_wait(*paths)
    agree(app, paths, capsys)

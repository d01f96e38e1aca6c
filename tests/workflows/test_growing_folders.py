"""Folders into which films are still being copied, and folders that are opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from counting import Counting
from desktop.app import App
from phantom import thorax_u8, write_image

Open = Callable[..., None]
Settle = Callable[[], None]


@pytest.fixture
def counting(tiny_model: Path) -> Counting:
    return Counting(tiny_model)


@pytest.fixture
def make_classifier(counting: Counting) -> Callable[[], Any]:
    return lambda: counting


@pytest.fixture
def folder(tmp_path: Path, films: list[Path]) -> Path:
    """Three films, one of them in a folder below."""
    for number, below in enumerate(("cd", "cd", "cd/more")):
        (tmp_path / below).mkdir(exist_ok=True)
        films[number].rename(tmp_path / below / films[number].name)
    return tmp_path / "cd"


def names(app: App) -> list[str]:
    return sorted(entry.file_name for entry in app.document.entries)


def test_of_a_folder_that_is_dropped_again_only_what_is_new_is_read(
    app: App, open_and_wait: Open, folder: Path, counting: Counting
) -> None:
    open_and_wait(folder)
    before = {entry.file_name: entry.prediction for entry in app.document.entries}
    read: list[int] = []
    write_image(folder / "more" / "new.png", thorax_u8(240, 300, seed=9))
    app.document.entry_changed.connect(lambda number: read.append(number))
    open_and_wait(folder)
    assert names(app) == ["film0.png", "film1.png", "film2.png", "new.png"]
    assert [Path(film.path).name for film in counting.asked[3:]] == ["new.png"]
    for entry in app.document.entries:
        if entry.file_name in before:
            assert entry.prediction is before[entry.file_name] or entry is app.document.current
    current = app.document.current_number
    touched = {app.document.entry(number).file_name for number in read if number != current}
    assert touched <= {"new.png", "film1.png"}


def test_looking_for_new_files_finds_them_and_leaves_the_film_on_view(
    app: App, open_and_wait: Open, folder: Path, settle: Settle
) -> None:
    open_and_wait(folder)
    current = app.document.current_number
    write_image(folder / "a-new-one.png", thorax_u8(240, 300, seed=9))
    app.actions["look_for_new"].trigger()
    settle()
    assert len(names(app)) == 4
    assert app.document.current_number == current
    assert app.document.count("classified") == 4
    assert app.status.currentMessage() == "1 new file"
    app.actions["look_for_new"].trigger()
    settle()
    assert app.status.currentMessage() == "No new files"


def test_a_film_that_was_only_half_copied_is_read_again_when_it_is_whole(
    app: App, open_and_wait: Open, folder: Path, settle: Settle
) -> None:
    whole = (folder / "film1.png").read_bytes()
    (folder / "film1.png").write_bytes(whole[: len(whole) // 2])
    open_and_wait(folder)
    assert app.document.count("failed") == 1
    (folder / "film1.png").write_bytes(whole)
    app.actions["look_for_new"].trigger()
    settle()
    assert app.document.count("classified") == 3


def test_folders_are_forgotten_with_their_films(app: App, open_and_wait: Open, folder: Path) -> None:
    open_and_wait(folder)
    app.actions["close_all"].trigger()
    app.reader.look_for_new()
    assert app.reader.is_idle
    assert not app.document.entries


def test_a_file_opened_alone_brings_no_folder_with_it(
    app: App, open_and_wait: Open, folder: Path, settle: Settle, qtbot: QtBot
) -> None:
    open_and_wait(folder / "film0.png")
    app.actions["look_for_new"].trigger()
    settle()
    assert names(app) == ["film0.png"]

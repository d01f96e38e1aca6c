"""The program as it is started, on a screen, with a mouse."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.theme import ON_FILM
from phantom import thorax_u8, thorax_u16, write_image

HERE = Path(__file__).parent
# Inside the film, away from the corner texts.
FILM = (slice(300, 550), slice(500, 800))


def grey(picture: Any) -> float:
    return float(picture[FILM].mean())


@pytest.fixture
def light_box(screen: Any, tmp_path: Path) -> Any:
    """``python -m desktop FILE``, its film on view; returns the process."""
    film = write_image(tmp_path / "first.png", thorax_u16(900, 800, bits=12))
    process = screen.start(sys.executable, "-m", "desktop", str(film))
    screen.wait(lambda: "first.png" in screen.titles(), "the film in the title")
    screen.wait(lambda: grey(screen.picture()) > 20, "the film")
    screen.activate("first.png")
    return process


def test_mouse_and_keys_change_the_picture(screen: Any, light_box: Any) -> None:
    before = screen.picture()
    screen.drag((650, 350), (400, 500))
    screen.wait(lambda: abs(grey(screen.picture()) - grey(before)) > 15, "another window after the drag")
    screen.do("key", "Escape")
    screen.wait(lambda: abs(grey(screen.picture()) - grey(before)) < 1, "the file's window again")
    screen.do("key", "i")
    screen.wait(lambda: abs(grey(screen.picture()) - (255 - grey(before))) < 2, "the negative")
    screen.do("key", "i", "mousemove", "650", "400", "click", "4", "click", "4", "click", "4")
    screen.wait(lambda: np.abs(screen.picture()[FILM].astype(int) - before[FILM]).mean() > 5, "a zoom")
    screen.do("key", "F11")
    screen.wait(
        lambda: screen.picture()[5:20, 5:200].max() < 250 and light_box.poll() is None, "full screen"
    )
    screen.do("key", "F11")
    screen.activate("first.png")
    screen.do("key", "ctrl+q")
    assert light_box.wait(timeout=30) == 0


def test_a_file_is_dropped_on_the_film(screen: Any, light_box: Any, tmp_path: Path) -> None:
    second = write_image(tmp_path / "second.png", thorax_u8(700, 800, seed=3))
    screen.start(sys.executable, str(HERE / "drag_source.py"), str(second))
    corner = (slice(610, 690), slice(1210, 1290))
    empty = screen.picture()[corner]
    screen.wait(lambda: not np.array_equal(screen.picture()[corner], empty), "the other window")
    # A frame round the film says that it may be dropped there.
    before = screen.counts(ON_FILM.accent)
    screen.drag((1250, 650), (650, 400), taken=lambda: screen.counts(ON_FILM.accent) > before + 1000)
    screen.wait(lambda: "second.png" in screen.titles(), "the dropped film")
    # The other window has the keyboard.
    screen.activate("second.png")
    screen.do("key", "ctrl+q")
    assert light_box.wait(timeout=30) == 0


def test_a_second_start_hands_its_files_over(screen: Any, light_box: Any, tmp_path: Path) -> None:
    second = write_image(tmp_path / "second.png", thorax_u8(700, 800, seed=3))
    assert screen.start(sys.executable, "-m", "desktop", str(second)).wait(timeout=30) == 0
    screen.wait(lambda: "second.png" in screen.titles(), "the film of the second start")
    assert light_box.poll() is None
    screen.activate("second.png")
    screen.do("key", "ctrl+q")
    assert light_box.wait(timeout=30) == 0

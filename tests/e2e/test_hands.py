"""A radiologist's hands on the real window: window and level, zoom, map, drop, cancel."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.tapping import PEEK_MS
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LEFT, MIDDLE, RIGHT = "1", "2", "3"
UP, DOWN = "4", "5"
BATCH = 60


@dataclass
class LightBox:
    """The program on its screen: what it shows, and hands on it."""

    screen: Any
    state_file: Path
    process: subprocess.Popen[bytes]

    @property
    def state(self) -> dict[str, Any]:
        return json.loads(self.state_file.read_text()) if self.state_file.exists() else {}

    def wait(self, what: str, **expected: Any) -> dict[str, Any]:
        """Until the state has these values, or functions of them are true; returns it."""

        def is_so() -> bool:
            assert self.process.poll() is None, "the program has ended"
            return bool(now := self.state) and all(
                value(now[name]) if callable(value) else now[name] == value
                for name, value in expected.items()
            )

        self.screen.wait(is_so, what, lambda: self.state)
        return self.state

    def film_point(self, right: int = 0, down: int = 0) -> tuple[int, int]:
        """A place on the screen, from the middle of the film."""
        x, y = self.state["film"]
        return x + right, y + down

    def drag(self, button: str, right: int, down: int) -> None:
        self.screen.drag(self.film_point(), self.film_point(right, down), button)

    def take_keys(self) -> None:
        """Click on the film, and wait until the window has the keyboard: a key before that is lost."""
        self.click(self.film_point(), LEFT)
        self.wait("the window in front", active=True)

    def click(self, at: tuple[int, int], *options: str) -> None:
        self.screen.do("mousemove", "--sync", *map(str, at), "click", *options)

    def hold(self, key: str, what: str, **expected: Any) -> None:
        """Press a key, until this is so and it is surely no tap, and release it."""
        self.screen.do("keydown", key)
        self.wait(what, **expected)
        self.screen.do("sleep", str(PEEK_MS / 1000 + 0.2), "keyup", key)

    def hold_run(self) -> None:
        """From here on no film is classified."""
        self.state_file.with_name("hold").touch()

    def let_run(self) -> None:
        self.state_file.with_name("hold").unlink()

    def quit(self) -> None:
        self.wait("the window in front", active=True)
        self.screen.do("key", "ctrl+q")
        assert self.process.wait(timeout=30) == 0


@pytest.fixture
def light_box(screen: Any, tmp_path: Path) -> LightBox:
    """With two films of one patient, the first on view, classified, and nothing left to do."""
    films = tmp_path / "films"
    films.mkdir()
    for number in (1, 2):
        own = {"SOPInstanceUID": f"1.2.3.{number}", "InstanceNumber": number}
        film = thorax_u16(900, 800, bits=12, seed=number)
        write_dicom(films / str(number), dicom(film, bits=12, WindowCenter=2048, WindowWidth=4000, **own))
    told = tmp_path / "told"
    told.mkdir()
    paths = os.pathsep.join(map(str, (ROOT, ROOT / "tests" / "support")))
    process = screen.start(
        "env", f"PYTHONPATH={paths}", sys.executable, str(HERE / "watched_window.py"),
        str(told / "state.json"), str(films),
    )  # fmt: skip
    made = LightBox(screen, told / "state.json", process)
    made.wait("two classified films", films=2, shown=True, can_map=True, idle=True, busy=False, active=True)
    made.screen.wait(lambda: screen.picture()[300:500, 500:800].mean() > 20, "the film on the screen")
    return made


def test_a_film_is_looked_at_from_near_through_another_window_and_laid_back(light_box: LightBox) -> None:
    before = light_box.state
    light_box.drag(LEFT, 150, 40)
    windowed = light_box.wait("another window", voi=lambda voi: voi != before["voi"])
    assert windowed["zoom"] == before["zoom"]
    light_box.click(light_box.film_point(60, -40), "--repeat", "3", UP)
    near = light_box.wait("a zoom by the wheel", zoom=lambda zoom: zoom > 1.9 * before["zoom"])
    assert near["current"] == before["current"]
    light_box.drag(MIDDLE, 80, 50)
    pushed = pytest.approx([near["at"][0] - 80, near["at"][1] - 50], abs=2)
    panned = light_box.wait("another part of it", at=lambda at: at == pushed)
    assert panned["zoom"] == near["zoom"]
    light_box.drag(RIGHT, 0, -100)
    other = light_box.wait("a zoom by the right button", zoom=lambda zoom: zoom != panned["zoom"])
    assert other["voi"] == near["voi"] != before["voi"]
    light_box.screen.do("key", "Escape")
    light_box.wait("the film as it was", voi=before["voi"], zoom=before["zoom"])
    light_box.quit()


def test_the_map_is_switched_and_peeked_at_with_one_key(light_box: LightBox) -> None:
    light_box.take_keys()
    light_box.screen.tap("g")
    light_box.wait("the map", map=True)
    light_box.screen.tap("g")
    light_box.wait("the film without it", map=False)
    light_box.hold("g", "the map", map=True)
    light_box.wait("the film without it, the key released", map=False)
    light_box.quit()


def test_page_down_shows_the_next_film_and_the_wheel_does_not(light_box: LightBox) -> None:
    before = light_box.state
    light_box.click(light_box.film_point(), DOWN)
    turned = light_box.wait("a smaller film", zoom=lambda zoom: zoom < before["zoom"])
    assert turned["current"] == 0
    light_box.screen.do("key", "Next")
    light_box.wait("the next film", current=1, shown=True)
    light_box.screen.do("key", "Prior")
    light_box.wait("the former film", current=0, shown=True)
    light_box.quit()


def test_a_double_click_gives_the_film_the_whole_screen(light_box: LightBox) -> None:
    before = light_box.state
    light_box.screen.double_click(light_box.film_point())
    middle = pytest.approx([683, 384], abs=2)
    light_box.wait("full screen", full_screen=True, film=lambda at: at == middle, active=True)
    light_box.screen.do("key", "Escape")
    light_box.wait("the window", full_screen=False, film=before["film"])
    light_box.quit()


@pytest.mark.parametrize("way", ["button", "key"])
def test_a_dropped_folder_is_cancelled_half_way(light_box: LightBox, tmp_path: Path, way: str) -> None:
    folder = tmp_path / "batch"
    folder.mkdir()
    first = write_image(folder / "film000.png", thorax_u8(300, 300))
    for number in range(1, BATCH):
        shutil.copy(first, folder / f"film{number:03}.png")
    # However slow the hand, the run is not over before it cancels.
    light_box.hold_run()
    light_box.screen.start(sys.executable, str(HERE / "drag_source.py"), str(folder))
    corner = (slice(610, 690), slice(1210, 1290))
    empty = light_box.screen.picture()[corner]
    light_box.screen.wait(
        lambda: (light_box.screen.picture()[corner] != empty).any(), "the window to drag out of"
    )
    light_box.screen.drag((1250, 650), light_box.film_point(), taken=lambda: light_box.state["is_target"])
    # Held at the first of them, nothing in the window moves any more.
    running = light_box.wait("a run", busy=True, held=True, cancel=lambda at: at is not None)
    if way == "button":
        light_box.click(tuple(running["cancel"]), LEFT)
    else:
        light_box.take_keys()
        light_box.screen.do("key", "ctrl+period")
    light_box.wait("an end of it", busy=False, cancel=None)
    light_box.let_run()
    # The film on view is not part of what was cancelled. Of the others some may not even be listed.
    stopped = light_box.wait("an idle program", idle=True, outcomes=lambda n: n["classified"] == 3)
    assert stopped["outcomes"]["not run"] == stopped["films"] - 3
    assert stopped["films"] <= BATCH + 2
    light_box.take_keys()
    light_box.quit()

"""A screen of our own, with a window manager, and the program on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import cv2
import numpy as np
import pytest
from hands import Hands
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
PROGRAMS = ("Xvfb", "openbox", "xdotool", "import")
PATIENCE_S = 30.0

Picture = NDArray[np.uint8]


@dataclass
class Screen:
    """A virtual screen: what is on it, and hands to reach it."""

    display: str
    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        own = {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        own |= {f"XDG_{kind}": str(self.folder) for kind in ("CONFIG_HOME", "DATA_HOME", "RUNTIME_DIR")}
        return {**os.environ, **own}

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        self.processes.append(process)
        return process

    def do(self, *command: str) -> None:
        """xdotool."""
        subprocess.run(["xdotool", *command], env=self.environment, check=True, timeout=PATIENCE_S)

    def tap(self, key: str) -> None:
        """Too short to be held, however busy the machine is."""
        Hands(self.display).tap(key)

    def double_click(self, at: tuple[int, int]) -> None:
        """With the left button."""
        self.do("mousemove", *map(str, at))
        Hands(self.display).double_click()

    def drag(
        self,
        start: tuple[int, int],
        end: tuple[int, int],
        button: str = "1",
        taken: Callable[[], bool] | None = None,
    ) -> None:
        """With the left button or another, in ten steps.

        ``taken``: let go when that is so, for a drop counts only where it was welcome before. The hand is
        not quite still meanwhile: a program that was slow to begin the drag hears of no place else.
        """
        self.do("mousemove", *map(str, start), "mousedown", button)
        for step in range(1, 11):
            at = [round(a + (b - a) * step / 10) for a, b in zip(start, end, strict=True)]
            self.do("mousemove", "--sync", *map(str, at))
        if taken is not None:
            tremble = cycle((1, -1))
            self.wait(
                lambda: taken() or self.do("mousemove_relative", "--", str(next(tremble)), "0"),
                "a target of the drag",
            )
        self.do("mouseup", button)

    def activate(self, title: str) -> None:
        """Give the keyboard to the window of this title, and wait until it has it."""
        self.do("search", "--sync", "--onlyvisible", "--name", title, "windowactivate", "--sync")

    def picture(self) -> Picture:
        """(768, 1366, 3) of the whole screen."""
        shot = subprocess.run(
            ["import", "-window", "root", "png:-"], env=self.environment, capture_output=True, check=True
        )
        decoded = cv2.imdecode(np.frombuffer(shot.stdout, np.uint8), cv2.IMREAD_COLOR)
        assert decoded is not None
        return np.asarray(decoded, dtype=np.uint8)

    def counts(self, colour: str) -> int:
        """How many pixels have just this colour, as #rrggbb."""
        blue_green_red = np.frombuffer(bytes.fromhex(colour[1:]), np.uint8)[::-1]
        return int((self.picture() == blue_green_red).all(axis=2).sum())

    def titles(self) -> str:
        command = ["xdotool", "search", "--name", "Negatoscope", "getwindowname", "%@"]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return done.stdout

    def wait(
        self, seen: Callable[[], object], what: str, instead: Callable[[], object] = lambda: ""
    ) -> None:
        """Until it is seen; else the test fails and says what is there ``instead``."""
        until = time.monotonic() + PATIENCE_S
        while not seen():
            assert time.monotonic() < until, f"never seen: {what} {instead()}"
            time.sleep(0.1)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if sys.platform != "linux" or missing:
        pytest.skip(f"needs Linux and {', '.join(missing or PROGRAMS)}")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as stream:
        number = stream.readline().strip()
    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    made = Screen(f":{number}", folder)
    # A window that is there before its manager is moved later, and given no keys.
    managed = folder / "managed"
    made.start("openbox", "--startup", f"touch {managed}")
    made.wait(managed.exists, "a window manager")
    yield made
    for process in (*reversed(made.processes), server):
        process.terminate()
        process.wait(timeout=PATIENCE_S)

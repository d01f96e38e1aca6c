"""Many films through the window, one after another: what it holds does not grow with what it has seen.

``NEGATOSCOPE_SOAK=2000`` makes it a night's work; without it, a short one.
"""

from __future__ import annotations

import gc
import os
from functools import partial
from pathlib import Path

import numpy as np
import psutil
from pytestqt.qtbot import QtBot

from desktop.app import App
from phantom import dicom, thorax_u16, write_dicom

FILMS = int(os.environ.get("NEGATOSCOPE_SOAK", "120"))
# Each remembers its thumbnail, its map and its numbers; never its pixels, which are two megabytes.
KILOBYTES_A_FILM = 120
# What an allocator holds back, more or less.
SLACK_MEGABYTES = 60
WAIT_MS = 1000 * (60 + FILMS)


def memory() -> float:
    """Megabytes that the window and its loading process take."""
    gc.collect()
    own = psutil.Process()
    return sum(process.memory_info().rss for process in (own, *own.children())) / 1e6


def all_is_read(app: App, films: int) -> bool:
    entries = len(app.document.entries)
    return entries == films and app.reader.is_idle and not app.document.count("not run")


def test_memory_stays_flat(app: App, tmp_path: Path, qtbot: QtBot) -> None:
    pixels = thorax_u16(1024, 1024, bits=12)
    seen: list[float] = []
    rng = np.random.default_rng(0)
    for part in range(3):
        folder = tmp_path / f"part{part}"
        folder.mkdir()
        for number in range(FILMS // 3):
            # Another film each time: the same one would be recognised.
            changed = np.roll(pixels, int(rng.integers(1, 1000)), axis=1)
            own = f"1.2.3.{part}.{number + 1}"
            write_dicom(folder / f"{number:05}", dicom(changed, bits=12, SOPInstanceUID=own))
        app.open([str(folder)])
        done = FILMS // 3 * (part + 1)
        qtbot.waitUntil(partial(all_is_read, app, done), timeout=WAIT_MS)
        for _ in range(20):
            app.document.step(-1)
            qtbot.waitUntil(lambda: app.reader.is_idle, timeout=WAIT_MS)
        seen.append(memory())
        print(f"after {done} films: {seen[-1]:.0f} MB")
    # From the first third on, which loads what is loaded once.
    grown = seen[-1] - seen[0]
    assert grown < SLACK_MEGABYTES + KILOBYTES_A_FILM * (FILMS * 2 // 3) / 1000

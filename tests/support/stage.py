"""The window in a process of its own, always the same: for pictures of it.

Size, scale, font, clock, language, films and the model's answers are fixed; nothing is kept from one start
to the next. :func:`environment` is for whoever starts the process, the rest for what runs in it.
"""

from __future__ import annotations

import importlib.util
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from phantom import dicom, thorax, write_dicom

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from desktop.app import App

# A common small screen; and a better one of 1920 x 1200 on which everything is twice as large.
SCREENS = {1: (1366, 768), 2: (960, 600)}
WINDOW_FRAME = 28
THEMES = ("dark", "light")
PATIENCE_S = 60.0
# Films of few greys and no grain: their pictures are small files.
GREYS = 8
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


class Clock(datetime):
    """Stands still."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return NOON.astimezone(tz)


def font_file() -> Path | None:
    """DejaVu Sans as it comes with a package of the development environment: the same everywhere."""
    found = importlib.util.find_spec("matplotlib")
    if found is None or found.origin is None:
        return None
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"


def environment(folder: Path, scale: int) -> dict[str, str]:
    """For a process on a screen of this ``scale``, which keeps in ``folder`` what it keeps."""
    width, height = (side * scale for side in SCREENS[scale])
    screen: dict[str, str | int] = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    described = folder / "screen.json"
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    described.write_text(json.dumps({"screens": [screen]}))
    own = {f"XDG_{kind}": str(folder) for kind in ("CONFIG_HOME", "DATA_HOME", "CACHE_HOME", "RUNTIME_DIR")}
    return {
        **{
            name: value for name, value in os.environ.items() if not name.startswith(("QT_", "LC_", "LANG"))
        },
        **own,
        "QT_QPA_PLATFORM": f"offscreen:configfile={described}",
        "QT_SCALE_FACTOR": str(scale),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "OMP_NUM_THREADS": "1",
    }


def dress(theme_name: str) -> None:
    """The application, with its font and the theme of this name."""
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import QApplication

    from desktop import impressions, languages, numbers, theme
    from desktop.palettes import DARK, LIGHT

    application = QApplication([])
    application.setOrganizationName("Negatoscope")
    application.setApplicationName("Negatoscope")
    languages.install(application, "en")
    application.setCursorFlashTime(0)
    regular = font_file()
    assert regular is not None
    for file in (regular, regular.with_name("DejaVuSans-Bold.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QFont("DejaVu Sans", 9)
    # Hinting is what the machines differ in.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)
    impressions.datetime = numbers.datetime = Clock  # type: ignore[misc]
    theme.apply(application, {"dark": DARK, "light": LIGHT}[theme_name])


@contextmanager
def opened(make_classifier: Callable[[], Any], make_loader: Callable[[], Any]) -> Iterator[App]:
    """The running program, with its window on the screen."""
    from desktop import settings
    from desktop.app import App

    settings.TOUR_SEEN.save(True)
    app = App(make_classifier, make_loader=make_loader)
    screen = app.window.screen().availableSize()
    app.window.resize(screen.width(), screen.height() - WINDOW_FRAME)
    app.window.show()
    app.view.setFocus()
    yield app
    app.window.close()


def wait(happened: Callable[[], bool]) -> None:
    """Let the program run until it has happened."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < until, "it never happened"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def settled(widget: QWidget) -> QImage:
    """Its picture when nothing in it moves any more: a new text may ask for its place twice."""
    from PySide6.QtWidgets import QApplication, QLabel

    from desktop.list_column import ListColumn

    # It counts its films a little later than it shows them.
    for column in widget.findChildren(ListColumn):
        if column.isVisible():
            wait(lambda column=column: column.text in {x.text() for x in column.findChildren(QLabel)})
    before, picture = None, widget.grab().toImage()
    while picture != before:
        QApplication.processEvents()
        before, picture = picture, widget.grab().toImage()
    return picture


def read(app: App, *paths: Path) -> None:
    """Open files and wait until all is read and classified, with what is computed last."""
    app.open([str(path) for path in paths])
    wait(lambda: bool(app.document.entries) and app.reader.is_idle)


def write_films(folder: Path, greys: int = GREYS) -> dict[str, Path]:
    """By name: films of patients who never lived, and a file that is no film."""
    people = {
        "adult": ("Example^Anna", "EX-001", "19581104", {}),
        "before": ("Example^Anna", "EX-001", "19581104", {"StudyDate": "20190310"}),
        "lateral": ("Example^Boris", "EX-002", "19700101", {"ViewPosition": "LL"}),
        "other": ("Sample^Clara", "EX-003", "19830522", {"ViewPosition": "AP"}),
    }
    written = {}
    for seed, (name, (patient, number, born, rest)) in enumerate(people.items()):
        pixels = np.round(thorax(640, 560, seed, grain=0.0) * greys) / greys
        film = dicom(
            np.round(pixels * 4095).astype(np.uint16),
            bits=12,
            SOPInstanceUID=f"1.2.3.{seed + 1}",
            StudyInstanceUID=f"1.2.4.{seed + 1}",
            SeriesInstanceUID=f"1.2.5.{seed + 1}",
            PatientName=patient,
            PatientID=number,
            PatientBirthDate=born,
            WindowCenter=2048,
            WindowWidth=4000,
            WindowCenterWidthExplanation="NORMAL",
            **{"InstitutionName": "Example Hospital", **rest},
        )
        written[name] = write_dicom(folder / f"{name}.dcm", film)
    written["broken"] = folder / "broken.dcm"
    written["broken"].write_bytes(written["adult"].read_bytes()[:200_000])
    return written

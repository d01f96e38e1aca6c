"""The program on monitors that are not alike, in a process of its own: ``monitors.py WHAT FOLDER``.

:func:`environment` is for whoever starts the process, the rest for what runs in it. A monitor is scaled by
its density, as on Windows and X11; the platform without a screen knows no other way.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import stage

if TYPE_CHECKING:
    from desktop.app import App

WIDTH, HEIGHT = 1366, 768
SIZE = (1200, 640)
FILM = "adult"


def environment(folder: Path, *scales: int) -> dict[str, str]:
    """Monitors beside each other, from left to right, each as large as the others beside its own scale."""
    screens, left = [], 0
    for number, scale in enumerate(scales):
        size = {"width": WIDTH * scale, "height": HEIGHT * scale, "x": left, "y": 0}
        density = {"logicalDpi": 96 * scale, "logicalBaseDpi": 96, "dpr": 1}
        screens.append({"name": f"monitor {number}", **size, **density})
        left += WIDTH * scale
    described = folder / "monitors.json"
    described.write_text(json.dumps({"screens": screens}))
    own = stage.environment(folder, 1)
    del own["QT_SCALE_FACTOR"]
    return {**own, "QT_QPA_PLATFORM": f"offscreen:configfile={described}"}


def put(app: App, monitor: int) -> None:
    """Move the window there; it has the same size on each."""
    from PySide6.QtGui import QGuiApplication

    screen = QGuiApplication.screens()[monitor]
    app.window.move(screen.geometry().topLeft())
    stage.wait(lambda: app.window.screen() is screen)
    stage.wait(lambda: app.view.devicePixelRatioF() == screen.devicePixelRatio())
    app.window.resize(*SIZE)


def look(app: App, film: Path) -> None:
    """A film with all that is drawn on it."""
    stage.read(app, film)
    app.document.set_overlay(shown=True, contours=True)


def move(folder: Path) -> None:
    """Pictures of the window that was moved to the other monitor, and of one that never was elsewhere."""
    from desktop import journal, settings
    from inference import Loader
    from scripted import Scripted

    stage.dress("dark")
    settings.READ_FIRST.save(False)
    settings.HISTOGRAM.save(True)
    films, classifier = stage.write_films(folder), Scripted(folder)
    found: dict[str, object] = {}
    with Loader() as loader:
        loader.start()
        loader.close = lambda: None
        for start, end in ((0, 1), (1, 0), (1, 1), (0, 0)):
            journal.location = lambda name=f"{start}{end}": folder / name / "journal.sqlite"
            with stage.opened(lambda: classifier, lambda: loader) as app:
                put(app, start)
                look(app, films[FILM])
                put(app, end)
                picture = stage.settled(app.window)
                assert picture.save(str(folder / f"{start}{end}.png"))
                found[f"ratio {start}{end}"] = picture.devicePixelRatio()
                app.view.zoom_by(3.0)
                app.view.look_from(app.view.viewpoint)
                before = app.view.viewpoint
                put(app, start)
                put(app, end)
                found[f"viewpoints {start}{end}"] = [vars(before), vars(app.view.viewpoint)]
        del loader.close
    (folder / "found.json").write_text(json.dumps(found))


def leave(folder: Path) -> None:
    """The window is closed on the last monitor."""
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from desktop.main_window import MainWindow

    stage.dress("dark")
    window, screen = MainWindow(), QGuiApplication.screens()[-1]
    window.show()
    window.resize(*SIZE)
    window.move(screen.geometry().topLeft() + QPoint(60, 60))
    stage.wait(lambda: window.screen() is screen)
    QApplication.processEvents()
    (folder / "found.json").write_text(json.dumps({"place": window.geometry().getRect()}))
    window.close()


def come_back(folder: Path) -> None:
    """And is opened again."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from desktop.main_window import MainWindow

    stage.dress("dark")
    window = MainWindow()
    window.show()
    QApplication.processEvents()
    screen = QGuiApplication.screens()[0].availableGeometry()
    found = {"place": window.geometry().getRect(), "seen": screen.contains(window.geometry())}
    (folder / "found.json").write_text(json.dumps(found))


if __name__ == "__main__":
    {"move": move, "leave": leave, "come_back": come_back}[sys.argv[1]](Path(sys.argv[2]))

"""Take the pictures of the README: ``python3 dev.py screenshots``.

The films are synthetic and the answers written down (``scripted.py``); the window is the real one, drawn
without a screen.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import stage
from kept_views import ROOT, started

IMAGES = ROOT / "docs" / "images"


def take(folder: Path, theme: str) -> None:
    """In a process of its own, into ``folder``."""
    from desktop import settings
    from desktop.app import App
    from inference import Loader
    from scripted import Scripted

    stage.dress(theme)
    settings.READ_FIRST.save(False)
    with tempfile.TemporaryDirectory() as own, Loader() as loader:
        films = stage.write_films(Path(own), greys=4095)
        classifier = Scripted(Path(own))

        def shot(app: App, name: str) -> None:
            assert stage.settled(app.window).save(str(folder / f"{name}-{theme}.png"))

        with stage.opened(lambda: classifier, lambda: loader) as app:
            stage.read(app, *films.values())
            app.document.set_overlay(shown=True, contours=True, threshold=0.15)
            shot(app, "classified")
            refused = next(e for e in app.document.entries if e.outcome.value == "refused")
            app.document.set_overlay(shown=False)
            app.document.select(refused.number)
            stage.wait(lambda: app.reader.is_idle)
            stage.wait(lambda: not app.corners.patient.highlighted)
            shot(app, "refused")
            adult = next(
                e for e in app.document.entries if e.prediction and e.outcome.value == "classified"
            )
            app.document.select(adult.number)
            app.actions["compare"].trigger()
            stage.wait(lambda: app.reader.is_idle)
            stage.wait(lambda: not app.corners.patient.highlighted)
            shot(app, "side-by-side")


def main(arguments: list[str]) -> None:
    """All of them; or, started again on a screen of its own, those of one theme."""
    if arguments:
        take(Path(arguments[0]), arguments[1])
        return
    from PIL import Image

    IMAGES.mkdir(parents=True, exist_ok=True)
    for theme in stage.THEMES:
        with tempfile.TemporaryDirectory() as taken:
            started(Path(__file__), 1, taken, theme)
            for path in sorted(Path(taken).glob("*.png")):
                with Image.open(path) as image:
                    image.convert("RGB").save(IMAGES / path.name, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])

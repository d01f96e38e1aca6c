"""Draws every view of the window into a folder: ``draw.py FOLDER THEME``.

In a process of its own, because Qt reads the scale of the screen once.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

import stage
from desktop import card_dialog, journal, settings
from desktop.app import App
from desktop.geometry import Kind, Measurement
from desktop.kept_view import KeptView
from desktop.keys_dialog import KeysDialog
from desktop.passwords import PasswordDialog
from desktop.preferences import Preferences
from desktop.reader import NO_VERDICT
from inference import Loader
from scripted import Scripted

CARD = """# Card of the model

What the model is, how it was measured and where it fails.

## Intended use

Research on **pneumonia** in chest radiographs, see [a paper](https://example.org/paper).

| class | films | sensitivity |
| --- | ---: | ---: |
| COVID-19 | 120 | 0.71 |
| Normal | 340 | 0.93 |

## Where it fails

- Pneumonia of other kinds.
- Films of small children.
"""


@dataclass
class Scene:
    """The program as it has just been started, and films to open in it."""

    app: App
    films: dict[str, Path]

    def read(self, *names: str) -> None:
        stage.read(self.app, *(self.films[name] for name in names))

    def trigger(self, command: str) -> None:
        self.app.actions[command].trigger()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        found = self.app.window.findChild(kind)
        assert found is not None
        return found


View = Callable[[Scene], QWidget]
VIEWS: dict[str, View] = {}


def view(draw: View) -> View:
    """A view of this name."""
    VIEWS[draw.__name__] = draw
    return draw


@view
def empty(scene: Scene) -> QWidget:
    return scene.app.window


@view
def read_first(scene: Scene) -> QWidget:
    scene.app.impressions.set_read_first(True)
    scene.read("adult")
    return scene.app.window


@view
def verdict(scene: Scene) -> QWidget:
    scene.app.impressions.set_read_first(True)
    scene.read("adult", "before")
    scene.trigger("impression.normal")
    stage.wait(lambda: scene.app.reader.is_idle)
    return scene.app.window


@view
def map_on_the_film(scene: Scene) -> QWidget:
    scene.read("adult")
    scene.app.document.set_overlay(shown=True, contours=True, threshold=0.2)
    bar = scene.app.panel.verticalScrollBar()
    bar.setValue(bar.maximum())
    return scene.app.window


@view
def refused(scene: Scene) -> QWidget:
    scene.read("lateral")
    return scene.app.window


@view
def failed(scene: Scene) -> QWidget:
    scene.read("broken")
    return scene.app.window


@view
def four_outcomes(scene: Scene) -> QWidget:
    scene.read("adult", "before", "lateral", "other", "broken")
    left_out = scene.app.document.entries[-2]
    assert left_out.number != scene.app.document.current_number
    scene.app.document.update(left_out.number, **NO_VERDICT)
    return scene.app.window


@view
def turned_and_measured(scene: Scene) -> QWidget:
    scene.read("adult")
    document = scene.app.document
    document.set_orientation(document.orientation.turned(1).flipped_across())
    for kind, *points in (
        (Kind.DISTANCE, (120.0, 300.0), (420.0, 300.0)),
        (Kind.ANGLE, (200.0, 100.0), (280.0, 200.0), (360.0, 160.0)),
    ):
        document.measurements.add(Measurement(kind, tuple(points)))
    return scene.app.window


@view
def histogram(scene: Scene) -> QWidget:
    scene.read("adult")
    scene.trigger("histogram")
    return scene.app.window


@view
def full_screen(scene: Scene) -> QWidget:
    scene.read("adult")
    scene.trigger("full_screen")
    return scene.app.window


@view
def keys(scene: Scene) -> QWidget:
    scene.trigger("keys")
    return scene.dialog(KeysDialog)


@view
def card(scene: Scene) -> QWidget:
    scene.read("adult")
    scene.trigger("card")
    return scene.dialog(card_dialog.CardDialog)


@view
def password(scene: Scene) -> QWidget:
    scene.app.passwords.ask("/films/archive.zip", True)
    return scene.dialog(PasswordDialog)


@view
def empty_the_journal(scene: Scene) -> QWidget:
    scene.trigger("empty_journal")
    question = scene.dialog(QMessageBox)
    stage.wait(lambda: bool(question.informativeText()))
    return question


@view
def side_by_side(scene: Scene) -> QWidget:
    scene.read("adult", "before")
    scene.trigger("compare")
    stage.wait(lambda: scene.app.reader.is_idle)
    return scene.app.window


@view
def preferences(scene: Scene) -> QWidget:
    scene.trigger("preferences")
    dialog = scene.dialog(Preferences)
    # Its paths are those of this one run.
    for kept in dialog.findChildren(KeptView):
        kept.hide()
    return dialog


@view
def tour(scene: Scene) -> QWidget:
    scene.trigger("tour")
    return scene.app.window


# The film is on black in every theme, and alone there.
DARK_ALONE = {"full_screen"}


def draw_all(folder: Path, theme: str) -> None:
    """One picture each."""
    stage.dress(theme)
    card_dialog.model_card = lambda: CARD
    settings.READ_FIRST.save(False)
    with tempfile.TemporaryDirectory() as own, Loader() as loader:
        films = stage.write_films(Path(own))
        classifier = Scripted(Path(own))
        loader.start()
        loader.close = lambda: None
        for name, draw in VIEWS.items():
            if theme != "dark" and name in DARK_ALONE:
                continue
            settings.READ_FIRST.save(False)
            # What an earlier view computed is not to be told from memory, with the time of that.
            journal.location = lambda name=name: Path(own) / name / "journal.sqlite"
            with stage.opened(lambda: classifier, lambda: loader) as app:
                shown = draw(Scene(app, films))
                assert stage.settled(shown).save(str(folder / f"{name}.png"))
        del loader.close


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]), sys.argv[2])

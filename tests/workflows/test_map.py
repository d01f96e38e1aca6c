"""Where it looked: from how much evidence on it is drawn, its scale, its contours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QSlider

from desktop.app import App
from desktop.colour_bar import ColourBar
from desktop.map_controls import MapControls

Open = Callable[..., None]


@pytest.fixture
def mapped(app: App, open_and_wait: Open, film: Path) -> App:
    """A film whose opacity map rises evenly from left to right, up to full strength, on view."""
    open_and_wait(film)
    entry = app.document.current
    assert entry is not None
    rising = np.tile(np.linspace(0, 1, 14, dtype=np.float32), (14, 1))
    known = tuple(replace(s, class_map=rising * s.scale) for s in entry.saliencies)
    app.document.update(entry.number, saliencies=known)
    app.document.set_overlay(map="opacity", shown=True)
    return app


def slider(app: App) -> QSlider:
    named = "Weakest evidence that is drawn"
    return next(s for s in app.panel.findChildren(QSlider) if s.accessibleName() == named)


def contours(app: App) -> QCheckBox:
    return next(box for box in app.panel.findChildren(QCheckBox) if box.text() == "Contours")


def bar(app: App) -> ColourBar:
    (found,) = app.panel.findChildren(ColourBar)
    return found


def drawn(image: QImage) -> list[bool]:
    """Of the middle row, what is drawn."""
    row = image.height() // 2
    return [image.pixelColor(x, row).alpha() > 0 for x in range(image.width())]


def crossing(app: App, level: float) -> QPoint:
    """On the screen, where the line of a level crosses the middle of the film."""
    lines = app.contours.item.lines[level]
    return app.view.mapFromScene(min(lines, key=lambda line: abs(line.y1() - 200)).p1())


def test_what_is_weaker_than_the_threshold_is_not_drawn(mapped: App) -> None:
    before = mapped.view.map_item.image
    slider(mapped).setValue(50)
    after = mapped.view.map_item.image
    assert np.mean(drawn(after)) == pytest.approx(0.5, abs=0.04)
    # What is left keeps its colour: a colour means the same at every threshold.
    right = after.width() - 20
    assert after.pixelColor(right, 100) == before.pixelColor(right, 100)
    assert "From 50 % of full strength" in mapped.corners.study.lines


def test_without_a_threshold_the_film_says_nothing_of_one(mapped: App) -> None:
    assert not any("full strength" in line for line in mapped.corners.study.lines)


def test_the_threshold_stays_from_film_to_film(mapped: App, open_and_wait: Open, films: list[Path]) -> None:
    slider(mapped).setValue(30)
    contours(mapped).setChecked(True)
    open_and_wait(films[1])
    assert slider(mapped).value() == 30
    assert contours(mapped).isChecked()


def test_a_map_with_nothing_above_the_threshold_is_empty_and_says_so(mapped: App) -> None:
    entry = mapped.document.current
    assert entry is not None
    weak = tuple(replace(s, class_map=s.class_map * np.float32(0.3)) for s in entry.saliencies)
    mapped.document.update(entry.number, saliencies=weak)
    mapped.document.set_overlay(contours=True)
    assert "No evidence above the threshold" not in mapped.panel.text
    slider(mapped).setValue(60)
    assert not any(drawn(mapped.view.map_item.image))
    assert not any(mapped.contours.item.lines.values())
    assert "No evidence above the threshold" in mapped.panel.text
    assert "No evidence above the threshold" in mapped.corners.study.lines


def test_the_colour_bar_carries_its_scale(mapped: App) -> None:
    # The scale of evidence that the tiny model brings for an opacity.
    assert bar(mapped).marks == ["0", "2", "≥ 4"]
    assert "logits" in bar(mapped).toolTip()
    assert "0, 2, ≥ 4" in bar(mapped).accessibleName()


def test_the_colour_bar_is_empty_below_the_threshold(mapped: App) -> None:
    slider(mapped).setValue(50)
    picture = bar(mapped).grab().toImage()
    left = picture.pixelColor(round(picture.width() * 0.4), 4)
    right = picture.pixelColor(round(picture.width() * 0.6), 4)
    assert left.lightness() == 0
    assert right.lightness() > 50


def test_contours_are_drawn_only_when_asked_for(mapped: App) -> None:
    assert mapped.contours.item.lines == {}
    contours(mapped).setChecked(True)
    assert all(mapped.contours.item.lines[level] for level in (0.25, 0.5, 0.75))
    mapped.actions["map"].trigger()
    assert mapped.contours.item.lines == {}


def test_contours_are_light_and_dark_whatever_lies_below(mapped: App) -> None:
    """In black and white too: on the map's own lightness a line of one colour would be lost."""
    mapped.document.set_overlay(contours=True, opacity=1.0)
    port = mapped.view.viewport()
    at = crossing(mapped, 0.5)
    picture = port.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    near = [picture.pixelColor(at.x() + x, at.y()).lightness() for x in range(-4, 5)]
    assert max(near) > 200
    assert min(near) < 60


def test_contours_are_as_thin_on_an_enlarged_film(mapped: App) -> None:
    mapped.document.set_overlay(contours=True)

    def widths() -> int:
        at = crossing(mapped, 0.75)
        picture = mapped.view.viewport().grab().toImage()
        return sum(picture.pixelColor(at.x() + x, at.y()).lightness() > 200 for x in range(-30, 31))

    before = widths()
    mapped.view.zoom_by(3.0)
    assert 1 <= widths() <= before + 2


def test_the_controls_are_reached_by_key(mapped: App) -> None:
    (controls,) = mapped.panel.findChildren(MapControls)
    for widget in (slider(mapped), contours(mapped)):
        assert controls.isAncestorOf(widget)
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus

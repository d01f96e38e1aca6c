"""What lies on the film can be read on every film: contrast measured on pictures of the window.

On black nothing is seen of a dark edge: what is lighter there are the letters and lines themselves. Around
them, on any other ground, lies their edge, and its contrast to them is measured as WCAG 2.1 does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

import kept_views
import pictures
import stage
from desktop import settings, theme
from desktop.app import App
from desktop.histogram_view import HistogramView

SCRIPT = Path(kept_views.__file__).with_name("draw_on_grounds.py")
TEXT, LINE = 4.5, 3.0
# What is drawn in which colour, and how far it must stand from what is around it.
WHAT = {
    "texts": (theme.ON_FILM.text, TEXT),
    "measured": (theme.ON_FILM.accent, LINE),
    "cross": (theme.ON_FILM.accent, LINE),
    "box": (theme.ON_FILM.accent, LINE),
    "focus": (theme.ON_FILM.accent, LINE),
    "target": (theme.ON_FILM.accent, LINE),
    "lens": (theme.ON_FILM.quiet_text, LINE),
    "contours": ("#ffffff", LINE),
}
# Black pixels lighter than this are part of a letter, however faintly.
FAINTEST = 0.02
# Where a corner ends in a single pixel, its edge may be thinner.
SHARE = 1.0
# On the film the themes are the same: seen once, on the usual screen.
LOOKS = [look for look in kept_views.LOOKS if look.theme == "dark" or look.scale == 1]
Grey = NDArray[np.float64]


def luminance(colours: NDArray[np.uint8]) -> Grey:
    """Relative luminance (WCAG 2.1) of (..., 3) red, green, blue."""
    parts = colours.astype(np.float64) / 255.0
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ (0.2126, 0.7152, 0.0722))


def of(colour: str) -> float:
    return float(luminance(np.frombuffer(bytes.fromhex(colour[1:]), np.uint8)))


def ratio(one: Grey | float, other: Grey | float) -> Grey:
    light, dark = np.maximum(one, other), np.minimum(one, other)
    return np.asarray((light + 0.05) / (dark + 0.05))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[kept_views.Look, Path]:
    if not sys.platform.startswith("linux") or stage.font_file() is None:
        pytest.skip("needs Linux and the font that comes with matplotlib")
    folders = {look: tmp_path_factory.mktemp(str(look)) for look in LOOKS}
    for look, folder in folders.items():
        kept_views.started(SCRIPT, look.scale, str(folder), look.theme)
    return folders


@pytest.mark.parametrize("inverted", [False, True], ids=["as it is", "inverted"])
@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_it_stands_out_from_white_black_grey_and_noise(
    drawn: dict[kept_views.Look, Path], look: kept_views.Look, what: str, inverted: bool
) -> None:
    colour, least = WHAT[what]

    def on(ground: str) -> Grey:
        return luminance(pictures.read(drawn[look] / f"{what}-{ground}-{inverted:d}.png"))

    on_black = on("white" if inverted else "black")
    written = on_black >= FAINTEST
    assert (on_black >= 0.9 * of(colour)).sum() >= 100, "nothing is drawn"
    side = 2 * look.scale + 1
    around = (cv2.dilate(written.astype(np.uint8), np.ones((side, side), np.uint8)) > 0) & ~written
    for ground in ("white", "black", "grey", "noise"):
        found = ratio(of(colour), on(ground)[around])
        assert np.percentile(found, SHARE) >= least, ground


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_looks_out_behind_the_plate_that_says_flipped(
    drawn: dict[kept_views.Look, Path], look: kept_views.Look
) -> None:
    picture = pictures.read(drawn[look] / "flipped-white-0.png")
    plate = np.frombuffer(bytes.fromhex(theme.ON_FILM.warning[1:]), np.uint8)
    rows, columns = np.nonzero((picture == plate).all(axis=2))
    assert len(rows)
    picture = picture.copy()
    picture[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = 255
    assert (picture == 255).all()


def pixels(image: QImage) -> NDArray[np.uint8]:
    """(rows, columns, 3) of it."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


@pytest.fixture(params=["dark", "light"])
def themed(request: pytest.FixtureRequest, app: App) -> Iterator[App]:
    settings.THEME.save(request.param)
    yield app
    settings.THEME.forget()


def test_the_window_s_edges_stand_out_from_the_histogram(
    themed: App, open_and_wait: object, film: Path
) -> None:
    open_and_wait(film)  # type: ignore[operator]
    themed.actions["histogram"].trigger()
    view = themed.window.findChild(HistogramView)
    assert view is not None
    picture = pixels(view.grab().toImage())
    accent = np.frombuffer(bytes.fromhex(theme.current().accent[1:]), np.uint8)
    edges = (picture == accent).all(axis=2)
    assert edges.sum() >= view.height()
    around = cv2.dilate(edges.astype(np.uint8), np.ones((1, 3), np.uint8)) > 0
    beside = luminance(picture)[around & ~edges]
    assert ratio(of(theme.current().accent), beside).min() >= LINE

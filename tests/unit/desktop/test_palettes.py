"""Both themes can be read: contrast as WCAG 2.1 measures it."""

from __future__ import annotations

import pytest

from desktop.palettes import DARK, LIGHT, Palette
from desktop.theme import FILM_BACKGROUND, ON_FILM

TEXT, CONTROL = 4.5, 3.0
THEMES = pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb (WCAG 2.1, "relative luminance")."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)


@THEMES
@pytest.mark.parametrize("ground", ["background", "raised", "pressed"])
@pytest.mark.parametrize("text", ["text", "quiet_text", "warning"])
def test_text_can_be_read_on_every_ground(palette: Palette, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize("ground", ["background", "raised"])
def test_disabled_text_can_be_read_where_it_stands(palette: Palette, ground: str) -> None:
    assert contrast(palette.disabled_text, getattr(palette, ground)) >= TEXT


@THEMES
def test_text_and_ticks_on_the_accent_can_be_read(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= TEXT


@THEMES
@pytest.mark.parametrize("ground", ["background", "raised"])
def test_links_can_be_read(palette: Palette, ground: str) -> None:
    assert contrast(palette.accent, getattr(palette, ground)) >= TEXT


@THEMES
@pytest.mark.parametrize("ground", ["background", "raised"])
def test_controls_can_be_seen(palette: Palette, ground: str) -> None:
    assert contrast(palette.edge, getattr(palette, ground)) >= CONTROL


@THEMES
@pytest.mark.parametrize("ground", ["background", "raised", "pressed"])
def test_the_focus_can_be_seen_also_on_what_is_pressed(palette: Palette, ground: str) -> None:
    assert contrast(palette.accent, getattr(palette, ground)) >= CONTROL


@THEMES
@pytest.mark.parametrize("ground", ["background", "pressed"])
def test_classes_can_be_seen_on_the_panel_and_on_their_track(palette: Palette, ground: str) -> None:
    assert min(contrast(colour, getattr(palette, ground)) for colour in palette.classes) >= CONTROL


@THEMES
def test_greys_have_no_tint(palette: Palette) -> None:
    greys = (palette.background, palette.raised, palette.pressed, palette.separator, palette.edge,
             palette.text, palette.quiet_text, palette.disabled_text)  # fmt: skip
    assert all(grey[1:3] == grey[3:5] == grey[5:7] for grey in greys)


@pytest.mark.parametrize("text", ["text", "quiet_text", "accent", "warning"])
def test_what_is_written_beside_the_film_can_be_read_on_its_black(text: str) -> None:
    assert contrast(getattr(ON_FILM, text), FILM_BACKGROUND) >= TEXT

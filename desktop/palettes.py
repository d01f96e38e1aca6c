"""The colours of the two themes: a dark room, and a bright one.

Greys are neutral, so that nothing beside a film tints it. Text stands at least 4.5:1 from what it is
written on, what shows the extent or the state of a control at least 3:1 (WCAG 2.1, 1.4.3 and 1.4.11);
tests/unit/desktop/test_palettes.py measures it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """One theme, as #rrggbb.

    ``raised`` is the ground of fields, buttons and menus; ``pressed`` that of what is chosen, and the track
    of a bar. ``separator`` is a line that only parts; ``edge`` goes round a control. ``on_accent`` is text
    on the accent. ``classes`` are in the order of :data:`desktop.colours.CLASS_SHAPES`.
    """

    name: str
    background: str
    raised: str
    pressed: str
    separator: str
    edge: str
    text: str
    quiet_text: str
    disabled_text: str
    accent: str
    warning: str
    on_accent: str
    classes: tuple[str, str, str, str, str]


DARK = Palette(
    name="dark",
    background="#1e1e1e",
    raised="#2b2b2b",
    pressed="#383838",
    separator="#3a3a3a",
    edge="#7c7c7c",
    text="#dcdcdc",
    quiet_text="#b0b0b0",
    disabled_text="#949494",
    accent="#4fb8a8",
    warning="#ff8f66",
    on_accent="#000000",
    # Okabe and Ito, Color Universal Design (2008): told apart with any colour vision.
    classes=("#e69f00", "#56b4e9", "#cc79a7", "#f0e442", "#a6a6a6"),
)

LIGHT = Palette(
    name="light",
    background="#e8e8e8",
    raised="#f6f6f6",
    pressed="#d2d2d2",
    separator="#bdbdbd",
    edge="#6f6f6f",
    text="#1c1c1c",
    quiet_text="#4a4a4a",
    disabled_text="#5e5e5e",
    accent="#0a6b5e",
    warning="#9c2f00",
    on_accent="#ffffff",
    # The same hues, dark enough for a light ground: Okabe and Ito's blue, and darker kin of the others.
    classes=("#b04a00", "#0072b2", "#9c3f78", "#6b6300", "#5a5a5a"),
)

PALETTES = {palette.name: palette for palette in (DARK, LIGHT)}

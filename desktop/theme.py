"""How the window looks: a dark room or a bright one, neutral greys, one accent, three sizes of text.

A widget that paints takes its colours from :func:`current` each time it paints, and thus follows a
change; what lies on the film takes them from :data:`ON_FILM`, for the film stays on black. A widget that
keeps what it made of colours or fonts makes it anew on ``QEvent.PaletteChange`` and ``QEvent.FontChange``.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from desktop.palettes import DARK, Palette
from desktop.resources import icon_path, icon_svg
from desktop.style_sheet import style_sheet

FILM_BACKGROUND = "#000000"
# What is drawn on the film, in both themes.
ON_FILM = DARK
GRID = 8
ICON_SIZE = 20
# QFont::SizeResolved: the size was set, and is not that of the parent.
_SIZE_RESOLVED = 0x2


class _Look:
    """What the application wears now."""

    palette = DARK
    scale = 1.0


def current() -> Palette:
    """The colours of the theme."""
    return _Look.palette


def text_scale() -> float:
    """How much larger than usual the text is."""
    return _Look.scale


def scaled(pixels: float) -> int:
    """What is ``pixels`` large beside text of the usual size."""
    return round(pixels * _Look.scale)


def apply(app: QApplication, palette: Palette = DARK, scale: float = 1.0) -> None:
    """Dress the whole application, also one that is running."""
    given = _sizes_given(app)
    apply_palette(app, palette)
    factor, _Look.scale = scale / _Look.scale, scale
    if factor != 1.0:
        app.setFont(_scaled(app.font(), factor))
    rules = style_sheet(palette)
    if rules != app.styleSheet():
        app.setStyleSheet(rules)
    elif factor != 1.0:
        _tell_of_the_font(app)
    apply_icon(app)
    # A new style sheet brings back the fonts that widgets had when they met the first one.
    for widget, size in given:
        font = QFont(widget.font())
        font.setPointSizeF(size * factor)
        widget.setFont(font)


def _tell_of_the_font(app: QApplication) -> None:
    """Have every widget take the application's new font.

    What lies in a dressed widget does not ask for it by itself. A new style sheet, which would make it
    ask, has all rules matched anew as well, and takes four times as long.
    """
    for widget in app.allWidgets():
        if isinstance(widget, QCheckBox):
            # Its box is measured by the application's font, once.
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.ApplicationFontChange))


def _sizes_given(app: QApplication) -> list[tuple[QWidget, float]]:
    """Widgets with a size of text of their own: these do not follow the application's font."""
    own = Qt.WidgetAttribute.WA_SetFont
    fonts = [(widget, widget.font()) for widget in app.allWidgets() if widget.testAttribute(own)]
    return [
        (widget, font.pointSizeF())
        for widget, font in fonts
        if font.resolveMask() & _SIZE_RESOLVED and font.pointSizeF() > 0
    ]


def apply_icon(app: QApplication) -> None:
    """The program's own, on its windows."""
    app.setWindowIcon(QIcon(icon_path("negatoscope")))


def apply_palette(app: QApplication, palette: Palette = DARK) -> None:
    """The colours alone: enough for a window that is still empty."""
    _Look.palette = palette
    if not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(_qt_palette(palette))


def _qt_palette(palette: Palette) -> QPalette:
    made = QPalette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    for which, colour in {
        role.Window: palette.background,
        role.Base: palette.background,
        role.AlternateBase: palette.raised,
        role.Button: palette.raised,
        role.ToolTipBase: palette.raised,
        role.WindowText: palette.text,
        role.Text: palette.text,
        role.ButtonText: palette.text,
        role.ToolTipText: palette.text,
        role.BrightText: palette.warning,
        role.Highlight: palette.pressed,
        role.HighlightedText: palette.text,
        role.Link: palette.accent,
        role.Accent: palette.accent,
        role.PlaceholderText: palette.quiet_text,
    }.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, which, QColor(palette.disabled_text))
    return made


def set_role(widget: QWidget, role: str) -> None:
    """Dress a widget by another rule of the style sheet; nothing is done where it is the same."""
    if (widget.property("role") or "") == role:
        return
    widget.setProperty("role", role)
    font = QFont(widget.font())
    widget.style().polish(widget)
    # The style sheet brings back the font that it met first.
    widget.setFont(font)


def small(font: QFont) -> QFont:
    """The smallest of the three sizes, of the family and weight of ``font``."""
    return _scaled(font, 0.88)


def large(font: QFont) -> QFont:
    """The largest of the three sizes."""
    return _scaled(font, 1.5)


def bold(font: QFont) -> QFont:
    """The same size, heavier."""
    copy = QFont(font)
    copy.setWeight(QFont.Weight.DemiBold)
    return copy


def _scaled(font: QFont, factor: float) -> QFont:
    copy = QFont(font)
    if font.pointSizeF() > 0:
        copy.setPointSizeF(font.pointSizeF() * factor)
    else:
        copy.setPixelSize(round(font.pixelSize() * factor))
    return copy


def icon(name: str) -> QIcon:
    """An icon of resources/icons in the colours of the theme, in the size of the text, for every screen.

    Whoever keeps it asks again when one of the three changes.
    """
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return _icon(name, current(), scaled(ICON_SIZE), tuple(sorted(ratios)))


@lru_cache(maxsize=256)
def _icon(name: str, palette: Palette, side: int, ratios: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for colour, mode in ((palette.text, QIcon.Mode.Normal), (palette.disabled_text, QIcon.Mode.Disabled)):
        for ratio in ratios:
            pixels = round(side * ratio)
            svg = icon_svg(name).replace("currentColor", colour)
            svg = svg.replace('width="24"', f'width="{pixels}"').replace(
                'height="24"', f'height="{pixels}"'
            )
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.6"')
            pixmap = QPixmap()
            pixmap.loadFromData(svg.encode())
            pixmap.setDevicePixelRatio(ratio)
            made.addPixmap(pixmap, mode)
    return made

"""How the window looks: a dark room, neutral greys, one accent, three sizes of text."""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.resources import icon_path, icon_svg

FILM_BACKGROUND = "#000000"
BACKGROUND = "#1e1e1e"
RAISED = "#2b2b2b"
PRESSED = "#383838"
SEPARATOR = "#3a3a3a"
TEXT = "#dcdcdc"
QUIET_TEXT = "#a6a6a6"
DISABLED_TEXT = "#6a6a6a"
ACCENT = "#4fb8a8"
WARNING = "#ff8f66"
GRID = 8
ICON_SIZE = 20

_STYLE = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $BACKGROUND; }
QToolTip { background: $RAISED; color: $TEXT; border: 1px solid $SEPARATOR; padding: 4px; }
QMenuBar { background: $BACKGROUND; padding: 0 4px; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $PRESSED; }
QMenu { background: $RAISED; border: 1px solid $SEPARATOR; padding: 4px 0; }
QMenu::item { padding: 5px 24px 5px 24px; }
QMenu::item:disabled { color: $DISABLED_TEXT; }
QMenu::separator { height: 1px; background: $SEPARATOR; margin: 4px 0; }
QMenu::icon { padding-left: 6px; }
QToolBar { background: $BACKGROUND; border: none; border-bottom: 1px solid $SEPARATOR;
    spacing: 2px; padding: 3px 6px; }
QToolBar::separator { width: 1px; background: $SEPARATOR; margin: 4px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; min-width: 20px; }
QToolButton:hover { background: $RAISED; }
QToolButton:pressed { background: $PRESSED; }
QToolButton:checked { background: $PRESSED; }
QToolButton:focus { border-color: $ACCENT; }
QStatusBar { background: $BACKGROUND; border-top: 1px solid $SEPARATOR; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $SEPARATOR; }
QSplitter::handle:hover { background: $ACCENT; }
QTextBrowser { background: $BACKGROUND; border: none; }
QTextBrowser:focus { border: 1px solid $ACCENT; }
QLineEdit { background: $RAISED; border: 1px solid $SEPARATOR; border-radius: 4px; padding: 4px 8px; }
QLineEdit:focus { border-color: $ACCENT; }
QListView, QTableView, QScrollArea, QScrollArea > QWidget > QWidget {
    background: $BACKGROUND; border: none; }
QListView:focus { border: 1px solid $ACCENT; }
QTableView:focus { border: 1px solid $ACCENT; }
QPushButton { background: $RAISED; border: 1px solid $SEPARATOR; border-radius: 4px; padding: 5px 14px; }
QPushButton:hover { background: $PRESSED; }
QPushButton:focus { border-color: $ACCENT; }
QPushButton:disabled { color: $DISABLED_TEXT; }
QPushButton[role="key"] { background: transparent; border-color: transparent; padding: 0 4px;
    color: $QUIET_TEXT; }
QPushButton[role="key"]:hover { background: $RAISED; color: $TEXT; }
QPushButton[role="key"]:focus { border-color: $ACCENT; }
QToolButton#framed { background: $RAISED; border-color: $SEPARATOR; padding: 5px 14px; }
QToolButton#framed:hover { background: $PRESSED; }
QToolButton#framed:checked { background: $PRESSED; border-color: $ACCENT; }
QPushButton#primary { border-color: $ACCENT; }
QComboBox { background: $RAISED; border: 1px solid $SEPARATOR; border-radius: 4px; padding: 3px 8px; }
QComboBox:focus { border-color: $ACCENT; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { width: 0; height: 0; border-left: 4px solid $RAISED;
    border-right: 4px solid $RAISED; border-top: 5px solid $TEXT; }
QComboBox QAbstractItemView { background: $RAISED; selection-background-color: $PRESSED; }
QCheckBox { spacing: 8px; border: 1px solid transparent; padding: 2px; border-radius: 4px; }
QCheckBox:focus { border-color: $ACCENT; }
QCheckBox::indicator { width: 11px; height: 11px; border: 1px solid $QUIET_TEXT; border-radius: 3px; }
QCheckBox::indicator:checked { background: $ACCENT; border-color: $ACCENT; image: url("$TICK"); }
QProgressBar { background: $RAISED; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $ACCENT; border-radius: 2px; }
QScrollBar:vertical { background: $BACKGROUND; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: #4a4a4a; min-height: 32px; border-radius: 4px; margin: 1px; }
QScrollBar:horizontal { background: $BACKGROUND; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: #4a4a4a; min-width: 32px; border-radius: 4px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLabel[role="quiet"] { color: $QUIET_TEXT; }
QLabel[role="warning"] { color: $WARNING; }
QFrame[role="separator"] { background: $SEPARATOR; border: none; max-height: 1px; min-height: 1px; }
""")


def apply(app: QApplication) -> None:
    """Dress the whole application."""
    apply_palette(app)
    app.setStyleSheet(_STYLE.substitute(globals(), TICK=icon_path("check")))
    app.setWindowIcon(QIcon(icon_path("negatoscope")))


def apply_palette(app: QApplication) -> None:
    """The colours alone: enough for a window that is still empty."""
    app.setStyle("Fusion")
    palette = QPalette()
    group, role = QPalette.ColorGroup, QPalette.ColorRole
    for which, colour in {
        role.Window: BACKGROUND,
        role.Base: BACKGROUND,
        role.AlternateBase: RAISED,
        role.Button: RAISED,
        role.ToolTipBase: RAISED,
        role.WindowText: TEXT,
        role.Text: TEXT,
        role.ButtonText: TEXT,
        role.ToolTipText: TEXT,
        role.BrightText: WARNING,
        role.Highlight: PRESSED,
        role.HighlightedText: TEXT,
        role.Link: ACCENT,
        role.Accent: ACCENT,
        role.PlaceholderText: QUIET_TEXT,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(DISABLED_TEXT))
    app.setPalette(palette)


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


@cache
def icon(name: str) -> QIcon:
    """An icon of resources/icons in the colours of the theme."""
    made = QIcon()
    for colour, mode in ((TEXT, QIcon.Mode.Normal), (DISABLED_TEXT, QIcon.Mode.Disabled)):
        for scale in (1, 2):
            side = ICON_SIZE * scale
            svg = icon_svg(name).replace("currentColor", colour)
            svg = svg.replace('width="24"', f'width="{side}"').replace('height="24"', f'height="{side}"')
            svg = svg.replace('stroke-width="2"', 'stroke-width="1.6"')
            pixmap = QPixmap()
            pixmap.loadFromData(svg.encode())
            pixmap.setDevicePixelRatio(scale)
            made.addPixmap(pixmap, mode)
    return made

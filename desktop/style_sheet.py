"""The style sheet of the whole program, in the colours of a palette."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from desktop.palettes import DARK, Palette
from desktop.resources import icon_path

_STYLE = Template("""
* { outline: none; }
QMainWindow, QDialog { background: $background; }
QToolTip { background: $raised; color: $text; border: 1px solid $separator; padding: 4px; }
QMenuBar { background: $background; padding: 0 4px; }
QMenuBar::item { padding: 4px 8px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $pressed; }
QMenu { background: $raised; border: 1px solid $separator; padding: 4px 0; }
QMenu::item { padding: 5px 24px 5px 24px; }
QMenu::item:disabled { color: $disabled_text; }
QMenu::separator { height: 1px; background: $separator; margin: 4px 0; }
QMenu::icon { padding-left: 6px; }
QToolBar { background: $background; border: none; border-bottom: 1px solid $separator;
    spacing: 2px; padding: 3px 6px; }
QToolBar::separator { width: 1px; background: $separator; margin: 4px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; min-width: 20px; }
QToolButton:hover { background: $raised; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $pressed; border-color: $edge; border-bottom: 3px solid $text;
    border-bottom-left-radius: 0; border-bottom-right-radius: 0; padding-bottom: 2px; }
QToolButton:focus { border-color: $accent; }
QStatusBar { background: $background; border-top: 1px solid $separator; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $separator; }
QSplitter::handle:hover { background: $accent; }
QTextBrowser { background: $background; border: 1px solid $background; }
QTextBrowser:focus { border: 1px solid $accent; }
QLineEdit { background: $raised; border: 1px solid $edge; border-radius: 4px; padding: 4px 8px; }
QLineEdit:focus { border-color: $accent; }
QKeySequenceEdit QLineEdit { padding: 0 3px; }
QScrollArea > QWidget > QWidget { background: $background; border: none; }
QListView, QTableView, QScrollArea { background: $background; border: 1px solid $background; }
QScrollArea:focus { border: 1px solid $accent; }
QListView:focus { border: 1px solid $accent; }
QTableView:focus { border: 1px solid $accent; }
QPushButton { background: $raised; border: 1px solid $edge; border-radius: 4px; padding: 5px 14px; }
QPushButton[role="answer"] { padding: 5px 6px; }
QPushButton:hover { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $disabled_text; border-color: $separator; }
QPushButton[role="key"] { background: transparent; border-color: transparent; padding: 0 4px;
    color: $quiet_text; }
QPushButton[role="key"][flush="true"] { padding: 0 4px 0 0; }
QPushButton[role="choice"] { background: transparent; border-color: transparent; padding: 0 4px 0 0; }
QPushButton[role="key"]:hover, QPushButton[role="choice"]:hover { background: $raised; color: $text; }
QPushButton[role="key"]:focus, QPushButton[role="choice"]:focus { border-color: $accent; }
QToolButton#framed { background: $raised; border-color: $edge; padding: 5px 14px; }
QToolButton#framed:hover { background: $pressed; }
QToolButton#framed:checked { background: $pressed; border-color: $edge; border-bottom: 3px solid $text;
    padding-bottom: 3px; }
QToolButton#framed:focus { border-color: $accent; }
QToolButton#framed:checked:focus { border-color: $accent; }
QPushButton#primary { border-color: $accent; }
QPushButton#primary:focus { border-color: $text; background: $pressed; }
QComboBox { background: $raised; border: 1px solid $edge; border-radius: 4px; padding: 3px 8px; }
QComboBox:focus { border-color: $accent; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { width: 0; height: 0; border-left: 4px solid $raised;
    border-right: 4px solid $raised; border-top: 5px solid $text; }
QComboBox QAbstractItemView { background: $raised; selection-background-color: $pressed; }
QCheckBox { spacing: 8px; border: 1px solid transparent; padding: 2px; border-radius: 4px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator { width: 0.75em; height: 0.75em; border: 1px solid $edge; border-radius: 3px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QSlider::groove:horizontal { height: 4px; background: $pressed; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $text; width: 12px; margin: -4px 0; border-radius: 6px;
    border: 2px solid $background; }
QSlider { border: 1px solid transparent; border-radius: 4px; }
QSlider:focus { border-color: $accent; }
QProgressBar { background: $raised; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QScrollBar:vertical { background: $background; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; min-height: 32px; border-radius: 4px; margin: 1px; }
QScrollBar:horizontal { background: $background; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; min-width: 32px; border-radius: 4px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLabel[role="quiet"] { color: $quiet_text; }
QLabel[role="warning"] { color: $warning; }
QLabel#subject { background: $raised; padding: 8px 12px; border-left: 3px solid $accent; }
QFrame[role="separator"] { background: $separator; border: none; max-height: 1px; min-height: 1px; }
#film QLabel { color: $film_text; }
#film QLabel[role="quiet"] { color: $film_quiet_text; }
#film QPushButton { background: $film_raised; color: $film_text; border-color: $film_edge; }
#film QPushButton:hover { background: $film_pressed; }
#film QPushButton:focus, #film QPushButton#primary { border-color: $film_accent; }
#film QPushButton#primary:focus { border-color: $film_text; background: $film_pressed; }
""")


def style_sheet(palette: Palette) -> str:
    """The rules for every widget, whatever the size of the text.

    What lies in a widget named "film" lies on the black of the film, and has the dark colours always. By
    name, and not by a property: for these rules Qt asks every widget around every label and button.
    """
    on_film = {f"film_{name}": value for name, value in asdict(DARK).items()}
    tick = icon_path("check" if palette.on_accent == "#000000" else "check-white")
    return _STYLE.substitute(asdict(palette), **on_film, tick=tick)

"""Every key and what the mouse does, out of the table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.actions import tr
from desktop.commands import COMMANDS, GESTURES, MENUS

SCREEN_SHARE = 0.94


class KeysDialog(QDialog):
    """Two columns that fit a small screen; on a smaller one they scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and mouse"))
        tables = {menu: (tr(title).replace("&", ""), _rows_of(menu)) for menu, title in MENUS.items()}
        mouse = (self.tr("Mouse on the film"), [(tr(gesture), tr(text)) for gesture, text in GESTURES])
        body = QWidget()
        layout = QHBoxLayout(body)
        layout.setContentsMargins(*[3 * theme.GRID] * 4)
        layout.setSpacing(5 * theme.GRID)
        layout.addLayout(_column([tables["film"], tables["map"], tables["help"]]))
        layout.addLayout(_column([mouse, tables["view"], tables["file"]]))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        # A scroll area asks for little; the window's frame needs some of the screen too.
        self.resize(body.sizeHint().boundedTo(self.screen().availableSize() * SCREEN_SHARE))


def _column(tables: list[tuple[str, list[tuple[str, str]]]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * theme.GRID)
    grid.setVerticalSpacing(3)
    row = 0
    for title, rows in tables:
        if row:
            grid.setRowMinimumHeight(row, 2 * theme.GRID)
        heading = QLabel(title)
        heading.setFont(theme.bold(heading.font()))
        grid.addWidget(heading, row + 1, 1)
        row += 2
        for keys, text in rows:
            quiet = QLabel(keys)
            quiet.setProperty("role", "quiet")
            grid.addWidget(quiet, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(QLabel(text), row, 1)
            row += 1
    grid.setRowStretch(row, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _rows_of(menu: str) -> list[tuple[str, str]]:
    rows = []
    for command in COMMANDS:
        if command.menu == menu and command.keys and command.help_keys != "-":
            native = QKeySequence.SequenceFormat.NativeText
            keys = command.help_keys or ", ".join(QKeySequence(k).toString(native) for k in command.keys)
            rows.append((keys, tr(command.text).replace("&", "").rstrip("…")))
    return rows

"""Every key and what the mouse does, out of the table of commands: to be searched, and to be changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import fitting, key_bindings, mouse_bindings, theme
from desktop.actions import Actions, tr
from desktop.announcing import announce
from desktop.commands import COMMANDS, GESTURES, HELD_KEYS, MENUS, Command, HeldKey
from desktop.gesture_button import GestureButton
from desktop.key_editor import KeyEditor
from desktop.numbers import isolated
from desktop.reserved_keys import opens_menu

# With less than this of the width that no line would be broken in, one column goes below the other.
LEAST_BESIDE = 0.75
# What has a key of its own.
CHANGEABLE: tuple[Command | HeldKey, ...] = (*COMMANDS, *HELD_KEYS)
NATIVE = QKeySequence.SequenceFormat.NativeText
# What shows the keys, or a gesture; and what they do.
_Parts: TypeAlias = tuple[QLabel | QPushButton, QLabel | QPushButton]


@dataclass(frozen=True, eq=False)
class _Row:
    """One line: what shows the keys, what they do, and under which heading. One of both may be changed."""

    keys: QLabel | QPushButton
    text: QLabel | QPushButton
    heading: QLabel

    def has(self, wanted: str) -> bool:
        """One of its words holds what is searched for."""
        return any(wanted in part.text().casefold() for part in (self.keys, self.text))


class KeysDialog(QDialog):
    """Two columns that fit a small screen; on a smaller one they break lines, or are one, and scroll.

    A press on a key waits for another one; a right click offers its usual key, or none. A key that means
    something already is not taken. A press on what the mouse does offers what else it could do.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._rows: list[_Row] = []
        self._editor: KeyEditor | None = None
        self._refused = False
        self.setWindowTitle(self.tr("Keys and mouse"))
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search the keys"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._show_found)
        body = QWidget()
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        columns.setContentsMargins(3 * theme.GRID, 0, 3 * theme.GRID, theme.GRID)
        columns.setSpacing(5 * theme.GRID)
        halves = self._column(["film", "map", "help"]), self._column(["", "view", "file"])
        for half in halves:
            columns.addLayout(half)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        area.setAccessibleName(self.tr("Keys and what they do"))
        whole, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        head.setContentsMargins(3 * theme.GRID, 2 * theme.GRID, 3 * theme.GRID, theme.GRID)
        head.addWidget(self._search)
        foot.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, theme.GRID)
        self._message = QLabel()
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._usual = QPushButton(self.tr("Usual keys"))
        self._usual.setAutoDefault(False)
        self._usual.setToolTip(self.tr("Take back every change"))
        self._usual.clicked.connect(self._take_back)
        foot.addWidget(self._message, 1)
        foot.addWidget(self._usual)
        whole.addLayout(head)
        whole.addWidget(area)
        whole.addLayout(foot)
        self._say()
        # Before the style sheet has come to them, the buttons ask for less than they will need.
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()
        # A scroll area asks for little; and a line that just fits is broken by a rounded pixel.
        asked, self._unbroken = body.sizeHint(), body.sizeHint().width()
        asked.setWidth(asked.width() + theme.GRID)
        self._half_widths = [half.sizeHint().width() for half in halves]
        asked.setWidth(asked.width() + area.verticalScrollBar().sizeHint().width() + 2 * area.frameWidth())
        around = head.sizeHint().height() + foot.sizeHint().height() + 2 * area.frameWidth()
        asked.setHeight(asked.height() + around)
        for row in self._rows:
            if isinstance(row.text, QLabel):
                row.text.setWordWrap(True)
        fitting.fit(self, asked)

    @property
    def text(self) -> str:
        """All rows that are on view."""
        shown = [row for row in self._rows if row.text.isVisibleTo(self)]
        return "\n".join(f"{row.keys.text()}  {row.text.text()}" for row in shown)

    @property
    def message(self) -> str:
        """What it says of a change."""
        return self._message.text()

    def key_button(self, command: str) -> QPushButton | None:
        """What shows, and changes, the key of a command; None where its keys stay."""
        return self.findChild(QPushButton, command)

    def gesture_button(self, setting: str) -> GestureButton | None:
        """What shows, and changes, what the mouse does; by the key of its setting."""
        return self.findChild(GestureButton, setting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= LEAST_BESIDE * self._unbroken
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        for number, width in enumerate(self._half_widths):
            # So that none breaks its lines while the other has room to spare; below one another, what was
            # found stands together.
            self._columns.setStretch(number, width if beside else number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # None is the default one that Enter would press in a dialog: in the search that would be no search.
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(pressed, QPushButton):
            pressed.click()
        elif opens_menu(event) and isinstance(pressed, QPushButton):
            pressed.customContextMenuRequested.emit(pressed.rect().center())
        else:
            super().keyPressEvent(event)

    # Searching

    @Slot(str)
    def _show_found(self, wanted: str) -> None:
        found = {row for row in self._rows if row.has(wanted.strip().casefold())}
        for row in self._rows:
            row.keys.setVisible(row in found)
            row.text.setVisible(row in found)
        for heading in {row.heading for row in self._rows}:
            heading.setVisible(any(row.heading is heading for row in found))

    # Changing

    def _edit(self, command: Command | HeldKey, button: QPushButton) -> None:
        self._stop_editing()
        self._say(self.tr("Press the new key for “{command}”.").format(command=_plain(command)))
        self._editor = editor = KeyEditor(button)
        editor.keySequenceChanged.connect(partial(self._take, command))
        editor.editingFinished.connect(self._finish)
        editor.show()
        editor.setFocus()

    def _take(self, command: Command | HeldKey, sequence: QKeySequence) -> None:
        if sequence.isEmpty():
            return
        refused = self._refusal(command, sequence)
        self._refused = bool(refused)
        if not refused:
            key_bindings.choose_key(command.id, sequence.toString())
            self._refresh()
        self._say(refused)

    def _refusal(self, command: Command | HeldKey, sequence: QKeySequence) -> str:
        """Why the key cannot be given to ``command``; empty where it can."""
        key = sequence.toString()
        reserved = key_bindings.refusal(sequence, command.id)
        if reserved:
            return reserved
        if isinstance(command, HeldKey) and not key_bindings.can_be_held(key):
            return self.tr("A key that is held cannot have Ctrl, Alt or Shift with it.")
        return self._taken(command, key)

    def _taken(self, command: Command | HeldKey, key: str) -> str:
        other = key_bindings.taken_by(key, command.id)
        if other is None:
            return ""
        named = next(_plain(row) for row in CHANGEABLE if row.id == other)
        shown = QKeySequence(key).toString(NATIVE)
        return self.tr("{key} is taken by “{command}”.").format(key=shown, command=named)

    def _finish(self) -> None:
        """A key was pressed; where it is refused, the next one is waited for."""
        if self._refused and self._editor is not None:
            self._refused = False
            self._editor.clear()
        else:
            self._stop_editing()
            self._say()

    def _tell_gesture(self, gesture: str) -> None:
        """What was chosen for the mouse, and where else to find what it does not do any more."""
        self._stop_editing()
        self._say(" ".join([mouse_bindings.in_words(gesture), *mouse_bindings.ways_left()]))

    def _stop_editing(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            button = editor.parentWidget()
            if button is not None and editor.hasFocus():
                button.setFocus()
            editor.hide()
            editor.deleteLater()

    def _offer(self, command: Command | HeldKey, button: QPushButton, at: QPoint) -> None:
        """What else can be done with one key."""
        self._stop_editing()
        self._say()
        usual, now = key_bindings.usual_keys()[command.id], key_bindings.current_keys()[command.id]
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        back = menu.addAction(self.tr("Usual key"), partial(self._take_usual, command))
        back.setEnabled(bool(usual) and now != usual)
        away = menu.addAction(self.tr("No key"), partial(self._take_away, command))
        # A key that is held is in no menu, where it could be found without.
        away.setEnabled(bool(now) and isinstance(command, Command))
        menu.popup(button.mapToGlobal(at))

    def _take_usual(self, command: Command | HeldKey) -> None:
        usual = key_bindings.usual_keys()[command.id]
        taken = [self._taken(command, key) for key in usual]
        if not all(taken):
            key_bindings.take_back(command.id)
            self._refresh()
        self._say(taken[0] if all(taken) else "")

    def _take_away(self, command: Command | HeldKey) -> None:
        key_bindings.choose_key(command.id, None)
        self._refresh()
        self._say()

    def _take_back(self) -> None:
        key_bindings.forget_choices()
        mouse_bindings.forget_choices()
        self._refresh()
        for button in self.findChildren(GestureButton):
            button.refresh()
        self._say()

    def _refresh(self) -> None:
        self._actions.take_keys()
        keys = key_bindings.current_keys()
        for command in CHANGEABLE:
            button = self.key_button(command.id)
            if button is not None:
                self._show_keys(button, keys[command.id])

    def _say(self, text: str = "") -> None:
        self._message.setText(text or self._how())
        if text:
            announce(self, text)
        self._usual.setEnabled(bool(key_bindings.chosen_keys()) or not mouse_bindings.are_usual())

    def _how(self) -> str:
        return self.tr(
            "Click a key to change it, right-click it for its usual key or none. Click what the mouse does "
            "(▾) to choose. The digits stay: a digit is the number of a window in the file."
        )

    # Building

    def _column(self, menus: list[str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.setVerticalSpacing(2)
        for menu in menus:
            if grid.rowCount() > 1:
                grid.setRowMinimumHeight(grid.rowCount(), 2 * theme.GRID)
            title = tr(MENUS[menu]).replace("&", "") if menu else self.tr("Mouse and held keys on the film")
            heading = QLabel(title)
            heading.setFont(theme.bold(heading.font()))
            grid.addWidget(heading, grid.rowCount() + 1, 1)
            for keys, text in self._commands_of(menu) if menu else self._gestures():
                row = grid.rowCount()
                grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
                side = Qt.AlignmentFlag.AlignLeft if isinstance(text, QPushButton) else Qt.AlignmentFlag(0)
                grid.addWidget(text, row, 1, side)
                self._rows.append(_Row(keys, text, heading))
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _gestures(self) -> list[_Parts]:
        rows: list[_Parts] = []
        for gesture, does in GESTURES:
            shown = QLabel(tr(does)) if isinstance(does, str) else GestureButton(gesture, does)
            if isinstance(shown, GestureButton):
                shown.chosen.connect(self._tell_gesture)
            rows.append((_quiet(tr(gesture)), shown))
        return [*rows, *((self._button(row), QLabel(_plain(row))) for row in HELD_KEYS)]

    def _commands_of(self, menu: str) -> list[_Parts]:
        rows: list[_Parts] = []
        for command in COMMANDS:
            if command.menu != menu or command.help_keys == "-":
                continue
            if command.help_keys:
                rows.append((_quiet(command.help_keys), QLabel(_plain(command))))
                continue
            rows.append((self._button(command), QLabel(_plain(command))))
        return rows

    def _button(self, row: Command | HeldKey) -> QPushButton:
        """Shows a key, or that there is none, and is pressed to change it."""
        button = QPushButton()
        button.setObjectName(row.id)
        button.setProperty("role", "key")
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._edit, row, button))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(partial(self._offer, row, button))
        self._show_keys(button, key_bindings.current_keys()[row.id])
        button.setAccessibleName(_plain(row))
        return button

    def _show_keys(self, button: QPushButton, keys: tuple[str, ...]) -> None:
        # A bracket is another key when it is mirrored.
        named = isolated(", ".join(QKeySequence(key).toString(NATIVE) for key in keys))
        button.setText(named if keys else self.tr("no key"))
        button.setAccessibleDescription(button.text())


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    label.setContentsMargins(0, 0, 5, 0)  # as the buttons below it
    return label


def _plain(command: Command | HeldKey) -> str:
    return tr(command.text).replace("&", "").rstrip("…")

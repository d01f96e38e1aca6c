"""The table of commands as QActions: menus, toolbar and shortcuts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QWidget

from desktop import theme
from desktop.commands import (
    COMMANDS,
    CONTEXT_MENU,
    FILE_WINDOWS,
    MENUS,
    ON_THE_SHOWN_FILM,
    TOOLBAR,
    Command,
)
from desktop.document import Document
from desktop.impressions import ANSWERS, answer_text
from desktop.key_bindings import Keys, current_keys
from desktop.numbers import isolated
from desktop.voi_names import voi_name


def tr(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("actions", text)


class Actions(QObject):
    """The table as QActions that follow the document.

    ``handlers`` has a function for every id; those of checkable commands are given the new state.
    Signals: ``keys_changed()``: the user chose other keys.
    """

    keys_changed = Signal()

    def __init__(
        self, document: Document, handlers: Mapping[str, Callable[..., object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document = self._shown = document
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = QAction(tr(command.text), self)
            action.setObjectName(command.id)
            action.setAutoRepeat(command.id not in ("map", "full_screen"))
            action.setCheckable(command.checkable)
            if command.group:
                group = groups.setdefault(command.group, QActionGroup(self))
                group.addAction(action)
            action.setIconVisibleInMenu(False)
            action.triggered.connect(_called(handlers[command.id], command.checkable))
            self._actions[command.id] = action
            # Also when the menu bar is hidden, in full screen.
            parent.addAction(action)
        self.take_keys()
        self._bar: QToolBar | None = None
        self["actual_size"].setIconText("1:1")
        self["preferences"].setMenuRole(QAction.MenuRole.PreferencesRole)
        for answer in ANSWERS:
            self[f"impression.{answer}"].setIconText(answer_text(answer))
        for signal in (
            document.added,
            document.cleared,
            document.current_changed,
            document.verdict_changed,
            document.progress_changed,
        ):
            signal.connect(self.refresh)
        # Said with every step of a slider.
        document.overlay_changed.connect(self._refresh_map)
        self._watch(document)
        self.take_icons()
        self.refresh()

    def _watch(self, shown: Document) -> None:
        shown.film_changed.connect(self.refresh)
        # Said with every step of a drag, and only this depends on it.
        shown.display_changed.connect(self._refresh_shutter)
        shown.measurements.changed.connect(self._refresh_measurements)

    def add_light_box(self, document: Document) -> None:
        """Listen to another document that :meth:`show` may name."""
        self._watch(document)

    def show(self, document: Document) -> None:
        """What is done to a film is done to this document's from now on."""
        self._shown = document
        self.refresh()

    def __getitem__(self, command: str) -> QAction:
        return self._actions[command]

    def key_or_name(self, command: str) -> str:
        """How to tell somebody to give ``command``: by its key, or by its name where it has none."""
        action = self[command]
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return key or action.text().replace("&", "").rstrip("…")

    def take_keys(self) -> None:
        """Listen to the table's keys, or those that the user chose."""
        current = current_keys()
        for command in COMMANDS:
            keys = current[command.id]
            self[command.id].setShortcuts([QKeySequence(key) for key in keys])
            self[command.id].setToolTip(_tool_tip(command, keys))
        self.keys_changed.emit()

    @Slot()
    def take_icons(self) -> None:
        """Wear the theme's icons."""
        for command in COMMANDS:
            if command.icon:
                self[command.id].setIcon(theme.icon(_facing(command.icon)))
        if self._bar is not None:
            self._bar.setIconSize(QSize(1, 1) * theme.scaled(theme.ICON_SIZE))

    def refresh(self) -> None:
        """Enable what makes sense now, and name the windows of the current film."""
        for command in COMMANDS:
            of_film = command.id in ON_THE_SHOWN_FILM
            document = self._shown if of_film else self._document
            self._actions[command.id].setEnabled(command.enabled(document))
        choices = self._shown.voi_choices
        for number in range(1, FILE_WINDOWS + 1):
            action = self._actions[f"voi.{number}"]
            action.setVisible(number < len(choices))
            if number < len(choices):
                action.setText(voi_name(choices[number], number).replace("&", "&&"))
        self["shutter"].setVisible(self._shown.has_shutter)  # few films have one
        self._refresh_shutter()
        self._refresh_map()

    @Slot()
    def _refresh_map(self) -> None:
        self["map"].setChecked(self._document.overlay.shown and self._document.saliency is not None)

    @Slot()
    def _refresh_measurements(self) -> None:
        for command in ("remove_measurement", "next_measurement"):
            self[command].setEnabled(bool(self._shown.measurements.current))

    @Slot()
    def _refresh_shutter(self) -> None:
        self["shutter"].setChecked(self._shown.shuttered)

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """All commands, in the order of the table."""
        for key, title in MENUS.items():
            menu, section = bar.addMenu(tr(title)), 0
            for command in (c for c in COMMANDS if c.menu == key):
                if command.section != section:
                    menu.addSeparator()
                    section = command.section
                menu.addAction(self[command.id])

    def tool_bar(self) -> QToolBar:
        """The few that deserve a button."""
        bar, spacer = QToolBar(self.tr("Tools")), QWidget()
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for command in TOOLBAR:
            if command == ">":
                bar.addWidget(spacer)
            elif command:
                bar.addAction(self[command])
            else:
                bar.addSeparator()
        self._bar = bar
        self.take_icons()
        return bar

    def context_menu(self, parent: QWidget) -> QMenu:
        """What a right click on the film offers."""
        menu = QMenu(parent)
        for command in CONTEXT_MENU:
            if command == "map" and self._shown is not self._document:
                continue  # there is none of a film that is only compared with
            if command == "voi":
                menu.addActions([self[f"voi.{number}"] for number in range(FILE_WINDOWS + 1)])
            elif command:
                menu.addAction(self[command])
            else:
                menu.addSeparator()
        return menu


def draw_icons() -> None:
    """Have the icons ready that the commands will wear."""
    for command in COMMANDS:
        if command.icon:
            theme.icon(_facing(command.icon))


def _facing(icon: str) -> str:
    """The columns change sides where lines are read from the right; films and their icons do not."""
    sides = ("layout-sidebar", "layout-sidebar-right")
    if icon in sides and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        return sides[1 - sides.index(icon)]
    return icon


def _tool_tip(command: Command, keys: Keys) -> str:
    text = tr(command.text).replace("&", "").rstrip("…")
    named = ", ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
    return f"{text}  ({isolated(named)})" if keys else text


def _called(handler: Callable[..., object], checkable: bool) -> Callable[[bool], None]:
    def call(checked: bool = False) -> None:
        handler(*([checked] if checkable else []))

    return call

"""What a drag or the wheel does, in the list of keys: pressed, it offers what else it could do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from desktop.actions import tr
from desktop.settings import Setting


class GestureButton(QPushButton):
    """Shows the chosen one. A right click or the menu key open the same menu.

    Signals: ``chosen(gesture)``: something was chosen; it is kept already.
    """

    chosen = Signal(str)

    def __init__(self, gesture: str, setting: Setting[str]) -> None:
        super().__init__()
        self._gesture, self._setting = gesture, setting
        self.setObjectName(setting.key)
        self.setProperty("role", "choice")
        self.setAutoDefault(False)
        self.setAccessibleName(tr(gesture))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._offer)
        self.customContextMenuRequested.connect(self._offer)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        does = tr(dict(self._setting.choices)[self._setting.load()])
        self.setText(f"{does}  ▾")
        self.setAccessibleDescription(does)

    @Slot()
    def _offer(self) -> None:
        menu, now = QMenu(self), self._setting.load()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for value, text in self._setting.choices:
            usual = value == self._setting.default
            named = self.tr("{choice} (usual)").format(choice=tr(text)) if usual else tr(text)
            action = menu.addAction(named, partial(self._choose, value))
            action.setCheckable(True)
            action.setChecked(value == now)
            group.addAction(action)
            if value == now:
                menu.setActiveAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, value: str) -> None:
        self._setting.save(value)
        self.refresh()
        self.chosen.emit(self._gesture)

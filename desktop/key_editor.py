"""Where a new key is pressed: it lies over the button that shows the old one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from desktop.reserved_keys import MODIFIERS


class KeyEditor(QKeySequenceEdit):
    """One key. Esc, Tab or a click elsewhere leave it as it was."""

    def __init__(self, button: QWidget) -> None:
        super().__init__(button)
        self.setAccessibleName(self.tr("New key"))
        self.setMaximumSequenceLength(1)
        self.setGeometry(button.rect())
        # Tab goes on from the button; a new part would be the last of the window.
        QWidget.setTabOrder(button, self)
        line = self.findChild(QLineEdit)
        assert line is not None
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        # The menu key is pressed as any other.
        for part in (self, line):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._line = line
        self.clear()

    def clear(self) -> None:
        """Wait for a key, or for another one."""
        super().clear()
        # Qt asks for a key in words each time. What is to be done is told below; here is room for a key.
        self._line.setPlaceholderText("…")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.isAutoRepeat() or event.key() in MODIFIERS:
            # With AltGr a sign is written, and the sign is the key: Qt would take AltGr itself.
            return
        if event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.editingFinished.emit()
            return
        super().keyPressEvent(event)
        # Qt waits until the same key goes up; where Shift goes up before it, that is another one.
        super().keyReleaseEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()

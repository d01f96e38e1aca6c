"""Asking for the passwords of encrypted archives: once each, and never written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.entry import printable, tool_tip

WIDTH = 48 * theme.GRID


class PasswordDialog(QDialog):
    """Asks for the password of one archive; :attr:`password` is empty until it is accepted."""

    def __init__(self, archive: str, tried: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Encrypted archive"))
        self._wrong = QLabel(self.tr("✕  That password does not open it."))
        self._wrong.setProperty("role", "warning")
        self._wrong.setVisible(tried)
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(self.tr("Password"))
        self._field.setPlaceholderText(self.tr("Password"))
        self._show = QCheckBox(self.tr("Show password"))
        self._show.toggled.connect(self._reveal)
        skip, self._open = QPushButton(self.tr("Skip")), QPushButton(self.tr("Open"))
        self._open.setObjectName("primary")
        self._open.setDefault(True)
        self._open.setEnabled(False)
        skip.setAutoDefault(False)
        self._field.textChanged.connect(lambda text: self._open.setEnabled(bool(text)))
        self._open.clicked.connect(self.accept)
        skip.clicked.connect(self.reject)
        question = QLabel()
        question.setTextFormat(Qt.TextFormat.PlainText)
        # A name without an end must not make a dialog without an end.
        name = question.fontMetrics().elidedText(
            printable(Path(archive).name),
            Qt.TextElideMode.ElideMiddle,
            theme.scaled(WIDTH - 18 * theme.GRID),
        )
        question.setText(self.tr("{archive} is encrypted.").format(archive=name))
        question.setToolTip(tool_tip(printable(archive)))
        buttons = QHBoxLayout()
        buttons.addWidget(self._show)
        buttons.addStretch()
        buttons.addWidget(skip)
        buttons.addWidget(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        for widget in (question, self._field, self._wrong):
            layout.addWidget(widget)
        layout.addSpacing(theme.GRID)
        layout.addLayout(buttons)
        self.setFixedWidth(theme.scaled(WIDTH))
        self._field.setFocus()

    @property
    def password(self) -> str:
        """What was typed."""
        return self._field.text()

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self._field.setEchoMode(mode.Normal if shown else mode.Password)


class Passwords(QObject):
    """One question at a time, and none twice unless the user wants it.

    Signals: ``given(archive, password)``. Whoever is told keeps it; here it is forgotten at once.
    """

    given = Signal(str, str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: PasswordDialog | None = None
        # Archives and whether a password was tried. The first is asked about, the others wait their turn.
        self._waiting: dict[str, bool] = {}
        self._skipped: set[str] = set()

    @property
    def dialog(self) -> PasswordDialog | None:
        """The question that is being asked."""
        return self._dialog

    @Slot(str, bool)
    def ask(self, archive: str, tried: bool) -> None:
        """A member of ``archive`` needs a password; ``tried`` when the one given is wrong."""
        if archive not in self._skipped and archive not in self._waiting:
            self._waiting[archive] = tried
            self._next()

    def ask_again(self, *paths: str) -> None:
        """The user names these again: archives that were skipped, or folders of them."""
        self._skipped = {
            archive for archive in self._skipped if not any(Path(archive).is_relative_to(p) for p in paths)
        }

    def forget(self) -> None:
        """No archive is open any more."""
        self._waiting.clear()
        self._skipped.clear()
        if self._dialog is not None:
            self._dialog.reject()

    def _next(self) -> None:
        if self._dialog is not None or not self._waiting:
            return
        archive, tried = next(iter(self._waiting.items()))
        self._dialog = PasswordDialog(archive, tried, self._window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.finished.connect(self._answered)
        self._dialog.show()

    @Slot(int)
    def _answered(self, result: int) -> None:
        assert self._dialog is not None
        password, self._dialog = self._dialog.password, None
        if self._waiting:
            archive = next(iter(self._waiting))
            del self._waiting[archive]
            if result == QDialog.DialogCode.Accepted:
                self.given.emit(archive, password)
            else:
                self._skipped.add(archive)
        self._next()

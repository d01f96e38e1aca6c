"""What stands in the place of the film while there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.document import Document
from desktop.image_view import ImageView
from desktop.messages import error_sentences


class Placeholder(QWidget):
    """Says what to do, that a film is being read, or why it cannot be shown.

    ``without_entry`` gives a title and a text for a light box that has no film to wait for.
    """

    def __init__(
        self,
        document: Document,
        view: ImageView,
        without_entry: Callable[[], tuple[str, str]] | None = None,
    ) -> None:
        super().__init__(view)
        self._document, self._view = document, view
        self._without_entry = without_entry or self._drop_here
        self.setObjectName("film")
        # No film is there to be taken the wrong way round: its buttons go with the language.
        self.setLayoutDirection(QApplication.layoutDirection())
        self._title, self._text = QLabel(), QLabel()
        self._title.setFont(theme.large(self.font()))
        self._text.setProperty("role", "quiet")
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._buttons = QWidget()
        self._button_row = QHBoxLayout(self._buttons)
        self._button_row.setSpacing(theme.GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[4 * theme.GRID] * 4)
        layout.setSpacing(2 * theme.GRID)
        layout.addStretch()
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addWidget(self._buttons, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()
        for signal in (
            document.added,
            document.cleared,
            document.current_changed,
            document.film_changed,
            document.verdict_changed,
            document.progress_changed,
        ):
            signal.connect(self.refresh)
        view.resized.connect(self._fill)
        self.refresh()

    def add_button(self, action: QAction, text: str, primary: bool = False) -> None:
        """A button of the empty state."""
        button = QPushButton(text)
        if primary:
            button.setObjectName("primary")
        button.clicked.connect(action.trigger)
        self._button_row.addWidget(button)

    @property
    def text(self) -> str:
        """What it says; empty when it is hidden."""
        return f"{self._title.text()}\n{self._text.text()}" if self.isVisibleTo(self._view) else ""

    @Slot()
    def refresh(self) -> None:
        """Say what the document's state asks for."""
        entry = self._document.current
        title = text = ""
        looking = self._document.progress.looking
        if entry is None and looking:
            title = self.tr("Looking for films …")
        elif entry is None:
            title, text = self._without_entry()
        elif entry.error is not None and not entry.viewable:
            title = self.tr("This film cannot be shown")
            text = "\n".join([self._elided(entry.file_name), "", *error_sentences(entry.error)])
        elif self._document.film is None:
            title, text = self.tr("Reading …"), self._elided(entry.file_name)
        self._title.setText(title)
        self._text.setText(text)
        self._buttons.setVisible(entry is None and not looking)
        self.setAccessibleName(f"{title}. {text}" if title else "")
        self.setVisible(bool(title))

    def _drop_here(self) -> tuple[str, str]:
        return (
            self.tr("Drop chest radiographs here"),
            self.tr("DICOM, PNG, JPEG, TIFF, whole folders or ZIPs.\nNothing leaves this computer."),
        )

    def _elided(self, text: str) -> str:
        width = max(self._view.width() - 8 * theme.GRID, 20 * theme.GRID)
        return self._text.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.refresh()

    @Slot()
    def _fill(self) -> None:
        self.setGeometry(self._view.rect())

"""Any open film, to be compared with the current one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.compare_words import day_of
from desktop.document import Document
from desktop.entry import Entry, printable
from desktop.long_words import breakable
from desktop.numbers import date
from desktop.wrapped_items import WrappedItems

# More lines than anybody reads; a word more finds the rest.
MOST_LINES = 200
# A file's name without spaces may be longer than a line.
LONGEST_WORD = 16
_NUMBER = Qt.ItemDataRole.UserRole


class ChooseFilm(QDialog):
    """A line to search by, and the films that it finds. Signals: ``chosen(number)``."""

    chosen = Signal(int)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("Compare with another film"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, ID, date or file"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search"))
        self.films = QListWidget()
        self.films.setAccessibleName(self.tr("Films"))
        # Two people of one name differ in what stands last.
        WrappedItems(self.films)
        self.films.setSpacing(2)
        self.films.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._more = QLabel()
        self._more.setProperty("role", "quiet")
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self._ok = buttons.button(kinds.Ok)
        self._ok.setText(self.tr("Compare"))
        for button in buttons.buttons():
            button.setIcon(QIcon())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.GRID] * 4)
        layout.setSpacing(theme.GRID)
        for widget in (self.search, self.films, self._more, buttons):
            layout.addWidget(widget)
        self.search.textChanged.connect(self._find)
        # Up and down move in the list while somebody types.
        self.search.installEventFilter(self)
        self.films.itemActivated.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._find("")

    def sizeHint(self) -> QSize:
        return QSize(720, 420)

    def accept(self) -> None:
        item = self.films.currentItem()
        if item is not None:
            self.chosen.emit(item.data(_NUMBER))
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        up_or_down = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() in up_or_down:  # type: ignore[attr-defined]
            self.films.event(event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _find(self, text: str) -> None:
        words = text.casefold().split()
        self.films.clear()
        found = 0
        for entry in self._document.entries:
            if entry.number == self._document.current_number:
                continue
            line = _line(entry)
            sought = f"{line} {entry.path}".casefold()
            if all(word in sought for word in words):
                found += 1
                if found <= MOST_LINES:
                    item = QListWidgetItem(breakable(line, LONGEST_WORD), self.films)
                    item.setData(_NUMBER, entry.number)
        self.films.setCurrentRow(0)
        self._ok.setEnabled(found > 0)
        if found:
            said = self.tr("{count} more: search for them").format(count=found - MOST_LINES)
        else:
            said = self.tr("No film like that") if words else self.tr("No other film is open")
        self._more.setText(said)
        self._more.setVisible(not found or found > MOST_LINES)


def _line(entry: Entry) -> str:
    """Whose, from when, what."""
    header = entry.header
    if header is None or not (header.patient_name or header.patient_id):
        return entry.file_name
    who = (entry.title, date(header.patient_birth_date), header.patient_sex, header.patient_id)
    return printable("  ".join(part for part in who if part)) + f"   {day_of(entry)}  {entry.caption}"

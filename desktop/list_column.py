"""The column on the left: a line that filters, the list of films, and how many of them are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.arrangement import ALL, CALLED, OUTCOMES
from desktop.document import Document
from desktop.film_list import FilmList
from desktop.messages import class_name
from desktop.sorting import Sort

# So that a run of two thousand films does not count two thousand rows with each of them.
COUNT_MS = 50
# In a longer list than this, what is typed counts when somebody pauses, and no letter waits for it.
LONG_LIST, TYPING_MS = 1000, 150
SORTS = {
    Sort.OPENED: "As opened",
    Sort.PATIENT: "Patient name",
    Sort.DATE: "Study date, newest first",
    Sort.OUTCOME: "Outcome, failed first",
    Sort.COVID: "Probability of COVID-19",
    Sort.NORMAL: "Probability of normal",
    Sort.VIRAL: "Probability of viral pneumonia",
}
SHOWS = {
    ALL: "All films",
    "not run": "Not run",
    "classified": "Classified",
    "refused": "Refused",
    "failed": "Failed",
}


def tr(text: str) -> str:
    """A text of the tables in the user's language."""
    return QCoreApplication.translate("list", text)


class FilterLine(QLineEdit):
    """Esc empties it and gives the keys back to whom it took them from."""

    def __init__(self) -> None:
        super().__init__()
        self._from: QWidget | None = None

    def take_keys(self) -> None:
        """What is typed from now on filters."""
        if not self.hasFocus():
            self._from = QApplication.focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def give_keys_back(self) -> None:
        """Where they came from."""
        to = self._from if self._from is not None and self._from.isVisible() else self.parentWidget()
        if to is not None:
            to.setFocus()

    def event(self, event: QEvent) -> bool:
        # Esc resets the film elsewhere.
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.give_keys_back()
        else:
            super().keyPressEvent(event)


class ListColumn(QWidget):
    """Listens to the document's arrangement; what is hidden is always said."""

    def __init__(self, document: Document, films: FilmList) -> None:
        super().__init__()
        self._document, self._arrangement, self._films = document, document.arrangement, films
        self.line = FilterLine()
        self.line.setPlaceholderText(self.tr("Filter  /"))
        self.line.setAccessibleName(self.tr("Filter the list of films"))
        self.line.setToolTip(self.tr("By name, ID, accession number, description, file name or outcome"))
        self.line.setStyleSheet("padding: 3px 6px;")
        self.line.setMinimumWidth(1)
        self.button = QToolButton()
        self.button.setIcon(theme.icon("adjustments-horizontal"))
        self.button.setIconSize(QSize(16, 16))
        self.button.setToolTip(self.tr("Show and sort"))
        self.button.setAccessibleName(self.tr("Show and sort"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self._shows, self._sorts = self._fill_menu()
        self._state, self._counts, self._nothing = _quiet(), _quiet(), _quiet()
        self._nothing.setText(self.tr("No film matches"))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._all, self._all_too = _link(self.tr("Show all")), _link(self.tr("Show all"))
        self._again = _link("")
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._timer.timeout.connect(self._count)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._find)
        self.line.textChanged.connect(self._typed)
        self.line.returnPressed.connect(self._go_to_first)
        self.menu.aboutToShow.connect(self._number_menu)
        for button in (self._all, self._all_too):
            button.clicked.connect(self._show_all)
        self._again.clicked.connect(self._arrangement.settle)
        self._arrangement.reset.connect(self._rearranged)
        self._arrangement.told.connect(self._count_soon)
        document.entry_changed.connect(self._count_soon)
        self._rearranged()

    def event(self, event: QEvent) -> bool:
        # Other colours, or a finer screen than there was one when the icon was made.
        changes = (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange)
        if event.type() in changes and hasattr(self, "button"):
            self.button.setIcon(theme.icon("adjustments-horizontal"))
        return super().event(event)

    def _lay_out(self) -> None:
        half = theme.GRID // 2
        top, layout = QHBoxLayout(), QVBoxLayout(self)
        top.setContentsMargins(half, half, half, half)
        top.setSpacing(half)
        top.addWidget(self.line, 1)
        top.addWidget(self.button)
        self._empty = QWidget()
        empty = QVBoxLayout(self._empty)
        empty.addStretch(1)
        empty.addWidget(self._nothing)
        empty.addWidget(self._all_too, alignment=Qt.AlignmentFlag.AlignCenter)
        empty.addStretch(2)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(theme.GRID, half, theme.GRID, half)
        foot.setSpacing(half)
        foot.addWidget(self._counts)
        foot.addWidget(self._all, alignment=Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        self._state.setContentsMargins(theme.GRID, 0, theme.GRID, half)
        layout.addWidget(self._state)
        layout.addWidget(self._films, 1)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._foot)

    def _fill_menu(self) -> tuple[dict[str, QAction], dict[Sort, QAction]]:
        shows, sorts = QActionGroup(self), QActionGroup(self)
        shown, sorted_by = dict[str, QAction](), dict[Sort, QAction]()
        for show in (ALL, *OUTCOMES, *CALLED):
            if show == CALLED[0]:
                self.menu.addSeparator()
            action = shown[show] = self.menu.addAction(show_text(show))
            action.triggered.connect(lambda _=False, show=show: self._arrangement.set_show(show))
            shows.addAction(action)
        self.menu.addSeparator()
        for sort in SORTS:
            action = sorted_by[sort] = self.menu.addAction(self._sort_text(sort))
            action.triggered.connect(lambda _=False, sort=sort: self._arrangement.set_sort(sort))
            sorts.addAction(action)
        for action in self.menu.actions():
            action.setCheckable(not action.isSeparator())
        return shown, sorted_by

    def _sort_text(self, sort: Sort) -> str:
        return self.tr("Sort: {order}").format(order=tr(SORTS[sort]))

    @property
    def shows(self) -> dict[str, QAction]:
        """What may be shown, as the menu has it."""
        return self._shows

    @property
    def sorts(self) -> dict[Sort, QAction]:
        """The orders, as the menu has them."""
        return self._sorts

    @property
    def text(self) -> str:
        """How many are shown, and what is hidden."""
        arrangement, total = self._arrangement, self._arrangement.total
        if not arrangement.is_filtered:
            return self.tr("%n films", "", total)
        shown = len(arrangement.shown)
        parts = [self.tr("{shown} of {total} shown").format(shown=shown, total=total)]
        hidden = arrangement.hidden()
        failed = sum(entry.error is not None for entry in hidden)
        if failed:
            parts.append(self.tr("%n failed hidden", "", failed))
        waiting = sum(self._document.withholds(entry) for entry in hidden)
        if waiting and arrangement.show in CALLED:
            parts.append(self.tr("%n hidden until you say what you see", "", waiting))
        current = self._document.current_number
        if current is not None and not arrangement.shows(current):
            parts.append(self.tr("The film on view is hidden"))
        return "\n".join(parts)

    @property
    def sort_again_button(self) -> QPushButton:
        """Only in view while something stands where it does not belong any more."""
        return self._again

    @property
    def show_all_button(self) -> QPushButton:
        """Only in view while something may be hidden."""
        return self._all_too if self._empty.isVisibleTo(self) else self._all

    @Slot()
    def _rearranged(self) -> None:
        arrangement = self._arrangement
        if self.line.text() != arrangement.text and not self._typing.isActive():
            self.line.setText(arrangement.text)
        self._shows[arrangement.show].setChecked(True)
        self._sorts[arrangement.sort].setChecked(True)
        state = [show_text(arrangement.show)] if arrangement.show != ALL else []
        if arrangement.sort is not Sort.OPENED:
            state.append(tr(SORTS[arrangement.sort]))
        self._state.setText("\n".join(state))
        self._state.setVisible(bool(state))
        self._count()

    @Slot()
    def _count_soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _count(self) -> None:
        arrangement = self._arrangement
        self._counts.setText(self.text)
        nothing = arrangement.total > 0 and not arrangement.shown
        self._empty.setVisible(nothing)
        self._films.setVisible(not nothing)
        self._all.setVisible(arrangement.is_filtered and not nothing)
        self._again.setVisible(bool(arrangement.unsettled))
        self._again.setText(self.tr("Sort again ({count})").format(count=arrangement.unsettled))

    @Slot()
    def _number_menu(self) -> None:
        for outcome in OUTCOMES:
            count = self._document.count(outcome)
            self._shows[outcome].setText(f"{show_text(outcome)}  ({count})")

    @Slot()
    def _typed(self) -> None:
        if self._arrangement.total > LONG_LIST:
            self._typing.start()
        else:
            self._find()

    @Slot()
    def _find(self) -> None:
        self._typing.stop()
        self._arrangement.find(self.line.text())

    @Slot()
    def _show_all(self) -> None:
        self._arrangement.show_all()
        self._films.setFocus()

    @Slot()
    def _go_to_first(self) -> None:
        """To what was found."""
        self._find()
        shown, current = self._arrangement.shown, self._document.current_number
        if shown and (current is None or not self._arrangement.shows(current)):
            self._document.select(shown[0])
        if shown:
            self._films.setFocus()


def show_text(show: str) -> str:
    """What is shown, in the user's language."""
    if show in SHOWS:
        return tr(SHOWS[show])
    return tr("Most probable: {finding}").format(finding=class_name(show))


def _quiet() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    label.setFont(theme.small(label.font()))
    return label


def _link(text: str) -> QPushButton:
    """No box: it stands among words."""
    button = QPushButton(text)
    button.setProperty("role", "key")
    button.setFont(theme.small(button.font()))
    return button

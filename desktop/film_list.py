"""The column of films: thumbnail, name, outcome."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop import theme
from desktop.colours import BADGES
from desktop.document import Document
from desktop.entry import Entry, printable

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole
THUMBNAIL = 48
ROW_HEIGHT = THUMBNAIL + 2 * theme.GRID


class FilmListModel(QAbstractListModel):
    """The document's entries as Qt's views want them."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        document.adding.connect(self._adding)
        document.added.connect(self.endInsertRows)
        document.clearing.connect(self.beginResetModel)
        document.cleared.connect(self.endResetModel)
        document.entry_changed.connect(self._entry_changed)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._document.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self._document.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.ToolTipRole:
            # Escaped by hand: Qt guesses whether a tool tip is rich text.
            return f"<p style='white-space:pre'>{_escaped(printable(entry.path))}</p>"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title}, {outcome_word(entry)}"
        return None

    @Slot(int, int)
    def _adding(self, first: int, last: int) -> None:
        self.beginInsertRows(QModelIndex(), first, last)

    @Slot(int)
    def _entry_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))


class FilmList(QTableView):
    """Shows the model and keeps the current row and the document's current entry the same.

    A table of one column, because its rows are all as high and it knows so: a list view asks the model
    for every row whenever one changes, and a folder may hold fifty thousand.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setModel(FilmListModel(document, self))
        self.setItemDelegate(FilmDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Films"))
        self.setMinimumWidth(THUMBNAIL + 5 * theme.GRID)
        self.selectionModel().currentChanged.connect(self._chosen)
        document.current_changed.connect(self._follow)
        document.added.connect(self._follow)

    def sizeHint(self) -> QSize:
        return QSize(156, 600)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # To a table these are the ends of the row.
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self.model().index(0, 0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.model().index(self.model().rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, index: QModelIndex, _: QModelIndex) -> None:
        if index.isValid():
            self._document.select(self._document.entries[index.row()].number)

    @Slot()
    def _follow(self) -> None:
        current = self._document.current
        if current is not None:
            self.setCurrentIndex(self.model().index(self._document.row(current.number), 0))


class FilmDelegate(QStyledItemDelegate):
    """Draws one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(THUMBNAIL, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.PRESSED))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.ACCENT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.RAISED))
        picture = QRect(rect.left() + theme.GRID, rect.top() + theme.GRID, THUMBNAIL, THUMBNAIL)
        painter.fillRect(picture, QColor(theme.FILM_BACKGROUND))
        if entry.thumbnail is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = entry.thumbnail.size().scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(picture.topLeft(), size)
            target.moveCenter(picture.center())
            painter.drawImage(target, entry.thumbnail)
        elif entry.outcome.value == "failed":
            painter.setPen(QColor(BADGES["failed"].colour))
            painter.drawText(picture, Qt.AlignmentFlag.AlignCenter, BADGES["failed"].shape)
        text = rect.adjusted(THUMBNAIL + 2 * theme.GRID, 0, -theme.GRID // 2, 0)
        self._draw_text(painter, option, entry, text)
        painter.restore()

    def _draw_text(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, rect: QRect
    ) -> None:
        font = theme.small(option.font)  # type: ignore[attr-defined]
        metrics, badge = QFontMetrics(font), BADGES[entry.outcome.value]
        painter.setFont(font)
        middle, line = rect.center().y(), metrics.lineSpacing()
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        lines = (
            (entry.title, palette.color(QPalette.ColorRole.Text)),
            (f"{badge.shape} {outcome_word(entry)}", QColor(badge.colour)),
        )
        for number, (text, colour) in enumerate(lines):
            painter.setPen(colour)
            box = QRect(rect.left(), middle - line + number * line, rect.width(), line)
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


def outcome_word(entry: Entry) -> str:
    """The outcome as a word, or what is being done."""
    if entry.reading and entry.outcome.value == "not run":
        return QCoreApplication.translate("outcomes", "reading …")
    return QCoreApplication.translate("outcomes", BADGES[entry.outcome.value].word)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

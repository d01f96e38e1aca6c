"""The column of films: headings, and thumbnail, name and outcome of each film."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
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
from desktop.entry import Entry
from desktop.film_rows import ITEM_ROLE, FilmRows, Heading, Index, outcome_word
from desktop.grouping import PATIENT_LEVEL, SERIES_LEVEL
from desktop.numbers import embedded

THUMBNAIL = 48
ROW_HEIGHT = THUMBNAIL + 2 * theme.GRID
HALF = theme.GRID // 2


class FilmList(QTableView):
    """Shows the rows and keeps the current row and the document's current entry the same.

    A table of one column, because it keeps the heights of its rows: a list view asks the model for every
    row whenever one changes, and a folder may hold fifty thousand.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows = FilmRows(document, self)
        # While rows come and go Qt makes others current, which nobody chose.
        self._changing = False
        self._anchor = QPersistentModelIndex()
        self._anchor_top = 0
        self.setModel(self._rows)
        self.setItemDelegate(FilmDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        # Hidden, it would still look for the place of every heading whose height is set.
        self.verticalHeader().setUpdatesEnabled(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Films"))
        self.setMinimumWidth(THUMBNAIL + 5 * theme.GRID)
        self.selectionModel().currentChanged.connect(self._chosen)
        self._rows.rowsInserted.connect(self._set_heights)
        self._rows.changing.connect(self._hold)
        self._rows.changed.connect(self._let_go)
        document.current_changed.connect(self._follow)

    @property
    def rows(self) -> FilmRows:
        """What it shows."""
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(156, 600)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # To a table these are the ends of the row.
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            last = action == QAbstractItemView.CursorAction.MoveEnd
            entries = self._document.entries
            return self._index_of(entries[-1 if last else 0].number) if entries else QModelIndex()
        return super().moveCursor(action, modifiers)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # With the headings right above it: whose film it is, is part of it.
        first = index.row()
        while first > 0 and self._rows.number_at(first - 1) is None:
            first -= 1
        super().scrollTo(self._rows.index(first, 0), hint)
        super().scrollTo(index, hint)

    @Slot(QModelIndex, QModelIndex)
    def _chosen(self, index: QModelIndex, _: QModelIndex) -> None:
        number = self._rows.number_at(index.row())
        if number is not None and not self._changing:
            self._document.select(number)

    @Slot()
    def _follow(self) -> None:
        current = self._document.current
        if current is not None:
            self.setCurrentIndex(self._index_of(current.number))

    def _index_of(self, number: int) -> QModelIndex:
        return self._rows.index(self._rows.row_of(number), 0)

    @Slot(QModelIndex, int, int)
    def _set_heights(self, _: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            if self._rows.number_at(row) is None:
                heading = self._rows.index(row, 0).data(ITEM_ROLE)
                self.setRowHeight(row, heading_height(heading, self.font()))

    @Slot()
    def _hold(self) -> None:
        """Remember what somebody is looking at: films that come above it must not push it away."""
        self._changing = True
        index = self.currentIndex()
        if not self.viewport().rect().intersects(self.visualRect(index)):
            index = self.indexAt(self.viewport().rect().topLeft())
        self._anchor, self._anchor_top = QPersistentModelIndex(index), self.visualRect(index).top()

    @Slot()
    def _let_go(self) -> None:
        self._follow()
        self._changing = False
        if self._anchor.isValid():
            self.updateGeometries()
            bar, moved = self.verticalScrollBar(), self.visualRect(self._anchor).top() - self._anchor_top
            bar.setValue(bar.value() + moved)


class FilmDelegate(QStyledItemDelegate):
    """Draws one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(THUMBNAIL, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Entry | Heading = index.data(ITEM_ROLE)
        painter.save()
        if isinstance(item, Heading):
            draw_heading(painter, option, item, is_first=index.row() == 0)
        else:
            self._draw_film(painter, option, item)
        painter.restore()

    def _draw_film(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.PRESSED))
            edge = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(_led(option, edge), QColor(theme.ACCENT))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.RAISED))
        picture = QRect(rect.left() + theme.GRID, rect.top() + theme.GRID, THUMBNAIL, THUMBNAIL)
        picture = _led(option, picture)
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
        self._draw_text(painter, option, entry, _led(option, text))

    def _draw_text(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, rect: QRect
    ) -> None:
        font = theme.small(option.font)  # type: ignore[attr-defined]
        metrics, badge = QFontMetrics(font), BADGES[entry.outcome.value]
        painter.setFont(font)
        middle, line = rect.center().y(), metrics.lineSpacing()
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        contradicted, caption = bool(entry.contradicts), embedded(entry.caption)
        title = QColor(theme.WARNING) if contradicted else palette.color(QPalette.ColorRole.Text)
        # Of a file's name the end matters too; of an outcome the shape, which stands at the beginning.
        lines = (
            (f"≠ {caption}" if contradicted else caption, title, Qt.TextElideMode.ElideMiddle),
            (f"{badge.shape} {outcome_word(entry)}", QColor(badge.colour), Qt.TextElideMode.ElideRight),
        )
        for number, (text, colour, elide) in enumerate(lines):
            painter.setPen(colour)
            box = QRect(rect.left(), middle - line + number * line, rect.width(), line)
            elided = metrics.elidedText(text, elide, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


def _led(option: QStyleOptionViewItem, part: QRect) -> QRect:
    """A part of a row laid out from the left, where it lies when lines are read from the right."""
    return QStyle.visualRect(option.direction, option.rect, part)  # type: ignore[attr-defined]


def heading_height(heading: Heading, font: QFont) -> int:
    """What its lines need."""
    lines = len(heading.text.splitlines())
    above = theme.GRID if heading.level == PATIENT_LEVEL else HALF
    return lines * QFontMetrics(theme.small(font)).lineSpacing() + above + HALF


def draw_heading(painter: QPainter, option: QStyleOptionViewItem, heading: Heading, is_first: bool) -> None:
    """The patient in bold with the number of films on the right; study and series quieter below."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    font = theme.small(option.font)  # type: ignore[attr-defined]
    metrics, left, right = QFontMetrics(font), Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    box = QRect(rect.left() + theme.GRID, 0, rect.width() - 2 * theme.GRID, metrics.lineSpacing())
    is_patient = heading.level == PATIENT_LEVEL
    box.moveTop(rect.top() + (theme.GRID if is_patient else HALF))
    if is_patient and not is_first:
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(theme.SEPARATOR))
    title = QRect(box)
    painter.setFont(font)
    painter.setPen(QColor(theme.QUIET_TEXT))
    if is_patient:
        count = str(heading.films)
        painter.drawText(box, right, count)
        title.setRight(box.right() - metrics.horizontalAdvance(count) - theme.GRID)
        title = _led(option, title)
    detail = metrics.elidedText(embedded(heading.detail), Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box.translated(0, box.height()), left, detail)
    if heading.level != SERIES_LEVEL:
        painter.setPen(QColor(theme.TEXT))
    if is_patient:
        painter.setFont(theme.bold(font))
    shown = painter.fontMetrics().elidedText(
        embedded(heading.title), Qt.TextElideMode.ElideRight, title.width()
    )
    painter.drawText(title, left, shown)

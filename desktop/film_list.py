"""The column of films: headings, and thumbnail, name and outcome of each film."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QCursor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
)
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
from desktop.film_rows import BESIDE_ROLE, ITEM_ROLE, LINES_ROLE, FilmRows, Heading, Index
from desktop.grouping import PATIENT_LEVEL, SERIES_LEVEL
from desktop.list_words import outcome_name
from desktop.long_words import in_lines
from desktop.numbers import embedded

THUMBNAIL = 48
# Beside text that leaves it less room; smaller, it would show nothing.
LEAST_THUMBNAIL = 24
HALF = theme.GRID // 2
# The sign of the film beside the current one, in a corner of its thumbnail.
MARK = 16


class FilmList(QTableView):
    """Shows the rows and keeps the current row and the document's current entry the same.

    A table of one column, because it keeps the heights of its rows: a list view asks the model for every
    row whenever one changes, and a folder may hold fifty thousand.
    Signals: ``film_wanted()`` when the keys are to go to the film.
    """

    film_wanted = Signal()

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
        self.verticalHeader().setDefaultSectionSize(film_height(self.font()))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Films"))
        self.setMinimumWidth(THUMBNAIL + 5 * theme.GRID)
        self.selectionModel().currentChanged.connect(self._chosen)
        self._rows.rowsInserted.connect(self._set_heights)
        self._rows.modelReset.connect(self._set_all_heights)
        self._rows.changing.connect(self._hold)
        self._rows.changed.connect(self._let_go)
        document.current_changed.connect(self._follow)
        document.arrangement.hold_while(lambda: self.is_in_use)

    @property
    def rows(self) -> FilmRows:
        """What it shows."""
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(156, 600)

    @property
    def is_in_use(self) -> bool:
        """Somebody is at it, with the mouse or the keys: nothing may jump away under their hand."""
        return self.isVisible() and (self.hasFocus() or self.underMouse())

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # To a table these are the ends of the row.
        if action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MoveEnd):
            rows = range(self._rows.rowCount())
            down = rows if action == QAbstractItemView.CursorAction.MoveHome else reversed(rows)
            ends = (self._rows.index(row, 0) for row in down)
            return next((index for index in ends if index.flags()), QModelIndex())
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the light box's tools, also here; names are typed into the filter."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, index = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._rows.is_folded(index.row()):
            self.film_wanted.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._fold_current(away=key == Qt.Key.Key_Left)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.indexAt(event.position().toPoint()).row()
        if event.button() == Qt.MouseButton.LeftButton and self._rows.is_heading(row):
            self._rows.fold(row)
        else:
            super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle_if_left()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._settle_if_left()

    def _settle_if_left(self) -> None:
        if not self.is_in_use and self._document.arrangement.unsettled:
            self._document.arrangement.settle()

    def _fold_current(self, away: bool) -> None:
        """Fold the next heading above the current row; or, on one that is folded, put its films out."""
        row = self.currentIndex().row()
        if away:
            heading = self._rows.heading_to_fold(row)
            if heading >= 0:
                self._rows.fold(heading)
                self.setCurrentIndex(self._rows.index(heading, 0))
        elif self._rows.is_folded(row):
            current = self._document.current_number
            is_here = current is not None and self._rows.row_in_view(current) == row
            self._rows.fold(row)
            if is_here:
                self._show_current()
            else:
                below = (self._rows.index(one, 0) for one in range(row + 1, self._rows.rowCount()))
                self.setCurrentIndex(next(index for index in below if index.flags()))

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
        number = self._document.current_number
        if number is not None:
            self._rows.reveal(number)
        self._show_current()

    def _show_current(self) -> None:
        """Its row is the current one, or the heading it is folded into; none is where it is hidden."""
        number = self._document.current_number
        row = self._rows.row_in_view(number) if number is not None else -1
        self.setCurrentIndex(self._rows.index(row, 0) if row >= 0 else QModelIndex())

    @Slot(QModelIndex, int, int)
    def _set_heights(self, _: QModelIndex, first: int, last: int) -> None:
        line = QFontMetrics(theme.small(self.font())).lineSpacing()
        of_film = film_height(self.font())
        for row in range(first, last + 1):
            level, lines = self._rows.heading_size(row)
            height = heading_height(level, lines, line) if lines else of_film
            # A reset leaves the rows as high as those that stood there before.
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    @Slot()
    def _set_all_heights(self) -> None:
        self._set_heights(QModelIndex(), 0, self._rows.rowCount() - 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setDefaultSectionSize(film_height(self.font()))
            self._rows.lay_anew()

    @Slot()
    def _hold(self) -> None:
        """Remember what somebody is looking at: films that come above it must not push it away."""
        self._changing = True
        viewport = self.viewport()
        # Under the mouse, where it is over the list: the next click is meant for that.
        index = self.indexAt(viewport.mapFromGlobal(QCursor.pos())) if self.underMouse() else QModelIndex()
        if not index.isValid():
            index = self.currentIndex()
        if not viewport.rect().intersects(self.visualRect(index)):
            index = self.indexAt(viewport.rect().topLeft())
        self._anchor, self._anchor_top = QPersistentModelIndex(index), self.visualRect(index).top()

    @Slot()
    def _let_go(self) -> None:
        if not self._rows.is_folded(self.currentIndex().row()):
            self._show_current()
        self._changing = False
        if self._anchor.isValid():
            self.updateGeometries()
            bar, moved = self.verticalScrollBar(), self.visualRect(self._anchor).top() - self._anchor_top
            bar.setValue(bar.value() + moved)


class FilmDelegate(QStyledItemDelegate):
    """Draws one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(THUMBNAIL, film_height(option.font))  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Entry | Heading = index.data(ITEM_ROLE)
        painter.save()
        if isinstance(item, Heading):
            draw_heading(painter, option, item, index.row() == 0, index.data(BESIDE_ROLE))
        else:
            self._draw_film(painter, option, item, index.data(LINES_ROLE))
            if index.data(BESIDE_ROLE):
                _draw_beside(painter, option)
        painter.restore()

    def _draw_film(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, said: list[str]
    ) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.current().pressed))
            edge = QRect(rect.left(), rect.top(), 3, rect.height())
            painter.fillRect(_led(option, edge), QColor(theme.current().accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.current().raised))
        side = thumbnail_side(rect.width(), QFontMetrics(theme.small(option.font)))  # type: ignore[attr-defined]
        above = (rect.height() - side) // 2
        picture = QRect(rect.left() + theme.GRID, rect.top() + above, side, side)
        picture = _led(option, picture)
        painter.fillRect(picture, QColor(theme.FILM_BACKGROUND))
        if entry.thumbnail is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = entry.thumbnail.size().scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(picture.topLeft(), size)
            target.moveCenter(picture.center())
            painter.drawImage(target, entry.thumbnail)
        elif entry.outcome.value == "failed":
            painter.setPen(QColor(theme.ON_FILM.warning))
            painter.drawText(picture, Qt.AlignmentFlag.AlignCenter, BADGES["failed"].shape)
        text = rect.adjusted(side + 2 * theme.GRID, 0, -HALF, 0)
        self._draw_text(painter, option, entry, said, _led(option, text))

    def _draw_text(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, said: list[str], rect: QRect
    ) -> None:
        font = theme.small(option.font)  # type: ignore[attr-defined]
        metrics, badge = QFontMetrics(font), BADGES[entry.outcome.value]
        painter.setFont(font)
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        colours = theme.current()
        title, quiet = palette.color(QPalette.ColorRole.Text), QColor(colours.quiet_text)
        first, *between, outcome = said
        first = embedded(first)
        if entry.contradicts:
            first, title = f"≠ {first}", QColor(colours.warning)
        # Of a file's name the end matters too; of an outcome the shape, which stands at the beginning.
        middle, right = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight
        # There is room for three lines: names that differ in their middle use the one that is left.
        advance, outcomes = metrics.horizontalAdvance, [f"{badge.shape} {outcome}"]
        if not between:
            outcomes = in_lines(outcomes[0], advance, rect.width())
        names = [first] if between or len(outcomes) > 1 else in_two(first, advance, rect.width())
        lines = [
            *((name, title, right if between else middle) for name in names),
            *((embedded(line), quiet, middle) for line in between),
            *((outcome, QColor(badge.colour), right) for outcome in outcomes),
        ]
        line = metrics.lineSpacing()
        top = rect.center().y() - len(lines) * line // 2
        for number, (text, colour, elide) in enumerate(lines):
            painter.setPen(colour)
            box = QRect(rect.left(), top + number * line, rect.width(), line)
            elided = metrics.elidedText(text, elide, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


def thumbnail_side(width: int, metrics: QFontMetrics) -> int:
    """How large a film is drawn in a row of this width, in pixels: no outcome beside it is cut off."""
    # Two words may stand on two lines, the shape before the first of them.
    outcomes = (f"{badge.shape}\u00a0{outcome_name(outcome)}" for outcome, badge in BADGES.items())
    widest = max(metrics.horizontalAdvance(word) for outcome in outcomes for word in outcome.split(" "))
    # Widths are rounded, and what is half a pixel too wide is cut off.
    return min(THUMBNAIL, max(LEAST_THUMBNAIL, width - 2 * theme.GRID - HALF - widest - 1))


def in_two(name: str, advance: Callable[[str], int], room: int) -> list[str]:
    """A name that is wider than ``room`` on two lines, the first as long as can be."""
    if advance(name) <= room:
        return [name]
    fits = max((end for end in range(1, len(name)) if advance(name[:end]) <= room), default=len(name))
    # A space or a sign between words, where one is near, ends the line better than any letter.
    near = (end for end in range(fits, fits // 2, -1) if not name[end - 1].isalnum())
    end = next(near, fits)
    return [part for part in (name[:end].rstrip(), name[end:].lstrip()) if part]


def _draw_beside(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The sign of the command that put it there, and an edge in outline; the current film's is full."""
    rect: QRect = option.rect  # type: ignore[attr-defined]
    side = thumbnail_side(rect.width(), QFontMetrics(theme.small(option.font)))  # type: ignore[attr-defined]
    right, below = theme.GRID + side, (rect.height() + side) // 2
    sign = QRect(rect.left() + right - MARK, rect.top() + below - MARK, MARK, MARK)
    sign = _led(option, sign)
    painter.fillRect(sign, QColor(theme.current().background))
    theme.icon("compare").paint(painter, sign)
    painter.setPen(QColor(theme.current().accent))
    edge = QRect(rect.left(), rect.top(), 3, rect.height() - 1)
    painter.drawRect(_led(option, edge))


def film_height(font: QFont) -> int:
    """What a film's thumbnail needs, or its three lines."""
    return max(THUMBNAIL, 3 * QFontMetrics(theme.small(font)).lineSpacing()) + 2 * theme.GRID


def _led(option: QStyleOptionViewItem, part: QRect) -> QRect:
    """A part of a row laid out from the left, where it lies when lines are read from the right."""
    return QStyle.visualRect(option.direction, option.rect, part)  # type: ignore[attr-defined]


def heading_height(level: int, lines: int, line: int) -> int:
    """What ``lines`` of the height ``line`` need, for a heading of this level."""
    return lines * line + (theme.GRID if level == PATIENT_LEVEL else HALF) + HALF


def fitted_heading(heading: Heading, fits: Callable[[str], bool]) -> tuple[str, str]:
    """Title and detail of a study: where there is no room, its modality goes below, and the date stays.

    A date without its year would look like that of another year.
    """
    day, _, modality = heading.title.partition("  ")
    if heading.level == SERIES_LEVEL or not modality or fits(embedded(heading.title)):
        return heading.title, heading.detail
    return day, f"{modality}  {heading.detail}" if heading.detail else ""


def draw_heading(
    painter: QPainter,
    option: QStyleOptionViewItem,
    heading: Heading,
    is_first: bool,
    has_mark: bool = False,
) -> None:
    """The patient in bold with the number of films on the right; study and series quieter below.

    ``has_mark``: the film beside the current one is folded into it.
    """
    rect: QRect = option.rect  # type: ignore[attr-defined]
    font = theme.small(option.font)  # type: ignore[attr-defined]
    metrics, left, right = QFontMetrics(font), Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    box = QRect(rect.left() + theme.GRID, 0, rect.width() - 2 * theme.GRID, metrics.lineSpacing())
    is_patient = heading.level == PATIENT_LEVEL
    box.moveTop(rect.top() + (theme.GRID if is_patient else HALF))
    state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, QColor(theme.current().pressed))
    if is_patient and not is_first:
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(theme.current().separator))
    title = QRect(box)
    painter.setFont(font)
    painter.setPen(QColor(theme.current().quiet_text))
    # Of a study or series in view the films below it are count enough.
    count = f"{heading.films}  " if is_patient or heading.is_folded else ""
    count += "▸" if heading.is_folded else "▾"
    painter.drawText(box, right, count)
    title.setRight(box.right() - metrics.horizontalAdvance(count) - theme.GRID)
    if has_mark:
        title.setRight(title.right() - MARK)
        sign = QRect(title.right(), title.center().y() - MARK // 2, MARK, MARK)
        theme.icon("compare").paint(painter, _led(option, sign))
    title = _led(option, title)
    if is_patient:
        said, more = heading.title, heading.detail
    else:
        font_metrics, room = painter.fontMetrics(), title.width()
        said, more = fitted_heading(heading, lambda text: font_metrics.horizontalAdvance(text) <= room)
    for number, line in enumerate(more.split("\n"), 1):
        detail = metrics.elidedText(embedded(line), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box.translated(0, number * box.height()), left, detail)
    if heading.level != SERIES_LEVEL:
        painter.setPen(QColor(theme.current().text))
    if is_patient:
        painter.setFont(theme.bold(font))
    shown = painter.fontMetrics().elidedText(embedded(said), Qt.TextElideMode.ElideRight, title.width())
    painter.drawText(title, left, shown)

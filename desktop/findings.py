"""The probabilities: a table model, and bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop import theme
from desktop.colours import CLASS_MARKS, NONE_MARK, OTHER_CLASS_MARK
from desktop.messages import class_name
from desktop.verdict_words import not_assessed, percent, percents

if TYPE_CHECKING:
    from inference import Prediction

Index = QModelIndex | QPersistentModelIndex

NAME, PROBABILITY = range(2)
ROW_ROLE = Qt.ItemDataRole.UserRole
BAR_HEIGHT = 6
MARK_WIDTH = 2 * theme.GRID
# What is none of the classes stands apart from them.
APART = theme.GRID


@dataclass(frozen=True)
class Row:
    """One line of the table; ``text`` is its percent, or why it has none."""

    name: str
    probability: float
    text: str
    low: float | None = None
    high: float | None = None
    assessed: bool = True
    is_none: bool = False


def rows_of(prediction: Prediction | None) -> tuple[Row, ...]:
    """The classes, always in the same order, so that bars of two films can be compared; then the rest."""
    if prediction is None or not prediction.findings:
        return ()
    findings = sorted(prediction.findings, key=lambda finding: finding.name)
    probabilities = [finding.probability for finding in findings]
    if prediction.none_of_these is not None:
        probabilities.append(prediction.none_of_these)
    texts = percents(probabilities)
    rows = [
        Row(f.name, f.probability, text if f.assessed else not_assessed(f.name), f.low, f.high, f.assessed)
        for f, text in zip(findings, texts, strict=False)
    ]
    if prediction.none_of_these is not None:
        rows.append(Row("none_of_these", prediction.none_of_these, texts[-1], is_none=True))
    return tuple(rows)


class FindingsModel(QAbstractTableModel):
    """One row a class, and one for what is none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_prediction(self, prediction: Prediction | None) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows = rows_of(prediction)
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    @property
    def highest(self) -> float:
        """The greatest probability that is shown."""
        return max((row.probability for row in self._rows if row.assessed), default=0.0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        texts = {NAME: class_name(row.name), PROBABILITY: row.text}
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{texts[NAME]} {row.text}. {self._range(row)}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            # A paragraph makes Qt break the line.
            return f"<p>{texts[NAME]}: {row.text.replace('<', '&lt;')}. {self._range(row)}</p>"
        return None

    def _range(self, row: Row) -> str:
        if row.is_none:
            return self.tr("An opacity that is neither COVID-19 nor viral pneumonia.")
        if row.low is None or row.high is None or not row.assessed:
            return ""
        template = self.tr(
            "From {low} to {high} when the film is changed a little: shifted, turned, scaled, lighter, "
            "darker, blurred, compressed. No confidence interval."
        )
        return template.format(low=percent(row.low), high=percent(row.high)).replace("<", "below")


class BarDelegate(QStyledItemDelegate):
    """A whole row: mark, name and number, and below them the bar over the full width."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        model: FindingsModel = index.model()  # type: ignore[assignment]
        mark, colour = CLASS_MARKS.get(row.name, NONE_MARK if row.is_none else OTHER_CLASS_MARK)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        if row.is_none:
            rect = rect.adjusted(0, APART, 0, 0)
        font, middle = option.font, Qt.AlignmentFlag.AlignVCenter  # type: ignore[attr-defined]
        line = rect.adjusted(0, 2, 0, -4 - _below(row, font))
        right = middle | Qt.AlignmentFlag.AlignRight
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        leads = row.assessed and row.probability == model.highest
        painter.setFont(theme.bold(font) if leads else font)
        painter.setPen(QColor(colour if row.assessed else theme.QUIET_TEXT))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, mark)
        painter.setPen(QColor(theme.TEXT if row.assessed else theme.QUIET_TEXT))
        painter.drawText(line.adjusted(MARK_WIDTH, 0, 0, 0), middle, class_name(row.name))
        if not row.assessed:
            # In place of the bar, and beneath the name as it is: no track, which would read as zero.
            painter.setFont(theme.small(font))
            painter.drawText(rect.adjusted(MARK_WIDTH, 0, 0, -4), Qt.AlignmentFlag.AlignBottom, row.text)
            painter.restore()
            return
        painter.drawText(line, right, row.text)
        track = QRectF(rect.left(), rect.bottom() - BAR_HEIGHT - 1, rect.width(), BAR_HEIGHT)
        self._draw_bar(painter, row, track, colour)
        painter.restore()

    def _draw_bar(self, painter: QPainter, row: Row, track: QRectF, colour: str) -> None:
        bar = QRectF(track)
        bar.setWidth(track.width() * row.probability)
        if row.is_none:
            # An outline: no class, and not to be taken for one.
            painter.setPen(QColor(theme.SEPARATOR))
            painter.drawRect(track.adjusted(0, 0, -1, -1))
            if bar.width() >= 2:
                painter.setPen(QColor(colour))
                painter.drawRect(bar.adjusted(0, 0, -1, -1))
            return
        painter.fillRect(track, QColor(theme.PRESSED))
        painter.fillRect(bar, QColor(colour))
        if row.low is None or row.high is None:
            return
        left = track.left() + round((track.width() - 2) * row.low)
        right = track.left() + round((track.width() - 2) * row.high)
        centre = track.center().y()
        parts = (
            QRectF(left, centre - 1, right - left + 2, 2),
            QRectF(left, track.top() - 1, 2, track.height() + 2),
            QRectF(right, track.top() - 1, 2, track.height() + 2),
        )
        # Edged, to be seen on the bar and on the track.
        for part in parts:
            painter.fillRect(part.adjusted(-1, -1, 1, 1), QColor(theme.BACKGROUND))
        for part in parts:
            painter.fillRect(part, QColor(theme.TEXT))


class FindingsTable(QTableView):
    """The model as bars; as tall as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingsModel(self)
        self.setModel(self.findings)
        self.setItemDelegate(BarDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Probabilities"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setColumnHidden(PROBABILITY, True)
        self.findings.modelReset.connect(self._refit)

    def sizeHint(self) -> QSize:
        return QSize(200, sum(map(self._height, self.findings.rows)) + 2)

    def _height(self, row: Row) -> int:
        line = self.fontMetrics().height() + 8
        return line + _below(row, self.font()) + (APART if row.is_none else 0)

    def _refit(self) -> None:
        for number, row in enumerate(self.findings.rows):
            self.setRowHeight(number, self._height(row))
        self.setFixedHeight(self.sizeHint().height())


def _below(row: Row, font: QFont) -> int:
    """Pixels below a row's name: its bar, or why it has none."""
    return BAR_HEIGHT if row.assessed else QFontMetrics(theme.small(font)).height()

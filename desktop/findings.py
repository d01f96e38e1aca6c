"""The probabilities: a table model, and bars."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop import theme
from desktop.colours import class_mark
from desktop.messages import class_name
from desktop.numbers import isolated
from desktop.verdict_words import not_assessed, percent, percents

if TYPE_CHECKING:
    from inference import Prediction, Probe

Index = QModelIndex | QPersistentModelIndex

NAME, PROBABILITY = range(2)
ROW_ROLE = Qt.ItemDataRole.UserRole
BAR_HEIGHT = 6
# Of the bar with a box hidden, and between the two.
HIDDEN_HEIGHT, HIDDEN_GAP = 4, 2
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
    # With a box hidden.
    hidden: float | None = None
    hidden_text: str = ""

    @property
    def numbers(self) -> str:
        """The percent, and with a box hidden both."""
        if self.hidden is None:
            return self.text
        # One sign for both: "> 99 % → > 99 %" and the longest name would not fit.
        return f"{self.text.removesuffix(' %')} → {self.hidden_text}"


def rows_of(prediction: Prediction | None, probe: Probe | None = None) -> tuple[Row, ...]:
    """The classes, always in the same order, so that bars of two films can be compared; then the rest.

    With a ``probe``, beside each number the one with its box hidden.
    """
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
    return tuple(rows if probe is None else _with_hidden(rows, probe))


def _with_hidden(rows: list[Row], probe: Probe) -> list[Row]:
    hidden = [*(probe.probabilities.get(row.name, probe.none_of_these) for row in rows)]
    return [
        replace(row, hidden=value, hidden_text=text) if row.assessed else row
        for row, value, text in zip(rows, hidden, percents(hidden), strict=True)
    ]


class FindingsModel(QAbstractTableModel):
    """One row a class, and one for what is none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_prediction(self, prediction: Prediction | None, probe: Probe | None = None) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._rows = rows_of(prediction, probe)
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
        texts = {NAME: class_name(row.name), PROBABILITY: row.numbers}
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(
                filter(None, [f"{texts[NAME]} {row.text}.", self._with_box(row), self._range(row)])
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            # A paragraph makes Qt break the line.
            number = f"{row.text}. {self._with_box(row)}".replace("<", "&lt;")
            return f"<p>{texts[NAME]}: {number} {self._range(row)}</p>"
        return None

    def _with_box(self, row: Row) -> str:
        if row.hidden is None:
            return ""
        return self.tr("With the box hidden {number}.").format(number=row.hidden_text)

    def _range(self, row: Row) -> str:
        if row.is_none:
            return self.tr("An opacity that is neither COVID-19 nor viral pneumonia.")
        if row.low is None or row.high is None or not row.assessed:
            return ""
        template = self.tr(
            "From {low} to {high} when the film is changed a little: shifted, turned, scaled, lighter, "
            "darker, blurred, compressed. No confidence interval."
        )
        return template.format(low=percent(row.low), high=percent(row.high)).replace("<", self.tr("below"))


class BarDelegate(QStyledItemDelegate):
    """A whole row: mark, name and number, in a narrow panel on two lines, and below them the bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        model: FindingsModel = index.model()  # type: ignore[assignment]
        mark, colour = class_mark(row.name)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        if row.is_none:
            rect = rect.adjusted(0, APART, 0, 0)
        font, middle = option.font, Qt.AlignmentFlag.AlignVCenter  # type: ignore[attr-defined]
        leads = row.assessed and row.probability == model.highest
        name, goes_below = fitted(row, font, leads, rect.width())
        line = rect.adjusted(0, 2, 0, -4 - _below(row, font))
        second = QRect(line)
        if goes_below:
            line.setHeight(line.height() - QFontMetrics(font).height())
            second.setTop(second.bottom() + 1 - line.height())
        right = middle | Qt.AlignmentFlag.AlignRight
        led = partial(QStyle.visualRect, option.direction, option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setFont(theme.bold(font) if leads else font)
        painter.setPen(QColor(colour if row.assessed else theme.current().quiet_text))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, mark)
        painter.setPen(QColor(theme.current().text if row.assessed else theme.current().quiet_text))
        painter.drawText(led(line.adjusted(MARK_WIDTH, 0, 0, 0)), middle, name)
        if not row.assessed:
            # In place of the bar, and beneath the name as it is: no track, which would read as zero.
            painter.setFont(theme.small(font))
            below = led(rect.adjusted(MARK_WIDTH, 0, 0, -4))
            painter.drawText(below, Qt.AlignmentFlag.AlignBottom, row.text)
            painter.restore()
            return
        painter.drawText(second, right, isolated(row.numbers))
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            # Bars grow from where a line begins.
            painter.translate(2 * rect.left() + rect.width(), 0)
            painter.scale(-1, 1)
        track = QRectF(rect.left(), rect.bottom() - _below(row, font) - 1, rect.width(), BAR_HEIGHT)
        if row.hidden is not None:
            self._draw_hidden(painter, row, track.translated(0, BAR_HEIGHT + HIDDEN_GAP), colour)
        self._draw_bar(painter, row, track, colour)
        painter.restore()

    def _draw_hidden(self, painter: QPainter, row: Row, track: QRectF, colour: str) -> None:
        """Below the bar what is left of it with the box hidden: hatched, not to be taken for the answer."""
        track.setHeight(HIDDEN_HEIGHT)
        painter.fillRect(track, QColor(theme.current().raised))
        track.setWidth(track.width() * (row.hidden or 0.0))
        painter.fillRect(track, QBrush(QColor(colour), Qt.BrushStyle.Dense4Pattern))

    def _draw_bar(self, painter: QPainter, row: Row, track: QRectF, colour: str) -> None:
        bar = QRectF(track)
        bar.setWidth(track.width() * row.probability)
        if row.is_none:
            # An outline: no class, and not to be taken for one.
            painter.setPen(QColor(theme.current().separator))
            painter.drawRect(track.adjusted(0, 0, -1, -1))
            if bar.width() >= 2:
                painter.setPen(QColor(colour))
                painter.drawRect(bar.adjusted(0, 0, -1, -1))
            return
        painter.fillRect(track, QColor(theme.current().pressed))
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
            painter.fillRect(part.adjusted(-1, -1, 1, 1), QColor(theme.current().background))
        for part in parts:
            painter.fillRect(part, QColor(theme.current().text))


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
        leads = row.assessed and row.probability == self.findings.highest
        _, goes_below = fitted(row, self.font(), leads, self.width())
        lines = (2 if goes_below else 1) * self.fontMetrics().height() + 8
        return lines + _below(row, self.font()) + (APART if row.is_none else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._refit()

    def _refit(self) -> None:
        for number, row in enumerate(self.findings.rows):
            self.setRowHeight(number, self._height(row))
        self.setFixedHeight(self.sizeHint().height())


def fitted(row: Row, font: QFont, leads: bool, width: int) -> tuple[str, bool]:
    """The name as far as ``width`` has room for it, and whether the number has none beside it."""
    metrics, name = QFontMetrics(theme.bold(font) if leads else font), class_name(row.name)
    room, needed = width - MARK_WIDTH, metrics.horizontalAdvance(name)
    beside = metrics.horizontalAdvance(row.numbers) + theme.GRID if row.assessed else 0
    goes_below = row.assessed and needed + beside > room
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room), goes_below


def _below(row: Row, font: QFont) -> int:
    """Pixels below a row's name: its bar, or why it has none."""
    if not row.assessed:
        return QFontMetrics(theme.small(font)).height()
    return BAR_HEIGHT + (HIDDEN_GAP + HIDDEN_HEIGHT if row.hidden is not None else 0)

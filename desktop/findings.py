"""The probabilities: a table model, and bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
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
from desktop.colours import CLASS_MARKS, OTHER_CLASS_MARK
from desktop.messages import class_name

if TYPE_CHECKING:
    from inference import Finding

Index = QModelIndex | QPersistentModelIndex

NAME, PROBABILITY = range(2)
FINDING_ROLE = Qt.ItemDataRole.UserRole
BAR_HEIGHT = 6
MARK_WIDTH = 2 * theme.GRID


def percent(probability: float) -> str:
    """Rounded to a whole percent; never a certainty that the number does not have."""
    if 0.0 < probability < 0.005:
        return "< 1 %"
    if 0.995 <= probability < 1.0:
        return "> 99 %"
    return f"{100.0 * probability:.0f} %"


class FindingsModel(QAbstractTableModel):
    """One row a class, always in the same order, so that bars of two films can be compared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()

    def set_findings(self, findings: tuple[Finding, ...]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self._findings = tuple(sorted(findings, key=lambda finding: finding.name))
        self.endResetModel()

    @property
    def highest(self) -> float:
        """The greatest probability."""
        return max((finding.probability for finding in self._findings), default=0.0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._findings)

    def columnCount(self, parent: Index | None = None) -> int:
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self._findings[index.row()]
        texts = {NAME: class_name(finding.name), PROBABILITY: percent(finding.probability)}
        if role == FINDING_ROLE:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{texts[NAME]} {texts[PROBABILITY]}"
        return None


class BarDelegate(QStyledItemDelegate):
    """A whole row: mark, name and number, and below them the bar over the full width."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding: Finding = index.data(FINDING_ROLE)
        model: FindingsModel = index.model()  # type: ignore[assignment]
        mark, colour = CLASS_MARKS.get(finding.name, OTHER_CLASS_MARK)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        font, middle = option.font, Qt.AlignmentFlag.AlignVCenter  # type: ignore[attr-defined]
        line = rect.adjusted(0, 2, 0, -BAR_HEIGHT - 4)
        painter.save()
        painter.setFont(theme.bold(font) if finding.probability == model.highest else font)
        painter.setPen(QColor(colour))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, mark)
        painter.setPen(QColor(theme.TEXT))
        painter.drawText(line.adjusted(MARK_WIDTH, 0, 0, 0), middle, class_name(finding.name))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, percent(finding.probability))
        track = QRectF(rect.left(), rect.bottom() - BAR_HEIGHT - 1, rect.width(), BAR_HEIGHT)
        painter.fillRect(track, QColor(theme.PRESSED))
        track.setWidth(track.width() * finding.probability)
        painter.fillRect(track, QColor(colour))
        painter.restore()


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
        self.verticalHeader().setDefaultSectionSize(self._row_height())
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.setColumnHidden(PROBABILITY, True)
        self.findings.modelReset.connect(self._refit)

    def sizeHint(self) -> QSize:
        return QSize(200, self._row_height() * self.findings.rowCount() + 2)

    def _row_height(self) -> int:
        return self.fontMetrics().height() + BAR_HEIGHT + 8

    def _refit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

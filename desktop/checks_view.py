"""The answered checks: a tick or a cross, the question, the measured value and its limit."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop import theme
from desktop.messages import check_sentences

if TYPE_CHECKING:
    from inference import Check

PASSED, FAILED, NOTED = "✓", "✕", "i"
# The one check that asks nothing: it says for whom the numbers are meant.
AGE_GROUP = "age group"


class ChecksView(QWidget):
    """One row a check, built anew for every image."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)

    def set_checks(self, checks: tuple[Check, ...]) -> None:
        """Replace what is shown."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, check in enumerate(checks):
            noted = check.name == AGE_GROUP and check.passed
            sign = NOTED if noted else PASSED if check.passed else FAILED
            finding, remedy = check_sentences(check)
            sentence = finding if check.passed else f"{finding} {remedy}"
            word = self.tr("Note") if noted else self.tr("Passed") if check.passed else self.tr("Failed")
            for column, text in enumerate((sign, check.name, _measured(check))):
                label = QLabel(text)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setFont(theme.small(self.font()))
                if check.passed and not noted:
                    label.setProperty("role", "quiet")
                label.setAccessibleName(word if column == 0 else "")
                label.setAccessibleDescription(sentence)
                label.setToolTip(f"<p>{escape(sentence)}</p>")
                side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(label, row, column, side | Qt.AlignmentFlag.AlignTop)


def _measured(check: Check) -> str:
    """The value and what it is held against, in the form of the number; a word where it is one."""
    if check.value is None or (check.word and check.limit is None):
        return check.word if len(check.word) <= 16 else f"{check.word[:15]}…"
    value = _short(check.value)
    if check.limit is None:
        return value
    return f"{value}  ({'≥' if check.bound == 'at least' else '≤'} {_short(check.limit)})"


def _short(value: float) -> str:
    if value == round(value):
        return f"{value:.0f}"
    if 0 < value < 0.005:
        return "< 0.01"
    return f"{value:.2f}" if value < 1 else f"{value:.2g}"

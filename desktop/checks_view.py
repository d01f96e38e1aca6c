"""The answered checks: a tick or a cross, the question, the measured value and its limit."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop import settings, theme
from desktop.long_words import PIECE, FittingButton, breakable
from desktop.messages import check_name, check_sentences
from desktop.numbers import isolated, number

if TYPE_CHECKING:
    from inference import Check

FOLDED, UNFOLDED = "▸", "▾"
PASSED, FAILED, NOTED = "✓", "✕", "i"
# The one check that asks nothing: it says for whom the numbers are meant.
AGE_GROUP = "age group"
NO_BREAK = "\u00a0"


class NameLabel(QLabel):
    """Asks for no more than its longest word, so that it goes on below before a value beside it does."""

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())


class ChecksView(QWidget):
    """One row a check, below a line that says how many passed and folds the rest away.

    Checks of which one failed cannot be folded: they stand where a result would. The labels stay and get
    other words: to make forty of them held up the window with every verdict.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fold = FittingButton()
        self._fold.setProperty("role", "key")
        # Its tick stands above the others.
        self._fold.setProperty("flush", True)
        self._fold.setFont(theme.small(self.font()))
        self._fold.clicked.connect(self._turn)
        self._list = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self._fold, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._list)
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, ...]] = []
        self._checks: tuple[Check, ...] = ()
        settings.changes.changed.connect(self._setting_changed)

    def set_checks(self, checks: tuple[Check, ...]) -> None:
        """Replace what is shown."""
        if checks == self._checks:
            # The panel is told of a film and of its verdict, and there are forty labels.
            return
        self._checks = checks
        while len(self._rows) < len(checks):
            self._rows.append(self._new_row(len(self._rows)))
        for row, labels in enumerate(self._rows):
            for label in labels:
                label.setVisible(row < len(checks))
        for labels, check in zip(self._rows, checks, strict=False):
            noted = check.name == AGE_GROUP and check.passed
            sign = NOTED if noted else PASSED if check.passed else FAILED
            finding, remedy = check_sentences(check)
            sentence = finding if check.passed else f"{finding} {remedy}"
            word = self.tr("Note") if noted else self.tr("Passed") if check.passed else self.tr("Failed")
            labels[0].setAccessibleName(word)
            texts = (sign, check_name(check), isolated(_measured(check)))
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
                theme.set_role(label, "quiet" if check.passed and not noted else "")
                label.setAccessibleDescription(sentence)
                label.setToolTip(f"<p>{escape(sentence)}</p>")

        self._show_fold()

    @Slot()
    def _turn(self) -> None:
        settings.CHECKS_FOLDED.save(not settings.CHECKS_FOLDED.load())

    @Slot(str)
    def _setting_changed(self, key: str) -> None:
        if key == settings.CHECKS_FOLDED.key:
            self._show_fold()

    def _show_fold(self) -> None:
        asked = [check for check in self._checks if check.name != AGE_GROUP]
        foldable = bool(asked) and all(check.passed for check in self._checks)
        folded = foldable and settings.CHECKS_FOLDED.load()
        self._fold.setVisible(foldable)
        self._list.setVisible(not folded)
        count = self.tr("{sign}  all {number} checks passed").format(sign=PASSED, number=len(asked))
        arrow = FOLDED if folded else UNFOLDED
        self._fold.set_texts(f"{count}  {arrow}", f"{PASSED}  {len(asked)}  {arrow}")
        self._fold.setAccessibleName(count)
        told = self.tr("Show each check") if folded else self.tr("Fold the checks away")
        self._fold.setToolTip(told)
        self._fold.setAccessibleDescription(told)

    def _new_row(self, row: int) -> tuple[QLabel, ...]:
        labels = QLabel(), NameLabel(), QLabel()
        for column, label in enumerate(labels):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(theme.small(self.font()))
            # A long name goes on below, and where that is not enough a value: cut off, it would be another.
            label.setWordWrap(column > 0)
            side = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            # Each fills its column, or it would be broken as soon as it is not the shortest.
            self._grid.addWidget(label, row, column)
        return labels


def _measured(check: Check) -> str:
    """The value and what it is held against, in the form of the number; a word where it is one."""
    if check.value is None or (check.word and check.limit is None):
        word = _word(check)
        return breakable(word if len(word) <= 16 else f"{word[:15]}…", PIECE)
    value = _short(check.value)
    if check.limit is None:
        return value
    sign = "≥" if check.bound == "at least" else "≤"
    return f"{value}  ({sign}{NO_BREAK}{_short(check.limit)})"


def _word(check: Check) -> str:
    """What the file says, as it says it; of the age group, which of ours."""
    groups = {
        "child": QCoreApplication.translate("checks", "child"),
        "adult": QCoreApplication.translate("checks", "adult"),
        "uncertain": QCoreApplication.translate("checks", "uncertain"),
    }
    return groups.get(check.word, check.word) if check.name == AGE_GROUP else check.word


def _short(value: float) -> str:
    if value == round(value):
        return f"{value:.0f}"
    if 0 < value < 0.005:
        return f"< {number(0.01, '.2f')}"
    return number(value, ".2f" if value < 1 else ".2g")

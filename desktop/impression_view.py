"""The reader's own impression: asked for before the result, and afterwards beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.document import Document
from desktop.impressions import Impressions, answer_text
from desktop.numbers import moment


class ImpressionView(QWidget):
    """A button for each answer while the result is withheld; then both, with their times."""

    def __init__(self, document: Document, impressions: Impressions, answers: Sequence[QAction]) -> None:
        super().__init__()
        self._document, self._impressions = document, impressions
        self._words, self._times = QLabel(), QLabel()
        for label in (self._words, self._times):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._times.setFont(theme.small(self.font()))
        self._times.setProperty("role", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        layout.addWidget(self._words)
        layout.addWidget(self._times)
        self._buttons = [_button(action) for action in answers]
        for button in self._buttons:
            layout.addWidget(button)
        document.current_changed.connect(self.refresh)
        document.verdict_changed.connect(self.refresh)
        self.refresh()

    @property
    def has_something_to_say(self) -> bool:
        """An impression is asked for, or there is one."""
        entry = self._document.current
        return self._document.withheld or (entry is not None and self._impressions.of(entry) is not None)

    @Slot()
    def refresh(self) -> None:
        """Ask, or tell."""
        entry, words, times = self._document.current, "", ""
        impression = self._impressions.of(entry) if entry is not None else None
        if self._document.withheld:
            words = self.tr("Say first what you see: then the result unfolds.")
        elif entry is not None and impression is not None:
            words = answer_text(impression.answer)
            result = self._impressions.result_at(entry)
            times = self.tr("Recorded {time}").format(time=moment(impression.at))
            if result is not None:
                template = self.tr("{recorded}, result of {time}")
                times = template.format(recorded=times, time=moment(result))
        for label, text in ((self._words, words), (self._times, times)):
            label.setText(text)
            label.setVisible(bool(text))
        for button in self._buttons:
            button.setVisible(self._document.withheld)


def _button(action: QAction) -> QPushButton:
    """What the action does, with its key at hand: the button is there to teach it."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    button = QPushButton(f"{action.iconText()}   {key}")
    button.clicked.connect(action.trigger)
    return button

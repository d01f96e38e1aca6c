"""The reader's own impression: asked for before the result, and afterwards beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.document import Document
from desktop.impressions import Impression, Impressions, answer_text
from desktop.long_words import FittingButton
from desktop.numbers import moment


class ImpressionView(QWidget):
    """A button for each answer while the result is withheld; then both, with their times.

    A wrong one is amended with the same keys, or with the buttons, which "Change" brings back.
    """

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
        # On one line: what the reader waits for stands below.
        said = QHBoxLayout()
        said.addWidget(self._words, 1)
        self._change = QPushButton(self.tr("Change"))
        self._change.setToolTip(self.tr("The first impression is kept beside the new one"))
        self._change.clicked.connect(self._begin_changing)
        said.addWidget(self._change)
        layout.addLayout(said)
        layout.addWidget(self._times)
        self._buttons = [AnswerButton(action) for action in answers]
        for button in self._buttons:
            button.clicked.connect(self._stop_changing)
            layout.addWidget(button)
        self._changing = False
        document.current_changed.connect(self._stop_changing)
        document.verdict_changed.connect(self.refresh)
        impressions.amended.connect(self._stop_changing)
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
        told = self._impressions.all_of(entry) if entry is not None else ()
        if self._document.withheld:
            words = self.tr("Say first what you see: then the result unfolds.")
        elif entry is not None and told:
            words = answer_text(told[-1].answer)
            times = "\n".join([self._first(told), *map(self._amended, told[1:])])
            result = self._impressions.result_at(entry)
            if result is not None:
                alone = self.tr("{recorded}, result of {time}")
                template = alone if len(told) == 1 else self.tr("{recorded}\nResult of {time}")
                times = template.format(recorded=times, time=moment(result))
        for label, text in ((self._words, words), (self._times, times)):
            label.setText(text)
            label.setVisible(bool(text))
        asked = self._document.withheld or self._changing
        for button in self._buttons:
            button.setVisible(asked)
        self._change.setVisible(bool(words) and not asked)

    def _first(self, told: Sequence[Impression]) -> str:
        """With its answer only where another one stands above."""
        first = told[0]
        text = self.tr("Recorded {time}").format(time=moment(first.at))
        if len(told) > 1:
            text = f"{text}: {answer_text(first.answer)}"
        return text + self._when(first) if first.after_model else text

    def _amended(self, impression: Impression) -> str:
        text = self.tr("Amended {time}: {answer}")
        text = text.format(time=moment(impression.at), answer=answer_text(impression.answer))
        return text + self._when(impression)

    def _when(self, impression: Impression) -> str:
        """Whether it was said with the model's answer in sight: that makes it another kind of statement."""
        if impression.after_model:
            return self.tr(", after seeing the model")
        return self.tr(", before seeing the model")

    @Slot()
    def _begin_changing(self) -> None:
        self._changing = True
        self.refresh()
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _stop_changing(self) -> None:
        self._changing = False
        self.refresh()


class AnswerButton(FittingButton):
    """An answer, and its key to teach it; in a narrow column without the key."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setProperty("role", "answer")
        self._take_key()
        # The user may choose another key.
        action.changed.connect(self._take_key)
        self.clicked.connect(action.trigger)

    @Slot()
    def _take_key(self) -> None:
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        answer = self._action.iconText()
        self.set_texts(f"{answer}   {key}".rstrip(), answer)

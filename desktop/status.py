"""The bottom line: counts, progress, cancel, and what this program is not."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from desktop import motion, theme
from desktop.document import Document


class StatusBar(QStatusBar):
    """Listens to the document. The disclaimer on the right is always there."""

    def __init__(self, document: Document, cancel: QAction, run_rest: QAction) -> None:
        super().__init__()
        self._document = document
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        self._counts = QLabel()
        # On a small screen the counts give way, the disclaimer does not.
        self._counts.setMinimumWidth(1)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(160)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._cancel = _button(self.tr("Cancel"), cancel)
        self._run_rest = _button(self.tr("Run the rest"), run_rest)
        self._disclaimer = QLabel(self.tr("Research use, not a medical device"))
        for widget in (self._counts, self._progress, self._cancel, self._run_rest):
            self.addWidget(widget)
        self.addPermanentWidget(self._disclaimer)
        for signal in (document.added, document.cleared, document.entry_changed, document.progress_changed):
            signal.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """The counts as they are shown."""
        return self._counts.text()

    @property
    def cancel_button(self) -> QPushButton:
        """Only in view while there is something to cancel."""
        return self._cancel

    @Slot()
    def refresh(self) -> None:
        """Count again."""
        document, progress = self._document, self._document.progress
        total, left = len(document.entries), document.count("not run")
        working = progress.busy
        text = self.tr("{classified} of {total} classified, {refused} refused, {failed} failed")
        if left and not working:
            text = self.tr(
                "{classified} of {total} classified, {refused} refused, {failed} failed, {left} not run"
            )
        counts = {outcome: document.count(outcome) for outcome in ("classified", "refused", "failed")}
        sentences = [text.format(total=total, left=left, **counts)] if total else []
        if progress.looking:
            looking = self.tr("Looking for films: {found} found") if progress.found else ""
            looking = looking or self.tr("Looking for films …")
            sentences.insert(0, looking.format(found=progress.found))
        self._counts.setText(".  ".join(sentences))
        self._counts.setToolTip(self._counts.text())
        self._run_rest.setVisible(bool(left) and not working)
        # Without an end to count towards, the bar only moves; the words beside it say as much.
        self._progress.setVisible(working and not (progress.total == 0 and motion.is_reduced()))
        self._cancel.setVisible(working)
        # Without an end to count towards, Qt shows that something moves.
        self._progress.setMaximum(progress.total)
        self._progress.setValue(progress.done)


def _button(text: str, action: QAction) -> QPushButton:
    """Low enough for a status bar."""
    button = QPushButton(text)
    button.setStyleSheet("padding: 1px 10px;")
    button.clicked.connect(action.trigger)
    return button

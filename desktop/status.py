"""The bottom line: counts, progress, cancel, and what this program is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from desktop import motion, theme
from desktop.counts_forms import forms
from desktop.document import Document
from desktop.list_words import filter_words

# The progress bar has what the counts leave of this; of less than the other it would say nothing.
BAR_WIDTH, LEAST_BAR = 160, 40


class StatusBar(QStatusBar):
    """Listens to the document. The disclaimer on the right is always there.

    While the list is folded away, it says that a filter hides films, and a press brings the list back.
    """

    def __init__(self, document: Document, cancel: QAction, run_rest: QAction, show_list: QAction) -> None:
        super().__init__()
        self._document, self._show_list = document, show_list
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.GRID, 0, theme.GRID, 0)
        self._counts = QLabel()
        # On a small screen the counts give way, in whole parts; the disclaimer does not.
        self._counts.setMinimumWidth(1)
        self._forms = [""]
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(BAR_WIDTH)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._cancel = _button(self.tr("Cancel"), cancel)
        self._run_rest = _button(self.tr("Run the rest"), run_rest)
        self._filtered = _button("", show_list)
        self._filtered.setToolTip(self.tr("A filter hides films. Show the list"))
        self._disclaimer = QLabel(self.tr("Research use, not a medical device"))
        for widget in (self._filtered, self._counts, self._progress, self._cancel, self._run_rest):
            # Or the window would at first be as wide as all of them need.
            widget.setVisible(widget is self._counts)
            self.addWidget(widget)
        self.addPermanentWidget(self._disclaimer)
        for signal in (document.added, document.cleared, document.entry_changed, document.progress_changed):
            signal.connect(self.refresh)
        for signal in (document.arrangement.reset, document.arrangement.told, show_list.toggled):
            signal.connect(self._tell_filter)
        self.refresh()

    @property
    def text(self) -> str:
        """The counts as they are shown."""
        return self._counts.text()

    @property
    def cancel_button(self) -> QPushButton:
        """Only in view while there is something to cancel."""
        return self._cancel

    @property
    def filter_button(self) -> QPushButton:
        """Only in view while films are hidden by a list that is hidden itself."""
        return self._filtered

    @Slot()
    def _tell_filter(self) -> None:
        arrangement = self._document.arrangement
        self._filtered.setText(filter_words(len(arrangement.shown), arrangement.total))
        self._filtered.setVisible(arrangement.is_filtered and not self._show_list.isChecked())

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
        sentence, looking = text.format(total=total, left=left, **counts), ""
        if progress.looking:
            looking = self.tr("Looking for films: {found} found") if progress.found else ""
            looking = looking or self.tr("Looking for films …")
            looking = looking.format(found=progress.found)
        self._forms = forms(looking, sentence, {**counts, "not run": 0 if working else left}, total)
        # Whole, also where less is shown.
        self._counts.setToolTip(self._forms[0])
        self._counts.setAccessibleName(self._forms[0])
        self._tell_filter()
        self._run_rest.setVisible(bool(left) and not working)
        # Without an end to count towards, the bar only moves; the words beside it say as much.
        self._progress.setVisible(working and not (progress.total == 0 and motion.is_reduced()))
        self._cancel.setVisible(working)
        # Without an end to count towards, Qt shows that something moves.
        self._progress.setMaximum(progress.total)
        self._progress.setValue(progress.done)
        self._fit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        # Of a part that comes, goes, or has another font.
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The longest form of the counts that there is room for; the bar has what is left."""
        others = (self._filtered, self._cancel, self._run_rest, self._disclaimer)
        taken = [part.sizeHint().width() for part in others if not part.isHidden()]
        # Of the gaps Qt does not tell: one at each part, and one at either end.
        room = self.contentsRect().width() - sum(taken) - 2 * theme.GRID * (len(taken) + 2)
        metrics = QFontMetrics(self._counts.font())
        widths = [metrics.horizontalAdvance(form) + theme.GRID for form in self._forms]
        fits = (number for number, width in enumerate(widths) if width <= room)
        shown = next(fits, len(widths) - 1)
        self._counts.setText(self._forms[shown])
        left = min(BAR_WIDTH, room - widths[shown])
        self._progress.setFixedWidth(left if left >= LEAST_BAR else 0)


def _button(text: str, action: QAction) -> QPushButton:
    """Low enough for a status bar."""
    button = QPushButton(text)
    button.setStyleSheet("padding: 1px 10px;")
    button.clicked.connect(action.trigger)
    return button

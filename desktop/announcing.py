"""Tells screen readers what became of the film on view, wherever the keyboard is at the moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from desktop.document import Document
from desktop.spoken import spoken_verdict

# What the arrow keys do is told when they rest: with every step it would never be heard to the end.
REST_MS = 300


def announce(widget: QWidget, text: str, assertive: bool = False) -> None:
    """To who listens to the window of ``widget``; ``assertive`` interrupts what the reader is saying."""
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Says the verdict, or the failure, of the current film once; of the others of a batch nothing.

    A verdict comes a second time with its ranges: that is no news, and the panel's words have them.
    Signals: ``said(text)``.
    """

    said = Signal(str)

    def __init__(self, document: Document, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window
        self._told: tuple[object, ...] = ()
        self._later = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._say_later)
        document.verdict_changed.connect(self._verdict_changed)
        document.current_changed.connect(self._verdict_changed)

    def say(self, text: str, assertive: bool = False) -> None:
        """Now; ``assertive`` interrupts what the reader is saying."""
        if text:
            announce(self._window, text, assertive)
            self.said.emit(text)

    @Slot(str)
    def say_at_rest(self, text: str) -> None:
        """When nothing else was said for a moment; only the last of several."""
        self._later = text
        self._rest.start()

    @Slot()
    def _say_later(self) -> None:
        self.say(self._later)

    @Slot()
    def _verdict_changed(self) -> None:
        entry, withheld = self._document.current, self._document.withheld
        if entry is None or (entry.error is None and entry.prediction is None):
            self._told = ()
            return
        outcome = entry.outcome.value
        news = (entry.number, entry.fingerprint, outcome, withheld)
        if news != self._told:
            self._told = news
            title = f"{entry.title}: " if entry.title else ""
            self.say(title + spoken_verdict(entry, withheld), assertive=outcome == "failed")

"""Notes of which films the numbers or a map have been in sight, for what is said of them afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.document import Document
from desktop.impressions import Impressions


class Seen(QObject):
    """Watches the document and the panel: folded away, or in full screen, the panel shows nothing."""

    def __init__(self, document: Document, impressions: Impressions, panel: QWidget) -> None:
        super().__init__(panel)
        self._document, self._impressions, self._panel = document, impressions, panel
        panel.installEventFilter(self)
        document.film_changed.connect(self.refresh)
        document.verdict_changed.connect(self.refresh)
        document.overlay_changed.connect(self.refresh)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.refresh()
        return super().eventFilter(watched, event)

    @Slot()
    def refresh(self) -> None:
        """What is in sight now."""
        document, entry = self._document, self._document.current
        if entry is None or not document.has_numbers or document.withheld:
            return
        map_drawn = document.film is not None and document.overlay.shown
        # A screen reader is told the numbers wherever the panel is.
        if map_drawn or self._panel.isVisible() or QAccessible.isActive():
            self._impressions.note_seen(entry)

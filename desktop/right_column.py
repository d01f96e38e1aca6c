"""The right column: the result, and at its foot the histogram while it is wanted and there is room."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import theme

# In a lower window the histogram makes room, for the result says what the film may not be used for.
LEAST_PANEL = 200


class RightColumn(QWidget):
    """``subject`` stands above both while it has to be said which film they are about."""

    def __init__(self, panel: QWidget, histogram: QWidget, subject: QWidget) -> None:
        super().__init__()
        self._histogram, self._wanted = histogram, False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(subject)
        layout.addWidget(panel, 1)
        layout.addWidget(histogram)
        histogram.hide()
        self.setFocusProxy(panel)

    def want_histogram(self, wanted: bool) -> None:
        """Show it, or fold it away."""
        self._wanted = wanted
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        needed = theme.scaled(LEAST_PANEL) + self._histogram.sizeHint().height()
        self._histogram.setVisible(self._wanted and self.height() >= needed)

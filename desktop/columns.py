"""The three columns: films, film, result."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop import theme

# Shares of the window's width for list and panel, and their least and greatest widths in pixels: the
# film keeps 70 % on the smallest screen and more on every larger one.
LIST_SHARE, LIST_WIDTHS = 0.114, (156, 220)
PANEL_SHARE, PANEL_WIDTHS = 0.184, (251, 340)
LIST, FILM, PANEL = range(3)


class Columns(QSplitter):
    """``films`` and ``panel`` fold away and keep their widths; ``view`` takes the rest."""

    def __init__(self, films: QWidget, view: QWidget, panel: QWidget, width: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for widget in (films, view, panel):
            self.addWidget(widget)
        self.setStretchFactor(FILM, 1)
        films_width = _clamped(LIST_SHARE * width, LIST_WIDTHS)
        self._scale = theme.text_scale()
        panel_width = round(_clamped(PANEL_SHARE * width, PANEL_WIDTHS) * self._scale)
        self.setSizes([films_width, width - films_width - panel_width, panel_width])
        self._fit_panel()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_panel()

    def _fit_panel(self) -> None:
        """As wide as the text asks: no sentence and no number may be cut. The list shortens names."""
        panel, scale = self.widget(PANEL), theme.text_scale()
        panel.setMinimumWidth(round(PANEL_WIDTHS[0] * scale) if scale > 1.0 else 0)
        if panel.isVisible() and scale < self._scale:
            films, film, wide = self.sizes()
            narrow = round(wide * scale / self._scale)
            self.setSizes([films, film + wide - narrow, narrow])
        self._scale = scale

    def show_column(self, index: int, shown: bool) -> None:
        """Fold the list or the panel in or out."""
        self.widget(index).setVisible(shown)


def _clamped(width: float, limits: tuple[int, int]) -> int:
    least, greatest = limits
    return min(max(round(width), least), greatest)

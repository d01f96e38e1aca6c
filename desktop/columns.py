"""The three columns: films, film, result."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop import theme

LIST, FILM, PANEL = range(3)
# Shares of the window's width for list and panel, and their widths in pixels: what is read with ease, and
# more than which is empty. Those of the panel are beside text of the usual size.
SHARES = {LIST: 0.114, PANEL: 0.184}
WIDTHS = {LIST: (156, 220), PANEL: (251, 340)}
# Narrower than with ease: names are shortened and sentences go on below, but no number is cut off.
LEAST = {LIST: 144, PANEL: 208}
# List and panel together, of the window, unless the user makes them wider.
MOST = 1 / 3


class Columns(QSplitter):
    """``films`` and ``panel`` fold away and keep their widths; ``view`` takes the rest."""

    def __init__(self, films: QWidget, view: QWidget, panel: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for widget in (films, view, panel):
            self.addWidget(widget)
        self.setStretchFactor(FILM, 1)
        # By the user's hand, as of text of the usual size; and which share of the window that came to.
        self._chosen: dict[int, float] = {}
        self._most = MOST
        self.splitterMoved.connect(self._dragged)

    def show_column(self, index: int, shown: bool) -> None:
        """Fold the list or the panel in or out."""
        if self.widget(index).isHidden() is shown:
            self.widget(index).setVisible(shown)
            self._fit()

    @property
    def chosen(self) -> QByteArray:
        """The widths that the user gave the columns; empty where they are our own."""
        widths = [f"{column}:{width:.1f}" for column, width in sorted(self._chosen.items())]
        return QByteArray(" ".join([f"{self._most:.3f}", *widths]).encode() if widths else b"")

    def take(self, chosen: QByteArray) -> None:
        """Have the widths that were :attr:`chosen` once; nonsense leaves our own."""
        try:
            most, *widths = bytes(chosen.data()).decode().split()
            pairs = [width.split(":") for width in widths]
            given = {int(column): float(width) for column, width in pairs}
            self._most = min(max(float(most), MOST), 1.0)
        except ValueError:
            return
        self._chosen = {column: width for column, width in given.items() if column in LEAST and width > 0}
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _dragged(self) -> None:
        sizes, scale = self.sizes(), theme.text_scale()
        for column, of_text in ((LIST, 1.0), (PANEL, scale)):
            if not self.widget(column).isHidden():
                self._chosen[column] = sizes[column] / of_text
        self._most = max(MOST, (sizes[LIST] + sizes[PANEL]) / max(self.width(), 1))

    def _fit(self) -> None:
        """List and panel as wide as they should be in this window, beside text of this size."""
        width, scale = self.width(), theme.text_scale()
        if self.count() <= PANEL:
            return
        self.widget(PANEL).setMinimumWidth(round(LEAST[PANEL] * scale))
        wanted = {
            column: self._chosen.get(column) or _within(SHARES[column] * width, WIDTHS[column])
            for column in LEAST
        }
        shown = {column: width for column, width in wanted.items() if not self.widget(column).isHidden()}
        fitted = wanted | beside_the_film(shown, scale, self._most * width)
        if PANEL not in shown:
            fitted[PANEL] *= scale
        rest = width - sum(round(fitted[column]) for column in shown)
        self.setSizes([round(fitted[LIST]), max(rest, 1), round(fitted[PANEL])])


def beside_the_film(wanted: dict[int, float], scale: float, room: float) -> dict[int, float]:
    """Widths of the columns that are ``wanted``, within ``room`` as far as they can be read then.

    What is more than easy to read goes first; then the list shortens names, and last the panel gives way.
    """
    of_text = {LIST: 1.0, PANEL: scale}
    widths = {column: width * of_text[column] for column, width in wanted.items()}
    for column, least in (
        (PANEL, WIDTHS[PANEL][0]), (LIST, WIDTHS[LIST][0]), (LIST, LEAST[LIST]), (PANEL, LEAST[PANEL]),
    ):  # fmt: skip
        over = sum(widths.values()) - room
        if over > 0 and column in widths:
            widths[column] = max(widths[column] - over, min(widths[column], least * of_text[column]))
    return widths


def _within(width: float, limits: tuple[int, int]) -> float:
    least, greatest = limits
    return min(max(width, least), greatest)

"""The three columns: films, film, result."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop import theme

LIST, FILM, PANEL = range(3)
# Shares of the window's width for list and panel, and their widths in pixels: what is read with ease, and
# more than which is empty. All are beside text of the usual size.
SHARES = {LIST: 0.114, PANEL: 0.184}
WIDTHS = {LIST: (156, 220), PANEL: (251, 340)}
# Narrower than with ease: names are shortened and sentences go on below, but no number is cut off.
LEAST = {LIST: 144, PANEL: 208}
# Of the list, what does not grow with the text: the thumbnail and the air around it.
PICTURE = 64
# List and panel together, of the window, unless the user makes them wider.
MOST = 1 / 3
# Where both can only just be read and leave the film less than this, the list folds away by itself. The
# panel never does: it says what the film may not be used for.
LEAST_FILM = 0.6


class Columns(QSplitter):
    """``films`` and ``panel`` fold away and keep their widths; ``view`` takes the rest.

    ``light_box``, within it, gets the keys of a column that is folded away.

    Signals:
        ``folded(column, folded)``: by the user, or the list by itself for want of room.
    """

    folded = Signal(int, bool)

    def __init__(self, films: QWidget, view: QWidget, panel: QWidget, light_box: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._light_box = light_box
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for widget in (films, view, panel):
            self.addWidget(widget)
        self.setStretchFactor(FILM, 1)
        # By the user's hand, as of text of the usual size; and which share of the window that came to.
        self._chosen: dict[int, float] = {}
        self._most = MOST
        # Whether a column is to be folded, where the user said so and it would not be so by itself.
        self._wishes: dict[int, bool] = {}
        self._is_folded = dict.fromkeys(LEAST, False)
        self._useful = True
        self.splitterMoved.connect(self._dragged)

    def set_useful(self, useful: bool) -> None:
        """Whether list and panel have anything to say; where not, the film is alone."""
        self._useful = useful
        self._arrange()

    def is_folded(self, column: int) -> bool:
        """By the user, or by itself."""
        return self._is_folded[column]

    def fold(self, column: int, folded: bool) -> None:
        """As the user wishes: it stays so in a window of any width, until the user says otherwise.

        Whoever wishes what would be so by itself leaves it to the window again.
        """
        if folded == self._gives_way(column):
            self._wishes.pop(column, None)
        else:
            self._wishes[column] = folded
        self._arrange()

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
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _gives_way(self, column: int) -> bool:
        return column == LIST and list_gives_way(self.width(), theme.text_scale())

    def _arrange(self) -> None:
        """Each column in or out, and as wide as it should be."""
        if self.count() <= PANEL:
            return
        for column in LEAST:
            folded = self._wishes.get(column, self._gives_way(column))
            changed, self._is_folded[column] = folded != self._is_folded[column], folded
            self._show(self.widget(column), self._useful and not folded)
            if changed:
                self.folded.emit(column, folded)
        self._fit()

    def _show(self, widget: QWidget, shown: bool) -> None:
        focused = QApplication.focusWidget()
        if not shown and focused is not None and (focused is widget or widget.isAncestorOf(focused)):
            # Or the keys would go to nobody.
            self._light_box.setFocus()
        widget.setVisible(shown)

    @Slot()
    def _dragged(self) -> None:
        sizes, scale = self.sizes(), theme.text_scale()
        for column in LEAST:
            if not self.widget(column).isHidden():
                self._chosen[column] = unscaled(column, sizes[column], scale)
        self._most = max(MOST, (sizes[LIST] + sizes[PANEL]) / max(self.width(), 1))

    def _fit(self) -> None:
        """List and panel as wide as they should be in this window, beside text of this size."""
        width, scale = self.width(), theme.text_scale()
        self.widget(PANEL).setMinimumWidth(round(scaled(PANEL, LEAST[PANEL], scale)))
        wanted = {
            column: self._chosen.get(column) or _within(SHARES[column] * width, WIDTHS[column])
            for column in LEAST
        }
        shown = {column: width for column, width in wanted.items() if not self.widget(column).isHidden()}
        widths = {column: scaled(column, width, scale) for column, width in wanted.items()}
        fitted = widths | beside_the_film(shown, scale, self._most * width)
        rest = width - sum(round(fitted[column]) for column in shown)
        self.setSizes([round(fitted[LIST]), max(rest, 1), round(fitted[PANEL])])


def scaled(column: int, width: float, scale: float) -> float:
    """What ``width`` beside text of the usual size is beside text ``scale`` times as large."""
    fixed = min(PICTURE, width) if column == LIST else 0
    return fixed + (width - fixed) * scale


def unscaled(column: int, width: float, scale: float) -> float:
    """The other way round."""
    fixed = min(PICTURE, width) if column == LIST else 0
    return fixed + (width - fixed) / scale


def list_gives_way(width: float, scale: float) -> bool:
    """Whether list and panel would leave the film too little of a window of this width."""
    taken = sum(scaled(column, least, scale) for column, least in LEAST.items())
    return taken > (1 - LEAST_FILM) * width


def beside_the_film(wanted: dict[int, float], scale: float, room: float) -> dict[int, float]:
    """Widths of the columns that are ``wanted``, within ``room`` as far as they can be read then.

    What is more than easy to read goes first; then the list shortens names, and last the panel gives way.
    """
    widths = {column: scaled(column, width, scale) for column, width in wanted.items()}
    for column, least in (
        (PANEL, WIDTHS[PANEL][0]), (LIST, WIDTHS[LIST][0]), (LIST, LEAST[LIST]), (PANEL, LEAST[PANEL]),
    ):  # fmt: skip
        over = sum(widths.values()) - room
        if over > 0 and column in widths:
            widths[column] = max(widths[column] - over, min(widths[column], scaled(column, least, scale)))
    return widths


def _within(width: float, limits: tuple[int, int]) -> float:
    least, greatest = limits
    return min(max(width, least), greatest)

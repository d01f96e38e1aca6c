"""The items of a list on as many lines as their words need."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.film_rows import Index
from desktop.long_words import in_lines

# As Qt wants it within an item.
NEW_LINE = "\u2028"


class WrappedItems(QStyledItemDelegate):
    """Ends the lines itself: Qt counts the space at the end of one, and has dots for all that follows."""

    def __init__(self, items: QListWidget) -> None:
        super().__init__(items)
        self._items = items
        items.setItemDelegate(self)
        items.setWordWrap(True)
        # Laid out anew when it becomes narrower.
        items.setResizeMode(QListWidget.ResizeMode.Adjust)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        advance = option.fontMetrics.horizontalAdvance  # type: ignore[attr-defined]
        room = self._items.viewport().width() - 2 * (self._items.spacing() + theme.GRID)
        lines = (line.strip() for line in in_lines(index.data(), advance, room))
        option.text = NEW_LINE.join(lines)  # type: ignore[attr-defined]

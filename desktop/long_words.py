"""Words and lines that are longer than there is room for: where they go on below, or which form fits."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

# After so many letters a word may go on below; that it does is seen by nothing.
PIECE, BREAK = 8, "\u200b"


def breakable(text: str, longest: int) -> str:
    """``text`` with places to go on below within words of more than ``longest`` letters."""
    return "\n".join(
        " ".join(
            BREAK.join(textwrap.wrap(word, PIECE, break_on_hyphens=False)) if len(word) > longest else word
            for word in line.split(" ")
        )
        for line in text.split("\n")
    )


def in_lines(line: str, advance: Callable[[str], int], room: int) -> list[str]:
    """A line in as many lines as it needs: half a number would be another number.

    What stands together, with two spaces around it, is torn apart only where it is too long by itself. A
    word is never cut, and may be wider than ``room``.
    """
    lines: list[str] = []
    for part in line.split("  "):
        whole = advance(part) <= room
        for word in [part] if whole else part.split(" "):
            between = "  " if word == part else " "
            longer = f"{lines[-1]}{between}{word}" if lines else word
            fits = bool(lines) and advance(longer) <= room
            lines[-1:] = [longer] if fits else [*lines[-1:], word]
    return lines


class FittingButton(QPushButton):
    """Shows the first of its texts that there is room for, rather than one cut off on both sides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ("",)
        self.setMinimumWidth(1)

    def set_texts(self, *texts: str) -> None:
        """From the longest, which is also how wide it would like to be, to the shortest."""
        self._texts = texts
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        option, contents = QStyleOptionButton(), QStyle.ContentsType.CT_PushButton
        self.initStyleOption(option)
        option.text = self._texts[0]  # type: ignore[attr-defined]
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self._texts[0])
        return self.style().sizeFromContents(contents, option, text, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        advance = self.fontMetrics().horizontalAdvance
        room = self.width() - self.sizeHint().width() + advance(self._texts[0])
        text = next((text for text in self._texts if advance(text) <= room), self._texts[-1])
        if text != self.text():
            self.setText(text)

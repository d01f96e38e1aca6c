"""How a Markdown text looks here: Qt's own rendering is made for white paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from desktop import theme
from desktop.long_words import BREAK, PIECE

LINE_PERCENT = 130


def headings(document: QTextDocument) -> Iterator[tuple[int, str, int]]:
    """Level, text and position of each heading."""
    for block in _blocks(document):
        if level := block.blockFormat().headingLevel():
            yield level, block.text(), block.position()


def break_words(document: QTextDocument, longest: int) -> None:
    """Let words of more than ``longest`` letters go on below, or tables would be as wide as they."""
    whole = QTextCursor(document)
    whole.beginEditBlock()
    for block in list(_blocks(document)):
        # From the last, so that what stands before keeps its place.
        for word in reversed(list(re.finditer(rf"\S{{{longest + 1},}}", block.text()))):
            for at in reversed(range(word.start() + PIECE, word.end(), PIECE)):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + at)
                cursor.insertText(BREAK)
    whole.endEditBlock()


def dress(document: QTextDocument) -> None:
    """Headings in the sizes of the theme, air between lines, thin rules instead of boxes in tables."""
    whole = QTextCursor(document)
    # As one change: it is laid out when all of it was made.
    whole.beginEditBlock()
    whole.select(QTextCursor.SelectionType.Document)
    whole.mergeBlockFormat(_every_block())
    for block in list(_blocks(document)):
        _dress_block(block)
    for frame in document.rootFrame().childFrames():
        _dress_frame(frame)
    whole.endEditBlock()


def _every_block() -> QTextBlockFormat:
    """What all have, also those in tables, of which there are the most."""
    form = QTextBlockFormat()
    form.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    # A long line of code goes on below rather than out of sight.
    form.setNonBreakableLines(False)
    return form


def _dress_block(block: QTextBlock) -> None:
    cursor, form = QTextCursor(block), QTextBlockFormat()
    level = block.blockFormat().headingLevel()
    if not level and cursor.currentTable() is not None:
        return
    if level:
        form.setTopMargin(0 if block.position() == 0 else (5 - min(level, 3)) * theme.GRID)
        form.setBottomMargin(theme.GRID)
    else:
        form.setBottomMargin(theme.GRID // 2 if block.textList() else theme.GRID)
        form.setTopMargin(0)
    cursor.mergeBlockFormat(form)
    if level:
        base = block.document().defaultFont()
        letters = QTextCharFormat()
        letters.setFont(theme.bold(theme.large(base) if level == 1 else base))
        letters.setForeground(QColor(theme.current().text if level < 3 else theme.current().quiet_text))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)


def _dress_frame(frame: QTextFrame) -> None:
    if not isinstance(frame, QTextTable):
        for inner in frame.childFrames():
            _dress_frame(inner)
        return
    form = frame.format()
    form.setBorder(0)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    form.setCellPadding(0)
    form.setCellSpacing(0)
    form.setTopMargin(theme.GRID // 2)
    form.setBottomMargin(2 * theme.GRID)
    # No wider than its text needs: a number far from its row's name is read in the wrong row.
    form.setWidth(QTextLength(QTextLength.Type.VariableLength, 0))
    frame.setFormat(form)
    rule = QBrush(QColor(theme.current().separator))
    for row in range(frame.rows()):
        for column in range(frame.columns()):
            cell = frame.cellAt(row, column)
            look = cell.format().toTableCellFormat()
            look.setTopPadding(theme.GRID // 2)
            look.setBottomPadding(theme.GRID // 2)
            look.setRightPadding(2 * theme.GRID)
            look.setBottomBorder(1)
            look.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            look.setBottomBorderBrush(rule)
            cell.setFormat(look)
            if row == 0:
                cursor = cell.firstCursorPosition()
                cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
                quiet = QTextCharFormat()
                quiet.setForeground(QColor(theme.current().quiet_text))
                quiet.setFontWeight(QFont.Weight.Normal)
                cursor.mergeCharFormat(quiet)
                if frame.rows() > 1:
                    # Qt aligns what stands below a heading, and not the heading.
                    below = frame.cellAt(1, column).firstCursorPosition().blockFormat().alignment()
                    side = QTextBlockFormat()
                    side.setAlignment(below)
                    cursor.mergeBlockFormat(side)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()

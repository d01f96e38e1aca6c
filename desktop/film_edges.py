"""What stands at the edges of the film: which side of the patient is where, and a scale."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMargins, QPointF, QRect, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from desktop import theme
from desktop.annotations import Annotations
from desktop.document import Document
from desktop.entry import printable
from desktop.image_view import ImageView
from desktop.lengths import kind_words, trusted_spacing
from desktop.letters import EdgeLetters, edge_letters
from desktop.long_words import in_lines
from desktop.outlined import draw_outlined
from desktop.scale_bar import ScaleBar, draw_bar, scale_bar

# Of the view's width: between the texts of the lower corners, which never reach the middle.
WIDEST_SHARE = 0.3
# Around a letter, for its dark edge.
AIR = QMargins(2, 2, 2, 2)
# On a film, left is left in every language.
LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


class FilmEdges(QWidget):
    """Lies over the whole view, invisible to the mouse; listens to the document and to the view."""

    def __init__(self, document: Document, view: ImageView) -> None:
        super().__init__(view)
        self._document, self._view = document, view
        self._letters: EdgeLetters | None = None
        self._bar: ScaleBar | None = None
        self._bar_text = ""
        self._bar_lines: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        document.current_changed.connect(self.refresh)
        document.film_changed.connect(self.refresh)
        document.turned.connect(self.refresh)
        document.annotations_changed.connect(self.refresh)
        view.zoomed.connect(self.refresh)
        view.resized.connect(self._fill)
        view.keep_free(lambda: self.places)
        self._fill()

    @property
    def letters(self) -> EdgeLetters | None:
        """What is at the edges; None where the file does not say, or none are wanted."""
        return self._letters

    @property
    def bar(self) -> ScaleBar | None:
        """The scale; None where the film has no spacing, there is no room, or none is wanted."""
        return self._bar

    @property
    def bar_text(self) -> str:
        """Its length, and what its millimetres are."""
        return self._bar_text

    @property
    def places(self) -> list[QRect]:
        """Where something stands."""
        metrics = QFontMetrics(theme.bold(self.font()))
        places = [
            QStyle.alignedRect(LEFT_TO_RIGHT, side, metrics.size(0, text).grownBy(AIR), room)
            for room, side, text in self._letter_rooms(metrics.height())
        ]
        if self._bar is not None:
            metrics = QFontMetrics(theme.small(self.font()))
            widest = max(self._bar.pixels, *(metrics.horizontalAdvance(line) for line in self._bar_lines))
            top = self._bar_top()
            places.append(
                QRect(round((self.width() - widest) / 2), top, round(widest), self.height() - top)
            )
        return places

    @Slot()
    def refresh(self) -> None:
        """For the present film, as it lies and as large as it is."""
        film, wanted = self._document.film, self._document.annotations
        self._letters, self._bar, self._bar_text, self._bar_lines = None, None, "", []
        if film is not None and wanted is not Annotations.NONE:
            orientation = self._document.orientation
            self._letters = edge_letters(film.radiograph.header.patient_orientation, orientation)
        if film is not None and wanted is Annotations.ALL:
            self._find_bar()
        self.setAccessibleName(self._in_words())
        self.update()
        self._view.text_moved()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.refresh()

    def _find_bar(self) -> None:
        film = self._document.film
        spacing = trusted_spacing(film.radiograph) if film else None
        if spacing is None:
            return
        to_film = self._view.transform().inverted()[0]
        step = to_film.map(QPointF(1.0, 0.0)) - to_film.map(QPointF())
        room = WIDEST_SHARE * self.width()
        bar = scale_bar(math.hypot(step.x() * spacing.column, step.y() * spacing.row), room)
        if bar is None:
            return
        length, kind = f"{bar.text}, ", kind_words(spacing)
        advance = QFontMetrics(theme.small(self.font())).horizontalAdvance
        whole = advance(length + kind) <= room
        lines = [length + kind] if whole else [length.rstrip(), *in_lines(kind, advance, round(room))]
        # A length without its kind would promise too much: rather none at all.
        if all(advance(line) <= room for line in lines):
            self._bar, self._bar_text, self._bar_lines = bar, length + kind, lines

    def _in_words(self) -> str:
        words = [self.tr("Scale: {what}").format(what=self._bar_text)] if self._bar_text else []
        if self._letters is not None:
            template = self.tr("Left edge {left}, top {top}, right {right}, bottom {bottom}")
            words.insert(0, template.format(**vars(self._letters)))
        return "; ".join(words)

    @Slot()
    def _fill(self) -> None:
        self.setGeometry(self._view.rect())
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._bar is not None:
            left = (self.width() - self._bar.pixels) / 2
            draw_bar(painter, self._bar, left, self._foot - 2)
            painter.setFont(theme.small(self.font()))
            room = QRect(0, self._bar_top(), self.width(), self._foot - self._bar_top())
            where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            draw_outlined(painter, room, where, "\n".join(self._bar_lines))
        painter.setFont(theme.bold(self.font()))
        for room, where, text in self._letter_rooms(painter.fontMetrics().height()):
            draw_outlined(painter, room, where, text)
        painter.end()

    @property
    def _foot(self) -> int:
        return self.height() - theme.GRID

    def _bar_top(self) -> int:
        """Of the words above the scale."""
        metrics = QFontMetrics(theme.small(self.font()))
        words = metrics.height() + metrics.lineSpacing() * (len(self._bar_lines) - 1)
        return self._foot - words - theme.GRID - 3

    def _letter_rooms(self, high: int) -> list[tuple[QRect, Qt.AlignmentFlag, str]]:
        """The letters, each ``high``, and where in which room they stand."""
        letters, edge, side = self._letters, theme.GRID, Qt.AlignmentFlag
        if letters is None:
            return []
        foot = self._bar_top() - theme.GRID // 2 if self._bar is not None else self._foot
        whole = QRect(edge, edge, self.width() - 2 * edge, foot - edge)
        middle = QRect(edge, (self.height() - high) // 2, whole.width(), high)
        rooms = (
            (middle, side.AlignLeft | side.AlignVCenter, letters.left),
            (middle, side.AlignRight | side.AlignVCenter, letters.right),
            (whole, side.AlignHCenter | side.AlignTop, letters.top),
            (whole, side.AlignHCenter | side.AlignBottom, letters.bottom),
        )
        return [(room, where, printable(text)) for room, where, text in rooms if text]

"""The occlusion probe: a box that somebody draws on the film, and the numbers without what it hides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsView, QWidget

from desktop import theme
from desktop.document import Document

if TYPE_CHECKING:
    from inference import Probe

# Left, top, right, bottom in pixels of the film.
Box: TypeAlias = tuple[float, float, float, float]


class Probing(QObject):
    """The box on the current film and what became of it. There is one or none; another film has none.

    Signals:
        ``changed()``: the box, or the answer.
        ``asked(box)``: the box was drawn: the reader's cue.
    """

    changed = Signal()
    asked = Signal(tuple)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._box: Box | None = None
        self._asking = False
        self._answer: Probe | None = None
        document.current_changed.connect(self.clear)
        document.film_changed.connect(self.clear)
        document.verdict_changed.connect(self._verdict_changed)

    @property
    def box(self) -> Box | None:
        """What is hidden, or will be when the mouse is let go."""
        return self._box

    @property
    def asking(self) -> bool:
        """The worker was asked, and has not answered."""
        return self._asking

    @property
    def answer(self) -> Probe | None:
        """The numbers with the box hidden."""
        return self._answer

    @Slot(QPointF, QPointF, bool)
    def drag(self, start: QPointF, end: QPointF, finished: bool) -> None:
        """A box from corner to corner, in the film's pixels; asks when it is ``finished``."""
        film = self._document.film
        # A film without numbers has none to compare, and numbers that are withheld stay so.
        if film is None or self._document.saliency is None:
            return
        whole = QRectF(0, 0, film.radiograph.columns, film.radiograph.rows)
        rect = QRectF(start, end).normalized() & whole
        self._answer, self._asking = None, False
        self._box = None if rect.isEmpty() else (rect.left(), rect.top(), rect.right(), rect.bottom())
        if finished and self._box is not None:
            self._asking = True
            self.asked.emit(self._box)
        self.changed.emit()

    def answered(self, box: Box, answer: Probe | None) -> None:
        """Said by the reader; None when there will be no answer, and then nothing shows a box."""
        if box == self._box and self._asking:
            self._asking, self._answer = False, answer
            if answer is None:
                self._box = None
            self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """No box, no answer."""
        if self._box is not None:
            self._box, self._answer, self._asking = None, None, False
            self.changed.emit()

    @Slot()
    def _verdict_changed(self) -> None:
        if self._document.saliency is None:
            self.clear()


class BoxItem(QGraphicsItem):
    """The outline, light and dashed on dark: seen on white and on black, and nothing within it covered."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()

    @property
    def rect(self) -> QRectF:
        """What is outlined, in the film's pixels; null when nothing is."""
        return self._rect

    def show_box(self, box: Box | None) -> None:
        """Another box, or none."""
        self.prepareGeometryChange()
        self._rect = QRectF(QPointF(*box[:2]), QPointF(*box[2:])) if box else QRectF()
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        if self._rect.isNull():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A cosmetic pen counts the screen's own pixels, of which a fine screen has more.
        ratio = painter.device().devicePixelRatioF()
        for colour, width, style in (
            (QColor(0, 0, 0), 5.0, Qt.PenStyle.SolidLine),
            (QColor(theme.ON_FILM.accent), 1.5, Qt.PenStyle.DashLine),
        ):
            pen = QPen(colour, width * ratio, style)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawRect(self._rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


class ProbeBox(QObject):
    """Keeps the outline on a view that of the probe."""

    def __init__(self, probing: Probing, view: QGraphicsView) -> None:
        super().__init__(view)
        self._probing, self._view = probing, view
        self.item = BoxItem()
        view.scene().addItem(self.item)
        probing.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Draw what the probe says."""
        self.item.show_box(self._probing.box)
        self._view.viewport().update()

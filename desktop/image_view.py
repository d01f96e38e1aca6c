"""The light box: one film, its map, zoom and pan."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop import theme
from desktop.commands import MAGNIFIER_KEY, PAN_KEY
from desktop.document import Document
from desktop.film_items import FilmItem, MapItem
from desktop.gestures import Tool, dragged_window, dragged_zoom, tool_for
from desktop.held_key import PEEK_MS, HeldKey
from desktop.key_bindings import held_key
from desktop.key_hand import KeyHand
from desktop.magnifier import Magnifier
from desktop.measure_tool import MeasureTool
from desktop.shutter import ShutterItem
from desktop.viewpoint import Viewpoint, as_it_lies, on_the_film

LARGEST_ZOOM = 32.0
ZOOM_STEP = 1.25
# This much of the film stays in sight however far it is pushed.
KEPT_IN_SIGHT = 64

_CURSORS = {
    Tool.WINDOW: Qt.CursorShape.ArrowCursor,
    Tool.ZOOM: Qt.CursorShape.SizeVerCursor,
    Tool.PAN: Qt.CursorShape.OpenHandCursor,
    Tool.DISTANCE: Qt.CursorShape.CrossCursor,
    Tool.ANGLE: Qt.CursorShape.CrossCursor,
    Tool.BOX: Qt.CursorShape.CrossCursor,
}


class ImageView(QGraphicsView):
    """Shows the document's film; one scene unit is one image pixel and the view alone scales.

    It also turns and mirrors. A scale is that along the film's rows; where the pixels are not square, it is
    ``_aspect`` times as large along the columns.

    Signals:
        ``zoomed()``: the scale changed.
        ``viewpoint_changed()``: the user zoomed, panned or fitted; not said of :meth:`look_from`.
        ``hovered(row, column)``: the film pixel under the cursor; -1, -1 when it left the film.
        ``resized()``: for what is laid over the view.
        ``menu_wanted(position)``: a right click, in global coordinates.
        ``full_screen_wanted()``: a double-click.
        ``space_tapped()``: the space bar was pressed, and released without a drag.
        ``box_dragged(start, end, finished)``: with the box tool, its corners in film pixels.
    """

    zoomed = Signal()
    viewpoint_changed = Signal()
    hovered = Signal(int, int)
    resized = Signal()
    menu_wanted = Signal(QPoint)
    full_screen_wanted = Signal()
    space_tapped = Signal()
    box_dragged = Signal(QPointF, QPointF, bool)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._film_item, self._shutter_item, self._map_item = FilmItem(), ShutterItem(), MapItem()
        self._measuring = MeasureTool(document, self.font(), self._to_screen)
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        scene.addItem(self._film_item)
        scene.addItem(self._shutter_item)
        scene.addItem(self._map_item)
        scene.addItem(self._measuring.item)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(QColor(theme.FILM_BACKGROUND))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Film"))
        # Otherwise the view swallows what is meant for the window.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(240, 240)
        # What lies on the film stays on its side in every language: left is the picture's left.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._fitting = True
        self._scale = self._aspect = 1.0
        self._ring = False
        self._space, self._space_held, self._space_used = HeldKey(), False, False
        self.take_keys()
        self._button = Qt.MouseButton.NoButton
        self._pressed = self._last = QPointF()
        self._dragging = False
        self._magnifier = Magnifier(self, self._film_item, self._shutter_item)
        self.key_hand = KeyHand(document, self, self._measuring)
        self._cursor: QPoint | None = None
        self._tool = Tool.WINDOW
        self.set_tool(Tool.WINDOW)
        document.current_changed.connect(self._take_film)
        document.film_changed.connect(self._take_film)
        document.display_changed.connect(self._take_table)
        document.turned.connect(self._turn)
        document.verdict_changed.connect(self._take_map)
        document.overlay_changed.connect(self._take_map)
        document.measurements.changed.connect(self._take_measurements)
        document.annotations_changed.connect(self._take_measurements)

    # What the document says

    def _take_film(self) -> None:
        film = self._document.film
        self._button = Qt.MouseButton.NoButton
        self._measuring.cancel()
        self.key_hand.hide()
        self._magnifier.hide()
        self._aspect = film.radiograph.pixel_aspect if film else 1.0
        self._film_item.show_film(film, self._document.table)
        self._shutter_item.show_shutter(film.radiograph if film else None)
        self._shutter_item.setVisible(self._document.shuttered)
        self._take_measurements()
        self._take_map()
        self._paint_with_the_others()
        self._fit()
        self.hovered.emit(-1, -1)

    def _take_table(self) -> None:
        self._film_item.set_table(self._document.table)
        self._shutter_item.setVisible(self._document.shuttered)
        self._paint_with_the_others()

    def _turn(self) -> None:
        """About the middle of the screen, or fitted anew."""
        if self._fitting:
            self._fit()
        else:
            self._show(self._scale, self._to_film(self._centre()), self._centre())
        self.hovered.emit(-1, -1)

    def _take_map(self) -> None:
        overlay, film = self._document.overlay, self._document.film
        saliency = self._document.saliency if overlay.shown and film is not None else None
        rows, columns = (film.radiograph.rows, film.radiograph.columns) if film else (0, 0)
        self._map_item.show_map(saliency, rows, columns, overlay.threshold)
        self._map_item.setOpacity(overlay.opacity)
        self._paint_with_the_others()

    def _take_measurements(self) -> None:
        self._measuring.refresh()
        self.setAccessibleDescription(self._measuring.text)
        self._paint_with_the_others()

    def _paint_with_the_others(self) -> None:
        """Be dirty now, in the same paint pass as title, list and panel.

        What an item says of itself reaches the view through a queued call of its scene: one pass later,
        and for that one the former film would stand beside the next one's numbers.
        """
        self.viewport().update()

    # Zoom and pan

    @property
    def film_item(self) -> FilmItem:
        """The film as it is drawn."""
        return self._film_item

    @property
    def map_item(self) -> MapItem:
        """The map as it is drawn."""
        return self._map_item

    @property
    def zoom(self) -> float:
        """Screen pixels a film pixel."""
        return self._scale * self.devicePixelRatioF()

    def fit(self) -> None:
        """As large as shows all of it; kept so when the window changes size."""
        self._fit()
        self.viewpoint_changed.emit()

    def _fit(self) -> None:
        self._fitting = True
        if not self._film_item.boundingRect().isEmpty():
            self._show(self._fitting_scale(), self._film_item.boundingRect().center(), self._centre())

    def _fitting_scale(self) -> float:
        rect, viewport = self._film_item.boundingRect(), self.viewport().size()
        width, height = rect.width(), rect.height() * self._aspect
        if self._document.orientation.sideways:
            width, height = height, width
        return min(viewport.width() / width, viewport.height() / height)

    @property
    def viewpoint(self) -> Viewpoint | None:
        """What of the film is seen, without its pixels; None while there is no film."""
        rect = self._film_item.boundingRect()
        if rect.isEmpty():
            return None
        point = self._to_film(self._centre())
        place = as_it_lies(
            (point.x() / rect.width(), point.y() / rect.height()), self._document.orientation
        )
        return Viewpoint(self._scale / self._fitting_scale(), *place)

    @property
    def fitted(self) -> bool:
        """All of the film is shown, and will be when the view changes its size."""
        return self._fitting

    def look_from(self, viewpoint: Viewpoint | None) -> None:
        """See of this film what ``viewpoint`` says; None fits it. Nobody is told: it is not the user's."""
        rect = self._film_item.boundingRect()
        if viewpoint is None or rect.isEmpty():
            self._fit()
            return
        across, down = on_the_film((viewpoint.across, viewpoint.down), self._document.orientation)
        point = QPointF(across * rect.width(), down * rect.height())
        self._fitting = False
        self._show(self._within_limits(viewpoint.zoom * self._fitting_scale()), point, self._centre())

    def actual_size(self) -> None:
        """One film pixel on one screen pixel."""
        self.zoom_by(1.0 / self.zoom)

    def zoom_in(self) -> None:
        """A step larger, about the centre."""
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """A step smaller, about the centre."""
        self.zoom_by(1.0 / ZOOM_STEP)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Scale by ``factor``; the film stays where it is at ``at`` (viewport), by default the centre."""
        rect = self._film_item.boundingRect()
        if rect.isEmpty():
            return
        at = self._centre() if at is None else at
        self._fitting = False
        self._show(self._within_limits(self._scale * factor), self._to_film(at), at)
        self.viewpoint_changed.emit()

    def _within_limits(self, scale: float) -> float:
        rect = self._film_item.boundingRect()
        least = KEPT_IN_SIGHT / max(rect.width(), rect.height() * self._aspect)
        return min(max(scale, least), max(LARGEST_ZOOM / self.devicePixelRatioF(), least))

    def pan_by(self, moved: QPointF) -> None:
        """Push the film by ``moved`` viewport pixels."""
        self._fitting = False
        for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
            bar.setValue(bar.value() - round(by))
        self.viewpoint_changed.emit()

    def set_tool(self, tool: Tool) -> None:
        """What the left button does from now on."""
        self._tool = tool
        self.cancel_drawing()
        self.key_hand.hide()
        if tool.measures or tool is Tool.BOX:
            # From here on the arrow keys move the cross, and no measurement that was chosen before.
            self._document.measurements.select(None)
        self.viewport().setCursor(_CURSORS[tool])

    def take_keys(self) -> None:
        """Those that the user chose to hold."""
        self._pan_key, self._magnifier_key = held_key(PAN_KEY), held_key(MAGNIFIER_KEY)

    def cancel_drawing(self) -> bool:
        """Forget the measurement that was begun; False where none was."""
        begun = self._measuring.cancel()
        if begun:
            self._take_measurements()
        return begun or self.key_hand.give_up()

    def mark_as_target(self, marked: bool) -> None:
        """A frame while something is held over the window that may be dropped."""
        self.setStyleSheet(
            f"QGraphicsView {{ border: 2px solid {theme.ON_FILM.accent}; }}" if marked else ""
        )

    @property
    def shows_all(self) -> bool:
        """The film is fitted to the view, and stays so."""
        return self._fitting

    def centre_on_film(self) -> QPointF:
        """What of the film lies in the middle of the view."""
        return self._to_film(self._centre())

    def film_to_screen(self) -> QTransform:
        """Where film pixels lie in the viewport at the moment."""
        return self._to_screen()

    def _centre(self) -> QPointF:
        return QPointF(self.viewport().width() / 2, self.viewport().height() / 2)

    def _to_film(self, at: QPointF) -> QPointF:
        return self._to_screen().inverted()[0].map(at)

    def _to_screen(self) -> QTransform:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self.transform() * QTransform.fromTranslate(-left, -top)

    def _show(self, scale: float, point: QPointF, at: QPointF) -> None:
        """Film ``point`` at viewport position ``at``."""
        viewport, down = self.viewport().size(), scale * self._aspect
        beyond_x = float(max(viewport.width() - KEPT_IN_SIGHT, 0))
        beyond_y = float(max(viewport.height() - KEPT_IN_SIGHT, 0))
        if self._document.orientation.sideways:
            beyond_x, beyond_y = beyond_y, beyond_x
        beyond_x, beyond_y = beyond_x / scale, beyond_y / down
        (a, b), (c, d) = self._document.orientation.matrix
        self._scale = scale
        self.setTransform(QTransform(a * scale, c * scale, b * down, d * down, 0.0, 0.0))
        self.setSceneRect(self._film_item.boundingRect().adjusted(-beyond_x, -beyond_y, beyond_x, beyond_y))
        # Without anchors and indents, a scroll bar's value is the transformed coordinate of the edge.
        corner = self.transform().map(point) - at
        self.horizontalScrollBar().setValue(round(corner.x()))
        self.verticalScrollBar().setValue(round(corner.y()))
        if self._magnifier.isVisible():
            self._magnify()
        self.zoomed.emit()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._button == Qt.MouseButton.NoButton:
            self._button = event.button()
            self._space_used |= self._space_held
            self._pressed = self._last = event.position()
            self._dragging = False
            kind = self._tool.measures
            self.key_hand.hide()
            if kind and event.button() == Qt.MouseButton.LeftButton and not self._space_held:
                self._measuring.press(kind, event.position())
                self._take_measurements()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position())
        # A hand that knocks against the mouse must not move what is drawn by keys.
        if self.key_hand.cross is None and self._measuring.move(event.position(), self._dragging):
            self._take_measurements()
        self._cursor = event.position().toPoint()
        if self._magnifier.isVisible():
            self._magnify()
        if self._button == Qt.MouseButton.NoButton or self._document.film is None:
            return
        if not self._dragging:
            distance = (event.position() - self._pressed).manhattanLength()
            self._dragging = distance >= QApplication.startDragDistance()
            if not self._dragging:
                return
        moved, self._last = event.position() - self._last, event.position()
        tool = tool_for(self._button, self._tool, self._space_held)
        if tool is Tool.PAN:
            self.pan_by(moved)
        elif tool is Tool.ZOOM:
            self.zoom_by(dragged_zoom(moved), self._pressed)
        elif tool is Tool.BOX:
            self._drag_box(event.position(), False)
        elif tool is Tool.WINDOW and self._document.voi is not None:
            radiograph = self._document.film.radiograph
            self._document.set_voi(dragged_window(radiograph, self._document.voi, moved))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != self._button:
            return
        tool = tool_for(self._button, self._tool, self._space_held)
        self._button = Qt.MouseButton.NoButton
        if self._dragging and tool is Tool.BOX:
            self._drag_box(event.position(), True)
        if event.button() == Qt.MouseButton.RightButton and not self._dragging:
            self.menu_wanted.emit(event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._measuring.release(event.position(), self._dragging)
            self._take_measurements()

    def _drag_box(self, at: QPointF, finished: bool) -> None:
        self.box_dragged.emit(self._to_film(self._pressed), self._to_film(at), finished)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._tool.measures:
            self.mousePressEvent(event)  # two points set in quick succession
        elif event.button() == Qt.MouseButton.LeftButton and self._document.film is not None:
            self.full_screen_wanted.emit()

    def contextMenuEvent(self, event: QEvent) -> None:
        # By mouse it opens on release, when it is known not to be a drag; here comes the menu key.
        if event.reason() == event.Reason.Keyboard:  # type: ignore[attr-defined]
            self.menu_wanted.emit(self.mapToGlobal(self.rect().center()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120.0
        if steps == 0:
            # A wheel across, or the end of a flick.
            return
        self.zoom_by(math.pow(ZOOM_STEP, steps), event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == self._pan_key:
            if not event.isAutoRepeat():
                if self._space.press(event.timestamp()):
                    self._space_used = False
                self._space_held = True
                self.viewport().setCursor(_CURSORS[Tool.PAN])
        elif event.key() == self._magnifier_key and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._magnify()
        elif not self.key_hand.press(event, self._tool):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == self._pan_key and not event.isAutoRepeat():
            held_ms = self._space.release(event.timestamp())
            tapped = self._space_held and not self._space_used
            self._release_space()
            if tapped and (held_ms or 0) <= PEEK_MS and self._document.film is not None:
                self.space_tapped.emit()
        elif event.key() == self._magnifier_key and not event.isAutoRepeat():
            self._magnifier.hide()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Somebody who clicked on the film knows where they are; somebody who tabbed to it is shown.
        self._ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._release_space()
        self._magnifier.hide()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._cursor = event.position().toPoint()
        self._hover(event.position())
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._cursor = None
        self.hovered.emit(-1, -1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        centre = self._to_film(QPointF(event.oldSize().width() / 2, event.oldSize().height() / 2))
        super().resizeEvent(event)
        if self._fitting:
            self._fit()
        elif not self._film_item.boundingRect().isEmpty():
            self._show(self._scale, centre, self._centre())
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measuring.set_font(self.font())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            # On a finer screen the same size is another zoom.
            self.zoomed.emit()
            self.viewport().update()
        return super().event(event)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.key_hand.paint(painter)
        if self.hasFocus() and self._ring:
            painter.resetTransform()
            painter.setPen(QPen(QColor(theme.ON_FILM.accent), 1))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def sizeHint(self) -> QSize:
        return QSize(960, 700)

    def _magnify(self) -> None:
        """At the cursor; in the middle where that is elsewhere, for those who use keys alone."""
        if self._document.film is not None:
            self._magnifier.look_at(self._cursor or self._centre().toPoint(), self._to_screen())

    def _release_space(self) -> None:
        self._space_held = False
        self.viewport().setCursor(_CURSORS[self._tool])

    def _hover(self, at: QPointF) -> None:
        point = self._to_film(at)
        inside = self._film_item.boundingRect().contains(point)
        row, column = (math.floor(point.y()), math.floor(point.x())) if inside else (-1, -1)
        rect = self._film_item.boundingRect()
        # The far edge belongs to no pixel.
        if row >= rect.height() or column >= rect.width():
            row, column = -1, -1
        self.hovered.emit(row, column)

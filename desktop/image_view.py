"""The light box: one film, its map, zoom and pan.

What mouse and keyboard do on it is with collaborators of its own: ``mouse_hand``, ``wheel_hand``,
``key_hand``, ``held_keys`` and ``measure_tool``. The view hands them its events, and they come back to what
it offers.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from desktop import theme
from desktop.document import Document
from desktop.film_items import FilmItem, MapItem
from desktop.gestures import ZOOM_STEP, Tool
from desktop.held_keys import HeldKeys
from desktop.key_hand import KeyHand
from desktop.magnifier import Magnifier
from desktop.measure_items import MeasureItem
from desktop.measure_tool import MeasureTool
from desktop.mouse_hand import MouseHand
from desktop.outlined import draw_frame
from desktop.reserved_keys import opens_menu
from desktop.shutter import ShutterItem
from desktop.viewpoint import Viewpoint, as_it_lies, on_the_film
from desktop.wheel_hand import WheelHand

LARGEST_ZOOM = 32.0
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
        ``film_turned(by)``: by the wheel: the next film is wanted (1), or the previous one (-1).
        ``space_tapped()``: the space bar was pressed, and released without a drag.
        ``box_dragged(start, end, finished)``: with the box tool, its corners in film pixels.
    """

    zoomed = Signal()
    viewpoint_changed = Signal()
    hovered = Signal(int, int)
    resized = Signal()
    menu_wanted = Signal(QPoint)
    full_screen_wanted = Signal()
    film_turned = Signal(int)
    space_tapped = Signal()
    box_dragged = Signal(QPointF, QPointF, bool)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._film_item, self._shutter_item, self._map_item = FilmItem(), ShutterItem(), MapItem()
        self._measuring = MeasureTool(document, self.font(), self.film_to_screen)
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
        self._ring = self._is_target = False
        self._tool = Tool.WINDOW
        self.held_keys = HeldKeys(document, self, Magnifier(self, self._film_item, self._shutter_item))
        self.key_hand = KeyHand(document, self, self._measuring)
        self.mouse = MouseHand(document, self, self._measuring, self.held_keys)
        self._wheel = WheelHand(self)
        self.set_tool(Tool.WINDOW)
        document.current_changed.connect(self._take_film)
        document.film_changed.connect(self._take_film)
        document.display_changed.connect(self._take_table)
        document.turned.connect(self._turn)
        document.verdict_changed.connect(self._take_map)
        document.overlay_changed.connect(self._take_map)
        document.measurements.changed.connect(self.draw_measurements)
        document.annotations_changed.connect(self.draw_measurements)

    # What the document says

    def _take_film(self) -> None:
        film = self._document.film
        self.mouse.let_go()
        self._measuring.cancel()
        self.key_hand.hide()
        self.held_keys.lay_down_lens()
        self._aspect = film.radiograph.pixel_aspect if film else 1.0
        self._film_item.show_film(film, self._document.table)
        self._shutter_item.show_shutter(film.radiograph if film else None)
        self._shutter_item.setVisible(self._document.shuttered)
        self.draw_measurements()
        self._take_map()
        self._paint_with_the_others()
        self._fit()
        self.mouse.say_place()

    def keep_free(self, places: Callable[[], list[QRect]]) -> None:
        """Ask ``places`` where something is written over the film: no result is written there."""
        self._measuring.item.keep_free(places)

    def text_moved(self) -> None:
        """What is written over the film stands elsewhere."""
        self._measuring.item.text_moved()

    def _take_table(self) -> None:
        self._film_item.set_table(self._document.table)
        self._shutter_item.setVisible(self._document.shuttered)
        self._paint_with_the_others()

    def _turn(self) -> None:
        """About the middle of the screen, or fitted anew."""
        if self._fitting:
            self._fit()
        else:
            self._show(self._scale, self.film_at(self._centre()), self._centre())
        self.mouse.say_place()

    def _take_map(self) -> None:
        overlay, film = self._document.overlay, self._document.film
        saliency = self._document.saliency if overlay.shown and film is not None else None
        rows, columns = (film.radiograph.rows, film.radiograph.columns) if film else (0, 0)
        self._map_item.show_map(saliency, rows, columns, overlay.threshold)
        self._map_item.setOpacity(overlay.opacity)
        self._paint_with_the_others()

    def draw_measurements(self) -> None:
        """Those that are kept, and what is being drawn."""
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
    def measure_item(self) -> MeasureItem:
        """The measurements as they are drawn."""
        return self._measuring.item

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
        point = self.film_at(self._centre())
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
        self._show(self._within_limits(self._scale * factor), self.film_at(at), at)
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

    @property
    def tool(self) -> Tool:
        """What the left button does."""
        return self._tool

    def set_tool(self, tool: Tool) -> None:
        """What the left button does from now on."""
        self._tool = tool
        self.cancel_drawing()
        self.key_hand.hide()
        if tool.measures or tool is Tool.BOX:
            # From here on the arrow keys move the cross, and no measurement that was chosen before.
            self._document.measurements.select(None)
        self.show_cursor()

    def show_cursor(self) -> None:
        """That of what the left button would do at this moment."""
        self.viewport().setCursor(_CURSORS[Tool.PAN if self.held_keys.pans else self._tool])

    def take_keys(self) -> None:
        """Those that the user chose to hold."""
        self.held_keys.take_keys()

    def cancel_drawing(self) -> bool:
        """Forget the measurement that was begun; False where none was."""
        begun = self._measuring.cancel()
        if begun:
            self.draw_measurements()
        return begun or self.key_hand.give_up()

    @property
    def in_use(self) -> bool:
        """A button is down, or something was begun and is not complete."""
        return self.mouse.holds or self._measuring.drawing or self.key_hand.at_work

    def mark_as_target(self, marked: bool) -> None:
        """A frame while something is held over the window that may be dropped."""
        self._is_target = marked
        self.viewport().update()

    @property
    def is_target(self) -> bool:
        """It is marked as one."""
        return self._is_target

    @property
    def shows_all(self) -> bool:
        """The film is fitted to the view, and stays so."""
        return self._fitting

    def centre_on_film(self) -> QPointF:
        """What of the film lies in the middle of the view."""
        return self.film_at(self._centre())

    def film_at(self, at: QPointF) -> QPointF:
        """The place of the film, in its pixels, that lies at ``at`` in the viewport."""
        return self.film_to_screen().inverted()[0].map(at)

    def film_to_screen(self) -> QTransform:
        """Where film pixels lie in the viewport at the moment."""
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return self.transform() * QTransform.fromTranslate(-left, -top)

    def _centre(self) -> QPointF:
        return QPointF(self.viewport().width() / 2, self.viewport().height() / 2)

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
        self.held_keys.follow()
        self.zoomed.emit()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double_click(event)

    def contextMenuEvent(self, event: QEvent) -> None:
        # By mouse it opens on release, when it is known not to be a drag; here comes the menu key.
        if event.reason() == event.Reason.Keyboard:  # type: ignore[attr-defined]
            self._want_menu()

    def _want_menu(self) -> None:
        self.menu_wanted.emit(self.mapToGlobal(self.rect().center()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wheel.turn(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if opens_menu(event):
            self._want_menu()
        elif not (self.held_keys.press(event) or self.key_hand.press(event, self._tool)):
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.held_keys.release(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Somebody who clicked on the film knows where they are; somebody who tabbed to it is shown.
        self._ring = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.held_keys.let_go()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.mouse.hover(event.position())
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.mouse.leave()
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        centre = self.film_at(QPointF(event.oldSize().width() / 2, event.oldSize().height() / 2))
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
        if self._is_target or (self.hasFocus() and self._ring):
            painter.resetTransform()
            draw_frame(painter, self.viewport().rect(), 3 if self._is_target else 2)

    def sizeHint(self) -> QSize:
        return QSize(960, 700)

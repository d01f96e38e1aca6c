"""What the mouse does on the film: the counterpart of the keyboard's hand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.gestures import Tool, dragged_window, dragged_zoom
from desktop.mouse_bindings import dragged_with

if TYPE_CHECKING:
    from desktop.document import Document
    from desktop.held_keys import HeldKeys
    from desktop.image_view import ImageView
    from desktop.measure_tool import MeasureTool


class MouseHand:
    """Belongs to the view, which gives it its events: presses, drags, and where the cursor is."""

    def __init__(self, document: Document, view: ImageView, measuring: MeasureTool, held: HeldKeys) -> None:
        self._document, self._view, self._measuring, self._held = document, view, measuring, held
        # One button at a time: what is pressed meanwhile means nothing.
        self._button = Qt.MouseButton.NoButton
        # What it does, unless it is the left one.
        self._bound: Tool | None = None
        self._pressed = self._last = QPointF()
        self._dragging = False
        self._cursor: QPoint | None = None

    @property
    def cursor(self) -> QPoint | None:
        """Where it is in the viewport; None while it is elsewhere."""
        return self._cursor

    @property
    def holds(self) -> bool:
        """A button is down."""
        return self._button != Qt.MouseButton.NoButton

    def let_go(self) -> None:
        """Another film: what was begun on the former one is over."""
        self._button = Qt.MouseButton.NoButton

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        if self._button != Qt.MouseButton.NoButton:
            return
        self._button, self._bound = event.button(), dragged_with(event.button())
        self._held.use()
        self._pressed = self._last = event.position()
        self._dragging = False
        self._view.key_hand.hide()
        kind = self._view.tool.measures
        if kind and event.button() == Qt.MouseButton.LeftButton and not self._held.pans:
            self._measuring.press(kind, event.position())
            self._view.draw_measurements()

    def move(self, event: QMouseEvent) -> None:
        """With a button held or without."""
        at = event.position()
        self.hover(at)
        # A hand that knocks against the mouse must not move what is drawn by keys.
        if self._view.key_hand.cross is None and self._measuring.move(at, self._dragging):
            self._view.draw_measurements()
        self._held.follow()
        if self._button == Qt.MouseButton.NoButton or self._document.film is None:
            return
        if not self._dragging:
            self._dragging = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging:
            moved, self._last = at - self._last, at
            self._drag(moved, at)

    def _drag(self, moved: QPointF, at: QPointF) -> None:
        tool, film = self._tool(), self._document.film
        if tool is Tool.PAN:
            self._view.pan_by(moved)
        elif tool is Tool.ZOOM:
            self._view.zoom_by(dragged_zoom(moved), self._pressed)
        elif tool is Tool.BOX:
            self._drag_box(at, False)
        elif tool is Tool.WINDOW and film is not None and self._document.voi is not None:
            self._document.set_voi(dragged_window(film.radiograph, self._document.voi, moved))

    def release(self, event: QMouseEvent) -> None:
        """The button that was pressed goes up."""
        if event.button() != self._button:
            return
        tool = self._tool()
        self._button = Qt.MouseButton.NoButton
        if self._dragging and tool is Tool.BOX:
            self._drag_box(event.position(), True)
        if event.button() == Qt.MouseButton.RightButton and not self._dragging:
            self._view.menu_wanted.emit(event.globalPosition().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._measuring.release(event.position(), self._dragging)
            self._view.draw_measurements()

    def double_click(self, event: QMouseEvent) -> None:
        """Full screen; while something is measured, two points that were set in quick succession."""
        if self._view.tool.measures:
            self.press(event)
        elif event.button() == Qt.MouseButton.LeftButton and self._document.film is not None:
            self._view.full_screen_wanted.emit()

    def hover(self, at: QPointF) -> None:
        """The cursor is there; say over which pixel."""
        self._cursor = at.toPoint()
        point, film = self._view.film_at(at), self._document.film
        row, column = math.floor(point.y()), math.floor(point.x())
        # The far edge belongs to no pixel.
        rows, columns = (film.radiograph.rows, film.radiograph.columns) if film else (0, 0)
        inside = 0 <= row < rows and 0 <= column < columns
        self._view.hovered.emit(*((row, column) if inside else (-1, -1)))

    def say_place(self) -> None:
        """Another film, or another part of it, lies under a cursor that did not move."""
        if self._cursor is None:
            self._view.hovered.emit(-1, -1)
        else:
            self.hover(QPointF(self._cursor))

    def leave(self) -> None:
        """The cursor is no longer over the film."""
        self._cursor = None
        self._view.hovered.emit(-1, -1)

    def _tool(self) -> Tool | None:
        if self._button != Qt.MouseButton.LeftButton:
            return self._bound
        return Tool.PAN if self._held.pans else self._view.tool

    def _drag_box(self, at: QPointF, finished: bool) -> None:
        corners = self._view.film_at(self._pressed), self._view.film_at(at)
        self._view.box_dragged.emit(*corners, finished)

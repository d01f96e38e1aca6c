"""The window itself: what lies where, and what can be dropped on it.

It is on the screen before the rest of the program is imported, so this module imports little; the
namespace ``Qt`` alone, with all its enumerations, would cost twenty milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop import settings
from desktop.placing import on_a_screen

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QPaintEvent,
    )
    from PySide6.QtWidgets import QStatusBar, QToolBar

# Of the screen, on the first start; afterwards it comes back as it was left.
FIRST_SHARE = 0.9
# A window narrower than this would leave the film less than 70 %.
LEAST_FIRST_WIDTH = 1366
# A layout tells the one around it, which is laid out one pass later: a label of the panel lies in so many.
NESTED_LAYOUTS = 6


class MainWindow(QMainWindow):
    """A menu and a toolbar above, the columns, a status bar below.

    Signals:
        ``painted()``: once, when the window has been on the screen for the first time.
        ``dropped(paths)``: files were dropped, anywhere.
        ``drag_over(over)``: files are held over the window, or not any more.
        ``closing()``: before it closes.
        ``came_back()``: from another window.
    """

    painted = Signal()
    dropped = Signal(list)
    drag_over = Signal(bool)
    closing = Signal()
    came_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Negatoscope")
        self.setAcceptDrops(True)
        self.resize(self.screen().availableSize() * FIRST_SHARE)
        self._comes_back = self.restoreGeometry(settings.WINDOW_GEOMETRY.load())
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        place = on_a_screen(self.geometry(), screens)
        if self._comes_back and place != self.geometry() and not self.isMaximized():
            self.setGeometry(place)
        self._before_full_screen = QByteArray()
        self._asides: list[QWidget] = []
        self._was_painted = self._was_maximized = False

    def show_at_start(self) -> None:
        """As it was left; the first time over the whole of a small screen."""
        if self._comes_back or self.width() >= LEAST_FIRST_WIDTH:
            self.show()
        else:
            self.showMaximized()

    def fill(self, bar: QToolBar, columns: QWidget, status: QStatusBar) -> None:
        """Put everything in its place."""
        self.addToolBar(bar)
        self.setCentralWidget(columns)
        self.setStatusBar(status)
        self._asides = [bar, self.menuBar(), status]

    def set_full_screen(self, full: bool) -> None:
        """The film alone, or everything again."""
        for widget in self._asides:
            widget.setVisible(not full)
        if full:
            self._was_maximized = self.isMaximized()
            self._before_full_screen = self.saveGeometry()
            self.showFullScreen()
        elif self._was_maximized:
            self.showMaximized()
        else:
            self.showNormal()

    def show_again(self) -> None:
        """In front of other windows, and no longer minimised."""
        if self.isMinimized():
            self.showMaximized() if self._was_maximized else self.showNormal()
        self.raise_()
        self.activateWindow()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            # The film's scene has the whole window painted as soon as one of its items changed, before the
            # texts beside it have their new places: in one picture they would lie over each other.
            for _ in range(NESTED_LAYOUTS):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # After this paint has reached the screen.
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_back.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            _accept_as_copy(event)
            self.drag_over.emit(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        # Asked anew with every move: Shift may be pressed on the way.
        _accept_as_copy(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drag_over.emit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drag_over.emit(False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            _accept_as_copy(event)
            self.dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        full = self.isFullScreen()
        settings.WINDOW_GEOMETRY.save(self._before_full_screen if full else self.saveGeometry())
        settings.FULL_SCREEN.save(full)
        self.closing.emit()
        super().closeEvent(event)


def _accept_as_copy(event: QDropEvent) -> None:
    """Never as a move, which Shift proposes: after that the source deletes its file."""
    from PySide6.QtCore import Qt

    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()

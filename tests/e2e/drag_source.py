"""A small window out of which a file can be dragged: ``drag_source.py FILE``."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    """Begins a drag of the file with the first move of a pressed mouse."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Taken, so that the moves come here."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The drag."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


application = QApplication(sys.argv)
source = Source("drag me")
source.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
source.setGeometry(1200, 600, 100, 100)
source.show()
sys.exit(application.exec())

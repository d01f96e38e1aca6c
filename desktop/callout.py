"""A quiet card that points at a part of the window; the window under it goes on working."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme

# Wide rather than high: at the foot of a film it then stays below the lungs.
WIDTH = 50 * theme.GRID
# Length of the pointer, and half its base.
POINTER, HALF_BASE = 12, 9
RADIUS = 6.0
# Where the card stands, seen from what it points at.
BELOW, LEFT, RIGHT, WITHIN = "below", "left", "right", "within"


class Callout(QWidget):
    """Title, text and buttons; :meth:`point_at` lays it beside a part of the parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.title, self.text, self.count = QLabel(), QLabel(), QLabel()
        self.title.setFont(theme.bold(self.title.font()))
        self.count.setFont(theme.small(self.font()))
        self.count.setProperty("role", "quiet")
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.extra, self.skip = QPushButton(), QPushButton()
        self.back, self.next = QPushButton(), QPushButton()
        self.next.setObjectName("primary")
        self._side, self._tip = WITHIN, QPoint()
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID)
        foot.addWidget(self.count)
        foot.addStretch()
        for button in (self.skip, self.back, self.next):
            foot.addWidget(button)
        self._layout = layout = QVBoxLayout(self)
        across, down = POINTER + 2 * theme.GRID, POINTER + theme.GRID
        layout.setContentsMargins(across, down, across, down)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addWidget(self.extra, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(foot)
        self.hide()

    def say(self, title: str, text: str, count: str) -> None:
        """Another step."""
        self.title.setText(title)
        self.text.setText(text)
        self.count.setText(count)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{text} {count}")

    def point_at(self, area: QRect, side: str, room: QRect | None = None) -> None:
        """Stand on one side of ``area`` of the parent, within ``room``; by default within all of it."""
        self._side = side
        room = self._over.rect() if room is None else room
        room = room.adjusted(theme.GRID, theme.GRID, -theme.GRID, -theme.GRID)
        self.setFixedWidth(min(theme.scaled(WIDTH) + 2 * POINTER, room.width()))
        for part in self.findChildren(QWidget):
            # Before the style sheet has come to them they ask for another height than they will need.
            part.ensurePolished()
        self._layout.invalidate()
        self.resize(self.width(), self._layout.totalHeightForWidth(self.width()))
        self._layout.activate()
        if side == BELOW:
            self._tip = QPoint(area.center().x(), area.bottom() + 2)
            corner = QPoint(self._tip.x() - self.width() // 2, self._tip.y())
        elif side in (LEFT, RIGHT):
            # At its foot too: in the middle it would lie over the lungs of the film beside it.
            left, top = area.left() - 2 - self.width(), area.bottom() - self.height()
            corner = QPoint(left if side == LEFT else area.right() + 2, top)
            tip = corner.x() + self.width() if side == LEFT else corner.x()
            self._tip = QPoint(tip, top + self.height() // 2)
        else:
            # At its foot, pointing up into it, and nothing that stands in its middle covered.
            corner = QPoint(area.center().x() - self.width() // 2, area.bottom() - self.height())
            self._tip = QPoint(area.center().x(), corner.y())
        x = min(max(corner.x(), room.left()), room.right() - self.width())
        y = min(max(corner.y(), room.top()), room.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        body = QRectF(self.rect()).adjusted(POINTER, POINTER, -POINTER, -POINTER)
        tip = QPointF(self._tip - self.pos())
        card, pointer = QPainterPath(), QPainterPath()
        card.addRoundedRect(body, RADIUS, RADIUS)
        if self._side in (LEFT, RIGHT):
            at = min(max(tip.y(), body.top() + 2 * RADIUS), body.bottom() - 2 * RADIUS)
            edge, out = (body.right() - 1, POINTER) if self._side == LEFT else (body.left() + 1, -POINTER)
            pointer.moveTo(edge, at - HALF_BASE)
            pointer.lineTo(edge + out, at)
            pointer.lineTo(edge, at + HALF_BASE)
        else:
            at = min(max(tip.x(), body.left() + 2 * RADIUS), body.right() - 2 * RADIUS)
            pointer.moveTo(at - HALF_BASE, body.top() + 1)
            pointer.lineTo(at, body.top() - POINTER + 1)
            pointer.lineTo(at + HALF_BASE, body.top() + 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().accent), 1))
        painter.setBrush(QColor(theme.current().raised))
        painter.drawPath(card.united(pointer))
        painter.end()

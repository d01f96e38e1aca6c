"""What a screen reader is told of widgets that paint themselves: what kind of thing they are.

Qt knows the kinds of its own widgets and takes every other for a mere area ("client"). Name and description
stay with the widgets.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

# By class, as Qt names it when it asks.
ROLES = {
    "ImageView": QAccessible.Role.Graphic,
    "HistogramView": QAccessible.Role.Chart,
    "ColourBar": QAccessible.Role.Graphic,
    "FilmEdges": QAccessible.Role.StaticText,
}
_installed: list[bool] = []


def install() -> None:
    """From now on, for the whole process."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_interface)


def _interface(kind: str, widget: QObject) -> QAccessibleWidget | None:
    """Asked for every object, base classes too; None leaves it to Qt."""
    role = ROLES.get(kind)
    return QAccessibleWidget(widget, role) if role is not None and isinstance(widget, QWidget) else None

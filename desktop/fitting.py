"""Windows beside the main one, no larger than the screen that they are on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

# Of the screen, so that the frame and a panel of the desktop have room beside a dialog.
SCREEN_SHARE = 0.94
# A title bar, where the system does not say how high its own is before the dialog is shown.
FRAME = 32


def room_for(dialog: QDialog) -> QSize:
    """The largest that ``dialog`` may be on its screen, without its frame."""
    available = dialog.screen().availableSize()
    return QSize(
        round(available.width() * SCREEN_SHARE),
        min(round(available.height() * SCREEN_SHARE), available.height() - FRAME),
    )


def fit(dialog: QDialog, wanted: QSize) -> None:
    """Make ``dialog`` as large as it is ``wanted``, or as there is room."""
    dialog.resize(wanted.boundedTo(room_for(dialog)))

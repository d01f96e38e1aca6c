"""Whether things may move: the user's wish in the settings, or the system's where Qt knows it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyle

from desktop import settings


def is_reduced() -> bool:
    """Nothing is to move or to flash.

    A system that was told to spare its users animations gives its style none: a duration of nothing.
    """
    duration = QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
    return settings.REDUCED_MOTION.load() or duration == 0

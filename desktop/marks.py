"""What must be said of a picture that does not lie as its file has it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.orientation import Orientation


def mark_of(orientation: Orientation) -> str:
    """In words; empty where the picture lies as the file has it. Mirrored is said first, and loudest."""
    words = {
        (False, 1): QCoreApplication.translate("marks", "Turned 90° clockwise"),
        (False, 2): QCoreApplication.translate("marks", "Turned 180°"),
        (False, 3): QCoreApplication.translate("marks", "Turned 90° anticlockwise"),
        (True, 0): QCoreApplication.translate("marks", "FLIPPED left to right"),
        (True, 1): QCoreApplication.translate("marks", "FLIPPED, turned 90° clockwise"),
        (True, 2): QCoreApplication.translate("marks", "FLIPPED top to bottom"),
        (True, 3): QCoreApplication.translate("marks", "FLIPPED, turned 90° anticlockwise"),
    }
    return words.get((orientation.mirrored, orientation.quarter_turns), "")

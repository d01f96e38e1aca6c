"""What may be said of lengths on a film: millimetres of a stated kind, or pixels."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from inference import PixelSpacing, Radiograph


def trusted_spacing(radiograph: Radiograph) -> PixelSpacing | None:
    """The film's spacing; None where it has none, or one whose pixels are not those that are shown.

    A spacing so oblong that the film is shown with square pixels is a slip of the pen, and its
    millimetres are no better.
    """
    spacing = radiograph.spacing
    if spacing is None or not math.isclose(spacing.row / spacing.column, radiograph.pixel_aspect):
        return None
    return spacing


def kind_words(spacing: PixelSpacing) -> str:
    """What its millimetres are (PS3.3 10.7.1.3)."""
    words = {
        "detector": QCoreApplication.translate("lengths", "detector plane"),
        "corrected": QCoreApplication.translate("lengths", "corrected"),
        "calibrated": QCoreApplication.translate("lengths", "calibrated"),
    }
    return words.get(spacing.kind, QCoreApplication.translate("lengths", "kind not stated"))

"""The value of one pixel in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.numbers import number

if TYPE_CHECKING:
    from inference import Radiograph

# Rescale Type and Modality LUT Type (PS3.3 C.11.1.1.2): US is "unspecified", OD thousandths of an
# optical density.
_UNITS = {"US": "", "OD": "OD/1000"}


def value_text(radiograph: Radiograph, row: int, column: int) -> str:
    """Value and place of a pixel, and the stored value where that is another; empty outside the film."""
    if not (0 <= row < radiograph.rows and 0 <= column < radiograph.columns):
        return ""
    stored = radiograph.pixels[row, column]
    if radiograph.is_colour:
        value = "{}, {}, {} RGB".format(*(int(channel) for channel in stored))
    else:
        modality = radiograph.modality_value(row, column)
        value = f"{number(modality, '.7g')} {_units(radiograph)}".rstrip()
        if modality != stored:
            template = QCoreApplication.translate("corners", "{value} (stored {stored})")
            value = template.format(value=value, stored=int(stored))
    template = QCoreApplication.translate("corners", "Value {value}  at {column}, {row}")
    return template.format(value=value, column=column, row=row)


def _units(radiograph: Radiograph) -> str:
    from inference import LookupTable

    modality = radiograph.modality
    named = modality.explanation if isinstance(modality, LookupTable) else modality.units
    return _UNITS.get(named, named)

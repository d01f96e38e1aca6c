"""Windows and VOI LUTs in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.numbers import number

if TYPE_CHECKING:
    from inference import VoiTransform


def voi_text(voi: VoiTransform) -> str:
    """As the corner of the film says it: width and centre of a window, the name of a LUT."""
    from inference import Window

    if isinstance(voi, Window):
        template = QCoreApplication.translate("windows", "W {width}  L {centre}", "width and level")
        numbers = template.format(width=_short(voi.width), centre=_short(voi.center))
        return f"{numbers}  {_named(voi)}".rstrip()
    return f"VOI LUT  {voi.explanation}".rstrip()


def voi_name(voi: VoiTransform, number: int) -> str:
    """As a menu says it: the file's own name for it, or its numbers."""
    if voi.explanation:
        return _named(voi)
    template = QCoreApplication.translate("actions", "{number}: {what}")
    return template.format(number=number, what=voi_text(voi))


def _named(voi: VoiTransform) -> str:
    """The file's own name for it; ours, of the window over all values, is translated."""
    own = {"full range": QCoreApplication.translate("windows", "full range")}
    return own.get(voi.explanation, voi.explanation)


def _short(value: float) -> str:
    return number(value, ".0f" if abs(value) >= 20 else ".3g")

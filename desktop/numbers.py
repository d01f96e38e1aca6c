"""Numbers and dates as the user's language writes them. On the screen alone: files keep the point."""

from __future__ import annotations

import re
from datetime import datetime
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication

_DICOM_DATE = re.compile(r"^([0-9]{4})([0-9]{2})([0-9]{2})$")
_DECIMAL = re.compile(r"^-?[0-9]+\.[0-9]+$")


def number(value: float, form: str) -> str:
    """``value`` in a form of :func:`format`, with the language's decimal sign and no grouping."""
    return format(value, form).replace(".", QLocale().decimalPoint())


def filled(template: str, **facts: object) -> str:
    """A translated template with its facts; its fractions have the language's decimal sign.

    A line does not end between a number and its sign of percent.
    """
    return _LocalFormatter().vformat(template, (), facts).replace(" %", "\N{NO-BREAK SPACE}%")


def as_written(text: str) -> str:
    """A number that came as a text, such as "0.123"; any other text as it is."""
    return text.replace(".", QLocale().decimalPoint()) if _DECIMAL.match(text) else text


def date(text: str) -> str:
    """DICOM's YYYYMMDD as the language writes it, always with four digits for the year; else as it is."""
    template = QCoreApplication.translate("dates", "{year}-{month}-{day}", "how a date is written")
    match = _DICOM_DATE.match(text)
    return template.format(year=match[1], month=match[2], day=match[3]) if match else text


def moment(at: datetime) -> str:
    """Of today the time, else with its date."""
    local = at.astimezone()
    time = f"{local:%H:%M:%S}"
    today = local.date() == datetime.now().astimezone().date()
    return time if today else f"{date(f'{local:%Y%m%d}')} {time}"


def isolated(text: str) -> str:
    """Numbers with their signs, in one piece among a writing from right to left ("62 → 41 %")."""
    leftward = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if leftward and text else text


def embedded(text: str) -> str:
    """What came out of a file, in one piece and its own direction ("1. LL", a name in another script)."""
    leftward = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}" if leftward and text else text


class _LocalFormatter(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        return (
            number(value, format_spec)
            if isinstance(value, float)
            else super().format_field(value, format_spec)
        )

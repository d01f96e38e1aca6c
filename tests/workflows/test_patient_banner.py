"""Another patient does not come unnoticed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop import theme
from desktop.annotations import Annotations
from desktop.app import App
from phantom import dicom, thorax_u8, write_dicom, write_image

Open = Callable[..., None]
Settle = Callable[[], None]


@pytest.fixture
def opened(app: App, open_and_wait: Open, tmp_path: Path) -> App:
    """Two films of Abel, one of Zorn, two pictures."""

    def film(name: str, **attributes: Any) -> Path:
        return write_dicom(tmp_path / name, dicom(thorax_u8(200, 200), **attributes))

    open_and_wait(
        film("1", PatientName="Abel", InstanceNumber=1),
        film("2", PatientName="Abel", InstanceNumber=2),
        film("3", PatientName="Zorn"),
        write_image(tmp_path / "4.png", thorax_u8(200, 200)),
        write_image(tmp_path / "5.png", thorax_u8(200, 200)),
    )
    return app


def test_the_banner_stands_out_for_a_moment_when_the_patient_changes(
    opened: App, settle: Settle, qtbot: QtBot
) -> None:
    banner = opened.corners.patient
    seen = [banner.highlighted]
    for _ in range(4):
        opened.document.step(1)
        settle()
        seen.append(banner.highlighted)
        banner.highlight(False)
    assert seen == [False, False, True, True, False]
    opened.document.step(-2)
    settle()
    assert banner.highlighted
    background = banner.grab().toImage().pixelColor(QPoint(1, 1))
    assert background == QColor(theme.ON_FILM.accent)
    qtbot.waitUntil(lambda: not banner.highlighted)
    assert banner.grab().toImage().pixelColor(QPoint(1, 1)) != background


def test_another_patient_is_told_also_where_annotations_are_off(
    opened: App, settle: Settle, qtbot: QtBot
) -> None:
    opened.document.set_annotations(Annotations.NONE)
    banner = opened.corners.patient
    assert banner.lines == []
    opened.document.step(2)
    settle()
    assert banner.highlighted
    assert "Zorn" in banner.lines
    qtbot.waitUntil(lambda: banner.lines == [])
    assert not banner.highlighted


def test_the_first_patient_is_nobody_else(opened: App, open_and_wait: Open, tmp_path: Path) -> None:
    opened.actions["close_all"].trigger()
    open_and_wait(tmp_path / "3")
    assert not opened.corners.patient.highlighted

"""Settings of our own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop import languages


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, qapp: QApplication) -> None:
    """Nothing is read from or written to the machine's."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    qapp.setOrganizationName("Negatoscope")
    qapp.setApplicationName("Negatoscope")


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """English has a translation of its own: of what depends on a number."""
    languages.install(qapp, "en")

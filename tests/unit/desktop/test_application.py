"""What macOS hands over: files that were double-clicked or dropped on the program's icon."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from desktop.application import Application


@pytest.fixture
def application(qapp: Application, monkeypatch: pytest.MonkeyPatch) -> Application:
    monkeypatch.setattr(qapp, "_listened", False)
    monkeypatch.setattr(qapp, "_waiting", [])
    return qapp


def hand_over(application: Application, address: QUrl) -> None:
    QCoreApplication.postEvent(application, QFileOpenEvent(address))
    QCoreApplication.processEvents()


def test_files_that_came_before_the_window_wait_for_it(application: Application, tmp_path: Path) -> None:
    told: list[list[str]] = []
    application.files_opened.connect(told.append)
    for name in ("one.dcm", "two ü.dcm"):
        hand_over(application, QUrl.fromLocalFile(str(tmp_path / name)))
    assert told == []
    assert application.begin_to_listen() == [str(tmp_path / "one.dcm"), str(tmp_path / "two ü.dcm")]
    hand_over(application, QUrl.fromLocalFile(str(tmp_path / "three.dcm")))
    assert told == [[str(tmp_path / "three.dcm")]]
    assert application.begin_to_listen() == []
    application.files_opened.disconnect(told.append)


def test_an_address_of_the_internet_is_not_opened(application: Application) -> None:
    hand_over(application, QUrl("https://example.org/film.dcm"))
    assert application.begin_to_listen() == []

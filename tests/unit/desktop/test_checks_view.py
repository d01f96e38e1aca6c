"""The signs before the checks."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.checks_view import FAILED, NOTED, PASSED, ChecksView
from inference import Check


@pytest.mark.parametrize(
    ("name", "passed", "sign"),
    [
        ("size", True, PASSED),
        ("size", False, FAILED),
        ("age group", True, NOTED),
        ("age group", False, FAILED),
    ],
)
def test_a_failed_check_has_the_sign_of_failure(qtbot: QtBot, name: str, passed: bool, sign: str) -> None:
    view = ChecksView()
    qtbot.addWidget(view)
    view.set_checks((Check(name, passed, 0.2, 0.1, "Found.", "Do."),))
    shown = [label.text() for label in view.findChildren(QLabel)]
    assert sign in shown
    assert not ({PASSED, FAILED, NOTED} - {sign}) & set(shown)

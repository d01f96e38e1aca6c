"""No picture of the panel is seen while its parts are still on their way to their places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App

Open = Callable[..., None]


class Pictures(QObject):
    """Looks at the panel each time it is painted, and keeps what was wrong in one of the pictures."""

    def __init__(self, body: QWidget) -> None:
        super().__init__(body)
        self.count, self.wrong = 0, list[str]()
        body.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.count += 1
            self.wrong += [f"picture {self.count}: {fault}" for fault in faults(watched)]
        return False


def faults(root: QWidget) -> list[str]:
    """Sentences that are cut off, and neighbours that lie over each other."""
    wrapped = [label for label in root.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    found = [
        f"cut off: {label.text()}"
        for label in wrapped
        if label.height() < label.heightForWidth(label.width())
    ]
    for parent in (root, *root.findChildren(QWidget)):
        shown = [w for w in parent.children() if isinstance(w, QWidget) and w.isVisible()]
        for number, one in enumerate(shown):
            for other in shown[number + 1 :]:
                common = one.geometry() & other.geometry()
                if min(common.width(), common.height()) > 1:
                    found.append(f"{one} lies over {other}")
    return found


@pytest.fixture
def pictures(app: App, open_and_wait: Open, film: Path) -> Pictures:
    app.impressions.set_read_first(True)
    open_and_wait(film)
    return Pictures(app.panel.widget())


def test_no_texts_lie_over_each_other_when_the_result_unfolds(
    app: App, pictures: Pictures, qtbot: QtBot
) -> None:
    for command in ("impression.normal", "impression.covid19", "impression.unsure"):
        before = pictures.count
        app.actions[command].trigger()
        qtbot.waitUntil(lambda before=before: pictures.count > before)
    assert pictures.wrong == []

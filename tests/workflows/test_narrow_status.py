"""The bottom line of a narrow window: a number is whole, or not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar

from desktop import settings, theme
from desktop.app import App
from desktop.document import Document, Progress

COUNTS = {"classified": 74, "refused": 31, "failed": 26, "not run": 5009}
SENTENCE = "74 of 5140 classified, 31 refused, 26 failed"
FORMS = [SENTENCE, "74/5140   ✕ 26   ⊘ 31", "74/5140   ✕ 26", "74/5140", ""]


class Many(list[object]):
    """Says that it is long."""

    def __len__(self) -> int:
        return 5140


@pytest.fixture(autouse=True)
def undressed_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp)


@pytest.fixture
def many(app: App, monkeypatch: pytest.MonkeyPatch) -> App:
    """As if 5140 films were being classified."""
    monkeypatch.setattr(Document, "count", lambda _, outcome: COUNTS[outcome])
    monkeypatch.setattr(Document, "entries", property(lambda _: Many()))
    monkeypatch.setattr(Document, "progress", Progress(done=131, total=5140))
    app.status.refresh()
    return app


def counts_of(app: App) -> QLabel:
    return next(label for label in app.status.findChildren(QLabel) if "74" in label.toolTip())


def resize(app: App, width: int) -> None:
    app.window.resize(width, 600)
    QApplication.processEvents()
    QApplication.processEvents()


@pytest.mark.parametrize("size", [100, 150])
def test_counts_are_left_out_whole_and_never_cut(many: App, size: int) -> None:
    settings.TEXT_SIZE.save(size)
    label, seen = counts_of(many), []
    for width in range(1400, 660, -20):
        resize(many, width)
        assert label.text() in FORMS
        assert QFontMetrics(label.font()).horizontalAdvance(label.text()) <= label.width()
        seen.append(FORMS.index(label.text()))
        assert label.toolTip() == label.accessibleName() == SENTENCE
    assert seen == sorted(seen)
    resize(many, 1400)
    assert label.text() == SENTENCE


def test_the_progress_bar_gives_way_before_the_counts_do(many: App, app: App) -> None:
    bar = app.status.findChild(QProgressBar)
    assert bar is not None
    widths: dict[str, list[int]] = {}
    for width in range(1400, 660, -10):
        resize(many, width)
        widths.setdefault(counts_of(many).text(), []).append(bar.width())
    assert widths[SENTENCE][0] == 160
    assert min(widths[SENTENCE]) == 0 or len(widths) == 1


def test_a_folder_that_is_looked_through_is_told_of_while_there_is_room(
    many: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "progress", Progress(looking=True, found=9))
    many.status.refresh()
    resize(many, 1800)
    assert counts_of(many).text() == f"Looking for films: 9 found.  {SENTENCE}"

"""The bottom line of a narrow window: a number is whole, or not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar

from desktop import settings, theme
from desktop.app import App
from desktop.document import Document, Progress
from desktop.status import StatusBar

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
def many(app: App, monkeypatch: pytest.MonkeyPatch) -> Iterator[StatusBar]:
    """As if 5140 films were being classified; on its own, for the window does not become so narrow."""
    monkeypatch.setattr(Document, "count", lambda _, outcome: COUNTS[outcome])
    monkeypatch.setattr(Document, "entries", property(lambda _: Many()))
    monkeypatch.setattr(Document, "progress", Progress(done=131, total=5140))
    bar = StatusBar(app.document, *(app.actions[name] for name in ("cancel", "run_rest", "list")))
    bar.show()
    yield bar
    bar.close()


def label_of(bar: StatusBar, text: str) -> QLabel:
    return next(label for label in bar.findChildren(QLabel) if text in label.toolTip() + label.text())


def resize(bar: StatusBar, width: int) -> bool:
    """Whether it can be so narrow."""
    bar.resize(width, bar.height())
    for _ in range(3):
        QApplication.processEvents()
    return bar.width() == width


def is_whole(label: QLabel) -> bool:
    return QFontMetrics(label.font()).horizontalAdvance(label.text()) <= label.width()


@pytest.mark.parametrize("size", [100, 150])
def test_counts_are_left_out_whole_and_never_cut(many: StatusBar, size: int) -> None:
    settings.TEXT_SIZE.save(size)
    counts, disclaimer, seen = label_of(many, "74"), label_of(many, "Research use"), []
    for width in takewhile(lambda width: resize(many, width), range(1400, 0, -10)):
        assert many.width() == width
        assert counts.text() in FORMS
        assert is_whole(counts)
        assert is_whole(disclaimer)
        seen.append(FORMS.index(counts.text()))
        assert counts.toolTip() == counts.accessibleName() == SENTENCE
    assert seen == sorted(seen)
    # On the way down to the narrowest that it can be, each of them had its turn.
    assert set(seen) == set(range(len(FORMS)))
    resize(many, 1400)
    assert counts.text() == SENTENCE


def test_the_progress_bar_gives_way_before_the_counts_do(many: StatusBar) -> None:
    progress, counts = many.findChild(QProgressBar), label_of(many, "74")
    assert progress is not None
    widths: dict[str, list[int]] = {}
    for _ in takewhile(lambda width: resize(many, width), range(1400, 0, -10)):
        widths.setdefault(counts.text(), []).append(progress.width())
    assert widths[SENTENCE][0] == 160
    assert widths[SENTENCE] == sorted(widths[SENTENCE], reverse=True)
    assert widths[SENTENCE][-1] == 0
    assert len(widths) > 1


def test_a_folder_that_is_looked_through_is_told_of_while_there_is_room(
    many: StatusBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Document, "progress", Progress(looking=True, found=9))
    many.refresh()
    resize(many, 1800)
    assert label_of(many, "74").text() == f"Looking for films: 9 found.  {SENTENCE}"


def test_a_new_bar_asks_for_no_room_for_what_is_not_in_view(app: App) -> None:
    bar = StatusBar(app.document, *(app.actions[name] for name in ("cancel", "run_rest", "list")))
    at_first = bar.minimumSizeHint().width()
    bar.show()
    QApplication.processEvents()
    assert at_first == bar.minimumSizeHint().width()
    bar.close()

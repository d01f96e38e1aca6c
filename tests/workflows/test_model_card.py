"""What the program says of its model, one key away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop import card_dialog, settings, theme
from desktop.app import App
from desktop.card_dialog import CardDialog
from inference import Classifier

Open = Callable[..., None]

CARD = """# Card of a model

Begins here, with [a paper](https://example.org/paper).

## Intended use

Research on pneumonia.

| class | sensitivity |
| --- | ---: |
| COVID-19 | 0.71 |

## Where it fails

Pneumonia of other kinds, <b>PNEUMONIA</b>.
"""


@pytest.fixture(autouse=True)
def undressed_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp)


@pytest.fixture
def card(app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[CardDialog]:
    """The window of a card long enough to be scrolled, opened by its key."""
    long = CARD + "\n\n".join(f"Line {number} of the rest." for number in range(100))
    monkeypatch.setattr(card_dialog, "model_card", lambda: long)
    qtbot.waitUntil(app.window.isActiveWindow)
    QTest.keyClick(app.view, Qt.Key.Key_M)
    dialog = app.window.findChild(CardDialog)
    assert dialog is not None
    QApplication.processEvents()
    yield dialog
    # A test may have closed it, and then it is gone.
    for left in app.window.findChildren(CardDialog):
        left.close()


def test_the_card_that_comes_with_the_program_is_shown(app: App) -> None:
    app.actions["card"].trigger()
    dialog = app.window.findChild(CardDialog)
    assert dialog is not None
    bundled = files("resources").joinpath("model", "CARD.md").read_text(encoding="utf-8")
    title = bundled.splitlines()[0].lstrip("# ")
    shown = dialog.text.toPlainText()
    assert shown.startswith(title)
    assert "tuberculosis" in shown.lower()
    assert "not a medical device" in shown.lower()
    dialog.close()


def test_markdown_is_read_as_such_and_html_is_not(card: CardDialog) -> None:
    shown = card.text.toPlainText()
    assert "## " not in shown
    assert "---" not in shown
    assert "<b>PNEUMONIA</b>" in shown


def test_name_version_and_the_whole_hash_stand_beside_it(
    app: App, film: Path, open_and_wait: Open, tiny_model: Path
) -> None:
    open_and_wait(film)
    app.actions["card"].trigger()
    dialog = app.window.findChild(CardDialog)
    assert dialog is not None
    assert "tiny 0" in dialog.said
    assert Classifier(tiny_model).identity.sha256 in dialog.said
    dialog.close()


def test_the_model_is_known_before_the_first_film(app: App, qtbot: QtBot) -> None:
    app.actions["card"].trigger()
    dialog = app.window.findChild(CardDialog)
    assert dialog is not None
    assert "not been loaded" in dialog.said
    app.start([])
    qtbot.waitUntil(lambda: "tiny 0" in dialog.said, timeout=20_000)
    dialog.close()


def test_words_are_found_one_after_the_other(card: CardDialog) -> None:
    QTest.keyClick(card, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(card.field, "pneumonia")
    assert "1 of 3" in card.said
    assert len(card.text.extraSelections()) == 3
    QTest.keyClick(card.field, Qt.Key.Key_Return)
    assert "2 of 3" in card.said
    for _ in range(2):
        QTest.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert "3 of 3" in card.said
    found = card.text.textCursor()
    assert card.text.toPlainText()[found.position() :].startswith("PNEUMONIA")
    QTest.keyClicks(card.field, "xyz")
    assert "Not found" in card.said
    assert card.text.extraSelections() == []


def test_escape_leaves_the_search_first_and_then_the_card(card: CardDialog) -> None:
    card.field.setFocus()
    QTest.keyClicks(card.field, "rest")
    QTest.keyClick(card.field, Qt.Key.Key_Escape)
    assert card.isVisible()
    assert card.field.text() == ""
    QTest.keyClick(card.text, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_keys_scroll_the_text_at_once(card: CardDialog) -> None:
    bar = card.text.verticalScrollBar()
    assert card.focusWidget() is card.text
    assert bar.value() == 0
    QTest.keyClick(card.text, Qt.Key.Key_PageDown)
    paged = bar.value()
    assert paged > 0
    QTest.keyClick(card.text, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > paged
    QTest.keyClick(card.text, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_the_contents_lead_to_their_sections(card: CardDialog) -> None:
    contents = card.contents
    assert [contents.item(row).text() for row in range(contents.count())] == [
        "Intended use",
        "Where it fails",
    ]
    contents.setCurrentRow(1)
    top = card.text.cursorForPosition(card.text.viewport().rect().topLeft())
    assert top.block().text() == "Where it fails"


def test_no_link_is_ever_opened(card: CardDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    before = card.text.toPlainText()
    card.text.anchorClicked.emit(QUrl("https://example.org/paper"))
    assert "https://example.org/paper" in card.said
    assert card.text.toPlainText() == before
    assert not card.text.openLinks()
    assert not card.text.openExternalLinks()
    assert opened == []


def test_it_fits_the_screen_and_needs_no_scrolling_aside(app: App, card: CardDialog) -> None:
    room = card.screen().availableSize()
    assert card.width() <= room.width()
    assert card.height() <= room.height()
    assert card.text.horizontalScrollBar().maximum() == 0


def test_it_is_there_once(app: App, card: CardDialog) -> None:
    app.actions["card"].trigger()
    assert app.window.findChildren(CardDialog) == [card]


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("size", [(862, 540), (930, 540), (976, 700), (1444, 900)])
def test_the_card_is_read_downwards_alone(app: App, text: int, size: tuple[int, int], qtbot: QtBot) -> None:
    settings.TEXT_SIZE.save(text)
    app.actions["card"].trigger()
    dialog = app.window.findChild(CardDialog)
    assert dialog is not None
    # What it takes on a small screen, and on large ones beside text of the usual size and a large one.
    dialog.resize(*size)
    QApplication.processEvents()
    # Wide tables and checksums are among what comes with the program.
    assert len(dialog.text.toPlainText()) > 10_000
    assert dialog.text.verticalScrollBar().maximum() > 0
    # On a small screen the contents become narrower first.
    qtbot.waitUntil(lambda: dialog.text.horizontalScrollBar().maximum() == 0)
    dialog.close()


def test_a_word_that_was_broken_is_found_and_copied_whole(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    checksum = "0123456789abcdef" * 4
    monkeypatch.setattr(card_dialog, "model_card", lambda: f"# Card\n\nModel `{checksum}` of 2026.")
    app.actions["card"].trigger()
    dialog = app.window.findChild(CardDialog)
    assert dialog is not None
    assert checksum not in dialog.text.toPlainText()
    dialog.field.setText(checksum.upper())
    assert "1 of 1" in dialog.said
    dialog.text.selectAll()
    dialog.text.copy()
    assert f"Model {checksum} of 2026." in QApplication.clipboard().text()
    dialog.close()


def test_no_title_among_the_contents_is_cut(app: App) -> None:
    settings.TEXT_SIZE.save(150)
    app.actions["card"].trigger()
    dialog = app.window.findChild(CardDialog)
    assert dialog is not None
    contents = dialog.contents
    for width in (880, 700, 800):
        dialog.resize(width, 560)
        QApplication.processEvents()
        for item in (contents.item(row) for row in range(contents.count())):
            option, metrics = QStyleOptionViewItem(), contents.fontMetrics()
            option.fontMetrics = metrics
            contents.itemDelegate().initStyleOption(option, contents.indexFromItem(item))
            lines, width = option.text.splitlines(), contents.viewport().width()
            assert " ".join(lines) == item.text()
            # A space at the end of a line would be one too many for Qt.
            assert all(metrics.horizontalAdvance(f"{line} ") <= width for line in lines)
            assert contents.visualItemRect(item).height() >= len(lines) * metrics.height()
    dialog.close()

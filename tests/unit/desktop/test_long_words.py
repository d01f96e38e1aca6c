"""Words that are longer than a column is wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.long_words import BREAK, PIECE, FittingButton, breakable

texts = st.text(st.sampled_from("aZ_-9 \n"))


@given(texts, st.integers(PIECE, 20))
def test_only_long_words_may_go_on_below_and_nothing_is_lost(text: str, longest: int) -> None:
    broken = breakable(text, longest)
    assert broken.replace(BREAK, "") == text
    for line, whole in zip(broken.split("\n"), text.split("\n"), strict=True):
        for word, was in zip(line.split(" "), whole.split(" "), strict=True):
            assert (BREAK in word) is (len(was) > longest)
            assert all(len(piece) <= max(longest, PIECE) for piece in word.split(BREAK))


def test_a_button_shows_what_fits_and_asks_for_the_longest(qtbot: QtBot) -> None:
    button = FittingButton()
    qtbot.addWidget(button)
    button.set_texts("Everything that could be said", "Less")
    # Dressed, if another test left a style sheet: then it asks for what it will need.
    button.show()
    wanted = button.sizeHint().width()
    button.resize(wanted, 30)
    assert button.text() == "Everything that could be said"
    button.resize(60, 30)
    assert button.text() == "Less"
    assert button.sizeHint().width() == wanted
    button.resize(wanted, 30)
    assert button.text() == "Everything that could be said"

"""A line in a corner of a narrow film goes on below."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.long_words import in_lines


@given(
    st.lists(st.text("0123456789WL", min_size=1, max_size=6), min_size=1, max_size=6), st.integers(0, 40)
)
def test_no_number_is_cut_or_lost(words: list[str], room: int) -> None:
    lines = in_lines("  ".join(words), len, room)
    assert " ".join(lines).split() == words
    assert all(len(line) <= room or len(line.split()) == 1 for line in lines)


def test_a_window_keeps_its_width_and_its_level_together() -> None:
    line = "W 4080  L 2040  full range"
    assert in_lines(line, len, 26) == [line]
    assert in_lines(line, len, 16) == ["W 4080  L 2040", "full range"]
    assert in_lines(line, len, 13) == ["W 4080", "L 2040", "full range"]
    assert in_lines(line, len, 6) == ["W 4080", "L 2040", "full", "range"]


def test_a_birth_date_is_whole() -> None:
    assert in_lines("1961-03-04 F", len, 11) == ["1961-03-04", "F"]

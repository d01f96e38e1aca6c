"""What is left of a line in a corner of a narrow film."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.corners import in_whole_words


@given(
    st.lists(st.text("0123456789WL", min_size=1, max_size=6), min_size=1, max_size=6), st.integers(0, 40)
)
def test_no_number_is_cut_in_two(words: list[str], room: int) -> None:
    line = "  ".join(words)
    shown = in_whole_words(line, len, room)
    kept = shown.removesuffix(" …").split()
    assert kept == words[: len(kept)]
    assert len(shown) <= room or len(kept) == 1
    assert (shown == line) is (len(line) <= room or len(words) == 1)


def test_a_window_loses_its_name_first() -> None:
    assert in_whole_words("W 4080  L 2040  full range", len, 20) == "W 4080  L 2040 …"
    assert in_whole_words("W 4080  L 2040  full range", len, 13) == "W 4080  L …"

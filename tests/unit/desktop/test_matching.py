"""What somebody types means an entry, however names are written."""

from __future__ import annotations

import random
import unicodedata

import pytest

from desktop.entry import Entry
from desktop.matching import folded, matches, searched, words_of
from inference import Header, ImageSource


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("muller", "MÜLLER, Jörg"),
        ("jorg müller", "MÜLLER, Jörg"),
        ("strasse", "Straße^Uwe"),
        ("STRASSE", "Straße^Uwe"),
        ("lodz", "Łódź^Anna"),
        ("yamada tarou", "Yamada^Tarou=山田^太郎=やまだ^たろう"),
        ("山田", "Yamada^Tarou=山田^太郎"),
        ("Yamada^Tarou", "YAMADA, Tarou"),
        ("søren", "SOREN"),
        ("", "anything"),
    ],
)
def test_case_accents_and_the_marks_between_names_do_not_count(typed: str, name: str) -> None:
    assert matches(folded(name), words_of(typed))


def test_every_word_has_to_be_there() -> None:
    assert not matches(folded("DOE, Jane"), words_of("jane smith"))


@pytest.mark.parametrize("seed", range(200))
def test_folding_twice_and_any_spelling_of_a_letter_fold_alike(seed: int) -> None:
    order = random.Random(seed)
    text = "".join(
        chr(order.choice((order.randrange(32, 0x250), order.randrange(0x370, 0xD7FF)))) for _ in range(12)
    )
    once = folded(text)
    assert folded(once) == once
    for form in ("NFC", "NFD"):
        assert folded(unicodedata.normalize(form, text)) == once
    begin = order.randrange(12)
    assert matches(once, words_of(text[begin : begin + 5]))


def test_an_entry_is_found_by_what_names_it_and_never_across_two_fields() -> None:
    header = Header(
        patient_name="DOE, Jane", patient_id="0815", accession_number="A-77",
        study_description="Thorax p.a.", series_description="Bettaufnahme",
    )  # fmt: skip
    text = searched(Entry(1, ImageSource("/cd/IM_0001.dcm"), header=header))
    for typed in ("doe", "jane doe", "0815", "a-77", "thorax", "BETT", "im_0001", "jane thorax"):
        assert matches(text, words_of(typed)), typed
    assert not matches(text, words_of("0815a-77"))

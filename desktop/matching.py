"""Whether what somebody typed means an entry: letters count, and neither their case nor their accents."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.entry import Entry

# What DICOM puts between the parts of a name (PS3.5 6.2.1), and the program when it shows one.
_BETWEEN = str.maketrans("^=,", "   ")
# Letters with a stroke, which Unicode does not take apart.
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})

# So many letters of an outcome's word stand for it.
ENOUGH = 4


def folded(text: str) -> str:
    """``text`` for comparing: without case, accents, and marks between the parts of a name."""
    if text.isascii():
        return text.lower().translate(_BETWEEN)
    apart = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare.casefold().translate(_BETWEEN).translate(_STROKES)


def words_of(text: str) -> tuple[str, ...]:
    """What was typed, word by word."""
    return tuple(folded(text).split())


def searched(entry: Entry) -> str:
    """Everything an entry can be found by, folded: patient, ID, accession, descriptions, file name."""
    texts = [entry.file_name]
    if entry.header is not None:
        header = entry.header
        texts += [
            header.patient_name,
            header.patient_id,
            header.accession_number,
            header.study_description,
            header.series_description,
        ]
    # A line feed, so that no word is found across two of them.
    return folded("\n".join(texts))


def is_called(word: str, name: str) -> bool:
    """Whether a typed ``word`` means what is called ``name``: one of its words, or enough of its beginning.

    A letter or two are rather the beginning of a patient's name.
    """
    names = words_of(name)
    return word in names or (len(word) >= ENOUGH and any(one.startswith(word) for one in names))


def matches(text: str, words: Sequence[str]) -> bool:
    """Whether every word is somewhere in the text of :func:`searched`."""
    return all(word in text for word in words)

"""The orders of the list, as keys made from an entry, its place and what is known of it.

Sorted by drop, patient or study date, films stay below the headings of their patient, study and series:
such a key has the parts of :mod:`desktop.grouping`, its first three those of the headings. Sorted by
outcome or by probability they stand in one flat row, whoever they belong to.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from desktop.grouping import PATIENT
from desktop.ordered import Key

if TYPE_CHECKING:
    from desktop.entry import Entry


class Sort(Enum):
    """By what the list is sorted."""

    OPENED = "opened"
    PATIENT = "patient"
    DATE = "date"
    OUTCOME = "outcome"
    COVID = "covid19"
    NORMAL = "normal"
    VIRAL = "viral_pneumonia"

    @property
    def is_grouped(self) -> bool:
        """Films stand below the headings of their patients."""
        return self in (Sort.OPENED, Sort.PATIENT, Sort.DATE)

    @property
    def finding(self) -> str | None:
        """The class whose probability decides."""
        return self.value if self in (Sort.COVID, Sort.NORMAL, Sort.VIRAL) else None


# What needs attention first.
_ATTENTION = {"failed": 0, "refused": 1, "not run": 2, "classified": 3}


def opened_key(place: Key, rank: int) -> Key:
    """One drop after the other, each by patient; a patient stays whole, where their first film came."""
    kind, *rest = place[0]
    if kind == PATIENT:
        return ((kind, rank, *rest), *place[1:])
    return (*place[:3], (rank, *place[3]), *place[4:])


def date_key(place: Key) -> Key:
    """Newest study first; a patient with two studies stands in two places."""
    kind, *rest = place[0]
    return ((kind, *place[1][:2], *rest), *place[1:]) if kind == PATIENT else place


def outcome_key(place: Key, entry: Entry) -> Key:
    """By outcome alone. Which class it is does not count: numbers may be withheld."""
    return (_ATTENTION[entry.outcome.value], *place)


def probability_key(place: Key, number: float | None) -> Key:
    """The greatest first; behind all numbers what has none, so that no refusal looks like a small one."""
    return (1, 0.0, *place) if number is None else (0, -number, *place)


def probability(entry: Entry, finding: str) -> float | None:
    """That of a class, where the film is classified and the class is assessed at the patient's age."""
    if entry.error is not None or entry.prediction is None:
        return None
    findings = (one for one in entry.prediction.findings if one.name == finding and one.assessed)
    return next((one.probability for one in findings), None)


def called(entry: Entry) -> str | None:
    """What is most probable of a classified film: a class that is assessed, or none of these."""
    if entry.error is not None or entry.prediction is None or not entry.prediction.findings:
        return None
    numbers = {one.name: one.probability for one in entry.prediction.findings if one.assessed}
    if entry.prediction.none_of_these is not None:
        numbers["none_of_these"] = entry.prediction.none_of_these
    return max(numbers, key=lambda name: numbers[name]) if numbers else None

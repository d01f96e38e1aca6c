"""Which open films are earlier ones of the same patient, and what speaks against two films being one
patient's. Knows no window.

Two files are taken for one patient's when they have the same Patient ID, or the same name with nothing
that contradicts it. An ID alone, against both name and birth date, is another hospital's number. What is
found so is compared once more by :func:`differences`, and what disagrees is told for as long as both are
shown: to find too little would hide a prior, and to find too much is said.

A prior is a film of another study, earlier by Study Date and Study Time (PS3.3 C.7.2.1). Proposed is the
nearest earlier one: of those that agree in everything before others, and of the same kind of view before
others, for a frontal film tells little beside a lateral one.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from desktop.entry import Entry
    from inference import Header

# A day, and the seconds since midnight where the file has a time.
Moment: TypeAlias = tuple[date, int | None]

_FRONTAL, _LATERAL = {"PA", "AP"}, {"LL", "RL", "LATERAL", "LAT"}


class Relation(enum.Enum):
    """What another film is to the current one."""

    PRIOR = "prior"
    LATER = "later"
    SAME_STUDY = "same study"
    # Of the same patient, and nobody knows when; or of somebody else.
    UNDATED = "undated"
    OTHER = "other"


class Fact(enum.Enum):
    """What tells patients apart (PS3.3 C.7.1.1)."""

    PATIENT_ID = "patient_id"
    NAME = "patient_name"
    BIRTH_DATE = "patient_birth_date"
    SEX = "patient_sex"


@dataclass(frozen=True)
class Difference:
    """One fact in which two files do not agree, as they have it; empty where a file is silent."""

    fact: Fact
    current: str
    other: str

    @property
    def contradicts(self) -> bool:
        """Both say something."""
        return bool(self.current and self.other)


@dataclass(frozen=True)
class Interval:
    """Between two days: whole years, months and days of the calendar."""

    years: int
    months: int
    days: int


# The patient


def differences(current: Header | None, other: Header | None) -> tuple[Difference, ...]:
    """The facts in which two files disagree, or of which one of them says nothing."""
    return tuple(
        Difference(fact, _stated(current, fact), _stated(other, fact))
        for fact in Fact
        if _known(current, fact) != _known(other, fact)
    )


def can_be_told(current: Header | None, other: Header | None) -> bool:
    """Whether the files state enough to say that it is the same patient, if they agree.

    The Patient ID, or name and birth date: many people share a name.
    """
    named = _both(current, other, Fact.NAME) and _both(current, other, Fact.BIRTH_DATE)
    return _both(current, other, Fact.PATIENT_ID) or named


def may_be_same_patient(current: Header | None, other: Header | None) -> bool:
    """Whether a film is worth being proposed for comparison."""
    name, birth = _agree(current, other, Fact.NAME), _agree(current, other, Fact.BIRTH_DATE)
    if _agree(current, other, Fact.PATIENT_ID):
        return not (name is False and birth is False)
    if not name:
        return False
    return bool(birth) or (birth is None and not _both(current, other, Fact.PATIENT_ID))


def _agree(current: Header | None, other: Header | None, fact: Fact) -> bool | None:
    """None where one of both is silent."""
    if not _both(current, other, fact):
        return None
    return _known(current, fact) == _known(other, fact)


def _both(current: Header | None, other: Header | None, fact: Fact) -> bool:
    return bool(_known(current, fact) and _known(other, fact))


def _stated(header: Header | None, fact: Fact) -> str:
    return getattr(header, fact.value, "").strip()


def _known(header: Header | None, fact: Fact) -> str:
    """What is compared: without what writing systems and machines do differently."""
    stated = _stated(header, fact)
    if fact is Fact.NAME:
        return _folded_name(stated)
    if fact is Fact.BIRTH_DATE:
        return re.sub(r"[.\-]", "", stated)
    return stated.upper() if fact is Fact.SEX else stated


@lru_cache(maxsize=1 << 16)  # asked of every open film, and there may be fifty thousand
def _folded_name(name: str) -> str:
    """Case, spaces and separators are no part of a name (PS3.4 C.2.2.2.1); letters and accents are."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join(re.split(r"[\s,^=]+", folded)).strip()


# The time


def moment(header: Header | None) -> Moment | None:
    """When the study was made; None where the file does not say, or no calendar has that day."""
    day = re.fullmatch(
        r"([0-9]{4})[.\-]?([0-9]{2})[.\-]?([0-9]{2})", header.study_date.strip() if header else ""
    )
    if header is None or day is None:
        return None
    try:
        made = date(*map(int, day.groups()))
    except ValueError:
        return None
    clock = re.match(r"([0-9]{2})([0-9]{2})?([0-9]{2})?", header.study_time.strip().replace(":", ""))
    hours, minutes, seconds = (int(part or 0) for part in clock.groups()) if clock else (0, 0, 0)
    return made, hours * 3600 + minutes * 60 + seconds if clock else None


def earlier(one: Moment, other: Moment) -> bool | None:
    """Whether ``one`` lies before ``other``; None where that is not known, on the same day."""
    if one[0] != other[0]:
        return one[0] < other[0]
    if one[1] is None or other[1] is None or one[1] == other[1]:
        return None
    return one[1] < other[1]


def interval(one: date, other: date) -> Interval:
    """Between two days, whichever comes first."""
    first, last = min(one, other), max(one, other)
    months = (last.year - first.year) * 12 + last.month - first.month
    if last.day < first.day:
        months -= 1
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    # The 31st of a month that has none is its last day.
    reached = next(day for back in range(4) if (day := _day(year, month + 1, first.day - back)) is not None)
    return Interval(months // 12, months % 12, max((last - reached).days, 0))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


# The films


def relation(current: Entry, other: Entry) -> Relation:
    """What ``other`` is to the current film."""
    if not may_be_same_patient(current.header, other.header):
        return Relation.OTHER
    assert current.header is not None
    assert other.header is not None
    study = current.header.study_instance_uid
    if study and study == other.header.study_instance_uid:
        return Relation.SAME_STUDY
    own, its = moment(current.header), moment(other.header)
    before = earlier(its, own) if own is not None and its is not None else None
    if before is None:
        return Relation.UNDATED
    return Relation.PRIOR if before else Relation.LATER


def relatives(current: Entry, entries: Iterable[Entry]) -> list[tuple[Relation, Entry]]:
    """The other films of the current one's patient: priors, newest first, then later ones and the rest."""
    header = current.header
    found = [
        (relation(current, entry), entry)
        for entry in entries
        if entry.number != current.number and may_be_same_patient(header, entry.header)
    ]
    order = list(Relation)
    return sorted(found, key=lambda pair: (order.index(pair[0]), *_distance(current, pair[1])))


def proposed(current: Entry, related: Iterable[tuple[Relation, Entry]]) -> Entry | None:
    """The prior to begin with; None where there is none."""
    priors = [entry for relation, entry in related if relation is Relation.PRIOR]

    def rank(entry: Entry) -> tuple[bool, bool, tuple[int, int]]:
        doubtful = bool(differences(current.header, entry.header))
        other_view = not _comparable(current.header, entry.header)
        # Of those with the same distance, the list's order holds: min takes the first.
        return doubtful, other_view, _distance(current, entry)

    return min(priors, key=rank, default=None)


def _distance(current: Entry, entry: Entry) -> tuple[int, int]:
    """Days and seconds between the studies; beyond all where that is not known."""
    own, its = moment(current.header), moment(entry.header)
    if own is None or its is None:
        return (date.max.toordinal(), 0)
    seconds = (own[1] or 0) - (its[1] or 0)
    days = (own[0] - its[0]).days
    whole = abs(days * 86400 + seconds)
    return divmod(whole, 86400)


def _comparable(one: Header | None, other: Header | None) -> bool:
    """Both frontal, both lateral, or not known of one of them."""
    kinds = [_view(header) for header in (one, other)]
    return "" in kinds or kinds[0] == kinds[1]


def _view(header: Header | None) -> str:
    position = header.view_position.strip().upper() if header else ""
    if position in _FRONTAL:
        return "frontal"
    return "lateral" if position in _LATERAL else position

"""What is said of two films side by side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.comparison import Comparison
from desktop.entry import Entry, printable
from desktop.numbers import date
from desktop.priors import Difference, Fact, Interval, Relation, interval, moment

# A name in the banner may be this long; more of it is in the corners.
LONGEST_VALUE = 40


def tr(text: str) -> str:
    """A text of this module in the user's language."""
    return QCoreApplication.translate("compare", text)


def relation_word(relation: Relation) -> str:
    """What the other film is."""
    return {
        Relation.PRIOR: tr("Prior"),
        Relation.LATER: tr("Later film"),
        Relation.SAME_STUDY: tr("Same study"),
        Relation.UNDATED: tr("Order unknown"),
        Relation.OTHER: tr("Other film"),
    }[relation]


def group_word(relation: Relation) -> str:
    """The heading over films of one kind."""
    return {
        Relation.PRIOR: tr("Priors"),
        Relation.LATER: tr("Later films"),
        Relation.SAME_STUDY: tr("Of the same study"),
        Relation.UNDATED: tr("Earlier or later: not known"),
        Relation.OTHER: tr("Other films"),
    }[relation]


def day_of(entry: Entry) -> str:
    """The day of the study."""
    day = printable(date(entry.header.study_date)) if entry.header else ""
    return day or tr("no date")


def title_of(entry: Entry, first: str, current: Entry | None = None) -> str:
    """Of a light box: what it shows, from when, and how long before ``current`` that was."""
    parts = [first, day_of(entry)]
    if current is not None:
        parts.append(how_long(current, entry))
    parts.append(entry.caption)
    return "  ".join(part for part in parts if part)


def with_its_day(title: str, advance: Callable[[str], int], room: int) -> str:
    """``title`` from its day on, where no whole day would have room behind the word that comes first."""
    first, *rest = title.split("  ")
    if not rest or advance(f"{first}  {rest[0]}…") <= room:
        return title
    return rest[0] if advance(f"{rest[0]}…") > room else "  ".join(rest)


def how_long(current: Entry, other: Entry) -> str:
    """``1 year 3 months earlier``; empty where one of both has no date."""
    own, its = moment(current.header), moment(other.header)
    if own is None or its is None:
        return ""
    if own[0] == its[0]:
        return tr("same day")
    length = interval_words(interval(own[0], its[0]))
    if its[0] < own[0]:
        return tr("{interval} earlier").format(interval=length)
    return tr("{interval} later").format(interval=length)


def interval_words(length: Interval) -> str:
    """As exact as a report has it: years and months; months; below one month, days."""
    if not length.years and not length.months:
        return QCoreApplication.translate("compare", "%n days", "", length.days)
    years = QCoreApplication.translate("compare", "%n years", "", length.years) if length.years else ""
    months = QCoreApplication.translate("compare", "%n months", "", length.months) if length.months else ""
    return f"{years} {months}".strip()


def warning(comparison: Comparison) -> str:
    """What the banner says; empty where both films are one patient's as far as files can say so."""
    found = comparison.differences
    if comparison.current is None or comparison.other is None:
        return ""
    if any(difference.contradicts for difference in found):
        first = tr("Not the same patient?")
    elif found or not comparison.can_be_told:
        first = tr("The same patient? The files do not say.")
    else:
        return ""
    # What contradicts comes first: it is what matters.
    found = tuple(sorted(found, key=lambda difference: not difference.contradicts))
    return "  ".join(["⚠", first, *(_difference(difference) for difference in found)])


def _difference(difference: Difference) -> str:
    names = {
        Fact.PATIENT_ID: tr("Patient ID"),
        Fact.NAME: tr("Name"),
        Fact.BIRTH_DATE: tr("Birth date"),
        Fact.SEX: tr("Sex"),
    }
    fact = names[difference.fact]
    current, other = _value(difference.fact, difference.current), _value(difference.fact, difference.other)
    if difference.contradicts:
        sentence = tr("{fact} differs: {left} / {right}.")
    elif difference.current:
        sentence = tr("{fact} only on the left: {left}.")
    else:
        sentence = tr("{fact} only on the right: {right}.")
    return sentence.format(fact=fact, left=current, right=other)


def _value(fact: Fact, text: str) -> str:
    text = printable(date(text) if fact is Fact.BIRTH_DATE else text)
    half = LONGEST_VALUE // 2
    return text if len(text) <= LONGEST_VALUE else f"{text[:half]}…{text[-half:]}"


def nothing_beside(comparison: Comparison) -> tuple[str, str]:
    """What stands in the place of the prior where there is none: what is so, and what can be done."""
    header = comparison.current.header if comparison.current else None
    if header is None or not (header.patient_name or header.patient_id):
        return (
            tr("No prior can be found"),
            tr("This film's file names no patient."),
        )
    title = tr("No prior is open")
    if comparison.related:
        return title, tr("Other films of this patient are: choose one above.")
    if moment(header) is None:
        return title, tr("This film has no date, so that nothing can be called earlier.")
    return title, tr("No other film of this patient is open.")

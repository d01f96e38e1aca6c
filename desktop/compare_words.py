"""What is said of two films side by side."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.comparison import Comparison
from desktop.entry import Entry, printable
from desktop.numbers import date
from desktop.priors import Difference, Fact, Interval, Relation, interval, moment

# A name in the banner may be this long; more of it is in the corners.
LONGEST_VALUE = 40


def relation_word(relation: Relation) -> str:
    """What the other film is."""
    return {
        Relation.PRIOR: QCoreApplication.translate("compare", "Prior"),
        Relation.LATER: QCoreApplication.translate("compare", "Later film"),
        Relation.SAME_STUDY: QCoreApplication.translate("compare", "Same study"),
        Relation.UNDATED: QCoreApplication.translate("compare", "Order unknown"),
        Relation.OTHER: QCoreApplication.translate("compare", "Other film"),
    }[relation]


def group_word(relation: Relation) -> str:
    """The heading over films of one kind."""
    return {
        Relation.PRIOR: QCoreApplication.translate("compare", "Priors"),
        Relation.LATER: QCoreApplication.translate("compare", "Later films"),
        Relation.SAME_STUDY: QCoreApplication.translate("compare", "Of the same study"),
        Relation.UNDATED: QCoreApplication.translate("compare", "Earlier or later: not known"),
        Relation.OTHER: QCoreApplication.translate("compare", "Other films"),
    }[relation]


def day_of(entry: Entry) -> str:
    """The day of the study."""
    day = printable(date(entry.header.study_date)) if entry.header else ""
    return day or QCoreApplication.translate("compare", "no date")


def title_of(entry: Entry, first: str, current: Entry | None = None) -> str:
    """Of a light box: what it shows, from when, and how long before ``current`` that was."""
    parts = [first, day_of(entry)]
    if current is not None:
        parts.append(how_long(current, entry))
    parts.append(entry.caption)
    return "  ".join(part for part in parts if part)


def how_long(current: Entry, other: Entry) -> str:
    """``1 year 3 months earlier``; empty where one of both has no date."""
    own, its = moment(current.header), moment(other.header)
    if own is None or its is None:
        return ""
    if own[0] == its[0]:
        return QCoreApplication.translate("compare", "same day")
    length = interval_words(interval(own[0], its[0]))
    if its[0] < own[0]:
        return QCoreApplication.translate("compare", "{interval} earlier").format(interval=length)
    return QCoreApplication.translate("compare", "{interval} later").format(interval=length)


def interval_words(length: Interval) -> str:
    """As exact as a report has it: years and months; months; below one month, days."""
    one = QCoreApplication.translate
    years = {0: "", 1: one("compare", "1 year")}.get(length.years, one("compare", "{count} years"))
    months = {0: "", 1: one("compare", "1 month")}.get(length.months, one("compare", "{count} months"))
    days = one("compare", "1 day") if length.days == 1 else one("compare", "{count} days")
    if not length.years and not length.months:
        return days.format(count=length.days)
    parts = (years.format(count=length.years), months.format(count=length.months))
    return " ".join(part for part in parts if part)


def warning(comparison: Comparison) -> str:
    """What the banner says; empty where both films are one patient's as far as files can say so."""
    found = comparison.differences
    if comparison.current is None or comparison.other is None:
        return ""
    if any(difference.contradicts for difference in found):
        first = QCoreApplication.translate("compare", "Not the same patient?")
    elif found or not comparison.can_be_told:
        first = QCoreApplication.translate("compare", "The same patient? The files do not say.")
    else:
        return ""
    # What contradicts comes first: it is what matters.
    found = tuple(sorted(found, key=lambda difference: not difference.contradicts))
    return "  ".join(["⚠", first, *(_difference(difference) for difference in found)])


def _difference(difference: Difference) -> str:
    one = QCoreApplication.translate
    names = {
        Fact.PATIENT_ID: one("compare", "Patient ID"),
        Fact.NAME: one("compare", "Name"),
        Fact.BIRTH_DATE: one("compare", "Birth date"),
        Fact.SEX: one("compare", "Sex"),
    }
    fact = names[difference.fact]
    current, other = _value(difference.fact, difference.current), _value(difference.fact, difference.other)
    if difference.contradicts:
        sentence = one("compare", "{fact} differs: {left} / {right}.")
    elif difference.current:
        sentence = one("compare", "{fact} only on the left: {left}.")
    else:
        sentence = one("compare", "{fact} only on the right: {right}.")
    return sentence.format(fact=fact, left=current, right=other)


def _value(fact: Fact, text: str) -> str:
    text = printable(date(text) if fact is Fact.BIRTH_DATE else text)
    half = LONGEST_VALUE // 2
    return text if len(text) <= LONGEST_VALUE else f"{text[:half]}…{text[-half:]}"


def nothing_beside(comparison: Comparison) -> tuple[str, str]:
    """What stands in the place of the prior where there is none: what is so, and what can be done."""
    one = QCoreApplication.translate
    header = comparison.current.header if comparison.current else None
    if header is None or not (header.patient_name or header.patient_id):
        return (
            one("compare", "No prior can be found"),
            one("compare", "This film's file names no patient."),
        )
    title = one("compare", "No prior is open")
    if comparison.related:
        return title, one("compare", "Other films of this patient are: choose one above.")
    if moment(header) is None:
        return title, one("compare", "This film has no date, so that nothing can be called earlier.")
    return title, one("compare", "No other film of this patient is open.")

"""Which films are priors, and whether two films are one patient's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.compare_words import interval_words
from desktop.entry import Entry
from desktop.priors import (
    Fact,
    Interval,
    Relation,
    can_be_told,
    differences,
    earlier,
    interval,
    may_be_same_patient,
    moment,
    proposed,
    relation,
    relatives,
)
from inference import Header, ImageSource

ABEL = {
    "patient_name": "ABEL, Bo",
    "patient_id": "7",
    "patient_birth_date": "19700101",
    "patient_sex": "M",
}


def header(day: str = "20250801", **said: str) -> Header:
    return Header(**{**ABEL, "study_date": day, "study_instance_uid": f"1.{day}"} | said)


def entry(number: int, day: str = "20250801", **said: str) -> Entry:
    return Entry(number, ImageSource(f"/film{number}"), header=header(day, **said))


def proposal(*others: Entry) -> int | None:
    current = entry(0)
    found = proposed(current, relatives(current, [current, *others]))
    return found.number if found else None


def test_the_nearest_earlier_study_is_proposed() -> None:
    assert proposal(entry(1, "20190101"), entry(2, "20250101"), entry(3, "20250901")) == 2
    assert proposal(entry(1, "20250901")) is None
    assert proposal() is None


def test_another_film_of_the_same_study_is_no_prior() -> None:
    assert proposal(entry(1, "20250801")) is None
    assert relation(entry(0), entry(1)) is Relation.SAME_STUDY


def test_on_the_same_day_the_time_decides_and_without_it_nobody_knows() -> None:
    current = entry(0, study_time="120000")
    before = entry(1, study_time="0930", study_instance_uid="1.2")
    unknown = entry(2, study_instance_uid="1.3")
    assert relation(current, before) is Relation.PRIOR
    assert relation(before, current) is Relation.LATER
    assert relation(current, unknown) is Relation.UNDATED


def test_a_frontal_film_is_proposed_beside_a_frontal_one() -> None:
    current = entry(0, view_position="PA")
    lateral, frontal = entry(1, "20250101", view_position="LL"), entry(2, "20240101", view_position="AP")
    assert proposed(current, relatives(current, [lateral, frontal])) is frontal
    assert proposed(current, relatives(current, [lateral])) is lateral


def test_a_film_that_agrees_is_proposed_before_one_that_does_not() -> None:
    assert proposal(entry(1, "20250701", patient_sex="F"), entry(2, "20200101")) == 2
    assert proposal(entry(1, "20250701", patient_sex="F")) == 1


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ({}, True),
        ({"patient_name": "Abel , BO"}, True),
        ({"patient_name": "MEYER, Bo"}, True),  # the name that a marriage brought
        ({"patient_id": "8"}, True),  # another hospital's ID
        ({"patient_id": ""}, True),
        ({"patient_name": "ZORN, Ida", "patient_birth_date": "19800101"}, False),
        ({"patient_id": "8", "patient_birth_date": ""}, False),
        ({"patient_id": "8", "patient_birth_date": "19800101"}, False),
        ({"patient_id": "", "patient_birth_date": ""}, True),
        ({"patient_id": "", "patient_name": "ZORN, Ida"}, False),
        ({"patient_id": "", "patient_name": "", "patient_birth_date": "19700101"}, False),
    ],
)
def test_who_may_be_the_same_patient(said: dict[str, str], same: bool) -> None:
    assert may_be_same_patient(header(), header(**said)) is same
    assert may_be_same_patient(header(**said), header()) is same


def test_pictures_without_patient_are_nobodys() -> None:
    assert not may_be_same_patient(Header(), Header())
    assert not may_be_same_patient(None, header())
    assert not can_be_told(Header(), Header())
    assert differences(Header(), Header()) == ()
    assert {found.fact for found in differences(Header(), header())} == set(Fact)


def test_a_difference_has_what_both_files_say() -> None:
    (found,) = differences(header(), header(patient_birth_date="19710101"))
    assert (found.fact, found.current, found.other) == (Fact.BIRTH_DATE, "19700101", "19710101")
    assert found.contradicts
    (silent,) = differences(header(patient_sex=""), header())
    assert not silent.contradicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"patient_name": "MÜLLER, Jo"}, {"patient_name": "mu\u0308ller^JO"}),
        ({"patient_birth_date": "1970.01.01"}, {"patient_birth_date": "19700101"}),
        ({"patient_sex": "m"}, {"patient_sex": "M "}),
    ],
)
def test_what_machines_write_differently_is_no_difference(
    one: dict[str, str], other: dict[str, str]
) -> None:
    assert differences(header(**one), header(**other)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("MÜLLER", "MULLER"), ("ABEL, Bo", "BO, Abel"), ("0012", "12")],
)
def test_what_may_be_another_person_is_a_difference(one: str, other: str) -> None:
    assert differences(header(patient_name=one), header(patient_name=other))
    assert differences(header(patient_id=one), header(patient_id=other))


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
HEADERS = st.builds(
    Header,
    patient_name=WORDS,
    patient_id=st.sampled_from(["", "1", "2"]),
    patient_birth_date=st.sampled_from(["", "19700101", "19800101", "nonsense"]),
    patient_sex=st.sampled_from(["", "F", "M", "O"]),
    study_date=st.sampled_from(["", "20250801", "2024.05.01", "20250230", "x"]),
    study_time=st.sampled_from(["", "12", "1230", "999999.5", "noon"]),
)


@given(HEADERS, HEADERS)
def test_it_makes_no_difference_which_film_is_the_current_one(one: Header, other: Header) -> None:
    assert may_be_same_patient(one, other) == may_be_same_patient(other, one)
    assert len(differences(one, other)) == len(differences(other, one))
    assert differences(one, one) == ()
    a, b = moment(one), moment(other)
    if a and b and earlier(a, b) is not None:
        assert earlier(a, b) is not earlier(b, a)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("20240501", "20250801", "1 year 3 months"),
        ("20240801", "20250801", "1 year"),
        ("20250331", "20250430", "30 days"),
        ("20250131", "20250301", "1 month"),
        ("20200229", "20220228", "1 year 11 months"),
        ("20250731", "20250801", "1 day"),
        ("20150801", "20251015", "10 years 2 months"),
    ],
)
def test_how_long_between_in_words(one: str, other: str, words: str) -> None:
    days = [date(int(day[:4]), int(day[4:6]), int(day[6:])) for day in (one, other)]
    assert interval_words(interval(days[0], days[1])) == words


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000))
def test_an_interval_is_never_negative_and_the_same_both_ways(first: date, days: int) -> None:
    found = interval(first, first + timedelta(days))
    assert found == interval(first + timedelta(days), first)
    assert found.years >= 0
    assert 0 <= found.months < 12
    assert 0 <= found.days < 31
    assert (found == Interval(0, 0, 0)) == (days == 0)


@pytest.mark.parametrize(
    ("name", "differs"), [("MULLER^JORG", True), ("MÜLLER^JÖRG", False), ("müller jörg", False)]
)
def test_accents_are_a_part_of_a_name_and_writing_is_not(name: str, differs: bool) -> None:
    one, other = header(patient_name="Müller, Jörg"), header(patient_name=name)
    assert [found.fact for found in differences(one, other)] == ([Fact.NAME] if differs else [])

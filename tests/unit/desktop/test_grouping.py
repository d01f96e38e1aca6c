"""The order of the list, as DICOM and people number things."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.grouping import natural, patient_part, place
from desktop.ordered import Ordered
from inference import Header

FILM = Header(
    patient_name="DOE, Jane", patient_id="7", study_instance_uid="1.2", study_date="20240301",
    study_time="101500", series_instance_uid="1.2.3", series_number="1", sop_instance_uid="1.2.3.4",
    instance_number="1", sop_class_uid="1.2.840.10008.5.1.4.1.1.1.1",
)  # fmt: skip

TEXTS = st.text(st.sampled_from("aAäß0129 .-/!\\^"), max_size=6) | st.text(max_size=4)
HEADERS = st.builds(
    Header,
    patient_name=TEXTS,
    patient_id=TEXTS,
    patient_birth_date=st.sampled_from(["", "19700101", "odd"]),
    study_instance_uid=st.sampled_from(["", "1.2", "1.3"]),
    study_date=st.sampled_from(["", "20240301", "2024.03.02", "19991231", "yesterday"]),
    study_time=st.sampled_from(["", "10", "101500.25", "10:16:00", "noon"]),
    series_instance_uid=st.sampled_from(["", "1.2.3", "1.2.4"]),
    series_number=st.sampled_from(["", "1", "2", "10", "-1", "first", "9" * 5000]),
    instance_number=st.sampled_from(["", "1", "2", "10", "+3", "9" * 5000]),
    sop_instance_uid=st.sampled_from(["", "1", "2"]),
)
IMAGES = st.tuples(st.none() | st.just(Header()) | HEADERS, TEXTS, st.integers(0, 3))


def sorted_paths(*headers: Header) -> list[int]:
    keys = [place(header, "film") for header in headers]
    return sorted(range(len(keys)), key=keys.__getitem__)


@given(st.lists(IMAGES, max_size=20), st.randoms())
def test_the_order_does_not_depend_on_which_came_first(
    images: list[tuple[Header | None, str, int]], order: random.Random
) -> None:
    keys = {(*place(*image), number): number for number, image in enumerate(images)}
    arrived = list(keys.items())
    order.shuffle(arrived)
    rows: Ordered[int] = Ordered()
    while arrived:
        chunk = [arrived.pop() for _ in range(min(len(arrived), order.randint(1, 5)))]
        for row, run in rows.runs(chunk):
            rows.insert(row, run)
    assert list(rows.items) == [keys[key] for key in sorted(keys)]
    assert [rows.row(key) for key in sorted(keys)] == list(range(len(keys)))


@given(st.lists(IMAGES, max_size=20))
def test_patients_studies_and_series_stand_together_below_their_headings(
    images: list[tuple[Header | None, str, int]],
) -> None:
    keys = sorted(place(*image) for image in images)
    for level in (1, 2, 3):
        seen = [key[:level] for key in keys]
        changes = sum(a != b for a, b in pairwise(seen)) + bool(seen)
        assert changes == len(set(seen))
        assert all(heading < key for heading, key in zip(seen, keys, strict=True))


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.text(st.characters(categories=["L"])))
def test_numbers_in_names_count_as_numbers(a: int, b: int, text: str) -> None:
    first, second = (natural(f"{text}{number}{text}") for number in (a, b))
    assert (first < second) == (a < b)


def test_series_and_images_are_in_the_order_of_their_numbers_and_not_of_their_digits() -> None:
    for field in ("series_number", "instance_number"):
        headers = [replace(FILM, **{field: number}) for number in ("10", "9", "", "-1", "+2")]
        assert sorted_paths(*headers) == [3, 4, 1, 0, 2]


def test_the_newest_study_comes_first_and_an_undated_one_last() -> None:
    days = [("20240301", "08"), ("", ""), ("2024.03.02", ""), ("20240301", "101500.5"), ("20240301", "")]
    headers = [replace(FILM, study_date=day, study_time=time) for day, time in days]
    assert sorted_paths(*headers) == [2, 3, 0, 4, 1]


def test_patients_are_sorted_by_name_and_told_apart_by_id_and_birth_date() -> None:
    others = [{"patient_name": "ADAM, B"}, {"patient_id": "10"}, {"patient_birth_date": "19700101"}]
    headers = [FILM, *(replace(FILM, **other) for other in others)]
    assert sorted_paths(*headers) == [1, 0, 3, 2]
    assert len({patient_part(header) for header in headers}) == 4
    assert patient_part(replace(FILM, study_date="")) == patient_part(FILM)


def test_pictures_stand_behind_patients_and_what_is_no_image_behind_these() -> None:
    paths = ["/b/film10.png", "/b/film9.png", "/a/film.png", "/b/Film9a.png"]
    pictures = sorted(paths, key=lambda path: place(Header(), path))
    assert pictures == ["/a/film.png", "/b/film9.png", "/b/Film9a.png", "/b/film10.png"]
    assert place(FILM, "z") < place(Header(), "a") < place(None, "a")


def test_frames_follow_one_another_within_their_file() -> None:
    images = [("b.dcm", 0), ("a.dcm", 10), ("a.dcm", 9), ("b.dcm", 1), ("a.dcm", 0)]
    ordered = sorted(images, key=lambda image: place(FILM, *image))
    assert ordered == [("a.dcm", 0), ("a.dcm", 9), ("a.dcm", 10), ("b.dcm", 0), ("b.dcm", 1)]

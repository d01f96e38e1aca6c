"""The order of the list: patients, their studies, their series, their images.

An image's place is a key, a function of what its file says and of its path alone. So the order is the same
whichever file was met first, and a heading, whose key is the beginning of its images' keys, sorts before
them by itself.

    patient   by name, then ID, then birth date
    study     newest first by Study Date and Study Time
    series    by Series Number
    image     by Instance Number, SOP Instance UID and path; the frames of a file one after the other

Behind the patients stand pictures without patient data, then what is no image as far as is known; both by
path, as a person would number the files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from inference import Header

Part: TypeAlias = tuple[int | str, ...]
Key: TypeAlias = tuple[Part, ...]

# The first of a patient's part: what kind of group it is.
PATIENT, PICTURES, OTHER_FILES = 0, 1, 2
# How many parts the key of a heading has.
PATIENT_LEVEL, STUDY_LEVEL, SERIES_LEVEL = 1, 2, 3

_SEPARATORS = re.compile(r"[/\\!]")
_DIGITS = re.compile(r"[0-9]+")
# More than any date or number that a file can mean.
_LAST = 10**20


def place(header: Header | None, path: str, frame: int = 0) -> Key:
    """Where an image stands, in four parts. ``header`` is None while nothing of the file was understood."""
    by_path = (*natural_path(path), frame)
    patient = patient_part(header)
    if header is None or patient[0] != PATIENT:
        return (patient, (), (), by_path)
    study = (*_newest_first(header.study_date, header.study_time), header.study_instance_uid)
    series = (*_number(header.series_number), header.series_instance_uid)
    image = (*_number(header.instance_number), header.sop_instance_uid, *by_path)
    return (patient, study, series, image)


def patient_part(header: Header | None) -> Part:
    """Equal for images of the same patient, as far as the files say so."""
    if header is None:
        return (OTHER_FILES,)
    if not _is_dicom(header):
        return (PICTURES,)
    name = header.patient_name
    return (PATIENT, natural(name), name, natural(header.patient_id), header.patient_id,
            header.patient_birth_date)  # fmt: skip


def natural(text: str) -> str:
    """A text that sorts as people number things: 2 before 10, and A beside a."""
    return _DIGITS.sub(_with_length, text.casefold())


def natural_path(path: str) -> Part:
    """Folder by folder; the path itself settles what is alike otherwise."""
    # A separator that sorts before every letter keeps a folder together.
    return ("\0".join(natural(name) for name in _SEPARATORS.split(path)), path)


def _with_length(digits: re.Match[str]) -> str:
    """A number led by its length, so that the longer one is the larger one."""
    number = digits[0].lstrip("0")
    return chr(ord("0") + min(len(number), 0xFFF)) + number


def _is_dicom(header: Header) -> bool:
    """A PNG, JPEG or TIFF says nothing at all."""
    return bool(header.sop_class_uid or header.sop_instance_uid or header.patient_name or header.patient_id)


def _newest_first(date: str, time: str) -> Part:
    """Of VR DA and TM (PS3.5 6.2), also as ACR-NEMA wrote them; what is not known comes last."""
    day = re.sub(r"[.\-]", "", date)
    clock = re.match(r"[0-9]+", time.replace(":", ""))
    return (
        -int(day) if re.fullmatch(r"[0-9]{8}", day) else 0,
        # Hours alone, or minutes too: what is left out is 0.
        -int(clock[0][:6].ljust(6, "0")) if clock else 1,
    )


def _number(text: str) -> Part:
    """Of VR IS (PS3.5 6.2): as a number, and behind these what is none."""
    is_number = re.fullmatch(r"[+-]?[0-9]{1,12}", text.strip())
    return (int(text), "") if is_number else (_LAST, natural(text))

"""A DICOM file to a Radiograph, attribute by attribute in the order of the grey-scale pipeline.

    pixels (``dicom_pixels``) > modality LUT or rescale > VOI LUT or windows > presentation

The header is read first and alone; pixels are decoded only after its numbers have been found
plausible. What the file gets wrong without harm to the picture becomes a warning; what would change
the picture is an error.
"""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import numpy as np

from inference.dicom_pixels import decode_frame
from inference.dicom_structure import Structure, read_structure, settle
from inference.errors import BeyondLimits, DamagedFile, FrameOutOfRange, NoPixelData, UnknownFormat
from inference.grayscale import (
    LookupTable,
    ModalityTransform,
    Rescale,
    VoiTransform,
    Window,
    WindowFunction,
    apply_modality,
)
from inference.radiograph import Header, PixelSpacing, Radiograph
from inference.shutter import Shutter, circle_in, polygon_in, rectangle_in
from inference.texts import phrase, printable
from inference.transfer_syntaxes import syntax_name

if TYPE_CHECKING:
    from pydicom import Dataset

# Modality values beyond this are no measurement, and overflow the arithmetic that follows.
MAX_VALUE = 1e12
MAX_AGE_YEARS = 120.0
# Days, weeks, months and years in a year.
_A_YEAR = {"D": 365.25, "W": 52.18, "M": 12.0, "Y": 1.0}
_UNKNOWN_BIRTH = date(1900, 1, 1)
_FUNCTIONAL_GROUPS = (
    "PixelValueTransformationSequence",
    "FrameVOILUTSequence",
    "PixelMeasuresSequence",
    "FrameDisplayShutterSequence",
)
# A name, a description: what is longer is no text to show.
MAX_TEXT = 256
MAX_WARNINGS = 20
# Ten minutes of fluoroscopy at fifteen frames a second.
MAX_FRAMES = 10_000


def load_dicom(stream: BinaryIO, path: str, frame: int = 0) -> Radiograph:
    """Read one frame of a DICOM image object (PS3.10), preamble or not.

    Raises NoPixelData, UnknownFormat, DamagedFile, UnsupportedTransferSyntax, UnsupportedPixels,
    TooManyPixels, BeyondLimits, FileTooLarge or FrameOutOfRange.
    """
    complaints: list[str] = []
    structure, frames = _open(stream, path, complaints)
    header = structure.header
    if not 0 <= frame < frames:
        raise FrameOutOfRange(path, frame, frames)

    pixels = decode_frame(structure, path, frame, frames, complaints)
    groups = _settled_groups(header, path, frame, complaints)
    spacing = pixel_spacing(groups)
    little = structure.little
    modality = modality_transform(groups, path, complaints, little)
    low, high = _reach(pixels.dtype, modality)
    if not (abs(low) < MAX_VALUE and abs(high) < MAX_VALUE):
        raise DamagedFile(path, "Rescale Slope or Intercept is beyond all measure")
    return Radiograph(
        path,
        pixels,
        modality=modality,
        voi=tuple(voi_transforms(groups, complaints, little, low < 0)),
        inverse=presentation_inverse(header, complaints),
        padding=pixel_padding(header),
        shutter=display_shutter(groups, pixels.shape[0], pixels.shape[1], complaints),
        spacing=spacing,
        pixel_aspect=pixel_aspect(groups, spacing),
        header=read_header(header),
        frame=frame,
        number_of_frames=frames,
        file_format=f"DICOM, {syntax_name(structure.syntax)}",
        warnings=tuple(complaints[:MAX_WARNINGS]),
    )


def glance_at_dicom(stream: BinaryIO, path: str) -> tuple[Header, int]:
    """What the file says of itself, and its number of frames; no pixel is read.

    Raises what :func:`load_dicom` raises, as far as it can be told without pixels.
    """
    structure, frames = _open(stream, path, [])
    return read_header(structure.header), frames


def _open(stream: BinaryIO, path: str, complaints: list[str]) -> tuple[Structure, int]:
    """The file taken apart, if it holds an image, and the number of its frames."""
    from pydicom import config

    # Odd values are met below, one by one; pydicom's warnings about them go to a terminal that a
    # radiologist does not have. (warnings.catch_warnings is not safe between threads.)
    warnings.filterwarnings("ignore", module="pydicom")
    config.settings.reading_validation_mode = config.IGNORE

    structure = read_structure(stream, path)
    header = structure.header
    settle(header, path, complaints)
    if "SOPClassUID" not in header and "Rows" not in header and not header.file_meta:
        raise UnknownFormat(path, "DICOM without the attributes of an object")
    if "Rows" not in header or "Columns" not in header:
        raise NoPixelData(path, _kind(header))
    return structure, _number_of_frames(header, path)


# ---- the grey-scale pipeline ---------------------------------------------------------------------


def modality_transform(
    groups: list[Dataset], path: str, complaints: list[str], little: bool = True
) -> ModalityTransform:
    """Modality LUT Sequence, else Rescale Slope and Intercept, else the identity (PS3.3 C.11.1)."""
    signed = _number(groups, "PixelRepresentation", 0.0) == 1.0
    for table in _items(groups, "ModalityLUTSequence"):
        lookup = _lookup_table(table, "ModalityLUTType", complaints, little, signed)
        if lookup is not None:
            return lookup
    slope = _number(groups, "RescaleSlope", 1.0)
    intercept = _number(groups, "RescaleIntercept", 0.0)
    if not (math.isfinite(slope) and math.isfinite(intercept)):
        raise DamagedFile(path, "Rescale Slope or Intercept is not a number")
    if slope == 0.0:
        complaints.append("Rescale Slope is 0 and was taken as 1.")
        slope = 1.0
    return Rescale(slope, intercept, _text(groups, "RescaleType"))


def voi_transforms(
    groups: list[Dataset], complaints: list[str], little: bool = True, signed: bool = False
) -> Iterator[VoiTransform]:
    """The file's windows by their explanations, then its VOI LUTs (PS3.3 C.11.2).

    ``signed`` says whether modality values can be negative.
    """
    function = _text(groups, "VOILUTFunction").upper() or "LINEAR"
    if function not in ("LINEAR", "LINEAR_EXACT", "SIGMOID"):
        complaints.append(f"VOI LUT Function {function} is unknown and was taken as LINEAR.")
        function = "LINEAR"
    centers, widths = _numbers(groups, "WindowCenter"), _numbers(groups, "WindowWidth")
    names = _texts(groups, "WindowCenterWidthExplanation")
    for index, (center, width) in enumerate(zip(centers, widths, strict=False)):
        # C.11.2.1.2.1: LINEAR needs a width of at least 1; the others one above 0.
        least = 1.0 if function == "LINEAR" else math.ulp(0.0)
        if not (math.isfinite(center) and math.isfinite(width) and width >= least):
            complaints.append(f"Window {index + 1} has no valid width and was left out.")
            continue
        name = names[index] if index < len(names) else ""
        yield Window(center, width, cast(WindowFunction, function), name)
    for table in _items(groups, "VOILUTSequence"):
        lookup = _lookup_table(table, "LUTExplanation", complaints, little, signed)
        if lookup is not None:
            yield lookup


def presentation_inverse(header: Dataset, complaints: list[str]) -> bool:
    """Whether the smallest value is white: Presentation LUT Shape INVERSE, else MONOCHROME1.

    The two say one thing and mean it once: DX images shall have INVERSE with MONOCHROME1, and IDENTITY
    with MONOCHROME2 (PS3.3 C.8.11.1). Where they contradict each other, the shape has the last word: it
    says what the pipeline puts out (C.11.6.1.2), and DCMTK and dcm4che, and so Weasis, take it so.
    """
    groups = [header]
    monochrome1 = _text(groups, "PhotometricInterpretation").upper() == "MONOCHROME1"
    shape = _text(groups, "PresentationLUTShape").upper()
    if shape == "IDENTITY" and monochrome1:
        complaints.append("MONOCHROME1 contradicts Presentation LUT Shape IDENTITY, which was followed.")
    return shape == "INVERSE" if shape in ("IDENTITY", "INVERSE") else monochrome1


def pixel_padding(header: Dataset) -> tuple[int, int] | None:
    """Pixel Padding Value to Pixel Padding Range Limit, lower end first (PS3.3 C.7.5.1.1.2).

    The standard takes them out of the range of the image's values and leaves their look to the pipeline:
    a window of the file shows them as it shows any value, also white in MONOCHROME1. DCMTK does so too;
    Weasis paints them black. Who chose the value and the window chose how the border looks.
    """
    value = header.get("PixelPaddingValue")
    if not isinstance(value, int):
        return None
    limit = header.get("PixelPaddingRangeLimit")
    limit = limit if isinstance(limit, int) else value
    if header.get("PixelRepresentation") == 1:
        # Written as unsigned by some, which means the same bits.
        value, limit = ((v + 32768) % 65536 - 32768 for v in (value, limit))
    return min(value, limit), max(value, limit)


def display_shutter(
    groups: list[Dataset], rows: int, columns: int, complaints: list[str]
) -> Shutter | None:
    """The Display Shutter of an image of ``rows`` x ``columns`` (PS3.3 C.7.6.11).

    A shape that leaves nothing of the image to see, or cannot be drawn, is left out with a complaint.
    """
    shapes = [shape.upper() for shape in _texts(groups, "ShutterShape") if shape]
    edges = [
        _number(groups, f"Shutter{edge}Edge", math.nan)
        for edge in ("LeftVertical", "RightVertical", "UpperHorizontal", "LowerHorizontal")
    ]
    radius = _number(groups, "RadiusOfCircularShutter", math.nan)
    centre = _numbers(groups, "CenterOfCircularShutter")
    vertices = _numbers(groups, "VerticesOfThePolygonalShutter")
    rectangle = rectangle_in(edges, rows, columns) if "RECTANGULAR" in shapes else None
    circle = circle_in(centre, radius, rows, columns) if "CIRCULAR" in shapes else None
    polygon = polygon_in(vertices, rows, columns) if "POLYGONAL" in shapes else ()
    found = {"RECTANGULAR": rectangle, "CIRCULAR": circle, "POLYGONAL": polygon}
    complaints.extend(f"The {s} shutter is not valid and was left out." for s in shapes if not found.get(s))
    if not any(found.values()):
        return None
    # A P-Value, 0 (black) to FFFF; black where the file does not say.
    value = _number(groups, "ShutterPresentationValue", 0.0)
    grey = round(min(max(value, 0.0), 65535.0) / 257.0) if math.isfinite(value) else 0
    return Shutter(rectangle, circle, polygon, grey)


def _reach(dtype: np.dtype[Any], modality: ModalityTransform) -> tuple[float, float]:
    """Modality values of the smallest and the largest value that ``dtype`` can store, in order."""
    stored = np.array([np.iinfo(dtype).min, np.iinfo(dtype).max])
    with np.errstate(over="ignore", invalid="ignore"):  # the caller judges what comes out
        low, high = sorted(apply_modality(stored, modality))
    return float(low), float(high)


def _lookup_table(
    item: Dataset, name: str, complaints: list[str], little: bool, signed: bool
) -> LookupTable | None:
    """LUT Descriptor and LUT Data (PS3.3 C.11.1.1.1); None, with a complaint, when unusable."""
    descriptor, data = item.get("LUTDescriptor"), item.get("LUTData")
    if not descriptor or len(descriptor) != 3 or data is None or len(data) == 0:
        complaints.append("A lookup table is empty and was left out.")
        return None
    count, first, bits = (int(value) for value in descriptor)
    count = count % 65536 or 65536
    # Implicit VR does not say whether the first value is signed; what it is compared with does. Read as
    # negative, a table for values that are not would lie below them all.
    if signed and first > 32767:
        first -= 65536
    elif not signed and first + count <= 0:
        first += 65536
    if not 8 <= bits <= 16:
        complaints.append(f"A lookup table claims {bits} bits an entry and was left out.")
        return None
    if isinstance(data, bytes):
        packed = bits == 8 and len(data) in (count, count + 1)
        words = np.frombuffer(data[: len(data) // 2 * 2], "<u2" if little else ">u2")
        # Two packed entries are a word, the first of them its lower byte, in either byte order.
        entries = words.astype("<u2").view("u1") if packed else words
    else:
        entries = np.atleast_1d(np.array(data, dtype=np.int64)) & 0xFFFF
    if len(entries) < count:
        complaints.append("A lookup table is shorter than it claims and was left out.")
        return None
    return LookupTable(entries[:count].astype(np.uint16), first, bits, _text([item], name))


# ---- geometry and identity -----------------------------------------------------------------------


def pixel_spacing(groups: list[Dataset]) -> PixelSpacing | None:
    """Pixel Spacing with its calibration, else Imager Pixel Spacing (PS3.3 10.7.1.3)."""
    kinds = {"GEOMETRY": "corrected", "FIDUCIAL": "calibrated"}
    calibration = kinds.get(_text(groups, "PixelSpacingCalibrationType").upper(), "unspecified")
    imager = _numbers(groups, "ImagerPixelSpacing")
    spacing = _numbers(groups, "PixelSpacing")
    if calibration == "unspecified" and spacing == imager:
        spacing = []  # a copy of the detector's spacing, which is what it measures
    for values, kind in ((spacing, calibration), (imager, "detector")):
        if len(values) == 2 and all(math.isfinite(v) and v > 0 for v in values):
            return PixelSpacing(values[0], values[1], kind)
    return None


def pixel_aspect(groups: list[Dataset], spacing: PixelSpacing | None) -> float:
    """Height over width of a pixel: from its spacing, else Pixel Aspect Ratio (PS3.3 C.7.6.3.1.7)."""
    ratio = [spacing.row, spacing.column] if spacing else _numbers(groups, "PixelAspectRatio")
    if len(ratio) == 2 and all(math.isfinite(v) and v > 0 for v in ratio):
        aspect = ratio[0] / ratio[1]
        # Beyond this it is no detector but a slip of the pen.
        return aspect if 0.1 <= aspect <= 10.0 else 1.0
    return 1.0


def read_header(header: Dataset) -> Header:
    """The attributes that are shown, as plain texts."""
    groups = [header]
    return Header(
        patient_name=_person_name(header),
        patient_id=_text(groups, "PatientID"),
        patient_birth_date=_text(groups, "PatientBirthDate"),
        patient_sex=_text(groups, "PatientSex"),
        patient_age=_text(groups, "PatientAge"),
        study_instance_uid=_text(groups, "StudyInstanceUID"),
        study_date=_text(groups, "StudyDate"),
        study_time=_text(groups, "StudyTime"),
        study_description=_text(groups, "StudyDescription"),
        institution_name=_text(groups, "InstitutionName"),
        accession_number=_text(groups, "AccessionNumber"),
        series_instance_uid=_text(groups, "SeriesInstanceUID"),
        series_number=_text(groups, "SeriesNumber"),
        series_description=_text(groups, "SeriesDescription"),
        modality=_text(groups, "Modality").upper(),
        body_part_examined=_text(groups, "BodyPartExamined"),
        view_position=_text(groups, "ViewPosition"),
        image_laterality=_text(groups, "ImageLaterality") or _text(groups, "Laterality"),
        patient_orientation=tuple(_texts(groups, "PatientOrientation")),
        sop_class_uid=_text(groups, "SOPClassUID"),
        sop_instance_uid=_text(groups, "SOPInstanceUID"),
        instance_number=_text(groups, "InstanceNumber"),
        lossy_image_compression=_text(groups, "LossyImageCompression") == "01",
        patient_age_years=age_in_years(header),
    )


def age_in_years(header: Dataset) -> float | None:
    """Patient's Age (VR AS, PS3.5 6.2: nnnD, nnnW, nnnM or nnnY), else from birth and study dates.

    None where the file is silent, and where it says what nobody can mean: an age of nothing and a birth
    on the first day of 1900 are what programs write that do not know.
    """
    groups = [header]
    stated = re.fullmatch(r"(\d{1,3})([DWMY])", _text(groups, "PatientAge").upper())
    if stated:
        years = int(stated[1]) / _A_YEAR[stated[2]]
        if 0.0 < years <= MAX_AGE_YEARS:
            return years
    birth = _date(_text(groups, "PatientBirthDate"))
    study = _date(_text(groups, "StudyDate"))
    if birth is None or study is None or birth == _UNKNOWN_BIRTH:
        return None
    years = _years_between(birth, study)
    return years if 0.0 < years <= MAX_AGE_YEARS else None


def _years_between(birth: date, day: date) -> float:
    """Years completed, and the part of the next one; whole on a birthday, which decides who is an adult."""
    years = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return years + (day - _birthday(birth, birth.year + years)).days / 366.0


def _birthday(birth: date, year: int) -> date:
    """In ``year``; who was born on a leap day has it on the first of March in others."""
    try:
        return birth.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def _date(text: str) -> date | None:
    """A value of VR DA (PS3.5 6.2), with the dots of the ACR-NEMA form or without."""
    parts = re.fullmatch(r"(\d{4})\.?(\d{2})\.?(\d{2})", text)
    try:
        return date(int(parts[1]), int(parts[2]), int(parts[3])) if parts else None
    except ValueError:
        return None


def _person_name(header: Dataset) -> str:
    """``FAMILY, Given Middle`` of the alphabetic group, or the first group that has anything."""
    from pydicom.valuerep import PersonName

    value = header.get("PatientName")
    if not isinstance(value, PersonName):
        return ""
    group = next((part for part in str(value).split("=") if part.strip(" ^")), "")
    family, given, middle, prefix, suffix = (_plain(p) for p in (group.split("^") + [""] * 5)[:5])
    forenames = " ".join(part for part in (prefix, given, middle, suffix) if part)
    return ", ".join(part for part in (family, forenames) if part)


# ---- reading attributes of data that nobody can trust --------------------------------------------


def _functional_groups(header: Dataset, frame: int) -> Iterator[Dataset]:
    """Where attributes of a frame may stand: its own groups, the shared ones, the top (C.7.6.16)."""
    per_frame = header.get("PerFrameFunctionalGroupsSequence") or []
    own = [per_frame[frame]] if frame < len(per_frame) else []
    for group in [*own, *(header.get("SharedFunctionalGroupsSequence") or [])]:
        for keyword in _FUNCTIONAL_GROUPS:
            yield from group.get(keyword) or []
    yield header


def _value(groups: list[Dataset], keyword: str) -> object:
    """The first value that is not empty."""
    for group in groups:
        value = group.get(keyword)
        if value is not None and value != "":
            return cast(object, value)
    return None


def _items(groups: list[Dataset], keyword: str) -> list[Dataset]:
    for group in groups:
        items = group.get(keyword)
        if items:
            return list(items)
    return []


def _several(groups: list[Dataset], keyword: str) -> list[object]:
    value = _value(groups, keyword)
    if value is None:
        return []
    if isinstance(value, str | bytes) or not hasattr(value, "__iter__"):
        return [value]
    return list(value)


def _numbers(groups: list[Dataset], keyword: str) -> list[float]:
    """Values as floats; what is no number becomes NaN and is refused where it is used."""

    def number(value: object) -> float:
        try:
            return float(cast(float, value))
        except (TypeError, ValueError):
            return math.nan

    return [number(value) for value in _several(groups, keyword)]


def _number(groups: list[Dataset], keyword: str, default: float) -> float:
    return next(iter(_numbers(groups, keyword)), default)


def _texts(groups: list[Dataset], keyword: str) -> list[str]:
    return [_plain(str(value)) for value in _several(groups, keyword)]


def _text(groups: list[Dataset], keyword: str) -> str:
    return "\\".join(_texts(groups, keyword))[:MAX_TEXT]


def _plain(text: str) -> str:
    return printable(text, MAX_TEXT)


def _settled_groups(header: Dataset, path: str, frame: int, complaints: list[str]) -> list[Dataset]:
    from pydicom import Dataset

    try:
        groups = list(_functional_groups(header, frame))
        if not all(isinstance(group, Dataset) for group in groups):
            raise TypeError("a sequence is a text")
    except Exception as error:  # as in settle
        raise DamagedFile(path, "the functional groups of its frames cannot be read") from error
    for group in groups[:-1]:  # the last one is the header itself
        settle(group, path, complaints)
    return groups


def _number_of_frames(header: Dataset, path: str) -> int:
    frames = _number([header], "NumberOfFrames", 1.0)
    if not (math.isfinite(frames) and frames >= 0):
        raise DamagedFile(path, "Number of Frames is not a number")
    if frames > MAX_FRAMES:
        raise BeyondLimits(path, "frames", MAX_FRAMES)
    return max(1, int(frames))


def _kind(header: Dataset) -> str:
    """The object's kind in words, for files without an image."""
    from pydicom.uid import UID

    uid = str(header.get("SOPClassUID") or header.file_meta.get("MediaStorageSOPClassUID") or "")
    return _plain(UID(uid).name) if uid else phrase("its kind is not stated")

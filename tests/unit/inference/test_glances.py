"""What is known of a file at a glance."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from pydicom.uid import JPEG2000

from inference import Header, ImageSource, InferenceError, glance, load_radiograph
from phantom import compress, dicom, dicom_bytes, thorax_u8, thorax_u16, write_dicom, write_image


def test_a_glance_knows_the_header_that_reading_finds(tmp_path: Path) -> None:
    frames = np.stack([thorax_u16(64, 64, seed=seed) for seed in range(3)])
    path = write_dicom(tmp_path / "film", dicom(frames, bits=12, StudyTime="081500", SeriesNumber=3))
    seen, read = glance(ImageSource(str(path))), load_radiograph(path)
    assert seen.header == read.header
    assert seen.header.study_time == "081500"
    assert (seen.number_of_frames, seen.file_format) == (3, "DICOM")


def test_a_glance_reads_no_pixels(tmp_path: Path) -> None:
    film = write_dicom(tmp_path / "film", compress(dicom(thorax_u8(64, 64)), JPEG2000, b"no picture"))
    assert glance(ImageSource(str(film))).header.patient_id == "PHANTOM-1"
    with pytest.raises(InferenceError):
        load_radiograph(film)


def test_a_film_without_preamble_is_seen_too(tmp_path: Path) -> None:
    (tmp_path / "bare").write_bytes(dicom_bytes(dicom(thorax_u16(64, 64)), preamble=False))
    assert glance(ImageSource(str(tmp_path / "bare"))).header.patient_id == "PHANTOM-1"


@pytest.mark.parametrize(("suffix", "kind"), [(".png", "PNG"), (".jpg", "JPEG"), (".tiff", "TIFF")])
def test_of_a_picture_the_format_is_known_and_nothing_else(tmp_path: Path, suffix: str, kind: str) -> None:
    path = write_image(tmp_path / f"film{suffix}", thorax_u8(64, 64))
    seen = glance(ImageSource(str(path)))
    assert (seen.header, seen.number_of_frames, seen.file_format) == (Header(), 1, kind)


def test_a_member_of_a_zip_is_seen_where_it_is(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("film", dicom_bytes(dicom(thorax_u16(64, 64))))
    assert glance(ImageSource(str(tmp_path / "a.zip"), "film")).header.patient_id == "PHANTOM-1"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "unknown_format"),
        (b"%PDF-1.4 and so on, longer than the shortest data set", "unknown_format"),
        (dicom_bytes(dicom(thorax_u8(8, 8), Rows=None, PixelData=None)), "no_pixel_data"),
    ],
)
def test_what_is_no_image_is_named_as_when_it_is_read(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "file").write_bytes(content)
    for read in (glance, load_radiograph):
        with pytest.raises(InferenceError) as caught:
            read(ImageSource(str(tmp_path / "file")))
        assert caught.value.code == code


def test_a_missing_file_is_an_error_and_no_surprise() -> None:
    with pytest.raises(InferenceError) as caught:
        glance(ImageSource("/does/not/exist"))
    assert caught.value.code == "file_not_readable"


def test_a_password_is_never_written_down() -> None:
    source = ImageSource("a.zip", "film", password="secret")
    assert "secret" not in repr(source) + str(source)
    assert source == ImageSource("a.zip", "film")

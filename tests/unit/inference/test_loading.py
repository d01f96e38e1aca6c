"""Opening files that nobody can trust: an answer for each, by content and never by name."""

from __future__ import annotations

import hashlib
import os
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inference import ImageSource, InferenceError, load_radiograph
from phantom import dicom, dicom_bytes, thorax_u8, thorax_u16, write_image

CODES = {
    "empty": (b"", "unknown_format"),
    "text": (b"not a picture", "unknown_format"),
    "postscript named png": (b"%!PS-Adobe-3.0 EPSF-3.0\n", "unknown_format"),
    "signature alone": (b"\x89PNG\r\n\x1a\n", "damaged_file"),
    "dicom signature alone": (b"\0" * 128 + b"DICM", "unknown_format"),
    "bigtiff": (b"II+\0\x08\0\0\0", "unknown_format"),
    "jpeg 2000": (b"\xff\x4f\xff\x51", "unknown_format"),
    "pdf": (b"%PDF-1.7\n", "unknown_format"),
}


@pytest.mark.parametrize("name", CODES)
def test_what_is_not_an_image_is_named(tmp_path: Path, name: str) -> None:
    content, code = CODES[name]
    path = tmp_path / "film.png"
    path.write_bytes(content)
    with pytest.raises(InferenceError) as caught:
        load_radiograph(path)
    assert caught.value.code == code
    assert str(caught.value).startswith(str(path))


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    pixels = thorax_u8(64, 64)
    png = write_image(tmp_path / "a.png", pixels)
    for name in ("film.jpg", "film.dcm", "IM000001"):
        (tmp_path / name).write_bytes(png.read_bytes())
        assert np.array_equal(load_radiograph(tmp_path / name).pixels, pixels)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this file system")
def test_a_pipe_or_device_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero"):
        with pytest.raises(InferenceError) as caught:
            load_radiograph(tmp_path / name)
        assert caught.value.code == "not_a_regular_file"


@pytest.mark.skipif(os.name == "nt", reason="there the second time is that of the creation")
def test_the_checksum_is_of_what_is_there_also_where_a_copy_kept_the_time(tmp_path: Path) -> None:
    film = write_image(tmp_path / "film.png", thorax_u8(64, 64))
    picture = film.read_bytes()
    film.write_bytes(picture + b"1")
    load_radiograph(film)
    before = film.stat()
    content = picture + b"2"
    with film.open("r+b") as stream:
        stream.write(content)
    os.utime(film, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load_radiograph(film).sha256 == hashlib.sha256(content).hexdigest()


# Of Linux: it calls itself an ordinary file and fails when it is read, as one of a scratched disc does.
UNREADABLE = "/proc/self/mem"


@pytest.mark.skipif(not os.path.isfile(UNREADABLE), reason="only Linux has such a file")  # noqa: PTH113
def test_a_file_whose_drive_fails_is_said_to_be_unreadable_and_not_a_fault_of_the_program(
    tmp_path: Path,
) -> None:
    (tmp_path / "film").symlink_to(UNREADABLE)
    with pytest.raises(InferenceError) as caught:
        load_radiograph(tmp_path / "film")
    assert caught.value.code == "file_not_readable"
    assert "input/output error" in caught.value.message()


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "missing", tmp_path):
        with pytest.raises(InferenceError) as caught:
            load_radiograph(path)
        assert caught.value.code in ("file_not_readable", "not_a_regular_file")


@pytest.mark.parametrize(
    ("raised", "code"), [(ImportError, "program_incomplete"), (MemoryError, "not_enough_memory")]
)
def test_what_is_not_the_file_s_fault_is_not_laid_at_its_door(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: type[Exception], code: str
) -> None:
    def fail(*_: object) -> None:
        raise raised("no decoder")

    monkeypatch.setattr("inference.raster.load_raster", fail)
    with pytest.raises(InferenceError) as caught:
        load_radiograph(write_image(tmp_path / "a.png", thorax_u8(64, 64)))
    assert caught.value.code == code


def test_errors_travel_between_processes(tmp_path: Path) -> None:
    with pytest.raises(InferenceError) as caught:
        load_radiograph(tmp_path / "missing")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (type(copy), str(copy)) == (type(caught.value), str(caught.value))


def test_a_radiograph_says_what_it_was_made_of(tmp_path: Path) -> None:
    film = write_image(tmp_path / "a.png", thorax_u8(64, 64))
    content = film.read_bytes()
    for _ in range(2):
        assert load_radiograph(film).sha256 == hashlib.sha256(content).hexdigest()
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(film, "film")
    assert load_radiograph(ImageSource(str(tmp_path / "a.zip"), "film")).sha256 == (
        hashlib.sha256(content).hexdigest()
    )
    write_image(film, thorax_u8(64, 64)[::-1])
    assert load_radiograph(film).sha256 == hashlib.sha256(film.read_bytes()).hexdigest() != content


WHOLE = {
    "dicom": dicom_bytes(dicom(thorax_u16(40, 32, 12), bits=12, WindowCenter=900, WindowWidth=2000)),
    "bare": dicom_bytes(dicom(thorax_u16(40, 32, 12), bits=12), preamble=False),
}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutated") / "film"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_mutated_dicom_file_opens_or_is_refused_by_name(scratch: Path, data: st.DataObject) -> None:
    content = bytearray(WHOLE[data.draw(st.sampled_from(sorted(WHOLE)))])
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, min(len(content), 1400) - 1))
        content[position] = data.draw(st.integers(0, 255))
    scratch.write_bytes(content[: data.draw(st.sampled_from([len(content), len(content) // 2, 700]))])
    try:
        radiograph = load_radiograph(scratch)
    except InferenceError:
        return
    assert radiograph.render().shape[:2] == (radiograph.rows, radiograph.columns)
    assert np.isfinite(radiograph.value_range).all()

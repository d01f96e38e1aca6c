"""What a path stands for: files, folders, archives and directories of media."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest
from pydicom.fileset import FileSet

from inference import ImageSource, InferenceError, expand, load_radiograph
from phantom import dicom, thorax_u8, write_dicom, write_image


def names(*paths: Path) -> list[str]:
    return [
        f"!{found.code}" if isinstance(found, InferenceError) else str(found) for found in expand(paths)
    ]


def test_a_folder_is_walked_sorted_and_hidden_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b/2", "b/10", "a", ".hidden", "c/.git/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert names(tmp_path) == [str(tmp_path / name) for name in ("a", "b/10", "b/2")]


def test_what_is_missing_or_empty_is_an_answer_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "film").write_bytes(b"x")
    found = names(tmp_path / "empty", tmp_path / "missing", tmp_path / "film")
    assert found == ["!nothing_found", "!file_not_readable", str(tmp_path / "film")]


def test_members_of_a_zip_are_read_without_unpacking(tmp_path: Path) -> None:
    film = write_image(tmp_path / "film.png", thorax_u8(64, 64))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(film, "deep/film")
        archive.writestr("../../escape", b"text")
    members = list(expand([tmp_path / "a.zip"]))
    assert names(tmp_path / "a.zip") == [f"{tmp_path}/a.zip!deep/film", f"{tmp_path}/a.zip!../../escape"]
    assert isinstance(members[0], ImageSource)
    assert np.array_equal(load_radiograph(members[0]).pixels, thorax_u8(64, 64))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "film.png"]


def test_a_damaged_archive_ends_in_a_message(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("film", b"x" * 100)
    content = (tmp_path / "a.zip").read_bytes()
    for keep in (4, 50, len(content) - 30, len(content) - 1):
        (tmp_path / "cut.zip").write_bytes(content[:keep])
        assert names(tmp_path / "cut.zip") == ["!damaged_archive"]


def test_a_dicomdir_stands_for_its_images(tmp_path: Path) -> None:
    film = write_dicom(tmp_path / "film", dicom(thorax_u8(64, 64), StudyTime="120000", StudyID="1",
                                                AccessionNumber="1", SeriesNumber=1))  # fmt: skip
    fileset = FileSet()
    fileset.add(film)
    fileset.write(tmp_path / "cd")
    (source,) = expand([tmp_path / "cd" / "DICOMDIR"])
    assert isinstance(source, ImageSource)
    assert load_radiograph(source).header.patient_id == "PHANTOM-1"
    # The folder that holds it lists the image once, and the directory itself not at all.
    assert len(list(expand([tmp_path / "cd"]))) == 1


def test_a_dicomdir_cannot_reach_outside_its_folder(tmp_path: Path) -> None:
    from pydicom import dcmread

    test_a_dicomdir_stands_for_its_images(tmp_path)
    directory = dcmread(tmp_path / "cd" / "DICOMDIR")
    directory.DirectoryRecordSequence[-1].ReferencedFileID = ["..", "film"]
    directory.save_as(tmp_path / "cd" / "DICOMDIR")
    assert names(tmp_path / "cd" / "DICOMDIR") == ["!outside_folder"]


def test_a_broken_member_is_refused_alone(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("film", bytes(range(256)) * 40)
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[40:60] = b"\xff" * 20
    (tmp_path / "a.zip").write_bytes(content)
    (source,) = expand([tmp_path / "a.zip"])
    assert isinstance(source, ImageSource)
    with pytest.raises(InferenceError) as caught:
        load_radiograph(source)
    assert caught.value.code == "damaged_archive"


def test_a_folder_that_may_not_be_entered_is_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", path)

    film = write_image(tmp_path / "film.png", thorax_u8(64, 64))
    monkeypatch.setattr("os.open", refuse)
    assert names(film) == [str(film)]
    monkeypatch.setattr("os.stat", refuse)
    assert names(film) == ["!file_not_readable"]


def test_what_systems_hide_in_archives_is_left_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("film", ".DS_Store", "__MACOSX/._film"):
            archive.writestr(name, b"x")
    assert names(tmp_path / "a.zip") == [f"{tmp_path}/a.zip!film"]


def test_a_dicomdir_is_told_by_content_and_a_film_of_that_name_is_a_film(tmp_path: Path) -> None:
    test_a_dicomdir_stands_for_its_images(tmp_path)
    (tmp_path / "cd" / "DICOMDIR").rename(tmp_path / "cd" / "INDEX")
    write_image(tmp_path / "cd" / "DICOMDIR.png", thorax_u8(64, 64)).rename(tmp_path / "cd" / "DICOMDIR")
    assert len(names(tmp_path / "cd" / "INDEX")) == 1
    first, _ = names(tmp_path / "cd")
    assert Path(first).name == "DICOMDIR"

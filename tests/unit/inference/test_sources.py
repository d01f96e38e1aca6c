"""What a path stands for: files, folders, archives and directories of media."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from bombs import directory, directory_record, zip_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mutator import PASSWORD, save, valid_archives
from pydicom.fileset import FileSet

from inference import ImageSource, InferenceError, expand, load_radiograph
from inference.sources import list_container
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


# ---- archives ------------------------------------------------------------------------------------


def zipped(path: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    path.write_bytes(zip_of(*members, method=method))
    return path


def opened(source: ImageSource | InferenceError) -> str:
    if isinstance(source, InferenceError):
        return source.code
    try:
        load_radiograph(source)
    except InferenceError as error:
        return error.code
    return "opened"


FILM = save(thorax_u8(64, 48), "PNG")


@pytest.mark.parametrize(("password", "outcome"), [
    (None, "encrypted_archive"), ("wrong", "wrong_password"), (PASSWORD, "opened"),
])  # fmt: skip
@pytest.mark.parametrize("kind", ["aes", "old"])
def test_an_encrypted_member_is_listed_and_opens_with_its_password(
    tmp_path: Path, kind: str, password: str | None, outcome: str
) -> None:
    content = valid_archives()["aes"] if kind == "aes" else old_encryption(FILM, PASSWORD.encode())
    (tmp_path / "a.zip").write_bytes(content)
    source = next(expand([tmp_path / "a.zip"]))
    assert isinstance(source, ImageSource)
    assert opened(replace(source, password=password)) == outcome


def test_a_password_is_neither_shown_nor_part_of_what_a_source_is() -> None:
    source = ImageSource("a.zip", "film")
    assert replace(source, password=PASSWORD) == source
    assert PASSWORD not in repr(replace(source, password=PASSWORD))


def old_encryption(content: bytes, password: bytes) -> bytes:
    """A ZIP of one stored member, encrypted as PKZIP 2.0 did (APPNOTE 6.1), which nothing here writes."""

    def step(key: tuple[int, int, int], byte: int) -> tuple[int, int, int]:
        # zlib's CRC inverts at both ends; this one does not.
        first = zlib.crc32(bytes([byte]), key[0] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        second = ((key[1] + (first & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        return first, second, zlib.crc32(bytes([second >> 24]), key[2] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    key = (0x12345678, 0x23456789, 0x34567890)
    for byte in password:
        key = step(key, byte)
    crc, encrypted = zlib.crc32(content), bytearray()
    for byte in bytes(11) + bytes([crc >> 24]) + content:
        pad = key[2] | 2
        encrypted.append(byte ^ ((pad * (pad ^ 1) >> 8) & 0xFF))
        key = step(key, byte)
    fields = struct.pack("<5H3L2H", 20, 1, 0, 0, 0, crc, len(encrypted), len(content), 4, 0)
    local = b"PK\x03\x04" + fields + b"film" + encrypted
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + fields + struct.pack("<3H2L", 0, 0, 0, 0, 0) + b"film"
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(entry), len(local), 0)
    return bytes(local + entry + end)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_are_unpacked_by_each_method(tmp_path: Path, method: int) -> None:
    (source,) = expand([zipped(tmp_path / "a.zip", ("film", FILM), method=method)])
    assert opened(source) == "opened"


@pytest.mark.parametrize("method", [9, 93, 95, 98, 1])
def test_a_method_that_is_not_read_is_named(tmp_path: Path, method: int) -> None:
    content = bytearray(zip_of(("film", FILM)))
    struct.pack_into("<H", content, content.rindex(b"PK\x01\x02") + 10, method)
    (tmp_path / "a.zip").write_bytes(content)
    (source,) = expand([tmp_path / "a.zip"])
    assert opened(source) == "unsupported_archive"


def test_names_are_only_names(tmp_path: Path) -> None:
    for name in ("../../etc/passwd", "/etc/passwd", "C:\\film", "a\u202eb\x1b[2J", "x" * 5_000):
        (source,) = expand([zipped(tmp_path / "a.zip", (name, FILM))])
        assert opened(source) == "opened"
        assert str(source).isprintable()
        assert len(str(source)) < 1200
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"]


def test_links_and_folders_in_archives_are_left_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.mkdir("folder")
        archive.writestr("DICOMDIR", b"")
    assert names(tmp_path / "a.zip") == ["!nothing_found"]


def test_bytes_before_an_archive_and_zip64_are_no_obstacle(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive, archive.open("film", "w", force_zip64=True) as member:
        member.write(FILM)
    for content in (buffer.getvalue(), b"PK\x03\x04 is no beginning" + zip_of(("film", FILM))):
        (tmp_path / "a.zip").write_bytes(content)
        (source,) = expand([tmp_path / "a.zip"])
        assert opened(source) == "opened"


def test_one_part_of_several_is_named(tmp_path: Path) -> None:
    content = bytearray(zip_of(("film", FILM)))
    struct.pack_into("<HH", content, content.rindex(b"PK\x05\x06") + 4, 1, 0)
    (tmp_path / "a.zip").write_bytes(content)
    assert names(tmp_path / "a.zip") == ["!unsupported_archive"]


def test_a_member_that_is_not_what_the_directory_says(tmp_path: Path) -> None:
    for place, value in ((16, 0), (20, 5), (24, 5), (42, 3)):
        content = bytearray(zip_of(("film", FILM)))
        struct.pack_into("<L", content, content.rindex(b"PK\x01\x02") + place, value)
        (tmp_path / "a.zip").write_bytes(content)
        (source,) = expand([tmp_path / "a.zip"])
        assert opened(source) == "damaged_archive"


def test_an_archive_that_is_replaced_is_read_anew(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", ("film", FILM))
    (before,) = expand([path])
    zipped(path, ("other", FILM + b"more"))
    assert opened(before) == "damaged_archive"
    (after,) = expand([path])
    assert opened(after) == "opened"


def test_the_walk_hands_containers_to_whoever_lists_them(tmp_path: Path) -> None:
    zipped(tmp_path / "a.zip", ("film", FILM))
    (tmp_path / "b").write_bytes(FILM)
    asked: list[str] = []

    def listing(path: str) -> list[ImageSource | InferenceError]:
        asked.append(path)
        return [ImageSource(path, "seen elsewhere")]

    found = list(expand([tmp_path], listing))
    assert [str(source) for source in found] == [f"{tmp_path}/a.zip!seen elsewhere", f"{tmp_path}/b"]
    assert asked == [f"{tmp_path}/a.zip"]


CONTAINER_HEADS = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x05\x06" + bytes(18), bytes(128) + b"DICM"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in this file system")
def test_a_file_that_has_nothing_to_give_just_now_does_not_stop_the_walk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # An empty pipe that calls itself ordinary, as /proc/kmsg does.
    os.mkfifo(tmp_path / "a")
    (tmp_path / "b").write_bytes(FILM)
    holder = os.open(tmp_path / "a", os.O_RDWR | os.O_NONBLOCK)
    monkeypatch.setattr("inference.files.stat.S_ISREG", lambda mode: True)
    try:
        empty, film = expand([tmp_path])
        assert opened(empty) == "file_not_readable"
        assert str(film) == str(tmp_path / "b")
    finally:
        os.close(holder)


def test_members_that_differ_never_read_alike(tmp_path: Path) -> None:
    # Results and maps go by this text. Folders named by UIDs are long, and alike to the last character.
    deep = "/".join(["1.2.840.113619.2.55.3.604688119.971.1234567890.123456789.12345678"] * 20)
    names_inside = ["a\x01.png", "a\x02.png", "a .png", *(f"{deep[:length]}/{i}" for length in (300, 1290)
                    for i in "12")]  # fmt: skip
    (tmp_path / "a.zip").write_bytes(zip_of(*((name, FILM) for name in names_inside)))
    shown = [str(source) for source in expand([tmp_path / "a.zip"])]
    assert len(set(shown)) == len(names_inside)
    assert all(text.isprintable() for text in shown)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(head=st.sampled_from(CONTAINER_HEADS), data=st.binary(max_size=200))
def test_bytes_of_any_kind_end_in_a_named_error(tmp_path: Path, head: bytes, data: bytes) -> None:
    (tmp_path / "a").write_bytes(head + data)
    (found,) = list_container(str(tmp_path / "a"))
    assert isinstance(found, InferenceError)
    assert found.code != "reader_failed"


# ---- directories of discs ------------------------------------------------------------------------


def test_a_disc_in_lower_case_is_found_by_a_directory_in_upper_case(tmp_path: Path) -> None:
    (tmp_path / "dicom").mkdir()
    (tmp_path / "dicom" / "im1").write_bytes(FILM)
    (tmp_path / "dicomdir").write_bytes(directory(directory_record(b"IMAGE", b"DICOM\\IM1")))
    assert names(tmp_path / "dicomdir") == [f"{tmp_path}/dicom/im1"]


def test_only_images_are_listed_and_missing_ones_say_so(tmp_path: Path) -> None:
    records = [directory_record(kind, b"A") for kind in (b"SR DOCUMENT", b"PRESENTATION", b"PATIENT")]
    (tmp_path / "DICOMDIR").write_bytes(directory(b"".join(records)))
    assert names(tmp_path / "DICOMDIR") == ["!nothing_found"]
    records.append(directory_record(b"IMAGE", b"GONE"))
    (tmp_path / "DICOMDIR").write_bytes(directory(b"".join(records)))
    (source,) = expand([tmp_path / "DICOMDIR"])
    assert opened(source) == "file_not_readable"


@pytest.mark.parametrize("reference", [
    b"..\\film", b"/etc\\passwd", b"\\etc\\passwd", b"C:\\film", b"A\\..\\..\\film", b"link\\film", b".",
])  # fmt: skip
def test_a_reference_never_leaves_the_folder(tmp_path: Path, reference: bytes) -> None:
    (tmp_path / "film").write_bytes(FILM)
    (tmp_path / "cd").mkdir()
    (tmp_path / "cd" / "link").symlink_to(tmp_path)
    (tmp_path / "cd" / "DICOMDIR").write_bytes(directory(directory_record(b"IMAGE", reference)))
    assert names(tmp_path / "cd" / "DICOMDIR") == ["!outside_folder"]

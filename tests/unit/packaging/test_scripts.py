"""What goes into the frozen program, what is said of it, and what the installers need."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
linux_alone = pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's libraries")


def script(name: str) -> Any:
    return import_module(name)


# --- the lean OpenCV


def test_the_pin_of_opencv_is_found_with_its_hashes_and_without_its_condition() -> None:
    lock = (ROOT / "lock" / "run.txt").read_text(encoding="utf-8")
    installed = version("opencv-python-headless")
    entry = script("opencv").lock_entry(lock, installed)
    first, *hashes = entry.strip().splitlines()
    assert first == f"opencv-python-headless=={installed} \\"
    assert hashes
    assert all(line.strip().startswith("--hash=sha256:") for line in hashes)


def test_a_version_that_is_not_in_the_lock_is_not_built() -> None:
    with pytest.raises(SystemExit, match=r"0\.0\.1"):
        script("opencv").lock_entry("opencv-python-headless==1.0 \\\n    --hash=sha256:00\n", "0.0.1")


# --- what is left out


@pytest.mark.parametrize(
    ("target", "used"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", False),
        ("PySide6/plugins/imageformats/qjpeg.dll", False),
        ("PySide6/Qt/translations/qtbase_fr.qm", True),
        ("PySide6/Qt/translations/qtbase_bg.qm", False),
        ("negatoscope-0.1.0.dist-info/METADATA", True),
        # It would name the folder on the machine that freezes.
        ("negatoscope-0.1.0.dist-info/direct_url.json", False),
        ("cv2/data/haarcascade_eye.xml", False),
        ("resources/model/classifier.onnx", True),
    ],
)
def test_what_is_left_out_is_known_by_its_place(target: str, used: bool) -> None:
    assert script("trimming").is_used((target, f"/somewhere/{target}", "DATA")) is used


def test_a_library_that_only_left_out_files_needed_goes_and_its_link_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trimming = script("trimming")
    needs = {"/w": {("liba.so.1", None)}, "/a": {("libb.so", None)}, "/c": {("libd.so", None)}}
    monkeypatch.setattr(trimming, "_imports", lambda source: needs.get(source, set()))
    entries = [
        ("W/window.abi3.so", "/w", "EXTENSION"),
        ("liba.so.1", "/a", "BINARY"),
        ("libb.so", "/b", "BINARY"),
        ("libc.so", "/c", "BINARY"),
        ("libd.so", "/d", "BINARY"),
        ("x/libd.so", "../libd.so", "SYMLINK"),
        ("onnxruntime/capi/libonnxruntime_providers_shared.so", "/p", "BINARY"),
        ("resources/sample/phantom.dcm", "/s", "DATA"),
    ]
    left = {target for target, _, _ in trimming.without_orphans(entries)}
    assert left == {entry[0] for entry in entries} - {"libc.so", "libd.so", "x/libd.so"}


def test_libraries_alone_are_asked_what_they_need_and_names_are_those_of_any_case(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trimming = script("trimming")
    monkeypatch.setattr(trimming, "_imports", {"/w": {("MSVCP140.dll", None)}, "/m": set()}.__getitem__)
    entries = [
        ("PySide6/QtWidgets.pyd", "/w", "EXTENSION"),
        ("PySide6/msvcp140.dll", "/m", "BINARY"),
        ("resources/sample/phantom.dcm", "/s", "DATA"),
    ]
    assert trimming.without_orphans(entries) == entries


# --- licences and the list for machines


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would be said of a program that brings pydicom, Qt and nothing else."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    import pydicom
    import PySide6

    contents = script("contents")
    return contents.parts([pydicom.__file__, PySide6.__file__])  # type: ignore[no-any-return]


def test_everything_that_goes_in_is_named_with_the_text_of_its_licence(parts: list[Any]) -> None:
    names = [part.name for part in parts]
    assert names[0] == "negatoscope"
    assert {"negatoscope-model", "Python", "pydicom"} <= set(names)
    assert "numpy" not in names
    assert all(part.licence and any(part.texts.values()) for part in parts)


def test_qt_comes_with_its_licence_and_how_to_replace_it(parts: list[Any]) -> None:
    qt = next(part for part in parts if part.name.lower().startswith("pyside6"))
    assert qt.licence == "LGPL-3.0-only"
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "Qt.md"} <= set(qt.texts)
    assert "replace" in qt.texts["Qt.md"]


def test_the_list_for_machines_names_the_same_parts_and_is_the_same_each_time(
    parts: list[Any], tmp_path: Path
) -> None:
    contents = script("contents")
    written = contents.write(parts, tmp_path / "one")
    contents.write(parts, tmp_path / "two")
    listing = (tmp_path / "one" / "sbom.cdx.json").read_text(encoding="utf-8")
    assert listing == (tmp_path / "two" / "sbom.cdx.json").read_text(encoding="utf-8")
    bill = json.loads(listing)
    assert bill["bomFormat"] == "CycloneDX"
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    listed = [bill["metadata"]["component"], *bill["components"]]
    assert [each["name"] for each in listed] == [part.name for part in parts]
    assert len({each["bom-ref"] for each in listed}) == len(listed)
    assert all(Path(place).parts[0] == "licences" for _, place in written)


# --- installers


@linux_alone
def test_the_c_library_asked_for_is_the_newest_that_any_file_needs(tmp_path: Path) -> None:
    (tmp_path / "old.so").write_bytes(b"\x7fELF\0GLIBC_2.17\0GLIBC_2.4\0")
    (tmp_path / "new.so").write_bytes(b"\x7fELF\0GLIBC_2.34\0GLIBC_PRIVATE\0")
    assert script("installers").needed_glibc(tmp_path) == "2.34"


@linux_alone
def test_files_in_an_installer_bear_one_time_and_plain_permissions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    program, library = tmp_path / "program", tmp_path / "lib.so.1"
    for file in (program, library):
        file.write_text("")
        file.chmod(0o770)
    (tmp_path / "link").symlink_to("program")
    script("installers").settle(tmp_path)
    assert [oct(file.stat().st_mode & 0o777) for file in (program, library)] == ["0o755", "0o644"]
    assert {os.lstat(path).st_mtime for path in (tmp_path, *tmp_path.iterdir())} == {1700000000}

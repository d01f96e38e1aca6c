"""What the lists of parts say of libraries, licences and sources."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest

FRAMEWORK = "/Library/Frameworks/Python.framework/Versions/3.13"


def script(name: str) -> Any:
    return import_module(name)


@pytest.mark.parametrize(
    ("path", "name", "version"),
    [
        ("pillow.libs/libtiff-20b7e810.so.6.3.0", "libtiff", "6.3.0"),
        ("numpy.libs/libgfortran-040039e1-0352e75f.so.5.0.0", "libgfortran", "5.0.0"),
        ("numpy.libs/libscipy_openblas64_-ff651d7f.so", "libscipy_openblas64_", ""),
        ("numpy/.dylibs/libgfortran.5.dylib", "libgfortran", "5"),
        ("numpy.libs/msvcp140-263139962577ecda4cd9469ca360a746.dll", "msvcp140", ""),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "QtCore", ""),
    ],
)
def test_a_library_in_a_wheel_is_named_by_its_file(path: str, name: str, version: str) -> None:
    found = script("shipped").library(path)
    assert (found.name, found.version) == (name, version)


@pytest.mark.parametrize(
    "path", ["a/_b.cpython-311-x86_64-linux-gnu.so", "P/QtCore.abi3.so", "a/b.pyd", "a.py"]
)
def test_a_module_of_python_is_no_library_of_its_own(path: str) -> None:
    assert script("shipped").library(path) is None


def test_addresses_of_packages_are_encoded_as_scanners_expect() -> None:
    purl = script("shipped").purl
    assert purl("deb", "debian/libcap2", "1:2.66-4+deb12u2~1", arch="amd64", distro="debian-12") == (
        "pkg:deb/debian/libcap2@1:2.66-4%2Bdeb12u2~1?arch=amd64&distro=debian-12"
    )
    assert purl("npm", "@tabler/icons") == "pkg:npm/%40tabler/icons"


def test_common_licences_that_debian_refers_to_are_found(tmp_path: Path) -> None:
    for name in ("GPL-2", "LGPL-2.1", "MPL-1.1", "Artistic"):
        (tmp_path / name).touch()
    text = "See /usr/share/common-licenses/GPL-2. Or `/usr/share/common-licenses/{MPL-1.1,LGPL-2.1}'."
    common = script("system_parts").common_licences
    assert common(text, "libx", tmp_path) == ("GPL-2", "LGPL-2.1", "MPL-1.1")
    assert common("See /usr/share/common-licenses/GPL-2.0.", "libx", tmp_path) == ("GPL-2",)


def test_a_common_licence_that_this_machine_lacks_is_not_left_out_in_silence(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"licence of libx refers to .*GPL-3, which"):
        script("system_parts").common_licences("/usr/share/common-licenses/GPL-3", "libx", tmp_path)


def test_licences_are_identifiers_where_they_are_spdx_and_words_where_not() -> None:
    bill, part = script("bill").bill, script("shipped").Part
    said = ["Apache-2.0", "MIT", "ISC AND MIT", "see text"]
    parts = [part(f"part {at}", "1", licence) for at, licence in enumerate(said)]
    listed = bill(parts, datetime(2026, 1, 1, tzinfo=UTC), "abc")["components"]
    assert [each["licenses"] for each in listed] == [
        [{"license": {"id": "MIT"}}],
        [{"expression": "ISC AND MIT"}],
        [{"license": {"name": "see text"}}],
    ]


@pytest.mark.parametrize(
    ("package", "licence"), [("markdown-it-py", "MIT"), ("pydicom", "MIT"), ("numpy", "BSD-3-Clause")]
)
def test_a_licence_is_read_from_classifiers_where_nothing_else_says_it(package: str, licence: str) -> None:
    assert script("contents")._licence(distribution(package)) == licence


def test_qt_is_a_part_of_its_own_with_its_libraries_and_source(tmp_path: Path) -> None:
    import PySide6

    contents = script("contents")
    folder = Path(PySide6.__file__).parent
    shipped = [str(path) for path in folder.rglob("*") if path.is_file() and "Core" in path.name]
    parts = contents.parts([PySide6.__file__, *shipped])
    qt = next(part for part in parts if part.name == "Qt")
    assert qt.version in qt.source
    assert any("Core" in each.name and each.version == qt.version for each in qt.libraries)
    contents.write(parts, tmp_path)
    assert qt.source in (tmp_path / "Qt" / "SOURCES.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(
    sys.platform != "linux" or not Path("/var/lib/dpkg/status").is_file(),
    reason="asks dpkg for its packages",
)
def test_a_library_of_debian_comes_with_the_texts_and_the_source_of_its_version(tmp_path: Path) -> None:
    found = list(Path("/usr/lib").glob("*/libgcc_s.so.1")) or list(Path("/lib").glob("*/libgcc_s.so.1"))
    if not found:
        pytest.skip("no libgcc here")
    contents = script("contents")
    part = next(each for each in contents.parts([str(found[0])]) if each.name.startswith("libgcc"))
    assert part.common
    assert "arch=" in part.purl
    assert "+" not in part.purl
    contents.write([part], tmp_path)
    assert all((tmp_path / "common-licenses" / name).stat().st_size > 1000 for name in part.common)
    assert part.source in (tmp_path / part.name / "SOURCES.txt").read_text(encoding="utf-8")


def test_a_binary_that_nothing_explains_ends_the_freezing_or_is_listed_as_unknown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    contents, file = script("contents"), tmp_path / "libnobody.so.1"
    file.write_bytes(b"ELF")
    monkeypatch.delenv("NEGATOSCOPE_UNKNOWN", raising=False)
    with pytest.raises(SystemExit, match=r"libnobody\.so\.1"):
        contents.parts([str(file)], [str(file)])
    monkeypatch.setenv("NEGATOSCOPE_UNKNOWN", "listed")
    part = contents.parts([str(file)], [str(file)])[-1]
    assert (part.name, part.licence) == ("libnobody.so.1", "unknown")
    assert "libnobody.so.1" in capsys.readouterr().err


def test_python_and_its_modules_and_packages_are_explained() -> None:
    import _ctypes

    import numpy._core._multiarray_umath as numbers

    files = [str(numbers.__file__), *([_ctypes.__file__] if hasattr(_ctypes, "__file__") else [])]
    assert all(part.licence != "unknown" for part in script("contents").parts(files, files))


@pytest.mark.parametrize(
    ("path", "system", "base", "own"),
    [
        ("/usr/local/lib/libpython3.13.so.1.0", "linux", "/usr/local", True),
        ("/usr/local/lib/python3.13/lib-dynload/_bz2.so", "linux", "/usr/local", True),
        ("/usr/local/lib/libother.so", "linux", "/usr/local", False),
        (f"{FRAMEWORK}/lib/libcrypto.3.dylib", "darwin", FRAMEWORK, True),
        ("/opt/homebrew/lib/libz.dylib", "darwin", FRAMEWORK, False),
        (r"c:\python\dlls\libffi-8.dll", "win32", r"C:\Python", True),
        (r"C:\Windows\System32\other.dll", "win32", r"C:\Python", False),
    ],
)  # fmt: skip
def test_what_is_pythons_own_is_known_by_its_place(path: str, system: str, base: str, own: bool) -> None:
    assert script("origins").is_pythons(path, system, base) is own


def test_the_runtime_of_windows_is_known_on_windows_alone() -> None:
    file = r"C:\Windows\System32\VCRUNTIME140.dll"
    assert script("origins").microsofts([file], "win32") == {file}
    assert not script("origins").microsofts([file], "linux")
    assert not script("origins").microsofts([r"C:\Windows\System32\other.dll"], "win32")

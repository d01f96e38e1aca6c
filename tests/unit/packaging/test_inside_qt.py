"""What Qt carries of others: read out of its sources, and told with its licences."""

from __future__ import annotations

import io
import json
import re
import sys
import tarfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from desktop import made_of

ROOT = Path(__file__).resolve().parents[3]
TEXT = ROOT / "packaging" / "licences" / "Qt-third-party.txt"
LIST = ROOT / "packaging" / "qt-third-party.json"


def script(name: str) -> Any:
    return import_module(name)


def entries() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(LIST.read_text(encoding="utf-8"))["components"]
    return found


def qt(*names: str) -> list[Any]:
    library = script("shipped").library
    return [found for name in names if (found := library(f"PySide6/Qt/lib/{name}"))]


@pytest.fixture
def frozen() -> list[Any]:
    """What would be said of a program that brings all of PySide6's libraries."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    libraries = [
        str(path)
        for path in folder.rglob("*")
        if path.is_file() and script("shipped").library(path.as_posix())
    ]
    parts: list[Any] = script("contents").parts([PySide6.__file__, *libraries])
    return parts


# --- the list in the repository


def test_the_list_is_for_the_qt_that_is_locked() -> None:
    locked = re.search(r"^pyside6-essentials==(\S+)", (ROOT / "lock" / "run.txt").read_text("utf-8"), re.M)
    assert locked is not None
    assert json.loads(LIST.read_text(encoding="utf-8"))["qt"] == locked[1]
    assert f"This program has Qt {locked[1]} in it." in TEXT.read_text(encoding="utf-8")


def test_what_is_known_to_be_in_qt_stands_there() -> None:
    names = {entry["id"] for entry in entries()}
    assert names >= {
        "harfbuzz-ng", "pcre2", "freetype", "libpng", "zlib", "doubleconversion", "md4c", "tinycbor",
        "siphash", "blake2", "sha1", "sha3_keccak", "forkfd", "unicode-character-database", "unicode-cldr",
        "xcb-xinput", "xsvg", "emoji-segmenter", "icu", "cocoa-platform-plugin", "d3d12memoryallocator",
        "libpsl", "wayland-protocol",
    }  # fmt: skip
    assert not names & {"libjpeg", "catch2", "android-gradle-wrapper", "extra-cmake-modules"}


def test_every_part_has_its_authors_and_the_whole_of_its_licence() -> None:
    listing, *texts = re.split(r"\n-{80}\nText \d+: .*\n-{80}\n", TEXT.read_text(encoding="utf-8"))
    assert all(len(text) > 100 for text in texts)
    assert len(texts) == len(set(texts))
    used = set()
    for entry in entries():
        title = " ".join(filter(None, (entry["name"], entry["version"])))
        _, found, rest = listing.partition(f"\n{title}\n")
        block = rest.partition("\n\n")[0]
        told = re.search(rf"  Licence: {re.escape(entry['licence'])}, text ([\d, ]+)\n  \S", block)
        assert found, title
        assert told, title
        used |= {int(number) for number in told[1].split(", ")}
    assert used == set(range(1, len(texts) + 1))


# --- what goes in on each system


@pytest.mark.parametrize(
    ("system", "name"),
    [("linux", "libQt6{}.so.6"), ("win32", "Qt6{}.dll"), ("darwin", "Qt{0}.framework/Versions/A/Qt{0}")],
)
def test_every_module_that_is_shipped_names_what_is_compiled_into_it(system: str, name: str) -> None:
    modules = ("Core", "Gui", "Network", "Svg", "DBus")
    libraries = qt(*(name.format(module) for module in modules))
    inside = script("inside_qt").inside(libraries, system)
    assert {each.file for each in inside} == {each.file for each in libraries}
    assert script("inside_qt").inside(qt(name.format("Core")), system) == [
        each for each in inside if "Core" in each.file
    ]


def test_a_part_stands_on_its_systems_alone() -> None:
    libraries = qt("libQt6Core.so.6", "libQt6Gui.so.6")
    named = {
        system: {each.identity for each in script("inside_qt").inside(libraries, system)}
        for system in ("linux", "win32", "darwin")
    }
    assert "zlib" in named["win32"] & named["darwin"] - named["linux"]
    assert "cocoa-platform-plugin" in named["darwin"] - named["win32"] - named["linux"]
    assert "d3d12memoryallocator" in named["win32"] - named["darwin"] - named["linux"]
    assert "harfbuzz-ng" in named["win32"] & named["darwin"] & named["linux"]


# --- in the frozen program


def test_about_shows_them_with_qt(
    frozen: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script("contents").write(frozen, tmp_path)
    monkeypatch.setattr(made_of, "licences", lambda: tmp_path)
    shown = {part.name: part.text() for part in made_of.parts()}
    assert "HarfBuzz" in shown["Qt"]
    assert "Behdad Esfahbod" in shown["Qt"]
    assert "Behdad Esfahbod" not in shown["PySide6_Essentials"]


def test_the_list_for_machines_has_them_inside_their_library(frozen: list[Any], tmp_path: Path) -> None:
    script("contents").write(frozen, tmp_path)
    bill = json.loads((tmp_path / "sbom.cdx.json").read_text(encoding="utf-8"))
    libraries = next(each for each in bill["components"] if each["name"] == "Qt")["components"]
    gui = next(each for each in libraries if re.fullmatch(r"(lib)?Qt6?Gui", each["name"]))
    assert gui["licenses"] == [{"license": {"id": "LGPL-3.0-only"}}]
    harfbuzz = next(each for each in gui["components"] if each["name"].startswith("HarfBuzz"))
    assert harfbuzz["licenses"] == [{"license": {"id": "MIT"}}]
    assert harfbuzz["purl"] == f"pkg:github/harfbuzz/harfbuzz@{harfbuzz['version']}"
    # The version is that of the sources that were read, which need not be those of this Qt.
    assert harfbuzz["evidence"]["identity"][0]["confidence"] < 1
    references = [each["ref"] for each in bill["dependencies"]]
    assert len(references) == len(set(references))
    assert {need for each in bill["dependencies"] for need in each.get("dependsOn", ())} <= set(references)
    assert all(part["bom-ref"] in references for part in gui["components"])
    licences = [each["licenses"][0] for library in libraries for each in library.get("components", ())]
    # The scheme takes identifiers of SPDX's own list alone as such.
    assert not any("LicenseRef" in each.get("license", {}).get("id", "") for each in licences)


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings ICU on Linux alone")
def test_icu_is_named_with_its_licence(frozen: list[Any]) -> None:
    shipped = next(part for part in frozen if part.name == "Qt")
    icu = [each for each in shipped.libraries if each.name.startswith("libicu")]
    assert icu
    assert {each.licence for each in icu} == {"Unicode-DFS-2016"}


# --- reading Qt's sources


def archive(path: Path, folder: str, files: dict[str, str]) -> Path:
    with tarfile.open(path, "w:xz") as opened:
        for name, text in files.items():
            content = text.encode()
            member = tarfile.TarInfo(f"{folder}/{name}")
            member.size = len(content)
            opened.addfile(member, io.BytesIO(content))
    return path


def attribution(identity: str, version: str = "", **more: object) -> str:
    said = {"Id": identity, "Name": identity.title(), "QDocModule": "qtcore", "Version": version}
    return json.dumps({**said, "LicenseId": "MIT", "Copyright": ["A. Author"], **more})


def test_a_part_is_read_with_the_licence_it_names_or_the_common_one(tmp_path: Path) -> None:
    several = f"[{attribution('two')}, {attribution('three', LicenseId='MIT OR ISC')}]"
    files = {
        "src/a/qt_attribution.json": attribution("one", "1", LicenseFile="../COPYING"),
        "src/b/qt_attribution.json": several,
        "src/testlib/3rdparty/qt_attribution.json": attribution("catch"),
        "src/COPYING": "Do what you want.  \r\n",
        "LICENSES/MIT.txt": "As it is.\n",
        "LICENSES/ISC.txt": "As it was.\n",
    }
    made = archive(tmp_path / "a.tar.xz", "qtbase-everywhere-src-6.1.2", files)
    found = script("qt_attributions").nearest([made], [])
    assert [(each.identity, each.texts) for each in found] == [
        ("one", ("Do what you want.\n",)),
        ("three", ("As it is.\n", "As it was.\n")),
        ("two", ("As it is.\n",)),
    ]
    text = script("qt_attributions").as_text(found, "6.1.3")
    assert "Qt 6.1.3" in text
    assert "qtbase 6.1.2" in text
    assert text.count("As it is.") == 1


def test_what_two_archives_have_is_taken_from_the_first(tmp_path: Path) -> None:
    licence = {"LICENSES/MIT.txt": "As it is.\n"}
    older = {"src/qt_attribution.json": attribution("one", "1"), **licence}
    newer = {"src/qt_attribution.json": f"[{attribution('one', '2')}, {attribution('two')}]", **licence}
    archives = [
        archive(tmp_path / "older.tar.xz", "qtbase-everywhere-src-6.1.2", older),
        archive(tmp_path / "newer.tar.xz", "qtbase-everywhere-src-6.4.0", newer),
    ]
    nearest = script("qt_attributions").nearest
    assert [(each.identity, each.version, each.read_from) for each in nearest(archives, [])] == [
        ("one", "1", "qtbase 6.1.2"),
        ("two", "", "qtbase 6.4.0"),
    ]
    assert [each.identity for each in nearest(archives, ["two"])] == ["one"]


def test_a_licence_that_is_not_there_is_not_left_out_in_silence(tmp_path: Path) -> None:
    made = archive(tmp_path / "a.tar.xz", "qtbase-6.1.2", {"src/qt_attribution.json": attribution("one")})
    with pytest.raises(SystemExit, match=r"one in qtbase 6\.1\.2 .*LICENSES/MIT\.txt"):
        script("qt_attributions").read(made)

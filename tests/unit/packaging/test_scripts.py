"""What goes into the frozen program, what is said of it, and what the installers need."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from inference import Build, frozen_build, program_version
from inference.version import program_identity

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


@pytest.mark.skipif(sys.platform == "win32", reason="there the compiler is not asked")
def test_another_compiler_builds_the_lean_opencv_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiler = tmp_path / "other"
    monkeypatch.setenv("CXX", str(compiler))
    keys = set()
    for number in ("1", "2"):
        compiler.write_text(f"#!/bin/sh\necho other {number}\n")
        compiler.chmod(0o755)
        keys.add(script("opencv").recipe("entry"))
    assert len(keys) == 2


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


@linux_alone
def test_a_library_that_would_look_in_a_folder_of_this_machine_looks_there_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trimming = script("trimming")
    paths = {
        str(tmp_path / "python.so"): "RUNPATH=/home/me/lib",
        str(tmp_path / "qt.so"): "RUNPATH=$ORIGIN",
    }
    for source in paths:
        Path(source).write_text("")
    asked = []

    def chrpath(option: str, source: str) -> str:
        asked.append((option, Path(source).name))
        return paths.get(source, "")

    monkeypatch.setattr(trimming, "_chrpath", chrpath)
    monkeypatch.setattr(trimming.shutil, "which", lambda program: program)
    entries = [(Path(source).name, source, "EXTENSION") for source in paths]
    cleaned, untouched = trimming.without_search_paths(entries, tmp_path / "work")
    assert ("-d", "python.so") in asked
    assert ("-d", "qt.so") not in asked
    assert cleaned[1] != entries[0][1]
    assert Path(cleaned[1]).is_file()
    assert untouched == entries[1]
    monkeypatch.setattr(trimming.shutil, "which", lambda program: None)
    with pytest.raises(SystemExit, match="chrpath"):
        trimming.without_search_paths(entries, tmp_path / "work")


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
    assert {"negatoscope-model-classifier", "negatoscope-model-lungs", "Python", "pydicom"} <= set(names)
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
    models = [each for each in listed if each["type"] == "machine-learning-model"]
    assert all(len(each["hashes"][0]["content"]) == 64 for each in models)
    assert [each["purl"] for each in listed if each["name"] == "pydicom"] == [
        f"pkg:pypi/pydicom@{version('pydicom')}"
    ]
    assert all(Path(place).parts[0] == "licences" for _, place in written)
    root, *others = bill["dependencies"]
    assert root["ref"] == listed[0]["bom-ref"]
    assert root["dependsOn"] == [each["bom-ref"] for each in listed[1:]]
    assert {each["ref"] for each in others} >= set(root["dependsOn"])


def test_the_list_lies_beside_the_installers_under_the_name_of_its_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = script("release")
    monkeypatch.setattr(release, "DIST", tmp_path)
    monkeypatch.setattr(release.platform, "system", lambda: "Darwin")
    monkeypatch.setattr(release.platform, "machine", lambda: "arm64")
    listed = tmp_path / "negatoscope" / "_internal" / "licences" / "sbom.cdx.json"
    listed.parent.mkdir(parents=True)
    listed.write_text('{"metadata": {"component": {"version": "1.2.3"}}}', encoding="utf-8")
    assert release.sbom().name == "negatoscope-1.2.3-macos-arm64.cdx.json"
    assert release.sbom().read_bytes() == listed.read_bytes()


# --- the version


def test_the_frozen_program_reads_the_version_that_was_written_while_freezing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build = script("contents").build()
    (tmp_path / "build.json").write_text(json.dumps(build), encoding="utf-8")
    monkeypatch.setattr("inference.version.files", lambda package: tmp_path)
    frozen_build.cache_clear()
    try:
        assert frozen_build() == Build(program_version(), build["commit"], "2023-11-14")
        assert program_identity() == f"{version('negatoscope')} ({build['commit']})"
    finally:
        frozen_build.cache_clear()


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


@linux_alone
def test_the_maintainer_of_a_package_is_whoever_makes_it_or_plainly_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NEGATOSCOPE_MAINTAINER", raising=False)
    assert script("installers").maintainer().endswith(".invalid>")
    monkeypatch.setenv("NEGATOSCOPE_MAINTAINER", "A Clinic <it@clinic.example>")
    assert script("installers").maintainer() == "A Clinic <it@clinic.example>"


@linux_alone
@pytest.mark.skipif(shutil.which("makeself") is None, reason="needs makeself")
def test_the_installer_for_one_user_is_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    bundle = tmp_path / "negatoscope"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "negatoscope").write_text("#!/bin/sh")
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(script("installers").run_file(bundle, tmp_path / name).read_bytes())
    assert made[0] == made[1]
    assert str(tmp_path).encode() not in made[0]


LDCONFIG = """#!/bin/sh
echo "	libGL.so.1 (libc6) => /usr/lib/i386-linux-gnu/libGL.so.1"
for each in $LIBRARIES; do echo "	$each (libc6,x86-64) => /usr/lib/x86_64-linux-gnu/$each"; done
"""


@pytest.fixture
def needs(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """What packaging/linux/needs.sh says where these libraries and programs are there."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("find", "head", "grep", "sort", "tr"):
        (tools / name).symlink_to(str(shutil.which(name)))

    def ask(libraries: str, *programs: str, option: str = "") -> subprocess.CompletedProcess[str]:
        for name in ("ldconfig", *filter(None, programs)):
            (tools / name).write_text(LDCONFIG)
            (tools / name).chmod(0o755)
        return subprocess.run(
            ["/bin/sh", ROOT / "packaging" / "linux" / "needs.sh", option],
            env={"PATH": str(tools), "LIBRARIES": libraries, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
        )

    return ask


needs_a_desktop = pytest.mark.skipif(
    not Path("/usr/share/X11/xkb").is_dir() or not Path("/etc/fonts/fonts.conf").exists(),
    reason="needs a system that lacks neither fonts nor the layouts of keyboards",
)


@linux_alone
@needs_a_desktop
def test_the_installer_is_silent_where_nothing_is_lacking(needs: Callable[..., Any]) -> None:
    said = needs("libGL.so.1 libEGL.so.1 libxcb.so.1", "apt-get", "xz")
    assert (said.returncode, said.stdout) == (0, "")


@linux_alone
@needs_a_desktop
@pytest.mark.parametrize(
    ("manager", "remedy"),
    [
        ("apt-get", "    apt-get install --yes libegl1 libgl1"),
        ("dnf", "    dnf install 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        ("zypper", "    zypper install 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        ("pacman", "    pacman -S --needed libglvnd"),
        ("", "Please ask whoever looks after this computer to add them."),
    ],
)
def test_the_installer_says_which_libraries_are_lacking_and_how_this_system_gets_them(
    needs: Callable[..., Any], manager: str, remedy: str
) -> None:
    said = needs("libxcb.so.1", "xz", manager)
    assert said.returncode == 1
    # One for other processors does not count.
    assert "    the library libGL.so.1, to draw a window\n" in said.stdout
    assert said.stdout.splitlines()[-1] == remedy


@linux_alone
def test_without_a_window_the_installer_asks_for_xz_alone(needs: Callable[..., Any]) -> None:
    said = needs("", "apt-get", option="--without-window")
    assert said.stdout.splitlines()[-1] == "    apt-get install --yes xz-utils"
    assert needs("", "apt-get", "xz", option="--without-window").stdout == ""


# --- what a traced program did


TRACE = """\
execve("/usr/bin/negatoscope", ["negatoscope"], 0x7f /* 9 vars */) = 0
socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3<socket:[7]>
openat(AT_FDCWD</bare>, "/etc/hosts", O_RDONLY|O_CLOEXEC) = 4</bare/etc/hosts>
openat(AT_FDCWD</bare/home/reader>, "film.tmp", O_WRONLY|O_CREAT, 0666) = 4</bare/home/reader/film.tmp>
openat(AT_FDCWD</bare>, "/usr/lib/x.pyc", O_WRONLY|O_CREAT, 0666) = -1 EACCES (Permission denied)
openat(AT_FDCWD</bare>, "/nowhere/at/all", O_WRONLY|O_CREAT, 0666) = -1 ENOENT (No such file or directory)
unlinkat(5</bare/home/reader/.config>, "a.lock", 0) = 0
rename("/tmp/a", "/tmp/b")                = 0
symlink("12:34", "/tmp/lock")             = 0
linkat(AT_FDCWD</bare>, "/proc/self/fd/9", AT_FDCWD</bare>, "/tmp/new", AT_SYMLINK_FOLLOW) = 0
unlink("/tmp/gone")                       = 0
utimensat(AT_FDCWD</bare>, "/tmp/old", NULL, 0) = 0
bind(3<socket:[7]>, {sa_family=AF_UNIX, sun_path="/run/user/1000/negatoscope"}, 17) = 0
+++ exited with 0 +++
"""


def test_a_trace_tells_what_was_written_by_its_whole_path_or_was_refused(tmp_path: Path) -> None:
    (tmp_path / "log.7").write_text(TRACE)
    (tmp_path / "log.8").write_text("socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = -1 EPERM (refused)\n")
    trace = script("traces").read(tmp_path / "log", "/bare")
    assert trace.started == {"/usr/bin/negatoscope"}
    assert trace.sockets == {"AF_UNIX", "AF_INET"}
    assert trace.written == {
        "/home/reader/film.tmp", "/usr/lib/x.pyc", "/home/reader/.config/a.lock", "/tmp/a", "/tmp/b",
        "/tmp/lock", "/tmp/old", "/tmp/new", "/tmp/gone", "/run/user/1000/negatoscope",
    }  # fmt: skip


def test_a_program_looked_for_and_not_found_counts_as_started(tmp_path: Path) -> None:
    (tmp_path / "log.7").write_text(
        'execve("file", ["file", "-b"], 0x7f /* 9 vars */) = -1 ENOENT (No such file or directory)\n'
        'execve("/usr/bin/curl", ["curl"], 0x7f /* 9 vars */) = ?\n'
    )
    assert script("traces").read(tmp_path / "log", "/bare").started == {"file", "/usr/bin/curl"}


def test_whom_a_program_spoke_to_counts_also_where_nobody_answered(tmp_path: Path) -> None:
    (tmp_path / "log.7").write_text(
        'connect(3<socket:[7]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X9"}, 20) = 0\n'
        'connect(3<socket:[7]>, {sa_family=AF_UNIX, sun_path="/run/../run/bus"}, 12) = -1 ENOENT (none)\n'
        "io_uring_setup(8, {flags=0}) = -1 EPERM (Operation not permitted)\n"
    )
    trace = script("traces").read(tmp_path / "log", "/bare")
    assert trace.connected == {"@/tmp/.X11-unix/X9", "/run/bus"}
    assert trace.rings == 1


def test_a_line_of_a_trace_that_is_no_call_and_no_end_is_not_passed_over(tmp_path: Path) -> None:
    lines = ["+++ killed by SIGKILL +++", "--- SIGCHLD {si_signo=SIGCHLD} ---", "strace: out of space"]
    (tmp_path / "log.7").write_text("\n".join(lines))
    assert script("traces").read(tmp_path / "log", "/bare").not_understood == lines[-1:]


def test_a_path_is_judged_by_where_it_leads(tmp_path: Path) -> None:
    root, home = tmp_path / "bare", tmp_path / "bare" / "home" / "reader"
    home.mkdir(parents=True)
    (home / ".config").symlink_to("/etc")
    (tmp_path / "log.7").write_text(
        'unlink("/home/reader/Negatoscope/../../.bashrc") = 0\n'
        'mkdir("/home/reader/.config/Negatoscope", 0777) = 0\n'
    )
    written = script("traces").read(tmp_path / "log", str(root)).written
    assert written == {"/home/.bashrc", "/etc/Negatoscope"}


def judged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, **how: bool) -> list[str]:
    """What packaging/linux/prove.py finds wrong with a trace."""
    prove = script("prove")
    monkeypatch.setattr(prove, "failures", [])
    (tmp_path / "log.7").write_text(lines)
    system = type("System", (), {"root": tmp_path / "bare"})()
    prove.judge_trace(system, tmp_path / "log", "program", **how)
    return [what.removeprefix("program: ") for what in prove.failures]


START = 'execve("/usr/lib/negatoscope/negatoscope", ["negatoscope"], 0x7f /* 9 vars */) = 0\n'
WRITE = 'mkdir("/home/reader/.config/Negatoscope", 0777) = 0\n'


@linux_alone
@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (START + WRITE, []),
        ("", ["the trace shows the program at work"]),
        (START, ["the trace shows the program at work"]),
        (START + WRITE + "torn", ["each line of it is understood"]),
        (
            START + WRITE + 'execve("file", ["file"], 0x7f /* 9 vars */) = -1 ENOENT (No such file)\n',
            ["no program is started but its own"],
        ),
        (
            START + WRITE + 'connect(3, {sa_family=AF_UNIX, sun_path="/run/user/1000/bus"}, 9) = 0\n',
            ["it speaks to no other program"],
        ),
        (
            START + WRITE + "io_uring_setup(8, {flags=0}) = 3\n",
            ["nothing is done behind the tracer's back"],
        ),
        (
            START + WRITE + 'unlink("/home/reader/.config/Negatoscope/../../.bashrc") = 0\n',
            ["nothing written outside of its own folders"],
        ),
    ],
)  # fmt: skip
def test_a_trace_of_the_window_must_show_its_work_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, wrong: list[str]
) -> None:
    assert judged(tmp_path, monkeypatch, lines, window=True) == wrong


@linux_alone
def test_a_package_lists_the_checksum_of_each_file_in_one_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).write_text(name)
    (tmp_path / "link").symlink_to("a")
    assert script("installers").checksums(tmp_path) == (
        "0cc175b9c0f1b6a831c399e269772661  a\n92eb5ffee6ae2fec3ad71c777531578f  b\n"
    )


def test_the_manual_and_the_page_for_linux_name_the_installation_check() -> None:
    page = (ROOT / "docs" / "install" / "linux.md").read_text(encoding="utf-8")
    manual = (ROOT / "packaging" / "linux" / "negatoscope.1").read_text(encoding="utf-8")
    assert "negatoscope-cli --self-test --certificate" in page
    assert "Help > Installation check" in page
    assert "--self-test" in manual.replace("\\-", "-")

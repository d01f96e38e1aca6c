"""From start to verdict to exit: no internet socket is made, and nothing is written beside the films."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

ROOT = Path(__file__).parents[2]
PATIENCE_S = 120.0
# With these set, libraries are known to keep quiet about what they do elsewhere.
QUIETING = ("CI", "ORT_RUNNING_UNIT_TESTS", "ORT_DISABLE_TELEMETRY")
PROGRAMS = {
    "command line": ("-m", "inference", "--no-ranges"),
    "window": (str(Path(__file__).with_name("open_and_close.py")),),
}
# What opens a file to write, makes one or changes one.
WRITES = re.compile(
    r"""(?:openat\(.*"(?P<opened>[^"]+)",\ [^)]*O_(?:WRONLY|RDWR|CREAT)
    |(?:mkdir|rename|unlink|symlink|link|truncate|chmod)(?:at)?2?\(.*"(?P<changed>[^"]+)")""",
    re.VERBOSE,
)

XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")

Trace = Callable[[str], tuple[str, str]]


@pytest.fixture(scope="session")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Can this machine trace at all? A folder for what it tells."""
    folder = tmp_path_factory.mktemp("traces")
    if sys.platform != "linux" or shutil.which("strace") is None:
        pytest.skip("needs Linux and strace")
    if subprocess.run(["strace", "-o", folder / "probe", "true"], capture_output=True).returncode:
        pytest.skip("programs may not be traced here")
    return folder


@pytest.fixture
def films(tmp_path: Path) -> Path:
    """A folder with films, one of them broken, another one hidden in an archive."""
    folder = tmp_path / "a CD"
    folder.mkdir()
    secret = {"PatientName": "Secretname^Jane", "PatientID": "SECRET-ID-4711"}
    write_dicom(folder / "IM000001", dicom(thorax_u16(200, 200, bits=12), bits=12, **secret))
    whole = write_image(folder / "film.png", thorax_u8(200, 200)).read_bytes()
    (folder / "secretfile.png").write_bytes(whole[: len(whole) // 2])
    shutil.move(shutil.make_archive(str(tmp_path / "archive"), "zip", folder), folder)
    return folder


@pytest.fixture
def trace(traced: Path, films: Path, tmp_path: Path) -> Trace:
    """Runs a program on the films; what the system was asked for, and what was said."""

    def perform(program: str) -> tuple[str, str]:
        log, home = traced / f"{program}.log", tmp_path / "home"
        home.mkdir()
        own = {"HOME": str(home), "TMPDIR": str(home), "QT_QPA_PLATFORM": "offscreen"}
        own |= {name: str(home / name) for name in XDG}
        kept = {name: value for name, value in os.environ.items() if name not in QUIETING}
        calls = "socket,connect,io_uring_setup,execve,execveat,openat,creat,mkdir,mkdirat"
        calls += ",rename,renameat,renameat2,unlink,unlinkat"
        tracing = ["strace", "-f", "-o", str(log), "-e", f"trace={calls}"]
        done = subprocess.run(
            [*tracing, sys.executable, "-B", *PROGRAMS[program], str(films)],
            cwd=ROOT,
            env={**kept, **own, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
        )
        answered = done.stdout.count("classified") + done.stdout.count("refused")
        # The window shows the copy in the archive once, with its original.
        assert answered == (3 if program == "window" else 4), done.stderr
        assert done.stdout.count("failed") == 2
        return log.read_text(errors="replace"), done.stderr

    return perform


def files_in(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (folder, *folder.iterdir())}


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_internet_socket_nothing_written_beside_the_films_and_nothing_said(
    program: str, trace: Trace, films: Path
) -> None:
    before = files_in(films)
    asked, said = trace(program)
    # Merely to make one would be too much: not AF_INET, not AF_INET6.
    assert "AF_INET" not in asked
    # What is done through it, strace does not see.
    assert "io_uring_setup" not in asked
    # Local sockets: the mailbox of this user's window, and where the C library asks who the user is.
    own_sockets = {str(films.parent / "home" / "XDG_RUNTIME_DIR" / "negatoscope"), "/var/run/nscd/socket"}
    assert set(re.findall(r'connect\(.*sun_path=@?"([^"]*)"', asked)) <= own_sockets
    # No program is started but the loading process, which is this one; nor is one looked for in vain,
    # since it might lie there on another computer.
    started = re.findall(r'execve(?:at)?\([^"]*"([^"]*)"', asked)
    assert set(started) == {sys.executable}
    written = [match["opened"] or match["changed"] for match in WRITES.finditer(asked)]
    # A trace without any of it would have proved nothing.
    assert written
    assert not [path for path in written if str(films) in os.path.realpath(ROOT / path)]
    assert files_in(films) == before
    for secret in ("Secretname", "SECRET-ID", "secretfile", "IM000001", str(films)):
        assert secret not in said

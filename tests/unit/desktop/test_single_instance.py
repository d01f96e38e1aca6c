"""The second start and the first: files go from one to the other."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from desktop.single_instance import Mailbox, hand_over

ROOT = Path(__file__).parents[3]


@pytest.fixture
def name() -> Iterator[str]:
    """A path, but on Windows: short, because that of a Unix socket must be."""
    with tempfile.TemporaryDirectory(prefix="ng") as folder:
        yield f"negatoscope-{uuid.uuid4().hex}" if sys.platform == "win32" else f"{folder}/box"


@pytest.fixture
def mailbox(name: str, qapp: object) -> Iterator[Mailbox]:
    box = Mailbox(name=name)
    assert box.open()
    yield box
    box.close()


def test_without_a_window_nothing_is_handed_over(name: str) -> None:
    assert not hand_over(["film.dcm"], name)


@pytest.mark.parametrize("paths", [["film.dcm", "/cd/IM1"], []])
def test_files_reach_the_window_as_absolute_paths(
    paths: list[str], mailbox: Mailbox, name: str, qtbot: QtBot
) -> None:
    code = (
        "import sys; from desktop.single_instance import hand_over;"
        "sys.exit(not hand_over(sys.argv[2:], sys.argv[1]))"
    )
    with qtbot.waitSignal(mailbox.received, timeout=20_000) as received:
        second = subprocess.Popen([sys.executable, "-c", code, name, *paths], cwd=ROOT)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    assert received.args[0] == [str((ROOT / path).absolute()) for path in paths]


@pytest.mark.parametrize("line", [b"no JSON\n", b'{"paths": []}\n', b"[1, 2]\n"])
def test_what_makes_no_sense_is_not_taken(line: bytes, mailbox: Mailbox, name: str, qtbot: QtBot) -> None:
    heard: list[object] = []
    mailbox.received.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(name)
    socket.write(line)
    with qtbot.waitSignal(mailbox.received):
        # Whoever comes next is heard.
        socket.write(b"[]\n")
    assert heard == [[]]


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe there goes with its program")
def test_what_a_killed_program_left_is_no_window(name: str, qapp: object) -> None:
    left = Mailbox(name=name)
    assert left.open()
    path = Path(left._server.fullServerName())
    assert path.is_socket()
    left.close()
    path.touch()
    assert not hand_over([], name)
    again = Mailbox(name=name)
    assert again.open()
    again.close()

"""What is kept when something goes wrong inside the program: where, and nothing of whose film it was.

A report is a text of a page on this computer, for the user to read and, if they like, to send. It names
kinds of errors and places in the program. What an exception says is left out, because it may quote a
file; so are the values of variables, and the part of a path that is not the program's own. A crash that
ends the program leaves the places on disk by itself (``faulthandler``); the next start makes it a report.
"""

from __future__ import annotations

import faulthandler
import platform
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QStandardPaths, qVersion

MAX_REPORTS = 20
# While the program runs, this is where a crash would write.
UNFINISHED = "unfinished.trace"
# As faulthandler writes a frame.
_FRAME = re.compile(r'File "(?P<file>.*)", line (?P<line>\d+) in (?P<function>.*)')
# Of the program's own places, so much of the path tells all.
_OWN_PARTS = 2


def folder() -> Path:
    """Where reports lie; it need not exist."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(base) / "crash-reports"


def reports() -> list[Path]:
    """Those that are kept, oldest first."""
    return sorted(folder().glob("*.txt"))


def keep(error: BaseException, trace: TracebackType | None) -> Path | None:
    """Write a report of ``error``; None where it cannot be written."""
    return _write(type(error).__name__, list(_causes(error, trace)))


def begin() -> IO[str] | None:
    """From here on, a crash of the whole program leaves its places; what the last one left is a report."""
    unfinished = folder() / UNFINISHED
    with suppress(OSError):
        if unfinished.exists():
            _finish(unfinished.read_text(encoding="utf-8", errors="replace"))
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        stream = unfinished.open("w", encoding="utf-8")
        faulthandler.enable(stream)
        return stream
    return None


def end(stream: IO[str] | None) -> None:
    """The program ends as it should."""
    if stream is not None:
        faulthandler.disable()
        stream.close()
        with suppress(OSError):
            Path(stream.name).unlink()


def _finish(left: str) -> None:
    """Make a report of what faulthandler wrote; a program that was killed left nothing."""
    lines = [_without_foreign_paths(line) for line in left.splitlines()]
    if any(lines):
        _write("crash", lines)


def _write(kind: str, lines: list[str]) -> Path | None:
    now = datetime.now(UTC)
    text = "\n".join([*_preface(kind, now), "", *lines, ""])
    path = folder() / f"{now:%Y-%m-%dT%H-%M-%S-%f}-{kind}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for old in reports()[:-MAX_REPORTS]:
            old.unlink()
    except OSError:
        return None
    return path


def _preface(kind: str, now: datetime) -> Iterator[str]:
    yield f"Negatoscope: {kind}"
    yield "It is on this computer only, and names places in the program but no film, file or patient."
    yield ""
    yield f"time     {now:%Y-%m-%d %H:%M:%S} UTC"
    yield f"program  {_version()}{', frozen' if getattr(sys, 'frozen', False) else ''}"
    yield f"system   {platform.system()} {platform.release()} {platform.machine()}"
    yield f"python   {platform.python_version()}, Qt {qVersion()}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("negatoscope")
    except PackageNotFoundError:
        return "unknown version"


def _causes(error: BaseException, trace: TracebackType | None) -> Iterator[str]:
    """Kinds and places of an exception and of those behind it, the last one first."""
    seen: set[int] = set()
    while id(error) not in seen:
        seen.add(id(error))
        yield type(error).__name__
        for frame in traceback.extract_tb(trace or error.__traceback__):
            yield f"  {_own_path(frame.filename)}:{frame.lineno} in {frame.name}"
        behind = error.__cause__ or error.__context__
        if behind is None:
            return
        yield "because of"
        error, trace = behind, None


def _own_path(path: str) -> str:
    """The end of a path: module and package, not the folder in which somebody keeps the program."""
    return "/".join(Path(path.replace("\\", "/")).parts[-_OWN_PARTS:])


def _without_foreign_paths(line: str) -> str:
    match = _FRAME.search(line)
    if match is None:
        # Headings of faulthandler and lists of modules; never the content of a variable.
        return line if "/" not in line and "\\" not in line else ""
    return f"  {_own_path(match['file'])}:{match['line']} in {match['function']}"

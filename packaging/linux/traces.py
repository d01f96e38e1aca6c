"""What a traced program did to the system: programs it started, sockets it made, files it changed.

strace writes one file a thread (-ff), so that no call is torn apart by another, and the paths behind the
numbers of files (-y), so that a name without its folder can be told from another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

OPTIONS = ("-ff", "-y", "-qq", "-s", "4096", "-e", "trace=%file,socket,bind")

CALL = re.compile(
    r"^(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)(?:<(?P<opened>.*)>)?(?P<error>.*)$"
)
# With the folder that a name is relative to, where the call names one: AT_FDCWD</home/reader>, "a.lock"
PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<name>(?:[^"\\]|\\.)*)"')
WRITING = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC)")
CHANGING = re.compile(
    r"f?(mkdir|rmdir|rename|unlink|link|symlink|mknod|chmod|l?chown|truncate|utime|l?setxattr|l?removexattr|creat)"
)
# Refused for want of rights, which somebody else may have.
REFUSED = ("EACCES", "EPERM", "EROFS")


@dataclass
class Trace:
    """What was done, or tried and refused for want of rights. Paths are those of the system traced."""

    started: set[str] = field(default_factory=set)
    sockets: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)


def read(log: Path, root: str) -> Trace:
    """All threads of ``log``, written by strace outside of the system in the folder ``root``."""
    trace = Trace()
    for file in sorted(log.parent.glob(f"{log.name}.*")):
        for line in file.read_text(errors="replace").splitlines():
            _add(trace, line.replace(root, ""))
    return trace


def _add(trace: Trace, line: str) -> None:
    call = CALL.match(line)
    if call is None:
        return  # an exit, a signal
    name, arguments = call["name"], call["arguments"]
    if name == "socket":
        # Also where the system made none: to ask for one is too much.
        trace.sockets.add(arguments.partition(",")[0])
        return
    if int(call["result"]) < 0 and not any(reason in call["error"] for reason in REFUSED):
        return
    paths = [_whole(path["folder"], path["name"]) for path in PATH.finditer(arguments)]
    if name in ("execve", "execveat"):
        trace.started.add(paths[0])
    elif name in ("open", "openat", "openat2"):
        if WRITING.search(arguments):
            trace.written.add(call["opened"] or paths[0])
    elif name == "bind":
        trace.written |= {path for path in paths if "AF_UNIX" in arguments}
    elif CHANGING.match(name):
        # What a link leads to is not changed by it.
        trace.written |= set(paths[1:] if name.startswith(("link", "symlink")) else paths)


def _whole(folder: str | None, name: str) -> str:
    return str(PurePosixPath(folder or "", name))

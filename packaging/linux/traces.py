"""What a traced program did to the system: programs it started, sockets it made, files it changed.

strace writes one file a thread (-ff), so that no call is torn apart by another, and the paths behind the
numbers of files (-y), so that a name without its folder can be told from another. A line that is neither a
call nor an end is kept as not understood: what cannot be read proves nothing.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

OPTIONS = ("-ff", "-y", "-qq", "-s", "4096", "-e", "trace=%file,socket,bind,connect,io_uring_setup")

CALL = re.compile(
    r"^(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+|\?)(?:<(?P<opened>.*)>)?(?P<error>.*)$"
)
# A thread's end, or a signal.
END = re.compile(r"^(\+\+\+ .* \+\+\+|--- .* ---|exit(_group)?\(\d+\) += \?)$")
# An address that begins with a zero (here @) lies in no folder.
ADDRESS = re.compile(r'sun_path=(?P<abstract>@?)"(?P<name>[^"]*)"')
# With the folder that a name is relative to, where the call names one: AT_FDCWD</home/reader>, "a.lock"
PATH = re.compile(r'(?:(?:AT_FDCWD|\d+)<(?P<folder>[^>]*)>, )?"(?P<name>(?:[^"\\]|\\.)*)"')
WRITING = re.compile(r"O_(?:WRONLY|RDWR|CREAT|TRUNC)")
CHANGING = re.compile(
    r"f?(mkdir|rmdir|rename|unlink|link|symlink|mknod|chmod|l?chown|truncate|utime|l?setxattr|l?removexattr|creat)"
)
# Refused for want of rights, which somebody else may have.
REFUSED = ("EACCES", "EPERM", "EROFS")


# More links than any path has, one after another: the system gives up at this number too.
MOST_LINKS = 40


@dataclass
class Trace:
    """What was done, or tried and refused for want of rights. Paths are those of the system traced.

    ``started``: every program that somebody tried to start, found or not: where none is found today, one
    may lie tomorrow. ``connected``: local sockets by their path (``@`` before one in no folder), others by
    their kind. ``rings``: how often io_uring was asked for, whose work strace does not see.
    """

    started: set[str] = field(default_factory=set)
    sockets: set[str] = field(default_factory=set)
    connected: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    rings: int = 0
    not_understood: list[str] = field(default_factory=list)


def read(log: Path, root: str) -> Trace:
    """All threads of ``log``, written by strace outside of the system in the folder ``root``."""
    trace = Trace()
    for file in sorted(log.parent.glob(f"{log.name}.*")):
        for line in file.read_text(errors="replace").splitlines():
            _add(trace, line.replace(root, ""))
    trace.written = {whole(path, root) for path in trace.written}
    return trace


def whole(path: str, root: str) -> str:
    """``path`` as the system in the folder ``root`` goes it: without dots and without links to folders.

    A link at the very end is what was changed, and stays. Folders that are gone by now are taken as such.
    """
    done, ahead, links = "/", [part for part in path.split("/") if part], 0
    while ahead:
        part = ahead.pop(0)
        if part in (".", ".."):
            done = posixpath.dirname(done) if part == ".." else done
            continue
        place = posixpath.join(done, part)
        outside = Path(root + place)
        if ahead and links < MOST_LINKS and outside.is_symlink():
            links += 1
            target = outside.readlink().as_posix()
            done = "/" if target.startswith("/") else done
            ahead = [*filter(None, target.split("/")), *ahead]
        else:
            done = place
    return done


def _add(trace: Trace, line: str) -> None:
    call = CALL.match(line)
    if END.match(line):
        return
    if call is None:
        trace.not_understood.append(line)
        return
    name, arguments = call["name"], call["arguments"]
    paths = [posixpath.join(path["folder"] or "", path["name"]) for path in PATH.finditer(arguments)]
    # These count also where nothing came of it: to ask for it is too much.
    if name == "socket":
        trace.sockets.add(arguments.partition(",")[0])
    elif name in ("execve", "execveat"):
        trace.started.add(paths[0])
    elif name == "connect":
        trace.connected.add(_address(arguments))
    elif name == "io_uring_setup":
        trace.rings += 1
    # Killed while at it (?), it may have been done.
    elif call["result"].startswith("-") and not any(reason in call["error"] for reason in REFUSED):
        return
    elif name in ("open", "openat", "openat2"):
        if WRITING.search(arguments):
            trace.written.add(call["opened"] or paths[0])
    elif name == "bind":
        trace.written |= {path for path in paths if "AF_UNIX" in arguments}
    elif CHANGING.match(name):
        # What a link leads to is not changed by it.
        trace.written |= set(paths[1:] if name.startswith(("link", "symlink")) else paths)


def _address(arguments: str) -> str:
    local = ADDRESS.search(arguments)
    if local is None:
        return arguments
    return local["abstract"] + posixpath.normpath(local["name"])

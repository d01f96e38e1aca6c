"""Opening what may be opened: ordinary files of a bounded size."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from inference.errors import FileNotReadable, FileTooLarge, NotARegularFile
from inference.texts import printable

MAX_FILE_BYTES = 512 * 1024**2
MAX_REASON = 160


@contextmanager
def open_regular(path: str, max_bytes: float = MAX_FILE_BYTES) -> Iterator[BinaryIO]:
    """Open a file only if it is an ordinary one: a pipe or device would be read for ever.

    Raises FileNotReadable, NotARegularFile or FileTooLarge.
    """
    # O_NONBLOCK: merely opening a FIFO would wait for a writer. O_BINARY exists on Windows alone.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise FileNotReadable(path, reason(error)) from error
    # Before fdopen, which has an exception of its own for folders.
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        os.close(descriptor)
        raise NotARegularFile(path)
    with os.fdopen(descriptor, "rb") as stream:
        if status.st_size > max_bytes:
            raise FileTooLarge(path, status.st_size / 1024**2, max_bytes / 1024**2)
        yield stream


def reason(error: Exception) -> str:
    """The system's or a library's complaint as the middle of a sentence, one line of bounded length.

    It may quote the file, so it is kept printable.
    """
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    lines = str(error).strip().splitlines()
    return printable(lines[0] if lines else type(error).__name__, MAX_REASON).rstrip(".")

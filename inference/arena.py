"""Memory that two processes share and that nothing in any file system names.

A named segment would outlive a program that is killed, with a film in it. What is made here is gone as
soon as neither process has it open.
"""

from __future__ import annotations

import mmap
import os
import secrets
import sys
import tempfile
from collections.abc import Sequence
from pickle import PickleBuffer

import numpy as np
from numpy.typing import NDArray

# Below this, giving memory back to the system costs more than keeping it.
WORTH_RELEASING = 48 * 1024**2


class Arena:
    """``size`` bytes, zero at first. Untouched pages cost nothing.

    ``token`` is what the other process opens it by: a descriptor that it has inherited (``descriptors``
    must be passed to it), or, on Windows, a name that only the two know.
    """

    def __init__(self, size: int, token: str | None = None) -> None:
        """Make one, or open the one that ``token`` stands for."""
        self.size = size
        self.descriptors: tuple[int, ...] = ()
        if sys.platform == "win32":
            # Backed by the paging file; it goes with the last handle.
            self.token = token or f"negatoscope-{secrets.token_hex(16)}"
            self._memory = mmap.mmap(-1, size, tagname=self.token)
            return
        descriptor = int(token) if token else _nameless_file(size)
        self.token = str(descriptor)
        self.descriptors = (descriptor,)
        self._memory = mmap.mmap(descriptor, size)

    def put(self, buffers: Sequence[PickleBuffer]) -> list[int] | None:
        """Copy ``buffers`` in, one behind the other; their lengths, or None where they do not fit."""
        views = [buffer.raw() for buffer in buffers]
        lengths = [view.nbytes for view in views]
        if sum(lengths) > self.size:
            return None
        start = 0
        for view, length in zip(views, lengths, strict=True):
            self._memory[start : start + length] = view
            start += length
        return lengths

    def take(self, lengths: Sequence[int]) -> list[NDArray[np.uint8]]:
        """What :meth:`put` put there, copied out; the memory of large ones goes back to the system."""
        taken, start = [], 0
        for length in lengths:
            # NumPy asks for large pages: touching fresh memory costs more than copying.
            taken.append(np.frombuffer(self._memory, np.uint8, length, start).copy())
            start += length
        if start >= WORTH_RELEASING and sys.platform == "linux":
            pages = -(-start // mmap.PAGESIZE) * mmap.PAGESIZE
            self._memory.madvise(mmap.MADV_REMOVE, 0, min(pages, self.size))
        return taken

    def close(self) -> None:
        """Let go of it."""
        self._memory.close()
        for descriptor in self.descriptors:
            os.close(descriptor)
        self.descriptors = ()


def _nameless_file(size: int) -> int:
    """A descriptor of ``size`` bytes of memory, or of a file that is already unlinked (macOS)."""
    if sys.platform == "linux":
        descriptor = os.memfd_create("negatoscope", os.MFD_CLOEXEC)
    else:
        with tempfile.TemporaryFile() as file:
            descriptor = os.dup(file.fileno())
    os.ftruncate(descriptor, size)
    return descriptor

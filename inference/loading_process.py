"""The process that parses files: what runs at the other end of :mod:`inference.loader`.

It reads requests from its standard input and answers on its standard output, one at a time, until the
input ends; what it made of a file's pixels goes through shared memory. It bounds itself: memory, the
time a request may take, and no file can be written. So whatever a file does to a decoder, it ends here.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import platform
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, BinaryIO, TypeAlias

from inference.arena import Arena
from inference.errors import InferenceError, NotEnoughMemory
from inference.glances import glance
from inference.loading import load_radiograph
from inference.sources import list_container
from inference.version import program_identity

# What the largest film takes, decoded, beside what is there before one is read.
MEMORY = 640 * 1024**2
WATCH_SECONDS = 0.05
OUT_OF_MEMORY = 77

# All that reading a film may need.
LIBRARIES = (
    "cv2",
    "inference.dicom",
    "inference.raster",
    "pydicom.config",
    "pydicom.datadict",
    "pydicom.dataset",
    "pydicom.filereader",
    "pydicom.pixels.processing",
    "pydicom.valuerep",
    "pyzipper",
    "simplejpeg",
)
DECODERS = (
    "jpeg2k_decode",
    "jpeg8_decode",
    "jpegls_decode",
    "lzw_decode",
    "packbits_decode",
    "png_decode",
)

# What can be asked for, by name. The first argument of each names the file.
SERVICES: dict[str, Callable[..., Any]] = {
    "load": load_radiograph,
    "glance": glance,
    "list_container": list_container,
}
# (service, arguments, seconds that it may take)
Request: TypeAlias = tuple[str, tuple[Any, ...], float]
# A pickle, and the lengths of its buffers in the arena (None: they are in the pickle).
Reply: TypeAlias = tuple[bytes, list[int] | None]


def main(arguments: Sequence[str]) -> int:
    """Serve until the standard input ends. ``arguments``: the arena's size and its token."""
    requests, replies = _take_over_streams()
    arena = Arena(int(arguments[0]), arguments[1])
    _import_everything()
    _bound_what_may_be_done()
    # Who asks is another build if the program was updated meanwhile, and sees it by this.
    pickle.dump(program_identity(), replies)
    replies.flush()
    serve(requests, replies, arena)
    return 0


def serve(requests: BinaryIO, replies: BinaryIO, arena: Arena) -> None:
    """Answer requests until there are no more."""
    while True:
        try:
            service, arguments, seconds = pickle.load(requests)
        except EOFError:
            return
        with _no_longer_than(seconds):
            reply = _packed(_answer(service, arguments), arena)
        pickle.dump(reply, replies)
        replies.flush()


def _answer(service: str, arguments: tuple[Any, ...]) -> object:
    """A result, or the error that it was."""
    try:
        return SERVICES[service](*arguments)
    except InferenceError as error:
        # Frames of a traceback would keep the film's memory.
        return error.with_traceback(None)
    except MemoryError:
        return NotEnoughMemory(str(arguments[0]))


def _packed(answer: object, arena: Arena) -> Reply:
    """Arrays in the arena, the rest in a pickle."""
    buffers: list[pickle.PickleBuffer] = []
    packed = pickle.dumps(answer, protocol=5, buffer_callback=buffers.append)
    lengths = arena.put(buffers)
    return (packed, lengths) if lengths is not None else (pickle.dumps(answer, protocol=5), None)


def unpacked(reply: Reply, arena: Arena) -> Any:
    """The answer again, in the process that asked."""
    packed, lengths = reply
    return pickle.loads(packed, buffers=arena.take(lengths) if lengths is not None else ())


def _take_over_streams() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output for us alone: a library that prints would spoil an answer."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):
        os.dup2(nothing, descriptor)
    return requests, replies


def _import_everything() -> None:
    """Once, before anybody waits, and before memory is bounded."""
    if sys.platform != "win32":
        # Cryptodome, below pyzipper, asks for it; and platform would start the program "file" to be told.
        platform.architecture = lambda *_, **__: ("64bit", "")
    for name in LIBRARIES:
        import_module(name)
    imagecodecs = import_module("imagecodecs")
    for decoder in DECODERS:
        # Each is loaded when it is first named.
        getattr(imagecodecs, decoder)


# ---- bounds --------------------------------------------------------------------------------------


def _bound_what_may_be_done() -> None:
    """Memory, and no file written. On Windows the job object of :mod:`inference.job_object` does it."""
    if sys.platform == "win32":
        return
    import resource
    import signal

    # Ctrl-C is for the program that asked; when it ends, so does the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        limit = _virtual_memory() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    else:
        # macOS takes the limit and does not keep to it.
        threading.Thread(target=_watch_memory, args=(_peak_memory() + MEMORY,), daemon=True).start()


def _virtual_memory() -> int:
    """Bytes of address space in use (Linux)."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _peak_memory() -> int:
    """The most bytes that were ever resident."""
    assert sys.platform != "win32"
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _watch_memory(limit: int) -> None:
    """End this process when it takes more than ``limit``. Runs in a thread of its own."""
    while _peak_memory() < limit:
        time.sleep(WATCH_SECONDS)
    os._exit(OUT_OF_MEMORY)


@contextlib.contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """End this process should the work take longer, in case nobody is left to end it."""
    if sys.platform == "win32":
        yield
        return
    import signal

    # The signal's default action ends the process, in whatever code of whatever library it is.
    signal.setitimer(signal.ITIMER_REAL, seconds + 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)

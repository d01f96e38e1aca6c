"""Reading films in a process of its own, which may crash, hang or run out of memory without harm.

    loader = Loader()
    radiograph = loader.load(source)

The process (:mod:`inference.loading_process`) is kept warm, so that a film costs milliseconds more than
reading it here would. Whatever becomes of it, the caller gets a film or an InferenceError in bounded time,
and the next film gets a new process. Nothing of a user's file is parsed in the process that asks.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import IO, Any, Self

from inference.arena import Arena
from inference.errors import (
    InferenceError,
    NotEnoughMemory,
    ProgramChanged,
    ProgramIncomplete,
    ReadingCancelled,
    ReadingCrashed,
    TookTooLong,
)
from inference.glances import Glance
from inference.loading_process import MEMORY, OUT_OF_MEMORY, Reply, Request, unpacked
from inference.radiograph import Radiograph
from inference.sources import ImageSource
from inference.version import program_changed, program_identity

# A promise: within five seconds a film or a sentence, the sentence's way to the screen included.
SECONDS_PER_FILE = 4.5
# What the user asks for once more may take its time: a slow drive is no attack.
PATIENT_SECONDS = 60.0
# From nothing, with a virus scanner looking at each library.
SECONDS_TO_START = 60.0
# Killed from outside each time, it is started so often for one file.
STARTS = 3
# A process that waits for a dead drive cannot be ended, not even killed: nobody waits for that.
SECONDS_TO_END = 2.0
# A film of 60 million pixels in colours, and its tables.
ARENA_BYTES = 192 * 1024**2
# What the process itself takes on Windows, where a limit counts from nothing.
_OWN_MEMORY = 384 * 1024**2
# How a frozen program, and only that, is told to be the loading process.
FLAG = "--loading-process"


class Loader:
    """One loading process at a time, restarted when it is gone. One file at a time, from any thread."""

    def __init__(self, seconds: float = SECONDS_PER_FILE) -> None:
        self._seconds = seconds
        self._process: _Process | None = None
        # Of whoever reads; and of whoever starts, stops or ends the process meanwhile.
        self._reading, self._changing = threading.Lock(), threading.Lock()
        self._closed = False

    def start(self) -> None:
        """Begin to start the process, so that it is warm when it is needed; returns at once."""
        with self._changing:
            if self._process is None and not self._closed:
                # That it cannot be started is told to whoever asks something of it.
                with suppress(OSError):
                    self._process = _Process()

    def load(self, source: ImageSource, frame: int = 0, patient: bool = False) -> Radiograph:
        """As :func:`inference.load_radiograph`. ``patient``: wait longer than usual.

        Raises besides: TookTooLong, ReadingCrashed, ReadingCancelled, ProgramChanged.
        """
        # Who gave a password wants it opened; the old encryption of ZIPs takes seconds a megabyte.
        wait = patient or source.password is not None
        seconds = max(PATIENT_SECONDS, self._seconds) if wait else self._seconds
        radiograph: Radiograph = self._ask("load", str(source), (source, frame), seconds)
        return radiograph

    def glance(self, source: ImageSource) -> Glance:
        """As :func:`inference.glance`. Raises besides: as :meth:`load`."""
        seen: Glance = self._ask("glance", str(source), (source,), self._seconds)
        return seen

    def list_container(self, path: str) -> list[ImageSource | InferenceError]:
        """As :func:`inference.sources.list_container`; what goes wrong is in the list."""
        try:
            listed: list[ImageSource | InferenceError] = self._ask(
                "list_container", path, (path,), self._seconds
            )
        except InferenceError as error:
            return [error]
        return listed

    def cancel(self, after: float = 0.0) -> None:
        """Give up what is being read, if that takes longer than ``after`` seconds already.

        Called from another thread than that which waits, which gets ReadingCancelled.
        """
        with self._changing:
            if self._process is not None:
                self._process.cancel(after)

    def close(self) -> None:
        """End the process; what is being read is given up, and nothing is read any more."""
        with self._changing:
            self._closed = True
            if self._process is not None:
                self._process.end()
        with self._reading, self._changing:
            self._drop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, service: str, name: str, arguments: tuple[Any, ...], seconds: float) -> Any:
        with self._reading:
            for _ in range(STARTS):
                self.start()
                process = self._process
                if self._closed:
                    raise ReadingCancelled(name)
                if process is None:
                    continue
                try:
                    answer = process.ask((service, arguments, seconds), name)
                except _GoneBefore:
                    # It ended between two files, by itself or by somebody's hand.
                    self._restart()
                    continue
                except ProgramChanged:
                    # The next one would be no other.
                    with self._changing:
                        self._drop()
                    raise
                except InferenceError:
                    self._restart()
                    raise
                if isinstance(answer, NotEnoughMemory):
                    # What is left of it may be too little for the next film as well.
                    self._restart()
                if isinstance(answer, InferenceError):
                    raise answer
                return answer
            # While an installer is at work, it may not lie there whole.
            incomplete = ProgramIncomplete(name, "the process that reads files does not start")
            raise program_changed(name) or incomplete

    def _restart(self) -> None:
        with self._changing:
            self._drop()
        self.start()

    def _drop(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process = None


class Loaders:
    """As many loaders as threads that read at once, at most ``count``; each call takes a free one.

    ``seconds`` is what each waits for a file.
    """

    def __init__(self, count: int, seconds: float = SECONDS_PER_FILE) -> None:
        self._count, self._seconds = count, seconds
        self._all: list[Loader] = []
        self._free: SimpleQueue[Loader] = SimpleQueue()
        self._growing = threading.Lock()
        # The first is needed in any case, and starting it takes as long as loading a model.
        self._grow()

    def load(self, source: ImageSource, frame: int = 0) -> Radiograph:
        """As :meth:`Loader.load`."""
        with self._borrowed() as loader:
            return loader.load(source, frame)

    def glance(self, source: ImageSource) -> Glance:
        """As :meth:`Loader.glance`."""
        with self._borrowed() as loader:
            return loader.glance(source)

    def list_container(self, path: str) -> list[ImageSource | InferenceError]:
        """As :meth:`Loader.list_container`."""
        with self._borrowed() as loader:
            return loader.list_container(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for loader in self._all:
            loader.close()

    @contextmanager
    def _borrowed(self) -> Iterator[Loader]:
        if self._free.empty():
            self._grow()
        loader = self._free.get()
        try:
            yield loader
        finally:
            self._free.put(loader)

    def _grow(self) -> None:
        with self._growing:
            if len(self._all) < self._count:
                loader = Loader(self._seconds)
                loader.start()
                self._all.append(loader)
                self._free.put(loader)


class _GoneBefore(Exception):
    """The process had ended before it was asked."""


class _Process:
    """A running loading process. ``ask`` by one thread, ``end`` by any."""

    def __init__(self) -> None:
        self._identity = program_identity()
        self._arena = Arena(ARENA_BYTES)
        try:
            self._popen = _spawn(self._arena)
        except OSError:
            self._arena.close()
            raise
        self._job = _bounded(self._popen)
        self._ready = False
        # When it was asked what it has not answered yet; whoever ends it for that must be sure of it.
        self._since: float | None = None
        self._asked = threading.Lock()
        # Why it was ended, if somebody did.
        self._why: Callable[[str], InferenceError] | None = None

    def ask(self, request: Request, name: str) -> Any:
        """The answer. Raises _GoneBefore, or as :meth:`Loader.load` says."""
        requests, replies = self._streams()
        self._wait_until_ready(name)
        seconds = request[2]
        with self._asked:
            if self._why is not None:
                raise _GoneBefore
            since = self._since = time.monotonic()
        timer = threading.Timer(seconds, self._expire, (since, seconds))
        timer.daemon = True
        timer.start()
        try:
            pickle.dump(request, requests, protocol=5)
            requests.flush()
            reply: Reply = pickle.load(replies)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            if self._why is not None:
                raise self._why(name) from error
            # A pipe without a reader: it had ended before.
            raise (_GoneBefore() if isinstance(error, OSError) else self._crash(name)) from error
        finally:
            timer.cancel()
            with self._asked:
                self._since = None
        return unpacked(reply, self._arena)

    def cancel(self, after: float) -> None:
        """Kill it if it has been at one file for longer than ``after`` seconds."""
        with self._asked:
            if self._since is not None and time.monotonic() - self._since >= after:
                self._end(ReadingCancelled)

    def end(self) -> None:
        """Kill it, whatever it does."""
        with self._asked:
            self._end(ReadingCancelled)

    def _expire(self, since: float, seconds: float) -> None:
        with self._asked:
            if self._since == since:
                self._end(lambda name: TookTooLong(name, seconds))

    def _end(self, why: Callable[[str], InferenceError]) -> None:
        """Kill it; who waits for an answer gets ``why(name)``."""
        self._why = self._why or why
        with suppress(OSError):
            self._popen.kill()

    def close(self) -> None:
        """Kill it and let go of everything."""
        with suppress(OSError):
            self._popen.kill()
        for stream in (self._popen.stdin, self._popen.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(SECONDS_TO_END)
        self._arena.close()
        if self._job is not None and sys.platform == "win32":
            from inference.job_object import release

            release(self._job)

    def _streams(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._popen.stdin is not None
        assert self._popen.stdout is not None
        return self._popen.stdin, self._popen.stdout

    def _wait_until_ready(self, name: str) -> None:
        if self._ready:
            return
        timer = threading.Timer(SECONDS_TO_START, self.end)
        timer.daemon = True
        timer.start()
        try:
            found = pickle.load(self._streams()[1])
        except (EOFError, pickle.UnpicklingError, OSError) as error:
            raise _GoneBefore from error
        finally:
            timer.cancel()
        if found != self._identity:
            raise ProgramChanged(name, self._identity, str(found))
        self._ready = True

    def _crash(self, name: str) -> InferenceError:
        with suppress(subprocess.TimeoutExpired):
            self._popen.wait(1.0)
        return (NotEnoughMemory if self._popen.returncode == OUT_OF_MEMORY else ReadingCrashed)(name)


def _spawn(arena: Arena) -> subprocess.Popen[bytes]:
    """Start the process: this program's own command line where it is frozen, else Python."""
    arguments = [str(arena.size), arena.token]
    if getattr(sys, "frozen", False):
        # Not the program with the window: on Windows that one has no standard streams.
        suffix = ".exe" if sys.platform == "win32" else ""
        program = Path(sys.executable).with_name(f"negatoscope-cli{suffix}")
        command = [str(program), FLAG, *arguments]
    else:
        # Isolated: neither the folder it is started from (a CD, perhaps) nor the user's own
        # environment may bring modules.
        root = str(Path(__file__).resolve().parents[1])
        code = (
            "import sys; sys.path.insert(0, sys.argv[1]); "
            "from inference.loading_process import main; sys.exit(main(sys.argv[2:]))"
        )
        command = [sys.executable, "-I", "-c", code, root, *arguments]
    # One thread: the threads of a library that is not used here would take their share of memory.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    if sys.platform != "win32":
        # No programs to be found. An empty PATH would be the folder it is started from: a CD, perhaps.
        environment["PATH"] = os.devnull
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        pass_fds=arena.descriptors,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _bounded(popen: subprocess.Popen[bytes]) -> int | None:
    """Windows' limits; elsewhere the process sets its own."""
    if sys.platform != "win32":
        return None
    from inference.job_object import bound

    # In a virtual environment python.exe is a launcher, with the interpreter as its child.
    processes = 1 if getattr(sys, "frozen", False) else 2
    return bound(int(popen._handle), _OWN_MEMORY + MEMORY, processes)

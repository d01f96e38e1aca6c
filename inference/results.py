"""Reading images one after another: a result for each, whatever happens to it.

Both faces use :func:`read_images`; it turns errors into FAILED results, so that one bad file never
stops the rest.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar

import numpy as np

from inference.classifier import Classifier
from inference.errors import InferenceError
from inference.loading import load_radiograph
from inference.prediction import ModelIdentity, Outcome, Prediction
from inference.radiograph import Radiograph
from inference.sources import ImageSource

# Called with every radiograph that was read and its prediction, in the worker that read it.
Visitor: TypeAlias = Callable[[Radiograph, Prediction], str | None]

# Reads one frame: load_radiograph itself, or a process that calls it.
Load: TypeAlias = Callable[[ImageSource, int], Radiograph]


@dataclass(frozen=True, eq=False)
class Result:
    """What became of one image: a prediction (classified or refused) or an error (failed).

    Both where the verdict stands but its map could not be written. ``duplicate_of`` is the path of the
    first result with the same SOP Instance UID, frame, pixels and header: such a copy is no second film,
    while the same picture under another patient's name is a mistake and no copy.
    """

    path: str
    frame: int
    model: ModelIdentity
    prediction: Prediction | None = None
    error: InferenceError | None = None
    sop_instance_uid: str = ""
    file_sha256: str = ""
    timings_ms: dict[str, float] = field(default_factory=dict)
    saliency: str | None = None
    duplicate_of: str | None = None

    @property
    def outcome(self) -> Outcome:
        return self.prediction.outcome if self.prediction else Outcome.FAILED

    def to_json(self) -> dict[str, object]:
        """As the command line writes it."""
        prediction, error = self.prediction, self.error
        chosen = prediction.prediction_set if prediction else None
        probabilities = prediction.probabilities if prediction else None
        ranges = prediction.ranges if prediction else None
        return {
            "path": self.path,
            "frame": self.frame,
            "sop_instance_uid": self.sop_instance_uid or None,
            "file_sha256": self.file_sha256 or None,
            "outcome": self.outcome.value,
            "checks": [
                {
                    "name": check.name,
                    "value": check.value,
                    "limit": check.limit,
                    "passed": check.passed,
                    "message": check.message,
                }
                for check in (prediction.checks if prediction else ())
            ],
            "probabilities": dict(sorted(probabilities.items())) if probabilities else None,
            "prediction_set": list(chosen) if chosen is not None else None,
            "none_of_these": prediction.none_of_these if prediction else None,
            "assessed": {f.name: f.assessed for f in sorted(prediction.findings, key=lambda f: f.name)}
            if prediction and prediction.findings
            else None,
            "ranges": {name: list(ends) for name, ends in sorted(ranges.items())} if ranges else None,
            "model": {
                "name": self.model.name,
                "version": self.model.version,
                "sha256": self.model.sha256,
            },
            "timings_ms": {
                key: round(self.timings_ms.get(key, 0.0), 3)
                for key in ("load", "preprocess", "infer", "total")
            },
            "saliency": self.saliency,
            "duplicate_of": self.duplicate_of,
            "error": {"code": error.code, "message": str(error)} if error else None,
        }


def read_images(
    sources: Iterable[ImageSource | InferenceError],
    classifier: Classifier,
    jobs: int = 1,
    even_if_unsuitable: bool = False,
    visit: Visitor | None = None,
    stability: bool = False,
    load: Load = load_radiograph,
) -> Iterator[Result]:
    """A result for each frame of each source, in their order, each as soon as it is its turn.

    ``jobs`` frames are worked on at once, each read by ``load``. ``visit`` sees every radiograph while its
    pixels are in memory and may return the path of a map that it wrote; what it raises does not cost the
    verdict.
    ``stability`` computes the ranges too: see :meth:`Classifier.predict`.
    """

    def read(task: _Task) -> _Read:
        source, frame = task
        if isinstance(source, InferenceError):
            return _Read(Result(source.path, 0, classifier.identity, error=source), source)
        return _read_frame(source, frame, classifier, even_if_unsuitable, visit, stability, load)

    firsts: dict[_Likeness, str] = {}
    with ThreadPoolExecutor(jobs) as pool:
        ahead = 2 * jobs
        for first in _in_order(pool, read, ((s, 0) for s in sources), ahead):
            yield _marked(first, firsts)
            rest = ((first.source, frame) for frame in range(1, first.frames))
            for later in _in_order(pool, read, rest, ahead):
                yield _marked(later, firsts)


# SOP Instance UID, frame, and a checksum of pixels and header: equal for copies of one image.
_Likeness: TypeAlias = tuple[str, int, bytes]


@dataclass(frozen=True, eq=False)
class _Read:
    """A result, and what is needed to go on: where it is from, and of how many frames and what likeness."""

    result: Result
    source: ImageSource | InferenceError
    frames: int = 1
    likeness: _Likeness | None = None


def _marked(read: _Read, firsts: dict[_Likeness, str]) -> Result:
    """The result, which names the first of its likeness if it is not that itself."""
    if read.likeness in firsts:
        return replace(read.result, duplicate_of=firsts[read.likeness])
    if read.likeness is not None:
        firsts[read.likeness] = read.result.path
    return read.result


_Task: TypeAlias = tuple[ImageSource | InferenceError, int]
_Item = TypeVar("_Item")
_Answer = TypeVar("_Answer")


def _in_order(
    pool: ThreadPoolExecutor, work: Callable[[_Item], _Answer], items: Iterable[_Item], ahead: int
) -> Iterator[_Answer]:
    """``work(item)`` for each item, in order, begun for at most ``ahead`` items before their turn.

    Far enough ahead to keep every worker busy, near enough to hold few pictures.
    """
    waiting: deque[Future[_Answer]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) > ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def _read_frame(
    source: ImageSource,
    frame: int,
    classifier: Classifier,
    even_if_unsuitable: bool,
    visit: Visitor | None,
    stability: bool,
    load: Load,
) -> _Read:
    started = time.perf_counter()
    timings: dict[str, float] = {}
    frames, uid, sha256 = 1, "", ""
    likeness: _Likeness | None = None
    prediction: Prediction | None = None
    error: InferenceError | None = None
    saliency: str | None = None
    try:
        radiograph = load(source, frame)
        frames, uid = radiograph.number_of_frames, radiograph.header.sop_instance_uid
        sha256 = radiograph.sha256
        likeness = (uid, frame, _checksum(radiograph)) if uid else None
        timings["load"] = 1000 * (time.perf_counter() - started)
        prediction = classifier.predict(radiograph, even_if_unsuitable, stability)
        timings |= prediction.timings_ms
        saliency = visit(radiograph, prediction) if visit else None
    except InferenceError as caught:
        error = caught
    timings["total"] = 1000 * (time.perf_counter() - started)
    identity = classifier.identity
    result = Result(str(source), frame, identity, prediction, error, uid, sha256, timings, saliency)
    return _Read(result, source, frames, likeness)


def _checksum(radiograph: Radiograph) -> bytes:
    pixels = radiograph.pixels
    said = repr((pixels.shape, pixels.dtype.str, radiograph.header))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass"))
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.digest()


def default_jobs() -> int:
    """As many as there are cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

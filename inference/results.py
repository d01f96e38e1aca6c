"""Reading images one after another: a result for each, whatever happens to it.

Both faces use :func:`read_images`; it turns errors into FAILED results, so that one bad file never
stops the rest.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from inference.classifier import Classifier
from inference.errors import InferenceError
from inference.loading import load_radiograph
from inference.prediction import ModelIdentity, Outcome, Prediction
from inference.radiograph import Radiograph
from inference.sources import ImageSource

# Called with every radiograph that was read and its prediction, in the worker that read it.
Visitor = Callable[[Radiograph, Prediction], str | None]


@dataclass(frozen=True, eq=False)
class Result:
    """What became of one image: a prediction (classified or refused) or an error (failed)."""

    path: str
    frame: int
    model: ModelIdentity
    prediction: Prediction | None = None
    error: InferenceError | None = None
    sop_instance_uid: str = ""
    timings_ms: dict[str, float] = field(default_factory=dict)
    saliency: str | None = None

    @property
    def outcome(self) -> Outcome:
        return self.prediction.outcome if self.prediction else Outcome.FAILED

    def to_json(self) -> dict[str, object]:
        """As the command line writes it."""
        prediction, error = self.prediction, self.error
        chosen = prediction.prediction_set if prediction else None
        probabilities = prediction.probabilities if prediction else None
        return {
            "path": self.path,
            "frame": self.frame,
            "sop_instance_uid": self.sop_instance_uid or None,
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
            "error": {"code": error.code, "message": str(error)} if error else None,
        }


def read_images(
    sources: Iterable[ImageSource | InferenceError],
    classifier: Classifier,
    jobs: int = 1,
    even_if_unsuitable: bool = False,
    visit: Visitor | None = None,
) -> Iterator[Result]:
    """A result for each frame of each source, in their order, each as soon as it is its turn.

    ``jobs`` files are worked on at once. ``visit`` sees every radiograph while its pixels are in
    memory and may return the path of a map that it wrote.
    """

    def read(source: ImageSource | InferenceError) -> list[Result]:
        return list(_read_source(source, classifier, even_if_unsuitable, visit))

    with ThreadPoolExecutor(jobs) as pool:
        waiting: deque[Future[list[Result]]] = deque()
        try:
            for source in sources:
                waiting.append(pool.submit(read, source))
                # Far enough ahead to keep every worker busy, near enough to hold few pictures.
                if len(waiting) > 2 * jobs:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _read_source(
    source: ImageSource | InferenceError,
    classifier: Classifier,
    even_if_unsuitable: bool,
    visit: Visitor | None,
) -> Iterator[Result]:
    if isinstance(source, InferenceError):
        yield Result(source.path, 0, classifier.identity, error=source)
        return
    frame, frames = 0, 1
    while frame < frames:
        result, frames = _read_frame(source, frame, classifier, even_if_unsuitable, visit)
        yield result
        frame += 1


def _read_frame(
    source: ImageSource,
    frame: int,
    classifier: Classifier,
    even_if_unsuitable: bool,
    visit: Visitor | None,
) -> tuple[Result, int]:
    """One frame's result, and the number of frames that the file turned out to have."""
    started = time.perf_counter()
    timings: dict[str, float] = {}
    frames, uid = 1, ""
    try:
        radiograph = load_radiograph(source, frame)
        frames, uid = radiograph.number_of_frames, radiograph.header.sop_instance_uid
        timings["load"] = 1000 * (time.perf_counter() - started)
        prediction = classifier.predict(radiograph, even_if_unsuitable)
        timings |= prediction.timings_ms
        saliency = visit(radiograph, prediction) if visit else None
    except InferenceError as error:
        timings["total"] = 1000 * (time.perf_counter() - started)
        failed = Result(str(source), frame, classifier.identity, None, error, uid, timings_ms=timings)
        return failed, frames
    timings["total"] = 1000 * (time.perf_counter() - started)
    result = Result(str(source), frame, classifier.identity, prediction, None, uid, timings, saliency)
    return result, frames


def default_jobs() -> int:
    """As many as there are cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

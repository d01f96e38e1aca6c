"""The installation check: what the program computes here, held against what the release computed.

Synthetic films come with the program (``resources/self_test``), and beside them what became of each of them
on the machine that made the release: its outcome, its probabilities, its class maps. They are read by the
loading process and classified by the bundled model, as any film is. What differs is a damaged file, a
library that does not fit, or a processor that computes otherwise; that the model is right about patients,
no installation check can say.

    certificate = run_self_test()
    print(certificate.to_text())
"""

from __future__ import annotations

import hashlib
import json
import platform
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from inference.classifier import Classifier, bundled_model, bundled_segmenter
from inference.errors import InferenceError, ModelNotUsable
from inference.files import reason
from inference.loader import Loader
from inference.manifest import recorded_sha256
from inference.prediction import Prediction
from inference.results import Load
from inference.runtime import read_model
from inference.sources import ImageSource
from inference.version import program_identity

EXPECTATIONS = "expectations.json"
# Processors round differently; what is further off than this is no rounding.
PROBABILITY_LIMIT = 1e-3
# Of a class map, in parts of what is drawn at full strength.
MAP_LIMIT = 1e-2
# Whoever needs longer would not want to wait for a patient's films either.
BUDGET_SECONDS = 60.0
DISCLAIMER = "Research use, not a medical device."

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class FilmCheck:
    """What became of one film: ``expected`` and ``found`` are outcomes, with the check or error behind.

    ``probability_difference`` and ``map_difference`` are the largest differences from what is stored, the
    second in parts of full strength; None where there is nothing to compare.
    """

    name: str
    expected: str
    found: str
    probability_difference: float | None = None
    map_difference: float | None = None

    @property
    def passed(self) -> bool:
        return (
            self.expected == self.found
            and (self.probability_difference or 0.0) <= PROBABILITY_LIMIT
            and (self.map_difference or 0.0) <= MAP_LIMIT
        )


@dataclass(frozen=True)
class ModelCheck:
    """One model file: the SHA-256 that the manifest names, and ``error`` where the file may not be used."""

    name: str
    sha256: str
    error: InferenceError | None = None

    @property
    def passed(self) -> bool:
        return self.error is None


@dataclass(frozen=True)
class Certificate:
    """The result of one check. ``when`` is in the computer's own time zone."""

    probability_limit: ClassVar[float] = PROBABILITY_LIMIT
    map_limit: ClassVar[float] = MAP_LIMIT
    budget_seconds: ClassVar[float] = BUDGET_SECONDS

    models: tuple[ModelCheck, ...]
    films: tuple[FilmCheck, ...]
    model: str
    seconds: float
    program: str
    system: str
    when: datetime

    @property
    def in_time(self) -> bool:
        return self.seconds <= BUDGET_SECONDS

    @property
    def passed(self) -> bool:
        """Whether this installation computes what the release computed."""
        computed = bool(self.films) and all(film.passed for film in self.films)
        return computed and self.in_time and all(model.passed for model in self.models)

    def to_text(self) -> str:
        """One page, in English."""
        rows = [
            "NEGATOSCOPE: INSTALLATION CHECK",
            "",
            f"Result    {'PASSED' if self.passed else 'NOT PASSED'}",
            f"When      {self.when:%Y-%m-%d %H:%M:%S %z}",
            f"Program   {self.program}",
            f"System    {self.system}",
            f"Model     {self.model or 'not usable'}",
            f"Time      {self.seconds:.1f} s (at most {BUDGET_SECONDS:.0f})",
            "",
            "Model files",
        ]
        for model in self.models:
            rows.append(f"  {_word(model.passed)}  {model.name}")
            rows.append(f"        SHA-256 {model.sha256 or 'unknown'}")
            rows += [f"        {model.error.message()}"] if model.error else []
        rows += [
            "",
            f"Synthetic films (probabilities within {PROBABILITY_LIMIT:g}, maps within {MAP_LIMIT:.0%})",
        ]
        for film in self.films:
            rows.append(f"  {_word(film.passed)}  {film.name}: {film.found}")
            rows += [f"        expected: {film.expected}"] if film.found != film.expected else []
            if film.probability_difference is not None and film.map_difference is not None:
                rows.append(
                    f"        largest difference: probabilities {film.probability_difference:.4f}, "
                    f"maps {film.map_difference:.1%}"
                )
        verdict = (
            "This installation computes what the release computed."
            if self.passed
            else "Do not use this installation. Install the program again; if that fails, report this."
        )
        note = "It says nothing about how often the model is right about patients."
        return "\n".join([*rows, "", verdict, note, DISCLAIMER]) + "\n"


def folder() -> Path:
    """Where the films and what is expected of them lie."""
    return Path(str(files("resources") / "self_test"))


def installation_identity() -> str:
    """Of the program's version and its models: another one wants to be checked anew."""
    recorded = []
    for path in (bundled_model(), bundled_segmenter()):
        try:
            recorded.append(recorded_sha256(Path(path))[:12])
        except InferenceError:
            recorded.append("unknown")
    return " ".join((program_identity(), *recorded))


def run_self_test(load: Load | None = None, progress: Progress = lambda done, total: None) -> Certificate:
    """Check this installation. ``load`` reads a film, by default a loading process of its own.

    ``progress`` is told how many of how many films are done. What goes wrong is part of the certificate.
    Raises ModelNotUsable where the films or what is expected of them are missing, and ProgramChanged.
    """
    if load is None:
        with Loader() as loader:
            return run_self_test(lambda source, frame: loader.load(source, frame, patient=True), progress)
    expected = _expectations()
    started = time.perf_counter()
    models = tuple(_check_model(Path(path)) for path in (bundled_model(), bundled_segmenter()))
    films: list[FilmCheck] = []
    model = ""
    try:
        classifier = Classifier()
        model = f"{classifier.identity.name} {classifier.identity.version}"
        for done, one in enumerate(expected):
            progress(done, len(expected))
            films.append(_check_film(one, observe(folder() / one["file"], classifier, load), classifier))
        progress(len(expected), len(expected))
    except InferenceError as error:
        # Whatever it is that cannot be used.
        if all(each.passed for each in models):
            models = (*models, ModelCheck(Path(error.path).name, "", error))
    return Certificate(
        models,
        tuple(films),
        model,
        time.perf_counter() - started,
        program_identity(),
        _system(),
        datetime.now(UTC).astimezone(),
    )


def observe(path: Path, classifier: Classifier, load: Load) -> dict[str, Any]:
    """What becomes of one film, as it is stored: numbers also of a film that is refused."""
    try:
        radiograph = load(ImageSource(str(path)), 0)
        prediction = classifier.predict(radiograph, even_if_unsuitable=True, stability=False)
    except InferenceError as error:
        return {"file": path.name, "outcome": f"failed ({error.code})"}
    return {
        "file": path.name,
        "outcome": _outcome(prediction),
        "probabilities": {**(prediction.probabilities or {}), "none_of_these": prediction.none_of_these},
        "maps": {
            evidence.head: np.round(evidence.class_map.astype(np.float64), 5).tolist()
            for evidence in prediction.evidence
            if evidence.head in classifier.spec.heads  # that for no opacity is another's, negated
        },
    }


def _outcome(prediction: Prediction) -> str:
    failed = ", ".join(check.name for check in prediction.checks if not check.passed)
    return prediction.outcome.value + (f" ({failed})" if failed else "")


def _check_film(expected: Mapping[str, Any], found: Mapping[str, Any], classifier: Classifier) -> FilmCheck:
    name, outcomes = expected["file"], (expected["outcome"], found["outcome"])
    compared = "probabilities" in expected, "probabilities" in found
    if not all(compared):
        # Numbers on one side alone are a difference; on neither, there is nothing to compare.
        difference = float("inf") if any(compared) else None
        return FilmCheck(name, *outcomes, difference, difference)
    return FilmCheck(
        name,
        *outcomes,
        _largest(expected["probabilities"], found["probabilities"]),
        _largest(expected["maps"], found["maps"], classifier.spec.evidence_scales),
    )


def _largest(
    expected: Mapping[str, Any], found: Mapping[str, Any], scales: Mapping[str, float] | None = None
) -> float:
    """The largest difference of numbers, or of arrays, by name; infinite where they have another form."""
    if expected.keys() != found.keys():
        return float("inf")
    largest = 0.0
    for name, numbers in expected.items():
        one, other = np.asarray(numbers, np.float64), np.asarray(found[name], np.float64)
        if one.shape != other.shape:
            return float("inf")
        scale = scales[name] if scales else 1.0
        largest = max(largest, float(np.abs(one - other).max()) / scale)
    # What is no number is no small difference.
    return largest if np.isfinite(largest) else float("inf")


def _expectations() -> Sequence[dict[str, Any]]:
    path = folder() / EXPECTATIONS
    try:
        content = path.read_bytes()
        films: Sequence[dict[str, Any]] = json.loads(content)["films"]
    except OSError as error:
        raise ModelNotUsable(str(path), reason(error)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelNotUsable(str(path), "what is expected of it cannot be read") from error
    if hashlib.sha256(content).hexdigest() != recorded_sha256(path):
        raise ModelNotUsable(str(path), "what is expected of it is not what came with this program")
    return films


def _check_model(path: Path) -> ModelCheck:
    try:
        recorded = recorded_sha256(path)
    except InferenceError as error:
        return ModelCheck(path.name, "", error)
    try:
        read_model(path, recorded)
    except InferenceError as error:
        return ModelCheck(path.name, recorded, error)
    return ModelCheck(path.name, recorded)


def _system() -> str:
    """Not as platform.platform() has it, which starts a program to be told of the processor."""
    release = platform.version() if sys.platform == "win32" else platform.release()
    libc = " ".join(platform.libc_ver()).strip()
    parts = (
        f"{platform.system()} {release}",
        libc,
        platform.machine(),
        f"Python {platform.python_version()}",
    )
    return ", ".join(filter(None, parts))


def _word(passed: bool) -> str:
    return "pass" if passed else "FAIL"

"""Ask the model: check, preprocess, run, name."""

from __future__ import annotations

import os
import time
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from inference.checks import applicability
from inference.errors import ComputationFailed
from inference.prediction import Finding, ModelIdentity, Outcome, Prediction, Saliency
from inference.preprocessing import normalise, reduce
from inference.radiograph import Radiograph
from inference.runtime import Model


def bundled_model() -> str:
    """Path of the classifier that comes with the program."""
    return str(files("resources") / "model" / "classifier.onnx")


class Classifier:
    """A model ready to be asked. Safe to use from several threads.

    ``path`` defaults to the bundled model, ``threads`` (for one image) to the cores at hand, four at
    most. Raises ModelNotUsable.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None, threads: int | None = None) -> None:
        self._model = Model(path or bundled_model(), threads or min(os.cpu_count() or 1, 4))
        self.spec = self._model.spec
        self.identity = ModelIdentity(self.spec.name, self.spec.version, self._model.sha256)

    def predict(self, radiograph: Radiograph, even_if_unsuitable: bool = False) -> Prediction:
        """The verdict on one radiograph; a refusal, without numbers, when a check fails.

        ``even_if_unsuitable`` computes the numbers of a refused image all the same; its outcome
        stays REFUSED. Raises ComputationFailed when the runtime fails.
        """
        started = time.perf_counter()
        reduced = reduce(radiograph, self.spec.size)
        checks = applicability(radiograph, reduced, self.spec)
        suitable = all(check.passed for check in checks)
        outcome = Outcome.CLASSIFIED if suitable else Outcome.REFUSED
        if not suitable and not even_if_unsuitable:
            timings = {"preprocess": _since(started), "infer": 0.0}
            return Prediction(outcome, checks, (), self.identity, timings_ms=timings)
        batch = normalise(reduced, self.spec)[np.newaxis, np.newaxis]
        preprocessed = time.perf_counter()
        try:
            logits, maps, _ = self._model.run(batch)
        except Exception as error:  # the runtime's own exceptions have no common base
            raise ComputationFailed(radiograph.path, str(error).splitlines()[0]) from error
        findings = self._name(logits[0], maps[0])
        timings = {
            "preprocess": 1000 * (preprocessed - started),
            "infer": _since(preprocessed),
        }
        return Prediction(outcome, checks, findings, self.identity, timings_ms=timings)

    def explain(self, radiograph: Radiograph, finding: Finding) -> Saliency:
        """Where in ``radiograph`` the evidence for ``finding`` lies.

        The class map came with the prediction and its mean is the logit exactly, so this computes
        nothing anew (class activation mapping, Zhou et al. 2016).
        """
        return Saliency(finding.name, finding.class_map, self.spec.evidence_scale, self.identity)

    def _name(self, logits: NDArray[np.float32], maps: NDArray[np.float32]) -> tuple[Finding, ...]:
        probabilities = softmax(logits / np.float32(self.spec.temperature))
        findings = (
            Finding(name, float(p), float(logit), class_map)
            for name, p, logit, class_map in zip(
                self.spec.classes, probabilities, logits, maps, strict=True
            )
        )
        return tuple(sorted(findings, key=lambda finding: -finding.probability))


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """(classes,) logits to probabilities that sum to 1."""
    shifted = np.exp(logits.astype(np.float64) - float(logits.max()))
    return np.asarray(shifted / shifted.sum())


def _since(started: float) -> float:
    return 1000 * (time.perf_counter() - started)

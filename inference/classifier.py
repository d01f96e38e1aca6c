"""Ask the models: preprocess, find the lungs, check, classify, name."""

from __future__ import annotations

import os
import time
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from inference.checks import applicability
from inference.errors import ComputationFailed, ModelNotUsable
from inference.lungs import Lungs, find_lungs, share_outside
from inference.prediction import Finding, ModelIdentity, Outcome, Prediction, Saliency
from inference.preprocessing import normalise, reduce
from inference.radiograph import Radiograph
from inference.runtime import CLASSIFIER_OUTPUTS, LUNGS_OUTPUTS, Model


def bundled_model() -> str:
    """Path of the classifier that comes with the program."""
    return str(files("resources") / "model" / "classifier.onnx")


def bundled_segmenter() -> str:
    """Path of the segmenter, which finds the lungs, that comes with the program."""
    return str(files("resources") / "model" / "lungs.onnx")


class Classifier:
    """A model ready to be asked. Safe to use from several threads.

    ``path`` defaults to the bundled model and ``lungs`` to the bundled segmenter; a model of one's own
    goes without a segmenter unless one is named: then no lungs are looked for, and no film is refused
    for want of them. ``threads`` (for one image) defaults to the cores at hand, four at most. Raises
    ModelNotUsable.
    """

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        threads: int | None = None,
        lungs: str | os.PathLike[str] | None = None,
    ) -> None:
        threads = threads or min(os.cpu_count() or 1, 4)
        self._model = Model(path or bundled_model(), threads, CLASSIFIER_OUTPUTS)
        self._segmenter: Model | None = None
        if lungs is not None or path is None:
            lungs = lungs or bundled_segmenter()
            self._segmenter = Model(lungs, threads, LUNGS_OUTPUTS)
            # A film is reduced once: both must want the same tensor.
            if _input(self._segmenter) != _input(self._model):
                raise ModelNotUsable(os.fspath(lungs), "it is made for another input than the classifier")
        self.spec = self._model.spec
        self.identity = ModelIdentity(self.spec.name, self.spec.version, self._model.sha256)

    def predict(self, radiograph: Radiograph, even_if_unsuitable: bool = False) -> Prediction:
        """The verdict on one radiograph; a refusal, without numbers, when a check fails.

        ``even_if_unsuitable`` computes the numbers of a refused image all the same; its outcome
        stays REFUSED. Raises ComputationFailed when the runtime fails.
        """
        started = time.perf_counter()
        reduced = reduce(radiograph, self.spec.size)
        batch = normalise(reduced, self.spec)[np.newaxis, np.newaxis]
        preprocessed = time.perf_counter()
        lungs = self._find_lungs(radiograph, batch)
        checks = applicability(radiograph, reduced, self.spec, lungs)
        suitable = all(check.passed for check in checks)
        outcome = Outcome.CLASSIFIED if suitable else Outcome.REFUSED
        findings: tuple[Finding, ...] = ()
        if suitable or even_if_unsuitable:
            logits, maps, _ = _run(self._model, radiograph, batch)
            findings = self._name(logits[0], maps[0], lungs)
        timings = {
            "preprocess": 1000 * (preprocessed - started),
            "infer": _since(preprocessed),
        }
        return Prediction(outcome, checks, findings, self.identity, lungs=lungs, timings_ms=timings)

    def explain(self, radiograph: Radiograph, finding: Finding) -> Saliency:
        """Where in ``radiograph`` the evidence for ``finding`` lies.

        The class map came with the prediction and its mean is the logit exactly, so this computes
        nothing anew (class activation mapping, Zhou et al. 2016).
        """
        return Saliency(finding.name, finding.class_map, self.spec.evidence_scale, self.identity)

    def _find_lungs(self, radiograph: Radiograph, batch: NDArray[np.float32]) -> Lungs | None:
        if self._segmenter is None:
            return None
        (probability,) = _run(self._segmenter, radiograph, batch)
        return find_lungs(probability[0])

    def _name(
        self, logits: NDArray[np.float32], maps: NDArray[np.float32], lungs: Lungs | None
    ) -> tuple[Finding, ...]:
        probabilities = softmax(logits / np.float32(self.spec.temperature))
        findings = (
            Finding(name, float(p), float(logit), class_map, share_outside(class_map, lungs))
            for name, p, logit, class_map in zip(
                self.spec.classes, probabilities, logits, maps, strict=True
            )
        )
        return tuple(sorted(findings, key=lambda finding: -finding.probability))


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """(classes,) logits to probabilities that sum to 1."""
    shifted = np.exp(logits.astype(np.float64) - float(logits.max()))
    return np.asarray(shifted / shifted.sum())


def _run(model: Model, radiograph: Radiograph, batch: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    try:
        return model.run(batch)
    except Exception as error:  # the runtime's own exceptions have no common base
        raise ComputationFailed(radiograph.path, str(error).splitlines()[0]) from error


def _input(model: Model) -> tuple[int, float, float]:
    """The side of a model's square input and its normalisation."""
    return model.spec.size, model.spec.mean, model.spec.std


def _since(started: float) -> float:
    return 1000 * (time.perf_counter() - started)

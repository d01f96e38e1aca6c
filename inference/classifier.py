"""Ask the models: preprocess, look at the whole film, check, classify the lungs, name."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from inference import occlusion
from inference.checks import age_group, applicability
from inference.composition import (
    CLASSES,
    HEADS,
    NO_OPACITY,
    NONE_OF_THESE,
    Composed,
    child_probability,
    compose,
    head_probability,
    is_assessed,
)
from inference.conformal import prediction_set
from inference.crop import WHOLE, Region, crop, crop_map, lung_region
from inference.errors import ComputationFailed, ModelNotUsable
from inference.lungs import MIN_PROBABILITY, Lungs, share_outside
from inference.manifest import recorded_sha256
from inference.prediction import (
    Evidence,
    Finding,
    ModelIdentity,
    Occlusion,
    Outcome,
    Prediction,
    Probe,
    Saliency,
)
from inference.preprocessing import VERSION, normalise, reduce
from inference.radiograph import Radiograph
from inference.runtime import (
    CLASSIFIER_INPUTS,
    CLASSIFIER_OUTPUTS,
    LUNGS_INPUTS,
    LUNGS_OUTPUTS,
    Model,
)
from inference.stability import CHANGES, UNCHANGED, variants
from inference.texts import phrase
from inference.veil import veil
from inference.view import LIMITS, FilmView, film_view

# What speaks for a class: the evidence of a head, or the same negated.
EVIDENCE_FOR = {"covid19": "opacity", "normal": NO_OPACITY, "viral_pneumonia": "opacity"}


def bundled_model() -> str:
    """Path of the classifier that comes with the program."""
    return str(files("resources") / "model" / "classifier.onnx")


def bundled_segmenter() -> str:
    """Path of the view network, which finds the lungs among other things, that comes with the program."""
    return str(files("resources") / "model" / "lungs.onnx")


class Classifier:
    """A model ready to be asked. Safe to use from several threads.

    ``path`` defaults to the bundled classifier and ``lungs`` to the bundled view network. A classifier of
    one's own goes without a view network unless one is named: then the lungs are not looked for, the
    classifier sees the whole film and is told that all of it is lung, and no film is refused for what it
    shows. The bundled ones must be those that the manifest beside them names. ``threads`` (for one image)
    defaults to the cores at hand, four at most. Raises ModelNotUsable, ModelChanged, ProgramChanged.
    """

    def __init__(
        self,
        path: str | os.PathLike[str] | None = None,
        threads: int | None = None,
        lungs: str | os.PathLike[str] | None = None,
    ) -> None:
        threads = threads or min(os.cpu_count() or 1, 4)
        name = os.fspath(path or bundled_model())
        recorded = recorded_sha256(Path(name)) if path is None else None
        self._model = Model(name, threads, CLASSIFIER_OUTPUTS, CLASSIFIER_INPUTS, recorded)
        self.spec = self._model.spec
        if sorted(self.spec.heads) != sorted(HEADS):
            raise ModelNotUsable(name, phrase("its heads are not {names}", names=", ".join(HEADS)))
        if sorted(self.spec.classes) != sorted(CLASSES):
            raise ModelNotUsable(name, phrase("its classes are not {names}", names=", ".join(CLASSES)))
        self._segmenter: Model | None = None
        if lungs is not None or path is None:
            self._segmenter = _view_network(lungs, threads, self._model)
        self.identity = ModelIdentity(self.spec.name, self.spec.version, self._model.sha256)

    @property
    def computation(self) -> str:
        """What decides the numbers of a film beside the classifier's file: where equal, they are too."""
        seen_by = self._segmenter.sha256 if self._segmenter is not None else "none"
        return f"{VERSION}:{seen_by}"

    def predict(
        self, radiograph: Radiograph, even_if_unsuitable: bool = False, stability: bool = True
    ) -> Prediction:
        """The verdict on one radiograph; a refusal, without numbers, when a check fails.

        ``even_if_unsuitable`` computes the numbers of a refused image all the same; its outcome
        stays REFUSED. ``stability`` computes the range of each probability over small changes of the
        film, which takes ten times as long; the probabilities are the same without. Raises
        ComputationFailed when the runtime fails.
        """
        started = time.perf_counter()
        reduced = reduce(radiograph, self.spec.size)
        preprocessed = time.perf_counter()
        seen = self._look(radiograph, reduced)
        lungs = seen.lungs if seen is not None else None
        checks = applicability(radiograph, reduced, self.spec, seen, self._limits)
        years = radiograph.header.patient_age_years
        evidence: dict[str, Evidence] = {}
        findings: tuple[Finding, ...] = ()
        none_of_these: float | None = None
        chosen: tuple[str, ...] | None = None
        if even_if_unsuitable or all(check.passed for check in checks):
            region, lung_probability = self._where(seen)
            changes = (UNCHANGED, *CHANGES) if stability else (UNCHANGED,)
            shown = self._shown(seen, reduced)
            pictures, lung_maps = variants(shown, lung_probability, region, changes)
            logits, maps = self._ask(radiograph, pictures, lung_maps)
            composed = [compose(self._probabilities(row), years) for row in logits]
            evidence = self._evidence(logits[0], maps[0].copy(), region, lungs)
            findings = self._findings(composed, evidence, years)
            none_of_these = composed[0].none_of_these
            assessed = {f.name: f.probability for f in findings if f.assessed}
            chosen = prediction_set({**assessed, NONE_OF_THESE: none_of_these}, self.spec.conformal)
        age = age_group(years, evidence["child"].probability if evidence else None)
        if age is not None:
            checks = (*checks, age)
        suitable = all(check.passed for check in checks)
        if not suitable and not even_if_unsuitable:
            evidence, findings, none_of_these, chosen = {}, (), None, None
        timings = {
            "preprocess": 1000 * (preprocessed - started),
            "infer": _since(preprocessed),
        }
        return Prediction(
            Outcome.CLASSIFIED if suitable else Outcome.REFUSED,
            checks,
            findings,
            self.identity,
            tuple(evidence[head] for head in HEADS if evidence),
            none_of_these,
            chosen,
            lungs,
            timings,
        )

    def explain(self, radiograph: Radiograph, about: Finding | Evidence) -> Saliency:
        """Where in ``radiograph`` the evidence for a finding, or of a head, lies.

        The class map came with the prediction and its mean is the logit exactly, so this computes
        nothing anew (class activation mapping, Zhou et al. 2016).
        """
        name, evidence = (about.name, about.evidence) if isinstance(about, Finding) else (about.head, about)
        head = "opacity" if evidence.head == NO_OPACITY else evidence.head
        scale = self.spec.evidence_scales.get(evidence.head, self.spec.evidence_scales[head])
        return Saliency(name, evidence.class_map, evidence.region, scale, self.identity, evidence.lungs)

    def occlude(self, radiograph: Radiograph, prediction: Prediction, finding: Finding) -> Occlusion:
        """What hiding each part of the film does to ``finding``, which is one of ``prediction``.

        The film is hidden and not the knowledge of where the lungs are. Takes some fifty times as long as
        one run of the classifier. Raises ComputationFailed when the runtime fails.
        """
        region = finding.evidence.region
        picture, lungs = self._crop(radiograph, region)
        composed = self._with_hidden(radiograph, picture, lungs, occlusion.patches(self.spec.size))
        left = [one.classes[finding.name] for one in composed]
        falls = finding.probability - np.array(left).reshape(occlusion.PLACES, occlusion.PLACES)
        at_places = occlusion.at_places(finding.evidence.class_map)
        # Falls of less than a millionth are the arithmetic's, and have no rank.
        correlation = occlusion.rank_correlation(np.round(falls, 6), at_places)
        return Occlusion(finding.name, falls.astype(np.float32), region, correlation)

    def occlude_box(
        self, radiograph: Radiograph, prediction: Prediction, box: tuple[float, float, float, float]
    ) -> Probe:
        """The probabilities of ``prediction``, which has some, with one box of the film hidden.

        ``box`` is left, top, right, bottom in pixels of the film, 0, 0 being its outer corner; what
        lies beyond the film does not count. It is hidden as :meth:`occlude` hides a part. Raises
        ComputationFailed when the runtime fails, ValueError for a box without area.
        """
        left, right = np.clip(box[0::2], 0, radiograph.columns) / radiograph.columns
        top, bottom = np.clip(box[1::2], 0, radiograph.rows) / radiograph.rows
        if not (left < right and top < bottom):
            raise ValueError("a box without area hides nothing")
        region, size = prediction.findings[0].evidence.region, self.spec.size
        picture, lungs = self._crop(radiograph, region)
        across = [(x - region.left) / region.width * size for x in (left, right)]
        down = [(y - region.top) / region.height * size for y in (top, bottom)]
        hidden = occlusion.box_patch(size, across[0], down[0], across[1], down[1])
        (composed,) = self._with_hidden(radiograph, picture, lungs, hidden[np.newaxis])
        shown = _share_shown(lungs, (across[0], down[0], across[1], down[1]), size)
        where = Region(float(left), float(top), float(right), float(bottom))
        return Probe(where, dict(composed.classes), composed.none_of_these, shown)

    def _crop(
        self, radiograph: Radiograph, region: Region
    ) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        """What the classifier was shown of a film, (s, s), and the lungs in it, (m, m)."""
        reduced = reduce(radiograph, self.spec.size)
        seen = self._look(radiograph, reduced)
        _, lung_probability = self._where(seen)
        picture = crop(self._shown(seen, reduced), region, self.spec.size)
        return picture, crop_map(lung_probability, region, len(lung_probability))

    def _with_hidden(
        self,
        radiograph: Radiograph,
        picture: NDArray[np.uint8],
        lungs: NDArray[np.float32],
        hidden: NDArray[np.float32],
    ) -> list[Composed]:
        """The answers with each of the (n, s, s) ``hidden`` parts in the lungs' mean grey."""
        films = occlusion.hide(picture, occlusion.mean_grey(picture, lungs), hidden)
        logits, _ = self._ask(radiograph, films, np.broadcast_to(lungs, (len(films), *lungs.shape)))
        years = radiograph.header.patient_age_years
        return [compose(self._probabilities(row), years) for row in logits]

    @property
    def _limits(self) -> Mapping[str, float]:
        return self._segmenter.spec.limits if self._segmenter is not None else {}

    def _look(self, radiograph: Radiograph, reduced: NDArray[np.uint8]) -> FilmView | None:
        """The whole film through the view network; None without one."""
        if self._segmenter is None:
            return None
        batch = normalise(reduced, self.spec)[np.newaxis, np.newaxis]
        lung_probability, views, distances = _run(self._segmenter, radiograph, batch)
        return film_view(lung_probability[0], views[0], float(distances[0]))

    def _where(self, seen: FilmView | None) -> tuple[Region, NDArray[np.float32]]:
        """The part of the film that the classifier is shown, and how likely lung is all over the film."""
        if seen is None:
            half = self.spec.size // 2
            return WHOLE, np.ones((half, half), np.float32)
        return lung_region(seen.lungs), seen.lung_probability

    def _shown(self, seen: FilmView | None, reduced: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The reduced film as the classifier may see it: the lungs, where they were looked for."""
        return reduced if seen is None else veil(reduced, seen.lung_probability)

    def _ask(
        self, radiograph: Radiograph, pictures: NDArray[np.uint8], lungs: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(n, s, s) crops and (n, s / 2, s / 2) lungs to (n, heads) logits and (n, heads, m, m) maps."""
        batch = normalise(pictures, self.spec)[:, np.newaxis]
        told = np.ascontiguousarray(lungs[:, np.newaxis])
        logits, maps, _ = _run(self._model, radiograph, batch, told)
        return logits, maps

    def _probabilities(self, logits: NDArray[np.float32]) -> dict[str, float]:
        """Of each head, calibrated."""
        return {
            head: head_probability(float(logit), self.spec.temperatures[head])
            for head, logit in zip(self.spec.heads, logits, strict=True)
        }

    def _evidence(
        self,
        logits: NDArray[np.float32],
        maps: NDArray[np.float32],
        region: Region,
        lungs: Lungs | None,
    ) -> dict[str, Evidence]:
        """By head, in the heads' order, and last that for no opacity."""
        mask = _mask_in(region, lungs)
        # Where no two lungs were found, nothing says what to leave out.
        drawn = lungs.mask if lungs is not None and lungs.are_plausible else None

        def evidence(
            head: str, probability: float, logit: float, class_map: NDArray[np.float32]
        ) -> Evidence:
            outside = None if mask is None else share_outside(class_map, mask)
            return Evidence(head, probability, logit, class_map, region, outside, drawn)

        found = {}
        for head in HEADS:
            index = self.spec.heads.index(head)
            logit = float(logits[index])
            probability = head_probability(logit, self.spec.temperatures[head])
            found[head] = evidence(head, probability, logit, maps[index])
        opacity = found["opacity"]
        found[NO_OPACITY] = evidence(
            NO_OPACITY, 1.0 - opacity.probability, -opacity.logit, -opacity.class_map
        )
        return found

    def _findings(
        self, composed: list[Composed], evidence: Mapping[str, Evidence], years: float | None
    ) -> tuple[Finding, ...]:
        """Most probable first. The first of ``composed`` is of the film itself, the rest of its changes."""
        child = child_probability(evidence["child"].probability, years)
        findings = []
        for name in self.spec.classes:
            probabilities = [one.classes[name] for one in composed]
            changed = len(composed) > 1
            findings.append(
                Finding(
                    name,
                    probabilities[0],
                    min(probabilities) if changed else None,
                    max(probabilities) if changed else None,
                    evidence[EVIDENCE_FOR[name]],
                    is_assessed(name, child),
                )
            )
        return tuple(sorted(findings, key=lambda finding: -finding.probability))


def _view_network(path: str | os.PathLike[str] | None, threads: int, classifier: Model) -> Model:
    name = os.fspath(path or bundled_segmenter())
    recorded = recorded_sha256(Path(name)) if path is None else None
    model = Model(name, threads, LUNGS_OUTPUTS, LUNGS_INPUTS, recorded)
    # A film is reduced once: both must want the same tensor.
    if _input(model) != _input(classifier):
        raise ModelNotUsable(name, "it is made for another input than the classifier")
    missing = [limit for limit in LIMITS if limit not in model.spec.limits]
    if missing:
        raise ModelNotUsable(name, phrase("its metadata has no limit {names}", names=", ".join(missing)))
    return model


def _run(
    model: Model,
    radiograph: Radiograph,
    batch: NDArray[np.float32],
    lungs: NDArray[np.float32] | None = None,
) -> list[NDArray[np.float32]]:
    try:
        return model.run(batch, lungs)
    except Exception as error:  # the runtime's own exceptions have no common base
        raise ComputationFailed(radiograph.path, str(error).splitlines()[0]) from error


def _mask_in(region: Region, lungs: Lungs | None) -> NDArray[np.bool_] | None:
    """The lungs in ``region``; None where there are none to tell by."""
    if lungs is None or not lungs.are_plausible:
        return None
    return crop_map(lungs.mask.astype(np.float32), region, len(lungs.mask)) > MIN_PROBABILITY


def _share_shown(lungs: NDArray[np.float32], box: tuple[float, float, float, float], size: int) -> float:
    """Of a box in pixels of a (size, size) crop, the share that lies on the (m, m) lungs."""
    cells = len(lungs)
    edges = np.arange(cells + 1) * (size / cells)
    left, top, right, bottom = box
    across = np.maximum(np.minimum(edges[1:], right) - np.maximum(edges[:-1], left), 0.0)
    down = np.maximum(np.minimum(edges[1:], bottom) - np.maximum(edges[:-1], top), 0.0)
    covered = float(down @ (lungs > MIN_PROBABILITY) @ across)
    return min(covered / ((right - left) * (bottom - top)), 1.0)


def _input(model: Model) -> tuple[int, float, float]:
    """The side of a model's square input and its normalisation."""
    return model.spec.size, model.spec.mean, model.spec.std


def _since(started: float) -> float:
    return 1000 * (time.perf_counter() - started)

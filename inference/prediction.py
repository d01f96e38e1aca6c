"""What the model says, as values: frozen, unrounded, with the model that said it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from inference.checks import Check
from inference.crop import WHOLE, Region, map_to_image
from inference.lungs import Lungs


class Outcome(enum.Enum):
    """The four states of an image; never mixed up."""

    NOT_RUN = "not run"
    CLASSIFIED = "classified"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True)
class ModelIdentity:
    """Which model: its name and version, and the SHA-256 of its file."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, eq=False)
class Evidence:
    """What one head of the classifier answers, and what in the film it rests on.

    ``probability`` is calibrated; ``logit`` is as the network gave it, and the mean of ``class_map``,
    (m, n) float32 over ``region`` of the image. ``outside_lungs`` is the part of the evidence, 0..1,
    that lies outside the lungs; None when there is no evidence or no lungs were found. ``lungs`` is
    (112, 112) bool over the whole image, None where they were not looked for.
    """

    head: str
    probability: float
    logit: float
    class_map: NDArray[np.float32]
    region: Region = WHOLE
    outside_lungs: float | None = None
    lungs: NDArray[np.bool_] | None = None


@dataclass(frozen=True, eq=False)
class Finding:
    """One class: its probability, and the evidence that speaks for it.

    ``low`` and ``high`` are the least and the greatest probability over small changes of the film;
    None when they were not computed. ``evidence`` is that for an opacity, or of ``normal`` that for none.
    ``assessed`` is false where the class was not learned from people of this age: then the probability
    says nothing.
    """

    name: str
    probability: float
    low: float | None
    high: float | None
    evidence: Evidence
    assessed: bool = True


@dataclass(frozen=True, eq=False)
class Prediction:
    """The verdict on one radiograph.

    ``findings`` are sorted, most probable first; empty when ``outcome`` is REFUSED and numbers were
    not insisted on. ``evidence`` is that of every head, in the heads' order. ``none_of_these`` is the
    probability of an opacity that is none of the classes; with the findings' it adds up to 1.
    ``prediction_set`` are the classes that cannot be ruled out, most probable first; None when the model
    brings no thresholds for it. ``lungs`` is what the view network found; None when there is none.
    ``timings_ms`` has ``preprocess`` and ``infer`` (both networks).
    """

    outcome: Outcome
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    model: ModelIdentity
    evidence: tuple[Evidence, ...] = ()
    none_of_these: float | None = None
    prediction_set: tuple[str, ...] | None = None
    lungs: Lungs | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)

    @property
    def probabilities(self) -> dict[str, float] | None:
        """Probability by class name, or None when there are no numbers."""
        return {f.name: f.probability for f in self.findings} or None

    @property
    def ranges(self) -> dict[str, tuple[float, float]] | None:
        """Least and greatest probability by class name, or None when they were not computed."""
        return {
            f.name: (f.low, f.high) for f in self.findings if f.low is not None and f.high is not None
        } or None


@dataclass(frozen=True, eq=False)
class Saliency:
    """Where the evidence for one finding, or of one head, lies.

    ``class_map`` is (m, n) float32 in logits over ``region`` of the image; ``scale`` the evidence drawn
    at full strength, the same for every image, so that a map without evidence looks empty. ``lungs`` is
    (112, 112) bool over the whole image, or None: the network weighs what it sees by them, so that of a
    cell that is partly lung it is the lung that is drawn.
    """

    finding: str
    class_map: NDArray[np.float32]
    region: Region
    scale: float
    model: ModelIdentity
    lungs: NDArray[np.bool_] | None = None

    def evidence(self, rows: int, columns: int) -> NDArray[np.float32]:
        """(rows, columns) float32 in logits, over the whole image; 0 outside the region and the lungs."""
        drawn = map_to_image(self.class_map, rows, columns, self.region)
        if self.lungs is None:
            return drawn
        return drawn * map_to_image(self.lungs.astype(np.float32), rows, columns)

    def strength(self, rows: int, columns: int) -> NDArray[np.float32]:
        """(rows, columns) float32, 0 where nothing speaks for the finding .. 1 at ``scale``."""
        relative = self.evidence(rows, columns) / np.float32(self.scale)
        return np.asarray(np.clip(relative, 0.0, 1.0), dtype=np.float32)


@dataclass(frozen=True, eq=False)
class Probe:
    """The probabilities with one box of the film hidden.

    ``box`` is in shares of the image's sides. ``probabilities`` and ``none_of_these`` are to be compared
    with the prediction's, and with it add up to 1. ``shown`` is the share of the box, 0..1, that the
    classifier saw before it was hidden: of the lungs, where they were looked for.
    """

    box: Region
    probabilities: dict[str, float]
    none_of_these: float
    shown: float


@dataclass(frozen=True, eq=False)
class Occlusion:
    """What hiding each part of what the classifier saw does to one finding.

    ``drops`` is (k, k) float32: by how much the probability of the finding falls when the patch centred
    at ((i + 0.5) / k, (j + 0.5) / k) of ``region`` is hidden; negative where it rises. ``correlation`` is
    Spearman's rank correlation, -1..1, with the finding's class map; None when either is flat.
    """

    finding: str
    drops: NDArray[np.float32]
    region: Region
    correlation: float | None

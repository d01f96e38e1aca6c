"""What the model says, as values: frozen, unrounded, with the model that said it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from inference.checks import Check
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
class Finding:
    """One class. ``class_map`` is (m, n) float32, in logits; its mean is ``logit``.

    ``outside_lungs`` is the part of its evidence, 0..1, that lies outside the lungs; None when there is
    no evidence or no lungs were found.
    """

    name: str
    probability: float
    logit: float
    class_map: NDArray[np.float32]
    outside_lungs: float | None = None


@dataclass(frozen=True, eq=False)
class Prediction:
    """The verdict on one radiograph.

    ``findings`` are sorted, most probable first; empty when ``outcome`` is REFUSED and numbers were
    not insisted on. ``lungs`` is what the segmenter found; None when there is no segmenter.
    ``timings_ms`` has ``preprocess`` and ``infer`` (the segmenter and the classifier).
    """

    outcome: Outcome
    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]
    model: ModelIdentity
    prediction_set: tuple[str, ...] | None = None
    lungs: Lungs | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)

    @property
    def probabilities(self) -> dict[str, float] | None:
        """Probability by class name, or None when there are no numbers."""
        return {f.name: f.probability for f in self.findings} or None


@dataclass(frozen=True, eq=False)
class Saliency:
    """Where one finding's evidence lies.

    ``class_map`` is (m, n) float32 in logits over the whole image; ``scale`` the evidence drawn at
    full strength, the same for every image, so that a map without evidence looks empty.
    """

    finding: str
    class_map: NDArray[np.float32]
    scale: float
    model: ModelIdentity

    def strength(self, rows: int, columns: int) -> NDArray[np.float32]:
        """(rows, columns) float32, 0 where nothing speaks for the finding .. 1 at ``scale``."""
        from inference.preprocessing import map_to_image

        relative = np.clip(self.class_map / np.float32(self.scale), 0.0, 1.0).astype(np.float32)
        return map_to_image(relative, rows, columns)

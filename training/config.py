"""What a training run is: one frozen dataclass, and the two folders it works in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from inference.model_spec import ModelSpec
from inference.view import VIEWS

REPOSITORY = Path(__file__).resolve().parent.parent
WORK = REPOSITORY / "work"
MODEL_FILE = REPOSITORY / "resources" / "model" / "classifier.onnx"
LUNGS_FILE = REPOSITORY / "resources" / "model" / "lungs.onnx"
REPORT = REPOSITORY / "training" / "report"

CLASSES = ("covid19", "normal", "viral_pneumonia")


def films_folder() -> Path:
    """Where the radiographs are: $NEGATOSCOPE_FILMS, else beside the repository."""
    return Path(os.environ.get("NEGATOSCOPE_FILMS") or REPOSITORY.parent / "shared" / "data" / "cxr")


@dataclass(frozen=True)
class Choices:
    """What a run is, to be stored with it and read back."""

    def as_dict(self) -> dict[str, Any]:
        """As JSON would give it back (tuples as lists), to compare with a stored one."""
        return {
            key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()
        }

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """What :meth:`as_dict` gave."""
        found: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
        return cls(**found)


@dataclass(frozen=True)
class Config(Choices):
    """Every choice of a run that is not data.

    Rates are AdamW learning rates at their peak; ``films_per_epoch`` are drawn with replacement,
    evenly over labels; ``ema_decay`` is per step. The opacity head learns from films of sources without
    normal films by ``opacity_weight_elsewhere``. ``left_out`` is a source not learned from; ``permissive``
    leaves out every film whose licence asks for more than to be cited.
    """

    name: str = "negatoscope-lungs-only"
    version: str = "0.4.0"
    size: int = 224
    # EfficientNet-Lite's own normalisation, (grey - 127) / 128.
    mean: float = 127 / 255
    std: float = 128 / 255
    min_size: int = 150

    features: int = 256
    dropout: float = 0.2
    drop_connect: float = 0.1
    frozen_blocks: int = 5

    train_folds: tuple[int, ...] = (0, 1, 2, 3)
    calibrate_fold: int = 3
    report_fold: int = 4
    left_out: str = ""
    permissive: bool = False

    films_per_epoch: int = 2880
    batch: int = 32
    probe_epochs: int = 1
    epochs: int = 10
    left_out_epochs: int = 4
    probe_rate: float = 2e-3
    head_rate: float = 1e-3
    backbone_rate: float = 4e-4
    weight_decay: float = 0.02
    label_smoothing: float = 0.05
    opacity_weight_elsewhere: float = 0.3
    ema_decay: float = 0.995
    seed: int = 20261123

    def spec(self, data_sha256: str = "", revision: str = "") -> ModelSpec:
        """The ModelSpec of a model trained by this run, not calibrated."""
        return ModelSpec(
            name=self.name,
            version=self.version,
            classes=CLASSES,
            size=self.size,
            mean=self.mean,
            std=self.std,
            min_size=self.min_size,
            data_sha256=data_sha256,
            revision=revision,
        )


@dataclass(frozen=True)
class LungConfig(Choices):
    """Every choice of a run of the view network that is not data.

    It is shown what the classifier is shown: size, normalisation and least size are those of
    :class:`Config`. ``sources`` are learned from. Frontal films are learned from in ``train_folds``, those
    of ``choose_fold`` set the limits; of those that are not frontal, which are few, both are learned from.
    ``films_per_epoch`` are drawn with replacement; ``view_shares`` of them, in the order of VIEWS, are of
    each kind. The rest is as in Config.
    """

    name: str = "negatoscope-view"
    version: str = "0.4.0"
    width: int = 32
    drop_connect: float = 0.1
    # The stem and so many blocks stay as ImageNet taught them.
    frozen_blocks: int = 3

    sources: tuple[str, ...] = ("cohen", "covid-cxnet", "kermany", "nih-chestxray8")
    train_folds: tuple[int, ...] = (0, 1, 2)
    choose_fold: int = 3
    report_fold: int = 4

    view_shares: tuple[float, ...] = (0.6, 0.07, 0.09, 0.24)
    # Of the frontal films, so many are drawn among those with masks.
    masked_share: float = 0.85
    films_per_epoch: int = 1152
    batch: int = 32
    epochs: int = 10
    head_rate: float = 4e-3
    backbone_rate: float = 1e-3
    weight_decay: float = 0.01
    # Of the gate's cross-entropy, against the masks' cross-entropy and Dice.
    view_weight: float = 0.5
    label_smoothing: float = 0.02
    # Over some fifty steps: the whole run has four hundred.
    ema_decay: float = 0.98
    seed: int = 20261123

    def spec(
        self, limits: Mapping[str, float] | None = None, data_sha256: str = "", revision: str = ""
    ) -> ModelSpec:
        """The ModelSpec of a model trained by this run."""
        return replace(
            Config().spec(data_sha256=data_sha256, revision=revision),
            name=self.name,
            version=self.version,
            classes=VIEWS,
            limits=dict(limits or {}),
        )

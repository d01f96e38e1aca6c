"""What a model file says of itself.

``training`` writes a :class:`ModelSpec` into the ONNX metadata and the runtime reads it, so a new model
brings its own preprocessing and no constant lives twice.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields

METADATA_KEY = "negatoscope"


@dataclass(frozen=True)
class ModelSpec:
    """Everything that must travel with the weights.

    ``classes`` are what the model is asked about; ``size`` the side of the square input in pixels;
    ``mean`` and ``std`` of grey values scaled to 0..1; ``min_size`` the least short side, in pixels,
    that may be asked about; ``data_sha256`` of the manifest trained on; ``revision`` the git revision
    of the training code.

    Of a classifier, ``heads`` are its questions in the order of its logits, and by head: in
    ``temperatures`` what its logit is divided by before the sigmoid (Guo et al. 2017), in
    ``evidence_scales`` the class-map value, in logits, that is drawn at full strength. ``conformal``
    has, by class, the least probability with which it belongs to the prediction set (Vovk et al. 2005);
    empty where nobody has found one. ``limits`` are those of a network's own measures, by their names.

    Raises ValueError, saying which field, when the numbers cannot be used.
    """

    name: str
    version: str
    classes: tuple[str, ...]
    size: int
    mean: float
    std: float
    min_size: int
    heads: tuple[str, ...] = ()
    temperatures: dict[str, float] = field(default_factory=dict)
    evidence_scales: dict[str, float] = field(default_factory=dict)
    conformal: dict[str, float] = field(default_factory=dict)
    limits: dict[str, float] = field(default_factory=dict)
    data_sha256: str = ""
    revision: str = ""

    def __post_init__(self) -> None:
        for name in ("temperatures", "evidence_scales", "conformal", "limits"):
            numbers = getattr(self, name)
            if not isinstance(numbers, dict) or not all(map(_is_number, numbers.values())):
                raise ValueError(f"its {name} are not numbers by name")
        for name in ("temperatures", "evidence_scales"):
            numbers = getattr(self, name)
            for head in self.heads:
                if not numbers.get(head, 0.0) > 0.0:
                    raise ValueError(f"its {name} have no positive number for {head}")

    def to_metadata(self) -> dict[str, str]:
        """As ONNX metadata: one key, JSON."""
        return {METADATA_KEY: json.dumps(asdict(self), sort_keys=True)}

    @classmethod
    def from_metadata(cls, metadata: Mapping[str, str]) -> ModelSpec:
        """Read back what :meth:`to_metadata` wrote.

        Raises ValueError, saying which field, when the metadata is absent, incomplete or of no use.
        """
        try:
            found = json.loads(metadata[METADATA_KEY])
            known = {f.name: found[f.name] for f in fields(cls) if f.name in found}
            known["classes"] = tuple(known["classes"])
            known["heads"] = tuple(known.get("heads", ()))
            return cls(**known)
        except KeyError as error:
            raise ValueError(f"its metadata has no {error}") from error
        except (TypeError, json.JSONDecodeError) as error:
            raise ValueError(f"its metadata cannot be read: {error}") from error


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)

"""What a model file says of itself.

``training.export`` writes a :class:`ModelSpec` into the ONNX metadata and the runtime reads it, so a
new model brings its own preprocessing and no constant lives twice.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields

METADATA_KEY = "negatoscope"


@dataclass(frozen=True)
class ModelSpec:
    """Everything that must travel with the weights.

    ``classes`` in the order of the logits; ``size`` the side of the square input in pixels; ``mean``
    and ``std`` of grey values scaled to 0..1; ``temperature`` divides the logits before the softmax
    (Guo et al. 2017); ``evidence_scale`` the class-map value, in logits, that is drawn at full
    strength; ``min_size`` the least short side, in pixels, that may be classified; ``data_sha256``
    of the manifest trained on; ``revision`` the git revision of the training code; ``limits`` what the
    network's own measurements must keep, by name (the view network: "frontal" at least, "distance" at
    most).
    """

    name: str
    version: str
    classes: tuple[str, ...]
    size: int
    mean: float
    std: float
    temperature: float
    evidence_scale: float
    min_size: int
    data_sha256: str = ""
    revision: str = ""
    limits: Mapping[str, float] = field(default_factory=dict)

    def to_metadata(self) -> dict[str, str]:
        """As ONNX metadata: one key, JSON."""
        return {METADATA_KEY: json.dumps(asdict(self), sort_keys=True)}

    @classmethod
    def from_metadata(cls, metadata: Mapping[str, str]) -> ModelSpec:
        """Read back what :meth:`to_metadata` wrote.

        Raises ValueError, saying which field, when the metadata is absent or incomplete.
        """
        try:
            found = json.loads(metadata[METADATA_KEY])
            known = {f.name: found[f.name] for f in fields(cls) if f.name in found}
            known["classes"] = tuple(known["classes"])
            return cls(**known)
        except KeyError as error:
            raise ValueError(f"its metadata has no {error}") from error
        except (TypeError, json.JSONDecodeError) as error:
            raise ValueError(f"its metadata cannot be read: {error}") from error

"""The only user of ONNX Runtime."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from inference.errors import ModelChanged, ModelNotUsable
from inference.files import reason
from inference.model_spec import ModelSpec
from inference.texts import phrase

# What the two models take and give, in this order; n films, s the side of the input, m that of a class map.
# The classifier: the crop of a film (n, 1, s, s) and how likely lung is there (n, 1, s / 2, s / 2); logits
# (n, heads), class maps (n, heads, m, m), features (n, f).
CLASSIFIER_INPUTS = ("image", "lungs")
CLASSIFIER_OUTPUTS = ("logits", "class_maps", "features")
# The view network: the whole film (n, 1, s, s); the probability of lung (n, s / 2, s / 2), of each of
# VIEWS (n, 4), and the distance (n,) to the most similar films learned from.
LUNGS_INPUTS = ("image",)
LUNGS_OUTPUTS = ("lung_probability", "view", "distance")


def read_model(path: Path, sha256: str | None = None) -> tuple[bytes, str]:
    """A model file's content and its SHA-256, which must be ``sha256`` where that is known.

    Nothing has taken the content apart yet. Raises ModelNotUsable, ModelChanged.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelNotUsable(str(path), reason(error)) from error
    found = hashlib.sha256(content).hexdigest()
    if sha256 is not None and found != sha256:
        raise ModelChanged(str(path), sha256, found)
    return content, found


class Model:
    """An ONNX file that says of itself what it is.

    ``threads`` computes one image; several threads may call :meth:`run` at once. ``outputs`` are the
    names of what it must give, ``inputs`` of what it must take; by default whatever it takes. ``sha256``
    is what the file's must be, where that is known. Raises ModelChanged when it is another, and
    ModelNotUsable when the file is missing, damaged or not one of ours.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        threads: int,
        outputs: Sequence[str] = CLASSIFIER_OUTPUTS,
        inputs: Sequence[str] | None = None,
        sha256: str | None = None,
    ) -> None:
        # Newer runtimes look up a telemetry host at session start; the pinned one does not, and
        # this keeps a careless upgrade quiet.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        name = os.fspath(path)
        content, self.sha256 = read_model(Path(name), sha256)
        try:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.inter_op_num_threads = 1
            # Idle threads that spin would take the cores from decoding and from the desktop.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            self._session = onnxruntime.InferenceSession(
                content, options, providers=["CPUExecutionProvider"]
            )
            self.spec = ModelSpec.from_metadata(self._session.get_modelmeta().custom_metadata_map)
        except (OSError, ValueError, ImportError) as error:
            raise ModelNotUsable(name, reason(error)) from error
        except Exception as error:  # the runtime has a dozen exceptions without a common base
            raise ModelNotUsable(name, "it is damaged, or no model at all") from error
        missing = sorted(set(outputs) - {output.name for output in self._session.get_outputs()})
        if missing:
            raise ModelNotUsable(name, phrase("it has no output {names}", names=", ".join(missing)))
        takes = [given.name for given in self._session.get_inputs()]
        if inputs is not None and sorted(inputs) != sorted(takes):
            raise ModelNotUsable(
                name,
                phrase(
                    "its input is {found} instead of {wanted}",
                    found=", ".join(takes),
                    wanted=", ".join(inputs),
                ),
            )
        self._outputs = list(outputs)

    def run(
        self, image: NDArray[np.float32], lungs: NDArray[np.float32] | None = None
    ) -> list[NDArray[np.float32]]:
        """(n, 1, s, s) films to the outputs, in the order in which they were named.

        ``lungs`` is (n, 1, s / 2, s / 2), for a model that takes it.
        """
        feed = {"image": image} if lungs is None else {"image": image, "lungs": lungs}
        found: list[NDArray[np.float32]] = self._session.run(self._outputs, feed)
        return found

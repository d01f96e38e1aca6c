"""The colours that mean something: classes, outcomes, evidence.

Never alone: a class always has its name and a shape, an outcome a shape and a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Badge:
    """How an outcome looks: a shape, its word and its colour."""

    shape: str
    word: str
    colour: str


BADGES = {
    "classified": Badge("●", "classified", "#c8c8c8"),
    "refused": Badge("▲", "refused", "#c8c8c8"),
    "failed": Badge("✕", "failed", "#ff8f66"),
    "not run": Badge("○", "not run", "#a0a0a0"),
}

# Okabe and Ito, Color Universal Design (2008): told apart with any colour vision.
CLASS_MARKS = {
    "covid19": ("◆", "#e69f00"),
    "normal": ("■", "#56b4e9"),
    "viral_pneumonia": ("▼", "#cc79a7"),
}
OTHER_CLASS_MARK = ("●", "#f0e442")
# What is none of the classes has no colour.
NONE_MARK = ("∅", "#a6a6a6")

# Magma (Smith and van der Walt 2015, CC0) at every sixteenth: its lightness rises evenly, so equal
# steps of evidence look equally large.
_MAGMA = (
    "000004 0a0822 1d1147 36106b 51127c 6a1c81 832681 9c2e7f b73779 "
    "d0416f e75263 f56b5c fc8961 fea772 fec488 fde2a3 fcfdbf"
)  # fmt: skip
# Below this strength the map fades out, so that "no evidence" has no edge.
FADE_BELOW = 0.25


@cache
def evidence_colours() -> NDArray[np.uint8]:
    """(256, 3) uint8 RGB: strength 0..255 to its colour, opaque."""
    import numpy as np

    points = np.array([list(bytes.fromhex(colour)) for colour in _MAGMA.split()], dtype=np.float64)
    at = np.linspace(0.0, 1.0, len(points))
    strength = np.linspace(0.0, 1.0, 256)
    channels = [np.interp(strength, at, points[:, channel]) for channel in range(3)]
    return np.asarray(np.stack(channels, axis=1).round(), dtype=np.uint8)


@cache
def overlay_colours() -> NDArray[np.uint8]:
    """(256, 4) uint8 RGBA multiplied by alpha: nothing at 0, full from ``FADE_BELOW`` on."""
    import numpy as np

    ramp = np.clip(np.linspace(0.0, 1.0, 256) / FADE_BELOW, 0.0, 1.0)
    alpha = ramp * ramp * (3.0 - 2.0 * ramp)
    colours = evidence_colours() * alpha[:, np.newaxis]
    return np.asarray(
        np.concatenate([colours, 255.0 * alpha[:, np.newaxis]], axis=1).round(), dtype=np.uint8
    )

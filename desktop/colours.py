"""The colours that mean something: classes, outcomes, evidence.

Never alone: a class always has its name and a shape, an outcome a shape and a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from desktop import theme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Badge:
    """How an outcome looks: a shape, its word and its colour."""

    shape: str
    word: str
    warns: bool = False

    @property
    def colour(self) -> str:
        """In the theme as it is now."""
        return theme.current().warning if self.warns else theme.current().quiet_text


BADGES = {
    "classified": Badge("●", "classified"),
    "refused": Badge("▲", "refused"),
    "failed": Badge("✕", "failed", warns=True),
    "not run": Badge("○", "not run"),
}

# In the order of the palettes' colours; then a class unknown here, and what is none of the classes.
CLASS_SHAPES = {"covid19": "◆", "normal": "■", "viral_pneumonia": "▼", "other": "●", "none_of_these": "∅"}


def class_mark(name: str) -> tuple[str, str]:
    """Shape and colour of a class, in the theme as it is now."""
    name = name if name in CLASS_SHAPES else "other"
    return CLASS_SHAPES[name], theme.current().classes[list(CLASS_SHAPES).index(name)]


# Magma (Smith and van der Walt 2015, CC0) at every sixteenth: its lightness rises evenly, so equal
# steps of evidence look equally large.
_MAGMA = (
    "000004 0a0822 1d1147 36106b 51127c 6a1c81 832681 9c2e7f b73779 "
    "d0416f e75263 f56b5c fc8961 fea772 fec488 fde2a3 fcfdbf"
)  # fmt: skip
# What speaks against an opacity must not glow like fire, or a normal film would look diseased. Made for
# this program in CIELAB, from dark blue to pale green; its lightness rises evenly, too.
_COLD = (
    "000105 0f1524 10223b 073053 003f68 004e7a 055e89 006f96 0380a2 "
    "0592ae 25a3b7 53b3bb 74c2c3 93d1cc b0e1d7 ccf0e4 e7fff4"
)  # fmt: skip
# Below this strength the map fades out, so that "no evidence" has no edge.
FADE_BELOW = 0.25


@cache
def evidence_colours(cold: bool = False) -> NDArray[np.uint8]:
    """(256, 3) uint8 RGB: strength 0..255 to its colour, opaque; ``cold`` for evidence against disease."""
    import numpy as np

    points = np.array(
        [list(bytes.fromhex(colour)) for colour in (_COLD if cold else _MAGMA).split()], dtype=np.float64
    )
    at = np.linspace(0.0, 1.0, len(points))
    strength = np.linspace(0.0, 1.0, 256)
    channels = [np.interp(strength, at, points[:, channel]) for channel in range(3)]
    return np.asarray(np.stack(channels, axis=1).round(), dtype=np.uint8)


@cache
def overlay_colours(cold: bool = False) -> NDArray[np.uint8]:
    """(256, 4) uint8 RGBA multiplied by alpha: nothing at 0, full from ``FADE_BELOW`` on."""
    import numpy as np

    ramp = np.clip(np.linspace(0.0, 1.0, 256) / FADE_BELOW, 0.0, 1.0)
    alpha = ramp * ramp * (3.0 - 2.0 * ramp)
    colours = evidence_colours(cold) * alpha[:, np.newaxis]
    return np.asarray(
        np.concatenate([colours, 255.0 * alpha[:, np.newaxis]], axis=1).round(), dtype=np.uint8
    )

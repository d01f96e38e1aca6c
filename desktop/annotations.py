"""How much is written on the film."""

from __future__ import annotations

import enum


class Annotations(enum.Enum):
    """What is in view: everything; who it is, the window and which side is where; nothing.

    What must not be missed (a mirrored picture, a shutter, the name of the map on view, what this program
    is not) is no annotation: it stays.
    """

    ALL = "all"
    FEW = "few"
    NONE = "none"

    @property
    def next(self) -> Annotations:
        """One step less, and from nothing to everything."""
        steps = list(Annotations)
        return steps[(steps.index(self) + 1) % len(steps)]

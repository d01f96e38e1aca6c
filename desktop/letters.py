"""Which side of the patient lies at which edge of the screen, from Patient Orientation alone.

PS3.3 C.7.6.1.1.1: the first value is the direction in which the rows run (from their left end), the
second that of the columns (from their top): Anterior, Posterior, Right, Left, Head, Foot, for a biped. The
first letter of a value is its main direction, further ones say where else it points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.orientation import Orientation

_OPPOSITES = {"A": "P", "P": "A", "R": "L", "L": "R", "H": "F", "F": "H"}
# A value of VR CS may have 16 characters; none that means anything has as many.
LONGEST = 8


@dataclass(frozen=True)
class EdgeLetters:
    """What stands at the edges of the screen; empty where the file does not say."""

    left: str
    top: str
    right: str
    bottom: str


def says_nothing(patient_orientation: Sequence[str]) -> bool:
    """The attribute is missing or empty."""
    return not any(value.strip() for value in patient_orientation)


def edge_letters(patient_orientation: Sequence[str], orientation: Orientation) -> EdgeLetters | None:
    """The letters of a picture that lies as ``orientation`` says.

    None where the file says nothing, or what cannot be: more than two directions, or rows and columns
    along the same line. Words that are not a biped's stand at their own edges as they are, and nothing at
    those opposite.
    """
    values = [value.strip().upper() for value in patient_orientation]
    if says_nothing(values) or len(values) > 2 or any(len(value) > LONGEST for value in values):
        return None
    along, down = [*values, ""][:2]
    if _biped(along) and _biped(down) and along[0] in (down[0], _OPPOSITES[down[0]]):
        return None
    (a, b), (c, d) = orientation.matrix
    at = {(a, c): along, (-a, -c): _opposite(along), (b, d): down, (-b, -d): _opposite(down)}
    return EdgeLetters(left=at[-1, 0], top=at[0, -1], right=at[1, 0], bottom=at[0, 1])


def _biped(value: str) -> bool:
    """Letters of a biped, no two of them along the same line: PA is a paw's palmar side."""
    lines = {frozenset((letter, _OPPOSITES[letter])) for letter in value if letter in _OPPOSITES}
    return 0 < len(value) == len(lines)


def _opposite(value: str) -> str:
    return "".join(_OPPOSITES[letter] for letter in value) if _biped(value) else ""

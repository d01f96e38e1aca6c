"""How the picture lies on the screen: turned by quarters, mirrored, or as the file has it.

All of it is arithmetic on a value and knows no window. Only the picture lies otherwise: neither the
stored values nor what the model is given change.
"""

from __future__ import annotations

from dataclasses import dataclass

Matrix = tuple[tuple[int, int], tuple[int, int]]

# Across and down, on a screen whose rows are counted downwards: right becomes down, down becomes left.
_CLOCKWISE: Matrix = ((0, -1), (1, 0))
_MIRROR: Matrix = ((-1, 0), (0, 1))


@dataclass(frozen=True)
class Orientation:
    """Mirrored left to right, if ``mirrored``; then turned clockwise ``quarter_turns`` times, 0 to 3."""

    quarter_turns: int = 0
    mirrored: bool = False

    def turned(self, quarters: int) -> Orientation:
        """Turned further: clockwise, or anticlockwise where ``quarters`` is negative."""
        return Orientation((self.quarter_turns + quarters) % 4, self.mirrored)

    def flipped_across(self) -> Orientation:
        """What is now on the left comes to the right."""
        # To mirror after a turn is to turn the other way after mirroring.
        return Orientation(-self.quarter_turns % 4, not self.mirrored)

    def flipped_down(self) -> Orientation:
        """What is now at the top comes to the bottom."""
        return self.flipped_across().turned(2)

    @property
    def sideways(self) -> bool:
        """The rows of the film run down the screen."""
        return self.quarter_turns % 2 == 1

    @property
    def matrix(self) -> Matrix:
        """Takes (across, down) on the film to (across, down) on the screen: ``matrix[0]`` makes across."""
        made: Matrix = _MIRROR if self.mirrored else ((1, 0), (0, 1))
        for _ in range(self.quarter_turns):
            made = _product(_CLOCKWISE, made)
        return made


def _product(left: Matrix, right: Matrix) -> Matrix:
    (a, b), (c, d) = left
    (e, f), (g, h) = right
    return (a * e + b * g, a * f + b * h), (c * e + d * g, c * f + d * h)

"""From the answers of four heads to the probabilities of three classes, and of none of them.

The heads answer what can be learned from films of one kind: is there an opacity; given one in an adult,
is it COVID-19; given one in a child, is it a viral pneumonia; and is this a child. No head was ever
asked to tell a child with a virus from an adult with COVID-19, which is easy and says nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

HEADS = ("opacity", "covid19", "viral", "child")
CLASSES = ("covid19", "normal", "viral_pneumonia")
NONE_OF_THESE = "none_of_these"
# The evidence for no opacity is that for an opacity, negated.
NO_OPACITY = "no_opacity"

# A stated age below the first is a child's, of the second or above an adult's, as in the films learned
# from. In between the picture decides.
CHILD_BELOW_YEARS = 10.0
ADULT_FROM_YEARS = 18.0
# The picture says child above the one and adult below the other; in between it leaves it open.
SURELY_CHILD = 0.9
SURELY_ADULT = 0.1


@dataclass(frozen=True)
class Composed:
    """Probability by class, and that of an opacity which is neither; together they are 1."""

    classes: dict[str, float]
    none_of_these: float


def head_probability(logit: float, temperature: float) -> float:
    """The sigmoid of ``logit`` over ``temperature``, 0..1, for any finite logit."""
    scaled = logit / temperature
    if scaled >= 0:
        return 1.0 / (1.0 + math.exp(-scaled))
    grown = math.exp(scaled)
    return grown / (1.0 + grown)


def compose(heads: Mapping[str, float], years: float | None = None) -> Composed:
    """Probabilities of the classes from those of :data:`HEADS`; ``years`` is the stated age."""
    opacity, child = heads["opacity"], child_probability(heads["child"], years)
    covid = (1.0 - child) * heads["covid19"]
    viral = child * heads["viral"]
    return Composed(
        {"covid19": opacity * covid, "normal": 1.0 - opacity, "viral_pneumonia": opacity * viral},
        opacity * (1.0 - covid - viral),
    )


def child_probability(by_picture: float, years: float | None) -> float:
    """1 or 0 where the file states a child's or an adult's age, else what the picture says."""
    if years is None or CHILD_BELOW_YEARS <= years < ADULT_FROM_YEARS:
        return by_picture
    return 1.0 if years < CHILD_BELOW_YEARS else 0.0


def is_assessed(name: str, child: float) -> bool:
    """Whether class ``name`` was learned from people of this age: see :func:`child_probability`."""
    if name == "covid19":
        return child <= SURELY_CHILD
    if name == "viral_pneumonia":
        return child >= SURELY_ADULT
    return True

"""The prediction set: the classes that the numbers do not rule out."""

from __future__ import annotations

from collections.abc import Mapping


def prediction_set(
    probabilities: Mapping[str, float], thresholds: Mapping[str, float]
) -> tuple[str, ...] | None:
    """The names whose probability reaches their threshold, most probable first; None without thresholds.

    The thresholds are class-conditional (Vovk et al. 2005; Angelopoulos and Bates 2023, section 4.3): found
    on films that were not learned from, so that of each class's films a stated part keeps its class in
    the set. The set may be empty: then the film is like none of them. What is neither of the classes has
    no threshold, for nobody knows what else there is; it is in the set when it is the most probable.
    """
    if not thresholds:
        return None
    most = max(probabilities, key=lambda name: probabilities[name])
    kept = [
        name
        for name, p in probabilities.items()
        if (p >= thresholds[name] if name in thresholds else name == most)
    ]
    return tuple(sorted(kept, key=lambda name: -probabilities[name]))

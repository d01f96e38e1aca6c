"""The counts of the bottom line in shorter and shorter forms: a number that is cut is another number."""

from __future__ import annotations

from desktop.checks_view import FAILED
from desktop.numbers import isolated

REFUSED, NOT_RUN = "⊘", "○"


def forms(looking: str, sentence: str, counts: dict[str, int], total: int) -> list[str]:
    """From the whole sentences down to nothing; each leaves whole parts out.

    ``counts`` are those of classified, refused, failed and not run. What failed is left out last.
    """
    if not total:
        return [looking, ""]
    least = f"{counts['classified']}/{total}"
    signs = [
        f"{sign} {counts[outcome]}"
        for sign, outcome in ((FAILED, "failed"), (REFUSED, "refused"), (NOT_RUN, "not run"))
        if counts[outcome]
    ]
    # None of them ends before the sign of what failed, if anything did.
    short = [isolated("   ".join([least, *signs[:kept]])) for kept in range(len(signs), -1, -1)]
    whole = [f"{looking}.  {sentence}"] if looking else []
    return [*whole, sentence, *short, ""]

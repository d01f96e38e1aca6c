"""The maps that can be laid over a film, in words: steps of the model's reasoning, and what hiding does.

The classifier answers one question after another (is there an opacity; if so, of which kind), and each
answer has a map. None of them is the map of a class's whole probability, so none is called that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.messages import class_name
from desktop.numbers import filled

if TYPE_CHECKING:
    from inference import Evidence, Finding, Occlusion, Prediction, Saliency

OPACITY, NO_OPACITY, COVID, VIRAL = "opacity", "no_opacity", "covid19", "viral"
# The key of what hiding does; of a map that was made of it also what it carries as its finding, but for
# the class of a normal film, which has other colours.
HIDING, HIDING_NORMAL = "hiding", "hiding_normal"
# A fall of the probability by so much is drawn at full strength, on every film.
FULL_FALL = 0.2
# Rows and columns that a map is looked at in, to see whether there is anything in it.
GLANCE = 224
# More of the evidence than this outside the lungs is told as a warning.
MOST_OUTSIDE = 0.3
# Spearman's rank correlation of map and hiding, from which on the two agree, or agree in part.
AGREES, PARTLY_AGREES = 0.5, 0.2


@dataclass(frozen=True)
class MapWords:
    """How one map is called, what it shows, and the class whose probability it is a step of."""

    name: str
    meaning: str
    about: str


MAPS = {
    OPACITY: MapWords(
        "Opacity",
        "What speaks for an opacity: the first step towards COVID-19 and viral pneumonia, not the whole "
        "of their probability.",
        "",
    ),
    NO_OPACITY: MapWords(
        "Against an opacity",
        "What speaks against an opacity, and so for normal.",
        "normal",
    ),
    COVID: MapWords(
        "COVID-19 rather than another pneumonia",
        "What speaks for COVID-19 rather than another pneumonia, if there is an opacity, in an adult: one "
        "step, not the whole probability.",
        "covid19",
    ),
    VIRAL: MapWords(
        "Viral rather than bacterial",
        "What speaks for a virus rather than bacteria, if there is an opacity, in a child: one step, not "
        "the whole probability.",
        "viral_pneumonia",
    ),
}


def tr(text: str) -> str:
    """A text of the table in the user's language."""
    return QCoreApplication.translate("maps", text)


def shown_evidence(prediction: Prediction) -> list[Evidence]:
    """The evidence that has a map: of each step that means something for a patient of this age."""
    by_head = {evidence.head: evidence for evidence in prediction.evidence}
    by_head |= {f.evidence.head: f.evidence for f in prediction.findings}
    assessed = {finding.name: finding.assessed for finding in prediction.findings}
    return [
        by_head[head]
        for head, words in MAPS.items()
        if head in by_head and (head in (OPACITY, NO_OPACITY) or assessed.get(words.about, False))
    ]


def first_map(prediction: Prediction) -> str:
    """The map of the answer that is most probable."""
    normal = next((f.probability for f in prediction.findings if f.name == "normal"), 0.0)
    return NO_OPACITY if normal >= 0.5 else OPACITY


def finding_of(prediction: Prediction, key: str) -> Finding:
    """The class whose probability is watched while parts are hidden, with map ``key`` on view."""
    about = MAPS[key].about if key in MAPS else ""
    for finding in prediction.findings:
        # Of an opacity the more probable kind; findings are sorted.
        if finding.name == about or (not about and finding.name != "normal" and finding.assessed):
            return finding
    return prediction.findings[0]


def map_name(key: str, occlusion: Occlusion | None = None) -> str:
    """What the chooser and the film call a map."""
    if key in (HIDING, HIDING_NORMAL) and occlusion is not None:
        return tr("Parts hidden: {finding}").format(finding=class_name(occlusion.finding))
    return tr(MAPS[key].name) if key in MAPS else key


@lru_cache(maxsize=4)
def hiding_map(occlusion: Occlusion, prediction: Prediction) -> Saliency:
    """The falls of the probability, to be drawn like any map."""
    from inference import Saliency

    key = HIDING_NORMAL if occlusion.finding == "normal" else HIDING
    return Saliency(key, occlusion.drops, occlusion.region, FULL_FALL, prediction.model)


def is_of_hiding(saliency: Saliency) -> bool:
    """Whether a map shows what hiding does, and not what the model added up."""
    return saliency.finding in (HIDING, HIDING_NORMAL)


def is_against_disease(saliency: Saliency) -> bool:
    """Whether a map shows what speaks for a normal film, which must not look like a finding."""
    return saliency.finding in (NO_OPACITY, HIDING_NORMAL)


def threshold_text(saliency: Saliency, threshold: float) -> str:
    """What of a map is left out: part of any picture of it."""
    if is_empty(saliency, threshold):
        return tr("No evidence above the threshold")
    return tr("From {share:.0f} % of full strength").format(share=100 * threshold)


def is_empty(saliency: Saliency, threshold: float = 0.0) -> bool:
    """Whether nothing of a map is drawn over a film, because all of it is below ``threshold``."""
    strongest = _strongest(saliency)
    return strongest <= 0.0 or strongest < threshold


@lru_cache(maxsize=16)
def _strongest(saliency: Saliency) -> float:
    """The share of full strength that a map reaches somewhere; asked for with every change."""
    return float(saliency.strength(GLANCE, GLANCE).max())


def agreement(occlusion: Occlusion) -> str:
    """What hiding says of the map, in a sentence with its number."""
    if occlusion.correlation is None:
        return tr("The map cannot be compared with it: one of the two is the same everywhere.")
    if occlusion.correlation >= AGREES:
        verdict = tr("The map “{map}” agrees with this")
    elif occlusion.correlation >= PARTLY_AGREES:
        verdict = tr("The map “{map}” partly agrees with this")
    else:
        verdict = tr("▲ The map “{map}” disagrees with this: treat it with suspicion")
    name = map_name(NO_OPACITY if occlusion.finding == "normal" else OPACITY)
    number = filled(tr("(rank correlation {number:.2f})."), number=occlusion.correlation)
    return f"{verdict.format(map=name)} {number}"


def disagrees(occlusion: Occlusion) -> bool:
    """Whether the map it was compared with is not to be trusted."""
    return occlusion.correlation is not None and occlusion.correlation < PARTLY_AGREES

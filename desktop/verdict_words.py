"""The numbers of a verdict in words that promise no more than the numbers do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from inference import Prediction

# Below, and above its mirror, a rounded percent would read as a certainty.
HALF_A_PERCENT = 0.005
IN_A_SENTENCE = {
    "covid19": "COVID-19",
    "normal": "normal",
    "viral_pneumonia": "viral pneumonia",
    "none_of_these": "an opacity of another kind",
}
# By class, the patients from whom it was not learned.
NOT_IN = {"covid19": "not assessed in children", "viral_pneumonia": "not assessed in adults"}


def tr(text: str) -> str:
    """A text of this module in the user's language."""
    return QCoreApplication.translate("verdict", text)


def percent(probability: float) -> str:
    """Rounded to a whole percent; never a certainty that the number does not have."""
    return _text(probability, round(100 * probability))


def percents(probabilities: Sequence[float]) -> list[str]:
    """Of parts of one whole: rounded so that they add up to it (largest remainder), never to 99 or 101.

    A part below half a percent is "< 1 %" and counts as nothing; a whole that leaves something over is
    "> 99 %".
    """
    exact = [100 * probability for probability in probabilities]
    whole = [math.floor(part + 1e-9) for part in exact]
    left = round(sum(exact)) - sum(whole)
    # Where a percent too few is given out, it goes to those that rounding down cost most.
    order = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for index in [i for i in order if probabilities[i] >= HALF_A_PERCENT][: max(left, 0)]:
        whole[index] += 1
    return [_text(p, n) for p, n in zip(probabilities, whole, strict=True)]


def not_assessed(name: str) -> str:
    """Why there is no number for a class."""
    return tr(NOT_IN.get(name, "not assessed at this age"))


def set_sentences(prediction: Prediction) -> tuple[str, str]:
    """What the prediction set says, and how far that can be relied on; empty where there is no set."""
    if prediction.prediction_set is None:
        return "", ""
    assessed = {finding.name for finding in prediction.findings if finding.assessed} | {"none_of_these"}
    kept = [name for name in prediction.prediction_set if name in assessed]
    names = [tr(IN_A_SENTENCE.get(name, name)) for name in kept]
    if not kept:
        sentence = tr("None of the three fits this film.")
    elif kept == ["none_of_these"]:
        sentence = tr("An opacity, but none of the three fits this film.")
    elif len(kept) == 1:
        sentence = tr("Of the three, only {name} is not ruled out.").format(name=names[0])
    elif len(kept) == len(assessed):
        sentence = tr("The model cannot tell: on this film it rules nothing out.")
    elif len(kept) == 2:
        sentence = tr("Could be {one} or {other}: the model cannot tell them apart on this film.")
        sentence = sentence.format(one=names[0], other=names[1])
    else:
        sentence = tr("Could be {most} or {last}: the model cannot tell them apart on this film.")
        sentence = sentence.format(most=", ".join(names[:-1]), last=names[-1])
    basis = tr(
        "Such a statement holds the true class in 9 of 10 films like those the model was calibrated on; "
        "on other films perhaps in fewer."
    )
    return sentence, basis


def _text(probability: float, whole: int) -> str:
    if probability > 0.0 and whole <= 0:
        return "< 1 %"
    if probability < 1.0 and whole >= 100:
        return "> 99 %"
    return f"{whole} %"

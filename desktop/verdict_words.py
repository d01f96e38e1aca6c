"""The numbers of a verdict in words that promise no more than the numbers do."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from inference import Finding, Prediction, Probe

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
    """Of parts of one whole, as :func:`_whole_percents` rounds them.

    A part below half a percent is "< 1 %" and counts as nothing; a whole that leaves something over is
    "> 99 %".
    """
    return [_text(p, n) for p, n in zip(probabilities, _whole_percents(probabilities), strict=True)]


def _whole_percents(probabilities: Sequence[float]) -> list[int]:
    """Rounded so that they add up to their whole (largest remainder), never to 99 or 101."""
    exact = [100 * probability for probability in probabilities]
    whole = [math.floor(part + 1e-9) for part in exact]
    left = round(sum(exact)) - sum(whole)
    # Where a percent too few is given out, it goes to those that rounding down cost most.
    order = sorted(range(len(exact)), key=lambda i: whole[i] - exact[i])
    for index in [i for i in order if probabilities[i] >= HALF_A_PERCENT][: max(left, 0)]:
        whole[index] += 1
    return whole


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


def probe_sentences(prediction: Prediction, probe: Probe) -> tuple[str, str]:
    """What hiding a box does to the numbers, and how far that can be relied on."""
    if probe.shown == 0.0:
        return tr("The model was not shown this part: hiding it changes nothing."), ""
    before = {finding.name: finding.probability for finding in prediction.findings}
    if prediction.none_of_these is not None:
        before["none_of_these"] = prediction.none_of_these
    after = [probe.probabilities.get(name, probe.none_of_these) for name in before]
    # Of the numbers as they stand beside the bars: who subtracts one from the other must find the same.
    pairs = zip(_whole_percents(after), _whole_percents([*before.values()]), strict=True)
    silent = {finding.name for finding in prediction.findings if not finding.assessed}
    changes = {n: new - old for n, (new, old) in zip(before, pairs, strict=True) if n not in silent}
    told = []
    for name, change in sorted(changes.items(), key=lambda item: -abs(item[1])):
        if change:
            template = tr("{name} rises by {points}") if change > 0 else tr("{name} falls by {points}")
            told.append(template.format(name=tr(IN_A_SENTENCE.get(name, name)), points=abs(change)))
    if told:
        sentence = tr("With the box hidden, {changes} (percent points).").format(changes=", ".join(told))
    else:
        sentence = tr("With the box hidden, no number changes by as much as one percent point.")
    remarks = []
    if told and all(_within_range(f, probe) for f in prediction.findings if f.assessed):
        remarks.append(tr("Small changes of the whole film do as much."))
    if probe.shown < 0.5:
        template = tr("The model was shown {share} of the box: it sees the lungs alone.")
        remarks.append(template.format(share=percent(probe.shown)))
    if told:
        remarks.append(
            tr("No film looks like one with a grey box: a hint of what the model uses, no proof.")
        )
    return sentence, " ".join(remarks)


def _within_range(finding: Finding, probe: Probe) -> bool:
    if finding.low is None or finding.high is None:
        return False
    return finding.low <= probe.probabilities[finding.name] <= finding.high


def _text(probability: float, whole: int) -> str:
    if probability > 0.0 and whole <= 0:
        return "< 1 %"
    if probability < 1.0 and whole >= 100:
        return "> 99 %"
    return f"{whole} %"

"""A verdict as text that outlives the program, and the verdict again, without its maps.

What the file's header says (modality, body part, view, age) is not written down: a record belongs to a
file by its SHA-256, and whoever asks for the verdict again has that file and its header at hand.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np

from inference.checks import Check, age_group, body_part, modality, view
from inference.composition import NONE_OF_THESE, child_probability, is_assessed
from inference.prediction import Evidence, Finding, ModelIdentity, Outcome, Prediction
from inference.radiograph import Radiograph

# Checks that are answered by the header alone; of these a record holds the place and not the answer.
_BY_THE_HEADER: dict[str, Callable[[Radiograph], Check | None]] = {
    "modality": modality,
    "body part": body_part,
    "view": view,
}
_AGE_GROUP = "age group"
# Rounding in the sum of three classes and of none of these.
_WHOLE = 1e-6


def write_record(prediction: Prediction) -> str:
    """JSON of all that cannot be had again without the networks: no maps, and nothing of the header."""
    # Kept also where the numbers are not, because a child's film has an adult's age.
    child = next((check.value for check in prediction.checks if check.name == _AGE_GROUP), None)
    return json.dumps(
        {
            "outcome": prediction.outcome.value,
            "checks": [_check_fields(check) for check in prediction.checks],
            "child": _number(child),
            "findings": [_finding_fields(finding) for finding in prediction.findings],
            "none_of_these": _number(prediction.none_of_these),
            "prediction_set": prediction.prediction_set,
        }
    )


def read_record(record: str, radiograph: Radiograph, model: ModelIdentity) -> Prediction | None:
    """What ``model`` said of ``radiograph`` once; None where ``record`` says no such thing.

    Its maps are empty (class maps of no cells), its ranges unknown.
    """
    try:
        return _prediction(json.loads(record), radiograph, model)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        # Damaged, or written by another version: then it says nothing.
        return None


def largest_difference(one: Prediction, other: Prediction) -> float:
    """The most by which a probability differs, 0..1; 1 where the verdicts differ in kind."""
    if one.outcome is not other.outcome or one.prediction_set != other.prediction_set:
        return 1.0
    ours, theirs = _numbers(one), _numbers(other)
    if ours.keys() != theirs.keys():
        return 1.0
    return max((abs(ours[name] - theirs[name]) for name in ours), default=0.0)


def _numbers(prediction: Prediction) -> dict[str, float]:
    numbers = dict(prediction.probabilities or {})
    if prediction.none_of_these is not None:
        numbers[NONE_OF_THESE] = prediction.none_of_these
    return numbers


def _check_fields(check: Check) -> dict[str, Any]:
    if check.name in _BY_THE_HEADER or check.name == _AGE_GROUP:
        return {"name": check.name}
    return {
        "name": check.name,
        "passed": check.passed,
        "value": _number(check.value),
        "limit": _number(check.limit),
        "finding": check.finding,
        "remedy": check.remedy,
        "facts": check.facts,
        "bound": check.bound,
        "word": check.word,
    }


def _finding_fields(finding: Finding) -> dict[str, Any]:
    return {
        "name": finding.name,
        "probability": float(finding.probability),
        "head": finding.evidence.head,
        "answer": float(finding.evidence.probability),
        "logit": float(finding.evidence.logit),
        "outside_lungs": _number(finding.evidence.outside_lungs),
    }


def _number(value: float | None) -> float | None:
    """As JSON has it: NumPy's numbers are none of Python's."""
    return value if value is None or isinstance(value, int) else float(value)


def _prediction(said: dict[str, Any], radiograph: Radiograph, model: ModelIdentity) -> Prediction:
    child: float | None = said["child"]
    years = radiograph.header.patient_age_years
    checks = tuple(_check(fields, radiograph, child) for fields in said["checks"])
    findings = tuple(_finding(fields, child, years) for fields in said["findings"])
    chosen = said["prediction_set"]
    prediction = Prediction(
        Outcome(said["outcome"]),
        checks,
        findings,
        model,
        none_of_these=said["none_of_these"],
        prediction_set=None if chosen is None else tuple(map(str, chosen)),
    )
    if not _is_possible(prediction):
        raise ValueError("no verdict is like this")
    return prediction


def _check(fields: dict[str, Any], radiograph: Radiograph, child: float | None) -> Check:
    name = fields["name"]
    if name in _BY_THE_HEADER or name == _AGE_GROUP:
        years = radiograph.header.patient_age_years
        check = age_group(years, child) if name == _AGE_GROUP else _BY_THE_HEADER[name](radiograph)
        if check is None:
            raise ValueError("the header is silent where it was asked")
        return check
    facts = tuple((str(key), str(value)) for key, value in fields["facts"])
    check = Check(**{**fields, "facts": facts})
    # A template that its facts do not fill would fail in the window.
    check.message.strip()
    return check


def _finding(fields: dict[str, Any], child: float | None, years: float | None) -> Finding:
    evidence = Evidence(
        fields["head"],
        float(fields["answer"]),
        float(fields["logit"]),
        np.empty((0, 0), np.float32),
        outside_lungs=fields["outside_lungs"],
    )
    assessed = child is not None and is_assessed(fields["name"], child_probability(child, years))
    return Finding(fields["name"], float(fields["probability"]), None, None, evidence, assessed)


def _is_possible(prediction: Prediction) -> bool:
    """Numbers of a classified film alone, all of them probabilities, together 1."""
    numbers = _numbers(prediction)
    if prediction.outcome is Outcome.REFUSED:
        return not numbers and not all(check.passed for check in prediction.checks)
    whole = abs(sum(numbers.values()) - 1.0) < _WHOLE and all(0.0 <= p <= 1.0 for p in numbers.values())
    passed = all(check.passed for check in prediction.checks)
    return prediction.outcome is Outcome.CLASSIFIED and passed and len(numbers) > 1 and whole

"""What is measured: figures of films and answers, each with its interval and beside its twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from inference.composition import CLASSES, NONE_OF_THESE
from training import metrics
from training.asking import ANSWERS, FULL, Asked
from training.heads import CHILDREN
from training.manifest import Film
from training.twins import TWINS

# A figure of the films drawn, by their places; and what makes it of films and answers.
Figure: TypeAlias = Callable[[NDArray[np.intp]], float]
FigureOf: TypeAlias = Callable[[Asked], Figure]
Keep: TypeAlias = Callable[[Film], bool]
# Of (n, 4) probabilities in ANSWERS' order, (n,) of anything.
Score: TypeAlias = Callable[[NDArray[np.float64]], NDArray[np.float64]]
# An estimate as JSON: value, low, high and films; films alone where they are too few; None without any.
Cell: TypeAlias = dict[str, Any] | None

# Of fewer films no share is worth its name.
TOO_FEW = 10
SAME_FILMS = "full, same films"
COLUMNS = (FULL, SAME_FILMS, *TWINS)
NIH, COHEN, CXNET = "nih-chestxray8", "cohen", "covid-cxnet"
COVID, NORMAL, VIRAL, OTHER = "covid19", "normal", "viral_pneumonia", "other_pneumonia"
ADULT_YEARS, OLD_YEARS = 18.0, 60.0


@dataclass(frozen=True)
class Measure:
    """A figure with its name, and the films that it is of."""

    name: str
    keep: Keep
    figure: FigureOf


def estimate(figure_of: FigureOf, asked: Asked, resamples: int) -> Cell:
    """The figure of these films with its 95 % interval."""
    if not len(asked):
        return None
    if len(asked) < TOO_FEW:
        return {"films": len(asked)}
    figure = figure_of(asked)
    if np.isnan(figure(np.arange(len(asked)))):
        return None
    return asdict(metrics.bootstrap(figure, asked.groups, resamples))


def row(measure: Measure, asked: Mapping[str, Asked], resamples: int) -> dict[str, Any]:
    """A measure of the films as they are, of those whose lungs are known, and of every twin."""
    kept = {name: some.where(measure.keep) for name, some in asked.items()}
    with_lungs = {film.image for film in kept["lungs black"].films}
    kept[SAME_FILMS] = kept[FULL].where(lambda film: film.image in with_lungs)
    drawn = sum(bool(film.lung_mask) for film in kept["lungs black"].films)
    return {
        "measure": measure.name,
        "lungs drawn by people": drawn,
        **{name: estimate(measure.figure, kept[name], resamples) for name in COLUMNS},
    }


def fall(measure: Measure, full: Asked, twin: Asked, resamples: int) -> Cell:
    """By how much the figure falls from the films as they are to the same films' twins."""
    twins = twin.where(measure.keep)
    if len(twins) < TOO_FEW:
        return {"films": len(twins)} if len(twins) else None
    place = {film.image: i for i, film in enumerate(full.films)}
    same = full.at([place[film.image] for film in twins.films])
    before, after = measure.figure(same), measure.figure(twins)
    if np.isnan(before(np.arange(len(same)))):
        return None
    drawn = metrics.bootstrap(lambda drawn: before(drawn) - after(drawn), same.groups, resamples)
    return asdict(drawn)


def called(asked: Asked, of_four: bool = True) -> NDArray[np.intp]:
    """(n,) index into ANSWERS of the greatest probability: of all four, or of the three classes."""
    return np.asarray(asked.probabilities[:, : None if of_four else len(CLASSES)].argmax(1))


def share(which: Callable[[Asked], NDArray[np.bool_]]) -> FigureOf:
    """The share of films of which ``which`` holds."""

    def figure_of(asked: Asked) -> Figure:
        holds = which(asked)
        return lambda drawn: float(holds[drawn].mean())

    return figure_of


def right(of_four: bool = True) -> FigureOf:
    """Accuracy; of films of one class, their recall."""
    return share(lambda asked: called(asked, of_four) == asked.labels)


def called_as(name: str, of_four: bool = True) -> FigureOf:
    """The share of films called ``name``."""
    return share(lambda asked: called(asked, of_four) == ANSWERS.index(name))


@dataclass(frozen=True)
class Auc:
    """AUC of the films that ``truth`` holds of against the rest, by a score of (n, 4) probabilities."""

    truth: Keep
    score: Score

    def values(self, asked: Asked) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
        """(n,) whether the truth holds, and (n,) score."""
        return np.array([self.truth(film) for film in asked.films], bool), self.score(asked.probabilities)

    def __call__(self, asked: Asked) -> Figure:
        positive, value = self.values(asked)
        return lambda drawn: metrics.auc(positive[drawn], value[drawn])


def auc_by(label: str, score: Score) -> Auc:
    """AUC of the films labelled ``label`` against the others."""
    return Auc(lambda film: film.label == label, score)


def one_or_other(name: str, other: str) -> Score:
    """The part that ``name`` has of both probabilities: which of the two, if one of them."""
    i, j = ANSWERS.index(name), ANSWERS.index(other)
    return lambda p: (p[:, i] + 1e-12) / (p[:, i] + p[:, j] + 2e-12)


def probability(name: str) -> Score:
    """The probability of one answer."""
    return lambda p: p[:, ANSWERS.index(name)]


def abnormal(p: NDArray[np.float64]) -> NDArray[np.float64]:
    """1 - P(normal)."""
    return 1.0 - p[:, ANSWERS.index(NORMAL)]


def of(source: str | None, *labels: str) -> Keep:
    """Films of a source (of any: None) with one of these labels."""
    return lambda film: (source is None or film.source == source) and film.label in labels


def is_class(film: Film) -> bool:
    """One of the three classes, with something to see."""
    return film.task == "classify"


VIRAL_OR_NORMAL = Measure(
    "kermany: viral against normal, AUC",
    of(CHILDREN, VIRAL, NORMAL),
    auc_by(VIRAL, one_or_other(VIRAL, NORMAL)),
)
VIRAL_OR_BACTERIAL = Measure(
    "kermany: viral against bacterial, AUC",
    of(CHILDREN, VIRAL, OTHER),
    auc_by(VIRAL, one_or_other(VIRAL, NONE_OF_THESE)),
)
PNEUMONIA_OR_NORMAL = Measure(
    "nih-chestxray8: pneumonia against normal, AUC",
    of(NIH, NORMAL, OTHER),
    auc_by(OTHER, abnormal),
)
COVID_OR_OTHER = Measure(
    "cohen: COVID-19 against other pneumonia, AUC",
    of(COHEN, COVID, OTHER),
    auc_by(COVID, one_or_other(COVID, NONE_OF_THESE)),
)
COVID_OR_OTHER_PLAIN = Measure(
    "cohen: COVID-19 against other pneumonia, AUC by P(COVID-19) alone",
    of(COHEN, COVID, OTHER),
    auc_by(COVID, probability(COVID)),
)
ACCURACY = Measure(
    "three-class accuracy, source-confounded (none of these counts as wrong)", is_class, right()
)
FORCED_ACCURACY = Measure(
    "three-class accuracy, source-confounded (greatest of the three classes)", is_class, right(False)
)
COVID_RECALL = Measure("COVID-19 called COVID-19", of(None, COVID), called_as(COVID))
NORMALS_AS_COVID = Measure("adult normals (nih) called COVID-19", of(NIH, NORMAL), called_as(COVID))
ADULT_OTHERS_AS_COVID = Measure(
    "adult other pneumonia (nih, cohen) called COVID-19",
    lambda film: film.label == OTHER and film.source != CHILDREN,
    called_as(COVID),
)
ABNORMAL = Measure(
    "normal against everything else, AUC by 1 - P(normal)",
    lambda film: True,
    Auc(lambda film: film.label != NORMAL, abnormal),
)
WITHIN_SOURCE = (VIRAL_OR_NORMAL, VIRAL_OR_BACTERIAL, PNEUMONIA_OR_NORMAL)
MEASURES = (
    ACCURACY,
    FORCED_ACCURACY,
    *WITHIN_SOURCE,
    COVID_OR_OTHER,
    COVID_OR_OTHER_PLAIN,
    COVID_RECALL,
    NORMALS_AS_COVID,
    ADULT_OTHERS_AS_COVID,
)


def recalls(films: Sequence[Film]) -> list[Measure]:
    """The share rightly called of every label and source there is; of other pneumonia: none of these."""

    def measure(label: str, source: str) -> Measure:
        return Measure(f"rightly called: {label}, {source}", of(source, label), right())

    return [measure(*cell) for cell in sorted({(film.label, film.source) for film in films})]


def age_group(film: Film) -> str:
    """As the source states it; the children's hospital states children, without years."""
    if film.source == CHILDREN:
        return "child"
    if film.age is None:
        return "age unknown"
    if film.age < ADULT_YEARS:
        return "child"
    return "18 to 59 years" if film.age < OLD_YEARS else "60 years and older"


STRATA: Mapping[str, Callable[[Film], str]] = {
    "source": lambda film: film.source,
    "view": lambda film: film.view or "view unknown",
    "age": age_group,
}
BY_STRATUM = (
    ACCURACY,
    ABNORMAL,
    COVID_RECALL,
    Measure("other films called COVID-19", lambda film: film.label != COVID, called_as(COVID)),
)


def strata(asked: Mapping[str, Asked], resamples: int) -> list[dict[str, Any]]:
    """The main figures by source, view and age; those of which there are no films are left out."""
    found = []
    for kind, stratum_of in STRATA.items():
        for stratum in sorted({stratum_of(film) for film in asked[FULL].films}):
            for measure in BY_STRATUM:

                def keep(
                    film: Film,
                    stratum_of: Callable[[Film], str] = stratum_of,
                    stratum: str = stratum,
                    measure: Measure = measure,
                ) -> bool:
                    return stratum_of(film) == stratum and measure.keep(film)

                one = row(Measure(measure.name, keep, measure.figure), asked, resamples)
                if one[FULL] is not None:
                    found.append({"by": kind, "stratum": stratum, **one})
    return found


def confusion(asked: Asked) -> list[dict[str, Any]]:
    """Films by label (rows) and by what they are called: the greatest of the four, and of the three."""
    four, three = called(asked), called(asked, of_four=False)
    labels, found = asked.labels, []
    for i, label in enumerate((*CLASSES, OTHER)):
        own = labels == i
        found.append(
            {
                "label": label,
                "of four": np.bincount(four[own], minlength=len(ANSWERS)).tolist(),
                "of three": np.bincount(three[own], minlength=len(CLASSES)).tolist(),
            }
        )
    return found


def diagonal(matrix: Sequence[Mapping[str, Any]], columns: str) -> float:
    """Of the films of the three classes, the share on the diagonal."""
    counts = np.array([line[columns] for line in matrix[: len(CLASSES)]])
    return float(np.trace(counts) / counts.sum())


def calibration(asked: Asked, resamples: int) -> dict[str, Any]:
    """Calibration error of the greatest of the four, what chance would make it, and the diagram's bins."""

    def figure_of(some: Asked) -> Figure:
        labels, probabilities = some.labels, some.probabilities
        return lambda drawn: metrics.calibration_error(labels[drawn], probabilities[drawn])

    error = estimate(figure_of, asked, resamples)
    enough = len(asked) >= TOO_FEW
    bins = metrics.reliability(asked.labels, asked.probabilities) if enough else []
    by_chance = metrics.calibration_error_by_chance(asked.probabilities) if enough else None
    return {"error": error, "by chance": by_chance, "bins": [asdict(one) for one in bins]}


def refusals(asked: Asked, resamples: int) -> dict[str, Any]:
    """The share of films refused, how many, and how often by which check."""
    checks = Counter(name for answer in asked.answers for name in answer.failed)
    return {
        "films": len(asked),
        "refused": int(asked.refused.sum()),
        "share": estimate(share(lambda some: some.refused), asked, resamples),
        "by check": dict(sorted(checks.items(), key=lambda item: (-item[1], item[0]))),
    }


def unchanged(full: Asked, changed: Asked, resamples: int) -> dict[str, Any]:
    """Of the films changed, the share called as before: of the four answers, and of the three classes."""
    place = {film.image: i for i, film in enumerate(full.films)}
    before = full.at([place[film.image] for film in changed.films])

    def same(of_four: bool) -> FigureOf:
        return share(lambda after: called(after, of_four) == called(before, of_four))

    refused = changed.refused & ~before.refused
    return {
        "of four": estimate(same(True), changed, resamples),
        "of three": estimate(same(False), changed, resamples),
        "newly refused": int(refused.sum()),
        "films": len(changed),
    }


def prediction_sets(asked: Asked, resamples: int) -> list[dict[str, Any]]:
    """By label and source: how often the label is in the set, how large it is and how often empty."""

    def line(label: str, source: str) -> dict[str, Any]:
        own = asked.where(of(source, label))
        sets = [answer.prediction_set for answer in own.answers]

        def covered(some: Asked) -> NDArray[np.bool_]:
            return np.array([label in answer.prediction_set for answer in some.answers])

        return {
            "label": label,
            "source": source,
            "films": len(own),
            "covered": estimate(share(covered), own, resamples) if label in CLASSES else None,
            "mean size": float(np.mean([len(one) for one in sets])),
            "empty": float(np.mean([not one for one in sets])),
        }

    return [line(*cell) for cell in sorted({(film.label, film.source) for film in asked.films})]

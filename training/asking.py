"""Films through the program's own door, changed and unchanged, several at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from inference import Classifier, Prediction, Radiograph, load_radiograph
from inference.composition import CLASSES, NONE_OF_THESE
from training.manifest import Film
from training.twins import Change, Mask

FULL = "full"
ANSWERS = (*CLASSES, NONE_OF_THESE)
# Whose lungs a change was made by: drawn by people, or found by the program.
DRAWN, FOUND, UNKNOWN = "drawn", "found", ""

Found = TypeVar("Found")


@dataclass(frozen=True)
class Answer:
    """What the program says of one film.

    ``probabilities`` are those of ANSWERS; ``failed`` the checks by which it would be refused;
    ``prediction_set`` the classes not ruled out; ``lungs_by`` DRAWN, FOUND or UNKNOWN.
    """

    probabilities: tuple[float, ...]
    failed: tuple[str, ...] = ()
    prediction_set: tuple[str, ...] = ()
    lungs_by: str = UNKNOWN


@dataclass(frozen=True, eq=False)
class Asked:
    """Films and the answer to each."""

    films: list[Film]
    answers: list[Answer]

    def __len__(self) -> int:
        return len(self.films)

    @property
    def groups(self) -> list[str]:
        return [film.group for film in self.films]

    @property
    def probabilities(self) -> NDArray[np.float64]:
        """(n, 4) in ANSWERS' order."""
        found = np.array([answer.probabilities for answer in self.answers], dtype=np.float64)
        return found.reshape(len(self), len(ANSWERS))

    @property
    def labels(self) -> NDArray[np.int64]:
        """(n,) index into ANSWERS; a pneumonia that is no class belongs to the last."""
        index = {name: i for i, name in enumerate(CLASSES)}
        return np.array([index.get(film.label, len(CLASSES)) for film in self.films], dtype=np.int64)

    @property
    def refused(self) -> NDArray[np.bool_]:
        return np.array([bool(answer.failed) for answer in self.answers], dtype=bool)

    def where(self, keep: Callable[[Film], bool]) -> Asked:
        """Those films only."""
        return self.at([i for i, film in enumerate(self.films) if keep(film)])

    def at(self, kept: Sequence[int]) -> Asked:
        """Those films only, by their places."""
        return Asked([self.films[i] for i in kept], [self.answers[i] for i in kept])


def ask(
    classifier: Classifier,
    folder: Path,
    films: Sequence[Film],
    changes: Mapping[str, Change],
    what: str,
    jobs: int,
) -> dict[str, Asked]:
    """Ask about every film as it is, :data:`FULL`, and after each change that can be made of it.

    Where nobody drew the lungs, the changes go by those that the program finds.
    """

    def one(film: Film) -> dict[str, Answer]:
        radiograph = load_radiograph(folder / film.image)
        prediction = classifier.predict(radiograph, even_if_unsuitable=True, stability=False)
        lungs, by = known_lungs(folder, film, radiograph, prediction)
        found = {FULL: answer_of(prediction, by)}
        for name, change in changes.items():
            changed = change(radiograph, lungs)
            if changed is not None:
                asked = classifier.predict(changed, even_if_unsuitable=True, stability=False)
                found[name] = answer_of(asked, by)
        return found

    answered = each(one, films, what, jobs)
    return {
        name: Asked(
            [film for film, found in zip(films, answered, strict=True) if name in found],
            [found[name] for found in answered if name in found],
        )
        for name in (FULL, *changes)
    }


def answer_of(prediction: Prediction, lungs_by: str = UNKNOWN) -> Answer:
    """What is kept of a prediction that has numbers."""
    by_name = prediction.probabilities
    assert by_name is not None
    assert prediction.none_of_these is not None
    return Answer(
        (*(by_name[name] for name in CLASSES), prediction.none_of_these),
        tuple(check.name for check in prediction.checks if not check.passed),
        prediction.prediction_set or (),
        lungs_by,
    )


def known_lungs(
    folder: Path, film: Film, radiograph: Radiograph, prediction: Prediction
) -> tuple[Mask | None, str]:
    """(rows, columns), true in the lungs, and whose they are: DRAWN, else FOUND, else None and UNKNOWN."""
    if film.lung_mask:
        return read_mask(folder / film.lung_mask) > 127, DRAWN
    if prediction.lungs is None or not prediction.lungs.mask.any():
        return None, UNKNOWN
    size = (radiograph.columns, radiograph.rows)
    shares = cv2.resize(prediction.lungs.mask.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    return shares > 0.5, FOUND


def read_mask(path: Path) -> NDArray[np.uint8]:
    """A mask of the collection as it is stored, (rows, columns) uint8."""
    return load_radiograph(path).render()


def each(work: Callable[[Film], Found], films: Sequence[Film], what: str, jobs: int) -> list[Found]:
    """``work`` on every film, in the films' order, by so many threads."""
    cv2.setNumThreads(1)
    with ThreadPoolExecutor(jobs) as pool:
        return list(track(pool.map(work, films), what, total=len(films), transient=True))


def sample(films: Sequence[Film], count: int, seed: int) -> list[Film]:
    """At most ``count`` of the films, drawn without regard to anything, the same ones for the same seed."""
    drawn = np.random.default_rng(seed).permutation(len(films))[:count]
    return [films[i] for i in sorted(drawn)]

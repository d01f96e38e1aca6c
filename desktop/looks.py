"""Second looks: what the worker is asked about the current film once its verdict is there."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop import maps
from desktop.document import Document

if TYPE_CHECKING:
    from desktop.film import Film
    from desktop.probing import Box, Probing
    from desktop.worker import Worker
    from inference import Occlusion, Prediction, Probe


class Look(ABC):
    """One question about the entry ``number``. The reader ends it once, by ``done`` or by ``dropped``."""

    number: int

    @abstractmethod
    def work(self, worker: Worker, film: Film, prediction: Prediction) -> Callable[[], Any]:
        """What the worker is to do."""

    @abstractmethod
    def done(self, answer: Any) -> None:
        """The entry has still the prediction that was asked about."""

    @abstractmethod
    def dropped(self) -> None:
        """There will be no answer."""


class HidingLook(Look):
    """What hiding one part of the film after the other does to a class."""

    def __init__(self, document: Document, number: int, finding: str) -> None:
        self.number = number
        self._document, self._finding = document, finding
        document.update(number, hiding=True)

    def work(self, worker: Worker, film: Film, prediction: Prediction) -> Callable[[], Any]:
        finding = next(finding for finding in prediction.findings if finding.name == self._finding)
        return partial(worker.occlude, film.radiograph, prediction, finding)

    def done(self, answer: Occlusion) -> None:
        self._document.update(self.number, occlusion=answer, hiding=False)
        if self.number == self._document.current_number:
            self._document.set_overlay(map=maps.HIDING, shown=True)

    def dropped(self) -> None:
        self._document.update(self.number, hiding=False)


class BoxLook(Look):
    """What hiding one box does to all classes."""

    def __init__(self, probing: Probing, number: int, box: Box) -> None:
        self.number = number
        self._probing, self._box = probing, box

    def work(self, worker: Worker, film: Film, prediction: Prediction) -> Callable[[], Any]:
        return partial(worker.occlude_box, film.radiograph, prediction, self._box)

    def done(self, answer: Probe) -> None:
        self._probing.answered(self._box, answer)

    def dropped(self) -> None:
        self._probing.answered(self._box, None)

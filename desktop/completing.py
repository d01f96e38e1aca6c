"""What the film on view still lacks once its verdict is there: maps, and the ranges of its numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from desktop.document import Document
from desktop.worker import Verdict, Worker

if TYPE_CHECKING:
    from desktop.entry import Entry
    from desktop.film import Film
    from inference import Prediction

# What the worker is to do, and what is done with its answer or its exception.
Work: TypeAlias = "tuple[Callable[[], Verdict], Callable[[Verdict], None], Callable[[Exception], None]]"
# What the journal holds is what would be computed now, if no number differs by more.
SAME_NUMBERS = 1e-4


class Completing:
    """Only for what somebody looks at: nothing of it changes what the list says of a film.

    But where a film computed anew gets other numbers than the journal's, those of now count, and its entry
    says so. ``surprised`` is told what fails.
    """

    def __init__(self, document: Document, worker: Worker, surprised: Callable[[Exception], Any]) -> None:
        self._document, self._worker, self._surprised = document, worker, surprised
        # Films of which no more can be computed than is known.
        self._no_more: set[int] = set()

    def maps(self, entry: Entry, film: Film) -> Work | None:
        """The verdict computed, where it is from the journal, which keeps no maps."""
        if not entry.lacks_maps or entry.number in self._no_more:
            return None
        work = partial(self._worker.classify, film.radiograph)
        return work, partial(self._computed, entry.number, entry.prediction), self._failed(entry)

    def ranges(self, entry: Entry, film: Film) -> Work | None:
        """The same numbers with their ranges, which take longer."""
        if not entry.lacks_ranges or entry.number in self._no_more:
            return None
        work = partial(self._worker.classify, film.radiograph, stability=True)
        return work, partial(self._ranges_known, entry.number, entry.prediction), self._failed(entry)

    def forget(self, number: int) -> None:
        """The film is another one, or is to be tried again."""
        self._no_more.discard(number)

    def _computed(self, number: int, before: Prediction | None, verdict: Verdict) -> None:
        from inference import largest_difference

        if not self._is_still(number, before):
            return
        recalled = self._document.entry(number).recalled
        if before is not None and recalled is not None:
            differs = largest_difference(before, verdict.prediction) > SAME_NUMBERS
            verdict = replace(verdict, recalled=replace(recalled, differed=True) if differs else None)
        tell_verdict(self._document, number, verdict)

    def _ranges_known(self, number: int, before: Prediction | None, verdict: Verdict) -> None:
        if not self._is_still(number, before):
            return
        if verdict.prediction.ranges is None:
            self._no_more.add(number)
        self._document.update(number, prediction=verdict.prediction, saliencies=verdict.saliencies)

    def _is_still(self, number: int, before: Prediction | None) -> bool:
        return number in self._document and self._document.entry(number).prediction is before

    def _failed(self, entry: Entry) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            """The numbers stand without."""
            self._no_more.add(entry.number)
            self._surprised(error)

        return failed


def tell_verdict(document: Document, number: int, verdict: Verdict) -> None:
    """Put a verdict on an entry."""
    document.set_model(verdict.prediction.model)
    document.update(
        number,
        prediction=verdict.prediction,
        saliencies=verdict.saliencies,
        recalled=verdict.recalled,
        occlusion=None,
        reading=False,
    )

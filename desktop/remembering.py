"""Between the journal, the worker and the impressions: what was kept is taken up again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.document import Document
from desktop.entry import Entry, Recalled
from desktop.impressions import Impression, Impressions
from desktop.jobs import Jobs
from desktop.journal import Journal, JournalKey, key_of

if TYPE_CHECKING:
    from inference import Classifier, Prediction, Radiograph


class Remembering(QObject):
    """Asks the journal, in the worker, about each film whose result is withheld.

    Signals:
        ``surprised(exception)``: something that is no trouble with the journal's file.
        ``counted(results, impressions)``: what the journal holds; asked for by :meth:`count`.
    """

    surprised = Signal(Exception)
    counted = Signal(int, int)

    def __init__(
        self,
        document: Document,
        impressions: Impressions,
        journal: Journal,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._impressions = document, impressions
        self._journal, self._jobs = journal, jobs
        self._asked: set[JournalKey] = set()
        # On their way to the journal.
        self._unwritten: list[Callable[[], None]] = []
        document.film_changed.connect(self._look_up)
        document.verdict_changed.connect(self._look_up)
        impressions.recorded.connect(partial(self._keep, journal.note_impression))
        impressions.amended.connect(partial(self._keep, journal.note_amendment))

    def note(self, radiograph: Radiograph, prediction: Prediction, computation: str) -> None:
        """Keep a result. Runs in the worker."""
        if radiograph.sha256:
            self._journal.note_result(key_of(radiograph, prediction.model), computation, prediction)

    def recall(self, radiograph: Radiograph, classifier: Classifier) -> tuple[Prediction, Recalled] | None:
        """What ``classifier`` said of this very film in an earlier session. Runs in the worker."""
        from inference import read_record

        if not radiograph.sha256:
            return None
        model = classifier.identity
        kept = self._journal.result(key_of(radiograph, model), classifier.computation)
        prediction = read_record(kept.record, radiograph, model) if kept is not None else None
        return None if kept is None or prediction is None else (prediction, Recalled(kept.at))

    def empty(self) -> None:
        """Empty the journal, after what is on its way to it."""
        self._unwritten.clear()
        self._asked.clear()
        self._jobs.submit(self._journal.empty, lambda _: None, self.surprised.emit)
        self.count()

    def count(self) -> None:
        """Count what is in the journal, after what is on its way to it."""
        self._jobs.submit(
            self._journal.counts, lambda counts: self.counted.emit(*counts), self.surprised.emit
        )

    def close(self) -> None:
        """When the worker has ended: write what it did not come to."""
        for write in self._unwritten:
            write()
        self._journal.close()

    def _keep(
        self, note: Callable[[JournalKey, Impression], None], entry: Entry, impression: Impression
    ) -> None:
        key = self._key(entry)
        if key is not None:
            write = partial(note, key, impression)
            self._unwritten.append(write)
            self._jobs.submit(write, partial(self._written, write), self.surprised.emit)

    def _written(self, write: Callable[[], None], _: object) -> None:
        if write in self._unwritten:  # or the journal was emptied meanwhile
            self._unwritten.remove(write)

    @Slot()
    def _look_up(self) -> None:
        entry = self._document.current
        key = self._key(entry) if entry is not None and self._document.withheld else None
        if entry is None or key is None or key in self._asked:
            return
        self._asked.add(key)
        done = partial(self._found, entry.number, key)
        self._jobs.submit(partial(self._journal.impressions, key), done, self.surprised.emit)

    def _found(self, number: int, key: JournalKey, impressions: tuple[Impression, ...]) -> None:
        entry = self._document.current
        if entry is None or entry.number != number or self._key(entry) != key:
            # Somebody went on: asked again when they come back.
            self._asked.discard(key)
        else:
            self._impressions.take(entry, impressions)

    def _key(self, entry: Entry) -> JournalKey | None:
        film = self._document.film
        if film is None or entry.prediction is None or not film.radiograph.sha256:
            return None
        return key_of(film.radiograph, entry.prediction.model)

"""What to load next.

One job at a time is with the worker; whenever it comes back, :meth:`Reader._next` decides afresh: the
film that somebody is looking at first, and that beside it; then listing what was dropped, then the rest of
the list in its order, then the neighbours of the current film. So a click never waits for more than one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop import maps
from desktop.completing import Completing, tell_verdict
from desktop.copies import Copies
from desktop.document import Document, Progress
from desktop.doubts import Doubts, stamps_of
from desktop.drops import Drops
from desktop.entry import Candidate, Entry, Stamp
from desktop.jobs import Jobs
from desktop.kept_films import KeptFilms
from desktop.looks import HidingLook, Look
from desktop.worker import Listing, Note, Recall, Verdict, Worker, with_password

if TYPE_CHECKING:
    from desktop.film import Film
    from inference import Classifier, Loader, ModelIdentity, Prediction

# What an entry loses together when its verdict is no longer that of its film.
NO_VERDICT: dict[str, Any] = {
    "prediction": None,
    "saliencies": (),
    "occlusion": None,
    "hiding": False,
    "recalled": None,
}
# Errors that a password may mend, and whether one was given.
LOCKED = {"encrypted_archive": False, "wrong_password": True}


class Reader(QObject):
    """Lists, reads and classifies, and tells the document.

    ``make_classifier`` and ``make_loader`` are called once, in the worker, ``note`` with every result that
    is computed, and ``recall`` before one is.
    Signals: ``surprised(exception)`` for an exception that is nobody's file's fault;
    ``locked(archive, tried)`` for a member of an encrypted archive, with ``tried`` when the password given
    for it is wrong; ``beside_read(number, film)`` when the film of :meth:`set_beside` has come, or is read
    anew (None); ``looked(new)`` when the folders were searched for new files.
    """

    surprised = Signal(Exception)
    locked = Signal(str, bool)
    beside_read = Signal(int, object)
    looked = Signal(int)

    def __init__(
        self,
        document: Document,
        jobs: Jobs,
        make_classifier: Callable[[], Classifier],
        make_loader: Callable[[], Loader],
        note: Note,
        recall: Recall,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._jobs = jobs
        self._worker = Worker(make_classifier, make_loader, note, recall)
        self._copies = Copies(document)
        # Of archives, by path. In memory only, and seen by the worker.
        self._passwords: dict[str, str] = {}
        self._completing = Completing(document, self._worker, self.surprised.emit)
        self._drops = Drops(document, self._worker, self._passwords)
        self._waiting: dict[int, None] = {}
        self._films = KeptFilms(document)
        self._classifying: tuple[int, Film] | None = None
        self._at_work: tuple[int, int | None] | None = None
        # Second looks at the current film, and which of them the worker is at.
        self._looks: list[Look] = []
        self._looking: Look | None = None
        # Asked for once more by the user: what took too long may take its time.
        self._patient: set[int] = set()
        # Of these the journal is not asked.
        self._anew: set[int] = set()
        self._done_of_run = 0
        self._warm = False
        self._rehearsal: list[str] = []
        self.doubts = Doubts(document, self)
        self.doubts.asked.connect(self._next)
        document.film_wanted.connect(self._film_wanted)
        document.removed.connect(self._removed)

    # What the user wants

    def warm_up(self, samples: list[str]) -> None:
        """Do everything once, on ``samples``, before anybody waits for it."""
        self._rehearsal = samples
        self._next()

    def open(self, paths: list[str]) -> None:
        """List what is behind ``paths`` and read it all; the first image of it becomes current."""
        if paths:
            self._drops.open(paths)
            self._next()

    def look_for_new(self) -> None:
        """List what has come into the folders that were opened."""
        if self._drops.folders:
            self._drops.open(self._drops.folders, is_a_look=True)
            self._next()

    def cancel(self) -> None:
        """Leave the rest not run. The current film is still read."""
        self._drop_the_run()
        self._drop_looks()
        # Listing has no number.
        if self._at_work is not None and not self._films.is_watched(self._at_work[1]):
            self._abandon()
        self._next()

    def run_rest(self) -> None:
        """Read and classify every image that was not run."""
        self._waiting = {entry.number: None for entry in self._document.entries if entry.is_to_do}
        self._next()

    def read_again(self) -> None:
        """Read the current image again, whatever became of it, and the one beside it."""
        for entry in self._films.watched():
            self._patient.add(entry.number)
            if entry.number != self._document.current_number:
                self._check_again(entry.number)
                continue
            self._forget(entry.number)
            self._anew.add(entry.number)
            self._document.update(entry.number, error=None, viewable=True, **NO_VERDICT)
        self._next()

    def unlock(self, archive: str, password: str) -> None:
        """Read what is in ``archive`` with its password."""
        self._passwords[archive] = password
        for entry in [entry for entry in self._document.entries if entry.archive == archive]:
            assert entry.source is not None
            self._document.update(entry.number, source=with_password(entry.source, self._passwords))
            at_work = self._at_work is not None and self._at_work[1] == entry.number
            if at_work or (entry.error is not None and entry.error.code in LOCKED):
                self._forget(entry.number)
                self._document.update(entry.number, error=None, viewable=True)
                self._waiting[entry.number] = None
        self._next()

    def hide_and_look(self) -> None:
        """Hide one part of the current film after the other; asked for again meanwhile, stop that."""
        entry, saliency = self._document.current, self._document.saliency
        if entry is None or entry.prediction is None or saliency is None:
            return
        if entry.hiding:
            self.stop_hiding()
            return
        if maps.is_of_hiding(saliency):
            return
        finding = maps.finding_of(entry.prediction, saliency.finding)
        if entry.occlusion is not None and entry.occlusion.finding == finding.name:
            self._document.set_overlay(map=maps.HIDING, shown=True)
            return
        self.look(HidingLook(self._document, entry.number, finding.name))

    def stop_hiding(self) -> None:
        """Nobody waits for what hiding parts would tell."""
        self._drop_looks(lambda look: isinstance(look, HidingLook))
        self._next()

    def look(self, look: Look) -> None:
        """Have a second look at the current film; of each kind only the last that was asked for."""
        self._drop_looks(lambda other: type(other) is type(look))
        self._looks.append(look)
        self._next()

    def set_beside(self, number: int | None) -> None:
        """Read this one's film as well, and keep it for as long as it is beside the current one."""
        self._films.beside = number
        self.doubts.ask(number)
        if number is not None and self._classifying is not None and self._classifying[0] == number:
            self._films[number] = self._classifying[1]
        self._films.prune()
        if number is not None and number in self._films:
            self.beside_read.emit(number, self._films[number])
        self._next()

    def close(self) -> None:
        """The program ends: nothing that has not begun is begun, and what is being read is given up."""
        self._drop_the_run()
        self._worker.stop()

    def close_all(self) -> None:
        """Cancel and empty the list; no password outlives it."""
        self._drop_the_run()
        self._films.clear()
        self._passwords.clear()
        self._drops.forget_folders()
        if self._at_work is not None:
            self._abandon()
        self._document.clear()

    @property
    def is_idle(self) -> bool:
        """True when nothing is being done and nothing waits."""
        waiting = self._drops or self._waiting or self._classifying or self._looks or self.doubts
        return self._at_work is None and not waiting

    @property
    def films_in_memory(self) -> int:
        """The current one, its neighbours and the one beside it, as far as they were read."""
        return len(self._films)

    # One job after another

    @Slot()
    def _film_wanted(self) -> None:
        number = self._document.current_number
        self.doubts.ask(number)
        self._drop_looks(lambda look: look.number != number)
        if self._classifying is not None and self._classifying[0] == number:
            self._films[number], self._classifying = self._classifying[1], None
        self._films.prune()
        if number is not None and number in self._films:
            self._document.show_film(number, self._films[number])
        self._next()

    def _next(self) -> None:
        self._tell_progress()
        if self._at_work is not None:
            return None
        if not self._warm:
            # Its imports hold the interpreter longer than a mouse can wait: before any film is there.
            self._warm = True
            work = partial(self._worker.warm_up, self._rehearsal)
            return self._submit(None, work, self._warmed_up, self.surprised.emit)
        current = self._document.current
        if current is not None and current.viewable and current.source is not None:
            if self._document.film is None:
                return self._read(current)
            if current.prediction is None and current.error is None:
                return self._classify(current, self._document.film)
        if (beside := self._films.wanted_beside()) is not None:
            return self._read(beside)
        if self.doubts:
            look = partial(stamps_of, self.doubts.take())
            return self._submit(None, look, self._stamped, self.surprised.emit)
        film = self._document.film
        if current is not None and film is not None and current.prediction and current.error is None:
            if maps := self._completing.maps(current, film):
                return self._submit(current.number, *maps)
            if self._looks:
                return self._take_look(self._looks[0], current.prediction, film)
            if ranges := self._completing.ranges(current, film):
                return self._submit(current.number, *ranges)
        if self._classifying is not None:
            number, film = self._classifying
            self._classifying = None
            if number in self._document:
                return self._classify(self._document.entry(number), film)
        if self._drops:
            drop = self._drops.first
            failed = partial(self._listing_failed, drop)
            return self._submit(None, drop.next_chunk, partial(self._listed, drop), failed)
        while self._waiting:
            number = next(iter(self._waiting))
            if number in self._document and self._document.entry(number).is_to_do:
                return self._read(self._document.entry(number))
            self._finished(number)
        self._done_of_run = 0
        self._tell_progress()
        ahead = self._films.wanted_ahead()
        return self._read(ahead) if ahead is not None else None

    def _warmed_up(self, model: ModelIdentity | None) -> None:
        if model is not None:
            self._document.set_model(model)

    def _read(self, entry: Entry) -> None:
        assert entry.source is not None
        self._document.update(entry.number, reading=True)
        number = entry.number
        work = partial(self._worker.read, entry.source, entry.frame, number in self._patient)
        self._patient.discard(number)
        self._submit(number, work, partial(self._was_read, number), partial(self._failed, number))

    def _was_read(self, number: int, film: Film) -> None:
        if number not in self._document:
            return
        radiograph, entry = film.radiograph, self._document.entry(number)
        first_time = entry.frames == 0
        if entry.fingerprint not in (0, film.fingerprint):
            # The file is not what it was: neither is the verdict.
            self._document.update(number, **NO_VERDICT)
            self._completing.forget(number)
            self._waiting |= dict.fromkeys(self._copies.unfold(number))
        self._document.update(
            number,
            fingerprint=film.fingerprint,
            header=radiograph.header,
            frames=radiograph.number_of_frames,
            thumbnail=film.thumbnail,
            reading=False,
            stale=False,
        )
        if first_time and radiograph.number_of_frames > 1:
            self._add_frames(number, radiograph.number_of_frames)
        self._copies.was_read(number)
        if number not in self._document:
            return
        self._films.keep(number, film)
        if number == self._films.beside:
            self.beside_read.emit(number, film)
        if number == self._document.current_number:
            self._document.show_film(number, film)
        elif self._document.entry(number).is_to_do and (
            number in self._waiting or number != self._films.beside
        ):
            self._classifying = (number, film)

    def _add_frames(self, number: int, frames: int) -> None:
        entry = self._document.entry(number)
        if entry.frame == 0:
            first = Candidate(entry.source, header=entry.header, drop=entry.drop, stamp=entry.stamp)
            for added in self._document.add(replace(first, frame=frame) for frame in range(1, frames)):
                self._document.update(added, frames=frames)
                self._waiting[added] = None

    def _classify(self, entry: Entry, film: Film) -> None:
        self._document.update(entry.number, reading=True)
        number = entry.number
        work = partial(self._worker.verdict, film.radiograph, number in self._anew)
        self._submit(number, work, partial(self._was_classified, number), partial(self._failed, number))

    def _was_classified(self, number: int, verdict: Verdict) -> None:
        self._anew.discard(number)
        tell_verdict(self._document, number, verdict)
        self._finished(number)

    def _take_look(self, look: Look, prediction: Prediction, film: Film) -> None:
        work = look.work(self._worker, film, prediction)
        done, failed = partial(self._looked, look, prediction), partial(self._look_failed, look)
        self._submit(look.number, work, done, failed)
        self._looking = look

    def _looked(self, look: Look, prediction: Prediction, answer: Any) -> None:
        self._looks.remove(look)
        number = look.number
        if number in self._document and self._document.entry(number).prediction is prediction:
            look.done(answer)
        else:
            look.dropped()

    def _look_failed(self, look: Look, error: Exception) -> None:
        """The verdict stands without a second look."""
        self._looks.remove(look)
        look.dropped()
        self.surprised.emit(error)

    def _failed(self, number: int, error: Exception) -> None:
        """A file that cannot be read, or a model that cannot be used, is an answer too."""
        from inference import InferenceError

        if not isinstance(error, InferenceError):
            self.surprised.emit(error)
        if number not in self._document:
            return
        entry = self._document.entry(number)
        if entry.prediction is not None and not entry.stale and not self._films.is_watched(number):
            self._films.leave_out(number)
            self._document.update(number, reading=False)
            return
        if not isinstance(error, InferenceError):
            error = InferenceError(entry.path)
        # A traceback would keep the pixels of every broken film in memory.
        error.__traceback__ = error.__cause__ = error.__context__ = None
        unusable = ("computation_failed", "model_not_usable", "model_changed")
        viewable = number in self._films or error.code in unusable
        self._document.update(number, error=error, viewable=viewable, reading=False, stale=False)
        self._finished(number)
        if not viewable:
            self._waiting |= dict.fromkeys(self._copies.unfold(number))
        if error.code in LOCKED and entry.source is not None:
            if self._passwords.get(entry.source.path) == entry.source.password:
                self._passwords.pop(entry.source.path, None)
            self.locked.emit(entry.source.path, LOCKED[error.code])

    def _listed(self, drop: Listing, chunk: list[Candidate] | None) -> None:
        if chunk is None:
            self._drops.end(drop)
            if not self._drops:
                self._listed_all()
            if drop.is_a_look:
                self.looked.emit(drop.new)
            return
        met = self._drops.put(drop, chunk)
        for number in met.again:
            self._check_again(number)
        self._waiting |= {n: None for n in met.numbers if self._document.entry(n).is_to_do}

    def _listed_all(self) -> None:
        """The run goes down the list, wherever in it the files were put."""
        numbers = (entry.number for entry in self._document.entries)
        self._waiting = {number: None for number in numbers if number in self._waiting}

    def _listing_failed(self, drop: Listing, error: Exception) -> None:
        """What it found so far stays, and so do the other drops."""
        self._drops.end(drop)
        self.surprised.emit(error)

    def _check_again(self, number: int) -> None:
        """Read a film whose file may be another one; until that is seen, the verdict stays."""
        self._forget(number)
        self._document.update(number, error=None, viewable=True, stale=True)
        self._waiting[number] = None

    def _stamped(self, stamps: dict[int, Stamp | None]) -> None:
        for number in self.doubts.changed(stamps):
            self._check_again(number)

    def _drop_the_run(self) -> None:
        self._drops.stop()
        self._waiting.clear()
        self._classifying = None
        self._done_of_run = 0

    def _drop_looks(self, wanted: Callable[[Look], bool] = lambda _: True) -> None:
        """Nobody waits any more for those that are ``wanted`` gone."""
        for look in [look for look in self._looks if wanted(look)]:
            self._looks.remove(look)
            if self._looking is look:
                self._abandon()
            look.dropped()

    @Slot(int)
    def _removed(self, number: int) -> None:
        """Another entry has the same film."""
        self._films.pop(number, None)

    def _forget(self, number: int) -> None:
        """Whatever is in memory of this image or on its way is no longer wanted."""
        self._films.forget(number)
        if number == self._films.beside:
            self.beside_read.emit(number, None)
        self._completing.forget(number)
        self._drop_looks(lambda look: look.number == number)
        if self._classifying is not None and self._classifying[0] == number:
            self._classifying = None
        if self._at_work is not None and self._at_work[1] == number:
            self._abandon()
        if number == self._document.current_number:
            self._document.drop_film()

    def _submit(
        self,
        number: int | None,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def answered(deliver: Callable[[Any], None], answer: Any) -> None:
            # Kept as being at work while the answer is told, so that nothing is started in between.
            try:
                deliver(answer)
            finally:
                self._at_work = None
                self._looking = None
                self._next()

        self._at_work = self._jobs.submit(work, partial(answered, done), partial(answered, failed)), number
        self._tell_progress()

    def _abandon(self) -> None:
        assert self._at_work is not None
        job, number = self._at_work
        self._jobs.drop(job)
        self._worker.give_up()
        self._at_work = None
        self._looking = None
        if number is not None:
            self._document.update(number, reading=False)

    def _finished(self, number: int) -> None:
        if number in self._waiting:
            del self._waiting[number]
            self._done_of_run += 1

    def _tell_progress(self) -> None:
        looking, done = bool(self._drops), self._done_of_run
        busy = looking or bool(self._waiting)
        total = done + len(self._waiting) if busy else 0
        self._document.set_progress(Progress(done if busy else 0, total, looking, self._drops.found))

"""Which film is beside the current one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.document import Document
from desktop.entry import Candidate, Entry
from desktop.priors import Difference, Relation, can_be_told, differences, proposed, relation, relatives
from desktop.reader import Reader

if TYPE_CHECKING:
    from desktop.film import Film
    from inference import InferenceError

# A folder is listed in many small steps; priors among them are looked for no more often than this.
LOOK_UP_MS = 100


class Comparison(QObject):
    """Off, or a film beside the current one: its nearest prior, unless the user chose another.

    It is shown by a document of its own, ``side``, into which no verdict and no map ever goes: what the
    model said of that film cannot be taken for something about the current one.
    Signals: ``changed()``: on or off, another film, or more is known of one of both.
    """

    changed = Signal()

    def __init__(self, document: Document, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._reader = document, reader
        self.side = Document(self)
        self.side.measurements.share(document.measurements)
        self._on = self._by_hand = False
        self._number: int | None = None
        self._related: list[tuple[Relation, Entry]] = []
        self._look_up_soon = QTimer(self, singleShot=True, interval=LOOK_UP_MS)
        self._look_up_soon.timeout.connect(self._look_up)
        document.current_changed.connect(self._follow)
        document.added.connect(self._films_changed)
        document.moved.connect(self._films_changed)
        document.removed.connect(self._removed)
        document.cleared.connect(self._cleared)
        document.entry_changed.connect(self._entry_changed)
        document.annotations_changed.connect(self._same_annotations)
        self.side.annotations_changed.connect(self._same_annotations_back)
        reader.beside_read.connect(self._was_read)

    @property
    def on(self) -> bool:
        """There are two light boxes, if one of them may be empty."""
        return self._on

    @property
    def current(self) -> Entry | None:
        """The film that all of the window is about."""
        return self._document.current

    @property
    def other(self) -> Entry | None:
        """The film beside it; None where there is no prior, and none was chosen."""
        known = self._number is not None and self._number in self._document
        return self._document.entry(self._number) if known else None  # type: ignore[arg-type]

    @property
    def related(self) -> list[tuple[Relation, Entry]]:
        """The other open films of the same patient."""
        return self._related

    @property
    def relation(self) -> Relation:
        """What the film beside is to the current one."""
        current, other = self.current, self.other
        return relation(current, other) if current and other else Relation.OTHER

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What speaks against both being one patient's."""
        current, other = self.current, self.other
        return differences(current.header, other.header) if current and other else ()

    @property
    def can_be_told(self) -> bool:
        """The files say enough of whose they are; there is nothing to tell where only one is shown."""
        current, other = self.current, self.other
        return can_be_told(current.header, other.header) if current and other else True

    # What the user wants

    def set_on(self, on: bool) -> None:
        """Put a film beside the current one, or take it away."""
        if on != self._on and (self._document.current is not None or not on):
            self._on, self._by_hand = on, False
            self._look_up()

    def choose(self, number: int) -> None:
        """Compare with this film, as long as the current one stays."""
        if number in self._document and number != self._document.current_number:
            self._on = self._by_hand = True
            self._put_beside(number)
            self._look_up()

    def step(self, by: int) -> None:
        """The prior before (1) or after (-1) the one that is shown; stays at the ends."""
        if not self._on:
            self.set_on(True)
            return
        priors = [entry.number for what, entry in self._related if what is Relation.PRIOR]
        if not priors:
            return
        at = priors.index(self._number) + by if self._number in priors else 0
        if 0 <= at < len(priors):
            self.choose(priors[at])

    # What happens

    @Slot()
    def _follow(self) -> None:
        """Another film is current: its own prior comes beside it."""
        self._by_hand = False
        if self._on:
            self._look_up()

    @Slot()
    def _look_up(self) -> None:
        self._look_up_soon.stop()
        current = self._document.current
        if not self._on or current is None:
            self._related = []
            self._put_beside(None)
        else:
            self._related = relatives(current, self._document.entries)
            if not self._by_hand or self.other is None:
                best = proposed(current, self._related)
                self._put_beside(best.number if best else None)
        self.changed.emit()

    def _put_beside(self, number: int | None) -> None:
        if number == self._number:
            return
        self._number = number
        before, other = self.side.current_number, self.other
        if other is None:
            self.side.select(None)
        else:
            beside = Candidate(other.source, other.frame, _error_of(other), other.header)
            (own,) = self.side.add([beside])
            self.side.select(own)
            self._tell_side(other)
        if before is not None and before != self.side.current_number:
            self.side.remove(before)
        self._reader.set_beside(number)

    def _tell_side(self, entry: Entry) -> None:
        """All that is known of the file, and nothing that the model said."""
        if self.side.current_number is not None:
            error, viewable = _error_of(entry), entry.viewable
            known = {"header": entry.header, "frames": entry.frames, "source": entry.source}
            self.side.update(self.side.current_number, error=error, viewable=viewable, **known)

    @Slot(int, object)
    def _was_read(self, number: int, film: Film | None) -> None:
        if number != self._number or self.side.current_number is None:
            return
        if film is None:
            self.side.drop_film()
        else:
            self.side.show_film(self.side.current_number, film)

    @Slot(int)
    def _entry_changed(self, number: int) -> None:
        if not self._on or number not in (self._number, self._document.current_number):
            return
        other = self.other
        if number == self._number and other is not None:
            self._tell_side(other)
        self.changed.emit()

    @Slot()
    def _films_changed(self) -> None:
        if self._on and not self._look_up_soon.isActive():
            self._look_up_soon.start()

    @Slot(int)
    def _removed(self, number: int) -> None:
        if self._on and number == self._number:
            self._look_up()
        else:
            self._films_changed()

    @Slot()
    def _cleared(self) -> None:
        self.set_on(False)

    @Slot()
    def _same_annotations(self) -> None:
        self.side.set_annotations(self._document.annotations)

    @Slot()
    def _same_annotations_back(self) -> None:
        self._document.set_annotations(self.side.annotations)


def _error_of(entry: Entry) -> InferenceError | None:
    """Why it cannot be shown; that it could not be classified is no matter here."""
    return None if entry.viewable else entry.error

"""Which entries the list shows, and in which order.

What is typed and chosen over the list decides what is shown; the order is one of :mod:`desktop.sorting`.
The list must not jump away under somebody's hand: what comes is put in its place at once, but what would
leave its place because a result came stays where it is for as long as somebody is at the list, and is then
``unsettled``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop import sorting
from desktop.grouping import PATIENT
from desktop.list_words import outcome_name
from desktop.matching import is_called, matches, searched, words_of
from desktop.ordered import Key, Ordered
from desktop.sorting import Sort

if TYPE_CHECKING:
    from desktop.document import Document
    from desktop.entry import Entry
    from inference import Header

ALL = "all"
OUTCOMES = ("not run", "classified", "refused", "failed")
# By what is most probable of a film.
CALLED = ("covid19", "normal", "viral_pneumonia", "none_of_these")


class Arrangement(QObject):
    """The filter and the order; a part of the document.

    ``show`` is :data:`ALL`, one of :data:`OUTCOMES` or of :data:`CALLED`.
    Signals:
        ``came(numbers)``, ``left(number)``: they are shown from now on, it is not any more.
        ``resetting()``, ``reset()``: before and after everything is arranged anew.
        ``reworded()``: all rows may say something else, and stay where they are.
        ``told()``: how many are shown, hidden or unsettled may have changed.
    """

    came = Signal(list)
    left = Signal(int)
    resetting = Signal()
    reset = Signal()
    reworded = Signal()
    told = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._text, self._words = "", tuple[str, ...]()
        # Of each outcome, the words that are left to be found in the film's own text.
        self._left: dict[str, list[str]] = {}
        self._show, self._sort = ALL, Sort.OPENED
        self._all: Ordered[int] = Ordered()
        self._shown: Ordered[int] = Ordered()
        self._is_shown: set[int] = set()
        self._keys: dict[int, Key] = {}
        # In which drop the first film of a patient came.
        self._ranks: dict[Key, int] = {}
        self._searched: dict[int, tuple[Header | None, str]] = {}
        self._unsettled: set[int] = set()
        self._is_held: Callable[[], bool] = lambda: False
        document.added.connect(self._added)
        document.removed.connect(self._removed)
        document.moved.connect(self._moved)
        document.entry_changed.connect(self._entry_changed)
        document.clearing.connect(self._clearing)
        document.cleared.connect(self._cleared)
        document.current_changed.connect(self.told)

    # What is wanted

    @property
    def text(self) -> str:
        """What was typed."""
        return self._text

    @property
    def show(self) -> str:
        """Which outcome or finding is shown."""
        return self._show

    @property
    def sort(self) -> Sort:
        """By what is sorted."""
        return self._sort

    @property
    def is_filtered(self) -> bool:
        """Something may be hidden."""
        return bool(self._words) or self._show != ALL

    def find(self, text: str) -> None:
        """Show what every word of ``text`` is found in, or is the outcome of."""
        self._text, words = text, words_of(text)
        if words != self._words:
            self._words = words
            self._left = {
                outcome: [word for word in words if not is_called(word, outcome_name(outcome))]
                for outcome in OUTCOMES
            }
            self._filter_anew()

    def set_show(self, show: str) -> None:
        """Show one outcome, what is called one finding, or :data:`ALL`."""
        if show != self._show:
            self._show = show
            self._filter_anew()

    def set_sort(self, sort: Sort) -> None:
        """Another order."""
        if sort is not self._sort:
            self._sort = sort
            self.settle_all()

    def show_all(self) -> None:
        """No filter any more."""
        self._text, self._words, self._show = "", (), ALL
        self._filter_anew()

    def hold_while(self, is_held: Callable[[], bool]) -> None:
        """Ask ``is_held`` whether somebody is at the list."""
        self._is_held = is_held

    # What is shown

    @property
    def shown(self) -> Sequence[int]:
        """Numbers, in order; never changed from outside."""
        return self._shown.items

    @property
    def unsettled(self) -> int:
        """How many would stand elsewhere, or not be shown, by what is known now."""
        return len(self._unsettled)

    @property
    def total(self) -> int:
        """All there are."""
        return len(self._keys)

    def key(self, number: int) -> Key:
        """Where it stands."""
        return self._keys[number]

    def row(self, key: Key) -> int:
        """Where in :attr:`shown` what has this key stands, or would."""
        return self._shown.row(key)

    def shows(self, number: int) -> bool:
        """Whether it is in the list."""
        return number in self._is_shown

    def hidden(self) -> list[Entry]:
        """What the filter hides."""
        return [self._document.entry(n) for n in self._all.items if n not in self._is_shown]

    def below(self, heading: Key) -> list[int]:
        """The numbers under a heading, in order."""
        row, numbers = self._shown.row(heading), list[int]()
        for number in self._shown.items[row:]:
            if self._keys[number][: len(heading)] != heading:
                break
            numbers.append(number)
        return numbers

    def first_below(self, heading: Key) -> int:
        """The first number under a heading."""
        return self._shown.items[self._shown.row(heading)]

    def neighbour(self, number: int, by: int) -> int:
        """The one ``by`` places further down, of what is shown; stays at the ends.

        From one that is hidden, it goes on from where that would stand.
        """
        items = self._shown.items
        if not items:
            return number
        row = self._shown.row(self._keys[number])
        if not self.shows(number) and by > 0:
            row -= 1
        return items[min(max(row + by, 0), len(items) - 1)]

    # What the document tells

    @Slot(list)
    def _added(self, numbers: list[int]) -> None:
        pairs = []
        for number in numbers:
            entry = self._document.entry(number)
            key = self._keys[number] = self._key(entry)
            pairs.append((key, number))
            # Ahead of the first letter that somebody types, which would wait for all of them.
            self._searched[number] = (entry.header, searched(entry))
        for row, run in self._all.runs(pairs):
            self._all.insert(row, run)
        self._bring([pair for pair in pairs if self._matches(self._document.entry(pair[1]))])
        self.told.emit()

    @Slot(int)
    def _removed(self, number: int) -> None:
        self._unsettled.discard(number)
        self._take(number)
        self._all.remove(self._keys.pop(number))
        self._searched.pop(number, None)
        self.told.emit()

    @Slot(int)
    def _moved(self, number: int) -> None:
        self._settle(number)
        self.told.emit()

    @Slot(int)
    def _entry_changed(self, number: int) -> None:
        if self._sort.is_grouped and not self.is_filtered:
            return
        entry, shown = self._document.entry(number), self.shows(number)
        if self._is_in_place(entry):
            self._unsettled.discard(number)
        elif shown and self._is_held():
            self._unsettled.add(number)
        else:
            self._settle(number)
        self.told.emit()

    @Slot()
    def _clearing(self) -> None:
        self.resetting.emit()

    @Slot()
    def _cleared(self) -> None:
        # A filter that outlived what it was made for would hide what comes next.
        self._text, self._words, self._show = "", (), ALL
        self._all.clear()
        self._shown.clear()
        for kept in (self._keys, self._ranks, self._searched, self._unsettled, self._is_shown):
            kept.clear()
        self.reset.emit()
        self.told.emit()

    # Putting in order

    def settle(self) -> None:
        """Nobody is at the list any more: everything to its place."""
        for number in sorted(self._unsettled):
            self._settle(number)
        self.told.emit()

    def settle_all(self) -> None:
        """Everything to its place, whatever is known of it by now."""
        self.resetting.emit()
        self._unsettled.clear()
        self._keys = {entry.number: self._key(entry) for entry in self._document.entries}
        self._all.fill(sorted((key, number) for number, key in self._keys.items()))
        self._fill_shown()
        self.reset.emit()
        self.told.emit()

    def reconsider(self) -> None:
        """Other numbers are withheld than before, of any film."""
        if self._sort.is_grouped and not self.is_filtered:
            return
        if not self._is_held():
            self.settle_all()
            return
        wrong = {entry.number for entry in self._document.entries if not self._is_in_place(entry)}
        # What comes is put in its place at once, as ever; only what is shown stays.
        self._unsettled = wrong & self._is_shown
        for number in sorted(wrong - self._is_shown):
            self._settle(number)
        self.reworded.emit()
        self.told.emit()

    def _is_in_place(self, entry: Entry) -> bool:
        stays = self._key(entry) == self._keys[entry.number]
        return stays and self.shows(entry.number) == self._matches(entry)

    def _filter_anew(self) -> None:
        self.resetting.emit()
        self._unsettled.clear()
        self._fill_shown()
        self.reset.emit()
        self.told.emit()

    def _fill_shown(self) -> None:
        entry, wanted = self._document.entry, self._all.items
        if self.is_filtered:
            wanted = [number for number in wanted if self._matches(entry(number))]
        self._shown.fill([(self._keys[number], number) for number in wanted])
        self._is_shown = set(wanted)

    def _settle(self, number: int) -> None:
        self._unsettled.discard(number)
        self._take(number)
        self._all.remove(self._keys[number])
        entry = self._document.entry(number)
        pair = (self._key(entry), number)
        self._keys[number] = pair[0]
        self._all.insert(self._all.row(pair[0]), [pair])
        if self._matches(entry):
            self._bring([pair])

    def _bring(self, pairs: list[tuple[Key, int]]) -> None:
        for row, run in self._shown.runs(pairs):
            self._shown.insert(row, run)
        self._is_shown.update(number for _, number in pairs)
        if pairs:
            self.came.emit([number for _, number in pairs])

    def _take(self, number: int) -> None:
        if self.shows(number):
            self._shown.remove(self._keys[number])
            self._is_shown.discard(number)
            self.left.emit(number)

    def _key(self, entry: Entry) -> Key:
        place = self._document.place(entry.number)
        if self._sort is Sort.PATIENT:
            return place
        if self._sort is Sort.DATE:
            return sorting.date_key(place)
        opened = sorting.opened_key(place, self._rank(place, entry))
        if self._sort is Sort.OUTCOME:
            return sorting.outcome_key(opened, entry)
        if self._sort.finding is not None:
            return sorting.probability_key(opened, self.probability(entry))
        return opened

    def probability(self, entry: Entry) -> float | None:
        """The number that the order goes by; None where there is none, or it is withheld."""
        finding = self._sort.finding
        if finding is None or self._document.withholds(entry):
            return None
        return sorting.probability(entry, finding)

    def _rank(self, place: Key, entry: Entry) -> int:
        is_patient = place[0][0] == PATIENT
        return self._ranks.setdefault(place[0], entry.drop) if is_patient else entry.drop

    def _matches(self, entry: Entry) -> bool:
        if self._show in OUTCOMES and entry.outcome.value != self._show:
            return False
        if self._show in CALLED and (
            self._document.withholds(entry) or sorting.called(entry) != self._show
        ):
            return False
        words = self._left[entry.outcome.value] if self._words else []
        if not words:
            return True
        header, text = self._searched.get(entry.number, (None, ""))
        if not text or header is not entry.header:
            text = searched(entry)
            self._searched[entry.number] = (entry.header, text)
        return matches(text, words)

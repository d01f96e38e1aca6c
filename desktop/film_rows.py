"""The rows of the list: the document's entries, and the headings above them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QWidget

from desktop.document import Document
from desktop.entry import Entry, printable, tool_tip
from desktop.folds import Folds
from desktop.grouping import PATIENT, PATIENT_LEVEL, SERIES_LEVEL, STUDY_LEVEL
from desktop.laying import Laying
from desktop.list_words import (
    about,
    group_words,
    id_stands_alone,
    outcome_word,
    patient_words,
    series_words,
    study_words,
)
from desktop.ordered import Key, Ordered
from desktop.verdict_words import percent

Index = QModelIndex | QPersistentModelIndex

# An Entry, or of a heading a Heading.
ITEM_ROLE = Qt.ItemDataRole.UserRole
# Of an entry, what its row says, line by line.
LINES_ROLE = Qt.ItemDataRole.UserRole + 1
# Whether it is the film beside the current one, or a heading that is folded over that.
BESIDE_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Heading:
    """A row above films: of which level, what it says, what more it says, and of how many films.

    ``is_folded`` where these are put away.
    """

    level: int
    title: str
    detail: str = ""
    films: int = 0
    is_folded: bool = False

    @property
    def text(self) -> str:
        """All of it, on as many lines."""
        return "\n".join(part for part in (self.title, self.detail) if part)


class FilmRows(QAbstractListModel):
    """Entries and headings as Qt's views want them.

    A patient and a study have a heading, a series only where its study has several. Headings come and go
    with the films below them. Of a long list the rows come piece by piece (see :mod:`desktop.laying`).
    Signals: ``changing()`` and ``changed()`` around every such change, which may insert and remove rows in
    several places.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        # An entry's number; of a heading its own key.
        self._rows: Ordered[int | Key] = Ordered()
        self._places: dict[int, Key] = {}
        self._films: Counter[Key] = Counter()
        self._series: dict[Key, set[Key]] = {}
        self._beside: int | None = None
        arrangement = self._arrangement = document.arrangement
        self._folds = Folds(document)
        self._laying = Laying(arrangement)
        # As soon as everything else was dealt with: keys, mouse, paint.
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._lay_more)
        arrangement.came.connect(self._came)
        arrangement.left.connect(self._left)
        arrangement.resetting.connect(self._resetting)
        arrangement.reset.connect(self._reset)
        arrangement.reworded.connect(self._reworded)
        document.entry_changed.connect(self._entry_changed)

    # What the view asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # A heading is passed over by the keys, unless it stands for the films that are folded into it.
        if self.number_at(index.row()) is None and not self.is_folded(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self._rows.items[index.row()]
        if isinstance(item, tuple):
            return self._heading_data(item, role)
        entry = self._document.entry(item)
        if role == ITEM_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.caption
        if role == LINES_ROLE:
            return self._lines(entry)
        if role == BESIDE_ROLE:
            return item == self._beside
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join([*self._mark(item), about(entry)]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._in_words(entry))
        return None

    def _lines(self, entry: Entry) -> list[str]:
        """What a row says: in a flat list also whose film it is. The outcome comes last."""
        lines = [entry.caption]
        if not self._arrangement.sort.is_grouped and entry.title != entry.caption:
            lines.insert(0, entry.title)
        return [*lines, self._outcome(entry)]

    def _outcome(self, entry: Entry) -> str:
        number = self._arrangement.probability(entry)
        return outcome_word(entry) if number is None else percent(number)

    def _in_words(self, entry: Entry) -> list[str]:
        """For who hears it: patient, film, study, outcome, and whether it is beside the current one."""
        study = printable(entry.header.study_description) if entry.header is not None else ""
        words = [entry.title, entry.caption, study, self._outcome(entry), outcome_word(entry)]
        words += self._mark(entry.number)
        return list(dict.fromkeys(word for word in words if word))

    def set_beside(self, number: int | None) -> None:
        """This film is shown beside the current one; None where none is."""
        before, self._beside = self._beside, number
        for changed in {before, number} - {None}:
            self._entry_changed(changed)

    def _mark(self, number: int) -> list[str]:
        is_beside = number == self._beside
        return [QCoreApplication.translate("list", "beside the current film")] if is_beside else []

    def _heading_data(self, key: Key, role: int) -> Any:
        if role == ITEM_ROLE:
            return self._heading(key)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(key).text.replace("\n", ", ")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._heading_in_words(key))
        if role == BESIDE_ROLE:
            return self._covers_beside(key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._heading(key).text)
        return None

    def _covers_beside(self, heading: Key) -> bool:
        beside = self._places.get(self._beside) if self._beside is not None else None
        return beside is not None and self._folds.cover(beside) == heading

    def _heading_in_words(self, key: Key) -> list[str]:
        """For who hears it: a heading is only come to while it is folded."""
        heading = self._heading(key)
        words = heading.text.split("\n")
        if heading.is_folded:
            words.append(QCoreApplication.translate("list", "%n films folded away", "", heading.films))
        if self._covers_beside(key):
            words.append(QCoreApplication.translate("list", "among them the one beside the current film"))
        return words

    def number_at(self, row: int) -> int | None:
        """The number of the entry in this row; None where there is a heading, or nothing."""
        items = self._rows.items
        item = items[row] if 0 <= row < len(items) else None
        return item if isinstance(item, int) else None

    def heading_size(self, row: int) -> tuple[int, int]:
        """Level and number of lines of the heading in this row; 0, 0 where there is a film.

        Without making its text: a list of five thousand patients has ten thousand headings.
        """
        key = self._rows.items[row]
        if not isinstance(key, tuple):
            return 0, 0
        header, level = self._document.entry(self._arrangement.first_below(key)).header, len(key)
        if header is None or key[0][0] != PATIENT:
            return level, 1 + bool(group_words(key[0][0])[1])
        if level == PATIENT_LEVEL:
            who, known_as = bool(header.patient_birth_date or header.patient_sex), bool(header.patient_id)
            return level, 1 + (who + known_as if id_stands_alone() else who or known_as)
        return level, 1 + bool(level == STUDY_LEVEL and header.study_description)

    def row_of(self, number: int) -> int:
        """The row of the entry with this number; -1 where it is not in view."""
        key = self._places.get(number)
        return self._rows.row(key) if key is not None and key in self._rows else -1

    def _heading(self, key: Key) -> Heading:
        """Made from the first film below it."""
        first = self._arrangement.first_below(key)
        header, films = self._document.entry(first).header, self._films[key]
        is_folded = key in self._folds
        if header is None or key[0][0] != PATIENT:
            return Heading(len(key), *group_words(key[0][0]), films, is_folded)
        words = {PATIENT_LEVEL: patient_words, STUDY_LEVEL: study_words, SERIES_LEVEL: series_words}
        return Heading(len(key), *words[len(key)](header), films, is_folded)

    # What the arrangement tells

    @Slot(list)
    def _came(self, numbers: list[int]) -> None:
        self.changing.emit()
        self._put([number for number in numbers if self._laying.has(number)])
        self.changed.emit()

    @Slot(int)
    def _left(self, number: int) -> None:
        if number in self._places:
            self.changing.emit()
            self._take_out(number)
            self.changed.emit()

    @Slot()
    def _resetting(self) -> None:
        self.changing.emit()
        self.beginResetModel()
        self._folds.before_reset()

    @Slot()
    def _reset(self) -> None:
        for kept in (self._rows, self._places, self._films, self._series):
            kept.clear()
        self._folds.after_reset()
        fresh = self._made(self._laying.begin(self._document.current_number))
        self._rows.fill(sorted(fresh, key=lambda pair: pair[0]))
        self.endResetModel()
        self.changed.emit()
        self._lay_rest()

    def _lay_rest(self) -> None:
        if not self._laying.is_complete:
            self._more.start()

    @Slot()
    def _lay_more(self) -> None:
        if not self._laying.is_complete:
            self.changing.emit()
            self._put(self._laying.next_piece())
            self.changed.emit()
            self._lay_rest()

    def lay_anew(self) -> None:
        """Make all rows once more: each may have another height."""
        self._resetting()
        self._reset()

    @Slot(int)
    def _entry_changed(self, number: int) -> None:
        row = self.row_in_view(number)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    @Slot()
    def _reworded(self) -> None:
        if self._rows.items:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows.items) - 1))

    # Folding

    def is_heading(self, row: int) -> bool:
        """Whether there is a heading in this row: films below it can be folded away."""
        return 0 <= row < len(self._rows.items) and isinstance(self._rows.items[row], tuple)

    def is_folded(self, row: int) -> bool:
        """Whether this is a heading whose films are folded away."""
        return self.is_heading(row) and self._rows.key_at(row) in self._folds

    def row_in_view(self, number: int) -> int:
        """The row of a film, or of the heading it is folded into; -1 where it is not shown at all."""
        key = self._places.get(number)
        if key is None:
            return -1
        cover = self._folds.cover(key) if self._arrangement.sort.is_grouped else None
        return self._rows.row(cover or key)

    def heading_to_fold(self, row: int) -> int:
        """The row of the next heading above that has something beside it, or is a patient's; else -1.

        To fold the only study of a patient would take a key and put away nothing that the patient's
        heading does not.
        """
        if not self._arrangement.sort.is_grouped or not 0 <= row < len(self._rows.items):
            return -1
        key = self._rows.key_at(row)
        above = [key[:level] for level in (SERIES_LEVEL, STUDY_LEVEL, PATIENT_LEVEL) if level < len(key)]
        parting = (heading for heading in above if heading in self._rows and self._is_parting(heading))
        return next((self._rows.row(heading) for heading in parting), -1)

    def _is_parting(self, heading: Key) -> bool:
        above = heading[:-1]
        return not above or self._films[above] > self._films[heading]

    def fold(self, row: int) -> None:
        """Put the films below a heading away, or out again."""
        heading = self._rows.key_at(row)
        self.changing.emit()
        if heading in self._folds:
            self._folds.unfold(heading)
            self._insert(self._wanted_below(heading))
        else:
            level, last = len(heading), row
            while last + 1 < len(self._rows.items) and self._rows.key_at(last + 1)[:level] == heading:
                last += 1
            self.beginRemoveRows(QModelIndex(), row + 1, last)
            self._folds.fold(heading)
            self._rows.remove_run(row + 1, last - row)
            self.endRemoveRows()
        self.dataChanged.emit(self.index(row), self.index(row))
        self.changed.emit()

    def reveal(self, number: int) -> None:
        """Fold nothing that would hide this film."""
        while self.is_folded(row := self.row_in_view(number)):
            self.fold(row)
        if number in self._places:
            self._folds.reveal(self._places[number])

    def _wanted_below(self, heading: Key) -> list[tuple[Key, int | Key]]:
        """What comes into view with a heading that was unfolded just now."""
        wanted: dict[Key, int | Key] = {}
        for number in self._arrangement.below(heading):
            if number not in self._places:
                continue
            key = self._places[number]
            study, series = key[:STUDY_LEVEL], key[:SERIES_LEVEL]
            if heading[0][0] == PATIENT:
                wanted[study] = study
            if self._has_siblings(series):
                wanted[series] = series
            wanted[key] = number
        return self._uncovered((key, item) for key, item in wanted.items() if len(key) > len(heading))

    def _uncovered(self, rows: Iterable[tuple[Key, int | Key]]) -> list[tuple[Key, int | Key]]:
        """Those that no folded heading puts away."""
        return [row for row in rows if self._folds.cover(row[0]) is None]

    def _put(self, numbers: Sequence[int]) -> None:
        self._insert(self._made(numbers))
        self._tell_covers([self._places[number] for number in numbers])

    def _tell_covers(self, keys: list[Key]) -> None:
        """What is folded away has become more, or less: the heading says how much it is."""
        if self._folds and self._arrangement.sort.is_grouped:
            covers = {cover for key in keys if (cover := self._folds.cover(key)) is not None}
            for row in (self._rows.row(cover) for cover in covers if cover in self._rows):
                self.dataChanged.emit(self.index(row), self.index(row))

    def _made(self, numbers: Sequence[int]) -> list[tuple[Key, int | Key]]:
        """These films with the headings that they need, but for what is folded away."""
        fresh: list[tuple[Key, int | Key]] = []
        is_grouped = self._arrangement.sort.is_grouped
        for number in numbers:
            key = self._places[number] = self._arrangement.key(number)
            fresh.append((key, number))
            if is_grouped:
                fresh += [(heading, heading) for heading in self._count_in(key)]
        if not is_grouped or not self._folds:
            return fresh
        if self._laying.is_complete:
            # A series alone in its study has no heading under which it could be folded.
            self._folds.keep(lambda heading: len(heading) < SERIES_LEVEL or self._has_siblings(heading))
        return self._uncovered(fresh)

    def _has_siblings(self, series: Key) -> bool:
        return len(self._series.get(series[:STUDY_LEVEL], ())) > 1

    def _insert(self, fresh: list[tuple[Key, int | Key]]) -> None:
        for row, run in self._rows.runs(fresh):
            self.beginInsertRows(QModelIndex(), row, row + len(run) - 1)
            self._rows.insert(row, run)
            self.endInsertRows()

    def _count_in(self, key: Key) -> Iterator[Key]:
        """The headings that are wanted now and were not before the film with this key came."""
        patient, study, series = key[:PATIENT_LEVEL], key[:STUDY_LEVEL], key[:SERIES_LEVEL]
        for level in (patient, study, series):
            self._films[level] += 1
        if self._films[patient] == 1:
            yield patient
        if self._films[study] == 1 and patient[0][0] == PATIENT:
            yield study
        if self._films[series] == 1:
            siblings = self._series.setdefault(study, set())
            siblings.add(series)
            if len(siblings) == 2:
                yield from siblings
            elif len(siblings) > 2:
                yield series

    def _take_out(self, number: int) -> None:
        key = self._places.pop(number)
        headings = self._count_out(key) if self._arrangement.sort.is_grouped else ()
        for gone in (key, *headings):
            if gone not in self._rows:
                continue
            row = self._rows.row(gone)
            self.beginRemoveRows(QModelIndex(), row, row)
            self._rows.remove(gone)
            self.endRemoveRows()
            if gone in self._folds and gone in self._films:
                self._folds.unfold(gone)
                self._insert(self._wanted_below(gone))
        self._tell_covers([key])

    def _count_out(self, key: Key) -> Iterator[Key]:
        """The headings that nobody wants any more without the film with this key."""
        study, series = key[:STUDY_LEVEL], key[:SERIES_LEVEL]
        for level in (series, study, key[:PATIENT_LEVEL]):
            self._films[level] -= 1
            if not self._films[level]:
                del self._films[level]
                if level in self._rows:
                    yield level
        siblings = self._series[study]
        if series not in self._films:
            siblings.discard(series)
            yield from (left for left in siblings if len(siblings) == 1 and left in self._rows)
        if not siblings:
            del self._series[study]

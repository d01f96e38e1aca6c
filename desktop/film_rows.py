"""The rows of the list: the document's entries, and the headings above them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

from desktop.colours import BADGES
from desktop.document import Document
from desktop.entry import Entry, printable, tool_tip
from desktop.grouping import PATIENT, PATIENT_LEVEL, PICTURES, SERIES_LEVEL, STUDY_LEVEL
from desktop.laying import Laying
from desktop.numbers import date
from desktop.ordered import Key, Ordered
from desktop.verdict_words import percent

if TYPE_CHECKING:
    from inference import Header

Index = QModelIndex | QPersistentModelIndex

# An Entry, or of a heading a Heading.
ITEM_ROLE = Qt.ItemDataRole.UserRole
# Of an entry, what its row says, line by line.
LINES_ROLE = Qt.ItemDataRole.UserRole + 1
# Of an image that lies on a CD, a stick and a server; more would fill the screen.
MOST_COPIES = 8
LONGEST_NAME = 28


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
        # Headings of patients whose films are folded away.
        self._folded: set[Key] = set()
        arrangement = self._arrangement = document.arrangement
        self._laying = Laying(arrangement)
        # As soon as everything else was dealt with: keys, mouse, paint.
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._lay_more)
        arrangement.came.connect(self._came)
        arrangement.left.connect(self._left)
        arrangement.resetting.connect(self._resetting)
        arrangement.reset.connect(self._reset)
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(_about(entry))
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
        """For who hears it: patient, film, study, outcome."""
        study = printable(entry.header.study_description) if entry.header is not None else ""
        words = [entry.title, entry.caption, study, self._outcome(entry), outcome_word(entry)]
        return list(dict.fromkeys(word for word in words if word))

    def _heading_data(self, key: Key, role: int) -> Any:
        if role == ITEM_ROLE:
            return self._heading(key)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._heading(key).text.replace("\n", ", ")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._heading(key).text)
        return None

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
            return level, 1 + bool(_group(key[0][0])[1])
        details = {
            PATIENT_LEVEL: header.patient_birth_date or header.patient_sex or header.patient_id,
            STUDY_LEVEL: header.study_description,
            SERIES_LEVEL: "",
        }
        return level, 1 + bool(details[level])

    def row_of(self, number: int) -> int:
        """The row of the entry with this number; -1 where it is not in view."""
        key = self._places.get(number)
        return self._rows.row(key) if key is not None and key in self._rows else -1

    def _heading(self, key: Key) -> Heading:
        """Made from the first film below it."""
        first = self._arrangement.first_below(key)
        header, films = self._document.entry(first).header, self._films[key]
        is_folded = key in self._folded
        if header is None or key[0][0] != PATIENT:
            return Heading(len(key), *_group(key[0][0]), films, is_folded)
        words = {PATIENT_LEVEL: _patient, STUDY_LEVEL: _study, SERIES_LEVEL: _series}
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

    @Slot()
    def _reset(self) -> None:
        for kept in (self._rows, self._places, self._films, self._series):
            kept.clear()
        if self._folded:
            self._folded &= {self._arrangement.key(number)[:1] for number in self._arrangement.shown}
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
        row = self.row_of(number)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    # Folding

    def is_folded(self, row: int) -> bool:
        """Whether this is a heading whose films are folded away."""
        return 0 <= row < len(self._rows.items) and self._rows.items[row] in self._folded

    def heading_above(self, number: int) -> int:
        """The row of the heading of this film's patient; -1 where there is none."""
        key = self._places[number][:1] if number in self._places else ()
        return self._rows.row(key) if self._arrangement.sort.is_grouped and key in self._rows else -1

    def can_fold(self, row: int) -> bool:
        """Whether this is the heading of a patient, or of those without."""
        item = self._rows.items[row] if 0 <= row < len(self._rows.items) else None
        return isinstance(item, tuple) and len(item) == PATIENT_LEVEL

    def fold(self, row: int) -> None:
        """Put the films below a heading away, or out again."""
        heading = self._rows.key_at(row)
        self.changing.emit()
        if heading in self._folded:
            self._folded.discard(heading)
            self._insert(self._wanted_below(heading))
        else:
            last = row
            while last + 1 < len(self._rows.items) and self._rows.key_at(last + 1)[:1] == heading:
                last += 1
            self.beginRemoveRows(QModelIndex(), row + 1, last)
            self._folded.add(heading)
            self._rows.remove_run(row + 1, last - row)
            self.endRemoveRows()
        self.dataChanged.emit(self.index(row), self.index(row))
        self.changed.emit()

    def _wanted_below(self, heading: Key) -> list[tuple[Key, int | Key]]:
        wanted: dict[Key, int | Key] = {}
        for number in self._arrangement.below(heading):
            if number not in self._places:
                continue
            key = self._places[number]
            study, series = key[:STUDY_LEVEL], key[:SERIES_LEVEL]
            if heading[0][0] == PATIENT:
                wanted[study] = study
            if len(self._series[study]) > 1:
                wanted[series] = series
            wanted[key] = number
        return list(wanted.items())

    def _put(self, numbers: Sequence[int]) -> None:
        self._insert(self._made(numbers))

    def _made(self, numbers: Sequence[int]) -> list[tuple[Key, int | Key]]:
        """These films with the headings that they need, but for what is folded away."""
        fresh: list[tuple[Key, int | Key]] = []
        is_grouped = self._arrangement.sort.is_grouped
        for number in numbers:
            key = self._places[number] = self._arrangement.key(number)
            fresh.append((key, number))
            if is_grouped:
                fresh += [(heading, heading) for heading in self._count_in(key)]
        if self._folded and is_grouped:
            return [pair for pair in fresh if pair[0] == pair[0][:1] or pair[0][:1] not in self._folded]
        return fresh

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
            self._folded.discard(gone)
            row = self._rows.row(gone)
            self.beginRemoveRows(QModelIndex(), row, row)
            self._rows.remove(gone)
            self.endRemoveRows()

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


def _group(kind: int | str) -> tuple[str, str]:
    if kind == PICTURES:
        without = QCoreApplication.translate("list", "Without patient data")
        return QCoreApplication.translate("list", "Pictures"), without
    return QCoreApplication.translate("list", "Other files"), ""


def _patient(header: Header) -> tuple[str, str]:
    unnamed = QCoreApplication.translate("list", "No patient name")
    # What a narrow column cuts off is the end of the ID, which is the longest.
    known = (date(header.patient_birth_date), header.patient_sex, header.patient_id)
    return printable(header.patient_name or unnamed), printable("  ".join(part for part in known if part))


def _study(header: Header) -> tuple[str, str]:
    day = date(header.study_date) or QCoreApplication.translate("list", "No date")
    return printable(f"{day}  {header.modality}".rstrip()), printable(header.study_description)


def _series(header: Header) -> tuple[str, str]:
    title = QCoreApplication.translate("list", "Series {number}").format(number=header.series_number or "?")
    return printable(f"{title}  {header.series_description}".rstrip()), ""


def outcome_word(entry: Entry) -> str:
    """The outcome as a word, or what is being done."""
    if entry.reading and entry.outcome.value == "not run":
        return QCoreApplication.translate("outcomes", "reading …")
    return QCoreApplication.translate("outcomes", BADGES[entry.outcome.value].word)


def contradiction(entry: Entry) -> str:
    """What is wrong with an image that another file claims to be as well; empty where none does."""
    if not entry.contradicts:
        return ""
    sentence = QCoreApplication.translate(
        "list", "Same SOP Instance UID as {path}, but another picture or header: one of the two is wrong."
    )
    path = Path(entry.contradicts.replace("!", "/"))
    return sentence.format(path=_shortened("/".join(path.parts[-2:])))


def recalled_sentence(entry: Entry) -> str:
    """That a verdict is from the journal, or is not what the journal held; else empty."""
    if entry.recalled is None:
        return ""
    sentence = QCoreApplication.translate("list", "From the journal, {time}")
    if entry.recalled.differed:
        sentence = QCoreApplication.translate(
            "list",
            "▲ The journal held another result for this film, of {time}. "
            "The one shown was computed now and counts.",
        )
    return sentence.format(time=entry.recalled.at.astimezone().strftime("%Y-%m-%d %H:%M"))


def _shortened(text: str) -> str:
    """Short enough for a column: a name has no places where a line may end."""
    text, half = printable(text), LONGEST_NAME // 2
    return text if len(text) <= LONGEST_NAME else f"{text[:half]}…{text[-half:]}"


def _about(entry: Entry) -> str:
    """Where it lies, and where else."""
    lines = [printable(entry.path)]
    if entry.recalled is not None:
        lines.append(recalled_sentence(entry))
    if entry.copies:
        count = len(entry.copies) + 1
        lines.insert(
            0, QCoreApplication.translate("list", "%n copies of the same image, shown once:", "", count)
        )
        lines += [printable(str(source)) for source in entry.copies[:MOST_COPIES]]
        lines += ["…"] if len(entry.copies) > MOST_COPIES else []
    if entry.contradicts:
        lines += [contradiction(entry), printable(entry.contradicts)]
    return "\n".join(lines)

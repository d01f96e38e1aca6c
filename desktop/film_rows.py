"""The rows of the list: the document's entries, and the headings above them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QWidget

from desktop.colours import BADGES
from desktop.document import Document
from desktop.entry import Entry, printable, tool_tip
from desktop.grouping import PATIENT, PATIENT_LEVEL, PICTURES, SERIES_LEVEL, STUDY_LEVEL
from desktop.numbers import date
from desktop.ordered import Key, Ordered

if TYPE_CHECKING:
    from inference import Header

Index = QModelIndex | QPersistentModelIndex

# An Entry, or of a heading a Heading.
ITEM_ROLE = Qt.ItemDataRole.UserRole
# Of an image that lies on a CD, a stick and a server; more would fill the screen.
MOST_COPIES = 8
LONGEST_NAME = 28


@dataclass(frozen=True)
class Heading:
    """A row above films: of which level, what it says, what more it says, and of how many films."""

    level: int
    title: str
    detail: str = ""
    films: int = 0

    @property
    def text(self) -> str:
        """All of it, on as many lines."""
        return "\n".join(part for part in (self.title, self.detail) if part)


class FilmRows(QAbstractListModel):
    """Entries and headings as Qt's views want them.

    A patient and a study have a heading, a series only where its study has several. Headings come and go
    with the films below them. Signals: ``changing()`` and ``changed()`` around every such change, which may
    insert and remove rows in several places.
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
        document.added.connect(self._added)
        document.removed.connect(self._removed)
        document.moved.connect(self._moved)
        document.clearing.connect(self.beginResetModel)
        document.cleared.connect(self._cleared)
        document.entry_changed.connect(self._entry_changed)

    # What the view asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.number_at(index.row()) is None:
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
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(_about(entry))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            patient = f"{entry.title}, " if entry.title != entry.caption else ""
            return f"{patient}{entry.caption}, {outcome_word(entry)}"
        return None

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

    def row_of(self, number: int) -> int:
        """The row of the entry with this number."""
        return self._rows.row(self._places[number])

    def _heading(self, key: Key) -> Heading:
        """Made from the first film below it."""
        row = self._rows.row(key)
        first = next(item for item in self._rows.items[row : row + 4] if isinstance(item, int))
        header, films = self._document.entry(first).header, self._films[key]
        if header is None or key[0][0] != PATIENT:
            return Heading(len(key), *_group(key[0][0]), films)
        words = {PATIENT_LEVEL: _patient, STUDY_LEVEL: _study, SERIES_LEVEL: _series}
        return Heading(len(key), *words[len(key)](header), films)

    # What the document tells

    @Slot(list)
    def _added(self, numbers: list[int]) -> None:
        self.changing.emit()
        self._put(numbers)
        self.changed.emit()

    @Slot(int)
    def _removed(self, number: int) -> None:
        self.changing.emit()
        self._take_out(number)
        self.changed.emit()

    @Slot(int)
    def _moved(self, number: int) -> None:
        self.changing.emit()
        self._take_out(number)
        self._put([number])
        self.changed.emit()

    @Slot()
    def _cleared(self) -> None:
        self._rows.clear()
        self._places.clear()
        self._films.clear()
        self._series.clear()
        self.endResetModel()

    @Slot(int)
    def _entry_changed(self, number: int) -> None:
        index = self.index(self.row_of(number))
        self.dataChanged.emit(index, index)

    def _put(self, numbers: list[int]) -> None:
        fresh: list[tuple[Key, int | Key]] = []
        for number in numbers:
            key = self._places[number] = self._document.place(number)
            fresh += [(key, number), *((heading, heading) for heading in self._count_in(key))]
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
        for gone in (key, *self._count_out(key)):
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


def _shortened(text: str) -> str:
    """Short enough for a column: a name has no places where a line may end."""
    text, half = printable(text), LONGEST_NAME // 2
    return text if len(text) <= LONGEST_NAME else f"{text[:half]}…{text[-half:]}"


def _about(entry: Entry) -> str:
    """Where it lies, and where else."""
    lines = [printable(entry.path)]
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

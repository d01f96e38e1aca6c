"""Read first: what the reader makes of a film before the model has its say.

Who has seen a number reads towards it. So the numbers and maps of a film are withheld until an impression
is recorded. A slip of the finger can be amended: the first one is kept beside it, and with each of them
whether the numbers had been in sight before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop import settings
from desktop.document import Document
from desktop.entry import Entry

# In the order of the buttons and keys.
ANSWERS = {
    "covid19": "COVID-19",
    "normal": "Normal",
    "viral_pneumonia": "Viral pneumonia",
    "other": "Other",
    "unsure": "Unsure",
}
# A film: which image, and a checksum of what it shows.
FilmKey: TypeAlias = tuple[str, int]


@dataclass(frozen=True)
class Impression:
    """A key of :data:`ANSWERS`, and when it was recorded (with its time zone).

    ``after_model`` where the reader may have seen the model's answer before.
    """

    answer: str
    at: datetime
    after_model: bool = False


def answer_text(answer: str) -> str:
    """An answer in the user's language."""
    return QCoreApplication.translate("impressions", ANSWERS.get(answer, answer))


class Impressions(QObject):
    """The impressions of this session, and when each result came; tells the document what to withhold.

    Signals:
        ``changed()``: an impression was recorded, or reading first was turned on or off.
        ``recorded(entry, impression)``: by the reader, now, for the first time.
        ``amended(entry, impression)``: by the reader, now, in place of one that stays beside it.
    """

    changed = Signal()
    recorded = Signal(object, object)
    amended = Signal(object, object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._read_first = settings.READ_FIRST.load()
        # The first one, and those that amend it.
        self._impressions: dict[FilmKey, tuple[Impression, ...]] = {}
        self._seen: set[FilmKey] = set()
        self._results: dict[FilmKey, datetime] = {}
        document.withhold(self.withholds)
        document.entry_changed.connect(self._entry_changed)
        self.changed.connect(document.verdict_changed)

    @property
    def read_first(self) -> bool:
        """Whether results wait for an impression."""
        return self._read_first

    def set_read_first(self, read_first: bool) -> None:
        """From now on, and from the next start on."""
        self._read_first = read_first
        # Whoever hears of the setting asks for it here.
        settings.READ_FIRST.save(read_first)
        self._document.arrangement.reconsider()
        self.changed.emit()

    def of(self, entry: Entry) -> Impression | None:
        """What the reader made of a film at first; None where nothing was recorded."""
        return next(iter(self.all_of(entry)), None)

    def all_of(self, entry: Entry) -> tuple[Impression, ...]:
        """The first one and what it was amended to, in the order of their times."""
        return self._impressions.get(_key(entry), ())

    def has_seen(self, entry: Entry) -> bool:
        """Whether the numbers or a map of a film have been in sight."""
        return _key(entry) in self._seen

    def note_seen(self, entry: Entry) -> None:
        """Said by whoever sees to it that they are: nothing that follows was said without them."""
        self._seen.add(_key(entry))

    def result_at(self, entry: Entry) -> datetime | None:
        """When its verdict came."""
        return self._results.get(_key(entry))

    def withholds(self, entry: Entry) -> bool:
        """Whether the numbers of an entry are not shown yet."""
        return self._read_first and _key(entry) not in self._impressions

    def record(self, answer: str) -> None:
        """The impression of the current film while it is on view; a second one amends the first."""
        entry, film = self._document.current, self._document.film
        if entry is None or film is None or not self._document.has_numbers:
            return
        before, seen = self.all_of(entry), self.has_seen(entry)
        if before and before[-1].answer == answer:
            return
        impression = Impression(answer, datetime.now().astimezone(), seen)
        self._impressions[_key(entry)] = (*before, impression)
        (self.amended if before else self.recorded).emit(entry, impression)
        self._tell_of(entry)

    def take(self, entry: Entry, impressions: tuple[Impression, ...]) -> None:
        """Those that were recorded in an earlier session, unless there are some of this."""
        if impressions and self._impressions.setdefault(_key(entry), impressions) is impressions:
            # Then the result was unfolded.
            self.note_seen(entry)
            self._tell_of(entry)

    def _tell_of(self, entry: Entry) -> None:
        """Its numbers are not withheld any more: the list goes by them, and shows them, from now on."""
        self._document.entry_changed.emit(entry.number)
        self.changed.emit()

    @Slot(int)
    def _entry_changed(self, number: int) -> None:
        entry = self._document.entry(number)
        if entry.prediction is not None:
            # Kept when the same verdict comes once more, with its ranges.
            came = entry.recalled.at if entry.recalled is not None else datetime.now().astimezone()
            self._results.setdefault(_key(entry), came)
        else:
            self._results.pop(_key(entry), None)


def _key(entry: Entry) -> FilmKey:
    return entry.key, entry.fingerprint

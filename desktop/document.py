"""The state of the window, and its signals.

Everything on screen is derived from one current entry: choosing another replaces film, bars and map in
one step, so they cannot belong to different images.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop import maps
from desktop.annotations import Annotations
from desktop.arrangement import Arrangement
from desktop.entry import Candidate, Entry
from desktop.grouping import place
from desktop.measurements import Measurements
from desktop.ordered import Key, Ordered
from desktop.orientation import Orientation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop.film import Film
    from inference import Evidence, ModelIdentity, Saliency, VoiTransform


@dataclass(frozen=True)
class Overlay:
    """How a map is shown.

    ``map`` is a key of :mod:`desktop.maps`, None for the likeliest answer's. Below ``threshold``, a share
    of the full strength, nothing is drawn.
    """

    shown: bool = False
    map: str | None = None
    opacity: float = 0.5
    threshold: float = 0.0
    contours: bool = False


def _verdict(entry: Entry) -> tuple[object, ...]:
    """What the panel and the map are made from."""
    return (
        entry.prediction, entry.error, entry.reading, entry.occlusion, entry.hiding, entry.contradicts,
        entry.recalled,
    )  # fmt: skip


def _has_numbers(entry: Entry) -> bool:
    return entry.error is None and entry.prediction is not None and bool(entry.prediction.findings)


@dataclass(frozen=True)
class Progress:
    """How far the present run has come.

    ``looking`` while a drop is still searched for films, of which ``found`` were found so far.
    """

    done: int = 0
    total: int = 0
    looking: bool = False
    found: int = 0

    @property
    def busy(self) -> bool:
        """There is something to wait for, and to cancel."""
        return self.looking or self.total > 0


class Document(QObject):
    """The open images, the current one, and how it is shown; with its ``measurements``
    and the ``arrangement`` of the list.

    Signals:
        ``added(numbers)``: these entries have come.
        ``removed(number)``: this entry has gone.
        ``moved(number)``: this entry has another place, because its file says something else.
        ``clearing()``, ``cleared()``: before and after all entries go.
        ``entry_changed(number)``: something is known about an entry that was not before.
        ``current_changed()``: another entry is current; its film is not there yet.
        ``film_wanted()``: follows ``current_changed`` when all have heard it: the reader's cue.
        ``film_changed()``: the current entry's film has come, or gone.
        ``verdict_changed()``: the current entry's outcome or error has come or gone, or is shown at last.
        ``display_changed()``: window, inversion or shutter of the current film.
        ``turned()``: the current film was turned or mirrored.
        ``annotations_changed()``: more or less is written on the film.
        ``overlay_changed()``: the map is shown, hidden, another one, or has another opacity.
        ``progress_changed()``: see :attr:`progress`.
        ``model_changed()``: it is known which model answers.
    """

    added = Signal(list)
    removed = Signal(int)
    moved = Signal(int)
    clearing = Signal()
    cleared = Signal()
    entry_changed = Signal(int)
    current_changed = Signal()
    film_wanted = Signal()
    film_changed = Signal()
    verdict_changed = Signal()
    display_changed = Signal()
    turned = Signal()
    annotations_changed = Signal()
    overlay_changed = Signal()
    progress_changed = Signal()
    model_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Ordered[Entry] = Ordered()
        # The same by number: asked for by every row of the list.
        self._by_number: dict[int, Entry] = {}
        self._places: dict[int, Key] = {}
        self._by_key: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        self._last_number = 0
        self._current: int | None = None
        self._film: Film | None = None
        self._voi: VoiTransform | None = None
        self._inverse = False
        self._open_shutter = False
        self._orientation = Orientation()
        self._annotations = Annotations.ALL
        self.measurements = Measurements(self)
        self._table: NDArray[np.uint8] | None = None
        self._overlay = Overlay()
        self._progress = Progress()
        self._model: ModelIdentity | None = None
        self._withholds: Callable[[Entry], bool] = lambda _: False
        self.arrangement = Arrangement(self)

    # Entries

    @property
    def entries(self) -> Sequence[Entry]:
        """In the order of :mod:`desktop.grouping`; never changed from outside."""
        return self._entries.items

    def add(self, candidates: Iterable[Candidate]) -> list[int]:
        """Put images in their places; returns their numbers.

        What is open already is not opened twice: its number is returned in its place.
        """
        numbers, fresh = [], []
        for candidate in candidates:
            known = self._by_key.get(candidate.key)
            if known is None:
                self._last_number += 1
                known = self._last_number
                fresh.append(candidate.as_entry(known))
                self._by_key[candidate.key] = known
            elif candidate.source is not None and known in self and self.entry(known).source is None:
                # What could not be listed before can be now.
                self.update(known, source=candidate.source, error=None, viewable=True)
            numbers.append(known)
        if fresh:
            self._put(fresh)
            self._counts.update(entry.outcome.value for entry in fresh)
            self.added.emit([entry.number for entry in fresh])
        return numbers

    def _put(self, entries: list[Entry]) -> None:
        pairs = [((*place(e.header, e.path, e.frame), e.number), e) for e in entries]
        for row, run in self._entries.runs(pairs):
            self._entries.insert(row, run)
        self._places.update((entry.number, key) for key, entry in pairs)
        self._by_number.update((entry.number, entry) for entry in entries)

    def remove(self, number: int) -> None:
        """Close one entry, which must not be the current one."""
        assert number != self._current
        entry = self.entry(number)
        self._entries.remove(self._places.pop(number))
        del self._by_number[number]
        self._by_key.pop(entry.key, None)
        self._counts[entry.outcome.value] -= 1
        self.removed.emit(number)

    def number_of(self, candidate: Candidate) -> int | None:
        """The number of the entry of this image; None when it is not open."""
        return self._by_key.get(candidate.key)

    def clear(self) -> None:
        """Close everything."""
        self.select(None)
        self.clearing.emit()
        self._entries.clear()
        self._by_number.clear()
        self._places.clear()
        self._by_key.clear()
        self._counts.clear()
        self.cleared.emit()

    def entry(self, number: int) -> Entry:
        """The entry with this number. Raises KeyError when it was closed."""
        return self._by_number[number]

    def row(self, number: int) -> int:
        """Its place among the entries. Raises KeyError when it was closed."""
        return self._entries.row(self._places[number])

    def place(self, number: int) -> Key:
        """Its key in the order of :mod:`desktop.grouping`. Raises KeyError when it was closed."""
        return self._places[number]

    def frames_of(self, number: int) -> Sequence[Entry]:
        """This entry and the others of its file."""
        entry = self.entry(number)
        keys = [replace(entry, frame=frame).key for frame in range(max(entry.frames, 1))]
        known = [self._by_key[key] for key in keys if key in self._by_key]
        return [self.entry(other) for other in dict.fromkeys([number, *known])]

    def __contains__(self, number: int) -> bool:
        return number in self._places

    def update(self, number: int, **changes: Any) -> None:
        """Replace fields of an entry; an entry that was closed meanwhile is no error."""
        if number not in self._places:
            return
        key = self._places[number]
        before = self.entry(number)
        after = replace(before, **changes)
        # Counted as they change: a folder may hold fifty thousand.
        self._counts[before.outcome.value] -= 1
        self._counts[after.outcome.value] += 1
        if "header" in changes and place(after.header, after.path, after.frame) != key[:-1]:
            self._entries.remove(key)
            self._put([after])
            self.moved.emit(number)
        else:
            self._entries.replace(key, after)
            self._by_number[number] = after
        self.entry_changed.emit(number)
        if number == self._current and _verdict(before) != _verdict(after):
            self.verdict_changed.emit()

    def count(self, outcome: str) -> int:
        """Number of entries that are ``classified``, ``refused``, ``failed`` or ``not run``."""
        return self._counts[outcome]

    # The current entry

    @property
    def current(self) -> Entry | None:
        """The entry that is shown."""
        return None if self._current is None else self.entry(self._current)

    @property
    def current_number(self) -> int | None:
        """Its number."""
        return self._current

    @property
    def film(self) -> Film | None:
        """The current entry's film; None while it is read and when it cannot be."""
        return self._film

    def select(self, number: int | None) -> None:
        """Make another entry current. At once nothing of the former one is shown."""
        if number == self._current:
            return
        self._current = number
        self._forget_film()
        self._overlay = replace(self._overlay, map=None)
        self.current_changed.emit()
        self.film_wanted.emit()

    def step(self, by: int) -> None:
        """Select the entry ``by`` places further down in the list as it is shown; stays at the ends."""
        if self._current is not None:
            self.select(self.arrangement.neighbour(self._current, by))

    def near(self) -> list[int]:
        """The current entry, the next and the previous one."""
        if self._current is None:
            return []
        beside = (self.arrangement.neighbour(self._current, by) for by in (1, -1))
        return list(dict.fromkeys([self._current, *beside]))

    def show_film(self, number: int, film: Film) -> None:
        """Show ``film`` if it still belongs to the current entry."""
        if number == self._current:
            self._film = film
            self._inverse = film.radiograph.inverse
            self.film_changed.emit()

    def drop_film(self) -> None:
        """Show no film until the current entry's has been read again."""
        if self._film is not None:
            self._forget_film()
            self.film_changed.emit()

    def _forget_film(self) -> None:
        self._film = self._voi = self._table = None
        self._inverse = self._open_shutter = False
        self._orientation = Orientation()

    # Grey scale

    @property
    def voi(self) -> VoiTransform | None:
        """The window or VOI LUT in use; None without a film."""
        return self._voi or (self._film.radiograph.default_voi if self._film else None)

    @property
    def inverse(self) -> bool:
        """True where small values are shown white."""
        return self._inverse

    @property
    def voi_choices(self) -> tuple[VoiTransform, ...]:
        """The automatic window, then what the file brings."""
        return (self._film.radiograph.automatic_window, *self._film.radiograph.voi) if self._film else ()

    @property
    def table(self) -> NDArray[np.uint8] | None:
        """Display value of every stored value, for :func:`inference.look_up`."""
        if self._table is None and self._film is not None:
            self._table = self._film.radiograph.display_table(self.voi, self._inverse)
        return self._table

    def set_voi(self, voi: VoiTransform) -> None:
        """Show the film through another window or VOI LUT."""
        if self._film is not None:
            self._voi, self._table = voi, None
            self.display_changed.emit()

    def choose_voi(self, index: int) -> None:
        """Take one of :attr:`voi_choices`; there need not be one."""
        if index < len(self.voi_choices):
            self.set_voi(self.voi_choices[index])

    def set_inverse(self, inverse: bool) -> None:
        """Swap black and white, or not."""
        if self._film is not None and inverse != self._inverse:
            self._inverse, self._table = inverse, None
            self.display_changed.emit()

    @property
    def has_shutter(self) -> bool:
        """The current film's file asks for some of it to be covered."""
        return self._film is not None and self._film.radiograph.shutter is not None

    @property
    def shuttered(self) -> bool:
        """True where some of the current film is covered."""
        return self.has_shutter and not self._open_shutter

    def set_shuttered(self, shuttered: bool) -> None:
        """Cover what the file asks to be covered, or show all."""
        if self.has_shutter and shuttered != self.shuttered:
            self._open_shutter = not shuttered
            self.display_changed.emit()

    def reset_display(self) -> None:
        """Show the film as its file asks."""
        if self._film is not None:
            self._voi, self._inverse, self._table = None, self._film.radiograph.inverse, None
            self._open_shutter = False
            self.display_changed.emit()
            self.set_orientation(Orientation())

    # How it lies

    @property
    def orientation(self) -> Orientation:
        """How the current film lies on the screen; another film begins as its file has it."""
        return self._orientation

    def set_orientation(self, orientation: Orientation) -> None:
        """Turn or mirror the picture of the current film, and nothing else of it."""
        if self._film is not None and orientation != self._orientation:
            self._orientation = orientation
            self.turned.emit()

    @property
    def annotations(self) -> Annotations:
        """How much is written on every film."""
        return self._annotations

    def set_annotations(self, annotations: Annotations) -> None:
        """Write more on the films, or less."""
        if annotations is not self._annotations:
            self._annotations = annotations
            self.annotations_changed.emit()

    # What is not shown yet

    def withhold(self, withholds: Callable[[Entry], bool]) -> None:
        """Ask ``withholds`` whether the numbers and maps of an entry are to wait."""
        self._withholds = withholds

    @property
    def has_numbers(self) -> bool:
        """The current entry was classified, whether its numbers are shown or not."""
        return self.current is not None and _has_numbers(self.current)

    @property
    def withheld(self) -> bool:
        """The current entry has numbers, and they are not to be shown yet."""
        return self.current is not None and self.withholds(self.current)

    def withholds(self, entry: Entry) -> bool:
        """Whether an entry has numbers that are not to be shown yet."""
        return _has_numbers(entry) and self._withholds(entry)

    # Map

    @property
    def overlay(self) -> Overlay:
        """How the map is shown."""
        return self._overlay

    @property
    def saliency(self) -> Saliency | None:
        """The chosen map of the current film; None while the current entry has no numbers to show."""
        entry = self.current
        if entry is None or entry.prediction is None or not entry.saliencies or self.withheld:
            return None
        wanted = self._overlay.map
        if wanted == maps.HIDING and entry.occlusion is not None:
            return maps.hiding_map(entry.occlusion, entry.prediction)
        first = maps.first_map(entry.prediction)
        by_key = {saliency.finding: saliency for saliency in entry.saliencies}
        return by_key.get(wanted or first, by_key[first])

    @property
    def evidence(self) -> Evidence | None:
        """What the chosen map shows, where it is evidence and not the hiding of parts."""
        entry, saliency = self.current, self.saliency
        if entry is None or entry.prediction is None or saliency is None:
            return None
        shown = maps.shown_evidence(entry.prediction)
        return next((evidence for evidence in shown if evidence.head == saliency.finding), None)

    def set_overlay(self, **changes: Any) -> None:
        """Change fields of :class:`Overlay`."""
        overlay = replace(self._overlay, **changes)
        if overlay != self._overlay:
            self._overlay = overlay
            self.overlay_changed.emit()

    # Work

    @property
    def progress(self) -> Progress:
        """How far the run has come."""
        return self._progress

    def set_progress(self, progress: Progress) -> None:
        """Said by the reader."""
        if progress != self._progress:
            self._progress = progress
            self.progress_changed.emit()

    @property
    def model(self) -> ModelIdentity | None:
        """The model that answers; None until it was loaded."""
        return self._model

    def set_model(self, model: ModelIdentity) -> None:
        """Said by the reader."""
        if model != self._model:
            self._model = model
            self.model_changed.emit()

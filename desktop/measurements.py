"""The measurements of the films that are open. They are drawn on the film and go nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.geometry import Kind, Measurement, angle, distance, pixel_size
from desktop.lengths import kind_words, trusted_spacing
from desktop.numbers import number

if TYPE_CHECKING:
    from desktop.document import Document
    from inference import Radiograph


class Measurements(QObject):
    """Those of the current film are on view; the others wait until theirs comes back.

    They belong to an entry and to its film as it was: read again and found to be another, it has none.
    Signals: ``changed()``: others, moved, or another one chosen.
    """

    changed = Signal()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._by_film: dict[tuple[str, int], tuple[Measurement, ...]] = {}
        self._selected: int | None = None
        document.current_changed.connect(self._take_film)
        document.film_changed.connect(self._take_film)
        document.cleared.connect(self._forget)

    def share(self, other: Measurements) -> None:
        """Keep them together with ``other``: a film has the same ones on whichever light box it is."""
        self._by_film = other._by_film

    @property
    def _film(self) -> tuple[str, int] | None:
        current, film = self._document.current, self._document.film
        return (current.key, film.fingerprint) if current and film else None

    @property
    def current(self) -> tuple[Measurement, ...]:
        """Those of the current film, in the order in which they were drawn."""
        return self._by_film.get(self._film, ()) if self._film else ()

    @property
    def selected(self) -> int | None:
        """The index of the one that was chosen."""
        return self._selected

    def add(self, measurement: Measurement) -> None:
        """Keep another one with the current film; it is the chosen one."""
        self._keep((*self.current, measurement), len(self.current))

    def move(self, index: int, point: int, to: tuple[float, float]) -> None:
        """Put one point of one of them elsewhere."""
        kept = list(self.current)
        if index < len(kept):  # it may have been removed while it was held
            kept[index] = kept[index].moved(point, to)
            self._keep(tuple(kept), index)

    def select(self, index: int | None) -> None:
        """Choose one, or none."""
        if index != self._selected:
            self._selected = index
            self.changed.emit()

    def remove(self) -> None:
        """The chosen one, else the last."""
        kept = list(self.current)
        if kept:
            del kept[-1 if self._selected is None else self._selected]
            self._keep(tuple(kept), None)

    def _keep(self, measurements: tuple[Measurement, ...], selected: int | None) -> None:
        if self._film is not None:
            self._by_film[self._film] = measurements
            self._selected = selected
            self.changed.emit()

    @Slot()
    def _forget(self) -> None:
        self._by_film.clear()

    @Slot()
    def _take_film(self) -> None:
        self._selected = None
        self.changed.emit()


def measured(measurement: Measurement, radiograph: Radiograph) -> str:
    """The result in words: millimetres with their kind where the film has them, else pixels."""
    size = pixel_size(radiograph)
    if measurement.kind is Kind.ANGLE:
        start, vertex, end = measurement.points
        return f"{number(angle(start, vertex, end, size), '.1f')}°"
    start, end = measurement.points
    length, spacing = distance(start, end, size), trusted_spacing(radiograph)
    if spacing is not None:
        return f"{number(length, '.1f')} mm, {kind_words(spacing)}"
    if size.across != size.down:
        text = QCoreApplication.translate("lengths", "{pixels:.0f} px (widths of a pixel)")
        return text.format(pixels=length)
    return QCoreApplication.translate("lengths", "{pixels:.0f} px").format(pixels=length)

"""From film to film by the wheel, which never changes the patient: a hand moves it without meaning to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from desktop.actions import Actions
from desktop.document import Document
from desktop.grouping import patient_part
from desktop.image_view import ImageView


class Paging(QObject):
    """The current film, over whichever of ``views`` the wheel is turned: as the keys do it.

    No film is passed before it was on view, and none is taken from under a hand that drags or draws.
    Signals: ``stopped(text)``: the next film is another patient's.
    """

    stopped = Signal(str)

    def __init__(
        self, document: Document, actions: Actions, views: Sequence[ImageView], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._actions, self._views = document, actions, views
        for view in views:
            view.film_turned.connect(self._turn)

    @Slot(int)
    def _turn(self, by: int) -> None:
        document = self._document
        current = document.current
        waits = document.film is None and current is not None and current.viewable
        if current is None or waits or any(view.in_use for view in self._views):
            return
        beside = document.entry(document.arrangement.neighbour(current.number, by))
        if patient_part(beside.header) == patient_part(current.header):
            document.step(by)
            return
        key = self._actions.key_or_name("next" if by > 0 else "previous")
        self.stopped.emit(self.tr("The wheel stays with the patient: {key} goes on.").format(key=key))

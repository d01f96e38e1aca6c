"""Two views that zoom and pan together."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.document import Document
from desktop.image_view import ImageView
from desktop.viewpoint import Shift


class LinkedViews(QObject):
    """Whatever the user does to one of both views, the other follows (:mod:`desktop.viewpoint`).

    Linked anew, they keep how the user put the films beside each other meanwhile: two films of one chest
    seldom lie alike. To fit one, or another film, ends that.
    """

    def __init__(
        self, first: tuple[ImageView, Document], second: tuple[ImageView, Document], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._first, self._second = first[0], second[0]
        self._leader = self._first
        self._linked = True
        # From the first to the second.
        self._shift = Shift()
        for view, document in (first, second):
            view.viewpoint_changed.connect(partial(self._lead, view))
            view.resized.connect(self._follow)
            document.film_changed.connect(self._begin_anew)

    @property
    def linked(self) -> bool:
        """One follows the other."""
        return self._linked

    def set_linked(self, linked: bool) -> None:
        """Let them go each for itself, or together from here on."""
        self._linked = linked
        one, other = self._first.viewpoint, self._second.viewpoint
        fitted = self._first.fitted and self._second.fitted
        self._shift = one.shift_to(other) if one and other and not fitted else Shift()

    def _lead(self, view: ImageView) -> None:
        self._leader = view
        if view.fitted:
            self._shift = Shift()
        self._follow()

    def _begin_anew(self) -> None:
        """A film that comes takes its place beside the other one; the current one never jumps for it."""
        self._leader, self._shift = self._first, Shift()
        self._follow()

    def _follow(self) -> None:
        if not self._linked:
            return
        first_leads = self._leader is self._first
        follower = self._second if first_leads else self._first
        viewpoint = self._leader.viewpoint
        if viewpoint is None or follower.viewpoint is None:
            return
        if self._leader.fitted:
            follower.look_from(None)
        else:
            follower.look_from(viewpoint.shifted(self._shift if first_leads else self._shift.reversed))

"""What a key does on the film for as long as it is held: the left button pans, or a lens is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.commands import MAGNIFIER_KEY, PAN_KEY
from desktop.key_bindings import held_key
from desktop.tapping import PEEK_MS, HeldKey

if TYPE_CHECKING:
    from desktop.document import Document
    from desktop.image_view import ImageView
    from desktop.magnifier import Magnifier


class HeldKeys:
    """Belongs to the view. The key that pans does something else when it is only tapped."""

    def __init__(self, document: Document, view: ImageView, magnifier: Magnifier) -> None:
        self._document, self._view, self._magnifier = document, view, magnifier
        self._pan, self._pans, self._used = HeldKey(), False, False
        self.take_keys()

    def take_keys(self) -> None:
        """Those that the user chose to hold."""
        self._pan_key, self._magnifier_key = held_key(PAN_KEY), held_key(MAGNIFIER_KEY)

    @property
    def pans(self) -> bool:
        """The key that pans is down."""
        return self._pans

    def use(self) -> None:
        """A button goes down: a key that is held now is no tap any more."""
        self._used |= self._pans

    def press(self, event: QKeyEvent) -> bool:
        """A key goes down; False where it is none of these."""
        if event.key() == self._pan_key:
            if not event.isAutoRepeat():
                if self._pan.press(event.timestamp()):
                    self._used = False
                self._pans = True
                self._view.show_cursor()
        elif event.key() == self._magnifier_key and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.magnify()
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        """A key goes up; False where it is none of these."""
        if event.isAutoRepeat():
            return False
        if event.key() == self._pan_key:
            held_ms = self._pan.release(event.timestamp())
            tapped = self._pans and not self._used and (held_ms or 0) <= PEEK_MS
            self._stop_panning()
            if tapped and self._document.film is not None:
                self._view.space_tapped.emit()
        elif event.key() == self._magnifier_key:
            self.lay_down_lens()
        else:
            return False
        return True

    def let_go(self) -> None:
        """The keyboard is elsewhere now, and says no more when a key goes up."""
        self._stop_panning()
        self.lay_down_lens()

    def lay_down_lens(self) -> None:
        """It does not look at another film by itself."""
        self._magnifier.hide()

    def magnify(self) -> None:
        """At the cursor; in the middle where that is elsewhere, for those who use keys alone."""
        if self._document.film is not None:
            at = self._view.mouse.cursor or self._view.viewport().rect().center()
            self._magnifier.look_at(at, self._view.film_to_screen())

    def follow(self) -> None:
        """The cursor or the film moved; the lens, where there is one, goes with it."""
        if self._magnifier.isVisible():
            self.magnify()

    def _stop_panning(self) -> None:
        self._pans = False
        self._view.show_cursor()

"""Four steps over the window as it is, at the first start and whenever somebody asks for them.

It is no dialog: what it points at can be used at once, and whoever opens a film has found the way already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolBar, QWidget

from desktop import mouse_bindings, settings
from desktop.callout import BELOW, LEFT, RIGHT, WITHIN, Callout
from desktop.commands import COMMANDS

if TYPE_CHECKING:
    from desktop.actions import Actions
    from desktop.announcing import Announcer
    from desktop.document import Document


@dataclass(frozen=True)
class Step:
    """What it says, and which part of the window it points at from where."""

    title: str
    text: str
    part: QWidget
    side: str


class Tour(QObject):
    """Back, Next and Skip; Escape skips it from anywhere in the window.

    The sample film leads on to the second step; any other film ends it.
    """

    def __init__(
        self,
        document: Document,
        actions: Actions,
        announcer: Announcer,
        window: QWidget,
        view: QWidget,
        panel: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._actions, self._announcer = document, actions, announcer
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place_again)
        self._window, self._view, self._panel = window, view, panel
        bar = window.findChild(QToolBar)
        assert bar is not None
        self._help = bar.widgetForAction(actions["keys"])
        self._at = 0
        self._takes_sample = False
        self.callout = Callout(window)
        self.callout.back.setText(self.tr("Back"))
        self.callout.skip.setText(self.tr("Skip"))
        self.callout.extra.setText(self.tr("Open the sample film"))
        self.callout.back.clicked.connect(lambda: self._go(self._at - 1))
        self.callout.next.clicked.connect(self._next)
        self.callout.skip.clicked.connect(self.end)
        self.callout.extra.clicked.connect(self._open_sample)
        document.added.connect(self._film_opened)
        for watched in (window, view, panel):
            watched.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """A step is on view."""
        return not self.callout.isHidden()

    @property
    def step(self) -> int:
        """Which, from 0 on."""
        return self._at

    @Slot()
    def begin(self) -> None:
        """From the first step on; where films are open, from the second."""
        settings.TOUR_SEEN.save(True)
        self._go(1 if self._document.entries else 0)
        self.callout.next.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def end(self) -> None:
        """No callout, and the keyboard on the film."""
        if self.is_on:
            had_keyboard = self.callout.isAncestorOf(self._window.focusWidget() or self._window)
            self.callout.hide()
            self._takes_sample = False
            if had_keyboard:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _steps(self) -> list[Step]:
        """Said anew each time: the user may have chosen other keys, or another mouse."""
        impressions = [self._actions.key_or_name(f"impression.{name}") for name in ("covid19", "unsure")]
        return [
            Step(
                self.tr("Drop films here"),
                self.tr(
                    "Single files, whole folders, ZIPs or the CD of another clinic. Or {key} to choose "
                    "them. The sample film is drawn by a program and shows nobody."
                ).format(key=self._actions.key_or_name("open")),
                self._view,
                WITHIN,
            ),
            Step(
                self.tr("The film and the mouse"),
                self._about_mouse(),
                self._view,
                WITHIN,
            ),
            Step(
                self.tr("First whether, then how much"),
                self.tr(
                    "Here stands first whether the model may be asked about this film at all. Then it asks "
                    "for your own impression ({first} to {last}), and only then shows its numbers: who has "
                    "seen a number reads towards it."
                ).format(first=impressions[0], last=impressions[1]),
                self._panel,
                # Over the film, which lies beside it.
                RIGHT if self._window.isRightToLeft() else LEFT,
            ),
            Step(self.tr("When you need help"), self._about_help(), self._help, BELOW),
        ]

    def _about_mouse(self) -> str:
        chosen = [mouse_bindings.in_words(gesture) for gesture in mouse_bindings.CHOSEN]
        others = self.tr("{previous} and {next} go to other films.")
        if not mouse_bindings.wheel_turns_films():
            others = self.tr("The wheel never leaves the film; {previous} and {next} go to other films.")
        others = others.format(
            previous=self._actions.key_or_name("previous"), next=self._actions.key_or_name("next")
        )
        return " ".join([self.tr("Left drag: window and level."), *chosen, others])

    def _about_help(self) -> str:
        text = self.tr(
            "{keys} lists every key, and changes them. {card} opens the card of the model: what it was "
            "measured on, and where it fails. This tour is in the Help menu."
        ).format(keys=self._actions.key_or_name("keys"), card=self._actions.key_or_name("card"))
        if any(command.id == "preferences" for command in COMMANDS):
            wishes = self.tr("Text size, colours and motion are in the preferences ({key}).")
            text = f"{text} {wishes.format(key=self._actions.key_or_name('preferences'))}"
        return text

    def _go(self, to: int) -> None:
        steps = self._steps()
        self._at = min(max(to, 0), len(steps) - 1)
        step, last = steps[self._at], self._at == len(steps) - 1
        count = self.tr("{number} of {total}").format(number=self._at + 1, total=len(steps))
        card = self.callout
        card.say(step.title, step.text, count)
        card.back.setEnabled(self._at > 0)
        card.next.setText(self.tr("Done") if last else self.tr("Next"))
        card.skip.setVisible(not last)
        card.extra.setVisible(self._at == 0 and self._actions["open_sample"].isEnabled())
        if not card.back.isEnabled() and card.back.hasFocus():
            card.next.setFocus(Qt.FocusReason.TabFocusReason)
        self._place()
        self._announcer.say(f"{step.title}. {step.text} {count}")

    @Slot()
    def _next(self) -> None:
        if self._at == len(self._steps()) - 1:
            self.end()
        else:
            self._go(self._at + 1)

    @Slot()
    def _open_sample(self) -> None:
        self._takes_sample = True
        self._actions["open_sample"].trigger()

    @Slot()
    def _film_opened(self) -> None:
        if self.is_on and self._takes_sample:
            self._takes_sample = False
            self._go(1)
            self.callout.next.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.end()

    def _place(self) -> None:
        step = self._steps()[self._at]
        part, side = step.part, step.side
        area, view = self._place_of(part), self._place_of(self._view)
        if not part.isVisible():
            # The panel comes with the first film; in full screen there is no tool bar.
            edges = {LEFT: view.right(), RIGHT: view.left()}
            area = QRect(edges[side], view.top(), 1, view.height()) if side in edges else view
            side = side if side in edges else WITHIN
        # What stands beside the panel stands over the film, and not over the list as well.
        self.callout.point_at(area, side, view if side in (LEFT, RIGHT) else None)

    def _place_of(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self._window, part.rect().topLeft()), part.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.is_on:
            kind = event.type()
            if kind in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move):
                # When everything has its new place.
                self._soon.start()
            elif watched is self._window and isinstance(event, QKeyEvent):
                return self._escaped(event)
        return super().eventFilter(watched, event)

    def _escaped(self, event: QKeyEvent) -> bool:
        """Before the command that the key gives otherwise."""
        if event.key() != Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.end()
            return True
        return False

    @Slot()
    def _place_again(self) -> None:
        if self.is_on:
            self._place()

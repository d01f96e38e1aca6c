"""Builds everything and wires it, once."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop import roles, settings
from desktop.actions import Actions
from desktop.announcing import Announcer
from desktop.appearance import Appearance
from desktop.columns import LIST, PANEL, Columns
from desktop.commands import FILE_WINDOWS
from desktop.compare_view import Pair, Subject
from desktop.comparison import Comparison
from desktop.contours import Contours
from desktop.corners import Corners
from desktop.dialogs import Dialogs
from desktop.document import Document
from desktop.film_edges import FilmEdges
from desktop.film_list import FilmList
from desktop.garbage import Collector
from desktop.gestures import Tool
from desktop.histogram_view import HistogramView
from desktop.image_view import ImageView
from desktop.impression_view import ImpressionView
from desktop.impressions import ANSWERS, Impressions
from desktop.installation_check import InstallationCheck, installation
from desktop.jobs import Jobs
from desktop.journal import Journal
from desktop.list_column import ListColumn
from desktop.looks import BoxLook
from desktop.main_window import MainWindow
from desktop.map_key import MapKey
from desktop.messages import Surprises
from desktop.orientation import Orientation
from desktop.paging import Paging
from desktop.panel import ResultPanel
from desktop.passwords import Passwords
from desktop.placeholder import Placeholder
from desktop.probing import Box, ProbeBox, Probing
from desktop.reader import Reader
from desktop.remembering import Remembering
from desktop.resources import samples
from desktop.right_column import RightColumn
from desktop.seen import Seen
from desktop.single_instance import Mailbox
from desktop.spoken import SpokenFilm
from desktop.status import StatusBar
from desktop.tool_bar_keys import ToolBarKeys, in_order

if TYPE_CHECKING:
    from inference import Classifier, Loader

OPACITY_STEP = 0.1
MESSAGE_MS = 4000


def bundled_classifier() -> Classifier:
    """The model that comes with the program. Runs in the worker."""
    from inference import Classifier

    return Classifier()


def own_loader() -> Loader:
    """What reads files. Runs in the worker."""
    from inference import Loader

    return Loader()


def _forget_visited_folders() -> None:
    """Qt's own file dialog remembers where one has been, and folders are named after patients."""
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")


def _quit_when_interrupted() -> None:
    """Ctrl-C in the terminal closes the window.

    Python's own handler raises an exception wherever the program is, and where that is a call-back of the
    cycle collector, nobody ever hears of it.
    """
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda *_: QTimer.singleShot(0, QCoreApplication.quit))


class App(QObject):
    """The running program: its parts, and what the commands do with them.

    ``make_classifier`` and ``make_loader`` are called in the worker. ``window`` may be on the screen
    already; then it is not to be deaf for as long as everything takes: not ``at_once``, but the second
    half by :meth:`furnish`, after which the program is complete.
    """

    def __init__(
        self,
        make_classifier: Callable[[], Classifier] = bundled_classifier,
        window: MainWindow | None = None,
        make_loader: Callable[[], Loader] = own_loader,
        at_once: bool = True,
    ) -> None:
        super().__init__()
        roles.install()
        self.document = Document(self)
        self.jobs = Jobs(self)
        self.impressions = Impressions(self.document, self)
        self.probing = Probing(self.document, self)
        self.journal = Journal(self)
        self.remembering = Remembering(self.document, self.impressions, self.journal, self.jobs, self)
        note, recall = self.remembering.note, self.remembering.recall
        self.reader = Reader(self.document, self.jobs, make_classifier, make_loader, note, recall, self)
        self.comparison = Comparison(self.document, self.reader, self)
        self.surprises = Surprises(self)
        self.collector = Collector(self)
        self.mailbox = Mailbox(self)
        self.appearance = Appearance(self)
        self.installation_check = InstallationCheck(self)
        self.window = window or MainWindow()
        self.passwords = Passwords(self.window)
        self.view = ImageView(self.document)
        self.films = FilmList(self.document)
        self.list = ListColumn(self.document, self.films)
        # To changes of settings, until it is closed for the first time.
        self._listens = True
        # Not kept beyond the program's end: folders are named after patients.
        self._last_folder = ""
        if at_once:
            self.furnish()

    def furnish(self) -> None:
        """Commands and their keys, and what calls for them; then everything goes to its place."""
        self.dialogs = Dialogs(self.window, self.document, self.remembering, self.view)
        self.actions = Actions(self.document, self._handlers(), self.window)
        self.actions.add_light_box(self.comparison.side)
        self.pair = Pair(
            self.document, self.view, self.comparison,
            self.actions["compare.link"], self.actions["compare.choose"],
        )  # fmt: skip
        self.paging = Paging(self.document, self.actions, (self.view, self.pair.side_view), self)
        wanted = ("map", "hide_parts", "tool.box", "card", "read_again")
        answers = [self.actions[f"impression.{answer}"] for answer in ANSWERS]
        impression = ImpressionView(self.document, self.impressions, answers)
        self.panel = ResultPanel(
            self.document, self.probing, impression, *(self.actions[command] for command in wanted)
        )
        self.seen = Seen(self.document, self.impressions, self.panel)
        bottom = [self.actions[command] for command in ("cancel", "run_rest", "list")]
        self.status = StatusBar(self.document, *bottom)
        self.edges = FilmEdges(self.document, self.view)
        self.contours = Contours(self.document, self.view)
        self.probe_box = ProbeBox(self.probing, self.view)
        self.corners = Corners(self.document, self.view)
        self.placeholder = Placeholder(self.document, self.view)
        self.placeholder.add_button(self.actions["open"], self.tr("Open files…"), primary=True)
        if self.actions["open_sample"].isEnabled():
            self.placeholder.add_button(self.actions["open_sample"], self.tr("Open the sample film"))
        self.histogram = HistogramView(self.document)
        self.right = RightColumn(self.panel, self.histogram, Subject(self.comparison))
        self.columns = Columns(self.list, self.pair, self.right, self.view)
        self.columns.take(settings.COLUMN_WIDTHS.load())
        self.actions.fill_menu_bar(self.window.menuBar())
        bar = self.actions.tool_bar()
        self.window.fill(bar, self.columns, self.status)
        in_order(
            *ToolBarKeys(bar).buttons, self.list.line, self.list.button, self.films,
            self.view, self.pair.side_view, self.pair.chooser, self.pair.link_button, self.panel,
        )  # fmt: skip
        self.spoken = SpokenFilm(self.document, self.view)
        self.announcer = Announcer(self.document, self.window)
        self.map_key = MapKey(self.actions["map"], self.document, self.window)
        self.actions["tool.window"].setChecked(True)
        self.actions["compare.link"].setChecked(True)
        for column, command in ((LIST, "list"), (PANEL, "panel")):
            self.actions[command].setChecked(not self.columns.is_folded(column))
        self.actions["read_first"].setChecked(self.impressions.read_first)
        self._take_setting(settings.HISTOGRAM.key)
        self._connect()
        self._arrange()
        # Tab goes on from the film; without this it would begin with the tool bar.
        self.view.setFocus()

    def _connect(self) -> None:
        document = self.document
        self.window.dropped.connect(self.open)
        self.window.closing.connect(self.close)
        self.columns.folded.connect(self._folded)
        self.window.came_back.connect(self.reader.doubts.ask_all)
        self.window.drag_over.connect(self.view.mark_as_target)
        self.window.installEventFilter(self)
        for view in (self.view, self.pair.side_view):
            view.menu_wanted.connect(self._show_menu)
            view.full_screen_wanted.connect(self.actions["full_screen"].trigger)
            view.space_tapped.connect(self.actions["annotations"].trigger)
            view.key_hand.told.connect(self.announcer.say_at_rest)
            self.actions.keys_changed.connect(view.take_keys)
        self.pair.shown_changed.connect(lambda: self.actions.show(self.pair.document))
        self.paging.stopped.connect(lambda text: self.status.showMessage(text, MESSAGE_MS))
        self.paging.stopped.connect(self.announcer.say_at_rest)
        self.comparison.changed.connect(self._compared)
        self.view.box_dragged.connect(self.probing.drag)
        self.probing.asked.connect(self._probe)
        self.films.film_wanted.connect(self.view.setFocus)
        self.reader.looked.connect(self._looked_for_new)
        self.reader.locked.connect(self.passwords.ask)
        self.passwords.given.connect(self.reader.unlock)
        document.cleared.connect(self.passwords.forget)
        self.reader.surprised.connect(self.surprises.tell)
        self.remembering.surprised.connect(self.surprises.tell)
        self.journal.broken.connect(self._journal_broken)
        self.mailbox.received.connect(self._received)
        self.surprises.happened.connect(self._show_surprise, Qt.ConnectionType.QueuedConnection)
        settings.changes.changed.connect(self._take_setting)
        self.appearance.changed.connect(self.actions.take_icons)
        document.added.connect(self._arrange)
        document.cleared.connect(self._arrange)
        document.current_changed.connect(self._name_window)
        document.film_changed.connect(self._name_window)

    def start(self, paths: list[str]) -> None:
        """Begin with ``paths``, or get ready for what will be dropped."""
        self.view.setFocus()
        self.surprises.install()
        _quit_when_interrupted()
        self.collector.start()
        self.mailbox.open()
        if settings.FULL_SCREEN.load():
            self.actions["full_screen"].trigger()
        if paths:
            self.open(paths)
        else:
            self.reader.warm_up(samples())
            if not settings.TOUR_SEEN.load():
                # What is on the screen already comes first.
                QTimer.singleShot(0, self._show_tour)

    def check_installation_once(self) -> None:
        """Check a new installation when nothing else is to do, and say so only where it does not pass."""
        self.jobs.idle.connect(self._check_new_installation, Qt.ConnectionType.SingleShotConnection)

    @Slot()
    def close(self) -> None:
        """Remember the columns, drop what is waiting, wait for what is running."""
        settings.COLUMN_WIDTHS.save(self.columns.chosen)
        if self._listens:
            self._listens = False
            settings.changes.changed.disconnect(self._take_setting)
            self.appearance.close()
        self.window.hide()
        self.mailbox.close()
        self.passwords.forget()
        self.reader.close()
        self.jobs.close()
        self.installation_check.close()
        self.remembering.close()
        self.collector.stop()
        self.surprises.uninstall()

    # What the commands do

    def _handlers(self) -> dict[str, Callable[..., object]]:
        document, reader, comparison = self.document, self.reader, self.comparison
        return {
            "open": self._choose_files,
            "open_folder": self._choose_folder,
            "open_sample": lambda: self.open(samples()),
            "paste": self._paste,
            "read_again": self._read_again,
            "look_for_new": reader.look_for_new,
            "run_rest": reader.run_rest,
            "cancel": reader.cancel,
            "close_all": reader.close_all,
            "empty_journal": self.dialogs.empty_journal,
            "preferences": self.dialogs.show_preferences,
            "quit": self.window.close,
            "previous": lambda: document.step(-1),
            "next": lambda: document.step(1),
            **{tool.value: lambda _, tool=tool: self.pair.set_tool(tool) for tool in Tool},
            **{f"voi.{i}": lambda i=i: self.pair.document.choose_voi(i) for i in range(FILE_WINDOWS + 1)},
            "remove_measurement": lambda: self.pair.document.measurements.remove(),
            "next_measurement": lambda: self.pair.shown.key_hand.next_measurement(),
            "invert": lambda: self.pair.document.set_inverse(not self.pair.document.inverse),
            "turn_right": lambda: self._turn(lambda lies: lies.turned(1)),
            "turn_left": lambda: self._turn(lambda lies: lies.turned(-1)),
            "flip_across": lambda: self._turn(lambda lies: lies.flipped_across()),
            "flip_down": lambda: self._turn(lambda lies: lies.flipped_down()),
            "shutter": lambda shut: self.pair.document.set_shuttered(shut),
            "fit": lambda: self.pair.shown.fit(),
            "actual_size": lambda: self.pair.shown.actual_size(),
            "zoom_in": lambda: self.pair.shown.zoom_in(),
            "zoom_out": lambda: self.pair.shown.zoom_out(),
            "reset": self._reset,
            "map": lambda shown: document.set_overlay(shown=shown),
            "map.fainter": lambda: self._change_opacity(-OPACITY_STEP),
            "map.stronger": lambda: self._change_opacity(OPACITY_STEP),
            "hide_parts": reader.hide_and_look,
            "compare": comparison.set_on,
            "compare.choose": self._choose_to_compare,
            "compare.older": lambda: comparison.step(1),
            "compare.newer": lambda: comparison.step(-1),
            "compare.link": lambda linked: self.pair.links.set_linked(linked),
            "annotations": lambda: document.set_annotations(document.annotations.next),
            "filter": self._filter,
            "list": lambda shown: self._show_column(LIST, shown),
            "panel": lambda shown: self._show_column(PANEL, shown),
            "histogram": settings.HISTOGRAM.save,
            "full_screen": self._full_screen,
            "read_first": lambda read_first: self.impressions.set_read_first(read_first),
            **{f"impression.{a}": lambda a=a: self.impressions.record(a) for a in ANSWERS},
            "keys": lambda: self.dialogs.show_keys(self.actions),
            "card": self.dialogs.show_card,
            "tour": self._show_tour,
            "installation_check": lambda: self.dialogs.show_installation_check(self.installation_check),
            "crash_reports": self.dialogs.show_crash_reports,
            "about": self.dialogs.show_about,
        }

    @Slot(list)
    def open(self, paths: list[str]) -> None:
        """List and read what is behind ``paths``."""
        if paths:
            self._last_folder = str(Path(paths[0]).absolute().parent)
            self.passwords.ask_again(*paths)
            self.reader.open(paths)

    def _choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Open films"), self._last_folder)
        _forget_visited_folders()
        self.open(paths)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self.window, self.tr("Open a folder of films"), self._last_folder
        )
        _forget_visited_folders()
        self.open([folder] if folder else [])

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if not paths and data.hasText():
            paths = [line.strip() for line in data.text().splitlines() if Path(line.strip()).is_absolute()]
        self.open(paths)

    def _read_again(self) -> None:
        watched = (self.document.current, self.comparison.other)
        self.passwords.ask_again(*(film.source.path for film in watched if film and film.source))
        self.reader.read_again()

    def _reset(self) -> None:
        if self.pair.shown.cancel_drawing():
            return
        if self._leave_full_screen():
            return
        if self.probing.box is not None:
            self.probing.clear()
            return
        self.pair.document.reset_display()
        self.pair.shown.fit()

    def _turn(self, turned: Callable[[Orientation], Orientation]) -> None:
        shown = self.pair.document
        shown.set_orientation(turned(shown.orientation))

    def _choose_to_compare(self) -> None:
        from desktop.choose_film import ChooseFilm

        dialog = ChooseFilm(self.document, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.comparison.choose)
        dialog.open()

    @Slot()
    def _compared(self) -> None:
        """The command says whether there are two, however that came about."""
        self.actions["compare"].setChecked(self.comparison.on)
        other = self.comparison.other
        self.films.rows.set_beside(other.number if other is not None else None)

    @Slot(tuple)
    def _probe(self, box: Box) -> None:
        if self.document.current_number is not None:
            self.reader.look(BoxLook(self.probing, self.document.current_number, box))

    def _change_opacity(self, by: float) -> None:
        opacity = min(max(self.document.overlay.opacity + by, 0.1), 1.0)
        self.document.set_overlay(opacity=round(opacity, 2))

    @Slot(int, bool)
    def _folded(self, column: int, folded: bool) -> None:
        """The command says whether the column is in view, however that came about."""
        self.actions["list" if column == LIST else "panel"].setChecked(not folded)

    def _show_column(self, column: int, shown: bool) -> None:
        """As asked; whoever asks for one in full screen gets the window back with it."""
        if self._leave_full_screen():
            self.columns.fold(column, False)
            self._folded(column, False)
        else:
            self.columns.fold(column, not shown)

    def _leave_full_screen(self) -> bool:
        """False where it was not on."""
        full = self.actions["full_screen"].isChecked()
        if full:
            self.actions["full_screen"].trigger()
        return full

    def _full_screen(self, full: bool) -> None:
        self.window.set_full_screen(full)
        self.corners.disclaim(full)
        self._arrange()

    @Slot()
    def _show_tour(self) -> None:
        self.dialogs.show_tour(self.actions, self.announcer, self.panel)

    @Slot()
    def _check_new_installation(self) -> None:
        if settings.CHECKED_INSTALLATION.load() != installation():
            self.installation_check.finished.connect(
                lambda found: self.dialogs.show_failed_check(self.installation_check, found)
            )
            self.installation_check.start()

    @Slot(str)
    def _take_setting(self, key: str) -> None:
        """The user chose something in the Preferences, or forgot everything."""
        if key == settings.READ_FIRST.key:
            self.actions["read_first"].setChecked(settings.READ_FIRST.load())
            if self.impressions.read_first != settings.READ_FIRST.load():
                self.impressions.set_read_first(settings.READ_FIRST.load())
        elif key == settings.HISTOGRAM.key:
            self.actions["histogram"].setChecked(settings.HISTOGRAM.load())
            self.right.want_histogram(settings.HISTOGRAM.load())
        elif key == settings.CHOSEN_KEYS.key:
            self.actions.take_keys()

    # What else happens

    @Slot(str)
    def _journal_broken(self, reason: str) -> None:
        sentence = self.tr(
            "The journal cannot be used ({reason}). The program works without it: results and impressions "
            "are not remembered from here on. File > Empty the journal begins a new one."
        )
        self.dialogs.tell(QMessageBox.Icon.Warning, sentence.format(reason=reason))

    def _filter(self) -> None:
        if self.document.entries:
            # Nobody sees there what is typed, and what it hides.
            self._leave_full_screen()
            self.columns.fold(LIST, False)
            self.list.line.take_keys()

    @Slot(int)
    def _looked_for_new(self, new: int) -> None:
        said = self.tr("%n new files", "", new) if new else self.tr("No new files")
        self.status.showMessage(said, MESSAGE_MS)

    @Slot(list)
    def _received(self, paths: list[str]) -> None:
        """The program was started once more."""
        self.window.show_again()
        self.open(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.actions.take_icons()
        return super().eventFilter(watched, event)

    @Slot()
    def _arrange(self) -> None:
        """Columns only where they have something to say, and none beside a film in full screen."""
        useful = bool(self.document.entries) and not self.actions["full_screen"].isChecked()
        self.columns.set_useful(useful)

    @Slot()
    def _name_window(self) -> None:
        current = self.document.current
        # Alone, Qt takes it for the place of the mark of a changed document.
        title = current.title.replace("[*]", "[*][*]") if current else ""
        self.window.setWindowTitle(f"{title} - Negatoscope" if title else "Negatoscope")

    @Slot(QPoint)
    def _show_menu(self, position: QPoint) -> None:
        if self.pair.document.film is not None:
            menu = self.actions.context_menu(self.window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(position)

    @Slot(str)
    def _show_surprise(self, sentence: str) -> None:
        self.dialogs.tell(QMessageBox.Icon.Warning, sentence)

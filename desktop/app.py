"""Builds everything and wires it, once."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSettings, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop import crash_reports, settings
from desktop.actions import Actions
from desktop.columns import LIST, PANEL, Columns
from desktop.commands import FILE_WINDOWS
from desktop.contours import Contours
from desktop.corners import Corners
from desktop.document import Document
from desktop.film_edges import FilmEdges
from desktop.film_list import FilmList
from desktop.garbage import Collector
from desktop.gestures import Tool
from desktop.histogram_view import HistogramView, below
from desktop.image_view import ImageView
from desktop.impression_view import ImpressionView
from desktop.impressions import ANSWERS, Impressions
from desktop.jobs import Jobs
from desktop.journal import Journal, key_of
from desktop.looks import BoxLook
from desktop.main_window import MainWindow
from desktop.messages import Surprises
from desktop.panel import ResultPanel
from desktop.passwords import Passwords
from desktop.placeholder import Placeholder
from desktop.probing import Box, ProbeBox, Probing
from desktop.reader import Reader
from desktop.remembering import Remembering
from desktop.resources import samples
from desktop.single_instance import Mailbox
from desktop.status import StatusBar

if TYPE_CHECKING:
    from inference import Classifier, Loader, Prediction, Radiograph

# A key held longer than this was meant as a peek.
PEEK_SECONDS = 0.4
OPACITY_STEP = 0.1


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
    already.
    """

    def __init__(
        self,
        make_classifier: Callable[[], Classifier] = bundled_classifier,
        window: MainWindow | None = None,
        make_loader: Callable[[], Loader] = own_loader,
    ) -> None:
        super().__init__()
        self.document = Document(self)
        self.jobs = Jobs(self)
        self.impressions = Impressions(self.document, self)
        self.probing = Probing(self.document, self)
        self.journal = Journal(self)
        self.remembering = Remembering(self.document, self.impressions, self.journal, self.jobs, self)
        self.reader = Reader(self.document, self.jobs, make_classifier, make_loader, self._note, self)
        self.surprises = Surprises(self)
        self.collector = Collector(self)
        self.mailbox = Mailbox(self)
        self.window = window or MainWindow()
        self.passwords = Passwords(self.window)
        self.view = ImageView(self.document)
        self.actions = Actions(self.document, self._handlers(), self.window)
        self.films = FilmList(self.document)
        wanted = ("map", "hide_parts", "tool.box", "card", "read_again")
        answers = [self.actions[f"impression.{answer}"] for answer in ANSWERS]
        impression = ImpressionView(self.document, self.impressions, answers)
        self.panel = ResultPanel(
            self.document, self.probing, impression, *(self.actions[command] for command in wanted)
        )
        self.status = StatusBar(self.document, self.actions["cancel"], self.actions["run_rest"])
        self.edges = FilmEdges(self.document, self.view)
        self.contours = Contours(self.document, self.view)
        self.probe_box = ProbeBox(self.probing, self.view)
        self.corners = Corners(self.document, self.view)
        self.placeholder = Placeholder(self.document, self.view)
        self.placeholder.add_button(self.actions["open"], self.tr("Open files…"), primary=True)
        self.placeholder.add_button(self.actions["open_sample"], self.tr("Open sample"))
        self.histogram = HistogramView(self.document)
        right = below(self.panel, self.histogram)
        self.columns = Columns(self.films, self.view, right, self.window.width())
        self.columns.restoreState(settings.COLUMN_WIDTHS.load())
        self.actions.fill_menu_bar(self.window.menuBar())
        self.window.fill(self.actions.tool_bar(), self.columns, self.status)
        self._folded = {LIST: False, PANEL: False}
        self._map_key_at: float | None = None
        # Not kept beyond the program's end: folders are named after patients.
        self._last_folder = ""
        self.actions["tool.window"].setChecked(True)
        self.actions["list"].setChecked(True)
        self.actions["panel"].setChecked(True)
        self.actions["read_first"].setChecked(self.impressions.read_first)
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        document = self.document
        self.window.dropped.connect(self.open)
        self.window.closing.connect(self.close)
        self.window.drag_over.connect(self.view.mark_as_target)
        self.window.installEventFilter(self)
        self.view.menu_wanted.connect(self._show_menu)
        self.view.full_screen_wanted.connect(self.actions["full_screen"].trigger)
        self.view.box_dragged.connect(self.probing.drag)
        self.probing.asked.connect(self._probe)
        self.reader.locked.connect(self.passwords.ask)
        self.passwords.given.connect(self.reader.unlock)
        document.cleared.connect(self.passwords.forget)
        self.view.space_tapped.connect(self.actions["annotations"].trigger)
        self.reader.surprised.connect(self.surprises.tell)
        self.remembering.surprised.connect(self.surprises.tell)
        self.journal.broken.connect(self._journal_broken)
        self.mailbox.received.connect(self._received)
        self.surprises.happened.connect(self._show_surprise, Qt.ConnectionType.QueuedConnection)
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
        if paths:
            self.open(paths)
        else:
            self.reader.warm_up(samples())

    @Slot()
    def close(self) -> None:
        """Remember the columns, drop what is waiting, wait for what is running."""
        if self.columns.widget(LIST).isVisible() and self.columns.widget(PANEL).isVisible():
            settings.COLUMN_WIDTHS.save(self.columns.saveState())
        self.window.hide()
        self.mailbox.close()
        self.passwords.forget()
        self.reader.close()
        self.jobs.close()
        self.remembering.close()
        self.collector.stop()
        self.surprises.uninstall()

    # What the commands do

    def _handlers(self) -> dict[str, Callable[..., object]]:
        view, document, reader = self.view, self.document, self.reader
        return {
            "open": self._choose_files,
            "open_folder": self._choose_folder,
            "open_sample": lambda: self.open(samples()),
            "paste": self._paste,
            "read_again": self._read_again,
            "run_rest": reader.run_rest,
            "cancel": reader.cancel,
            "close_all": reader.close_all,
            "empty_journal": self._empty_journal,
            "quit": self.window.close,
            "previous": lambda: document.step(-1),
            "next": lambda: document.step(1),
            **{tool.value: lambda _, tool=tool: view.set_tool(tool) for tool in Tool},
            **{f"voi.{i}": lambda i=i: document.choose_voi(i) for i in range(FILE_WINDOWS + 1)},
            "remove_measurement": document.measurements.remove,
            "invert": lambda: document.set_inverse(not document.inverse),
            "turn_right": lambda: document.set_orientation(document.orientation.turned(1)),
            "turn_left": lambda: document.set_orientation(document.orientation.turned(-1)),
            "flip_across": lambda: document.set_orientation(document.orientation.flipped_across()),
            "flip_down": lambda: document.set_orientation(document.orientation.flipped_down()),
            "shutter": document.set_shuttered,
            "fit": view.fit,
            "actual_size": view.actual_size,
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "reset": self._reset,
            "map": lambda shown: document.set_overlay(shown=shown),
            "map.fainter": lambda: self._change_opacity(-OPACITY_STEP),
            "map.stronger": lambda: self._change_opacity(OPACITY_STEP),
            "hide_parts": reader.hide_and_look,
            "annotations": lambda: document.set_annotations(document.annotations.next),
            "list": lambda shown: self._fold(LIST, not shown),
            "panel": lambda shown: self._fold(PANEL, not shown),
            "histogram": lambda shown: self.histogram.setVisible(shown),
            "full_screen": self._full_screen,
            "read_first": self.impressions.set_read_first,
            **{f"impression.{a}": lambda a=a: self.impressions.record(a) for a in ANSWERS},
            "keys": self._show_keys,
            "card": self._show_card,
            "crash_reports": self._show_crash_reports,
            "about": self._show_about,
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
        current = self.document.current
        if current is not None and current.source is not None:
            self.passwords.ask_again(current.source.path)
        self.reader.read_again()

    def _reset(self) -> None:
        if self.view.cancel_drawing():
            return
        if self.actions["full_screen"].isChecked():
            self.actions["full_screen"].trigger()
            return
        if self.probing.box is not None:
            self.probing.clear()
            return
        self.document.reset_display()
        self.view.fit()

    @Slot(tuple)
    def _probe(self, box: Box) -> None:
        if self.document.current_number is not None:
            self.reader.look(BoxLook(self.probing, self.document.current_number, box))

    def _change_opacity(self, by: float) -> None:
        opacity = min(max(self.document.overlay.opacity + by, 0.1), 1.0)
        self.document.set_overlay(opacity=round(opacity, 2))

    def _fold(self, column: int, folded: bool) -> None:
        self._folded[column] = folded
        self._arrange()

    def _full_screen(self, full: bool) -> None:
        self.window.set_full_screen(full)
        self.corners.disclaim(full)
        self._arrange()

    def _show_keys(self) -> None:
        from desktop.keys_dialog import KeysDialog

        dialog = self.window.findChild(KeysDialog)
        if dialog is None:
            dialog = KeysDialog(self.actions, self.window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.activateWindow()

    def _show_card(self) -> None:
        from desktop.card_dialog import CardDialog

        dialog = self.window.findChild(CardDialog)
        if dialog is None:
            dialog = CardDialog(self.document, self.window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.activateWindow()

    def _show_about(self) -> None:
        from desktop.about_dialog import AboutDialog

        dialog = self.window.findChild(AboutDialog)
        if dialog is None:
            dialog = AboutDialog(self.document, self.window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.activateWindow()

    def _show_crash_reports(self) -> None:
        if crash_reports.reports():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(crash_reports.folder())))
        else:
            self._tell(QMessageBox.Icon.Information, self.tr("There are no crash reports."))

    def _empty_journal(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "Negatoscope", "", parent=self.window)
        box.setText(
            self.tr(
                "Empty the journal? The results and impressions of all films so far are forgotten. It "
                "knows the films by the SHA-256 of their files and holds no name and no picture."
            )
        )
        empty = box.addButton(self.tr("Empty"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        empty.clicked.connect(self.remembering.empty)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # What else happens

    def _note(self, radiograph: Radiograph, prediction: Prediction) -> None:
        """Runs in the worker."""
        if radiograph.sha256:
            self.journal.note_result(key_of(radiograph, prediction), prediction)

    @Slot(str)
    def _journal_broken(self, reason: str) -> None:
        sentence = self.tr(
            "The journal cannot be used ({reason}). The program works without it: results and impressions "
            "are not remembered from here on. File > Empty the journal begins a new one."
        )
        self._tell(QMessageBox.Icon.Warning, sentence.format(reason=reason))

    @Slot(list)
    def _received(self, paths: list[str]) -> None:
        """The program was started once more."""
        self.window.show_again()
        self.open(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._is_map_key(event) and not event.isAutoRepeat():
            # A shortcut's press is seen only as the question whether somebody else wants the key.
            if event.type() == QEvent.Type.ShortcutOverride:
                self._map_key_pressed(event.modifiers())
            elif event.type() == QEvent.Type.KeyRelease:
                self._map_key_released()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._map_key_at = None
        return super().eventFilter(watched, event)

    def _is_map_key(self, event: QKeyEvent) -> bool:
        """Whatever key the user chose for it."""
        return QKeySequence(event.key()) in self.actions["map"].shortcuts()

    def _map_key_pressed(self, modifiers: Qt.KeyboardModifier) -> None:
        alone = modifiers == Qt.KeyboardModifier.NoModifier
        self._map_key_at = time.monotonic() if alone and self.actions["map"].isEnabled() else None

    def _map_key_released(self) -> None:
        pressed_at, self._map_key_at = self._map_key_at, None
        if pressed_at is not None and time.monotonic() - pressed_at > PEEK_SECONDS:
            self.document.set_overlay(shown=not self.document.overlay.shown)

    @Slot()
    def _arrange(self) -> None:
        """Columns only where they have something to say, and none beside a film in full screen."""
        useful = bool(self.document.entries) and not self.actions["full_screen"].isChecked()
        for column, folded in self._folded.items():
            self.columns.show_column(column, useful and not folded)

    @Slot()
    def _name_window(self) -> None:
        current = self.document.current
        # Alone, Qt takes it for the place of the mark of a changed document.
        title = current.title.replace("[*]", "[*][*]") if current else ""
        self.window.setWindowTitle(f"{title} - Negatoscope" if title else "Negatoscope")

    @Slot(QPoint)
    def _show_menu(self, position: QPoint) -> None:
        if self.document.film is not None:
            menu = self.actions.context_menu(self.window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(position)

    @Slot(str)
    def _show_surprise(self, sentence: str) -> None:
        self._tell(QMessageBox.Icon.Warning, sentence)

    def _tell(self, icon: QMessageBox.Icon, sentence: str) -> None:
        box = QMessageBox(icon, "Negatoscope", "", parent=self.window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

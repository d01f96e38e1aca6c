"""What the window opens beside itself: each is made, and imported, when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from desktop import crash_reports

if TYPE_CHECKING:
    from desktop.actions import Actions
    from desktop.announcing import Announcer
    from desktop.document import Document
    from desktop.image_view import ImageView
    from desktop.installation_check import InstallationCheck, InstallationCheckDialog
    from desktop.remembering import Remembering
    from desktop.tour import Tour
    from inference import Certificate


class Dialogs(QObject):
    """Of one window. A dialog that is open already comes to the front instead of a second one."""

    def __init__(
        self, window: QWidget, document: Document, remembering: Remembering, view: ImageView
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._view = window, document, view
        self._remembering = remembering
        self.tour: Tour | None = None

    def show_keys(self, actions: Actions) -> None:
        """Every key, to be searched and changed."""
        from desktop.keys_dialog import KeysDialog

        self._show(KeysDialog, lambda: KeysDialog(actions, self._window))

    def show_card(self) -> None:
        """The model card."""
        from desktop.card_dialog import CardDialog

        self._show(CardDialog, lambda: CardDialog(self._document, self._window))

    def show_about(self) -> None:
        """What the program is, and what it is made of."""
        from desktop.about_dialog import AboutDialog

        self._show(AboutDialog, lambda: AboutDialog(self._document, self._window))

    def show_preferences(self) -> None:
        """The settings, and what is kept."""
        from desktop.preferences import Preferences

        self._show(Preferences, lambda: Preferences(self._remembering, self._window))

    def show_tour(self, actions: Actions, announcer: Announcer, panel: QWidget) -> None:
        """The tour, from its first step."""
        from desktop.tour import Tour

        if self.tour is None:
            self.tour = Tour(self._document, actions, announcer, self._window, self._view, panel)
        self.tour.begin()

    def show_installation_check(self, check: InstallationCheck) -> None:
        """The check of this installation, which begins at once."""
        from desktop.installation_check import InstallationCheckDialog

        self._show(InstallationCheckDialog, lambda: running(InstallationCheckDialog(check, self._window)))

    def show_failed_check(self, check: InstallationCheck, found: Certificate) -> None:
        """Of the first start, unless it passed, or is on view already."""
        from desktop.installation_check import InstallationCheckDialog

        if not found.passed and self._window.findChild(InstallationCheckDialog) is None:
            dialog = InstallationCheckDialog(check, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.show_certificate(found)
            dialog.show()

    def show_crash_reports(self) -> None:
        """The folder with what was kept of accidents."""
        if crash_reports.reports():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(crash_reports.folder())))
        else:
            self.tell(QMessageBox.Icon.Information, self.tr("There are no crash reports."))

    def empty_journal(self) -> None:
        """Ask first, telling what is lost."""
        from desktop.forgetting import EmptyJournal

        EmptyJournal(self._remembering, self._window).open()

    def tell(self, icon: QMessageBox.Icon, sentence: str) -> None:
        """A sentence that has to be read; it may quote a file, and is plain text."""
        box = QMessageBox(icon, "Negatoscope", "", parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _show(self, kind: type[QDialog], make: Callable[[], QDialog]) -> None:
        dialog = self._window.findChild(kind)
        if dialog is None:
            dialog = make()
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.activateWindow()


def running(dialog: InstallationCheckDialog) -> InstallationCheckDialog:
    """Begun."""
    dialog.run()
    return dialog

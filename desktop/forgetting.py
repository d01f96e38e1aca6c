"""Questions before something kept is lost: each names what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.remembering import Remembering


class Question(QMessageBox):
    """Asks before ``yes`` is pressed for; it is not the default button."""

    def __init__(self, text: str, yes: str, parent: QWidget | None) -> None:
        super().__init__(QMessageBox.Icon.Question, "Negatoscope", "", parent=parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.yes = self.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Cancel))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


class EmptyJournal(Question):
    """Names how many results and impressions there are, as soon as it is known."""

    def __init__(self, remembering: Remembering, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.yes.setText(self.tr("Empty"))
        self.setText(
            self.tr(
                "Empty the journal? The results and impressions of all films so far are forgotten. It "
                "knows the films by the SHA-256 of their files and holds no name and no picture."
            )
        )
        self.yes.clicked.connect(remembering.empty)
        remembering.counted.connect(self._tell)
        remembering.count()

    @Slot(int, int)
    def _tell(self, results: int, impressions: int) -> None:
        told = self.tr("Results: {results}. Impressions: {impressions}.")
        self.setInformativeText(told.format(results=results, impressions=impressions))


class ForgetSettings(Question):
    """All that was ever set, keys and the window's place too."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.yes.setText(self.tr("Forget"))
        self.setText(
            self.tr(
                "Forget all settings? What stands in this dialog, the keys you chose, and the places of "
                "window and columns go back to what they were at the first start. The journal stays."
            )
        )


class RestoreDefaults(Question):
    """``titles`` are those of the settings that would change."""

    def __init__(self, titles: Sequence[str], parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.yes.setText(self.tr("Restore"))
        self.setText(self.tr("Restore the defaults of these settings?"))
        self.setInformativeText("\n".join(titles))


class DeleteReports(Question):
    """``number`` crash reports."""

    def __init__(self, number: int, parent: QWidget | None) -> None:
        super().__init__("", "", parent)
        self.yes.setText(self.tr("Delete"))
        self.setText(self.tr("Delete all crash reports ({number})?").format(number=number))

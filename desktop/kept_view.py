"""What is kept on this computer: where each thing lies, how large it is, and how to be rid of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QSettings, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop import crash_reports, journal, settings, theme
from desktop.entry import tool_tip
from desktop.forgetting import DeleteReports, EmptyJournal, ForgetSettings
from desktop.remembering import Remembering


class PathField(QLineEdit):
    """A path, shortened in its middle; with the focus all of it, selected and ready to be copied."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__()
        self.path = str(path)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.path)
        self.setToolTip(tool_tip(self.path))
        self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show()
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The context menu copies what is selected.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show()

    def _show(self) -> None:
        room = self.width() - 3 * theme.GRID
        middle = Qt.TextElideMode.ElideMiddle
        text = self.path if self.hasFocus() else self.fontMetrics().elidedText(self.path, middle, room)
        self.setText(text)
        self.setCursorPosition(0)


class KeptView(QWidget):
    """Settings, journal and crash reports; nothing else is kept."""

    def __init__(self, remembering: Remembering) -> None:
        super().__init__()
        self._remembering = remembering
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID)
        self._grid.setVerticalSpacing(theme.GRID // 2)
        self._grid.setColumnStretch(0, 1)
        self._journal_told = ""
        self._settings = self._row(self.tr("Settings"), Path(QSettings().fileName()), self._forget)
        self._journal = self._row(self.tr("Journal"), journal.location(), self._empty)
        self._reports = self._row(self.tr("Crash reports"), crash_reports.folder(), self._delete)
        self._settings[1].setText(self.tr("Forget…"))
        self._journal[1].setText(self.tr("Empty…"))
        self._reports[1].setText(self.tr("Delete…"))
        remembering.counted.connect(self._counted)
        self.refresh()
        remembering.count()

    @property
    def text(self) -> str:
        """What it tells, with whole paths."""
        labels = [label.text() for label in self.findChildren(QLabel)]
        return "\n".join(labels + [field.path for field in self.findChildren(PathField)])

    @property
    def forget_button(self) -> QPushButton:
        """Forgets all settings."""
        return self._settings[1]

    @property
    def empty_button(self) -> QPushButton:
        """Empties the journal."""
        return self._journal[1]

    @property
    def delete_button(self) -> QPushButton:
        """Deletes the crash reports."""
        return self._reports[1]

    @Slot()
    def refresh(self) -> None:
        """Measure again."""
        store = Path(QSettings().fileName())
        self._settings[0].setText(_size([store]))
        place, reports = journal.location(), crash_reports.reports()
        parts = [self._journal_told, _size(place.parent.glob(f"{place.name}*"))]
        self._journal[0].setText(", ".join(filter(None, parts)))
        number = self.tr("Reports: {number}").format(number=len(reports))
        self._reports[0].setText(f"{number}, {_size(reports)}")
        self.delete_button.setEnabled(bool(reports))

    @Slot(int, int)
    def _counted(self, results: int, impressions: int) -> None:
        told = self.tr("Results: {results}, impressions: {impressions}")
        self._journal_told = told.format(results=results, impressions=impressions)
        self.refresh()

    def _row(self, name: str, path: Path, lose: Callable[[], None]) -> tuple[QLabel, QPushButton]:
        row, title, size = self._grid.rowCount(), QLabel(name), QLabel()
        if row > 1:
            self._grid.setRowMinimumHeight(row, theme.GRID)
        for label in (title, size):
            label.setTextFormat(Qt.TextFormat.PlainText)
        size.setProperty("role", "quiet")
        folder, button = QPushButton(self.tr("Open folder")), QPushButton()
        folder.setAccessibleDescription(name)
        button.setAccessibleDescription(name)
        # On Windows the settings lie in the registry, and a folder may not be made yet.
        place = path if not path.suffix else path.parent
        folder.setEnabled(place.is_dir())
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))))
        button.clicked.connect(lose)
        for one in (folder, button):
            one.setAutoDefault(False)
        self._grid.addWidget(title, row + 1, 0)
        self._grid.addWidget(size, row + 1, 1, 1, 2, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(PathField(path, name), row + 2, 0)
        self._grid.addWidget(folder, row + 2, 1)
        self._grid.addWidget(button, row + 2, 2)
        return size, button

    def _forget(self) -> None:
        box = ForgetSettings(self)
        box.yes.clicked.connect(settings.forget_all)
        # Not when it is finished: that it is before this.
        box.yes.clicked.connect(self.refresh)
        box.open()

    def _empty(self) -> None:
        EmptyJournal(self._remembering, self).open()

    def _delete(self) -> None:
        box = DeleteReports(len(crash_reports.reports()), self)
        box.yes.clicked.connect(_delete_reports)
        box.yes.clicked.connect(self.refresh)
        box.open()


def _delete_reports() -> None:
    for report in crash_reports.reports():
        # One that another program holds stays, and is shown to stay.
        with suppress(OSError):
            report.unlink()


def _size(paths: Iterable[Path]) -> str:
    total = 0
    for path in paths:
        with suppress(OSError):
            total += path.stat().st_size
    return QLocale().formattedDataSize(total, 0, QLocale.DataSizeFormat.DataSizeSIFormat)

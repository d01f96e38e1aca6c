"""About the program: version, build, model, and the licence of everything in it, with its text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import fitting, made_of, theme
from desktop.document import Document
from inference import frozen_build, program_version

WIDTH, HEIGHT = 880, 600
LIST_WIDTH = 264


class AboutDialog(QDialog):
    """Listens to the document for the model."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Negatoscope"))
        self._document = document
        self._parts = made_of.parts()
        self._facts, self._list, self._text = QLabel(), QListWidget(), QPlainTextEdit()
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setProperty("role", "quiet")
        self._facts.setWordWrap(True)
        self._facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._list.setFixedWidth(min(theme.scaled(LIST_WIDTH), fitting.room_for(self).width() // 3))
        self._list.setAccessibleName(self.tr("Parts of the program"))
        self._list.setSpacing(theme.GRID // 4)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.addItems([f"{part.name} {part.version}".strip() for part in self._parts])
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Licence"))
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._lay_out()
        self._list.currentRowChanged.connect(self._show_licence)
        document.model_changed.connect(self._tell)
        self._tell()
        self._list.setCurrentRow(0)
        self._list.setFocus()

    @property
    def facts(self) -> str:
        """Version, build and model, as they stand there."""
        return self._facts.text()

    @property
    def parts(self) -> QListWidget:
        """What the program is made of."""
        return self._list

    @property
    def licence(self) -> str:
        """The text on view."""
        return self._text.toPlainText()

    def _lay_out(self) -> None:
        title = QLabel("Negatoscope")
        title.setFont(theme.large(self.font()))
        purpose = QLabel(self.tr("Research use, not a medical device. Not for diagnosis or treatment."))
        purpose.setWordWrap(True)
        heading = QLabel(self.tr("What it is made of, and under which licences"))
        heading.setFont(theme.bold(self.font()))
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        body, foot = QHBoxLayout(), QHBoxLayout()
        body.addWidget(self._list)
        body.addWidget(self._text, 1)
        foot.addStretch()
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[2 * theme.GRID] * 4)
        whole.setSpacing(theme.GRID)
        for widget in (title, purpose, self._facts):
            whole.addWidget(widget)
        whole.addSpacing(theme.GRID)
        whole.addWidget(heading)
        whole.addLayout(body, 1)
        whole.addLayout(foot)
        fitting.fit(self, QSize(theme.scaled(WIDTH), theme.scaled(HEIGHT)))

    @Slot()
    def _tell(self) -> None:
        lines = [self.tr("Version {version}").format(version=program_version())]
        build = frozen_build()
        if build is None:
            lines[0] += self.tr(", run from its source")
        else:
            lines[0] += self.tr(", build {commit} of {date}").format(commit=build.commit, date=build.date)
        if (model := self._document.model) is not None:
            template = self.tr("Model {name} {version}, SHA-256 {sha256}")
            lines.append(template.format(name=model.name, version=model.version, sha256=model.sha256))
        else:
            lines.append(self.tr("The model has not been loaded yet."))
        self._facts.setText("\n".join(lines))

    @Slot(int)
    def _show_licence(self, row: int) -> None:
        if not 0 <= row < len(self._parts):
            return
        part = self._parts[row]
        text = part.text() or self.tr("Its package came without a text; its name says what applies.")
        self._text.setPlainText(f"{part.licence}\n\n{text}")

"""The model card: what the model is, how it was measured, where it fails; to be read and searched."""

from __future__ import annotations

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QObject,
    QRegularExpression,
    QSignalBlocker,
    Qt,
    QUrl,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop import card_style, theme
from desktop.document import Document
from desktop.languages import is_english
from desktop.long_words import BREAK
from desktop.resources import model_card
from desktop.wrapped_items import WrappedItems

SCREEN_SHARE = 0.9
# Lines much longer than these are hard to follow from one to the next.
CONTENTS_WIDTH, TEXT_WIDTH = 216, 720
# Of the dialog, on a small screen: the tables need the room.
CONTENTS_SHARE = 0.25
# Letters of a word, from which on it may be broken: longer ones are checksums and names of files.
LONGEST_WORD = 24
# The title is level 1, and what is below a section is found by reading it.
SECTION_LEVEL = 2
POSITION_ROLE = Qt.ItemDataRole.UserRole


class CardText(QTextBrowser):
    """The card as text. It fetches nothing and opens nothing: links are shown and that is all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAccessibleName(self.tr("Model card"))
        # It is in English, whatever the language around it.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._worn: tuple[object, ...] = ()
        # Qt would break words to make all columns of a table equally narrow.
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)

    def set_card(self, markdown: str) -> None:
        """Show a card, without whatever HTML it may hold."""
        github = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        # Made aside: what is in a view is laid out after each change, and there are 1,500 cells.
        card = QTextDocument(self)
        card.setDefaultFont(self.font())
        card.setDocumentMargin(2 * theme.GRID)
        card.setMarkdown(markdown, github | QTextDocument.MarkdownFeature.MarkdownNoHTML)
        card_style.break_words(card, LONGEST_WORD)
        card_style.dress(card)
        self._worn = theme.current(), card.defaultFont().toString()
        self.setDocument(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # The border of a table makes it a pixel wider than the lines around it, and it would be scrolled.
        self.setLineWrapColumnOrWidth(self.viewport().width() - 1)
        super().resizeEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        # A checksum is compared with another that has no places to be broken at.
        whole = _Selected()
        whole.setPlainText(self.textCursor().selection().toPlainText().replace(BREAK, ""))
        return whole.data()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._dress()

    def _dress(self) -> None:
        """In the colours and sizes of now. Qt tells of fonts that stay, and there are 1,500 cells."""
        wanted = (theme.current(), self.document().defaultFont().toString())
        if wanted != self._worn:
            self._worn = wanted
            card_style.dress(self.document())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # Pictures would be looked for on the disk.
        return QByteArray()


class _Selected(QTextEdit):
    """Makes what the clipboard keeps in Qt: an object of Python's may outlive Python, and crashes then."""

    def data(self) -> QMimeData:
        """All of its text."""
        self.selectAll()
        return self.createMimeDataFromSelection()


class CardDialog(QDialog):
    """The card with its contents on the left and a search above; listens to the document for the model."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About the model"))
        self._document = document
        self._text = CardText()
        self._text.set_card(model_card() or self.tr("# Model card\n\nNo card came with this model."))
        self._identity, self._link = QLabel(), QLabel()
        self._identity.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for label in (self._identity, self._link):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(theme.small(self.font()))
            label.setProperty("role", "quiet")
            label.setWordWrap(True)
        self._link.setVisible(False)
        self._english = QLabel(self.tr("The card itself is in English."))
        self._english.setProperty("role", "quiet")
        self._english.setVisible(not is_english())
        self._contents = self._table_of_contents()
        self._field, self._found = QLineEdit(), QLabel()
        self._field.setPlaceholderText(self.tr("Find in this text"))
        self._field.setAccessibleName(self.tr("Find in this text"))
        self._field.setClearButtonEnabled(True)
        self._field.installEventFilter(self)
        self._found.setProperty("role", "quiet")
        self._hits: list[QTextCursor] = []
        self._hit = -1
        self._lay_out()
        self._field.textChanged.connect(self._search)
        self._text.anchorClicked.connect(self._tell_link)
        self._contents.currentItemChanged.connect(self._go_to_section)
        self._text.verticalScrollBar().valueChanged.connect(self._mark_section)
        document.model_changed.connect(self._tell_model)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._begin_search),
            (QKeySequence.StandardKey.FindNext, lambda: self._step(1)),
            (QKeySequence.StandardKey.FindPrevious, lambda: self._step(-1)),
        ):
            QShortcut(keys, self).activated.connect(act)
        self._tell_model()
        self._mark_section()
        self._text.setFocus()

    @property
    def text(self) -> CardText:
        """The card itself."""
        return self._text

    @property
    def field(self) -> QLineEdit:
        """What is looked for."""
        return self._field

    @property
    def contents(self) -> QListWidget:
        """Its sections."""
        return self._contents

    @property
    def said(self) -> str:
        """What stands around the card: the model, the hits, the link."""
        return "\n".join(label.text() for label in (self._identity, self._found, self._link))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field Return goes on, with Shift back, and the arrows scroll the text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if key == Qt.Key.Key_Escape and self._field.text():
                self._field.clear()
                self._text.setFocus()
                return True
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self._text.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Beside a large text the tables need more of it.
        share = CONTENTS_SHARE / (0.5 + 0.5 * theme.text_scale())
        width = min(theme.scaled(CONTENTS_WIDTH), round(share * self.width()))
        for widget in (self._field, self._contents):
            widget.setFixedWidth(width)

    def _lay_out(self) -> None:
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        search, body, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        search.addWidget(self._field)
        search.addWidget(self._found)
        search.addStretch()
        search.addWidget(self._english)
        body.addWidget(self._contents)
        body.addWidget(self._text, 1)
        foot.addWidget(self._identity, 1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[2 * theme.GRID] * 4)
        whole.setSpacing(theme.GRID)
        for part in (search, body):
            whole.addLayout(part)
        whole.setStretch(1, 1)
        whole.addWidget(self._link)
        whole.addLayout(foot)
        room = self.screen().availableSize() * SCREEN_SHARE
        wanted = self.sizeHint()
        wanted.setWidth(theme.scaled(CONTENTS_WIDTH + TEXT_WIDTH) + 5 * theme.GRID)
        wanted.setHeight(room.height())
        self.resize(wanted.boundedTo(room))

    def _table_of_contents(self) -> QListWidget:
        contents = QListWidget()
        contents.setAccessibleName(self.tr("Contents"))
        WrappedItems(contents)
        contents.setSpacing(theme.GRID // 4)
        contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for level, title, position in card_style.headings(self._text.document()):
            if level == SECTION_LEVEL:
                item = QListWidgetItem(title, contents)
                item.setData(POSITION_ROLE, position)
        return contents

    @Slot(QListWidgetItem)
    def _go_to_section(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        block = self._text.document().findBlock(item.data(POSITION_ROLE))
        top = self._text.document().documentLayout().blockBoundingRect(block).top()
        with QSignalBlocker(self._text.verticalScrollBar()):
            self._text.verticalScrollBar().setValue(round(top))

    @Slot()
    def _mark_section(self) -> None:
        """In the contents, the section that stands at the top of the text."""
        # Before all of it is laid out, which is later, Qt takes a place below for the top.
        at_the_top = self._text.verticalScrollBar().value() == 0
        corner = self._text.viewport().rect().topLeft()
        at = 0 if at_the_top else self._text.cursorForPosition(corner).position()
        rows = range(self._contents.count())
        begun = [row for row in rows if self._contents.item(row).data(POSITION_ROLE) <= at]
        with QSignalBlocker(self._contents):
            self._contents.setCurrentRow(begun[-1] if begun else 0)

    @Slot()
    def _tell_model(self) -> None:
        model = self._document.model
        template = self.tr("{name} {version}\nSHA-256 {sha256}")
        text = self.tr("The model has not been loaded yet.")
        if model is not None:
            text = template.format(name=model.name, version=model.version, sha256=model.sha256)
        self._identity.setText(text)

    @Slot(QUrl)
    def _tell_link(self, address: QUrl) -> None:
        template = self.tr("Link to {address}. This program opens no connection: open it yourself.")
        self._link.setText(template.format(address=address.toDisplayString()))
        self._link.setVisible(True)

    # Search

    @Slot()
    def _begin_search(self) -> None:
        self._field.setFocus()
        self._field.selectAll()

    @Slot(str)
    def _search(self, wanted: str) -> None:
        self._hits = list(self._occurrences(wanted)) if wanted.strip() else []
        self._hit = -1
        self._step(1)

    def _occurrences(self, wanted: str) -> list[QTextCursor]:
        document, hits = self._text.document(), []
        letters = f"{BREAK}?".join(map(QRegularExpression.escape, wanted))
        pattern = QRegularExpression(letters, QRegularExpression.PatternOption.CaseInsensitiveOption)
        cursor = document.find(pattern)
        while not cursor.isNull():
            hits.append(cursor)
            cursor = document.find(pattern, cursor)
        return hits

    def _step(self, by: int) -> None:
        """To the next place found, or the one before; after the last comes the first."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            cursor = QTextCursor(self._hits[self._hit])
            cursor.setPosition(cursor.selectionStart())
            self._text.setTextCursor(cursor)
            self._text.ensureCursorVisible()
        marks, look = [], theme.current()
        for number, hit in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = hit  # type: ignore[attr-defined]
            here = number == self._hit
            ground, letters = (look.accent, look.on_accent) if here else (look.pressed, look.text)
            mark.format.setBackground(QColor(ground))  # type: ignore[attr-defined]
            mark.format.setForeground(QColor(letters))  # type: ignore[attr-defined]
            marks.append(mark)
        self._text.setExtraSelections(marks)
        text = ""
        if self._hits:
            text = self.tr("{number} of {total}").format(number=self._hit + 1, total=len(self._hits))
        elif self._field.text().strip():
            text = self.tr("Not found")
        self._found.setText(text)

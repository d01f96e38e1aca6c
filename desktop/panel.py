"""The result panel: what the model makes of the current film, or why it says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop import theme
from desktop.checks_view import AGE_GROUP, ChecksView
from desktop.colours import BADGES
from desktop.document import Document
from desktop.entry import Entry
from desktop.findings import FindingsTable
from desktop.impression_view import ImpressionView
from desktop.list_words import contradiction, recalled_sentence
from desktop.long_words import breakable
from desktop.map_controls import MapControls
from desktop.messages import check_sentences, error_sentences
from desktop.probing import Probing
from desktop.spoken import spoken_numbers, spoken_verdict
from desktop.verdict_words import probe_sentences, set_sentences

if TYPE_CHECKING:
    from inference import ModelIdentity, Outcome, Prediction

# Longer ones are no language's, but a file's.
LONGEST_WORD = 16


class ResultPanel(QScrollArea):
    """Applicability first; then numbers, or a refusal, or a failure in their place."""

    def __init__(
        self,
        document: Document,
        probing: Probing,
        impression: ImpressionView,
        show_map: QAction,
        hide_parts: QAction,
        hide_box: QAction,
        card: QAction,
        read_again: QAction,
    ) -> None:
        super().__init__()
        self._document, self._probing, self._impression = document, probing, impression
        # Whose outcome was shown last, and which.
        self._told: tuple[int, Outcome] | None = None
        self._verdict = _text()
        self._verdict.setFont(theme.bold(self._verdict.font()))
        self._explanation = _text()
        self._contradiction = _text("warning")
        self._recalled = _text("quiet")
        self._recalled.setFont(theme.small(self.font()))
        self._again = QPushButton(self.tr("Read film again"))
        self._again.clicked.connect(read_again.trigger)
        self._checks = ChecksView()
        self._age = _text()
        self._age.setFont(theme.small(self.font()))
        self._table = FindingsTable()
        self._set, self._basis = _text(), _text("quiet")
        self._basis.setFont(theme.small(self.font()))
        self._probed, self._hint = _text(), _text("quiet")
        self._hint.setFont(theme.small(self.font()))
        self._limits = _text("quiet")
        self._limits.setFont(theme.small(self.font()))
        self._limits.setText(
            self.tr(
                "“None of these” is an opacity of another kind: which, the model cannot say. It cannot see "
                "tuberculosis, bacterial pneumonia, effusion, pneumothorax, nodules, fractures, lines and "
                "tubes, or anything else."
            )
        )
        # Not in the quiet grey of the rest: it stands against the sentence right above it.
        self._caution = _text()
        self._caution.setFont(theme.small(self.font()))
        self._caution.setText(
            self.tr(
                "COVID-19 looks like other pneumonias: on films from elsewhere the model often took one "
                "for the other."
            )
        )
        self._model = _text("quiet")
        self._model.setFont(theme.small(self.font()))
        self._model.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        about = QPushButton(self.tr("About the model"))
        about.setToolTip(card.toolTip())
        about.clicked.connect(card.trigger)
        self._applicability = _section(self.tr("Applicability"), self._checks, self._age)
        self._probabilities = _section(
            self.tr("Probabilities"),
            self._table,
            self._probed,
            self._hint,
            self._set,
            self._caution,
            self._basis,
            self._limits,
        )
        self._map = _section(
            self.tr("Where it looked"), MapControls(document, show_map, hide_parts, hide_box)
        )
        self._own = _section(self.tr("Your impression"), impression)
        self._about_model = _section(self.tr("Model"), self._model, _on_the_left(about))
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(*[theme.GRID * 3 // 2] * 4)
        layout.setSpacing(theme.GRID)
        for widget in (self._contradiction, self._verdict, self._recalled, self._explanation):
            layout.addWidget(widget)
        layout.addWidget(self._again, alignment=Qt.AlignmentFlag.AlignLeft)
        for section in (
            self._applicability, self._own, self._probabilities, self._map, self._about_model,
        ):  # fmt: skip
            layout.addWidget(section)
        layout.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Result"))
        self.setMinimumWidth(200)
        document.current_changed.connect(self.refresh)
        document.film_changed.connect(self.refresh)
        document.verdict_changed.connect(self.refresh)
        probing.changed.connect(self._say_numbers)
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(264, 600)

    @property
    def table(self) -> FindingsTable:
        """The bars."""
        return self._table

    @property
    def text(self) -> str:
        """All sentences that are on view, for tests and screen readers."""
        labels = self.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self))

    @Slot()
    def refresh(self) -> None:
        """Show the current entry's verdict and nothing of another's."""
        entry = self._document.current
        prediction = entry.prediction if entry is not None and entry.error is None else None
        self.setAccessibleDescription(spoken_verdict(entry, self._document.withheld))
        self._say(entry)
        self._checks.set_checks(prediction.checks if prediction else ())
        self._applicability.setVisible(prediction is not None)
        self._say_age(None if self._document.withheld else prediction)
        self._own.setVisible(self._impression.has_something_to_say)
        self._say_numbers()
        shown = None if self._document.withheld else prediction
        for label, text in zip(
            (self._set, self._basis), set_sentences(shown) if shown else ("", ""), strict=True
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._probabilities.setVisible(bool(shown and shown.findings))
        self._map.setVisible(bool(shown and shown.findings))
        self._model.setText(_identity(prediction.model) if prediction else "")
        self._about_model.setVisible(prediction is not None)
        self._again.setVisible(entry is not None and entry.error is not None and entry.source is not None)
        self._show_refusal(entry)

    def _show_refusal(self, entry: Entry | None) -> None:
        """Why there is no number is in view at once, wherever the panel was scrolled to."""
        told = (entry.number, entry.outcome) if entry is not None else None
        if told != self._told and entry is not None and entry.outcome.value in ("refused", "failed"):
            self.verticalScrollBar().setValue(0)
        self._told = told

    @Slot()
    def _say_numbers(self) -> None:
        """The bars, and beside them what hiding a box makes of them."""
        entry, answer = self._document.current, self._probing.answer
        prediction = entry.prediction if entry is not None and entry.error is None else None
        if self._document.withheld:
            prediction = None
        self._table.findings.set_prediction(prediction, answer)
        numbers = spoken_numbers(prediction) if prediction is not None and prediction.findings else ""
        self._table.setAccessibleDescription(numbers)
        said = hint = ""
        if prediction is not None and answer is not None:
            said, hint = probe_sentences(prediction, answer)
        elif self._probing.asking:
            said = self.tr("Hiding the box …")
        for label, text in ((self._probed, said), (self._hint, hint)):
            label.setText(text)
            label.setVisible(bool(text))

    def _say_age(self, prediction: Prediction | None) -> None:
        """For whom the numbers are meant: a note, and not to be overlooked."""
        checks = prediction.checks if prediction is not None and prediction.findings else ()
        sentences = [
            check_sentences(check)[0] for check in checks if check.name == AGE_GROUP and check.passed
        ]
        self._age.setText("\n".join(sentences))
        self._age.setVisible(bool(sentences))

    def _say(self, entry: Entry | None) -> None:
        """The headline and what stands below it."""
        headline = explanation = ""
        if entry is None:
            pass
        elif entry.error is not None:
            badge = BADGES["failed"]
            headline = self.tr("{shape}  Failed").format(shape=badge.shape)
            explanation = "\n".join(error_sentences(entry.error))
        elif entry.prediction is None and entry.reading:
            working = self.tr("Reading …") if self._document.film is None else self.tr("Classifying …")
            headline = working
        elif entry.prediction is None:
            headline = self.tr("{shape}  Not run").format(shape=BADGES["not run"].shape)
        elif not entry.prediction.findings:
            headline = self.tr("{shape}  Refused: not a film for this model")
            headline = headline.format(shape=BADGES["refused"].shape)
            explanation = _refusal(entry.prediction)
        else:
            headline = self.tr("{shape}  Classified").format(shape=BADGES["classified"].shape)
        recalled = recalled_sentence(entry) if entry is not None and entry.error is None else ""
        self._recalled.setText(recalled)
        self._recalled.setVisible(bool(recalled))
        contradicted = contradiction(entry) if entry is not None else ""
        self._contradiction.setText(contradicted and f"≠  {contradicted}")
        self._contradiction.setVisible(bool(contradicted))
        warning = entry is not None and entry.error is not None
        theme.set_role(self._verdict, "warning" if warning else "")
        self._verdict.setText(headline)
        self._verdict.setVisible(bool(headline))
        self._explanation.setText(breakable(explanation, LONGEST_WORD))
        self._explanation.setVisible(bool(explanation))


def _refusal(prediction: Prediction) -> str:
    sentences = [" ".join(check_sentences(check)) for check in prediction.checks if not check.passed]
    return "\n\n".join(sentences)


def _identity(model: ModelIdentity) -> str:
    return f"{model.name} {model.version}\nSHA-256 {model.sha256[:12]}"


def _text(role: str = "") -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label


def _on_the_left(button: QPushButton) -> QWidget:
    """No wider than its text."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, theme.GRID // 2, 0, 0)
    layout.addWidget(button)
    layout.addStretch()
    return row


def _section(title: str, *widgets: QWidget) -> QWidget:
    """A thin line, a heading, and what belongs to it."""
    section, line, heading = QWidget(), QFrame(), QLabel(title)
    line.setProperty("role", "separator")
    heading.setFont(theme.bold(heading.font()))
    layout = QVBoxLayout(section)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.GRID // 2)
    layout.addWidget(line)
    for widget in (heading, *widgets):
        layout.addWidget(widget)
    return section

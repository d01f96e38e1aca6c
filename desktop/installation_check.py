"""The installation check in the window: run it, read it, keep it as a page.

The check itself is :func:`inference.run_self_test`. It has a thread of its own, so that films can be read
meanwhile, and is stopped when nobody waits for it any more.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject, QSize, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desktop import fitting, settings, theme
from desktop.jobs import Jobs
from desktop.messages import error_sentences
from desktop.numbers import filled, number

if TYPE_CHECKING:
    from inference import Certificate

PDF_DPI = 300


class Stopped(Exception):
    """Nobody waits for the check any more."""


def installation() -> str:
    """What was checked, in a word: another version or another model is another installation."""
    from inference import installation_identity

    return installation_identity()


class InstallationCheck(QObject):
    """One check at a time.

    Signals: ``progressed(done, total)``, films; ``finished(certificate)``; ``broke(error)`` when there is
    nothing to check by.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    broke = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = Jobs(self)
        self._running = self._stopped = False

    @property
    def running(self) -> bool:
        return self._running

    def start(self) -> None:
        """Begin, unless it is at it."""
        if not self._running:
            self._running = True
            self._jobs.submit(self._check, self._done, self._failed)

    def close(self) -> None:
        """Give up, and wait until that is so."""
        self._stopped = True
        self._jobs.close()

    def _check(self) -> Certificate:
        """Runs in the thread of the check."""
        from inference import run_self_test

        return run_self_test(progress=self._tell)

    def _tell(self, done: int, total: int) -> None:
        if self._stopped:
            raise Stopped
        self.progressed.emit(done, total)

    def _done(self, certificate: Certificate) -> None:
        self._running = False
        settings.CHECKED_INSTALLATION.save(installation() if certificate.passed else "")
        self.finished.emit(certificate)

    def _failed(self, error: Exception) -> None:
        self._running = False
        self.broke.emit(error)


class InstallationCheckDialog(QDialog):
    """What was checked, whether it passed, and the certificate to be kept."""

    def __init__(self, check: InstallationCheck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Installation check"))
        self._check = check
        self._certificate: Certificate | None = None
        self._verdict, self._progress, self._page = QLabel(), QProgressBar(), QTextBrowser()
        self._verdict.setFont(theme.large(self.font()))
        self._verdict.setTextFormat(Qt.TextFormat.PlainText)
        self._verdict.setWordWrap(True)
        self._progress.setTextVisible(False)
        self._page.setOpenLinks(False)
        self._page.setAccessibleName(self.tr("Certificate"))
        self._pdf = QPushButton(self.tr("Save as PDF…"))
        self._text = QPushButton(self.tr("Save as text…"))
        self._again = QPushButton(self.tr("Check again"))
        self._lay_out()
        self._pdf.clicked.connect(self._save_pdf)
        self._text.clicked.connect(self._save_text)
        self._again.clicked.connect(self.run)
        check.progressed.connect(self._progressed)
        check.finished.connect(self.show_certificate)
        check.broke.connect(self._broke)

    @property
    def said(self) -> str:
        """The verdict and the page, as text."""
        return f"{self._verdict.text()}\n{self._page.toPlainText()}"

    @Slot()
    def run(self) -> None:
        """Check, and show how far it is."""
        self._certificate = None
        self._verdict.setText(self.tr("Checking this installation…"))
        self._page.clear()
        self._progress.setRange(0, 0)
        self._check.start()
        self._enable()

    @Slot(object)
    def show_certificate(self, certificate: Certificate) -> None:
        """The outcome of a check."""
        self._certificate = certificate
        passed = self.tr("✓  Passed: this installation computes what the release computed.")
        failed = self.tr("✕  Not passed. Do not use this installation: install the program again.")
        self._verdict.setText(passed if certificate.passed else failed)
        self._page.setHtml(page(certificate, theme.current().warning))
        self._enable()

    def save(self, path: str) -> None:
        """Write the certificate: a PDF page, or text where the name ends with .txt."""
        if self._certificate is None:
            return
        if path.lower().endswith(".txt"):
            Path(path).write_text(self._certificate.to_text(), encoding="utf-8")
            return
        # Qt says nothing about a file that it cannot write.
        with Path(path).open("ab"):
            pass
        write_pdf(self._certificate, path)

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    @Slot(object)
    def _broke(self, error: Exception) -> None:
        from inference import InferenceError

        if isinstance(error, InferenceError):
            # It has a remedy of its own.
            self._verdict.setText(self.tr("✕  The check could not be made."))
            self._page.setPlainText(" ".join(error_sentences(error)))
        else:
            self._verdict.setText(self.tr("✕  The check could not be made. Install the program again."))
            self._page.setPlainText(type(error).__name__)
        self._enable()

    def _enable(self) -> None:
        for button in (self._pdf, self._text):
            button.setEnabled(self._certificate is not None)
        self._again.setEnabled(not self._check.running)
        self._progress.setVisible(self._check.running)

    @Slot()
    def _save_pdf(self) -> None:
        self._choose(self.tr("PDF files (*.pdf)"), "negatoscope-installation-check.pdf")

    @Slot()
    def _save_text(self) -> None:
        self._choose(self.tr("Text files (*.txt)"), "negatoscope-installation-check.txt")

    def _choose(self, kind: str, name: str) -> None:
        # Without a folder it would be the program's own, where the start menu has started it.
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = str(Path(folder) / name)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the certificate"), offered, kind)
        if not path:
            return
        try:
            self.save(path)
        except OSError as error:
            sentence = self.tr("The certificate cannot be written: {reason}.")
            box = QMessageBox(QMessageBox.Icon.Warning, "Negatoscope", "", parent=self)
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(sentence.format(reason=error.strerror))
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()

    def _lay_out(self) -> None:
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(self._again)
        foot.addStretch()
        for button in (self._pdf, self._text, close):
            foot.addWidget(button)
        for button in (self._again, self._pdf, self._text, close):
            button.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[2 * theme.GRID] * 4)
        whole.setSpacing(theme.GRID)
        for widget in (self._verdict, self._progress):
            whole.addWidget(widget)
        whole.addWidget(self._page, 1)
        whole.addLayout(foot)
        fitting.fit(self, QSize(theme.scaled(720), theme.scaled(600)))


def write_pdf(certificate: Certificate, path: str) -> None:
    """One A4 page."""
    writer = QPdfWriter(path)
    writer.setResolution(PDF_DPI)
    writer.setTitle(tr("Negatoscope: installation check"))
    writer.setCreator("Negatoscope")
    # The document leaves margins of its own.
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, QMarginsF()))
    document = QTextDocument()
    document.setDefaultStyleSheet("body { color: black; }")
    document.setHtml(f"<h2>{escape(tr('Negatoscope: installation check'))}</h2>" + page(certificate))
    document.print_(writer)


def page(certificate: Certificate, failure: str = "#a03000") -> str:
    """The certificate as HTML, with what failed in the colour ``failure``."""
    facts = {
        tr("Result"): _word(certificate.passed, failure),
        tr("When"): escape(f"{certificate.when:%Y-%m-%d %H:%M:%S %z}"),
        tr("Program"): escape(certificate.program),
        tr("System"): escape(certificate.system),
        tr("Model"): escape(certificate.model) or tr("not usable"),
        tr("Time"): filled(
            tr("{seconds:.1f} s (at most {limit:.0f})"),
            seconds=certificate.seconds,
            limit=certificate.budget_seconds,
        ),
    }
    head = "".join(
        f"<tr><td>{escape(name)}&nbsp;&nbsp;</td><td>{fact}</td></tr>" for name, fact in facts.items()
    )
    models = ""
    for model in certificate.models:
        says = f"SHA-256 {escape(model.sha256)}"
        if model.error is not None:
            says += f"<br>{escape(' '.join(error_sentences(model.error)))}"
        models += (
            f"<tr><td>{_word(model.passed, failure)}&nbsp;&nbsp;</td>"
            f"<td>{escape(model.name)}<br><small>{says}</small></td></tr>"
        )
    films = ""
    for film in certificate.films:
        says = escape(_outcome(film.found))
        if film.found != film.expected:
            says += "<br>" + escape(tr("expected: {outcome}").format(outcome=_outcome(film.expected)))
        probabilities, maps = film.probability_difference, film.map_difference
        differences = (
            "" if probabilities is None else number(probabilities, ".4f"),
            "" if maps is None else number(maps, ".1%"),
        )
        cells = (_word(film.passed, failure), escape(film.name), says, *differences)
        films += "<tr>" + "".join(f"<td>{cell}&nbsp;&nbsp;</td>" for cell in cells) + "</tr>"
    titles = ("", tr("Film"), tr("Outcome"), tr("Probabilities"), tr("Maps"))
    heading = "".join(f"<td><small>{escape(title)}</small></td>" for title in titles)
    limits = filled(
        tr("Largest differences from the release; allowed are {probability:g} and {map:.0%}."),
        probability=certificate.probability_limit,
        map=certificate.map_limit,
    )
    note = tr(
        "The films are synthetic. That they give the same numbers says nothing about how often the model "
        "is right about patients. Research use, not a medical device."
    )
    return (
        f"<table cellpadding='2'>{head}</table>"
        f"<h4>{escape(tr('Model files'))}</h4><table cellpadding='2'>{models}</table>"
        f"<h4>{escape(tr('Films that came with the program'))}</h4>"
        f"<table cellpadding='2'><tr>{heading}</tr>{films}</table>"
        f"<p><small>{escape(limits)}</small></p><p><small>{escape(note)}</small></p>"
    )


def _outcome(found: str) -> str:
    """In the user's language, with the checks behind it; the code of an error is the same in all."""
    outcome, _, reasons = found.removesuffix(")").partition(" (")
    word = QCoreApplication.translate("outcomes", outcome)
    checks = ", ".join(QCoreApplication.translate("checks", name) for name in reasons.split(", "))
    return f"{word} ({checks})" if reasons else word


def _word(passed: bool, failure: str) -> str:
    if passed:
        return "✓ " + escape(tr("pass"))
    return f"<b style='color: {failure}'>✕ {escape(tr('FAIL'))}</b>"


def tr(text: str) -> str:
    """In the user's language."""
    return QCoreApplication.translate("installation", text)

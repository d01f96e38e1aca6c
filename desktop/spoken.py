"""What the window shows, as a screen reader says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from desktop.document import Document
from desktop.maps import map_name
from desktop.marks import mark_of
from desktop.messages import check_sentences, class_name, error_sentences
from desktop.verdict_words import not_assessed, percent, percents, set_sentences
from desktop.voi_names import voi_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.entry import Entry
    from inference import Prediction


def tr(text: str) -> str:
    """A text of this module in the user's language."""
    return QCoreApplication.translate("spoken", text)


def spoken_verdict(entry: Entry | None, withheld: bool) -> str:
    """The outcome of an entry, and of a classified one its numbers unless they are ``withheld``."""
    if entry is None:
        return ""
    if entry.error is not None:
        return " ".join([tr("Failed."), *error_sentences(entry.error)])
    if entry.prediction is None:
        return tr("Reading.") if entry.reading else tr("Not run.")
    if not entry.prediction.findings:
        failed = [" ".join(check_sentences(c)) for c in entry.prediction.checks if not c.passed]
        return " ".join([tr("Refused: not a film for this model."), *failed])
    if withheld:
        return tr("Classified. Say first what you see: then the result unfolds.")
    numbers = spoken_numbers(entry.prediction)
    return " ".join(filter(None, [tr("Classified."), numbers, set_sentences(entry.prediction)[0]]))


def spoken_numbers(prediction: Prediction) -> str:
    """Each class with its percent and its range, and what is none of them."""
    findings = sorted(prediction.findings, key=lambda finding: finding.name)
    none = prediction.none_of_these
    numbers = percents([*(f.probability for f in findings), *([] if none is None else [none])])
    told = []
    for finding, number in zip(findings, numbers, strict=False):
        text = f"{class_name(finding.name)} {number if finding.assessed else not_assessed(finding.name)}"
        if finding.assessed and finding.low is not None and finding.high is not None:
            low, high = percent(finding.low), percent(finding.high)
            text = tr("{number}, range {low} to {high}").format(number=text, low=low, high=high)
        told.append(text)
    if none is not None:
        told.append(f"{class_name('none_of_these')} {numbers[-1]}")
    # A sign that some readers leave out would turn a little into a lot.
    return ". ".join(told).replace("<", tr("below")).replace(">", tr("above")) + "."


class SpokenFilm(QObject):
    """Keeps the name of the view that of its film, with how it is shown; listens to the document."""

    def __init__(self, document: Document, view: QWidget) -> None:
        super().__init__(view)
        self._document, self._view = document, view
        for signal in (
            document.current_changed,
            document.film_changed,
            document.verdict_changed,
            document.display_changed,
            document.turned,
            document.overlay_changed,
        ):
            signal.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say what is on view now."""
        document, entry, film = self._document, self._document.current, self._document.film
        if entry is None or film is None:
            self._view.setAccessibleName(tr("Film"))
            return
        saliency, shown = document.saliency, document.overlay.shown
        map_shown = ""
        if shown and saliency is not None:
            map_shown = tr("Map: {name}").format(name=map_name(saliency.finding, entry.occlusion))
        parts = [
            entry.title,
            entry.caption if entry.caption != entry.title else "",
            mark_of(document.orientation),
            tr("inverted") if document.inverse != film.radiograph.inverse else "",
            voi_text(document.voi) if document.voi is not None else "",
            map_shown,
        ]
        self._view.setAccessibleName(tr("Film: {what}").format(what=", ".join(filter(None, parts))))

"""Errors as sentences, and what happens to exceptions that nobody expected.

``inference`` gives facts and English templates; here a template is translated first and filled in
afterwards. What is filled in comes from files, so the sentences are plain text and are only ever
shown as such.
"""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop import crash_reports
from desktop.numbers import as_written, filled

if TYPE_CHECKING:
    from inference import Check, InferenceError

CLASS_NAMES = {
    "covid19": "COVID-19",
    "normal": "Normal",
    "viral_pneumonia": "Viral pneumonia",
    "none_of_these": "None of these",
}


# What a system says most often of a file that it does not give; other complaints stay as they are.
SYSTEM_REASONS = (
    "no such file or directory",
    "permission denied",
    "is a directory",
    "input/output error",
    "no space left on device",
    "read-only file system",
    "too many open files",
    "file name too long",
    "no such device or address",
    "host is down",
)


def class_name(key: str) -> str:
    """A finding as it is written on screen."""
    return QCoreApplication.translate("classes", CLASS_NAMES.get(key, key.replace("_", " ")))


def error_sentences(error: InferenceError) -> tuple[str, str]:
    """What happened, and what to do."""
    facts = {
        name: fact if name in ("path", "target") else _reason(fact) for name, fact in error.facts().items()
    }
    return _filled("errors", error.cause, facts), _filled("errors", error.remedy, facts)


def check_sentences(check: Check) -> tuple[str, str]:
    """What was found, and what to do about it if it failed."""
    facts = {name: as_written(fact) for name, fact in check.facts}
    found = [_filled("checks", template, facts) for template in (check.finding, check.note) if template]
    return " ".join(found), _filled("checks", check.remedy, facts)


def check_name(check: Check) -> str:
    """What a check asks about, in a word or two."""
    return QCoreApplication.translate("checks", check.name)


def _filled(context: str, template: str, facts: dict[str, Any]) -> str:
    return filled(QCoreApplication.translate(context, template), **facts) if template else ""


def _reason(fact: object) -> object:
    """A fact of an error in the user's language, where it is a text of ours."""
    from inference import Phrase

    if isinstance(fact, Phrase):
        facts = {name: _reason(part) for name, part in fact.facts.items()}
        template = QCoreApplication.translate("reasons", fact.template)
        return filled(template, **facts) if facts else template
    return QCoreApplication.translate("reasons", fact) if isinstance(fact, str) and fact else fact


class Surprises(QObject):
    """Unexpected exceptions, from any thread, each place once.

    Signals: ``happened(sentence)``, delivered in the thread of the receiver. The sentence names the
    kind of error and the place in the program, and nothing that came out of a file; so does the report
    that is kept of it (:mod:`desktop.crash_reports`).
    """

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[tuple[str, str]] = set()
        self._telling = threading.local()
        self._crash_file: IO[str] | None = None

    def install(self) -> None:
        """Catch what nobody else does."""
        self._crash_file = crash_reports.begin()
        sys.excepthook = self._hook
        threading.excepthook = lambda args: self.tell(args.exc_value, args.exc_traceback)

    def uninstall(self) -> None:
        """Python's own hooks again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        crash_reports.end(self._crash_file)
        self._crash_file = None

    def tell(self, error: BaseException | None, traceback: TracebackType | None = None) -> None:
        """Say it, unless it was said before or saying it is what went wrong."""
        if error is None or isinstance(error, SystemExit) or getattr(self._telling, "now", False):
            return
        self._telling.now = True
        try:
            kind, place = type(error).__name__, _place(traceback or error.__traceback__)
            if (kind, place) in self._told:
                return
            self._told.add((kind, place))
            print(f"negatoscope: unexpected {kind} at {place}", file=sys.stderr)
            crash_reports.keep(error, traceback)
            if updated := _updated():
                self.happened.emit(" ".join(error_sentences(updated)))
                return
            template = self.tr(
                "Something went wrong inside the program ({kind} at {place}). What was open is still "
                "there; if the picture looks wrong, open it again. A report without names and pictures "
                "was kept on this computer: Help, Crash reports."
            )
            self.happened.emit(template.format(kind=kind, place=place))
        finally:
            self._telling.now = False

    def _hook(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        self.tell(error, traceback)


def _updated() -> InferenceError | None:
    """What explains nearly everything: another build lies there by now, and what was not loaded is gone."""
    # Among what is gone may be what is asked for here.
    with suppress(Exception):
        from inference import program_changed

        return program_changed("")
    return None


def _place(traceback: TracebackType | None) -> str:
    """File and line where it was raised."""
    if traceback is None:
        return "an unknown place"
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f"{Path(traceback.tb_frame.f_code.co_filename).name}:{traceback.tb_lineno}"

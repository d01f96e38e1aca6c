"""One line of the list: what is known about one image. Pixels are not part of it."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from inference import Header, ImageSource, InferenceError, Occlusion, Outcome, Prediction, Saliency


@dataclass(frozen=True)
class Recalled:
    """That a verdict is from the journal, and of when (with its time zone).

    ``differed`` where the film was computed anew and something else came out: then that is what is shown.
    """

    at: datetime
    differed: bool = False


# Size in bytes and time of the last change, in nanoseconds: what tells a file from itself at another time.
Stamp: TypeAlias = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Candidate:
    """An image that was found, or the error that stands in its place.

    ``header`` is what a glance at the file told; None where it told nothing. With a ``source`` and an
    ``error``, it is an image that is only read when somebody asks for it. ``drop`` counts what was opened
    together, ``stamp`` is the file's when it was found.
    """

    source: ImageSource | None
    frame: int = 0
    error: InferenceError | None = None
    header: Header | None = None
    drop: int = 0
    stamp: Stamp | None = None

    @property
    def key(self) -> str:
        """Equal for the same image, however it was named."""
        return _key(self.source, self.frame, self.error)

    def as_entry(self, number: int) -> Entry:
        """What is known about it before it is read."""
        viewable = self.source is not None and self.error is None
        return Entry(
            number,
            self.source,
            self.frame,
            self.error,
            header=self.header,
            viewable=viewable,
            drop=self.drop,
            stamp=self.stamp,
        )


@dataclass(frozen=True, eq=False)
class Entry:
    """One image as the list knows it.

    ``source`` is None where listing failed; ``frames`` is 0 until the file was read; ``fingerprint``
    tells whether it is still the same film; ``viewable`` is false when the file could not be read;
    ``reading`` is true while the worker is at it; ``occlusion`` is the second opinion on a map, where it
    was asked for, and ``hiding`` is true while the worker is at that; ``stale`` from when the user named
    the file again until it was read again. ``copies`` are other files with the very same image, and
    ``contradicts`` is the path of one that claims to be this image and shows another picture.
    ``recalled`` says that the verdict is from the journal, or differs from it; from the journal, it has no
    maps. ``drop`` and ``stamp`` are its candidate's.
    """

    number: int
    source: ImageSource | None
    frame: int = 0
    error: InferenceError | None = None
    frames: int = 0
    fingerprint: int = 0
    header: Header | None = None
    thumbnail: QImage | None = field(default=None, repr=False)
    prediction: Prediction | None = None
    saliencies: tuple[Saliency, ...] = ()
    occlusion: Occlusion | None = None
    hiding: bool = False
    viewable: bool = True
    reading: bool = False
    stale: bool = False
    copies: tuple[ImageSource, ...] = ()
    contradicts: str = ""
    recalled: Recalled | None = None
    drop: int = 0
    stamp: Stamp | None = None

    @property
    def key(self) -> str:
        """That of the candidate it was."""
        return _key(self.source, self.frame, self.error)

    @property
    def outcome(self) -> Outcome:
        if self.error is not None:
            return _outcomes().FAILED
        return self.prediction.outcome if self.prediction else _outcomes().NOT_RUN

    @property
    def is_to_do(self) -> bool:
        """Not run yet, or to be run again."""
        return self.stale or (self.prediction is None and self.error is None)

    @property
    def lacks_maps(self) -> bool:
        """The verdict is from the journal, which keeps none."""
        return self.recalled is not None and not self.recalled.differed

    @property
    def lacks_ranges(self) -> bool:
        """There are numbers, and it is not known how far they can be trusted to stay."""
        prediction = self.prediction
        return prediction is not None and bool(prediction.findings) and prediction.ranges is None

    @property
    def archive(self) -> str | None:
        """The ZIP that it is a member of."""
        return self.source.path if self.source is not None and self.source.member is not None else None

    @property
    def path(self) -> str:
        """As the user named it."""
        if self.source is not None:
            return str(self.source)
        return self.error.path if self.error else ""

    @property
    def file_name(self) -> str:
        """The last part of the path, with the frame where there are several."""
        return printable(Path(self.path.rpartition("!")[2]).name or self.path) + self._frame_mark

    @property
    def title(self) -> str:
        """The patient's name, or the file's where the file names no patient."""
        patient = self.header.patient_name if self.header else ""
        return printable(patient) + self._frame_mark if patient else self.file_name

    @property
    def caption(self) -> str:
        """What tells it from others of its patient; the file's name where the file names no patient."""
        header = self.header
        if header is None or not (header.patient_name or header.patient_id):
            return self.file_name
        view = " ".join(part for part in (header.view_position, header.image_laterality) if part)
        what = view or header.series_description or header.modality or self.file_name
        number = f"{header.instance_number}. " if header.instance_number else ""
        return printable(number + what) + self._frame_mark

    @property
    def _frame_mark(self) -> str:
        return f"  {self.frame + 1}/{self.frames}" if self.frames > 1 else ""


@cache
def _outcomes() -> type[Outcome]:
    # Qt for Python looks into every import, also of what is there: a long list asks for each of its films.
    from inference import Outcome

    return Outcome


def _key(source: ImageSource | None, frame: int, error: InferenceError | None) -> str:
    if source is None:
        return os.path.normcase(Path(error.path).absolute()) + "#0" if error else ""
    path = os.path.normcase(Path(source.path).absolute())
    member = f"!{source.member}" if source.member is not None else ""
    return f"{path}{member}#{frame}"


def printable(text: str) -> str:
    """``text`` on one line, without what turns round or hides a part of it: that would be another name."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if _is_invisible(sign) else sign for sign in text)


def tool_tip(text: str) -> str:
    """``text``, line by line, as a tool tip: escaped by hand, for Qt guesses whether one is rich text."""
    for sign, escape in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>")):
        text = text.replace(sign, escape)
    return f"<p style='white-space:pre'>{text}</p>"


def _is_invisible(sign: str) -> bool:
    # Persian and Indian names are written with joiners.
    joiner = sign in "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
    return not joiner and unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp")

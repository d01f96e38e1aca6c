"""What the list of films says: of a film, and of the patient, study or series above it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import theme
from desktop.colours import BADGES
from desktop.entry import Entry, printable
from desktop.grouping import PICTURES
from desktop.numbers import date

if TYPE_CHECKING:
    from inference import Header

# Of an image that lies on a CD, a stick and a server; more would fill the screen.
MOST_COPIES = 8
LONGEST_NAME = 28


def group_words(kind: int | str) -> tuple[str, str]:
    """Title and detail above films without a patient."""
    if kind == PICTURES:
        without = QCoreApplication.translate("list", "Without patient data")
        return QCoreApplication.translate("list", "Pictures"), without
    return QCoreApplication.translate("list", "Other files"), ""


def patient_words(header: Header) -> tuple[str, str]:
    """Title and detail above the films of a patient."""
    unnamed = QCoreApplication.translate("list", "No patient name")
    who = "  ".join(part for part in (date(header.patient_birth_date), header.patient_sex) if part)
    # What a narrow column cuts off is the end of the ID, which is the longest.
    between = "\n" if id_stands_alone() else "  "
    known = (printable(part) for part in (who, header.patient_id) if part)
    return printable(header.patient_name or unnamed), between.join(known)


def id_stands_alone() -> bool:
    """Whether an ID has a line of its own: a column grows less than large text, and would cut all of it."""
    return theme.text_scale() > 1.0


def study_words(header: Header) -> tuple[str, str]:
    """Title and detail above those of a study."""
    day = date(header.study_date) or QCoreApplication.translate("list", "No date")
    return printable(f"{day}  {header.modality}".rstrip()), printable(header.study_description)


def series_words(header: Header) -> tuple[str, str]:
    """Title and detail above those of a series."""
    title = QCoreApplication.translate("list", "Series {number}").format(number=header.series_number or "?")
    return printable(f"{title}  {header.series_description}".rstrip()), ""


def outcome_word(entry: Entry) -> str:
    """The outcome as a word, or what is being done."""
    if entry.reading and entry.outcome.value == "not run":
        return QCoreApplication.translate("outcomes", "reading …")
    return outcome_name(entry.outcome.value)


def outcome_name(outcome: str) -> str:
    """An outcome as a word."""
    return QCoreApplication.translate("outcomes", BADGES[outcome].word)


def contradiction(entry: Entry) -> str:
    """What is wrong with an image that another file claims to be as well; empty where none does."""
    if not entry.contradicts:
        return ""
    sentence = QCoreApplication.translate(
        "list", "Same SOP Instance UID as {path}, but another picture or header: one of the two is wrong."
    )
    path = Path(entry.contradicts.replace("!", "/"))
    return sentence.format(path=_shortened("/".join(path.parts[-2:])))


def recalled_sentence(entry: Entry) -> str:
    """That a verdict is from the journal, or is not what the journal held; else empty."""
    if entry.recalled is None:
        return ""
    sentence = QCoreApplication.translate("list", "From the journal, {time}")
    if entry.recalled.differed:
        sentence = QCoreApplication.translate(
            "list",
            "▲ The journal held another result for this film, of {time}. "
            "The one shown was computed now and counts.",
        )
    return sentence.format(time=entry.recalled.at.astimezone().strftime("%Y-%m-%d %H:%M"))


def _shortened(text: str) -> str:
    """Short enough for a column: a name has no places where a line may end."""
    text, half = printable(text), LONGEST_NAME // 2
    return text if len(text) <= LONGEST_NAME else f"{text[:half]}…{text[-half:]}"


def about(entry: Entry) -> str:
    """Where it lies, and where else."""
    lines = [printable(entry.path)]
    if entry.recalled is not None:
        lines.append(recalled_sentence(entry))
    if entry.copies:
        count = len(entry.copies) + 1
        lines.insert(
            0, QCoreApplication.translate("list", "%n copies of the same image, shown once:", "", count)
        )
        lines += [printable(str(source)) for source in entry.copies[:MOST_COPIES]]
        lines += ["…"] if len(entry.copies) > MOST_COPIES else []
    if entry.contradicts:
        lines += [contradiction(entry), printable(entry.contradicts)]
    return "\n".join(lines)


def filter_words(shown: int, total: int) -> str:
    """That a filter leaves films out, for where the list itself cannot be seen."""
    text = QCoreApplication.translate("list", "Filter: {shown} of {total}")
    return text.format(shown=shown, total=total)

"""What is remembered from one start to the next: rows over QSettings.

A row with a title is one that the user chooses, and the Preferences show it by itself. Whoever acts on a
row listens to ``changes``, so that it does not matter who changed it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

T = TypeVar("T")


class Changes(QObject):
    """Signals: ``changed(key)``: the row of this key has another value."""

    changed = Signal(str)


changes = Changes()


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One remembered value: where it stands, and what it is when nothing was remembered.

    ``choices`` are the values that it may have, with their texts; without them, any of the default's type.
    Texts are translated where they are shown, in the context "settings".
    """

    key: str
    default: T
    title: str = ""
    hint: str = ""
    group: str = ""
    choices: tuple[tuple[T, str], ...] = field(default=(), repr=False)

    def load(self) -> T:
        """The value; the default where the stored one has another type, or is none of the choices."""
        value = QSettings().value(self.key, self.default)
        if isinstance(self.default, bool):
            # A settings file on a disk holds words.
            value = {"true": True, "false": False}.get(str(value).lower())
        elif isinstance(self.default, int):
            text = str(value)
            value = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
        if not isinstance(value, type(self.default)):
            return self.default
        return value if not self.choices or value in dict(self.choices) else self.default

    def save(self, value: T) -> None:
        """Remember ``value``, and tell whoever acts on it."""
        differs = value != self.load()
        QSettings().setValue(self.key, value)
        if differs:
            changes.changed.emit(self.key)

    def forget(self) -> None:
        """Go back to the default."""
        differs = self.default != self.load()
        QSettings().remove(self.key)
        if differs:
            changes.changed.emit(self.key)


GENERAL = "General"
APPEARANCE = "Appearance"
READING = "Reading"
GROUPS = (GENERAL, APPEARANCE, READING)

WINDOW_GEOMETRY = Setting("window/geometry", QByteArray())
FULL_SCREEN = Setting("window/full_screen", False)
COLUMN_WIDTHS = Setting("window/columns", QByteArray())
# JSON, {command: key}.
CHOSEN_KEYS = Setting("keys/chosen", "")
# What is dragged with the button, by the tool's command, and what the wheel does; shown with the keys.
DRAGS = (("tool.zoom", "Zoom"), ("tool.pan", "Pan"), ("tool.window", "Window and level"))
RIGHT_DRAG = Setting("mouse/right_drag", "tool.zoom", choices=DRAGS)
MIDDLE_DRAG = Setting("mouse/middle_drag", "tool.pan", choices=DRAGS)
WHEEL = Setting(
    "mouse/wheel",
    "zoom",
    choices=(("zoom", "Zoom at the cursor"), ("film", "Previous and next film of the patient")),
)
# Which installation last passed its check; another version or another model is checked anew.
CHECKED_INSTALLATION = Setting("installation/checked", "")
# The tour was begun once.
TOUR_SEEN = Setting("tour/seen", False)

LANGUAGE = Setting(
    "language",
    "",
    "Language",
    "From the next start on",
    GENERAL,
    (
        ("", "The system's"),
        ("en", "English"),
        ("es", "Español"),
        ("fr", "Français"),
        ("pt", "Português"),
    ),
)
THEME = Setting(
    "appearance/theme",
    "dark",
    "Theme",
    "The film stays on black in each",
    APPEARANCE,
    (
        ("dark", "Dark, for a dark room"),
        ("light", "Light"),
        ("system", "The system's"),
    ),
)
# In percent of the system's.
TEXT_SIZE = Setting(
    "appearance/text_size",
    100,
    "Text size",
    "",
    APPEARANCE,
    tuple((percent, f"{percent} %") for percent in (90, 100, 115, 130, 150)),
)
REDUCED_MOTION = Setting(
    "appearance/reduced_motion",
    False,
    "Less motion",
    "Otherwise as the system asks",
    APPEARANCE,
)
# The panel shows no number before the reader has recorded an impression.
READ_FIRST = Setting(
    "panel/read_first",
    True,
    "Read first",
    "Numbers and maps stay folded until you have recorded an impression",
    READING,
)
# The list of passed checks; one that failed is told in any case.
CHECKS_FOLDED = Setting("panel/checks_folded", True)
PATIENT_ON_FILM = Setting(
    "film/patient",
    True,
    "Patient data on the film",
    "Name, ID, birth date and sex; list and title name the patient all the same",
    READING,
)
HISTOGRAM = Setting(
    "window/histogram",
    False,
    "Histogram",
    "Below the result panel",
    READING,
)

# What the Preferences show, in their order.
ROWS: tuple[Setting[bool] | Setting[int] | Setting[str], ...] = (
    LANGUAGE, THEME, TEXT_SIZE, REDUCED_MOTION, READ_FIRST, PATIENT_ON_FILM, HISTOGRAM,
)  # fmt: skip
ALL = (
    *ROWS, WINDOW_GEOMETRY, FULL_SCREEN, COLUMN_WIDTHS, CHECKS_FOLDED, CHOSEN_KEYS, RIGHT_DRAG,
    MIDDLE_DRAG, WHEEL, TOUR_SEEN, CHECKED_INSTALLATION,
)  # fmt: skip


def forget_all() -> None:
    """As if the program had never been started before."""
    for setting in ALL:
        setting.forget()
    QSettings().clear()

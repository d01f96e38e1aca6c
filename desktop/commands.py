"""Everything the program can be told to do: the table that menus, toolbar, shortcuts and help share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.document import Document
from desktop.impressions import ANSWERS
from desktop.resources import samples
from desktop.settings import MIDDLE_DRAG, RIGHT_DRAG, WHEEL, Setting

Condition = Callable[[Document], bool]


def _always(_: Document) -> bool:
    return True


def _has_entries(document: Document) -> bool:
    return bool(document.entries)


def _has_film(document: Document) -> bool:
    return document.film is not None


def _has_shutter(document: Document) -> bool:
    return document.has_shutter


def _has_measurements(document: Document) -> bool:
    return bool(document.measurements.current)


def _has_map(document: Document) -> bool:
    return document.saliency is not None


def _has_numbers(document: Document) -> bool:
    return document.has_numbers


def _has_rest(document: Document) -> bool:
    return document.count("not run") > 0 and not document.progress.busy


def _is_working(document: Document) -> bool:
    return document.progress.busy


def _can_be_read(document: Document) -> bool:
    return document.current is not None and document.current.source is not None


def _has_samples(_: Document) -> bool:
    return bool(samples())


@dataclass(frozen=True)
class Command:
    """One row: ``section`` groups commands of a menu between separators; ``group`` makes one of several.

    ``help_keys`` stands in the list of keys for keys that stay; "-" where another row tells them.
    """

    id: str
    menu: str
    section: int
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Condition = _always
    checkable: bool = False
    group: str = ""
    help_keys: str = ""


MENUS = {
    "file": "&File",
    "film": "F&ilm",
    "map": "&Map",
    "view": "&View",
    "help": "&Help",
}

# Keys 1 to 9 choose among what a file brings.
FILE_WINDOWS = 9

COMMANDS = (
    Command("open", "file", 0, "&Open files…", ("Ctrl+O",), "folder-open"),
    Command("open_folder", "file", 0, "Open fol&der…", ("Ctrl+Shift+O",)),
    Command("paste", "file", 0, "&Paste files", ("Ctrl+V",)),
    Command("read_again", "file", 1, "Read film &again", ("F5",), enabled=_can_be_read),
    Command("look_for_new", "file", 1, "Look for &new files", ("Shift+F5",), enabled=_has_entries),
    Command("run_rest", "file", 1, "&Run the rest", ("F6",), enabled=_has_rest),
    Command("cancel", "file", 1, "&Cancel run", ("Ctrl+.",), enabled=_is_working),
    Command("close_all", "file", 2, "Close a&ll films", ("Ctrl+W",), enabled=_has_entries),
    Command("empty_journal", "file", 2, "Empty the &journal…"),
    Command("preferences", "file", 3, "Pre&ferences…", ("Ctrl+,",), "sliders"),
    Command("quit", "file", 3, "&Quit", ("Ctrl+Q",)),
    Command("previous", "film", 0, "&Previous film", ("PgUp",), enabled=_has_entries),
    Command("next", "film", 0, "&Next film", ("PgDown",), enabled=_has_entries),
    Command("tool.window", "film", 1, "&Window tool", ("W",), "contrast", checkable=True, group="tool"),
    Command("tool.zoom", "film", 1, "&Zoom tool", ("Z",), "zoom", checkable=True, group="tool"),
    Command("tool.pan", "film", 1, "Pan &tool", ("T",), "arrows-move", checkable=True, group="tool"),
    Command("tool.distance", "film", 1, "&Distance tool", ("D",), "distance", checkable=True, group="tool"),
    Command("tool.angle", "film", 1, "&Angle tool", ("A",), "measure-angle", checkable=True, group="tool"),
    Command(
        "remove_measurement",
        "film",
        1,
        "Remove m&easurement",
        ("Delete", "Backspace"),
        enabled=_has_measurements,
    ),
    Command("next_measurement", "film", 1, "Choose next &measurement", ("N",), enabled=_has_measurements),
    Command("voi.0", "film", 2, "Automatic window", ("0",), enabled=_has_film),
    *(
        Command(
            f"voi.{number}",
            "film",
            2,
            "Windows and VOI LUTs of the file",
            (str(number),),
            enabled=_has_film,
            help_keys="1 … 9" if number == 1 else "-",
        )
        for number in range(1, FILE_WINDOWS + 1)
    ),
    Command("invert", "film", 3, "&Invert", ("I",), "contrast-2", enabled=_has_film),
    Command("turn_right", "film", 3, "&Rotate clockwise", ("R",), "turn-right", enabled=_has_film),
    Command("turn_left", "film", 3, "Rotate anticl&ockwise", ("Shift+R",), enabled=_has_film),
    Command("flip_across", "film", 3, "Flip &left to right", ("H",), "flip", enabled=_has_film),
    Command("flip_down", "film", 3, "Flip top to &bottom", ("V",), enabled=_has_film),
    Command("shutter", "film", 3, "S&hutter of the file", enabled=_has_shutter, checkable=True),
    Command("fit", "film", 4, "&Fit to window", ("F",), "maximize", enabled=_has_film),
    Command("actual_size", "film", 4, "1:1, pi&xel for pixel", ("P",), enabled=_has_film),
    Command("zoom_in", "film", 4, "Zoom in", ("+", "="), enabled=_has_film),
    Command("zoom_out", "film", 4, "Zoom out", ("-",), enabled=_has_film),
    # Also without a film: it is the way out of full screen.
    Command("reset", "film", 5, "Reset &view", ("Esc",)),
    Command("map", "map", 0, "Show &map (hold to peek)", ("G",), "focus-2", _has_map, checkable=True),
    Command("map.fainter", "map", 0, "&Fainter map", ("[",), enabled=_has_map),
    Command("map.stronger", "map", 0, "&Stronger map", ("]",), enabled=_has_map),
    Command("hide_parts", "map", 1, "&Hide and look", ("O",), enabled=_has_map),
    Command("tool.box", "map", 1, "Hide a &box", ("B",), "hide-box", checkable=True, group="tool"),
    Command("filter", "view", 0, "Fin&d in the list", ("Ctrl+F", "/"), enabled=_has_entries),
    Command("list", "view", 0, "&List of films", ("F7",), "layout-sidebar", checkable=True),
    Command("panel", "view", 0, "&Result panel", ("F8",), "layout-sidebar-right", checkable=True),
    Command("histogram", "view", 0, "&Histogram", ("Ctrl+H",), checkable=True),
    Command("compare", "view", 1, "&Compare with a prior", ("C",), "compare", _has_entries, checkable=True),
    Command("compare.choose", "view", 1, "Compare &with another film…", ("Shift+C",), enabled=_has_entries),
    Command("compare.older", "view", 1, "&Earlier prior", ("Shift+PgDown",), enabled=_has_entries),
    Command("compare.newer", "view", 1, "&Newer prior", ("Shift+PgUp",), enabled=_has_entries),
    Command("compare.link", "view", 1, "Lin&ked zoom", ("L",), enabled=_has_entries, checkable=True),
    # Its key is one that is held.
    Command("annotations", "view", 2, "&Annotations: all, few, none", enabled=_has_film, help_keys="-"),
    Command("full_screen", "view", 2, "F&ull screen", ("F11",), checkable=True),
    Command("read_first", "view", 3, "Read &first", checkable=True),
    # With Ctrl: the bare digits choose windows, and a slip of the finger could not be taken back.
    *(
        Command(
            f"impression.{answer}",
            "view",
            3,
            f"My impression: {text}",
            (f"Ctrl+{number}",),
            enabled=_has_numbers,
        )
        for number, (answer, text) in enumerate(ANSWERS.items(), 1)
    ),
    Command("keys", "help", 0, "&Keys and mouse", ("F1", "?"), "keyboard"),
    Command("tour", "help", 1, "&Tour of four steps"),
    Command("open_sample", "help", 1, "Open the &sample film", enabled=_has_samples),
    Command("card", "help", 1, "About the &model", ("M",)),
    Command("installation_check", "help", 2, "&Installation check…"),
    Command("crash_reports", "help", 2, "&Crash reports"),
    Command("about", "help", 3, "&About Negatoscope"),
)

TOOLBAR = (
    "open", "", "tool.window", "tool.zoom", "tool.pan",
    "tool.distance", "tool.angle", "tool.box", "", "fit", "actual_size",
    "invert", "turn_right", "flip_across", "", "map", "compare", ">",
    "list", "panel", "keys", "preferences",
)  # fmt: skip
# Done to the film that was looked at last, of two that are compared; all else is about the current one.
ON_THE_SHOWN_FILM = {
    "remove_measurement", "next_measurement", "invert", "turn_right", "turn_left",
    "flip_across", "flip_down", "shutter", "fit", "actual_size", "zoom_in", "zoom_out",
    "reset", "annotations", *(f"voi.{number}" for number in range(FILE_WINDOWS + 1)),
}  # fmt: skip
CONTEXT_MENU = (
    "fit", "actual_size", "",
    "invert", "turn_right", "turn_left", "flip_across", "flip_down", "shutter", "",
    "voi", "", "map", "", "remove_measurement", "reset",
)  # fmt: skip


@dataclass(frozen=True)
class HeldKey:
    """A key that also means something while it is held: read by the view itself."""

    id: str
    text: str
    key: str


PAN_KEY = HeldKey("hold.pan", "Annotations: all, few, none; held, a left drag pans", "Space")
MAGNIFIER_KEY = HeldKey("hold.magnifier", "Magnifier, while it is held", "X")
HELD_KEYS = (PAN_KEY, MAGNIFIER_KEY)
# What draws without a mouse: read by the view as well, and always these.
FILM_KEYS = ("Left", "Right", "Up", "Down", "Return", "Enter")

# What the mouse does, or where it is chosen; shown with the keys.
GESTURES: tuple[tuple[str, str | Setting[str]], ...] = (
    (
        "Left drag",
        "Window (across) and level (along), or the chosen tool",
    ),
    ("Right drag", RIGHT_DRAG),
    ("Right click", "Menu"),
    ("Middle drag", MIDDLE_DRAG),
    ("Wheel", WHEEL),
    ("Ctrl + wheel", "Zoom at the cursor"),
    ("Double-click", "Full screen and back"),
    ("Arrow keys, Enter", "Distance, angle or box: move the cross, set a point"),
    ("Shift + arrow keys", "The same in larger steps"),
    ("Arrow keys", "Move the chosen measurement; Enter: one of its points"),
)

"""The only file of the window that knows where things lie."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


@cache
def _root() -> Traversable:
    # Python looks for the package's reader anew each time it is asked; dozens of icons ask.
    return files("resources")


def icon_svg(name: str) -> str:
    """The source of one icon of resources/icons."""
    return (_root() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def icon_path(name: str) -> str:
    """Where an icon lies, with slashes, for a style sheet."""
    return Path(str(_root() / "icons" / f"{name}.svg")).as_posix()


def model_card() -> str:
    """The card of the bundled model, Markdown; empty when there is none."""
    card = _root() / "model" / "CARD.md"
    return card.read_text(encoding="utf-8") if card.is_file() else ""


def licences() -> Path:
    """The folder with what the frozen program is made of; from the source it is not there."""
    return Path(str(_root())).parent / "licences"


def samples() -> list[str]:
    """Paths of the sample films that came with the program; empty when there are none."""
    return list(_samples())


@cache
def _samples() -> tuple[str, ...]:
    # They come with the program and do not change; a command asks for them with every film.
    folder = Path(str(_root() / "sample"))
    return tuple(str(path) for path in sorted(folder.glob("*.dcm")))


def translation(code: str) -> str:
    """Where the texts of the program in one language lie; there need not be any."""
    return str(_root() / "translations" / f"{code}.qm")

"""The films: one row of manifest.csv each, and what may be done with them."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

# A network trained on a picture may count as a work derived from it: such films stay out.
NO_DERIVATIVES = "-ND"
# Nothing is asked but to be cited: what is trained on these alone may be used for anything.
PERMISSIVE = ("CC BY", "CC BY 4.0", "NIH CC open use, cite Wang 2017")


@dataclass(frozen=True)
class Film:
    """One radiograph of the collection.

    ``image``, ``lung_mask`` and ``opacity_mask`` are paths below its folder, the masks empty where there
    is none; ``view``, ``sex`` and ``age`` (years) are there where the source states them.
    """

    image: str
    label: str
    task: str
    source: str
    group: str
    fold: int
    licence: str
    lung_mask: str
    opacity_mask: str = ""
    view: str = ""
    sex: str = ""
    age: float | None = None

    @property
    def may_be_learned(self) -> bool:
        """One of the three classes or another pneumonia, and derivatives are allowed."""
        return self.task in ("classify", "other") and NO_DERIVATIVES not in self.licence

    @property
    def is_permissive(self) -> bool:
        """The licence asks for no more than to be cited."""
        return self.licence in PERMISSIVE


def read_manifest(folder: Path) -> list[Film]:
    """Every film, in the manifest's order. Raises FileNotFoundError when there is no manifest."""
    with (folder / "manifest.csv").open(newline="", encoding="utf-8") as stream:
        return [
            Film(
                image=row["image"],
                label=row["label"],
                task=row["task"],
                source=row["source"],
                group=row["group"],
                fold=int(row["fold"]),
                licence=row["licence"],
                lung_mask=row["lung_mask"],
                opacity_mask=row.get("opacity_mask") or "",
                view=row.get("view") or "",
                sex=row.get("sex") or "",
                age=_years(row.get("age") or ""),
            )
            for row in csv.DictReader(stream)
        ]


def native_sizes(folder: Path) -> list[tuple[int, int]]:
    """Width and height of every film before it was reduced for the collection, in the manifest's order."""
    with (folder / "manifest.csv").open(newline="", encoding="utf-8") as stream:
        return [(int(row["native_width"]), int(row["native_height"])) for row in csv.DictReader(stream)]


def manifest_sha256(folder: Path) -> str:
    """Names the data a model was trained on."""
    return hashlib.sha256((folder / "manifest.csv").read_bytes()).hexdigest()


def _years(stated: str) -> float | None:
    """The age in years; None where the source gives none, or no number ("child")."""
    try:
        return float(stated)
    except ValueError:
        return None

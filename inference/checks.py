"""Applicability: may the model be asked about this image?

Each check is one question with its measured value, its limit and, in words, what was found and what
to do. A radiograph that fails one is refused: it gets no numbers. All but the last are checks of fact;
``lungs`` asks the segmenter what it found (:mod:`inference.lungs`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inference.lungs import FIELDS_NEEDED, Lungs
from inference.model_spec import ModelSpec
from inference.radiograph import Radiograph

# Projection radiography, and the modalities that say nothing of how the picture was made: a
# scanned film or an exported picture is OT or SC.
RADIOGRAPH_MODALITIES = frozenset({"CR", "DX", "RG", "XA", "RF", "OT", "SC"})
FRONTAL_VIEWS = frozenset({"AP", "PA"})
CHEST_WORDS = ("CHEST", "THORAX", "LUNG", "TORAX", "THX")
# A flat or nearly flat picture has nothing to classify; real films use hundreds of levels.
MIN_GREY_LEVELS = 32
# Share of pixels with colour: a burnt-in coloured mark passes, a photograph does not.
MAX_COLOURED_SHARE = 0.02
COLOUR_DIFFERENCE = 24


@dataclass(frozen=True)
class Check:
    """One answered question.

    Either a measured ``value``, which must be at least or at most (``bound``) the ``limit``; or a
    ``word`` that the file says, with no numbers. ``finding`` and ``remedy`` are templates over
    ``facts``, so that a face may translate them.
    """

    name: str
    passed: bool
    value: float | None
    limit: float | None
    finding: str
    remedy: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    bound: Literal["at least", "at most"] | None = None
    word: str = ""

    @property
    def message(self) -> str:
        """What was found and, of a failed check, what to do: English sentences."""
        template = self.finding if self.passed else f"{self.finding} {self.remedy}"
        return template.format(**dict(self.facts)).strip()


def applicability(
    radiograph: Radiograph, reduced: NDArray[np.uint8], spec: ModelSpec, found: Lungs | None
) -> tuple[Check, ...]:
    """Every check that has something to say about this image, in the order they are shown.

    ``reduced`` is what the network would be given: :func:`inference.preprocessing.reduce`. ``found``
    is what the segmenter found there, None when there is no segmenter.
    """
    answers = (
        readable(radiograph),
        size(radiograph, spec.min_size),
        grey_scale(radiograph),
        contrast(reduced),
        single_frame(radiograph),
        modality(radiograph),
        body_part(radiograph),
        view(radiograph),
        lungs(found) if found is not None else None,
    )
    return tuple(answer for answer in answers if answer is not None)


def readable(radiograph: Radiograph) -> Check:
    """Always passed: what cannot be read is an error and has no checks."""
    return Check(
        "readable",
        True,
        None,
        None,
        "Read as {format}.",
        facts=(("format", radiograph.file_format),),
        word=radiograph.file_format.partition(",")[0],
    )


def size(radiograph: Radiograph, min_size: int) -> Check:
    """Enough pixels on the short side."""
    side = min(radiograph.rows, radiograph.columns)
    return Check(
        "size",
        side >= min_size,
        side,
        min_size,
        "Pixels on the short side: {side}.",
        "The model needs at least {limit}: use the original radiograph instead of a thumbnail.",
        (("side", str(side)), ("limit", str(min_size))),
        "at least",
    )


def grey_scale(radiograph: Radiograph) -> Check:
    """Radiographs have no colour."""
    share = 0.0
    if radiograph.is_colour:
        pixels = radiograph.pixels
        share = float(np.mean(np.ptp(pixels, axis=2) > COLOUR_DIFFERENCE))
    return Check(
        "grey scale",
        share <= MAX_COLOURED_SHARE,
        share,
        MAX_COLOURED_SHARE,
        "{percent} % of the picture is coloured.",
        "Use the radiograph itself, not a photograph or a coloured screenshot of it.",
        (("percent", f"{100 * share:.0f}"),),
        "at most",
    )


def contrast(reduced: NDArray[np.uint8]) -> Check:
    """A picture of one grey says nothing, whatever a network makes of it."""
    levels = int(np.count_nonzero(np.bincount(reduced.ravel(), minlength=256)))
    return Check(
        "contrast",
        levels >= MIN_GREY_LEVELS,
        levels,
        MIN_GREY_LEVELS,
        "Grey levels in the picture: {levels}.",
        "It is empty or almost so: check the exposure, or export it again.",
        (("levels", str(levels)),),
        "at least",
    )


def single_frame(radiograph: Radiograph) -> Check | None:
    """A frame of a run or a volume is not a radiograph."""
    frames = radiograph.number_of_frames
    if frames == 1:
        return None
    return Check(
        "single frame",
        False,
        frames,
        1,
        "The file has {frames} frames.",
        "The model reads single radiographs; export the one frame that is one.",
        (("frames", str(frames)),),
        "at most",
    )


def modality(radiograph: Radiograph) -> Check | None:
    """The header's Modality, where there is one."""
    return _word(
        "modality",
        radiograph.header.modality,
        lambda word: word in RADIOGRAPH_MODALITIES,
        "The file says modality {word}.",
        "The model reads projection radiographs only (CR, DX).",
    )


def body_part(radiograph: Radiograph) -> Check | None:
    """The header's Body Part Examined, where there is one."""
    return _word(
        "body part",
        radiograph.header.body_part_examined,
        lambda word: any(chest in word.upper() for chest in CHEST_WORDS),
        "The file says body part {word}.",
        "The model reads chest radiographs only.",
    )


def view(radiograph: Radiograph) -> Check | None:
    """The header's View Position, where there is one."""
    return _word(
        "view",
        radiograph.header.view_position,
        lambda word: word.upper().split()[0] in FRONTAL_VIEWS,
        "The file says view {word}.",
        "The model reads frontal views only (AP, PA).",
    )


def lungs(found: Lungs) -> Check:
    """A frontal chest film shows two lungs, of plausible size and in plausible places."""
    fields = len(found.fields)
    return Check(
        "lungs",
        found.are_plausible,
        fields,
        FIELDS_NEEDED,
        "Lungs found, by size and place: {fields}.",
        "The model reads upright frontal chest radiographs that show both lungs.",
        (("fields", str(fields)),),
        "at least",
    )


def _word(name: str, word: str, accepts: Callable[[str], bool], finding: str, remedy: str) -> Check | None:
    if not word:
        return None
    return Check(name, accepts(word), None, None, finding, remedy, (("word", word),), word=word)

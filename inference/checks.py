"""Applicability: may the model be asked about this image?

Each check is one question with its measured value, its limit and, in words, what was found and what
to do. A radiograph that fails one is refused: it gets no numbers. The first are checks of fact; the
later ones ask what the view network saw (:mod:`inference.view`). ``age group`` refuses nothing: it says
for whom the numbers are meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from inference.composition import (
    ADULT_FROM_YEARS,
    CHILD_BELOW_YEARS,
    SURELY_ADULT,
    SURELY_CHILD,
)
from inference.lungs import FIELDS_NEEDED, Lungs
from inference.model_spec import ModelSpec
from inference.radiograph import Radiograph
from inference.view import FilmView

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
# More likely than not: then it is that, and not whether the film is frontal, which the user is told.
MAX_INVERTED = MAX_TURNED = 0.5
# Of a lung's height or width, so much may lie at one border of the picture: 8 of 993 whole films of fold 3
# have more. At 0.3 it would be 31; what is cut further is mostly refused by its view already.
MAX_CUT = 0.4
FOR_ADULTS = "Viral pneumonia was learned from children only and is not assessed in adults."
FOR_CHILDREN = "COVID-19 was learned from adults only and is not assessed in children."
FOR_BOTH = (
    "Viral pneumonia was learned from children only and is not assessed in adults. "
    "COVID-19 was learned from adults only and is not assessed in children."
)


@dataclass(frozen=True)
class Check:
    """One answered question.

    Either a measured ``value``, which must be at least or at most (``bound``) the ``limit``; or a
    ``word`` that the file says, with no numbers. ``finding``, ``note`` (what follows from it) and
    ``remedy`` are templates over ``facts``, so that a face may translate them.
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
    note: str = ""

    @property
    def message(self) -> str:
        """What was found and, of a failed check, what to do: English sentences."""
        said = (self.finding, self.note, "" if self.passed else self.remedy)
        return " ".join(filter(None, said)).format(**dict(self.facts))


def applicability(
    radiograph: Radiograph,
    reduced: NDArray[np.uint8],
    spec: ModelSpec,
    seen: FilmView | None,
    limits: Mapping[str, float],
) -> tuple[Check, ...]:
    """Every check that may refuse this image and has something to say, in the order they are shown.

    ``reduced`` is what the networks would be given: :func:`inference.preprocessing.reduce`. ``seen``
    is what the view network saw there and ``limits`` are that network's; None when there is none.
    """
    answers: list[Check | None] = [
        readable(radiograph),
        size(radiograph, spec.min_size),
        grey_scale(radiograph),
        contrast(reduced),
        single_frame(radiograph),
        modality(radiograph),
        body_part(radiograph),
        view(radiograph),
    ]
    if seen is not None:
        answers += [
            polarity(seen.views),
            rotation(seen.views),
            frontal(seen.views, limits["frontal"]),
            familiar(seen.distance, limits["distance"]),
            lungs(seen.lungs),
            lungs_in_the_picture(seen.lungs),
        ]
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
        (("percent", _percent(share)),),
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


def polarity(views: Mapping[str, float]) -> Check:
    """Bone is white and air is black, by the picture: the file may say so and be wrong."""
    return _probability(
        "polarity",
        views["inverted"],
        MAX_INVERTED,
        "at most",
        "Black and white exchanged, by the picture: {percent} % likely.",
        "Bone must be white: invert the film, or export it again as it is displayed.",
    )


def rotation(views: Mapping[str, float]) -> Check:
    """The head is up."""
    return _probability(
        "rotation",
        views["turned"],
        MAX_TURNED,
        "at most",
        "Turned on its side or upside down, by the picture: {percent} % likely.",
        "Turn it upright and export it again.",
    )


def frontal(views: Mapping[str, float], least: float) -> Check | None:
    """A whole frontal chest film. Not asked of one that is inverted or turned: that is said already."""
    if views["inverted"] > MAX_INVERTED or views["turned"] > MAX_TURNED:
        return None
    return _probability(
        "frontal",
        views["frontal"],
        least,
        "at least",
        "A whole, upright frontal chest film, by the picture: {percent} % likely.",
        "The model reads no lateral views, CT or photographs, and no films on which a part of a lung is "
        "missing.",
    )


def familiar(distance: float, greatest: float) -> Check:
    """Some of the films learned from look like this one."""
    return Check(
        "familiar",
        distance <= greatest,
        distance,
        greatest,
        "Distance to the most similar films the model learned from: {distance}.",
        "It is unlike anything learned from: do not rely on a model for it.",
        (("distance", f"{distance:.3f}"),),
        "at most",
    )


def lungs_in_the_picture(found: Lungs) -> Check | None:
    """The border of the picture does not run through the lungs; not asked where there are not two."""
    if not found.are_plausible:
        return None
    cut = max(field.cut for field in found.fields)
    return Check(
        "lungs in the picture",
        cut <= MAX_CUT,
        cut,
        MAX_CUT,
        "Of a lung's height or width, {percent} % lies at the border of the picture.",
        "A part of it is cut off: use the whole film.",
        (("percent", _percent(cut)),),
        "at most",
    )


def age_group(years: float | None, child: float | None) -> Check | None:
    """For whom the numbers are meant, by the file or else by the picture.

    ``years`` is the age that the file states, ``child`` the probability of a child by the picture; None
    when there is nothing to go by. Failed where the file says a child's age and the picture surely an
    adult's, or the other way round: a wrong birth date would decide what is assessed.
    """
    facts: tuple[tuple[str, str], ...] = ()
    if years is not None:
        # As people count them: completed years.
        facts = (("years", f"{int(years)}" if years >= 1 else f"{years:.1f}"),)
        if child is not None and _contradicts(years, child):
            return _contradiction(years, child, (*facts, ("percent", _percent(child))))
        if years < CHILD_BELOW_YEARS:
            return _age("child", "A child: {years} years by the file.", FOR_CHILDREN, facts, child)
        if years >= ADULT_FROM_YEARS:
            return _age("adult", "An adult: {years} years by the file.", FOR_ADULTS, facts, child)
    if child is None:
        return None
    facts = (*facts, ("percent", _percent(child)))
    picture = "A child by the picture: {percent} % likely."
    if years is not None:
        picture = (
            "{years} years by the file, an age the model did not learn from. "
            "A child by the picture: {percent} % likely."
        )
    if child > SURELY_CHILD:
        return _age("child", picture, FOR_CHILDREN, facts, child)
    if child < SURELY_ADULT:
        return _age("adult", picture, FOR_ADULTS, facts, child)
    return _age("uncertain", picture, FOR_BOTH, facts, child)


def _contradicts(years: float, child: float) -> bool:
    """Whether the picture surely says the opposite of an age that was learned from."""
    return (years < CHILD_BELOW_YEARS and child < SURELY_ADULT) or (
        years >= ADULT_FROM_YEARS and child > SURELY_CHILD
    )


def _contradiction(years: float, child: float, facts: tuple[tuple[str, str], ...]) -> Check:
    said = years < CHILD_BELOW_YEARS
    return Check(
        "age group",
        False,
        child,
        SURELY_ADULT if said else SURELY_CHILD,
        "{years} years by the file, but a child by the picture: {percent} % likely.",
        "Check whether this is the patient's film and whether the birth date is right.",
        facts,
        "at least" if said else "at most",
        "contradiction",
    )


def _age(
    word: str, finding: str, note: str, facts: tuple[tuple[str, str], ...], child: float | None
) -> Check:
    return Check("age group", True, child, None, finding, facts=facts, word=word, note=note)


def _probability(
    name: str,
    value: float,
    limit: float,
    bound: Literal["at least", "at most"],
    finding: str,
    remedy: str,
) -> Check:
    passed = value >= limit if bound == "at least" else value <= limit
    facts = (("percent", _percent(value)),)
    return Check(name, passed, value, limit, finding, remedy, facts, bound)


def _word(name: str, word: str, accepts: Callable[[str], bool], finding: str, remedy: str) -> Check | None:
    if not word:
        return None
    return Check(name, accepts(word), None, None, finding, remedy, (("word", word),), word=word)


def _percent(share: float) -> str:
    """0..1 as a whole number; what is little is not called nothing."""
    return "< 1" if 0.0 < share < 0.005 else f"{100 * share:.0f}"

"""Our grey scale against DCMTK's: within one level of 256, every pixel, over forms of film.

Nobody's rounding is the standard's, hence the one level. DCMTK computes modality values as whole numbers,
cutting fractions off; films whose modality values span less than 256 whole numbers are therefore held
against the standard's formula, in ``test_formulas``, and not against DCMTK here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

import dcmtk
from phantom import gradient_and_noise, lookup_table

Difference = Callable[..., int]

pytestmark = pytest.mark.skipif(bool(dcmtk.MISSING), reason=dcmtk.WHY_SKIPPED)

DEPTHS = [8, 10, 12, 14, 15, 16]
SIGNS = pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])
# Photometric Interpretation with Presentation LUT Shape. A shape, where there is one, has the last word.
PRESENTATIONS = [
    ("MONOCHROME2", None),
    ("MONOCHROME2", "IDENTITY"),
    ("MONOCHROME2", "INVERSE"),
    ("MONOCHROME1", None),
    ("MONOCHROME1", "INVERSE"),
    ("MONOCHROME1", "IDENTITY"),
]


def least(bits: int, signed: bool) -> int:
    """The least stored value of a film."""
    return -(2 ** (bits - 1)) if signed else 0


@SIGNS
@pytest.mark.parametrize("bits", DEPTHS)
@pytest.mark.parametrize(("photometric", "shape"), PRESENTATIONS)
def test_every_depth_sign_and_presentation(
    difference: Difference, bits: int, signed: bool, photometric: str, shape: str | None
) -> None:
    presentation = {"PhotometricInterpretation": photometric, "PresentationLUTShape": shape}
    assert difference(bits, signed, "+Wm", **presentation) <= 1
    window = {"WindowCenter": least(bits, signed) + 0.55 * 2**bits, "WindowWidth": 0.7 * 2**bits}
    assert difference(bits, signed, "+Wi", "1", **window, **presentation) <= 1


@SIGNS
@pytest.mark.parametrize(
    ("bits", "slope", "intercept"),
    [(bits, *rescale) for bits in (8, 12, 16) for rescale in [(1, -1024), (2, -100), (-1, 4095)]]
    # Fractions, where there are whole numbers enough.
    + [(bits, *rescale) for bits in (12, 16) for rescale in [(1.7, -30.3), (-1.25, 7.5), (0.5, 0)]],
)
def test_rescale(difference: Difference, bits: int, signed: bool, slope: float, intercept: float) -> None:
    rescale = {"RescaleSlope": slope, "RescaleIntercept": intercept}
    assert difference(bits, signed, "+Wm", **rescale) <= 1
    centre = round((least(bits, signed) + 2 ** (bits - 1)) * slope + intercept, 2)
    window = {"WindowCenter": centre, "WindowWidth": round(0.8 * abs(slope) * 2**bits, 2)}
    assert difference(bits, signed, "+Wi", "1", **rescale, **window) <= 1


@SIGNS
@pytest.mark.parametrize("bits", [8, 12, 16])
@pytest.mark.parametrize("function", [None, "SIGMOID"])  # none is LINEAR; so named, in test_formulas
def test_each_of_several_windows(
    difference: Difference, bits: int, signed: bool, function: str | None
) -> None:
    middle, all_values = least(bits, signed) + 2 ** (bits - 1), 2**bits
    windows = [
        (middle, all_values),
        (middle + 10.5, round(all_values / 3, 2)),
        (middle - 7.5, 1),  # a threshold, and one value lies on it
        (middle, 1.5),
        (middle, 2),
        (middle + all_values / 2, all_values / 2),  # half of it beyond the brightest value
        (middle - 3 * all_values, all_values),  # all of it below the darkest
    ]
    centers, widths = map(list, zip(*windows, strict=True))
    said: dict[str, Any] = {"WindowCenter": centers, "WindowWidth": widths, "VOILUTFunction": function}
    for number in range(1, len(windows) + 1):
        assert difference(bits, signed, "+Wi", str(number), voi=number, **said) <= 1


@SIGNS
@pytest.mark.parametrize("bits", [8, 12, 16])
@pytest.mark.parametrize("entry_bits", [8, 10, 16])
def test_lookup_tables(difference: Difference, bits: int, signed: bool, entry_bits: int) -> None:
    all_values, first = 2**bits, least(bits, signed)
    # One entry a stored value (65536 are written as 0), one for the middle half, and hardly any.
    for count, start in ((all_values, first), (all_values // 2, first + all_values // 4), (3, first + 9)):
        curve = np.round((2**entry_bits - 1) * np.linspace(0.0, 1.0, count) ** 1.7)
        table = lookup_table(curve, start, entry_bits)
        assert difference(bits, signed, "+Wl", "1", VOILUTSequence=[table]) <= 1
        assert difference(bits, signed, "+Wm", ModalityLUTSequence=[table]) <= 1
        window = {"WindowCenter": 0.4 * 2**entry_bits, "WindowWidth": 0.5 * 2**entry_bits}
        assert difference(bits, signed, "+Wi", "1", ModalityLUTSequence=[table], **window) <= 1


def test_the_second_of_two_voi_luts_behind_a_window(difference: Difference) -> None:
    tables = [lookup_table(np.arange(4096)[::step], 0, 12) for step in (1, -1)]
    film = {"VOILUTSequence": tables, "WindowCenter": 2000, "WindowWidth": 3000}
    for number, option in enumerate([("+Wi", "1"), ("+Wl", "1"), ("+Wl", "2")], start=1):
        assert difference(12, False, *option, voi=number, **film) <= 1


def test_a_voi_lut_begins_at_a_modality_value_and_not_at_a_stored_one(difference: Difference) -> None:
    table = lookup_table(np.arange(4096), -1024, 12)
    for slope, intercept in ((1, -1000), (-1, 3000)):
        rescale = {"RescaleSlope": slope, "RescaleIntercept": intercept}
        assert difference(12, False, "+Wl", "1", VOILUTSequence=[table], **rescale) <= 1


SYNTAXES = pytest.mark.parametrize("syntax", ["+te", "+tb", "+ti"], ids=["little", "big", "implicit"])


@SYNTAXES
@pytest.mark.parametrize("count", [256, 255])
@pytest.mark.parametrize("packed", [False, True], ids=["in words", "in bytes"])
def test_entries_of_eight_bits(difference: Difference, syntax: str, count: int, packed: bool) -> None:
    # No entry is like its neighbours.
    table = lookup_table(np.arange(count) * 37 % 256, 0, 8, packed=packed)
    assert difference(8, False, "+Wl", "1", syntax=syntax, VOILUTSequence=[table]) <= 1
    assert difference(8, False, "+Wm", syntax=syntax, ModalityLUTSequence=[table]) <= 1


@SYNTAXES
@SIGNS
def test_the_sign_of_a_table_s_first_value_is_that_of_what_it_is_compared_with(
    difference: Difference, syntax: str, signed: bool
) -> None:
    """Implicit VR leaves it open: stored values may be negative and those behind a Modality LUT are not."""
    modality = lookup_table(np.linspace(0, 65535, 4096), least(12, signed), 16)
    voi = lookup_table(np.arange(4096), 45000, 12)
    tables = {"ModalityLUTSequence": [modality], "VOILUTSequence": [voi]}
    assert difference(12, signed, "+Wl", "1", syntax=syntax, **tables) <= 1


@SIGNS
@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
def test_padding_goes_through_the_file_s_window_like_any_other_value(
    difference: Difference, signed: bool, photometric: str
) -> None:
    pixels = gradient_and_noise(12, signed) // 2
    pixels[:5] = padding = least(12, signed)
    padded = {"PixelPaddingValue": padding, "PixelPaddingRangeLimit": padding + 20}
    window = {"WindowCenter": int(np.median(pixels)), "WindowWidth": 3000}
    presentation = {"PhotometricInterpretation": photometric}
    assert difference(12, signed, "+Wi", "1", pixels=pixels, **padded, **window, **presentation) <= 1

"""What a DICOM file says of its greys, in the less usual places: frames, tables, padding, streams."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from pydicom import Dataset, uid

from inference import InferenceError, LookupTable, Radiograph, Window, load_radiograph
from inference.grayscale import Rescale
from phantom import compress, dicom, gradient_and_noise, lookup_table, thorax_u16, write_dicom


def load(tmp_path: Path, ds: Dataset, frame: int = 0) -> Radiograph:
    return load_radiograph(write_dicom(tmp_path / "film", ds), frame)


def ramp(signed: bool = False, **attributes: Any) -> Dataset:
    """Stored values 0, 1, 2 ... 255 in a 16 x 16 film; -128 ... 127 where signed."""
    values = np.arange(256).reshape(16, 16) - (128 if signed else 0)
    return dicom(values.astype(np.int16 if signed else np.uint16), bits=12, **attributes)


def item(**attributes: Any) -> Dataset:
    ds = Dataset()
    for keyword, value in attributes.items():
        setattr(ds, keyword, value)
    return ds


# ---- functional groups ---------------------------------------------------------------------------


def test_each_frame_has_its_own_window_and_rescale_and_shares_what_it_has_not(tmp_path: Path) -> None:
    """PS3.3 C.7.6.16.2.9 and C.7.6.16.2.10: a frame's own groups, else the shared ones, else the top."""
    frames = np.stack([thorax_u16(20, 30)] * 3)
    own = [item(FrameVOILUTSequence=[item(WindowCenter=100 * n, WindowWidth=10 * n)]) for n in (1, 2)]
    own[1].PixelValueTransformationSequence = [item(RescaleIntercept=-5, RescaleSlope=3)]
    shared = item(
        FrameVOILUTSequence=[item(WindowCenter=[7, 8], WindowWidth=[70, 80])],
        PixelValueTransformationSequence=[item(RescaleIntercept=0, RescaleSlope=2)],
    )
    ds = dicom(
        frames,
        bits=12,
        WindowCenter=1,
        WindowWidth=1,
        SharedFunctionalGroupsSequence=[shared],
        PerFrameFunctionalGroupsSequence=[*own, Dataset()],
    )
    shown = [load(tmp_path, ds, frame) for frame in range(3)]
    assert [radiograph.voi for radiograph in shown] == [
        (Window(100, 10),),
        (Window(200, 20),),
        (Window(7, 70), Window(8, 80)),
    ]
    assert [radiograph.modality for radiograph in shown] == [Rescale(2, 0), Rescale(3, -5), Rescale(2, 0)]


# ---- rescale, windows, tables --------------------------------------------------------------------


def test_a_slope_of_nothing_is_taken_as_one_and_said(tmp_path: Path) -> None:
    radiograph = load(tmp_path, ramp(RescaleSlope=0, RescaleIntercept=10))
    assert radiograph.modality == Rescale(1, 10)
    assert radiograph.warnings == ("Rescale Slope is 0 and was taken as 1.",)


def test_each_window_is_rendered_as_it_says_and_one_without_a_width_is_left_out(tmp_path: Path) -> None:
    radiograph = load(tmp_path, ramp(WindowCenter=[50.5, 100.5, 200.5], WindowWidth=[101, 21]))
    assert [(voi.center, voi.width) for voi in radiograph.voi if isinstance(voi, Window)] == [
        (50.5, 101),
        (100.5, 21),
    ]
    first, second = (radiograph.render(voi).ravel() for voi in radiograph.voi)
    assert (first[0], first[50], first[100]) == (0, 128, 255)
    assert (second[90], second[100], second[110]) == (0, 128, 255)


@pytest.mark.parametrize("count", [256, 255])
@pytest.mark.parametrize("packed", [False, True])
def test_entries_of_eight_bits_in_words_or_in_bytes(tmp_path: Path, count: int, packed: bool) -> None:
    table = lookup_table(np.arange(count)[::-1], 0, 8, packed=packed)
    radiograph = load(tmp_path, ramp(VOILUTSequence=[table], WindowCenter=None))
    assert radiograph.render().ravel().tolist()[:255] == list(range(count))[::-1][:255]
    assert radiograph.warnings == ()


def test_a_table_of_65536_entries_is_announced_as_one_of_none(tmp_path: Path) -> None:
    table = lookup_table(np.arange(65536)[::-1], 0, 16)
    assert table.LUTDescriptor[0] == 0
    pixels = gradient_and_noise(16)
    radiograph = load(tmp_path, dicom(pixels, ModalityLUTSequence=[table]))
    assert isinstance(radiograph.modality, LookupTable)
    assert radiograph.modality_value(9, 9) == 65535 - int(pixels[9, 9])


# ---- padding -------------------------------------------------------------------------------------


@pytest.mark.parametrize("photometric", ["MONOCHROME1", "MONOCHROME2"])
@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize(
    ("value", "limit", "shown"),
    # Of the values 0 ... 255: those that are left. The limit may lie on either side of the value.
    [
        (0, None, (1, 255)),
        (0, 99, (100, 255)),
        (99, 0, (100, 255)),
        (255, 200, (0, 199)),
        (200, 255, (0, 199)),
    ],
)
def test_padding_is_no_part_of_any_range(
    tmp_path: Path,
    value: int,
    limit: int | None,
    shown: tuple[int, int],
    signed: bool,
    photometric: str,
) -> None:
    shift = -128 if signed else 0
    radiograph = load(
        tmp_path,
        ramp(
            signed,
            PixelPaddingValue=value + shift,
            PixelPaddingRangeLimit=None if limit is None else limit + shift,
            PhotometricInterpretation=photometric,
            RescaleSlope=2,
        ),
    )
    low, high = (2.0 * (end + shift) for end in shown)
    assert radiograph.value_range == (low, high)
    window = radiograph.automatic_window
    assert low < window.center - window.width / 2 < window.center + window.width / 2 < high
    greys = radiograph.render().ravel()[list(shown)].tolist()
    assert greys == ([255, 0] if photometric == "MONOCHROME1" else [0, 255])


def test_padding_is_shown_as_the_file_s_window_shows_any_value(tmp_path: Path) -> None:
    padded = load(tmp_path, ramp(PixelPaddingValue=100, WindowCenter=128, WindowWidth=256))
    plain = load(tmp_path, ramp(WindowCenter=128, WindowWidth=256))
    assert np.array_equal(padded.render(), plain.render())


# ---- streams -------------------------------------------------------------------------------------


def test_a_stream_of_more_bits_than_a_pixel_has_room_for_is_refused(tmp_path: Path) -> None:
    twelve = gradient_and_noise(12)
    encoded = imagecodecs.ljpeg_encode(twelve, bitspersample=12)
    ds = compress(dicom(twelve.astype(np.uint8)), uid.JPEGLosslessSV1, encoded)
    with pytest.raises(InferenceError) as caught:
        load(tmp_path, ds)
    assert "12 bits a pixel in 8" in caught.value.message()


def test_a_stream_of_fewer_bits_than_the_header_says_keeps_its_values(tmp_path: Path) -> None:
    eight = gradient_and_noise(8)
    ds = dicom(eight.astype(np.uint16), bits=12)
    ds = compress(ds, uid.JPEGLosslessSV1, imagecodecs.ljpeg_encode(eight, bitspersample=8))
    assert np.array_equal(load(tmp_path, ds).pixels, eight)

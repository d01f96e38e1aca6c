"""What is in a file beside the plain grey of one film: overlays, further frames, colours."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pydicom import Dataset

import dcmtk
from inference import load_radiograph
from phantom import dicom, gradient_and_noise, write_dicom

pytestmark = pytest.mark.skipif(bool(dcmtk.MISSING), reason=dcmtk.WHY_SKIPPED)
ENCODERS = pytest.mark.parametrize("encoder", [("dcmconv", "+te"), ("dcmcrle",)], ids=["native", "RLE"])
CHECKERED = np.indices((48, 64)).sum(axis=0) % 2


def overlay(ds: Dataset, group: int, bit: int) -> None:
    """The description of an overlay over the whole film, in the pixels' bit ``bit`` or apart (0)."""
    elements = [
        (0x0010, "US", 48),
        (0x0011, "US", 64),
        (0x0040, "CS", "G"),
        (0x0050, "SS", [1, 1]),
        (0x0100, "US", 16 if bit else 1),
        (0x0102, "US", bit),
    ]
    if not bit:
        elements.append((0x3000, "OW", np.packbits(CHECKERED, bitorder="little").tobytes()))
    for element, representation, value in elements:
        ds.add_new(group << 16 | element, representation, value)


@ENCODERS
@pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])
@pytest.mark.parametrize("bit", [0, 12, 15])
def test_overlays_never_change_the_picture(
    tmp_path: Path, encoder: tuple[str, ...], signed: bool, bit: int
) -> None:
    """Planes of their own, and the old kind in bits of the pixels that hold no value (PS3.5 8.1.2)."""
    pixels = gradient_and_noise(12, signed)
    plain = load_radiograph(write_dicom(tmp_path / "plain", dicom(pixels, bits=12)))
    raw = pixels.view(np.uint16) & 0x0FFF
    if bit:
        raw |= (CHECKERED << bit).astype(np.uint16)
    ds = dicom(raw, bits=12, PixelRepresentation=int(signed))
    overlay(ds, 0x6000, bit)
    path = dcmtk.encode(write_dicom(tmp_path / "film", ds), *encoder)
    shown = load_radiograph(path)
    assert np.array_equal(shown.pixels, pixels)
    assert np.array_equal(shown.render(), plain.render())
    assert np.abs(shown.render().astype(int) - dcmtk.render(path, "+Wm")).max() <= 1


@ENCODERS
def test_each_frame(tmp_path: Path, encoder: tuple[str, ...]) -> None:
    frames = np.stack([gradient_and_noise(12), gradient_and_noise(12)[::-1], gradient_and_noise(10)])
    ds = dicom(frames, bits=12, WindowCenter=2048, WindowWidth=4096)
    path = dcmtk.encode(write_dicom(tmp_path / "film", ds), *encoder)
    for frame in range(3):
        theirs = dcmtk.render(path, "+Wi", "1", "+F", str(frame + 1))
        assert np.abs(load_radiograph(path, frame).render().astype(int) - theirs).max() <= 1


def colours() -> NDArray[np.uint8]:
    """(48, 64, 3): every channel another gradient."""
    y, x = np.mgrid[0:1:48j, 0:1:64j]
    return np.round(255 * np.stack([x, y, (1 - x) * y], axis=2)).astype(np.uint8)


@ENCODERS
def test_red_green_and_blue(tmp_path: Path, encoder: tuple[str, ...]) -> None:
    path = dcmtk.encode(write_dicom(tmp_path / "film", dicom(colours())), *encoder)
    assert np.array_equal(load_radiograph(path).pixels, dcmtk.render(path))


@ENCODERS
def test_brightness_and_two_chrominances(tmp_path: Path, encoder: tuple[str, ...]) -> None:
    ds = dicom(colours(), PhotometricInterpretation="YBR_FULL")
    path = dcmtk.encode(write_dicom(tmp_path / "film", ds), *encoder)
    ours = load_radiograph(path).pixels.astype(int)
    # DCMTK rounds each term by itself; by the formula (PS3.3 C.7.6.3.1.2) ours are the nearer.
    assert np.abs(ours - dcmtk.render(path)).max() <= 2
    y, b, r = np.moveaxis(colours().astype(float), 2, 0)
    b, r = b - 128, r - 128
    said = np.stack([y + 1.402 * r, y - 0.344136 * b - 0.714136 * r, y + 1.772 * b], axis=2)
    assert np.abs(ours - said.clip(0, 255)).max() <= 0.51


@ENCODERS
@pytest.mark.parametrize("grey", [False, True], ids=["colours", "greys"])
def test_a_palette_of_16_bits(tmp_path: Path, encoder: tuple[str, ...], grey: bool) -> None:
    pixels = gradient_and_noise(8)
    ds = dicom(pixels, PhotometricInterpretation="PALETTE COLOR")
    ramp = np.linspace(0, 65535, 256)
    for colour, curve in (("Red", ramp), ("Green", ramp[::-1]), ("Blue", 65535 - ramp**2 / 65535)):
        setattr(ds, f"{colour}PaletteColorLookupTableDescriptor", [256, 0, 16])
        entries = np.round(ramp if grey else curve).astype("<u2")
        setattr(ds, f"{colour}PaletteColorLookupTableData", entries.tobytes())
    path = dcmtk.encode(write_dicom(tmp_path / "film", ds), *encoder)
    radiograph = load_radiograph(path)
    assert radiograph.is_colour is not grey
    ours = radiograph.render() if radiograph.is_colour else np.stack([radiograph.render()] * 3, axis=2)
    assert np.abs(ours.astype(int) - dcmtk.render(path)).max() <= 1

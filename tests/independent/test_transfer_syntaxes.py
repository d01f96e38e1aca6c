"""Films that DCMTK wrote in each transfer syntax it knows, as we show them and as it does.

It knows no JPEG 2000: there Pillow reads what imagecodecs wrote. What was compressed without loss is
moreover held against the values that went in.
"""

from __future__ import annotations

import io
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from pydicom import uid

import dcmtk
from inference import Radiograph, load_radiograph
from phantom import compress, dicom, gradient_and_noise, write_dicom

NEEDS_DCMTK = pytest.mark.skipif(bool(dcmtk.MISSING), reason=dcmtk.WHY_SKIPPED)
SIGNS = pytest.mark.parametrize("signed", [False, True], ids=["unsigned", "signed"])

LOSSLESS = {
    "Implicit VR Little Endian": ("dcmconv", "+ti"),
    "Explicit VR Little Endian": ("dcmconv", "+te"),
    "Explicit VR Big Endian": ("dcmconv", "+tb"),
    "Deflated Explicit VR Little Endian": ("dcmconv", "+td"),
    "RLE Lossless": ("dcmcrle",),
    "JPEG-LS Lossless Image Compression": ("dcmcjpls", "+el"),
    "JPEG Lossless, Non-Hierarchical, First-Order Prediction (Process 14 [Selection Value 1])": (
        "dcmcjpeg",
        "+e1",
    ),
}
PREDICTED = "JPEG Lossless, Non-Hierarchical (Process 14)"


def written(tmp_path: Path, bits: int, signed: bool, *encoder: str) -> Path:
    """A film with a window over all of its values, so that one wrong value is a wrong grey."""
    middle = 0 if signed else 2 ** (bits - 1)
    ds = dicom(gradient_and_noise(bits, signed), bits=bits, WindowCenter=middle, WindowWidth=2**bits)
    return dcmtk.encode(write_dicom(tmp_path / "film", ds), *encoder)


def difference(radiograph: Radiograph, path: Path) -> int:
    """From DCMTK's picture; its JPEG-LS decoder has a program of its own."""
    program = "dcml2pnm" if "JPEG-LS" in radiograph.file_format else "dcmj2pnm"
    theirs = dcmtk.render(path, "+Wi", "1", program=program)
    return int(np.abs(radiograph.render().astype(int) - theirs).max())


@NEEDS_DCMTK
@SIGNS
@pytest.mark.parametrize("bits", [8, 10, 12, 15, 16])
@pytest.mark.parametrize("name", LOSSLESS)
def test_what_is_kept_without_loss(tmp_path: Path, name: str, bits: int, signed: bool) -> None:
    path = written(tmp_path, bits, signed, *LOSSLESS[name])
    radiograph = load_radiograph(path)
    assert radiograph.file_format == f"DICOM, {name}"
    assert np.array_equal(radiograph.pixels, gradient_and_noise(bits, signed))
    assert difference(radiograph, path) <= 1


@NEEDS_DCMTK
@pytest.mark.parametrize(("bits", "signed"), [(8, False), (12, True), (16, False)])
@pytest.mark.parametrize("predictor", range(1, 8))
def test_each_predictor_of_lossless_jpeg(tmp_path: Path, predictor: int, bits: int, signed: bool) -> None:
    path = written(tmp_path, bits, signed, "dcmcjpeg", "+el", "+sv", str(predictor))
    radiograph = load_radiograph(path)
    assert radiograph.file_format == f"DICOM, {PREDICTED}"
    assert np.array_equal(radiograph.pixels, gradient_and_noise(bits, signed))
    assert difference(radiograph, path) <= 1


@NEEDS_DCMTK
@pytest.mark.parametrize(("bits", "signed"), [(8, False), (8, True), (12, False), (12, True), (16, False)])
def test_lossless_jpeg_without_its_last_bits(tmp_path: Path, bits: int, signed: bool) -> None:
    """A point transform (ITU-T T.81 H.1.2.1): lossless by its name alone."""
    path = written(tmp_path, bits, signed, "dcmcjpeg", "+e1", "+pt", "2")
    radiograph = load_radiograph(path)
    assert np.array_equal(radiograph.pixels, gradient_and_noise(bits, signed) // 4 * 4)
    assert difference(radiograph, path) <= 1


@NEEDS_DCMTK
@pytest.mark.parametrize(
    ("name", "encoder", "depths", "most"),
    [
        ("JPEG Baseline (Process 1)", ("dcmcjpeg", "+eb"), [8], 16),
        ("JPEG Extended (Process 2 and 4)", ("dcmcjpeg", "+ee"), [8, 12], 16),
        (
            "JPEG-LS Lossy (Near-Lossless) Image Compression",
            ("dcmcjpls", "+en", "+md", "3"),
            [8, 12, 16],
            3,
        ),
    ],
)
def test_what_is_lost_is_lost_alike(
    tmp_path: Path, name: str, encoder: tuple[str, ...], depths: list[int], most: int
) -> None:
    for bits in depths:
        path = written(tmp_path, bits, False, *encoder)
        radiograph = load_radiograph(path)
        assert radiograph.file_format == f"DICOM, {name}"
        lost = radiograph.pixels.astype(int) - gradient_and_noise(bits)
        assert 0 < np.abs(lost).max() <= most
        assert difference(radiograph, path) <= 1


def by_pillow(encoded: bytes, bits: int, signed: bool) -> NDArray[np.int64]:
    """JPEG 2000 by Pillow, which moves values up to 8 or 16 bits, and signed ones up from 0."""
    values = np.asarray(Image.open(io.BytesIO(encoded))).astype(np.int64)
    return (values >> ((8 if bits <= 8 else 16) - bits)) - (2 ** (bits - 1) if signed else 0)


@SIGNS
@pytest.mark.parametrize("bits", [8, 10, 12, 15, 16])
def test_jpeg_2000(tmp_path: Path, bits: int, signed: bool) -> None:
    pixels = gradient_and_noise(bits, signed)
    for syntax, level in ((uid.JPEG2000Lossless, 0), (uid.JPEG2000, 40)):
        encoded = imagecodecs.jpeg2k_encode(
            pixels, level=level, reversible=level == 0, codecformat="j2k", bitspersample=bits
        )
        ds = compress(dicom(pixels, bits=bits), syntax, encoded)
        ours = load_radiograph(write_dicom(tmp_path / "film", ds)).pixels
        assert np.array_equal(ours, by_pillow(encoded, bits, signed))
        assert np.array_equal(ours, pixels) == (level == 0)

"""A synthetic thorax: a film that belongs to nobody, for tests and for "Open sample".

Soft ellipses for trunk, lungs, heart, mediastinum and diaphragm, ribs as arcs, grain as noise. It
looks enough like a chest film to be read and shown; it says nothing about any disease.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from pydicom import Dataset
from pydicom.dataset import FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    DigitalXRayImageStorageForPresentation,
    ExplicitVRLittleEndian,
    generate_uid,
)

# A root of our own is not needed for films that no archive will ever hold.
UID_ROOT = "1.2.826.0.1.3680043.8.498."


def thorax(rows: int = 512, columns: int = 512, seed: int = 0, grain: float = 0.008) -> NDArray[np.float64]:
    """A frontal chest film, (rows, columns) float64 in 0..1, bone white."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[0 : 1 : rows * 1j, -0.5 : 0.5 : columns * 1j]

    def blob(cx: float, cy: float, rx: float, ry: float, edge: float = 8.0) -> NDArray[np.float64]:
        radius = np.hypot((x - cx) / rx, (y - cy) / ry)
        return 1.0 / (1.0 + np.exp(np.clip(edge * (radius - 1.0), -50, 50)))

    shift = random.uniform(-0.01, 0.01)
    film = 0.05 + 0.6 * blob(0, 0.62, 0.46, 0.56, 18)
    film += 0.12 * blob(0, 0.12, 0.12, 0.18)
    for side in (-1, 1):
        film -= 0.45 * blob(side * 0.2 + shift, 0.46, 0.15, 0.33, 14)
        for rib in range(9):
            centre = 0.16 + rib * 0.075
            arc = centre + 0.16 * (np.abs(x) - 0.2) ** 2 / 0.04 * 0.5
            inside = blob(side * 0.21, 0.46, 0.2, 0.42, 20)
            film += 0.09 * inside * np.exp(-(((y - arc) / 0.012) ** 2)) * (side * x > 0.03)
        film += (
            0.14
            * np.exp(-(((y - 0.12 - 0.25 * np.abs(x - side * 0.05)) / 0.014) ** 2))
            * ((side * x > 0.04) & (side * x < 0.32))
        )
    film += 0.22 * blob(0.0, 0.45, 0.055, 0.5, 10)
    film += 0.3 * blob(0.07 + shift, 0.6, 0.13, 0.14, 12)
    film += 0.28 * blob(-0.16, 0.92, 0.22, 0.14, 10) + 0.26 * blob(0.18, 0.95, 0.22, 0.14, 10)
    # A film's curve: dense parts approach white and never reach it.
    film = 1.0 - np.exp(-1.5 * np.clip(film, 0.0, None))
    return np.clip(film + random.normal(0, grain, film.shape), 0.0, 1.0)


def thorax_u16(rows: int = 512, columns: int = 512, bits: int = 12, seed: int = 0) -> NDArray[np.uint16]:
    """The film as unsigned values of ``bits`` bits, using nearly all of them."""
    return np.round(thorax(rows, columns, seed) * (2**bits - 1)).astype(np.uint16)


def thorax_u8(rows: int = 512, columns: int = 512, seed: int = 0) -> NDArray[np.uint8]:
    """The film as 8-bit grey."""
    return np.round(thorax(rows, columns, seed) * 255).astype(np.uint8)


def gradient_and_noise(bits: int, signed: bool = False) -> NDArray[np.integer[Any]]:
    """(48, 64): all ``bits`` from the least value to the greatest, then noise over the same range."""
    size, top = 48 * 64, 2**bits - 1
    noise = np.random.default_rng(bits).integers(0, top, size // 2, endpoint=True)
    values = np.concatenate([np.round(np.linspace(0, top, size - size // 2)), noise])
    least = 2 ** (bits - 1) if signed else 0
    dtype = f"{'i' if signed else 'u'}{1 if bits <= 8 else 2}"
    return (values - least).astype(dtype).reshape(48, 64)


def lookup_table(
    entries: NDArray[Any], first: int = 0, bits: int = 16, explanation: str = "", packed: bool = False
) -> Dataset:
    """An item of a Modality or VOI LUT Sequence; ``packed`` puts entries of 8 bits into bytes."""
    item = Dataset()
    # Of the three numbers only the first value can be negative, and 65536 entries are written as 0.
    representation = "SS" if first < 0 else "US"
    item.add_new("LUTDescriptor", representation, [len(entries) % 65536, first, bits])
    data = np.asarray(entries).astype("u1" if packed else "<u2").tobytes()
    item.add_new("LUTData", "OW", data + b"\0" * (len(data) % 2))
    if explanation:
        item.LUTExplanation = explanation
    return item


def write_image(path: Path, pixels: NDArray[Any]) -> Path:
    """PNG or JPEG by the suffix, grey of 8 or 16 bits or RGB."""
    ordered = pixels[..., ::-1] if pixels.ndim == 3 else pixels
    ok, encoded = cv2.imencode(path.suffix, np.ascontiguousarray(ordered))
    assert ok
    path.write_bytes(encoded.tobytes())
    return path


def dicom(pixels: NDArray[Any], *, bits: int | None = None, **attributes: Any) -> Dataset:
    """A digital X-ray image of ``pixels``; ``attributes`` are set last, None deletes.

    (rows, columns) or (frames, rows, columns) of any 8- or 16-bit integer, or (rows, columns, 3).
    """
    colour = pixels.ndim == 3 and pixels.shape[2] == 3
    rows, columns = pixels.shape[:2] if colour or pixels.ndim == 2 else pixels.shape[1:]
    allocated = pixels.dtype.itemsize * 8
    stored = bits or allocated
    ds = Dataset()
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds.SOPClassUID = DigitalXRayImageStorageForPresentation
    ds.SOPInstanceUID = generate_uid(entropy_srcs=["phantom", repr(sorted(attributes)), str(pixels.sum())])
    ds.StudyInstanceUID = generate_uid(entropy_srcs=["phantom study"])
    ds.SeriesInstanceUID = generate_uid(entropy_srcs=["phantom series"])
    ds.PatientName = "Phantom^Thorax"
    ds.PatientID = "PHANTOM-1"
    ds.PatientBirthDate = "19700101"
    ds.PatientSex = "O"
    ds.StudyDate = "20200101"
    ds.StudyDescription = "Synthetic chest film"
    ds.Modality = "DX"
    ds.BodyPartExamined = "CHEST"
    ds.ViewPosition = "PA"
    ds.PatientOrientation = ["L", "F"]
    ds.ImagerPixelSpacing = [400.0 / rows, 400.0 / rows]
    ds.InstanceNumber = 1
    ds.Rows, ds.Columns = rows, columns
    ds.SamplesPerPixel = 3 if colour else 1
    ds.PhotometricInterpretation = "RGB" if colour else "MONOCHROME2"
    if colour:
        ds.PlanarConfiguration = 0
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = allocated, stored, stored - 1
    ds.PixelRepresentation = int(pixels.dtype.kind == "i")
    if pixels.ndim == 3 and not colour:
        ds.NumberOfFrames = pixels.shape[0]
    ds.PixelData = pixels.tobytes() + b"\0" * (pixels.nbytes % 2)
    ds["PixelData"].VR = "OB" if allocated == 8 else "OW"
    for keyword, value in attributes.items():
        if value is not None:
            setattr(ds, keyword, value)
        elif keyword in ds:
            delattr(ds, keyword)
    return ds


def compress(ds: Dataset, transfer_syntax: str, *frames: bytes) -> Dataset:
    """Replace the pixels by compressed ``frames``."""
    ds.file_meta.TransferSyntaxUID = transfer_syntax
    ds.PixelData = encapsulate(list(frames))
    ds["PixelData"].VR = "OB"
    ds["PixelData"].is_undefined_length = True
    return ds


def dicom_bytes(ds: Dataset, preamble: bool = True) -> bytes:
    """The file: with preamble and meta information, or the bare data set."""
    buffer = io.BytesIO()
    if preamble:
        ds.save_as(buffer, enforce_file_format=True)
    else:
        bare = Dataset(ds)
        bare.save_as(buffer, implicit_vr=True, little_endian=True)
    return buffer.getvalue()


def write_dicom(path: Path, ds: Dataset) -> Path:
    """Write the file and return its path."""
    path.write_bytes(dicom_bytes(ds))
    return path

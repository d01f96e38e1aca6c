"""One image as the program holds it: pixels as stored, how they become grey, where they come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from inference.grayscale import (
    ModalityTransform,
    Pixels,
    Rescale,
    VoiTransform,
    Window,
    apply_modality,
    display_table,
    look_up,
)
from inference.shutter import Shutter

# Between these the automatic window lies; outside are markers, collimation and burnt-out skin.
AUTOMATIC_PERCENTILES = (1.0, 99.0)
PERCENTILE_SAMPLES = 100_000


@dataclass(frozen=True)
class PixelSpacing:
    """Millimetres between pixel centres, down and across, and what they measure.

    ``kind`` is ``detector`` (Imager Pixel Spacing: in the detector's plane, magnified),
    ``corrected`` (Pixel Spacing calibrated by geometry) or ``calibrated`` (by a fiducial), or
    ``unspecified`` (Pixel Spacing without a statement). PS3.3 10.7.1.3.
    """

    row: float
    column: float
    kind: str


@dataclass(frozen=True)
class Header:
    """What the file says of patient, study and image: DICOM attributes by their keywords.

    Texts are empty where the file is silent. Names are as in DICOM (PS3.6); person names are
    written ``FAMILY, Given``. ``patient_age_years`` is the age at the study in years, None where the file
    does not state it or cannot mean it. A PNG or JPEG has an empty header.
    """

    patient_name: str = ""
    patient_id: str = ""
    patient_birth_date: str = ""
    patient_sex: str = ""
    patient_age: str = ""
    study_instance_uid: str = ""
    study_date: str = ""
    study_time: str = ""
    study_description: str = ""
    institution_name: str = ""
    accession_number: str = ""
    series_instance_uid: str = ""
    series_number: str = ""
    series_description: str = ""
    modality: str = ""
    body_part_examined: str = ""
    view_position: str = ""
    image_laterality: str = ""
    patient_orientation: tuple[str, ...] = ()
    sop_class_uid: str = ""
    sop_instance_uid: str = ""
    instance_number: str = ""
    lossy_image_compression: bool = False
    patient_age_years: float | None = None


@dataclass(frozen=True, eq=False)
class Radiograph:
    """One radiograph, whole and unchanged since it was read.

    ``pixels`` is (rows, columns) uint8, int8, uint16 or int16 stored values, or, for a picture that
    truly has colours, (rows, columns, 3) uint8 RGB. ``voi`` lists the windows and VOI LUTs of the
    file, in its order, windows first; it may be empty. ``inverse`` is true where the smallest value
    is shown white. ``padding`` is the closed range of stored values that are no part of the image.
    ``shutter`` is what the file asks to be covered on a screen; no function here applies it.
    ``pixel_aspect`` is a pixel's height over its width, as it is to be shown. ``warnings`` says in
    sentences what the file got wrong without harm to the picture. ``sha256`` is that of the file, or of the
    member of a ZIP, in hexadecimal: no decoder sees a flipped bit, so results say what they were made of.
    """

    path: str
    pixels: Pixels
    modality: ModalityTransform = field(default_factory=Rescale)
    voi: tuple[VoiTransform, ...] = ()
    inverse: bool = False
    padding: tuple[int, int] | None = None
    shutter: Shutter | None = None
    spacing: PixelSpacing | None = None
    pixel_aspect: float = 1.0
    header: Header = field(default_factory=Header)
    frame: int = 0
    number_of_frames: int = 1
    file_format: str = ""
    warnings: tuple[str, ...] = ()
    sha256: str = ""

    @property
    def rows(self) -> int:
        return int(self.pixels.shape[0])

    @property
    def columns(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def is_colour(self) -> bool:
        return self.pixels.ndim == 3

    @cached_property
    def value_range(self) -> tuple[float, float]:
        """Smallest and largest modality value, padding left out."""
        pixels = self._without_padding(self.pixels)
        # Every stored value in between: a Modality LUT need not be monotone.
        stored = np.arange(int(pixels.min()), int(pixels.max()) + 1)
        values = apply_modality(stored, self.modality)
        return float(values.min()), float(values.max())

    @cached_property
    def automatic_window(self) -> Window:
        """The window between two percentiles of the image's values, padding left out."""
        # Every so many pixels: percentiles of a hundred thousand are those of nine million.
        step = max(1, int((self.rows * self.columns / PERCENTILE_SAMPLES) ** 0.5))
        pixels = self._without_padding(self.pixels[::step, ::step])
        low, high = np.percentile(apply_modality(pixels, self.modality), AUTOMATIC_PERCENTILES)
        return Window((low + high) / 2, max(high - low, 1e-6), "LINEAR_EXACT", "automatic")

    def _without_padding(self, pixels: Pixels) -> Pixels:
        """Those values that are part of the image; all, if that were none."""
        if self.padding is None:
            return pixels
        low, high = self.padding
        inside = pixels[(pixels < low) | (pixels > high)]
        return inside if inside.size else pixels

    @cached_property
    def full_window(self) -> Window:
        """The window that shows every value of the image and no more."""
        low, high = self.value_range
        return Window((low + high) / 2, max(high - low, 1e-6), "LINEAR_EXACT", "full range")

    @property
    def default_voi(self) -> VoiTransform:
        """What the file asks to be shown first; the full range where it asks for nothing."""
        return self.voi[0] if self.voi else self.full_window

    def display_table(
        self, voi: VoiTransform | None = None, inverse: bool | None = None
    ) -> NDArray[np.uint8]:
        """Display value of every stored value: see :func:`inference.grayscale.display_table`."""
        return display_table(
            self.pixels.dtype,
            self.modality,
            self.default_voi if voi is None else voi,
            self.inverse if inverse is None else inverse,
        )

    def render(self, voi: VoiTransform | None = None) -> NDArray[np.uint8]:
        """The image as displayed, uint8, of the shape of ``pixels``; by default as the file asks.

        Without its shutter, which is for the eye alone: this is also what the model is given.
        """
        return look_up(self.pixels, self.display_table(voi))

    def modality_value(self, row: int, column: int) -> float:
        """The value at a pixel after the modality transform (of a colour picture, its first channel)."""
        stored = np.atleast_1d(self.pixels[row, column])[:1]
        return float(apply_modality(stored, self.modality)[0])

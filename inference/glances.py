"""What a list is sorted by, without the pixels: a millisecond or two a file.

A glance promises nothing about the picture. A file that passes may still fail when it is read, and what a
file says may have changed by then; :func:`inference.load_radiograph` is what counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from inference.errors import UnknownFormat
from inference.loading import FileFormat, detect_format, opened
from inference.radiograph import Header
from inference.sources import ImageSource


@dataclass(frozen=True)
class Glance:
    """What an image file says of itself. A picture has an empty header, and counts as one frame."""

    header: Header
    number_of_frames: int
    file_format: FileFormat


def glance(source: ImageSource) -> Glance:
    """Read the header of a DICOM file, and of a picture nothing but its format.

    Raises what :func:`inference.load_radiograph` raises, as far as it can be told without pixels.
    """
    with opened(source) as stream:
        file_format = detect_format(stream)
        if file_format is None:
            raise UnknownFormat(str(source), "unknown content")
        if file_format != "DICOM":
            return Glance(Header(), 1, file_format)
        from inference.dicom import glance_at_dicom

        header, frames = glance_at_dicom(stream, str(source))
        return Glance(header, frames, "DICOM")

"""What a list is sorted by, without the pixels: a millisecond or two a file.

A glance promises nothing about the picture. A file that passes may still fail when it is read, and what a
file says may have changed by then; :func:`inference.load_radiograph` is what counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from inference.errors import (
    FileNotReadable,
    InferenceError,
    NotEnoughMemory,
    ProgramIncomplete,
    ReaderFailed,
    UnknownFormat,
)
from inference.files import MAX_FILE_BYTES, open_regular, reason
from inference.loading import FileFormat, detect_format
from inference.radiograph import Header
from inference.sources import ImageSource, open_member


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
    name = str(source)
    with _opened(source) as stream:
        try:
            file_format = detect_format(stream)
            if file_format is None:
                raise UnknownFormat(name, "unknown content")
            if file_format != "DICOM":
                return Glance(Header(), 1, file_format)
            from inference.dicom import glance_at_dicom

            header, frames = glance_at_dicom(stream, name)
            return Glance(header, frames, "DICOM")
        except InferenceError:
            raise
        except MemoryError as error:
            raise NotEnoughMemory(name) from error
        except ImportError as error:
            raise ProgramIncomplete(name, str(error)) from error
        except OSError as error:
            raise FileNotReadable(name, reason(error)) from error
        except Exception as error:
            raise ReaderFailed(name, reason(error)) from error


@contextmanager
def _opened(source: ImageSource) -> Iterator[BinaryIO]:
    if source.member is None:
        with open_regular(source.path) as stream:
            yield stream
    else:
        with open_member(source, MAX_FILE_BYTES) as stream:
            yield stream

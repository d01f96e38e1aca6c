"""What can go wrong, as facts.

Every error is named, carries its facts as fields, and holds two sentence templates: ``cause`` (what
happened) and ``remedy`` (what to do). The command line prints them as they are; the window
translates the templates and fills the same fields in, so a sentence is written once.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

from inference.texts import printable

MAX_FACT = 200


@dataclass(eq=False)
class InferenceError(Exception):
    """The family. ``path`` is the file as the user named it (``archive.zip!member`` inside a ZIP)."""

    path: str

    code: ClassVar[str] = "inference_error"
    cause: ClassVar[str] = "The file could not be processed."
    remedy: ClassVar[str] = "Try another copy of the file."

    def __post_init__(self) -> None:
        # Facts may quote the file; the path is the user's own, and must stay what opens it.
        for name, fact in self.facts().items():
            if name != "path" and isinstance(fact, str):
                setattr(self, name, printable(fact, MAX_FACT))
        # Exception.args is what pickling rebuilds an exception from.
        self.args = tuple(self.facts().values())

    def facts(self) -> dict[str, object]:
        """The fields by name, to fill the templates."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def message(self) -> str:
        """Cause and remedy as English sentences, without the path."""
        return f"{self.cause} {self.remedy}".format(**self.facts())

    def __str__(self) -> str:
        return f"{self.path}: {self.message()}"


@dataclass(eq=False)
class FileNotReadable(InferenceError):
    """The operating system would not give the file's content."""

    reason: str

    code = "file_not_readable"
    cause = "The file cannot be read: {reason}."
    remedy = "Check that it exists, that you may read it, and that its disc or drive is in order."


@dataclass(eq=False)
class NotARegularFile(InferenceError):
    """A folder, device, pipe or socket: reading it might never end."""

    code = "not_a_regular_file"
    cause = "This is not an ordinary file but a folder, a device or a pipe."
    remedy = "Open the image file itself."


@dataclass(eq=False)
class FileTooLarge(InferenceError):
    """Larger than any radiograph."""

    megabytes: float
    limit_megabytes: float

    code = "file_too_large"
    cause = "The file has {megabytes:.0f} MB; a radiograph has at most {limit_megabytes:.0f} MB."
    remedy = "Check that this is an image and not an archive or a video."


@dataclass(eq=False)
class NothingFound(InferenceError):
    """A folder or archive without a single file in it."""

    code = "nothing_found"
    cause = "There is no file in it."
    remedy = "Choose a folder or archive that holds images."


@dataclass(eq=False)
class UnknownFormat(InferenceError):
    """The content is none of the formats that are read."""

    found: str

    code = "unknown_format"
    cause = "The content is not an image that can be read here ({found})."
    remedy = "Export the radiograph as DICOM, PNG, JPEG or TIFF."


@dataclass(eq=False)
class DamagedFile(InferenceError):
    """The content contradicts its format, or ends too early."""

    reason: str

    code = "damaged_file"
    cause = "The file is damaged or incomplete: {reason}."
    remedy = "Copy it again from where it came from; nothing of it is shown."


@dataclass(eq=False)
class NoPixelData(InferenceError):
    """A DICOM object without an image, such as a report or a directory."""

    kind: str

    code = "no_pixel_data"
    cause = "This DICOM file holds no image ({kind})."
    remedy = "Open the image it belongs to."


@dataclass(eq=False)
class UnsupportedTransferSyntax(InferenceError):
    """A DICOM compression for which no decoder is bundled."""

    name: str

    code = "unsupported_transfer_syntax"
    cause = "The image is stored as {name}, which cannot be read here."
    remedy = "Export it uncompressed or as JPEG 2000."


@dataclass(eq=False)
class UnsupportedPixels(InferenceError):
    """Pixels of a kind that has no defined grey scale here (bit depth, colour space)."""

    reason: str

    code = "unsupported_pixels"
    cause = "The pixels are of a kind that cannot be shown faithfully: {reason}."
    remedy = "Export the radiograph as an 8- to 16-bit grey-scale image."


@dataclass(eq=False)
class TooManyPixels(InferenceError):
    """More pixels than any radiograph has; decoding could exhaust the memory."""

    columns: int
    rows: int
    limit_megapixels: float

    code = "too_many_pixels"
    cause = "The image claims {columns} x {rows} pixels; at most {limit_megapixels:.0f} million are read."
    remedy = "Check the file, or export it at a smaller size."


@dataclass(eq=False)
class FrameOutOfRange(InferenceError):
    """A frame was asked for that the file does not have (0-based)."""

    frame: int
    number_of_frames: int

    code = "frame_out_of_range"
    cause = "Frame {frame} was asked for, but the file has {number_of_frames}."
    remedy = "Open the file again."


@dataclass(eq=False)
class BeyondLimits(InferenceError):
    """More of something than any radiograph has; reading on could take all time or memory.

    ``what`` is counted, in the plural: elements, levels of nesting, frames, passes, tiles, members.
    """

    what: str
    limit: int

    code = "beyond_limits"
    cause = "The file has more than {limit} {what}, which no radiograph needs."
    remedy = "Check where it comes from, or export the image again."


@dataclass(eq=False)
class ReaderFailed(InferenceError):
    """A reader stumbled where no check had foreseen it: most likely the file, perhaps the program."""

    reason: str

    code = "reader_failed"
    cause = "The file could not be read, for a reason that was not foreseen: {reason}."
    remedy = "Try another copy of the file; if that fails too, report it."


@dataclass(eq=False)
class EncryptedArchive(InferenceError):
    """A ZIP member that needs a password, and none was given."""

    code = "encrypted_archive"
    cause = "The archive is encrypted."
    remedy = "Give its password, or unpack it and open the files."


@dataclass(eq=False)
class WrongPassword(InferenceError):
    """A ZIP member that does not open with the password that was given."""

    code = "wrong_password"
    cause = "The password does not open it."
    remedy = "Check the password and open the archive again."


@dataclass(eq=False)
class NestedArchive(InferenceError):
    """An archive inside an archive: unpacking without end is how archives do harm."""

    code = "nested_archive"
    cause = "This is an archive inside an archive."
    remedy = "Unpack the outer one and open the inner one."


@dataclass(eq=False)
class UnsupportedArchive(InferenceError):
    """A sound archive of a kind that is not unpacked here (its compression, split over several files)."""

    reason: str

    code = "unsupported_archive"
    cause = "The archive is of a kind that cannot be unpacked here: {reason}."
    remedy = "Unpack it with another program and open the files."


@dataclass(eq=False)
class DamagedArchive(InferenceError):
    """A ZIP that contradicts itself or ends too early."""

    reason: str

    code = "damaged_archive"
    cause = "The archive cannot be unpacked: {reason}."
    remedy = "Copy it again, or unpack it and open the files."


@dataclass(eq=False)
class DamagedDirectory(InferenceError):
    """A DICOMDIR that cannot be followed."""

    reason: str

    code = "damaged_directory"
    cause = "The directory of this medium cannot be read: {reason}."
    remedy = "Open the folder that holds the images instead."


@dataclass(eq=False)
class OutsideFolder(InferenceError):
    """A DICOMDIR refers to a file that does not lie below its own folder."""

    code = "outside_folder"
    cause = "The directory of this medium refers to a file outside its own folder; it was not opened."
    remedy = "Open the folder that holds the images instead."


@dataclass(eq=False)
class ModelNotUsable(InferenceError):
    """The model file is missing, damaged, or not one of ours."""

    reason: str

    code = "model_not_usable"
    cause = "The model cannot be used: {reason}."
    remedy = "Install the program again."


@dataclass(eq=False)
class ModelChanged(InferenceError):
    """A bundled model file is not the one that the manifest beside it names; both are SHA-256."""

    expected: str
    found: str

    code = "model_changed"
    cause = (
        "The model file is not the one that came with this program: its SHA-256 is {found:.12}… instead of "
        "{expected:.12}…, so it was damaged or exchanged, and it is not used."
    )
    remedy = "Install the program again."


@dataclass(eq=False)
class ComputationFailed(InferenceError):
    """The runtime failed on an image that had been read well."""

    reason: str

    code = "computation_failed"
    cause = "The model could not be run on it: {reason}."
    remedy = "Try again; if it fails again, close other programs."


@dataclass(eq=False)
class NotEnoughMemory(InferenceError):
    """Reading the file would take more memory than there is."""

    code = "not_enough_memory"
    cause = "There is not enough memory to read it."
    remedy = "Close other programs and try again."


@dataclass(eq=False)
class TookTooLong(InferenceError):
    """Reading went on for longer than any radiograph takes, and was ended."""

    seconds: float

    code = "took_too_long"
    cause = "Reading it took more than {seconds:.1f} seconds and was given up."
    remedy = "If it is a large film on a slow drive, copy it to this computer, or read it again."


@dataclass(eq=False)
class ReadingCrashed(InferenceError):
    """The process that reads files ended over it."""

    code = "reading_crashed"
    cause = "The file brought the reading of it to a sudden end; it is probably damaged."
    remedy = "Copy it again from where it came from; nothing of it is shown."


@dataclass(eq=False)
class ReadingCancelled(InferenceError):
    """Somebody did not want to wait for it any longer."""

    code = "reading_cancelled"
    cause = "Reading it was cancelled."
    remedy = "Read it again."


@dataclass(eq=False)
class ProgramIncomplete(InferenceError):
    """A library that reads this kind of file is missing: the file is not at fault."""

    reason: str

    code = "program_incomplete"
    cause = "A part of this program that reads such files is missing: {reason}."
    remedy = "Install the program again."


@dataclass(eq=False)
class ProgramChanged(InferenceError):
    """The program was updated while it was open: what is ``found`` on the disk is not what is ``running``.

    Both are versions, with the commit. What one build sends or stores, another one may understand wrongly.
    """

    running: str
    found: str

    code = "program_changed"
    cause = "The program was updated while it was open: {running} is running, and {found} is installed now."
    remedy = "Close it and start it again; what is open stays on view until then."


@dataclass(eq=False)
class OutputNotWritten(InferenceError):
    """A map could not be written; the verdict stands. ``target`` is the file that was to be."""

    target: str
    reason: str

    code = "output_not_written"
    cause = "Its map could not be written to {target}: {reason}."
    remedy = "Choose another folder, or make room there."

"""Finds its way through the parsers by what they execute (atheris, libFuzzer).

    python3 dev.py fuzz [dicom|raster|zip|dicomdir] [libFuzzer's options]

Without a target, each has its turn. Any exception but a named error is a finding: libFuzzer writes the
input that led to it where it was started, and reads it again when it is given as the last option. It goes
on until it is stopped, or for as long as ``-max_total_time=SECONDS`` says.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parents[2]), str(Path(__file__).parents[1] / "support")]

try:
    import atheris
except ImportError:
    sys.exit("atheris is not installed: it exists for Linux on x86-64 and for Python before 3.13.")

with atheris.instrument_imports(include=["inference", "pydicom.filereader", "pydicom.values"]):
    from inference.archives import list_members, read_member
    from inference.dicom import load_dicom
    from inference.dicomdir import referred_files
    from inference.errors import InferenceError
    from inference.loading import detect_format
    from inference.raster import load_raster

from bombs import directory, directory_record  # noqa: E402
from mutator import PASSWORD, mutated, valid_archives, valid_files  # noqa: E402

# Inputs that take longer, or more memory, are findings too.
LIMITS = ("-timeout=20", "-rss_limit_mb=2048", "-max_len=20000")


def dicom(data: bytes, _: Path) -> None:
    """The structure, the header, and pixels in every transfer syntax."""
    load_dicom(io.BytesIO(data), "film").render()


def raster(data: bytes, _: Path) -> None:
    """PNG, JPEG and TIFF, by their first bytes."""
    stream = io.BytesIO(data)
    kind = detect_format(stream)
    if kind in ("PNG", "JPEG", "TIFF"):
        load_raster(stream, "film", kind).render()


def archive(data: bytes, scratch: Path) -> None:
    """The directory of a ZIP, and its members with a password."""
    scratch.write_bytes(data)
    for member in list_members(str(scratch))[:4]:
        read_member(str(scratch), member.name, "film", PASSWORD)


def media_directory(data: bytes, scratch: Path) -> None:
    """The records of a DICOMDIR."""
    scratch.write_bytes(data)
    for _ in referred_files(str(scratch)):
        pass


def seeds(target: str) -> dict[str, bytes]:
    """Valid files to begin with."""
    if target == "zip":
        return valid_archives()
    if target == "dicomdir":
        records = [directory_record(b"PATIENT", b""), directory_record(b"IMAGE", b"A\\B")]
        return {"directory": directory(b"".join(records)), "none": directory(b"")}
    return {k: v for k, v in valid_files().items() if k.startswith("dicom") == (target == "dicom")}


TARGETS: dict[str, Callable[[bytes, Path], None]] = {
    "dicom": dicom,
    "raster": raster,
    "zip": archive,
    "dicomdir": media_directory,
}


def fuzz(target: str, options: list[str]) -> None:
    """One target, from valid files on, until libFuzzer ends the process."""
    parse = TARGETS[target]
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{target}-"))
    corpus, scratch = folder / "corpus", folder / "film"
    corpus.mkdir()
    for name, content in seeds(target).items():
        (corpus / name).write_bytes(content)

    def once(data: bytes) -> None:
        with suppress(InferenceError):
            parse(data, scratch)

    def bend(data: bytes, most: int, seed: int) -> bytes:
        """Half of the time as the tests do, which know lengths and chunks; else in libFuzzer's ways."""
        random = Random(seed)
        return mutated(data, random)[:most] if random.random() < 0.5 else atheris.Mutate(data, most)

    # An input that is given is read as it is, and no corpus with it.
    given = [option for option in options if not option.startswith("-")]
    arguments = [sys.argv[0], *LIMITS, *options, *(() if given else (str(corpus),))]
    atheris.Setup(arguments, once, custom_mutator=bend)
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Fuzz the target named first, or each in a process of its own."""
    if arguments[:1] and arguments[0] in TARGETS:
        fuzz(arguments[0], arguments[1:])
        return 0
    failed = 0
    for target in TARGETS:
        print(f"Fuzzing {target} ...", flush=True)
        turn = [sys.executable, __file__, target, "-max_total_time=60", *arguments]
        failed |= subprocess.call(turn)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

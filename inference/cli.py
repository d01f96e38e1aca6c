"""The command line: films in, a table or one JSON object a line out.

The window and the command line are two faces of the same core, so the numbers are the same.
"""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from inference.classifier import Classifier
from inference.composition import NONE_OF_THESE
from inference.errors import InferenceError, OutputNotWritten
from inference.files import reason
from inference.loader import SECONDS_PER_FILE, Loaders
from inference.passwords import with_passwords
from inference.prediction import Finding, Outcome, Prediction
from inference.radiograph import Radiograph
from inference.results import Result, Visitor, default_jobs, read_images
from inference.sources import ImageSource, expand
from inference.version import program_identity

if TYPE_CHECKING:
    from rich.console import Console

DISCLAIMER = "research use, not a medical device"
CLASS_TITLES = {"covid19": "COVID-19", "normal": "Normal", "viral_pneumonia": "Viral pneumonia"}
TITLES = {**CLASS_TITLES, NONE_OF_THESE: "None of these"}

# What cannot be encoded is written as an escape, which inside JSON means the same character.
_ESCAPE = "backslashreplace"

# An hour for a film is no limit any more.
MAX_SECONDS = 3600

DONE, SOME_FAILED, WRONG_ARGUMENTS, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run; returns the exit status: 0 all dealt with, 1 any failed, 2 wrong arguments."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.version:
        print(f"{parser.prog} {program_identity()}")
        return DONE
    if arguments.self_test == bool(arguments.paths):
        parser.error("name films, or ask for the installation check with --self-test alone")
    if arguments.certificate and arguments.certificate.suffix.lower() == ".pdf":
        parser.error("the certificate is written as text here; as PDF by Help > Installation check")
    # Started with a closed stream (>&-), Python has none.
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: PTH123, SIM115
    # A file name need not be text in the terminal's encoding; JSON is UTF-8 on every system.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_ESCAPE, encoding="utf-8" if arguments.json == "-" else None)
    try:
        return _self_test(arguments.certificate) if arguments.self_test else _run(arguments)
    except InferenceError as error:
        print(f"negatoscope-cli: {error}", file=sys.stderr)
        return SOME_FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has seen enough; nothing is left to say, not even at exit.
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        return DONE
    except OSError as error:
        # Of files every OSError was met before: this is the output, a full disk for one.
        print(f"negatoscope-cli: the results cannot be written: {reason(error)}", file=sys.stderr)
        return SOME_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="negatoscope-cli",
        description="Classify chest radiographs: COVID-19, normal or viral pneumonia. "
        "For research use; not a medical device.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="file, folder, ZIP or DICOMDIR")
    parser.add_argument(
        "--json", metavar="FILE", help="write one JSON object a line; - for standard output"
    )
    parser.add_argument("--saliency-dir", metavar="DIR", type=Path, help="write a map of the top class")
    parser.add_argument(
        "--even-if-unsuitable", action="store_true", help="give numbers for refused images as well"
    )
    parser.add_argument(
        "--no-ranges", action="store_true", help="numbers without their ranges: several times faster"
    )
    parser.add_argument("--jobs", metavar="N", type=_positive, help="files worked on at once")
    parser.add_argument(
        "--time-limit",
        metavar="SECONDS",
        type=_seconds,
        default=SECONDS_PER_FILE,
        help="give up reading a file after so long (default %(default)s)",
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="check this installation on the films that came with it; exit status 0 when it passed",
    )
    parser.add_argument("--certificate", metavar="FILE", type=Path, help="with --self-test: write it there")
    parser.add_argument(
        "--version", action="store_true", help="say which version this is, and of which commit"
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _seconds(text: str) -> float:
    number = float(text)
    if not 0 < number <= MAX_SECONDS:
        raise argparse.ArgumentTypeError(f"must be above 0 and at most {MAX_SECONDS}")
    return number


def _run(arguments: argparse.Namespace) -> int:
    visit: Visitor | None = None
    try:
        output = _open_output(arguments.json)
        if arguments.saliency_dir is not None:
            arguments.saliency_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"negatoscope-cli: cannot write {error.filename}: {error.strerror}", file=sys.stderr)
        return WRONG_ARGUMENTS

    jobs = arguments.jobs or default_jobs()
    failed = 0
    results: list[Result] = []
    with Loaders(jobs, arguments.time_limit) as loaders, output as file:
        sources = list(expand(arguments.paths, loaders.list_container))
        if sys.stdin is not None and sys.stdin.isatty():
            # In a pipe nobody can answer: there the members fail, and say why.
            sources = with_passwords(sources, _ask_password, loaders.glance)
        jobs = min(jobs, len(sources)) or 1
        # Many files: a core each. One file: all cores for it.
        classifier = Classifier(threads=max(1, default_jobs() // jobs))
        if arguments.saliency_dir is not None:
            visit = _MapWriter(arguments.saliency_dir, classifier, sources)
        read = read_images(
            sources,
            classifier,
            jobs,
            arguments.even_if_unsuitable,
            visit,
            not arguments.no_ranges,
            loaders.load,
        )
        for result in _with_progress(read, len(sources)):
            failed += result.outcome is Outcome.FAILED or result.error is not None
            if file is not None:
                file.write(json.dumps(result.to_json(), ensure_ascii=False) + "\n")
                file.flush()
            else:
                results.append(result)
    if file is None:
        _print_table(results)
    return SOME_FAILED if failed else DONE


def _self_test(certificate: Path | None) -> int:
    from inference.self_test import run_self_test

    result = run_self_test()
    if certificate is not None:
        certificate.write_text(result.to_text(), encoding="utf-8")
    sys.stdout.write(result.to_text())
    return DONE if result.passed else SOME_FAILED


def _ask_password(archive: str) -> str:
    """On the terminal, without showing it; empty when nobody wants to say."""
    from getpass import getpass

    try:
        return getpass(f"Password for {archive} (none to skip): ")
    except EOFError:
        return ""


def _open_output(name: str | None) -> AbstractContextManager[TextIO | None]:
    if name is None:
        return nullcontext(None)
    if name == "-":
        return nullcontext(sys.stdout)
    path = Path(name)
    if path.is_file() and _holds_no_results(path):
        # "--json *.dcm": the shell has named a film here.
        raise FileExistsError(errno.EEXIST, "it holds something else than results", name)
    return path.open("w", encoding="utf-8", errors=_ESCAPE)


def _holds_no_results(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(1) not in (b"", b"{")


class _MapWriter:
    """Writes each film's map for its top class, 8-bit grey, as large as the film is displayed."""

    def __init__(
        self, folder: Path, classifier: Classifier, sources: Iterable[ImageSource | InferenceError]
    ) -> None:
        self._folder = folder
        self._classifier = classifier
        self._stems = _unique_stems(str(source) for source in sources if isinstance(source, ImageSource))

    def __call__(self, radiograph: Radiograph, prediction: Prediction) -> str | None:
        if not prediction.findings:
            return None
        import numpy as np
        from PIL import Image

        saliency = self._classifier.explain(radiograph, prediction.findings[0])
        strength = saliency.strength(radiograph.rows, radiograph.columns)
        frame = f"-frame{radiograph.frame}" if radiograph.number_of_frames > 1 else ""
        path = self._folder / f"{self._stems[radiograph.path]}{frame}-saliency.png"
        try:
            Image.fromarray(np.round(strength * 255).astype(np.uint8)).save(path, compress_level=1)
        except OSError as error:
            raise OutputNotWritten(radiograph.path, str(path), reason(error)) from error
        return str(path)


def _unique_stems(paths: Iterable[str]) -> dict[str, str]:
    """A file name without ending for each path: its own, numbered in input order where it is taken."""
    stems: dict[str, str] = {}
    taken: set[str] = set()
    for path in dict.fromkeys(paths):
        # Names may have 255 bytes, and most systems take A for a.
        own = Path(path.rpartition("!")[2]).stem[:60]
        stem, number = own, 2
        while stem.casefold() in taken:
            stem, number = f"{own}-{number}", number + 1
        taken.add(stem.casefold())
        stems[path] = stem
    return stems


# ---- for people ----------------------------------------------------------------------------------


def _with_progress(results: Iterable[Result], total: int) -> Iterator[Result]:
    """``results``, with a bar on a terminal's standard error; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading films", total=total)
        for result in results:
            yield result
            progress.advance(task)


def _print_table(results: list[Result]) -> None:
    from rich.table import Table

    console = _console()
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("File", overflow="fold")
    table.add_column("Outcome")
    for title in TITLES.values():
        table.add_column(title, justify="right")
    table.add_column("Remarks", overflow="fold")
    for result in results:
        table.add_row(*(_plain(cell) for cell in _row(result)))
    console.print(table)
    if results:
        model = results[0].model
        console.print(
            f"\nModel {model.name} {model.version}, SHA-256 {model.sha256[:12]}. "
            "None of these: an opacity that is none of the three classes. "
            f"{DISCLAIMER.capitalize()}.",
            highlight=False,
        )


def _console() -> Console:
    from rich.console import Console

    # In a pipe there is no width to fold at; a row stays a line.
    return Console() if sys.stdout.isatty() else Console(width=500)


def _plain(cell: str) -> str:
    from rich.markup import escape

    return escape("".join(c if c.isprintable() else "?" for c in cell))


def _row(result: Result) -> list[str]:
    frames = f" [frame {result.frame}]" if result.frame else ""
    return [result.path + frames, result.outcome.value, *_numbers(result.prediction), _remarks(result)]


def _numbers(prediction: Prediction | None) -> list[str]:
    """A cell for each of the titles."""
    cells = dict.fromkeys(TITLES, "")
    if prediction is not None and prediction.none_of_these is not None:
        cells[NONE_OF_THESE] = f"{100 * prediction.none_of_these:.1f} %"
        for finding in prediction.findings:
            cells[finding.name] = _number(finding)
    return list(cells.values())


def _number(finding: Finding) -> str:
    if not finding.assessed:
        return "not assessed"
    ends = ""
    if finding.low is not None and finding.high is not None:
        ends = f" ({100 * finding.low:.0f}-{100 * finding.high:.0f})"
    return f"{100 * finding.probability:.1f} %{ends}"


def _remarks(result: Result) -> str:
    if result.error is not None:
        return result.error.message()
    if result.prediction is None:
        return ""
    failed = [check.message for check in result.prediction.checks if not check.passed]
    chosen = result.prediction.prediction_set
    if chosen is not None:
        names = ", ".join(TITLES[name] for name in chosen)
        failed.append(f"Not ruled out: {names}." if names else "Like none of the classes.")
    return " ".join(failed)

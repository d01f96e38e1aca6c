"""What runs off the GUI thread: listing, reading, classifying. Nothing here touches a widget."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from desktop.entry import Candidate, Recalled, Stamp

if TYPE_CHECKING:
    from desktop.film import Film
    from desktop.probing import Box
    from inference import (
        Classifier,
        Finding,
        Glance,
        ImageSource,
        InferenceError,
        Loader,
        ModelIdentity,
        Occlusion,
        Prediction,
        Probe,
        Radiograph,
        Saliency,
    )

# Keeps what a classifier said of a film, with its ``computation``; finds it again.
Note: TypeAlias = "Callable[[Radiograph, Prediction, str], None]"
Recall: TypeAlias = "Callable[[Radiograph, Classifier], tuple[Prediction, Recalled] | None]"
# What opens a ZIP or a DICOMDIR.
ListContainer: TypeAlias = Callable[[str], "list[ImageSource | InferenceError]"]

# Small enough that the list begins to fill at once, large enough for a folder of 50,000 files.
LISTING_CHUNK = 100
# A slow disk shows what it has found so far.
LISTING_SECONDS = 0.25
# A film that takes longer than this is worth a new loading process, when nobody waits for it.
LONG_SECONDS = 1.0
# What a glance may do that reading would do once more. Nobody waits for that twice.
HARMFUL = ("took_too_long", "reading_crashed")


@dataclass(frozen=True, eq=False)
class Verdict:
    """What is said of a film: with its maps where it was computed, ``recalled`` where it was not."""

    prediction: Prediction
    saliencies: tuple[Saliency, ...]
    recalled: Recalled | None = None


class Listing:
    """What is left to list of one drop.

    ``glance`` is called for every file but those that are as they were by ``stamps``, which are by key;
    ``passwords`` are those of the archives that were asked for. ``folders`` are those of ``paths`` that are
    one, once listing has begun. ``selected`` is set when its first image became current, ``stopped`` when
    nobody waits for the rest; ``is_a_look`` where only what is ``new`` was asked for.
    """

    def __init__(
        self,
        paths: list[str],
        list_container: ListContainer,
        glance: Callable[[ImageSource], Glance],
        passwords: Mapping[str, str],
        number: int = 0,
        stamps: Mapping[str, Stamp] | None = None,
    ) -> None:
        self._paths, self._list_container = paths, list_container
        self._glance, self._passwords = glance, passwords
        self._number, self._stamps = number, stamps or {}
        self._listing: Iterator[Candidate] | None = None
        self.folders: list[str] = []
        self.selected = self.stopped = self.is_a_look = False
        self.new = 0

    def next_chunk(self) -> list[Candidate] | None:
        """Some more images, or None at the end. Runs in the worker."""
        if self._listing is None:
            self._listing = self._candidates()
        until, chunk = time.monotonic() + LISTING_SECONDS, list[Candidate]()
        for candidate in self._listing:
            chunk.append(candidate)
            if len(chunk) >= LISTING_CHUNK or time.monotonic() > until or self.stopped:
                break
        return chunk or None

    def _candidates(self) -> Iterator[Candidate]:
        from inference import InferenceError, expand

        # Asked here: the drive may be slow.
        self.folders = [path for path in self._paths if Path(path).is_dir()]
        for found in expand(self._paths, self._list_container):
            if isinstance(found, InferenceError):
                yield Candidate(None, error=found, drop=self._number)
                continue
            yield self._candidate(with_password(found, self._passwords))

    def _candidate(self, source: ImageSource) -> Candidate:
        from inference import InferenceError

        # Taken before the glance: what is written to the file meanwhile then shows.
        found = Candidate(source, drop=self._number, stamp=stamp_of(source.path))
        if found.stamp is not None and self._stamps.get(found.key) == found.stamp:
            return found
        try:
            return replace(found, header=self._glance(source).header)
        except InferenceError as error:
            # What else is wrong with a file is told when it is read.
            return replace(found, error=error if error.code in HARMFUL else None)


def stamp_of(path: str) -> Stamp | None:
    """Tells a file from itself at another time; None where it is gone. Does not open it."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns


def with_password(source: ImageSource, passwords: Mapping[str, str]) -> ImageSource:
    """The same image file, with the password of its archive where that is known."""
    if source.member is None or source.path not in passwords:
        return source
    return replace(source, password=passwords[source.path])


class Worker:
    """What runs off the GUI thread; it holds the classifier, the loader and no other state.

    ``note`` is told every result, for the journal; ``recall`` is asked for one of an earlier session.

    Files are parsed by the loader's process, and never by this one.
    """

    def __init__(
        self,
        make_classifier: Callable[[], Classifier],
        make_loader: Callable[[], Loader],
        note: Note = lambda _, __, ___: None,
        recall: Recall = lambda _, __: None,
    ) -> None:
        self._note, self._recall = note, recall
        self._make_classifier = make_classifier
        self._make_loader = make_loader
        self._loader: Loader | None = None
        self._classifier: Classifier | None = None
        self._stopped = False

    def listing(
        self,
        paths: list[str],
        passwords: Mapping[str, str],
        number: int = 0,
        stamps: Mapping[str, Stamp] | None = None,
    ) -> Listing:
        """What is behind ``paths``, to be listed piece by piece, as drop ``number``."""
        return Listing(paths, self._list_container, self.glance, passwords, number, stamps)

    def _list_container(self, path: str) -> list[ImageSource | InferenceError]:
        return self._loading().list_container(path)

    def stop(self) -> None:
        """Nobody waits any more. Called from the GUI thread, which waits for what is being done."""
        self._stopped = True
        if self._loader is not None:
            self._loader.close()

    def give_up(self) -> None:
        """Nobody waits for the file that is being read. Called from the GUI thread."""
        if self._loader is not None:
            self._loader.cancel(after=LONG_SECONDS)

    def warm_up(self, samples: list[str]) -> ModelIdentity | None:
        """Load the model, and all that reading ``samples`` needs; returns which model it is.

        What fails here will fail again, and be told, on the first film.
        """
        model = None
        with suppress(Exception):
            # While it starts, there is enough to do here.
            self._loading().start()
            # Seconds on a slow machine, so it can end between any two steps.
            import cv2  # noqa: F401

            if self._stopped:
                return None
            from inference import ImageSource

            model = self._ready().identity
            for path in samples:
                if self._stopped:
                    break
                self._ready().predict(self.read(ImageSource(path), 0).radiograph, stability=False)
        return model

    def glance(self, source: ImageSource) -> Glance:
        """What a list is sorted by. Raises InferenceError."""
        return self._loading().glance(source)

    def read(self, source: ImageSource, frame: int, patient: bool = False) -> Film:
        """Read one frame and make it drawable. Raises InferenceError.

        ``patient``: for as long as a large film on a slow drive takes.
        """
        from desktop.film import make_film

        return make_film(self._loading().load(source, frame, patient))

    def verdict(self, radiograph: Radiograph, anew: bool) -> Verdict:
        """That of an earlier session on this very film, else computed; always so if ``anew``.

        Raises InferenceError.
        """
        known = None if anew else self._recall(radiograph, self._ready())
        return Verdict(known[0], (), known[1]) if known is not None else self.classify(radiograph)

    def classify(self, radiograph: Radiograph, stability: bool = False) -> Verdict:
        """The verdict and its maps. Raises InferenceError.

        ``stability``: with the range of each probability, which takes ten times as long.
        """
        from desktop.maps import shown_evidence

        classifier = self._ready()
        prediction = classifier.predict(radiograph, stability=stability)
        if not stability:
            # With their ranges they are the same numbers.
            self._note(radiograph, prediction, classifier.computation)
        shown = shown_evidence(prediction)
        return Verdict(prediction, tuple(classifier.explain(radiograph, one) for one in shown))

    def occlude(self, radiograph: Radiograph, prediction: Prediction, finding: Finding) -> Occlusion:
        """What hiding each part of the film does to ``finding``. Raises InferenceError."""
        return self._ready().occlude(radiograph, prediction, finding)

    def occlude_box(self, radiograph: Radiograph, prediction: Prediction, box: Box) -> Probe:
        """The numbers with one box of the film hidden. Raises InferenceError."""
        return self._ready().occlude_box(radiograph, prediction, box)

    def _loading(self) -> Loader:
        if self._loader is None:
            self._loader = self._make_loader()
        return self._loader

    def _ready(self) -> Classifier:
        if self._classifier is None:
            self._classifier = self._make_classifier()
        return self._classifier

"""The worst mistakes, film and class map side by side. They show films, so they stay in ``work``."""

from __future__ import annotations

import argparse
import base64
import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import simplejpeg
from numpy.typing import NDArray
from rich.progress import track

from inference import Classifier, Prediction, Radiograph, load_radiograph
from inference.composition import NONE_OF_THESE
from training import measures
from training.asking import ANSWERS, FULL, Asked, ask
from training.config import LUNGS_FILE, MODEL_FILE, WORK, Config, films_folder
from training.manifest import NO_DERIVATIVES, Film, read_manifest

FILE = WORK / "gallery.html"
WORST = 40
# The long side of a picture on the page, in pixels.
SIDE = 360
# How much of a film the strongest evidence hides.
OPAQUE = 0.6


@dataclass(frozen=True)
class Mistake:
    """A film, what it was called and how likely; the worse, the surer."""

    film: Film
    called: str
    probability: float
    of_truth: float


def mistakes(asked: Asked, most: int = WORST) -> list[Mistake]:
    """The films called wrongly with the greatest probability, surest first."""
    called, probabilities, labels = measures.called(asked), asked.probabilities, asked.labels
    wrong = [
        Mistake(
            asked.films[i],
            ANSWERS[called[i]],
            float(probabilities[i, called[i]]),
            float(probabilities[i, labels[i]]),
        )
        for i in np.flatnonzero(called != labels)
    ]
    return sorted(wrong, key=lambda mistake: -mistake.probability)[:most]


def write(classifier: Classifier, folder: Path, found: Sequence[Mistake], target: Path = FILE) -> None:
    """A page that needs nothing beside it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    rows = [_row(classifier, folder, mistake) for mistake in track(found, "gallery", transient=True)]
    page = (
        "<!doctype html><meta charset='utf-8'><title>The worst mistakes</title>"
        "<style>body{font:14px sans-serif;background:#111;color:#ddd}td{padding:6px;vertical-align:top}"
        "</style><p>Films of people: do not copy. Left the film, right the evidence for what it was called "
        "(red) within what the classifier was shown (frame).</p><table>" + "".join(rows) + "</table>"
    )
    target.write_text(page, encoding="utf-8")


def _row(classifier: Classifier, folder: Path, mistake: Mistake) -> str:
    film = mistake.film
    radiograph = load_radiograph(folder / film.image)
    prediction = classifier.predict(radiograph, even_if_unsuitable=True, stability=False)
    plain = _colours(radiograph)
    failed = ", ".join(check.name for check in prediction.checks if not check.passed)
    words = [
        film.image,
        f"{film.label}, {film.source}, {film.view or 'view unknown'}, {measures.age_group(film)}",
        f"called {mistake.called} {mistake.probability:.2f}; its own answer has {mistake.of_truth:.2f}",
        f"refused by: {failed}" if failed else "not refused",
    ]
    pictures = (plain, _with_evidence(plain, classifier, radiograph, prediction, mistake.called))
    text = "<br>".join(html.escape(word) for word in words)
    return "<tr>" + "".join(f"<td>{_img(one)}</td>" for one in pictures) + f"<td>{text}</td></tr>"


def _colours(radiograph: Radiograph) -> NDArray[np.uint8]:
    """(rows, columns, 3), small enough for a page."""
    shown = radiograph.render()
    factor = min(1.0, SIDE / max(shown.shape[:2]))
    size = (max(1, round(shown.shape[1] * factor)), max(1, round(shown.shape[0] * factor)))
    small = cv2.resize(shown, size, interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small if small.ndim == 3 else np.repeat(small[..., np.newaxis], 3, axis=2))


def _with_evidence(
    plain: NDArray[np.uint8],
    classifier: Classifier,
    radiograph: Radiograph,
    prediction: Prediction,
    called: str,
) -> NDArray[np.uint8]:
    """The evidence for the finding in red; of none of these, that for an opacity, as of COVID-19."""
    name = measures.COVID if called == NONE_OF_THESE else called
    finding = next(one for one in prediction.findings if one.name == name)
    saliency = classifier.explain(radiograph, finding)
    rows, columns = plain.shape[:2]
    strength = OPAQUE * saliency.strength(rows, columns)[..., np.newaxis]
    painted = plain * (1 - strength) + np.array([255.0, 40.0, 20.0]) * strength
    picture = np.ascontiguousarray(painted.astype(np.uint8))
    region = saliency.region
    corners = (
        (round(region.left * columns), round(region.top * rows)),
        (round(region.right * columns) - 1, round(region.bottom * rows) - 1),
    )
    cv2.rectangle(picture, *corners, (90, 160, 255), 1)
    return picture


def _img(picture: NDArray[np.uint8]) -> str:
    content = base64.b64encode(simplejpeg.encode_jpeg(picture, quality=85)).decode("ascii")
    return f"<img src='data:image/jpeg;base64,{content}'>"


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.gallery", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--jobs", type=int, default=2, help="films at once")
    options = parser.parse_args(arguments)
    classifier = Classifier(MODEL_FILE, threads=1, lungs=LUNGS_FILE)
    films = [
        film
        for film in read_manifest(options.films)
        if NO_DERIVATIVES not in film.licence and film.may_be_learned and film.fold == Config().report_fold
    ]
    asked = ask(classifier, options.films, films, {}, "the report fold", options.jobs)[FULL]
    write(classifier, options.films, mistakes(asked))
    print(f"The worst mistakes are in {FILE}.")


if __name__ == "__main__":
    main()

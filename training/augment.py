"""Training-only changes that make hospitals, ages and picture histories harder to tell apart.

Every function takes a (size, size) uint8 film and a random generator and returns a new film of the
same shape and type. What they imitate: other detectors' tone curves, scanners and screenshots, JPEG
from a publication, other collimation, burnt-in marks. Noise of several kinds did most to close the gap
between known and unknown hospitals in a published comparison; nothing here touches the
films that are validated or served.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

Film = NDArray[np.uint8]
Mask = NDArray[np.uint8]
Change = Callable[[Film, np.random.Generator], Film]
# Each with its probability.
Changes = Sequence[tuple[float, Change]]

_LETTERS = "LRPASDX0123456789"
# So many marks are letters of lead on a plate, which hides what lies behind it.
PLATE_SHARE = 0.25
_FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_TRIPLEX)


def augment(film: Film, rng: np.random.Generator, changes: Changes | None = None) -> Film:
    """Each of ``changes`` (:data:`CHANGES`) with its probability, in the order pictures meet them."""
    for probability, change in CHANGES if changes is None else changes:
        if rng.random() < probability:
            film = change(film, rng)
    return film


def augment_pair(film: Film, mask: Mask, rng: np.random.Generator) -> tuple[Film, Mask]:
    """:func:`augment` for a film and its (size, size) mask of 0 and 255, which stay on each other.

    What moves the film moves the mask by the same draw; what covers the film empties the mask there.
    """
    for probability, change in CHANGES:
        if rng.random() < probability:
            seed = rng.integers(2**63)
            film = change(film, np.random.default_rng(seed))
            if change in MASK_CHANGES:
                mask = MASK_CHANGES[change](mask, np.random.default_rng(seed))
    return film, np.where(mask > 127, 255, 0).astype(np.uint8)


def mirror(film: Film, rng: np.random.Generator) -> Film:
    """Left and right exchanged."""
    return np.ascontiguousarray(film[:, ::-1])


def geometry(film: Film, rng: np.random.Generator) -> Film:
    """Aspect ratio by +-20 %, rotation by +-10 degrees, size by +-12 %, shift by +-6 % of the side."""
    size = film.shape[0]
    aspect = np.exp(rng.uniform(-1, 1) * np.log(1.2) / 2)
    scale = np.exp(rng.uniform(-1, 1) * 0.12)
    angle = np.deg2rad(rng.uniform(-10, 10))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    linear = turn @ np.diag([scale * aspect, scale / aspect])
    centre = np.full(2, (size - 1) / 2)
    offset = centre - linear @ centre + rng.uniform(-0.06, 0.06, 2) * size
    border = cv2.BORDER_REPLICATE if rng.random() < 0.5 else cv2.BORDER_CONSTANT
    matrix = np.column_stack([linear, offset])
    return _film(cv2.warpAffine(film, matrix, (size, size), flags=cv2.INTER_LINEAR, borderMode=border))


def gamma(film: Film, rng: np.random.Generator) -> Film:
    """Another tone curve: gamma 0.6..1.7 between slightly moved black and white points."""
    black, white = rng.uniform(-0.1, 0.15), rng.uniform(0.85, 1.15)
    grey = np.clip((np.arange(256) / 255 - black) / (white - black), 0, 1)
    table = 255 * grey ** np.exp(rng.uniform(np.log(0.6), np.log(1.7)))
    return _film(cv2.LUT(film, _film(table)))


def clahe(film: Film, rng: np.random.Generator) -> Film:
    """The local contrast that many consoles apply (Zuiderveld 1994)."""
    tiles = int(rng.integers(2, 9))
    return _film(cv2.createCLAHE(float(rng.uniform(1, 4)), (tiles, tiles)).apply(film))


def marks(film: Film, rng: np.random.Generator) -> Film:
    """One to three letters, arrows or letters of lead on their plate, light or dark, anywhere."""
    marked, size = film.copy(), film.shape[0]
    for _ in range(rng.integers(1, 4)):
        x, y = (int(v) for v in rng.integers(0, size, 2))
        if rng.random() < PLATE_SHARE:
            _plate(marked, x, y, rng)
            continue
        grey = int(rng.choice([0, 255, rng.integers(256)]))
        thickness = int(rng.integers(1, 4))
        if rng.random() < 0.6:
            text = "".join(rng.choice(list(_LETTERS), rng.integers(1, 4)))
            font = _FONTS[rng.integers(len(_FONTS))]
            cv2.putText(marked, text, (x, y), font, rng.uniform(0.4, 1.3), grey, thickness, cv2.LINE_AA)
        else:
            dx, dy = (int(v) for v in rng.integers(-40, 41, 2))
            cv2.arrowedLine(marked, (x, y), (x + dx, y + dy), grey, thickness, cv2.LINE_AA, 0, 0.35)
    return marked


def _plate(film: Film, x: int, y: int, rng: np.random.Generator) -> None:
    """A letter with a rim on a plate of another grey, a twentieth to a sixth of the side, into ``film``."""
    side = int(film.shape[0] * rng.uniform(0.05, 0.16))
    plate, ink = (int(v) for v in (rng.integers(0, 90), rng.integers(150, 256)))
    if rng.random() < 0.25:
        plate, ink = ink, plate
    cv2.rectangle(film, (x, y), (x + side, y + side), plate, -1)
    cv2.rectangle(film, (x, y), (x + side, y + side), ink, int(rng.integers(1, 3)))
    letter = str(rng.choice(list(_LETTERS)))
    start = (x + side // 4, y + 3 * side // 4)
    cv2.putText(film, letter, start, _FONTS[0], side / 36, ink, 1 + side // 16, cv2.LINE_AA)


def frame(film: Film, rng: np.random.Generator) -> Film:
    """Up to 14 % of each side covered with black, white, a grey or noise: the frame tells hospitals."""
    inside = _inside_frame(film, rng)
    framed = np.empty_like(film)
    kind = rng.integers(4)
    if kind == 3:
        framed[:] = rng.integers(0, 256, film.shape, dtype=np.uint8)
    else:
        framed[:] = (0, 255, rng.integers(256))[kind]
    framed[inside] = film[inside]
    return framed


def cover(mask: Mask, rng: np.random.Generator) -> Mask:
    """Nothing under the frame that :func:`frame` draws with the same generator."""
    inside = _inside_frame(mask, rng)
    covered = np.zeros_like(mask)
    covered[inside] = mask[inside]
    return covered


def blur(film: Film, rng: np.random.Generator) -> Film:
    """Gaussian, standard deviation 0.3..1.6 pixels."""
    return _film(cv2.GaussianBlur(film, (0, 0), float(rng.uniform(0.3, 1.6))))


def resample(film: Film, rng: np.random.Generator) -> Film:
    """Down to 96..224 pixels and up again: no collection is the sharp one."""
    size = film.shape[0]
    side = int(rng.integers(96 * size // 224, size + 1))
    small = cv2.resize(film, (side, side), interpolation=cv2.INTER_AREA)
    method = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_NEAREST)[rng.integers(3)]
    return _film(cv2.resize(small, (size, size), interpolation=method))


def noise(film: Film, rng: np.random.Generator) -> Film:
    """Gaussian, speckle, Poisson (quantum) or salt-and-pepper noise."""
    kind = rng.integers(4)
    if kind == 0:
        return _film(film + rng.standard_normal(film.shape, np.float32) * rng.uniform(2, 15))
    if kind == 1:
        return _film(film * (1 + rng.standard_normal(film.shape, np.float32) * rng.uniform(0.02, 0.15)))
    if kind == 2:
        # Quanta at full white; a Poisson count has the variance of its mean.
        quanta = np.exp(rng.uniform(np.log(100), np.log(2000)))
        spread = np.sqrt(film * np.float32(255 / quanta))
        return _film(film + rng.standard_normal(film.shape, np.float32) * spread)
    hit = rng.random(film.shape, np.float32)
    share = rng.uniform(0.001, 0.02)
    salted = film.copy()
    salted[hit < share / 2] = 0
    salted[hit > 1 - share / 2] = 255
    return salted


def jpeg(film: Film, rng: np.random.Generator) -> Film:
    """Compressed at quality 30..95."""
    _, data = cv2.imencode(".jpg", film, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(30, 96))])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _inside_frame(film: Film, rng: np.random.Generator) -> tuple[slice, slice]:
    size = film.shape[0]
    top, bottom, left, right = (int(v) for v in rng.integers(0, int(0.14 * size) + 1, 4))
    return slice(top, size - bottom), slice(left, size - right)


def _film(values: NDArray[np.generic] | cv2.typing.MatLike) -> Film:
    """Any real values to uint8, rounded and clipped."""
    if values.dtype == np.uint8:
        return np.asarray(values, dtype=np.uint8)
    return np.clip(np.rint(np.asarray(values, dtype=np.float32)), 0, 255).astype(np.uint8)


# To whole films, for the view network.
CHANGES: Changes = (
    (0.5, mirror),
    (0.9, geometry),
    (0.6, gamma),
    (0.2, clahe),
    (0.3, marks),
    (0.5, frame),
    (0.3, blur),
    (0.4, resample),
    (0.5, noise),
    (0.5, jpeg),
)

# To veiled crops, for the classifier: less of it, and tone curves as they are. A probe that met more called
# fewer unseen films rightly (LOG.md); crops are moved and mirrored when they are cut.
APPEARANCE: Changes = ((0.3, marks), (0.15, blur), (0.2, resample), (0.25, noise), (0.25, jpeg))

# What each change does to the mask of its film; those that are not here leave it as it is.
MASK_CHANGES: dict[Change, Change] = {mirror: mirror, geometry: geometry, frame: cover}

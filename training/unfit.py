"""Pictures that are no upright frontal chest films, made from films and from nothing.

Of the collection's films only 41 are not frontal, all of one source. What a program meets besides
(photographs, pages, other bones, halves of films) is imitated here, so that the gate learns what a
frontal film is and not what one source's lateral views are. Every function takes (s, s) uint8 pictures
and a random generator, and returns a new (s, s) uint8 picture.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
# A picture of so many pixels a side, out of nothing.
Invention = Callable[[int, np.random.Generator], Picture]

# Of a lung, so much may be left in what counts as a part of a film. The upper or the lower half of a film
# keeps six tenths of both lungs; tight collimation (train_lungs.TIGHT) leaves more than eight tenths.
CUT_OFF = 0.7
# A part's sides, in shares of the film's.
PART = (0.2, 0.8)
# So many parts are as high as the film: a lung is missing; and so many as wide: the tops or the bottoms of
# both are. Of those, so many are cut once, as a film laid wrongly on a scanner is.
AS_HIGH, AS_WIDE, CUT_ONCE = 0.35, 0.4, 0.6
# The side of a film within a photograph of it: smaller than any frame leaves of one (augment.frame).
PASTED = (0.22, 0.55)
_TRIALS = 30


def inverted(film: Picture, rng: np.random.Generator) -> Picture:
    """Black and white exchanged."""
    return np.invert(film)


def turned(film: Picture, rng: np.random.Generator) -> Picture:
    """By 90, 180 or 270 degrees."""
    return np.ascontiguousarray(np.rot90(film, rng.integers(1, 4)))


def part(film: Picture, lungs: NDArray[np.bool_], rng: np.random.Generator) -> Picture:
    """A part of the film that leaves three tenths of a lung or more outside, enlarged.

    ``lungs`` (s, s), or those of an average film. What lies on either side of their mean column is one
    lung.
    """
    size = film.shape[0]
    column = np.nonzero(lungs)[1].mean() if lungs.any() else size / 2
    left = lungs & (np.arange(size) < column)
    whole = left.sum(), (lungs & ~left).sum()
    box = slice(0, size // 2), slice(0, size // 2)
    for _ in range(_TRIALS):
        box = _some_box(size, rng)
        kept = left[box].sum(), (lungs & ~left)[box].sum()
        if any(k <= CUT_OFF * w for k, w in zip(kept, whole, strict=True)):
            break
    return _fit(film[box], size)


def _some_box(size: int, rng: np.random.Generator) -> tuple[slice, slice]:
    """Rows and columns of a part, whatever it shows."""
    height, width = (int(size * side) for side in rng.uniform(*PART, 2))
    shape, once = rng.random(), rng.random() < CUT_ONCE
    height = size if shape < AS_HIGH else height
    width = size if AS_HIGH <= shape < AS_HIGH + AS_WIDE else width
    top, start = int(rng.integers(0, size - height + 1)), int(rng.integers(0, size - width + 1))
    if once:
        top = 0 if top < (size - height) / 2 else size - height
        start = 0 if start < (size - width) / 2 else size - width
    return slice(top, top + height), slice(start, start + width)


def collage(films: Sequence[Picture], rng: np.random.Generator) -> Picture:
    """Two, three or four films on one picture."""
    size, gap = films[0].shape[0], int(rng.integers(0, 8))
    sheet = np.full((size, size), rng.choice([0, 255, rng.integers(256)]), np.uint8)
    rows = [films[:1], films[1:]] if len(films) < 4 else [films[:2], films[2:]]
    if len(films) == 2 and rng.random() < 0.5:
        rows = [films]
    height = size // len(rows)
    for i, row in enumerate(rows):
        width = size // len(row)
        for j, film in enumerate(row):
            small = cv2.resize(film, (width - gap, height - gap), interpolation=cv2.INTER_AREA)
            sheet[i * height : (i + 1) * height - gap, j * width : (j + 1) * width - gap] = small
    return np.ascontiguousarray(sheet.T) if rng.random() < 0.1 else sheet


def photographed(film: Picture, rng: np.random.Generator) -> Picture:
    """A small film in perspective on a wall, a page or a screen."""
    size = film.shape[0]
    scene = (fractal, page, leaves)[rng.integers(3)](size, rng)
    width, height = size * rng.uniform(*PASTED, 2)
    x, y = rng.uniform(0, size - width), rng.uniform(0, size - height)
    corners = np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]])
    corners += rng.uniform(-0.08, 0.08, corners.shape) * size
    edges = np.array([[0, 0], [size, 0], [size, size], [0, size]])
    warp = cv2.getPerspectiveTransform(edges.astype(np.float32), corners.astype(np.float32))
    return _grey(cv2.warpPerspective(film, warp, (size, size), scene, borderMode=cv2.BORDER_TRANSPARENT))


def fractal(size: int, rng: np.random.Generator) -> Picture:
    """Noise whose power falls with frequency as in nature's pictures (Field 1987), or faster or slower."""
    down, across = np.fft.fftfreq(size)[:, np.newaxis], np.fft.rfftfreq(size)
    frequency = np.maximum(np.hypot(down * rng.uniform(0.5, 2), across), 1 / size)
    phases = rng.uniform(0, 2 * np.pi, frequency.shape)
    noise = np.fft.irfft2(frequency ** -rng.uniform(0.5, 2.2) * np.exp(1j * phases), (size, size))
    return _stretched(noise, rng)


def leaves(size: int, rng: np.random.Generator) -> Picture:
    """Shapes that hide one another, few large and many small (dead leaves, Lee et al. 2001)."""
    picture = np.full((size, size), rng.integers(256), np.uint8)
    for _ in range(rng.integers(5, 120)):
        x, y = (int(v) for v in rng.integers(0, size, 2))
        radius = min(size * 0.03 / rng.random(), size * 0.5)
        axes, angle = (int(radius), int(radius * rng.uniform(0.2, 1))), float(rng.uniform(0, 360))
        grey = int(rng.integers(256))
        if rng.random() < 0.5:
            cv2.ellipse(picture, (x, y), axes, angle, 0, 360, grey, -1, cv2.LINE_AA)
        else:
            corners = cv2.boxPoints(((x, y), axes, angle)).astype(np.int32)
            cv2.fillConvexPoly(picture, corners, grey, cv2.LINE_AA)
    if rng.random() < 0.6:
        picture = _mixed(picture, fractal(size, rng), rng.uniform(0.1, 0.5))
    return _grey(cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.3, 3))))


def page(size: int, rng: np.random.Generator) -> Picture:
    """Lines of writing, dark on light or light on dark."""
    paper, ink = (int(v) for v in (rng.integers(180, 256), rng.integers(0, 90)))
    sheet = np.full((size, size), paper, np.uint8)
    step, scale = int(rng.integers(7, 30)), float(rng.uniform(0.25, 1.0))
    letters = "abcdefghijklmnopqrstuvwxyz     ,.0123456789"
    for y in range(step, size, step):
        if rng.random() < 0.85:
            text = "".join(rng.choice(list(letters), int(rng.integers(4, 60))))
            start = int(rng.integers(0, size // 4))
            cv2.putText(sheet, text, (start, y), cv2.FONT_HERSHEY_SIMPLEX, scale, ink, 1, cv2.LINE_AA)
    return np.invert(sheet) if rng.random() < 0.3 else sheet


def pattern(size: int, rng: np.random.Generator) -> Picture:
    """Stripes, a chequerboard, rings or a slope."""
    y, x = np.mgrid[-1 : 1 : size * 1j, -1 : 1 : size * 1j]
    angle, waves = rng.uniform(0, np.pi), np.exp(rng.uniform(0, np.log(20)))
    along = x * np.cos(angle) + y * np.sin(angle)
    across = y * np.cos(angle) - x * np.sin(angle)
    shift = rng.uniform(0, 2 * np.pi)
    wave = (
        along,
        np.sin(np.pi * waves * along + shift),
        np.sin(np.pi * waves * along + shift) * np.sin(np.pi * waves * across),
        np.sin(np.pi * waves * np.hypot(x - rng.uniform(-1, 1), y - rng.uniform(-1, 1))),
    )[rng.integers(4)]
    if rng.random() < 0.4:
        wave = np.sign(wave)
    grain = rng.standard_normal((size, size)) * rng.choice([0, 0.05, 0.3])
    return _stretched(wave + grain, rng)


def limb(size: int, rng: np.random.Generator) -> Picture:
    """One to five long bones in soft tissue, light on dark: arms, legs, fingers."""
    count, spread = int(rng.integers(1, 6)), rng.uniform(0.1, 0.22)
    angle, thickness = rng.uniform(0, np.pi), rng.uniform(0.02, 0.09)
    along = np.array([np.cos(angle), np.sin(angle)])
    tissue, bone = np.zeros((size, size), np.float32), np.zeros((size, size), np.float32)
    middle = np.full(2, 0.5) + rng.uniform(-0.1, 0.1, 2)
    for k in range(count):
        centre = middle + (k - (count - 1) / 2) * spread * np.array([-along[1], along[0]])
        joints = np.sort(rng.uniform(-0.8, 0.8, int(rng.integers(2, 6))))
        line = [centre + t * along + rng.uniform(-0.02, 0.02, 2) for t in joints]
        points = [(int(x * size), int(y * size)) for x, y in line]
        for one, other in itertools.pairwise(points):
            cv2.line(tissue, one, other, 1.0, int(size * thickness * rng.uniform(2, 4)), cv2.LINE_AA)
            cv2.line(bone, one, other, 1.0, max(1, int(size * thickness)), cv2.LINE_AA)
        for point in points:
            cv2.circle(bone, point, max(1, int(size * thickness * 0.8)), 1.0, -1, cv2.LINE_AA)
    # The cortex absorbs more than the marrow.
    hollow = cv2.erode(bone, np.ones((3, 3), np.uint8), iterations=max(1, int(size * thickness / 6)))
    film = rng.uniform(0, 0.15) + rng.uniform(0.15, 0.4) * cv2.GaussianBlur(tissue, (0, 0), size * 0.015)
    film = film + rng.uniform(0.3, 0.6) * cv2.GaussianBlur(
        bone - rng.uniform(0.2, 0.6) * hollow, (0, 0), 1.2
    )
    grain = fractal(size, rng).astype(np.float32) / 255
    return _grey(255 * np.clip(film + rng.uniform(0, 0.15) * (grain - 0.5), 0, 1))


def section(size: int, rng: np.random.Generator) -> Picture:
    """One body in a dark field with a bright rim and blobs inside: slices of a head or a belly."""
    picture = np.full((size, size), rng.integers(0, 30), np.uint8)
    middle = tuple(int(v) for v in size * rng.uniform(0.42, 0.58, 2))
    axes = tuple(int(v) for v in size * rng.uniform(0.28, 0.5, 2))
    body, rim = int(rng.integers(60, 170)), int(rng.integers(150, 256))
    cv2.ellipse(picture, middle, axes, 0, 0, 360, rim, -1, cv2.LINE_AA)
    inner = tuple(max(2, int(a - size * rng.uniform(0.01, 0.06))) for a in axes)
    cv2.ellipse(picture, middle, inner, 0, 0, 360, body, -1, cv2.LINE_AA)
    for _ in range(rng.integers(2, 16)):
        turn, out = rng.uniform(0, 2 * np.pi), rng.uniform(0, 0.8)
        x = int(middle[0] + out * inner[0] * np.cos(turn))
        y = int(middle[1] + out * inner[1] * np.sin(turn))
        blob = tuple(int(v) + 1 for v in size * rng.uniform(0.01, 0.12, 2))
        grey = int(np.clip(body + rng.normal(0, 45), 0, 255))
        cv2.ellipse(picture, (x, y), blob, float(rng.uniform(0, 360)), 0, 360, grey, -1, cv2.LINE_AA)
    picture = _grey(cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.5, 2.5))))
    return _mixed(picture, fractal(size, rng), rng.uniform(0.02, 0.2))


INVENTED: tuple[Invention, ...] = (
    fractal,
    leaves,
    page,
    pattern,
    limb,
    section,
)


def invented(size: int, rng: np.random.Generator) -> Picture:
    """One of :data:`INVENTED`."""
    return INVENTED[rng.integers(len(INVENTED))](size, rng)


def _fit(picture: Picture, size: int) -> Picture:
    return _grey(cv2.resize(picture, (size, size), interpolation=cv2.INTER_LINEAR))


def _mixed(one: Picture, other: Picture, share: float) -> Picture:
    return _grey(cv2.addWeighted(one, 1 - share, other, share, 0))


def _stretched(values: NDArray[np.float64], rng: np.random.Generator) -> Picture:
    """Real values to grey, the middle 90 to 99 % of them over the whole scale."""
    tail = rng.uniform(0.5, 5)
    low, high = np.percentile(values, [tail, 100 - tail])
    return _grey(255 * np.clip((values - low) / max(high - low, 1e-9), 0, 1))


def _grey(values: NDArray[np.generic] | cv2.typing.MatLike) -> Picture:
    return np.asarray(values).astype(np.uint8)

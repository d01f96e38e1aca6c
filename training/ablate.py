"""What each part of the classifier's recipe buys, asked of heads on frozen features: minutes, not hours.

A probe is the classifier without its fine-tuning: ImageNet's features of changed lung crops, computed once
by ONNX Runtime, and the layers above them, fitted without a whole source and without the calibrating fold,
and asked about those. Every probe leaves one part of the recipe out. The report fold is not touched. What
a probe says is a hint: fine-tuned features may need other things. Writes ablation.json to the report.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from rich.progress import track
from torch import nn

from inference import Radiograph
from inference.composition import HEADS, NONE_OF_THESE
from inference.crop import Region, crop_map, lung_region, map_to_image
from inference.lungs import find_lungs
from inference.preprocessing import normalise
from inference.runtime import LUNGS_OUTPUTS, Model
from training import augment, cache, drawn_opacities, loop, lung_cache, measures, opacities
from training.asking import Answer, Asked, read_mask
from training.calibration import class_probabilities
from training.config import LUNGS_FILE, REPORT, Config, films_folder
from training.dataset import Batch, Example, changed_example, served_example, tensor
from training.export import export_network
from training.heads import OPACITY, head_targets, opacity_weights
from training.lung_cache import FoundLungs
from training.manifest import manifest_sha256
from training.measures import COHEN, COVID, CXNET, NIH, NORMAL, OTHER, Measure, of
from training.model import (
    CHANNELS_16,
    CHANNELS_32,
    GRID,
    Network,
    load_imagenet,
    place_weights,
)
from training.splits import learned, members, sampling_weights
from training.train import LEFT_OUT, left_out_config, objective
from training.twins import compressed, lungs_black

# Changed copies of every film, steps of so many films each, and films with drawn opacities in a step.
COPIES, STEPS, BATCH, DRAWN_BATCH = 1, 160, 32, 8
RATE = 2e-3
SEEDS = (1, 2, 3, 4)
PACKED = CHANNELS_16 * GRID**2 + CHANNELS_32 * (GRID // 2) ** 2
# What training does to the appearance of films, in groups of which each is left out once.
GROUPS: Mapping[str, tuple[augment.Change, ...]] = {
    "sharpness": (augment.blur, augment.resample),
    "noise": (augment.noise,),
    "JPEG": (augment.jpeg,),
    "marks": (augment.marks,),
}
SHOWN, BLACK, JPEG = "shown", "lungs black", "JPEG"


@dataclass(frozen=True)
class Recipe:
    """What a probe learns from: the films that are shown veiled, 0..1, and how they are changed; and how
    much opacities count that were drawn into normal films."""

    veiled: float = 1.0
    changes: augment.Changes = augment.APPEARANCE
    drawn_weight: float = 0.0


def without(changes: Sequence[augment.Change]) -> augment.Changes:
    """What training does to the appearance, but for ``changes``."""
    return tuple((share, change) for share, change in augment.APPEARANCE if change not in changes)


# Every probe by its name; the first is what the others are compared with.
RECIPES: Mapping[str, Recipe] = {
    "as it is": Recipe(),
    "half veiled": Recipe(veiled=0.5),
    "no film veiled": Recipe(veiled=0.0),
    "drawn opacities": Recipe(drawn_weight=0.5),
    "changed twice as often": Recipe(changes=tuple((2 * p, change) for p, change in augment.APPEARANCE)),
    "tone changed, too": Recipe(changes=((0.6, augment.gamma), (0.2, augment.clahe), *augment.APPEARANCE)),
    **{f"without {name}": Recipe(changes=without(changes)) for name, changes in GROUPS.items()},
}


@dataclass(frozen=True, eq=False)
class Features:
    """Of n examples: ``packed`` (n, PACKED) float16 as :class:`Probe` takes them, ``lungs`` (n, 1, 14, 14)
    float32, ``rows`` (n,) of the films, ``regions`` and ``places`` (n, 14, 14) float32 of drawn opacities,
    or none."""

    packed: NDArray[np.float16]
    lungs: NDArray[np.float32]
    rows: NDArray[np.intp]
    regions: Sequence[Region] = ()
    places: NDArray[np.float32] | None = None


class Stages(nn.Module):
    """(n, 1, s, s) films to the packed features (n, PACKED) of a classifier's backbone."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, films: torch.Tensor) -> torch.Tensor:
        fine, coarse = self.network._stages(films)
        return torch.cat([fine.flatten(1), coarse.flatten(1)], 1)


class Probe(Network):
    """The classifier above its backbone: it is given packed features (n, PACKED, 1, 1) for films."""

    def __init__(self, config: Config) -> None:
        super().__init__(len(HEADS), config.features, config.dropout)
        del self.backbone

    def _stages(self, films: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        packed = films.flatten(1)
        fine, coarse = packed[:, : CHANNELS_16 * GRID**2], packed[:, CHANNELS_16 * GRID**2 :]
        return fine.view(-1, CHANNELS_16, GRID, GRID), coarse.view(-1, CHANNELS_32, GRID // 2, GRID // 2)


class Backbone:
    """ImageNet's features of lung crops, by ONNX Runtime: three times PyTorch's rate."""

    def __init__(self, config: Config) -> None:
        network = Network(len(HEADS), config.features)
        load_imagenet(network)
        self.spec = config.spec()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "backbone.onnx"
            export_network(Stages(network), config.size, path, ("packed",))
            self.session = onnxruntime.InferenceSession(path.read_bytes(), _options())

    def __call__(self, films: NDArray[np.uint8]) -> NDArray[np.float16]:
        """(n, s, s) uint8 to (n, PACKED)."""
        parts = [
            self.session.run(None, {"image": tensor(films[k : k + 16], self.spec).numpy()})[0]
            for k in range(0, len(films), 16)
        ]
        return np.asarray(np.concatenate(parts), dtype=np.float16)


def gather(
    backbone: Backbone, rows: Sequence[int], examples: Callable[[int], Example], what: str
) -> Features:
    """Features of ``examples(k)``, which shows film ``rows[k]``, for every k."""
    packed, lungs = [], []
    for start in track(range(0, len(rows), 16), what, transient=True):
        some = [examples(k) for k in range(start, min(start + 16, len(rows)))]
        packed.append(backbone(np.stack([example.film for example in some])))
        lungs += [coarse(example.lungs) for example in some]
    return Features(np.concatenate(packed), np.stack(lungs)[:, np.newaxis], np.array(rows, np.intp))


def coarse(grid: NDArray[np.float32]) -> NDArray[np.float32]:
    """(m, m) to the mean of each of the class maps' cells, (14, 14)."""
    step = len(grid) // GRID
    return np.asarray(grid.reshape(GRID, step, GRID, step).mean((1, 3)), dtype=np.float32)


class Laboratory:
    """The films, where their lungs are, and the features that several probes share."""

    def __init__(self, films_at: Path, config: Config) -> None:
        self.films_at, self.config = films_at, config
        self.data, self.backbone = cache.load(films_at), Backbone(config)
        lung_cache.prepare(self.data.images)
        self.found: FoundLungs = lung_cache.load()
        films = self.data.films
        folds = {fold for fold in config.train_folds if fold != config.calibrate_fold}
        self.learned = members(films, lambda film: film.fold in folds).tolist()
        self.asked = members(
            films,
            lambda film: (
                film.fold != config.report_fold
                and (film.source in LEFT_OUT or film.fold == config.calibrate_fold)
            ),
        ).tolist()
        self.targets = head_targets(films)
        self.tested = {name: self._tested(name) for name in (SHOWN, BLACK, JPEG)}
        self._trained: dict[tuple[float, augment.Changes], Features] = {}

    def _tested(self, name: str) -> Features:
        view, regions = Model(LUNGS_FILE, 1, LUNGS_OUTPUTS), []

        def example(k: int) -> Example:
            i = self.asked[k]
            film, lungs = np.asarray(self.data.images[i]), self.found.probability[i]
            if name != SHOWN:
                film = self._changed(name, i, film)
                picture = normalise(film, view.spec)[np.newaxis, np.newaxis]
                lungs = view.run(picture)[0][0].astype(np.float16)
            region = lung_region(find_lungs(lungs.astype(np.float32)))
            regions.append(region)
            return served_example(film, lungs, region)

        return replace(gather(self.backbone, self.asked, example, name), regions=regions)

    def _changed(self, name: str, i: int, film: NDArray[np.uint8]) -> NDArray[np.uint8]:
        likely = cv2.resize(self.found.probability[i].astype(np.float32), film.shape[::-1]) > 0.5
        lungs = np.asarray(self.data.masks[i]) > 127 if self.data.has_mask[i] else likely
        change = compressed if name == JPEG else lungs_black
        changed = change(Radiograph("film", film), lungs)
        assert changed is not None
        return np.asarray(changed.pixels, dtype=np.uint8)

    def trained(self, recipe: Recipe) -> Features:
        """Changed copies of all films that a probe may learn from; kept for the next that asks for them."""
        key = (recipe.veiled, recipe.changes)
        if key not in self._trained:
            # One other at most: each takes a gigabyte.
            while len(self._trained) > 1:
                self._trained.pop(list(self._trained)[-1])
            self._trained[key] = self._copies(recipe)
        return self._trained[key]

    def _copies(self, recipe: Recipe) -> Features:
        rows = self.learned * COPIES

        def example(k: int) -> Example:
            i, rng = rows[k], np.random.default_rng([self.config.seed, k])
            veiled = rng.random() < recipe.veiled
            lungs, region = self.found.probability[i], self.found.regions[i]
            film = np.asarray(self.data.images[i])
            return changed_example(film, lungs, region, rng, veiled, recipe.changes)

        return gather(self.backbone, rows, example, "changed copies")

    @cached_property
    def drawn(self) -> Features:
        """Normal films with opacities drawn into their lungs."""
        rows = [i for i in self.learned if self.data.films[i].label == NORMAL and self.found.plausible[i]]
        places: list[NDArray[np.float32]] = []

        def example(k: int) -> Example:
            i, rng = rows[k], np.random.default_rng([self.config.seed, 7, k])
            lungs, region = self.found.probability[i], self.found.regions[i]
            film, place = drawn_opacities.draw(np.asarray(self.data.images[i]), lungs, rng)
            # Before the veil: what is drawn is in the lungs.
            shown = served_example(film, lungs, region)
            places.append(coarse(crop_map(place, region, len(shown.lungs))))
            return replace(shown, film=augment.augment(shown.film, rng, augment.APPEARANCE))

        found = gather(self.backbone, rows, example, "drawn opacities")
        return replace(found, places=np.stack(places))


def fit(lab: Laboratory, recipe: Recipe, source: str, seed: int) -> Probe:
    """A probe that never saw ``source`` nor the calibrating fold."""
    config = left_out_config(lab.config, source)
    films, trained = lab.data.films, lab.trained(recipe)
    allowed = learned(films, config)
    own = np.flatnonzero(np.isin(trained.rows, allowed))
    shares = sampling_weights([films[i] for i in trained.rows[own]])
    drawn = lab.drawn if recipe.drawn_weight else None
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    probe = Probe(config)
    weights = opacity_weights(films, config.opacity_weight_elsewhere)
    optimizer = torch.optim.AdamW(probe.parameters(), lr=RATE, weight_decay=config.weight_decay)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=STEPS, pct_start=0.1, cycle_momentum=False
    )
    probe.train()
    for _ in range(STEPS):
        picked = rng.choice(own, BATCH, p=shares)
        rows = trained.rows[picked]
        batch = Batch(
            _packed(trained.packed[picked]),
            torch.from_numpy(trained.lungs[picked]),
            torch.from_numpy(lab.targets[rows]),
            torch.from_numpy(weights[rows]),
        )
        loss = objective(probe, batch, config.label_smoothing)
        if drawn is not None:
            loss = loss + recipe.drawn_weight * _places_loss(probe, drawn, rng)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        scheduler.step()
    return probe.eval()


def _places_loss(probe: Probe, drawn: Features, rng: np.random.Generator) -> torch.Tensor:
    assert drawn.places is not None
    picked = rng.choice(len(drawn.rows), DRAWN_BATCH)
    lungs = torch.from_numpy(drawn.lungs[picked])
    maps = probe(_packed(drawn.packed[picked]), lungs).class_maps[:, OPACITY]
    places = torch.from_numpy(drawn.places[picked])
    return drawn_opacities.rank_loss(maps / place_weights(lungs)[:, 0], lungs[:, 0], places)


@torch.inference_mode()
def ask(probe: Probe, asked: Features) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Logits (n, heads), and maps of opacity (n, 14, 14)."""
    parts = []
    for k in range(0, len(asked.rows), 128):
        some = slice(k, k + 128)
        found = probe(_packed(asked.packed[some]), torch.from_numpy(asked.lungs[some]))
        parts.append((found.logits.numpy(), found.class_maps[:, OPACITY].numpy()))
    logits, maps = (np.concatenate(part) for part in zip(*parts, strict=True))
    return logits, maps


def _packed(features: NDArray[np.float16]) -> torch.Tensor:
    return torch.from_numpy(features.astype(np.float32))[:, :, None, None]


def _crossing(label: str, other: str) -> Measure:
    return Measure(
        f"COVID-19 (covid-cxnet) against {label} (nih), AUC, crossing sources",
        lambda film: film.source in (CXNET, NIH) and film.label in (COVID, label),
        measures.auc_by(COVID, measures.one_or_other(COVID, other)),
    )


MEASURES: dict[str, tuple[Measure, ...]] = {
    COHEN: (measures.COVID_OR_OTHER,),
    CXNET: (_crossing(NORMAL, NORMAL), _crossing(OTHER, NONE_OF_THESE)),
}


def score(lab: Laboratory, probe: Probe, source: str) -> dict[str, float]:
    """AUCs with the lungs shown and black, of the source unseen and within the others; sameness; places."""
    films = [lab.data.films[i] for i in lab.asked]
    found: dict[str, float] = {}
    asked: dict[str, Asked] = {}
    no_offset = dict.fromkeys(HEADS, 0.0)
    even = dict.fromkeys(HEADS, 1.0)
    for name, features in lab.tested.items():
        logits, maps = ask(probe, features)
        probabilities = class_probabilities(logits, no_offset, even)
        asked[name] = Asked(films, [Answer(tuple(row)) for row in probabilities.tolist()])
        if name == SHOWN and source == COHEN:
            found |= places(lab, maps)
    unseen = of(source, *{film.label for film in films})
    calibrating = lab.config.calibrate_fold
    for measure in (*MEASURES[source], *measures.WITHIN_SOURCE):
        for name in (SHOWN, BLACK):
            some = asked[name].where(
                lambda film, keep=measure.keep: (  # type: ignore[misc]
                    keep(film) and (film.source == source or film.fold == calibrating)
                )
            )
            found[f"{measure.name}, {name}"] = measure.figure(some)(np.arange(len(some)))
    own, after = asked[SHOWN].where(unseen), asked[JPEG].where(unseen)
    found[f"{source} unseen: called COVID-19"] = _called(own)
    found[f"{source} unseen: called the same after JPEG"] = float(
        (measures.called(own) == measures.called(after)).mean()
    )
    return found


def _called(asked: Asked) -> float:
    some = asked.where(lambda film: film.label == COVID)
    return measures.called_as(COVID)(some)(np.arange(len(some)))


def places(lab: Laboratory, maps: NDArray[np.float32]) -> dict[str, float]:
    """The map against the outlines, of films that this probe did not learn from."""
    figures = []
    for k, i in enumerate(lab.asked):
        film = lab.data.films[i]
        if not film.opacity_mask:
            continue
        side = lab.config.size
        whole = (read_mask(lab.films_at / film.opacity_mask) > 0).astype(np.uint8)
        outline = cv2.resize(whole, (side, side), interpolation=cv2.INTER_AREA) > 0
        lungs = np.asarray(lab.data.masks[i]) > 127
        if outline.any() and lungs.any():
            shown = map_to_image(maps[k], side, side, lab.tested[SHOWN].regions[k])
            figures.append(opacities.measure(shown, outline, lungs))
    names = ("peak inside", "IoU at equal area")
    return {f"outlines: {name}": float(np.mean([one[name] for one in figures])) for name in names}


def ablate(films_at: Path, report: Path = REPORT, only: Sequence[str] = ()) -> dict[str, Any]:
    """Every probe, several seeds each; writes ablation.json after each, returns what it holds."""
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    loop.keep_freed_memory()
    config = Config()
    lab = Laboratory(films_at, config)
    result: dict[str, Any] = {
        "manifest_sha256": manifest_sha256(films_at),
        "copies": COPIES,
        "steps": STEPS,
        "seeds": list(SEEDS),
        "learned": len(lab.learned),
        "asked": len(lab.asked),
        "probes": {},
    }
    for name, recipe in RECIPES.items():
        if only and name not in only:
            continue
        every: dict[str, list[float]] = {}
        for seed in SEEDS:
            for source in LEFT_OUT:
                found = score(lab, fit(lab, recipe, source, seed), source)
                for what, value in found.items():
                    every.setdefault(what, []).append(value)
        result["probes"][name] = {
            what: {"mean": float(np.mean(values)), "spread": float(np.std(values)), "of": len(values)}
            for what, values in every.items()
        }
        report.mkdir(parents=True, exist_ok=True)
        (report / "ablation.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
        print(name, {what: round(float(np.mean(values)), 3) for what, values in every.items()}, flush=True)
    return result


def _options() -> onnxruntime.SessionOptions:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m training.ablate", description=__doc__)
    parser.add_argument("--films", type=Path, default=films_folder(), help="folder with manifest.csv")
    parser.add_argument("--report", type=Path, default=REPORT, help="folder to write")
    parser.add_argument("--only", nargs="*", default=(), help="names of probes")
    options = parser.parse_args(arguments)
    ablate(options.films, options.report, options.only)


if __name__ == "__main__":
    main()

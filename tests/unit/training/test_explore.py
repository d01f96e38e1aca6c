"""The notebook done again: its split leaks and ours does not, its figures agree, its films stay here."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
import torch
from PIL import Image

from training import cache, explore, shortcuts
from training.baselines import (
    STACKS,
    Recipe,
    Split,
    build,
    fit,
    random_split,
    standardise,
    turn_and_rescale,
)
from training.config import CLASSES, Config
from training.explore import checked_matrix, leak, remembered
from training.manifest import Film, native_sizes
from training.shortcuts import frames, guess, histograms, told

RECIPE = Recipe(side=32, epochs=3, batch=8, dropout=0.0, hidden=8, split_seeds=(1,))


def film(group: str, label: str = "normal", fold: int = 0) -> Film:
    return Film(f"{group}.png", label, "classify", "kermany", group, fold, "CC BY 4.0", "")


def test_stacks_have_the_layers_that_their_titles_say() -> None:
    def order(name: str) -> str:
        kinds = {torch.nn.Conv2d: "conv", torch.nn.MaxPool2d: "pool"}
        return "-".join(kinds[type(layer)] for layer in build(STACKS[name], RECIPE) if type(layer) in kinds)

    def filters(name: str) -> list[int]:
        return [
            layer.out_channels for layer in build(STACKS[name], RECIPE) if hasattr(layer, "out_channels")
        ]

    assert order("lenet") == order("lenet_doubled") == "conv-pool-conv-pool"
    assert filters("lenet_doubled") == [2 * n for n in filters("lenet")]
    assert order("vgg") == "conv-conv-pool-conv-conv-pool"
    assert order("own") == "-".join(["conv-pool"] * 5)
    for stack in STACKS.values():
        assert build(stack, RECIPE)(torch.zeros(2, 1, 32, 32)).shape == (2, 3)


def test_each_film_is_standardised_by_itself() -> None:
    films = np.random.default_rng(0).integers(0, 256, (2, 8, 8), dtype=np.uint8)
    films[1] //= 4
    shown = standardise(films)
    assert shown.shape == (2, 1, 8, 8)
    assert shown.mean((1, 2, 3)).tolist() == pytest.approx([0, 0], abs=1e-6)
    assert shown.std((1, 2, 3), correction=0).tolist() == pytest.approx([1, 1], abs=1e-5)
    assert standardise(np.full((1, 8, 8), 7, np.uint8)).abs().max() == 0


def test_augmentation_turns_about_the_centre_and_leaves_no_black_corners() -> None:
    picture = np.full((33, 33), 200, np.uint8)
    picture[16, 16], picture[16, 4] = 255, 0
    moved = turn_and_rescale(picture, RECIPE, np.random.default_rng(3))
    assert not np.array_equal(moved, picture)
    assert moved[16, 16] > 240
    assert moved[[0, 0, -1, -1], [0, -1, 0, -1]].tolist() == [200] * 4
    still = replace(RECIPE, rotation=0.0, rescale=0.0)
    assert np.array_equal(turn_and_rescale(picture, still, np.random.default_rng(3)), picture)


def test_the_notebooks_split_leaks_patients_and_the_split_by_group_does_not() -> None:
    groups = [f"g{i // 4}" for i in range(400)]

    def shared(parts: Split) -> set[str]:
        return {groups[i] for i in parts.train} & {groups[i] for i in parts.report}

    by_film = random_split(range(400), np.random.default_rng(0))
    by_group = random_split(groups, np.random.default_rng(0))
    assert len(shared(by_film)) > 30
    assert not shared(by_group)
    assert not {groups[i] for i in by_group.choose} & {groups[i] for i in by_group.train}
    for parts in (by_film, by_group):
        assert sorted(np.concatenate([parts.train, parts.choose, parts.report])) == list(range(400))
        assert len(parts.report) == pytest.approx(80, abs=3)
        assert len(parts.choose) == pytest.approx(64, abs=3)


def test_a_matrix_of_shuffled_answers_is_refused() -> None:
    labels = np.repeat([0, 1, 2], [44, 81, 81])
    assert np.trace(checked_matrix(labels, labels, 1.0)) == 206
    shuffled = np.random.default_rng(0).permutation(labels)
    with pytest.raises(ValueError, match=r"the matrix says 0\.3\d+, the accuracy 1\.0"):
        checked_matrix(labels, shuffled, 1.0)


def test_a_histogram_counts_every_pixel_once() -> None:
    picture = np.zeros((1, 8, 8), np.uint8)
    picture[0, 0, :4], picture[0, 1, :2] = 255, 8
    shares = histograms(picture)
    assert shares[0, [0, 1, 31]].tolist() == [58 / 64, 2 / 64, 4 / 64]
    assert shares.sum() == 1


def test_the_frame_is_not_told_of_what_lies_inside() -> None:
    rng = np.random.default_rng(0)
    one = rng.integers(0, 256, (1, 224, 224), dtype=np.uint8)
    other = one.copy()
    other[0, 22:202, 22:202] = 0
    assert frames(one).shape == (1, 144)
    assert np.array_equal(frames(one), frames(other))
    other[0, 0, :40] = 255
    assert not np.array_equal(frames(one), frames(other))


@pytest.mark.parametrize("trees", [False, True])
def test_what_can_be_told_is_told_and_what_cannot_is_not(trees: bool) -> None:
    rng = np.random.default_rng(0)
    answers = np.array(["no", "yes"])[rng.integers(0, 2, 300)]
    folds = rng.integers(0, 5, 300)
    groups = [str(i) for i in range(300)]
    signal = rng.normal(size=(300, 3))
    signal[:, 0] += 6 * (answers == "yes")
    known = told(guess(signal, answers, folds, trees), answers, groups, 20)
    unknown = told(guess(rng.normal(size=(300, 3)), answers, folds, trees), answers, groups, 20)
    assert known["auc"]["value"] > 0.98
    assert known["accuracy"]["value"] > 0.95
    assert 0.4 < unknown["auc"]["value"] < 0.6


def test_a_guess_never_saw_the_fold_it_is_asked_about() -> None:
    # The answer follows from the fold's features in a way that holds in no other fold.
    folds = np.repeat(np.arange(5), 40)
    answers = np.tile([0, 1], 100)
    features = np.where(folds == 4, 1 - answers, answers)[:, None].astype(float)
    guessed = guess(features, answers, folds, trees=False).argmax(1)
    assert (guessed == answers)[folds == 4].mean() == 0


def test_a_stack_learns_by_its_own_films_and_the_same_way_every_time() -> None:
    labels = np.arange(60) % 3
    pictures = np.random.default_rng(0).integers(0, 60, (60, 32, 32), dtype=np.uint8)
    for picture, label in zip(pictures, labels, strict=True):
        picture[10 * label + 2 : 10 * label + 8] += 150
    parts = Split(np.arange(36), np.arange(36, 48), np.arange(48, 60))
    torch.set_num_threads(1)
    recipe = replace(RECIPE, rate=3e-3, hidden=32)
    network, history = fit(STACKS["lenet"], pictures, labels, parts, recipe)
    again, same = fit(STACKS["lenet"], pictures, labels, parts, recipe)
    assert history == same
    for one, other in zip(network.parameters(), again.parameters(), strict=True):
        assert torch.equal(one, other)
    assert max(epoch["chosen_by"] for epoch in history) > 0.9


def test_a_leak_is_found_where_known_patients_are_called_better() -> None:
    films = [film(f"g{i // 2}", CLASSES[i // 2 % 3]) for i in range(120)]
    labels = np.array([CLASSES.index(f.label) for f in films])
    empty = np.zeros((120, 8, 8), np.uint8)
    data = shortcuts.Films(films, empty, empty, labels, np.ones((120, 2), int), Split(*[np.arange(0)] * 3))

    def run(by: str, tested: range) -> dict[str, object]:
        train = [i for i in range(120) if i not in tested]
        learned = {films[i].group for i in train}
        # A network that knows who it has seen, and nothing else: others are all called wrongly.
        called = [labels[i] if films[i].group in learned else (labels[i] + 1) % 3 for i in tested]
        answers = {"films": list(tested), "probabilities": np.eye(3)[called].tolist()}
        return {"by": by, "seed": 0, "train": train, "answers": {"full": answers}}

    found = leak(data, [run("film", range(0, 48, 2)), run("group", range(24))], 20)
    assert [row["of_known_patients"] for row in found["runs"]] == [24, 0]
    assert found["gain"]["value"] == found["gain_on_them"]["value"] == 1
    assert found["known_patients"]["films"] == found["unknown_patients_of_several_films"]["films"] == 24


def test_what_was_computed_for_other_choices_is_computed_anew(tmp_path: Path) -> None:
    calls: list[int] = []

    def compute() -> dict[str, int]:
        calls.append(1)
        return {"calls": len(calls)}

    path = tmp_path / "network.json"
    assert remembered(path, {"seed": 1}, compute) == remembered(path, {"seed": 1}, compute) == {"calls": 1}
    assert remembered(path, {"seed": 2}, compute) == {"calls": 2}


COLUMNS = ("image", "label", "task", "source", "group", "fold", "licence", "lung_mask")
SIZES = ("native_width", "native_height")


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Ninety films of nobody, two a patient, in two sources; some masked, one not to be learned."""
    rng = np.random.default_rng(0)
    rows: list[tuple[object, ...]] = []
    for i in range(90):
        label, fold = CLASSES[i % 3], i // 6 % 5
        source = "kermany" if i % 2 or label == "viral_pneumonia" else "nih-chestxray8"
        grey = rng.integers(0, 100, (64, 64)) + 60 * (i % 3)
        Image.fromarray(grey.astype(np.uint8)).save(tmp_path / f"{i}.png")
        mask = f"mask{i}.png" if i % 4 == 0 else ""
        if mask:
            Image.fromarray(np.where(np.arange(64) < 30, 255, 0).astype(np.uint8)[None].repeat(64, 0)).save(
                tmp_path / mask
            )
        licence = "CC BY-NC-ND" if i == 89 else "CC BY 4.0"
        group = f"g{i // 6}-{i % 3}"
        rows.append((f"{i}.png", label, "classify", source, group, fold, licence, mask, 64 + i % 3, 64))
    with (tmp_path / "manifest.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([(*COLUMNS, *SIZES), *rows])
    return tmp_path


def test_all_of_it_on_films_of_nobody(collection: Path, tmp_path: Path) -> None:
    cached, report, work = tmp_path / "cache", tmp_path / "report", tmp_path / "work"
    cache.build(collection, 64, cached)
    data = shortcuts.load(collection, Config(), cached)
    assert len(data.films) == 89
    assert data.sizes.tolist() == [list(size) for size in native_sizes(collection)[:89]]
    recipe = replace(RECIPE, epochs=1)

    result = explore.explore(collection, recipe, report, work, cached, resamples=10)
    for row in result["networks"]:
        matrix = np.array(row["confusion_matrix"])
        assert matrix.sum() == len(data.parts.report)
        assert row["accuracy"]["full"]["value"] == pytest.approx(np.trace(matrix) / matrix.sum())
        masked = sum(bool(data.films[i].lung_mask) for i in data.parts.report)
        assert row["accuracy"]["lungs out"]["films"] == masked
        assert row["accuracy"]["full, same films"]["films"] == masked
    by = {run["by"]: run for run in result["split"]["runs"]}
    assert by["film"]["of_known_patients"] > 0
    assert by["group"]["of_known_patients"] == 0
    # The size gives the class away here, and within a source nothing is lost by that.
    size = result["shortcuts"][0]["size"]
    assert size["auc"]["value"] > 0.95
    assert json.loads((report / "notebook.json").read_text(encoding="utf-8")) == json.loads(
        json.dumps(result)
    )

    # A second run trains nothing and says the same.
    before = {path: path.stat().st_mtime_ns for path in work.glob("*.json")}
    page = (report / "notebook.md").read_bytes()
    explore.explore(collection, recipe, report, work, cached, resamples=10)
    assert before == {path: path.stat().st_mtime_ns for path in work.glob("*.json")}
    assert page == (report / "notebook.md").read_bytes()

    # What shows films stays in work/; what is reported shows none.
    assert (work / "samples.png").exists()
    plots = {"notebook-intensities.png", "notebook-networks.png", "notebook-confusion.png"}
    assert {path.name for path in report.iterdir()} == {"notebook.md", "notebook.json", *plots}
    for plot in plots:
        assert plot.encode() in page
        assert (report / plot).stat().st_size < 150_000
    assert b"0.9466" in page
    assert b"source-confounded" in page

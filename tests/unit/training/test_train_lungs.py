"""What the view network learns from, what it is told, and how it is scored."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch")
import torch

from inference.view import VIEWS
from training import train_lungs
from training.cache import Cache
from training.config import LungConfig
from training.evaluate_lungs import dice, refusals
from training.gate import Measured, limits, reference_films
from training.manifest import Film
from training.segmenter import ViewOutputs
from training.train_lungs import (
    Examples,
    Targets,
    collect,
    half_size,
    lungs_objective,
    objective,
    sampling_weights,
    tighten,
)


def film(
    source: str, task: str = "classify", fold: int = 0, licence: str = "CC BY 4.0", mask: str = "mask.png"
) -> Film:
    return Film("", "", task, source, "", fold, licence, mask)


def collection(films: list[Film]) -> Cache:
    """Each film with two fields of lung, dark on grey."""
    images, masks = (
        np.full((len(films), 224, 224), 150, np.uint8),
        np.zeros((len(films), 224, 224), np.uint8),
    )
    for columns in (slice(30, 90), slice(130, 190)):
        images[:, 50:170, columns] = 60
        masks[:, 50:170, columns] = 255
    return Cache(films, images, masks, np.array([bool(film.lung_mask) for film in films]))


def test_films_are_learned_from_by_source_fold_and_licence() -> None:
    own = collect(
        collection(
            [
                film("cohen"),
                film("kermany", fold=3),
                film("kermany", fold=4),
                film("cohen", licence="CC BY-NC-ND"),
                film("cohen", task="ood", mask=""),
                film("cohen", task="ood", fold=3, mask=""),
                film("cohen", task="ood", fold=4, mask=""),
                film("nih-chestxray8", mask=""),
                film("covid-cxnet", task="covid_without_findings", mask=""),
            ]
        ),
        LungConfig(),
    )
    assert own.frontal.tolist() == [0, 7]
    assert own.masked.tolist() == [0]
    assert own.others.tolist() == [4, 5]


def test_a_larger_source_is_drawn_more_often_but_not_in_proportion() -> None:
    weights = sampling_weights([film("cohen")] + [film("kermany")] * 4)
    assert weights.sum() == pytest.approx(1.0)
    assert weights[1:].sum() == pytest.approx(2 * weights[0])


def test_an_epoch_is_the_same_however_it_is_asked() -> None:
    examples = Examples(collect(collection([film("cohen")]), LungConfig()), LungConfig(), seed=5)
    for k in range(8):
        np.testing.assert_array_equal(examples[k].film, examples[k].film)
    assert any(not np.array_equal(examples[0].film, examples[k].film) for k in range(1, 8))


@pytest.mark.parametrize("view", range(len(VIEWS)), ids=VIEWS)
def test_only_upright_frontal_films_have_lungs_to_learn(view: int) -> None:
    config = replace(LungConfig(), view_shares=tuple(float(k == view) for k in range(len(VIEWS))))
    own = collect(collection([film("cohen"), film("cohen", task="ood", mask="")]), config)
    for k in range(12):
        example = Examples(own, config, seed=1)[k]
        assert example.film.shape == (224, 224)
        assert example.view == view
        assert example.known or VIEWS[view] == "other"
        assert example.mask.any() == (VIEWS[view] == "frontal")


def test_a_part_of_a_film_says_nothing_of_lungs_and_a_lateral_view_that_there_are_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    config = replace(LungConfig(), view_shares=tuple(float(name == "other") for name in VIEWS))
    own = collect(collection([film("cohen"), film("cohen", task="ood", mask="")]), config)
    for kind, known in (("part", False), ("not frontal", True)):
        monkeypatch.setattr(train_lungs, "OTHERS", {kind: 1.0})
        assert {Examples(own, config, seed=1)[k].known for k in range(8)} == {known}


def test_a_frontal_film_without_a_mask_says_nothing_of_lungs() -> None:
    config = replace(LungConfig(), view_shares=(1.0, 0.0, 0.0, 0.0))
    own = collect(collection([film("cohen", mask=""), film("cohen", mask="")]), config)
    assert not any(Examples(own, config, seed=1)[k].known for k in range(8))


def test_a_tight_film_keeps_its_lungs_on_the_mask() -> None:
    data = collection([film("cohen")])
    near, mask = tighten(data.images[0], data.masks[0], np.random.default_rng(0))
    assert near.shape == mask.shape == (224, 224)
    assert not np.array_equal(near, data.images[0])
    assert ((near < 105) == (mask > 127)).mean() > 0.99


def test_a_mask_at_half_size_is_the_share_of_lung() -> None:
    mask = np.zeros((1, 4, 4), np.uint8)
    mask[0, 0, 0] = 255
    mask[0, 2:, 2:] = 255
    np.testing.assert_array_equal(half_size(mask)[0], [[0.25, 0.0], [0.0, 1.0]])


def test_the_lungs_objective_prefers_the_mask_and_rewards_drawing_nothing_where_there_is_none() -> None:
    mask = torch.zeros(1, 1, 8, 8)
    mask[..., 2:6, 2:6] = 1
    right, wrong = 10 * (2 * mask - 1), 10 * (1 - 2 * mask)
    assert lungs_objective(right, mask) < 0.01
    assert lungs_objective(wrong, mask) > 5
    assert lungs_objective(-10 * torch.ones(1, 1, 8, 8), torch.zeros(1, 1, 8, 8)) < 0.01


def test_lungs_count_only_where_the_mask_is_known_and_views_always() -> None:
    lungs = torch.full((2, 1, 8, 8), 10.0)
    views = torch.tensor([[9.0, 0, 0, 0], [9.0, 0, 0, 0]])
    outputs = ViewOutputs(lungs, views, torch.zeros(2, 3))
    empty, seen = torch.zeros(2, 1, 8, 8), torch.tensor([0, 0])
    config = replace(LungConfig(), label_smoothing=0.0)
    unknown = objective(outputs, Targets(empty, torch.tensor([False, False]), seen), config)
    known = objective(outputs, Targets(empty, torch.tensor([False, True]), seen), config)
    misread = objective(outputs, Targets(empty, torch.tensor([False, False]), seen + 1), config)
    assert unknown < 0.01
    assert known > 5
    assert misread > 3


def test_dice_by_hand() -> None:
    found, drawn = np.zeros((2, 4, 4), bool), np.zeros((2, 4, 4), bool)
    found[0, :2], drawn[0, 1:3] = True, True
    found[1], drawn[1] = True, True
    assert dice(found, drawn).tolist() == [0.5, 1.0]


def measured(frontal: list[float], distance: list[float], has_lungs: list[bool]) -> Measured:
    lungs = np.zeros((len(frontal), 112, 112), np.float32)
    lungs[has_lungs, 30:80, 15:45] = lungs[has_lungs, 30:80, 65:95] = 1.0
    view = np.zeros((len(frontal), 4), np.float32)
    view[:, 0], view[:, 3] = frontal, 1 - np.array(frontal)
    return Measured(lungs, view, np.array(distance, np.float32))


def test_a_picture_is_refused_by_view_distance_or_lungs() -> None:
    found = measured([0.9, 0.2, 0.9, 0.9, 0.1], [0.1, 0.1, 0.4, 0.1, 0.5], [True, True, True, False, False])
    row = refusals("frontal", "cohen", found, {"frontal": 0.5, "distance": 0.3})
    assert (row["films"], row["refused"]) == (5, 4)
    assert row["by"] == {"view": 2, "distance": 2, "lungs": 2}
    assert row["taken for"] == {"frontal": 3, "inverted": 0, "turned": 0, "other": 2}


def test_the_reference_is_even_over_sources_and_of_films_that_were_learned_from() -> None:
    films = [film("cohen")] * 100 + [film("kermany")] * 900 + [film("nih-chestxray8")] * 900
    films += [film("kermany", fold=3)] * 50 + [film("kermany", task="ood")] * 50
    chosen = reference_films(collection_of(films), LungConfig())
    assert len(chosen) == len(set(chosen)) == 1000
    assert max(chosen) < 1900
    assert np.bincount(np.digitize(chosen, [100, 1000])).tolist() == [100, 450, 450]


def test_limits_let_the_films_of_the_choosing_fold_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each source's own films set them: one that looks foreign is not outvoted by a large one."""
    films = [film("kermany", fold=3)] * 300 + [film("cohen", fold=3)] * 10 + [film("cohen")] * 2
    data = collection_of(films)
    data.images[300:310] = 90

    def measure(_: object, pictures: np.ndarray, __: object) -> Measured:
        foreign = (pictures[:, 2, 2] == 90).tolist()
        return measured(
            [0.3 if f else 0.9 for f in foreign], [0.4 if f else 0.01 for f in foreign], foreign
        )

    monkeypatch.setattr("training.gate.measure", measure)
    monkeypatch.setattr("training.gate.mild", lambda films, _: films)
    found = limits(None, data, LungConfig())  # type: ignore[arg-type]
    assert 0.29 <= found["frontal"] <= 0.3
    assert 0.4 <= found["distance"] <= 0.402


def collection_of(films: list[Film]) -> Cache:
    small = np.zeros((len(films), 16, 16), np.uint8)
    return Cache(films, small, small, np.array([bool(film.lung_mask) for film in films]))

"""Nobody is learned from and reported on; small collections are neither forgotten nor drilled."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.config import Config
from training.manifest import Film, read_manifest
from training.splits import sampling_weights, split, write_split


def film(group: str = "g1", fold: int = 0, label: str = "normal", source: str = "a", **more: str) -> Film:
    values = {"task": "classify", "licence": "CC BY 4.0", "lung_mask": "", **more}
    return Film(image=f"images/{group}.jpg", label=label, source=source, group=group, fold=fold, **values)


def test_folds_become_three_parts() -> None:
    films = [film(f"g{fold}", fold) for fold in range(5)]
    parts = split(films, Config())
    assert parts.train.tolist() == [0, 1, 2]
    assert parts.choose.tolist() == [3]
    assert parts.report.tolist() == [4]


def test_a_patient_in_two_folds_is_refused() -> None:
    with pytest.raises(ValueError, match="group g1 is in folds 0 and 3"):
        split([film("g1", 0), film("g1", 3)], Config())


@pytest.mark.parametrize(
    "kept_out",
    [
        {"task": "covid_without_findings"},
        {"task": "ood"},
        {"licence": "CC BY-NC-ND"},
        {"licence": "CC BY-NC-ND 4.0"},
    ],
)
def test_films_that_must_not_be_learned_are_in_no_part(kept_out: dict[str, str]) -> None:
    parts = split([film("g1"), film("g2", **kept_out)], Config())
    assert parts.train.tolist() == [0]


def test_non_commercial_films_are_learned() -> None:
    assert film(licence="CC BY-NC-SA 4.0").may_be_learned


def test_the_split_on_disk_names_every_film_once(tmp_path: Path) -> None:
    films = [film(f"g{fold}", fold) for fold in range(5)]
    write_split(tmp_path / "split.csv", films, split(films, Config()))
    with (tmp_path / "split.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["part"] for row in rows] == ["train", "train", "train", "choose", "report"]
    assert {row["image"] for row in rows} == {f.image for f in films}


def test_sampling_is_even_over_labels_and_by_root_over_sources() -> None:
    films = [film(source="large")] * 100 + [film(source="small")] * 4 + [film(label="covid19")] * 7
    weights = sampling_weights(films)
    assert weights.sum() == pytest.approx(1)
    assert weights[:104].sum() == pytest.approx(1 / 2)
    assert weights[104:].sum() == pytest.approx(1 / 2)
    # Ten to two, as the roots of 100 and 4 are.
    assert weights[:100].sum() / weights[100:104].sum() == pytest.approx(5)
    assert np.ptp(weights[:100]) == 0


@pytest.mark.films
def test_the_real_folds_keep_patients_together(films_folder: Path) -> None:
    rows = read_manifest(films_folder)
    parts = split(rows, Config())
    groups = [{rows[i].group for i in part} for part in (parts.train, parts.choose, parts.report)]
    assert not groups[0] & groups[1]
    assert not groups[0] & groups[2]
    assert not groups[1] & groups[2]


def test_a_config_survives_its_json() -> None:
    config = replace(Config(), train_folds=(1, 4), epochs=3)
    assert Config.from_dict(config.as_dict()) == config

"""Nobody is learned from and reported on; small collections are neither forgotten nor drilled."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.config import Config
from training.manifest import Film, read_manifest
from training.splits import check_groups, learned, sampling_weights, write_split


def film(group: str = "g1", fold: int = 0, label: str = "normal", source: str = "a", **more: str) -> Film:
    values = {"task": "classify", "licence": "CC BY 4.0", "lung_mask": "", **more}
    return Film(image=f"images/{group}.jpg", label=label, source=source, group=group, fold=fold, **values)


def test_the_folds_and_sources_of_a_run_are_learned() -> None:
    films = [film(f"g{fold}", fold) for fold in range(5)] + [film("h", 0, source="elsewhere")]
    assert learned(films, Config()).tolist() == [0, 1, 2, 3, 5]
    assert learned(films, replace(Config(), left_out="elsewhere")).tolist() == [0, 1, 2, 3]


def test_a_patient_in_two_folds_is_refused() -> None:
    with pytest.raises(ValueError, match="group g1 is in folds 0 and 3"):
        learned([film("g1", 0), film("g1", 3)], Config())


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
    assert learned([film("g1"), film("g2", **kept_out)], Config()).tolist() == [0]


def test_a_permissive_run_learns_from_what_asks_for_citing_alone() -> None:
    licences = ("CC BY 4.0", "CC BY-NC-SA", "unstated", "NIH CC open use, cite Wang 2017")
    films = [film(f"g{k}", licence=licence) for k, licence in enumerate(licences)]
    assert learned(films, replace(Config(), permissive=True)).tolist() == [0, 3]


def test_non_commercial_films_are_learned() -> None:
    assert film(licence="CC BY-NC-SA 4.0").may_be_learned


def test_the_split_on_disk_names_every_film_once(tmp_path: Path) -> None:
    films = [film(f"g{fold}", fold) for fold in range(5)]
    counts = write_split(tmp_path / "split.csv", films, Config())
    with (tmp_path / "split.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["part"] for row in rows] == ["train", "train", "train", "calibrate", "report"]
    assert counts == {"train": 3, "calibrate": 1, "report": 1}
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
    check_groups(read_manifest(films_folder))

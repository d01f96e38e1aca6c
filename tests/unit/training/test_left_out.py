"""A run without a source is asked about that source, and about nobody it knows."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

pytest.importorskip("torch")
from training import left_out
from training.asking import FULL, Answer, Asked
from training.calibration import Calibration
from training.config import Config
from training.left_out import MEASURES, figures, films_to_ask
from training.manifest import Film
from training.train import LEFT_OUT, left_out_config
from training.twins import TWINS

FILM = Film("", "covid19", "classify", "cohen", "", 0, "CC BY 4.0", "")


def films(*rows: tuple[str, str, str, int]) -> list[Film]:
    """Label, source, group, fold."""
    return [
        replace(FILM, image=f"{group} {i}", label=label, source=source, group=group, fold=fold)
        for i, (label, source, group, fold) in enumerate(rows)
    ]


def test_every_left_out_source_has_its_measures() -> None:
    assert set(MEASURES) == set(LEFT_OUT)


def test_people_known_from_another_source_are_not_asked_about() -> None:
    some = films(
        ("covid19", "cohen", "a", 0),
        ("covid19", "covid-cxnet", "a", 0),
        ("covid19", "cohen", "b", 4),
        ("normal", "kermany", "c", 1),
        # Folds 3 and 4 are learned from by no run without a source.
        ("covid19", "cohen", "d", 3),
        ("covid19", "covid-cxnet", "d", 3),
    )
    config = left_out_config(Config(), "cohen")
    assert [film.group for film in films_to_ask(some, "cohen", config)] == ["b", "d"]


def test_films_to_compare_with_are_of_the_report_fold() -> None:
    some = films(
        ("covid19", "covid-cxnet", "a", 0),
        ("normal", "nih-chestxray8", "b", 4),
        ("normal", "nih-chestxray8", "c", 3),
        ("normal", "nih-chestxray8", "d", 0),
        ("normal", "kermany", "e", 4),
    )
    config = left_out_config(Config(), "covid-cxnet")
    assert [film.group for film in films_to_ask(some, "covid-cxnet", config)] == ["a", "b"]


def test_the_report_fold_is_given_apart() -> None:
    some = films(*[("covid19", "covid-cxnet", f"{i}", 4 if i < 10 else 0) for i in range(20)])
    answers = [Answer((0.8, 0.1, 0.0, 0.1) if film.fold == 4 else (0.1, 0.8, 0.0, 0.1)) for film in some]
    asked = {name: Asked(some, answers) for name in (FULL, *TWINS)}
    found = figures(asked, "covid-cxnet", 4, 10)
    shares = {part: found[part]["figures"][0][FULL]["value"] for part in ("all films", "report fold")}
    assert shares == {"all films": 0.5, "report fold": 1.0}
    assert found["report fold"]["calibration"]["error"]["value"] == pytest.approx(0.2)
    assert found["all films"]["calibration"]["error"]["films"] == 20


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Twelve films of nobody from cohen and one from elsewhere."""
    rng = np.random.default_rng(0)
    rows = []
    for i in range(13):
        Image.fromarray(rng.integers(0, 256, (160, 170), dtype=np.uint8)).save(tmp_path / f"{i}.png")
        source, label = ("kermany", "normal") if i == 12 else ("cohen", "covid19")
        rows.append((f"{i}.png", label, "classify", source, f"g{i}", 4, "CC BY 4.0", ""))
    columns = ("image", "label", "task", "source", "group", "fold", "licence", "lung_mask")
    with (tmp_path / "manifest.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([columns, *rows])
    return tmp_path


def test_a_run_is_asked_through_the_door_about_the_source_it_left_out(
    collection: Path, tiny_model: Path, tiny_segmenter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = left_out_config(Config(), "cohen")
    monkeypatch.setattr(left_out, "load_network", lambda run: (None, config))
    monkeypatch.setattr(left_out, "write_classifier", lambda *a: shutil.copy(tiny_model, a[-1]))
    monkeypatch.setattr(left_out, "LUNGS_FILE", tiny_segmenter)
    found = left_out.score(collection, "cohen", Path("run"), Calibration(), resamples=5, jobs=2)
    assert found["films"] == 12
    recall = {line["measure"]: line for line in found["all films"]["figures"]}[
        "cohen: COVID-19 called COVID-19"
    ]
    assert recall[FULL]["films"] == recall["frame only"]["films"] == 12
    assert found["report fold"]["refusals"]["films"] == 12
    with pytest.raises(ValueError, match="without cohen, not without covid-cxnet"):
        left_out.score(collection, "covid-cxnet", Path("run"), Calibration(), resamples=5, jobs=2)

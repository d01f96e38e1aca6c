"""A run without a source is asked about that source, and about nobody it knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("torch")
from training.asking import FULL, Answer, Asked
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

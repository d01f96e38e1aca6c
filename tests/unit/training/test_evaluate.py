"""The evaluation asks through the door, and its figures agree with one another."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn")
pytest.importorskip("matplotlib")
from PIL import Image

from inference import Classifier
from training import gallery
from training.asking import DRAWN, FULL, ask
from training.config import CLASSES, Config
from training.evaluate import LEFT_OUT_FILE, agree, evaluate
from training.manifest import read_manifest
from training.measures import confusion
from training.twins import TWINS

COLUMNS = (
    "image", "label", "task", "source", "group", "fold", "licence", "lung_mask", "opacity_mask",
    "view", "age",
)  # fmt: skip
SHAPE = (160, 170)


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Thirty films of nobody, ten a class, half with a lung mask, one outlined; and a lateral view."""
    rng = np.random.default_rng(0)
    rows = []
    inside = np.zeros(SHAPE, np.uint8)
    inside[40:120, 15:75] = inside[40:120, 95:155] = 255
    Image.fromarray(inside).save(tmp_path / "lungs.png")
    outline = np.zeros(SHAPE, np.uint8)
    outline[60:80, 30:60] = 128
    Image.fromarray(outline).save(tmp_path / "outline.png")
    for i in range(31):
        label = CLASSES[i % 3] if i < 30 else "not_frontal_cxr"
        name = f"{i}.png"
        grey = rng.integers(150, 256, SHAPE, dtype=np.uint8)
        grey[inside > 0] //= 4
        Image.fromarray(grey).save(tmp_path / name)
        task = "classify" if i < 30 else "ood"
        source = "cohen" if label == "covid19" or i == 30 else "kermany"
        masks = ("lungs.png" if i % 2 else "", "outline.png" if i == 3 else "")
        view = "L" if i == 30 else "AP"
        rows.append((name, label, task, source, f"g{i}", 4, "CC BY 4.0", *masks, view, "64"))
    with (tmp_path / "manifest.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([COLUMNS, *rows])
    return tmp_path


def test_the_report_agrees_with_itself(
    collection: Path, tiny_model: Path, tiny_segmenter: Path, tmp_path: Path
) -> None:
    report, page = tmp_path / "report", tmp_path / "work" / "gallery.html"
    result = evaluate(
        collection, tiny_model, report, Config(), 20, tiny_segmenter, jobs=2, gallery_file=page
    )
    figures = {line["measure"]: line for line in result["figures"]}
    accuracy = next(line for name, line in figures.items() if name.startswith("three-class accuracy"))
    counts = np.array([line["of four"] for line in result["confusion"][:3]])
    assert counts.sum() == 30
    assert accuracy[FULL]["value"] == pytest.approx(np.trace(counts) / 30)
    assert accuracy["lungs drawn by people"] == 15
    # Where nobody drew the lungs, they were found.
    assert accuracy["lungs black"]["films"] == accuracy["frame only"]["films"] == 30
    assert accuracy[FULL]["low"] <= accuracy[FULL]["value"] <= accuracy[FULL]["high"]
    refused = {one["what"]: one for one in result["refusals"]}
    assert refused["frontal films"]["refused"] == 0
    assert refused["lateral views, not learned from"]["films"] == 1
    assert result["maps"]["all films"]["peak inside"] == {"films": 1}
    assert result["left_out"] is None
    assert {line["measure"] for line in result["table"]} >= {f"M{k}" for k in range(3, 13)} - {"M6"}
    assert json.loads((report / "report.json").read_text(encoding="utf-8")) == json.loads(
        json.dumps(result)
    )
    text = (report / "report.md").read_text(encoding="utf-8")
    assert "source-confounded" in text
    assert "not computed" in text
    for plot in ("confusion.png", "roc.png", "reliability.png"):
        assert plot in text
        assert (report / plot).stat().st_size < 150_000
    # Films are shown to whoever trains, and nowhere else.
    assert "<img" in page.read_text(encoding="utf-8")
    assert {path.suffix for path in report.iterdir()} == {".md", ".json", ".png"}
    assert len(list(report.iterdir())) == 5
    assert not (report / LEFT_OUT_FILE).exists()


def test_twins_are_other_films_to_the_model(
    collection: Path, tiny_model: Path, tiny_segmenter: Path
) -> None:
    classifier = Classifier(tiny_model, threads=1, lungs=tiny_segmenter)
    film = read_manifest(collection)[1]
    asked = ask(classifier, collection, [film], TWINS, "films", 1)
    numbers = {name: one.answers[0].probabilities for name, one in asked.items()}
    assert len(set(numbers.values())) == len(TWINS) + 1
    assert all(sum(one) == pytest.approx(1) for one in numbers.values())
    assert asked[FULL].answers[0].lungs_by == DRAWN


def test_an_accuracy_that_is_not_the_matrix_is_noticed(
    collection: Path, tiny_model: Path, tiny_segmenter: Path
) -> None:
    classifier = Classifier(tiny_model, threads=1, lungs=tiny_segmenter)
    asked = ask(classifier, collection, read_manifest(collection)[:9], {}, "films", 2)[FULL]
    matrix = confusion(asked)
    agree(matrix, asked)
    counts = matrix[0]["of four"]
    counts[0], counts[1] = counts[0] + 1, counts[1] - 1
    with pytest.raises(AssertionError):
        agree(matrix, asked)


def test_the_gallery_begins_with_the_surest_mistake(
    collection: Path, tiny_model: Path, tiny_segmenter: Path
) -> None:
    classifier = Classifier(tiny_model, threads=1, lungs=tiny_segmenter)
    asked = ask(classifier, collection, read_manifest(collection)[:30], {}, "films", 2)[FULL]
    found = gallery.mistakes(asked, most=5)
    assert 0 < len(found) <= 5
    assert all(one.called != one.film.label for one in found)
    assert [one.probability for one in found] == sorted((one.probability for one in found), reverse=True)

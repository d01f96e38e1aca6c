"""The evaluation asks through the door, and its figures agree with one another."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")
from PIL import Image

from inference import Radiograph
from training.config import CLASSES, Config
from training.evaluate import evaluate, frame_only, without_lungs

COLUMNS = ("image", "label", "task", "source", "group", "fold", "licence", "lung_mask")


def test_lungs_are_blacked_out_and_nothing_else() -> None:
    radiograph = Radiograph("film", np.full((10, 8), 200, np.uint8))
    mask = np.zeros((10, 8), np.uint8)
    mask[2:5, 3:6] = 255
    pixels = without_lungs(radiograph, mask).pixels
    assert (pixels[2:5, 3:6] == 0).all()
    assert np.count_nonzero(pixels == 200) == 10 * 8 - 9
    assert (radiograph.pixels == 200).all()


def test_the_frame_is_the_outer_tenth() -> None:
    pixels = frame_only(Radiograph("film", np.full((100, 50), 200, np.uint8))).pixels
    assert (pixels[10:90, 5:45] == 0).all()
    assert np.count_nonzero(pixels) == 100 * 50 - 80 * 40


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Thirty films of nobody, ten a class, half with a lung mask, and a lateral view."""
    rng = np.random.default_rng(0)
    rows = []
    for i in range(31):
        label = CLASSES[i % 3] if i < 30 else "not_frontal_cxr"
        name = f"{i}.png"
        Image.fromarray(rng.integers(0, 256, (160, 170), dtype=np.uint8)).save(tmp_path / name)
        mask = ""
        if i % 2:
            mask = f"mask{i}.png"
            inside = np.zeros((160, 170), np.uint8)
            inside[40:120, 30:140] = 255
            Image.fromarray(inside).save(tmp_path / mask)
        task = "classify" if i < 30 else "ood"
        rows.append((name, label, task, "kermany", f"g{i}", 4, "CC BY 4.0", mask))
    with (tmp_path / "manifest.csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([COLUMNS, *rows])
    return tmp_path


def test_the_report_agrees_with_itself(collection: Path, tiny_model: Path, tmp_path: Path) -> None:
    report = tmp_path / "report"
    result = evaluate(collection, tiny_model, report, Config(), resamples=20, lungs_file=None)
    figures = {row["measure"]: row for row in result["figures"]}
    accuracy = figures["three-class accuracy (source-confounded)"]
    matrix = np.array(result["confusion_matrix"])
    assert matrix.sum() == 30
    assert accuracy["full"]["value"] == pytest.approx(np.trace(matrix) / 30)
    assert accuracy["lungs out"]["films"] == accuracy["full, same films"]["films"] == 15
    assert accuracy["full"]["low"] <= accuracy["full"]["value"] <= accuracy["full"]["high"]
    assert [row["label"] for row in result["forced"]] == ["not_frontal_cxr"]
    assert result["forced"][0]["refused"] == result["frontals_refused"] == 0
    assert sum(result["forced"][0][name] for name in CLASSES) == pytest.approx(1)
    assert json.loads((report / "report.json").read_text(encoding="utf-8")) == json.loads(
        json.dumps(result)
    )
    page = (report / "report.md").read_text(encoding="utf-8")
    assert "source-confounded" in page
    for plot in ("confusion.png", "roc.png", "reliability.png"):
        assert plot in page
        assert (report / plot).stat().st_size < 150_000

"""The installation check: what it lets pass, and what it does not."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from inference import Certificate, Classifier, InferenceError, load_radiograph, run_self_test, self_test
from inference import classifier as classifiers
from inference.classifier import bundled_model
from inference.cli import main
from inference.manifest import NAME, recorded_sha256, write_manifest
from inference.self_test import BUDGET_SECONDS, EXPECTATIONS

pytestmark = pytest.mark.usefixtures("bundled_models")


@pytest.fixture(scope="module")
def certificate() -> Certificate:
    """Of this installation; nothing here reads hostile files, so no process is started for it."""
    return run_self_test(load_radiograph)


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled models, to be meddled with, that the program takes for the bundled ones."""
    folder = tmp_path / "model"
    shutil.copytree(Path(bundled_model()).parent, folder)
    for module in (classifiers, self_test):
        monkeypatch.setattr(module, "bundled_model", lambda: str(folder / "classifier.onnx"))
        monkeypatch.setattr(module, "bundled_segmenter", lambda: str(folder / "lungs.onnx"))
    return folder


@pytest.fixture
def films(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the films and expectations, to be meddled with."""
    folder = tmp_path / "self_test"
    shutil.copytree(self_test.folder(), folder)
    monkeypatch.setattr(self_test, "folder", lambda: folder)
    return folder


def flip_a_bit(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_this_installation_computes_what_the_release_computed(certificate: Certificate) -> None:
    assert certificate.passed, certificate.to_text()
    assert {film.found.split()[0] for film in certificate.films} == {"classified", "refused", "failed"}


def test_every_model_file_is_named_in_the_manifest() -> None:
    folder = Path(bundled_model()).parent
    assert set(json.loads((folder / NAME).read_text())) == {path.name for path in folder.glob("*.onnx")}


def test_the_certificate_is_one_page_and_names_the_models_whole(certificate: Certificate) -> None:
    text = certificate.to_text()
    assert "Result    PASSED" in text
    assert recorded_sha256(Path(bundled_model())) in text
    assert len(text.splitlines()) < 60
    assert max(map(len, text.splitlines())) < 120


@pytest.mark.parametrize("name", ["classifier.onnx", "lungs.onnx"])
def test_a_damaged_model_is_refused_and_said_to_be_another(models: Path, name: str) -> None:
    flip_a_bit(models / name)
    with pytest.raises(InferenceError, match="not the one that came with this program") as caught:
        Classifier()
    assert caught.value.code == "model_changed"
    assert caught.value.path == str(models / name)


def test_models_that_were_exchanged_for_each_other_are_refused(models: Path) -> None:
    shutil.copy(models / "lungs.onnx", models / "classifier.onnx")
    with pytest.raises(InferenceError) as caught:
        Classifier()
    assert caught.value.code == "model_changed"


@pytest.mark.parametrize("content", [None, "{}", "[]", "no JSON"])
def test_a_model_without_its_manifest_is_refused(models: Path, content: str | None) -> None:
    (models / NAME).unlink() if content is None else (models / NAME).write_text(content)
    with pytest.raises(InferenceError, match="manifest") as caught:
        Classifier()
    assert caught.value.code == "model_not_usable"


def test_a_new_model_is_taken_when_the_manifest_was_written_anew(models: Path) -> None:
    with (models / "classifier.onnx").open("ab") as file:
        file.write(b"\x8a\x01\x00")  # protobuf: an empty field that nobody knows
    write_manifest(models)
    assert Classifier().identity.sha256 == recorded_sha256(models / "classifier.onnx")


def test_the_check_fails_with_a_damaged_model_and_says_which(
    models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flip_a_bit(models / "lungs.onnx")
    assert main(["--self-test"]) == 1
    said = capsys.readouterr().out
    assert "NOT PASSED" in said
    assert "FAIL  lungs.onnx" in said
    assert "pass  classifier.onnx" in said
    assert "Install the program again" in said


def changed(films: Path, change: dict[str, object]) -> None:
    stored = json.loads((films / EXPECTATIONS).read_text())
    stored["films"] = [{**stored["films"][0], **change}]
    (films / EXPECTATIONS).write_text(json.dumps(stored))
    write_manifest(films)


def test_expectations_that_did_not_come_with_the_program_certify_nothing(films: Path) -> None:
    stored = json.loads((films / EXPECTATIONS).read_text())
    stored["films"] = [film for film in stored["films"] if film["file"] == "cut-off.dcm"]
    (films / EXPECTATIONS).write_text(json.dumps(stored))
    with pytest.raises(InferenceError, match="not what came with this program"):
        run_self_test(load_radiograph)


def test_numbers_of_which_nothing_is_expected_do_not_pass(films: Path) -> None:
    stored = json.loads((films / EXPECTATIONS).read_text())
    for name in ("probabilities", "maps"):
        del stored["films"][0][name]
    (films / EXPECTATIONS).write_text(json.dumps(stored))
    write_manifest(films)
    assert not run_self_test(load_radiograph).passed


def test_another_outcome_does_not_pass(films: Path) -> None:
    changed(films, {"outcome": "refused (size)"})
    found = run_self_test(load_radiograph)
    assert not found.passed
    assert "expected: refused (size)" in found.to_text()


@pytest.mark.parametrize(("by", "passes"), [(0.0005, True), (0.002, False)])
def test_probabilities_may_differ_by_a_thousandth(films: Path, by: float, passes: bool) -> None:
    numbers = json.loads((films / EXPECTATIONS).read_text())["films"][0]["probabilities"]
    changed(films, {"probabilities": {**numbers, "normal": numbers["normal"] + by}})
    found = run_self_test(load_radiograph)
    assert found.passed is passes
    assert found.films[0].probability_difference == pytest.approx(by, abs=1e-5)


def test_a_map_that_lies_elsewhere_does_not_pass(films: Path) -> None:
    maps = json.loads((films / EXPECTATIONS).read_text())["films"][0]["maps"]
    changed(films, {"maps": {**maps, "opacity": maps["opacity"][::-1]}})
    assert not run_self_test(load_radiograph).passed


def test_a_film_that_is_missing_does_not_pass(films: Path) -> None:
    (films / "adult.dcm").unlink()
    found = run_self_test(load_radiograph)
    assert not found.passed
    assert "failed (file_not_readable)" in found.to_text()


def test_without_expectations_nothing_is_certified(films: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (films / EXPECTATIONS).unlink()
    assert main(["--self-test"]) == 1
    assert "model cannot be used" in capsys.readouterr().err


def test_too_slow_does_not_pass(certificate: Certificate) -> None:
    assert not replace(certificate, seconds=BUDGET_SECONDS + 1).passed


def test_a_check_of_no_film_does_not_pass(certificate: Certificate) -> None:
    assert not replace(certificate, films=()).passed


def test_the_command_line_writes_the_certificate_that_it_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--self-test", "--certificate", str(tmp_path / "certificate.txt")]) == 0
    assert (tmp_path / "certificate.txt").read_text(encoding="utf-8") == capsys.readouterr().out


def test_text_is_not_written_under_the_name_of_a_pdf(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--self-test", "--certificate", str(tmp_path / "certificate.PDF")])
    assert caught.value.code == 2
    assert "Help > Installation check" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["--self-test", "film.dcm"]])
def test_films_or_the_check_and_not_both(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2

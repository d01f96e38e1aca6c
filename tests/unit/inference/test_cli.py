"""The command line, as its users and their scripts meet it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from PIL import Image
from pydicom.uid import JPEGLSLossless

from inference import classifier
from inference.cli import main
from inference.manifest import write_manifest
from phantom import compress, dicom, dicom_bytes, thorax_u8, thorax_u16, write_dicom, write_image

ROOT = Path(__file__).parents[3]
KEYS = [
    "path", "frame", "sop_instance_uid", "file_sha256", "outcome", "checks", "probabilities",
    "prediction_set", "none_of_these", "assessed", "ranges", "model", "timings_ms", "saliency",
    "duplicate_of", "error",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _tiny_networks(tiny_model: Path, tiny_segmenter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process the tiny networks stand for the bundled ones."""
    for network in (tiny_model, tiny_segmenter):
        write_manifest(network.parent)
    monkeypatch.setattr(classifier, "bundled_model", lambda: str(tiny_model))
    monkeypatch.setattr(classifier, "bundled_segmenter", lambda: str(tiny_segmenter))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four films: good, DICOM, too small, broken."""
    folder = tmp_path / "films"
    folder.mkdir()
    write_image(folder / "a.png", thorax_u8(300, 260))
    write_dicom(folder / "b", dicom(thorax_u16(300, 300, 12), bits=12))
    write_image(folder / "c.jpg", thorax_u8(100, 100))
    (folder / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    return folder


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_json_object_a_line_in_input_order(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "-", "--jobs", "3", "--no-ranges", str(folder)]) == 1
    results = lines(capsys)
    assert [list(result) for result in results] == [KEYS] * 4
    assert [Path(result["path"]).name for result in results] == ["a.png", "b", "c.jpg", "d.png"]
    assert [r["outcome"] for r in results] == ["classified", "classified", "refused", "failed"]
    good, film, small, broken = results
    assert sorted(good["probabilities"]) == ["covid19", "normal", "viral_pneumonia"]
    assert sum(good["probabilities"].values()) + good["none_of_these"] == pytest.approx(1.0)
    assert good["ranges"] is None
    assert (good["sop_instance_uid"], good["error"], good["saliency"]) == (None, None, None)
    assert good["file_sha256"] == hashlib.sha256((folder / "a.png").read_bytes()).hexdigest()
    assert broken["file_sha256"] is None
    assert film["sop_instance_uid"].startswith("2.25.") or film["sop_instance_uid"].startswith("1.2.")
    assert sorted(good["timings_ms"]) == ["infer", "load", "preprocess", "total"]
    assert sorted(good["model"]) == ["name", "sha256", "version"]
    assert small["probabilities"] is None
    failed = [check for check in small["checks"] if not check["passed"]]
    assert [(c["name"], c["value"], c["limit"]) for c in failed] == [("size", 100, 150)]
    assert sorted(failed[0]) == ["limit", "message", "name", "passed", "value"]
    assert (broken["probabilities"], broken["checks"]) == (None, [])
    assert broken["error"]["code"] == "damaged_file"
    assert "d.png" in broken["error"]["message"]


def test_refused_counts_as_dealt_with(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "-", str(folder / "c.jpg")]) == 0
    assert main(["--json", "-", "--even-if-unsuitable", str(folder / "c.jpg")]) == 0
    refused, insisted = lines(capsys)
    assert (refused["outcome"], refused["probabilities"]) == ("refused", None)
    assert insisted["outcome"] == "refused"
    assert sum(insisted["probabilities"].values()) + insisted["none_of_these"] == pytest.approx(1.0)
    assert refused["none_of_these"] is None


def test_maps_are_grey_pngs_of_the_size_of_the_image(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--json", "-", "--saliency-dir", str(tmp_path / "maps"), str(folder)])
    written = [result["saliency"] for result in lines(capsys)]
    assert [path is None for path in written] == [False, False, True, True]
    with Image.open(written[0]) as image:
        assert (image.mode, image.size) == ("L", (260, 300))
    assert len({*written[:2]}) == 2
    assert sorted(path.name for path in folder.iterdir()) == ["a.png", "b", "c.jpg", "d.png"]


def test_films_of_the_same_name_get_maps_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        write_image(tmp_path / name / "film.png", thorax_u8(200, 200))
    main(
        ["--json", "-", "--saliency-dir", str(tmp_path / "maps"), str(tmp_path / "x"), str(tmp_path / "y")]
    )
    assert len({result["saliency"] for result in lines(capsys)}) == 2


def test_every_frame_has_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frames = np.stack([thorax_u8(200, 200, seed) for seed in range(3)])
    write_dicom(tmp_path / "run", dicom(frames))
    assert main(["--json", "-", str(tmp_path / "run")]) == 0
    results = lines(capsys)
    assert [result["frame"] for result in results] == [0, 1, 2]
    assert {result["outcome"] for result in results} == {"refused"}


def test_the_table_is_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 1
    output = capsys.readouterr()
    assert output.err == ""
    for words in (
        "COVID-19",
        "Viral pneumonia",
        "None of these",
        "Not ruled out: ",
        "refused",
        "failed",
        "not a medical device",
        "a.png",
    ):
        assert words in output.out
    assert " %" in output.out


def test_every_number_has_its_range(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "-", str(folder / "a.png"), str(folder / "c.jpg")]) == 0
    good, refused = lines(capsys)
    assert sorted(good["ranges"]) == sorted(good["probabilities"])
    for name, (low, high) in good["ranges"].items():
        assert low <= good["probabilities"][name] <= high
    assert refused["ranges"] is None
    main([str(folder / "a.png")])
    assert re.search(r"\d % \(\d+-\d+\)", capsys.readouterr().out)


def test_a_class_that_was_not_learned_from_such_people_has_no_number_in_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    film = write_dicom(tmp_path / "adult", dicom(thorax_u16(300, 300, 12), bits=12, PatientAge="050Y"))
    assert main([str(film)]) == 0
    assert "not assessed" in capsys.readouterr().out
    assert main(["--json", "-", str(film)]) == 0
    (result,) = lines(capsys)
    assert result["probabilities"]["viral_pneumonia"] == 0.0
    assert [c["name"] for c in result["checks"] if "adult" in c["message"].lower()] == ["age group"]


def test_markup_in_a_file_name_is_only_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_image(tmp_path / "[red]a.png", thorax_u8(200, 200))
    main([str(tmp_path)])
    assert "[red]a.png" in capsys.readouterr().out


def test_a_file_may_be_given_more_time_or_less(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    film = write_image(tmp_path / "large.png", thorax_u8(2500, 2500))
    assert main(["--json", "-", "--no-ranges", "--time-limit", "0.001", str(film)]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "took_too_long"
    assert main(["--json", "-", "--no-ranges", "--time-limit", "60", str(film)]) == 0


@pytest.mark.parametrize(
    "argv",
    [[], ["--jobs", "0", "x"], ["--time-limit", "0", "x"], ["--unknown", "x"], ["--json"]],
)
def test_wrong_arguments_end_with_2(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(argv)
    assert caught.value.code == 2


def test_a_place_that_cannot_be_written_is_a_wrong_argument(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--json", str(tmp_path / "missing" / "out.json"), str(folder)]) == 2
    assert "out.json" in capsys.readouterr().err


@pytest.mark.usefixtures("bundled_models")
def test_as_a_program_with_a_file_for_the_json(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "inference", "--json", str(output), str(folder / "a.png"), "nowhere"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    good, missing = [json.loads(line) for line in output.read_text().splitlines()]
    assert good["outcome"] == "classified"
    assert missing["path"] == "nowhere"
    assert missing["error"]["code"] == "file_not_readable"


@pytest.mark.usefixtures("bundled_models")
@pytest.mark.skipif(sys.platform != "linux", reason="only here are file names any bytes")
@pytest.mark.parametrize("destination", ["-", "out.jsonl"])
def test_a_file_name_that_is_no_text_still_gives_valid_json(tmp_path: Path, destination: str) -> None:
    path = os.fsencode(tmp_path) + b"/f\xfclm.png"
    os.rename(write_image(tmp_path / "film.png", thorax_u8(200, 200)), path)  # noqa: PTH104
    command = [sys.executable, "-m", "inference", "--json", destination, path]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    written = done.stdout if destination == "-" else (tmp_path / destination).read_bytes()
    assert os.fsencode(json.loads(written.decode("utf-8"))["path"]) == path


def test_a_damaged_frame_costs_no_other_frame(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frames = [imagecodecs.jpegls_encode(thorax_u8(200, 200, seed)) for seed in range(4)]
    frames[1] = frames[1][:500]
    stack = np.stack([thorax_u8(200, 200)] * 4)
    write_dicom(tmp_path / "run", compress(dicom(stack), JPEGLSLossless, *frames))
    write_image(tmp_path / "single.png", thorax_u8(200, 200))
    assert main(["--json", "-", "--jobs", "2", str(tmp_path)]) == 1
    results = lines(capsys)
    assert [(Path(r["path"]).name, r["frame"]) for r in results] == [
        *(("run", frame) for frame in range(4)),
        ("single.png", 0),
    ]
    assert [r["outcome"] for r in results] == ["refused", "failed", "refused", "refused", "classified"]


def test_maps_are_named_in_input_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = []
    for name, side in (("x", 1500), ("y", 200), ("z", 200)):
        (tmp_path / name).mkdir()
        paths.append(str(write_image(tmp_path / name / "Film.png", thorax_u8(side, side))))
    main(["--json", "-", "--jobs", "3", "--saliency-dir", str(tmp_path / "maps"), *paths])
    written = [Path(result["saliency"]).name for result in lines(capsys)]
    assert written == ["Film-saliency.png", "Film-2-saliency.png", "Film-3-saliency.png"]


def test_a_map_that_cannot_be_written_does_not_cost_the_verdict(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "maps" / "a-saliency.png").mkdir(parents=True)
    assert main(["--json", "-", "--saliency-dir", str(tmp_path / "maps"), str(folder / "a.png")]) == 1
    (result,) = lines(capsys)
    assert result["outcome"] == "classified"
    assert result["probabilities"]
    assert result["saliency"] is None
    assert result["error"]["code"] == "output_not_written"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "/dev/full", str(folder / "a.png")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_copy_names_the_first_of_its_kind_and_has_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def film(name: str, seed: int = 0, **attributes: Any) -> str:
        frames = np.stack([thorax_u8(200, 200, seed), thorax_u8(200, 200, seed + 1)])
        image = dicom(frames, **({"SOPInstanceUID": "1.2.3"} | attributes))
        (tmp_path / name).write_bytes(dicom_bytes(image, preamble=False))
        return str(tmp_path / name)

    first, copy = film("a"), film("b", PatientComments="another header")
    other_picture, no_uid = film("c", seed=5), film("d", SOPInstanceUID=None)
    main(["--json", "-", "--jobs", "3", first, copy, other_picture, first, no_uid, no_uid])
    results = lines(capsys)
    assert [result["frame"] for result in results] == [0, 1] * 6
    named = [result["duplicate_of"] for result in results]
    assert named == [None, None, first, first, None, None, first, first, None, None, None, None]


def test_the_same_picture_of_another_patient_is_no_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("Meier^Eva", "Schulz^Udo"):
        image = dicom(thorax_u8(200, 200), SOPInstanceUID="1.2.3", PatientName=name)
        (tmp_path / name).write_bytes(dicom_bytes(image))
    main(["--json", "-", str(tmp_path)])
    assert [result["duplicate_of"] for result in lines(capsys)] == [None, None]


def test_results_are_never_written_over_a_film(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    film, others = folder / "a.png", folder / "b.json"
    content = film.read_bytes()
    # The shell made of "--json *" what lies here, the first of it a film.
    assert main(["--json", *(str(path) for path in sorted(folder.iterdir()))]) == 2
    assert film.read_bytes() == content
    assert "something else than results" in capsys.readouterr().err
    for _ in range(2):
        assert main(["--json", str(others), str(film)]) == 0
    assert others.read_text().count("\n") == 1


@pytest.mark.parametrize(("is_terminal", "prompts"), [(True, ["a.zip", "b.zip"]), (False, [])])
def test_a_terminal_is_asked_for_passwords_and_a_pipe_is_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch, is_terminal: bool, prompts: list[str]
) -> None:
    asked: list[str] = []

    def with_passwords(sources: list[Any], ask: Any, *_: object) -> list[Any]:
        assert [ask("a.zip"), ask("b.zip")] == ["sesame", ""]
        return sources

    def answer(prompt: str) -> str:
        asked.append(prompt)
        if "b.zip" in prompt:
            raise EOFError
        return "sesame"

    monkeypatch.setattr("inference.cli.with_passwords", with_passwords)
    monkeypatch.setattr("getpass.getpass", answer)
    monkeypatch.setattr("sys.stdin.isatty", lambda: is_terminal, raising=False)
    assert main(["--json", "-", "--no-ranges", str(folder / "a.png")]) == 0
    assert [prompt.split()[2] for prompt in asked] == prompts


def test_the_version_is_said_without_a_film(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert re.fullmatch(r"negatoscope-cli \d+\.\d+\.\d+( \(\S+\))?\n", capsys.readouterr().out)

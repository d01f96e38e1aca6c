"""The program is updated while it runs: what it goes on with, and what it refuses."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inference import (
    Classifier,
    ImageSource,
    Loader,
    frozen_build,
    installation_identity,
    program_changed,
    program_version,
)
from inference.errors import ProgramChanged, ProgramIncomplete
from phantom import thorax_u8, write_image

Update = Callable[[str], None]


@pytest.fixture
def film(tmp_path: Path) -> ImageSource:
    return ImageSource(str(write_image(tmp_path / "film.png", thorax_u8(160, 160))))


@pytest.fixture
def update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Update]:
    """Lays build 1 of the program there, which runs from then on, and another one when called."""
    place = tmp_path / "program"
    place.mkdir()

    def lay(version: str) -> None:
        build = {"version": version, "commit": "abc", "date": "2026-01-02"}
        (place / "build.json").write_text(json.dumps(build), encoding="utf-8")

    monkeypatch.setattr("inference.version.files", lambda package: place)
    lay("1")
    frozen_build.cache_clear()
    assert program_version() == "1"
    yield lay
    frozen_build.cache_clear()


def test_the_running_program_keeps_its_version_when_another_one_is_laid_there(update: Update) -> None:
    update("2")
    assert program_version() == "1"


def test_a_loading_process_of_another_build_is_refused(film: ImageSource, update: Update) -> None:
    # The process is started from the source, whose version is not 1.
    with Loader() as loader:
        with pytest.raises(ProgramChanged) as caught:
            loader.load(film, patient=True)
        assert caught.value.path == str(film)
        assert caught.value.running == "1 (abc)"
        assert caught.value.found not in ("", "1 (abc)", "ready")
        # Asked again, it says so again, and does not hang.
        assert isinstance(loader.list_container(str(film))[0], ProgramChanged)


def test_the_process_that_is_warm_reads_on_after_an_update(
    film: ImageSource, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Loader() as loader:
        loader.load(film, patient=True)
        (tmp_path / "build.json").write_text('{"version": "2", "commit": "abc", "date": ""}')
        monkeypatch.setattr("inference.version.files", lambda package: tmp_path)
        assert program_changed(str(film)) is not None
        assert loader.load(film, patient=True).rows == 160


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As if this were the frozen program; where its loading process should lie."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "negatoscope"))
    return tmp_path / f"negatoscope-cli{'.exe' if sys.platform == 'win32' else ''}"


@pytest.mark.usefixtures("frozen")
def test_a_process_that_cannot_be_started_while_the_program_is_replaced_is_an_error(
    film: ImageSource, update: Update
) -> None:
    loader = Loader()
    loader.start()
    with pytest.raises(ProgramIncomplete, match="does not start"):
        loader.load(film)
    update("2")
    with pytest.raises(ProgramChanged) as caught:
        loader.load(film)
    assert (caught.value.running, caught.value.found) == ("1 (abc)", "2 (abc)")
    loader.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_a_process_that_ends_at_once_beside_new_libraries_is_an_error(
    frozen: Path, film: ImageSource, update: Update
) -> None:
    frozen.write_text("#!/bin/sh\nexit 127\n")
    frozen.chmod(0o755)
    update("2")
    with Loader() as loader, pytest.raises(ProgramChanged):
        loader.load(film)


def test_a_model_of_another_build_is_not_taken_though_its_manifest_agrees(update: Update) -> None:
    update("2")
    with pytest.raises(ProgramChanged):
        Classifier()
    assert installation_identity() == "1 (abc) unknown unknown"


def test_a_program_that_is_the_same_takes_its_model(update: Update) -> None:
    update("1")
    assert Classifier().identity.sha256[:12] in installation_identity()

"""What a release must not do: bear a wrong name, hide changed sources, or touch what is not its own."""

from __future__ import annotations

import os
import re
import subprocess
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


def script(name: str) -> Any:
    return import_module(name)


@pytest.fixture
def dev(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT))
    return script("dev")


def test_a_tag_of_another_version_is_not_published() -> None:
    with pytest.raises(SystemExit, match=r"v99\.0\.0 is not"):
        script("release").publish("v99.0.0")


def test_a_release_without_the_lean_opencv_stops(dev: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "install_system", lambda *_, **__: None)
    failed = subprocess.CompletedProcess((), 1, "")
    monkeypatch.setattr(dev.subprocess, "run", lambda *_, **__: failed)
    assert dev.lean_opencv() == ""
    monkeypatch.setenv("NEGATOSCOPE_LEAN", "required")
    with pytest.raises(dev.Stop, match="no other"):
        dev.lean_opencv()


def test_changed_sources_do_not_bear_the_name_of_the_commit_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    contents = script("contents")
    monkeypatch.setattr(contents, "ROOT", tmp_path)
    file = tmp_path / "file"
    file.write_text("one")
    who = ("-c", "user.name=A", "-c", "user.email=a@b.invalid")
    for words in (("init", "-q"), ("add", "file"), (*who, "commit", "-q", "-m", "one")):
        subprocess.run(("git", *words), cwd=tmp_path, check=True)
    assert re.fullmatch("[0-9a-f]{12}", contents.commit())
    file.write_text("two")
    assert re.fullmatch("[0-9a-f]{12}-dirty", contents.commit())


def test_changed_sources_are_named_so_also_in_the_copy_that_is_frozen_under_wine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "windows"))
    payload, contents = script("payload"), script("contents")
    for name in ("_install_python", "_install_wheels", "_copy_source"):
        monkeypatch.setattr(payload, name, lambda *_: None)
    monkeypatch.setattr(payload, "commit", lambda: "0123456789ab-dirty")
    said: dict[str, str] = {}

    class Wine:
        root, work = tmp_path, tmp_path / "work"

        def run(self, script: str, environment: dict[str, str] | None = None) -> None:
            said.update(environment or {})

    payload.freeze(Wine(), tmp_path)
    monkeypatch.setattr(contents, "ROOT", tmp_path)  # a copy without history
    monkeypatch.setenv("NEGATOSCOPE_COMMIT", said["NEGATOSCOPE_COMMIT"])
    assert contents.commit() == "0123456789ab-dirty"


def test_a_workshop_left_by_a_killed_build_is_reclaimed_and_a_fresh_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opencv = script("opencv")
    left = tmp_path / "workshop"
    monkeypatch.setattr(opencv, "WORKSHOP", left)
    left.mkdir()
    with pytest.raises(SystemExit, match="another build"), opencv.workshop():
        pass
    os.utime(left, (0, 0))
    (left / "old").touch()
    os.utime(left, (0, 0))
    with opencv.workshop() as folder:
        assert not any(folder.iterdir())
    assert not left.exists()


def test_the_setup_program_calls_no_program_by_a_bare_name() -> None:
    lines = (ROOT / "packaging" / "windows" / "negatoscope.nsi").read_text(encoding="utf-8").splitlines()
    calls = [line.strip() for line in lines if re.match(r"\s*(nsExec::\w+|Exec\w*) ", line)]
    assert calls
    for call in calls:
        assert re.match(r"""(nsExec::)?Exec\w* ('"\$\w+\\|"runas" "\$\{File\}")""", call), call


def test_the_setup_program_empties_a_folder_after_its_mark_was_looked_for() -> None:
    text = (ROOT / "packaging" / "windows" / "negatoscope.nsi").read_text(encoding="utf-8")
    for section in text.split("\nSection ")[1:3]:
        before, found, _ = section.partition('RMDir /r "$INSTDIR')
        assert found
        assert "Call CheckFolder" in before or "${MARKER}" in before


def test_nothing_is_published_before_every_installer_for_windows_was_tried() -> None:
    workflow = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    publish = workflow.partition("  publish:")[2]
    assert "needs: [try-msi, try-windows, try-linux]" in publish

"""What dev.py decides: which packages are missing, whether an installation still holds, what it says."""

import importlib.util
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py, thinking that its project lies in an empty folder, with every installer out of reach."""
    specification = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    venv = tmp_path / "project" / ".venv"
    (tmp_path / "project" / "lock").mkdir(parents=True)
    monkeypatch.setattr(module, "ROOT", tmp_path / "project")
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "PYTHON", venv / "bin" / "python")
    for name in ("apt", "pip", "start"):
        monkeypatch.setattr(module, name, lambda *_, **__: pytest.fail("nothing may be started here"))
    return module


def fake_program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def environment_with_stamp(dev: ModuleType, kind: str) -> None:
    dev.PYTHON.parent.mkdir(parents=True)
    dev.PYTHON.write_text("")
    (dev.ROOT / "lock" / "run.txt").write_text("numpy==1\n")
    (dev.ROOT / "lock" / "dev.txt").write_text("numpy==1\npytest==1\n")
    (dev.ROOT / "pyproject.toml").write_text("[project.scripts]\n")
    (dev.VENV / f"installed-{kind}").write_text(dev.digest(kind))


# --- the task table


def test_without_a_task_every_task_is_listed_with_its_help(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main([]) == 0
    listing = capsys.readouterr().out
    for task, (_, text) in dev.TASKS.items():
        assert f"  {task} " in listing
        assert text in listing


def test_an_unknown_task_is_answered_with_the_known_ones(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["tset"]) == 2
    assert "'tset'" in (message := capsys.readouterr().err)
    assert "run, test" in message


def test_a_reason_to_stop_is_a_sentence_and_not_a_traceback(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(arguments: list[str]) -> int:
        raise dev.Stop("The disk is full.")

    monkeypatch.setitem(dev.TASKS, "run", (stop, ""))
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "The disk is full.\n"


def test_listing_the_tasks_needs_neither_an_environment_nor_much_time() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", ROOT / "dev.py"], capture_output=True, text=True, timeout=30
    )
    assert done.returncode == 0
    assert done.stderr == ""


# --- system packages


@pytest.mark.skipif(os.name == "nt", reason="dpkg is Debian's")
def test_missing_packages_are_those_dpkg_does_not_call_installed(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = "libgl1 installed\\nlibglib2.0-0t64 installed\\nxvfb config-files\\n"
    fake_program(tmp_path / "bin", "dpkg-query", f"printf '{listing}'; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    wanted = ("libgl1", "libglib2.0-0", "xvfb", "xdotool")
    assert dev.missing_packages(wanted) == ["xvfb", "xdotool"]


def test_without_apt_nothing_is_looked_for(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "HAS_APT", False)
    monkeypatch.setattr(dev, "ask", lambda *_: pytest.fail("dpkg was asked"))
    dev.install_system(("libgl1",), needed=True)


def refuse(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess(arguments, 100, "Permission denied")


def test_packages_that_are_needed_and_cannot_be_installed_stop_the_work(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "HAS_APT", True)
    monkeypatch.setattr(dev, "ask", refuse)
    monkeypatch.setattr(dev, "apt", refuse)
    with pytest.raises(dev.Stop, match="apt-get install --no-install-recommends libgl1 libegl1"):
        dev.install_system(("libgl1", "libegl1"), needed=True)


def test_packages_that_only_tests_want_are_named_and_done_without(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "HAS_APT", True)
    monkeypatch.setattr(dev, "ask", refuse)
    monkeypatch.setattr(dev, "apt", refuse)
    dev.install_system(("xvfb",), needed=False)
    assert "apt-get install --no-install-recommends xvfb" in capsys.readouterr().err


# --- the Python that is used


def test_the_supported_pythons_are_those_of_pyproject(dev: ModuleType) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    minors = sorted(int(version.split(".")[1]) for version in dev.SUPPORTED)
    assert minors == list(range(minors[0], minors[-1] + 1))
    assert project["requires-python"] == f">=3.{minors[0]},<3.{minors[-1] + 1}"


def test_this_python_is_taken_if_it_will_do(dev: ModuleType) -> None:
    assert dev.suitable_python() == (sys.executable,)


@pytest.mark.skipif(os.name == "nt", reason="Windows finds its Pythons by py")
def test_with_a_python_too_old_a_newer_one_on_the_path_is_taken(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_program(tmp_path / "bin", "python-old", "echo version 3.9")
    fake_program(tmp_path / "bin", "python3.13", "echo not installed; exit 127")
    fake_program(tmp_path / "bin", "python3.12", "echo version 3.12")
    monkeypatch.setattr(dev.sys, "executable", str(tmp_path / "bin" / "python-old"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert dev.suitable_python() == ("python3.12",)


def test_with_no_python_that_will_do_the_supported_ones_are_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "probe", lambda *_: ("3.9", True))
    with pytest.raises(dev.Stop, match=r"needs Python 3\.13, 3\.12, 3\.11"):
        dev.suitable_python()


def test_a_python_that_cannot_make_environments_is_named_with_its_remedy(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "HAS_APT", False)
    monkeypatch.setattr(dev, "probe", lambda *_: ("3.11", False))
    with pytest.raises(dev.Stop, match=r"python3\.11-venv"):
        dev.suitable_python()


# --- whether an installation still holds


def test_nothing_is_installed_without_a_stamp(dev: ModuleType) -> None:
    assert not dev.is_installed("run")
    assert not dev.is_installed("dev")


def test_a_stamp_holds_and_nothing_is_started(dev: ModuleType) -> None:
    environment_with_stamp(dev, "dev")
    assert dev.install("dev") is False


def test_what_is_installed_for_developing_is_enough_to_run(dev: ModuleType) -> None:
    environment_with_stamp(dev, "dev")
    assert dev.is_installed("run")


def test_what_is_installed_to_run_is_not_enough_for_developing(dev: ModuleType) -> None:
    environment_with_stamp(dev, "run")
    assert dev.is_installed("run")
    assert not dev.is_installed("dev")


@pytest.mark.parametrize("changed", ["lock/run.txt", "pyproject.toml", ".venv/pyvenv.cfg"])
def test_a_change_of_what_is_needed_renews_the_installation(dev: ModuleType, changed: str) -> None:
    environment_with_stamp(dev, "run")
    (dev.ROOT / changed).write_text("changed\n")
    assert not dev.is_installed("run")


def test_a_project_that_was_moved_is_installed_again(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment_with_stamp(dev, "run")
    moved = dev.ROOT.rename(tmp_path / "moved")
    monkeypatch.setattr(dev, "ROOT", moved)
    monkeypatch.setattr(dev, "VENV", moved / ".venv")
    monkeypatch.setattr(dev, "PYTHON", moved / ".venv" / "bin" / "python")
    assert not dev.is_installed("run")


@pytest.mark.parametrize("failing", [1, 2])
def test_an_installation_that_fails_leaves_no_stamp(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    environment_with_stamp(dev, "run")
    (dev.ROOT / "lock" / "run.txt").write_text("numpy==2\n")
    answers = iter([number != failing for number in (1, 2)])
    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(dev, "pip", lambda *_: next(answers))
    with pytest.raises(dev.Stop, match="internet"):
        dev.install("run")
    assert list(dev.VENV.glob("installed-*")) == []


def test_an_interrupted_installation_leaves_no_stamp(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*arguments: str) -> bool:
        raise KeyboardInterrupt

    environment_with_stamp(dev, "run")
    (dev.ROOT / "lock" / "run.txt").write_text("numpy==2\n")
    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(dev, "pip", interrupted)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr(dev, "HAS_APT", False)
    assert dev.main(["run", "film.dcm"]) == 130
    assert list(dev.VENV.glob("installed-*")) == []


def test_a_finished_installation_is_remembered(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    environment_with_stamp(dev, "run")
    (dev.ROOT / "lock" / "run.txt").write_text("numpy==2\n")
    commands = []
    monkeypatch.setattr(dev, "make_environment", lambda: None)
    monkeypatch.setattr(dev, "pip", lambda *command: commands.append(command) or True)
    assert dev.install("run") is True
    assert "--require-hashes" in commands[0]
    assert dev.install("run") is False


# --- a machine without a screen


@pytest.fixture
def no_screen(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "LINUX", True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_screen")
def test_without_screen_and_files_a_sentence_says_how_to_give_files(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["run"]) == 1
    assert "dev.py run FILE" in capsys.readouterr().err


@pytest.mark.usefixtures("no_screen")
def test_without_screen_files_go_to_the_command_line(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    monkeypatch.setattr(dev, "install", lambda kind: False)
    monkeypatch.setattr(dev, "start", lambda *command, **_: started.append(command) or 0)
    assert dev.main(["run", "film.dcm"]) == 0
    assert started == [(dev.PYTHON, "-P", "-m", "inference", "film.dcm")]


def test_with_a_screen_files_go_to_the_window(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(dev, "HAS_APT", False)
    monkeypatch.setattr(dev, "install", lambda kind: False)
    monkeypatch.setattr(dev, "start", lambda *command, **_: started.append(command) or 3)
    assert dev.main(["run", "film.dcm"]) == 3
    assert started == [(dev.PYTHON, "-P", "-m", "desktop", "film.dcm")]


# --- the tests' own front door


def test_the_tests_ask_for_a_screen_and_an_independent_renderer_and_can_do_without(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, bool] = {}

    def install_system(wanted: tuple[str, ...], *, needed: bool) -> None:
        asked.update(dict.fromkeys(wanted, needed))

    monkeypatch.setattr(dev, "install_system", install_system)
    monkeypatch.setattr(dev, "start", lambda *_, **__: 0)
    for name in ("install", "install_torch"):
        monkeypatch.setattr(dev, name, lambda *_, **__: False)
    assert dev.main(["test"]) == 0
    assert {"xvfb", "dcmtk", "shellcheck"} <= set(asked)
    assert not any(asked.values())


def test_a_failing_check_does_not_keep_the_tests_from_running(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    def start(*command: str, **_: object) -> int:
        started.append(" ".join(map(str, command[1:])))
        return int("mypy" in command)

    monkeypatch.setattr(dev, "start", start)
    for name in ("install_system", "install", "install_torch"):
        monkeypatch.setattr(dev, name, lambda *_, **__: False)
    assert dev.main(["test", "-k", "window"]) == 1
    assert started[0] == "-m ruff check"
    assert started[-1] == "-m pytest -k window"
    assert len(started) == 6

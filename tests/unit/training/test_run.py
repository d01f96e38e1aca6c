"""A step that is done is not done again."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")
from training.run import Step, perform


def make(tmp_path: Path, inputs: dict[str, object], work: list[str]) -> Step:
    output = tmp_path / "result"

    def do() -> None:
        work.append("done")
        output.write_text("result")

    return Step("step", lambda: inputs, (output,), do)


def test_once_is_enough(tmp_path: Path) -> None:
    work: list[str] = []
    step = make(tmp_path, {"film": 1, "folds": [0, 1]}, work)
    assert perform(step, tmp_path)
    assert not perform(step, tmp_path)
    assert work == ["done"]


def test_another_input_does_it_again(tmp_path: Path) -> None:
    work: list[str] = []
    perform(make(tmp_path, {"film": 1}, work), tmp_path)
    assert perform(make(tmp_path, {"film": 2}, work), tmp_path)


def test_a_lost_result_does_it_again(tmp_path: Path) -> None:
    work: list[str] = []
    step = make(tmp_path, {"film": 1}, work)
    perform(step, tmp_path)
    (tmp_path / "result").unlink()
    assert perform(step, tmp_path)


def test_a_step_that_failed_is_not_done(tmp_path: Path) -> None:
    def fail() -> None:
        raise RuntimeError("cut off")

    (tmp_path / "result").write_text("half a result")
    with pytest.raises(RuntimeError):
        perform(Step("step", dict, (tmp_path / "result",), fail), tmp_path)
    assert perform(make(tmp_path, {}, []), tmp_path)

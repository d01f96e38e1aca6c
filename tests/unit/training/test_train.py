"""The objective, the loop, the checkpoints, and which weights learn when."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch")
import torch

from training import checkpoint, loop
from training.config import Config
from training.dataset import Batch
from training.model import Outputs
from training.train import balance, left_out_config, objective

NAN = float("nan")


class Said(torch.nn.Module):
    """A network that says what it was made to say."""

    def __init__(self, logits: list[list[float]]) -> None:
        super().__init__()
        self.logits = torch.nn.Parameter(torch.tensor(logits))

    def forward(self, films: torch.Tensor, lungs: torch.Tensor) -> Outputs:
        return Outputs(self.logits, films, self.logits)


def loss_of(logits: list[list[float]], targets: list[list[float]]) -> torch.Tensor:
    blank = torch.zeros(len(logits), 1, 2, 2)
    batch = Batch(blank, blank, torch.tensor(targets), torch.ones(len(logits)))
    return objective(Said(logits), batch, 0.0).detach()


def test_a_head_that_is_not_asked_may_say_anything() -> None:
    targets = [[1.0, NAN, NAN, NAN]]
    one = loss_of([[0.5, 9.0, -9.0, 3.0]], targets)
    other = loss_of([[0.5, 0.0, 0.0, 0.0]], targets)
    assert one == pytest.approx(other)
    assert loss_of([[1.5, 0.0, 0.0, 0.0]], targets) < one


def test_both_answers_weigh_the_same() -> None:
    targets = torch.tensor([1.0, 0.0, 0.0, 0.0])
    factors = balance(targets, torch.ones(4))
    assert factors[0] == pytest.approx(factors[1:].sum())
    assert balance(torch.ones(3), torch.ones(3)).tolist() == [1, 1, 1]


def test_a_run_without_a_source_sees_neither_it_nor_the_calibrating_fold() -> None:
    config = left_out_config(Config(), "cohen")
    assert config.left_out == "cohen"
    assert config.calibrate_fold not in config.train_folds
    assert config.report_fold not in config.train_folds


class Affine(torch.nn.Module):
    """The smallest network the loop can fit: logits linear in the film's mean."""

    def __init__(self) -> None:
        super().__init__()
        self.head = torch.nn.Linear(1, 2)

    def forward(self, films: torch.Tensor) -> torch.Tensor:
        logits: torch.Tensor = self.head(films.mean((2, 3)))
        return logits


def test_the_loop_learns_bright_from_dark() -> None:
    torch.manual_seed(0)
    network = Affine()
    films = torch.cat([torch.full((4, 1, 2, 2), -1.0), torch.full((4, 1, 2, 2), 1.0)])
    labels = torch.tensor([0] * 4 + [1] * 4)
    optimizer = torch.optim.AdamW(network.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.ConstantLR(optimizer, factor=1.0)
    average = torch.optim.swa_utils.AveragedModel(network)

    def loss(batch: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
        return torch.nn.functional.cross_entropy(network(batch[0]), batch[1])

    losses = [
        loop.train_epoch(loss, [(films, labels)], network, optimizer, scheduler, average) for _ in range(30)
    ]
    assert losses[-1] < losses[0] / 2
    assert average(films).argmax(1).tolist() == labels.tolist()


def test_a_checkpoint_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "run" / "best.pt"
    checkpoint.save(path, {"network": {"weight": torch.arange(3)}}, {"epoch": 4})
    state, meta = checkpoint.load(path)
    assert state["network"]["weight"].tolist() == [0, 1, 2]
    assert meta == {"epoch": 4}
    assert sorted(file.name for file in path.parent.iterdir()) == ["best.json", "best.pt"]


def test_a_config_survives_its_json() -> None:
    config = replace(Config(), train_folds=(1, 4), epochs=3)
    assert Config.from_dict(config.as_dict()) == config

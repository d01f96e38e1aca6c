"""The objective, the checkpoints, and which weights learn when."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch")
import torch

from training import checkpoint, loop
from training.model import Outputs
from training.train import Objective


def test_films_of_the_fourth_class_have_the_first_term_only() -> None:
    logits = torch.tensor([[1.0, 2.0, 0.5, -1.0]])
    expected = torch.nn.functional.cross_entropy(logits, torch.tensor([3]))
    assert Objective(0.0)(logits, torch.tensor([3])) == pytest.approx(expected)


def test_films_of_the_three_classes_have_both_terms() -> None:
    logits = torch.tensor([[1.0, 2.0, 0.5, -1.0]])
    label = torch.tensor([1])
    four = torch.nn.functional.cross_entropy(logits, label)
    three = torch.nn.functional.cross_entropy(logits[:, :3], label)
    assert Objective(0.0)(logits, label) == pytest.approx(four + three)


class Affine(torch.nn.Module):
    """The smallest network the loop can fit: logits linear in the film's mean."""

    def __init__(self) -> None:
        super().__init__()
        self.head = torch.nn.Linear(1, 2)

    def forward(self, films: torch.Tensor) -> Outputs:
        features = films.mean((2, 3))
        return Outputs(self.head(features), films, features)


def test_the_loop_learns_bright_from_dark() -> None:
    torch.manual_seed(0)
    network = Affine()
    films = torch.cat([torch.full((4, 1, 2, 2), -1.0), torch.full((4, 1, 2, 2), 1.0)])
    labels = torch.tensor([0] * 4 + [1] * 4)
    optimizer = torch.optim.AdamW(network.parameters(), lr=0.1)
    scheduler = torch.optim.lr_scheduler.ConstantLR(optimizer, factor=1.0)
    average = torch.optim.swa_utils.AveragedModel(network)
    losses = [
        loop.train_epoch(
            network, [(films, labels)], torch.nn.functional.cross_entropy, optimizer, scheduler, average
        )
        for _ in range(30)
    ]
    assert losses[-1] < losses[0] / 2
    assert loop.predict(average, [films]).argmax(1).tolist() == labels.tolist()


def test_a_checkpoint_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "run" / "best.pt"
    checkpoint.save(path, {"network": {"weight": torch.arange(3)}}, {"epoch": 4})
    state, meta = checkpoint.load(path)
    assert state["network"]["weight"].tolist() == [0, 1, 2]
    assert meta == {"epoch": 4}
    assert sorted(file.name for file in path.parent.iterdir()) == ["best.json", "best.pt"]

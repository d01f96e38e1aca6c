"""A classifier that keeps what it was asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inference import Classifier, Radiograph


class Counting:
    """Answers as the model of the file does; ``asked`` are the films, each once for its verdict."""

    def __init__(self, model: Path) -> None:
        self._classifier = Classifier(model)
        self.identity, self.computation = self._classifier.identity, self._classifier.computation
        self.asked: list[Radiograph] = []

    def predict(self, radiograph: Radiograph, stability: bool = True) -> Any:
        # The same film is asked about again for its ranges.
        if not stability:
            self.asked.append(radiograph)
        return self._classifier.predict(radiograph, stability=stability)

    def explain(self, *arguments: Any) -> Any:
        return self._classifier.explain(*arguments)

"""Who may know whom."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[2]


def test_the_import_contracts_of_pyproject_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def loaded_by(statement: str) -> set[str]:
    """Top-level modules in a fresh interpreter after ``statement``."""
    code = f"{statement}\nimport sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.usefixtures("bundled_models")
def test_the_core_runs_without_qt_and_torch() -> None:
    statement = (
        "from inference import Classifier, Radiograph, load_radiograph\n"
        "Classifier().predict(load_radiograph('resources/sample/phantom.dcm'))"
    )
    assert not loaded_by(statement) & {"PySide6", "torch", "desktop", "training"}


def test_the_door_opens_without_the_heavy_libraries() -> None:
    assert not loaded_by("import inference") & {"pydicom", "onnxruntime", "cv2", "PIL", "rich"}

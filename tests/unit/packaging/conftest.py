"""The scripts of packaging/ lie in no package: they are imported from their folder."""

import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "packaging"


@pytest.fixture(autouse=True)
def packaging_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(FOLDER), str(FOLDER / "linux"), *sys.path])

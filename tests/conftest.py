"""Shared by all tests: no display, films of nobody, a model that can be computed by hand."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nothing that a test leaves is left among what the machine's user keeps.
_KEPT = tempfile.mkdtemp(prefix="negatoscope-tests-")
atexit.register(shutil.rmtree, _KEPT, ignore_errors=True)
os.environ |= {"XDG_DATA_HOME": _KEPT, "XDG_RUNTIME_DIR": _KEPT}

FILMS = Path(os.environ.get("NEGATOSCOPE_FILMS") or Path(__file__).parents[2] / "shared" / "data" / "cxr")


@pytest.fixture(scope="session")
def films_folder() -> Path:
    """The folder of real radiographs, which never are part of the project."""
    if not (FILMS / "manifest.csv").exists():
        pytest.skip("the radiographs of ../shared/data/cxr are not here")
    return FILMS


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The program's own application object, for all tests that need one."""
    from desktop.application import Application

    return Application


@pytest.fixture(scope="session")
def bundled_models() -> None:
    """Skips where the networks that come with the program are of the former form."""
    import onnxruntime

    from inference.classifier import bundled_model

    session = onnxruntime.InferenceSession(bundled_model(), providers=["CPUExecutionProvider"])
    if [given.name for given in session.get_inputs()] == ["image"]:
        pytest.skip("the bundled classifier is of the former form: it takes no lungs")


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ONNX file of ``tiny_model.SPEC``."""
    from tiny_model import write_tiny_model

    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny.onnx")


@pytest.fixture(scope="session")
def tiny_segmenter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ONNX file of the network that takes the dark for lung."""
    from tiny_model import write_tiny_segmenter

    return write_tiny_segmenter(tmp_path_factory.mktemp("model") / "tiny_lungs.onnx")

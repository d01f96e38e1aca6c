"""From one monitor to another of another scale, and back where one of them has gone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

import monitors
import stage
from desktop import theme
from desktop.app import App

PATIENCE_S = 120.0
needs_font = pytest.mark.skipif(stage.font_file() is None, reason="the font of the pictures is not here")


def perform(what: str, folder: Path, *scales: int) -> dict[str, Any]:
    """What was found by a process with monitors of these scales."""
    paths = [str(Path(monitors.__file__).parents[2]), str(Path(monitors.__file__).parent)]
    done = subprocess.run(
        [sys.executable, monitors.__file__, what, str(folder)],
        env=monitors.environment(folder, *scales) | {"PYTHONPATH": ":".join(paths)},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads((folder / "found.json").read_text()))


@needs_font
@pytest.mark.skipif(sys.platform != "linux", reason="monitors without screens are Linux's")
def test_a_moved_window_looks_like_one_that_never_was_elsewhere(tmp_path: Path) -> None:
    found = perform("move", tmp_path, 1, 2)
    for moved, stayed, ratio in (("01", "11", 2.0), ("10", "00", 1.0)):
        assert found[f"ratio {moved}"] == found[f"ratio {stayed}"] == ratio
        # Text, icons, thumbnails, film, map: as sharp, to the pixel.
        assert QImage(str(tmp_path / f"{moved}.png")) == QImage(str(tmp_path / f"{stayed}.png"))
        before, after = found[f"viewpoints {moved}"]
        assert after == pytest.approx(before, abs=0.003)


@needs_font
@pytest.mark.skipif(sys.platform != "linux", reason="monitors without screens are Linux's")
def test_a_window_of_a_monitor_that_is_gone_comes_back_on_the_one_that_is_left(tmp_path: Path) -> None:
    left = perform("leave", tmp_path, 1, 1)
    assert left["place"][0] >= monitors.WIDTH
    # It is remembered while the monitor is there.
    assert perform("come_back", tmp_path, 1, 1)["place"] == left["place"]
    assert perform("come_back", tmp_path, 1)["seen"]
    assert perform("come_back", tmp_path, 2)["seen"]


def test_icons_are_made_anew_for_a_finer_monitor(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    def finest(icon: QIcon) -> float:
        return icon.pixmap(QSize(20, 20), 3.0).devicePixelRatio()

    icons = [lambda: app.list.button.icon(), lambda: app.actions["open"].icon()]
    assert [finest(icon()) for icon in icons] != [3.0, 3.0]
    screens = SimpleNamespace(screens=lambda: [SimpleNamespace(devicePixelRatio=lambda: 3.0)])
    monkeypatch.setattr(theme, "QGuiApplication", screens)
    for widget in (app.window, app.list):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert [finest(icon()) for icon in icons] == [3.0, 3.0]

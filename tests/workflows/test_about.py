"""What the program says of itself: version, build, model, and the licences of its parts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop import about_dialog, made_of
from desktop.about_dialog import AboutDialog
from desktop.app import App
from inference import Build, Classifier, program_version

Open = Callable[..., None]


def about(app: App) -> AboutDialog:
    app.actions["about"].trigger()
    dialog = app.window.findChild(AboutDialog)
    assert dialog is not None
    return dialog


def names(dialog: AboutDialog) -> list[str]:
    return [dialog.parts.item(row).text() for row in range(dialog.parts.count())]


def test_version_and_the_model_with_its_whole_hash_stand_there(
    app: App, film: Path, open_and_wait: Open, tiny_model: Path
) -> None:
    open_and_wait(film)
    dialog = about(app)
    assert f"Version {program_version()}, run from its source" in dialog.facts
    assert Classifier(tiny_model).identity.sha256 in dialog.facts
    dialog.close()


def test_from_the_source_the_installed_packages_tell_their_licences(app: App) -> None:
    dialog = about(app)
    listed = names(dialog)
    assert listed[0].startswith("negatoscope ")
    assert listed[1].startswith("negatoscope-model")
    assert "Apache License" in dialog.licence
    pydicom = next(row for row, name in enumerate(listed) if name.startswith("pydicom"))
    dialog.parts.setCurrentRow(pydicom)
    # A classifier says it alone.
    assert dialog.licence.startswith("MIT License\n")
    # It gives a whole text where others give a name.
    dialog.parts.setCurrentRow(next(row for row, name in enumerate(listed) if name.startswith("numpy")))
    assert dialog.licence.startswith("BSD License\n")
    dialog.close()


def test_the_frozen_program_shows_the_list_it_carries(
    app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zlib").mkdir()
    (tmp_path / "common-licenses").mkdir()
    (tmp_path / "common-licenses" / "LGPL-2.1").write_text("Lesser.", encoding="utf-8")
    (tmp_path / "zlib" / "copyright").write_text("As it is, and for free.", encoding="utf-8")
    parts = [
        {"name": "zlib", "version": "1.3", "licence": "Zlib", "files": ["zlib/copyright"]},
        {"name": "negatoscope", "version": "7", "licence": "Apache-2.0", "files": []},
        {
            "name": "glib",
            "version": "2",
            "licence": "LGPL-2.1+",
            "files": ["zlib/copyright", "common-licenses/LGPL-2.1"],
        },
    ]
    (tmp_path / "licences.json").write_text(json.dumps(parts), encoding="utf-8")
    monkeypatch.setattr(made_of, "licences", lambda: tmp_path)
    monkeypatch.setattr(about_dialog, "frozen_build", lambda: Build("7", "abc123", "2026-01-02"))
    dialog = about(app)
    assert "build abc123 of 2026-01-02" in dialog.facts
    assert names(dialog) == ["negatoscope 7", "glib 2", "zlib 1.3"]
    dialog.parts.setCurrentRow(1)
    assert dialog.licence.endswith("LGPL-2.1\n========\n\nLesser.")
    dialog.parts.setCurrentRow(2)
    assert dialog.licence == "Zlib\n\nAs it is, and for free."
    dialog.close()

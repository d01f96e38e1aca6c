"""Numbers and errors in words."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from desktop.findings import percent
from desktop.messages import Surprises, check_sentences, error_sentences
from desktop.settings import Setting
from desktop.voi_names import voi_name, voi_text
from inference import Check, InferenceError, Window, load_radiograph, program_changed

ROUNDED = {
    0.0: "0 %",
    0.004: "< 1 %",
    0.006: "1 %",
    0.5: "50 %",
    0.994: "99 %",
    0.996: "> 99 %",
    1.0: "100 %",
}


@pytest.mark.parametrize(("probability", "text"), ROUNDED.items())
def test_percentages_are_rounded_and_never_surer_than_the_number(probability: float, text: str) -> None:
    assert percent(probability) == text


def test_an_error_is_a_cause_and_a_remedy() -> None:
    with pytest.raises(InferenceError) as caught:
        load_radiograph("/does/not/exist")
    cause, remedy = error_sentences(caught.value)
    assert cause == "The file cannot be read: no such file or directory."
    assert remedy.startswith("Check that it exists, that you may read it,")


def test_braces_in_a_file_do_no_harm() -> None:
    check = Check("view", False, None, None, "The file says {word}.", "Ask {word}.", (("word", "{path}"),))
    assert check_sentences(check) == ("The file says {path}.", "Ask {path}.")


def test_windows_have_names_or_numbers() -> None:
    assert voi_name(Window(40, 400, explanation="LUNG"), 1) == "LUNG"
    assert voi_name(Window(40, 400), 2) == "2: W 400  L 40"
    assert voi_text(Window(0.5, 1.25, "LINEAR_EXACT", "full range")) == "W 1.25  L 0.5  full range"


def test_a_setting_of_another_type_is_as_if_never_set() -> None:
    row = Setting("test/number", 5)
    QSettings().setValue("test/number", "many")
    assert row.load() == 5
    row.save(7)
    assert row.load() == 7


def test_surprises_in_a_thread_are_told_in_the_gui_thread(qtbot: QtBot) -> None:
    surprises, heard = Surprises(), []
    surprises.happened.connect(heard.append)
    hooks = sys.excepthook, threading.excepthook
    surprises.install()
    try:
        thread = threading.Thread(target=lambda: [][1])
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        sys.excepthook, threading.excepthook = hooks
    assert "IndexError" in heard[0]


def test_a_surprise_in_a_program_that_was_updated_meanwhile_is_told_as_such(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    surprises, heard = Surprises(), []
    surprises.happened.connect(heard.append)
    assert program_changed("") is None
    (tmp_path / "build.json").write_text('{"version": "2", "commit": "abc", "date": ""}')
    monkeypatch.setattr("inference.version.files", lambda package: tmp_path)
    surprises.tell(ImportError("a module that lies elsewhere by now"))
    (sentence,) = heard
    assert "2 (abc) is installed now. Close it and start it again" in sentence


def test_a_surprise_while_telling_a_surprise_ends_there(qtbot: QtBot) -> None:
    surprises, count = Surprises(), []

    def fail(sentence: str) -> None:
        count.append(sentence)
        surprises.tell(KeyError("again"))

    surprises.happened.connect(fail)
    surprises.tell(ValueError("first"))
    assert len(count) == 1


def test_a_line_does_not_end_between_a_number_and_its_percent() -> None:
    check = Check("lungs", False, 0.41, 0.4, "{percent} % at the border.", facts=(("percent", "41"),))
    assert check_sentences(check)[0] == "41\N{NO-BREAK SPACE}% at the border."

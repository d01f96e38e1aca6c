"""Translations: nothing stale, missing, or broken in a sentence; and how a language is chosen."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import translate
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import languages, numbers, settings
from desktop.commands import COMMANDS, MENUS
from desktop.messages import error_sentences
from inference import InferenceError, load_radiograph

# English has its plurals alone.
OTHERS = [code for code in languages.AVAILABLE if code != "en"]
PLACEHOLDER = re.compile(r"\{[^}]*\}|%n|%L?\d|<[^>]+>|\n")


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    languages.install(qapp, "en")


@pytest.fixture(scope="module")
def texts() -> list[translate.Text]:
    return translate.texts()


# --- the files


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated_and_none_that_is_gone(code: str, texts: list[translate.Text]) -> None:
    translated = Counter(translation.text for translation in translate.translations(code))
    assert translated == Counter(texts), "run: python3 dev.py translate"
    for translation in translate.translations(code):
        assert translation.finished, (code, translation.text)
        assert all(form.strip() for form in translation.forms), (code, translation.text)


def test_english_has_its_plurals(texts: list[translate.Text]) -> None:
    translated = list(translate.translations("en"))
    assert {translation.text for translation in translated} == {text for text in texts if text.plural}
    assert all(translation.finished and all(translation.forms) for translation in translated)


def test_what_the_window_loads_is_made_of_what_translators_wrote(tmp_path: Path) -> None:
    translate.compile_all(into=tmp_path)
    for code in translate.LANGUAGES:
        committed = (translate.FOLDER / f"{code}.qm").read_bytes()
        assert (tmp_path / f"{code}.qm").read_bytes() == committed, "run: python3 dev.py translate"


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_keeps_what_is_no_word(code: str) -> None:
    for translation in translate.translations(code):
        source = translation.text.source
        for form in translation.forms:
            where = (code, source, form)
            assert Counter(PLACEHOLDER.findall(form)) == Counter(PLACEHOLDER.findall(source)), where
            assert mnemonics(form) == mnemonics(source), where
            assert form[:1].isspace() == source[:1].isspace(), where
            assert form.endswith("…") == source.endswith("…"), where
            assert form.rstrip("\u00a0").endswith((".", "?")) == source.endswith((".", "?")), where
            for sign in "▲✕":
                assert form.count(sign) == source.count(sign), where


@pytest.mark.parametrize("code", languages.AVAILABLE)
def test_no_two_commands_of_a_menu_have_the_same_letter(code: str, qapp: QApplication) -> None:
    languages.install(qapp, code)
    groups = [MENUS.values(), *([row.text for row in COMMANDS if row.menu == menu] for menu in MENUS)]
    for group in groups:
        shown = [QCoreApplication.translate("actions", text) for text in group]
        letters = [letter.lower() for text in shown for letter in re.findall(r"&(\w)", text)]
        assert len(letters) == len(set(letters)), (code, sorted(letters), shown)


@pytest.mark.parametrize("code", OTHERS)
def test_a_sentence_of_the_journal_names_its_menu_as_it_is_called(code: str, qapp: QApplication) -> None:
    languages.install(qapp, code)
    sentence = next(t for t in translate.translations(code) if "File > Empty" in t.text.source).forms[0]
    for text in ("&File", "Empty the &journal…"):
        called = QCoreApplication.translate("actions", text).replace("&", "").rstrip("…")
        assert called in sentence


def mnemonics(text: str) -> int:
    return len(re.findall(r"&\w", text))


# --- finding texts


def test_a_text_that_translators_cannot_see_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translate, "ROOT", tmp_path)
    source = tmp_path / "view.py"
    source.write_text("class View:\n    def f(self, x):\n        self.tr(x)\n")
    with pytest.raises(translate.Untranslatable, match=r"view\.py:3"):
        list(translate._Window(source, set()).found())
    source.write_text("class View:\n    def f(self, x):\n        self.tr('%n films', '', x)\n")
    found = list(translate._Window(source, set()).found())
    assert found == [translate.Text("View", "%n films", "", plural=True)]


# --- choosing


def test_the_language_that_was_set_is_spoken(qapp: QApplication) -> None:
    settings.LANGUAGE.save("pt")
    assert languages.install(qapp) == "pt"
    assert QCoreApplication.translate("classes", "Viral pneumonia") == "Pneumonia viral"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_without_a_choice_it_is_the_first_of_the_systems_that_there_is(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wanted, spoken in ((["fi-FI", "es-MX", "en"], "es"), (["pt_BR"], "pt"), (["fi"], "en"), ([], "en")):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _, wanted=wanted: wanted)
        assert languages.install(qapp) == spoken


@pytest.mark.parametrize("code", ["tlh", "../fr", "FR ", "e"])
def test_an_unknown_language_falls_back(
    code: str, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _: ["fi"])
    settings.LANGUAGE.save(code)
    assert languages.install(qapp) == "en"
    assert languages.install(qapp, code) == "en"


def test_one_language_takes_the_place_of_another(qapp: QApplication) -> None:
    for code in ("pt", "fr", "en"):
        languages.install(qapp, code)
    assert QCoreApplication.translate("classes", "Viral pneumonia") == "Viral pneumonia"
    assert QCoreApplication.translate("list", "%n copies of the same image, shown once:", "", 2).startswith(
        "2 c"
    )


def test_a_language_read_from_the_right_turns_the_windows_round(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(languages.AVAILABLE, "ar", "العربية")
    languages.install(qapp, "ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    languages.install(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_each_language_is_called_by_its_own_name() -> None:
    for code, name in languages.AVAILABLE.items():
        assert (
            QLocale(code).nativeLanguageName().lower().startswith(name.lower().split()[0]) or code == "en"
        )


# --- sentences and numbers


def test_the_reason_of_an_error_is_translated_with_its_numbers(tmp_path: Path, qapp: QApplication) -> None:
    damaged = tmp_path / "cut.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 3)
    with pytest.raises(InferenceError) as caught:
        load_radiograph(str(damaged))
    languages.install(qapp, "fr")
    cause, remedy = error_sentences(caught.value)
    assert cause == "Le fichier est endommagé ou incomplet\u00a0: il se termine trop tôt."
    assert remedy.startswith("Copiez-le à nouveau")


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_of_an_error_can_be_filled_in(code: str, qapp: QApplication) -> None:
    from dataclasses import fields

    languages.install(qapp, code)
    for kind in InferenceError.__subclasses__():
        if kind.__module__ == "inference.errors":
            facts = [7.5 if str(f.type) == "float" else "{x}" for f in fields(kind)[1:]]
            cause, remedy = error_sentences(kind("film", *facts))
            assert cause != kind.cause
            assert remedy != kind.remedy


def test_fractions_and_dates_are_written_as_the_language_writes_them(qapp: QApplication) -> None:
    languages.install(qapp, "fr")
    assert numbers.number(1234.5, ".1f") == "1234,5"
    assert numbers.filled("{a:.1f} / {b}", a=0.25, b=3) == "0,2 / 3"
    assert numbers.as_written("0.123") == "0,123"
    assert numbers.as_written("1.2.840") == "1.2.840"
    assert numbers.date("19500403") == "03/04/1950"
    assert numbers.moment(datetime(2001, 2, 3, 12, tzinfo=UTC)).startswith("03/02/2001 ")
    languages.install(qapp, "en")
    assert numbers.number(0.5, ".1f") == "0.5"
    assert numbers.date("19500403") == "1950-04-03"
    assert numbers.date("about 1950") == "about 1950"


def test_no_translator_is_left_behind(qapp: QApplication) -> None:
    for _ in range(3):
        languages.install(qapp, "es")
        QApplication.sendPostedEvents(None, 52)  # deferred deletions
    assert len(qapp.findChildren(QTranslator)) == 2

"""Brings resources/translations up to date: python3 dev.py translate

What can be read on the screen is found in the sources by their syntax, and in the few tables by asking
them; Qt's lupdate merges it into a .ts file a language, and lrelease makes of each the .qm that the window
loads. Both are committed: the program needs no tool of Qt's to start in another language. Qt's own search
is not used, because it knows neither a module's own ``tr`` nor the sentences of ``inference``, where there
is no Qt.

Where the sentences stand, by their context:

    errors    cause and remedy of every error          checks    what the checks ask and find
    reasons   what is filled into an error's sentences: literals, and the templates of ``phrase``
    actions, maps, ...  the tables of ``desktop``      a class's name: its ``self.tr``

A text that is found nowhere here is never shown in another language: the tests open the window in a made-up
one and look for what is still English.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
# English has a file for its plurals alone.
LANGUAGES = ("en", "es", "fr", "pt")
SOURCE = "en"


class Untranslatable(Exception):
    """A text that translators could not find."""


@dataclass(frozen=True, order=True)
class Text:
    """One text to be translated; ``remark`` tells alike ones apart, ``plural`` depends on a number."""

    context: str
    source: str
    remark: str = ""
    plural: bool = False


@dataclass(frozen=True)
class Translation:
    """What a .ts file has for a text: one form, or as many as the language has plurals."""

    text: Text
    forms: tuple[str, ...]
    finished: bool


# --- finding


def texts() -> list[Text]:
    """Everything that can be read in the window, sorted."""
    for path in (ROOT, ROOT / "tests" / "support"):
        if str(path) not in sys.path:
            sys.path.insert(0, str(path))
    found = {*_tables(), *_errors(), *_of_inference()}
    contexts = {text.context for text in found}
    for path in sorted((ROOT / "desktop").glob("**/*.py")):
        found |= set(_Window(path, contexts).found())
    return sorted(found)


def _tables() -> Iterator[Text]:
    """What is translated when it is shown, and stands in a table until then."""
    from desktop import languages, mouse_bindings, settings
    from desktop.colours import BADGES
    from desktop.commands import COMMANDS, GESTURES, HELD_KEYS, MENUS
    from desktop.impressions import ANSWERS
    from desktop.list_column import SHOWS, SORTS
    from desktop.maps import MAPS
    from desktop.messages import CLASS_NAMES
    from desktop.verdict_words import IN_A_SENTENCE, NOT_IN

    tables = {
        "actions": [
            *(row.text for row in COMMANDS),
            *MENUS.values(),
            *(row.text for row in HELD_KEYS),
            *(gesture for gesture, _ in GESTURES),
            *(does for _, does in GESTURES if isinstance(does, str)),
            *(text for row in mouse_bindings.CHOSEN.values() for _, text in row.choices),
        ],
        "classes": CLASS_NAMES.values(),
        "impressions": ANSWERS.values(),
        "list": [*SORTS.values(), *SHOWS.values()],
        "maps": [text for words in MAPS.values() for text in (words.name, words.meaning)],
        "outcomes": [badge.word for badge in BADGES.values()],
        "settings": [
            *settings.GROUPS,
            *(text for row in settings.ROWS for text in (row.title, row.hint) if text),
            # A language is called by its own name, and a size is a number.
            *(
                text
                for row in settings.ROWS
                for _, text in row.choices
                if text not in languages.AVAILABLE.values() and not text.endswith("%")
            ),
        ],
        "verdict": [*IN_A_SENTENCE.values(), *NOT_IN.values()],
    }
    for context, rows in tables.items():
        yield from (Text(context, row) for row in rows)


def _errors() -> Iterator[Text]:
    """Cause and remedy of every error there is, and what a system says most often."""
    import inference.errors
    from desktop.messages import SYSTEM_REASONS

    for kind in vars(inference.errors).values():
        if isinstance(kind, type) and issubclass(kind, inference.errors.InferenceError):
            yield Text("errors", kind.cause)
            yield Text("errors", kind.remedy)
    yield from (Text("reasons", reason) for reason in SYSTEM_REASONS)


def _of_inference() -> Iterator[Text]:
    import inference.errors

    errors = {name for name, kind in vars(inference.errors).items() if isinstance(kind, type)}
    for path in sorted((ROOT / "inference").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = _name(call.func)
            for argument in call.args if name in errors or name == "phrase" else ():
                if isinstance(argument, ast.JoinedStr):
                    raise Untranslatable(f"{path.name}:{call.lineno}: a reason made of parts: use phrase()")
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield Text("reasons", argument.value)
        if path.name == "checks.py":
            yield from _checks(tree)


def _checks(tree: ast.AST) -> Iterator[Text]:
    """The names of checks, and their sentences: of all literals they alone end with a full stop."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in ("Check", "_word", "_probability"):
            name = node.args[0]
            if isinstance(name, ast.Constant):
                yield Text("checks", name.value)
        elif isinstance(node, ast.JoinedStr) and ast.unparse(node).rstrip("'\"").endswith("."):
            raise Untranslatable(f"checks.py:{node.lineno}: a sentence made of parts")
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value.endswith(".")
            and id(node) not in documentation
        ):
            yield Text("checks", node.value)


class _Window:
    """The texts in one file of ``desktop``."""

    def __init__(self, path: Path, known: set[str]) -> None:
        self._name = path.relative_to(ROOT).as_posix()
        self._known = known
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        # The context of ``tr`` where it is a function of a module, by how it is called here.
        self._own = _own_contexts(self._tree)
        for node in ast.walk(self._tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "desktop":
                self._import(node)

    def _import(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            called = alias.asname or alias.name
            if alias.name == "tr":
                self._own[called] = _own_contexts(_module(node.module or ""))["tr"]
            elif node.module == "desktop" and (context := _own_contexts(_module(f"desktop.{alias.name}"))):
                self._own[f"{called}.tr"] = context["tr"]

    def found(self) -> Iterator[Text]:
        yield from self._in(self._tree, "")

    def _in(self, node: ast.AST, owner: str) -> Iterator[Text]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Call):
                yield from self._call(child, owner)
            if not (isinstance(child, ast.FunctionDef) and child.name == "tr"):
                yield from self._in(child, child.name if isinstance(child, ast.ClassDef) else owner)

    def _call(self, call: ast.Call, owner: str) -> Iterator[Text]:
        called = ast.unparse(call.func)
        if called == "self.tr" or called.endswith(".self.tr"):
            yield from self._text(call, owner, call.args)
        elif called in self._own:
            yield from self._text(call, self._own[called], call.args)
        elif called in ("QCoreApplication.translate", "QT_TRANSLATE_NOOP", "translate") and call.args:
            context = call.args[0]
            if isinstance(context, ast.Constant):
                yield from self._text(call, context.value, call.args[1:])
            elif not isinstance(context, ast.Name):
                raise Untranslatable(f"{self._name}:{call.lineno}: the context is no literal")

    def _text(self, call: ast.Call, context: str, arguments: list[ast.expr]) -> Iterator[Text]:
        source, *rest = arguments
        if isinstance(source, ast.IfExp):
            for branch in (source.body, source.orelse):
                yield from self._text(call, context, [branch, *rest])
        elif isinstance(source, ast.Constant) and isinstance(source.value, str):
            remark = rest[0].value if rest and isinstance(rest[0], ast.Constant) and rest[0].value else ""
            yield Text(context, source.value, remark, plural=len(rest) > 1)
        elif context not in self._known:
            raise Untranslatable(f"{self._name}:{call.lineno}: no literal, and no table has “{context}”")


def _own_contexts(tree: ast.Module | None) -> dict[str, str]:
    """{"tr": context} of a module that has a function tr of its own."""
    for node in tree.body if tree else ():
        if isinstance(node, ast.FunctionDef) and node.name == "tr":
            for call in (part for part in ast.walk(node) if isinstance(part, ast.Call)):
                if _name(call.func) == "translate" and isinstance(call.args[0], ast.Constant):
                    return {"tr": str(call.args[0].value)}
    return {}


def _module(name: str) -> ast.Module | None:
    path = ROOT.joinpath(*name.split(".")).with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else None


def _name(function: ast.expr) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")


# --- merging, compiling, reading


def update(folder: Path = FOLDER) -> None:
    """The .ts files of ``folder`` have every text and no other; what was translated stays."""
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "texts.py"
        source.write_text("\n".join(_as_call(text) for text in texts()), encoding="utf-8")
        for language in LANGUAGES:
            _tool(
                "lupdate", source, "-silent", "-no-obsolete", "-locations", "none",
                "-source-language", SOURCE, "-target-language", language,
                *(("-pluralonly",) if language == SOURCE else ()), "-ts", folder / f"{language}.ts",
            )  # fmt: skip


def compile_all(folder: Path = FOLDER, into: Path = FOLDER) -> None:
    """A .qm of every .ts."""
    for language in LANGUAGES:
        _tool(
            "lrelease",
            "-silent",
            "-nounfinished",
            folder / f"{language}.ts",
            "-qm",
            into / f"{language}.qm",
        )


def translations(language: str, folder: Path = FOLDER) -> Iterator[Translation]:
    """What a .ts file has."""
    for context in ElementTree.parse(folder / f"{language}.ts").getroot().iter("context"):
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            plural = message.get("numerus") == "yes"
            forms = (
                [form.text or "" for form in target.iter("numerusform")] if plural else [target.text or ""]
            )
            text = Text(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                plural,
            )
            yield Translation(text, tuple(forms), target.get("type") != "unfinished")


def _as_call(text: Text) -> str:
    """As lupdate reads it."""
    said = [json.dumps(part, ensure_ascii=False) for part in (text.context, text.source, text.remark)]
    return f"QCoreApplication.translate({', '.join(said)}{', 2' if text.plural else ''})"


def _tool(name: str, *arguments: str | Path) -> None:
    import PySide6

    program = Path(PySide6.__file__).parent / (f"{name}.exe" if os.name == "nt" else name)
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{name} failed: {done.stdout}{done.stderr}")


def main() -> int:
    """Update and compile; list what is not translated yet."""
    update()
    compile_all()
    left = 0
    for language in LANGUAGES:
        for translation in translations(language):
            if not translation.finished:
                print(f"{language}  {translation.text.context}: {translation.text.source!r}")
                left += 1
    print(f"{left} texts are not translated." if left else "Everything is translated.")
    return int(bool(left))


if __name__ == "__main__":
    sys.exit(main())

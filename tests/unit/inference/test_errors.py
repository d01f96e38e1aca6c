"""Errors as facts: each is told in one line, travels between processes, and stands in docs/intake.md."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from inference import InferenceError

TABLE = (Path(__file__).parents[3] / "docs" / "intake.md").read_text(encoding="utf-8")


def kinds(family: type[InferenceError] = InferenceError) -> Iterator[type[InferenceError]]:
    for kind in family.__subclasses__():
        yield kind
        yield from kinds(kind)


KINDS = [kind for kind in kinds() if kind.__module__ == "inference.errors"]


def example(kind: type[InferenceError]) -> InferenceError:
    """With facts that a hostile file would like to have shown."""
    numbers = {"int": 7, "float": 7.5}
    facts = [numbers.get(str(field.type), "two\nlines \u202e" + "x" * 999) for field in fields(kind)[1:]]
    return kind("film", *facts)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_error_stands_in_the_table_of_intake(kind: type[InferenceError]) -> None:
    assert f"| `{kind.code}` | {kind.cause} | {kind.remedy} |" in TABLE


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_error_is_one_line_and_travels(kind: type[InferenceError]) -> None:
    error = example(kind)
    assert str(error).isprintable()
    assert len(str(error)) < 600
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), copy.facts()) == (kind, str(error), error.facts())


def test_codes_are_told_apart() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) == len(set(codes))

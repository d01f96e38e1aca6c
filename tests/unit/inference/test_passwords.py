"""Passwords on their way to the members that need them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from inference import Glance, Header, ImageSource, InferenceError
from inference.passwords import with_passwords


@dataclass(eq=False)
class Locked(InferenceError):
    code = "encrypted_archive"


def look(source: ImageSource) -> Glance:
    """Archives that begin with "locked" are encrypted, one member is broken."""
    if source.member is not None and source.path.startswith("locked") and not source.password:
        raise Locked(str(source))
    if source.member == "broken":
        raise InferenceError(str(source))
    return Glance(Header(), 1, "PNG")


def passwords(answers: dict[str, str], *sources: Any) -> tuple[list[Any], list[str]]:
    asked: list[str] = []

    def ask(archive: str) -> str:
        asked.append(archive)
        return answers[archive]

    found = with_passwords(sources, ask, look)
    assert found == list(sources)
    return [getattr(source, "password", None) for source in found], asked


def test_each_encrypted_archive_is_asked_about_once() -> None:
    members = [ImageSource(path, member) for path in ("locked1", "locked2") for member in "ab"]
    given, asked = passwords({"locked1": "sesame", "locked2": ""}, *members)
    assert given == ["sesame", "sesame", None, None]
    assert asked == ["locked1", "locked2"]


def test_what_is_not_encrypted_is_not_asked_about() -> None:
    sources = [
        ImageSource("locked.dcm"), ImageSource("open.zip", "broken"), ImageSource("open.zip", "a"),
        InferenceError("gone"),
    ]  # fmt: skip
    assert passwords({}, *sources) == ([None] * 4, [])

"""Passwords of encrypted archives, on the way from whoever knows them to the members that need them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from inference.errors import InferenceError
from inference.glances import Glance, glance
from inference.sources import ImageSource

_Found: TypeAlias = ImageSource | InferenceError


def with_passwords(
    sources: Iterable[_Found],
    ask: Callable[[str], str],
    look: Callable[[ImageSource], Glance] = glance,
) -> list[_Found]:
    """The same sources, those of encrypted archives with the password that ``ask(archive)`` gives.

    Asks once for each archive, when the first of its members cannot be looked at without. An empty password
    is none: such members fail when they are read, and so do those that a wrong one does not open.
    """
    passwords: dict[str, str] = {}

    def with_password(source: _Found) -> _Found:
        if isinstance(source, InferenceError) or source.member is None:
            return source
        if source.path not in passwords:
            passwords[source.path] = ask(source.path) if _is_locked(source, look) else ""
        return replace(source, password=passwords[source.path] or None)

    return [with_password(source) for source in sources]


def _is_locked(source: ImageSource, look: Callable[[ImageSource], Glance]) -> bool:
    try:
        look(source)
    except InferenceError as error:
        return error.code == "encrypted_archive"
    return False

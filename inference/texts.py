"""Texts that come out of files, made fit to be shown in one line."""

from __future__ import annotations


def printable(text: str, most: int) -> str:
    """One line without control characters, nor those that turn the writing round, cut to ``most``."""
    # isprintable() is false for all of Unicode's "other" and "separator" kinds but the space.
    return "".join(c if c.isprintable() else " " for c in text[: 4 * most]).strip()[:most]

"""Texts made fit to be shown: those of files on one line, our own with their facts apart."""

from __future__ import annotations


class Phrase(str):
    """A part of a sentence that still knows its ``template`` and the ``facts`` in it.

    It is what it says in English; a face that speaks another language translates the template and fills
    the same facts in. Made by :func:`phrase`.
    """

    template: str
    facts: dict[str, object]


def phrase(template: str, **facts: object) -> Phrase:
    """``template`` filled with ``facts``. The template is a literal, so that translators find it."""
    # Not in the constructor: unpickling calls that with the finished text, which may hold braces.
    said = Phrase(template.format(**facts) if facts else template)
    said.template, said.facts = template, facts
    return said


def printable(text: str, most: int) -> str:
    """One line without control characters, nor those that turn the writing round, cut to ``most``."""
    if isinstance(text, Phrase):
        facts = {
            name: printable(fact, most) if isinstance(fact, str) else fact
            for name, fact in text.facts.items()
        }
        return phrase(text.template, **facts)
    # isprintable() is false for all of Unicode's "other" and "separator" kinds but the space.
    return "".join(c if c.isprintable() else " " for c in text[: 4 * most]).strip()[:most]

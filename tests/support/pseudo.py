"""Languages that nobody speaks: what is not translated stands out, and so does what has no room.

``long`` is English with accents, four tenths longer, as German is; ``mirrored`` is in Hebrew letters, which
are read from the right, and means nothing. Placeholders and key hints stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

_KEPT = re.compile(r"(\{[^}]*\}|%n|&&?|<[^>]+>|\n)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ACCENTED = str.maketrans("aceinosuyAEINOUY", "áçéíñöšúýÁÉÍÑÖÚÝ")
_HEBREW = str.maketrans({chr(ord("a") + i): chr(0x05D0 + i) for i in range(26)})
# Every line of a translated text begins with it.
SIGN = "·"


class Pseudo(QTranslator):
    """Translates whatever it is asked for."""

    def __init__(self, app: QApplication, mirrored: bool) -> None:
        super().__init__(app)
        self._mirrored = mirrored

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return in_hebrew(text) if self._mirrored else longer(text)


def longer(text: str) -> str:
    """Accented, and by four tenths longer."""
    if not text.strip():
        return text
    # Word by word: lines must still have places to end.
    return SIGN + _outside(text, lambda part: _WORD.sub(_stretched, part)).replace("\n", f"\n{SIGN}")


def _stretched(word: re.Match[str]) -> str:
    return word[0].translate(_ACCENTED) + "õ" * round(0.4 * len(word[0]))


def in_hebrew(text: str) -> str:
    """As long, and read from the right."""
    return _outside(text, lambda part: part.lower().translate(_HEBREW)) if text.strip() else text


def install(app: QApplication, *, mirrored: bool = False) -> QTranslator:
    """From here on the window speaks it."""
    translator = Pseudo(app, mirrored)
    app.installTranslator(translator)
    if mirrored:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        QLocale.setDefault(QLocale("he"))
    return translator


def remove(app: QApplication, translator: QTranslator) -> None:
    """English again."""
    app.removeTranslator(translator)
    # Not left to right: what was set counts more than what Qt's own texts say, for good.
    app.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    QLocale.setDefault(QLocale("en"))


def _outside(text: str, change: Callable[[str], str]) -> str:
    parts = _KEPT.split(text)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))

"""Which language the window speaks: translators for our texts and Qt's, the way numbers are written, and
from which side lines are read.

A text is written in English where it is used, inside ``tr``; resources/translations has the others. What
is missing there would be shown in English, which a test does not let happen.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import settings
from desktop.resources import translation

# By its code, each by its own name: who cannot read the others finds it.
AVAILABLE = {"en": "English", "pt": "Português", "es": "Español", "fr": "Français"}
FALLBACK = "en"
# Where Qt has a translation for a country only.
_OF_QT = {"pt": "pt_BR"}


def chosen() -> str:
    """The code of the language that was set, else the first of the system's that there is."""
    code = settings.LANGUAGE.load()
    return code if code in AVAILABLE else _of_the_system()


def install(app: QApplication, code: str = "") -> str:
    """Have the program speak ``code``, or what was chosen; before any window is made. Returns the code."""
    code = code if code in AVAILABLE else chosen()
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.deleteLater()
    qt = (
        f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{_OF_QT.get(code, code)}.qm"
    )
    # Where two have a text, the one that came last is asked.
    for path in (qt, translation(code)):
        translator = QTranslator(app)
        if translator.load(path):
            app.installTranslator(translator)
    # From which side lines are read, Qt's own texts say (QT_LAYOUT_DIRECTION), and the windows follow them.
    # To set it here would need the namespace Qt, before there is a window: see main_window.
    QLocale.setDefault(_locale(code))
    return code


def is_english() -> bool:
    """Whether what is written in English only needs no remark."""
    return QLocale().name().startswith("en")


def _of_the_system() -> str:
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").partition("-")[0].lower()
        if code in AVAILABLE:
            return code
    return FALLBACK


def _locale(code: str) -> QLocale:
    """The system's own where it speaks the language: a country may write numbers in its way."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == code else QLocale(code)

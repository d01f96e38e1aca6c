"""Theme and text size as they were chosen, put on the program while it runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QStyleHints
from PySide6.QtWidgets import QApplication

from desktop import settings, theme
from desktop.palettes import DARK, LIGHT, PALETTES, Palette


class Appearance(QObject):
    """Listens to the settings, to the system, and to screens that come and go.

    Signals:
        ``changed()``: colours, text size or the fineness of a screen: icons are to be asked for again.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        settings.changes.changed.connect(self._setting_changed)
        style_hints().colorSchemeChanged.connect(self.system_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.screenAdded.connect(self._screen_added)
        for screen in QGuiApplication.screens():
            self._screen_added(screen)

    def close(self) -> None:
        """The program ends; another one may begin in the same process."""
        settings.changes.changed.disconnect(self._setting_changed)

    @Slot(str)
    def _setting_changed(self, key: str) -> None:
        if key in (settings.THEME.key, settings.TEXT_SIZE.key):
            self._dress()

    @Slot()
    def system_changed(self) -> None:
        """The desktop became light or dark."""
        if settings.THEME.load() == "system" and chosen_palette() != theme.current():
            self._dress()

    @Slot(QScreen)
    def _screen_added(self, screen: QScreen) -> None:
        screen.physicalDotsPerInchChanged.connect(self.changed)
        self.changed.emit()

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress_the_frame()
        theme.apply(application, chosen_palette(), chosen_scale())
        self.changed.emit()


# Of what the system draws itself; "system" leaves it to the user's desktop.
_SCHEMES = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}


def dress_the_frame() -> None:
    """Have the title bar, and other parts that the system draws, as dark or light as the theme.

    Windows and macOS do it; on Linux it is up to the platform theme, and plain X11 leaves them as they are.
    Before the palette is chosen: "system" asks what the system says when nobody tells it anything.
    """
    style_hints().setColorScheme(_SCHEMES.get(settings.THEME.load(), Qt.ColorScheme.Unknown))


def style_hints() -> QStyleHints:
    """What the platform says of itself, and may be told."""
    return QGuiApplication.styleHints()


def chosen_palette() -> Palette:
    """The theme that the user chose; one that follows the system is dark where the system does not say."""
    chosen = settings.THEME.load()
    if chosen == "system":
        return LIGHT if system_is_light() else DARK
    return PALETTES[chosen]


def system_is_light() -> bool:
    """What the desktop around the program says."""
    return style_hints().colorScheme() == Qt.ColorScheme.Light


def chosen_scale() -> float:
    """How much larger than the system's the text shall be."""
    return settings.TEXT_SIZE.load() / 100

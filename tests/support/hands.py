"""Taps and clicks whose parts follow one another at once, however busy the machine is.

Whether a key was tapped or held, and whether two clicks are one double click, the screen's clock tells. A
program that presses, waits and releases may be put aside in between for longer than that allows; what is
sent to the screen in one piece may not (XTestFakeKeyEvent and XTestFakeButtonEvent).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# Between one event and the next, kept by the screen itself. Two clicks of one moment are no double click.
APART_MS = 20


class Hands:
    """On the screen of this ``display``, by the same way as xdotool's."""

    def __init__(self, display: str) -> None:
        self._display_name = display
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong

    def tap(self, key: str) -> None:
        """Press and release a key, by X's name for it."""
        with self._display() as display:
            keysym = ctypes.c_ulong(self._x11.XStringToKeysym(key.encode()))
            code = self._x11.XKeysymToKeycode(display, keysym) & 0xFF
            assert code, f"no key {key}"
            for down in (1, 0):
                self._test.XTestFakeKeyEvent(display, code, down, ctypes.c_ulong(APART_MS))

    def double_click(self, button: str = "1") -> None:
        """Where the mouse is."""
        with self._display() as display:
            for down in (1, 0, 1, 0):
                self._test.XTestFakeButtonEvent(display, int(button), down, ctypes.c_ulong(APART_MS))

    @contextmanager
    def _display(self) -> Iterator[Any]:
        """What is asked for within is sent when it is closed."""
        display = ctypes.c_void_p(self._x11.XOpenDisplay(self._display_name.encode()))
        assert display, f"no screen {self._display_name}"
        yield display
        self._x11.XSync(display, 0)
        self._x11.XCloseDisplay(display)

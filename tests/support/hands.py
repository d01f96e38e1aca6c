"""Taps and clicks whose parts follow one another at once, however busy the machine is.

Whether a key was tapped or held, and whether two clicks are one double click, the screen's clock tells. A
program that presses, waits and releases may be put aside in between for longer than that allows; what is
sent to the screen in one piece may not (XTestFakeKeyEvent and XTestFakeButtonEvent).

A click comes to a window manager first, and the mouse waits meanwhile. If the button goes up and down
again before it has answered, the screen sees it down all along: one long click is left of two. So the
second click waits until the first has been passed on.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# Between one event and the next, kept by the screen itself. Two clicks of one moment are no double click.
APART_MS = 20
PATIENCE_S = 30.0


class Hands:
    """On the screen of this ``display``, by the same way as xdotool's."""

    def __init__(self, display: str) -> None:
        self._display_name = display
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong

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
            for _ in range(2):
                for down in (1, 0):
                    self._test.XTestFakeButtonEvent(display, int(button), down, ctypes.c_ulong(APART_MS))
                self._x11.XSync(display, 0)
                until = time.monotonic() + PATIENCE_S
                while self._is_down(display, int(button)):
                    assert time.monotonic() < until, "the click was not passed on"

    def _is_down(self, display: Any, button: int) -> bool:
        """As the screen sees it: while the mouse waits, it has not seen what was done since."""
        root = ctypes.c_ulong(self._x11.XDefaultRootWindow(display))
        windows, places, held = (ctypes.c_ulong * 2)(), (ctypes.c_int * 4)(), ctypes.c_uint()
        size = ctypes.sizeof(ctypes.c_int)
        self._x11.XQueryPointer(
            display,
            root,
            ctypes.byref(windows),
            ctypes.byref(windows, ctypes.sizeof(ctypes.c_ulong)),
            *(ctypes.byref(places, number * size) for number in range(4)),
            ctypes.byref(held),
        )
        # Button1Mask is 1 << 8.
        return bool(held.value & (1 << (7 + button)))

    @contextmanager
    def _display(self) -> Iterator[Any]:
        """What is asked for within is sent when it is closed."""
        display = ctypes.c_void_p(self._x11.XOpenDisplay(self._display_name.encode()))
        assert display, f"no screen {self._display_name}"
        yield display
        self._x11.XSync(display, 0)
        self._x11.XCloseDisplay(display)

"""``python -m desktop [FILE ...]``: the window, with the files already on it."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress


def main(argv: list[str] | None = None) -> int:
    """Run until the window is closed; returns the exit status. ``argv`` begins with the program's name."""
    parser = argparse.ArgumentParser(
        prog="negatoscope",
        description="A light box for chest radiographs. Research use, not a medical device.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, folder, ZIP or DICOMDIR to open")
    arguments = parser.parse_args((sys.argv if argv is None else argv)[1:])
    if reason := _why_no_screen():
        print(
            f"negatoscope: there is no screen to draw on ({reason}); "
            "the command line works without one: python -m inference",
            file=sys.stderr,
        )
        return 1

    from desktop.single_instance import hand_over

    if hand_over(arguments.paths):
        return 0

    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    application.setOrganizationName("Negatoscope")
    application.setApplicationName("Negatoscope")
    # By which a desktop finds our entry in its menu, and with it name and icon of the window.
    application.setDesktopFileName("negatoscope")

    from desktop import theme
    from desktop.main_window import MainWindow

    theme.apply_palette(application)
    window = MainWindow()
    running = []

    def build() -> None:
        # The window is on the screen; only now comes what would have kept it away.
        from PySide6.QtGui import QIcon

        from desktop.app import App
        from desktop.resources import icon_path

        theme.apply(application)
        application.setWindowIcon(QIcon(icon_path("negatoscope")))
        running.append(App(window=window))
        running[0].start(arguments.paths)

    window.painted.connect(build)
    window.show_at_start()
    return application.exec()


def _why_no_screen() -> str:
    """Why there is none, empty where there is one: Qt would abort."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    display = os.environ.get("DISPLAY", "")
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    if not display:
        return "neither DISPLAY nor WAYLAND_DISPLAY is set"
    return "" if _answers(display) else f"nothing answers at DISPLAY {display}"


def _answers(display: str) -> bool:
    """Whether an X server of this machine listens there; of another one that is not asked."""
    import socket

    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if host or not number.isdecimal() or not hasattr(socket, "AF_UNIX"):
        return True
    path = f"/tmp/.X11-unix/X{number}"
    # Linux has a second name space for sockets, which begins with a zero.
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX) as probe, suppress(OSError):
            probe.connect(address)
            return True
    return False


if __name__ == "__main__":
    sys.exit(main())

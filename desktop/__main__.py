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
    parser.add_argument(
        "--language", metavar="CODE", default="", help="en, pt, es or fr, for this start; else as it is set"
    )
    arguments = parser.parse_args((sys.argv if argv is None else argv)[1:])
    # NumPy's matrices here are small: where other programs run, its threads wait longer than they multiply.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if reason := _why_no_screen():
        command = "negatoscope-cli" if getattr(sys, "frozen", False) else "python -m inference"
        print(
            f"negatoscope: there is no screen to draw on ({reason}); "
            f"the command line works without one: {command}",
            file=sys.stderr,
        )
        return 1

    from desktop.single_instance import hand_over

    if hand_over(arguments.paths):
        return 0

    from desktop.application import Application

    application = Application(sys.argv[:1])
    application.setOrganizationName("Negatoscope")
    application.setApplicationName("Negatoscope")
    # By which a desktop finds our entry in its menu, and with it name and icon of the window.
    application.setDesktopFileName("negatoscope")

    from desktop import languages, theme
    from desktop.appearance import chosen_palette, chosen_scale, dress_the_frame
    from desktop.main_window import MainWindow
    from desktop.starting import Steps

    languages.install(application, arguments.language)
    dress_the_frame()
    theme.apply_palette(application, chosen_palette())
    if sys.platform == "win32":
        # Elsewhere the desktop knows it from its menu; here a window shown without one has a stranger's.
        theme.apply_icon(application)
    window = MainWindow()
    running = []

    def dress() -> None:
        theme.apply(application, chosen_palette(), chosen_scale())

    def draw_icons() -> None:
        from desktop.actions import draw_icons

        draw_icons()

    def build() -> None:
        from desktop.app import App

        running.append(App(window=window, at_once=False))

    def furnish() -> None:
        running[0].furnish()

    def begin() -> None:
        application.files_opened.connect(running[0].open)
        running[0].start(arguments.paths + application.begin_to_listen())
        running[0].check_installation_once()

    # The window is on the screen; only then comes what would have kept it away.
    steps = Steps(dress, draw_icons, build, furnish, begin, parent=window)
    window.painted.connect(steps.begin)
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

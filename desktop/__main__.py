"""``python -m desktop [FILE ...]``: the window, with the files already on it."""

from __future__ import annotations

import argparse
import os
import sys


def main(argv: list[str] | None = None) -> int:
    """Run until the window is closed; returns the exit status. ``argv`` begins with the program's name."""
    parser = argparse.ArgumentParser(
        prog="negatoscope",
        description="A light box for chest radiographs. Research use, not a medical device.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, folder, ZIP or DICOMDIR to open")
    arguments = parser.parse_args((sys.argv if argv is None else argv)[1:])
    if _has_no_screen():
        print(
            "negatoscope: there is no screen to draw on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            "the command line works without one: python -m inference",
            file=sys.stderr,
        )
        return 1

    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    application.setOrganizationName("Negatoscope")
    application.setApplicationName("Negatoscope")

    from desktop import theme
    from desktop.main_window import MainWindow

    theme.apply_palette(application)
    window = MainWindow()
    running = []

    def build() -> None:
        # The window is on the screen; only now comes what would have kept it away.
        from desktop.app import App

        theme.apply(application)
        running.append(App(window=window))
        running[0].start(arguments.paths)

    window.painted.connect(build)
    window.show()
    return application.exec()


def _has_no_screen() -> bool:
    """Qt would abort."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())

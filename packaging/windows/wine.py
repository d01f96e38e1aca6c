"""A Debian 13 with Wine 10 in a folder: Windows programs made and tried on Linux.

Debian 12's Wine is too old for the newest Qt and NumPy. Everything runs in a namespace of processes of its
own, so that nothing outlives the command it was started for, and without a network unless one is asked for.
Needs root and debootstrap. Wine is not Windows: what is proved here is a check before the release is built
on Windows.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

SUITE = "trixie"
# Wine, of 64 bits alone (Debian's NSIS makes such setups too); what makes the installers; a screen.
PACKAGES = (
    "wine", "wine64", "nsis", "wixl", "python3", "osslsigncode",
    "xvfb", "xauth", "openbox", "xdotool", "imagemagick", "fonts-dejavu-core", "fonts-liberation",
)  # fmt: skip
# Where the work lies inside; Windows programs see it as Z:\w.
WORK = "/w"
_ENVIRONMENT = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": "/root",
    "LANG": "C.UTF-8",
    "WINEPREFIX": f"{WORK}/prefix",
    "WINEDEBUG": "-all",
    # Nothing here is .NET or a web page; Wine would offer to download both.
    "WINEDLLOVERRIDES": "mscoree=;mshtml=",
    "DEBIAN_FRONTEND": "noninteractive",
}


class Wine:
    """The system below ``folder``; made by :meth:`prepare` where it is not there."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.work = folder / WORK.lstrip("/")

    def prepare(self) -> None:
        """Make it, unless it is complete. Raises CalledProcessError."""
        wanted = " ".join(PACKAGES)
        stamp = self.root / "var" / "negatoscope-packages"
        if stamp.is_file() and stamp.read_text() == wanted:
            return
        if not (self.root / "etc" / "debian_version").is_file():
            # Left over from an attempt that was interrupted.
            shutil.rmtree(self.root, ignore_errors=True)
            self.root.mkdir(parents=True)
            command = ("debootstrap", "--variant=minbase", SUITE, str(self.root))
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        apt = "apt-get -qq -oDPkg::Lock::Timeout=120"
        self.run(
            f"{apt} update && "
            f"{apt} install --yes --no-install-recommends {wanted} >/dev/null && apt-get clean",
            network=True,
        )
        self.work.mkdir(exist_ok=True)
        stamp.write_text(wanted)

    def run(
        self,
        script: str,
        *,
        network: bool = False,
        check: bool = True,
        seconds: float | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a shell script inside; its output is passed on and returned.

        Raises CalledProcessError where it fails and ``check`` is set, TimeoutExpired.
        """
        values = {**_ENVIRONMENT, **(environment or {})}
        root = shlex.quote(str(self.root))
        assignments = " ".join(f"{name}={shlex.quote(value)}" for name, value in values.items())
        outside = (
            # Without /sys, OpenCV and ONNX Runtime cannot count the cores, and fail.
            f"mount -t proc proc {root}/proc && mount -t tmpfs tmpfs {root}/dev/shm && "
            f"mount -t sysfs -o ro sysfs {root}/sys && "
            f"exec chroot {root} env -i {assignments} sh -euc {shlex.quote(script)}"
        )
        spaces = ["--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        return subprocess.run(
            ["unshare", *spaces, "sh", "-euc", outside],
            check=check,
            timeout=seconds,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            errors="replace",
        )

    def windows_path(self, path: Path) -> str:
        """How a Windows program inside names a file that lies below :attr:`root`."""
        return "Z:\\" + str(path.relative_to(self.root)).replace("/", "\\")

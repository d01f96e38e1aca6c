"""A bare Debian in a folder, of which commands are run as of a computer of its own."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
from contextlib import suppress
from pathlib import Path

import traces

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "prove"
MIRROR = os.environ.get("DEBIAN_MIRROR", "http://deb.debian.org/debian")
DISPLAY = os.environ.get("NEGATOSCOPE_PROOF_DISPLAY", ":47")
USER, UID = "reader", 1000
HOME = f"/home/{USER}"
# What apt and dpkg keep for themselves, and the log of what they did.
OF_APT = re.compile(
    r"/(var/(lib/(apt|dpkg)|cache/(apt|debconf|ldconfig)|log)|proc|sys|dev|tmp|run|root/\.cache)(/|$)"
)


def say(text: str) -> None:
    """Print at once."""
    print(text, flush=True)


class System:
    """A bare Debian in a folder."""

    def __init__(self, suite: str) -> None:
        self.suite = suite
        self.root = WORK / suite
        base = WORK / f"base-{suite}"
        if not (base / "etc" / "debian_version").exists():
            say(f"Fetching Debian {suite} ...")
            command = ["debootstrap", "--variant=minbase", suite, str(base), MIRROR]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(self.root, ignore_errors=True)
        subprocess.run(["cp", "-a", base, self.root], check=True)
        shutil.copy("/etc/resolv.conf", self.root / "etc" / "resolv.conf")
        self.do(f"useradd --create-home --uid {UID} {USER}")
        self.do("apt-get -qq update")

    def command(self, script: str, user: str = "root", network: bool = True) -> list[str]:
        """How to run a line of shell in it. Its mounts are its own, and end with it."""
        root = shlex.quote(str(self.root))
        enter = f"chroot {root}" if user == "root" else f"chroot --userspec={UID}:{UID} {root}"
        mounts = (
            f"mount -t proc proc {root}/proc; mount --rbind /dev {root}/dev; "
            f"mount -t tmpfs shm {root}/dev/shm; "
            f"mkdir -p {root}/tmp/.X11-unix; mount --bind /tmp/.X11-unix {root}/tmp/.X11-unix; "
            f"mount -t tmpfs run {root}/run; mkdir -p -m 700 {root}/run/user/{UID}; "
            f"chown {UID}:{UID} {root}/run/user/{UID}; "
        )
        alone = [] if network else ["--net"]
        return [
            "unshare",
            "--mount",
            *alone,
            "sh",
            "-c",
            f"{mounts} exec {enter} sh -c {shlex.quote(script)}",
        ]

    def environment(self, user: str) -> dict[str, str]:
        """Of somebody who has just logged in."""
        own = {"HOME": HOME if user == USER else "/root", "LANG": "C.UTF-8", "DISPLAY": DISPLAY}
        own |= {"PATH": f"{HOME}/.local/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"}
        own |= (
            {"XDG_RUNTIME_DIR": f"/run/user/{UID}"}
            if user == USER
            else {"DEBIAN_FRONTEND": "noninteractive"}
        )
        return own

    def do(self, script: str, user: str = "root") -> subprocess.CompletedProcess[str]:
        """Run a line of shell to its end."""
        environment = self.environment(user)
        pipe, out = subprocess.PIPE, subprocess.STDOUT
        return subprocess.run(
            self.command(script, user), env=environment, stdout=pipe, stderr=out, text=True
        )

    def traced(self, script: str, log: Path) -> subprocess.Popen[str]:
        """Start a line of shell as the user, without a network, and write its system calls down."""
        for old in log.parent.glob(f"{log.name}.*"):
            old.unlink()
        tracing = ["strace", *traces.OPTIONS, "-o", str(log)]
        inside = self.command(script, USER, network=False)
        # Only the program is traced, and not what leads into the system.
        line = inside[-1].replace("exec chroot", f"exec {shlex.join(tracing)} chroot")
        return subprocess.Popen(
            [*inside[:-1], line], env=self.environment(USER), text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def files(self) -> set[str]:
        """Every path in it, but for those of apt's own book-keeping."""
        found = set()
        for folder, folders, names in os.walk(self.root):
            place = "/" + str(Path(folder).relative_to(self.root)).removeprefix(".")
            folders[:] = [name for name in folders if not OF_APT.match(f"{place.rstrip('/')}/{name}")]
            found |= {f"{place.rstrip('/')}/{name}" for name in (*folders, *names)}
        return {path for path in found if not OF_APT.match(path)}

    def journal(self) -> list[tuple[str, str]]:
        """(hash of the file, outcome) of what the window has read."""
        file = self.root / HOME[1:] / ".local/share/Negatoscope/Negatoscope/journal.sqlite"
        with suppress(sqlite3.Error):
            connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
            try:
                return list(connection.execute("select file_sha256, outcome from results"))
            finally:
                connection.close()
        return []

    def remembered(self) -> dict[str, bytes]:
        """Every file of the program's own in the user's home, with what is in it."""
        home = self.root / HOME[1:]
        folders = (home / ".config/Negatoscope", home / ".local/share/Negatoscope")
        files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
        return {str(path.relative_to(home)): path.read_bytes() for path in files}

"""The libraries of the system that go into the frozen program: Debian's packages, or Ubuntu's.

Their file ``copyright`` leaves out the texts that every Debian has in /usr/share/common-licenses. Other
systems have no such folder, so that the texts go along.
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from shipped import Part, purl

COMMON = Path("/usr/share/common-licenses")
# One, or several in braces, as a shell would have it.
_REFERENCE = re.compile(r"/usr/share/common-licenses/(\w[\w.+-]*\w|\{[^}]*\})")


def system_libraries(sources: Iterable[str]) -> tuple[list[Part], set[str]]:
    """The packages that the libraries among ``sources`` come from, and which of them a package has.

    None on Windows and macOS, nor where there is no dpkg.
    """
    libraries = sorted(source for source in sources if source.startswith(("/usr/lib/", "/lib/")))
    if not libraries or sys.platform != "linux" or shutil.which("dpkg-query") is None:
        return [], set()
    packages, owned = set(), set()
    for path in libraries:
        # Where /lib is a link to /usr/lib, dpkg may know the file by its older name.
        for known in (path, path.removeprefix("/usr")):
            answer = subprocess.run(["dpkg-query", "--search", known], capture_output=True, text=True)
            found = {line.partition(": ")[0].split(",")[0] for line in answer.stdout.splitlines()}
            packages |= found
            owned |= {path} if found else set()
    system = platform.freedesktop_os_release()
    return [_package(package, system) for package in sorted(packages)], owned


def _package(package: str, system: dict[str, str]) -> Part:
    """One of them. ``system`` is Debian or what is built on it, with versions of its own."""
    fields = "${Version}\n${Architecture}\n${source:Package}\n${source:Version}"
    command = ("dpkg-query", "--show", f"--showformat={fields}", package)
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    version, processor, source, source_version = said.splitlines()
    name, distribution = package.partition(":")[0], system["ID"]
    file = Path("/usr/share/doc") / name / "copyright"
    address = f"https://packages.{distribution}.{'com' if distribution == 'ubuntu' else 'org'}/{name}"
    text = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else f"See {address}\n"
    release = system.get("VERSION_ID") or system.get("VERSION_CODENAME", "")
    return Part(
        name,
        version,
        _licence(text),
        address,
        {"copyright": text},
        purl=purl(
            "deb",
            f"{distribution}/{name}",
            version,
            arch=processor,
            distro=f"{distribution}-{release}".strip("-"),
        ),
        common=common_licences(text, name),
        source=_source(distribution, source, source_version),
    )


def _licence(text: str) -> str:
    """What a machine-readable ``copyright`` names, all of it."""
    lines = (line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("License:"))
    named = sorted({each for each in lines if each})
    if len(named) > 1:
        named = [f"({each})" if " or " in each.lower() else each for each in named]
    return " AND ".join(named) or "see text"


def _source(distribution: str, package: str, version: str) -> str:
    """Where the source of exactly this version stays, also after the next one has come."""
    if distribution == "ubuntu":
        return f"https://launchpad.net/ubuntu/+source/{package}/{quote(version)}"
    return f"https://snapshot.debian.org/package/{quote(package)}/{quote(version)}/"


def common_licences(text: str, package: str, folder: Path = COMMON) -> tuple[str, ...]:
    """The names of the common texts that ``text``, the copyright file of ``package``, refers to.

    Raises SystemExit where one is not on this machine: the program may not go out without it.
    """
    named = {name.strip() for found in _REFERENCE.findall(text) for name in found.strip("{}").split(",")}
    return tuple(sorted({_there(name, package, folder) for name in named}))


def _there(name: str, package: str, folder: Path) -> str:
    # Some write GPL-2.0 for what is called GPL-2.
    for known in (name, name.removesuffix(".0")):
        if (folder / known).is_file():
            return known
    raise SystemExit(
        f"The licence of {package} refers to {folder / name}, which this machine has not. Its text must go "
        "along with the program: install it (Debian has it in the package base-files), and freeze again."
    )

"""Which version of the program this is, and of which commit it was frozen."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from inference.errors import ProgramChanged

# Written by build.spec: a frozen program has no metadata of a package.
BUILD = "build.json"


@dataclass(frozen=True)
class Build:
    """What was frozen: the version, twelve digits of the commit ("unknown" without history), its day."""

    version: str
    commit: str
    date: str


@cache
def frozen_build() -> Build | None:
    """Of a frozen program; None from its source.

    As it was when it was first asked for: an installer may have laid another build there since.
    """
    return _installed()


def _installed() -> Build | None:
    """Of the files as they are now."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        said = json.loads((files("resources") / BUILD).read_text(encoding="utf-8"))
        return Build(said["version"], said["commit"], said["date"])
    return None


def program_version() -> str:
    """As the package says; "unknown" where nothing says."""
    if build := frozen_build():
        return build.version
    with suppress(PackageNotFoundError):
        return version("negatoscope")
    return "unknown"


def program_identity() -> str:
    """The version, of a frozen program with its commit: what a certificate is about."""
    build = frozen_build()
    return _identity(build) if build else program_version()


def program_changed(path: str) -> ProgramChanged | None:
    """The error of the file ``path`` where another build lies by now than the one that runs; else None."""
    found = _installed()
    if found == frozen_build():
        return None
    return ProgramChanged(path, program_identity(), _identity(found) if found else "unknown")


def _identity(build: Build) -> str:
    return f"{build.version} ({build.commit})"

"""Which version of the program this is."""

from __future__ import annotations

import json
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

# Written by build.spec: a frozen program has no metadata of a package.
BUILD = "build.json"


def program_version() -> str:
    """The version, of a frozen program with its commit; "unknown" where nothing says."""
    with suppress(OSError, ValueError, KeyError):
        build = json.loads((files("resources") / BUILD).read_text(encoding="utf-8"))
        return f"{build['version']} ({build['commit'][:12]})"
    with suppress(PackageNotFoundError):
        return version("negatoscope")
    return "unknown"

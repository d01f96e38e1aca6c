"""The locks as another system than this one would read them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]


def locked(kind: str) -> list[tuple[Requirement, list[str]]]:
    """Each requirement of ``lock/<kind>.txt``, with the SHA-256 of its files."""
    text = (ROOT / "lock" / f"{kind}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    found = []
    for block in "\n".join(lines).replace("\\\n", " ").splitlines():
        stated, *hashes = block.split("--hash=sha256:")
        if stated.strip():
            found.append((Requirement(stated), [digest.strip() for digest in hashes]))
    return found


def requirements(system: Mapping[str, str], tools: Collection[str] = ()) -> str:
    """What the program needs on ``system``, and ``tools`` of the development lock, for pip to check.

    ``system`` answers the lock's conditions; they are left out, because pip would ask them of itself.
    """
    wanted = {requirement.name for requirement, _ in locked("run")} | set(tools)
    text = ""
    for requirement, hashes in locked("dev"):
        holds = requirement.marker is None or requirement.marker.evaluate(dict(system))
        if requirement.name in wanted and holds:
            digests = " ".join(f"--hash=sha256:{digest}" for digest in hashes)
            text += f"{requirement.name}{requirement.specifier} {digests}\n"
    return text

"""What goes beside the installers of a release: what is in them, and their checksums.

python3 dev.py sbom          dist/negatoscope-0.1.0-linux-x86_64.cdx.json: what was frozen consists of
python3 dev.py checksums     dist/SHA256SUMS, of everything that lies in dist, signed where there is a key
python3 dev.py publish TAG   a draft of the release on GitHub, with everything that lies in dist

The list is the one that was made while freezing, from the files that went in (contents.py): it differs from
system to system, and no lock tells.
"""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
SUMS = "SHA256SUMS"


def sbom() -> Path:
    """Lay the frozen program's list beside its installers. Raises FileNotFoundError without one."""
    listed = DIST / "negatoscope" / "_internal" / "licences" / "sbom.cdx.json"
    described = listed.read_bytes()
    version = json.loads(described)["metadata"]["component"]["version"]
    system = f"{platform.system()}-{platform.machine()}".lower().replace("darwin", "macos")
    target = DIST / f"negatoscope-{version}-{system}.cdx.json"
    target.write_bytes(described)
    return target


def checksums(folder: Path) -> str:
    """As sha256sum writes and checks them, of every file in ``folder`` but folders and the sums."""
    names = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(SUMS))
    return "".join(f"{_sha256(path)}  {path.name}\n" for path in names)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def publish(tag: str) -> int:
    """Make a draft of the release of ``tag``; the status of GitHub's program. Raises SystemExit."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if tag != f"v{project['version']}":
        raise SystemExit(f"The tag {tag} is not that of pyproject.toml's version: v{project['version']}.")
    if not shutil.which("gh"):
        raise SystemExit("Publishing needs GitHub's program gh on the PATH.")
    files = sorted(str(path) for path in DIST.iterdir() if path.is_file())
    notes = ("--title", f"Negatoscope {tag}", "--notes-file", "CHANGELOG.md")
    command = ("gh", "release", "create", tag, *files, "--draft", "--verify-tag", *notes)
    return subprocess.call(command, cwd=ROOT)


def main(arguments: list[str]) -> int:
    """Command line: sbom, checksums, or publish with a tag."""
    DIST.mkdir(exist_ok=True)
    match arguments:
        case ["sbom"]:
            print(sbom())
            return 0
        case ["checksums"]:
            # The same line ends on every system, or sha256sum would look for other names.
            (DIST / SUMS).write_text(checksums(DIST), encoding="utf-8", newline="\n")
            return subprocess.call([ROOT / "packaging" / "sign-checksums.sh"])
        case ["publish", tag]:
            return publish(tag)
        case ["publish", *_]:
            raise SystemExit("Name the tag of the release: python3 dev.py publish v1.2.3")
    raise SystemExit(__doc__)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

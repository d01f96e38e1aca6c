"""What goes beside the installers of a release: what is in them, and their checksums.

python3 dev.py sbom          dist/negatoscope-0.1.0.cdx.json: every part with its version
python3 dev.py checksums     dist/SHA256SUMS, of everything that lies in dist
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from locks import locked

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
SUMS = "SHA256SUMS"
# A name space of our own, so that the same release has the same serial number whenever it is described.
SPACE = uuid.UUID("6e1f6c0b-8b7c-4c55-9c57-1b6b7d0c5e11")


def sbom() -> dict[str, Any]:
    """The parts of the program, as CycloneDX 1.5 says them: packages of the lock, and the models."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    parts = []
    for requirement, _ in locked("run"):
        (pin,) = requirement.specifier
        purl = f"pkg:pypi/{requirement.name}@{pin.version}"
        part = {"type": "library", "name": requirement.name, "version": pin.version, "purl": purl}
        if requirement.marker:
            # Not in the installers of every system.
            part["properties"] = [{"name": "negatoscope:only-where", "value": str(requirement.marker)}]
        parts.append({**part, "bom-ref": f"{purl}#{len(parts)}"})
    for model in sorted((ROOT / "resources" / "model").glob("*.onnx")):
        hashes = [{"alg": "SHA-256", "content": _sha256(model)}]
        licence = [{"license": {"id": "CC-BY-NC-SA-4.0"}}]
        named = {"type": "machine-learning-model", "name": model.name, "bom-ref": f"model:{model.name}"}
        parts.append({**named, "version": version, "hashes": hashes, "licenses": licence})
    commit = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    program = {
        "type": "application",
        "name": project["name"],
        "version": version,
        "bom-ref": "negatoscope",
        "licenses": [{"license": {"id": project["license"]}}],
        "properties": [{"name": "negatoscope:commit", "value": commit.stdout.strip() or "unknown"}],
    }
    described = json.dumps([program, parts], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(SPACE, described)}",
        "version": 1,
        "metadata": {"component": program},
        "components": parts,
    }


def checksums(folder: Path) -> str:
    """As sha256sum writes and checks them, of every file in ``folder`` but folders and the sums."""
    names = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(SUMS))
    return "".join(f"{_sha256(path)}  {path.name}\n" for path in names)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> None:
    """Command line: sbom or checksums."""
    DIST.mkdir(exist_ok=True)
    if sys.argv[1:] == ["sbom"]:
        described = sbom()
        name = f"negatoscope-{described['metadata']['component']['version']}.cdx.json"
        (DIST / name).write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    elif sys.argv[1:] == ["checksums"]:
        # The same line ends on every system, or sha256sum would look for other names.
        (DIST / SUMS).write_text(checksums(DIST), encoding="utf-8", newline="\n")
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()

"""Which models came with the program, and which expectations of them: a SHA-256 each, written with them.

It keeps a damaged, mixed up or exchanged model from being asked. Whoever can change the model can change
the manifest too: against that, there are the signatures of the installers.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from inference.errors import ModelNotUsable
from inference.files import reason
from inference.texts import phrase
from inference.version import program_changed

NAME = "manifest.json"
# Models, and what the installation check expects of them.
_RECORDED = (".onnx", ".json")


def recorded_sha256(path: Path) -> str:
    """What the manifest beside a file says of it.

    Raises ModelNotUsable where it says nothing, and ProgramChanged where file and manifest, which would
    agree, are another build's.
    """
    if changed := program_changed(str(path)):
        raise changed
    try:
        recorded = json.loads(path.with_name(NAME).read_text(encoding="utf-8"))[path.name]
    except OSError as error:
        raise ModelNotUsable(
            str(path), phrase("its manifest cannot be read: {reason}", reason=reason(error))
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelNotUsable(str(path), "the manifest beside it does not name it") from error
    return str(recorded)


def write_manifest(folder: Path) -> Path:
    """Record the files of ``folder`` as they are; returns the manifest's path."""
    manifest = folder / NAME
    files = [file for file in folder.iterdir() if file.suffix in _RECORDED and file != manifest]
    recorded = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    manifest.write_text(json.dumps(recorded, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return manifest

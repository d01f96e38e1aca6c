"""Draw the pictures of the views anew: ``python3 dev.py snapshots``.

What has changed is to be looked at before it is committed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import kept_views as kept
import pictures


def main() -> None:
    """In place of those that were kept."""
    for look in kept.LOOKS:
        with tempfile.TemporaryDirectory() as drawn:
            kept.draw(look, Path(drawn))
            folder = kept.folder_of(look)
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.glob("*.png"):
                old.unlink()
            for picture in sorted(Path(drawn).glob("*.png")):
                pictures.keep(pictures.read(picture), folder / picture.name)


if __name__ == "__main__":
    main()

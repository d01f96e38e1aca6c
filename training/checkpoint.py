"""Where a run stands: weights and optimiser in one file, and beside it a meta.json to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch


def save(path: Path, state: dict[str, Any], meta: dict[str, Any]) -> None:
    """Write ``path`` (.pt) and its .json, each whole or not at all: training may be killed any time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)
    partial.write_text(json.dumps(meta, indent=2) + "\n", encoding="utf-8")
    partial.replace(meta_path(path))


def load(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """State and meta that :func:`save` wrote; tensors on the CPU."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    return state, read_meta(path)


def resume(path: Path, identity: dict[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """State and history of a run cut off, if its meta holds all of ``identity``; else both empty."""
    if not meta_path(path).exists():
        return {}, []
    state, meta = load(path)
    if any(meta.get(key) != value for key, value in identity.items()):
        return {}, []
    return state, meta["history"]


def read_meta(path: Path) -> dict[str, Any]:
    """The meta.json beside a checkpoint."""
    meta: dict[str, Any] = json.loads(meta_path(path).read_text(encoding="utf-8"))
    return meta


def meta_path(path: Path) -> Path:
    """best.pt's is best.json."""
    return path.with_suffix(".json")

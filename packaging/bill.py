"""The list of parts for machines: CycloneDX 1.6."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

# PyPI's, which PyInstaller needs: this folder of the same name is no package.
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from shipped import Library, Part

MODEL = "negatoscope-model-"


def bill(found: list[Part], when: datetime, commit: str) -> dict[str, Any]:
    """The program, first of ``found``, and the others; the same parts and time give the same list.

    Libraries are inside the component of the package that brings them.
    """
    program, *others = found
    identity = "\n".join(f"{part.name} {part.version}" for part in found)
    graph = [{"ref": _reference(program), "dependsOn": [_reference(part) for part in others]}]
    for part in others:
        inside = [_inside(part, each) for each in part.libraries]
        graph.append({"ref": _reference(part), **({"dependsOn": inside} if inside else {})})
        graph += [{"ref": each} for each in inside]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}",
        "version": 1,
        "metadata": {
            "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": _component(program, "application"),
            "properties": [{"name": "negatoscope:commit", "value": commit}],
        },
        "components": [
            _component(part, "machine-learning-model" if part.name.startswith(MODEL) else "library")
            for part in others
        ],
        "dependencies": graph,
    }


def is_spdx(licence: str) -> bool:
    """Whether it is an identifier of SPDX's, or an expression of them."""
    return bool(_spdx(licence))


def _spdx(licence: str) -> str:
    """As SPDX writes it; empty where it is none of theirs."""
    try:
        return canonicalize_license_expression(licence)
    except InvalidLicenseExpression:
        return ""


def _reference(part: Part) -> str:
    return f"{part.name}@{part.version}"


def _inside(part: Part, brought: Library) -> str:
    return f"{_reference(part)}/{brought.file}"


def _licences(licence: str) -> list[dict[str, Any]]:
    known = _spdx(licence)
    if not known:
        return [{"license": {"name": licence}}]
    return [{"expression": known}] if " " in known else [{"license": {"id": known}}]


def _component(part: Part, kind: str) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": kind,
        "bom-ref": _reference(part),
        "name": part.name,
        "version": part.version,
        "licenses": _licences(part.licence),
    }
    if part.purl:
        component["purl"] = part.purl
    if part.sha256:
        component["hashes"] = [{"alg": "SHA-256", "content": part.sha256}]
    places = {"website": part.address, "source-distribution": part.source}
    if links := [{"type": kind, "url": address} for kind, address in places.items() if address]:
        component["externalReferences"] = links
    if part.libraries:
        component["components"] = [_library(part, each) for each in part.libraries]
    return component


def _library(part: Part, brought: Library) -> dict[str, Any]:
    """Without a licence or an address of its own: a file's name tells neither."""
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _inside(part, brought),
        "name": brought.name,
        "properties": [{"name": "negatoscope:file", "value": brought.file}],
    }
    if brought.version:
        component["version"] = brought.version
    if brought.version and not brought.exact:
        # What linkers go by need not be the number of the release.
        how = {"technique": "filename", "confidence": 0.5, "value": brought.version}
        component["evidence"] = {"identity": [{"field": "version", "confidence": 0.5, "methods": [how]}]}
    return component

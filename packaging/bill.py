"""The list of parts for machines: CycloneDX 1.6."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

# PyPI's, which PyInstaller needs: this folder of the same name is no package.
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from shipped import Inside, Library, Part

MODEL = "negatoscope-model-"


def bill(found: list[Part], when: datetime, commit: str) -> dict[str, Any]:
    """The program, first of ``found``, and the others; the same parts and time give the same list.

    Libraries are inside the component of the package that brings them, and what is compiled into one inside
    the component of that library.
    """
    program, *others = found
    identity = "\n".join(f"{part.name} {part.version}" for part in found)
    graph = [{"ref": _reference(program), "dependsOn": [_reference(part) for part in others]}]
    for part in others:
        graph.append(_needs(_reference(part), [_inside(part, each.file) for each in part.libraries]))
        graph += [
            _needs(_inside(part, each.file), [_within(part, one) for one in _of(part, each)])
            for each in part.libraries
        ]
        graph += [_needs(_within(part, each), []) for each in part.inside]
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


def _inside(part: Part, file: str) -> str:
    return f"{_reference(part)}/{file}"


def _within(part: Part, each: Inside) -> str:
    return f"{_inside(part, each.file)}/{each.identity}"


def _of(part: Part, brought: Library) -> list[Inside]:
    return [each for each in part.inside if each.file == brought.file]


def _needs(reference: str, others: list[str]) -> dict[str, Any]:
    return {"ref": reference, **({"dependsOn": others} if others else {})}


def _licences(licence: str) -> list[dict[str, Any]]:
    known = _spdx(licence)
    if not known:
        return [{"license": {"name": licence}}]
    # The scheme has a list of the identifiers, without those that others make for themselves.
    is_expression = " " in known or known.startswith("LicenseRef-")
    return [{"expression": known}] if is_expression else [{"license": {"id": known}}]


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
    """Without an address of its own, and mostly without a licence: a file's name tells neither."""
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _inside(part, brought.file),
        "name": brought.name,
        "properties": [{"name": "negatoscope:file", "value": brought.file}],
    }
    if brought.licence:
        component["licenses"] = _licences(brought.licence)
    # What linkers go by need not be the number of the release.
    component |= _version(brought.version, "" if brought.exact else "filename")
    if compiled := _of(part, brought):
        component["components"] = [_compiled(part, each) for each in compiled]
    return component


def _compiled(part: Part, each: Inside) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _within(part, each),
        "name": each.name,
        "licenses": _licences(each.licence),
        "properties": [{"name": "negatoscope:read-from", "value": each.read_from}],
    }
    if each.purl:
        component["purl"] = each.purl
    return component | _version(each.version, "manifest-analysis")


def _version(version: str, guessed: str) -> dict[str, Any]:
    """With the way in which it was ``guessed``, unless that is empty."""
    if not version or not guessed:
        return {"version": version} if version else {}
    how = {"technique": guessed, "confidence": 0.5, "value": version}
    evidence = {"identity": [{"field": "version", "confidence": 0.5, "methods": [how]}]}
    return {"version": version, "evidence": evidence}

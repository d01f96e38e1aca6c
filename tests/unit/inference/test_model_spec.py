"""What a model says of itself comes back as it was written, or is refused with the reason."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from inference.model_spec import METADATA_KEY, ModelSpec
from tiny_model import SPEC, VIEW_SPEC


@pytest.mark.parametrize("spec", [SPEC, VIEW_SPEC], ids=["classifier", "view network"])
def test_it_comes_back_as_it_was_written(spec: ModelSpec) -> None:
    metadata = spec.to_metadata()
    assert list(metadata) == [METADATA_KEY]
    assert ModelSpec.from_metadata(metadata) == spec


def test_what_a_later_version_adds_is_passed_over() -> None:
    found = json.loads(SPEC.to_metadata()[METADATA_KEY]) | {"later": 1}
    assert ModelSpec.from_metadata({METADATA_KEY: json.dumps(found)}) == SPEC


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"size": None}, "size"),
        ({"classes": None}, "classes"),
        ({"temperatures": {"opacity": 1.0}}, "temperatures.*covid19"),
        ({"evidence_scales": {}}, "evidence_scales.*opacity"),
        ({"temperatures": dict.fromkeys(SPEC.heads, 0.0)}, "temperatures.*opacity"),
        ({"temperatures": dict.fromkeys(SPEC.heads, "warm")}, "temperatures"),
        ({"conformal": {"normal": None}}, "conformal"),
        ({"conformal": [0.5]}, "conformal"),
        ({"limits": {"frontal": True}}, "limits"),
    ],
)
def test_a_specification_of_no_use_is_refused_by_the_name_of_the_field(
    changes: dict[str, Any], named: str
) -> None:
    found = json.loads(SPEC.to_metadata()[METADATA_KEY]) | changes
    # None stands for a field that is missing.
    kept = {name: value for name, value in found.items() if value is not None}
    with pytest.raises(ValueError, match=named):
        ModelSpec.from_metadata({METADATA_KEY: json.dumps(kept)})


def test_numbers_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="limits"):
        replace(VIEW_SPEC, limits={"frontal": float("nan")})


@pytest.mark.parametrize("text", ["", "[1]", "null", "{"])
def test_metadata_that_is_no_specification_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="metadata"):
        ModelSpec.from_metadata({METADATA_KEY: text})
    with pytest.raises(ValueError, match="metadata"):
        ModelSpec.from_metadata({})

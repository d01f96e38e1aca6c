"""Valid files cut, bent and shuffled: each is opened or refused by a name that was foreseen.

A sample by default; NEGATOSCOPE_MUTATIONS sets how many are made, and where a failure names a seed, that
seed makes the same file again.
"""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import pytest
from mutator import PASSWORD, mutated, truncations, valid_archives, valid_files
from numpy.typing import NDArray

from inference import ImageSource, InferenceError, expand, load_radiograph

MUTATIONS = int(os.environ.get("NEGATOSCOPE_MUTATIONS", "1500"))
# The films here have a few kilobytes; a prime, so that cuts fall everywhere.
STEP = 251
UNFORESEEN = {"reader_failed", "not one line"}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutated") / "film"


def pixels_or_code(source: Path | ImageSource) -> tuple[NDArray[np.generic] | None, str]:
    try:
        radiograph = load_radiograph(source)
    except InferenceError as error:
        return None, error.code if str(error).isprintable() else "not one line"
    assert radiograph.render().shape[:2] == (radiograph.rows, radiograph.columns)
    assert np.isfinite(radiograph.value_range).all()
    return radiograph.pixels, "opened"


@pytest.mark.parametrize("name", valid_files())
def test_a_film_cut_anywhere_is_refused_unless_its_picture_is_whole(scratch: Path, name: str) -> None:
    content = valid_files()[name]
    scratch.write_bytes(content)
    whole, _ = pixels_or_code(scratch)
    assert whole is not None
    for cut in truncations(content, STEP):
        scratch.write_bytes(cut)
        pixels, code = pixels_or_code(scratch)
        assert code not in UNFORESEEN, len(cut)
        assert pixels is None or np.array_equal(pixels, whole), len(cut)


def test_a_mutated_film_is_opened_or_refused_by_a_foreseen_name(scratch: Path) -> None:
    names = sorted(valid_files())
    for seed in range(MUTATIONS):
        random = Random(seed)
        content = mutated(valid_files()[random.choice(names)], random)
        scratch.write_bytes(content)
        _, code = pixels_or_code(scratch)
        assert code not in UNFORESEEN, seed


def listed(path: Path) -> list[str]:
    """What becomes of each of the first members."""
    found = list(expand([path]))
    assert pickle.loads(pickle.dumps(found)) is not None
    assert found
    codes = []
    for source in found[:4]:
        if isinstance(source, InferenceError):
            codes.append(source.code)
        elif source.member is None:
            codes.append(pixels_or_code(source)[1])
        else:
            codes.append(pixels_or_code(replace(source, password=PASSWORD))[1])
    return codes


@pytest.mark.parametrize("name", valid_archives())
def test_members_of_a_whole_archive_are_opened(scratch: Path, name: str) -> None:
    scratch.write_bytes(valid_archives()[name])
    assert listed(scratch) == ["opened", "opened"]


@pytest.mark.parametrize("name", valid_archives())
def test_a_cut_archive_is_refused(scratch: Path, name: str) -> None:
    for cut in truncations(valid_archives()[name], STEP):
        scratch.write_bytes(cut)
        assert not {*UNFORESEEN, "opened"} & set(listed(scratch)), len(cut)


def test_a_mutated_archive_gives_whole_members_or_a_foreseen_name(scratch: Path) -> None:
    names = sorted(valid_archives())
    for seed in range(MUTATIONS // 2):
        random = Random(seed)
        scratch.write_bytes(mutated(valid_archives()[random.choice(names)], random))
        assert not UNFORESEEN & set(listed(scratch)), seed

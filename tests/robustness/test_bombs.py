"""Small files that ask for everything, made on the fly: each ends in its message, within memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bombs import BOMBS
from mutator import valid_files

ROOT = Path(__file__).parents[2]
# The promise is 500 MB for any file; the largest film that is read needs most of it.
MOST_KILOBYTES = 250 * 1024


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[set[str], int]]:
    """What a process of bounded memory made of each bomb, and by how much its peak grew."""
    if not sys.platform.startswith("linux"):
        pytest.skip("memory is bounded and counted in another way here")
    folder = tmp_path_factory.mktemp("bombs")
    # Films first, so that what the libraries take at their first use is not a bomb's.
    for index, content in enumerate(valid_files().values()):
        (folder / f"0 film {index}").write_bytes(content)
    for name, (make, _) in BOMBS.items():
        (folder / name).write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-W", "ignore", Path(__file__).with_name("read_all.py"), folder],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    rows = (line.split("\t") for line in done.stdout.splitlines())
    return {name: (set(codes.split(",")), int(grown)) for name, codes, grown in rows}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_its_message(name: str, outcomes: dict[str, tuple[set[str], int]]) -> None:
    codes, grown = outcomes[name]
    assert codes <= BOMBS[name][1]
    assert grown < MOST_KILOBYTES


def test_films_are_read_under_the_same_limits(outcomes: dict[str, tuple[set[str], int]]) -> None:
    films = [codes for name, (codes, _) in outcomes.items() if name.startswith("0 film")]
    assert films == [{"opened"}] * len(valid_files())

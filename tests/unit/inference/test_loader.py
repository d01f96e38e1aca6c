"""The process that reads files: what it reads is what is read here, and it may come to any harm."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import numpy as np
import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference import ImageSource, InferenceError, Loader, load_radiograph
from inference.arena import Arena
from inference.errors import ReadingCancelled, ReadingCrashed, TookTooLong
from inference.loader import Loaders
from phantom import dicom, thorax_u8, thorax_u16, write_dicom, write_image

ROOT = Path(__file__).parents[3]
PATIENCE_S = 20.0
stops_processes = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that stops")


@pytest.fixture(scope="module")
def loader() -> Iterator[Loader]:
    with Loader() as started:
        yield started


@pytest.fixture
def film(tmp_path: Path) -> ImageSource:
    return ImageSource(str(write_image(tmp_path / "film.png", thorax_u8(160, 160))))


@pytest.fixture
def own(film: ImageSource) -> Iterator[tuple[Loader, psutil.Process]]:
    """A loader that waits half a second, and its process, warm."""
    before = set(psutil.Process().children())
    with Loader(seconds=0.5) as loader:
        loader.load(film, patient=True)
        (process,) = set(psutil.Process().children()) - before
        yield loader, process


@pytest.fixture
def aside() -> Iterator[Callable[..., Future[object]]]:
    """Runs something in another thread."""
    with ThreadPoolExecutor(1) as pool:
        yield pool.submit


def test_what_it_reads_is_what_is_read_here(loader: Loader, tmp_path: Path) -> None:
    pixels = thorax_u16(200, 180, bits=12)
    attributes = {"WindowCenter": [40.5, 600], "WindowWidth": [80, 900], "PatientName": "Doe^Jane"}
    source = ImageSource(str(write_dicom(tmp_path / "film.dcm", dicom(pixels, bits=12, **attributes))))
    there, here = loader.load(source), load_radiograph(source)
    for field in fields(here):
        if field.name != "pixels":
            assert getattr(there, field.name) == getattr(here, field.name)
    assert there.pixels.dtype == here.pixels.dtype
    np.testing.assert_array_equal(there.pixels, here.pixels)
    np.testing.assert_array_equal(there.render(), here.render())


def test_two_films_do_not_share_their_pixels(loader: Loader, tmp_path: Path) -> None:
    names = "first.png", "second.png"
    films = [write_image(tmp_path / name, thorax_u8(160, 160, seed=i)) for i, name in enumerate(names)]
    first, second = (loader.load(ImageSource(str(film))) for film in films)
    np.testing.assert_array_equal(first.pixels, thorax_u8(160, 160, seed=0))
    np.testing.assert_array_equal(second.pixels, thorax_u8(160, 160, seed=1))


def test_what_cannot_be_read_is_the_error_that_it_is_here(loader: Loader, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(write_image(tmp_path / "whole.png", thorax_u8(160, 160)).read_bytes()[:5000])
    for source in (ImageSource(str(broken)), ImageSource(str(tmp_path / "absent.dcm"))):
        with pytest.raises(InferenceError) as here:
            load_radiograph(source)
        with pytest.raises(type(here.value)) as there:
            loader.load(source)
        assert there.value.facts() == here.value.facts()


def test_a_zip_is_listed_there(loader: Loader, tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04 and no more")
    (error,) = loader.list_container(str(broken))
    assert isinstance(error, InferenceError)
    assert error.code == "damaged_archive"


@stops_processes
def test_a_file_that_never_ends_is_given_up(own: tuple[Loader, psutil.Process], film: ImageSource) -> None:
    loader, process = own
    process.suspend()
    with pytest.raises(TookTooLong) as caught:
        loader.load(film)
    assert caught.value.path == str(film)
    assert loader.load(film, patient=True).rows == 160


@pytest.mark.skipif(sys.platform != "linux", reason="only there a limit can be set from outside")
def test_a_file_that_brings_the_process_down_is_an_error_and_the_next_is_read(
    own: tuple[Loader, psutil.Process], tmp_path: Path, film: ImageSource
) -> None:
    loader, process = own
    large = ImageSource(str(write_image(tmp_path / "large.png", thorax_u8(2000, 2000))))
    # A second of work, and the system ends it in the middle of some film.
    process.rlimit(psutil.RLIMIT_CPU, (1, 1))

    def read_on() -> None:
        while True:
            loader.load(large, patient=True)

    with pytest.raises(ReadingCrashed) as caught:
        read_on()
    assert caught.value.path == str(large)
    assert loader.load(film, patient=True).rows == 160


def test_a_process_that_has_gone_meanwhile_is_no_error(
    own: tuple[Loader, psutil.Process], film: ImageSource
) -> None:
    loader, process = own
    process.kill()
    psutil.wait_procs([process], timeout=PATIENCE_S)
    assert loader.load(film, patient=True).rows == 160


@stops_processes
def test_cancelling_gives_a_long_read_up(
    own: tuple[Loader, psutil.Process], film: ImageSource, aside: Callable[..., Future[object]]
) -> None:
    loader, process = own
    process.suspend()
    reading = aside(loader.load, film, patient=True)
    while not reading.done():
        loader.cancel()
    with pytest.raises(ReadingCancelled):
        reading.result()
    assert loader.load(film, patient=True).rows == 160


@stops_processes
def test_cancelling_leaves_a_short_read_alone(
    own: tuple[Loader, psutil.Process], film: ImageSource, aside: Callable[..., Future[object]]
) -> None:
    loader, process = own
    process.suspend()
    reading = aside(loader.load, film, patient=True)
    loader.cancel(after=PATIENCE_S)
    process.resume()
    assert reading.result(PATIENCE_S).rows == 160
    assert process.is_running()


def test_closing_ends_the_process_and_nothing_is_read_any_more(
    own: tuple[Loader, psutil.Process], film: ImageSource
) -> None:
    loader, process = own
    loader.close()
    assert not process.is_running()
    with pytest.raises(ReadingCancelled):
        loader.load(film)


@pytest.mark.skipif(sys.platform != "linux", reason="bounded by other means elsewhere")
def test_a_film_that_needs_more_memory_than_there_may_be_is_an_error(
    own: tuple[Loader, psutil.Process], tmp_path: Path, film: ImageSource
) -> None:
    loader, process = own
    large = write_image(tmp_path / "large.png", np.zeros((6000, 6000), np.uint16))
    used = process.memory_info().vms
    process.rlimit(psutil.RLIMIT_AS, (used + 2**20, used + 2**20))
    with pytest.raises(InferenceError) as caught:
        loader.load(ImageSource(str(large)), patient=True)
    assert caught.value.code in ("not_enough_memory", "damaged_file")
    assert loader.load(film, patient=True).rows == 160


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_process_can_write_no_file_and_leaves_no_core(own: tuple[Loader, psutil.Process]) -> None:
    _, process = own
    if sys.platform == "linux":
        assert process.rlimit(psutil.RLIMIT_FSIZE) == (0, 0)
        assert process.rlimit(psutil.RLIMIT_CORE) == (0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="there the job object ends it")
def test_it_ends_when_the_program_is_killed_and_leaves_nothing(tmp_path: Path) -> None:
    code = (
        "import sys, time; from inference import Loader, ImageSource; import psutil; loader = Loader();"
        "loader.load(ImageSource('resources/sample/phantom.png'), patient=True);"
        "print(*(p.pid for p in psutil.Process().children()), flush=True); time.sleep(600)"
    )
    shared = Path("/dev/shm")
    before = set(shared.iterdir()) if shared.is_dir() else set()
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    program = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment
    )
    assert program.stdout is not None
    children = [psutil.Process(int(pid)) for pid in program.stdout.readline().split()]
    assert children
    program.kill()
    program.wait()
    program.stdout.close()
    _, alive = psutil.wait_procs(children, timeout=PATIENCE_S)
    assert not alive
    assert not list(tmp_path.iterdir())
    if shared.is_dir():
        assert not {path.name for path in set(shared.iterdir()) - before if "psm_" in path.name}


def test_modules_in_the_folder_that_it_is_started_from_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "numpy.py").write_text("raise SystemExit('from a CD')")
    write_image(tmp_path / "film.png", thorax_u8(160, 160))
    with Loader() as loader:
        # And a relative path means what it means here.
        assert loader.load(ImageSource("film.png"), patient=True).rows == 160


@pytest.mark.skipif(sys.platform == "win32", reason="programs are found in another way")
def test_programs_in_the_folder_that_it_is_started_from_are_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, film: ImageSource
) -> None:
    run = tmp_path / "run"
    planted = tmp_path / "cd"
    planted.mkdir()
    for name in ("file", "uname", "ldconfig", "gcc", "cc", "ld", "objdump", "sh", "lscpu"):
        program = planted / name
        program.write_text(f"#!/bin/sh\necho {name} >> {run}\n")
        program.chmod(0o755)
    monkeypatch.chdir(planted)
    with Loader() as loader:
        loader.load(film)
    assert not run.exists()


def test_several_read_at_once_and_each_gets_its_own_film(tmp_path: Path) -> None:
    sizes = range(150, 162)
    films = [ImageSource(str(write_image(tmp_path / f"{n}.png", thorax_u8(n, n)))) for n in sizes]
    with Loaders(2) as loaders, ThreadPoolExecutor(3) as pool:
        assert [radiograph.rows for radiograph in pool.map(loaders.load, films)] == list(sizes)


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_the_arena_gives_back_what_was_put(parts: list[bytes]) -> None:
    arena = Arena(4096)
    lengths = arena.put([pickle.PickleBuffer(part) for part in parts])
    assert lengths is not None
    assert [taken.tobytes() for taken in arena.take(lengths)] == parts
    arena.close()


def test_what_does_not_fit_the_arena_is_not_put() -> None:
    arena = Arena(4096)
    assert arena.put([pickle.PickleBuffer(bytes(4097))]) is None
    arena.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives such memory back")
def test_a_large_film_leaves_no_memory_behind_in_the_arena() -> None:
    arena = Arena(64 * 2**20)
    lengths = arena.put([pickle.PickleBuffer(bytes([7]) * (50 * 2**20))])
    assert lengths is not None
    taken = arena.take(lengths)
    assert (taken[0] == 7).all()
    # Given back to the system, it reads as zeros.
    assert not arena.take([4096])[0].any()
    arena.close()

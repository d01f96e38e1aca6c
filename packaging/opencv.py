"""A lean OpenCV for the frozen program: core and imgproc alone, built from the sdist of the locked version.

The wheel that everybody installs carries FFmpeg, an end-of-life OpenSSL and a BLAS of its own: 160 MB, of
which the program uses 8. The frozen program is what people install, so there it is worth a build of some
minutes, once: the result stays in build/opencv until the recipe, the lock, the Python or the compiler
changes. What is used for developing and testing remains the ordinary wheel.

    python packaging/opencv.py      prints the folder that holds the package cv2
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shlex
import shutil
import stat
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / "build" / "opencv"
# OpenCV writes into its library where it was built, so it is built in the same place on every machine.
WORKSHOP = Path(tempfile.gettempdir() if os.name == "nt" else "/tmp") / "negatoscope-opencv"
STALE_SECONDS = 2 * 3600  # a build takes a quarter of that
PACKAGE = "opencv-python-headless"

# What is left out reads files, plays films, draws windows or finds faces. IPP would be fetched while
# building; without it, GaussianBlur and resize take OpenCV's own code, which is vectorised as well.
LEFT_OUT = (
    "1394", "ADE", "AVIF", "EIGEN", "FFMPEG", "GSTREAMER", "GTK", "IMGCODEC_GIF", "IMGCODEC_HDR",
    "IMGCODEC_PFM", "IMGCODEC_PXM", "IMGCODEC_SUNRASTER", "IPP", "ITT", "JASPER", "JPEG", "JPEGXL",
    "LAPACK", "OBSENSOR", "OPENCL", "OPENEXR", "OPENJPEG", "PNG", "PROTOBUF", "QT", "QUIRC", "TIFF", "V4L",
    "VTK", "WEBP", "FLATBUFFERS", "VA", "AVFOUNDATION", "DSHOW", "MSMF", "WIN32UI", "DIRECTX", "DIRECTML",
)  # fmt: skip
OPTIONS = (
    "-DBUILD_LIST=core,imgproc,python3",
    "-DBUILD_ZLIB=ON",
    "-DBUILD_ITT=OFF",
    *(f"-DWITH_{name}=OFF" for name in LEFT_OUT),
    # The same machine's type and the same sources shall give the same bytes.
    "-DBUILD_INFO_SKIP_TIMESTAMP=ON",
    "-DBUILD_INFO_SKIP_SYSTEM_VERSION=ON",
    "-DENABLE_CONFIG_VERIFICATION=OFF",
)

# Its set-up insists on stubs for type checkers, which cannot be made of two modules alone.
INSISTS = '"gapi" not in relpath_re'
RELENTS = 'not re.search("gapi|typed|typing", relpath_re)'


def lock_entry(lock: str, wanted: str) -> str:
    """The lines of a lock that pin a version of OpenCV, with its hashes and without its condition."""
    pin = rf"^{re.escape(PACKAGE)}=={re.escape(wanted)}[^\n]*\\\n((?:[ ]+--hash=\S+[^\n]*\n)+)"
    found = re.search(pin, lock, re.MULTILINE)
    if found is None:
        raise SystemExit(f"lock/run.txt does not hold {PACKAGE} {wanted}, which is installed.")
    return f"{PACKAGE}=={wanted} \\\n{found[1]}"


def compiler() -> str:
    """How the C++ compiler names itself and its version; empty where none does.

    CMake takes the one of the variable CXX, or else the first of these names. On Windows it finds
    Microsoft's by itself, which is not on the PATH.
    """
    asked = (os.environ.get("CXX"), "c++", "g++", "clang++") if os.name != "nt" else ()
    english = {**os.environ, "LC_ALL": "C"}
    for command in filter(None, asked):
        with suppress(OSError):
            said = subprocess.run(
                [*shlex.split(command), "--version"], capture_output=True, text=True, env=english
            )
            if said.returncode == 0:
                return said.stdout.partition("\n")[0]
    return ""


def recipe(entry: str) -> str:
    """A name for what the result depends on."""
    tools = (ROOT / "lock" / "opencv.txt").read_text(encoding="utf-8")
    machine = (sysconfig.get_platform(), sys.version, compiler(), " ".join(platform.libc_ver()))
    parts = (*OPTIONS, RELENTS, str(WORKSHOP), entry, tools, *machine)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def run(*command: str | Path, **environment: str) -> None:
    """Run a step; what it says goes to the standard error, for the result alone is printed."""
    subprocess.run([str(part) for part in command], check=True, stdout=2, env={**os.environ, **environment})


def flags(source: Path) -> str:
    """Compiler's flags that keep this machine's paths out of the result."""
    return "" if os.name == "nt" else f"-ffile-prefix-map={source}=."


def let_stubs_be_missing(setup: Path) -> None:
    """Change the one line of OpenCV's set-up that ends the build over them."""
    text = setup.read_text(encoding="utf-8")
    if INSISTS not in text:
        raise SystemExit(f"{PACKAGE} is set up in another way than packaging/opencv.py knows.")
    setup.write_text(text.replace(INSISTS, RELENTS), encoding="utf-8")


def reclaim() -> None:
    """Remove what a build of ours left that was killed: nothing builds for as long as that."""
    try:
        state = WORKSHOP.lstat()
    except FileNotFoundError:
        return
    own = os.name == "nt" or state.st_uid == os.getuid()
    if own and stat.S_ISDIR(state.st_mode) and time.time() - state.st_mtime > STALE_SECONDS:
        shutil.rmtree(WORKSHOP)


@contextmanager
def workshop() -> Iterator[Path]:
    """The folder to build in, for this build alone; nothing of it stays."""
    reclaim()
    try:
        WORKSHOP.mkdir(mode=0o700)
    except FileExistsError:
        raise SystemExit(
            f"{WORKSHOP} is there: another build is at work, or it is another user's."
        ) from None
    try:
        yield WORKSHOP
    finally:
        shutil.rmtree(WORKSHOP)


def build(folder: Path, entry: str, target: Path) -> None:
    """Unpack and compile below ``folder``, and install into ``target``. Raises CalledProcessError."""
    tools, source, wheels = folder / "tools", folder / "source", folder / "wheels"
    python = tools / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pip = (python, "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check")
    run(sys.executable, "-m", "venv", "--clear", tools)
    run(*pip, "install", "--no-deps", "--require-hashes", "-r", ROOT / "lock" / "opencv.txt")
    (folder / "sdist.txt").write_text(entry, encoding="utf-8")
    path = os.pathsep.join((str(python.parent), os.environ.get("PATH", "")))  # cmake and ninja lie there
    alone = ("--no-deps", "--no-build-isolation")
    sdist = ("--no-binary", ":all:", "--require-hashes", "-r", folder / "sdist.txt", "--dest", wheels)
    run(*pip, "download", *alone, *sdist, PATH=path)
    with tarfile.open(next(wheels.glob("*.tar.gz"))) as archive:
        archive.extractall(source, filter="data")
    (unpacked,) = source.iterdir()
    let_stubs_be_missing(unpacked / "setup.py")
    options = [*OPTIONS, *(f"-DCMAKE_{language}_FLAGS={flags(unpacked)}" for language in ("C", "CXX"))]
    reproducible = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}
    run(
        *pip, "wheel", *alone, "--wheel-dir", wheels, unpacked,
        PATH=path, ENABLE_HEADLESS="1", CMAKE_ARGS=" ".join(options), **reproducible,
    )  # fmt: skip
    wheel = next(wheels.glob("*.whl"))
    run(*pip, "install", "--no-deps", "--no-compile", "--target", target, wheel)


def lean_opencv() -> Path:
    """The folder that holds the lean cv2: built now, or before."""
    entry = lock_entry((ROOT / "lock" / "run.txt").read_text(encoding="utf-8"), version(PACKAGE))
    site = CACHE / recipe(entry) / "site"
    if not site.is_dir():
        unfinished = site.with_name("unfinished")
        with workshop() as folder:
            # Within the lock: another build may be filling it.
            shutil.rmtree(unfinished, ignore_errors=True)
            build(folder, entry, unfinished)
            unfinished.rename(site)
    return site


if __name__ == "__main__":
    print(lean_opencv())

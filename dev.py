#!/usr/bin/env python3
"""The one front door: installs what is missing, then runs, tests, trains or packages Negatoscope.

    python3 dev.py            lists the tasks (on Windows: py dev.py)

Uses the standard library alone. What it installs for Python goes into .venv beside this file, from a
lock in which every package carries its hash; a stamp remembers it, so that the next start goes straight
to the program. Missing system libraries are installed where there is apt, and named elsewhere.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
HAS_APT = LINUX and all(map(shutil.which, ("apt-get", "dpkg-query")))
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
SUPPORTED = ("3.13", "3.12", "3.11")  # keep with requires-python in pyproject.toml
TORCH = "2.13.0"  # for training alone, and outside the lock: its builds differ by machine

# Debian's names. Widgets first, then what the xcb plugin (a real screen) needs besides.
QT_PACKAGES = (
    "libgl1", "libegl1", "libglib2.0-0", "libxkbcommon0", "libfontconfig1", "libdbus-1-3",
    "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
)  # fmt: skip
# What some tests use, and skip without: a screen to drive, a renderer to be held against, a linter.
SCREEN_TEST_PACKAGES = ("xvfb", "xauth", "xdotool", "openbox", "imagemagick", "strace")
RENDERER_PACKAGES = ("dcmtk",)
SCRIPT_PACKAGES = ("shellcheck",)
# What makes the installers for Linux, and what proves them in bare systems.
INSTALLER_PACKAGES = ("dpkg-dev", "makeself", "desktop-file-utils", "appstream", "lintian")
PROOF_PACKAGES = ("debootstrap", "lintian", "xvfb", "xauth", "xdotool", "openbox", "imagemagick", "strace")
CHECKS = {
    "ruff check": ("-m", "ruff", "check"),
    "ruff format": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "import-linter": ("-c", "from importlinter.cli import lint_imports_command as main; main()"),
    "workflows": ("-m", "jactionlint", "--profile", "pedantic", "--strict-exit", "--no-online"),
}


class Stop(Exception):
    """Work cannot go on; the text tells the person at the keyboard why, and what to do."""


def say(text: str) -> None:
    """Print a progress word at once, apart from the output of the program itself."""
    print(text, file=sys.stderr, flush=True)


def child_environment(**extra: str) -> dict[str, str]:
    """The environment for everything started here: ours, without the user's own Python set-up."""
    unwanted = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONNOUSERSITE": "1", "PIP_USER": "0", **extra}


def start(*command: str | Path, cwd: Path | None = ROOT, env: dict[str, str] | None = None) -> int:
    """Run a program in front of the user and return its exit status."""
    return subprocess.call([str(part) for part in command], cwd=cwd, env=env or child_environment())


def ask(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a program for its answer. One that is not there fails like one that says no."""
    pipe, out = subprocess.PIPE, subprocess.STDOUT
    try:
        return subprocess.run(command, cwd=ROOT, stdout=pipe, stderr=out, text=True)
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, f"{command[0]}: {error.strerror}")


# --- system packages ------------------------------------------------------------------------------


def missing_packages(wanted: tuple[str, ...]) -> list[str]:
    """Those Debian packages that are not installed (newer releases call some of them ...t64)."""
    names = [name + suffix for name in wanted for suffix in ("", "t64")]
    answer = ask("dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *names)
    installed = {line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" installed")}
    return [name for name in wanted if not installed & {name, name + "t64"}]


def apt(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run apt-get quietly, by sudo where we are not root."""
    command = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-oDPkg::Lock::Timeout=120")
    return ask(*(() if os.geteuid() == 0 else ("sudo",)), *command, *arguments)


def install_system(wanted: tuple[str, ...], *, needed: bool) -> None:
    """Install missing system packages; where that cannot be done, stop if they are needed, else warn."""
    if not HAS_APT or not (missing := missing_packages(wanted)):
        return
    names = " ".join(missing)
    say(f"Installing system libraries: {names}")
    apt("update")  # if this fails, the installation says why
    done = apt("install", "--yes", "--no-install-recommends", *missing)
    if done.returncode == 0:
        return
    say(done.stdout.strip())
    remedy = f"Ask an administrator to run: apt-get install --no-install-recommends {names}"
    if needed:
        raise Stop(f"System packages are missing and could not be installed. {remedy}")
    say(f"Going on without these system packages, so some tests may skip or fail. {remedy}")


# --- the environment ------------------------------------------------------------------------------


def probe(*python: str) -> tuple[str, bool]:
    """An interpreter's version ("" if it does not start), and whether it can make environments."""
    code = "import sys; print('version %d.%d' % sys.version_info[:2], flush=True); import ensurepip, venv"
    answer = ask(*python, "-c", code)
    word, _, rest = answer.stdout.partition(" ")
    return (rest.split()[0] if word == "version" else ""), answer.returncode == 0


def suitable_python() -> tuple[str, ...]:
    """The command of a Python that can run the program: this one, or another on the PATH."""
    others = [("py", f"-{version}") if WINDOWS else (f"python{version}",) for version in SUPPORTED]
    for python in ((sys.executable,), *others):
        version, makes_environments = probe(*python)
        if version not in SUPPORTED:
            continue
        package = f"python{version}-venv"  # Debian keeps the means to make environments apart
        if not makes_environments:
            install_system((package,), needed=True)
        if makes_environments or probe(*python)[1]:
            return python
        raise Stop(
            f"Python {version} is here, but cannot make environments (its modules venv or ensurepip are "
            f"missing). Install the package in which your system keeps them, often called {package}."
        )
    raise Stop(
        f"Negatoscope needs Python {', '.join(SUPPORTED)}. This is {sys.version.split()[0]}, and none of "
        "those is on the PATH. Install one, from python.org or your system's packages, and start again."
    )


def make_environment() -> None:
    """Make .venv, unless there is one that works."""
    if probe(str(PYTHON))[0] in SUPPORTED and ask(str(PYTHON), "-m", "pip").returncode == 0:
        return
    python = suitable_python()
    say("Making the environment .venv ...")
    if start(*python, "-m", "venv", "--clear", VENV) != 0:
        raise Stop(f"The environment {VENV} could not be made; the reason stands above.")


def digest(kind: str) -> str:
    """What an installation depends on: the lock, our own scripts, the Python used, and the place."""
    sha = hashlib.sha256(str(ROOT).encode())
    for path in (ROOT / "lock" / f"{kind}.txt", ROOT / "pyproject.toml", VENV / "pyvenv.cfg"):
        sha.update(path.read_bytes() if path.exists() else b"-")
    return sha.hexdigest()


def is_installed(kind: str) -> bool:
    """Whether the packages of lock/<kind>.txt are in .venv; dev.txt contains all of run.txt."""
    holds = {digest(each) for each in (kind, "dev")}
    return PYTHON.exists() and any(stamp.read_text() in holds for stamp in VENV.glob("installed-*"))


def pip(*arguments: str | Path) -> bool:
    """Install by the pip of .venv, as the user's own pip configuration says; False if that failed."""
    command = ("pip", "install", "--quiet", "--no-input", "--disable-pip-version-check")
    return start(PYTHON, "-m", *command, *arguments) == 0


def install(kind: str) -> bool:
    """Bring .venv to lock/<kind>.txt; True if there was something to do."""
    if is_installed(kind):
        return False
    make_environment()
    stamps = list(VENV.glob("installed-*"))
    for old in stamps:
        old.unlink()
    say(f"Installing Python packages ({'what is needed has changed' if stamps else 'first time only'}) ...")
    # The lock names everything; --no-deps because what it leaves out (torch) is left out on purpose.
    locked = pip("--no-deps", "--require-hashes", "-r", ROOT / "lock" / f"{kind}.txt")
    if not (locked and pip("--no-deps", "--no-build-isolation", "-e", ROOT)):
        raise Stop(
            "The Python packages could not be installed; the reason stands above. This one time the "
            "internet is needed, or a mirror named in pip's own configuration. Then start again."
        )
    (VENV / f"installed-{kind}").write_text(digest(kind))
    return True


def install_torch(*, needed: bool) -> None:
    """Install PyTorch, which only training uses; where it cannot be had, stop if needed, else warn."""
    record = f"site-packages/torch-{TORCH}*.dist-info/RECORD"
    if any(VENV.glob(f"lib/python3.*/{record}")) or any(VENV.glob(f"Lib/{record}")):
        return
    say(f"Installing PyTorch {TORCH} for the training (first time only, large) ...")
    if pip(f"torch=={TORCH}"):
        return
    if needed:
        raise Stop(f"PyTorch {TORCH} could not be installed; the reason stands above. Training needs it.")
    say(f"PyTorch {TORCH} could not be installed, so the tests of the training will skip.")


# --- tasks ----------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Open the window, or print the command line's table where there is no screen."""
    screen = not LINUX or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))
    if not screen and not arguments:
        raise Stop("There is no screen here. To read films without one: python3 dev.py run FILE...")
    if screen:
        install_system(QT_PACKAGES, needed=True)
    fresh = install("run")
    if screen and fresh and LINUX and not HAS_APT and start(PYTHON, "-c", "import PySide6.QtWidgets"):
        raise Stop(f"Qt misses system libraries. Debian calls them: {' '.join(QT_PACKAGES)}")
    if not screen:
        say("There is no screen here: reading on the command line.")
    # -P and the caller's folder: file names mean what they mean in the shell, and nothing there is run.
    return start(PYTHON, "-P", "-m", "desktop" if screen else "inference", *arguments, cwd=None)


def lint(arguments: list[str]) -> int:
    """Check style, types, who imports whom and the workflows: every check, also after one has failed."""
    install("dev")
    utf8 = child_environment(PYTHONUTF8="1")  # import-linter draws boxes, also into a pipe on Windows
    failed = [name for name, command in CHECKS.items() if start(PYTHON, *command, env=utf8) != 0]
    say(f"Checks that failed: {', '.join(failed)}." if failed else "All checks passed.")
    return int(bool(failed))


def rewrite(arguments: list[str]) -> int:
    """Bring the code into the project's style."""
    install("dev")
    return start(PYTHON, "-m", "ruff", "check", "--fix") | start(PYTHON, "-m", "ruff", "format")


def headless() -> dict[str, str]:
    """An environment in which Qt opens no window, unless the user has said how it shall."""
    return child_environment(QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"))


def test(arguments: list[str]) -> int:
    """Run the linters, then pytest, without a screen."""
    install_system(QT_PACKAGES + SCREEN_TEST_PACKAGES + RENDERER_PACKAGES + SCRIPT_PACKAGES, needed=False)
    install("dev")
    install_torch(needed=False)
    checks = lint([])
    tests = start(PYTHON, "-m", "pytest", *arguments, env=headless())
    trouble = f"pytest was ended by signal {-tests}" if tests < 0 else "a check failed before the tests"
    if tests < 0 or checks:
        say(f"Not all is well: {trouble}; see above.")
    return tests or checks


def tool(*command: str, torch: bool = False) -> Callable[[list[str]], int]:
    """A task that is a command of the development environment."""

    def task(arguments: list[str]) -> int:
        install("dev")
        if torch:
            install_torch(needed=True)
        return start(PYTHON, *command, *arguments, env=headless())

    return task


def plain(*command: str) -> Callable[[list[str]], int]:
    """A task that is a script of the standard library alone: no environment is needed, nor a good lock."""

    def task(arguments: list[str]) -> int:
        return start(sys.executable, *command, *arguments, env=headless())

    return task


def smoke(arguments: list[str]) -> int:
    """Start the frozen program on the screen that its users have; on Linux without one, a virtual one."""
    command = (sys.executable, ROOT / "packaging" / "smoke.py", *arguments)
    if not LINUX or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        return start(*command)
    if all(map(shutil.which, ("xvfb-run", "xauth"))):
        return start("xvfb-run", "-a", *command, env=child_environment(QT_QPA_PLATFORM="xcb"))
    return start(*command, env=headless())


def reproducible() -> dict[str, str]:
    """An environment in which the same commit gives the same files."""
    commit = ask("git", "log", "-1", "--format=%ct")
    epoch = commit.stdout.strip() if commit.returncode == 0 else "315532800"  # a copy without history
    return child_environment(PYTHONHASHSEED="0", SOURCE_DATE_EPOCH=epoch)


def lean_opencv() -> str:
    """Where the lean OpenCV lies, built if need be; empty where it cannot be built."""
    install_system(("g++",), needed=False)
    say("Looking for the lean OpenCV; to build it takes ten minutes or so, once ...")
    command = (PYTHON, ROOT / "packaging" / "opencv.py")
    built = subprocess.run(command, cwd=ROOT, env=child_environment(), stdout=subprocess.PIPE, text=True)
    if built.returncode == 0:
        return built.stdout.strip()
    if os.environ.get("NEGATOSCOPE_LEAN") == "required":
        raise Stop(
            "The lean OpenCV could not be built; the reason stands above. A release goes out with no other."
        )
    say(
        "The lean OpenCV could not be built; the reason stands above. Going on with the ordinary one: the "
        "program becomes 150 MiB larger, with FFmpeg (LGPL) and an OpenSSL that nobody mends any more."
    )
    return ""


def package(arguments: list[str]) -> int:
    """Freeze the program into dist/negatoscope, the same to the bit for the same commit."""
    install("dev")
    own = "home = /usr/bin" in (VENV / "pyvenv.cfg").read_text()  # Debian keeps libpython apart
    library = (f"libpython{probe(str(PYTHON))[0]}",) if own else ()
    install_system((*QT_PACKAGES, "binutils", "chrpath", *library), needed=True)
    # What stands on PYTHONPATH is found before what .venv holds.
    env = {**reproducible(), "PYTHONPATH": lean_opencv()}
    return start(PYTHON, "-m", "PyInstaller", "--noconfirm", "build.spec", *arguments, env=env)


def frozen() -> Path:
    """The frozen program; stops where there is none."""
    bundle = ROOT / "dist" / "negatoscope"
    if not bundle.is_dir():
        raise Stop("There is no frozen program in dist yet. Make it first: python3 dev.py package")
    return bundle


def installer(arguments: list[str]) -> int:
    """Make the installers for this system of the frozen program in dist."""
    install("dev")
    bundle, here = frozen(), ROOT / "packaging"
    if WINDOWS:
        sign = (PYTHON, here / "windows" / "sign.py")
        # The programs first: what is packed cannot be signed any more.
        return (
            start(*sign, *bundle.glob("*.exe"))
            or start(PYTHON, here / "windows" / "installers.py", "setup", bundle, "dist", *arguments)
            or start(*sign, *(ROOT / "dist").glob("*-setup.exe"))
        )
    if sys.platform == "darwin":
        image = ROOT / "dist" / f"Negatoscope-{project_version()}-{platform.machine()}.dmg"
        return start(here / "macos" / "dmg.sh", ROOT / "dist" / "Negatoscope.app", image)
    install_system(INSTALLER_PACKAGES, needed=True)
    script = here / "linux" / "installers.py"
    return start(PYTHON, script, bundle, ROOT / "dist", *arguments, env=reproducible())


def prove_linux(arguments: list[str]) -> int:
    """Install, use, upgrade and remove the installers of dist in bare systems without Python."""
    if not LINUX or not HAS_APT or os.geteuid() != 0:
        raise Stop("The proof makes bare systems and changes into them: it needs a Debian, and root.")
    install_system(PROOF_PACKAGES, needed=True)
    return start(sys.executable, ROOT / "packaging" / "linux" / "prove.py", *arguments)


def prove_windows(arguments: list[str]) -> int:
    """Install, use, upgrade and remove the setup program of dist, or its MSI, on Windows."""
    if not WINDOWS:
        raise Stop("This is for Windows. The same and more is tried on Linux by: python3 dev.py windows")
    kind = "try-msi.ps1" if arguments == ["msi"] else "try.ps1"
    script = ROOT / "packaging" / "windows" / kind
    return start("powershell", "-NoProfile", "-ExecutionPolicy", "Bypass", "-File", script)


def msi(arguments: list[str]) -> int:
    """Make the MSI of a program that was frozen on Windows and lies in dist (Linux, where wixl is)."""
    install_system(("wixl", "osslsigncode"), needed=True)
    install("dev")
    here = ROOT / "packaging" / "windows"
    return start(PYTHON, here / "installers.py", "msi", "dist/negatoscope", "dist", *arguments) or start(
        PYTHON, here / "sign.py", *(ROOT / "dist").glob("*.msi")
    )


def keychain(arguments: list[str]) -> int:
    """Put the certificate for signing where codesign finds it, on a build machine with macOS."""
    if sys.platform != "darwin":
        say("Only macOS has a keychain: nothing to do.")
        return 0
    return start(ROOT / "packaging" / "macos" / "keychain.sh")


def project_version() -> str:
    """As pyproject.toml says; read without a library, for Python 3.10 has none for it."""
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    return next(line.split('"')[1] for line in lines if line.startswith("version = "))


TASKS: dict[str, tuple[Callable[[list[str]], int], str]] = {
    "run": (run, "open the program:  run [FILES]"),
    "test": (test, "check style, types and imports, then run the tests:  test [pytest's options]"),
    "lint": (lint, "the checks without the tests"),
    "format": (rewrite, "bring the code into the project's style"),
    "bench": (tool("-m", "pytest", "tests/benchmarks"), "measure speed:  bench [pytest's options]"),
    "fuzz": (
        tool("tests/fuzz/run.py"),
        "look for files that break a parser:  fuzz [target] [options]",
    ),
    "train": (tool("-m", "training.run", torch=True), "train the model"),
    "evaluate": (tool("-m", "training.evaluate", torch=True), "measure the exported model"),
    "package": (package, "freeze the program into dist/negatoscope"),
    "smoke": (smoke, "start the frozen program once"),
    "installer": (installer, "make the installers of the frozen program for this system"),
    "prove-linux": (prove_linux, "try the installers in bare Debian systems (root)"),
    "prove-windows": (prove_windows, "try the setup program, or the MSI, on Windows:  prove-windows [msi]"),
    "msi": (msi, "make the MSI of a program frozen on Windows (Linux)"),
    "sbom": (tool("packaging/release.py", "sbom"), "lay the list of what was frozen beside the installers"),
    "checksums": (
        tool("packaging/release.py", "checksums"),
        "write the SHA256SUMS of dist, signed where there is a key",
    ),
    "keychain": (keychain, "on a build machine with macOS: lay the signing certificate ready"),
    "publish": (
        tool("packaging/release.py", "publish"),
        "make a draft of the release on GitHub, of what lies in dist:  publish TAG",
    ),
    "windows": (
        tool("packaging/windows/check.py"),
        "make and try the installers for Windows under Wine (Linux, root):  windows [--quick]",
    ),
    "macos-wheels": (tool("packaging/macos/wheels.py"), "see whether all can be had for macOS"),
    "icons": (tool("packaging/icons/draw.py"), "draw the program's icons for Windows and macOS anew"),
    "lock": (plain("packaging/lock.py"), "choose package versions anew (needs uv)"),
    "sample": (tool("tests/support/make_sample.py"), "draw the synthetic sample film anew"),
    "translate": (
        tool("tests/support/translate.py"),
        "collect what is to be translated, and compile it",
    ),
    "snapshots": (tool("tests/support/keep_views.py"), "keep the pictures of the views as they are now"),
    "screenshots": (tool("tests/support/make_screenshots.py"), "take the README's pictures anew"),
    "self-test-expectations": (
        tool("tests/support/make_self_test.py"),
        "after each new model: what the installation check expects, and the models' hashes",
    ),
}


def main(arguments: list[str]) -> int:
    """Do the task named first, with the rest as its arguments."""
    name = arguments[0] if arguments else "help"
    if name in {"-h", "--help", "help"}:
        print(f"Usage: {'py' if WINDOWS else 'python3'} dev.py TASK [ARGUMENTS]\n")
        print("\n".join(f"  {task:<22} {text}" for task, (_, text) in TASKS.items()))
        return 0
    if name not in TASKS:
        say(f"There is no task {name!r}. The tasks are: {', '.join(TASKS)}.")
        return 2
    try:
        return TASKS[name][0](arguments[1:])
    except Stop as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

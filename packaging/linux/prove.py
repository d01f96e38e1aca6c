"""Tries the installers for Linux in bare Debian systems that know no Python.

    python3 packaging/linux/prove.py [SUITE ...]        (as root; bookworm and trixie where none is named)

For each system: install the .deb with apt, ask the desktop what a DICOM file without a name's ending
opens with, read the sample by the command line, open it in a window on a screen, upgrade, remove, upgrade
under a window that is open, purge, and compare what lies on the disk with what lay there before. Then, in
a system that is bare again, the same for the .run, as a user without rights; it must say what the system
lacks, and be content with that. Both programs are traced: no socket of the internet, no program started
but their own, nothing written outside of their own folders. The screen, the tracer and the clock are the
host's, so that the system stays bare. Uses the standard library alone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import traces
from bare import DISPLAY, HOME, ROOT, UID, USER, WORK, System, say

DIST = ROOT / "dist"
PICTURES = WORK / "pictures"
SCREEN = "1366x768x24"
PATIENCE_S = 60.0
# Libraries are known to keep quiet about what they do elsewhere while these are set.
QUIETING = ("CI", "ORT_RUNNING_UNIT_TESTS", "ORT_DISABLE_TELEMETRY")
# Where the program may write, and why.
OWN = {
    rf"{HOME}/\.(config|local/share)(/Negatoscope(/.*)?)?": "its settings; its journal and crash reports",
    rf"{HOME}/\.local": "the folder above it, where nobody has made it yet",
    rf"/run/user/{UID}/negatoscope": "the socket by which a second start finds the first one",
    rf"/run/user/{UID}/\.\w{{6}}(/s)?": "where Qt makes that socket, before it is moved there",
    rf"{HOME}/\.cache(/fontconfig(/.*)?)?": "the system's list of fonts, shared by all programs",
    r"/var/cache/fontconfig": "the same list for everybody, which it tries first, and may not write",
    r"/dev/(shm/.*|null)": "memory, and nothing",
}
# Which sockets of this computer it may speak to, and why.
CONNECTED = {
    rf"@?/tmp/\.X11-unix/X{DISPLAY[1:]}": "the screen",
    rf"/run/user/{UID}/negatoscope": "the window that is there already",
    r"/var/run/nscd/socket": "the C library asks who the user is, where a cache of that is kept",
}
# What is started, or looked for to be started, and why.
STARTED = {
    r"/usr/s?bin/chroot": "the way into the system",
    rf"({HOME}/\.local/bin|(/usr(/local)?)?/s?bin)/(sh|negatoscope(-cli)?)":
        "the shell and the programs, looked for along the PATH",
    rf"({HOME}/\.local|/usr)/lib/negatoscope/negatoscope(-cli)?":
        "the program that starts itself anew with its own libraries, and the one that reads files",
}  # fmt: skip

failures: list[str] = []


def expect(what: str, held: bool, detail: object = "") -> None:
    """Note whether something is as it should be."""
    say(f"  {'ok  ' if held else 'FAIL'}  {what}{f': {detail}' if detail != '' else ''}")
    if not held:
        failures.append(what)


def until(what: str, holds: Callable[[], bool], seconds: float = PATIENCE_S) -> float:
    """Wait until something holds; how long it took."""
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > seconds:
            expect(what, False, f"not within {seconds:.0f} s")
            return seconds
        time.sleep(0.05)
    return time.monotonic() - began


def strangers(paths: set[str], known: dict[str, str]) -> list[str]:
    """Those that none of the patterns allows."""
    return sorted(path for path in paths if not any(re.fullmatch(each, path) for each in known))


def judge_trace(system: System, log: Path, what: str, window: bool = False) -> None:
    """Nothing of the internet, no other program, and nothing written elsewhere.

    And the trace tells something at all: the program was started, and the window has kept its settings.
    """
    trace = traces.read(log, str(system.root))
    own = {path for path in trace.started if "/lib/negatoscope/" in path}
    seen = bool(own) and (bool(trace.written) or not window)
    expect(f"{what}: the trace shows the program at work", seen, f"{len(own)} programs of its own")
    expect(f"{what}: each line of it is understood", not trace.not_understood, trace.not_understood[:4])
    local = {"AF_UNIX"}
    expect(f"{what}: no socket of the internet", trace.sockets <= local, sorted(trace.sockets))
    spoken_to = strangers(trace.connected, CONNECTED)
    expect(f"{what}: it speaks to no other program", not spoken_to, spoken_to or sorted(trace.connected))
    expect(f"{what}: nothing is done behind the tracer's back", not trace.rings, f"{trace.rings} io_uring")
    started = strangers(trace.started, STARTED)
    expect(f"{what}: no program is started but its own", not started, started or "")
    strange = strangers(trace.written, OWN)
    count = f"{len(trace.written)} paths"
    expect(f"{what}: nothing written outside of its own folders", not strange, strange[:8] or count)


def titles() -> str:
    """The titles of the windows on the screen."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "Negatoscope", "getwindowname", "%@"],
        env={**os.environ, "DISPLAY": DISPLAY}, capture_output=True, text=True,
    )  # fmt: skip
    return found.stdout


def picture(name: str) -> None:
    """Keep what the screen shows."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    file = PICTURES / f"{name}.png"
    subprocess.run(["import", "-window", "root", file], env={**os.environ, "DISPLAY": DISPLAY}, check=False)


def keys(*names: str) -> None:
    """Press keys."""
    subprocess.run(["xdotool", "key", *names], env={**os.environ, "DISPLAY": DISPLAY}, check=False)


def read_by_command_line(system: System, program: str, film: str, label: str) -> None:
    """The installation check, and the film."""
    log = WORK / f"{system.suite}-{label}-cli.log"
    began = time.monotonic()
    check = WORK / f"{system.suite}-{label}-check.log"
    process = system.traced(f"{program} --self-test", check)
    said, _ = process.communicate(timeout=4 * PATIENCE_S)
    took = f"{time.monotonic() - began:.1f} s, traced"
    expect("the installation check passes", process.returncode == 0, took)
    if process.returncode:
        say(said)
    judge_trace(system, check, "installation check")
    process = system.traced(f"{program} --json - {film}", log)
    said, _ = process.communicate(timeout=2 * PATIENCE_S)
    answered = '"outcome": "classified"' in said and process.returncode == 0
    expect("the command line gives the verdict", answered, "" if answered else said[-800:])
    judge_trace(system, log, "command line")


def open_in_window(system: System, program: str, film: str, label: str) -> None:
    """The film named on the command line comes up, with its verdict; the window closes by its key."""
    log = WORK / f"{system.suite}-{label}-window.log"
    began = time.monotonic()
    process = system.traced(f"{program} {film}", log)
    until("the film stands in the title", lambda: " - Negatoscope" in titles())
    until("the window has its verdict", lambda: bool(system.journal()))
    expect("the window opens the film named, and has its verdict", bool(system.journal()),
           f"{time.monotonic() - began:.1f} s, traced")  # fmt: skip
    time.sleep(1.0)  # for the picture's sake
    picture(f"{system.suite}-{label}")
    keys("ctrl+q")
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=30)
    expect("the window closes by Ctrl+Q", process.poll() == 0, f"status {process.poll()}")
    if process.poll() is None:
        process.kill()
    judge_trace(system, log, "window", window=True)


def association(system: System, home: str = "") -> None:
    """What the desktop says of a film whose name has no ending."""
    system.do("apt-get -qq install --yes --no-install-recommends libglib2.0-bin")
    ask = f"cp {home or '/usr/lib'}/negatoscope/_internal/resources/sample/phantom.dcm /tmp/IM000001"
    system.do(f"{ask}; chmod a+r /tmp/IM000001")
    kind = system.do("gio info -a standard::content-type /tmp/IM000001", USER).stdout
    expect("a film without an ending is told by its content", "application/dicom" in kind)
    opens = system.do("gio mime application/dicom", USER).stdout
    expect("it opens with this program", "negatoscope.desktop" in opens)
    system.do("rm /tmp/IM000001")


def upgrade_under_a_window(system: System, newer: Path) -> None:
    """A window that is open takes nothing of the version that is laid in its place; a new one does."""
    resources = "/usr/lib/negatoscope/_internal/resources"
    first, other = f"{resources}/sample/phantom.dcm", f"{resources}/self_test/picture.png"
    go_on = system.root / "tmp" / "go-on"
    as_user = f"setpriv --reuid={UID} --regid={UID} --clear-groups"
    # In one go: a second start finds the first by a socket in /run, and each command here has its own /run.
    window = f"HOME={HOME} XDG_RUNTIME_DIR=/run/user/{UID} {as_user} negatoscope"
    wait = "while [ ! -e /tmp/go-on ]; do sleep 0.1; done; rm /tmp/go-on"
    install = f"apt-get -qq install --yes /tmp/{newer.name}"
    script = f"{window} {first} & {wait}; {install}; {wait}; {window} {other}; wait"
    process = subprocess.Popen(
        system.command(script),
        env=system.environment("root"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until("the film stands in the title", lambda: " - Negatoscope" in titles())
    before = system.journal()
    go_on.touch()
    until(
        "the newer version lies there",
        lambda: "+newer" in system.do("dpkg -s negatoscope").stdout,
        2 * PATIENCE_S,
    )
    # The process that is warm would read on; this is one that has crashed.
    subprocess.run(
        ["pkill", "-KILL", "-f", "^/usr/lib/negatoscope/negatoscope-cli --loading-process"], check=False
    )
    go_on.touch()
    until("the window has been given another film", lambda: "picture.png - Negatoscope" in titles())
    time.sleep(1.0)  # for the picture's sake
    picture(f"{system.suite}-updated-while-open")
    expect("a window that was open takes no film from the newer version", system.journal() == before)
    keys("ctrl+q")
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=30)
    expect("it closes by Ctrl+Q", process.poll() is not None)
    if process.poll() is None:
        process.kill()
    again = subprocess.Popen(system.command(f"negatoscope {other}", USER), env=system.environment(USER))
    until("started again, it reads", lambda: len(system.journal()) > len(before))
    expect("started again, it reads", len(system.journal()) > len(before))
    keys("ctrl+q")
    with suppress(subprocess.TimeoutExpired):
        again.wait(timeout=30)


def prove_deb(system: System, deb: Path, newer: Path) -> None:
    """From installing to purging."""
    say(f"\nDebian {system.suite}, .deb ({deb.stat().st_size / 2**20:.1f} MiB)")
    expect("there is no Python in the system", system.do("command -v python3").returncode != 0)
    film = "/usr/lib/negatoscope/_internal/resources/sample/phantom.dcm"
    for package in (deb, newer):
        shutil.copy(package, system.root / "tmp" / package.name)
    install = f"apt-get -qq install --yes /tmp/{deb.name}"
    began = time.monotonic()
    installed = system.do(install)
    took = time.monotonic() - began
    expect("apt installs it with all that it needs", installed.returncode == 0, f"{took:.1f} s")
    if installed.returncode:
        say(installed.stdout)
        return
    read = system.do(f"negatoscope-cli {film}", USER)
    total = time.monotonic() - began
    expect("from the installer to the first verdict in less than 60 s", total < 60 and not read.returncode,
           f"{total:.1f} s, downloads of Debian's packages included")  # fmt: skip
    expect("there still is no Python", system.do("command -v python3").returncode != 0)
    # What it needed is Debian's and stays; what it brought goes. Then once more, from there to there.
    system.do("apt-mark manual $(apt-mark showauto)")
    system.do("apt-get -qq purge --yes negatoscope")
    before = system.files()
    named = sorted(path for path in before if "negatoscope" in path.lower() and not path.startswith("/tmp"))
    expect("after a purge nothing bears its name", not named, named[:8])
    began = time.monotonic()
    expect("it installs again", system.do(install).returncode == 0, f"{time.monotonic() - began:.1f} s")
    # As the program's own starter sets it.
    lib = "/usr/lib/negatoscope"
    libraries = f"find {lib} -name '*.so*' -type f"
    look = f"LD_LIBRARY_PATH={lib}/_internal ldd $f 2>/dev/null"
    missing = system.do(f"for f in $({libraries}); do {look}; done | grep 'not found' | sort -u")
    expect("no library is missing", not missing.stdout.strip(), " ".join(missing.stdout.split()[:8]))
    links = system.do("find /usr/lib/negatoscope -xtype l").stdout.split()
    expect("no link leads nowhere", not links, links[:4])
    read_by_command_line(system, "negatoscope-cli", film, "deb")
    open_in_window(system, "negatoscope", film, "deb")
    association(system)
    remembered = system.remembered()
    upgraded = system.do(f"apt-get -qq install --yes /tmp/{newer.name}")
    known = system.do("dpkg-query --show --showformat='${Version}' negatoscope").stdout
    expect("a newer version upgrades it", upgraded.returncode == 0 and known.endswith("+newer"), known)
    kept = bool(remembered) and remembered == system.remembered()
    expect("settings and journal are as they were", kept, f"{len(remembered)} files")
    opened = system.do(f"negatoscope-cli {film}", USER)
    expect("the newer version reads", opened.returncode == 0)
    system.do("apt-get -qq remove --yes negatoscope")
    gone = system.do("test -e /usr/lib/negatoscope").returncode != 0
    expect("removing it leaves settings and journal", gone and remembered == system.remembered())
    # What has been removed is unknown to apt, having no settings of its own in /etc.
    expect("it installs after that", system.do(install).returncode == 0)
    upgrade_under_a_window(system, newer)
    system.do("apt-get -qq purge --yes --auto-remove negatoscope libglib2.0-bin")
    after = system.files()
    left = sorted(path for path in after - before if not path.startswith(f"{HOME}/"))
    expect("the purge leaves nothing in the system", not left, left[:8])
    expect("and takes nothing else away", not before - after, sorted(before - after)[:8])
    # Packages of Debian do not reach into homes.
    say(f"        the user's, who decides alone: {', '.join(sorted(system.remembered()))}")


def prove_run(system: System, run: Path) -> None:
    """The same for one user, who has no rights, in a system with nothing that a window needs."""
    say(f"\nDebian {system.suite}, .run ({run.stat().st_size / 2**20:.1f} MiB)")
    shutil.copy(run, system.root / "tmp" / "negatoscope.run")
    install, bare = "sh /tmp/negatoscope.run --nox11", system.files()
    refused = system.do(install, USER)
    remedy = re.search(r"^ +(apt-get install .+)$", refused.stdout, re.MULTILINE)
    expect("it says what the system lacks, and how to get it", bool(remedy), remedy[1] if remedy else "")
    left = sorted(system.files() - bare)
    expect("and installs nothing until then", refused.returncode != 0 and not left, left[:8])
    if remedy is None:
        say(refused.stdout)
        return
    expect("what it says can be done", system.do(f"{remedy[1]} --no-install-recommends").returncode == 0)
    before = system.files()
    began = time.monotonic()
    installed = system.do(install, USER)
    expect("it installs for the user", installed.returncode == 0, f"{time.monotonic() - began:.1f} s")
    if installed.returncode:
        say(installed.stdout)
        return
    place = f"{HOME}/.local/lib"
    film = f"{place}/negatoscope/_internal/resources/sample/phantom.dcm"
    read = system.do(f"negatoscope-cli {film}", USER)
    total = time.monotonic() - began
    in_time = total < 60 and read.returncode == 0
    expect("from the installer to the first verdict in less than 60 s", in_time, f"{total:.1f} s")
    read_by_command_line(system, "negatoscope-cli", film, "run")
    open_in_window(system, "negatoscope", film, "run")
    # These tell the desktop; every desktop has them.
    system.do("apt-get -qq install --yes --no-install-recommends shared-mime-info desktop-file-utils")
    remembered = system.remembered()
    again = system.do(install, USER)
    expect("it upgrades in place", again.returncode == 0, "" if again.returncode == 0 else again.stdout)
    expect("settings and journal are as they were", bool(remembered) and remembered == system.remembered())
    association(system, place)
    tools = "libglib2.0-bin shared-mime-info desktop-file-utils"
    uninstall = f"{place}/negatoscope/uninstall.sh"
    system.do(uninstall, USER)
    programs = [path for path in system.files() - before if path.startswith(f"{HOME}/.local/lib")]
    expect("removing it leaves settings and journal", not programs and remembered == system.remembered())
    expect("it installs again", system.do(install, USER).returncode == 0)
    removed = system.do(f"{uninstall} --purge", USER)
    system.do(f"apt-get -qq purge --yes --auto-remove {tools}")
    shared = re.compile(rf"{HOME}/\.cache(/fontconfig(/.*)?)?")  # the system's, as above
    left = sorted(path for path in system.files() - before if not shared.fullmatch(path))
    expect("its purge leaves nothing", removed.returncode == 0 and not left, left[:8])
    expect("and takes nothing else away", not before - system.files())


def newer(deb: Path) -> Path:
    """The same package with a higher version, to upgrade to; its program calls itself another build."""
    folder, made = WORK / "newer", WORK / "negatoscope-newer.deb"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-R", deb, folder], check=True)
    control = folder / "DEBIAN" / "control"
    control.write_text(re.sub(r"^(Version: .*)$", r"\1+newer", control.read_text(), flags=re.MULTILINE))
    build = folder / "usr/lib/negatoscope/_internal/resources/build.json"
    build.write_text(json.dumps(json.loads(build.read_text()) | {"commit": "newer"}))
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", folder, made], check=True,
                   stdout=subprocess.DEVNULL)  # fmt: skip
    shutil.rmtree(folder)
    return made


@contextmanager
def screen() -> Iterator[None]:
    """A screen with a window manager, for as long as this lasts."""
    environment = {**os.environ, "DISPLAY": DISPLAY}
    server = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", SCREEN, "-nolisten", "tcp", "-ac"])
    until("the screen is there", Path(f"/tmp/.X11-unix/X{DISPLAY[1:]}").exists)
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        manager.terminate()
        server.terminate()
        server.wait()


def main(suites: list[str]) -> int:
    """Prove every system; 0 when everything was as it should be."""
    for name in QUIETING:
        os.environ.pop(name, None)
    (deb,) = DIST.glob("negatoscope_*.deb")
    (run,) = DIST.glob("negatoscope-*.run")
    WORK.mkdir(parents=True, exist_ok=True)
    upgrade = newer(deb)
    judged = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", deb], capture_output=True, text=True
    )
    expect("lintian finds nothing", judged.returncode == 0, judged.stdout.strip()[:800])
    with screen():
        for suite in suites or ["bookworm", "trixie"]:
            system = System(suite)
            prove_deb(system, deb, upgrade)
            shutil.rmtree(system.root, ignore_errors=True)
            system = System(suite)
            prove_run(system, run)
            shutil.rmtree(system.root, ignore_errors=True)
    say(f"\n{len(failures)} failed: {failures}" if failures else "\nAll is as it should be.")
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

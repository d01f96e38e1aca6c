"""install.sh and uninstall.sh with a program of two lines, in homes of all kinds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

LINUX = Path(__file__).parents[3] / "packaging" / "linux"
BROUGHT = (
    "install.sh",
    "needs.sh",
    "uninstall.sh",
    "negatoscope.desktop",
    "negatoscope.xml",
    "negatoscope.1",
)
READER, ROOT_USER = "1000", "0"

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("xz"), reason="installs on Linux, with xz"
)


class Computer:
    """A home, a stand-in for ``id``, and the installer unpacked beside them."""

    def __init__(self, folder: Path, home: str = "home") -> None:
        self.folder, self.home, self.user = folder, folder / home, READER
        self.home.mkdir(parents=True)
        self.installer, tools = folder / "installer", folder / "tools"
        self.installer.mkdir()
        tools.mkdir()
        for name in BROUGHT:
            shutil.copy(LINUX / name, self.installer / name)
        (self.installer / "negatoscope.svg").write_text("<svg/>")
        (tools / "id").write_text('#!/bin/sh\necho "$WHO"\n')
        (tools / "id").chmod(0o755)
        self.environment = {"PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(self.home)}
        self.pack("#!/bin/sh\necho one\n")

    def pack(self, program: str, megabytes: int = 0) -> None:
        """Lay a program into the installer, and beside it that many megabytes."""
        payload = self.folder / "payload"
        payload.mkdir(exist_ok=True)
        for name in ("negatoscope", "negatoscope-cli"):
            (payload / name).write_text(program)
            (payload / name).chmod(0o755)
        (payload / "library").write_bytes(bytes(megabytes * 2**20))
        with tarfile.open(self.installer / "negatoscope.tar.xz", "w:xz") as archive:
            archive.add(payload, ".")

    def do(self, script: Path, *options: str, before: str = "") -> subprocess.CompletedProcess[str]:
        """Run a script as the user; ``before`` in namespaces of their own, where that can be done."""
        command = ["sh", str(script), *options]
        if before:
            command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
                       f'{before} && exec "$@"', "sh", *command]  # fmt: skip
        environment = {**self.environment, "WHO": self.user}
        return subprocess.run(
            command, cwd=self.folder, env=environment, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )  # fmt: skip

    def install(self, *options: str, before: str = "") -> subprocess.CompletedProcess[str]:
        return self.do(self.installer / "install.sh", "--without-window", *options, before=before)

    @property
    def place(self) -> Path:
        return self.home / ".local" / "lib" / "negatoscope"

    def remove(self, *options: str) -> subprocess.CompletedProcess[str]:
        return self.do(self.place / "uninstall.sh", *options)

    def files(self) -> list[str]:
        return sorted(str(path.relative_to(self.home)) for path in self.home.rglob("*"))


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def entries(data: Path) -> list[Path]:
    return [path for path in data.rglob("negatoscope.*") if path.is_file()]


def test_it_installs_and_removes_all_that_it_has_brought(computer: Computer) -> None:
    installed = computer.install()
    assert installed.returncode == 0, installed.stdout
    assert len(entries(computer.home / ".local" / "share")) == 4
    link = computer.home / ".local" / "bin" / "negatoscope"
    assert subprocess.run([link], capture_output=True, text=True).stdout == "one\n"
    assert not [name for name in computer.files() if name.endswith((".new", ".old"))]
    removed = computer.remove()
    assert removed.returncode == 0, removed.stdout
    assert computer.files() == []


def test_an_upgrade_takes_the_place_of_the_older_one(computer: Computer) -> None:
    computer.install()
    computer.pack("#!/bin/sh\necho two\n")
    assert computer.install().returncode == 0
    link = computer.home / ".local" / "bin" / "negatoscope"
    assert subprocess.run([link], capture_output=True, text=True).stdout == "two\n"


# --- homes with odd names

ODD = ("a b", "a&b|c", "a\\1b\\\\n", 'a"b', "a$HOME", "a`id`b", "it's ~x;#*?", "Größe")


@pytest.mark.parametrize("home", ODD)
@pytest.mark.skipif(not shutil.which("gio"), reason="needs GLib's gio to start what the menu would")
def test_the_menu_starts_the_program_of_any_home(tmp_path: Path, home: str) -> None:
    computer = Computer(tmp_path, home)
    ran = tmp_path / "ran"
    # Started as the menu does it, it is waited for by nobody: a pipe tells when it has run.
    os.mkfifo(ran)
    computer.pack(f'#!/bin/sh\n[ "$1" = --help ] || echo "$@" > "{ran}"\n')
    installed = computer.install()
    assert installed.returncode == 0, installed.stdout
    (entry,) = [path for path in entries(computer.home) if path.suffix == ".desktop"]
    line = re.search('^Exec="(.+)" %F$', entry.read_text(encoding="utf-8"), re.MULTILINE)
    assert line is not None
    # GLib passes a $ or ` by, and other desktops would expand it.
    assert not re.search(r"""(?<!\\\\)["`$]""", line[1])
    nothing = subprocess.DEVNULL
    assert (
        subprocess.run(["gio", "launch", entry, "/a film"], stdout=nothing, stderr=nothing).returncode == 0
    )
    read = subprocess.run(["timeout", "20", "cat", ran], capture_output=True, text=True)
    assert read.stdout == "/a film\n"
    assert computer.remove().returncode == 0
    assert computer.files() == []


@pytest.mark.parametrize(
    ("home", "why"), [("100%", "% or ="), ("a=b", "% or ="), ("a\nb", "control character")]
)
def test_a_home_that_no_menu_can_name_is_refused_in_words(tmp_path: Path, home: str, why: str) -> None:
    computer = Computer(tmp_path, home)
    refused = computer.install()
    assert refused.returncode == 1
    assert why in refused.stdout
    assert computer.files() == []


@pytest.mark.parametrize("home", [None, "", "relative"])
def test_without_a_home_nothing_is_touched(computer: Computer, home: str | None) -> None:
    computer.install()
    held = computer.files()
    del computer.environment["HOME"]
    if home is not None:
        computer.environment["HOME"] = home
    for refused in (computer.install(), computer.remove()):
        assert refused.returncode == 1
        assert "where your home folder is" in refused.stdout
    assert computer.files() == held


# --- who installs


def test_root_is_sent_to_the_deb_and_installs_for_itself_when_it_says_so(computer: Computer) -> None:
    computer.user = ROOT_USER
    refused = computer.install()
    assert refused.returncode == 1
    assert "without sudo" in refused.stdout
    assert ".deb" in refused.stdout
    assert computer.files() == []
    assert computer.install("--for-root").returncode == 0


def test_an_option_that_is_none_is_named(computer: Computer) -> None:
    refused = computer.install("--everywhere")
    assert refused.returncode == 1
    assert "--everywhere" in refused.stdout
    assert computer.files() == []


def test_a_removal_for_another_home_removes_nothing(computer: Computer, tmp_path: Path) -> None:
    computer.install()
    held = computer.files()
    computer.environment["HOME"] = str(tmp_path / "root")
    refused = computer.remove()
    assert refused.returncode == 1
    assert "without sudo" in refused.stdout
    assert computer.files() == held


# --- what is not ours


@pytest.mark.parametrize("name", [".local/bin/negatoscope", ".local/bin/negatoscope-cli"])
def test_a_program_of_that_name_that_is_not_ours_is_not_taken_away(computer: Computer, name: str) -> None:
    own = computer.home / name
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    refused = computer.install()
    assert refused.returncode == 1
    assert f"there is {own} already" in refused.stdout
    assert own.read_text() == "mine"
    own.unlink()
    assert computer.install().returncode == 0
    # Put there since.
    own.unlink()
    own.write_text("mine")
    assert computer.remove().returncode == 0
    assert own.read_text() == "mine"


def test_a_folder_of_that_name_that_is_not_ours_is_not_emptied(computer: Computer) -> None:
    (computer.place / "my work").mkdir(parents=True)
    refused = computer.install()
    assert refused.returncode == 1
    assert f"there is {computer.place} already" in refused.stdout
    assert (computer.place / "my work").is_dir()


# --- at once, and interrupted


@pytest.mark.skipif(not shutil.which("flock"), reason="locks by util-linux's flock")
def test_a_second_installation_waits_for_the_first(computer: Computer) -> None:
    script = computer.folder / "both"
    installer = computer.installer / "install.sh"
    script.write_text(f'exec 9<"{computer.home}"\nflock 9\nsh "{installer}" --without-window\n')
    refused = computer.do(script)
    assert refused.returncode == 1
    assert "another installation" in refused.stdout
    assert computer.files() == []
    assert computer.install().returncode == 0


def test_a_removal_takes_what_an_interrupted_installation_left(computer: Computer) -> None:
    computer.install()
    for left in (computer.place.with_name("negatoscope.new"), computer.place.with_name("negatoscope.old")):
        left.mkdir()
    for path in computer.home.rglob("negatoscope*"):
        if not path.is_relative_to(computer.place) and not path.name.endswith((".new", ".old")):
            path.with_name(f"{path.name}.new").touch()
    assert computer.remove().returncode == 0
    assert computer.files() == []


def test_a_signal_that_comes_when_the_places_change_does_not_leave_half_of_it(computer: Computer) -> None:
    computer.install()
    computer.pack("#!/bin/sh\necho two\n")
    move = computer.folder / "tools" / "mv"
    move.write_text(f'#!/bin/sh\n{shutil.which("mv")} "$@"; status=$?; kill "$PPID"; exit $status\n')
    move.chmod(0o755)
    assert computer.install().returncode == 0
    link = computer.home / ".local" / "bin" / "negatoscope"
    assert subprocess.run([link], capture_output=True, text=True).stdout == "two\n"
    assert not [name for name in computer.files() if name.endswith((".new", ".old"))]


def test_a_path_for_cd_leads_nobody_astray(computer: Computer) -> None:
    computer.environment["CDPATH"] = f"/:{computer.folder}"
    whole = computer.place / "uninstall.sh"
    assert computer.do(Path("installer/install.sh"), "--without-window").returncode == 0
    assert computer.do(whole.relative_to(computer.folder)).returncode == 0
    assert computer.files() == []


# --- homes that take nothing


@pytest.fixture
def mounts(computer: Computer) -> None:
    """Skips where a test may not mount a home of its own."""
    tried = computer.do(Path("/dev/null"), before=f"mount -t tmpfs home {computer.home}")
    if tried.returncode:
        pytest.skip(f"no mounts here: {tried.stdout.strip()}")


@pytest.mark.usefixtures("mounts")
@pytest.mark.parametrize(
    ("options", "why"),
    [
        ("noexec", "starts no programs that lie in"),
        ("ro", "no place for it"),
        ("size=2m", "not be unpacked"),
    ],
)
def test_a_home_that_takes_no_program_is_told_from_a_wrong_processor(
    computer: Computer, options: str, why: str
) -> None:
    computer.pack("#!/bin/sh\necho one\n", megabytes=4)
    after = computer.folder / "after"
    script = computer.folder / "script"
    script.write_text(
        f'sh "{computer.installer}/install.sh" --without-window; find "{computer.home}" >"{after}"\n'
    )
    refused = computer.do(script, before=f"mount -t tmpfs -o {options} home {computer.home}")
    assert why in refused.stdout
    assert "processor" not in refused.stdout
    # Nothing is left half done.
    assert after.read_text().splitlines() == [str(computer.home)]


@pytest.mark.usefixtures("mounts")
def test_a_full_disk_leaves_the_older_one_as_it_was(computer: Computer) -> None:
    computer.install()
    held = computer.files()
    computer.pack("#!/bin/sh\necho two\n", megabytes=4)
    kept, after = computer.folder / "kept", computer.folder / "after"
    kept.mkdir()
    fill = f"mount -t tmpfs -o size=2m kept {kept} && cp -a {computer.home}/. {kept}"
    script = computer.folder / "script"
    script.write_text(
        f'sh "{computer.installer}/install.sh" --without-window\n'
        f'(cd "{computer.home}" && find . && .local/lib/negatoscope/negatoscope) >"{after}"\n'
    )
    refused = computer.do(script, before=f"{fill} && mount --bind {kept} {computer.home}")
    assert "not be unpacked" in refused.stdout
    *found, said = after.read_text().splitlines()
    assert sorted(name.removeprefix("./") for name in found if name != ".") == held
    assert said == "one"


def test_a_program_that_does_not_start_is_a_matter_of_the_processor(computer: Computer) -> None:
    computer.pack("#!/bin/sh\necho no such instruction\nexit 1\n")
    refused = computer.install()
    assert refused.returncode == 1
    assert "processor" in refused.stdout
    assert "no such instruction" in refused.stdout
    assert computer.files() == []


# --- where data and settings lie


def test_the_folders_of_the_installation_are_remembered_for_the_removal(
    computer: Computer, tmp_path: Path
) -> None:
    data, config = tmp_path / "my data", tmp_path / "my config"
    computer.environment |= {"XDG_DATA_HOME": str(data), "XDG_CONFIG_HOME": str(config)}
    assert computer.install().returncode == 0
    assert len(entries(data)) == 4
    for folder in (data, config):
        (folder / "Negatoscope").mkdir(parents=True)
    del computer.environment["XDG_DATA_HOME"], computer.environment["XDG_CONFIG_HOME"]
    assert computer.remove("--purge").returncode == 0
    assert not data.exists()
    assert not config.exists()


def test_a_purge_finds_settings_where_the_program_has_put_them_since(
    computer: Computer, tmp_path: Path
) -> None:
    computer.install()
    usual = computer.home / ".config"
    computer.environment["XDG_CONFIG_HOME"] = str(tmp_path / "config")
    for folder in (usual, tmp_path / "config"):
        (folder / "Negatoscope").mkdir(parents=True)
        (folder / "other").mkdir()
    computer.remove("--purge")
    for folder in (usual, tmp_path / "config"):
        assert [path.name for path in folder.iterdir()] == ["other"]


def test_a_removal_keeps_settings_and_journal(computer: Computer) -> None:
    computer.install()
    kept = (computer.home / ".config/Negatoscope", computer.home / ".local/share/Negatoscope")
    for folder in kept:
        folder.mkdir(parents=True)
    computer.remove()
    assert all(folder.is_dir() for folder in kept)
    assert not computer.place.exists()


def test_an_upgrade_told_of_another_folder_leaves_no_entry_in_the_old_one(
    computer: Computer, tmp_path: Path
) -> None:
    computer.install()
    computer.environment["XDG_DATA_HOME"] = str(tmp_path / "data")
    assert computer.install().returncode == 0
    assert not (computer.home / ".local" / "share").exists()
    assert len(entries(tmp_path / "data")) == 4


def test_a_folder_that_is_no_whole_path_does_not_count(computer: Computer) -> None:
    computer.environment["XDG_DATA_HOME"] = "data"
    computer.install()
    assert len(entries(computer.home / ".local" / "share")) == 4

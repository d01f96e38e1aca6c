"""Makes the installers for Linux of a frozen program: a .deb, and a .run for a single user.

    python packaging/linux/installers.py dist/negatoscope dist

Needs dpkg-deb and makeself. With the same frozen program and SOURCE_DATE_EPOCH, both come out the same to
the bit.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ICON = ROOT / "resources" / "icons" / "negatoscope.svg"
ICON_SIZES = (48, 64, 128, 256)
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

# What is not in the bundle: the C library, what belongs to the graphics driver, the layouts of keyboards,
# and a font to write with. The libraries of X11 are in the bundle, those of Wayland are not.
DEPENDS = (
    "libc6 (>= {glibc})", "libgl1", "libegl1", "libwayland-cursor0", "libwayland-egl1",
    "fontconfig-config", "xkb-data", "libx11-data",
)  # fmt: skip
# They tell the desktop about the new program and its files.
RECOMMENDS = ("shared-mime-info", "desktop-file-utils", "hicolor-icon-theme")
SUMMARY = "light box for chest radiographs (research use)"
DESCRIPTION = """\
 Shows chest radiographs (DICOM, PNG, JPEG, TIFF) as a light box does, and
 beside the picture what a bundled model makes of it, where the model looked,
 and whether it should have been asked at all.
 .
 For research use. It is not a medical device, and not for diagnosis or
 treatment. It works without a network, and nothing leaves the computer.
"""


def version() -> str:
    """Of the program, as pyproject.toml says."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def maintainer() -> str:
    """Who answers for the package: "Name <address>" of whoever makes a release, who sets it.

    Without, an address that is plainly none (RFC 2606 section 2), and that nobody's mail is sent to.
    """
    nobody = "The Negatoscope project <nobody@negatoscope.invalid>"
    return os.environ.get("NEGATOSCOPE_MAINTAINER") or nobody


def epoch() -> int:
    """The time that every file in an installer bears."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", "315532800"))


def needed_glibc(bundle: Path) -> str:
    """The newest version of the C library that any file of the bundle asks for."""
    newest = (2, 0)
    for path in bundle.rglob("*"):
        if path.is_file() and not path.is_symlink():
            versions = re.findall(rb"\0GLIBC_2\.(\d+)\0", path.read_bytes())
            newest = max([newest, *((2, int(minor)) for minor in versions)])
    return ".".join(map(str, newest))


def filled(template: Path, **more: str) -> str:
    """A template with version and date in their places, and ``more``."""
    date = datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%d")
    text = template.read_text(encoding="utf-8")
    for name, value in {"VERSION": version(), "DATE": date, **more}.items():
        text = text.replace(f"@{name}@", value)
    return text


def icon(size: int, target: Path) -> None:
    """Draw the program's icon as a PNG of ``size`` pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    image.save(str(target), "PNG")


def put(text: str, target: Path) -> None:
    """Write a text file, with the folders above it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")


def compressed(text: str, target: Path) -> None:
    """Write a file compressed as Debian wants it: as small as can be, and without a time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def settle(folder: Path) -> None:
    """Give everything below the same time and plain permissions, whatever the maker's umask."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            executable = path.is_dir() or (os.access(path, os.X_OK) and ".so" not in path.name)
            path.chmod(0o755 if executable else 0o644)
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)
    folder.chmod(0o755)
    os.utime(folder, (epoch(), epoch()))


def control(bundle: Path, size_kib: int) -> str:
    """The package's description for dpkg."""
    depends = ", ".join(DEPENDS).format(glibc=needed_glibc(bundle))
    return (
        f"Package: negatoscope\nVersion: {version()}\n"
        f"Architecture: {ARCHITECTURES[os.uname().machine]}\n"
        f"Maintainer: {maintainer()}\n"
        f"Installed-Size: {size_kib}\nDepends: {depends}\nRecommends: {', '.join(RECOMMENDS)}\n"
        f"Section: science\nPriority: optional\nDescription: {SUMMARY}\n{DESCRIPTION}"
    )


def checksums(root: Path) -> str:
    """DEBIAN/md5sums, by which ``dpkg --verify`` finds files that were changed or damaged since."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    lines = []
    for path in files:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
        lines.append(f"{digest}  {path.relative_to(root).as_posix()}\n")
    return "".join(lines)


def tree(bundle: Path, root: Path) -> None:
    """Lay the files out as they shall lie in the system."""
    share, lib = root / "usr" / "share", root / "usr" / "lib" / "negatoscope"
    shutil.copytree(bundle, lib, symlinks=True)
    (root / "usr" / "bin").mkdir()
    for program in ("negatoscope", "negatoscope-cli"):
        (root / "usr" / "bin" / program).symlink_to(f"../lib/negatoscope/{program}")
    put(filled(HERE / "negatoscope.desktop"), share / "applications" / "negatoscope.desktop")
    put(filled(HERE / "negatoscope.xml"), share / "mime" / "packages" / "negatoscope.xml")
    metainfo = "org.negatoscope.Negatoscope.metainfo.xml"
    put(filled(HERE / metainfo), share / "metainfo" / metainfo)
    for program in ("negatoscope", "negatoscope-cli"):
        compressed(filled(HERE / "negatoscope.1"), share / "man" / "man1" / f"{program}.1.gz")
    icons = share / "icons" / "hicolor"
    put(ICON.read_text(encoding="utf-8"), icons / "scalable" / "apps" / "negatoscope.svg")
    for size in ICON_SIZES:
        target = icons / f"{size}x{size}" / "apps" / "negatoscope.png"
        target.parent.mkdir(parents=True)
        icon(size, target)
    overrides = share / "lintian" / "overrides" / "negatoscope"
    put((HERE / "lintian-overrides").read_text(encoding="utf-8"), overrides)
    doc = share / "doc" / "negatoscope"
    put((HERE / "copyright").read_text(encoding="utf-8"), doc / "copyright")
    date = datetime.fromtimestamp(epoch(), UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    changes = (
        f"negatoscope ({version()}) unstable; urgency=low\n\n  * See CHANGELOG.md.gz beside this file.\n"
    )
    sign = f"\n -- {maintainer()}  {date}\n"
    compressed(changes + sign, doc / "changelog.gz")
    compressed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), doc / "CHANGELOG.md.gz")
    (doc / "licences").symlink_to("../../../lib/negatoscope/_internal/licences")


def deb(bundle: Path, target: Path) -> Path:
    """The Debian package. Raises CalledProcessError."""
    made = target / f"negatoscope_{version()}_{ARCHITECTURES[os.uname().machine]}.deb"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        root.mkdir()
        tree(bundle, root)
        size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir())
        put(checksums(root), root / "DEBIAN" / "md5sums")
        put(control(bundle, size // 1024), root / "DEBIAN" / "control")
        settle(root)
        # One thread: how many there are would show in the result.
        command = ("dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build", root, made)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
        subprocess.run(command, check=True, env=environment)
    return made


def pack(bundle: Path, target: Path) -> None:
    """The frozen program as a .tar.xz: a quarter smaller than by gzip."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        return entry

    with tempfile.TemporaryDirectory() as folder:
        settled = Path(folder) / "negatoscope"
        shutil.copytree(bundle, settled, symlinks=True)
        settle(settled)
        with tarfile.open(target, "w:xz", preset=6, format=tarfile.GNU_FORMAT) as archive:
            archive.add(settled, ".", filter=plain)


def run_file(bundle: Path, target: Path) -> Path:
    """The program that installs for one user, on any Linux. Raises CalledProcessError."""
    made = target / f"negatoscope-{version()}-linux-{os.uname().machine}.run"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "negatoscope-installer"
        root.mkdir()
        pack(bundle, root / "negatoscope.tar.xz")
        needs = {"GLIBC": needed_glibc(bundle), "MACHINE": os.uname().machine}
        for name in (
            "install.sh",
            "needs.sh",
            "uninstall.sh",
            "negatoscope.desktop",
            "negatoscope.xml",
            "negatoscope.1",
        ):
            put(filled(HERE / name, **needs), root / name)
        (root / "uninstall.sh").chmod(0o755)
        shutil.copy(ICON, root / "negatoscope.svg")
        settle(root)
        when = datetime.fromtimestamp(epoch(), UTC).strftime("%Y-%m-%d %H:%M:%S")
        plain = f"--sort=name --owner=0 --group=0 --numeric-owner --mtime=@{epoch()}"
        # Not packed twice. And install.sh can say in words that xz is missing, which makeself cannot.
        options = ("--quiet", "--nocomp", "--sha256", "--packaging-date", when, "--tar-format", "gnu")
        label = f"Negatoscope {version()} (research use, not a medical device)"
        # By sh, because what lies in /tmp may not be started on every computer.
        start = (label, "sh", "./install.sh")
        # makeself writes its own command line into what it makes: no folder of this machine in it.
        command = ("makeself", *options, "--tar-extra", plain, root.name, made.name, *start)
        subprocess.run(command, check=True, cwd=folder, env={**os.environ, "LC_ALL": "C"})
        shutil.move(Path(folder) / made.name, made)
    return made


def main(arguments: list[str]) -> None:
    """Command line."""
    bundle, target = Path(arguments[0]), Path(arguments[1])
    for make in (deb, run_file):
        made = make(bundle, target)
        print(f"{made}  {made.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main(sys.argv[1:])

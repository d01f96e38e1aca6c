"""The image for macOS, made with stand-ins for macOS's own tools: what is called, and in which order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SCRIPT = ROOT / "packaging" / "macos" / "dmg.sh"
TOOLS = ("codesign", "xcrun", "ditto", "hdiutil", "sleep")
NOTARY = {"NOTARY_KEY": "/k.p8", "NOTARY_KEY_ID": "ID", "NOTARY_ISSUER": "issuer"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A program with a library, an extension and a framework in it."""
    contents = tmp_path / "Negatoscope.app" / "Contents"
    for name in (
        "MacOS/negatoscope",
        "MacOS/negatoscope-cli",
        "Frameworks/libcrypto.3.dylib",
        "Frameworks/numpy/_core/_umath.so",
        "Frameworks/QtCore.framework/Versions/A/QtCore",
        "Info.plist",
    ):
        (contents / name).parent.mkdir(parents=True, exist_ok=True)
        (contents / name).write_text("")
    return contents.parent


def calls(bundle: Path, secrets: dict[str, str], busy: int = 0) -> list[str]:
    """What was called, a line each, with what lay on the image when it was made.

    ``busy`` is how often hdiutil fails first.
    """
    folder = bundle.parent
    log, tools = folder / "log", folder / "tools"
    tools.mkdir()
    for tool in TOOLS:
        listed = f'ls "$5" | sed "s/^/on the image: /" >>"{log}"' if tool == "hdiutil" else ""
        fails = f'[ "$(grep -c ^hdiutil "{log}")" -gt {busy} ] || exit 1' if tool == "hdiutil" else ""
        (tools / tool).write_text(f'#!/bin/sh\necho "{tool} $*" >>"{log}"\n{fails}\n{listed}\nexit 0\n')
        (tools / tool).chmod(0o755)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", **secrets}
    subprocess.run([SCRIPT, bundle, folder / "N.dmg"], env=environment, check=True)
    return log.read_text().splitlines()


def test_without_secrets_an_image_is_made_and_nothing_is_signed(bundle: Path) -> None:
    made, *rest = calls(bundle, {})
    assert made.startswith("hdiutil create -volname Negatoscope")
    assert made.endswith("N.dmg")
    assert rest == ["on the image: Applications", "on the image: Negatoscope.app"]


def test_the_program_is_signed_from_the_inside_out_and_then_the_image(bundle: Path) -> None:
    lines = calls(bundle, {"SIGNING_IDENTITY": "Developer ID Application: Somebody"})
    signed = [line for line in lines if line.startswith("codesign --force")]
    libraries, framework, command_line, window, program, image = signed
    assert "libcrypto.3.dylib" in libraries
    assert "_umath.so" in libraries
    ends = ("QtCore.framework", "MacOS/negatoscope-cli", "MacOS/negatoscope", "Negatoscope.app", "N.dmg")
    assert all(line.endswith(end) for line, end in zip(signed[1:], ends, strict=True))
    assert all("--timestamp" in line and "Developer ID Application: Somebody" in line for line in signed)
    inside = (libraries, framework, command_line, window, program)
    assert all("--options runtime" in line for line in inside)
    assert all("entitlements.plist" in line for line in (command_line, window, program))
    assert lines.index(program) < lines.index(f"codesign --verify --deep --strict {bundle}")
    assert lines.index(image) > lines.index("on the image: Negatoscope.app")


def test_program_and_image_are_notarised_and_then_stapled(bundle: Path) -> None:
    lines = calls(bundle, {"SIGNING_IDENTITY": "Somebody", **NOTARY})
    asked = [line for line in lines if line.startswith(("xcrun", "ditto", "hdiutil"))]
    zipped, program, stapled, made, image, stapled_too, validated = asked
    assert zipped.startswith(f"ditto -c -k --keepParent {bundle}")
    assert all("--wait --key /k.p8 --key-id ID --issuer issuer" in line for line in (program, image))
    assert stapled == f"xcrun stapler staple {bundle}"
    assert made.startswith("hdiutil create")
    assert stapled_too.endswith("staple " + made.split()[-1])
    assert validated.startswith("xcrun stapler validate")


def test_an_image_that_cannot_be_made_at_once_is_tried_again(bundle: Path) -> None:
    lines = calls(bundle, {}, busy=2)
    assert len([line for line in lines if line.startswith("hdiutil")]) == 3
    assert lines[-1] == "on the image: Negatoscope.app"


def test_an_image_that_can_never_be_made_is_a_failure(bundle: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        calls(bundle, {}, busy=99)

"""What the installers promise, as far as it can be read without the systems they are for."""

from __future__ import annotations

import importlib.util
import plistlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
WINDOWS, MACOS = ROOT / "packaging" / "windows", ROOT / "packaging" / "macos"
ENDINGS = {"dcm", "dicom", "png", "jpg", "jpeg", "tif", "tiff"}
NSIS = (WINDOWS / "negatoscope.nsi").read_text(encoding="utf-8")
MSI = ElementTree.parse(WINDOWS / "negatoscope.wxs")


def script(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module of the packaging, which is no package."""
    monkeypatch.syspath_prepend(str(folder))
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def registry_values() -> list[dict[str, str]]:
    return [element.attrib for element in MSI.iter() if element.tag.endswith("}RegistryValue")]


def test_both_installers_for_windows_offer_the_program_for_the_same_files() -> None:
    by_setup = set(re.findall(r'insertmacro \$\{Do\} "\.(\w+)"', NSIS))
    keys = [value["Key"] for value in registry_values() if value["Key"].endswith("OpenWithProgids")]
    assert by_setup == ENDINGS
    assert {key.split("\\")[2].lstrip(".") for key in keys} == ENDINGS


def test_no_installer_takes_a_file_type_away_from_another_program() -> None:
    written = re.findall(r'WriteRegStr SHCTX "(\S+)" "(\S*)"', NSIS)
    assert not [key for key, name in written if re.search(r"Classes\\\$\{Ending\}$", key) and not name]
    assert not [v for v in registry_values() if re.search(r"Classes\\\.\w+$", v["Key"])]
    assert "UserChoice" not in NSIS


def test_all_that_the_setup_registers_the_uninstaller_forgets() -> None:
    install, uninstall = NSIS.split('Section "un.')[0], NSIS.split('Section "un.', 1)[1]
    for name in ("PROGID", "CAPABILITIES_KEY", "UNINSTALL_KEY"):
        assert f"${{{name}}}" in install
        assert re.search(rf"DeleteReg\w+ SHCTX \"[^\"]*\$\{{{name}\}}", uninstall), name
    assert "${SETTINGS_KEY}" in uninstall.split("Section /o")[1]
    assert "${SETTINGS_KEY}" not in uninstall.split("Section /o")[0]


def test_macos_is_told_of_the_files_the_screen_and_the_oldest_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = plistlib.dumps(script(MACOS, "info", monkeypatch).info_plist("1.2.3"))
    plist = plistlib.loads(written)
    assert plist["CFBundleShortVersionString"] == plist["CFBundleVersion"] == "1.2.3"
    assert plist["NSHighResolutionCapable"] is True
    assert plist["LSBackgroundOnly"] is False
    assert plist["CFBundleExecutable"] == "negatoscope"
    assert plist["LSMinimumSystemVersion"] == "13.0"
    kinds = plist["CFBundleDocumentTypes"]
    assert {kind["LSHandlerRank"] for kind in kinds} == {"Alternate"}
    assert {kind["CFBundleTypeRole"] for kind in kinds} == {"Viewer"}
    named = {identifier for kind in kinds for identifier in kind["LSItemContentTypes"]}
    assert named == {"org.nema.dicom", "public.png", "public.jpeg", "public.tiff"}


def test_the_hardened_runtime_is_loosened_in_one_place_alone() -> None:
    assert plistlib.loads((MACOS / "entitlements.plist").read_bytes()) == {
        "com.apple.security.cs.allow-unsigned-executable-memory": True
    }


def test_the_icon_of_windows_has_a_picture_for_every_size() -> None:
    with Image.open(ROOT / "packaging" / "icons" / "negatoscope.ico") as icon:
        assert {16, 20, 24, 32, 48, 256} <= {size for size, _ in icon.info["sizes"]}


def test_the_lock_for_windows_has_a_hash_for_everything_and_no_condition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    payload = script(WINDOWS, "payload", monkeypatch)
    lines = payload.requirements(payload.WINDOWS, payload.BUILD_TOOLS).splitlines()
    assert all(re.fullmatch(r"\S+==\S+( --hash=sha256:[0-9a-f]{64})+", line) for line in lines)
    names = [line.split("==")[0] for line in lines]
    assert len(names) == len(set(names))
    assert {"pyinstaller", "pefile", "pyside6-essentials", "onnxruntime", "imagecodecs"} <= set(names)
    assert not {"torch", "pytest", "macholib", "atheris"} & set(names)


WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def test_every_action_of_the_release_is_pinned_by_commit_and_says_its_version() -> None:
    used = re.findall(r"uses: (.+)", WORKFLOW)
    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used)


def test_the_release_may_write_in_its_last_job_alone() -> None:
    assert re.findall(r"permissions:\n +contents: (\w+)", WORKFLOW) == ["read", "write"]
    assert WORKFLOW.index("contents: write") > WORKFLOW.index("  publish:")


def test_a_release_started_by_hand_publishes_nothing_whatever_it_is_started_on() -> None:
    assert 'tags: ["v*"]' in WORKFLOW
    draft = WORKFLOW.partition("- name: A draft of the release")[2]
    assert re.findall(r"if: (.+?)(?: #|\n)", draft) == ["${{ github.event_name == 'push' }}"]


def test_every_step_of_the_release_is_a_task_that_runs_by_hand_or_carries_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tasks = script(ROOT, "dev", monkeypatch).TASKS
    commands = re.findall(r"^ +(?:- )?run: +(.+)$", WORKFLOW, re.MULTILINE)
    called = [
        re.fullmatch(r"(?:sudo )?python3? dev\.py ([\w-]+)(?: \S+)?", command) for command in commands
    ]
    names = {match[1] for match in called if match}
    assert all(called), commands
    assert names <= set(tasks)
    assert {"test", "package", "smoke", "installer", "msi", "sbom", "checksums", "publish"} <= names
    used = set(re.findall(r"uses: actions/([\w-]+)@", WORKFLOW))
    assert used == {"checkout", "setup-python", "upload-artifact", "download-artifact"}
    assert WORKFLOW.count("uses: ") == WORKFLOW.count("uses: actions/")


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="shellcheck is not installed")
def test_shellcheck_finds_no_fault_in_the_shell_scripts() -> None:
    scripts = [*(ROOT / "packaging").rglob("*.sh"), ROOT / ".ci" / "run"]
    assert len(scripts) > 3
    done = subprocess.run(["shellcheck", "--severity=warning", *scripts], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_checksums_are_those_that_sha256sum_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.exe").write_bytes(b"abc")
    (tmp_path / "negatoscope").mkdir()
    (tmp_path / "SHA256SUMS").write_text("old")
    written = script(ROOT / "packaging", "release", monkeypatch).checksums(tmp_path)
    assert written == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.exe\n"

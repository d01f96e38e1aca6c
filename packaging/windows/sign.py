"""Signs programs and installers for Windows (Authenticode), where there is a certificate.

    python packaging/windows/sign.py FILE...

SIGNING_CERTIFICATE   the certificate with its key, a PKCS#12 file (.pfx), as base64
SIGNING_PASSWORD      its password
SIGNING_TIMESTAMP     address of a time stamping service; without one, it ends with the certificate

Without a certificate nothing is signed, and that is said. Signed by signtool, elsewhere than
on Windows by osslsigncode.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

KITS = Path(r"C:\Program Files (x86)\Windows Kits\10\bin")


def sign(files: list[Path], certificate: Path, password: str, timestamp: str) -> None:
    """Sign each of ``files`` in place. Raises CalledProcessError."""
    if sys.platform == "win32":
        options = ["/fd", "SHA256", "/f", certificate, "/p", password]
        options += ["/tr", timestamp, "/td", "SHA256"] if timestamp else []
        subprocess.run([_signtool(), "sign", *options, *files], check=True)
        return
    options = ["-h", "sha256", "-pkcs12", certificate, "-pass", password, "-n", "Negatoscope"]
    options += ["-ts", timestamp] if timestamp else []
    for file in files:
        draft = file.with_name(file.name + ".signed")
        subprocess.run(["osslsigncode", "sign", *options, "-in", file, "-out", draft], check=True)
        draft.replace(file)


def _signtool() -> str:
    found = shutil.which("signtool") or max(map(str, KITS.glob("*/x64/signtool.exe")), default="")
    if not found:
        raise SystemExit("There is no signtool here: install the Windows SDK.")
    return found


def main() -> None:
    """Command line."""
    files, encoded = [Path(name) for name in sys.argv[1:]], os.environ.get("SIGNING_CERTIFICATE", "")
    if not encoded:
        print("Not signed, for want of a certificate (SIGNING_CERTIFICATE):", *files)
        return
    with tempfile.TemporaryDirectory() as folder:
        certificate = Path(folder) / "certificate.pfx"
        certificate.write_bytes(base64.b64decode(encoded))
        password = os.environ.get("SIGNING_PASSWORD", "")
        sign(files, certificate, password, os.environ.get("SIGNING_TIMESTAMP", ""))
    print("Signed:", *files)


if __name__ == "__main__":
    main()

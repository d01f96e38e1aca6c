"""Write the sample films that come with the program: ``python3 dev.py sample``."""

from __future__ import annotations

from pathlib import Path

import imagecodecs
from pydicom.uid import JPEGLSLossless

from phantom import compress, dicom, thorax_u8, thorax_u16, write_dicom, write_image

FOLDER = Path(__file__).parents[2] / "resources" / "sample"


def main() -> None:
    """One DICOM with a window, one PNG."""
    FOLDER.mkdir(exist_ok=True)
    pixels = thorax_u16(1024, 1024, bits=10)
    film = dicom(pixels, bits=10, WindowCenter=512, WindowWidth=900, WindowCenterWidthExplanation="NORMAL")
    write_dicom(FOLDER / "phantom.dcm", compress(film, JPEGLSLossless, imagecodecs.jpegls_encode(pixels)))
    write_image(FOLDER / "phantom.png", thorax_u8(768, 768))


if __name__ == "__main__":
    main()

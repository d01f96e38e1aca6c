"""Draws the program's icon for Windows and macOS from resources/icons/negatoscope.svg.

    python3 dev.py icons

What it writes is committed: freezing needs no Qt that can draw.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).resolve().parent
SOURCE = FOLDER.parents[1] / "resources" / "icons" / "negatoscope.svg"
# What Windows asks for: lists, the task bar, the desktop, each at 100, 125, 150 and 200 %.
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS_SIZES = (16, 32, 64, 128, 256, 512, 1024)
# The left part of the setup program's first and last page; twice as large, for sharp screens.
SIDEBAR = (328, 628)
BACKGROUND = (30, 30, 30)


def main() -> None:
    """Write negatoscope.ico, negatoscope.icns and sidebar.bmp beside this file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    ico = {size: _drawn(size) for size in WINDOWS_SIZES}
    largest = ico[WINDOWS_SIZES[-1]]
    rest = [ico[size] for size in WINDOWS_SIZES[:-1]]
    sizes = [(size, size) for size in WINDOWS_SIZES]
    largest.save(FOLDER / "negatoscope.ico", sizes=sizes, append_images=rest)
    icns = [_drawn(size) for size in MACOS_SIZES]
    icns[-1].save(FOLDER / "negatoscope.icns", append_images=icns[:-1])
    sidebar, icon = Image.new("RGB", SIDEBAR, BACKGROUND), _drawn(160)
    sidebar.paste(icon, ((SIDEBAR[0] - icon.width) // 2, 120), icon)
    sidebar.quantize(64).save(FOLDER / "sidebar.bmp")


def _drawn(size: int) -> Image.Image:
    """Drawn anew at each size: what is scaled down is blurred."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(io.BytesIO(content.data()))


if __name__ == "__main__":
    main()

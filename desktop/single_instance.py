"""A second start hands its files to the window that is there already.

The two speak through a local socket (a file in the user's own runtime folder, a named pipe on Windows),
never through the network. One line of JSON: the paths, absolute. The answer is one byte.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

# A window that does not answer within this is not waited for: a second one is opened.
PATIENCE_MS = 1000
MAX_BYTES = 4 * 1024**2
_TAKEN = b"\x06"


def server_name() -> str:
    """Of this user alone."""
    if sys.platform == "win32":
        return f"negatoscope-{Path.home().name}"
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.RuntimeLocation)
    return str(Path(folder) / "negatoscope")


def hand_over(paths: list[str], name: str | None = None) -> bool:
    """Give ``paths`` to a window that is there; False where there is none or it does not answer."""
    name = name or server_name()
    if sys.platform != "win32" and not Path(name).exists():
        return False  # without QtNetwork, which takes a while to load
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    # Relative to a folder that the other program is not in.
    absolute = [str(Path(path).absolute()) for path in paths]
    socket.write(json.dumps(absolute).encode() + b"\n")
    socket.flush()
    socket.waitForReadyRead(PATIENCE_MS)
    taken = bytes(socket.readAll().data()) == _TAKEN
    socket.disconnectFromServer()
    return taken


class Mailbox(QObject):
    """Where further starts of the program leave their files.

    Signals: ``received(paths)``, which may be empty: then somebody merely looks for the window.
    """

    received = Signal(list)

    def __init__(self, parent: QObject | None = None, name: str | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer

        super().__init__(parent)
        self._name = name or server_name()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)

    def open(self) -> bool:
        """Begin to listen; where that cannot be, each start has a window of its own."""
        if self._server.listen(self._name):
            return True
        # What a killed program left. Nobody answers there: this start has tried.
        self._server.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    @Slot()
    def _connected(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(self._ready)
            socket.disconnected.connect(socket.deleteLater)
            # What came before anybody listened is not announced any more.
            self._read(socket)

    @Slot()
    def _ready(self) -> None:
        self._read(cast("QLocalSocket", self.sender()))

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MAX_BYTES:
            socket.abort()
        while socket.canReadLine():
            with suppress(ValueError):
                paths = json.loads(bytes(socket.readLine().data()))
                if isinstance(paths, list) and all(isinstance(path, str) for path in paths):
                    socket.write(_TAKEN)
                    socket.flush()
                    self.received.emit(paths)

# SPDX-License-Identifier: EUPL-1.2
"""A line between browser and server that can be cut at any byte of a report, or held. Knows no browser and no page."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

REPORT = b"PUT /api/v1/defects/"
CHUNK = 16_384


@dataclass
class Line:
    """Forwards everything from `port` to the server's, but what concerns reports as it is told."""

    to: int
    port: int = 0
    open: bool = True
    # How many bytes of a report pass before the line breaks; None passes all.
    after: int | None = None
    # The report passes, its answer does not.
    deaf: bool = False
    # How often it still breaks.
    times: int = 0
    broken: int = 0
    reports: int = 0
    _sockets: set[socket.socket] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def cut(self, *, after: int | None = None, deaf: bool = False, times: int = 1) -> None:
        self.after, self.deaf, self.times = after, deaf, times

    def close(self) -> None:
        """No network at all from now on: what is open breaks, what comes is turned away."""
        self.open = False
        with self._lock:
            for each in self._sockets:
                _reset(each)
            self._sockets.clear()

    def reopen(self) -> None:
        self.open = True

    def serve(self, listening: socket.socket) -> None:
        while True:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            if not self.open:
                _reset(client)
                continue
            server = socket.create_connection(("127.0.0.1", self.to))
            with self._lock:
                self._sockets |= {client, server}
            state = {"deaf": False}
            threading.Thread(target=self._up, args=(client, server, state), daemon=True).start()
            threading.Thread(target=self._down, args=(client, server, state), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket, state: dict[str, bool]) -> None:
        left: int | None = None
        with contextlib.suppress(OSError):
            while data := client.recv(CHUNK):
                if REPORT in data:
                    self.reports += 1
                    if self.times > 0 and self.after is not None:
                        left = self.after
                    state["deaf"] = self.times > 0 and self.deaf
                if left is not None:
                    server.sendall(data[:left])
                    left -= len(data)
                    if left <= 0:
                        return self._break(client, server)
                else:
                    server.sendall(data)
        _shut(client, server)

    def _down(self, client: socket.socket, server: socket.socket, state: dict[str, bool]) -> None:
        with contextlib.suppress(OSError):
            while data := server.recv(CHUNK):
                if state["deaf"]:
                    return self._break(client, server)
                client.sendall(data)
        _shut(client, server)

    def _break(self, client: socket.socket, server: socket.socket) -> None:
        self.times -= 1
        self.broken += 1
        _shut(server)
        _reset(client)


def _reset(which: socket.socket) -> None:
    with contextlib.suppress(OSError):
        which.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError):
        which.close()


def _shut(*sockets: socket.socket) -> None:
    for each in sockets:
        _reset(each)


@contextlib.contextmanager
def line_to(port: int) -> Iterator[Line]:
    """A line to a server on this machine."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        line = Line(to=port, port=listening.getsockname()[1])
        threading.Thread(target=line.serve, args=(listening,), daemon=True).start()
        yield line
        line.close()

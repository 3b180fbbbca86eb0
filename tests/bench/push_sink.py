# SPDX-License-Identifier: EUPL-1.2
"""A push service that costs as little as it can: reads a request over TLS, answers 201. A process of its own.

Usage: python -m tests.bench.push_sink PORT CERTIFICATE [MILLISECONDS]; `GET /count` gives how many it has taken.
"""

import asyncio
import ssl
import sys

ANSWER = b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"
HEAD_END = b"\r\n\r\n"
taken = 0


class Taking(asyncio.Protocol):
    """One connection, kept open."""

    delay = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport: asyncio.Transport = transport  # type: ignore[assignment]
        self.data = b""

    def data_received(self, data: bytes) -> None:
        global taken  # noqa: PLW0603 - the one number of this process
        self.data += data
        while True:
            head, end, rest = self.data.partition(HEAD_END)
            if not end:
                return
            if head.startswith(b"GET"):
                body = str(taken).encode()
                self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body))
                self.data = rest
                continue
            low = head.lower()
            at = low.index(b"content-length:") + 15
            length = int(low[at : low.find(b"\r", at) if b"\r" in low[at:] else None])
            if len(rest) < length:
                return
            self.data = rest[length:]
            taken += 1
            if self.delay:
                asyncio.get_running_loop().call_later(self.delay, self._reply)
            else:
                self._reply()

    def _reply(self) -> None:
        if not self.transport.is_closing():
            self.transport.write(ANSWER)


async def main(port: int, certificate: str, milliseconds: float) -> None:
    """Listen until killed."""
    Taking.delay = milliseconds / 1000
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server = await asyncio.get_running_loop().create_server(Taking, "127.0.0.1", port, ssl=context, backlog=512)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 0.0))

# SPDX-License-Identifier: EUPL-1.2
"""A real HTTP server in a thread, for everything that fetches: a path has a fixed answer or a handler."""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What the server serves; tests change it while it runs."""

    port: int = 0
    scheme: str = "http"
    pages: dict[str, tuple[str, bytes] | Handler] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def allow(self) -> tuple[str, ...]:
        return (f"127.0.0.1:{self.port}",)

    def url(self, path: str) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}{path}"

    def serve(self, path: str, content_type: str, body: bytes) -> None:
        self.pages[path] = (content_type, body)

    def redirect(self, path: str, location: str, status: int = 302) -> None:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            request.send_header("Location", location)
            request.send_header("Content-Length", "0")
            request.end_headers()

        self.pages[path] = answer


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve on a free loopback port until the block ends; strong ETags and 304 like a real web server."""
    site = Site(scheme="https" if context else "http")

    class Requests(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.headers.append({name.lower(): value for name, value in self.headers.items()})
            page = site.pages.get(self.path)
            if callable(page):
                site.asked.append((self.path, 0))
                try:
                    page(self)
                except OSError:
                    return
                return
            status, body, headers = _answer(page, self.headers.get("If-None-Match"))
            site.asked.append((self.path, status))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def do_HEAD(self) -> None:
            # Only a page that looks at the method has an answer to it.
            self.do_GET() if callable(site.pages.get(self.path)) else self.send_error(405)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Requests)
    server.daemon_threads = True
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _answer(page: tuple[str, bytes] | None, seen: str | None) -> tuple[int, bytes, dict[str, str]]:
    if page is None:
        return 404, b"", {"Content-Length": "0"}
    content_type, body = page
    etag = f'"{sha256(body).hexdigest()[:16]}"'
    if seen == etag:
        return 304, b"", {"ETag": etag}
    return 200, body, {"Content-Type": content_type, "ETag": etag, "Content-Length": str(len(body))}


def certificate_for(name: str, folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a fresh certificate for this name, and a client's that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "server.pem"
    file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    client = ssl.create_default_context()
    client.load_verify_locations(file)
    return server, client

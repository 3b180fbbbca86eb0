# SPDX-License-Identifier: EUPL-1.2
"""The line to the push services itself, against services that keep to no rule, and one that nobody should trust."""

import socketserver
import ssl
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from backend.push import transport
from backend.push.encryption import Recipient, recipient
from backend.push.transport import FAILED, GONE, REACHED, Courier, Outcome, Result, Target
from tests.push.phones import some_keys
from tests.serving import certificate_for

LATER = Outcome(Result.LATER)
OK = b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"
HEADERS = {"Content-Type": "application/octet-stream", "TTL": "60"}
ANSWERS = {
    "chunked": b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
    "early": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK,
    "endless": b"HTTP/1.1 410 Gone\r\nContent-Length: 9000000\r\n\r\n" + b"x" * 100_000,
    "elsewhere": b"HTTP/1.1 307 Temporary Redirect\r\nLocation: /ok\r\nContent-Length: 0\r\n\r\n",
    "busy": b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 7\r\nContent-Length: 0\r\n\r\n",
    "broken": b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n",
    "garbage": b"\0\1\2 this is no answer\r\n\r\n",
    "ancient": b"just words, as in HTTP/0.9",
    "cut": b"HTTP/1.1 201 Created\r\nContent-Length: 10\r\n\r\nhalf",
    "nothing": b"",
    "closing": b"HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n",
}
ENDS = ("garbage", "ancient", "cut", "nothing", "closing")


@dataclass
class Service:
    """Answers byte for byte what ANSWERS says for the first part of the path."""

    port: int = 0
    scheme: str = "http"
    connections: int = 0
    heads: list[bytes] = field(default_factory=list)
    pause: float = 0.0
    silent_once: set[str] = field(default_factory=set)

    @property
    def origin(self) -> str:
        return f"{self.scheme}://localhost:{self.port}"

    def target(self, path: str, keys: Recipient | None = None) -> Target:
        return Target(uuid.uuid4(), f"{self.origin}/{path}", self.origin, keys or recipient(*some_keys()))

    def paths(self) -> list[str]:
        return [head.split(b" ")[1].decode() for head in self.heads]

    def talk(self, lines: socketserver.StreamRequestHandler) -> None:
        self.connections += 1
        while head := b"".join(iter(lines.rfile.readline, b"\r\n")) if lines.rfile.peek(1) else b"":
            self.heads.append(head)
            length = head.lower().split(b"content-length:")[1].split(b"\r\n")[0]
            lines.rfile.read(int(length))
            time.sleep(self.pause)
            first = self.paths()[-1].split("/")[1]
            if first in self.silent_once:
                self.silent_once.remove(first)
                return
            lines.wfile.write(ANSWERS.get(first, OK))
            if first in ENDS:
                return


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Service]:
    """A service on a free port of the loopback until the block ends."""
    service = Service(scheme="https" if certificate else "http")

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):  # the other side may have had enough
                service.talk(self)

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler, bind_and_activate=True)
    server.daemon_threads = True
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    service.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as service:
        yield service


def send(targets: list[Target], *, seconds: float = 2.0, in_flight: int = 20) -> list[Outcome]:
    """All targets as one batch over a line of its own."""
    with Courier(lambda origin: f"vapid for {origin}", seconds=seconds, in_flight=in_flight) as courier:
        return courier.send(b"{}", HEADERS, targets).result(30)


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("ok", REACHED), ("chunked", REACHED), ("early", REACHED), ("closing", REACHED), ("endless", GONE),
        ("elsewhere", FAILED), ("garbage", LATER), ("ancient", LATER), ("cut", LATER),
    ],
)  # fmt: skip
def test_whatever_a_service_answers_the_next_message_is_served(service: Service, path: str, outcome: Outcome) -> None:
    paths = [path, "ok", path, path, "ok"]
    began = time.monotonic()
    outcomes = send([service.target(one) for one in paths], in_flight=1, seconds=15)
    assert time.monotonic() - began < 10, "nobody waits for the end of an endless answer"
    assert outcomes == [outcome if one == path else REACHED for one in paths]
    assert service.paths() == [f"/{one}" for one in paths], "each asked once, in order, and nobody else"


def test_the_wish_of_one_answer_is_not_taken_for_that_of_the_next(service: Service) -> None:
    targets = [service.target(path) for path in ("busy", "broken", "ok", "endless", "cut")]
    wish = Outcome(Result.LATER, 7.0)
    assert send(targets, in_flight=1) == [wish, LATER, REACHED, GONE, LATER]


def test_a_kept_connection_found_closed_is_opened_again_and_a_fresh_one_is_not(service: Service) -> None:
    assert send([service.target("nothing")]) == [LATER]
    assert service.paths() == ["/nothing"]
    service.silent_once = {"then"}
    assert send([service.target("ok"), service.target("then")], in_flight=1) == [REACHED, REACHED]
    assert service.paths()[1:] == ["/ok", "/then", "/then"]


def test_connections_serve_many_messages_and_batches(service: Service) -> None:
    service.pause = 0.002
    with Courier(lambda _: "vapid", in_flight=5) as courier:
        for _ in range(3):
            batch = [service.target(f"ok/{number}") for number in range(40)]
            assert set(courier.send(b"{}", HEADERS, batch).result(10)) == {REACHED}
    assert len(service.heads) == 120
    assert service.connections <= 5


def test_a_request_says_what_was_asked_for_and_nothing_else(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert send([service.target("a/../b/./c//%41?d=e@f")]) == [REACHED]
    first, *lines = service.heads[0].decode().rstrip().split("\r\n")
    assert first == "POST /a/../b/./c//%41?d=e@f HTTP/1.1"
    assert dict(line.split(": ", 1) for line in lines) == {
        "Host": f"localhost:{service.port}",
        "Authorization": f"vapid for {service.origin}",
        "Content-Length": "105",
        **HEADERS,
    }


@pytest.mark.parametrize("path", ["a b", "a\r\nX-Evil: 1", "a\0b"])
def test_no_address_writes_a_header(service: Service, path: str) -> None:
    with Courier(lambda _: "vapid", seconds=2.0) as courier:
        sent = courier.send(b"{}", HEADERS, [service.target(path), service.target("ok")])
        try:
            assert sent.result(10) == [LATER, REACHED]
        except ValueError as refused:
            assert "null" in str(refused)
    assert not any(b"Evil" in head for head in service.heads)


def test_a_certificate_that_nobody_vouches_for_gets_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate_for("localhost", tmp_path)
    (tmp_path / "other").mkdir()
    certificate_for("elsewhere.example", tmp_path / "other")
    for known, given, outcome in (
        (transport.CERTIFICATES, tmp_path, LATER),
        (tmp_path / "other" / "server.pem", tmp_path / "other", LATER),
        (tmp_path / "server.pem", tmp_path, REACHED),
    ):
        monkeypatch.setattr(transport, "CERTIFICATES", str(known))
        with serving(given / "server.pem") as service:
            assert send([service.target("ok")]) == [outcome]
            assert len(service.heads) == (outcome == REACHED)


def test_keys_that_cannot_be_read_fail_their_batch_and_no_other(service: Service) -> None:
    broken = Recipient(b"\4" + bytes(64), bytes(16))
    with Courier(lambda _: "vapid", in_flight=2) as courier:
        bad = courier.send(b"{}", HEADERS, [service.target("ok"), service.target("ok", broken)])
        good = courier.send(b"{}", HEADERS, [service.target("fine") for _ in range(10)])
        assert set(good.result(10)) == {REACHED}
        with pytest.raises(ValueError, match="EC"):
            bad.result(10)
        assert courier.send(b"{}", HEADERS, [service.target("ok")]).result(10) == [REACHED]


def test_a_trouble_of_the_line_itself_is_heard_of_and_the_line_goes_on(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Courier(lambda _: "vapid", in_flight=2) as courier:
        with monkeypatch.context() as patch:
            patch.setattr(courier, "_finish", lambda *_: 1 / 0)
            both = [courier.send(b"{}", HEADERS, [service.target("ok") for _ in range(5)]) for _ in range(2)]
            for one in both:
                with pytest.raises(ZeroDivisionError):
                    one.result(10)
        assert courier.send(b"{}", HEADERS, [service.target("ok")]).result(10) == [REACHED]


def test_who_hangs_up_waits_for_nobody(service: Service) -> None:
    service.pause = 5.0
    began = time.monotonic()
    with Courier(lambda _: "vapid", in_flight=2) as courier:
        never = courier.send(b"{}", HEADERS, [service.target("ok") for _ in range(5)])
        assert courier.send(b"{}", HEADERS, []).result(1) == []
        while not service.heads:
            time.sleep(0.01)
    assert time.monotonic() - began < 2
    assert never.exception(1) is not None
    assert 1 <= len(service.heads) <= 2

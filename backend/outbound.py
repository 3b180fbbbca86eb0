# SPDX-License-Identifier: EUPL-1.2
"""The one way out: GET of a public address whose URL somebody else wrote (feeds, images in feeds), or a look whether
something is there.

Guards against server-side request forgery: a name is resolved once, its addresses are checked, and the connection goes
to exactly the checked address, so a name that changes its answer in between gains nothing. Knows no feature, no
database and no settings.
"""

import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from http.client import HTTPException
from typing import BinaryIO
from urllib.parse import urljoin

import certifi
from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import Url, parse_url

USER_AGENT = "SmartVillageApp/1.0 (municipal news import)"
MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_CHUNK = 64 * 1024
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Not global either (IANA's special-purpose registries), but older Pythons take them for it: documentation, the
# abandoned 6to4 relays, the dummy address.
_SPECIAL = tuple(ipaddress.ip_network(block) for block in ("3fff::/20", "192.88.99.0/24", "192.0.0.8/32"))

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class OutboundError(Exception):
    """Nothing usable came back. The message is one plain sentence for logs and operators, without personal data;
    `reason` is the same as a word: unreachable, unknown-name, certificate, answer, too-large, too-slow or address.
    `status` is that of an answer which is none to us, `retry_after` its header of that name."""

    def __init__(
        self,
        message: str,
        reason: str = "unreachable",
        status: int | None = None,
        retry_after: str | None = None,
    ) -> None:
        super().__init__(message)
        self.reason, self.status, self.retry_after = reason, status, retry_after


class Refused(OutboundError):
    """The address itself is not allowed; nothing was sent to it."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "address")


@dataclass(frozen=True)
class Answer:
    """What a server said: the final URL after redirects, status 200 or 304 (any after a look), the decoded body (empty
    with 304 and after a look)."""

    url: str
    status: int
    body: bytes = field(repr=False)
    headers: Mapping[str, str]  # names in lower case

    @property
    def unchanged(self) -> bool:
        return self.status == 304


def get(
    url: str,
    *,
    max_bytes: int,
    seconds: float = 20.0,
    headers: Mapping[str, str] | None = None,
    allow: Sequence[str] = (),
    redirects: int = MAX_REDIRECTS,
    into: BinaryIO | None = None,
) -> Answer:
    """GET a public http(s) URL, following at most five redirects, each checked like the first; none if `headers` carry
    a secret, which a redirect would give to somebody else.

    `max_bytes` bounds the body, compressed and decompressed; `seconds` bounds everything after the look-up of the name
    (the resolver has its own limit). `allow` names host:port pairs that may be private (tests, a feed in the town's own
    network). No cookies, no credentials, no proxy from the environment. `into`: the body goes into this file instead.
    Raises OutboundError, or Refused for a forbidden address.
    """
    deadline = time.monotonic() + seconds
    return _follow(url, _Wish("GET", deadline, headers or {}, allow, redirects, max_bytes, into))


def look(url: str, *, method: str, seconds: float, allow: Sequence[str] = ()) -> Answer:
    """What a server answers there, whatever its status, without the body; otherwise as `get`."""
    return _follow(url, _Wish(method, time.monotonic() + seconds, {}, allow))


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is asked for; without `max_bytes` the status is enough."""

    method: str
    deadline: float
    headers: Mapping[str, str]
    allow: Sequence[str]
    redirects: int = MAX_REDIRECTS
    max_bytes: int | None = None
    into: BinaryIO | None = None


def _follow(url: str, wish: _Wish) -> Answer:
    for _ in range(wish.redirects + 1):
        target = _read_url(url)
        answer, location = _ask_once(target, wish)
        if location is None:
            return answer
        try:
            url = urljoin(target.url, location)
        except ValueError as error:
            raise Refused("The redirect leads to an unreadable address.") from error
    raise OutboundError(f"More than {wish.redirects} redirects.", "answer")


def is_public(address: Address) -> bool:
    """Whether an address belongs to the open internet, also when it wraps another one (IPv4-mapped, NAT64, 6to4)."""
    if isinstance(address, ipaddress.IPv6Address):
        if inner := address.ipv4_mapped:
            return is_public(inner)
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if inner := address.sixtofour:
            return is_public(inner) and address.is_global
        if address.is_site_local:
            return False
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or address.is_loopback
        or address.is_link_local
        or address.is_private
        or address.is_unspecified
    )


def _read_url(url: str) -> Url:
    # Line breaks around an address and blanks inside it are common in feeds; line breaks inside are an attack.
    text = url.strip().replace(" ", "%20")
    if re.search(r"[\x00-\x20\x7f\\]", text):
        raise Refused("The address contains control characters.")
    try:
        target = parse_url(text)
    except HTTPError as error:
        raise Refused("The address cannot be read.") from error
    if target.scheme not in _PORTS or not target.host:
        raise Refused("Only http and https addresses are fetched.")
    if target.auth is not None:
        raise Refused("Addresses with a user name or password are not fetched.")
    if target.port is not None and target.port < 1024 and target.port not in _PORTS.values():
        raise Refused(f"Port {target.port} is not fetched.")
    return target._replace(fragment=None)


def _addresses(target: Url, port: int, allow: Sequence[str]) -> list[str]:
    host = (target.host or "").strip("[]").rstrip(".")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise OutboundError(f'The name "{host}" cannot be resolved.', "unknown-name") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if f"{host}:{port}" not in allow:
        # A public server never has a private address beside its public one: refuse the whole name.
        for address in addresses:
            if not is_public(ipaddress.ip_address(address)):
                raise Refused(f'"{host}" points to an address that is not on the open internet.')
    if not addresses:
        raise OutboundError(f'The name "{host}" has no address.', "unknown-name")
    return addresses


def _ask_once(target: Url, wish: _Wish) -> tuple[Answer, str | None]:
    port = target.port or _PORTS[target.scheme or ""]
    failure = OutboundError("The server cannot be reached.")
    for address in _addresses(target, port, wish.allow):
        connection = _connection(target, address, port, wish.deadline)
        try:
            connection.connect()
        except (OSError, HTTPError, HTTPException) as error:
            connection.close()
            if _certificate(error):
                failure = OutboundError("The server's certificate is not valid.", "certificate")
            continue
        return _exchange(connection, target, wish)
    raise failure


def _connection(target: Url, address: str, port: int, deadline: float) -> HTTPConnection:
    timeout = min(10.0, _remaining(deadline))
    if target.scheme == "http":
        return HTTPConnection(address, port, timeout=timeout)
    host = (target.host or "").strip("[]").rstrip(".")
    # The certificate must be the name's, although the connection goes to the address.
    return HTTPSConnection(address, port, timeout=timeout, server_hostname=host, ssl_context=_tls())


def _exchange(connection: HTTPConnection, target: Url, wish: _Wish) -> tuple[Answer, str | None]:
    sock = connection.sock
    # A socket's timeout starts anew with each byte: a server that drips them would hold us for hours.
    watchdog = threading.Timer(_remaining(wish.deadline), _cut, (sock,))
    watchdog.daemon = True
    watchdog.start()
    try:
        connection.request(
            wish.method,
            target.request_uri,
            headers={"Host": target.netloc or "", "User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **wish.headers},
            preload_content=False,
        )
        response = connection.getresponse()
        answered = {name.lower(): value for name, value in response.headers.items()}
        if response.status in _REDIRECTS and "location" in answered:
            # HTTP headers arrive as Latin-1; servers that do not escape an umlaut send UTF-8.
            location = answered["location"].encode("latin-1", "replace").decode("utf-8", "replace")
            return Answer(target.url, response.status, b"", answered), location
        if wish.max_bytes is None:
            return Answer(target.url, response.status, b"", answered), None
        if response.status == 304:
            return Answer(target.url, 304, b"", answered), None
        if response.status != 200:
            message = f"The server answers with status {response.status}."
            raise OutboundError(message, "answer", response.status, answered.get("retry-after"))
        body = _read(response, wish.max_bytes, wish.into)
        _remaining(wish.deadline)  # a cut line can look like the regular end of a body without length
        return Answer(target.url, 200, body, answered), None
    except (OSError, HTTPError, HTTPException, ValueError) as error:
        _remaining(wish.deadline)
        raise OutboundError("The connection broke off or the answer is not HTTP.") from error
    finally:
        watchdog.cancel()
        connection.close()


def _read(response: HTTPResponse, max_bytes: int, into: BinaryIO | None) -> bytes:
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > max_bytes:
        raise OutboundError(f"The answer is larger than {max_bytes} bytes.", "too-large")
    body, size = bytearray(), 0
    for chunk in response.stream(_CHUNK, decode_content=True):
        size += len(chunk)
        if into is None:
            body += chunk
        else:
            into.write(chunk)
        # Checked after decompression: a small archive can hold a huge text.
        if size > max_bytes:
            raise OutboundError(f"The answer is larger than {max_bytes} bytes.", "too-large")
    return bytes(body)


def _remaining(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise OutboundError("The server takes too long.", "too-slow")
    return left


def _cut(sock: socket.socket) -> None:
    try:
        # The plain socket's method: SSLSocket.shutdown would pull the TLS object from under the reading thread.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        return


def _certificate(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    # The machine's own authorities (a municipal network may have one) and the public ones.
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context

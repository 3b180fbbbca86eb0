# SPDX-License-Identifier: EUPL-1.2
"""The byte cache of public answers: WSGI middleware before Flask's routing. Knows hosts, versions and bytes, no
feature.

Each municipality has a content version that every public write bumps in its transaction. It is read from the database
on each request, so the cache is right across processes without telling anybody. An entry also ends at `valid_until`,
the next moment at which something scheduled begins or ends: it dies by itself.
"""

import gzip
import hashlib
import re
import threading
import time
import uuid
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import brotli
from sqlalchemy import BigInteger, ForeignKey, update
from sqlalchemy.orm import Mapped, mapped_column
from werkzeug.wsgi import ClosingIterator

from backend.db import Model, current_tenant_id, db
from backend.parameters import Declared

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Headers = list[tuple[str, str]]
ENVIRON_KEY = "sva.read"
SESSION_COOKIE_MARK = "sid="
MIN_COMPRESSED = 400
OVERHEAD = 2000  # headers and key of an entry, bytes
LONGEST_ADDRESS = 500  # longer ones are answered, not kept
SEARCHED = re.compile(r"(^|&)q=")
UNAVAILABLE = b'{"type":"urn:sva:problem:unavailable","code":"unavailable","title":"Service unavailable","status":503}'
COMPRESSIBLE = re.compile(r"text/|application/(json|manifest\+json|atom\+xml|rss\+xml|xml)|image/svg")


class ContentVersion(Model):
    """One small integer per municipality; whoever changes public content bumps it in the same transaction."""

    __tablename__ = "content_version"

    tenant_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("tenant.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(BigInteger, default=1)


def bump() -> None:
    """Make every cached answer of the current municipality stale, as part of the running transaction."""
    db.session.execute(
        update(ContentVersion)
        .where(ContentVersion.tenant_id == current_tenant_id())
        .values(version=ContentVersion.version + 1)
        .execution_options(synchronize_session=False)
    )


class Unavailable(Exception):
    """The database does not answer the question for host and version."""


@dataclass(slots=True)
class Ticket:
    """What the border tells the cache about the answer in the making, and the cache tells the border about the
    request."""

    tenant_id: uuid.UUID | None
    version: int
    declared: frozenset[str] = frozenset()
    store: bool = False
    valid_until: float | None = None


@dataclass(slots=True, frozen=True)
class Entry:
    body: bytes
    etag: str
    headers: Headers
    valid_until: float | None

    @property
    def size(self) -> int:
        return len(self.body) + OVERHEAD


class ReadCache:
    """Bounded cache of finished, compressed answers.

    `find(host)` gives (tenant id, content version) or None and is asked on every request. `declared` names the query
    parameters that are part of the key: unknown ones neither reach the key nor evict anything.
    """

    def __init__(
        self,
        app: "WSGIApplication",
        find: Callable[[str], tuple[uuid.UUID, int] | None],
        declared: Declared,
        max_bytes: int,
        security_headers: Mapping[str, str],
    ) -> None:
        self.app, self.find, self.declared, self.max_bytes = app, find, declared, max_bytes
        fixed = {"Content-Type": "application/problem+json", "Cache-Control": "no-store", "Retry-After": "10"}
        self.error_headers = list((fixed | dict(security_headers)).items())
        self.entries: OrderedDict[tuple[object, ...], Entry] = OrderedDict()
        self.bytes = 0
        self.lock = threading.Lock()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        path, method = environ["PATH_INFO"], environ["REQUEST_METHOD"]
        try:
            found = None if path in ("/healthz", "/readyz") else self.find(environ.get("HTTP_HOST", ""))
        except Unavailable:
            start_response("503 Service Unavailable", [*self.error_headers, ("Content-Length", str(len(UNAVAILABLE)))])
            return [UNAVAILABLE]
        ticket = environ[ENVIRON_KEY] = Ticket(*found) if found else Ticket(None, 0)
        if found is None or method not in ("GET", "HEAD") or _personal(environ):
            return self.app(environ, start_response)
        names = self.declared.of(path)
        query = _canonical(environ.get("QUERY_STRING", ""), names)
        encoding = negotiate(environ.get("HTTP_ACCEPT_ENCODING", ""))
        key = (*found, path, query, encoding)
        entry = self._get(key)
        if entry is not None:
            return _answer(entry, method, environ, start_response)
        captured: list[Any] = []

        def capture(status: str, headers: Headers, _error: object = None) -> Callable[[bytes], object]:
            captured[:] = status, headers
            return _no_write

        environ["REQUEST_METHOD"] = "GET"
        chunks = self.app(environ, capture)
        # Fails closed: a route that reads parameters which are no part of this key is never kept.
        if not ticket.store or ticket.declared != names:
            start_response(*captured)
            return chunks if method == "GET" else ClosingIterator([], getattr(chunks, "close", None))
        body = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        entry = _finish(body, captured[1], encoding, ticket.valid_until)
        # What somebody typed is seldom typed again, and random words must not push out what everybody reads.
        if not SEARCHED.search(query) and len(path) + len(query) <= LONGEST_ADDRESS:
            self._put(key, entry)
        return _answer(entry, method, environ, start_response)

    def _get(self, key: tuple[object, ...]) -> Entry | None:
        with self.lock:
            entry = self.entries.get(key)
            if entry is None:
                return None
            if entry.valid_until is not None and entry.valid_until <= time.time():
                self._drop(key)
                return None
            self.entries.move_to_end(key)
            return entry

    def _put(self, key: tuple[object, ...], entry: Entry) -> None:
        if entry.size > self.max_bytes:
            return
        with self.lock:
            if key in self.entries:
                self._drop(key)
            self.entries[key] = entry
            self.bytes += entry.size
            while self.bytes > self.max_bytes:
                self._drop(next(iter(self.entries)))

    def _drop(self, key: tuple[object, ...]) -> None:
        self.bytes -= self.entries.pop(key).size


def _canonical(query: str, names: frozenset[str]) -> str:
    """The declared parameters, sorted, each with its first value: that is the one the views read."""
    if not query or not names:
        return ""
    found: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in names:
            found.setdefault(name, value)
    return urlencode(sorted(found.items()))


@lru_cache(maxsize=256)
def negotiate(accept: str) -> str:
    """The content coding we answer with: br, gzip or identity (RFC 9110, 12.5.3). `q=0` refuses."""
    wanted = {}
    for part in accept.lower().split(","):
        name, _, weight = part.partition(";")
        wanted[name.strip()] = weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((name for name in ("br", "gzip") if wanted.get(name)), "identity")


def matches(header: str, etag: str) -> bool:
    """Whether If-None-Match names this entity tag, by the weak comparison of RFC 9110, 13.1.2."""
    return header.strip() == "*" or etag in (part.strip().removeprefix("W/") for part in header.split(","))


def _personal(environ: "WSGIEnvironment") -> bool:
    return "HTTP_AUTHORIZATION" in environ or SESSION_COOKIE_MARK in environ.get("HTTP_COOKIE", "")


def _no_write(_data: bytes) -> object:
    raise RuntimeError("the write callable of WSGI is not supported")


def _finish(body: bytes, headers: Headers, encoding: str, valid_until: float | None) -> Entry:
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    if len(body) < MIN_COMPRESSED or not COMPRESSIBLE.match(kind):
        encoding = "identity"
    if encoding == "br":
        body = brotli.compress(body, quality=4)
    elif encoding == "gzip":
        body = gzip.compress(body, compresslevel=6, mtime=0)
    # A hash of the bytes instead of the version number: it also tells apart what another release or another build
    # would answer.
    etag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    kept = [
        (name, value) for name, value in headers if name.lower() not in ("content-length", "vary", "set-cookie", "etag")
    ]
    kept += [("Vary", "Accept-Encoding"), ("ETag", etag), ("Content-Length", str(len(body)))]
    if encoding != "identity":
        kept.append(("Content-Encoding", encoding))
    return Entry(body, etag, kept, valid_until)


def _answer(entry: Entry, method: str, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    condition = environ.get("HTTP_IF_NONE_MATCH")
    if condition and matches(condition, entry.etag):
        dropped = ("content-length", "content-type", "content-encoding")
        start_response("304 Not Modified", [pair for pair in entry.headers if pair[0].lower() not in dropped])
        return []
    start_response("200 OK", list(entry.headers))
    return [entry.body] if method == "GET" else []

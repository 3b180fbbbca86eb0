# SPDX-License-Identifier: EUPL-1.2
"""The byte cache: right across processes, versions, schedules and encodings, and never personal."""

import gzip
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import brotli
import pytest
from flask import Flask, Response
from sqlalchemy import event

from backend import create_app
from backend.config import Settings
from backend.db import db
from backend.reads import ReadCache, Unavailable, matches, negotiate
from backend.web import Access, Border, raw
from tests.conftest import TenantClient, client_of
from tests.factories import make_news


@pytest.fixture
def statements(app: Flask) -> Iterator[list[str]]:
    """The statements that reach the database through SQLAlchemy (the host lookup speaks to the driver and does not
    count)."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_a_second_reader_costs_no_query(client: TenantClient, app: Flask, statements: list[str]) -> None:
    make_news(app)
    first = client.get("/api/v1/news")
    statements.clear()
    second = client.get("/api/v1/news")
    assert statements == []
    assert second.data == first.data
    assert second.headers["ETag"] == first.headers["ETag"]


def test_a_miss_of_the_list_costs_the_same_queries_for_many_items_as_for_one(
    client: TenantClient, app: Flask, statements: list[str]
) -> None:
    make_news(app)
    statements.clear()
    client.get("/api/v1/news")
    for_one = len(statements)
    for number in range(15):
        make_news(app, title=f"Nummer {number}")
    statements.clear()
    assert len(client.get("/api/v1/news").json) == 16
    assert len(statements) == for_one <= 6


def test_a_write_is_seen_at_once(client: TenantClient, app: Flask) -> None:
    assert client.get("/api/v1/news").json == []
    make_news(app)
    assert len(client.get("/api/v1/news").json) == 1


def test_a_write_by_another_process_is_seen_at_once(client: TenantClient, app: Flask, settings: Settings) -> None:
    assert client.get("/api/v1/news").json == []
    make_news(create_app(settings))
    assert len(client.get("/api/v1/news").json) == 1


def test_an_entry_dies_when_something_scheduled_begins(client: TenantClient, app: Flask) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=0.6)
    make_news(app, publish_at=soon, published_at=soon)
    assert client.get("/api/v1/news").json == []
    time.sleep(0.7)
    assert len(client.get("/api/v1/news").json) == 1


def test_an_entry_dies_when_something_expires(client: TenantClient, app: Flask) -> None:
    make_news(app, unpublish_at=datetime.now(UTC) + timedelta(seconds=0.6))
    assert len(client.get("/api/v1/news").json) == 1
    time.sleep(0.7)
    assert client.get("/api/v1/news").json == []


@pytest.mark.parametrize(("coding", "decode"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_answers_are_compressed_once_and_tagged_per_coding(
    client: TenantClient, app: Flask, coding: str, decode: Any
) -> None:
    for number in range(5):
        make_news(app, title=f"Nummer {number}")
    plain = client.get("/api/v1/news", headers={"Accept-Encoding": "identity"})
    packed = client.get("/api/v1/news", headers={"Accept-Encoding": coding})
    assert packed.headers["Content-Encoding"] == coding
    assert decode(packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


def test_an_unchanged_answer_is_304_on_a_hit_and_on_a_miss(
    client: TenantClient, app: Flask, settings: Settings
) -> None:
    make_news(app)
    etag = client.get("/api/v1/news").headers["ETag"]
    for reader in (client, client_of(create_app(settings), "alpha")):
        again = reader.get("/api/v1/news", headers={"If-None-Match": f'"other", W/{etag}'})
        assert again.status_code == 304
        assert again.data == b""
        assert again.headers["ETag"] == etag
        assert again.headers["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_head_answers_like_get_without_a_body(client: TenantClient, app: Flask) -> None:
    make_news(app)
    head, get = client.head("/api/v1/news"), client.get("/api/v1/news")
    assert head.data == b""
    assert head.headers["ETag"] == get.headers["ETag"]
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


def test_a_request_with_a_session_or_a_secret_neither_reads_nor_fills_the_cache(
    app: Flask, statements: list[str]
) -> None:
    make_news(app)
    for headers in ({"Authorization": "Bearer x"}, {"Cookie": "__Host-sid=x"}, {"Cookie": "a=b; sid=x"}):
        reader = TenantClient(app, app.response_class, use_cookies=False)
        reader.slug = "alpha"
        for _ in range(2):
            statements.clear()
            assert reader.get("/api/v1/news", headers=headers).status_code == 200
            assert statements, headers


def test_public_answers_carry_no_cookie_and_vary_by_coding_only(client: TenantClient, app: Flask) -> None:
    make_news(app)
    for path in ("/", "/api/v1/bootstrap", "/api/v1/news"):
        for _ in range(2):
            answer = client.get(path)
            assert "Set-Cookie" not in answer.headers
            assert answer.headers["Vary"] == "Accept-Encoding"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]


def test_a_cookie_on_a_public_route_reaches_nobody(app: Flask, settings: Settings) -> None:
    border = Border("greeting", __name__)

    @border.endpoint("/greeting", access=Access.PUBLIC, documented=False)
    def greet() -> Response:
        answer = raw("Guten Tag", "text/plain")
        answer.set_cookie("sid", "somebody's")
        return answer

    made = create_app(settings)
    made.register_blueprint(border)
    for _ in range(2):
        answer = client_of(made, "alpha").get("/greeting")
        assert answer.text == "Guten Tag" and "Set-Cookie" not in answer.headers


def test_unknown_parameters_are_no_part_of_the_key(client: TenantClient, app: Flask, statements: list[str]) -> None:
    make_news(app)
    client.get("/api/v1/news?page=1")
    statements.clear()
    assert client.get("/api/v1/news?utm=1&page=1&x=2").status_code == 200
    assert statements == []
    assert client.get("/api/v1/news?page=1&q=nichts").json == []


def test_two_municipalities_never_share_an_entry(client: TenantClient, other: TenantClient, app: Flask) -> None:
    make_news(app, "alpha")
    assert len(client.get("/api/v1/news").json) == 1
    assert other.get("/api/v1/news").json == []


def test_errors_are_not_kept(client: TenantClient, app: Flask) -> None:
    missing = client.get("/api/v1/news/01890000-0000-7000-8000-000000000000")
    assert missing.status_code == 404
    assert missing.headers["Cache-Control"] == "no-store"


def cache_of(application: Flask) -> ReadCache:
    layer: Any = application.wsgi_app
    while not isinstance(layer, ReadCache):
        layer = layer.application
    return layer


def test_the_cache_is_bounded(app: Flask, settings: Settings) -> None:
    small = create_app(replace(settings, read_cache_bytes=9000))
    reader = client_of(small, "alpha")
    make_news(small)
    for number in range(1, 30):
        assert reader.get(f"/api/v1/news?page_size={number}").status_code == 200
    cache = cache_of(small)
    assert 0 < cache.bytes <= 9000
    assert cache.bytes == sum(entry.size for entry in cache.entries.values())


def test_an_answer_larger_than_the_cache_is_given_and_not_kept(app: Flask, settings: Settings) -> None:
    tiny = create_app(replace(settings, read_cache_bytes=100))
    assert client_of(tiny, "alpha").get("/api/v1/bootstrap").status_code == 200
    assert cache_of(tiny).entries == {}


def test_what_strangers_type_does_not_fill_the_cache(client: TenantClient, app: Flask) -> None:
    make_news(app)
    for number in range(5):
        assert client.get(f"/api/v1/news?q=wort{number}").status_code == 200
        assert client.get(f"/api/v1/search?q=wort{number}").status_code == 200
        assert client.get(f"/api/v1/news?page=1&page={number}").status_code == 200
        assert client.get(f"/api/v1/news?utm={number}&page=1").status_code == 200
    assert len(cache_of(app).entries) == 1


@pytest.mark.parametrize("path", ["/api/v1/news/", "/api/v1/search/", "/api/v1//news", "/api/v1/NEWS"])
def test_another_spelling_of_an_address_never_fixes_what_others_see(
    client: TenantClient, app: Flask, path: str
) -> None:
    make_news(app, title="Wald")
    make_news(app, title="Feld")
    client.get(f"{path}?q=Wald")
    assert len(client.get("/api/v1/news").json) == 2
    assert client.get(path).status_code in (301, 308, 404)


def test_a_route_whose_parameters_are_not_part_of_the_key_is_never_kept(client: TenantClient, app: Flask) -> None:
    make_news(app)
    cache_of(app).declared = replace(cache_of(app).declared, literal={})
    assert len(client.get("/api/v1/news?q=gesperrt").json) == 1
    assert client.get("/api/v1/news?q=nichts").json == []
    assert cache_of(app).entries == {}


def test_a_lost_database_is_a_problem_document_too(
    app: Flask, client: TenantClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_host: str) -> None:
        raise Unavailable

    monkeypatch.setattr(cache_of(app), "find", lost)
    answer = client.get("/api/v1/news")
    assert answer.status_code == 503
    assert answer.json["code"] == "unavailable"
    assert answer.headers["Retry-After"] == "10"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    monkeypatch.undo()


def test_the_same_host_of_another_municipality_has_entries_of_its_own(
    client: TenantClient, other: TenantClient
) -> None:
    assert client.get("/api/v1/bootstrap").json["tenant"]["slug"] == "alpha"
    assert other.get("/api/v1/bootstrap").json["tenant"]["slug"] == "beta"


def test_readers_and_writers_at_once_end_with_the_newest(client: TenantClient, app: Flask) -> None:
    def read(_number: int) -> int:
        return client_of(app, "alpha").get("/api/v1/news").status_code

    with ThreadPoolExecutor(8) as pool:
        reads = pool.map(read, range(40))
        for number in range(5):
            make_news(app, title=f"Nummer {number}")
        assert set(reads) == {200}
    assert len(client.get("/api/v1/news").json) == 5


@pytest.mark.parametrize(
    ("accept", "coding"),
    [
        ("", "identity"),
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip;q=0.5", "gzip"),
        ("*", "identity"),
    ],
)
def test_the_coding_follows_accept_encoding(accept: str, coding: str) -> None:
    assert negotiate(accept) == coding


def test_entity_tags_compare_weakly() -> None:
    assert matches('W/"a", "b"', '"a"')
    assert matches("*", '"a"')
    assert not matches('"ab"', '"a"')


def test_what_is_packed_already_is_not_packed_again(client: TenantClient) -> None:
    icon = client.get("/icons/icon-192.png", headers={"Accept-Encoding": "br"})
    assert icon.data.startswith(b"\x89PNG")
    assert "Content-Encoding" not in icon.headers

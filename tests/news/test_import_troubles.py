# SPDX-License-Identifier: EUPL-1.2
"""What a hostile or broken feed does to the import: its own run ends in a sentence, the others never notice."""

import logging
import threading
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler

import pytest
from flask import Flask
from sqlalchemy import select

from backend.config import Settings
from backend.db import db
from backend.importing import UNEXPECTED, Report
from backend.jobs import scope, transaction
from backend.news import importing
from backend.news.feed_reading import Feed, read_feed
from backend.news.importing import IMPORTER
from backend.news.merging import take_over
from backend.news.models import NewsItem, NewsSource
from tests.factories import tenant_id
from tests.serving import Handler, Site, serving

ENTRIES = "".join(f"<item><guid>{n}</guid><title>Nummer {n}</title><description>a</description></item>" for n in "12")
FEED = f"<rss version='2.0'><channel><title>T</title>{ENTRIES}</channel></rss>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        site.serve("/feed", "text/xml", FEED)
        yield site


@pytest.fixture
def settings(settings: Settings, site: Site) -> Settings:
    """The usual settings, and the local feed server allowed."""
    return replace(settings, outbound_allow=site.allow)


def make_source(app: Flask, url: str, key: str = "stadt", **details: object) -> uuid.UUID:
    with scope(app, tenant_id(app, "alpha")):
        source = NewsSource(key=key, url=url, name="Stadtverwaltung", **details)
        db.session.add(source)
        db.session.flush()
        return source.id


def run(app: Flask, source_id: uuid.UUID) -> Report:
    with scope(app, tenant_id(app, "alpha"), write=False):
        return IMPORTER.run(source_id)


def state(app: Flask, source_id: uuid.UUID) -> NewsSource:
    with scope(app, tenant_id(app, "alpha"), write=False):
        row = db.session.scalars(select(NewsSource).where(NewsSource.id == source_id)).one()
        db.session.expunge_all()
        return row


def titles(app: Flask) -> list[str]:
    with scope(app, tenant_id(app, "alpha"), write=False):
        return sorted(db.session.scalars(select(NewsItem.title)))


def with_validators(etag: str, asked: list[str | None]) -> Handler:
    def answer(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.headers.get("If-None-Match"))
        request.wfile.write(b"HTTP/1.0 200 OK\r\nETag: " + etag.encode("latin-1") + b"\r\n\r\n" + FEED)

    return answer


def test_one_odd_entry_or_picture_costs_only_itself(app: Flask, site: Site) -> None:
    odd = (
        "<item><guid>3</guid><title>Bild</title><description>&lt;img src='http://[x/a.jpg'&gt;</description>"
        "<enclosure url='http://[x/a.jpg' length='1'/></item>"
        "<item xml:base='http://h:99999999/'><guid>4</guid><title>Basis</title><description>a</description></item>"
    )
    site.serve("/feed", "text/xml", FEED.replace(b"</channel>", odd.encode() + b"</channel>"))
    source = make_source(app, site.url("/feed"))
    report = run(app, source)
    assert (report.error, report.added) == (None, 4)
    assert state(app, source).last_success_at


@pytest.mark.parametrize("etag", ['"a\x00b"', '"ä\x85"', '"' + "x" * 600 + '"'])
def test_a_validator_that_cannot_be_stored_or_sent_is_forgotten(app: Flask, site: Site, etag: str) -> None:
    asked: list[str | None] = []
    site.pages["/feed"] = with_validators(etag, asked)
    source = make_source(app, site.url("/feed"))
    assert [run(app, source).error for _ in range(2)] == [None, None]
    assert asked == [None, None]
    assert state(app, source).etag is None


def test_a_feed_that_was_not_read_whole_is_read_again(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/feed"))
    site.serve("/feed", "text/xml", FEED[: FEED.index(b"Nummer 2")])
    run(app, source)
    assert state(app, source).etag is None
    site.serve("/feed", "text/xml", FEED.replace(b"</channel>", b"<item><guid>leer</guid></item></channel>"))
    assert run(app, source).skipped == 1
    assert state(app, source).etag is None
    site.serve("/feed", "text/xml", FEED)
    run(app, source)
    assert run(app, source).unchanged


def test_a_changed_reader_reads_an_unchanged_feed_again(
    app: Flask, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []
    site.pages["/feed"] = with_validators('"eins"', asked)
    source = make_source(app, site.url("/feed"))
    run(app, source)
    run(app, source)
    monkeypatch.setattr(importing.NewsImporter, "reader", 99)
    run(app, source)
    assert asked == [None, '"eins"', None]


def test_an_unexpected_error_is_stamped_and_logged_without_content_and_the_next_feed_comes_in(
    app: Flask, site: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def trip(body: bytes, url: str, *rest: object) -> Feed:
        if url.endswith("/a"):
            raise RuntimeError("secret text")
        return read_feed(body, url, None, 10)

    monkeypatch.setattr(importing, "read_feed", trip)
    site.serve("/a", "text/xml", FEED)
    source = make_source(app, site.url("/a"), key="a")
    make_source(app, site.url("/feed"), key="b")
    with caplog.at_level(logging.ERROR, "sva"):
        result = app.test_cli_runner().invoke(args=["news", "import"])
    assert result.exit_code == 1
    assert f"alpha: a: failed, nothing changed: {UNEXPECTED}" in result.output
    assert "alpha: b: 2 new" in result.output
    assert state(app, source).last_error == UNEXPECTED
    assert state(app, source).last_run_at
    record = next(record for record in caplog.records if record.getMessage() == "feed import failed")
    assert record.name == "sva.news"
    assert "secret" not in record.getMessage() + str(record.__dict__.get("reason"))


def test_sweeps_that_piled_up_name_each_feed_once(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/feed"), last_run_at=datetime.now(UTC) - timedelta(minutes=20))
    with scope(app, tenant_id(app, "alpha"), write=False):
        assert [IMPORTER.due() for _ in range(3)] == [[str(source)], [], []]


def test_an_import_waits_for_another_one_of_the_same_feed_and_sees_what_it_wrote(app: Flask, site: Site) -> None:
    source = make_source(app, site.url("/feed"))
    alpha = tenant_id(app, "alpha")
    feed = read_feed(FEED, site.url("/feed"), None, 10)
    reports: list[Report] = []
    second = threading.Thread(target=lambda: reports.append(run(app, source)))
    with scope(app, alpha, write=False), transaction():
        row = IMPORTER.locked(source)
        assert row
        assert take_over(row, feed, {}, datetime.now(UTC)).added == 2
        second.start()
        second.join(1)
        # It has fetched the feed and now waits until the first one has committed.
        assert site.asked == [("/feed", 200)]
        assert second.is_alive()
    second.join(10)
    assert [(report.error, report.added, report.same) for report in reports] == [(None, 0, 2)]
    assert titles(app) == ["Nummer 1", "Nummer 2"]

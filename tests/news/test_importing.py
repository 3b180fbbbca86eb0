# SPDX-License-Identifier: EUPL-1.2
"""A municipality's existing feeds come in: new, unchanged, corrected, broken; served by a real HTTP server."""

import io
import threading
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select

from backend.config import Settings
from backend.db import db
from backend.importing import Report
from backend.jobs import scope
from backend.news import importing
from backend.news.importing import IMPORTER
from backend.news.models import NewsItem, NewsSource
from backend.publishing import Status, withdraw
from tests.conftest import TenantClient
from tests.factories import make_category, tenant_id
from tests.serving import Site, serving

ATOM = """<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Stadt</title>
<entry><id>tag:stadt,1</id><title>Größere Bühne</title><link href="/n/1"/><published>2026-05-01T10:00:00</published>
<updated>2026-05-02T10:00:00Z</updated>
<content type="html"><![CDATA[<p>Für <a href="/plan">alle</a>.</p>]]></content></entry>
<entry><id>tag:stadt,2</id><title>Ohne Datum</title><summary>Text</summary></entry></feed>"""
# Malformed: a bare ampersand, an unclosed tag; and in ISO 8859-1, without guids or zones.
BROKEN_RSS = """<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Amt</title>
<item><title>Müll & Sperrmüll</title><link>/muell</link><pubDate>Mon, 04 May 2026 08:00:00</pubDate>
<description><![CDATA[<p>Abfuhr am Samstag<br>ab 6 Uhr]]></description></item>
<item><title>Straßenfest</title><link>/fest</link><description>Alle sind <b> eingeladen</description></item>
</channel></rss>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def settings(settings: Settings, site: Site) -> Settings:
    """The usual settings, and the local feed server allowed."""
    return replace(settings, outbound_allow=site.allow)


def make_source(app: Flask, url: str, slug: str = "alpha", **details: object) -> uuid.UUID:
    with scope(app, tenant_id(app, slug)):
        source = NewsSource(**{"key": "stadt", "url": url, "name": "Stadtverwaltung"} | details)
        db.session.add(source)
        db.session.flush()
        return source.id


def run(app: Flask, source_id: uuid.UUID, slug: str = "alpha") -> Report:
    with scope(app, tenant_id(app, slug), write=False):
        return IMPORTER.run(source_id)


def items(app: Flask, slug: str = "alpha") -> dict[str, NewsItem]:
    with scope(app, tenant_id(app, slug), write=False):
        found = {item.title: item for item in db.session.scalars(select(NewsItem).order_by(NewsItem.published_at))}
        db.session.expunge_all()
        return found


def picture(width: int = 1000, colour: str = "red") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, width // 2), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def rss(*entries: str) -> bytes:
    return f"<rss version='2.0'><channel><title>T</title>{''.join(entries)}</channel></rss>".encode()


def item(guid: str, title: str, text: str = "Text", more: str = "") -> str:
    return f"<item><guid>{guid}</guid><title>{title}</title><description>{text}</description>{more}</item>"


@pytest.mark.parametrize(
    ("body", "content_type", "titles", "statuses"),
    [
        (ATOM.encode(), "application/atom+xml", ["Größere Bühne", "Ohne Datum"], [200, 304]),
        # What was not read whole is read again.
        (BROKEN_RSS.encode("iso-8859-1"), "text/xml", ["Müll & Sperrmüll", "Straßenfest"], [200, 200]),
    ],
    ids=["atom", "malformed rss"],
)
def test_a_feed_comes_in_twice_first_new_then_unchanged(
    app: Flask, site: Site, body: bytes, content_type: str, titles: list[str], statuses: list[int]
) -> None:
    site.serve("/feed", content_type, body)
    source = make_source(app, site.url("/feed"))
    assert run(app, source).added == 2
    before = items(app)
    assert list(before) == titles
    again = run(app, source)
    assert (again.unchanged, again.added, again.updated) == (statuses[1] == 304, 0, 0)
    assert [status for _path, status in site.asked] == statuses
    # Also without the server's help: the same entries in a page that is written anew.
    site.serve("/feed", content_type, body + b"\n<!-- -->")
    report = run(app, source)
    assert (report.added, report.updated, report.same) == (0, 0, 2)
    assert {title: (found.id, found.published_at, found.updated_at) for title, found in items(app).items()} == {
        title: (found.id, found.published_at, found.updated_at) for title, found in before.items()
    }


def test_umlauts_cdata_relative_links_and_dates_survive(app: Flask, site: Site) -> None:
    site.serve("/a", "application/atom+xml", ATOM.encode())
    site.serve("/b", "text/xml", BROKEN_RSS.encode("iso-8859-1"))
    run(app, make_source(app, site.url("/a"), key="a"))
    run(app, make_source(app, site.url("/b"), key="b"))
    found = items(app)
    assert found["Größere Bühne"].body == f'<p>Für <a href="{site.url("/plan")}">alle</a>.</p>'
    assert found["Größere Bühne"].source_url == site.url("/n/1")
    assert found["Größere Bühne"].source_name == "Stadtverwaltung"
    # No zone: 10:00 in Germany is 8:00 UTC in summer.
    assert found["Größere Bühne"].published_at == datetime(2026, 5, 1, 8, tzinfo=UTC)
    assert found["Müll & Sperrmüll"].published_at == datetime(2026, 5, 4, 6, tzinfo=UTC)
    assert found["Müll & Sperrmüll"].body == "<p>Abfuhr am Samstag<br>ab 6 Uhr</p>"
    now = datetime.now(UTC)
    assert now - timedelta(minutes=1) < (found["Ohne Datum"].published_at or now) <= now


def test_residents_see_imported_news_at_once(app: Flask, site: Site, client: TenantClient) -> None:
    assert client.get("/api/v1/news").json == []
    site.serve("/feed", "application/atom+xml", ATOM.encode())
    run(app, make_source(app, site.url("/feed")))
    assert [found["title"] for found in client.get("/api/v1/news").json] == ["Ohne Datum", "Größere Bühne"]
    assert client.get("/api/v1/news?q=BUEHNE").json[0]["title"] == "Größere Bühne"


def test_a_corrected_typo_changes_the_text_and_not_the_date(app: Flask, site: Site) -> None:
    site.serve("/feed", "text/xml", rss(item("1", "Tippfeler")))
    source = make_source(app, site.url("/feed"))
    run(app, source)
    before = items(app)["Tippfeler"]
    site.serve("/feed", "text/xml", rss(item("1", "Tippfehler", more="<pubDate>01.06.2026</pubDate>")))
    assert run(app, source).updated == 1
    after = items(app)["Tippfehler"]
    assert (after.id, after.published_at) == (before.id, before.published_at)
    assert after.updated_at > before.updated_at
    assert "tippfehler" in after.search_text


def test_what_vanishes_from_the_feed_stays(app: Flask, site: Site) -> None:
    site.serve("/feed", "text/xml", rss(item("1", "Alt"), item("2", "Neu")))
    source = make_source(app, site.url("/feed"))
    run(app, source)
    site.serve("/feed", "text/xml", rss(item("2", "Neu")))
    run(app, source)
    assert set(items(app)) == {"Alt", "Neu"}


@pytest.mark.parametrize("trouble", ["torn", "gone", "html", "empty", "slow"])
def test_a_broken_or_half_feed_removes_and_changes_nothing(
    app: Flask, site: Site, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rss(item("1", "Eins", "Der ganze Text"), item("2", "Zwei", "Ein langer Text bis zum Ende"))
    site.serve("/feed", "text/xml", whole)
    source = make_source(app, site.url("/feed"))
    run(app, source)
    before = {title: found.body for title, found in items(app).items()}

    def torn(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(whole)))
        request.end_headers()
        request.wfile.write(whole[: whole.index(b"bis zum")])
        if trouble == "slow":
            threading.Event().wait(2)

    monkeypatch.setattr(importing.NewsImporter, "seconds", 0.5)
    if trouble in ("torn", "slow"):
        site.pages["/feed"] = torn
    elif trouble == "gone":
        del site.pages["/feed"]
    else:
        site.serve("/feed", "text/html", b"<html><body>Wartung</body></html>" if trouble == "html" else b"")
    report = run(app, source)
    assert report.error
    assert {title: found.body for title, found in items(app).items()} == before
    site.serve("/feed", "text/xml", whole)
    assert run(app, source).error is None


def test_a_feed_cut_by_its_own_server_does_not_halve_a_text(app: Flask, site: Site) -> None:
    whole = rss(item("1", "Eins"), item("2", "Zwei", "Ein langer Text bis zum Ende"))
    site.serve("/feed", "text/xml", whole)
    source = make_source(app, site.url("/feed"))
    run(app, source)
    site.serve("/feed", "text/xml", whole[: whole.index(b"bis zum")])
    run(app, source)
    assert items(app)["Zwei"].body == "<p>Ein langer Text bis zum Ende</p>"


def test_a_withdrawn_item_is_not_resurrected(app: Flask, site: Site) -> None:
    site.serve("/feed", "text/xml", rss(item("1", "Eins")))
    source = make_source(app, site.url("/feed"))
    run(app, source)
    with scope(app, tenant_id(app, "alpha")):
        withdraw(db.session.scalars(select(NewsItem)).one(), datetime.now(UTC))
    site.serve("/feed", "text/xml", rss(item("1", "Eins, korrigiert")))
    assert run(app, source).same == 1
    assert [found.status for found in items(app).values()] == [Status.WITHDRAWN]


def test_a_site_that_changes_all_its_guids_brings_no_duplicates(app: Flask, site: Site) -> None:
    link = "<link>http://www.stadt.example/n/1</link>"
    site.serve("/feed", "text/xml", rss(item("http://www.stadt.example/n/1", "Eins", more=link)))
    source = make_source(app, site.url("/feed"))
    run(app, source)
    site.serve("/feed", "text/xml", rss(item("tag:neu,1", "Eins", more=link.replace("http:", "https:"))))
    run(app, source)
    assert [found.guid for found in items(app).values()] == ["tag:neu,1"]


def test_a_date_in_the_future_does_not_keep_an_item_on_top(app: Flask, site: Site) -> None:
    site.serve("/feed", "text/xml", rss(item("1", "Fest", more="<pubDate>Mon, 05 Oct 2099 10:00:00 GMT</pubDate>")))
    run(app, make_source(app, site.url("/feed")))
    assert (items(app)["Fest"].published_at or datetime.max.replace(tzinfo=UTC)) <= datetime.now(UTC)


def test_items_without_dates_keep_the_order_of_the_feed(app: Flask, site: Site, client: TenantClient) -> None:
    site.serve("/feed", "text/xml", rss(*(item(str(number), f"Nummer {number}") for number in range(5))))
    run(app, make_source(app, site.url("/feed")))
    assert [found["title"] for found in client.get("/api/v1/news").json] == [f"Nummer {number}" for number in range(5)]


def test_an_entry_finds_its_category_by_name_else_by_the_feed(app: Flask, site: Site, client: TenantClient) -> None:
    make_category(app, "alpha", "verkehr", "Verkehr")
    make_category(app, "alpha", "rathaus", "Rathaus")
    site.serve("/feed", "text/xml", rss(item("1", "A", more="<category>VERKEHR</category>"), item("2", "B")))
    run(app, make_source(app, site.url("/feed"), category="rathaus"))
    found = {item["title"]: item["category"]["slug"] for item in client.get("/api/v1/news").json}
    assert found == {"A": "verkehr", "B": "rathaus"}


def test_pictures_are_fetched_and_served_by_us(app: Flask, site: Site, client: TenantClient) -> None:
    site.serve("/bild.jpg", "image/jpeg", picture())
    content = '<![CDATA[<p>T</p><img src="/bild.jpg" alt="Die Brücke">]]>'
    site.serve("/feed", "text/xml", rss(item("1", "Eins", content)))
    source = make_source(app, site.url("/feed"))
    run(app, source)
    image = client.get("/api/v1/news").json[0]["image"]
    assert image["alt"] == "Die Brücke"
    assert client.get(image["src"]).content_type == "image/jpeg"
    assert (
        str(site.port)
        not in client.get(f"/api/v1/news/{client.get('/api/v1/news').json[0]['id']}").text.partition("source_url")[0]
    )
    site.serve("/feed", "text/xml", rss(item("1", "Eins", content), item("2", "Zwei")))
    run(app, source)
    assert [path for path, _status in site.asked].count("/bild.jpg") == 1


def test_a_failing_picture_never_loses_the_item_and_is_tried_again(
    app: Flask, site: Site, client: TenantClient
) -> None:
    enclosure = f'<enclosure url="{site.url("/bild.jpg")}" type="image/jpeg" length="1"/>'
    site.serve("/bild.jpg", "image/jpeg", b"not a picture")
    site.serve("/feed", "text/xml", rss(item("1", "Eins", more=enclosure)))
    source = make_source(app, site.url("/feed"))
    report = run(app, source)
    assert (report.added, report.pictures_failed) == (1, 1)
    assert client.get("/api/v1/news").json[0]["image"] is None
    before = items(app)["Eins"].updated_at
    site.serve("/bild.jpg", "image/jpeg", picture())
    site.serve("/feed", "text/xml", rss(item("1", "Eins", more=enclosure), item("2", "Zwei")))
    run(app, source)
    assert items(app)["Eins"].image_id
    assert items(app)["Eins"].updated_at == before


def test_pictures_on_private_addresses_are_not_fetched(app: Flask, site: Site) -> None:
    with serving() as inside:
        inside.serve("/geheim.jpg", "image/jpeg", picture())
        enclosure = f'<enclosure url="{inside.url("/geheim.jpg")}" type="image/jpeg" length="1"/>'
        site.serve("/feed", "text/xml", rss(item("1", "Eins", more=enclosure)))
        assert run(app, make_source(app, site.url("/feed"))).added == 1
        assert inside.asked == []

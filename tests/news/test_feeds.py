# SPDX-License-Identifier: EUPL-1.2
"""News as open feeds: Atom (RFC 4287) and RSS 2.0."""

import io
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import feedparser
import pytest
from flask import Flask
from PIL import Image

from backend import media
from backend.jobs import scope
from backend.publishing import Status
from tests.conftest import TenantClient
from tests.factories import NOW, make_category, make_news, tenant_id

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = ("/feeds/news.atom", "/feeds/news.rss")
ORIGIN = "http://alpha.localhost:8000"


def add_picture(app: Flask, slug: str) -> object:
    buffer = io.BytesIO()
    Image.new("RGB", (1000, 500), "red").save(buffer, "JPEG")
    with scope(app, tenant_id(app, slug), write=False):
        accepted = media.accept(buffer.getvalue())
    with scope(app, tenant_id(app, slug)):
        return media.keep(accepted)


@pytest.mark.parametrize(
    ("path", "kind"), [(FEEDS[0], "application/atom+xml"), (FEEDS[1], "application/rss+xml")], ids=["atom", "rss"]
)
def test_feeds_have_their_type_and_are_cacheable(client: TenantClient, app: Flask, path: str, kind: str) -> None:
    make_news(app)
    answer = client.get(path)
    assert answer.content_type == f"{kind}; charset=utf-8"
    assert answer.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_an_atom_feed_has_all_that_the_standard_demands(client: TenantClient, app: Flask) -> None:
    category = make_category(app, "alpha", "verkehr", "Verkehr")
    later = NOW + timedelta(hours=2)
    news = make_news(app, category_id=category, updated_at=later, source_url="https://stadt.example/1")
    feed = ElementTree.fromstring(client.get("/feeds/news.atom").data)
    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"
    assert feed.findtext(f"{ATOM}id") == f"{ORIGIN}/feeds/news.atom"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Alpha"
    assert feed.findtext(f"{ATOM}updated") == "2026-06-09T14:00:00Z"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{ORIGIN}/feeds/news.atom", "alternate": f"{ORIGIN}/aktuelles"}
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{news}"
    assert entry.findtext(f"{ATOM}title") == "Straße gesperrt"
    assert entry.findtext(f"{ATOM}published") == "2026-06-09T12:00:00Z"
    assert entry.findtext(f"{ATOM}updated") == "2026-06-09T14:00:00Z"
    assert entry.find(f"{ATOM}category").attrib == {"term": "verkehr", "label": "Verkehr"}  # type: ignore[union-attr]
    links = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
    assert links == {"alternate": f"{ORIGIN}/aktuelles/{news}", "via": "https://stadt.example/1"}
    assert entry.findtext(f"{ATOM}content") == "<p>Von Montag bis Freitag.</p>"


def test_an_rss_feed_has_all_that_the_standard_demands(client: TenantClient, app: Flask) -> None:
    category = make_category(app, "alpha", "verkehr", "Verkehr")
    news = make_news(app, category_id=category, teaser="5 < 6 & mehr")
    root = ElementTree.fromstring(client.get("/feeds/news.rss").data)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    channel = root.find("channel")
    assert channel is not None
    assert channel.findtext("link") == f"{ORIGIN}/aktuelles"
    assert channel.findtext("language") == "de"
    assert channel.find(f"{ATOM}link").get("href") == f"{ORIGIN}/feeds/news.rss"  # type: ignore[union-attr]
    item = channel.find("item")
    assert item is not None
    assert item.findtext("guid") == f"urn:uuid:{news}"
    assert item.find("guid").get("isPermaLink") == "false"  # type: ignore[union-attr]
    assert parsedate_to_datetime(item.findtext("pubDate") or "") == NOW
    assert item.findtext("category") == "Verkehr"
    # HTML inside XML: what a reader shows is the plain text again.
    assert item.findtext("description") == "5 &lt; 6 &amp; mehr"
    assert item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") == "<p>Von Montag bis Freitag.</p>"


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_reader_reads_back_what_was_written(client: TenantClient, app: Flask, path: str) -> None:
    make_news(app, title='Größe <b> & "Maß" ]]>', teaser="Kurz", body="<p>ä &amp; <strong>ö</strong></p>")
    parsed = feedparser.parse(io.BytesIO(client.get(path).data))
    assert not parsed.bozo or isinstance(parsed.bozo_exception, feedparser.NonXMLContentType)
    entry = parsed.entries[0]
    assert re.sub("&lt;", "<", entry.title).replace("&gt;", ">").replace("&amp;", "&") == 'Größe <b> & "Maß" ]]>'
    assert entry.content[0].value == "<p>ä &amp; <strong>ö</strong></p>"


@pytest.mark.parametrize("path", FEEDS)
def test_control_characters_never_break_a_feed(client: TenantClient, app: Flask, path: str) -> None:
    make_news(app, title="a\x0bb\x1fc\ufffe", teaser="\x08", body="<p>\x0c</p>", source_url="https://a.example/\x01")
    assert "abc" in ElementTree.tostring(ElementTree.fromstring(client.get(path).data), encoding="unicode")


@pytest.mark.parametrize("path", FEEDS)
def test_the_picture_is_enclosed_with_type_and_size(client: TenantClient, app: Flask, path: str) -> None:
    make_news(app, image_id=add_picture(app, "alpha"), image_alt="Rathaus")
    enclosure = feedparser.parse(io.BytesIO(client.get(path).data)).entries[0].enclosures[0]
    assert enclosure["type"] == "image/jpeg"
    served = client.get(enclosure["href"].removeprefix(ORIGIN))
    assert int(enclosure["length"]) == len(served.data)


@pytest.mark.parametrize("path", FEEDS)
def test_links_to_own_pages_work_outside_of_the_app(client: TenantClient, app: Flask, path: str) -> None:
    make_news(app, body='<p><a href="/seiten/impressum">a</a> <a href="//b.example">b</a> <a href="#c">c</a></p>')
    value = feedparser.parse(io.BytesIO(client.get(path).data), resolve_relative_uris=False).entries[0].content[0].value
    assert f'href="{ORIGIN}/seiten/impressum"' in value
    assert 'href="//b.example"' in value


@pytest.mark.parametrize("path", FEEDS)
def test_only_visible_news_of_this_municipality_is_in_the_feed(client: TenantClient, app: Flask, path: str) -> None:
    now = datetime.now(UTC)
    make_news(app, title="Sichtbar")
    make_news(app, title="Entwurf", status=Status.DRAFT)
    make_news(app, title="Geplant", publish_at=now + timedelta(days=1))
    make_news(app, title="Abgelaufen", unpublish_at=now - timedelta(days=1))
    make_news(app, "beta", title="Nachbarort")
    parsed = feedparser.parse(io.BytesIO(client.get(path).data))
    assert [entry.title for entry in parsed.entries] == ["Sichtbar"]


@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_without_news_is_still_a_feed(client: TenantClient, path: str) -> None:
    parsed = feedparser.parse(io.BytesIO(client.get(path).data))
    assert parsed.version in ("atom10", "rss20")
    assert parsed.entries == []

# SPDX-License-Identifier: EUPL-1.2
"""News as open feeds: Atom (RFC 4287) and RSS 2.0 with the namespaces `atom`, `content` and `media`.

A protocol file: turns the rows of operations.py into XML. An entry is named by its item's UUID: it survives new hosts.
"""

import html
import re
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from flask import Response

from backend import media
from backend.config import current_settings
from backend.news import operations
from backend.tenants.describe import origin
from backend.text import legal
from backend.web import Access, Border, municipality, now, raw

ENTRIES = 50
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
MEDIA = "http://search.yahoo.com/mrss/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PATH = re.compile(r'(<a href=")/(?!/)')

register_namespace("atom", ATOM)
register_namespace("content", CONTENT)
register_namespace("media", MEDIA)

bp = Border("news_feeds", __name__, url_prefix="/feeds", module="news")


@bp.endpoint("/news.atom", access=Access.PUBLIC, documented=False)
def atom() -> Response:
    """The newest news as an Atom feed."""
    site = _Site()
    rows = operations.list_with_bodies(now(), limit=ENTRIES)
    return raw(_document(_atom(site, rows, now())), "application/atom+xml; charset=utf-8")


@bp.endpoint("/news.rss", access=Access.PUBLIC, documented=False)
def rss() -> Response:
    """The newest news as an RSS 2.0 feed."""
    site = _Site()
    rows = operations.list_with_bodies(now(), limit=ENTRIES)
    return raw(_document(_rss(site, rows, now())), "application/rss+xml; charset=utf-8")


class _Site:
    """What a feed says of its municipality."""

    def __init__(self) -> None:
        tenant = municipality()
        self.name = tenant.name
        self.language = str(tenant.config["tenant"].get("language") or "de")
        self.title = f"Aktuelles aus {tenant.name}"
        self.origin = origin(tenant.slug, tenant.config["hosts"], current_settings())


def _atom(site: _Site, rows: list[dict[str, Any]], empty_at: datetime) -> Element:
    # Plain names and a written xmlns: ElementTree cannot combine a default namespace with plain attributes.
    feed = Element("feed", {"xmlns": ATOM, XML_LANG: site.language})
    _text(feed, "id", f"{site.origin}/feeds/news.atom")
    _text(feed, "title", site.title)
    _text(feed, "updated", _rfc3339(_last_change(rows) or empty_at))
    _link(feed, "link", "self", f"{site.origin}/feeds/news.atom", "application/atom+xml")
    _link(feed, "link", "alternate", f"{site.origin}/aktuelles", "text/html")
    _text(feed, "icon", f"{site.origin}/icons/icon-192.png")
    _text(SubElement(feed, "author"), "name", site.name)
    for row in rows:
        entry = SubElement(feed, "entry")
        _text(entry, "id", f"urn:uuid:{row['id']}")
        _text(entry, "title", row["title"])
        _text(entry, "published", _rfc3339(row["published_at"]))
        _text(entry, "updated", _rfc3339(max(row["updated_at"], row["published_at"])))
        _link(entry, "link", "alternate", f"{site.origin}/aktuelles/{row['id']}", "text/html")
        if row["source_url"]:
            _link(entry, "link", "via", row["source_url"], "text/html")
        if row["category"]:
            SubElement(entry, "category", _category(row))
        if image := row["image"]:
            _link(entry, "link", "enclosure", f"{site.origin}{image['src']}", "image/jpeg", length=_size(image))
        _text(entry, "summary", row["teaser"])
        _text(entry, "content", _body(site, row), type="html")
    return feed


def _rss(site: _Site, rows: list[dict[str, Any]], empty_at: datetime) -> Element:
    root = Element("rss", {"version": "2.0"})
    channel = SubElement(root, "channel")
    _text(channel, "title", site.title)
    _text(channel, "link", f"{site.origin}/aktuelles")
    _text(channel, "description", f"Nachrichten der Kommune {site.name}")
    _text(channel, "language", site.language)
    _text(channel, "lastBuildDate", format_datetime(_last_change(rows) or empty_at))
    _text(channel, "ttl", "15")
    _link(channel, f"{{{ATOM}}}link", "self", f"{site.origin}/feeds/news.rss", "application/rss+xml")
    for row in rows:
        item = SubElement(channel, "item")
        _text(item, "title", row["title"])
        _text(item, "link", f"{site.origin}/aktuelles/{row['id']}")
        _text(item, "guid", f"urn:uuid:{row['id']}", isPermaLink="false")
        _text(item, "pubDate", format_datetime(row["published_at"]))
        if row["category"]:
            _text(item, "category", row["category"]["name"])
        # RSS descriptions are HTML, so plain text is escaped once more than XML does.
        _text(item, "description", html.escape(row["teaser"], quote=False))
        _text(item, f"{{{CONTENT}}}encoded", _body(site, row))
        if image := row["image"]:
            url = f"{site.origin}{image['src']}"
            SubElement(item, "enclosure", {"url": url, "type": "image/jpeg", "length": _size(image)})
            content = SubElement(item, f"{{{MEDIA}}}content", {"url": url, "type": "image/jpeg", "medium": "image"})
            if image["alt"]:
                _text(content, f"{{{MEDIA}}}description", image["alt"])
            if image["credit"]:
                _text(content, f"{{{MEDIA}}}credit", image["credit"])
    return root


def _document(root: Element) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _body(site: _Site, row: dict[str, Any]) -> str:
    """The text with addresses that work outside of our pages."""
    return _PATH.sub(rf"\g<1>{site.origin}/", row["body"])


def _category(row: dict[str, Any]) -> dict[str, str]:
    return {"term": row["category"]["slug"], "label": legal(row["category"]["name"])}


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = legal(text)


def _link(parent: Element, name: str, rel: str, href: str, kind: str, **attributes: str) -> None:
    SubElement(parent, name, {"rel": rel, "href": legal(href), "type": kind, **attributes})


def _size(image: dict[str, Any]) -> str:
    # RSS demands the length in bytes; 0 is what its best practice says for an unknown one.
    return str(media.size_of(str(image["src"]).rpartition("/")[2]))


def _last_change(rows: list[dict[str, Any]]) -> datetime | None:
    return max((max(row["updated_at"], row["published_at"]) for row in rows), default=None)


def _rfc3339(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")

# SPDX-License-Identifier: EUPL-1.2
"""From the bytes of an RSS or Atom feed to entries in our own words. Pure functions: no network, no database.

feedparser reads what is not quite XML; everything it gives is treated as untrusted.
"""

import hashlib
import html
import io
import json
import re
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser

from backend.importing import Unreadable
from backend.news.feed_dates import read_date
from backend.news.feed_pictures import PictureLink, find_pictures
from backend.text import clean_html, html_from_plain, is_base, legal, plain, shorten

TITLE, TEASER, GUID, URL = 300, 200, 500, 2000
# Part of each entry's hash and of the stored validators: raise it when a change below or in backend/text.py should
# reach items that were imported before, also from feeds that have not changed since.
READER = 2

# feedparser takes Media RSS's description of a picture for the entry's text; under an unknown name it is kept apart.
_MEDIA_DESCRIPTION = re.compile(rb"<(/?)media:description\b", re.IGNORECASE)
_ENTRY_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[a-zA-Z!/]")
_CUT_MARK = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\))\s*$")
_TRACKING = re.compile(r"(?:^|&)(?:utm_\w+|fbclid|gclid|sid|phpsessid)=[^&]*", re.IGNORECASE)


class UnreadableFeed(Unreadable):
    """These bytes are not a feed; the message says so in plain words."""

    reason = "not-a-feed"


@dataclass(frozen=True)
class Entry:
    """One entry of a feed, cleaned. `published` is None if the feed names no usable date; `guid` is never empty."""

    guid: str
    title: str
    teaser: str
    body: str
    link: str | None
    published: datetime | None
    tags: tuple[str, ...]
    pictures: tuple[PictureLink, ...]

    @property
    def hash(self) -> str:
        """Changes when anything that we show changes; the date does not count, for an item keeps its first one."""
        shown = asdict(self) | {"published": None, "guid": None, "reader": READER}
        return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()[:48]


@dataclass(frozen=True)
class Feed:
    """The readable entries in the feed's order, how many were unreadable, and whether the XML was malformed."""

    entries: list[Entry]
    skipped: int
    malformed: bool


def read_feed(body: bytes, url: str, content_type: str | None, limit: int) -> Feed:
    """Read at most `limit` entries of a feed fetched from `url`. Tolerates malformed XML. Raises UnreadableFeed."""
    headers = {"content-location": url} | ({"content-type": content_type} if content_type else {})
    # A stream, never bytes: feedparser would take short bytes for the name of a local file.
    stream = io.BytesIO(_MEDIA_DESCRIPTION.sub(rb"<\1media:alternative", body))
    try:
        parsed = feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    # What a foreign server sends can trip the parser anywhere; it must not stop the other feeds.
    except Exception as error:
        raise UnreadableFeed("The answer cannot be read as a feed.") from error
    if not parsed.get("version") and not parsed.entries:
        raise UnreadableFeed("The answer is not an RSS or Atom feed.")
    malformed = bool(parsed.bozo) and not isinstance(
        parsed.get("bozo_exception"), feedparser.NonXMLContentType | feedparser.CharacterEncodingOverride
    )
    entries = list(parsed.entries)
    if malformed:
        # A feed that breaks off: its last entry would replace a whole text by half of one.
        entries = entries[: len(_ENTRY_END.findall(_decoded(body, parsed.get("encoding"))))]
    repeated = _ambiguous_ids(entries)
    found: dict[str, Entry] = {}
    skipped = 0
    for raw in entries[:limit]:
        try:
            entry = _read_entry(raw, url, repeated)
        # Entries are a stranger's input to five parsers: one that trips them is left out, the others come in.
        except Exception:
            entry = None
        if entry is None:
            skipped += 1
        else:
            found.setdefault(entry.guid, entry)
    return Feed(list(found.values()), skipped, malformed)


def normal_link(link: str) -> str:
    """A link for comparing: without scheme, fragment, tracking parameters and final slash."""
    parts = urlsplit(link)
    query = _TRACKING.sub("", parts.query).strip("&")
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def _read_entry(raw: Any, url: str, repeated: set[str]) -> Entry | None:
    content, own = _content(raw)
    base = next((address for address in (own, url) if address and is_base(address)), "")
    summary = str(raw.get("summary") or "")
    body = _as_html(content or summary, base)
    text = plain(body)
    title = shorten(plain(str(raw.get("title") or "")), TITLE) or shorten(text, 80)
    if not title:
        return None
    link = _web_address(raw.get("link"))
    published = next((date for name in ("published", "created", "updated") if (date := read_date(raw.get(name)))), None)
    lead = plain(_as_html(summary, base)) if content else text
    if not lead or len(lead) > len(text) > 0:
        lead = text
    return Entry(
        guid=_guid(raw, link, title, published, repeated),
        title=title,
        teaser=shorten(_CUT_MARK.sub("…", lead), TEASER),
        body=body,
        link=link,
        published=published,
        tags=tuple(plain(str(tag.get("label") or tag.get("term") or "")) for tag in raw.get("tags", [])[:20]),
        pictures=tuple(find_pictures(raw, f"{content} {summary}", base)),
    )


def _decoded(body: bytes, encoding: object) -> str:
    try:
        return body.decode(str(encoding or "utf-8"), "replace")
    except LookupError:
        return body.decode("utf-8", "replace")


def _content(raw: Any) -> tuple[str, str | None]:
    """The full text as HTML and the base of its links; plain text of an Atom entry becomes HTML here."""
    for part in raw.get("content") or []:
        value = str(part.get("value") or "")
        if value.strip():
            is_plain = part.get("type") == "text/plain"
            return (html_from_plain(value) if is_plain else value), part.get("base") or None
    detail = raw.get("summary_detail") or {}
    return "", detail.get("base") or None


def _as_html(value: str, base: str) -> str:
    value = value.strip()
    if not _ANY_TAG.search(value):
        # RSS does not say whether a description is plain text or HTML; without a tag, empty lines are its paragraphs.
        paragraphs = re.split(r"(?:\r?\n\s*){2,}", value)
        value = "".join(f"<p>{html.escape(html.unescape(part), quote=False)}</p>" for part in paragraphs)
    return clean_html(value, base or None)


def _ambiguous_ids(entries: list[Any]) -> set[str]:
    """Ids that entries with different titles share: some feeds write the address of the site everywhere."""
    pairs = {(str(raw.get("id")), str(raw.get("title"))) for raw in entries if raw.get("id")}
    return {name for name, count in Counter(pair[0] for pair in pairs).items() if count > 1}


def _guid(raw: Any, link: str | None, title: str, published: datetime | None, repeated: set[str]) -> str:
    given = legal(str(raw.get("id") or "")).strip()
    if given and given not in repeated:
        return given if len(given) <= GUID else f"sha256:{_digest(given)}"
    # Without an id the link is the entry, unless all share one; then title and day are.
    if link and urlsplit(link).path.strip("/") and not given:
        return f"link:{_digest(normal_link(link))}"
    day = published.date().isoformat() if published else ""
    return f"title:{_digest(' '.join(title.casefold().split()) + day)}"


def _web_address(value: object) -> str | None:
    address = legal(str(value or "")).strip()
    try:
        usable = urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).hostname)
    except ValueError:
        return None
    return address if usable and len(address) <= URL else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:40]

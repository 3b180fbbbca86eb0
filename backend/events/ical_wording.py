# SPDX-License-Identifier: EUPL-1.2
"""What the texts of a VEVENT (RFC 5545) say, in our own words. Pure: no network, no database.

Everything is a stranger's input; people are left out: attendees always, organisers unless they are named in public.
"""

import html
import re
from typing import Any
from urllib.parse import urlsplit

from icalendar import vBroken

from backend.text import clean_html, fold, html_from_plain, legal, plain, shorten

Row = dict[str, Any]
TITLE, NAME, PLACE, ADDRESS, URL, LABEL, TAG = 300, 120, 200, 300, 2000, 120, 40
MAX_TAGS = 10
NOTE = 300

_HTML = re.compile(r"<(?:a|b|p|br|ul|ol|li|strong|em|i|u|h[1-6]|div|span|html)\b[^>]*>", re.IGNORECASE)
_ENDS_LINE = re.compile(r"<(?:br|p|div|li)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|#39);")
_ESCAPED = re.compile(r"\\([nN,;\\])")
_ADDRESS = re.compile(r"\d")
_COUNTRY = re.compile(r",?\s*(?:Deutschland|Germany)\s*$")
_LINK = re.compile(r"https?://[^\s<>\"]+")
_LATITUDES, _LONGITUDES = (-90.0, 90.0), (-180.0, 180.0)


def title_of(event: Any) -> str:
    """What it is called; empty if it says nothing at all."""
    title = shorten(_line(text(event, "SUMMARY")), TITLE)
    return title or shorten(plain(body_of(event)), 80)


def body_of(event: Any) -> str:
    """The description as HTML of the allow-list: Outlook's in its own property, Google's inside the plain one."""
    for value in values(event, "X-ALT-DESC"):
        if value.params.get("FMTTYPE", "").lower() == "text/html":
            # An unknown property comes as it was written.
            found = clean_html(_ESCAPED.sub(lambda sign: "\n" if sign[1] in "nN" else sign[1], str(value)))
            if found:
                return found
    said = text(event, "DESCRIPTION").strip()
    if not _HTML.search(said):
        return html_from_plain(html.unescape(said) if _ENTITY.search(said) else said)
    # Where no tag ends a line, the line breaks that its author typed do.
    return clean_html(said if _ENDS_LINE.search(said) else said.replace("\n", "<br>"))


def place_of(event: Any) -> Row | None:
    """Where it takes place: "Rathaus, Am Markt 1, 14806 Bad Belzig" is a name and an address. None for a link to a
    video call, and without words."""
    words = _line(_COUNTRY.sub("", text(event, "LOCATION").replace("\n", ", ")))
    if not words or _LINK.match(words):
        return None
    name, comma, rest = words.partition(",")
    address: str | None = None
    if comma and _ADDRESS.search(rest):
        name, address = name.strip(), rest.strip(" ,")
    else:
        name = words
    lat, lon = _coordinates(event)
    return {
        "name": shorten(name, PLACE),
        "address": shorten(address, ADDRESS) if address else None,
        "lat": lat,
        "lon": lon,
        "access": None,
    }


def organiser_of(event: Any) -> Row | None:
    """Who holds it, by name only: the address may be somebody's own."""
    for value in values(event, "ORGANIZER"):
        name = _line(str(value.params.get("CN", ""))).strip("\"' ")
        if name and "@" not in name:
            return {"name": shorten(name, NAME), "email": None, "phone": None, "url": None}
    return None


def link_of(event: Any) -> str | None:
    """The event's page, if it names one."""
    return web_address(text(event, "URL"))


def links_of(event: Any) -> list[Row]:
    """A place that is a link, such as that of a video call."""
    found = _LINK.match(_line(text(event, "LOCATION")))
    address = web_address(found[0]) if found else None
    return [{"label": shorten(urlsplit(address).netloc, LABEL), "url": address}] if address else []


def tags_of(event: Any) -> list[str]:
    """Its categories, in the words of its author."""
    names = [_line(str(name)) for value in values(event, "CATEGORIES") for name in getattr(value, "cats", [value])]
    return [shorten(name, TAG) for name in dict.fromkeys(names) if name][:MAX_TAGS]


def note_of(event: Any, master: Any) -> str | None:
    """What one date of a series says more than the series."""
    own = plain(body_of(event))
    return shorten(own, NOTE) if own and fold(own) != fold(plain(body_of(master))) else None


def is_public(event: Any) -> bool:
    """Whether its author lets others read it."""
    return text(event, "CLASS").upper() not in ("PRIVATE", "CONFIDENTIAL")


def is_cancelled(event: Any) -> bool:
    """Whether it does not take place."""
    return text(event, "STATUS").upper() == "CANCELLED"


def text(event: Any, name: str) -> str:
    """The text of a property, of several the first."""
    return legal(str(next(iter(values(event, name)), "")))


def values(event: Any, name: str) -> list[Any]:
    """The readable values of a property."""
    found = event.get(name)
    every = found if isinstance(found, list) else [found]
    return [value for value in every if value is not None and not isinstance(value, vBroken)]


def web_address(address: str) -> str | None:
    """An address for a link, or None."""
    address = legal(address).strip()
    try:
        usable = urlsplit(address).scheme in ("http", "https") and bool(urlsplit(address).hostname)
    except ValueError:
        return None
    return address if usable and len(address) <= URL else None


def _coordinates(event: Any) -> tuple[float | None, float | None]:
    for value in values(event, "GEO"):
        lat, lon = value.latitude, value.longitude
        if (lat, lon) != (0.0, 0.0) and _within(lat, _LATITUDES) and _within(lon, _LONGITUDES):
            return lat, lon
    return None, None


def _within(value: float, span: tuple[float, float]) -> bool:
    return span[0] <= value <= span[1]


def _line(words: str) -> str:
    return " ".join(legal(words).split())

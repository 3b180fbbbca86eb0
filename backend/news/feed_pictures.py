# SPDX-License-Identifier: EUPL-1.2
"""Which picture an entry of a feed shows. Pure functions: only addresses, nothing is fetched here.

The alternative text is what the feed says of the picture, else empty: a title does not describe a picture, and an empty
text lets screen readers pass over what adds nothing to the title beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import nh3

from backend.text import bounded_html, plain, shorten

MAX_CANDIDATES = 3
ALT, CREDIT, URL = 300, 200, 2000
_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


@dataclass(frozen=True)
class PictureLink:
    """An address to try, with what the feed says of the picture."""

    url: str
    alt: str
    credit: str | None


def find_pictures(raw: Any, content: str, base: str) -> list[PictureLink]:
    """The candidates of an entry in the order in which they should be tried: attached, Media RSS, first in the text."""
    in_text = _images(content)
    described = {_absolute(base, image["src"]): image["alt"] for image in reversed(in_text) if image["alt"]}
    alternative = plain(str(raw.get("media_alternative") or ""))
    credit = next((plain(str(part.get("content") or "")) for part in raw.get("media_credit") or []), "")
    found: dict[str, PictureLink] = {}
    for address, own in _addresses(raw, in_text):
        url = _absolute(base, address)
        if url.startswith(("http://", "https://")) and len(url) <= URL:
            alt = described.get(url, "") or (alternative if own else "")
            found.setdefault(url, PictureLink(url, shorten(alt, ALT), (shorten(credit, CREDIT) if own else "") or None))
    return list(found.values())[:MAX_CANDIDATES]


def _addresses(raw: Any, in_text: list[dict[str, str]]) -> Iterator[tuple[str, bool]]:
    """Address, and whether the entry's own Media RSS words belong to it."""
    for link in raw.get("links") or []:
        if link.get("rel") == "enclosure" and _is_picture(link):
            yield str(link.get("href") or ""), True
    media = [part for part in raw.get("media_content") or [] if part.get("url") and _is_picture(part)]
    for part in sorted(media, key=lambda part: -_number(part.get("width"))):
        yield str(part["url"]), True
    for part in raw.get("media_thumbnail") or []:
        yield str(part.get("url") or ""), True
    for image in in_text:
        yield image["src"], False


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address.strip())
    except ValueError:  # "http://[": not an address
        return ""


def _is_picture(link: Any) -> bool:
    kind = str(link.get("type") or "")
    if kind:
        return kind.startswith("image/") and "svg" not in kind
    if link.get("medium") == "image":
        return True
    try:
        return urlsplit(str(link.get("href") or link.get("url"))).path.lower().endswith(_SUFFIXES)
    except ValueError:  # "http://[": not an address
        return False


def _number(value: object) -> int:
    text = str(value or "")
    return int(text) if text.isdecimal() and len(text) < 6 else 0


def _images(content: str) -> list[dict[str, str]]:
    reader = _ImageReader()
    # Through the sanitiser first: Python's parser gives up on broken markup, browsers and nh3 do not.
    attributes = {"img": {"src", "data-src", "alt", "width", "height"}}
    reader.feed(nh3.clean(bounded_html(content), tags={"img"}, attributes=attributes))
    return reader.found


class _ImageReader(HTMLParser):
    """Collects src and alt of the pictures in a text, without those that only count readers."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "img":
            return
        values = {name: value or "" for name, value in attrs}
        # Pages that load pictures late put the address beside a placeholder.
        src = values.get("data-src") or values.get("src", "")
        tiny = any(0 < _number(values.get(side)) < 32 for side in ("width", "height"))
        if src and not src.startswith("data:") and not tiny:
            self.found.append({"src": src, "alt": plain(values.get("alt", ""))})

# SPDX-License-Identifier: EUPL-1.2
"""The head of the shell: title, colours, Open Graph (ogp.me) and JSON-LD (schema.org), so that shared links show what
they lead to.

Works on the text of the built shell and plain values; knows no database and no request.
"""

import html
import json
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

HEAD = re.compile(r"<!--\s*head:start\s*-->.*?<!--\s*head:end\s*-->", re.DOTALL)
THEME_LINK = re.compile(r'(<link\b[^>]*\bhref=")/theme\.css(")')


@dataclass(frozen=True)
class Head:
    """What one page says of itself: `image` is (absolute URL, width, height, alt), `preload` (srcset, sizes);
    `lasts_until` is when it is no longer right by itself."""

    title: str
    description: str
    url: str
    site_name: str
    color_light: str
    color_dark: str
    kind: str = "website"
    image: tuple[str, int, int, str] | None = None
    data: dict[str, Any] | None = field(default=None)
    robots: str | None = None
    feed: bool = False
    calendar: bool = False
    preload: tuple[str, str] | None = None
    lasts_until: datetime | None = None


def render(shell: str, tags: str, theme_url: str, language: str) -> str:
    """The built shell with these tags, the versioned theme link and the language of the municipality."""
    shell = HEAD.sub(lambda _match: tags, shell, count=1)
    shell = THEME_LINK.sub(lambda match: f"{match[1]}{html.escape(theme_url)}{match[2]}", shell, count=1)
    return re.sub(
        r'<html\b([^>]*)\blang="[^"]*"', lambda match: f'<html{match[1]}lang="{html.escape(language)}"', shell, count=1
    )


def staff_tags(title: str, color_light: str, color_dark: str) -> str:
    """The head of the editorial area, the same at every address: nothing of it is to be shared or found."""
    return _title(title, color_light, color_dark) + _meta("name", "robots", "noindex")


def _title(title: str, color_light: str, color_dark: str) -> str:
    return (
        f"<title>{html.escape(title)}</title>"
        f'<meta name="theme-color" content="{color_light}" media="(prefers-color-scheme: light)">'
        f'<meta name="theme-color" content="{color_dark}" media="(prefers-color-scheme: dark)">'
    )


def public_tags(head: Head) -> str:
    """The head of a page for residents."""
    lines = [
        _title(head.title, head.color_light, head.color_dark),
        _meta("name", "description", head.description),
        f'<link rel="canonical" href="{html.escape(head.url)}">',
        _meta("property", "og:type", head.kind),
        _meta("property", "og:title", head.title),
        _meta("property", "og:description", head.description),
        _meta("property", "og:url", head.url),
        _meta("property", "og:site_name", head.site_name),
        _meta("property", "og:locale", "de_DE"),
        _meta("name", "twitter:card", "summary_large_image" if head.image else "summary"),
    ]
    if head.feed:
        lines.append(_alternate("application/atom+xml", "/feeds/news.atom", f"Aktuelles: {head.site_name}"))
    if head.calendar:
        lines.append(_alternate("text/calendar", "/feeds/events.ics", f"Termine: {head.site_name}"))
    if head.preload:
        srcset, sizes = (html.escape(part) for part in head.preload)
        lines.append(
            f'<link rel="preload" as="image" type="image/webp" imagesrcset="{srcset}" imagesizes="{sizes}" '
            'fetchpriority="high">'
        )
    if head.image:
        url, width, height, alt = head.image
        lines += [_meta("property", "og:image", url), _meta("property", "og:image:width", str(width))]
        lines += [_meta("property", "og:image:height", str(height)), _meta("property", "og:image:alt", alt)]
    if head.robots:
        lines.append(_meta("name", "robots", head.robots))
    if head.data:
        # "<" must not end the script element from inside a text.
        data = json.dumps({"@context": "https://schema.org", **head.data}, ensure_ascii=False).replace("<", "\\u003c")
        lines.append(f'<script type="application/ld+json">{data}</script>')
    return "".join(lines)


def _alternate(kind: str, href: str, title: str) -> str:
    return f'<link rel="alternate" type="{kind}" href="{href}" title="{html.escape(title)}">'


def _meta(key: str, name: str, content: str) -> str:
    return f'<meta {key}="{name}" content="{html.escape(content)}">'

# SPDX-License-Identifier: EUPL-1.2
"""What Start shows and what the search finds, put together from the features. Knows no request."""

from datetime import datetime
from typing import Any

from backend.events import operations as events
from backend.events.spans import Span
from backend.news import operations as news
from backend.pages import operations as pages
from backend.push.operations import subscriptions as push
from backend.text import fold, plain, shorten

START_ITEMS = 5
START_DATES = 3
SEARCH_LIMIT = 20
TEASER_LENGTH = 160

Row = dict[str, Any]


def start_content(modules: list[str], now: datetime) -> tuple[Row, datetime | None]:
    """The parts of bootstrap that live in tables, and when they change by themselves; a module that is off is None."""
    content: Row = {"pages": pages.list_pages(), "news": None, "events": None, "push": None}
    until = None
    if "news" in modules:
        items, _total = news.list_news(now, limit=START_ITEMS)
        content["news"] = {"categories": news.list_categories(), "items": items, "notices": news.list_notices(now)}
    if "events" in modules:
        page = events.list_events(Span(now), limit=START_DATES)
        content["events"], until = {"categories": events.list_categories(), "items": page.rows}, page.lasts_until
    if "push" in modules and (key := push.public_key()):
        content["push"] = {"public_key": key}
    return content, until


def search(q: str, modules: list[str], now: datetime) -> tuple[list[Row], datetime | None]:
    """Everything in which all words of `q` occur, and when that changes by itself: news first, then what is to come,
    then pages; nothing for fewer than two characters."""
    words = fold(q).split()[:10]
    if len("".join(words)) < 2:
        return [], None
    hits: list[Row] = []
    until = None
    if "news" in modules:
        found, _total = news.list_news(now, q=q, limit=SEARCH_LIMIT)
        hits += [
            {
                "type": "news",
                "id": str(item["id"]),
                "title": item["title"],
                "teaser": item["teaser"],
                "path": f"/aktuelles/{item['id']}",
                "date": item["published_at"],
                "all_day": False,
                "status": None,
            }
            for item in found
        ]
    if "events" in modules:
        coming, until = events.search_events(q, now, limit=SEARCH_LIMIT)
        hits += [
            {
                "type": "event",
                "id": str(event["id"]),
                "title": event["title"],
                "teaser": event["teaser"],
                "path": f"/termine/{event['id']}",
                "date": event["starts_at"],
                "all_day": event["all_day"],
                "status": event["status"],
            }
            for event in coming
        ]
    hits += [
        {
            "type": "page",
            "id": page["slug"],
            "title": page["title"],
            "teaser": shorten(plain(page["body"]), TEASER_LENGTH),
            "path": f"/seiten/{page['slug']}",
            "date": None,
            "all_day": False,
            "status": None,
        }
        for page in pages.search_pages(words, SEARCH_LIMIT)
    ]
    return hits, until

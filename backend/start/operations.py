# SPDX-License-Identifier: EUPL-1.2
"""What Start shows and what the search finds, put together from the features. Knows no request."""

from datetime import datetime
from typing import Any

from backend.news import operations as news
from backend.pages import operations as pages
from backend.push.operations import subscriptions as push
from backend.text import fold, plain, shorten

START_ITEMS = 5
SEARCH_LIMIT = 20
TEASER_LENGTH = 160

Row = dict[str, Any]


def start_content(modules: list[str], now: datetime) -> Row:
    """The parts of bootstrap that live in tables; a module that is off is None."""
    content: Row = {"pages": pages.list_pages(), "news": None, "push": None}
    if "news" in modules:
        items, _total = news.list_news(now, limit=START_ITEMS)
        content["news"] = {"categories": news.list_categories(), "items": items, "notices": news.list_notices(now)}
    if "push" in modules and (key := push.public_key()):
        content["push"] = {"public_key": key}
    return content


def search(q: str, modules: list[str], now: datetime) -> list[Row]:
    """Everything in which all words of `q` occur: news first, then pages; nothing for fewer than two characters."""
    words = fold(q).split()[:10]
    if len("".join(words)) < 2:
        return []
    hits: list[Row] = []
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
            }
            for item in found
        ]
    hits += [
        {
            "type": "page",
            "id": page["slug"],
            "title": page["title"],
            "teaser": shorten(plain(page["body"]), TEASER_LENGTH),
            "path": f"/seiten/{page['slug']}",
            "date": None,
        }
        for page in pages.search_pages(words, SEARCH_LIMIT)
    ]
    return hits

# SPDX-License-Identifier: EUPL-1.2
"""What Start shows and what the search finds, put together from the features. Knows no request."""

from datetime import datetime
from typing import Any

from backend.defects import operations as defects
from backend.events import operations as events
from backend.events.spans import Span
from backend.news import operations as news
from backend.pages import operations as pages
from backend.push.operations import subscriptions as push
from backend.services import offices
from backend.services import operations as services
from backend.tenants.reporter import reporter
from backend.text import fold, plain, shorten

START_ITEMS = 5
START_DATES = 3
START_REPORTS = 3
START_SERVICES = 3
SEARCH_LIMIT = 20
TEASER_LENGTH = 160

Row = dict[str, Any]


def start_content(config: Row, now: datetime) -> tuple[Row, datetime | None]:
    """The parts of bootstrap that live in tables, and when they change by themselves; a module that is off is None."""
    modules = config["modules"]
    content: Row = {"pages": pages.list_pages(), "news": None, "events": None, "defects": None, "push": None}
    content |= {"services": None, "holidays": []}
    until = None
    if "news" in modules:
        items, _total = news.list_news(now, limit=START_ITEMS)
        content["news"] = {"categories": news.list_categories(), "items": items, "notices": news.list_notices(now)}
    if "events" in modules:
        page = events.list_events(Span(now), limit=START_DATES)
        content["events"], until = {"categories": events.list_categories(), "items": page.rows}, page.lasts_until
    if "defects" in modules:
        ours = reporter(config)
        reports = [] if ours.mode == "link" else defects.list_newest(limit=START_REPORTS)
        facts = {"mode": ours.mode, "url": ours.url, "name": ours.name, "contact_days": ours.retention.contact_days}
        content["defects"] = facts | {"items": reports}
    if "services" in modules:
        content["services"] = services.overview(config, START_SERVICES)
        content["holidays"], year_ends = services.holidays(config, now)
        until = min(until or year_ends, year_ends)
    if "push" in modules and (key := push.public_key()):
        content["push"] = {"public_key": key}
    return content, until


def search(q: str, config: Row, now: datetime) -> tuple[list[Row], datetime | None]:
    """Everything in which all words of `q` occur, and when that changes by itself: services and offices first, news,
    what is to come, pages, and reports of defects; nothing for fewer than two characters."""
    modules = config["modules"]
    words = fold(q).split()[:10]
    if len("".join(words)) < 2:
        return [], None
    hits: list[Row] = []
    until = None
    if "services" in modules:
        hits += _services(q, words)
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
                "light": None,
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
                "light": None,
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
            "light": None,
        }
        for page in pages.search_pages(words, SEARCH_LIMIT)
    ]
    if "defects" in modules and reporter(config).mode == "own":
        hits += [
            {
                "type": "defect",
                "id": str(report["id"]),
                "title": report["title"],
                "teaser": " · ".join(part for part in (report["number"], report["place"], report["note"]) if part),
                "path": f"/maengel/{report['id']}",
                "date": report["updated_at"],
                "all_day": False,
                "status": None,
                "light": report["light"],
            }
            for report in defects.list_newest(q=q, limit=SEARCH_LIMIT)
        ]
    return hits, until


def _services(q: str, words: list[str]) -> list[Row]:
    found, _total = services.list_services(q=q, limit=SEARCH_LIMIT)
    undated = {"date": None, "all_day": False, "status": None, "light": None}
    hits = [
        {"type": "service", "id": str(one["id"]), "title": one["title"], "teaser": one["teaser"]}
        | {"path": f"/dienste/{one['id']}"}
        | undated
        for one in found
    ]
    return hits + [
        {"type": "office", "id": str(one["id"]), "title": one["name"], "teaser": one["place"]}
        | {"path": f"/dienste/aemter/{one['id']}"}
        | undated
        for one in offices.search_offices(words, SEARCH_LIMIT)
    ]

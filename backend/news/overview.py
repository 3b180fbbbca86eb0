# SPDX-License-Identifier: EUPL-1.2
"""The editors' list of news, and how many items are in which state. Knows no request; never commits."""

from datetime import datetime
from typing import Any

from sqlalchemy import case, func, or_, select

from backend.db import db
from backend.editing import lists, pictures
from backend.editing.contents import pack
from backend.news.editing import lacks
from backend.news.models import NewsCategory, NewsItem
from backend.news.ringing import BELL
from backend.publishing import State, in_state

Row = dict[str, Any]
COLUMNS = (
    NewsItem.id,
    NewsItem.version,
    NewsItem.status,
    NewsItem.title,
    or_(NewsItem.teaser != "", NewsItem.body != "").label("has_text"),
    NewsItem.category_id,
    NewsItem.image_id,
    NewsItem.image_alt,
    NewsItem.publish_at,
    NewsItem.unpublish_at,
    NewsItem.published_at,
    NewsItem.urgent,
    NewsItem.draft,
    NewsItem.edited,
    NewsItem.edited_by,
    NewsItem.edited_at,
    NewsItem.updated_at,
    NewsItem.submitted_by,
    NewsItem.submitted_at,
    NewsItem.source_id,
    NewsItem.source_name,
)
UNFINISHED = (State.SUBMITTED, State.DRAFT, State.SCHEDULED, State.VISIBLE)


def list_items(
    now: datetime,
    *,
    state: str | None = None,
    category: str | None = None,
    q: str | None = None,
    first: int,
    limit: int,
) -> tuple[list[Row], int]:
    """What is unfinished first (to release, drafts, planned by date), then visible ones, newest first, then the rest;
    and how many there are in all."""
    known = lists.categories(NewsCategory)
    if category and category not in known:
        return [], 0
    conditions = lists.matching(NewsItem, now, state=state, q=q, category_id=known[category].id if category else None)
    total = db.session.scalar(select(func.count(NewsItem.id)).where(*conditions)) or 0
    query = select(*COLUMNS).where(*conditions).order_by(*_order(now)).offset(first).limit(limit)
    rows = db.session.execute(query).all()
    image_of, rung = pictures.in_list(rows), BELL.in_brief([row.id for row in rows])
    return [_listed(row, known, image_of(row), now) | {"notification": rung.get(row.id)} for row in rows], total


def count_items(now: datetime) -> Row:
    """How many items there are, by state."""
    return lists.count_by_state(NewsItem, now)


def _order(now: datetime) -> tuple[Any, ...]:
    rank = case(
        *((lists.waiting(NewsItem, one, now), place) for place, one in enumerate(UNFINISHED)), else_=len(UNFINISHED)
    )
    touched = func.coalesce(NewsItem.edited_at, NewsItem.updated_at)
    return (
        rank,
        case((in_state(NewsItem, State.SCHEDULED, now), NewsItem.publish_at)),
        case((rank < UNFINISHED.index(State.SCHEDULED), touched)).desc(),
        NewsItem.published_at.desc(),
        NewsItem.id.desc(),
    )


def _listed(row: Any, known: dict[str, Any], image: Row | None, now: datetime) -> Row:
    # The text itself is not read for a list; that there is one is all that `lacks` asks.
    content = row.draft or {
        "title": row.title,
        "teaser": "",
        "body": "…" if row.has_text else "",
        "category": next((slug for slug, one in known.items() if one.id == row.category_id), None),
        "publish_at": pack(row.publish_at),
        "unpublish_at": pack(row.unpublish_at),
        "urgent": row.urgent,
    }
    return lists.line(row, content | {"image": image}, known, lacks, now) | {"image": image, "urgent": row.urgent}

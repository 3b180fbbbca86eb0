# SPDX-License-Identifier: EUPL-1.2
"""The editors' list of news, and how many items are in which state. Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, or_, select

from backend import media
from backend.db import db
from backend.media import MediaFile
from backend.news.editing import lacks, pack
from backend.news.models import NewsCategory, NewsItem
from backend.news.ringing import in_brief
from backend.publishing import State, Status, in_state, state_of
from backend.text import fold

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
    conditions = [NewsItem.search_text.contains(word, autoescape=True) for word in fold(q or "").split()[:10]]
    if state:
        conditions.append(_in(State(state), now))
    found = db.session.execute(select(NewsCategory.id, NewsCategory.slug, NewsCategory.name))
    categories: dict[uuid.UUID | None, Any] = {row.id: row for row in found}
    if category:
        conditions.append(NewsItem.category_id.in_([key for key, row in categories.items() if row.slug == category]))
    total = db.session.scalar(select(func.count(NewsItem.id)).where(*conditions)) or 0
    query = select(*COLUMNS).where(*conditions).order_by(*_order(now)).offset(first).limit(limit)
    rows = db.session.execute(query).all()
    pictures, rung = _pictures(rows), in_brief([row.id for row in rows])
    return [_listed(row, categories, pictures, now) | {"notification": rung.get(row.id)} for row in rows], total


def count_items(now: datetime) -> Row:
    """How many items there are, by state."""
    sums = [func.sum(case((_in(one, now), 1), else_=0)).label(one.value) for one in State]
    row = db.session.execute(select(func.count(NewsItem.id).label("all"), *sums).select_from(NewsItem)).one()
    return {name: value or 0 for name, value in row._mapping.items()}


def _in(wanted: State, now: datetime) -> ColumnElement[bool]:
    # A correction that waits for its release is both visible and to be released.
    return NewsItem.submitted_at.is_not(None) if wanted is State.SUBMITTED else in_state(NewsItem, wanted, now)


def _order(now: datetime) -> tuple[Any, ...]:
    rank = case(*((_in(one, now), place) for place, one in enumerate(UNFINISHED)), else_=len(UNFINISHED))
    touched = func.coalesce(NewsItem.edited_at, NewsItem.updated_at)
    return (
        rank,
        case((in_state(NewsItem, State.SCHEDULED, now), NewsItem.publish_at)),
        case((rank < UNFINISHED.index(State.SCHEDULED), touched)).desc(),
        NewsItem.published_at.desc(),
        NewsItem.id.desc(),
    )


def _pictures(rows: Any) -> dict[uuid.UUID | None, Any]:
    wanted = {_picture_of(row) for row in rows} - {None}
    columns = (MediaFile.id, MediaFile.hash, MediaFile.width, MediaFile.height, MediaFile.widths)
    query = select(*columns, MediaFile.focal_x, MediaFile.focal_y).where(MediaFile.id.in_(wanted))
    return {row.id: row for row in db.session.execute(query)}


def _picture_of(row: Any) -> uuid.UUID | None:
    if row.draft is None:
        found: uuid.UUID | None = row.image_id
        return found
    return uuid.UUID(row.draft["image"]["media_id"]) if row.draft["image"] else None


def _listed(
    row: Any, categories: dict[uuid.UUID | None, Any], pictures: dict[uuid.UUID | None, Any], now: datetime
) -> Row:
    category, picture = categories.get(row.category_id), pictures.get(_picture_of(row))
    alt = row.image_alt
    if row.draft is not None:
        category = next((known for known in categories.values() if known.slug == row.draft["category"]), None)
        alt = row.draft["image"]["alt"] if row.draft["image"] else ""
    pending = row.draft is not None or row.status is not Status.PUBLISHED
    # The text itself is not read for a list; that there is one is all that `lacks` asks.
    content = row.draft or {
        "title": row.title,
        "teaser": "",
        "body": "…" if row.has_text else "",
        "publish_at": pack(row.publish_at),
        "unpublish_at": pack(row.unpublish_at),
        "urgent": row.urgent,
    }
    return {
        "id": row.id,
        "version": row.version,
        "state": state_of(row, now),
        "title": content["title"],
        "category": {"slug": category.slug, "name": category.name} if category else None,
        "image": _image(picture, alt),
        "publish_at": row.publish_at,
        "unpublish_at": row.unpublish_at,
        "published_at": row.published_at,
        "urgent": row.urgent,
        "edited_by": row.edited_by,
        "edited_at": row.edited_at or row.updated_at,
        "submitted_by": row.submitted_by,
        "submitted_at": row.submitted_at,
        "source_name": row.source_name if row.source_id else None,
        "source_edited": row.source_name is not None and (row.edited or row.draft is not None),
        "unpublished_changes": row.draft is not None,
        "lacks": list(lacks(content | {"image": {"alt": alt} if picture else None}, now)) if pending else [],
    }


def _image(picture: Any, alt: str) -> Row | None:
    if picture is None:
        return None
    focal = (picture.focal_x, picture.focal_y)
    return media.image(picture.hash, picture.width, picture.height, picture.widths, focal, alt=alt)

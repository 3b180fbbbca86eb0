# SPDX-License-Identifier: EUPL-1.2
"""The verbs of news. Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select

from backend import media
from backend.db import db
from backend.media import MediaFile
from backend.news.models import NewsCategory, NewsItem
from backend.problems import Missing
from backend.publishing import visible
from backend.text import fold, plain

Row = dict[str, Any]
LIST_COLUMNS = (
    NewsItem.id,
    NewsItem.title,
    NewsItem.teaser,
    NewsItem.published_at,
    NewsItem.updated_at,
    NewsItem.unpublish_at,
    NewsItem.urgent,
    NewsItem.source_name,
    NewsItem.image_alt,
    NewsItem.image_credit,
    NewsItem.image_caption,
    NewsCategory.slug.label("category_slug"),
    NewsCategory.name.label("category_name"),
    *media.IMAGE_COLUMNS,
)


def list_news(
    now: datetime, *, category: str | None = None, q: str | None = None, first: int = 0, limit: int = 20
) -> tuple[list[Row], int]:
    """The visible items, newest first, and how many there are in all. `q`: every word must occur."""
    condition = _matching(now, category, q)
    count = select(func.count(NewsItem.id)).where(condition)
    if category:
        count = count.join(NewsCategory, NewsCategory.id == NewsItem.category_id)
    total = db.session.scalar(count) or 0
    rows = db.session.execute(_ordered(_select(*LIST_COLUMNS).where(condition)).offset(first).limit(limit))
    return [_as_dict(row) for row in rows], total


def get_news(item_id: uuid.UUID, now: datetime) -> Row:
    """One visible item with its body. Raises Missing."""
    row = db.session.execute(
        _select(*LIST_COLUMNS, NewsItem.body, NewsItem.source_url).where(NewsItem.id == item_id, visible(NewsItem, now))
    ).one_or_none()
    if row is None:
        raise Missing("There is no such news item.")
    return _as_dict(row)


def is_visible(item_id: uuid.UUID, now: datetime) -> bool:
    """Whether residents can see this item now."""
    return db.session.scalar(select(NewsItem.id).where(NewsItem.id == item_id, visible(NewsItem, now))) is not None


def list_with_bodies(now: datetime, *, limit: int) -> list[Row]:
    """The newest visible items with their texts, for feeds."""
    columns = _select(*LIST_COLUMNS, NewsItem.body, NewsItem.source_url)
    rows = db.session.execute(_ordered(columns.where(visible(NewsItem, now))).limit(limit))
    return [_as_dict(row) for row in rows]


def list_notices(now: datetime) -> list[Row]:
    """Urgent items with an end: the yellow strip on Start, at most five."""
    condition = and_(visible(NewsItem, now), NewsItem.urgent, NewsItem.unpublish_at.is_not(None))
    rows = db.session.execute(_ordered(_select(*LIST_COLUMNS).where(condition)).limit(5))
    return [_as_dict(row) for row in rows]


def list_categories() -> list[Row]:
    """All categories in the municipality's order."""
    rows = db.session.execute(
        select(NewsCategory.slug, NewsCategory.name).order_by(NewsCategory.position, NewsCategory.name)
    )
    return [dict(row._mapping) for row in rows]


def refresh_search_text(item: NewsItem) -> None:
    """Recompute what `q` looks through; call it whenever title, teaser or body change."""
    item.search_text = fold(f"{item.title} {item.teaser} {plain(item.body)}")


def _matching(now: datetime, category: str | None, q: str | None) -> ColumnElement[bool]:
    parts = [visible(NewsItem, now)]
    if category:
        parts.append(NewsCategory.slug == category)
    parts += [NewsItem.search_text.contains(word, autoescape=True) for word in fold(q or "").split()[:10]]
    return and_(*parts)


def _select(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .outerjoin(NewsCategory, NewsCategory.id == NewsItem.category_id)
        .outerjoin(MediaFile, MediaFile.id == NewsItem.image_id)
    )


def _ordered(query: Select[Any]) -> Select[Any]:
    # The id settles ties, so that pages never overlap.
    return query.order_by(NewsItem.published_at.desc(), NewsItem.id.desc())


def _as_dict(row: Any) -> Row:
    item = dict(row._mapping)
    slug, name = item.pop("category_slug"), item.pop("category_name")
    item["category"] = {"slug": slug, "name": name} if slug else None
    item["image"] = media.image_of(row)
    return item

# SPDX-License-Identifier: EUPL-1.2
"""News categories and sources in the tenant file: what `apply` plants and `export` writes. Knows no request."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from backend import jobs
from backend.db import db
from backend.news.importing import KIND
from backend.news.models import NewsCategory, NewsItem, NewsSource
from backend.tenants.operations import Part
from backend.tenants.tenant_file import Plan, default_categories

Row = dict[str, Any]


def plant(plan: Plan, now: datetime) -> list[str]:
    """Bring categories (by slug) and feeds (by key) in line with the file; a line per change; new feeds come soon."""
    return [*_plant_categories(plan.categories), *_plant_sources(plan.sources)]


def export(config: Row) -> Row:
    """Categories, if they are not the usual ones, and active feeds."""
    categories = [
        {"name": row.name, "slug": row.slug}
        for row in db.session.execute(
            select(NewsCategory.name, NewsCategory.slug).order_by(NewsCategory.position, NewsCategory.slug)
        )
    ]
    sources = [
        {key: value for key, value in row._mapping.items() if value is not None}
        for row in db.session.execute(
            select(NewsSource.key, NewsSource.url, NewsSource.name, NewsSource.category)
            .where(NewsSource.active)
            .order_by(NewsSource.id)
        )
    ]
    usual = [{"name": row["name"], "slug": row["slug"]} for row in default_categories()]
    found = {"categories": categories if categories != usual else [], "sources": sources}
    filled = {name: rows for name, rows in found.items() if rows}
    return {"news": filled} if filled and "news" in config["modules"] else {}


def _plant_categories(wanted: list[dict[str, str]]) -> list[str]:
    existing = {row.slug: row for row in db.session.scalars(select(NewsCategory))}
    lines = []
    for position, seed in enumerate(wanted):
        row = existing.pop(seed["slug"], None)
        if row is None:
            db.session.add(NewsCategory(slug=seed["slug"], name=seed["name"], position=position))
            lines.append(f"news category {seed['slug']}: added")
        elif (row.name, row.position) != (seed["name"], position):
            row.name, row.position = seed["name"], position
            lines.append(f"news category {row.slug}: changed")
    for row in existing.values():
        used = db.session.scalar(select(func.count(NewsItem.id)).where(NewsItem.category_id == row.id))
        if used:
            lines.append(f"news category {row.slug}: kept: {used} items are filed there")
        else:
            db.session.delete(row)
            lines.append(f"news category {row.slug}: removed")
    return lines


def _plant_sources(wanted: list[dict[str, str | None]]) -> list[str]:
    existing = {row.key: row for row in db.session.scalars(select(NewsSource))}
    lines = []
    for seed in wanted:
        row = existing.pop(str(seed["key"]), None)
        if row is None:
            row = NewsSource(**seed, active=True)
            db.session.add(row)
            lines.append(f"news source {row.key}: added")
        elif row.active and all(getattr(row, name) == value for name, value in seed.items()):
            continue
        else:
            if row.url != seed["url"]:
                # What the old address said of its state means nothing at the new one.
                row.etag = row.last_modified = row.last_error = row.last_reason = None
            row.url, row.name, row.category = str(seed["url"]), str(seed["name"]), seed["category"]
            row.active = True
            lines.append(f"news source {row.key}: changed")
        db.session.flush()
        jobs.after_commit(KIND, str(row.id))
    for row in existing.values():
        if row.active:
            # Its items stay, and point to it.
            row.active = False
            lines.append(f"news source {row.key}: switched off")
    return lines


PART = Part(plant, export)

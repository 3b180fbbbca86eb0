# SPDX-License-Identifier: EUPL-1.2
"""The verbs of pages. Knows no request; never commits."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.editing import revisions
from backend.pages.models import Page
from backend.problems import Missing
from backend.text import clean_html, fold, plain

Row = dict[str, Any]


def get_page(slug: str) -> Row:
    """One page with its text. Raises Missing."""
    row = db.session.execute(
        select(Page.slug, Page.title, Page.role, Page.body, Page.updated_at).where(Page.slug == slug, Page.published)
    ).one_or_none()
    if row is None:
        raise Missing("There is no such page.")
    return dict(row._mapping)


def list_pages() -> list[Row]:
    """All pages in the municipality's order, without texts."""
    rows = db.session.execute(
        select(Page.slug, Page.title, Page.role).where(Page.published).order_by(Page.position, Page.title)
    )
    return [dict(row._mapping) for row in rows]


def search_pages(words: list[str], limit: int) -> list[Row]:
    """Pages in which every (folded) word occurs."""
    matching = [Page.search_text.contains(word, autoescape=True) for word in words]
    rows = db.session.execute(
        select(Page.slug, Page.title, Page.body).where(Page.published, *matching).order_by(Page.position).limit(limit)
    )
    return [dict(row._mapping) for row in rows]


def seed_pages(seeds: Iterable[Mapping[str, Any]], now: datetime) -> list[str]:
    """Bring the pages in line with the tenant file, by `key`; a page that staff edited stays. Gives a line per
    change."""
    existing = {page.key: page for page in db.session.scalars(select(Page).with_for_update())}
    lines = []
    for position, seed in enumerate(seeds):
        page = existing.pop(seed["key"], None)
        wanted = {name: seed[name] for name in ("slug", "title", "role")} | {
            "body": clean_html(seed["body"]),
            "position": position,
        }
        if page is None:
            page = Page(key=seed["key"], search_text="", updated_at=now, **wanted)
            db.session.add(page)
            lines.append(f"page {page.key}: added")
        elif _is_own(page):
            lines.append(f"page {page.key}: kept: edited in the app")
            continue
        elif any(getattr(page, name) != value for name, value in wanted.items()):
            for name, value in wanted.items():
                setattr(page, name, value)
            page.updated_at = now
            page.version += 1
            page.edited_by = page.edited_at = None
            lines.append(f"page {page.key}: changed")
        refresh_search_text(page)
    for page in existing.values():
        if _is_own(page):
            lines.append(f"page {page.key}: kept: edited in the app")
        else:
            revisions.forget("page", page.id)  # of what somebody began and dropped
            db.session.delete(page)
            lines.append(f"page {page.key}: removed")
    return lines


def refresh_search_text(page: Page) -> None:
    """Recompute what the search looks through; call it whenever title or body change."""
    page.search_text = fold(f"{page.title} {plain(page.body)}")


def _is_own(page: Page) -> bool:
    return page.edited or page.draft is not None

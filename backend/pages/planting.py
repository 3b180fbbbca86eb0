# SPDX-License-Identifier: EUPL-1.2
"""What a tenant file has to do with pages: plant them, and write today's into an exported file. Never commits."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.pages.models import Page
from backend.pages.operations import seed_pages
from backend.tenants.operations import Part
from backend.tenants.tenant_file import Plan, default_pages
from backend.text import clean_html

Row = dict[str, Any]


def plant(plan: Plan, now: datetime) -> list[str]:
    """Bring the pages in line with the file; a line per change."""
    return seed_pages([dict(seed) for seed in plan.pages], now)


def export(config: Row) -> Row:
    """The pages that differ from what this municipality would get without any in its file."""
    columns = (Page.key, Page.title, Page.role, Page.body)
    query = select(*columns).where(Page.published).order_by(Page.position, Page.key)
    defaults = [(seed["key"], seed["title"], seed["role"], clean_html(seed["body"])) for seed in default_pages(config)]
    rows = [row._mapping for row in db.session.execute(query) if tuple(row) not in defaults]
    return {"pages": [{key: value for key, value in row.items() if value is not None} for row in rows]} if rows else {}


PART = Part(plant, export)

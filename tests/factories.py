# SPDX-License-Identifier: EUPL-1.2
"""Rows for tests: valid by default, each detail can be named."""

import uuid
from datetime import UTC, datetime
from typing import Any

from flask import Flask

from backend.db import db
from backend.events import occurrences
from backend.events.models import Event, EventCategory
from backend.events.operations import refresh_search_text as refresh_event
from backend.jobs import scope
from backend.news.models import NewsCategory, NewsItem
from backend.news.operations import refresh_search_text
from backend.publishing import Status
from backend.reads import ContentVersion, bump
from backend.tenants.models import Tenant, TenantHost

NOW = datetime(2026, 6, 9, 12, 0, tzinfo=UTC)


def make_tenant(app: Flask, slug: str, **details: Any) -> uuid.UUID:
    """A municipality with the host `<slug>.example`; gives its id."""
    tenant = {
        "slug": slug,
        "name": slug.title(),
        "kind": "Stadt",
        "district": "Testkreis",
        "ags": "12069020",
        "ars": "120690020020",
        "language": "de",
        "demo": False,
        "initials": slug[0].upper(),
        "arms": None,
        "motif": "castle",
        "latitude": 52.1,
        "longitude": 12.6,
        "bbox": [12.4, 52.0, 12.7, 52.3],
        "phone": None,
        "email": None,
        "website": None,
        "address": None,
    }
    config = {
        "tenant": tenant,
        "theme": {
            "url": "/theme.css?v=1",
            "color_light": "#0a4e40",
            "color_dark": "#87d3b9",
            "paper_light": "#f7f6f1",
            "paper_dark": "#091110",
        },
        "modules": ["news", "events", "defects", "services", "push"],
        "quick_actions": [],
        "contact_accessibility": None,
        "feedback": None,
        "hosts": [f"{slug}.example"],
    } | details
    with scope(app, None):
        row = Tenant(
            slug=slug,
            name=slug.title(),
            kind="Stadt",
            ags="12069020",
            ars="120690020020",
            config=config,
            updated_at=NOW,
        )
        db.session.add(row)
        db.session.flush()
        db.session.add_all(
            [
                ContentVersion(tenant_id=row.id, version=1),
                TenantHost(host=f"{slug}.example", tenant_id=row.id, position=0),
            ]
        )
        return row.id


def tenant_id(app: Flask, slug: str) -> uuid.UUID:
    """The id of a municipality."""
    with scope(app, None, write=False):
        found: uuid.UUID = db.session.query(Tenant.id).filter_by(slug=slug).scalar()
        return found


def make_news(app: Flask, slug: str = "alpha", **details: Any) -> uuid.UUID:
    """A published item of a municipality; gives its id."""
    values = {
        "title": "Straße gesperrt",
        "teaser": "Ab Montag.",
        "body": "<p>Von Montag bis Freitag.</p>",
        "status": Status.PUBLISHED,
        "published_at": NOW,
        "updated_at": NOW,
    } | details
    with scope(app, tenant_id(app, slug)):
        item = NewsItem(**values)
        refresh_search_text(item)
        db.session.add(item)
        bump()
        db.session.flush()
        return item.id


def make_category(app: Flask, slug: str, category: str, name: str) -> uuid.UUID:
    """A news category of a municipality; gives its id."""
    with scope(app, tenant_id(app, slug)):
        row = NewsCategory(slug=category, name=name)
        db.session.add(row)
        bump()
        db.session.flush()
        return row.id


TIMING = {"start": "2026-06-12T20:00", "end": None, "all_day": False, "rrule": None, "excluded": [], "extra": []}
CHANGE = {"following": False, "status": "scheduled", "note": None, "start": None, "end": None, "title": None}
CHANGE |= {"place_name": None}
DETAILS = {
    "organiser": None,
    "place": {"name": "Burghof", "address": None, "lat": None, "lon": None, "access": None},
    "price": {"kind": "unknown", "amounts": [], "text": None},
    "registration": {"required": False, "url": None, "text": None},
    "links": [],
    "tags": [],
}


def make_event(app: Flask, slug: str = "alpha", *, now: datetime = NOW, **details: Any) -> uuid.UUID:
    """A published event of a municipality with its dates; `timing` and each of the `changes` may be given in parts.
    Gives its id."""
    values = {
        "title": "Burgkonzert",
        "teaser": "Mit Blaskapelle.",
        "body": "<p>Im Hof der Burg.</p>",
        "place_name": "Burghof",
        "details": DETAILS,
        "status": Status.PUBLISHED,
        "published_at": NOW,
        "updated_at": NOW,
    } | details
    values["timing"] = TIMING | details.get("timing", {})
    values["changes"] = [CHANGE | change for change in details.get("changes", ())]
    with scope(app, tenant_id(app, slug)):
        event = Event(**values)
        db.session.add(event)
        db.session.flush()
        refresh_event(event)
        occurrences.refresh(event, now)
        bump()
        return event.id


def make_event_category(app: Flask, slug: str, category: str, name: str) -> uuid.UUID:
    """A category of events of a municipality; gives its id."""
    with scope(app, tenant_id(app, slug)):
        row = EventCategory(slug=category, name=name)
        db.session.add(row)
        bump()
        db.session.flush()
        return row.id

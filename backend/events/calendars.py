# SPDX-License-Identifier: EUPL-1.2
"""Whole events for calendar programs: what residents see, with rule and changes. Knows no request; never commits."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from backend.db import db
from backend.events.models import Event, EventCategory, EventOccurrence, EventOrganiser
from backend.problems import Missing
from backend.publishing import visible

Row = dict[str, Any]
# What is over stays in a calendar for a while: who looks back should not find holes.
BEHIND = timedelta(days=60)
# So many, those first that come next: what a subscriber misses then is far away.
MOST = 2000
ORGANISER = ("name", "email", "phone", "url")
COLUMNS = (
    Event.id,
    Event.title,
    Event.teaser,
    Event.body,
    Event.timing,
    Event.changes,
    Event.event_status,
    Event.status_note,
    Event.details,
    Event.sequence,
    Event.updated_at,
    EventCategory.name.label("category"),
    *(getattr(EventOrganiser, name).label(f"organiser_{name}") for name in ORGANISER),
)


def list_whole(now: datetime, category: str | None = None) -> list[Row]:
    """The visible events with a date to come or just over, of one category or all; each once."""
    recent = (
        select(EventOccurrence.event_id, func.min(EventOccurrence.until_at).label("until_at"))
        .where(EventOccurrence.long.in_((False, True)), EventOccurrence.until_at >= now - BEHIND)
        .group_by(EventOccurrence.event_id)
        .subquery()
    )
    query = _select().join(recent, recent.c.event_id == Event.id).where(visible(Event, now))
    if category is not None:
        query = query.where(EventCategory.slug == category)
    rows = db.session.execute(query.order_by(recent.c.until_at, Event.id).limit(MOST)).all()
    # In an order that time does not change: the same events are the same bytes.
    return [_as_dict(row) for row in sorted(rows, key=lambda row: row.id)]


def get_whole(event_id: uuid.UUID, now: datetime) -> Row:
    """One visible event. Raises Missing."""
    row = db.session.execute(_select().where(Event.id == event_id, visible(Event, now))).one_or_none()
    if row is None:
        raise Missing("There is no such event.")
    return _as_dict(row)


def category_name(slug: str) -> str | None:
    """What a category is called."""
    return db.session.scalar(select(EventCategory.name).where(EventCategory.slug == slug))


def _select() -> Select[Any]:
    return (
        select(*COLUMNS)
        .outerjoin(EventCategory, EventCategory.id == Event.category_id)
        .outerjoin(EventOrganiser, EventOrganiser.id == Event.organiser_id)
    )


def _as_dict(row: Any) -> Row:
    found = dict(row._mapping)
    listed = {name: found.pop(f"organiser_{name}") for name in ORGANISER}
    return found | {
        "organiser": listed if listed["name"] else row.details["organiser"],
        **{name: row.details[name] for name in ("place", "price", "tags")},
    }

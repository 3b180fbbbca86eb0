# SPDX-License-Identifier: EUPL-1.2
"""The editors' list of events, and how many are in which state. Knows no request; never commits."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select

from backend.db import db
from backend.editing import lists, pictures
from backend.editing.contents import pack
from backend.events import dates
from backend.events.editing import BELL, lacks
from backend.events.models import Event, EventCategory, EventOccurrence, EventOrganiser
from backend.publishing import State, Status
from backend.staff import Staff

Row = dict[str, Any]
COLUMNS = (
    Event.id,
    Event.version,
    Event.status,
    Event.title,
    Event.category_id,
    Event.organiser_id,
    Event.image_id,
    Event.image_alt,
    Event.place_name,
    Event.details["organiser", "name"].as_string().label("organiser_name"),
    Event.event_status,
    Event.timing,
    Event.changes,
    Event.publish_at,
    Event.unpublish_at,
    Event.published_at,
    Event.draft,
    Event.edited,
    Event.edited_by,
    Event.edited_at,
    Event.updated_at,
    Event.submitted_by,
    Event.submitted_at,
    Event.source_id,
    Event.source_name,
)


def list_events(
    now: datetime,
    who: Staff,
    *,
    state: str | None = None,
    category: str | None = None,
    q: str | None = None,
    organiser: uuid.UUID | None = None,
    first: int,
    limit: int,
) -> tuple[list[Row], int]:
    """What is to be released first, then drafts, then what comes by its next date, then what is over; and how many
    there are in all."""
    known = lists.categories(EventCategory)
    if category and category not in known:
        return [], 0
    conditions = lists.matching(Event, now, state=state, q=q, category_id=known[category].id if category else None)
    conditions += _of(who) + ([Event.organiser_id == organiser] if organiser else [])
    total = db.session.scalar(select(func.count(Event.id)).where(*conditions)) or 0
    dates_of = _dates(now)
    query = select(*COLUMNS).outerjoin(dates_of, dates_of.c.event_id == Event.id).where(*conditions)
    rows = db.session.execute(query.order_by(*_order(dates_of, now)).offset(first).limit(limit)).all()
    image_of, rung = pictures.in_list(rows), BELL.in_brief([row.id for row in rows])
    names = {str(row.id): row.name for row in db.session.execute(select(EventOrganiser.id, EventOrganiser.name))}
    return [_listed(row, known, names, image_of(row), now) | {"notification": rung.get(row.id)} for row in rows], total


def count_events(now: datetime, who: Staff) -> Row:
    """How many events there are, by state."""
    return lists.count_by_state(Event, now, *_of(who))


def _of(who: Staff) -> list[ColumnElement[bool]]:
    return [Event.organiser_id == who.organiser_id] if who.organiser_id else []


def _dates(now: datetime) -> Any:
    """The next and the last date of each event, in one pass: asked for each event they would be looked up again for
    every place that names them."""
    date = EventOccurrence
    coming = func.min(case((date.until_at >= now, date.starts_at)))
    columns = (date.event_id, coming.label("coming"), func.max(date.starts_at).label("last"))
    return select(*columns).group_by(date.event_id).subquery()


def _order(dates_of: Any, now: datetime) -> tuple[Any, ...]:
    unfinished = case(
        (lists.waiting(Event, State.SUBMITTED, now), 0),
        (Event.status == Status.DRAFT, 1),
        (dates_of.c.coming.is_not(None), 2),
        else_=3,
    )
    touched = func.coalesce(Event.edited_at, Event.updated_at)
    return (
        unfinished,
        case((unfinished < 2, touched)).desc(),
        case((unfinished == 2, dates_of.c.coming)),
        dates_of.c.last.desc(),
        Event.id.desc(),
    )


def _listed(row: Any, known: dict[str, Any], names: dict[str, str], image: Row | None, now: datetime) -> Row:
    content = row.draft or {
        "title": row.title,
        "category": next((slug for slug, one in known.items() if one.id == row.category_id), None),
        "timing": row.timing,
        "changes": row.changes,
        "status": row.event_status.value,
        "organiser": {"id": str(row.organiser_id)} if row.organiser_id else {"name": row.organiser_name},
        "place": {"name": row.place_name},
        "publish_at": pack(row.publish_at),
        "unpublish_at": pack(row.unpublish_at),
    }
    organiser = content["organiser"] or {}
    return lists.line(row, content | {"image": image}, known, lacks, now) | {
        "image": image,
        "next_date": dates.next_date(content["timing"], content["changes"], now),
        "recurring": dates.recurring(content["timing"]),
        "place_name": (content["place"] or {}).get("name") or None,
        "organiser_name": names.get(organiser.get("id", "")) or organiser.get("name") or None,
        "event_status": content["status"],
    }

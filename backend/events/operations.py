# SPDX-License-Identifier: EUPL-1.2
"""What residents read of events: dates in a span, one event, days, categories. Knows no request; never commits."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, union_all

from backend import media
from backend.db import db
from backend.events.models import Event, EventCategory, EventOccurrence, EventOrganiser, EventStatus
from backend.events.spans import Span, as_instant, is_day
from backend.events.walltime import midnight, today
from backend.media import MediaFile
from backend.problems import Invalid, Missing
from backend.publishing import visible
from backend.text import fold, plain

Row = dict[str, Any]
Columns = tuple[Any, ...]
MOST_DAYS = 100
NEXT_DATES = 10
ORDERING = (EventOccurrence.id, EventOccurrence.starts_at, EventOccurrence.until_at)
DATE_COLUMNS = (
    EventOccurrence.date,
    EventOccurrence.starts_at,
    EventOccurrence.ends_at,
    EventOccurrence.until_at,
    EventOccurrence.all_day,
    EventOccurrence.first_day,
    EventOccurrence.last_day,
    EventOccurrence.status,
    EventOccurrence.note,
    EventOccurrence.previous_start,
    func.coalesce(EventOccurrence.title, Event.title).label("title"),
    func.coalesce(EventOccurrence.place_name, Event.place_name).label("place_name"),
)
LIST_COLUMNS = (
    *DATE_COLUMNS,
    Event.id,
    Event.timing["rrule"].as_string().label("rrule"),
    Event.timing["extra", 0].as_string().label("extra"),
    Event.details["price"].label("price"),
    EventCategory.slug.label("category_slug"),
    EventCategory.name.label("category_name"),
)
DETAIL_COLUMNS = (
    *LIST_COLUMNS,
    Event.teaser,
    Event.body,
    Event.details,
    Event.place_name.label("usual_place"),
    Event.source_name,
    Event.source_url,
    Event.published_at,
    Event.updated_at,
    Event.unpublish_at,
    Event.image_alt,
    Event.image_credit,
    Event.image_caption,
    EventOrganiser.name.label("organiser_name"),
    EventOrganiser.email.label("organiser_email"),
    EventOrganiser.phone.label("organiser_phone"),
    EventOrganiser.url.label("organiser_url"),
    *media.IMAGE_COLUMNS,
)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of a list, how many there are at least up to and with the next one, and when the first of them (or of those
    on the pages before) is over, so that the list changes."""

    rows: list[Row]
    known: int
    lasts_until: datetime | None


def list_events(
    span: Span, *, category: str | None = None, q: str | None = None, first: int = 0, limit: int = 20
) -> Page:
    """The dates in a span that residents see, by their start. `q`: every word must occur. Nothing is counted: it is one
    read of an index, however many series there are."""
    chosen = _chosen(span, ORDERING, category=category, q=q, limit=first + limit + 1)
    found = select(chosen.c.id).order_by(chosen.c.starts_at, chosen.c.id).offset(first).limit(limit + 1).subquery()
    query = _joined(select(*LIST_COLUMNS).join(found, found.c.id == EventOccurrence.id))
    rows = db.session.execute(query.order_by(EventOccurrence.starts_at, EventOccurrence.id)).all()
    over = None
    if span.since is None:
        over = min((row.until_at for row in rows[:limit]), default=None)
        if first:
            earlier = select(chosen.c.until_at).order_by(chosen.c.starts_at, chosen.c.id).limit(first).subquery()
            ends = (over, db.session.scalar(select(func.min(earlier.c.until_at))))
            over = min((end for end in ends if end is not None), default=None)
    return Page([_in_brief(row) for row in rows[:limit]], first + len(rows), over)


def get_event(event_id: uuid.UUID, now: datetime, key: str | None = None) -> tuple[Row, datetime | None]:
    """One visible event on one of its dates (the one with this key, else the one that runs or comes next, else the
    last), and when that is no longer right. Raises Missing."""
    mine = EventOccurrence.event_id == event_id
    query = _joined(select(*DETAIL_COLUMNS)).where(mine, visible(Event, now))
    query = query.outerjoin(EventOrganiser, EventOrganiser.id == Event.organiser_id)
    query = query.outerjoin(MediaFile, MediaFile.id == Event.image_id).limit(1)
    coming = or_(EventOccurrence.until_at > now, EventOccurrence.starts_at >= now)
    named = query.where(EventOccurrence.date == key)
    ahead = query.where(coming).order_by(EventOccurrence.starts_at)
    last = query.order_by(EventOccurrence.starts_at.desc())
    tries = [*([named] if key else []), ahead, last]
    row = next((row for attempt in tries if (row := db.session.execute(attempt).one_or_none())), None)
    if row is None:
        raise Missing("There is no such event.")
    upcoming = db.session.execute(
        select(*DATE_COLUMNS)
        .join(Event, Event.id == EventOccurrence.event_id)
        .where(mine, coming)
        .order_by(EventOccurrence.starts_at, EventOccurrence.id)
        .limit(NEXT_DATES)
    ).all()
    dates = [dict(each._mapping) for each in upcoming]
    return _in_full(row) | {"next": dates}, min((date["until_at"] for date in dates), default=None)


def count_days(span: Span, *, category: str | None = None) -> tuple[list[Row], datetime | None]:
    """For each day of a span on which something is listed: how much, and how much of it does not take place; and when
    that is no longer right: the first of it is over, or the day is. Raises Invalid for a span of more than 100 days;
    without `to` it has 100."""
    first = span.first_day
    last = first + timedelta(days=MOST_DAYS - 1)
    if span.to is not None:
        end = span.to if is_day(span.to) else today(as_instant(span.to) - timedelta(microseconds=1))
        if end > last:
            raise Invalid("The span is too long.", {"to": [f"At most {MOST_DAYS} days."]})
        last = end
    columns = (EventOccurrence.first_day, EventOccurrence.last_day, EventOccurrence.status, EventOccurrence.until_at)
    chosen = _chosen(Span(span.now, span.since, last), columns, category=category)
    days = (chosen.c.first_day, chosen.c.last_day, chosen.c.status)
    query = select(*days, func.count().label("number"), func.min(chosen.c.until_at).label("until_at")).group_by(*days)
    rows = db.session.execute(query).all()
    counts, cancelled, begins = Counter[Date](), Counter[Date](), Counter[Date]()
    for row in rows:
        begin, end = max(row.first_day, first), min(row.last_day, last)
        begins[begin] += row.number
        for offset in range((end - begin).days + 1):
            counts[begin + timedelta(days=offset)] += row.number
            if row.status is not EventStatus.SCHEDULED:
                cancelled[begin + timedelta(days=offset)] += row.number
    found = [
        {"day": day, "count": counts[day], "cancelled": cancelled[day], "begins": begins[day]} for day in sorted(counts)
    ]
    if span.since is not None:
        return found, None
    return found, min([midnight(first + timedelta(days=1)), *(row.until_at for row in rows)])


def search_events(q: str, now: datetime, *, limit: int) -> tuple[list[Row], datetime | None]:
    """The events with a date to come in which all words occur, each once, with its next date; and when the first of
    these is over."""
    coming = or_(EventOccurrence.until_at > now, EventOccurrence.starts_at >= now)
    matching = (coming, visible(Event, now), *_matching(q))
    first = (
        select(EventOccurrence.event_id, func.min(EventOccurrence.starts_at).label("starts_at"))
        .join(Event, Event.id == EventOccurrence.event_id)
        .where(*matching)
        .group_by(EventOccurrence.event_id)
        .subquery()
    )
    dates: tuple[Any, ...] = tuple(
        getattr(EventOccurrence, name) for name in ("starts_at", "until_at", "all_day", "status")
    )
    query = _joined(select(Event.id, Event.title, Event.teaser, *dates)).join(
        first, (first.c.event_id == Event.id) & (first.c.starts_at == EventOccurrence.starts_at)
    )
    rows = db.session.execute(query.order_by(EventOccurrence.starts_at, Event.id).limit(limit)).all()
    found = list({row.id: dict(row._mapping) for row in rows}.values())
    return found, min((row["until_at"] for row in found), default=None)


def list_categories() -> list[Row]:
    """All categories in the municipality's order."""
    rows = db.session.execute(
        select(EventCategory.slug, EventCategory.name).order_by(EventCategory.position, EventCategory.name)
    )
    return [dict(row._mapping) for row in rows]


def refresh_search_text(event: Event) -> None:
    """Recompute what `q` looks through; call it whenever the event or its organiser changes."""
    listed = select(EventOrganiser.name).where(EventOrganiser.id == event.organiser_id)
    organiser = db.session.scalar(listed) if event.organiser_id else (event.details["organiser"] or {}).get("name")
    names = [event.place_name, organiser, *event.details["tags"]]
    names += [change[key] for change in event.changes for key in ("title", "place_name")]
    words = " ".join(name for name in names if name)
    event.search_text = fold(f"{event.title} {event.teaser} {words} {plain(event.body)}")


def is_visible(event_id: uuid.UUID, now: datetime) -> bool:
    """Whether residents can see this event now."""
    return db.session.scalar(select(Event.id).where(Event.id == event_id, visible(Event, now))) is not None


def _chosen(
    span: Span, columns: Columns, *, category: str | None = None, q: str | None = None, limit: int | None = None
) -> Any:
    parts, matching = [], _matching(q)
    for part in span.parts():
        query = select(*columns).join(Event, Event.id == EventOccurrence.event_id)
        query = query.where(part.condition, visible(Event, span.now), *matching)
        if category:
            mine = select(EventCategory.id).where(EventCategory.slug == category).scalar_subquery()
            query = query.where((EventOccurrence if part.ordered else Event).category_id == mine)
        if limit is not None and part.ordered:
            query = query.order_by(EventOccurrence.starts_at, EventOccurrence.id).limit(limit)
        parts.append(select(query.subquery()))
    return union_all(*parts).subquery()


def _matching(q: str | None) -> list[ColumnElement[bool]]:
    words = fold(q or "").split()[:10]
    if not words:
        return []
    # Each event is looked through once, not each of its dates.
    matching = select(Event.id).where(*(Event.search_text.contains(word, autoescape=True) for word in words))
    return [EventOccurrence.event_id.in_(select(matching.cte("matching").c.id))]


def _joined(query: Select[Any]) -> Select[Any]:
    return query.join(Event, Event.id == EventOccurrence.event_id).outerjoin(
        EventCategory, EventCategory.id == Event.category_id
    )


def _in_brief(row: Any) -> Row:
    found = dict(row._mapping)
    slug, name = found.pop("category_slug"), found.pop("category_name")
    price = found["price"] or {"kind": "unknown", "amounts": [], "text": None}
    cents = min((amount["cents"] for amount in price["amounts"]), default=None)
    return found | {
        "category": {"slug": slug, "name": name} if slug else None,
        "recurring": row.rrule is not None or row.extra is not None,
        "price": {"kind": price["kind"], "cents": cents, "text": price["text"]},
    }


def _in_full(row: Any) -> Row:
    details = row.details
    place = details["place"]
    if row.place_name != row.usual_place:
        place = {"name": row.place_name, "address": None, "lat": None, "lon": None, "access": None}
    organiser = details["organiser"]
    if row.organiser_name is not None:
        organiser = {key: getattr(row, f"organiser_{key}") for key in ("name", "email", "phone", "url")}
    return _in_brief(row) | {
        "image": media.image_of(row),
        "organiser": organiser,
        "place": place,
        "price": details["price"],
        "registration": details["registration"],
        "links": details["links"],
        "tags": details["tags"],
        "source": {"name": row.source_name, "url": row.source_url} if row.source_name else None,
    }

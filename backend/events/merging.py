# SPDX-License-Identifier: EUPL-1.2
"""Taking a calendar's events over, inside a write transaction. Knows no network.

What editors have changed, or withdrawn, is theirs: it stays as it is. An event that is gone from a calendar that was
read well is withdrawn, and comes back with it.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from backend.db import db
from backend.events import occurrences
from backend.events.ical_reading import Calendar, Entry
from backend.events.models import Event, EventCategory, EventSource, EventStatus
from backend.events.operations import refresh_search_text
from backend.events.ringing import tell_changes
from backend.events.series import read_series
from backend.events.walltime import today
from backend.publishing import Status, publish, withdraw
from backend.reads import bump
from backend.text import fold

Row = dict[str, Any]
# The hash of an event that its calendar has dropped; no editor withdrew it.
GONE = "gone"
NOTHING: Row = {
    "price": {"kind": "unknown", "amounts": [], "text": None},
    "registration": {"required": False, "url": None, "text": None},
}


@dataclass
class Counts:
    """How many events were new, changed, as before, or gone."""

    added: int = 0
    updated: int = 0
    same: int = 0
    removed: int = 0


def take_over(source: EventSource, calendar: Calendar, now: datetime) -> Counts:
    """Write what is new or changed; withdraw what is gone, unless something in the calendar could not be read. Who has
    remembered an event hears when a date is cancelled or moved."""
    # Locked, so that no editor takes an event over in between.
    query = select(Event).where(Event.source_id == source.id)
    known = {event.uid: event for event in db.session.scalars(query.with_for_update())}
    categories = list(db.session.scalars(select(EventCategory)))
    counts = Counts()
    for entry in calendar.entries:
        event = known.pop(entry.uid, None)
        if event is None:
            if not _is_over(entry, now):
                _add(entry, source, categories, now)
                counts.added += 1
        elif is_own(event) or event.source_hash == entry.hash:
            counts.same += 1
        else:
            _update(event, entry, now)
            counts.updated += 1
    for event in known.values():
        if not calendar.skipped and event.status is Status.PUBLISHED and not is_own(event) and not _is_over(event, now):
            _drop(event, now)
            counts.removed += 1
    if counts.added or counts.updated or counts.removed:
        bump()
    return counts


def is_own(event: Any) -> bool:
    """Whether editors have taken an imported event over."""
    withdrawn = event.status is Status.WITHDRAWN and event.source_hash != GONE
    return bool(event.edited or event.draft is not None or withdrawn)


def _add(entry: Entry, source: EventSource, categories: list[EventCategory], now: datetime) -> None:
    event = Event(source_id=source.id, source_name=source.name, uid=entry.uid, status=Status.DRAFT)
    event.category_id = _category(entry, source, categories)
    _fill(event, entry)
    event.updated_at = now
    publish(event, now)
    db.session.add(event)
    occurrences.refresh(event, now)


def _update(event: Event, entry: Entry, now: datetime) -> None:
    _fill(event, entry)
    # Whoever has it open is told; calendar programs, too. What a member dropped again no longer counts as touched.
    event.updated_at, event.version, event.sequence = now, event.version + 1, event.sequence + 1
    event.edited_by = event.edited_at = None
    publish(event, now)
    tell_changes(event, occurrences.refresh(event, now), now, None)


def _drop(event: Event, now: datetime) -> None:
    withdraw(event, now)
    event.source_hash, event.updated_at, event.version = GONE, now, event.version + 1
    occurrences.refresh(event, now)


def _fill(event: Event, entry: Entry) -> None:
    event.title, event.body, event.source_url = entry.title, entry.body, entry.url
    event.timing, event.changes = entry.timing, entry.changes
    event.event_status = EventStatus.CANCELLED if entry.cancelled else EventStatus.SCHEDULED
    event.place_name = entry.place["name"] if entry.place else None
    event.details = NOTHING | {
        "organiser": entry.organiser,
        "place": entry.place,
        "links": entry.links,
        "tags": entry.tags,
    }
    event.source_hash = entry.hash
    refresh_search_text(event)


def _category(entry: Entry, source: EventSource, categories: list[EventCategory]) -> uuid.UUID | None:
    """The category that the event names itself, else the one that the tenant file gives to the calendar."""
    tags = [fold(tag) for tag in entry.tags]
    named = [category.id for category in categories if fold(category.name) in tags]
    default = [category.id for category in categories if category.slug == source.category]
    return next(iter(named + default), None)


def _is_over(event: Event | Entry, now: datetime) -> bool:
    """Whether it has no date left. Many calendars drop what is over; residents may still look it up."""
    series = read_series(event.timing, event.changes)
    last = series.last_day()
    if last is None:
        return False
    dates = series.dates(today(now), last)
    return not any((date.ends_at or date.starts_at) > now for date in dates if not date.excluded)

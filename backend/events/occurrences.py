# SPDX-License-Identifier: EUPL-1.2
"""The dates of public events as rows, so that "the next twenty" is one read of an index. Knows no request; never
commits.

They are derived: written with publication and import, moved on at night for what never ends, and gone with withdrawal.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select

from backend.bulk import change_rows
from backend.db import db
from backend.events.models import Event, EventOccurrence, EventStatus
from backend.events.recurrence import Planned
from backend.events.series import read_series
from backend.events.walltime import today
from backend.reads import bump

Row = dict[str, Any]
AHEAD = timedelta(days=731)
BEHIND = timedelta(days=400)
# An endless series is written on once so much of its two years is used up, and so many in a night: each of them is a
# hundred rows, and nobody else writes meanwhile.
SPENT = timedelta(days=30)
A_NIGHT = 100


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one date: (start, status) before and after, None where there was or is none."""

    date: str
    before: tuple[datetime, EventStatus] | None
    after: tuple[datetime, EventStatus] | None


def refresh(event: Event, now: datetime) -> list[Difference]:
    """Bring the rows of an event in line with it: two years ahead, 400 days back, none for what is not public. Says for
    which dates start or status are other than before. Rows that stay keep their ids."""
    db.session.flush()
    rows = {row.date: row for row in db.session.scalars(_of(event))}
    known = {key: (row.starts_at, row.status) for key, row in rows.items()}
    planned = _planned(event, now) if event.public else []
    if not event.public:
        event.expanded_until = None
    for one in planned:
        row = rows.pop(one.key, None)
        if row is None:
            row = EventOccurrence(event_id=event.id, date=one.key)
            db.session.add(row)
        for name, value in _columns(event, one).items():
            setattr(row, name, value)
    for row in rows.values():
        db.session.delete(row)
    db.session.flush()
    wanted = {one.key: (one.starts_at, _status(event, one)) for one in planned}
    return [
        Difference(key, known.get(key), wanted.get(key))
        for key in sorted({*known, *wanted})
        if known.get(key) != wanted.get(key)
    ]


def move_on(now: datetime) -> int:
    """Write the dates of endless series on, those first that have waited longest; gives their number."""
    due = select(Event).where(Event.expanded_until < now + AHEAD - SPENT)
    events = db.session.scalars(due.order_by(Event.expanded_until).limit(A_NIGHT).with_for_update()).all()
    for event in events:
        refresh(event, now)
    if events:
        bump()
    return len(events)


def forget(now: datetime) -> int:
    """Remove what was over 400 days ago; gives the number of dates."""
    old = EventOccurrence.long.in_((False, True)), EventOccurrence.until_at < now - BEHIND
    return change_rows(delete(EventOccurrence).where(*old))


def _of(event: Event) -> Any:
    return select(EventOccurrence).where(EventOccurrence.event_id == event.id)


def _planned(event: Event, now: datetime) -> list[Planned]:
    """The dates to keep; notes on the event up to when they reach, if its rule goes on."""
    series, to, earliest = read_series(event.timing, event.changes), now + AHEAD, now - BEHIND
    last = series.last_day()
    goes_on = series.rule is not None and (last is None or last > today(to))
    event.expanded_until = to if goes_on else None
    dates = series.dates(today(earliest), today(to) if goes_on or last is None else last)
    return [one for one in dates if not one.excluded and (one.ends_at or one.starts_at) >= earliest]


def _status(event: Event, one: Planned) -> EventStatus:
    """What holds for the whole event holds for all its dates."""
    return event.event_status if one.status is EventStatus.SCHEDULED else one.status


def _columns(event: Event, one: Planned) -> Row:
    whole = one.status is EventStatus.SCHEDULED and event.event_status is not EventStatus.SCHEDULED
    return {
        "category_id": event.category_id,
        "starts_at": one.starts_at,
        "until_at": one.ends_at or one.starts_at,
        "ends_at": one.ends_at,
        "all_day": one.all_day,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "long": one.long,
        "status": _status(event, one),
        "note": event.status_note if whole else one.note,
        "title": one.title,
        "place_name": one.place_name,
        "previous_start": one.previous_start,
    }

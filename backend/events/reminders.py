# SPDX-License-Identifier: EUPL-1.2
"""Reminders: so many minutes before each date that takes place, whoever asked for it is told, once. Knows no request.

The message is the note that it was done: it belongs to the date and the lead, so a worker that dies or two that come at
once make no second one. A date that has moved is reminded of again, at its new time.
"""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from backend import jobs
from backend.db import db
from backend.events.models import Event, EventOccurrence, EventStatus
from backend.events.ringing import LEADS, LONGEST_TEXT, LONGEST_TITLE, reminder_topic
from backend.events.walltime import instant, midnight
from backend.events.wording import in_words
from backend.publishing import visible
from backend.push.operations import messages, reach
from backend.push.operations.messages import Notification, Subject
from backend.text import shorten

WORK = "event-reminder"
# After an outage of the worker this much is made up for.
GRACE = timedelta(minutes=60)
# What lasts all day has no minute: it counts from the morning.
MORNING = time(9)
LONGEST_DAY = timedelta(hours=25)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One date and how many minutes before it."""

    row: Any
    lead: int

    @property
    def key(self) -> str:
        """What the queue calls it."""
        return f"{self.row.id}:{self.lead}"

    @property
    def subject(self) -> Subject:
        """What its message is about."""
        return Subject(kind_of(self.lead), self.row.id)

    @property
    def topic(self) -> str:
        """Who wants it."""
        return reminder_topic(self.row.event_id, self.lead)

    @property
    def rings_at(self) -> datetime:
        """Its minute."""
        start = _morning(self.row.first_day) if self.row.all_day else self.row.starts_at
        return start - timedelta(minutes=self.lead)

    @property
    def expires_at(self) -> datetime:
        """When it is worth nothing any more: with the start, all-day with the end of the first day."""
        starts_at: datetime = self.row.starts_at
        return midnight(self.row.first_day + timedelta(days=1)) if self.row.all_day else starts_at


def kind_of(lead: int) -> str:
    """The subject of messages: one kind for each lead, so that each is told once."""
    return f"event-{lead}"


def takes_place(occurrence_id: uuid.UUID, now: datetime) -> bool:
    """Whether one can still go to this date, and residents see it."""
    query = select(EventOccurrence.id).join(Event, Event.id == EventOccurrence.event_id)
    mine = (EventOccurrence.id == occurrence_id, EventOccurrence.status == EventStatus.SCHEDULED)
    return db.session.scalar(query.where(*mine, visible(Event, now))) is not None


VISIBLE = {kind_of(lead): takes_place for lead in LEADS}


@jobs.sweep(WORK, every_minutes=1)
def due() -> list[str]:
    """The reminders whose minute has come, that somebody wants and nobody has got yet."""
    now = _now()
    return [one.key for lead in LEADS for one in _open(_coming(lead, now))]


@jobs.work(WORK)
def run(row_id: str | None) -> None:
    """Ring for one date and lead, unless that was done."""
    occurrence_id, _, lead = (row_id or "").partition(":")
    now = _now()
    with jobs.transaction():
        # Whoever comes second waits here, and then finds the first one's message.
        db.session.execute(_of(uuid.UUID(occurrence_id)).with_for_update())
        for reminder in _open([one for one in _coming(int(lead), now) if str(one.row.id) == occurrence_id]):
            _ring(reminder, now)


def _of(occurrence_id: uuid.UUID) -> Select[uuid.UUID]:
    return select(EventOccurrence.id).where(EventOccurrence.id == occurrence_id)


def _ring(reminder: Reminder, now: datetime) -> None:
    row = reminder.row
    words = in_words(row.starts_at, row.first_day, row.last_day, all_day=row.all_day)
    messages.announce(
        Notification(
            shorten(row.title, LONGEST_TITLE),
            shorten(f"{words}, {row.place_name}" if row.place_name else words, LONGEST_TEXT),
            f"/termine/{row.event_id}?datum={row.date}",
            (reminder.topic,),
        ),
        now=now,
        who=None,
        subject=reminder.subject,
        expires_at=reminder.expires_at,
        anew=True,
    )


def _coming(lead: int, now: datetime) -> list[Reminder]:
    """The dates that take place and whose minute was within the last GRACE."""
    date_ = EventOccurrence
    columns = (
        date_.id, date_.event_id, date_.date, date_.starts_at, date_.all_day, date_.first_day, date_.last_day,
        func.coalesce(date_.title, Event.title).label("title"),
        func.coalesce(date_.place_name, Event.place_name).label("place_name"),
    )  # fmt: skip
    latest = now + timedelta(minutes=lead)
    rows = db.session.execute(
        select(*columns)
        .join(Event, Event.id == date_.event_id)
        .where(
            # The start of an all-day date lies hours before the morning from which it counts.
            date_.starts_at > latest - GRACE - LONGEST_DAY,
            date_.starts_at <= latest,
            date_.status == EventStatus.SCHEDULED,
            visible(Event, now),
        )
        .order_by(date_.starts_at, date_.id)
    )
    reminders = (Reminder(row, lead) for row in rows)
    return [one for one in reminders if now - GRACE < one.rings_at <= now < one.expires_at]


def _open(coming: list[Reminder]) -> list[Reminder]:
    """Those of one lead that somebody wants and that have not rung. What rang before its date moved away does not
    count."""
    wanted = reach.wanted({one.topic for one in coming})
    asked = [one for one in coming if one.topic in wanted]
    if not asked:
        return []
    last = messages.of_subjects(kind_of(asked[0].lead), [one.row.id for one in asked])
    return [one for one in asked if one.row.id not in last or last[one.row.id]["due_at"] < one.rings_at]


def _morning(day: date) -> datetime:
    return instant(datetime.combine(day, MORNING))


def _now() -> datetime:
    return datetime.now(UTC)

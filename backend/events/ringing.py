# SPDX-License-Identifier: EUPL-1.2
"""What phones hear of an event beside its publication: dates that are cancelled, postponed or moved, once for each
change, by those who have remembered it. Knows no request; never commits."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from backend.db import db
from backend.events.models import Event, EventOccurrence, EventStatus
from backend.events.occurrences import Difference
from backend.events.walltime import wall
from backend.events.wording import in_words
from backend.publishing import State, state_of
from backend.push.operations import messages
from backend.push.operations.messages import Notification, Subject
from backend.staff import Staff
from backend.text import shorten

KIND = "event-change"
LEADS = (60, 180, 1440, 2880)  # minutes before a date at which a resident may be reminded
TITLES = {
    "cancelled": "Abgesagt",
    "postponed": "Verschoben",
    "moved": "Neue Zeit",
    "scheduled": "Findet statt",
    "several": "Geändert",
}
LONGEST_TITLE, LONGEST_TEXT = 120, 300
# Who hears of it a little late still wants to know; after some days the app has told.
AT_LEAST, AT_MOST = timedelta(hours=1), timedelta(days=3)


@dataclass(frozen=True, slots=True)
class News:
    """What residents did not know yet of one date; `start` is what they knew, `now_at` where it is now."""

    kind: str
    start: datetime
    date: str
    now_at: datetime | None = None


def remembering(event_id: uuid.UUID) -> tuple[str, ...]:
    """The topics of those who have remembered an event, with or without a reminder."""
    return (f"event:{event_id}", *(reminder_topic(event_id, lead) for lead in LEADS))


def reminder_topic(event_id: uuid.UUID, lead: int) -> str:
    """The topic of those who want to be reminded so many minutes before."""
    return f"event:{event_id}:{lead}"


def tell_changes(event: Event, differences: list[Difference], now: datetime, who: Staff | None) -> None:
    """Let those who have remembered an event know what has become of its future dates. Nothing is said of what
    residents cannot see, and of dates that are new to them."""
    if state_of(event, now) is not State.VISIBLE:
        return
    found = sorted(_news(event, differences, now), key=lambda one: one.start)
    if not found:
        return
    kinds = {one.kind for one in found}
    title = TITLES[kinds.pop() if len(kinds) == 1 else "several"]
    only = f"?datum={found[0].date}" if len(found) == 1 and found[0].date else ""
    messages.announce(
        Notification(
            shorten(f"{title}: {event.title}", LONGEST_TITLE),
            shorten(_text(event, found), LONGEST_TEXT),
            f"/termine/{event.id}{only}",
            remembering(event.id),
        ),
        now=now,
        who=who,
        subject=Subject(KIND, event.id),
        expires_at=max(min(found[-1].start, now + AT_MOST), now + AT_LEAST),
        anew=True,
    )


def _news(event: Event, differences: list[Difference], now: datetime) -> list[News]:
    known = [one for one in differences if one.before is not None and one.before[0] > now]
    new = [one for one in differences if one.before is None and one.after is not None and one.after[0] > now]
    # Of what was cancelled before nothing new is told when it goes altogether.
    gone = [
        one.before[0]
        for one in known
        if one.after is None and one.before and one.before[1] is not EventStatus.CANCELLED
    ]
    found = [news for one in known if (news := _of(one)) is not None]
    if gone and new and not _keeps_a_date(event, now, {one.date for one in new}):
        # Nothing is where it was: the whole event has another time, and the old dates are names of nothing.
        (at, status), date = min((one.after, one.date) for one in new if one.after)
        kind = "moved" if status is EventStatus.SCHEDULED else status.value
        return [*found, News(kind, min(gone), date, at)]
    return [*found, *(News("cancelled", start, "") for start in gone)]


def _of(difference: Difference) -> News | None:
    if difference.before is None or difference.after is None:
        return None
    (start, was), (now_at, status) = difference.before, difference.after
    if status is not was:
        moved = now_at if now_at != start else None
        return News(status.value, start, difference.date, moved)
    if now_at != start and status is EventStatus.SCHEDULED:
        return News("moved", start, difference.date, now_at)
    return None


def _keeps_a_date(event: Event, now: datetime, new: set[str]) -> bool:
    future = select(EventOccurrence.date).where(EventOccurrence.event_id == event.id, EventOccurrence.starts_at > now)
    return bool(set(db.session.scalars(future)) - new)


def _text(event: Event, found: list[News]) -> str:
    first = found[0]
    words = _words(event, first.start)
    if len(found) > 1:
        words = f"{len(found)} Termine ab {words}"
    elif first.now_at is not None:
        now = _words(event, first.now_at)
        words = f"{now} statt {words}" if now != words else now
    note = event.status_note if len(found) > 1 else _note(event, first.date)
    return f"{words}. {note}" if note else words


def _note(event: Event, date: str) -> str | None:
    note: str | None = db.session.scalar(
        select(EventOccurrence.note).where(EventOccurrence.event_id == event.id, EventOccurrence.date == date)
    )
    return note


def _words(event: Event, start: datetime) -> str:
    day = wall(start).date()
    return in_words(start, day, day, all_day=bool(event.timing["all_day"]))
